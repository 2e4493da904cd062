import { memo } from "preact/compat";
import { useMemo } from "preact/hooks";
import type { PageData, Source, Span, Stance } from "../data";
import type { Place } from "../model/model";
import { claimLink, sourceLink } from "../model/routes";
import { paragraphsOf, segmentsOf, type Segment } from "../model/segments";
import { counted, SIGN, STANCE_VERB } from "../model/wording";
import { useModel } from "../page/context";
import type { SharedPassage } from "./Shared";

interface Props {
  source: Source;
  places: Place[];
  shared: SharedPassage[];
  /** Where the highlight begins that one came for. */
  start: number | undefined;
  /** Opens the list of what a highlight of several pieces is. */
  choose: (places: Place[]) => void;
}

/** The text, paragraph by paragraph; what is not the article stands apart. */
export const FullText = memo(function FullText(props: Props) {
  const { source, places, shared } = props;
  const paragraphs = useMemo(() => partsOf(source), [source]);
  return (
    <div class="full-text">
      {paragraphs.map(({ spans, part }) =>
        part === "article" ? (
          <Paragraphs key={part} {...props} spans={spans} places={places} shared={shared} />
        ) : (
          <section key={part} class="outside-article" aria-label={LABELS[part]}>
            <p class="label">{LABELS[part]}</p>
            <Paragraphs {...props} spans={spans} places={places} shared={shared} />
          </section>
        ),
      )}
    </div>
  );
});

type Part = "before" | "article" | "after";

const LABELS: Record<Part, string> = {
  before: "Before the article begins",
  article: "The article",
  after: "After the article: not part of it",
};

/** The paragraphs before the article, in it, and after it. */
function partsOf(source: Source): { part: Part; spans: Span[] }[] {
  const [from, to] = source.article;
  const length = source.text.length;
  const parts: [Part, Span][] = [
    ["before", [0, from]],
    ["article", [from, to]],
    ["after", [to, length]],
  ];
  return parts.flatMap(([part, [start, end]]) => {
    const spans = paragraphsOf(source.text.slice(start, end)).map(([x, y]): Span => [x + start, y + start]);
    return spans.length > 0 ? [{ part, spans }] : [];
  });
}

function Paragraphs({ spans, ...props }: Props & { spans: Span[] }) {
  return (
    <>
      {spans.map((span) => (
        <p key={span[0]} dir="auto">
          <Paragraph {...props} span={span} />
        </p>
      ))}
    </>
  );
}

type Mark = Place | SharedPassage;
const isPlace = (mark: Mark): mark is Place => "evidence" in mark;
const spanOf = (mark: Mark): Span => (isPlace(mark) ? mark.evidence.at : mark.here);

function Paragraph({ span, source, places, shared, start, choose }: Props & { span: Span }) {
  const marks = [...places, ...shared].filter((mark) => spanOf(mark)[0] < span[1] && spanOf(mark)[1] > span[0]);
  return (
    <>
      {segmentsOf<Mark>(span, marks, spanOf).map((segment) => (
        <Stretch key={segment.start} segment={segment} source={source} start={start} choose={choose} />
      ))}
    </>
  );
}

/** A stretch of text that is marked alike throughout. */
function Stretch({ segment, source, start, choose }: Pick<Props, "source" | "start" | "choose"> & { segment: Segment<Mark> }) {
  const { data } = useModel();
  const text = source.text.slice(segment.start, segment.end);
  const places = segment.marks.filter(isPlace);
  const begins = segment.begins.filter(isPlace);
  const shared = segment.marks.length > places.length ? " shared" : "";
  if (places.length === 0) return shared ? <span class="shared">{text}</span> : <>{text}</>;
  const [first] = places;
  const stances = [...new Set(places.map(({ evidence }) => evidence.stance))];
  const arrived = start !== undefined && begins.some(({ evidence }) => evidence.at[0] === start);
  const several = new Set(places.map(({ claim }) => claim)).size > 1;
  const claim = data.claims[first?.claim ?? -1];
  return (
    <a
      class={`highlight ${strongest(stances)}${shared}`}
      href={several ? sourceLink(source.id, first?.evidence.at[0]) : claimLink(claim?.id ?? "", source.id)}
      {...(several ? { role: "button", "aria-haspopup": "dialog" as const } : {})}
      {...(arrived ? { "data-arrive": "" } : {})}
      // What only continues need not be stopped at by keyboard.
      tabIndex={begins.length > 0 ? 0 : -1}
      title={titleOf(data, places)}
      onClick={(event) => {
        if (!several) return;
        event.preventDefault();
        choose(places);
      }}
      onKeyDown={(event) => {
        if (!several || event.key !== " ") return;
        event.preventDefault();
        choose(places);
      }}
    >
      {begins.length > 0 && (
        <span class="begin" aria-hidden="true">
          {[...new Set(begins.map(({ evidence }) => SIGN[evidence.stance]))].join("")}
        </span>
      )}
      {text}
    </a>
  );
}

const STRENGTH: readonly Stance[] = ["contradicts", "mixed", "supports", "unclear"];

function strongest(stances: Stance[]): Stance {
  return STRENGTH.find((stance) => stances.includes(stance)) ?? "unclear";
}

function titleOf(data: PageData, places: Place[]): string {
  if (places.length > 3) return `${counted(places.length, "piece")} of evidence`;
  return places.map(({ claim, evidence }) => `${STANCE_VERB[evidence.stance]}: ${data.claims[claim]?.claim ?? ""}`).join("\n");
}
