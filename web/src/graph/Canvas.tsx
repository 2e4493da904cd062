import { useEffect, useRef, useState } from "preact/hooks";
import type { PageData } from "../data";
import { Drawing } from "./drawing";
import type { Line, Tie } from "./edges";
import { placesOf } from "./place";
import { dotsOf, framesOf, strokesOf, type Selection } from "./scene";

interface Props {
  data: PageData;
  ties: Tie[];
  /** Those of the ties' lines that are drawn. */
  lines: Line[];
  selection: Selection | undefined;
  open: (selection: Selection | undefined) => void;
}

/** The area one drags and zooms. The lists below it hold the same, for those who do not see it. */
export function Canvas({ data, ties, lines, selection, open }: Props) {
  const area = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<Drawing>();
  const opener = useRef(open);
  opener.current = open;
  useEffect(() => {
    const container = area.current;
    if (!container) return;
    const aspect = container.clientWidth / Math.max(container.clientHeight, 1);
    const places = placesOf(data.outlets.length, data.structure.camps, aspect);
    const made = new Drawing(container, { dots: dotsOf(data), frames: framesOf(data), places }, (chosen) => opener.current(chosen));
    setDrawing(made);
    return () => made.destroy();
  }, [data]);
  useEffect(() => drawing?.show(strokesOf(lines)), [drawing, lines]);
  useEffect(() => drawing?.open(selection, ties), [drawing, lines, selection, ties]);
  return (
    <div class="graph-canvas">
      <div
        ref={area}
        class="graph-area"
        role="application"
        tabIndex={0}
        aria-label="Graph of outlets. Arrow keys move it, plus and minus zoom, 0 shows all of it. The lists below hold the same."
        onKeyDown={(event) => drawing && press(event, drawing)}
      />
      {/* Where this id is, cytoscape does not inject the style that the page's policy would refuse. */}
      <span id="__________cytoscape_stylesheet" hidden />
      <div class="graph-zoom" role="group" aria-label="Zoom">
        <button type="button" aria-label="Zoom in" onClick={() => drawing?.zoomBy(NEARER)}>
          +
        </button>
        <button type="button" aria-label="Zoom out" onClick={() => drawing?.zoomBy(1 / NEARER)}>
          −
        </button>
        <button type="button" onClick={() => drawing?.fit()}>
          Fit
        </button>
      </div>
    </div>
  );
}

const NEARER = 1.3;
const STEP = 60;

const KEYS: Record<string, (drawing: Drawing) => void> = {
  ArrowLeft: (drawing) => drawing.panBy(STEP, 0),
  ArrowRight: (drawing) => drawing.panBy(-STEP, 0),
  ArrowUp: (drawing) => drawing.panBy(0, STEP),
  ArrowDown: (drawing) => drawing.panBy(0, -STEP),
  "+": (drawing) => drawing.zoomBy(NEARER),
  "=": (drawing) => drawing.zoomBy(NEARER),
  "-": (drawing) => drawing.zoomBy(1 / NEARER),
  "0": (drawing) => drawing.fit(),
};

function press(event: KeyboardEvent, drawing: Drawing): void {
  const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act(drawing);
}
