/** Which labels have room. */
export interface Box {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/**
 * The labels that can be shown without one lying on another or on an obstacle of someone else's: the first come first.
 * A label's own obstacle has the same `owner`.
 */
export function roomFor(labels: { owner: string; box: Box }[], obstacles: { owner: string; box: Box }[]): Set<string> {
  const taken = [...obstacles];
  const shown = new Set<string>();
  for (const label of labels) {
    if (taken.some(({ owner, box }) => owner !== label.owner && overlap(box, label.box))) continue;
    taken.push(label);
    shown.add(label.owner);
  }
  return shown;
}

function overlap(a: Box, b: Box): boolean {
  return a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;
}
