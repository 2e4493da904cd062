import type { PageData, Span } from "../data";
import { counted, dateOf, percent } from "../model/wording";
import { sourceLink } from "../model/routes";
import { outletOf } from "../model/model";
import { useModel } from "../page/context";

/** A passage that another source has, too. */
export interface SharedPassage {
  other: number;
  here: Span;
  there: Span;
  words: number;
  quoted: boolean;
}

/** All passages a source shares with others. */
export function sharedOf(data: PageData, source: number): SharedPassage[] {
  return data.reuse.flatMap(({ a, b, passages }) => {
    if (a !== source && b !== source) return [];
    return passages.map((passage) => ({
      other: a === source ? b : a,
      here: a === source ? passage.a : passage.b,
      there: a === source ? passage.b : passage.a,
      words: passage.words,
      quoted: passage.quoted,
    }));
  });
}

interface Props {
  shared: SharedPassage[];
  other: number | undefined;
  choose: (other: number | undefined) => void;
}

/** Which other sources carry the same text; one of them can be shown in this text. */
export function Shared({ shared, other, choose }: Props) {
  const others = [...new Set(shared.map((passage) => passage.other))];
  if (others.length === 0) return null;
  return (
    <details class="shared-with">
      <summary>Text shared with {counted(others.length, "other source")}</summary>
      <fieldset>
        <legend>Show in the text what is also in</legend>
        <label>
          <input type="radio" name="shared" checked={other === undefined} onChange={() => choose(undefined)} /> none
        </label>
        {others.map((index) => (
          <With key={index} index={index} shared={shared} chosen={other === index} choose={choose} />
        ))}
      </fieldset>
    </details>
  );
}

function With({ index, shared, chosen, choose }: { index: number; chosen: boolean } & Pick<Props, "shared" | "choose">) {
  const { data } = useModel();
  const source = data.sources[index];
  if (!source) return null;
  const passages = shared.filter((passage) => passage.other === index);
  const words = passages.reduce((sum, passage) => sum + passage.words, 0);
  const quoted = passages.every((passage) => passage.quoted) ? ", all of it quotation" : "";
  return (
    <div>
      <label>
        <input type="radio" name="shared" checked={chosen} onChange={() => choose(index)} />{" "}
        <bdi>{outletOf(data, source)}</bdi> {dateOf(source.published)}
      </label>{" "}
      <span class="means">
        {counted(passages.length, "passage")}, {counted(words, "word")}
        {quoted}
        {share(data, index, passages)}
      </span>{" "}
      <a href={sourceLink(source.id, passages[0]?.there[0])}>there</a>
    </div>
  );
}

function share(data: PageData, other: number, passages: SharedPassage[]): string {
  const pair = data.reuse.find(({ a, b, passages: all }) => (a === other || b === other) && all.some(({ a: x, b: y }) => x === passages[0]?.here || y === passages[0]?.here));
  if (!pair) return "";
  const part = pair.a === other ? pair.of_b : pair.of_a;
  return part > 0 ? `, ${percent(part)} of this text` : "";
}
