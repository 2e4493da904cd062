import type { Evidence, Source } from "../data";
import { mostTelling, valueMarks, type ValueMark } from "../model/marks";
import { segmentsOf } from "../model/segments";
import { RELATION_MEANS, RELATION_SIGN } from "../model/wording";
import { useModel } from "../page/context";
import { Unseen } from "../page/signs";

/** The verbatim words, with the values in them marked. */
export function Quote({ source, evidence }: { source: Source; evidence: Evidence }) {
  const { data } = useModel();
  if (evidence.quote !== undefined) {
    return (
      <blockquote class="quote">
        <bdi dir="auto">{evidence.quote}</bdi>
      </blockquote>
    );
  }
  return (
    <blockquote class="quote">
      <bdi dir="auto">
        {segmentsOf(evidence.at, valueMarks(data, source, evidence), ({ at }) => at).map((segment) => {
          const text = source.text.slice(segment.start, segment.end);
          const mark = mostTelling(segment.marks);
          return mark ? <Value key={segment.start} text={text} mark={mark} /> : text;
        })}
      </bdi>
    </blockquote>
  );
}

function Value({ text, mark: { relation, claimed } }: { text: string; mark: ValueMark }) {
  const meaning = relation === "equal" ? "as claimed" : `the claim says “${claimed}”: ${RELATION_MEANS[relation]}`;
  return (
    <mark class={`relation-${relation}`} title={meaning}>
      {text}
      <span class="relation" aria-hidden="true">
        {RELATION_SIGN[relation]}
      </span>
      <Unseen> ({meaning})</Unseen>
    </mark>
  );
}
