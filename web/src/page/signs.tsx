/** The small parts that every view uses. */
import type { ComponentChildren } from "preact";
import type { Source, Stance, Verdict } from "../data";
import { claimLink, sourceLink } from "../model/routes";
import { outletOf } from "../model/model";
import { dateOf, SIGN, STANCE_MEANS, VERDICT_MEANS, VERDICT_SIGN } from "../model/wording";
import { useModel } from "./context";

/** A stance as a sign with its word. */
export function StanceTag({ stance }: { stance: Stance }) {
  return (
    <span class={`tag ${stance}`} title={STANCE_MEANS[stance]}>
      <StanceSign stance={stance} /> {stance}
    </span>
  );
}

/** The sign alone, for beside words that say it. */
export function StanceSign({ stance }: { stance: Stance }) {
  return (
    <span class={`sign ${stance}`} aria-hidden="true">
      {SIGN[stance]}
    </span>
  );
}

/** A verdict as a sign with its word. */
export function VerdictTag({ verdict }: { verdict: Verdict }) {
  return (
    <span class={`tag verdict-${verdict}`} title={VERDICT_MEANS[verdict]}>
      <span class="sign" aria-hidden="true">
        {VERDICT_SIGN[verdict]}
      </span>{" "}
      {verdict}
    </span>
  );
}

/** How strong the evidence is for its stance, as a number and a bar. */
export function Score({ score }: { score: number }) {
  return (
    <span class="score" title="How strong the evidence is for the stance. It is for sorting; it is no probability.">
      <meter min={0} max={1} value={score} aria-label="Score" />
      {score.toFixed(2)}
    </span>
  );
}

/** Text for those who do not see the page. */
export function Unseen({ children }: { children: ComponentChildren }) {
  return <span class="unseen">{children}</span>;
}

/** A link to a claim, by its words. */
export function ClaimLink({ index }: { index: number }) {
  const { data } = useModel();
  const claim = data.claims[index];
  return claim ? (
    <a href={claimLink(claim.id)}>
      <bdi>{claim.claim}</bdi>
    </a>
  ) : null;
}

/** A link to a source, by its outlet and date. */
export function SourceLink({ source, start }: { source: Source; start?: number }) {
  const { data } = useModel();
  return (
    <a href={sourceLink(source.id, start)}>
      <bdi>{outletOf(data, source)}</bdi>
      {source.published && <span class="date">, {dateOf(source.published)}</span>}
    </a>
  );
}
