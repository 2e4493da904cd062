/** The words the page says things in. */
import type { Claim, Relation, Stance, Verdict } from "../data";

/** A sign for every stance, so that colour is never the only one. */
export const SIGN: Record<Stance, string> = {
  supports: "+",
  contradicts: "×",
  mixed: "±",
  unclear: "?",
  silent: "·",
};

export const STANCE_MEANS: Record<Stance, string> = {
  supports: "a passage bears it out",
  contradicts: "a passage says otherwise",
  mixed: "it does both: a correction, two accounts in one text",
  unclear: "a passage bears on the claim without settling it",
  silent: "no such passage: it is not agreement",
};

/** The word for what one does: "Sky News is silent on". */
export const STANCE_VERB: Record<Stance, string> = {
  supports: "supports",
  contradicts: "contradicts",
  mixed: "both supports and contradicts",
  unclear: "is unclear on",
  silent: "is silent on",
};

export const VERDICT_MEANS: Record<Verdict, string> = {
  disputed: "some source supports it and some source contradicts it, or one does both",
  corroborated: "support from two origins or more, and no contradiction",
  "single-source": "support from one origin, and no contradiction",
  contradicted: "contradiction without support",
  unclear: "only unclear evidence",
  unreported: "silence everywhere",
};

export const VERDICT_SIGN: Record<Verdict, string> = {
  disputed: "±",
  corroborated: "++",
  "single-source": "+",
  contradicted: "×",
  unclear: "?",
  unreported: "·",
};

export const RELATION_SIGN: Record<Relation, string> = {
  equal: "=",
  within: "∈",
  wider: "≳",
  overlaps: "≈",
  conflicts: "≠",
  missing: "∅",
};

export const RELATION_MEANS: Record<Relation, string> = {
  equal: "the same",
  within: "within what the claim says",
  wider: "vaguer than the claim",
  overlaps: "overlaps what the claim says",
  conflicts: "conflicts with the claim",
  missing: "not said here",
};

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** A date as one writes it: "12 February 2025". What is no date stays as it is. */
export function dateOf(published: string | undefined): string {
  const found = /^(\d{4})-(\d\d)(?:-(\d\d))?/.exec(published ?? "");
  const month = found ? MONTHS[Number(found[2]) - 1] : undefined;
  if (!found || month === undefined) return published ?? "";
  return [found[3] === undefined ? "" : String(Number(found[3])), month, found[1]].filter(Boolean).join(" ");
}

/** The same, short: "12 Feb 2025". */
export function shortDateOf(published: string | undefined): string {
  return dateOf(published).replace(/[A-Z][a-z]{3,}/, (month) => month.slice(0, 3));
}

/** "1 claim", "2 claims". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** With a capital letter at its beginning. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "a, b and c". */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items[items.length - 1] ?? ""}`;
}

/** Who bears a claim out, in numbers: "supported by 2 outlets, 1 origin". */
export function supportOf(claim: Claim): string {
  if (claim.outlets === 0) return "supported by no outlet";
  return `supported by ${counted(claim.outlets, "outlet")}, ${counted(claim.origins, "origin")}`;
}

/** A share as one says it: "87 %". */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
