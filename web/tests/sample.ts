/** A small report for the tests. */
import type { Cell, Claim, Evidence, PageData, Source, Stance, Verdict } from "../src/data";

export function evidence(at: [number, number], stance: Stance, part: Partial<Evidence> = {}): Evidence {
  return { at, line: 1, stance, score: 0.5, phrasing: 0, because: 1, values: [], words: [], ...part };
}

export function cell(source: number, stance: Stance, pieces: Evidence[] = [evidence([0, 5], stance)]): Cell {
  return { source, stance, score: 0.5, evidence: pieces };
}

export function claim(id: string, question: number, verdict: Verdict, cells: Cell[]): Claim {
  return {
    id,
    question,
    claim: `the claim ${id}`,
    file: "claims/a.yaml",
    line: 1,
    verdict,
    origins: 0,
    outlets: 0,
    origin_groups: [],
    rivals: [],
    implies: [],
    cells,
  };
}

export function source(id: string, outlet: number, text: string, published?: string): Source {
  return { id, outlet, file: `${id}.txt`, sha256: "0", text, article: [0, text.length], ...(published ? { published } : {}) };
}

export function report(part: Pick<PageData, "outlets" | "sources" | "claims"> & Partial<PageData>): PageData {
  const count = Math.max(0, ...part.claims.map(({ question }) => question + 1));
  return {
    format: "crosscheck/1",
    engine: "0",
    settings: { threshold: 0.5 },
    summary: {
      claims: part.claims.length,
      sources: part.sources.length,
      outlets: part.outlets.length,
      verdicts: { corroborated: 0, "single-source": 0, disputed: 0, contradicted: 0, unclear: 0, unreported: 0 },
      rulings: { given: 0, agree: 0, stale: 0 },
    },
    strings: ["the phrasing", "because"],
    questions: Array.from({ length: count }, (_, index) => ({
      question: `question ${index}`,
      claims: part.claims.flatMap((one, at) => (one.question === index ? [at] : [])),
      compatible: false,
      accounts: [],
    })),
    speakers: [],
    reuse: [],
    pairs: [],
    structure: { groups: [], camps: [] },
    unlisted: [],
    brief: false,
    ...part,
  };
}
