/** Cutting a stretch of text where marks begin and end, so that marks that overlap can be drawn. */
import type { Span } from "../data";

export interface Segment<T> {
  start: number;
  end: number;
  /** The marks that cover it, in the order in which they were given. */
  marks: T[];
  /** Those of them that begin here. */
  begins: T[];
}

/** Cuts `within` at the ends of marks. The segments follow one another without a gap; empty marks are left out. */
export function segmentsOf<T>(within: Span, marks: readonly T[], span: (mark: T) => Span): Segment<T>[] {
  const [from, to] = within;
  if (to <= from) return [];
  const inside = marks
    .map((mark) => ({ mark, start: Math.max(from, span(mark)[0]), end: Math.min(to, span(mark)[1]) }))
    .filter(({ start, end }) => start < end);
  const cuts = [...new Set([from, to, ...inside.flatMap(({ start, end }) => [start, end])])].sort((x, y) => x - y);
  return sweep(cuts, inside);
}

interface Inside<T> {
  mark: T;
  start: number;
  end: number;
}

function sweep<T>(cuts: number[], inside: Inside<T>[]): Segment<T>[] {
  const order = inside.map((_, index) => index).sort((x, y) => (inside[x]?.start ?? 0) - (inside[y]?.start ?? 0) || x - y);
  const open = new Set<number>();
  let next = 0;
  const segments: Segment<T>[] = [];
  for (let k = 0; k + 1 < cuts.length; k += 1) {
    const [start = 0, end = 0] = [cuts[k], cuts[k + 1]];
    for (const index of open) if ((inside[index]?.end ?? 0) <= start) open.delete(index);
    const begins: number[] = [];
    for (; next < order.length && (inside[order[next] ?? -1]?.start ?? Infinity) <= start; next += 1) {
      const index = order[next];
      if (index !== undefined) {
        open.add(index);
        begins.push(index);
      }
    }
    const marksOf = (indices: Iterable<number>) =>
      // Wrapped, because a mark may be an array itself.
      [...indices].sort((x, y) => x - y).flatMap((index) => (index in inside ? [(inside[index] as Inside<T>).mark] : []));
    segments.push({ start, end, marks: marksOf(open), begins: marksOf(begins) });
  }
  return segments;
}

/** The lines of a text that are not blank. */
export function paragraphsOf(text: string): Span[] {
  const spans: Span[] = [];
  const line = /[^\n]*\S[^\n]*/g;
  for (let found = line.exec(text); found; found = line.exec(text)) spans.push([found.index, found.index + found[0].length]);
  return spans;
}
