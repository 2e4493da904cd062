/**
 * What the page shows: the report, made compact. `packed.ts` makes it of what stands in the file.
 *
 * Numbers that stand for a claim, a source, an outlet, a question or a speaker are indices into the lists of the same
 * name. Offsets count UTF-16 code units, as JavaScript's strings do.
 */

export type Stance = "supports" | "contradicts" | "mixed" | "unclear" | "silent";
export type Verdict =
  | "corroborated"
  | "single-source"
  | "disputed"
  | "contradicted"
  | "unclear"
  | "unreported";
export type Relation = "equal" | "within" | "wider" | "overlaps" | "conflicts" | "missing";

/** An index into {@link PageData.strings}. */
export type Text = number;
/** A half-open range. */
export type Span = [start: number, end: number];

export interface PageData {
  format: string;
  engine: string;
  settings: { threshold: number };
  summary: {
    claims: number;
    sources: number;
    outlets: number;
    verdicts: Record<Verdict, number>;
    rulings: { given: number; agree: number; stale: number };
  };
  /** Texts that occur more than once, each once. */
  strings: string[];
  /** Their names, in order. */
  outlets: string[];
  sources: Source[];
  questions: Question[];
  claims: Claim[];
  speakers: Speaker[];
  reuse: Reuse[];
  pairs: Pair[];
  structure: Structure;
  unlisted: Unlisted[];
  /** Whether there was room only for the best evidence, and of {@link Evidence.words} only for values. */
  brief: boolean;
}

export interface Source {
  id: string;
  outlet: number;
  title?: string;
  published?: string;
  url?: string;
  file: string;
  sha256: string;
  note?: string;
  /** Its text, whole. */
  text: string;
  /** The part of it that is the article. */
  article: Span;
}

export interface Question {
  question: string;
  claims: number[];
  /** Whether its claims may all hold at once. */
  compatible: boolean;
  /** What its sources say, in order of publication; sources that say nothing of it are left out. */
  accounts: { source: number; published?: string; supports: number[]; contradicts: number[] }[];
}

export interface Claim {
  id: string;
  question: number;
  claim: string;
  file: string;
  line: number;
  verdict: Verdict;
  /** How many independent origins support it. */
  origins: number;
  /** How many outlets support it. */
  outlets: number;
  origin_groups: OriginGroup[];
  dispute?: Dispute;
  rivals: number[];
  implies: number[];
  note?: string;
  /** What sources say of it, in the order of the sources; those that are silent, and not ruled on, are left out. */
  cells: Cell[];
}

export interface OriginGroup {
  side: "supports" | "contradicts";
  number: number;
  outlets: string[];
  /** Ids. */
  sources: string[];
  /** What makes its sources one origin, for a person to read. */
  why: string[];
}

export interface Dispute {
  /** One sentence each, for a person to read: how the sides part beside their words. */
  notes: string[];
}

export interface Cell {
  source: number;
  stance: Stance;
  /** How well its best evidence bears the claim out, 0 to 1. */
  score: number;
  evidence: Evidence[];
  /** How many more pieces there are, for which the file has no room. */
  left?: number;
  ruling?: {
    stance: Stance;
    because: string;
    by?: string;
    on?: string;
    quote?: string;
    stale: boolean;
  } | undefined;
}

export interface Evidence {
  /** Its quote, in the source's text. */
  at: Span;
  /** The quote itself, only where the source's text is not in the page: {@link at} is no place in it then. */
  quote?: string;
  line: number;
  stance: Stance;
  score: number;
  /** The claim's wording it was found by. */
  phrasing: Text;
  because: Text;
  /** Values of the claim beside their partners in the source. */
  values: [claimed: Text, reported: Text | null, relation: Relation][];
  /** Which words answer which: a place in the phrasing, one in the source's text, how alike they are in percent, and for
   * values how they stand to each other. */
  words: [claimedStart: number, claimedEnd: number, start: number, end: number, alike: number, relation?: Relation][];
  /** Whose words it is, where not the outlet's own, as the source calls them. */
  by?: Text;
  speaker?: number;
  how?: "quoted" | "reported";
  /** The words that attribute it, in the source's text. */
  cue?: Span;
  /** The claim it was carried over from. */
  from?: number;
}

export interface Speaker {
  name: string;
  kind: string;
  /** Who that is, as a source describes it. */
  description?: string;
  names: string[];
  sources: number[];
}

/** Two sources that share text. */
export interface Reuse {
  a: number;
  b: number;
  how: string;
  /** The shares of each, 0 to 1, that the other has, too. */
  of_a: number;
  of_b: number;
  passages: { a: Span; b: Span; words: number; quoted: boolean }[];
}

/** Two outlets, or one and itself. */
export interface Pair {
  a: number;
  b: number;
  /** Claims that both support. */
  agree: number[];
  /** Those of them where the two are not one origin. */
  independent: number[];
  /** Claims that one supports and the other contradicts. */
  contradict: number[];
}

export interface Structure {
  /** Outlets that have to do with one another. */
  groups: number[][];
  /** Outlets that agree more than they contradict each other. */
  camps: number[][];
}

export interface Unlisted {
  question: string;
  source: number;
  answer: string;
  quote: string;
  line: number;
}
