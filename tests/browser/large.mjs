// A case of 500 claims and 200 sources, made of one seed: what a desk gathers in a year.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

const CLAIMS = 500;
const SOURCES = 200;
const OUTLETS = 40;
/// How many of the claims each source speaks of.
const TOLD = 15;
/// Sentences of each source that bear on nothing.
const FILLER = 40;

// A desk's claims are about different things: no two share more than one of these.
const SUBJECTS =
  "people officers divers surgeons witnesses trains nurses farmers pupils engineers soldiers boats judges bakers cyclists pilots miners teachers voters actors".split(" ");
const VERBS = "rescued inspected searched repaired sold visited closed photographed painted counted flooded measured".split(" ");
const OBJECTS =
  "flats harbour bridge clinic station orchard museum quarry library theatre reservoir airfield prison lighthouse chapel tunnel stadium vineyard mill cemetery brewery dam castle market observatory".split(
    " ",
  );
const PLACES = "Aldmoor Brackwell Carrow Dunmere Eastleigh Farrowby Garside Holmfirth Inverley Jarrow Kelby".split(" ");
const WORDS =
  "morning council residents weather road market evening season village office meeting river garden letter window summer question neighbours library".split(
    " ",
  );

/// Numbers from 0 to 1, the same ones from the same seed: Mulberry32.
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const nth = (list, at) => list[at % list.length];

function claims() {
  return Array.from({ length: CLAIMS }, (_, at) => {
    const [subject, verb] = [nth(SUBJECTS, at), nth(VERBS, at + Math.floor(at / 60))];
    const [object, place] = [nth(OBJECTS, at + Math.floor(at / 20)), nth(PLACES, at + Math.floor(at / 220))];
    return { number: 11 + (at % 80), say: (number) => `${number} ${subject} ${verb} the ${object} of ${place}` };
  });
}

function article(claims, next) {
  const pick = (list) => list[Math.floor(next() * list.length)];
  const told = Array.from({ length: TOLD }, () => {
    const claim = pick(claims);
    const says = claim.say(claim.number + (next() < 0.15 ? 7 : 0));
    return `${says[0].toUpperCase()}${says.slice(1)}.`;
  });
  const filler = Array.from(
    { length: FILLER },
    () => `The ${pick(WORDS)} was about the ${pick(WORDS)} and the ${pick(WORDS)} of the ${pick(WORDS)}.`,
  );
  const sentences = [...told, ...filler].map((text) => [next(), text]).sort(([a], [b]) => a - b);
  return sentences.map(([, text], at) => text + (at % 5 === 4 ? "\n\n" : " ")).join("");
}

/// Writes the case into `folder`.
export async function writeLargeCase(folder) {
  const next = random(500_200);
  const all = claims();
  const yaml = all.map(
    ({ number, say }, at) => `question: "What happened in case ${at}?"\nclaims:\n  - id: c${at}\n    claim: ${say(number)}\n`,
  );
  const lines = Array.from({ length: SOURCES }, (_, at) =>
    JSON.stringify({
      id: `s${at}`,
      outlet: `Outlet ${at % OUTLETS}`,
      published: `2025-${String(1 + (at % 12)).padStart(2, "0")}-${String(1 + (at % 28)).padStart(2, "0")}`,
      text: article(all, next),
    }),
  );
  await mkdir(join(folder, "claims"), { recursive: true });
  await mkdir(join(folder, "seeds"), { recursive: true });
  await writeFile(join(folder, "claims", "claims.yaml"), yaml.join("---\n"));
  await writeFile(join(folder, "seeds", "sources.jsonl"), `${lines.join("\n")}\n`);
}
