import { useEffect, useRef } from "preact/hooks";
import type { Source } from "../data";
import { quoteOf, type Place } from "../model/model";
import { claimLink, sourceLink } from "../model/routes";
import { useModel } from "../page/context";
import { StanceSign, Unseen } from "../page/signs";
import { STANCE_VERB } from "../model/wording";

interface Props {
  source: Source;
  places: Place[];
  start: number | undefined;
}

/** The evidence in the order of the text, beside it. */
export function EvidenceAside({ source, places, start }: Props) {
  const aside = useRef<HTMLElement>(null);
  useEffect(() => {
    const entry = aside.current?.querySelector<HTMLElement>(".here");
    // Only the list itself moves, never the page.
    if (aside.current && entry) aside.current.scrollTop = entry.offsetTop - aside.current.clientHeight / 3;
  }, [start]);
  return (
    <aside ref={aside} class="evidence-aside" aria-labelledby="aside-title">
      <h2 id="aside-title">Evidence in it</h2>
      {places.length === 0 && <p>It is silent on every claim.</p>}
      <ol>
        {places.map((place) => (
          <Entry key={`${place.claim}-${place.evidence.at[0]}-${place.evidence.phrasing}-${place.evidence.stance}`} source={source} place={place} here={place.evidence.at[0] === start} />
        ))}
      </ol>
    </aside>
  );
}

/** One piece: the claim, and a way to its place in the text. */
export function Entry({ source, place, here }: { source: Source; place: Place; here: boolean }) {
  const { data } = useModel();
  const { evidence } = place;
  const claim = data.claims[place.claim];
  if (!claim) return null;
  return (
    <li class={here ? "here" : ""}>
      <p>
        <StanceSign stance={evidence.stance} /> <Unseen>{STANCE_VERB[evidence.stance]}: </Unseen>
        <a href={claimLink(claim.id, source.id)}>
          <bdi>{claim.claim}</bdi>
        </a>
      </p>
      <p class="place">
        <a href={sourceLink(source.id, evidence.at[0])} {...(here ? { "aria-current": "location" as const } : {})}>
          line {evidence.line}: <bdi>{shortened(quoteOf(source, evidence))}</bdi>
        </a>
      </p>
    </li>
  );
}

function shortened(quote: string): string {
  return quote.length <= 90 ? quote : `${quote.slice(0, 88).trimEnd()} …`;
}
