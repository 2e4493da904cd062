/** Which of many equal or unequal boxes in a row can be seen. */

/** The tops of boxes of these sizes, and at the end where the last one stops. */
export function topsOf(sizes: readonly number[]): number[] {
  const tops = [0];
  let top = 0;
  for (const size of sizes) tops.push((top += size));
  return tops;
}

/** The boxes between two places, with a margin, in steps: scrolling a little changes nothing. */
export function visible(tops: readonly number[], from: number, to: number, margin: number, step: number): [number, number] {
  const count = tops.length - 1;
  const first = Math.floor(Math.max(0, boxAt(tops, from - margin)) / step) * step;
  const last = Math.ceil((boxAt(tops, to + margin) + 1) / step) * step;
  return [Math.min(first, count), Math.min(Math.max(last, 0), count)];
}

/** The box a place lies in: the last one whose top is not below it. */
export function boxAt(tops: readonly number[], place: number): number {
  let [low, high] = [0, tops.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
