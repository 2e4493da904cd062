/** Dates that may be partial: "2025", "2025-02", "2025-02-12", or with a time of day. */

const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/;
const DAY = 86_400_000;

/** The first and the last day it may mean, in days since 1970; nothing where it is no date. */
export function daysOf(published: string | undefined): [first: number, last: number] | undefined {
  const found = DATE.exec(published ?? "");
  if (!found) return undefined;
  const [year, month, day] = [Number(found[1]), Number(found[2] ?? 0), Number(found[3] ?? 0)];
  const at = (...parts: [number, number, number]) => Math.floor(Date.UTC(...parts) / DAY);
  if (month === 0) return [at(year, 0, 1), at(year, 11, 31)];
  if (day === 0) return [at(year, month - 1, 1), at(year, month, 0)];
  return [at(year, month - 1, day), at(year, month - 1, day)];
}

/** Earlier first; of two that begin on one day the more precise; what has no date last. */
export function byDate(x: string | undefined, y: string | undefined): number {
  const [a, b] = [daysOf(x), daysOf(y)];
  if (!a || !b) return Number(!a) - Number(!b);
  return a[0] - b[0] || a[1] - b[1] || (x === y ? 0 : (x ?? "") < (y ?? "") ? -1 : 1);
}

/** How long after one date another one is, as one says it: "5 months later"; nothing where they touch. */
export function laterBy(earlier: string | undefined, later: string | undefined): string | undefined {
  const [a, b] = [daysOf(earlier), daysOf(later)];
  const days = a && b ? b[0] - a[1] : 0;
  if (days <= 0) return undefined;
  const [count, unit] = days < 14 ? [days, "day"] : days < 60 ? [days / 7, "week"] : days < 700 ? [days / 30.44, "month"] : [days / 365.25, "year"];
  const whole = Math.round(count);
  return `${whole === days ? "" : "about "}${whole} ${unit}${whole === 1 ? "" : "s"} later`;
}

/** What the `datetime` of a time element may be; nothing where it is no date. */
export function machineDate(published: string | undefined): string | undefined {
  return DATE.exec(published ?? "")?.[0];
}
