import type { PageData } from "../data";
import { counted } from "../model/wording";
import { NO_FILTERS, tiesOf } from "./edges";
import { PairName } from "./OutletTable";

/** As many as a reader of paper goes through. */
const MOST = 60;

/** The graph on paper: a table, since one cannot zoom a picture there. */
export function PaperOutlets({ data }: { data: PageData }) {
  const ties = tiesOf(data, NO_FILTERS);
  if (ties.length === 0) return null;
  return (
    <section class="paper-outlets">
      <h2>Outlets and how they stand</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Outlets</th>
            <th scope="col">Contradict each other on</th>
            <th scope="col">Agree on</th>
            <th scope="col">of it independently</th>
          </tr>
        </thead>
        <tbody>
          {ties.slice(0, MOST).map((tie) => (
            <tr key={tie.pair}>
              <th scope="row">
                <PairName data={data} a={tie.a} b={tie.b} />
              </th>
              <td>{counted(tie.contradict.length, "claim")}</td>
              <td>{counted(tie.agree.length, "claim")}</td>
              <td>{tie.independent.length}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {ties.length > MOST && <p>And {counted(ties.length - MOST, "more pair")} of outlets.</p>}
    </section>
  );
}
