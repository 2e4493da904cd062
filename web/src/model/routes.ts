/** Where in the page one is, as the address after `#` has it. */
export type Route =
  | { view: "overview"; filters: URLSearchParams }
  | { view: "claim"; claim: string; source?: string }
  | { view: "source"; source: string; start?: number }
  | { view: "search"; query: string }
  | { view: "graph" | "timeline" | "method" }
  | { view: "nowhere" };

const PLAIN = ["graph", "timeline", "method"] as const;

/** Reads an address; what it cannot read is nowhere. */
export function parseRoute(hash: string): Route {
  const [path = "", query = ""] = split(hash.replace(/^#?\/?/, ""), "?");
  const [view = "", ...rest] = path.split("/").map(decode);
  const [first = "", second] = rest;
  if (view === "") return { view: "overview", filters: new URLSearchParams(query) };
  if (view === "claim" && first) return { view, claim: first, ...(second ? { source: second } : {}) };
  if (view === "source" && first) return { view, source: first, ...startOf(second) };
  if (view === "search") return { view, query: new URLSearchParams(query).get("q") ?? "" };
  const plain = PLAIN.find((name) => name === view);
  return plain ? { view: plain } : { view: "nowhere" };
}

function split(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function startOf(part: string | undefined): { start?: number } {
  return part !== undefined && /^\d{1,9}$/.test(part) ? { start: Number(part) } : {};
}

/** The address of a claim, or of what one source says of it. */
export function claimLink(claim: string, source?: string): string {
  return `#/claim/${encodeURIComponent(claim)}${source === undefined ? "" : `/${encodeURIComponent(source)}`}`;
}

/** The address of a source, or of a place in it. */
export function sourceLink(source: string, start?: number): string {
  return `#/source/${encodeURIComponent(source)}${start === undefined ? "" : `/${start}`}`;
}

/** The address of a search. */
export function searchLink(query: string): string {
  return `#/search?q=${encodeURIComponent(query)}`;
}
