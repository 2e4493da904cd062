/** Which words of a quote are values of the claim, and how they stand to it. */
import type { Evidence, PageData, Relation, Source, Span } from "../data";
import { fold } from "./fold";
import { textOf } from "./model";

export interface ValueMark {
  at: Span;
  relation: Relation;
  /** What the claim says instead. */
  claimed: string;
}

/**
 * The values in a quote. Evidence that was carried over from another claim was aligned with that one's wording: there
 * a value that is the other claim's may be the very one that parts it from this claim, so only what was compared with
 * this claim counts.
 */
export function valueMarks(data: PageData, source: Source, evidence: Evidence): ValueMark[] {
  // Without the text, the places of words are places in nothing.
  if (evidence.quote !== undefined) return [];
  const phrasing = textOf(data, evidence.phrasing);
  return evidence.words.flatMap(([from, to, start, end, , relation]): ValueMark[] => {
    if (relation === undefined) return [];
    const compared = comparedWith(data, evidence, source.text.slice(start, end));
    if (compared) return [{ at: [start, end], ...compared }];
    return evidence.from === undefined ? [{ at: [start, end], relation, claimed: phrasing.slice(from, to) }] : [];
  });
}

function comparedWith(data: PageData, evidence: Evidence, words: string): Omit<ValueMark, "at"> | undefined {
  if (evidence.from === undefined) return undefined;
  const found = evidence.values.find(([, reported]) => reported !== null && fold(textOf(data, reported)) === fold(words));
  return found && { relation: found[2], claimed: textOf(data, found[0]) };
}

const ORDER: readonly Relation[] = ["conflicts", "missing", "overlaps", "wider", "within", "equal"];

/** Where several values share words, the one that tells most. */
export function mostTelling(marks: readonly ValueMark[]): ValueMark | undefined {
  return [...marks].sort((x, y) => ORDER.indexOf(x.relation) - ORDER.indexOf(y.relation))[0];
}
