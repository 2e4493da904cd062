/** The report with what is looked up often beside it. */
import type { Cell, Claim, Evidence, OriginGroup, PageData, Source } from "../data";

/** A piece of evidence with where it belongs. */
export interface Place {
  claim: number;
  source: number;
  cell: Cell;
  evidence: Evidence;
}

export interface Model {
  data: PageData;
  claimIndex: Map<string, number>;
  sourceIndex: Map<string, number>;
  /** What a source says of a claim; nothing where it is silent. */
  cell(claim: number, source: number): Cell | undefined;
  /** The claims a source says something of. */
  claimsOf(source: number): number[];
  /** All evidence in a source, in the order of its text. */
  placesIn(source: number): Place[];
}

/** Builds the look-ups. Those over evidence are made when first asked for, since opening the page needs none. */
export function modelOf(data: PageData): Model {
  const { claims, sources } = data;
  const at = new Int32Array(claims.length * sources.length);
  const bySource: number[][] = sources.map(() => []);
  claims.forEach((claim, row) => {
    claim.cells.forEach((cell, k) => {
      at[row * sources.length + cell.source] = k + 1;
      bySource[cell.source]?.push(row);
    });
  });
  const cell = (claim: number, source: number) => {
    const k = at[claim * sources.length + source] ?? 0;
    return k > 0 ? claims[claim]?.cells[k - 1] : undefined;
  };
  const places = new Map<number, Place[]>();
  const claimsOf = (source: number) => bySource[source] ?? [];
  return {
    data,
    claimIndex: new Map(claims.map((claim, index) => [claim.id, index])),
    sourceIndex: new Map(sources.map((source, index) => [source.id, index])),
    cell,
    claimsOf,
    placesIn: (source) => {
      const known = places.get(source) ?? placesOf(source, claimsOf(source), cell);
      places.set(source, known);
      return known;
    },
  };
}

function placesOf(source: number, claims: number[], cellOf: Model["cell"]): Place[] {
  const places: Place[] = [];
  for (const claim of claims) {
    const cell = cellOf(claim, source);
    for (const evidence of cell?.evidence ?? []) if (cell) places.push({ claim, source, cell, evidence });
  }
  return places.sort(
    (x, y) => x.evidence.at[0] - y.evidence.at[0] || y.evidence.at[1] - x.evidence.at[1] || x.claim - y.claim,
  );
}

/** The outlet's name of a source. */
export function outletOf(data: PageData, source: Source): string {
  return data.outlets[source.outlet] ?? "";
}

/** The verbatim words of a piece of evidence. */
export function quoteOf(source: Source, evidence: Evidence): string {
  return evidence.quote ?? source.text.slice(evidence.at[0], evidence.at[1]);
}

/** The origin a source's evidence of a side belongs to. */
export function originOf(claim: Claim, source: Source, stance: string): OriginGroup | undefined {
  return claim.origin_groups.find((group) => group.side === stance && group.sources.includes(source.id));
}

/** A text of the list of strings. */
export function textOf(data: PageData, index: number | null | undefined): string {
  return index == null ? "" : (data.strings[index] ?? "");
}

/** How many cells of a claim are of one of some stances. */
export function countOf(claim: Claim, ...stances: string[]): number {
  return claim.cells.filter((cell) => stances.includes(cell.stance)).length;
}
