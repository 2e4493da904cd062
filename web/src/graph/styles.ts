/** How the graph is drawn. Every difference has a sign beside its colour: the kind of line, a mark, a shape, a word. */
import type { StylesheetJson } from "cytoscape";
import type { Ink } from "./ink";

/** The shapes of camps, the first for the first. */
export const SHAPES = ["ellipse", "round-rectangle", "diamond", "hexagon", "triangle", "octagon", "pentagon", "vee"] as const;

export function stylesOf(ink: Ink, font: string): StylesheetJson {
  return [
    { selector: ".outlet", style: outlet(ink, font) },
    { selector: ".camp", style: camp(ink, font) },
    { selector: ".outlet[?apart]", style: { "border-style": "dashed" } },
    { selector: "edge", style: edge(ink, font) },
    { selector: "edge[kind = 'agree']", style: { "line-color": ink.supports, color: ink.supports } },
    { selector: "edge[kind = 'agree'][!independent]", style: { "line-style": "dotted" } },
    {
      selector: "edge[kind = 'contradict']",
      style: { "line-color": ink.contradicts, color: ink.contradicts, "line-style": "dashed", "line-dash-pattern": [9, 5] },
    },
    { selector: "edge:loop", style: { "loop-direction": "data(away)", "loop-sweep": "-60deg", "control-point-step-size": 80 } },
    { selector: ".aside", style: { opacity: 0.35 } },
    { selector: ".crowded", style: { "text-opacity": 0, "text-background-opacity": 0, "text-border-opacity": 0 } },
    {
      selector: ".opened",
      style: { "underlay-color": ink.accent, "underlay-opacity": 0.3, "underlay-padding": 8, "z-index": 10 },
    },
  ];
}

/** The frame around a camp. */
function camp(ink: Ink, font: string) {
  return {
    shape: "round-rectangle" as const,
    "background-color": ink.panel,
    "background-opacity": 0.6,
    "border-color": ink.line,
    "border-width": 2,
    padding: "34px",
    label: "data(label)",
    color: ink.muted,
    "font-family": font,
    "font-weight": "bold" as const,
    "text-valign": "top" as const,
    "text-margin-y": -5,
    "overlay-opacity": 0,
  };
}

function outlet(ink: Ink, font: string) {
  return {
    shape: "data(shape)" as const,
    width: "data(size)",
    height: "data(size)",
    "background-color": ink.bg,
    "border-color": ink.fg,
    "border-width": 2,
    label: "data(label)",
    color: ink.fg,
    "font-family": font,
    "text-wrap": "wrap" as const,
    "text-valign": "bottom" as const,
    "text-margin-y": 5,
    // A rim, so that a line behind a name does not strike it through.
    "text-outline-color": ink.bg,
    "text-outline-width": 3,
    "overlay-opacity": 0,
  };
}

function edge(ink: Ink, font: string) {
  return {
    "curve-style": "bezier" as const,
    "control-point-step-size": 64,
    width: "data(width)",
    label: "data(label)",
    "font-family": font,
    "font-weight": "bold" as const,
    "text-background-color": ink.bg,
    "text-background-opacity": 1,
    "text-background-padding": "3px",
    "text-background-shape": "roundrectangle" as const,
    "text-border-color": ink.line,
    "text-border-width": 1,
    "text-border-opacity": 1,
    "overlay-opacity": 0,
  };
}
