/** Finding words in claims, quotes, texts and outlets. */
import type { Span } from "../data";
import { findAll, fold, holdsAll, wordsOf } from "./fold";
import type { Model, Place } from "./model";
import { paragraphsOf } from "./segments";

export interface Found {
  words: string[];
  claims: number[];
  sources: number[];
  quotes: Place[];
  passages: { source: number; at: Span }[];
}

export interface Finder {
  find(query: string): Found;
}

/** Folds everything once; finding is then a matter of looking for words in strings. */
export function finderOf(model: Model): Finder {
  const { data } = model;
  const claims = data.claims.map((claim) =>
    fold(`${data.questions[claim.question]?.question ?? ""} ${claim.claim} ${claim.id} ${claim.note ?? ""}`),
  );
  const sources = data.sources.map((source) =>
    fold(`${data.outlets[source.outlet] ?? ""} ${source.title ?? ""} ${source.id} ${source.published ?? ""} ${source.file}`),
  );
  const texts = data.sources.map((source) => fold(source.text));
  const paragraphs = data.sources.map((source) => paragraphsOf(source.text));
  return {
    find(query) {
      const words = wordsOf(query);
      if (words.length === 0) return { words, claims: [], sources: [], quotes: [], passages: [] };
      const has = (folded: string | undefined) => holdsAll(folded ?? "", words);
      const hits = (list: string[]) => list.flatMap((folded, index) => (has(folded) ? [index] : []));
      // A quote can only hold what its text holds, if that is in the page.
      const likely = data.sources.flatMap((source, index) => (source.text === "" || has(texts[index]) ? [index] : []));
      return {
        words,
        claims: hits(claims),
        sources: hits(sources),
        quotes: likely.flatMap((source) =>
          model.placesIn(source).filter(({ evidence }) => has(evidence.quote === undefined ? texts[source]?.slice(evidence.at[0], evidence.at[1]) : fold(evidence.quote))),
        ),
        passages: likely.flatMap((source) =>
          (paragraphs[source] ?? []).filter(([from, to]) => has(texts[source]?.slice(from, to))).map((at) => ({ source, at })),
        ),
      };
    },
  };
}

/** A part of a text around the first of the words found in it, with where they stand in that part. */
export function excerptOf(text: string, words: readonly string[], length = 240): { text: string; marks: Span[] } {
  const first = findAll(fold(text), words)[0]?.[0] ?? 0;
  const from = text.length <= length ? 0 : Math.max(0, first - Math.floor(length / 3));
  const start = from === 0 ? 0 : wordStart(text, from);
  const end = Math.min(text.length, start + length);
  const part = `${start > 0 ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
  return { text: part, marks: findAll(fold(part), words) };
}

function wordStart(text: string, from: number): number {
  const space = text.indexOf(" ", from);
  return space >= 0 && space - from < 30 ? space + 1 : from;
}
