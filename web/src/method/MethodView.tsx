import type { Stance } from "../data";
import { outletOf } from "../model/model";
import { VERDICTS } from "../model/order";
import { sourceLink } from "../model/routes";
import { dateOf, STANCE_MEANS, VERDICT_MEANS } from "../model/wording";
import { useModel } from "../page/context";
import { StanceTag, VerdictTag } from "../page/signs";

const STANCES: readonly Stance[] = ["supports", "contradicts", "mixed", "unclear", "silent"];

/** What the report says and what it does not, and what it was made from. */
export function MethodView() {
  const { data } = useModel();
  return (
    <>
      <h1 tabIndex={-1}>How this report was made</h1>
      <div class="prose">
        <p class="lead">
          It says what sources say, with their verbatim words, and whether they say the same. It never says what is
          true. Silence is not agreement, and outlets that agree are no proof.
        </p>
        <Deciding />
        <h2>Engine and settings</h2>
        <dl class="about">
          <div>
            <dt>Engine</dt>
            <dd>crosscheck {data.engine}</dd>
          </div>
          <div>
            <dt>Format</dt>
            <dd>
              <code>{data.format}</code>
            </dd>
          </div>
          <div>
            <dt>Threshold</dt>
            <dd>{data.settings.threshold}: the share of a claim's words, by weight, that a passage must have to bear on it</dd>
          </div>
        </dl>
      </div>
      <Unlisted />
      <Sources />
      <Licences />
    </>
  );
}

function Deciding() {
  return (
    <>
      <h2>How stances are decided</h2>
      <p>
        Fuzzy matching finds the passages that bear on a claim; it bridges spelling, inflection and word order, but never
        digits, negations or names. What a passage says is then decided by comparing values (“one instead of two” is not
        “one instead of seven”), negations, names, roles and hedges. Where the evidence is thin, the answer is unclear or
        silent: a wrong contradiction would accuse an outlet. Every step is deterministic, and <code>crosscheck explain</code>
        shows it. A score is for sorting; it is no probability.
      </p>
      <dl class="meanings">
        {STANCES.map((stance) => (
          <div key={stance}>
            <dt>
              <StanceTag stance={stance} />
            </dt>
            <dd>{STANCE_MEANS[stance]}</dd>
          </div>
        ))}
      </dl>
      <h2>How verdicts follow</h2>
      <p>
        An origin is where evidence comes from. Outlets that carry the same words, or quote the same speaker or document,
        are one origin: one agency story under three names is not three confirmations.
      </p>
      <dl class="meanings">
        {VERDICTS.map((verdict) => (
          <div key={verdict}>
            <dt>
              <VerdictTag verdict={verdict} />
            </dt>
            <dd>{VERDICT_MEANS[verdict]}</dd>
          </div>
        ))}
      </dl>
      <p>A curator's ruling is shown beside the machine's stance, never instead of it.</p>
    </>
  );
}

/** Answers that sources give and no claim carries. */
function Unlisted() {
  const { data } = useModel();
  if (data.unlisted.length === 0) return null;
  return (
    <section aria-labelledby="unlisted" class="prose">
      <h2 id="unlisted">Answers that no claim carries</h2>
      <ul>
        {data.unlisted.map((answer, index) => {
          const source = data.sources[answer.source];
          return source ? (
            <li key={index}>
              <bdi>{answer.question}</bdi> <a href={sourceLink(source.id)}><bdi>{outletOf(data, source)}</bdi></a> says{" "}
              <strong>
                <bdi>{answer.answer}</bdi>
              </strong>{" "}
              (line {answer.line}): <q class="quote"><bdi>{answer.quote}</bdi></q>
            </li>
          ) : null;
        })}
      </ul>
    </section>
  );
}

function Sources() {
  const { data } = useModel();
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">Sources</h2>
      <div class="wide-table" role="region" aria-label="Table of sources" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Outlet</th>
              <th scope="col">Title</th>
              <th scope="col">Published</th>
              <th scope="col">File</th>
              <th scope="col">SHA-256</th>
            </tr>
          </thead>
          <tbody>
            {data.sources.map((source) => (
              <tr key={source.id}>
                <td>
                  <bdi>{outletOf(data, source)}</bdi>
                </td>
                <td>
                  <a href={sourceLink(source.id)}>
                    <bdi>{source.title ?? source.id}</bdi>
                  </a>
                </td>
                <td class="nowrap">{dateOf(source.published)}</td>
                <td>
                  <code>{source.file}</code>
                </td>
                <td>
                  <code class="hash">{source.sha256}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Licences() {
  return (
    <section aria-labelledby="licences" class="prose">
      <h2 id="licences">What this page is made with</h2>
      <ul>
        {LIBRARIES.map(({ name, version, license }) => (
          <li key={name}>
            {name} {version}, licence {license}
          </li>
        ))}
      </ul>
      <p>Their licences in full stand in the source of this file, before its script.</p>
    </section>
  );
}
