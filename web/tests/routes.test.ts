import assert from "node:assert/strict";
import { test } from "node:test";
import { claimLink, parseRoute, searchLink, sourceLink } from "../src/model/routes";

test("what a link says is what is read from it", () => {
  for (const id of ["one-of-seven", "a/b", "100 %", "ü?#&", "..", "</script>", "‮rtl"]) {
    assert.deepEqual(parseRoute(claimLink(id)), { view: "claim", claim: id });
    assert.deepEqual(parseRoute(claimLink(id, id)), { view: "claim", claim: id, source: id });
    assert.deepEqual(parseRoute(sourceLink(id)), { view: "source", source: id });
    assert.deepEqual(parseRoute(sourceLink(id, 12)), { view: "source", source: id, start: 12 });
    assert.deepEqual(parseRoute(searchLink(id)), { view: "search", query: id });
  }
});

test("the overview is where one starts, and carries filters", () => {
  for (const hash of ["", "#", "#/"]) assert.equal(parseRoute(hash).view, "overview");
  const route = parseRoute("#/?verdict=disputed");
  assert.equal(route.view === "overview" && route.filters.get("verdict"), "disputed");
});

test("what is no address is nowhere, and a broken escape does no harm", () => {
  assert.equal(parseRoute("#/elsewhere").view, "nowhere");
  assert.equal(parseRoute("#/claim/").view, "nowhere");
  assert.deepEqual(parseRoute("#/claim/%E0%A4%A"), { view: "claim", claim: "%E0%A4%A" });
  assert.deepEqual(parseRoute("#/source/a/-1"), { view: "source", source: "a" });
});
