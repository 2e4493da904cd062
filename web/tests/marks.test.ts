import assert from "node:assert/strict";
import { test } from "node:test";
import { mostTelling, valueMarks } from "../src/model/marks";
import { claim, evidence, report, source } from "./sample";

const text = "only one session instead of two";
const data = {
  ...report({ outlets: ["A"], sources: [source("a", 0, text)], claims: [claim("c", 0, "disputed", [])] }),
  strings: ["one session instead of seven", "because", "seven", "two"],
};
const [from] = data.sources;

test("a value of the source is marked with what the claim says instead", () => {
  assert.ok(from);
  const piece = evidence([0, text.length], "contradicts", {
    words: [
      [4, 11, 9, 16, 100],
      [23, 28, 28, 31, 40, "conflicts"],
    ],
  });
  assert.deepEqual(valueMarks(data, from, piece), [{ at: [28, 31], relation: "conflicts", claimed: "seven" }]);
});

test("of evidence carried over, only what was compared with this claim is marked", () => {
  assert.ok(from);
  const piece = evidence([0, text.length], "contradicts", {
    from: 0,
    values: [[2, 3, "conflicts"]],
    words: [
      [0, 3, 5, 8, 100, "equal"],
      [23, 26, 28, 31, 100, "equal"],
    ],
  });
  assert.deepEqual(valueMarks(data, from, piece), [{ at: [28, 31], relation: "conflicts", claimed: "seven" }]);
});

test("a conflict tells more than what agrees", () => {
  const mark = (relation: "equal" | "conflicts") => ({ at: [0, 1] as [number, number], relation, claimed: "" });
  assert.equal(mostTelling([mark("equal"), mark("conflicts")])?.relation, "conflicts");
  assert.equal(mostTelling([]), undefined);
});
