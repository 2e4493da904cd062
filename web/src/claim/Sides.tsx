import { useState } from "preact/hooks";
import type { Cell, Claim, Stance } from "../data";
import { outletOf } from "../model/model";
import { counted, STANCE_VERB } from "../model/wording";
import { useModel } from "../page/context";
import { SourceLink, StanceSign } from "../page/signs";
import { EvidenceList, Left, RulingBeside } from "./EvidenceList";

const FIRST = 12;

/** Quote against quote: who supports on one side, who contradicts on the other, what is unclear below. */
export function Sides({ claim: index, opened }: { claim: number; opened: number | undefined }) {
  const { data } = useModel();
  const claim = data.claims[index];
  if (!claim) return null;
  const side = (title: string, stances: Stance[]) => (
    <Side title={title} claim={index} cells={cellsOf(claim, stances)} of={stances} opened={opened} />
  );
  const mixed = claim.cells.some(({ stance }) => stance === "mixed");
  return (
    <>
      <div class="sides">
        {side("supports", ["supports"])}
        {side("contradicts", ["contradicts"])}
      </div>
      {mixed && side("mixed", ["mixed"])}
      {side("unclear", ["unclear"])}
      <Silent claim={claim} opened={opened} />
    </>
  );
}

/** The strongest first. */
function cellsOf(claim: Claim, stances: Stance[]): Cell[] {
  return claim.cells.filter(({ stance }) => stances.includes(stance)).sort((x, y) => y.score - x.score || x.source - y.source);
}

interface SideProps {
  title: string;
  claim: number;
  cells: Cell[];
  of: Stance[];
  opened: number | undefined;
}

const HEADINGS: Record<string, [string, string]> = {
  supports: ["supports it", "support it"],
  contradicts: ["contradicts it", "contradict it"],
  mixed: ["says both", "say both"],
  unclear: ["is unclear", "are unclear"],
};

function Side({ title, claim, cells, of, opened }: SideProps) {
  const within = cells.findIndex(({ source }) => source === opened);
  const [most, setMost] = useState(Math.max(FIRST, within + 1));
  const stance = of[0] ?? "unclear";
  if (cells.length === 0 && (stance === "unclear" || stance === "mixed")) return null;
  const verb = HEADINGS[title]?.[cells.length === 1 ? 0 : 1] ?? title;
  return (
    <section class={`side ${stance}`} aria-label={title}>
      <h2>
        <StanceSign stance={stance} /> {cells.length === 0 ? `No source ${HEADINGS[title]?.[0] ?? title}` : `${counted(cells.length, "source")} ${verb}`}
      </h2>
      {cells.slice(0, most).map((cell) => (
        <Voice key={cell.source} claim={claim} cell={cell} opened={cell.source === opened} />
      ))}
      {cells.length > most && (
        <button type="button" onClick={() => setMost(cells.length)}>
          Show all {cells.length}
        </button>
      )}
    </section>
  );
}

/** What one source says. */
function Voice({ claim, cell, opened }: { claim: number; cell: Cell; opened: boolean }) {
  const { data } = useModel();
  const source = data.sources[cell.source];
  if (!source) return null;
  return (
    <section class={`voice${opened ? " opened" : ""}`} aria-label={`${outletOf(data, source)} ${STANCE_VERB[cell.stance]}`}>
      <h3 tabIndex={-1} {...(opened ? { "data-arrive": "" } : {})}>
        <SourceLink source={source} />
      </h3>
      <RulingBeside cell={cell} />
      <Evidence claim={claim} cell={cell} opened={opened} />
    </section>
  );
}

/** The pieces that bear out the source's stance; the others below, on demand. */
function Evidence({ claim, cell, opened }: { claim: number; cell: Cell; opened: boolean }) {
  const telling: readonly string[] = cell.stance === "mixed" ? ["supports", "contradicts", "mixed"] : [cell.stance];
  const others = cell.evidence.filter(({ stance }) => !telling.includes(stance));
  return (
    <>
      <EvidenceList claim={claim} cell={cell} of={telling} />
      {others.length > 0 && (
        <details open={opened || others.length === cell.evidence.length}>
          <summary>{counted(others.length, "more passage")} that bear{others.length === 1 ? "s" : ""} on it</summary>
          <EvidenceList claim={claim} cell={cell} of={others.map(({ stance }) => stance)} />
        </details>
      )}
      <Left claim={claim} cell={cell} />
    </>
  );
}

/** Who says nothing of it. */
function Silent({ claim, opened }: { claim: Claim; opened: number | undefined }) {
  const { data } = useModel();
  const speaking = new Set(claim.cells.filter(({ stance }) => stance !== "silent").map(({ source }) => source));
  const silent = data.sources.flatMap((source, index) => (speaking.has(index) ? [] : [{ source, index }]));
  const ruled = claim.cells.filter(({ stance }) => stance === "silent");
  if (silent.length === 0) return null;
  const here = silent.some(({ index }) => index === opened);
  return (
    <section class="side silent" aria-label="silent">
      <h2 tabIndex={-1} {...(here ? { "data-arrive": "" } : {})}>
        <StanceSign stance="silent" /> {counted(silent.length, "source")} {silent.length === 1 ? "is" : "are"} silent
      </h2>
      <p class="silent-list">
        {silent.map(({ source, index }, at) => (
          <span key={index}>
            {at > 0 && "; "}
            <SourceLink source={source} />
          </span>
        ))}
      </p>
      {ruled.map((cell) => (
        <Voice key={cell.source} claim={data.claims.indexOf(claim)} cell={cell} opened={cell.source === opened} />
      ))}
    </section>
  );
}
