//! What is done to a thing by which that thing is not: a plan that is *scrapped*, a release that is only *demanded*.

use std::ops::Range;

use crate::english;
use crate::text::{Document, WordSet};

use super::cue::{Cue, CueKind};
use super::cue_scope::is_said;
use super::cue_words::CANCELLED;

/// Verbs by which a plan comes to nothing: "*shelved* plans to build".
pub(super) static DROPPING: WordSet = WordSet::of(&[
    "abandon",
    "abandoned",
    "abandons",
    "axed",
    "canceled",
    "cancelled",
    "cancels",
    "ditched",
    "drop",
    "dropped",
    "drops",
    "postponed",
    "postpones",
    "scrap",
    "scrapped",
    "scraps",
    "shelve",
    "shelved",
    "shelves",
    "withdrew",
]);

/// What is planned, or only to be done.
static PLANS: WordSet = WordSet::of(&[
    "ambition",
    "attempt",
    "bid",
    "deal",
    "idea",
    "intention",
    "launch",
    "merger",
    "offer",
    "opening",
    "plan",
    "project",
    "proposal",
    "purchase",
    "sale",
    "scheme",
    "takeover",
]);

/// Verbs by which something is only asked for.
pub(super) static DEMANDING: WordSet =
    WordSet::of(&["demanded", "demanding", "demands", "seeking", "seeks", "sought", "wanted", "wants"]);

/// How many tokens after its verb the noun of an object stands at most: "dropped *its £4bn hostile bid*".
const OBJECT: usize = 5;

/// Whether what the verb at `at` is told of is cancelled, dropped or only asked for.
pub(super) fn is_not_to_be(document: &Document, at: usize, end: usize) -> bool {
    let cancelled = || CANCELLED.contains(document.folded(at)) && is_said(document, 0..at);
    cancelled() && !had_gone_on(document, at, end)
        || drops_plan(document, at, end)
        || asks_for_object(document, at, end)
}

/// "*Dropped* its bid to buy", not "dropped the ball".
fn drops_plan(document: &Document, at: usize, end: usize) -> bool {
    let object = at + 1..end.min(at + 1 + OBJECT);
    let goes_on = |i: &usize| {
        document.tokens()[*i].is_word() && !matches!(document.folded(*i), "and" | "by" | "for" | "in" | "to")
    };
    DROPPING.contains(document.folded(at))
        && object.take_while(goes_on).any(|i| PLANS.contains(english::singular(document.folded(i)).as_ref()))
}

/// "*Demanded* the release of the sailors", not "the most wanted man".
fn asks_for_object(document: &Document, at: usize, end: usize) -> bool {
    let next = at + 1;
    let described = at.checked_sub(1).is_some_and(|i| matches!(document.folded(i), "a" | "most" | "the"));
    DEMANDING.contains(document.folded(at))
        && !described
        && next < end
        && (english::begins_object(document.folded(next)) || document.is_possessive(next))
}

/// How far after "after" the noun stands at most that says how long: "after *just two seasons*".
const RUN_REACH: usize = 4;

/// Whether what was cancelled at `at` had been on before: "was cancelled *after two seasons*".
fn had_gone_on(document: &Document, at: usize, end: usize) -> bool {
    let runs = |i: usize| {
        let word = english::singular(document.folded(i));
        matches!(word.as_ref(), "day" | "episode" | "game" | "hour" | "month" | "season" | "week" | "year")
    };
    document.folded_or_empty(at + 1) == "after" && (at + 2..end.min(at + 2 + RUN_REACH)).any(runs)
}

/// "Is *debt-free*", "are completely *drug free*", said of somebody or something: it has none.
pub(super) fn freedom(document: &Document, at: usize, sentence: &Range<usize>) -> Option<Cue> {
    let word = |i: usize| if sentence.contains(&i) { document.folded(i) } else { "" };
    let goes_on = matches!(word(at + 1), "from" | "of" | "to")
        || sentence.contains(&(at + 1)) && english::is_content_word(document, at + 1);
    let noun =
        at.checked_sub(1 + usize::from(at > 0 && word(at - 1) == "-")).filter(|i| sentence.contains(i))?;
    let is_noun = english::parts_of_speech(&english::stem(word(noun))).contains('n');
    // Who is "*virtually* debt-free" is not.
    let wholly =
        |i: usize| matches!(word(i), "completely" | "entirely" | "fully" | "now" | "totally" | "wholly");
    let adverb = usize::from(noun > 0 && wholly(noun - 1));
    let said = noun.checked_sub(1 + adverb).is_some_and(|be| {
        matches!(
            word(be),
            "are"
                | "be"
                | "became"
                | "become"
                | "been"
                | "is"
                | "remain"
                | "remains"
                | "was"
                | "were"
                | "we're"
        )
    });
    (word(at) == "free" && said && is_noun && !goes_on).then(|| Cue {
        kind: CueKind::Negator,
        tokens: at..at + 1,
        scope: noun..noun + 1,
    })
}
