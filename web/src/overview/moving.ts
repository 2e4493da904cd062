/** Moving about the matrix by keyboard, as the ARIA grid pattern has it. */
import type { Row } from "../model/order";

/** A place in the matrix; -1 is the row of sources, or the column of claims. */
export interface Position {
  row: number;
  column: number;
}

const PAGE = 8;

/** Where a key leads from a place; nothing if it is no key of the matrix, or leads nowhere. */
export function move(
  { key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">,
  at: Position,
  rows: readonly Row[],
  columns: number,
): Position | "open" | undefined {
  if (metaKey || altKey) return undefined;
  const far = ctrlKey;
  switch (key) {
    case "ArrowUp":
      return step(at, -1, rows);
    case "ArrowDown":
      return step(at, 1, rows);
    case "ArrowLeft":
      return { row: at.row, column: Math.max(-1, at.column - 1) };
    case "ArrowRight":
      return { row: at.row, column: Math.min(columns - 1, at.column + 1) };
    case "PageUp":
      return { row: Math.max(0, at.row - PAGE), column: at.column };
    case "PageDown":
      return { row: Math.min(rows.length - 1, at.row + PAGE), column: at.column };
    case "Home":
      return { row: far ? 0 : at.row, column: far || at.column < 1 ? -1 : 0 };
    case "End":
      return { row: far ? rows.length - 1 : at.row, column: columns - 1 };
    case "Enter":
    case " ":
      return "open";
    default:
      return undefined;
  }
}

function step(at: Position, by: 1 | -1, rows: readonly Row[]): Position {
  return { row: Math.min(rows.length - 1, Math.max(-1, at.row + by)), column: at.column };
}
