import { PaperOutlets } from "../graph/PaperOutlets";
import type { Cell, Claim, Evidence, PageData, Stance } from "../data";
import { originOf, outletOf, quoteOf, textOf } from "../model/model";
import { VERDICTS } from "../model/order";
import { counted, dateOf, supportOf, VERDICT_MEANS } from "../model/wording";
import { useModel } from "../page/context";
import { StanceTag, VerdictTag } from "../page/signs";

/** The report on paper: the summary, every claim with its quotes, and the sources. */
export function PrintReport() {
  const { data } = useModel();
  return (
    <div class="paper">
      <h1>What the sources say</h1>
      <p>
        {counted(data.claims.length, "claim")} held against {counted(data.sources.length, "source")} of{" "}
        {counted(data.outlets.length, "outlet")} by crosscheck {data.engine}. It says what sources say, never what is true;
        silence is not agreement.
        {isLong(data) && " Quotes that leave a claim open are counted here and shown on the screen."}
      </p>
      <ul class="plain">
        {VERDICTS.map((verdict) => (
          <li key={verdict}>
            {data.summary.verdicts[verdict] ?? 0} <VerdictTag verdict={verdict} /> {VERDICT_MEANS[verdict]}
          </li>
        ))}
      </ul>
      {data.questions.map((question, index) => (
        <section key={index} class="paper-question">
          <h2>
            <bdi>{question.question}</bdi>
          </h2>
          {question.claims.map((claim) => {
            const one = data.claims[claim];
            return one ? <PaperClaim key={claim} claim={one} /> : null;
          })}
        </section>
      ))}
      <PaperOutlets data={data} />
      <PaperSources />
    </div>
  );
}

const SIDES: readonly Stance[] = ["supports", "contradicts", "mixed", "unclear"];

function PaperClaim({ claim }: { claim: Claim }) {
  const { data } = useModel();
  const spoken = SIDES.flatMap((stance) => claim.cells.filter((cell) => cell.stance === stance));
  const silent = data.sources.length - spoken.length;
  // On paper, thousands of quotes that settle nothing would bury those that do.
  const brief = isLong(data);
  const told = brief ? spoken.filter(({ stance }) => stance !== "unclear") : spoken;
  const unclear = spoken.length - told.length;
  const cells = [...told, ...claim.cells.filter((cell) => cell.stance === "silent" && cell.ruling)];
  return (
    <section class="paper-claim">
      <h3>
        <bdi>{claim.claim}</bdi>
      </h3>
      <p>
        <VerdictTag verdict={claim.verdict} /> {VERDICT_MEANS[claim.verdict]}; {supportOf(claim)};{" "}
        {unclear > 0 && <>{counted(unclear, "source")} unclear; </>}
        {counted(silent, "source")} silent.
      </p>
      {claim.dispute?.notes.map((note) => (
        <p key={note}>
          <bdi>{note}</bdi>
        </p>
      ))}
      {claim.note && (
        <p>
          Note: <bdi>{claim.note}</bdi>
        </p>
      )}
      {cells.map((cell) => (
        <PaperCell key={cell.source} claim={claim} cell={cell} />
      ))}
    </section>
  );
}

const LONG = 2000;

/** Whether so much was said that paper has room only for what supports or contradicts. */
function isLong(data: PageData): boolean {
  return data.claims.reduce((sum, claim) => sum + claim.cells.length, 0) > LONG;
}

/** What a source says, by its strongest piece of evidence for that. */
function PaperCell({ claim, cell }: { claim: Claim; cell: Cell }) {
  const { data } = useModel();
  const source = data.sources[cell.source];
  if (!source) return null;
  const strongest = cell.evidence.find(({ stance }) => stance === cell.stance) ?? cell.evidence[0];
  const pieces: Evidence[] = cell.stance === "mixed" ? cell.evidence : strongest ? [strongest] : [];
  const origin = originOf(claim, source, cell.stance);
  return (
    <div class="paper-cell">
      <p>
        <StanceTag stance={cell.stance} />{" "}
        <strong>
          <bdi>{outletOf(data, source)}</bdi>
        </strong>
        {source.published && <>, {dateOf(source.published)}</>}
        {origin && <>, origin {origin.number}</>}
        {cell.ruling && (
          <>
            . Curator: {cell.ruling.stance}, <bdi>{cell.ruling.because}</bdi>
            {cell.ruling.stale && " (stale)"}
          </>
        )}
      </p>
      {pieces.map((evidence) => (
        <blockquote key={`${evidence.at[0]}-${evidence.stance}`}>
          <bdi>{quoteOf(source, evidence)}</bdi>
          <footer>
            line {evidence.line}
            {evidence.by !== undefined && (
              <>
                , <bdi>{textOf(data, evidence.by)}</bdi>
              </>
            )}
            : <bdi>{textOf(data, evidence.because)}</bdi>
          </footer>
        </blockquote>
      ))}
    </div>
  );
}

function PaperSources() {
  const { data } = useModel();
  return (
    <section class="paper-sources">
      <h2>Sources</h2>
      <ol>
        {data.sources.map((source) => (
          <li key={source.id}>
            <bdi>{outletOf(data, source)}</bdi>
            {source.title && (
              <>
                , <bdi>{source.title}</bdi>
              </>
            )}
            {source.published && <>, {dateOf(source.published)}</>}.{" "}
            {source.url && (
              <>
                <bdi>{source.url}</bdi>.{" "}
              </>
            )}
            {source.file}, SHA-256 {source.sha256}
          </li>
        ))}
      </ol>
    </section>
  );
}
