import type { Claim } from "../data";
import { counted, sentence, supportOf, VERDICT_MEANS } from "../model/wording";
import { useModel } from "../page/context";
import { ClaimLink, VerdictTag } from "../page/signs";
import { Origins } from "./Origins";
import { Sides } from "./Sides";

/** One claim: its verdict, and the sides quote against quote. */
export function ClaimView({ index, opened }: { index: number; opened: number | undefined }) {
  const { data } = useModel();
  const claim = data.claims[index];
  if (!claim) return null;
  const question = data.questions[claim.question];
  return (
    <>
      <p class="kicker">
        <bdi>{question?.question ?? ""}</bdi>
      </p>
      <h1 tabIndex={-1} class="claim-title">
        <bdi>{claim.claim}</bdi>
      </h1>
      <p class="verdict-line">
        <VerdictTag verdict={claim.verdict} /> – {VERDICT_MEANS[claim.verdict]}. <strong>{sentence(supportOf(claim))}.</strong>
      </p>
      {claim.dispute && claim.dispute.notes.length > 0 && (
        <ul class="notes">
          {claim.dispute.notes.map((note) => (
            <li key={note}>
              <bdi>{note}</bdi>
            </li>
          ))}
        </ul>
      )}
      {claim.note && (
        <p class="note">
          <strong>Curator's note:</strong> <bdi>{claim.note}</bdi>
        </p>
      )}
      <Sides claim={index} opened={opened} />
      <div class="claim-rest">
        <Origins claim={claim} />
        <Related claim={claim} index={index} compatible={question?.compatible ?? false} />
      </div>
      <p class="where">
        <code>{claim.id}</code>, in <code>{claim.file}</code>, line {claim.line}
      </p>
    </>
  );
}

/** The claims it has to do with. */
function Related({ claim, index, compatible }: { claim: Claim; index: number; compatible: boolean }) {
  const { data } = useModel();
  const implying = data.claims.flatMap((other, at) => (other.implies.includes(index) ? [at] : []));
  const lists = [
    [compatible ? "Other claims of this question (they do not exclude each other)" : "Rivals: if this holds, they do not", claim.rivals],
    ["It implies", claim.implies],
    ["Implied by", implying],
  ] as const;
  const shown = lists.filter(([, claims]) => claims.length > 0);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="related">
      <h2 id="related">Claims beside it</h2>
      {shown.map(([title, claims]) => (
        <div key={title}>
          <h3>{title}</h3>
          <ul class="related">
            {claims.map((other) => (
              <li key={other}>
                <ClaimLink index={other} /> {verdictOf(data.claims[other])}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function verdictOf(claim: Claim | undefined) {
  if (!claim) return null;
  return (
    <>
      <VerdictTag verdict={claim.verdict} />{" "}
      <span class="means">{claim.outlets > 0 ? `supported by ${counted(claim.outlets, "outlet")}` : ""}</span>
    </>
  );
}
