// Bundles the page's script and style. The same sources give the same bytes, so what is committed can be checked.
//
//   node web/build.mjs            writes src/export/html/assets/{report.js,report.css,licences.txt}
//   node web/build.mjs --check    compares instead of writing; exit status 1 where they differ
//   node web/build.mjs --tests    writes web/out/tests.mjs for node --test
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const web = dirname(fileURLToPath(import.meta.url));
const assets = join(web, "..", "src", "export", "html", "assets");
const manifest = JSON.parse(readFileSync(join(web, "package.json"), "utf8"));

/** What a package's own manifest says. */
const packageOf = (name) => JSON.parse(readFileSync(join(web, "node_modules", name, "package.json"), "utf8"));

const libraries = Object.keys(manifest.dependencies)
  .map(packageOf)
  .map(({ name, version, license }) => ({ name, version, license }));

const shared = {
  absWorkingDir: web,
  bundle: true,
  charset: "ascii",
  define: { LIBRARIES: JSON.stringify(libraries) },
  legalComments: "none",
  logLevel: "warning",
  write: false,
};

/** The page's script and style, and the packages that went into them. */
async function bundle() {
  const { outputFiles, metafile } = await build({
    ...shared,
    entryPoints: { report: "src/main.tsx", style: "src/page.css" },
    outdir: "out",
    format: "iife",
    metafile: true,
    minify: true,
    target: ["chrome123", "firefox128", "safari17.5"],
  });
  const text = (name) => outputFiles.find((file) => file.path.endsWith(name)).text;
  const packages = Object.keys(metafile.inputs).map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
  const notices = licences([...new Set(packages.filter(Boolean))].sort());
  if (notices.includes("*/") || notices.includes("</")) throw new Error("a licence would end the comment it stands in");
  return {
    // A report is passed on by itself, so the licences have to be in it.
    "report.js": `/*\n${notices}*/\n${text("report.js")}`,
    "report.css": text("style.css"),
    "licences.txt": notices,
  };
}

/** The licence of every bundled package, whole. */
function licences(packages) {
  const one = (name) => {
    const folder = join(web, "node_modules", name);
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const { version, license } = packageOf(name);
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
  };
  return packages.map(one).join("\n----------------------------------------\n\n");
}

/** One file with all tests, for node's own runner. */
async function tests() {
  const entries = readdirSync(join(web, "tests")).filter((name) => name.endsWith(".test.ts")).sort();
  const { outputFiles } = await build({
    ...shared,
    stdin: {
      contents: entries.map((name) => `import "./tests/${name}";`).join("\n"),
      resolveDir: web,
    },
    format: "esm",
    outfile: "out/tests.mjs",
    platform: "node",
  });
  mkdirSync(join(web, "out"), { recursive: true });
  writeFileSync(join(web, "out", "tests.mjs"), outputFiles[0].text);
}

/** What stands in a file, or nothing. */
function present(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

if (process.argv.includes("--tests")) {
  await tests();
} else {
  const files = await bundle();
  const checking = process.argv.includes("--check");
  mkdirSync(assets, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    const path = join(assets, name);
    if (!checking) writeFileSync(path, text);
    else if (present(path) !== text) {
      console.error(`${name} is not what web/ builds: run node web/build.mjs and commit it`);
      process.exitCode = 1;
    }
  }
}
