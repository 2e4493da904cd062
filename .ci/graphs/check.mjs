// Loads exported graphs into the libraries they are made for, in Chromium, and holds what these found against
// networkx's node-link form of the same graph.
//
// usage: node check.mjs FILE...
//
// Files of one graph share a stem: outlets.cyjs and outlets.mmd are held against outlets.json. Cytoscape.js draws
// .cyjs, Mermaid .mmd; each leaves a picture beside the file. Exits with 1 and says where anything differs, or
// what the page said if it said anything.

import { readFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { chromium } from "playwright-core";

const library = (path) => new URL(`node_modules/${path}`, import.meta.url).pathname;
const browserPath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/// Text as labels have it: no white space, characters that act shown as symbols.
function shown(text) {
  return text
    .replace(/[\s\u0085]+/gu, "")
    .replace(/[\u0000-\u001f]/gu, (c) => String.fromCharCode(0x2400 + c.charCodeAt(0)))
    .replaceAll("\u007f", "\u2421")
    .replace(/[\u0080-\u009f\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
}

/// Whether the label, which is cut if it is long, is what is written first; word joiners are not seen.
const isWritten = (written, label) => shown(written).replaceAll("\u2060", "").startsWith(shown(label).slice(0, 36));

const word = (edge) => edge.kind.replaceAll("-", " ");

/// Kinds that need no word on their edges.
const WORDLESS = ["publishes", "answers", "carries"];

/// The members of `data` that `of` has, and those it lacks.
function same(data, of) {
  return Object.entries(of).every(([name, value]) => isDeepStrictEqual(data[name], value));
}

function* cytoscapeProblems({ nodes, edges, bounds }, graph) {
  if (nodes.length !== graph.nodes.length) yield `${nodes.length} nodes, not ${graph.nodes.length}`;
  if (edges.length !== graph.edges.length) yield `${edges.length} edges, not ${graph.edges.length}`;
  const found = new Map(nodes.map((node) => [node.data.id, node]));
  for (const expected of graph.nodes) {
    const node = found.get(expected.id);
    if (!node) yield `no node ${expected.id}`;
    else if (!same(node.data, expected)) yield `node ${expected.id} has ${JSON.stringify(node.data)}`;
    else if (!isWritten(node.written, expected.label)) yield `node ${expected.id} is labelled ${node.written}`;
  }
  for (const [number, { key, ...expected }] of graph.edges.entries()) {
    const edge = edges.find((edge) => edge.data.id === `e${number}`);
    if (!edge) yield `no edge e${number}`;
    else if (!same(edge.data, expected)) yield `edge e${number} has ${JSON.stringify(edge.data)}`;
    else if (!WORDLESS.includes(expected.kind) && !edge.written.startsWith(word(expected)))
      yield `edge e${number} is labelled ${edge.written}`;
    else if (edge.colour === "rgb(153,153,153)") yield `edge e${number} has no colour of its own`;
  }
  if (!(bounds.w > 0 && bounds.h > 0)) yield "nothing is drawn";
}

function* mermaidProblems({ nodes, edges, drawnNodes, drawnEdges }, graph, text) {
  if (drawnNodes !== graph.nodes.length) yield `${drawnNodes} nodes drawn, not ${graph.nodes.length}`;
  if (drawnEdges !== graph.edges.length) yield `${drawnEdges} edges drawn, not ${graph.edges.length}`;
  for (const [number, { label }] of graph.nodes.entries()) {
    const written = nodes[`n${number}`];
    if (written === undefined || !isWritten(written, label)) yield `n${number} is labelled ${written}, not ${label}`;
  }
  const numbers = new Map(graph.nodes.map((node, number) => [node.id, `n${number}`]));
  const comments = new Map();
  for (const [, id, comment] of text.matchAll(/^ *%% (e\d+) (.*)$/gm)) {
    const decoded = comment.replace(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
    comments.set(id, (comments.get(id) ?? "") + shown(decoded));
  }
  for (const [number, expected] of graph.edges.entries()) {
    const edge = edges.find((edge) => edge.id === `e${number}`);
    if (!edge) yield `no edge e${number}`;
    else if (edge.from !== numbers.get(expected.source) || edge.to !== numbers.get(expected.target))
      yield `e${number} joins ${edge.from} and ${edge.to}`;
    else if (!WORDLESS.includes(expected.kind) && !edge.text.startsWith(word(expected)))
      yield `e${number} is labelled ${edge.text}`;
    const sides = (expected.quotes ?? []).flatMap((one) => Object.values(one).filter((side) => side.quote));
    const said = [expected, ...sides].flatMap((side) => [side.quote, side.published]).filter(Boolean);
    for (const text of [...said, ...(expected.claims ?? [])])
      if (!comments.get(`e${number}`)?.includes(shown(text))) yield `e${number} lacks ${text}`;
  }
}

/// Draws a Cytoscape.js graph and says what it holds.
async function drawCytoscape(page, text) {
  await page.addScriptTag({ path: library("cytoscape/dist/cytoscape.min.js") });
  return page.evaluate((graph) => {
    const cy = cytoscape({ ...graph, container: document.querySelector("main") });
    window.cy = cy;
    const of = (element, colour) => ({
      data: element.data(),
      written: element.style("label"),
      colour: element.style(colour),
    });
    return {
      nodes: cy.nodes().map((node) => of(node, "background-color")),
      edges: cy.edges().map((edge) => of(edge, "line-color")),
      bounds: cy.elements().renderedBoundingBox(),
    };
  }, JSON.parse(text));
}

/// Draws a Mermaid flowchart and says what it holds.
async function drawMermaid(page, text) {
  await page.addScriptTag({ path: library("mermaid/dist/mermaid.min.js") });
  return page.evaluate(async (text) => {
    mermaid.initialize({ startOnLoad: false, maxEdges: 5000, maxTextSize: 1000000 });
    const { svg } = await mermaid.render("chart", text);
    const main = document.querySelector("main");
    main.innerHTML = svg;
    main.style.height = "auto";
    // The picture at its own size: one that is made to fit shows no letters.
    const drawn = main.querySelector("svg");
    drawn.style.maxWidth = "none";
    drawn.setAttribute("width", drawn.viewBox.baseVal.width);
    drawn.setAttribute("height", drawn.viewBox.baseVal.height);
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    const nodes = [...main.querySelectorAll("g.node")].map((node) => [
      node.id.match(/flowchart-(n\d+)-/)?.[1],
      node.querySelector(".nodeLabel")?.innerText ?? node.textContent,
    ]);
    return {
      nodes: Object.fromEntries(nodes),
      drawnNodes: nodes.length,
      drawnEdges: main.querySelectorAll("path.flowchart-link").length,
      edges: db.getEdges().map((edge) => ({ id: edge.id, from: edge.start, to: edge.end, text: edge.text })),
    };
  }, text);
}

async function check(browser, path) {
  const stem = path.replace(/\.[^.]*$/, "");
  const graph = JSON.parse(await readFile(`${stem}.json`, "utf8"));
  const text = await readFile(path, "utf8");
  const page = await browser.newPage({ viewport: { width: 1600, height: 1100 } });
  const problems = [];
  page.on("pageerror", (error) => problems.push(`the page failed: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(`the page said: ${message.text()}`);
  });
  await page.setContent('<!doctype html><meta charset="utf-8"><main style="height:1080px"></main>');
  try {
    if (path.endsWith(".cyjs")) problems.push(...cytoscapeProblems(await drawCytoscape(page, text), graph));
    else problems.push(...mermaidProblems(await drawMermaid(page, text), graph, text));
    await page.screenshot({ path: `${path}.png`, fullPage: true });
  } catch (error) {
    problems.push(error.message);
  }
  await page.close();
  return problems;
}

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("usage: node check.mjs FILE...");
  process.exit(2);
}
const browser = await chromium.launch({
  executablePath: browserPath,
  headless: true,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
let failed = false;
for (const path of files) {
  const problems = await check(browser, path);
  if (problems.length === 0) console.log(`${path}: agrees with its .json`);
  for (const problem of problems) console.error(`${path}: ${problem}`);
  failed ||= problems.length > 0;
}
await browser.close();
process.exit(failed ? 1 : 0);
