import { useMemo, useState } from "preact/hooks";
import type { PageData } from "../data";
import { fold, holdsAll, wordsOf } from "../model/fold";
import { counted } from "../model/wording";
import { differs, questionsOf } from "./accounts";
import { QuestionTimeline } from "./QuestionTimeline";

const STEP = 12;

/** What is shown, for one who follows a link and comes back. */
let kept: { onlyDiffering?: boolean; words: string; most: number } = { words: "", most: STEP };

/** What was said when, question by question. */
export function TimelineView({ data }: { data: PageData }) {
  const differing = useMemo(() => data.questions.filter((question) => differs(data, question)).length, [data]);
  const [onlyDiffering, setOnlyDiffering] = useState(kept.onlyDiffering ?? differing > 0);
  const [words, setWords] = useState(kept.words);
  const [most, setMost] = useState(kept.most);
  kept = { onlyDiffering, words, most };
  const questions = useMemo(() => questionsOf(data, onlyDiffering, sought(data, words)), [data, onlyDiffering, words]);
  return (
    <>
      <h1 tabIndex={-1}>What was said when</h1>
      <p class="prose">
        By question, in order of publication: which claims each source supports, and which it contradicts. A later account is
        not for that the right one.
      </p>
      <form class="timeline-filters" aria-label="Filter the timeline" onSubmit={(event) => event.preventDefault()}>
        <label>
          Question or claim
          <input type="search" value={words} onInput={(event) => setWords(event.currentTarget.value)} />
        </label>
        <label class="tick">
          <input
            type="checkbox"
            checked={onlyDiffering}
            onChange={(event) => setOnlyDiffering(event.currentTarget.checked)}
          />
          only where accounts differ
        </label>
      </form>
      <p class="hint" role="status">
        {questions.length === 0
          ? "No question is left. Silence is not shown here."
          : `${counted(questions.length, "question")} of ${data.questions.length}; accounts differ on ${differing}.`}
      </p>
      {questions.slice(0, most).map((index) => (
        <QuestionTimeline key={index} data={data} index={index} />
      ))}
      {questions.length > most && (
        <button type="button" onClick={() => setMost(most + STEP)}>
          Show {Math.min(STEP, questions.length - most)} more of {questions.length} questions
        </button>
      )}
    </>
  );
}

/** Whether a question or one of its claims has all these words. */
function sought(data: PageData, query: string): (index: number) => boolean {
  const words = wordsOf(query);
  if (words.length === 0) return () => true;
  return (index) => {
    const question = data.questions[index];
    const claims = question?.claims.map((claim) => data.claims[claim]?.claim ?? "") ?? [];
    return holdsAll(fold([question?.question ?? "", ...claims].join(" ")), words);
  };
}
