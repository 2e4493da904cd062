import assert from "node:assert/strict";
import { test } from "node:test";
import { unpack, type Packed, type PackedCell } from "../src/packed";
import { claim, report, source } from "./sample";

const TEXT = "First line.\nOnly one session, not two.\n";

function packed(cells: PackedCell[], part: Partial<Packed> = {}): Packed {
  const { questions, claims, ...rest } = report({
    outlets: ["Echo", "Herald"],
    sources: [source("echo", 0, TEXT, "2025-02"), source("herald", 1, TEXT, "2024")],
    claims: [claim("a", 0, "disputed", [])],
  });
  return {
    ...rest,
    strings: ["one instead of two", "“two”, where the claim says “seven”", "seven", "two"],
    order: [1, 0],
    questions: questions.map(({ accounts: _, ...question }) => question),
    claims: claims.map((one) => ({ ...one, cells, origin_groups: [{ side: "supports", number: 1, outlets: [1], sources: [1], why: [] }] })),
    unlisted: [],
    ...part,
  };
}

test("evidence is what it was before it was packed", () => {
  const quote = TEXT.indexOf("Only");
  const two = TEXT.indexOf("two");
  const data = unpack(packed([[0, 1, 87, [[quote, 26, 1, 87, 0, 1, [2, 3, 4, 3, -1, 5], [0, 3, 5, 3, 100, 15, 3, two - quote, 3, 105], { by: 2 }]]]]));
  const cell = data.claims[0]?.cells[0];
  assert.deepEqual([cell?.source, cell?.stance, cell?.score, cell?.left, cell?.ruling], [0, "contradicts", 0.87, 0, undefined]);
  const evidence = cell?.evidence[0];
  assert.deepEqual(evidence?.at, [quote, quote + 26]);
  assert.equal(evidence?.line, 2);
  assert.deepEqual(evidence?.values, [
    [2, 3, "conflicts"],
    [3, null, "missing"],
  ]);
  assert.deepEqual(evidence?.words, [
    [0, 3, quote + 5, quote + 8, 100],
    [15, 18, two, two + 3, 0, "conflicts"],
  ]);
  assert.equal(evidence?.by, 2);
  assert.equal(cell?.evidence, cell?.evidence, "unpacked once");
});

test("accounts are in order of publication, and a mixed source is on both sides", () => {
  const data = unpack(packed([
    [0, 2, 50, []],
    [1, 0, 50, [], { left: 3 }],
  ]));
  assert.deepEqual(data.questions[0]?.accounts, [
    { source: 1, published: "2024", supports: [0], contradicts: [] },
    { source: 0, published: "2025-02", supports: [0], contradicts: [0] },
  ]);
  assert.equal(data.claims[0]?.cells[1]?.left, 3);
  assert.deepEqual(data.claims[0]?.origin_groups[0]?.outlets, ["Herald"]);
  assert.deepEqual(data.claims[0]?.origin_groups[0]?.sources, ["herald"]);
});

test("an answer that no claim carries is read out of its text", () => {
  const data = unpack(packed([], { unlisted: [[0, 1, 3, TEXT.indexOf("Only"), 8]] }));
  const [answer] = data.unlisted;
  assert.deepEqual([answer?.question, answer?.answer, answer?.quote, answer?.line], ["question 0", "two", "Only one", 2]);
});
