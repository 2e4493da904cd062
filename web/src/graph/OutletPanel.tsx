import { useState } from "preact/hooks";
import type { PageData } from "../data";
import { sourceLink } from "../model/routes";
import { counted, dateOf } from "../model/wording";
import type { Tie } from "./edges";
import { campName, campOf, type Selection } from "./scene";

interface Props {
  data: PageData;
  outlet: number;
  ties: Tie[];
  open: (selection: Selection) => void;
}

/** An outlet's sources, and how it stands to others. */
export function OutletPanel({ data, outlet, ties, open }: Props) {
  const own = ties.filter(({ a, b }) => a === outlet || b === outlet);
  const camp = campOf(data, outlet);
  return (
    <>
      {data.structure.camps.length > 1 && <p>{camp === undefined ? "In no camp." : `In camp ${campName(camp)}.`}</p>}
      <Ties data={data} outlet={outlet} ties={own} open={open} />
      <Sources data={data} outlet={outlet} />
    </>
  );
}

const STEP = 12;

function Ties({ data, outlet, ties, open }: Props) {
  const [most, setMost] = useState(STEP);
  if (ties.length === 0) return <p>The filters leave no line to another outlet.</p>;
  return (
    <section>
      <h3>How it stands</h3>
      <ul class="graph-ties">
        {ties.slice(0, most).map((tie) => (
          <li key={tie.pair}>
            <button type="button" class="graph-opener" onClick={() => open({ pair: tie.pair })}>
              {tie.a === tie.b ? "itself" : <bdi>{data.outlets[tie.a === outlet ? tie.b : tie.a]}</bdi>}
            </button>{" "}
            <Standing tie={tie} />
          </li>
        ))}
      </ul>
      {ties.length > most && (
        <button type="button" onClick={() => setMost(ties.length)}>
          Show all {ties.length}
        </button>
      )}
    </section>
  );
}

function Standing({ tie: { agree, contradict } }: { tie: Tie }) {
  return (
    <span class="graph-standing">
      {contradict.length > 0 && <span class="word contradicts">× contradict on {contradict.length}</span>}
      {contradict.length > 0 && agree.length > 0 && ", "}
      {agree.length > 0 && <span class="word supports">+ agree on {agree.length}</span>}
    </span>
  );
}

function Sources({ data, outlet }: { data: PageData; outlet: number }) {
  const [most, setMost] = useState(STEP);
  const day = (published: string | undefined) => published ?? "9999";
  const sources = data.sources
    .filter((source) => source.outlet === outlet)
    .sort((x, y) => (day(x.published) < day(y.published) ? -1 : day(x.published) > day(y.published) ? 1 : 0));
  return (
    <section>
      <h3>{counted(sources.length, "source")}</h3>
      <ul class="graph-sources">
        {sources.slice(0, most).map((source) => (
          <li key={source.id}>
            <a href={sourceLink(source.id)}>
              <bdi>{source.title ?? source.id}</bdi>
            </a>
            {source.published && (
              <>
                , <time dateTime={source.published}>{dateOf(source.published)}</time>
              </>
            )}
          </li>
        ))}
      </ul>
      {sources.length > most && (
        <button type="button" onClick={() => setMost(sources.length)}>
          Show all {sources.length}
        </button>
      )}
    </section>
  );
}
