import assert from "node:assert/strict";
import { test } from "node:test";
import { accountsOf, differs, momentsOf, notesOf, questionsOf } from "../src/timeline/accounts";
import { byDate, daysOf, laterBy, machineDate } from "../src/timeline/dates";
import { lanesOf } from "../src/timeline/lanes";
import { cell, claim, report, source } from "./sample";

const data = report({
  outlets: ["Post", "Herald"],
  sources: [
    source("undated", 1, "text"),
    source("late", 0, "text", "2025-07-16"),
    source("month", 1, "text", "2025-02"),
    source("early", 0, "text", "2025-02-12"),
  ],
  claims: [
    claim("two", 0, "disputed", [cell(0, "unclear"), cell(1, "contradicts"), cell(2, "supports"), cell(3, "supports")]),
    claim("seven", 0, "single-source", [cell(1, "supports")]),
    claim("storm", 1, "corroborated", [cell(0, "supports"), cell(3, "supports")]),
    claim("silence", 2, "unreported", []),
    claim("late", 3, "disputed", [cell(1, "mixed")]),
  ],
});
const [first] = data.questions;
assert.ok(first);

test("partial dates are the time they may mean", () => {
  assert.deepEqual(daysOf("1970-01-02"), [1, 1]);
  assert.deepEqual(daysOf("1970-01"), [0, 30]);
  assert.deepEqual(daysOf("1970"), [0, 364]);
  assert.equal(daysOf("soon"), undefined);
  assert.equal(machineDate("2025-02-12T10:00:00Z"), "2025-02-12");
  assert.equal(machineDate("2025-02"), "2025-02");
});

test("what has no date comes last", () => {
  const dates = [undefined, "2025-03", "2025", "2025-01-01", "2024-12-31"];
  // `sort` puts undefined last by itself, whatever it is given to compare with.
  const sorted = dates.map((date) => ({ date })).sort((x, y) => byDate(x.date, y.date));
  assert.deepEqual(sorted.map(({ date }) => date), ["2024-12-31", "2025-01-01", "2025", "2025-03", undefined]);
});

test("how much later is said in a unit that fits", () => {
  assert.equal(laterBy("2025-02-12", "2025-02-13"), "1 day later");
  assert.equal(laterBy("2025-02-12", "2025-07-16"), "about 5 months later");
  assert.equal(laterBy("2020", "2025"), "about 4 years later");
  assert.equal(laterBy("2025-02-12", "2025-02"), undefined);
  assert.equal(laterBy(undefined, "2025"), undefined);
});

test("accounts stand in order of publication, and a changed one says so", () => {
  const accounts = accountsOf(data, first);
  assert.deepEqual(accounts.map(({ source, against }) => [source, against]), [[2, undefined], [3, undefined], [1, 3], [0, undefined]]);
  assert.deepEqual(accounts[2]?.statements.map(({ claim, stance }) => [claim, stance]), [[1, "supports"], [0, "contradicts"]]);
});

test("an account without a cell of its own is kept", () => {
  const question = { ...first, accounts: [{ source: 2, supports: [0], contradicts: [1] }] };
  const said = accountsOf(data, question).find(({ source }) => source === 2)?.statements;
  assert.deepEqual(said?.map(({ claim, stance }) => [claim, stance]), [[0, "supports"], [1, "contradicts"]]);
});

test("accounts of one date are one moment", () => {
  const moments = momentsOf(data, accountsOf(data, first));
  assert.deepEqual(moments.map(({ published }) => published), ["2025-02", "2025-02-12", "2025-07-16", undefined]);
});

test("questions that differ come first, silence is left out", () => {
  assert.deepEqual(data.questions.map((question) => differs(data, question)), [true, false, false, true]);
  assert.deepEqual(questionsOf(data, false, () => true), [0, 3, 1]);
  assert.deepEqual(questionsOf(data, true, () => true), [0, 3]);
  assert.deepEqual(questionsOf(data, false, (index) => index === 1), [1]);
});

test("a note of several claims is said once", () => {
  const notes = data.claims.map((one) => ({ ...one, dispute: { notes: ["until then: two", one.id] } }));
  assert.deepEqual(notesOf({ ...data, claims: notes }, first), ["until then: two", "two", "seven"]);
});

test("marks stand where their time is, near ones together", () => {
  const chart = lanesOf(data, first.claims, accountsOf(data, first));
  assert.deepEqual(chart?.ticks.map(({ published }) => published), ["2025-02-12", "2025-07-16"]);
  assert.deepEqual(chart?.lanes, [
    { claim: 0, marks: [{ at: 0, stance: "supports", count: 2, level: 0 }, { at: 1, stance: "contradicts", count: 1, level: 0 }] },
    { claim: 1, marks: [{ at: 1, stance: "supports", count: 1, level: 0 }] },
  ]);
  assert.equal(lanesOf(data, [2], accountsOf(data, data.questions[1] ?? first)), undefined);
});
