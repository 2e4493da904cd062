import { useState } from "preact/hooks";
import type { PageData } from "../data";
import { Quote } from "../claim/Quote";
import { claimLink, sourceLink } from "../model/routes";
import { counted, dateOf } from "../model/wording";
import { ClaimLink, StanceTag, VerdictTag } from "../page/signs";
import type { Kind, Tie } from "./edges";
import { sidesOf, type Side, type Voice } from "./voices";

/** What two outlets say, quote against quote, claim by claim. */
export function PairPanel({ data, tie }: { data: PageData; tie: Tie | undefined }) {
  if (!tie) return <p>The filters leave nothing of these two.</p>;
  const pair = data.pairs[tie.pair];
  const hidden = pair ? count(pair) - count(tie) : 0;
  return (
    <>
      <Claims data={data} tie={tie} kind="contradict" />
      <Claims data={data} tie={tie} kind="agree" />
      {hidden > 0 && <p class="hint">The filters hide {counted(hidden, "more claim")} of these two.</p>}
    </>
  );
}

const count = ({ agree, contradict }: { agree: number[]; contradict: number[] }) => agree.length + contradict.length;
const STEP = 4;

function Claims({ data, tie, kind }: { data: PageData; tie: Tie; kind: Kind }) {
  const [most, setMost] = useState(STEP);
  const claims = tie[kind];
  if (claims.length === 0) return null;
  return (
    <section class={`graph-claims ${kind}`}>
      <h3>{headingOf(tie, kind)}</h3>
      <ol>
        {claims.slice(0, most).map((claim) => (
          <ClaimOfPair key={claim} data={data} claim={claim} tie={tie} kind={kind} />
        ))}
      </ol>
      {claims.length > most && (
        <button type="button" onClick={() => setMost(most + STEP * 2)}>
          Show more of {claims.length}
        </button>
      )}
    </section>
  );
}

function headingOf(tie: Tie, kind: Kind): string {
  const on = counted(tie[kind].length, "claim");
  if (kind === "agree") return `Agree on ${on}`;
  return tie.a === tie.b ? `Contradicts itself on ${on}` : `Contradict each other on ${on}`;
}

function ClaimOfPair({ data, claim: index, tie, kind }: { data: PageData; claim: number; tie: Tie; kind: Kind }) {
  const claim = data.claims[index];
  if (!claim) return null;
  return (
    <li class="graph-claim">
      <p>
        <ClaimLink index={index} /> <VerdictTag verdict={claim.verdict} />
        {kind === "agree" && (
          <span class="hint"> {tie.independent.includes(index) ? "independent origins" : "one origin: not independent"}</span>
        )}
      </p>
      <div class="graph-sides">
        {sidesOf(data, claim, tie.a, tie.b, kind).map((side, at) => (
          <SideOfClaim key={at} data={data} claim={claim.id} side={side} />
        ))}
      </div>
    </li>
  );
}

const FEW = 2;

function SideOfClaim({ data, claim, side }: { data: PageData; claim: string; side: Side }) {
  const more = side.voices.length - FEW;
  return (
    <div class="graph-side">
      {side.voices.slice(0, FEW).map((voice) => (
        <VoiceOf key={voice.source} data={data} claim={claim} voice={voice} />
      ))}
      {more > 0 && (
        <p class="hint">
          <a href={claimLink(claim)}>
            {counted(more, "more source")} of <bdi>{data.outlets[side.outlet]}</bdi>
          </a>
        </p>
      )}
    </div>
  );
}

function VoiceOf({ data, claim, voice: { source: index, stance, evidence } }: { data: PageData; claim: string; voice: Voice }) {
  const source = data.sources[index];
  if (!source) return null;
  return (
    <div class="graph-voice">
      <p>
        <StanceTag stance={stance} />{" "}
        <strong>
          <bdi>{data.outlets[source.outlet]}</bdi>
        </strong>
        {source.published && (
          <>
            , <time dateTime={source.published}>{dateOf(source.published)}</time>
          </>
        )}
      </p>
      {evidence && <Quote source={source} evidence={evidence} />}
      <p class="details">
        <a href={sourceLink(source.id, evidence?.at[0])}>
          <bdi>{source.title ?? "in the source"}</bdi>
        </a>{" "}
        <a href={claimLink(claim, source.id)}>why</a>
      </p>
    </div>
  );
}
