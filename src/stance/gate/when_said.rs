//! Words that only say when something was: on a day of the news, for the first time since, or when it was another; and those that tell of
//! a time before.

use std::ops::Range;

use crate::english;
use crate::stance::held::Held;
use crate::text::{TokenKind, WordSet};
use crate::value::{Kind, Mention};

use super::more_said::ends_clause;
use super::{change, partial, scope};

/// The words of `sentence` that only say how long it had not been so: "fell *for the first time since the mill closed*".
pub(super) fn since_when(held: &Held<'_>, sentence: &Range<usize>) -> Range<usize> {
    let text = held.document();
    let word = |i: usize| text.folded_or_empty(i);
    let begins = |&i: &usize| {
        let counted = value_at(held, i + 2).is_some_and(|value| value.value.kind == Kind::Ordinal);
        let straight = matches!(word(i + 3), "consecutive" | "straight" | "successive");
        let running =
            word(i + 4) == "running" || word(i + 4) == "in" && word(i + 5) == "a" && word(i + 6) == "row";
        word(i) == "for"
            && matches!(word(i + 1), "a" | "the")
            && counted
            && (word(i + 3) == "time" || straight || change::is_period(word(i + 3)) && running)
    };
    let Some(start) = sentence.clone().find(begins) else { return 0..0 };
    // "For the first time *since the mill closed*", "for a fifth straight month".
    let time = word(start + 3) == "time";
    let last = if time {
        sentence.end
    } else {
        sentence.end.min(start + 5 + 2 * usize::from(word(start + 4) == "in"))
    };
    let end = (start..last).find(|&i| ends_clause(text, i)).unwrap_or(last);
    start..end
}

/// Words for when a value was another.
static THEN: WordSet = WordSet::of(&[
    "ago", "before", "earlier", "last", "month", "period", "previous", "prior", "quarter", "week", "year",
]);

/// How many tokens from what it started at a value's time stands at most: "from 21.6% *in the same month a year earlier*".
const BASE_REACH: usize = 9;

/// How many tokens from its "from" such a value begins at most: "from *a previous range of* 6.8".
const BASE_LED: usize = 6;

/// Whether a word only says when the value that something rose or fell from was so: "to 20.3% from 21.6% in *November*".
pub(super) fn is_of_base(held: &Held<'_>, at: usize) -> bool {
    let text = held.document();
    let is_time = THEN.contains(text.folded(at))
        || value_at(held, at).is_some_and(|mention| mention.value.kind.is_dated());
    // "Raised to 12.5% from 5% in October": that is when it was raised.
    let dated = |tokens: Range<usize>| {
        held.mentions()
            .iter()
            .any(|mention| mention.value.kind.is_dated() && tokens.contains(&mention.tokens.start))
    };
    let starts = |from: usize| {
        let Some(base) = value_at(held, from + 1) else { return false };
        let clause = (0..from).rev().find(|&i| ends_clause(text, i)).map_or(0, |end| end + 1);
        matches!(text.folded(from), "from" | "with" | "against")
            && !base.value.kind.is_dated()
            && !(base.tokens.end..at).any(|i| ends_clause(text, i))
            && (dated(clause..from) || value_at(held, at).is_none())
    };
    // "From a *previous range* of 6.8 to 7.1 billion".
    let leads = |from: usize| {
        let base = (from + 2..from + BASE_LED).find(|&i| value_at(held, i).is_some());
        let earlier = |i: usize| matches!(text.folded(i), "earlier" | "previous" | "prior");
        text.folded(from) == "from" && base.is_some_and(|base| base > at && (from + 1..base).any(earlier))
    };
    if (at.saturating_sub(BASE_LED)..at).any(leads) {
        return true;
    }
    is_time && (at.saturating_sub(BASE_REACH)..at.saturating_sub(1)).any(starts)
}

/// Words for the days of the news itself, which a claim about it leaves out: "on *Friday*", "last *week*".
pub(super) static OF_THE_NEWS: WordSet = WordSet::of(&[
    "afternoon",
    "evening",
    "friday",
    "monday",
    "morning",
    "night",
    "saturday",
    "sunday",
    "thursday",
    "today",
    "tonight",
    "tuesday",
    "wednesday",
    "week",
    "yesterday",
]);

/// Words by which a claim speaks of a time of its own: "fell *after* the crash", "*often* fall", "*had* fallen".
static OF_A_TIME: WordSet = WordSet::of(&[
    "after",
    "again",
    "ago",
    "already",
    "always",
    "at",
    "before",
    "during",
    "earlier",
    "first",
    "for",
    "had",
    "last",
    "later",
    "never",
    "next",
    "often",
    "once",
    "previous",
    "since",
    "sometimes",
    "then",
    "this",
    "through",
    "tomorrow",
    "until",
    "usually",
    "when",
    "while",
    "yesterday",
]);

/// Whether a word only says on which of the days that news is of, where the claim names no time.
pub(super) fn is_of_the_news(held: &Held<'_>, at: usize) -> bool {
    let text = held.document();
    let of_these = |mention: &Mention| {
        mention.value.kind.is_dated()
            && mention.tokens.clone().all(|i| text.tokens()[i].kind != TokenKind::Number)
            && mention.tokens.clone().any(|i| OF_THE_NEWS.contains(text.folded(i)))
    };
    let claim = &held.phrasing.document;
    let timed = || {
        held.phrasing.mentions.iter().any(|mention| mention.value.kind.is_dated())
            || !held.phrasing.dates.is_empty()
            || held.phrasing.tokens().any(|i| OF_A_TIME.contains(claim.folded(i)))
    };
    (OF_THE_NEWS.contains(text.folded(at)) || value_at(held, at).is_some_and(of_these)) && !timed()
}

/// Whether a sentence tells of an earlier time, or of several: "rejected it *twice*", "*once* rejected it", "when it was *first* sent".
pub(super) fn is_of_before(held: &Held<'_>, sentence: &Range<usize>) -> bool {
    let text = held.document();
    let since = since_when(held, sentence);
    // "Lost the final *after* conceding twice."
    let ends = |i: &usize| ends_clause(text, *i) || matches!(text.folded(*i), "after" | "because");
    let end = sentence.clone().find(ends).unwrap_or(sentence.end);
    (sentence.start..end).any(|i| {
        let word = text.folded(i);
        let last = || text.tokens().get(i + 1).is_none_or(|next| next.kind == TokenKind::Punctuation);
        let is = || i > sentence.start && matches!(text.folded(i - 1), "is" | "was" | "were");
        let before = match word {
            "before" => last(),
            // "When it was *first sent*", not "was first".
            "first" => is() && english::is_past_form(text.folded_or_empty(i + 1)),
            "once" => i > sentence.start,
            "twice" => !matches!(text.folded_or_empty(i + 1), "as" | "the"),
            _ => false,
        };
        before && !since.contains(&i) && !scope::in_claim(held, word)
    })
}

pub(super) fn value_at<'a>(held: &Held<'a>, token: usize) -> Option<&'a Mention> {
    held.mentions().iter().copied().find(|mention| mention.tokens.contains(&token))
}

/// Whether the sentence of the passage's word at `at` tells of a time before, or of what belongs to the one whom the claim names: "the
/// mayor's *deputy* rejected it", "rejected it *twice*".
pub(super) fn is_of_before_or_anothers(held: &Held<'_>, at: usize) -> bool {
    held.sentence_of(at)
        .is_some_and(|sentence| is_of_before(held, &sentence) || partial::belongs_to_it(held, &sentence))
}
