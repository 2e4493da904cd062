import assert from "node:assert/strict";
import { test } from "node:test";
import type { Span } from "../src/data";
import { paragraphsOf, segmentsOf } from "../src/model/segments";

const cut = (within: Span, marks: Span[]) => segmentsOf(within, marks, (mark) => mark);

test("marks that overlap are cut where one begins or ends", () => {
  const [long, late]: [Span, Span] = [
    [2, 8],
    [5, 12],
  ];
  assert.deepEqual(cut([0, 14], [long, late]), [
    { start: 0, end: 2, marks: [], begins: [] },
    { start: 2, end: 5, marks: [long], begins: [long] },
    { start: 5, end: 8, marks: [long, late], begins: [late] },
    { start: 8, end: 12, marks: [late], begins: [] },
    { start: 12, end: 14, marks: [], begins: [] },
  ]);
});

test("marks of the same place share one segment, in the order given", () => {
  const marks: Span[] = [
    [1, 3],
    [1, 3],
  ];
  assert.deepEqual(
    cut([0, 3], marks).map((segment) => segment.marks.length),
    [0, 2],
  );
});

test("what reaches over the edge is cut off, what is outside or empty left out", () => {
  const segments = cut([10, 20], [
    [5, 12],
    [18, 30],
    [0, 10],
    [20, 25],
    [15, 15],
  ]);
  assert.deepEqual(
    segments.map(({ start, end, marks }) => [start, end, marks.length]),
    [
      [10, 12, 1],
      [12, 18, 0],
      [18, 20, 1],
    ],
  );
});

test("segments put together are the text again, whatever the marks", () => {
  const text = "abcdefghijklmnopqrstuvwxyz";
  for (let seed = 1; seed < 60; seed += 1) {
    const marks = Array.from({ length: seed % 9 }, (_, k): Span => {
      const start = (seed * 7 + k * 11) % 26;
      return [start, start + ((seed * 3 + k * 5) % 9)];
    });
    const segments = cut([0, text.length], marks);
    assert.equal(segments.map(({ start, end }) => text.slice(start, end)).join(""), text);
    for (const { start, end, marks: covering } of segments) {
      assert.deepEqual(covering, marks.filter((mark) => mark[0] < mark[1] && mark[0] < end && mark[1] > start));
    }
  }
});

test("paragraphs are the lines that are not blank", () => {
  const text = "one\n\n  two\r\n \nthree";
  assert.deepEqual(
    paragraphsOf(text).map(([start, end]) => text.slice(start, end).trim()),
    ["one", "two", "three"],
  );
});
