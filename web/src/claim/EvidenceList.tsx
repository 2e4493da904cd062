import type { Cell, Evidence } from "../data";
import { originOf, textOf } from "../model/model";
import { sourceLink } from "../model/routes";
import { counted, dateOf, RELATION_MEANS, RELATION_SIGN } from "../model/wording";
import { useModel } from "../page/context";
import { ClaimLink, Score, StanceTag } from "../page/signs";
import { Alignment } from "./Alignment";
import { Quote } from "./Quote";

interface Props {
  claim: number;
  cell: Cell;
  /** Only what is of these stances. */
  of?: readonly string[];
}

/** The pieces of evidence of one source. */
export function EvidenceList({ claim, cell, of }: Props) {
  const pieces = cell.evidence.filter(({ stance }) => !of || of.includes(stance));
  return (
    <ol class="evidence-list">
      {pieces.map((evidence) => (
        <li key={`${evidence.at[0]}-${evidence.at[1]}-${evidence.stance}-${evidence.phrasing}`}>
          <EvidenceItem claim={claim} cell={cell} evidence={evidence} />
        </li>
      ))}
    </ol>
  );
}

function EvidenceItem({ claim: index, cell, evidence }: { claim: number; cell: Cell; evidence: Evidence }) {
  const { data } = useModel();
  const [claim, source] = [data.claims[index], data.sources[cell.source]];
  if (!claim || !source) return null;
  const origin = originOf(claim, source, evidence.stance);
  return (
    <article class={`evidence ${evidence.stance}`}>
      <Quote source={source} evidence={evidence} />
      <p class="because">
        <StanceTag stance={evidence.stance} /> <bdi>{textOf(data, evidence.because)}</bdi>
      </p>
      <Values evidence={evidence} />
      <p class="details">
        <Voice evidence={evidence} />
        {origin && <span>origin {origin.number}</span>}
        <Score score={evidence.score} />
        <a href={sourceLink(source.id, evidence.quote === undefined ? evidence.at[0] : undefined)}>in the source, line {evidence.line}</a>
      </p>
      {evidence.from !== undefined && (
        <p class="details">
          Carried over from <ClaimLink index={evidence.from} />
        </p>
      )}
      <Alignment source={source} evidence={evidence} />
    </article>
  );
}

/** How many pieces there are that the file has no room for, and how to see them. */
export function Left({ claim: index, cell }: { claim: number; cell: Cell }) {
  const { data } = useModel();
  const [claim, source] = [data.claims[index], data.sources[cell.source]];
  if (!data.brief || !claim || !source) return null;
  return (
    <p class="details">
      {cell.left ? `${counted(cell.left, "more passage")}, and which words answer which` : "Which words answer which"}: this file has no room
      for it.{" "}
      <code>
        crosscheck explain {claim.id} {source.id}
      </code>
    </p>
  );
}

/** Whose words these are. */
function Voice({ evidence }: { evidence: Evidence }) {
  const { data } = useModel();
  if (evidence.by === undefined) return <span>the outlet's own words</span>;
  const [by, speaker] = [textOf(data, evidence.by), evidence.speaker === undefined ? undefined : data.speakers[evidence.speaker]];
  return (
    <span>
      {evidence.how === "reported" ? "after" : "words of"} <bdi>{by}</bdi>
      {speaker && speaker.name !== by && (
        <>
          {" "}
          (<bdi>{speaker.name}</bdi>)
        </>
      )}
    </span>
  );
}

/** The claim's values beside those of the source. */
function Values({ evidence }: { evidence: Evidence }) {
  const { data } = useModel();
  if (evidence.values.length === 0) return null;
  return (
    <ul class="values" aria-label="Values compared">
      {evidence.values.map(([claimed, reported, relation], index) => (
        <li key={index} class={`relation-${relation}`}>
          <bdi>{textOf(data, claimed)}</bdi>{" "}
          <span class="relation" aria-hidden="true">
            {RELATION_SIGN[relation]}
          </span>{" "}
          {reported !== null && <bdi>{textOf(data, reported)}</bdi>} <span class="means">{RELATION_MEANS[relation]}</span>
        </li>
      ))}
    </ul>
  );
}

/** The curator's decision beside the machine's. */
export function RulingBeside({ cell }: { cell: Cell }) {
  const { ruling } = cell;
  if (!ruling) return null;
  return (
    <dl class={`ruling${ruling.stale ? " stale" : ""}`}>
      <div>
        <dt>Machine</dt>
        <dd>
          <StanceTag stance={cell.stance} />
        </dd>
      </div>
      <div>
        <dt>Curator{ruling.stale && " (stale: the words it judged are no longer in the source)"}</dt>
        <dd>
          <StanceTag stance={ruling.stance} /> <bdi>{ruling.because}</bdi>
          {(ruling.by ?? ruling.on) && (
            <span class="by">
              {" "}
              – <bdi>{ruling.by ?? ""}</bdi> {dateOf(ruling.on)}
            </span>
          )}
        </dd>
      </div>
    </dl>
  );
}
