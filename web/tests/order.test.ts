import assert from "node:assert/strict";
import { test } from "node:test";
import { modelOf } from "../src/model/model";
import { columnsOf, filtersLink, filtersOf, rowsOf, type Filters } from "../src/model/order";
import { parseRoute } from "../src/model/routes";
import { cell, claim, report, source } from "./sample";

const data = report({
  outlets: ["Herald", "Äther", "Post"],
  sources: [
    source("a", 0, "Hello there", "2025-03-01"),
    source("b", 1, "Hello there"),
    source("c", 2, "Hello there", "2024-01-01"),
  ],
  claims: [
    claim("agreed", 0, "corroborated", [cell(0, "supports"), cell(1, "supports")]),
    claim("lone", 1, "single-source", [cell(0, "supports")]),
    claim("parted", 1, "disputed", [cell(0, "supports"), cell(2, "contradicts")]),
    claim("split", 2, "disputed", [cell(0, "supports"), cell(1, "contradicts"), cell(2, "contradicts")]),
    claim("denied", 3, "contradicted", [cell(2, "contradicts")]),
  ],
});
const model = modelOf(data);
const none: Filters = filtersOf(new URLSearchParams(), data);
const ids = (filters: Partial<Filters>) =>
  rowsOf(model, { ...none, ...filters }).map((row) => ("claim" in row ? data.claims[row.claim]?.id : `? ${row.question}`));

test("disputes come first, the widest before; a question keeps its claims together", () => {
  assert.deepEqual(ids({}), ["? 2", "split", "? 1", "parted", "lone", "? 3", "denied", "? 0", "agreed"]);
});

test("in the order of files nothing moves", () => {
  assert.deepEqual(ids({ rows: "file" }), ["? 0", "agreed", "? 1", "lone", "parted", "? 2", "split", "? 3", "denied"]);
});

test("filters leave out claims, and questions that are left without", () => {
  assert.deepEqual(ids({ verdict: "disputed" }), ["? 2", "split", "? 1", "parted"]);
  assert.deepEqual(ids({ disagreements: true }), ["? 2", "split", "? 1", "parted", "? 3", "denied"]);
  assert.deepEqual(ids({ text: "QUESTION 1 lone" }), ["? 1", "lone"]);
  assert.deepEqual(ids({ outlet: 1 }), ["? 2", "split", "? 0", "agreed"]);
  assert.deepEqual(ids({ text: "nothing of the kind" }), []);
});

test("sources that contradict most come first, or the earliest, or by name", () => {
  const columns = (part: Partial<Filters>) => columnsOf(data, { ...none, ...part }).map((index) => data.sources[index]?.id);
  assert.deepEqual(columns({}), ["c", "b", "a"]);
  assert.deepEqual(columns({ columns: "date" }), ["c", "a", "b"]);
  assert.deepEqual(columns({ columns: "outlet" }), ["b", "a", "c"]);
  assert.deepEqual(columns({ columns: "file" }), ["a", "b", "c"]);
  assert.deepEqual(columns({ outlet: 2 }), ["c"]);
});

test("filters survive the address", () => {
  const filters: Filters = {
    verdict: "contradicted",
    outlet: 1,
    text: "50 % & more",
    disagreements: true,
    rows: "file",
    columns: "date",
  };
  const route = parseRoute(filtersLink(filters, data));
  assert.ok(route.view === "overview");
  assert.deepEqual(filtersOf(route.filters, data), filters);
  assert.equal(filtersLink(none, data), "#/");
});

test("a cell is found, and silence is none", () => {
  assert.equal(model.cell(3, 1)?.stance, "contradicts");
  assert.equal(model.cell(4, 0), undefined);
  assert.deepEqual(model.claimsOf(1), [0, 3]);
});
