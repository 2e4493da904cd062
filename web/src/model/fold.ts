/** Text without case, accents and curls, for finding. Its length stays, so that a place in it is a place in the text. */

const FOLDED = new Map<string, string>([
  ["‘", "'"],
  ["’", "'"],
  ["“", '"'],
  ["”", '"'],
  ["–", "-"],
  ["—", "-"],
  ["\u00a0", " "],
]);

function foldUnit(unit: string): string {
  const known = FOLDED.get(unit);
  if (known !== undefined) return known;
  const plain = unit.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const folded = plain.length === 1 ? plain : unit;
  FOLDED.set(unit, folded);
  return folded;
}

/** Folds a text, unit by unit. */
export function fold(text: string): string {
  // Plain lower-casing may lengthen a text ("İ"), so what is not ASCII goes first.
  return text.replace(/[^\x00-\x7f]/g, foldUnit).replace(/[A-Z]+/g, (part) => part.toLowerCase());
}

/** The words of a query, each once. */
export function wordsOf(query: string): string[] {
  return [...new Set(fold(query).split(/\s+/).filter(Boolean))];
}

/** Whether a folded text holds all words. */
export function holdsAll(folded: string, words: readonly string[]): boolean {
  return words.every((word) => folded.includes(word));
}

/** Where the words stand in a folded text, apart from one another and in order. */
export function findAll(folded: string, words: readonly string[]): [number, number][] {
  const found: [number, number][] = [];
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      found.push([at, at + word.length]);
    }
  }
  found.sort((x, y) => x[0] - y[0] || y[1] - x[1]);
  const apart: [number, number][] = [];
  for (const [start, end] of found) {
    const last = apart[apart.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else apart.push([start, end]);
  }
  return apart;
}
