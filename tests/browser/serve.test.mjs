// `crosscheck serve`: the page follows the files while a curator works on them.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, describe, it } from "node:test";
import { launch, newFolder, program, root } from "./report.mjs";

describe("the report that is served", () => {
  let browser, server, address, claims, written;

  before(async () => {
    const folder = newFolder("served");
    for (const part of ["claims", "seeds"]) await cp(join(root, part), join(folder, part), { recursive: true });
    claims = join(folder, "claims", "1-sessions.yaml");
    written = await readFile(claims, "utf8");
    server = spawn(program, ["serve", "--port", "0"], { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
    for await (const line of createInterface(server.stderr)) {
      [address] = /http:\/\/\S+/.exec(line) ?? [];
      if (address) break;
    }
    // What it says later is read too, or it would wait for a reader.
    server.stderr.resume();
    browser = await launch();
  });
  after(async () => {
    server.kill();
    await browser?.close();
  });

  it("is reloaded after an edit, shows problems, and comes back", async () => {
    const page = await browser.newPage();
    const said = [];
    page.on("console", (message) => message.type() === "error" && said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    await page.goto(`${address}#/claim/one-of-seven`);
    const title = (text) => page.getByRole("heading", { level: 1, name: text }).waitFor({ timeout: 20_000 });
    await title("one mentoring session instead of seven");

    await writeFile(claims, written.replace("one mentoring session instead of seven", "one mentoring session instead of nine"));
    await title("one mentoring session instead of nine");
    assert.match(page.url(), /#\/claim\/one-of-seven$/, "the place is kept");

    await writeFile(claims, written.replace("claims:", "clams:"));
    await title("1 problem in the case");
    assert.match(await page.locator("pre").innerText(), /unknown field `clams`: did you mean `claims`\?/);

    await writeFile(claims, written);
    await title("one mentoring session instead of seven");
    assert.deepEqual(said, []);
  });
});
