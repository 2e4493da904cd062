// Names, quotes and texts that would like to be markup or scripts are text.

import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { launch, newFolder, open, reportOf, root } from "./report.mjs";

const SCRIPT = "</script><script>alert(1)</script><img src=x onerror=alert(2)>";

/// A case in which every text that a user or an outlet writes is an attack.
async function writeHostileCase(folder) {
  await mkdir(join(folder, "claims"));
  await mkdir(join(folder, "seeds"));
  await writeFile(
    join(folder, "claims", "claims.yaml"),
    `question: 'How many were rescued? ${SCRIPT}'
claims:
  - id: rescued
    claim: '214 people were rescued from the ferry ${SCRIPT}'
    note: '<!-- ${SCRIPT}'
    rulings: [{source: herald, stance: unclear, because: '${SCRIPT}', by: '${SCRIPT}'}]
  - id: fewer
    claim: 198 people were rescued from the ferry
`,
  );
  await writeFile(
    join(folder, "seeds", "sources.yaml"),
    `sources:
  - {id: herald, file: herald.txt, outlet: 'Herald ${SCRIPT}', title: '<b>${SCRIPT}', url: 'javascript:alert(3)'}
  - {id: echo, file: echo.txt, outlet: '{{constructor.constructor("alert(4)")()}}'}
`,
  );
  await writeFile(join(folder, "seeds", "herald.txt"), `${SCRIPT}\nIn all 198 people were rescued from the ferry, ${SCRIPT} said.\n`);
  await writeFile(join(folder, "seeds", "echo.txt"), `214 people were rescued from the ferry \u202egnp.exe <svg onload=alert(5)>.\n<!--\n`);
}

describe("a hostile case", () => {
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());

  async function walk(file, hashes) {
    for (const hash of hashes) {
      const { page, never } = await open(browser, file, { hash });
      for (const details of await page.locator("details").all()) {
        await details.evaluate((element) => {
          element.open = true;
        });
      }
      const foreign = await page.evaluate(
        () => document.querySelectorAll("img, iframe, object, embed, [onerror], [onload], a[href^=javascript]").length,
      );
      assert.equal(foreign, 0, `${hash}: markup of a text became an element`);
      assert.deepEqual(never, { requests: [], errors: [], dialogs: [] }, hash);
      await page.context().close();
    }
  }

  it("runs no script, whatever its texts are", async () => {
    const folder = newFolder("hostile");
    await writeHostileCase(folder);
    const file = reportOf("hostile", { cwd: folder });
    await walk(file, ["#/", "#/claim/rescued", "#/claim/fewer", "#/source/herald", "#/source/echo", "#/graph", "#/timeline", "#/search?q=rescued", "#/method"]);
    const { page } = await open(browser, file, { hash: "#/source/herald" });
    assert.ok((await page.getByRole("main").innerText()).includes(SCRIPT), "the text is shown as it is");
  });

  it("takes names of every script", async () => {
    const names = join(root, "tests/hostile-names");
    const file = reportOf("names", { args: ["--claims", join(names, "claims"), "--sources", join(names, "seeds")] });
    await walk(file, ["#/", "#/graph", "#/timeline", "#/method"]);
  });
});
