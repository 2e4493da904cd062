import assert from "node:assert/strict";
import { test } from "node:test";
import type { Pair } from "../src/data";
import { drawnLines, linesOf, NO_FILTERS, tiesOf } from "../src/graph/edges";
import { roomFor } from "../src/graph/labels";
import { onDiscs, placesOf, type Place } from "../src/graph/place";
import { dotsOf, framesOf, selectionOf, strokesOf } from "../src/graph/scene";
import { sidesOf } from "../src/graph/voices";
import { cell, claim, evidence, report, source } from "./sample";

const pair = (a: number, b: number, part: Partial<Pair>): Pair => ({ a, b, agree: [], independent: [], contradict: [], ...part });

const data = report({
  outlets: ["Post", "Herald", "Times"],
  sources: [
    source("post-late", 0, "it was two", "2025-07"),
    source("post-early", 0, "it was one", "2025-02-01"),
    source("herald", 1, "it was one"),
    source("times", 2, "it was one, no, two"),
  ],
  claims: [
    claim("one", 0, "disputed", [
      cell(0, "contradicts"),
      cell(1, "supports"),
      cell(2, "supports"),
      cell(3, "mixed", [evidence([0, 10], "supports"), evidence([11, 19], "contradicts")]),
    ]),
    claim("storm", 1, "corroborated", [cell(1, "supports"), cell(2, "supports")]),
  ],
  pairs: [
    pair(0, 0, { contradict: [0] }),
    pair(0, 1, { agree: [0, 1], independent: [1], contradict: [0] }),
    pair(1, 2, { agree: [0], contradict: [0] }),
  ],
});

test("contradictions come first", () => {
  assert.deepEqual(
    tiesOf(data, NO_FILTERS).map(({ pair }) => pair),
    [1, 2, 0],
  );
});

test("a verdict leaves only its claims, and what is independent of them", () => {
  const ties = tiesOf(data, { ...NO_FILTERS, verdict: "corroborated" });
  assert.deepEqual(ties, [{ ...pair(0, 1, { agree: [1], independent: [1] }), pair: 1 }]);
});

test("words and a claim leave what has them", () => {
  assert.deepEqual(tiesOf(data, { ...NO_FILTERS, words: "STORM claim" }).map(({ agree }) => agree), [[1]]);
  assert.equal(tiesOf(data, { ...NO_FILTERS, words: "flood" }).length, 0);
  assert.deepEqual(tiesOf(data, { ...NO_FILTERS, claim: 0, contradict: false }).map(({ agree }) => agree), [[0], [0]]);
});

test("too few claims are no line", () => {
  const lines = linesOf(tiesOf(data, { ...NO_FILTERS, least: 2 }));
  assert.deepEqual(strokesOf(lines).map(({ id, label }) => [id, label]), [["agree-1", "+ 2"]]);
});

test("an agreement of one origin is no independent line", () => {
  const independent = linesOf(tiesOf(data, NO_FILTERS)).map(({ kind, tie, independent }) => [kind, tie.pair, independent]);
  assert.deepEqual(independent, [
    ["contradict", 1, false],
    ["contradict", 2, false],
    ["contradict", 0, false],
    ["agree", 1, true],
    ["agree", 2, false],
  ]);
});

test("of too many lines the widest are drawn, and all of what is opened", () => {
  const pairs = Array.from({ length: 300 }, (_, at) => pair(0, at + 1, { agree: at === 299 ? [0] : [0, 1], contradict: at < 100 ? [0] : [] }));
  const lines = linesOf(tiesOf({ ...data, pairs }, NO_FILTERS));
  const drawn = drawnLines(lines, [], true);
  assert.equal(drawn.length, 80);
  assert.equal(drawn.filter(({ kind }) => kind === "contradict").length, 53);
  assert.ok(drawnLines(lines, [0, 300], true).some(({ tie }) => tie.b === 300));
  assert.equal(drawnLines(lines, [0], true).length, 400);
  assert.equal(drawnLines(lines.slice(0, 70), [], true).length, 70);
});

function nearest(places: Place[]): number {
  return Math.min(...places.flatMap((one, i) => places.slice(0, i).map((other) => Math.hypot(one.x - other.x, one.y - other.y))));
}

test("outlets stand apart, camp beside camp, the same way each time", () => {
  const camps = [[0, 2], [1, 3]];
  const few = placesOf(5, camps, 1.6);
  assert.deepEqual(few, placesOf(5, camps, 1.6));
  assert.ok(nearest(few) > 90, `${nearest(few)}`);
  const apart = (a: number, b: number) => Math.hypot((few[a]?.x ?? 0) - (few[b]?.x ?? 0), (few[a]?.y ?? 0) - (few[b]?.y ?? 0));
  assert.ok(apart(0, 2) < apart(0, 1));
  assert.ok(nearest(placesOf(200, [Array.from({ length: 120 }, (_, at) => at)], 1.6)) > 60);
  assert.deepEqual(placesOf(1, [], 1), [{ x: 0, y: 0 }]);
  assert.deepEqual(placesOf(2, [[0], [1]], 1).map(({ y }) => y), [0, 0]);
});

test("the frames of many outlets do not overlap", () => {
  const camps = [0, 1, 2, 3].map((camp) => Array.from({ length: 10 * (camp + 1) }, (_, at) => at + 5 * camp * (camp + 1)));
  const places = placesOf(100, camps, 1.6);
  const boxes = camps.map((camp) => {
    const [xs, ys] = [camp.map((at) => places[at]?.x ?? 0), camp.map((at) => places[at]?.y ?? 0)];
    return { owner: String(camp[0]), box: { x1: Math.min(...xs), y1: Math.min(...ys), x2: Math.max(...xs), y2: Math.max(...ys) } };
  });
  assert.equal(roomFor(boxes, []).size, 4);
});

test("many outlets have frames, few have their camp in their label", () => {
  const camps = [[0], [1]];
  const few = { ...data, structure: { groups: [], camps } };
  assert.deepEqual(framesOf(few), []);
  assert.equal(dotsOf(few)[1]?.label, "Herald\n(camp B)");
  assert.equal(dotsOf(few)[2]?.apart, true);
  const many = { ...few, outlets: Array.from({ length: 20 }, (_, at) => `o${at}`) };
  assert.ok(onDiscs(20));
  assert.deepEqual(framesOf(many).map(({ label }) => label), ["Camp A", "Camp B", "In no camp"]);
  assert.equal(dotsOf(many)[5]?.parent, "camp-none");
});

test("names are one line and not endless", () => {
  const [dot] = dotsOf({ ...data, outlets: [`a\nb ${"🌊".repeat(60)}`, "x"] });
  assert.equal(dot?.label, `a b ${"🌊".repeat(37)}…`);
});

test("an id opens what it stands for", () => {
  assert.deepEqual(selectionOf("outlet-3"), { outlet: 3 });
  assert.deepEqual(selectionOf("contradict-7"), { pair: 7 });
  assert.equal(selectionOf("camp-1"), undefined);
});

test("labels lie neither on each other nor on another's dot", () => {
  const box = (x1: number, x2: number) => ({ x1, x2, y1: 0, y2: 10 });
  const labels = [
    { owner: "a", box: box(0, 10) },
    { owner: "b", box: box(5, 15) },
    { owner: "c", box: box(20, 30) },
  ];
  assert.deepEqual([...roomFor(labels, [{ owner: "a", box: box(8, 9) }])], ["a", "c"]);
  assert.deepEqual([...roomFor(labels, [{ owner: "x", box: box(8, 9) }])], ["c"]);
});

test("quote stands against quote", () => {
  const [one] = data.claims;
  assert.ok(one);
  const said = (a: number, b: number, kind: "agree" | "contradict") =>
    sidesOf(data, one, a, b, kind).map(({ voices }) => voices.map(({ source, evidence }) => [source, evidence?.stance]));
  // That outlet 0 also supports it is no part of the quarrel: outlet 1 does, too.
  assert.deepEqual(said(0, 1, "contradict"), [[[0, "contradicts"]], [[2, "supports"]]]);
  assert.deepEqual(said(0, 1, "agree"), [[[1, "supports"]], [[2, "supports"]]]);
  assert.deepEqual(said(0, 0, "contradict"), [[[1, "supports"]], [[0, "contradicts"]]]);
  // A mixed source says both; each side shows the evidence of that side.
  assert.deepEqual(said(2, 2, "contradict"), [[[3, "supports"]], [[3, "contradicts"]]]);
});
