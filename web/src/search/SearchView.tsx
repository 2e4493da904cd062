import { useMemo, useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import type { Span } from "../data";
import { findAll, fold } from "../model/fold";
import { outletOf, quoteOf, type Model } from "../model/model";
import { claimLink, sourceLink } from "../model/routes";
import { excerptOf, finderOf, type Finder, type Found } from "../model/search";
import { counted, dateOf } from "../model/wording";
import { useModel } from "../page/context";
import { SourceLink, StanceTag, VerdictTag } from "../page/signs";

const FIRST = 10;

let known: { model: Model; finder: Finder } | undefined;

/** Made when something is first looked for. */
function finderFor(model: Model): Finder {
  if (known?.model !== model) known = { model, finder: finderOf(model) };
  return known.finder;
}

/** What was found in claims, outlets, quotes and texts. */
export function SearchView({ query }: { query: string }) {
  const model = useModel();
  const found = useMemo(() => finderFor(model).find(query), [model, query]);
  const total = found.claims.length + found.sources.length + found.quotes.length + found.passages.length;
  return (
    <>
      <h1 tabIndex={-1}>{query ? <>Search: <bdi>{query}</bdi></> : "Search"}</h1>
      <p role="status" class="count">
        {query ? `${counted(total, "result")}: ${counts(found)}` : "Type above; all words must be there, case and accents do not matter."}
      </p>
      <Claims found={found} />
      <Sources found={found} />
      <Quotes found={found} />
      <Passages found={found} />
    </>
  );
}

function counts({ claims, sources, quotes, passages }: Found): string {
  return `${counted(claims.length, "claim")}, ${counted(sources.length, "source")}, ${counted(quotes.length, "quote")}, ${counted(passages.length, "paragraph")}`;
}

function Claims({ found }: { found: Found }) {
  const { data } = useModel();
  return (
    <Group title="Claims" items={found.claims}>
      {(index) => {
        const claim = data.claims[index];
        return claim ? (
          <>
            <a href={claimLink(claim.id)}>
              <Marked text={claim.claim} words={found.words} />
            </a>{" "}
            <VerdictTag verdict={claim.verdict} />
            <span class="means">
              <Marked text={data.questions[claim.question]?.question ?? ""} words={found.words} />
            </span>
          </>
        ) : null;
      }}
    </Group>
  );
}

function Sources({ found }: { found: Found }) {
  const { data } = useModel();
  return (
    <Group title="Outlets and sources" items={found.sources}>
      {(index) => {
        const source = data.sources[index];
        return source ? (
          <>
            <a href={sourceLink(source.id)}>
              <Marked text={outletOf(data, source)} words={found.words} />
            </a>{" "}
            <Marked text={source.title ?? source.id} words={found.words} />
            <span class="means">{dateOf(source.published)}</span>
          </>
        ) : null;
      }}
    </Group>
  );
}

function Quotes({ found }: { found: Found }) {
  const { data } = useModel();
  return (
    <Group title="Evidence" items={found.quotes}>
      {(place) => {
        const [source, claim] = [data.sources[place.source], data.claims[place.claim]];
        return source && claim ? (
          <>
            <Excerpt text={quoteOf(source, place.evidence)} words={found.words} />
            <span class="means">
              <StanceTag stance={place.evidence.stance} />{" "}
              <a href={claimLink(claim.id, source.id)}>
                <bdi>{claim.claim}</bdi>
              </a>{" "}
              – <SourceLink source={source} start={place.evidence.at[0]} />
            </span>
          </>
        ) : null;
      }}
    </Group>
  );
}

function Passages({ found }: { found: Found }) {
  const { data } = useModel();
  return (
    <Group title="Texts" items={found.passages}>
      {({ source: index, at }) => {
        const source = data.sources[index];
        return source ? (
          <>
            <Excerpt text={source.text.slice(at[0], at[1])} words={found.words} />
            <span class="means">
              <SourceLink source={source} />
            </span>
          </>
        ) : null;
      }}
    </Group>
  );
}

function Group<T>({ title, items, children }: { title: string; items: T[]; children: (item: T) => ComponentChildren }) {
  const [most, setMost] = useState(FIRST);
  if (items.length === 0) return null;
  return (
    <section class="found" aria-label={title}>
      <h2>
        {title} <span class="means">{items.length}</span>
      </h2>
      <ul>
        {items.slice(0, most).map((item, index) => (
          <li key={index}>{children(item)}</li>
        ))}
      </ul>
      {items.length > most && (
        <button type="button" onClick={() => setMost(most + 50)}>
          Show more
        </button>
      )}
    </section>
  );
}

function Excerpt({ text, words }: { text: string; words: string[] }) {
  const part = excerptOf(text, words);
  return (
    <p class="quote">
      <Parts text={part.text} marks={part.marks} />
    </p>
  );
}

function Marked({ text, words }: { text: string; words: string[] }) {
  return <Parts text={text} marks={findAll(fold(text), words)} />;
}

function Parts({ text, marks }: { text: string; marks: Span[] }) {
  let from = 0;
  const parts: ComponentChildren[] = [];
  for (const [start, end] of marks) {
    parts.push(text.slice(from, start), <mark key={start}>{text.slice(start, end)}</mark>);
    from = end;
  }
  return (
    <bdi dir="auto">
      {parts}
      {text.slice(from)}
    </bdi>
  );
}
