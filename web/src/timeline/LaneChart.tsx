import type { PageData, Question } from "../data";
import { shortDateOf, SIGN } from "../model/wording";
import type { Account } from "./accounts";
import { lanesOf, type Lane, type Mark } from "./lanes";

interface Props {
  data: PageData;
  question: Question;
  accounts: Account[];
}

/** The accounts at a glance. The list below it says the same in words, so it is kept from screen readers. */
export function LaneChart({ data, question, accounts }: Props) {
  const chart = lanesOf(data, question.claims, accounts);
  if (!chart || chart.lanes.length === 0) return null;
  return (
    <div class="lanes" aria-hidden="true">
      {chart.lanes.map((lane) => (
        <LaneOf key={lane.claim} data={data} lane={lane} />
      ))}
      <div class="lane axis">
        <span />
        <span class="lane-dates">
          {chart.ticks.map(({ at, published }, index) => (
            <span
              key={index}
              class={at === 0 ? "first" : at === 1 ? "last" : ""}
              ref={(element) => element?.style.setProperty("inset-inline-start", percent(at))}
            >
              {shortDateOf(published)}
            </span>
          ))}
        </span>
      </div>
    </div>
  );
}

function LaneOf({ data, lane }: { data: PageData; lane: Lane }) {
  const levels = Math.max(...lane.marks.map(({ level }) => level));
  return (
    <div class="lane">
      <span class="lane-claim">
        <bdi>{data.claims[lane.claim]?.claim}</bdi>
      </span>
      <svg class="lane-marks" width="100%" height={LEVEL * (levels + 1) + 2 * EDGE}>
        <line x1="4%" x2="96%" y1={heightOf(0)} y2={heightOf(0)} />
        {lane.marks.map((mark) => (
          <MarkOf key={`${mark.at}-${mark.stance}`} mark={mark} />
        ))}
      </svg>
    </div>
  );
}

/** How high a mark is, and what stays free above and below the marks. */
const LEVEL = 22;
const EDGE = 7;

function heightOf(level: number): number {
  return EDGE + LEVEL * (level + 0.5);
}

function MarkOf({ mark: { at, stance, count, level } }: { mark: Mark }) {
  return (
    <svg x={percent(at)} y={heightOf(level)} class={`lane-mark ${stance}`} overflow="visible">
      <circle r={9} />
      <text y={6} text-anchor="middle">
        {SIGN[stance]}
      </text>
      {count > 1 && (
        <text class="times" x={8} y={-5}>
          {count}
        </text>
      )}
    </svg>
  );
}

/** Within a lane, with room for the marks at its ends. */
function percent(at: number): string {
  return `${(4 + at * 92).toFixed(2)}%`;
}
