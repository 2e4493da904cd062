import type { PageData } from "../data";
import { listed } from "../model/wording";
import { campName, SHAPE_NAMES } from "./scene";

/** What the lines and shapes mean. */
export function Legend({ data }: { data: PageData }) {
  return (
    <ul class="graph-legend" aria-label="Legend">
      <li>
        <Sample class="agree" /> + agree on so many claims, of independent origins
      </li>
      <li>
        <Sample class="agree same" /> + agree, but only from one origin
      </li>
      <li>
        <Sample class="contradict" /> × contradict each other on so many
      </li>
      <li>
        <svg class="graph-sample contradict loop" viewBox="0 0 40 20" aria-hidden="true">
          <path d="M16 19 C -4 -3 44 -3 24 19" />
        </svg>{" "}
        a loop: contradicts itself
      </li>
      <Camps data={data} />
    </ul>
  );
}

function Sample({ class: name }: { class: string }) {
  return (
    <svg class={`graph-sample ${name}`} viewBox="0 0 40 14" aria-hidden="true">
      <path d="M1 7 H 39" />
    </svg>
  );
}

const FEW = 8;

function Camps({ data: { outlets, structure } }: { data: PageData }) {
  const { camps } = structure;
  if (camps.length === 0) return null;
  if (camps.length === 1) return <li>All that have to do with one another agree more than they contradict each other.</li>;
  return (
    <>
      {camps.slice(0, FEW).map((camp, index) => (
        <li key={index}>
          {SHAPE_NAMES[index % SHAPE_NAMES.length]}: camp {campName(index)},{" "}
          {camp.length > 3 ? `${camp.length} outlets` : <bdi>{listed(camp.map((outlet) => outlets[outlet] ?? ""))}</bdi>}
        </li>
      ))}
      {camps.length > FEW && <li>and {camps.length - FEW} more camps, each with its name below the outlet</li>}
      <li>Camps agree more within than they contradict each other.</li>
    </>
  );
}
