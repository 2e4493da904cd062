import { useMemo, useState } from "preact/hooks";
import type { PageData } from "../data";
import { counted, dateOf, sentence } from "../model/wording";
import { AccountItem } from "./AccountItem";
import { accountsOf, momentsOf, notesOf, type Moment } from "./accounts";
import { laterBy, machineDate } from "./dates";
import { LaneChart } from "./LaneChart";

const FIRST = 12;
const FEW_NOTES = 3;

/** How the answers to one question went. */
export function QuestionTimeline({ data, index }: { data: PageData; index: number }) {
  const question = data.questions[index];
  const [most, setMost] = useState(FIRST);
  const accounts = useMemo(() => (question ? accountsOf(data, question) : []), [data, question]);
  if (!question) return null;
  const moments = momentsOf(data, accounts.slice(0, most));
  return (
    <section class="timeline-question" aria-labelledby={`question-${index}`}>
      <h2 id={`question-${index}`}>
        <bdi>{question.question}</bdi>
      </h2>
      <Notes notes={notesOf(data, question)} />
      <LaneChart data={data} question={question} accounts={accounts} />
      <ol class="moments">
        {moments.map((moment, at) => (
          <MomentItem key={moment.published ?? ""} data={data} moment={moment} before={moments[at - 1]?.published} />
        ))}
      </ol>
      {accounts.length > most && (
        <button type="button" onClick={() => setMost(accounts.length)}>
          Show all {accounts.length} sources
        </button>
      )}
    </section>
  );
}

function Notes({ notes }: { notes: string[] }) {
  if (notes.length === 0) return null;
  const list = (some: string[]) => (
    <ul class="timeline-notes">
      {some.map((note) => (
        <li key={note}>
          <bdi>{sentence(note)}</bdi>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {list(notes.slice(0, FEW_NOTES))}
      {notes.length > FEW_NOTES && (
        <details>
          <summary>{counted(notes.length - FEW_NOTES, "more note")}</summary>
          {list(notes.slice(FEW_NOTES))}
        </details>
      )}
    </>
  );
}

function MomentItem({ data, moment, before }: { data: PageData; moment: Moment; before: string | undefined }) {
  const later = laterBy(before, moment.published);
  const machine = machineDate(moment.published);
  return (
    <li class="moment">
      <p class="moment-date">
        {machine === undefined ? (moment.published ?? "Without a date") : <time dateTime={machine}>{dateOf(moment.published)}</time>}
        {later && <span class="hint">{later}</span>}
      </p>
      <ol class="accounts">
        {moment.accounts.map((account) => (
          <AccountItem key={account.source} data={data} account={account} />
        ))}
      </ol>
    </li>
  );
}
