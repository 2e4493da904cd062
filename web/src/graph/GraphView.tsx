import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { PageData } from "../data";
import { counted } from "../model/wording";
import { Canvas } from "./Canvas";
import { drawnLines, linesOf, NO_FILTERS, tiesOf, type Filters, type Line, type Tie } from "./edges";
import { GraphFilters } from "./GraphFilters";
import { Legend } from "./Legend";
import { OutletPanel } from "./OutletPanel";
import { OutletTable, PairName, TieTable } from "./OutletTable";
import { PairPanel } from "./PairPanel";
import { onDiscs } from "./place";
import type { Selection } from "./scene";

/** What was filtered and opened, for one who follows a link and comes back. */
let kept: { filters: Filters; selection: Selection | undefined } = { filters: NO_FILTERS, selection: undefined };

/** The graph of outlets: who agrees with whom, and who contradicts whom. */
export function GraphView({ data }: { data: PageData }) {
  const [filters, setFilters] = useState(kept.filters);
  const [selection, setSelection] = useState(kept.selection);
  kept = { filters, selection };
  const ties = useMemo(() => tiesOf(data, filters), [data, filters]);
  const lines = useMemo(() => linesOf(ties), [ties]);
  const drawn = useMemo(() => drawnLines(lines, outletsOf(data, selection), onDiscs(data.outlets.length)), [data, lines, selection]);
  return (
    <>
      <h1 tabIndex={-1}>Who agrees with whom</h1>
      <p class="prose">
        Two outlets agree on a claim that both support, and contradict each other on one that one supports and the other
        contradicts. Click a line for its quotes, an outlet for its sources.
      </p>
      {data.pairs.length === 0 ? (
        <Nothing data={data} />
      ) : (
        <Graph data={data} {...{ filters, setFilters, selection, setSelection, ties, lines, drawn }} />
      )}
    </>
  );
}

function Nothing({ data }: { data: PageData }) {
  return (
    <p class="graph-empty">
      {data.outlets.length < 2
        ? "There is one outlet only, and it does not contradict itself: there is no line to draw."
        : `None of the ${data.outlets.length} outlets agrees with another on a claim, or contradicts one. Silence is not agreement.`}
    </p>
  );
}

interface GraphProps {
  data: PageData;
  filters: Filters;
  setFilters: (filters: Filters) => void;
  selection: Selection | undefined;
  setSelection: (selection: Selection | undefined) => void;
  ties: Tie[];
  lines: Line[];
  drawn: Line[];
}

function Graph({ data, filters, setFilters, selection, setSelection, ties, lines, drawn }: GraphProps) {
  const { opener, openFromList, close } = useOpening(setSelection);
  const lists = { data, ties, selection, open: openFromList };
  return (
    <>
      <GraphFilters data={data} filters={filters} change={setFilters} />
      <p class="hint" role="status">
        {said(lines, drawn)}
      </p>
      <div
        class={`graph-stage${selection ? " with-panel" : ""}`}
        onKeyDown={(event) => event.key === "Escape" && selection && close()}
      >
        <div>
          <Canvas data={data} ties={ties} lines={drawn} selection={selection} open={setSelection} />
          <Legend data={data} />
        </div>
        {selection && (
          <Panel
            key={"pair" in selection ? `pair-${selection.pair}` : `outlet-${selection.outlet}`}
            {...lists}
            selection={selection}
            close={close}
            focus={opener.current !== null}
          />
        )}
      </div>
      {ties.length > 0 && (
        <div class="graph-lists">
          <TieTable {...lists} />
          <OutletTable {...lists} />
        </div>
      )}
    </>
  );
}

/** Opening from a list takes the focus along, and closing brings it back; a click on the graph leaves it. */
function useOpening(setSelection: (selection: Selection | undefined) => void) {
  const opener = useRef<HTMLElement | null>(null);
  return {
    opener,
    openFromList: (selection: Selection) => {
      opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      setSelection(selection);
    },
    close: () => {
      setSelection(undefined);
      if (opener.current?.isConnected) opener.current.focus();
      else document.querySelector<HTMLElement>(".graph-area")?.focus({ preventScroll: true });
      opener.current = null;
    },
  };
}

interface PanelProps {
  data: PageData;
  ties: Tie[];
  selection: Selection;
  open: (selection: Selection) => void;
  close: () => void;
  /** Whether the focus goes there. */
  focus: boolean;
}

function Panel({ data, ties, selection, open, close, focus }: PanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const pair = "pair" in selection ? data.pairs[selection.pair] : undefined;
  return (
    <aside class="graph-panel" aria-labelledby="graph-panel-heading">
      <div class="graph-panel-head">
        <h2 id="graph-panel-heading" ref={heading} tabIndex={-1}>
          {"outlet" in selection ? <bdi>{data.outlets[selection.outlet]}</bdi> : pair && <PairName data={data} a={pair.a} b={pair.b} />}
        </h2>
        <button type="button" class="close" onClick={close}>
          Close
        </button>
      </div>
      {"outlet" in selection ? (
        <OutletPanel data={data} outlet={selection.outlet} ties={ties} open={open} />
      ) : (
        <PairPanel data={data} tie={ties.find((tie) => tie.pair === selection.pair)} />
      )}
    </aside>
  );
}

/** The outlets that are opened. */
function outletsOf(data: PageData, selection: Selection | undefined): number[] {
  if (!selection) return [];
  if ("outlet" in selection) return [selection.outlet];
  const pair = data.pairs[selection.pair];
  return pair ? [pair.a, pair.b] : [];
}

/** What one sees, in a sentence. */
function said(lines: Line[], drawn: Line[]): string {
  if (lines.length === 0) return "The filters leave no line: no two outlets agree or contradict each other on such claims.";
  const of = (kind: Line["kind"]) => lines.filter((line) => line.kind === kind).length;
  const all = `${counted(of("contradict"), "line")} of contradiction, ${of("agree").toLocaleString("en")} of agreement.`;
  if (drawn.length === lines.length) return all;
  return `${all} The ${drawn.length} that say most are drawn; the list has all. Open an outlet for the rest of its lines.`;
}
