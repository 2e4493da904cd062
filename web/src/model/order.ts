/** Which claims and sources the matrix shows, and in which order. */
import type { Claim, PageData, Verdict } from "../data";
import { countOf, type Model } from "./model";
import { fold, holdsAll, wordsOf } from "./fold";

/** Disagreement first, then what rests on little. */
export const VERDICTS: readonly Verdict[] = [
  "disputed",
  "contradicted",
  "single-source",
  "unclear",
  "corroborated",
  "unreported",
];

export type RowOrder = "disagreement" | "file";
export type ColumnOrder = "disagreement" | "date" | "outlet" | "file";

export interface Filters {
  verdict: Verdict | "";
  /** An index into the outlets, or nothing for all. */
  outlet: number | undefined;
  text: string;
  disagreements: boolean;
  rows: RowOrder;
  columns: ColumnOrder;
}

/** A line of the matrix: a question, or a claim below it. */
export type Row = { question: number; claims: number } | { claim: number };

/** Reads the filters from an address. */
export function filtersOf(query: URLSearchParams, data: PageData): Filters {
  const outlet = data.outlets.indexOf(query.get("outlet") ?? "");
  return {
    verdict: VERDICTS.find((verdict) => verdict === query.get("verdict")) ?? "",
    outlet: outlet < 0 ? undefined : outlet,
    text: query.get("text") ?? "",
    disagreements: query.has("disagreements"),
    rows: query.get("rows") === "file" ? "file" : "disagreement",
    columns: (["date", "outlet", "file"] as const).find((order) => order === query.get("columns")) ?? "disagreement",
  };
}

/** Writes them as an address. */
export function filtersLink(filters: Filters, data: PageData): string {
  const query = new URLSearchParams();
  if (filters.verdict) query.set("verdict", filters.verdict);
  if (filters.outlet !== undefined) query.set("outlet", data.outlets[filters.outlet] ?? "");
  if (filters.text) query.set("text", filters.text);
  if (filters.disagreements) query.set("disagreements", "1");
  if (filters.rows !== "disagreement") query.set("rows", filters.rows);
  if (filters.columns !== "disagreement") query.set("columns", filters.columns);
  const text = query.toString();
  return text ? `#/?${text}` : "#/";
}

/** The lines of the matrix, each question before its claims. */
export function rowsOf({ data, cell }: Model, filters: Filters): Row[] {
  const words = wordsOf(filters.text);
  const columns = columnsOf(data, filters);
  const shown = (index: number) => {
    const claim = data.claims[index];
    if (!claim) return false;
    const { question } = data.questions[claim.question] ?? { question: "" };
    return (
      (!filters.verdict || claim.verdict === filters.verdict) &&
      (!filters.disagreements || countOf(claim, "contradicts", "mixed") > 0) &&
      (filters.outlet === undefined || columns.some((source) => cell(index, source))) &&
      holdsAll(fold(`${question} ${claim.claim} ${claim.id}`), words)
    );
  };
  const groups = data.questions.map((question, index) => ({ index, claims: question.claims.filter(shown) }));
  if (filters.rows === "disagreement") sortGroups(data, groups);
  return groups
    .filter(({ claims }) => claims.length > 0)
    .flatMap(({ index, claims }): Row[] => [
      { question: index, claims: claims.length },
      ...claims.map((claim) => ({ claim })),
    ]);
}

function sortGroups(data: PageData, groups: { index: number; claims: number[] }[]): void {
  const keys = data.claims.map(keyOf);
  const key = (claim: number | undefined) => (claim === undefined ? undefined : keys[claim]) ?? LAST;
  for (const group of groups) group.claims.sort((x, y) => compare(key(x), key(y)) || x - y);
  groups.sort((x, y) => compare(key(x.claims[0]), key(y.claims[0])) || x.index - y.index);
}

const LAST: readonly number[] = [Number.MAX_SAFE_INTEGER];

/** What a claim is sorted by: its verdict, then how many contradict it, then how many support it. */
function keyOf(claim: Claim): number[] {
  return [VERDICTS.indexOf(claim.verdict), -countOf(claim, "contradicts", "mixed"), -countOf(claim, "supports")];
}

function compare(x: readonly number[], y: readonly number[]): number {
  const at = x.findIndex((value, index) => value !== y[index]);
  return at < 0 ? 0 : (x[at] ?? 0) - (y[at] ?? 0);
}

/** The sources of the matrix. */
export function columnsOf(data: PageData, filters: Pick<Filters, "outlet" | "columns">): number[] {
  const all = data.sources.map((_, index) => index);
  const shown = filters.outlet === undefined ? all : all.filter((index) => data.sources[index]?.outlet === filters.outlet);
  const outlet = (index: number) => data.outlets[data.sources[index]?.outlet ?? -1] ?? "";
  // A source without a date comes last.
  const date = (index: number) => data.sources[index]?.published ?? "9999";
  const byText = (of: (index: number) => string) => (x: number, y: number) =>
    of(x) < of(y) ? -1 : of(x) > of(y) ? 1 : x - y;
  if (filters.columns === "date") return shown.sort(byText(date));
  if (filters.columns === "outlet") return shown.sort(byText((index) => `${fold(outlet(index))}\n${date(index)}`));
  if (filters.columns === "file") return shown;
  const parts = data.sources.map(() => 0);
  for (const claim of data.claims) {
    for (const { source, stance } of claim.cells) {
      if (stance === "contradicts" || stance === "mixed") parts[source] = (parts[source] ?? 0) + 1;
    }
  }
  return shown.sort((x, y) => (parts[y] ?? 0) - (parts[x] ?? 0) || x - y);
}
