// Reports and the browser that opens them.

import { execFileSync } from "node:child_process";
import { mkdtempSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { chromium } from "playwright-core";

export const root = resolve(import.meta.dirname, "../..");
/// Where pictures go; to be looked at.
export const pictures = resolve(process.env.PICTURES ?? join(root, "target/browser"));
mkdirSync(pictures, { recursive: true });

export const program = resolve(process.env.CROSSCHECK ?? join(root, "target/release/crosscheck"));
const folder = mkdtempSync(join(tmpdir(), "crosscheck-browser-"));

/// Writes the report of a case into a file of its own and gives the file's path.
export function reportOf(name, { cwd = root, args = [] } = {}) {
  const file = join(folder, `${name}.html`);
  execFileSync(program, ["check", "--format", "html", "-o", file, ...args], { cwd, stdio: "pipe" });
  return file;
}

/// A new folder that goes when the machine's temporary files do.
export const newFolder = (name) => {
  const path = join(folder, name);
  mkdirSync(path);
  return path;
};

/// Chromium, as quiet as it can be made.
export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });

/// Opens `file`; gives the page with what it should never have: `requests` beside its own, `errors`, and `dialogs`.
export async function open(browser, file, { hash = "", ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const never = { requests: [], errors: [], dialogs: [] };
  const own = pathToFileURL(file).href;
  page.on("request", (request) => request.url().split("#")[0] !== own && never.requests.push(request.url()));
  page.on("pageerror", (error) => never.errors.push(String(error)));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && never.errors.push(message.text()));
  page.on("dialog", (dialog) => {
    never.dialogs.push(dialog.message());
    return dialog.dismiss();
  });
  await page.goto(own + hash);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return { page, never };
}

/// What axe finds serious or critical, each with the places.
export async function seriousProblems(page) {
  // The page's own policy lets nothing in: axe comes through the debugger, as a person's tools do.
  const session = await page.context().newCDPSession(page);
  await session.send("Runtime.evaluate", { expression: axe.source });
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }),
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).slice(0, 3).join(" | ")}`);
}

/// Presses `key` until `reached` holds; fails after `most` presses.
export async function pressUntil(page, key, reached, most = 200) {
  for (let press = 0; press < most; press += 1) {
    if (await reached()) return press;
    await page.keyboard.press(key);
  }
  throw new Error(`${most} times ${key} did not get there`);
}
