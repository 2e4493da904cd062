/** How large the parts of the matrix are, for the room there is. */
import type { Row } from "../model/order";

export interface Geometry {
  /** Width of a column of cells. */
  column: number;
  /** Width of the claims' column; on a narrow screen claims stand above their cells instead. */
  claims: number;
  /** Height of the sources' names. */
  head: number;
  question: number;
  row: number;
  /** Claims above their cells. */
  stacked: boolean;
  /** Room for a word beside the sign. */
  roomy: boolean;
  /** Room for names written across. */
  across: boolean;
  /** So small that all of it stands in the page, without scrolling of its own. */
  whole: boolean;
}

const NARROW = 640;
const ROOMY = 104;
const ACROSS = 76;
const NARROWEST = 40;
const WIDEST = 150;
/** Rows that may stand in the page at once. */
const WHOLE = 60;

/** The sizes for a width, and numbers of rows and columns. */
export function geometryOf(width: number, rows: number, columns: number): Geometry {
  const stacked = width < NARROW;
  const least = stacked ? 0 : Math.min(420, Math.max(240, Math.round(width * 0.32)));
  const share = Math.floor((width - least) / Math.max(1, columns));
  const column = Math.max(NARROWEST, Math.min(WIDEST, share));
  const fits = least + columns * column <= width;
  const across = column >= ACROSS;
  return {
    column,
    // What the cells leave is the claims'.
    claims: fits && !stacked ? width - columns * column : least,
    head: across ? 76 : 148,
    question: 40,
    row: stacked ? 108 : 60,
    stacked,
    roomy: column >= ROOMY,
    across,
    whole: fits && rows <= WHOLE,
  };
}

/** The height of every row. */
export function heightsOf(rows: readonly Row[], geometry: Geometry): number[] {
  return rows.map((row) => ("claim" in row ? geometry.row : geometry.question));
}
