import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { PageData } from "../data";
import type { Tie } from "./edges";
import { campName, campOf, type Selection } from "./scene";

interface Props {
  data: PageData;
  ties: Tie[];
  selection: Selection | undefined;
  open: (selection: Selection) => void;
}

const STEP = 50;

/** Every line of the graph, and more than can be drawn, as a table. */
export function TieTable({ data, ties, selection, open }: Props) {
  const [most, setMost] = useState(STEP);
  const opened = selection && "pair" in selection ? selection.pair : undefined;
  return (
    <div class="graph-list">
      <table>
        <caption>
          Outlets and how they stand <span class="hint">on how many claims</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Outlets</th>
            <th scope="col">Contradict</th>
            <th scope="col">Agree</th>
            <th scope="col">independently</th>
          </tr>
        </thead>
        <tbody>
          {ties.slice(0, most).map((tie) => (
            <tr key={tie.pair} class={tie.pair === opened ? "opened" : ""}>
              <th scope="row">
                <Opener pressed={tie.pair === opened} onClick={() => open({ pair: tie.pair })}>
                  <PairName data={data} a={tie.a} b={tie.b} />
                </Opener>
              </th>
              <Count sign="×" of="contradicts" count={tie.contradict.length} />
              <Count sign="+" of="supports" count={tie.agree.length} />
              <Count sign="" of="supports" count={tie.independent.length} />
            </tr>
          ))}
        </tbody>
      </table>
      {ties.length > most && (
        <button type="button" onClick={() => setMost(most + STEP)}>
          Show {Math.min(STEP, ties.length - most)} more of {ties.length.toLocaleString("en")}
        </button>
      )}
    </div>
  );
}

/** The outlets, each to be opened as on the graph. */
export function OutletTable({ data, ties, selection, open }: Props) {
  const [most, setMost] = useState(STEP);
  const opened = selection && "outlet" in selection ? selection.outlet : undefined;
  const several = data.structure.camps.length > 1;
  return (
    <div class="graph-list">
      <table>
        <caption>
          Outlets <span class="hint">and with how many others</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Outlet</th>
            {several && <th scope="col">Camp</th>}
            <th scope="col">Sources</th>
            <th scope="col">Contradict</th>
            <th scope="col">Agree</th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(data, ties)
            .slice(0, most)
            .map(({ outlet, sources, contradicts, agrees }) => (
              <tr key={outlet} class={outlet === opened ? "opened" : ""}>
                <th scope="row">
                  <Opener pressed={outlet === opened} onClick={() => open({ outlet })}>
                    <bdi>{data.outlets[outlet]}</bdi>
                  </Opener>
                </th>
                {several && <td>{campLabel(data, outlet)}</td>}
                <td>{sources}</td>
                <Count sign="×" of="contradicts" count={contradicts} />
                <Count sign="+" of="supports" count={agrees} />
              </tr>
            ))}
        </tbody>
      </table>
      {data.outlets.length > most && (
        <button type="button" onClick={() => setMost(most + STEP)}>
          Show {Math.min(STEP, data.outlets.length - most)} more of {data.outlets.length}
        </button>
      )}
    </div>
  );
}

function rowsOf(data: PageData, ties: Tie[]) {
  const rows = data.outlets.map((_, outlet) => ({ outlet, sources: 0, contradicts: 0, agrees: 0 }));
  for (const { outlet } of data.sources) {
    const row = rows[outlet];
    if (row) row.sources += 1;
  }
  for (const { a, b, agree, contradict } of ties) {
    for (const row of [rows[a], rows[b]]) {
      if (!row || a === b) continue;
      row.contradicts += contradict.length > 0 ? 1 : 0;
      row.agrees += agree.length > 0 ? 1 : 0;
    }
  }
  return rows.sort((x, y) => y.contradicts - x.contradicts || y.agrees - x.agrees || x.outlet - y.outlet);
}

function campLabel(data: PageData, outlet: number): string {
  const camp = campOf(data, outlet);
  return camp === undefined ? "none" : campName(camp);
}

function Opener({ pressed, onClick, children }: { pressed: boolean; onClick: () => void; children: ComponentChildren }) {
  return (
    <button type="button" class="graph-opener" aria-pressed={pressed} onClick={onClick}>
      {children}
    </button>
  );
}

function Count({ sign, of, count }: { sign: string; of: string; count: number }) {
  return count === 0 ? (
    <td class="none">0</td>
  ) : (
    <td class={`word ${of}`}>
      {sign && <span aria-hidden="true">{sign} </span>}
      {count}
    </td>
  );
}

/** Two outlets by name; of one and itself, that. */
export function PairName({ data, a, b }: { data: PageData; a: number; b: number }) {
  return (
    <>
      <bdi>{data.outlets[a]}</bdi> {a === b ? "and itself" : <>– <bdi>{data.outlets[b]}</bdi></>}
    </>
  );
}
