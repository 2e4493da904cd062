import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Evidence, Source, Span } from "../data";
import { segmentsOf } from "../model/segments";

type Word = Evidence["words"][number];

interface Line {
  index: number;
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** The phrasing's words above the source's, joined by lines. The table beside it says the same. */
export function WordLines({ phrasing, source, evidence }: { phrasing: string; source: Source; evidence: Evidence }) {
  const box = useRef<HTMLDivElement>(null);
  const lines = useLines(box, evidence.words.length);
  const [lit, setLit] = useState<number[]>([]);
  const light = (event: Event) => {
    const word = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-words]") : null;
    setLit(word?.dataset.words?.split(" ").map(Number) ?? []);
  };
  const parts = { words: evidence.words, lit };
  return (
    <div ref={box} class="word-lines" onMouseOver={light} onFocusIn={light} onMouseLeave={() => setLit([])} onFocusOut={() => setLit([])}>
      <p class="label">{evidence.from === undefined ? "The claim's wording" : "The wording of the claim it was carried over from"}</p>
      <Words {...parts} side="claimed" text={phrasing} within={[0, phrasing.length]} span={(word) => [word[0], word[1]]} />
      <Words {...parts} side="reported" text={source.text} within={evidence.at} span={(word) => [word[2], word[3]]} />
      <p class="label">The source's words</p>
      <svg aria-hidden="true" focusable="false">
        {lines.map((line) => (
          <Join key={line.index} line={line} word={evidence.words[line.index]} lit={lit.includes(line.index)} />
        ))}
      </svg>
    </div>
  );
}

function Join({ line: { x1, y1, x2, y2 }, word, lit }: { line: Line; word: Word | undefined; lit: boolean }) {
  const bend = (y2 - y1) / 2;
  const conflict = word?.[5] === "conflicts";
  const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
  return (
    <g class={`join${conflict ? " conflict" : ""}${lit ? " lit" : ""}`}>
      <path d={`M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2}`} />
      {conflict && <path class="cross" d={`M${x - 5} ${y - 5}L${x + 5} ${y + 5}M${x + 5} ${y - 5}L${x - 5} ${y + 5}`} />}
    </g>
  );
}

interface WordsProps {
  words: Word[];
  side: "claimed" | "reported";
  text: string;
  within: Span;
  span: (word: Word) => Span;
  lit: number[];
}

function Words({ words, side, text, within, span, lit }: WordsProps) {
  const marks = words.map((word, index) => ({ word, index }));
  return (
    <p class={`words ${side}`}>
      <bdi dir="auto">
        {segmentsOf(within, marks, ({ word }) => span(word)).map((segment) => {
          const part = text.slice(segment.start, segment.end);
          if (segment.marks.length === 0) return part;
          const indices = segment.marks.map(({ index }) => index);
          const conflict = segment.marks.some(({ word }) => word[5] === "conflicts");
          const classes = `${conflict ? "conflict" : "answers"}${indices.some((index) => lit.includes(index)) ? " lit" : ""}`;
          return (
            <span
              key={segment.start}
              class={classes}
              tabIndex={0}
              data-words={indices.join(" ")}
              data-begins={segment.begins.map(({ index }) => index).join(" ")}
            >
              {part}
            </span>
          );
        })}
      </bdi>
    </p>
  );
}

/** Where the lines go: from below a claimed word to above its partner, measured where the browser put them. */
function useLines(box: { current: HTMLElement | null }, count: number): Line[] {
  const [lines, setLines] = useState<Line[]>([]);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = () => setLines(measured(element, count));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [count]);
  return lines;
}

function measured(box: HTMLElement, count: number): Line[] {
  const frame = box.getBoundingClientRect();
  const rects = (side: string) => {
    const found = new Map<number, DOMRect>();
    for (const word of box.querySelectorAll<HTMLElement>(`.${side} [data-begins]`)) {
      const rect = word.getClientRects()[0];
      for (const index of word.dataset.begins?.split(" ") ?? []) if (index !== "" && rect) found.set(Number(index), rect);
    }
    return found;
  };
  const [above, below] = [rects("claimed"), rects("reported")];
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const [from, to] = [above.get(index), below.get(index)];
    if (!from || !to) return [];
    const middle = (rect: DOMRect) => rect.left + rect.width / 2 - frame.left;
    return [{ index, x1: middle(from), y1: from.bottom - frame.top, x2: middle(to), y2: to.top - frame.top }];
  });
}
