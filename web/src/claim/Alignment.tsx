import { useState } from "preact/hooks";
import type { Evidence, Source } from "../data";
import { textOf } from "../model/model";
import { RELATION_MEANS } from "../model/wording";
import { useModel } from "../page/context";
import { WordLines } from "./WordLines";

/** Why: which words of the claim answer which of the source. Drawn when it is opened. */
export function Alignment({ source, evidence }: { source: Source; evidence: Evidence }) {
  const { data } = useModel();
  const [open, setOpen] = useState(false);
  if (data.brief || evidence.words.length === 0 || evidence.quote !== undefined) return null;
  const phrasing = textOf(data, evidence.phrasing);
  return (
    <details class="why" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Why: word on word</summary>
      {open && (
        <>
          <WordLines phrasing={phrasing} source={source} evidence={evidence} />
          <WordTable phrasing={phrasing} source={source} evidence={evidence} />
        </>
      )}
    </details>
  );
}

interface Props {
  phrasing: string;
  source: Source;
  evidence: Evidence;
}

function WordTable({ phrasing, source, evidence }: Props) {
  return (
    <details class="as-table">
      <summary>As a table</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Claimed</th>
            <th scope="col">Reported</th>
            <th scope="col">Alike</th>
          </tr>
        </thead>
        <tbody>
          {evidence.words.map(([from, to, start, end, alike, relation], index) => (
            <tr key={index}>
              <td>
                <bdi>{phrasing.slice(from, to)}</bdi>
              </td>
              <td>
                <bdi>{source.text.slice(start, end)}</bdi>
              </td>
              <td>{relation ? RELATION_MEANS[relation] : `${alike} %`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
