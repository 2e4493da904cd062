/** What is on the graph, for the drawing: outlets as dots, what they agree and contradict each other on as lines. */
import type { PageData } from "../data";
import type { Kind, Line } from "./edges";
import { onDiscs } from "./place";
import { SHAPES } from "./styles";

/** What is opened: two outlets, or one. */
export type Selection = { pair: number } | { outlet: number };

export interface Dot {
  id: string;
  label: string;
  shape: (typeof SHAPES)[number];
  size: number;
  /** Whether it belongs to no camp, though there are camps. */
  apart: boolean;
  /** The frame it stands in, where camps have frames. */
  parent?: string;
}

/** A frame around the outlets of a camp. */
export interface Frame {
  id: string;
  label: string;
}

export interface Stroke {
  id: string;
  source: string;
  target: string;
  kind: Kind;
  independent: boolean;
  width: number;
  label: string;
}

/** What the shapes are called, in their order. */
export const SHAPE_NAMES = ["circle", "square", "diamond", "hexagon", "triangle", "octagon", "pentagon", "arrowhead"] as const;

const LONGEST_NAME = 42;

/** The outlets' names and camps never change, only where one drags them. */
export function dotsOf(data: PageData): Dot[] {
  const sources = data.outlets.map((_, outlet) => data.sources.filter((source) => source.outlet === outlet).length);
  const several = data.structure.camps.length > 1;
  const framed = hasFrames(data);
  return data.outlets.map((name, outlet) => {
    const camp = campOf(data, outlet);
    return {
      id: dotId(outlet),
      ...(framed ? { parent: frameId(camp) } : {}),
      label: several && !framed && camp !== undefined ? `${short(name)}\n(camp ${campName(camp)})` : short(name),
      shape: SHAPES[(several ? (camp ?? 0) : 0) % SHAPES.length] ?? SHAPES[0],
      size: Math.min(24 + 8 * Math.sqrt(sources[outlet] ?? 0), 80),
      apart: several && camp === undefined,
    };
  });
}

/** Many outlets stand in frames, one for a camp, and one for those in none. */
export function framesOf(data: PageData): Frame[] {
  if (!hasFrames(data)) return [];
  const { camps } = data.structure;
  const outside = data.outlets.some((_, outlet) => campOf(data, outlet) === undefined);
  const frames = camps.map((_, camp) => ({ id: frameId(camp), label: `Camp ${campName(camp)}` }));
  return outside ? [...frames, { id: frameId(undefined), label: "In no camp" }] : frames;
}

function hasFrames({ outlets, structure }: PageData): boolean {
  return onDiscs(outlets.length) && structure.camps.length > 0;
}

function frameId(camp: number | undefined): string {
  return `camp-${camp ?? "none"}`;
}

export function strokesOf(lines: Line[]): Stroke[] {
  return lines.map(({ kind, tie, count, independent }) => ({
    id: `${kind}-${tie.pair}`,
    source: dotId(tie.a),
    target: dotId(tie.b),
    kind,
    independent,
    width: Math.min(1 + 1.2 * Math.sqrt(count), 9),
    label: `${kind === "agree" ? "+" : "×"} ${count}`,
  }));
}

/** The outlet's camp, as an index; nothing where it is in none. */
export function campOf(data: PageData, outlet: number): number | undefined {
  const camp = data.structure.camps.findIndex((members) => members.includes(outlet));
  return camp < 0 ? undefined : camp;
}

/** A, B, C and so on; after Z, numbers. */
export function campName(camp: number): string {
  return camp < 26 ? String.fromCharCode(65 + camp) : String(camp + 1);
}

export function dotId(outlet: number): string {
  return `outlet-${outlet}`;
}

/** What a click on something with this id opens. */
export function selectionOf(id: string): Selection | undefined {
  const [kind, number] = id.split("-");
  const index = Number(number);
  if (kind === "outlet") return { outlet: index };
  return kind === "agree" || kind === "contradict" ? { pair: index } : undefined;
}

/** A name on one line, and not longer than a label may be. */
function short(name: string): string {
  const letters = [...name.replace(/\s+/g, " ").trim()];
  return letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME - 1).join("").trimEnd()}…` : letters.join("");
}
