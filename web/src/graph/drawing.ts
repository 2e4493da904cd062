/**
 * The drawing itself: cytoscape on a canvas.
 *
 * The page's policy lets no style be injected: cytoscape finds an element with the id of the one it would inject, and
 * its only rule stands in graph.css. Nothing is animated, and nothing is placed by chance.
 */
import cytoscape, { type CollectionReturnValue, type Core, type ElementDefinition, type EventObject, type SingularElementArgument } from "cytoscape";
import type { Tie } from "./edges";
import { inkOf, watchInk } from "./ink";
import { roomFor, type Box } from "./labels";
import type { Place } from "./place";
import { dotId, selectionOf, type Dot, type Frame, type Selection, type Stroke } from "./scene";
import { stylesOf } from "./styles";

const CLOSEST = 3;
/** How near a few outlets are brought when all are shown. */
const ROOMY = 1.4;
const FARTHEST = 0.05;
/** What stays free around the whole, in pixels. */
const MARGIN = 28;
/** How large names are on the screen, however far one has zoomed out. */
const SMALLEST = 12;
const LARGEST = 17;
const NAME_WIDTH = 132;
/** With more lines than this, the numbers stand only at those of what is opened. */
const MANY_LINES = 70;
/** No part of an element is measured unless it is asked for. */
const NOTHING = { includeEdges: false, includeOverlays: false, includeUnderlays: false };

export class Drawing {
  private readonly cy: Core;
  private readonly ends: (() => void)[] = [];
  /** Whether the reader moved the view: then it stays where it is. */
  private moved = false;
  private frame = 0;

  constructor(
    container: HTMLElement,
    scene: { dots: Dot[]; frames: Frame[]; places: Place[] },
    open: (selection: Selection | undefined) => void,
  ) {
    const family = getComputedStyle(container).fontFamily;
    const style = () => stylesOf(inkOf(container), family);
    this.cy = cytoscape({
      container,
      elements: elementsOf(scene),
      style: style(),
      layout: { name: "preset" },
      minZoom: FARTHEST,
      maxZoom: CLOSEST,
      boxSelectionEnabled: false,
      autounselectify: true,
    });
    this.cy.on("tap", (event: EventObject) => open(event.target === this.cy ? undefined : selectionOf(event.target.id())));
    this.cy.on("mouseover mouseout", ".outlet, edge", ({ type }) => container.classList.toggle("over", type === "mouseover"));
    this.cy.on("dragpan scrollzoom pinchzoom", () => (this.moved = true));
    this.cy.on("zoom resize free", () => this.relabel());
    this.cy.on("resize", () => this.moved || this.fit());
    this.ends.push(watchInk(() => this.cy.style(style())));
  }

  /** Draws these lines, and no others. */
  show(strokes: Stroke[]): void {
    const first = this.cy.edges().empty() && !this.moved;
    const wanted = new Map(strokes.map((stroke) => [stroke.id, stroke]));
    this.cy.batch(() => {
      this.cy.edges().forEach((edge) => {
        const stroke = wanted.get(edge.id());
        if (stroke) edge.data({ ...stroke });
        else edge.remove();
        wanted.delete(edge.id());
      });
      this.cy.add(
        [...wanted.values()].map((stroke) => ({ group: "edges" as const, classes: "crowded", data: { ...stroke } })),
      );
      this.cy.edges(":loop").forEach((loop) => void loop.data("away", this.awayFrom(loop.source().position())));
    });
    if (first) this.fit();
    this.relabel();
  }

  /** Puts what is opened before the rest; if nothing is, those that are tied before those that are not. */
  open(selection: Selection | undefined, ties: readonly Tie[]): void {
    const tied = new Set(ties.flatMap(({ a, b }) => [dotId(a), dotId(b)]));
    this.cy.batch(() => {
      this.cy.elements().removeClass("opened aside near");
      const chosen = this.chosen(selection);
      const edges = chosen.edges().union(chosen.nodes().connectedEdges());
      const concerned = edges.union(edges.connectedNodes()).union(chosen);
      const before = selection ? concerned : this.cy.elements().filter((one) => one.isEdge() || tied.has(one.id()));
      this.cy.elements().difference(before).not(".camp").addClass("aside");
      concerned.addClass("near");
      chosen.addClass("opened");
    });
    this.relabel();
  }

  private chosen(selection: Selection | undefined): CollectionReturnValue {
    const one = (id: string) => this.cy.collection().union(this.cy.getElementById(id));
    if (!selection) return this.cy.collection();
    if ("outlet" in selection) return one(dotId(selection.outlet));
    return one(`agree-${selection.pair}`).union(one(`contradict-${selection.pair}`));
  }

  /** Which way a loop goes so that it does not lie on the lines to others: outwards, as a clock's hand, in degrees. */
  private awayFrom({ x, y }: Place): string {
    const box = this.cy.nodes(".outlet").boundingBox({ ...NOTHING, includeLabels: false });
    const [right, down] = [x - (box.x1 + box.x2) / 2, y - (box.y1 + box.y2) / 2];
    // `0 - down` and not `-down`: the way from -0 is downwards, onto the name.
    return `${Math.round((Math.atan2(right, 0 - down) * 180) / Math.PI)}deg`;
  }

  fit(): void {
    this.moved = false;
    // Measuring all lines takes long, and only loops reach beyond the outlets.
    this.cy.fit(this.cy.nodes().union(this.cy.edges(":loop")), MARGIN);
    // A few outlets would fill the area like balloons.
    if (this.cy.zoom() > ROOMY) this.cy.zoom({ level: ROOMY, renderedPosition: this.middle() });
    this.relabel();
  }

  zoomBy(factor: number): void {
    this.moved = true;
    this.cy.zoom({ level: this.cy.zoom() * factor, renderedPosition: this.middle() });
  }

  panBy(x: number, y: number): void {
    this.moved = true;
    this.cy.panBy({ x, y });
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
    this.ends.forEach((end) => end());
    this.cy.destroy();
  }

  private middle(): Place {
    return { x: this.cy.width() / 2, y: this.cy.height() / 2 };
  }

  /** Sizes the names for the zoom, and shows those that have room; once a frame is enough. */
  private relabel(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      const zoom = this.cy.zoom();
      const size = Math.min(Math.max(14 * zoom, SMALLEST), LARGEST) / zoom;
      const width = `${NAME_WIDTH / Math.min(zoom, 1)}px`;
      // Setting a style is what takes long, so only what changes is set.
      const differs = this.cy.elements().filter((one) => one.scratch("size") !== size);
      this.cy.batch(() => {
        differs.nodes().style({ "font-size": size, "text-max-width": width });
        differs.edges().style({ "font-size": size });
        differs.forEach((one) => void one.scratch("size", size));
      });
      const room = this.labelled();
      const isWrong = (one: SingularElementArgument) => one.hasClass("crowded") === room.has(one.id());
      this.cy.batch(() => this.cy.elements().not(".camp").filter(isWrong).toggleClass("crowded"));
    });
  }

  /** Whose label has room: what is opened comes first, then who has most lines, then the widest line. */
  private labelled(): Set<string> {
    const rank = (one: SingularElementArgument) => one.hasClass("opened") ? 3 : one.hasClass("near") ? 2 : one.hasClass("aside") ? 0 : 1;
    const box = (one: SingularElementArgument, of: "label" | "dot"): Box =>
      one.boundingBox({ ...NOTHING, includeLabels: of === "label", includeNodes: of === "dot" });
    const outlets = this.cy.nodes(".outlet");
    const open = this.cy.elements(".opened").nonempty();
    // The names of those that are put aside would only be in the way; so would the numbers of a great many lines.
    const names = open ? outlets.not(".aside") : outlets;
    const numbers = this.cy.edges().length > MANY_LINES ? this.cy.edges(".near") : this.cy.edges().not(".aside");
    const ordered = [
      ...names.sort((x, y) => rank(y) - rank(x) || y.degree(true) - x.degree(true)).toArray(),
      ...numbers.sort((x, y) => rank(y) - rank(x) || y.data("width") - x.data("width")).toArray(),
    ];
    return roomFor(
      ordered.map((one) => ({ owner: one.id(), box: box(one, "label") })),
      [
        ...outlets.toArray().map((one) => ({ owner: one.id(), box: box(one, "dot") })),
        ...this.cy.nodes(".camp").toArray().map((one) => ({ owner: one.id(), box: box(one, "label") })),
      ],
    );
  }
}

/** The outlets, and the frames they stand in. */
function elementsOf({ dots, frames, places }: { dots: Dot[]; frames: Frame[]; places: Place[] }): ElementDefinition[] {
  return [
    ...frames.map((frame) => ({ group: "nodes" as const, classes: "camp", data: { ...frame } })),
    ...dots.map((dot, index) => ({
      group: "nodes" as const,
      // Labels come when it is known which have room.
      classes: "outlet crowded",
      data: { ...dot },
      position: { ...(places[index] ?? { x: 0, y: 0 }) },
    })),
  ];
}
