import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Row } from "../model/order";
import { claimLink, sourceLink } from "../model/routes";
import { topsOf, visible } from "../model/window";
import { useModel } from "../page/context";
import { CellDialog } from "./CellDialog";
import { geometryOf, heightsOf, type Geometry } from "./geometry";
import { HeadRow, MatrixRow } from "./MatrixRow";
import { move, type Position } from "./moving";

interface Props {
  rows: Row[];
  columns: number[];
}

/** Where the matrix was left, for coming back to it. */
const left = { x: 0, y: 0, position: undefined as Position | undefined };

/**
 * Claims against sources. Only what can be seen, with a margin, is in the page: 500 claims and 200 sources are
 * 100,000 cells. The place that has the focus stays in the page wherever one scrolls.
 */
export function Matrix({ rows, columns }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const geometry = useMemo(() => geometryOf(width, rows.length, columns.length), [width, rows.length, columns.length]);
  const tops = useMemo(() => topsOf(heightsOf(rows, geometry)), [rows, geometry]);
  const lefts = useMemo(() => topsOf(columns.map(() => geometry.column)), [columns, geometry]);
  const [shown, look] = useShown(box, tops, lefts, geometry);
  const [position, setPosition] = useState<Position>(left.position ?? { row: 0, column: 0 });
  const [opened, setOpened] = useState<{ claim: number; source: number }>();
  const at = clamp(position, rows.length, columns.length);
  const wanted = useRef(false);
  useLayoutEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    box.current?.querySelector<HTMLElement>(`[data-row="${at.row}"][data-column="${at.column}"]`)?.focus({ preventScroll: true });
  });
  const goTo = (next: Position) => {
    left.position = next;
    wanted.current = true;
    setPosition(next);
    if (box.current) reveal(box.current, next, tops, lefts, geometry);
    look();
  };
  const { press, click } = useControls(rows, columns, at, { goTo, setPosition, setOpened });
  const total = { width: geometry.claims + (lefts[lefts.length - 1] ?? 0), height: tops[tops.length - 1] ?? 0 };
  return (
    <>
      <div ref={box} class={classesOf(geometry)} onScroll={look}>
        <div
          role="grid"
          aria-label="Claims against sources"
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length + 1}
          aria-readonly="true"
          onKeyDown={press}
          onClick={click}
          style={{ width: `${total.width}px`, height: `${total.height + geometry.head}px` }}
        >
          <HeadRow columns={columns} shown={shown.columns} geometry={geometry} at={at.row < 0 ? at.column : undefined} />
          {indices(shown.rows, at.row).map((row) => {
            const line = rows[row];
            return line ? (
              <MatrixRow
                key={"claim" in line ? line.claim : `q${line.question}`}
                line={line}
                row={row}
                top={(tops[row] ?? 0) + geometry.head}
                columns={columns}
                from={shown.columns[0]}
                to={shown.columns[1]}
                geometry={geometry}
                at={at.row === row ? at.column : undefined}
              />
            ) : null;
          })}
        </div>
      </div>
      {opened && <CellDialog {...opened} close={() => setOpened(undefined)} />}
    </>
  );
}

interface Moves {
  goTo: (next: Position) => void;
  setPosition: (next: Position) => void;
  setOpened: (cell: { claim: number; source: number }) => void;
}

/** What keys and clicks do. */
function useControls(rows: Row[], columns: number[], at: Position, to: Moves) {
  const open = ({ row, column }: Position) => {
    const [line, source] = [rows[row], columns[column]];
    const claim = line && "claim" in line ? line.claim : undefined;
    if (claim !== undefined && source !== undefined) to.setOpened({ claim, source });
    else follow(claim, row < 0 ? source : undefined);
  };
  const model = useModel();
  const follow = (claim: number | undefined, source: number | undefined) => {
    const { claims, sources } = model.data;
    if (claim !== undefined) location.hash = claimLink(claims[claim]?.id ?? "");
    else if (source !== undefined) location.hash = sourceLink(sources[source]?.id ?? "");
  };
  const press = (event: KeyboardEvent) => {
    const next = move(event, at, rows, columns.length);
    if (next === "open") open(at);
    else if (next) to.goTo(next);
    else return;
    event.preventDefault();
  };
  const click = (event: MouseEvent) => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-row]") : null;
    if (!cell || (event.target instanceof Element && event.target.closest("a"))) return;
    const next = { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
    left.position = next;
    to.setPosition(next);
    cell.focus({ preventScroll: true });
    open(next);
  };
  return { press, click };
}

function classesOf({ stacked, across, whole }: Geometry): string {
  return `matrix${stacked ? " stacked" : ""}${across ? " across" : ""}${whole ? " whole" : ""}`;
}

/** The indices of a range, and one more. */
export function indices([from, to]: [number, number], more: number | undefined): number[] {
  const all = Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);
  if (more === undefined || more < 0 || (more >= from && more < to)) return all;
  return more < from ? [more, ...all] : [...all, more];
}

function clamp({ row, column }: Position, rows: number, columns: number): Position {
  return { row: Math.min(row, rows - 1), column: Math.min(column, columns - 1) };
}

/** Scrolls so that a cell is not behind the edges or the names. */
function reveal(box: HTMLElement, { row, column }: Position, tops: number[], lefts: number[], geometry: Geometry): void {
  if (row >= 0) {
    const [top = 0, bottom = 0] = [tops[row], tops[row + 1]];
    if (top < box.scrollTop) box.scrollTop = top;
    else if (bottom + geometry.head > box.scrollTop + box.clientHeight) box.scrollTop = bottom + geometry.head - box.clientHeight;
  }
  if (column >= 0) {
    const [start = 0, end = 0] = [lefts[column], lefts[column + 1]];
    if (start < box.scrollLeft) box.scrollLeft = start;
    else if (end + geometry.claims > box.scrollLeft + box.clientWidth) box.scrollLeft = end + geometry.claims - box.clientWidth;
  }
}

function useWidth(box: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(() => Math.min(1600, window.innerWidth - 32));
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = () => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return width;
}

interface Shown {
  rows: [number, number];
  columns: [number, number];
}

/** What can be seen; looked at anew with every scroll, and drawn anew only where that changes something. */
function useShown(
  box: { current: HTMLElement | null },
  tops: number[],
  lefts: number[],
  geometry: Geometry,
): [Shown, () => void] {
  const measure = (): Shown => {
    const element = box.current;
    const [x, y] = element ? [element.scrollLeft, element.scrollTop] : [left.x, left.y];
    const [width, height] = element ? [element.clientWidth, element.clientHeight] : [window.innerWidth, window.innerHeight];
    return {
      rows: visible(tops, y, y + height - geometry.head, 240, 4),
      columns: visible(lefts, x, x + width - geometry.claims, 80, 8),
    };
  };
  const [, redraw] = useState(0);
  const last = useRef<Shown>();
  const shown = measure();
  last.current = shown;
  useLayoutEffect(() => {
    box.current?.scrollTo(left.x, left.y);
    redraw((count) => count + 1);
  }, []);
  useEffect(() => {
    redraw((count) => count + 1);
  }, [tops, lefts]);
  const look = () => {
    if (box.current) [left.x, left.y] = [box.current.scrollLeft, box.current.scrollTop];
    const next = measure();
    if (JSON.stringify(next) !== JSON.stringify(last.current)) redraw((count) => count + 1);
  };
  return [shown, look];
}
