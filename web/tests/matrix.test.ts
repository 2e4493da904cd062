import assert from "node:assert/strict";
import { test } from "node:test";
import { geometryOf } from "../src/overview/geometry";
import { move } from "../src/overview/moving";
import { boxAt, topsOf, visible } from "../src/model/window";
import type { Row } from "../src/model/order";

test("the visible boxes are those that a place touches, with a margin", () => {
  const tops = topsOf([10, 20, 30, 40]);
  assert.deepEqual(tops, [0, 10, 30, 60, 100]);
  assert.deepEqual([0, 9, 10, 59, 99, 500].map((place) => boxAt(tops, place)), [0, 0, 1, 2, 3, 3]);
  assert.deepEqual(visible(tops, 12, 35, 0, 1), [1, 3]);
  assert.deepEqual(visible(tops, 12, 35, 20, 1), [0, 3]);
  assert.deepEqual(visible(topsOf([]), 0, 100, 10, 4), [0, 0]);
});

test("in steps, a little scrolling changes nothing", () => {
  const tops = topsOf(Array.from({ length: 100 }, () => 10));
  assert.deepEqual(visible(tops, 400, 500, 0, 4), visible(tops, 405, 505, 0, 4));
});

const rows: Row[] = [{ question: 0, claims: 2 }, { claim: 0 }, { claim: 1 }];
const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey, metaKey: false, altKey: false });

test("keys move about and stop at the edges", () => {
  const at = { row: 1, column: 0 };
  assert.deepEqual(move(key("ArrowUp"), at, rows, 3), { row: 0, column: 0 });
  assert.deepEqual(move(key("ArrowUp"), { row: -1, column: 2 }, rows, 3), { row: -1, column: 2 });
  assert.deepEqual(move(key("ArrowDown"), { row: 2, column: 2 }, rows, 3), { row: 2, column: 2 });
  assert.deepEqual(move(key("ArrowLeft"), at, rows, 3), { row: 1, column: -1 });
  assert.deepEqual(move(key("ArrowRight"), { row: 1, column: 2 }, rows, 3), { row: 1, column: 2 });
  assert.deepEqual(move(key("End"), at, rows, 3), { row: 1, column: 2 });
  assert.deepEqual(move(key("Home", true), { row: 2, column: 2 }, rows, 3), { row: 0, column: -1 });
  assert.equal(move(key("Enter"), at, rows, 3), "open");
  assert.equal(move(key("x"), at, rows, 3), undefined);
});

test("on a phone claims stand above their cells; few sources leave room for words", () => {
  assert.equal(geometryOf(358, 10, 5).stacked, true);
  const wide = geometryOf(1200, 10, 5);
  assert.ok(wide.roomy && wide.whole && wide.claims + 5 * wide.column === 1200);
  const many = geometryOf(1200, 600, 200);
  assert.ok(!many.roomy && !many.whole && many.column >= 24);
});
