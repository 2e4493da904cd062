import assert from "node:assert/strict";
import { test } from "node:test";
import { findAll, fold, wordsOf } from "../src/model/fold";
import { modelOf } from "../src/model/model";
import { excerptOf, finderOf } from "../src/model/search";
import { cell, claim, evidence, report, source } from "./sample";

test("folding keeps every place where it is", () => {
  for (const text of ["Émile’s “Café”", "İstanbul ß ﬁ", "👩‍👩‍👧 Ünï", "plain ASCII", "e\u0301 \u0000 \u202e"]) {
    assert.equal(fold(text).length, text.length, text);
  }
  assert.equal(fold("Émile’s “CAFÉ”"), "emile's \"cafe\"");
});

test("found places are apart and in order", () => {
  assert.deepEqual(findAll("abcabc", ["c", "abc", "bc"]), [
    [0, 6],
  ]);
  assert.deepEqual(findAll("one two one", ["one"]), [
    [0, 3],
    [8, 11],
  ]);
});

test("all words must be there, in any order, whatever the case or accents", () => {
  const text = "The mentor met Ali once.\nSeven SESSIONS were planned for Zoë.";
  const data = report({
    outlets: ["Le Monde"],
    sources: [source("a", 0, text)],
    claims: [claim("one-of-seven", 0, "single-source", [cell(0, "supports", [evidence([25, 39], "supports")])])],
  });
  const finder = finderOf(modelOf(data));
  const counts = (query: string) => {
    const { claims, sources, quotes, passages } = finder.find(query);
    return [claims.length, sources.length, quotes.length, passages.length];
  };
  assert.deepEqual(counts("zoe SEVEN"), [0, 0, 0, 1]);
  assert.deepEqual(counts("sessions"), [0, 0, 1, 1]);
  assert.deepEqual(counts("monde"), [0, 1, 0, 0]);
  assert.deepEqual(counts("one-of-seven"), [1, 0, 0, 0]);
  assert.deepEqual(counts("mentor planned"), [0, 0, 0, 0]);
  assert.deepEqual(counts("   "), [0, 0, 0, 0]);
});

test("an excerpt is cut around the first word and marks it", () => {
  const text = `${"far away ".repeat(60)}here it is ${"and on ".repeat(60)}`;
  const { text: part, marks } = excerptOf(text, wordsOf("HERE"));
  assert.ok(part.length < 260 && part.startsWith("… ") && part.endsWith(" …"));
  assert.deepEqual(
    marks.map(([start, end]) => part.slice(start, end)),
    ["here"],
  );
});
