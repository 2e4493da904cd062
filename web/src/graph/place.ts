/**
 * Where outlets stand. No chance is in it: the same report gives the same picture.
 *
 * A few stand on an oval, camp by camp, so that no line passes behind an outlet. Many stand camp by camp, each camp a
 * disc of its own: agreements stay within discs then, and contradictions are what runs between them.
 */
export interface Place {
  x: number;
  y: number;
}

/** Up to so many outlets the oval stays readable. */
const OVAL = 16;
/** How far apart neighbours on the oval are. */
const STEP = 190;
/** What an outlet on a disc takes, its name below it. */
const WIDE = 150;
const HIGH = 84;
/** The seeds of a disc of radius r are about (r / DENSE)², each then one unit from the next. */
const DENSE = 0.62;
/** What stays free around a disc, in such units. */
const BETWEEN = 0.9;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Whether so many outlets stand camp by camp, each camp a disc of its own. */
export function onDiscs(count: number): boolean {
  return count > OVAL;
}

/** Where `count` outlets stand on an area that is `aspect` times as wide as high. */
export function placesOf(count: number, camps: readonly number[][], aspect: number): Place[] {
  const groups = groupsOf(count, camps);
  const placed = onDiscs(count) ? discs(groups, aspect) : oval(groups, aspect);
  return Array.from({ length: count }, (_, outlet) => placed.get(outlet) ?? { x: 0, y: 0 });
}

/** The camps, and those who are in none as one more. */
function groupsOf(count: number, camps: readonly number[][]): number[][] {
  const within = new Set(camps.flat());
  const outside = Array.from({ length: count }, (_, outlet) => outlet).filter((outlet) => !within.has(outlet));
  return [...camps, outside].filter((group) => group.length > 0).map((group) => [...group]);
}

function oval(groups: number[][], aspect: number): Map<number, Place> {
  const placed = new Map<number, Place>();
  const count = groups.flat().length;
  if (count === 1) return placed;
  // A step is left out between two groups. An odd number of steps keeps lines from meeting in the middle.
  const gaps = groups.length > 1 ? groups.length : 0;
  const steps = count === 2 ? 2 : (count + gaps) | 1;
  const radius = Math.max((STEP * steps) / (2 * Math.PI), STEP);
  const stretch = Math.min(Math.max(Math.sqrt(aspect), 0.75), 1.5);
  // A group begins where the one before it ended, the first at the left.
  let step = 0;
  for (const group of groups) {
    for (const outlet of group) {
      const angle = (2 * Math.PI * step) / steps - Math.PI;
      placed.set(outlet, { x: rounded(radius * stretch * Math.cos(angle)), y: rounded((radius / stretch) * Math.sin(angle)) });
      step += 1;
    }
    step += gaps > 0 && count > 2 ? 1 : 0;
  }
  return placed;
}

/** A disc for every group, the discs around one point; all of it is as wide to high as what an outlet takes. */
function discs(groups: number[][], aspect: number): Map<number, Place> {
  const placed = new Map<number, Place>();
  const radii = groups.map((group) => DENSE * Math.sqrt(group.length) + BETWEEN);
  centres(radii, aspect >= 1 ? -Math.PI : -Math.PI / 2).forEach((centre, at) => {
    (groups[at] ?? []).forEach((outlet, index) => {
      const { x, y } = onDisc(centre, index);
      placed.set(outlet, { x: rounded(x * WIDE), y: rounded(y * HIGH) });
    });
  });
  return placed;
}

/** The centres of discs, the first at the angle `start`, so far out that no two of the squares around them overlap. */
function centres(radii: number[], start: number): Place[] {
  if (radii.length < 2) return radii.map(() => ({ x: 0, y: 0 }));
  const around = 2 * radii.reduce((sum, radius) => sum + radius, 0);
  let passed = -(radii[0] ?? 0);
  const directions = radii.map((radius) => {
    const angle = start + (2 * Math.PI * (passed + radius)) / around;
    passed += 2 * radius;
    return { x: Math.cos(angle), y: Math.sin(angle) };
  });
  const far = Math.max(...directions.flatMap((one, i) => directions.slice(0, i).map((other, j) => farEnough(i, j, one, other))));
  return directions.map(({ x, y }) => ({ x: x * far, y: y * far }));

  function farEnough(i: number, j: number, one: Place, other: Place): number {
    return ((radii[i] ?? 0) + (radii[j] ?? 0)) / (Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y)) || 1);
  }
}

/** As the seeds of a sunflower stand: evenly, whatever their number (Vogel 1979). */
function onDisc(centre: Place, index: number): Place {
  const [radius, angle] = [DENSE * Math.sqrt(index + 0.5), index * GOLDEN_ANGLE];
  return { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) };
}

/** To a tenth: the last digits of a sine differ between machines. */
function rounded(value: number): number {
  // Adding 0 turns -0 into 0.
  return Math.round(value * 10) / 10 + 0;
}
