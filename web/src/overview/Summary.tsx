import type { PageData } from "../data";
import { VERDICTS } from "../model/order";
import { counted, VERDICT_MEANS, VERDICT_SIGN } from "../model/wording";
import { useModel } from "../page/context";

/** How many claims have which verdict; each count leads to them in the matrix. */
export function Summary() {
  const { data } = useModel();
  return (
    <section aria-label="Verdicts">
      <ul class="verdicts">
        {VERDICTS.map((verdict) => (
          <li key={verdict} class={`verdict-${verdict}${data.summary.verdicts[verdict] ? "" : " none"}`}>
            <a href={`#/?verdict=${verdict}`}>
              <span class="number">{data.summary.verdicts[verdict] ?? 0}</span>{" "}
              <span class="name">
                <span class="sign" aria-hidden="true">
                  {VERDICT_SIGN[verdict]}
                </span>{" "}
                {verdict}
              </span>
            </a>
            <span class="means">{VERDICT_MEANS[verdict]}</span>
          </li>
        ))}
      </ul>
      <Rulings summary={data.summary} />
    </section>
  );
}

function Rulings({ summary: { rulings } }: { summary: PageData["summary"] }) {
  if (rulings.given === 0) return null;
  return (
    <p>
      {counted(rulings.given, "ruling")} of the curator: {rulings.agree} as the machine decided
      {rulings.stale > 0 && <>, {rulings.stale} stale: the words they judged are no longer in the source</>}.
    </p>
  );
}
