/** What was said of a question, in order of publication. */
import type { Cell, Evidence, PageData, Question, Stance } from "../data";
import { byDate } from "./dates";

export interface Statement {
  claim: number;
  stance: Stance;
  evidence: Evidence | undefined;
}

/** What one source says of the question. */
export interface Account {
  source: number;
  statements: Statement[];
  /** The latest of the outlet's own earlier sources that says otherwise. */
  against: number | undefined;
}

/** The accounts of one day, month or year; those without a date are one entry. */
export interface Moment {
  published: string | undefined;
  accounts: Account[];
}

const ORDER: readonly Stance[] = ["supports", "mixed", "contradicts", "unclear"];

/** The accounts of a question, in order of publication. */
export function accountsOf(data: PageData, question: Question): Account[] {
  const statements = new Map<number, Statement[]>();
  const say = (source: number, statement: Statement) => {
    const said = statements.get(source) ?? [];
    if (!said.some(({ claim }) => claim === statement.claim)) statements.set(source, [...said, statement]);
  };
  for (const claim of question.claims) {
    for (const cell of data.claims[claim]?.cells ?? []) {
      if (cell.stance !== "silent") say(cell.source, { claim, stance: cell.stance, evidence: strongest(cell) });
    }
  }
  // What the report counts among the accounts without a cell of its own: carried over from another claim.
  for (const { source, supports, contradicts } of question.accounts) {
    for (const claim of supports) say(source, { claim, stance: "supports", evidence: undefined });
    for (const claim of contradicts) say(source, { claim, stance: "contradicts", evidence: undefined });
  }
  const published = (source: number) => data.sources[source]?.published;
  const accounts = [...statements]
    .sort(([x], [y]) => byDate(published(x), published(y)) || x - y)
    .map(([source, said]): Account => ({ source, statements: said.sort(byStance), against: undefined }));
  accounts.forEach((account, at) => (account.against = earlierOtherwise(data, accounts.slice(0, at), account)));
  return accounts;
}

const byStance = (x: Statement, y: Statement) => ORDER.indexOf(x.stance) - ORDER.indexOf(y.stance) || x.claim - y.claim;

function strongest({ evidence, stance }: Cell): Evidence | undefined {
  const own = evidence.filter((one) => one.stance === stance);
  return (own.length > 0 ? [...own] : [...evidence]).sort((x, y) => y.score - x.score)[0];
}

function earlierOtherwise(data: PageData, before: Account[], account: Account): number | undefined {
  const source = (index: number) => data.sources[index];
  const earlier = before.filter(
    (other) =>
      source(other.source)?.outlet === source(account.source)?.outlet &&
      byDate(source(other.source)?.published, source(account.source)?.published) < 0 &&
      source(account.source)?.published !== undefined &&
      account.statements.some((said) => other.statements.some((once) => opposed(said, once))),
  );
  return earlier[earlier.length - 1]?.source;
}

function opposed(x: Statement, y: Statement): boolean {
  const sides = [x.stance, y.stance].sort().join(" ");
  return x.claim === y.claim && sides === "contradicts supports";
}

/** Accounts of one date together. */
export function momentsOf(data: PageData, accounts: readonly Account[]): Moment[] {
  const moments: Moment[] = [];
  for (const account of accounts) {
    const published = data.sources[account.source]?.published;
    const last = moments[moments.length - 1];
    if (last && last.published === published) last.accounts.push(account);
    else moments.push({ published, accounts: [account] });
  }
  return moments;
}

/** Whether the sources' accounts differ: some claim has both sides. */
export function differs(data: PageData, question: Question): boolean {
  return question.claims.some((index) => {
    const stances = new Set(data.claims[index]?.cells.map(({ stance }) => stance));
    return stances.has("mixed") || (stances.has("supports") && stances.has("contradicts"));
  });
}

/** How the sides part, in sentences: each once, though several claims of the question have it. */
export function notesOf(data: PageData, question: Question): string[] {
  return [...new Set(question.claims.flatMap((claim) => data.claims[claim]?.dispute?.notes ?? []))];
}

/** The questions to show, those whose accounts differ first; the first of them are those with most accounts. */
export function questionsOf(data: PageData, onlyDiffering: boolean, wanted: (index: number) => boolean): number[] {
  const all = data.questions.map((question, index) => ({ index, differing: differs(data, question), size: question.accounts.length }));
  return all
    .filter(({ index, differing, size }) => (differing || !onlyDiffering) && wanted(index) && (size > 0 || differing || saysAnything(data, index)))
    .sort((x, y) => Number(y.differing) - Number(x.differing) || x.index - y.index)
    .map(({ index }) => index);
}

function saysAnything(data: PageData, question: number): boolean {
  const claims = data.questions[question]?.claims ?? [];
  return claims.some((claim) => data.claims[claim]?.cells.some(({ stance }) => stance !== "silent"));
}
