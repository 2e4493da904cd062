// The report of the repository's own case, as a reader uses it.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launch, open, pictures, pressUntil, reportOf, seriousProblems } from "./report.mjs";

const CLAIM = "one mentoring session instead of seven";
const VIEWS = ["#/", "#/claim/one-of-seven", "#/source/sky", "#/graph", "#/timeline", "#/search?q=mentor", "#/method"];

describe("the report in a browser", () => {
  let browser, file;

  before(async () => {
    file = reportOf("own");
    browser = await launch();
  });
  after(() => browser.close());

  /// Opens the report, does `use`, and sees that nothing was asked for, said or shown that should not be.
  async function reading(options, use) {
    const { page, never } = await open(browser, file, options);
    await use(page);
    assert.deepEqual(never, { requests: [], errors: [], dialogs: [] });
    await page.context().close();
  }

  it("leads from the matrix to the evidence, to its place in the source, and back", () =>
    reading({}, async (page) => {
      const row = page.getByRole("row", { name: new RegExp(CLAIM) });
      await row.getByRole("gridcell", { name: /Sky News.* contradicts it/ }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByText("instead of two").first().waitFor();
      assert.match(await dialog.innerText(), /where the claim says “seven”/);
      await dialog.getByRole("link", { name: /in the source/ }).first().click();
      assert.match(page.url(), /#\/source\/sky\/\d+$/);
      const highlight = page.locator(":focus");
      assert.match(await highlight.innerText(), /miscommunication led to only one/);
      await page.goBack();
      await page.getByRole("grid").waitFor();
    }));

  it("shows the sides of a claim quote against quote, and why", () =>
    reading({ hash: "#/claim/one-of-seven" }, async (page) => {
      const text = await page.getByRole("main").innerText();
      for (const words of ["disputed", "supposed to meet Ali seven times", "instead of two", "against its own earlier account"]) {
        assert.ok(text.includes(words), words);
      }
      const why = page.getByText("Why: word on word").first();
      await why.click();
      const lines = page.locator("details[open] svg line, details[open] svg path");
      await lines.first().waitFor();
      assert.ok((await lines.count()) >= 3, "words are joined by lines");
    }));

  it("filters the graph and opens an edge's quotes", () =>
    reading({ hash: "#/graph" }, async (page) => {
      const rows = page.getByRole("table").getByRole("row");
      const before = await rows.count();
      await page.getByLabel("Verdict").selectOption("disputed");
      await page.getByLabel("agree").uncheck();
      const after = await rows.count();
      assert.ok(after < before, `${before} rows, then ${after}`);
      await page.getByRole("button", { name: /Sky News.*The Guardian/ }).first().click();
      const quotes = page.locator("blockquote, q, .quote").filter({ hasText: "Matt Juke" });
      await quotes.filter({ visible: true }).first().waitFor();
      const seen = (await quotes.filter({ visible: true }).allInnerTexts()).join(" ");
      assert.match(seen, /Matt Jukes/);
      assert.match(seen, /Matt Juke[^s]/, "quote against quote");
    }));

  it("switches to dark and back", () =>
    reading({ colorScheme: "light" }, async (page) => {
      const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      const light = await ground();
      await page.getByLabel("Colours").selectOption("dark");
      const dark = await ground();
      assert.notEqual(dark, light);
      const [red] = dark.match(/\d+/g).map(Number);
      assert.ok(red < 60, dark);
      await page.getByLabel("Colours").selectOption("light");
      assert.equal(await ground(), light);
    }));

  it("is walked by keyboard alone", () =>
    reading({}, async (page) => {
      await page.keyboard.press("Tab");
      assert.match(await page.locator(":focus").innerText(), /skip/i, "the first stop skips the navigation");
      const inGrid = () => page.evaluate(() => !!document.activeElement?.closest("[role=grid]"));
      await pressUntil(page, "Tab", inGrid, 60);
      const named = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      const first = await named();
      await page.keyboard.press("ArrowDown");
      assert.notEqual(await named(), first, "arrows move among cells");
      const tells = async () => /contradicts|supports|unclear/.test(await named());
      await pressUntil(page, "ArrowLeft", tells, 6).catch(() => pressUntil(page, "ArrowRight", tells, 8));
      const cell = await named();
      await page.keyboard.press("Enter");
      await page.getByRole("dialog").waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "hidden" });
      assert.equal(await named(), cell, "focus is back where it was");
      await page.keyboard.press("Control+k");
      await page.keyboard.type("miscommunication");
      await page.keyboard.press("Enter");
      await page.getByRole("main").getByRole("link").first().waitFor();
      assert.match(await page.getByRole("main").innerText(), /miscommunication/);
    }));

  it("prints every claim with its quotes", () =>
    reading({}, async (page) => {
      await page.emulateMedia({ media: "print" });
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      const printed = await page.locator("body").innerText();
      for (const words of [CLAIM, "Matt Jukes is the head", "supposed to meet Ali seven times"]) {
        assert.ok(printed.includes(words), words);
      }
      await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    }));

  for (const colorScheme of ["light", "dark"]) {
    it(`has nothing that axe calls serious, in ${colorScheme}`, async () => {
      for (const hash of VIEWS) {
        await reading({ hash, colorScheme }, async (page) => {
          assert.deepEqual(await seriousProblems(page), [], hash);
        });
      }
    });
  }

  for (const width of [390, 1280, 1920]) {
    it(`fits ${width} pixels`, async () => {
      for (const hash of VIEWS) {
        await reading({ hash, viewport: { width, height: 900 } }, async (page) => {
          const name = hash.replace(/\W+/g, "-").replace(/^-|-$/g, "") || "overview";
          await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
          const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(over <= 0, `${hash} is ${over} pixels too wide`);
        });
      }
    });
  }
});
