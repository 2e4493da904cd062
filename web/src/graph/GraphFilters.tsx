import type { PageData } from "../data";
import { VERDICTS } from "../model/order";
import { claimFilter, NO_FILTERS, type Filters } from "./edges";

interface Props {
  data: PageData;
  filters: Filters;
  change: (filters: Filters) => void;
}

/** Which claims and lines to show. */
export function GraphFilters({ data, filters, change }: Props) {
  const set = (part: Partial<Filters>) => change({ ...filters, ...part });
  const most = Math.max(1, ...data.pairs.map(({ agree, contradict }) => Math.max(agree.length, contradict.length)));
  return (
    <form class="graph-filters" aria-label="Filter the graph" onSubmit={(event) => event.preventDefault()}>
      <label class="wide">
        Words of a claim
        <input
          type="search"
          value={filters.words}
          onInput={(event) => set({ words: event.currentTarget.value, claim: undefined })}
        />
      </label>
      <ClaimChoice data={data} filters={filters} set={set} />
      <label>
        Verdict
        <select
          value={filters.verdict}
          onChange={({ currentTarget: { value } }) =>
            set({ verdict: VERDICTS.find((verdict) => verdict === value) ?? "", claim: undefined })
          }
        >
          <option value="">any</option>
          {VERDICTS.map((verdict) => (
            <option key={verdict} value={verdict}>
              {verdict}
            </option>
          ))}
        </select>
      </label>
      <label>
        At least
        <span class="graph-least">
          <input
            type="number"
            min={1}
            max={most}
            value={filters.least}
            onInput={({ currentTarget: { value } }) => set({ least: Math.max(1, Math.floor(Number(value)) || 1) })}
          />{" "}
          {filters.least === 1 ? "claim" : "claims"}
        </span>
      </label>
      <Kinds filters={filters} set={set} />
      <button type="button" onClick={() => change(NO_FILTERS)}>
        Show all
      </button>
    </form>
  );
}

type Set = (part: Partial<Filters>) => void;

/** The claims that the other filters leave, by question. */
function ClaimChoice({ data, filters, set }: { data: PageData; filters: Filters; set: Set }) {
  const left = claimFilter(data, { ...filters, claim: undefined });
  return (
    <label class="wide">
      Claim
      <select
        value={filters.claim === undefined ? "" : String(filters.claim)}
        onChange={({ currentTarget: { value } }) => set({ claim: value === "" ? undefined : Number(value) })}
      >
        <option value="">all</option>
        {data.questions.map((question, index) => {
          const claims = question.claims.filter(left);
          return claims.length === 0 ? null : (
            <optgroup key={index} label={question.question}>
              {claims.map((claim) => (
                <option key={claim} value={String(claim)}>
                  {data.claims[claim]?.claim}
                </option>
              ))}
            </optgroup>
          );
        })}
      </select>
    </label>
  );
}

function Kinds({ filters, set }: { filters: Filters; set: Set }) {
  return (
    <fieldset class="graph-kinds">
      <legend>Lines</legend>
      <label class="tick">
        <input
          type="checkbox"
          checked={filters.agree}
          onChange={(event) => set({ agree: event.currentTarget.checked })}
        />
        agree
      </label>
      <label class="tick">
        <input
          type="checkbox"
          checked={filters.contradict}
          onChange={(event) => set({ contradict: event.currentTarget.checked })}
        />
        contradict
      </label>
    </fieldset>
  );
}
