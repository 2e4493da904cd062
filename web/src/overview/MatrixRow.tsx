import { memo } from "preact/compat";
import type { Cell, Source } from "../data";
import type { Row } from "../model/order";
import { outletOf, textOf, type Model } from "../model/model";
import { claimLink, sourceLink } from "../model/routes";
import { counted, dateOf, shortDateOf, SIGN, STANCE_VERB } from "../model/wording";
import { useModel } from "../page/context";
import { VerdictTag } from "../page/signs";
import type { Geometry } from "./geometry";
import { indices } from "./Matrix";

const px = (size: number) => `${size}px`;

interface HeadProps {
  columns: number[];
  shown: [number, number];
  geometry: Geometry;
  /** The column that has the place of the focus. */
  at: number | undefined;
}

/** The names of the sources. */
export function HeadRow({ columns, shown, geometry, at }: HeadProps) {
  const { data } = useModel();
  return (
    <div role="row" aria-rowindex={1} class="head-row" style={{ height: px(geometry.head) }}>
      <div
        role="columnheader"
        aria-colindex={1}
        class="corner"
        style={{ width: px(geometry.claims) }}
        data-row={-1}
        data-column={-1}
        tabIndex={at === -1 ? 0 : -1}
      >
        Claim
      </div>
      {indices(shown, at).map((column) => {
        const source = data.sources[columns[column] ?? -1];
        return source ? (
          <div
            key={column}
            role="columnheader"
            aria-colindex={column + 2}
            class="source-head"
            style={{ left: px(geometry.claims + column * geometry.column), width: px(geometry.column) }}
            data-row={-1}
            data-column={column}
            tabIndex={at === column ? 0 : -1}
          >
            <a href={sourceLink(source.id)} tabIndex={-1} title={source.title ?? source.id}>
              <bdi class="outlet">{outletOf(data, source)}</bdi>
              <span class="date">{source.published ? shortDateOf(source.published) : <bdi>{source.id}</bdi>}</span>
            </a>
          </div>
        ) : null;
      })}
    </div>
  );
}

interface RowProps {
  line: Row;
  row: number;
  top: number;
  columns: number[];
  from: number;
  to: number;
  geometry: Geometry;
  at: number | undefined;
}

/** A question, or a claim with what each source says of it. */
export const MatrixRow = memo(function MatrixRow(props: RowProps) {
  const { line, row, top, geometry } = props;
  const claims = "claim" in line;
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      class={claims ? "claim-row" : "question-row"}
      style={{ top: px(top), height: px(claims ? geometry.row : geometry.question) }}
    >
      {claims ? (
        <>
          <ClaimHead {...props} claim={line.claim} />
          <Cells {...props} claim={line.claim} />
        </>
      ) : (
        <QuestionHead {...props} question={line.question} />
      )}
    </div>
  );
});

function QuestionHead({ question, row, at, columns }: RowProps & { question: number }) {
  const { data } = useModel();
  return (
    <div
      role="rowheader"
      aria-colindex={1}
      aria-colspan={columns.length + 1}
      class="question-head"
      data-row={row}
      data-column={at ?? -1}
      tabIndex={at === undefined ? -1 : 0}
    >
      <bdi>{data.questions[question]?.question ?? ""}</bdi>
    </div>
  );
}

function ClaimHead({ claim: index, row, at, geometry }: RowProps & { claim: number }) {
  const { data } = useModel();
  const claim = data.claims[index];
  if (!claim) return null;
  return (
    <div
      role="rowheader"
      aria-colindex={1}
      class="claim-head"
      {...(geometry.stacked ? {} : { style: { width: px(geometry.claims) } })}
      data-row={row}
      data-column={-1}
      tabIndex={at === -1 ? 0 : -1}
    >
      <a href={claimLink(claim.id)} tabIndex={-1} title={claim.claim}>
        <bdi>{claim.claim}</bdi>
      </a>
      <VerdictTag verdict={claim.verdict} />
    </div>
  );
}

/** Cells come in chunks that stay as they are while one scrolls; only new ones are made. */
function Cells({ claim, row, columns, from, to, geometry, at }: RowProps & { claim: number }) {
  const chunks: [number, number] = [Math.floor(from / CHUNK), Math.ceil(to / CHUNK)];
  const focused = at === undefined || at < 0 ? undefined : Math.floor(at / CHUNK);
  return (
    <>
      {indices(chunks, focused).map((chunk) => (
        <Chunk
          key={chunk}
          claim={claim}
          row={row}
          columns={columns}
          chunk={chunk}
          geometry={geometry}
          at={chunk === focused ? at : undefined}
        />
      ))}
    </>
  );
}

const CHUNK = 8;

interface ChunkProps {
  claim: number;
  row: number;
  columns: number[];
  chunk: number;
  geometry: Geometry;
  at: number | undefined;
}

const Chunk = memo(function Chunk({ claim, row, columns, chunk, geometry, at }: ChunkProps) {
  const model = useModel();
  const within: [number, number] = [chunk * CHUNK, Math.min(columns.length, (chunk + 1) * CHUNK)];
  return (
    <>
      {indices(within, undefined).map((column) => {
        const index = columns[column] ?? -1;
        const source = model.data.sources[index];
        const cell = model.cell(claim, index);
        const stance = cell?.stance ?? "silent";
        return source ? (
          <div
            key={column}
            role="gridcell"
            aria-colindex={column + 2}
            aria-label={spoken(model, source, cell)}
            class={`cell ${stance}${cell?.ruling ? " ruled" : ""}`}
            style={{ left: px(geometry.claims + column * geometry.column), width: px(geometry.column) }}
            data-row={row}
            data-column={column}
            tabIndex={at === column ? 0 : -1}
          >
            <span class="sign">{SIGN[stance]}</span>
            {geometry.roomy && <span class="word">{short(model, cell) || stance}</span>}
          </div>
        ) : null;
      })}
    </>
  );
});

/** What a cell says, for those who hear it. */
function spoken({ data }: Model, source: Source, cell: Cell | undefined): string {
  const who = `${outletOf(data, source)}${source.published ? `, ${dateOf(source.published)},` : ""}`;
  const ruling = cell?.ruling ? ` The curator ruled: ${cell.ruling.stance}.` : "";
  if (!cell || cell.stance === "silent") return `${who} ${STANCE_VERB.silent} it.${ruling}`;
  const because = textOf(data, cell.evidence[0]?.because);
  const pieces = cell.evidence.length > 1 ? ` (${counted(cell.evidence.length, "piece")} of evidence)` : "";
  return `${who} ${STANCE_VERB[cell.stance]} it: ${because}${pieces}.${ruling}`;
}

/** The value that parts the sides, where there is one: it says more than the stance's word. */
function short({ data }: Model, cell: Cell | undefined): string {
  if (cell?.stance !== "contradicts") return "";
  const conflict = cell.evidence[0]?.values.find(([, , relation]) => relation === "conflicts");
  const reported = textOf(data, conflict?.[1]);
  return reported.length > 0 && reported.length <= 16 ? `“${reported}”` : "";
}
