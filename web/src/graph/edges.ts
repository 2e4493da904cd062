/** Which lines the graph has: what is left of each two outlets after filtering, and which of it is drawn. */
import type { PageData, Pair, Verdict } from "../data";
import { fold, holdsAll, wordsOf } from "../model/fold";

export interface Filters {
  /** Only this claim. */
  claim: number | undefined;
  /** Only claims that have these words in them, or in their question. */
  words: string;
  verdict: Verdict | "";
  agree: boolean;
  contradict: boolean;
  /** On how many claims two outlets have to agree, or to contradict each other, at the least. */
  least: number;
}

export const NO_FILTERS: Filters = { claim: undefined, words: "", verdict: "", agree: true, contradict: true, least: 1 };

/** How two outlets, or one and itself, stand on the claims that the filters leave. */
export interface Tie extends Pair {
  /** Its index among the report's pairs. */
  pair: number;
}

export type Kind = "agree" | "contradict";

export interface Line {
  kind: Kind;
  tie: Tie;
  /** On how many claims. */
  count: number;
  /** Whether at least one of the agreements is of two origins. */
  independent: boolean;
}

/** The claims that the filters leave, as a test. */
export function claimFilter(data: PageData, { claim, words, verdict }: Filters): (index: number) => boolean {
  const sought = wordsOf(words);
  const known = data.claims.map((one, index) => {
    if (claim !== undefined && claim !== index) return false;
    if (verdict && one.verdict !== verdict) return false;
    const question = data.questions[one.question]?.question ?? "";
    return sought.length === 0 || holdsAll(fold(`${question} ${one.claim} ${one.id}`), sought);
  });
  return (index) => known[index] ?? false;
}

/** How every two outlets stand, those that contradict each other on most claims first. */
export function tiesOf(data: PageData, filters: Filters): Tie[] {
  const shown = claimFilter(data, filters);
  const enough = (wanted: boolean, claims: number[]) => {
    const left = wanted ? claims.filter(shown) : [];
    return left.length >= filters.least ? left : [];
  };
  return data.pairs
    .map((pair, index): Tie => {
      const agree = enough(filters.agree, pair.agree);
      const left = new Set(agree);
      const independent = pair.independent.filter((claim) => left.has(claim));
      return { ...pair, pair: index, agree, independent, contradict: enough(filters.contradict, pair.contradict) };
    })
    .filter(({ agree, contradict }) => agree.length + contradict.length > 0)
    .sort(
      (x, y) => y.contradict.length - x.contradict.length || y.agree.length - x.agree.length || x.a - y.a || x.b - y.b,
    );
}

/** The lines of some ties: the contradictions first, then independent agreements, then others; each the widest first. */
export function linesOf(ties: Tie[]): Line[] {
  const contradictions = ties.map((tie) => line("contradict", tie));
  const agreements = ties.map((tie) => line("agree", tie));
  const widest = (x: Line, y: Line) => Number(y.independent) - Number(x.independent) || y.count - x.count;
  return [...contradictions.sort(widest), ...agreements.sort(widest)].filter(({ count }) => count > 0);
}

function line(kind: Kind, tie: Tie): Line {
  const independent = kind === "agree" && tie.independent.length > 0;
  return { kind, tie, count: tie[kind].length, independent };
}

/** More lines than this are a ball of wool: where outlets stand on an oval, and where they stand on discs. */
const READABLE = { few: 150, many: 80 };
/** Contradictions may take this share of them where there are agreements to draw as well. */
const OF_CONTRADICTIONS = 2 / 3;

/**
 * The lines to draw: all where that stays readable, else the widest of both kinds, and those of what is opened: of one
 * outlet all, of two those between them.
 */
export function drawnLines(lines: Line[], opened: readonly number[], many: boolean): Line[] {
  const room = many ? READABLE.many : READABLE.few;
  if (lines.length <= room) return lines;
  const contradictions = lines.filter(({ kind }) => kind === "contradict");
  const agreements = lines.filter(({ kind }) => kind === "agree");
  const first = Math.max(Math.round(room * OF_CONTRADICTIONS), room - agreements.length);
  const chosen = new Set(contradictions.slice(0, first));
  for (const agreement of agreements.slice(0, room - chosen.size)) chosen.add(agreement);
  const isOpened = ({ tie }: Line) => opened.length > 0 && opened.every((outlet) => tie.a === outlet || tie.b === outlet);
  return lines.filter((one) => chosen.has(one) || isOpened(one));
}
