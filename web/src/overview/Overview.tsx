import { useEffect, useMemo, useState } from "preact/hooks";
import { columnsOf, filtersLink, filtersOf, rowsOf, type Filters } from "../model/order";
import { counted } from "../model/wording";
import { useModel } from "../page/context";
import { replaceAddress } from "../page/navigation";
import { FilterBar } from "./FilterBar";
import { Matrix } from "./Matrix";
import { StandsOut } from "./StandsOut";
import { Summary } from "./Summary";

/** What all sources together say, and the matrix of claims and sources. */
export function Overview({ filters: written }: { filters: URLSearchParams }) {
  const model = useModel();
  const { data } = model;
  const [filters, setFilters] = useState(() => filtersOf(written, data));
  useEffect(() => setFilters(filtersOf(written, data)), [written]);
  const change = (part: Partial<Filters>) => {
    const changed = { ...filters, ...part };
    setFilters(changed);
    replaceAddress(filtersLink(changed, data));
  };
  const rows = useMemo(() => rowsOf(model, filters), [model, filters]);
  const columns = useMemo(() => columnsOf(data, filters), [data, filters]);
  const claims = rows.filter((row) => "claim" in row).length;
  return (
    <>
      <h1 tabIndex={-1}>What the sources say</h1>
      <p class="lead">
        {counted(data.claims.length, "claim")} held against {counted(data.sources.length, "source")} of{" "}
        {counted(data.outlets.length, "outlet")}.
      </p>
      <Summary />
      <StandsOut />
      <section aria-labelledby="matrix-title" class="matrix-part">
        <h2 id="matrix-title">Claims against sources</h2>
        <FilterBar filters={filters} change={change} />
        <p role="status" class="count">
          {claims === data.claims.length ? `All ${counted(claims, "claim")}` : `${claims} of ${counted(data.claims.length, "claim")}`},{" "}
          {counted(columns.length, "source")}
        </p>
        {claims > 0 ? <Matrix rows={rows} columns={columns} /> : <p>No claim is like that.</p>}
      </section>
    </>
  );
}
