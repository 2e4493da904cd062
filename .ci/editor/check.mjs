// Opens what `crosscheck init` wrote in the server that editors use for YAML, and asks of it what a person at the
// keyboard would: what may stand here, what this word means, what is wrong. No network.
//
// usage: node check.mjs FOLDER
//
// FOLDER is a case as `crosscheck init` leaves it. Exits with 1 and says what the server did not do.

import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Server } from "./server.mjs";

/// Where the cursor stands in the texts below.
const CURSOR = "¦";
const MODELINE = "# yaml-language-server: $schema=../schemas/claims.schema.json\n";
const STANCES = ["supports", "contradicts", "mixed", "unclear", "silent"];

const problems = [];
const expect = (holds, what) => holds || problems.push(what);

const documentation = (item) => item.documentation?.value ?? item.documentation ?? "";

const folder = resolve(process.argv[2]);
const server = await Server.start(folder);

/// Opens a text that has a cursor, as a new claim file or `sources.yaml`.
let opened = 0;
async function at(marked, place = "claims") {
  const [before, after] = marked.split(CURSOR);
  const lines = before.split("\n");
  const position = { line: lines.length - 1, character: lines.at(-1).length };
  return [await server.open(join(folder, place, `opened-${opened++}.yaml`), before + after), position];
}

/// What is offered at the cursor must hold these, each with a word on what it is.
async function offers(marked, labels, place) {
  const items = await server.completions(...(await at(marked, place)));
  for (const label of labels) {
    const item = items.find((item) => item.label === label);
    expect(item, `${label} is not offered in ${JSON.stringify(marked)}, only ${items.map((item) => item.label)}`);
    expect(!item || documentation(item).length > 10, `${label} is offered without a word on what it is`);
  }
}

/// What is said of the word at the cursor must hold these words.
async function explains(marked, words, place) {
  const said = await server.hover(...(await at(marked, place)));
  expect(said.includes(words), `of the word at ${JSON.stringify(marked)} it is said: ${JSON.stringify(said)}`);
}

/// What is wrong with a text: one thing on each of these lines, in these words, and nothing else.
async function complains(text, wrong, place = "claims") {
  const { problems: found } = await server.open(join(folder, place, `opened-${opened++}.yaml`), text);
  const said = found.map(({ range, message }) => `${range.start.line + 1}: ${message}`);
  const fits = found.length === wrong.length && wrong.every(([line, words], at) =>
    found[at].range.start.line + 1 === line && words.every((word) => found[at].message.includes(word)));
  expect(fits, `of what ends in ${JSON.stringify(text.slice(-80))} it is said: ${JSON.stringify(said)}`);
}

for (const name of ["claims/barrier.yaml", "seeds/sources.yaml"]) {
  const text = await readFile(join(folder, name), "utf8");
  await complains(text, [], name.split("/")[0]);
  // Were the schema not found, nothing would ever be wrong: every document of the file must be under it.
  const documents = text.split(/^(?=---$)/m);
  for (const which of documents.keys()) {
    const broken = documents.map((one, at) => (at === which ? `${one.trimEnd()}\nmispelt: x\n` : one)).join("");
    const line = documents.slice(0, which + 1).join("").trimEnd().split("\n").length + 1;
    await complains(broken, [[line, ["mispelt"]]], name.split("/")[0]);
  }
}

const one = `${MODELINE}question: How many?\nclaims:\n  - claim: one\n`;
await offers(`${one}    ${CURSOR}\n`, ["id", "phrasings", "note", "rulings", "contradicts", "implies", "tests"]);
await offers(`${MODELINE}${CURSOR}\n`, ["question", "about", "claims", "compatible"]);
const ruling = "    rulings:\n      - source: sky\n";
await offers(`${one}${ruling}        ${CURSOR}\n`, ["stance", "because", "by", "on", "quote", "sha256"]);
await offers(`${one}${ruling}        stance: ${CURSOR}\n`, STANCES);
await offers(`${one}    tests:\n      ${CURSOR}\n`, STANCES);
await explains(`${one}    phra${CURSOR}sings: [uno]\n`, "Other ways in which sources word it");
await explains(`${MODELINE}ques${CURSOR}tion: How many?\nclaims: [one]\n`, "What the claims answer");
await explains(`${one}${ruling}        stance: un${CURSOR}clear\n        because: x\n`, "without settling it");

await complains(`${one}    phrasing: [uno]\n`, [[5, ["phrasing"]]]);
await complains(`${one}${ruling}        stance: support\n        because: x\n`, [[7, STANCES]]);
await complains(`${one}    id: One of Seven\n`, [[5, ["lower-case letters"]]]);
await complains(`${one}${ruling}        stance: silent\n        because: x\n        on: 12 May 2025\n`, [[9, ["YYYY-MM-DD"]]]);
await complains(`${MODELINE}claims: [one]\n`, [[2, ["question"]]]);
await complains(`${one}  - ""\n`, [[5, ["Write something"]]]);
await complains(`${one}  - 214\n  - 2021-10-15\n  - true\n  - {claim: 6:10, note: 1.10, about: }\n`.replace(", about: ", ""), []);

const sources = MODELINE.replace("claims.", "sources.") + "sources:\n  - file: sky.txt\n";
const fields = ["id", "outlet", "title", "published", "url", "begins_at", "ends_at", "note", "versions"];
await offers(`${sources}    ${CURSOR}\n`, fields, "seeds");
await explains(`${sources}    begins${CURSOR}_at: The man\n`, "first words", "seeds");
await complains(`${sources}    outlets: Sky\n`, [[4, ["outlets"]]], "seeds");
await complains(`${sources}    published: yesterday\n`, [[4, ["2025-02"]]], "seeds");
await complains(`${sources}    published: 2025\n`, [], "seeds");

await server.stop();
problems.forEach((problem) => console.error(problem));
if (problems.length) process.exit(1);
console.log(`the editor's server did as it should with ${opened} texts`);
