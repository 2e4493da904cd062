/** What outlets say of a claim, source by source. */
import type { Claim, Evidence, PageData, Stance } from "../data";

export interface Voice {
  source: number;
  stance: Stance;
  /** The strongest piece of evidence for that. */
  evidence: Evidence | undefined;
}

/** What the sources of an outlet say of a claim, of the stances given, in order of publication. */
export function voicesOf(data: PageData, claim: Claim, outlet: number, stances: readonly Stance[]): Voice[] {
  const day = ({ source }: Voice) => data.sources[source]?.published ?? "9999";
  return claim.cells
    .filter(({ source, stance }) => data.sources[source]?.outlet === outlet && stances.includes(stance))
    .map(({ source, stance, evidence }) => ({ source, stance, evidence: strongest(evidence, stance, stances) }))
    .sort((x, y) => (day(x) < day(y) ? -1 : day(x) > day(y) ? 1 : x.source - y.source));
}

/** A mixed source has evidence of both sides: that of the side in question is wanted. */
function strongest(evidence: Evidence[], stance: Stance, stances: readonly Stance[]): Evidence | undefined {
  const of = (wanted: (stance: Stance) => boolean) =>
    evidence.filter((one) => wanted(one.stance)).sort((x, y) => y.score - x.score)[0];
  return of((one) => one === stance) ?? of((one) => stances.includes(one)) ?? of(() => true);
}

export interface Side {
  outlet: number;
  voices: Voice[];
}

const BOTH_SIDES: readonly Stance[] = ["supports", "contradicts", "mixed"];

/** Quote against quote: what two outlets say of a claim; of one that contradicts itself, its two accounts. */
export function sidesOf(data: PageData, claim: Claim, a: number, b: number, kind: "agree" | "contradict"): [Side, Side] {
  const side = (outlet: number, stances: readonly Stance[]) => ({ outlet, voices: voicesOf(data, claim, outlet, stances) });
  if (kind === "agree") return [side(a, ["supports", "mixed"]), side(b, ["supports", "mixed"])];
  if (a === b) return [side(a, ["supports", "mixed"]), side(a, ["contradicts", "mixed"])];
  const [ofA, ofB] = [side(a, BOTH_SIDES), side(b, BOTH_SIDES)];
  return [against(ofA, ofB), against(ofB, ofA)];
}

/** Of an outlet with two accounts, only that which the other outlet speaks against. */
function against(side: Side, other: Side): Side {
  const isAnswered = (one: Voice) =>
    other.voices.some(({ stance }) => stance === "mixed" || one.stance === "mixed" || stance !== one.stance);
  return { ...side, voices: side.voices.filter(isAnswered) };
}
