/**
 * The report as it stands in the file, where every byte counts, and how the page's own {@link PageData} is made of it.
 * `src/export/html/{data,cell}.rs` write it.
 *
 * 500 claims against 200 sources are 100,000 cells: what can be told from something else is left out, names of fields are
 * left out where there are many of them, and evidence is unpacked when it is first looked at.
 */
import type { Cell, Claim, Evidence, OriginGroup, PageData, Question, Relation, Stance, Unlisted } from "./data";

export interface Packed extends Omit<PageData, "claims" | "questions" | "unlisted"> {
  /** The sources in order of publication, those without a date last. */
  order: number[];
  questions: Omit<Question, "accounts">[];
  claims: (Omit<Claim, "cells" | "origin_groups"> & { cells: PackedCell[]; origin_groups: PackedOrigin[] })[];
  unlisted: PackedUnlisted[];
}

/** As {@link OriginGroup}, with places in the lists of outlets and sources. */
export type PackedOrigin = Omit<OriginGroup, "outlets" | "sources"> & { outlets: number[]; sources: number[] };

/** `stance` is a place in {@link STANCES}, `score` in percent, `left` how many pieces of evidence the file has no room for. */
export type PackedCell = [
  source: number,
  stance: number,
  score: number,
  evidence: PackedEvidence[],
  more?: { ruling?: Cell["ruling"]; left?: number },
];

export type PackedEvidence = [
  start: number,
  length: number,
  stance: number,
  score: number,
  phrasing: number,
  because: number,
  /** Three numbers each: the claim's words, the source's or -1, and a place in {@link RELATIONS}. */
  values: number[],
  /** Five numbers each: start and length in the phrasing, start (counted from the quote's) and length in the text, and how
   * alike they are in percent; for values 101 and the place in {@link RELATIONS}. */
  words: number[],
  more?: Pick<Evidence, "quote" | "by" | "speaker" | "how" | "cue" | "from"> & { line?: number },
];

export type PackedUnlisted = [question: number, source: number, answer: number, start: number, length: number];

export const STANCES: readonly Stance[] = ["supports", "contradicts", "mixed", "unclear", "silent"];
export const RELATIONS: readonly Relation[] = ["equal", "within", "wider", "overlaps", "conflicts", "missing"];

const VALUE = 101;

/** Makes the page's data of what the file holds. */
export function unpack(packed: Packed): PageData {
  const { order, ...same } = packed;
  const texts = packed.sources.map(({ text }) => text);
  const claims = packed.claims.map((claim) => ({
    ...claim,
    cells: claim.cells.map((cell) => new LazyCell(cell, texts[cell[0]] ?? "")),
    origin_groups: claim.origin_groups.map((group) => ({
      ...group,
      outlets: group.outlets.map((at) => packed.outlets[at] ?? ""),
      sources: group.sources.map((at) => packed.sources[at]?.id ?? ""),
    })),
  }));
  const rank = new Map(order.map((source, at) => [source, at]));
  const published = packed.sources.map((source) => source.published);
  return {
    ...same,
    claims,
    questions: packed.questions.map((question) => ({
      ...question,
      get accounts() {
        return accountsOf(question.claims, claims, rank, published);
      },
    })),
    unlisted: packed.unlisted.map((one) => unlistedOf(packed, one)),
  };
}

/** A cell that is unpacked as it is looked at: there may be a hundred thousand. */
class LazyCell implements Cell {
  #packed: PackedCell;
  #text: string;
  #evidence: Evidence[] | undefined;

  constructor(packed: PackedCell, text: string) {
    this.#packed = packed;
    this.#text = text;
  }

  get source(): number {
    return this.#packed[0];
  }

  get stance(): Stance {
    return named(STANCES, this.#packed[1], "silent");
  }

  get score(): number {
    return this.#packed[2] / 100;
  }

  get ruling(): Cell["ruling"] {
    return this.#packed[4]?.ruling;
  }

  get left(): number {
    return this.#packed[4]?.left ?? 0;
  }

  get evidence(): Evidence[] {
    return (this.#evidence ??= this.#packed[3].map((one) => evidenceOf(one, this.#text)));
  }
}

function evidenceOf(packed: PackedEvidence, text: string): Evidence {
  const [start, length, stance, score, phrasing, because, values, words, more] = packed;
  return {
    at: [start, start + length],
    line: lineOf(text, start),
    stance: named(STANCES, stance, "unclear"),
    score: score / 100,
    phrasing,
    because,
    values: inGroups(values, 3).map(([claimed = 0, reported = -1, relation = 0]) => [
      claimed,
      reported < 0 ? null : reported,
      named(RELATIONS, relation, "missing"),
    ]),
    words: inGroups(words, 5).map((group) => wordsOf(group, start)),
    ...more,
  };
}

function wordsOf([from = 0, length = 0, start = 0, size = 0, alike = 0]: number[], quote: number): Evidence["words"][number] {
  const places = [from, from + length, quote + start, quote + start + size] as const;
  if (alike < VALUE) return [...places, alike];
  const relation = named(RELATIONS, alike - VALUE, "missing");
  return [...places, relation === "equal" || relation === "within" ? 100 : 0, relation];
}

/** The line, from 1, that `at` stands on. */
function lineOf(text: string, at: number): number {
  let line = 1;
  for (let end = text.indexOf("\n"); end >= 0 && end < at; end = text.indexOf("\n", end + 1)) line += 1;
  return line;
}

function accountsOf(
  ids: readonly number[],
  claims: readonly { cells: readonly Cell[] }[],
  rank: ReadonlyMap<number, number>,
  published: readonly (string | undefined)[],
): Question["accounts"] {
  const accounts = new Map<number, Question["accounts"][number]>();
  for (const claim of ids) {
    for (const { source, stance } of claims[claim]?.cells ?? []) {
      if (stance === "unclear" || stance === "silent") continue;
      const day = published[source];
      const account = accounts.get(source) ?? { source, ...(day ? { published: day } : {}), supports: [], contradicts: [] };
      if (stance !== "contradicts") account.supports.push(claim);
      if (stance !== "supports") account.contradicts.push(claim);
      accounts.set(source, account);
    }
  }
  return [...accounts.values()].sort((a, b) => (rank.get(a.source) ?? 0) - (rank.get(b.source) ?? 0));
}

function unlistedOf(packed: Packed, [question, source, answer, start, length]: PackedUnlisted): Unlisted {
  const text = packed.sources[source]?.text ?? "";
  return {
    question: packed.questions[question]?.question ?? "",
    source,
    answer: packed.strings[answer] ?? "",
    quote: text.slice(start, start + length),
    get line() {
      return lineOf(text, start);
    },
  };
}

const named = <T>(names: readonly T[], at: number, otherwise: T): T => names[at] ?? otherwise;

function inGroups(numbers: readonly number[], size: number): number[][] {
  const groups: number[][] = [];
  for (let at = 0; at < numbers.length; at += size) groups.push(numbers.slice(at, at + size));
  return groups;
}

