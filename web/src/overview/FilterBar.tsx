import { VERDICTS, type ColumnOrder, type Filters } from "../model/order";
import { useModel } from "../page/context";

interface Props {
  filters: Filters;
  change: (part: Partial<Filters>) => void;
}

/** What of the matrix to show, and in which order. */
export function FilterBar({ filters, change }: Props) {
  return (
    <form class="filters" aria-label="Filter the matrix" onSubmit={(event) => event.preventDefault()}>
      <label class="wide">
        Question or claim
        <input type="search" value={filters.text} onInput={(event) => change({ text: event.currentTarget.value })} />
      </label>
      <label>
        Verdict
        <select
          value={filters.verdict}
          onChange={(event) => {
            const { value } = event.currentTarget;
            change({ verdict: VERDICTS.find((verdict) => verdict === value) ?? "" });
          }}
        >
          <option value="">any</option>
          {VERDICTS.map((verdict) => (
            <option key={verdict} value={verdict}>
              {verdict}
            </option>
          ))}
        </select>
      </label>
      <OutletChoice filters={filters} change={change} />
      <OrderChoices filters={filters} change={change} />
      <label class="tick">
        <input
          type="checkbox"
          checked={filters.disagreements}
          onChange={(event) => change({ disagreements: event.currentTarget.checked })}
        />
        only disagreements
      </label>
    </form>
  );
}

function OutletChoice({ filters, change }: Props) {
  const { data } = useModel();
  return (
    <label>
      Outlet
      <select
        value={filters.outlet === undefined ? "" : String(filters.outlet)}
        onChange={(event) => {
          const { value } = event.currentTarget;
          change({ outlet: value === "" ? undefined : Number(value) });
        }}
      >
        <option value="">all</option>
        {data.outlets.map((name, index) => (
          <option key={index} value={String(index)}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function OrderChoices({ filters, change }: Props) {
  return (
    <>
      <label>
        Claims by
        <select
          value={filters.rows}
          onChange={(event) => change({ rows: event.currentTarget.value === "file" ? "file" : "disagreement" })}
        >
          <option value="disagreement">disagreement</option>
          <option value="file">claim files</option>
        </select>
      </label>
      <label>
        Sources by
        <select
          value={filters.columns}
          onChange={(event) => change({ columns: event.currentTarget.value as ColumnOrder })}
        >
          <option value="disagreement">disagreement</option>
          <option value="date">date</option>
          <option value="outlet">outlet</option>
          <option value="file">sources' order</option>
        </select>
      </label>
    </>
  );
}
