/** A question's accounts on an axis of time: a lane for each claim, a mark where sources of a date say something. */
import type { PageData, Stance } from "../data";
import type { Account } from "./accounts";
import { daysOf } from "./dates";

export interface Mark {
  /** From 0, the first date, to 1, the last. */
  at: number;
  stance: Stance;
  count: number;
  /** Which of the marks at its place it is, from 0. */
  level: number;
}

export interface Lane {
  claim: number;
  marks: Mark[];
}

export interface Lanes {
  lanes: Lane[];
  /** The dates to write at the axis, apart enough to be read. */
  ticks: { at: number; published: string }[];
}

/** A lane has so many places and one; marks would lie on each other if it had more. */
const PLACES = 16;
const TICKS_APART = 0.42;

/** The lanes; nothing where there are fewer than two dates, and so no axis. */
export function lanesOf(data: PageData, claims: readonly number[], accounts: readonly Account[]): Lanes | undefined {
  const dated = accounts.flatMap((account) => {
    const { published } = data.sources[account.source] ?? {};
    const days = daysOf(published);
    return days && published !== undefined ? [{ account, published, day: (days[0] + days[1]) / 2 }] : [];
  });
  dated.sort((x, y) => x.day - y.day);
  const [first, last] = [dated[0]?.day ?? 0, dated[dated.length - 1]?.day ?? 0];
  if (last <= first) return undefined;
  const at = (day: number) => (day - first) / (last - first);
  const lanes = claims.map((claim): Lane => {
    const marks: Mark[] = [];
    for (const { account, day } of dated) {
      const said = account.statements.find((one) => one.claim === claim);
      if (said) mark(marks, at(day), said.stance);
    }
    return { claim, marks };
  });
  return { lanes: lanes.filter(({ marks }) => marks.length > 0), ticks: ticksOf(dated.map(({ published, day }) => ({ published, at: at(day) }))) };
}

function mark(marks: Mark[], exact: number, stance: Stance): void {
  const at = Math.round(exact * PLACES) / PLACES;
  const here = marks.filter((one) => one.at === at);
  const same = here.find((one) => one.stance === stance);
  if (same) same.count += 1;
  else marks.push({ at, stance, count: 1, level: here.length });
}

/** The first and the last, and of those between what keeps its distance. */
function ticksOf(dates: { at: number; published: string }[]): { at: number; published: string }[] {
  const [first, last] = [dates[0], dates[dates.length - 1]];
  if (!first || !last) return [];
  const ticks = [first];
  for (const date of dates) {
    const before = ticks[ticks.length - 1]?.at ?? 0;
    if (date.at - before >= TICKS_APART && last.at - date.at >= TICKS_APART) ticks.push(date);
  }
  return [...ticks, last];
}
