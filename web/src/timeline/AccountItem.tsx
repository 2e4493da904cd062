import type { PageData } from "../data";
import { Quote } from "../claim/Quote";
import { claimLink, sourceLink } from "../model/routes";
import { dateOf, STANCE_VERB } from "../model/wording";
import { StanceSign } from "../page/signs";
import type { Account, Statement } from "./accounts";

/** What one source says: the words that tell most, and every claim they bear on. */
export function AccountItem({ data, account }: { data: PageData; account: Account }) {
  const source = data.sources[account.source];
  if (!source) return null;
  const telling = account.statements.find(({ evidence }) => evidence !== undefined)?.evidence;
  return (
    <li class="account">
      <p class="account-head">
        <a href={sourceLink(source.id, telling?.at[0])}>
          <bdi>{data.outlets[source.outlet]}</bdi>
        </a>
        {source.title && (
          <cite>
            <bdi>{source.title}</bdi>
          </cite>
        )}
      </p>
      <Against data={data} account={account} />
      {telling && <Quote source={source} evidence={telling} />}
      <ul class="account-says">
        {account.statements.map((statement) => (
          <Says key={statement.claim} data={data} source={source.id} statement={statement} />
        ))}
      </ul>
    </li>
  );
}

function Says({ data, source, statement: { claim: index, stance } }: { data: PageData; source: string; statement: Statement }) {
  const claim = data.claims[index];
  if (!claim) return null;
  return (
    <li class={stance}>
      <StanceSign stance={stance} />{" "}
      <span>
        <span class={`word ${stance}`}>{STANCE_VERB[stance]}</span>{" "}
        <a href={claimLink(claim.id, source)}>
          <bdi>{claim.claim}</bdi>
        </a>
      </span>
    </li>
  );
}

/** That the outlet itself said otherwise before. */
function Against({ data, account }: { data: PageData; account: Account }) {
  const earlier = account.against === undefined ? undefined : data.sources[account.against];
  if (!earlier) return null;
  return (
    <p class="account-against">
      <span aria-hidden="true">↺ </span>
      Not what <bdi>{data.outlets[earlier.outlet]}</bdi> itself said on{" "}
      <a href={sourceLink(earlier.id)}>
        <time dateTime={earlier.published ?? ""}>{dateOf(earlier.published)}</time>
      </a>
    </p>
  );
}
