import type { Claim, PageData, Stance } from "../data";
import { countOf, textOf } from "../model/model";
import { claimLink } from "../model/routes";
import { listed } from "../model/wording";
import { useModel } from "../page/context";

const MOST = 5;

/** The claims that one should look at first, in words. */
export function StandsOut() {
  const { data } = useModel();
  const claims = mostDisputed(data.claims);
  const total = data.claims.filter(({ verdict }) => verdict === "disputed" || verdict === "contradicted").length;
  if (total === 0 && data.unlisted.length === 0) return null;
  return (
    <section aria-labelledby="stands-out" class="stands-out">
      <h2 id="stands-out">What stands out</h2>
      <ul>
        {claims.map((claim) => (
          <li key={claim.id}>
            <a href={claimLink(claim.id)} class="quote">
              <bdi>{claim.claim}</bdi>
            </a>
            <Sides claim={claim} data={data} />
          </li>
        ))}
      </ul>
      {total > claims.length && (
        <p>
          <a href="#/?disagreements=1">All claims with a contradiction</a>
        </p>
      )}
    </section>
  );
}

function mostDisputed(claims: Claim[]): Claim[] {
  const parted = claims.filter(({ verdict }) => verdict === "disputed" || verdict === "contradicted");
  // Where both sides have many voices, the dispute is widest.
  const width = (claim: Claim) => Math.min(countOf(claim, "supports", "mixed"), countOf(claim, "contradicts", "mixed"));
  return parted
    .map((claim, index) => ({ claim, index, width: width(claim) }))
    .sort((x, y) => y.width - x.width || countOf(y.claim, "contradicts") - countOf(x.claim, "contradicts") || x.index - y.index)
    .slice(0, MOST)
    .map(({ claim }) => claim);
}

function Sides({ claim, data }: { claim: Claim; data: PageData }) {
  const contradicting = claim.cells.find((cell) => cell.stance === "contradicts");
  const because = textOf(data, contradicting?.evidence.find(({ stance }) => stance === "contradicts")?.because);
  const parts = (["supports", "contradicts", "mixed"] as const).flatMap((stance) => {
    const names = outletsOf(claim, data, stance);
    return names.length > 0 ? [{ stance, names }] : [];
  });
  return (
    <p class="said">
      {parts.map(({ stance, names }, index) => (
        <span key={stance}>
          {index > 0 && "; "}
          <bdi>{few(names)}</bdi> <span class={`word ${stance}`}>{verb(stance, names.length)}</span>
        </span>
      ))}
      {because && (
        <>
          {" – "}
          <bdi>{because}</bdi>
        </>
      )}
      .
    </p>
  );
}

function verb(stance: Stance, count: number): string {
  if (stance === "supports") return count === 1 ? "supports it" : "support it";
  if (stance === "mixed") return count === 1 ? "says both" : "say both";
  return count === 1 ? "contradicts it" : "contradict it";
}

function few(names: string[]): string {
  return names.length <= 4 ? listed(names) : `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`;
}

function outletsOf(claim: Claim, data: PageData, stance: Stance): string[] {
  const names = claim.cells
    .filter((cell) => cell.stance === stance)
    .map((cell) => data.outlets[data.sources[cell.source]?.outlet ?? -1] ?? "");
  return [...new Set(names)];
}
