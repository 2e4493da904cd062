//! Is a value that differs told under other circumstances: of another one of a kind, before rather than after, a week rather than a
//! day, as it was expected rather than as it came?

use std::ops::Range;

use crate::english;
use crate::matcher::Answer;
use crate::stance::cue::{Cue, CueKind};
use crate::stance::held::Held;
use crate::text::{Case, Document, WordSet};
use crate::value::{Kind, Mention};

use super::{hedge, rate};

/// Words that put something before or after, or within.
static WHEN: WordSet = WordSet::of(&["after", "before", "during", "since", "till", "until"]);

/// Words with which one of several is meant, whichever.
static WHICHEVER: WordSet = WordSet::of(&["another", "one", "other"]);

/// Words that put what they stand by at an earlier time than now.
static ONCE: WordSet = WordSet::of(&["earlier", "first", "initially", "originally", "previously", "then"]);

/// Stems of words that say that something is to come.
static EXPECTING: WordSet = WordSet::of(&[
    "anticip", "estim", "expect", "forecast", "guidanc", "outlook", "plan", "predict", "project", "will",
]);

/// How far before a value its "an average of" stands.
const AVERAGE_REACH: usize = 3;

/// What speaks for the passage's value being told under other circumstances than the claim's, each in words.
pub(super) fn others(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> [(&'static str, bool); 6] {
    [
        ("only one of them planned", is_done_already(held)),
        ("perhaps another of them", is_perhaps_another(held)),
        ("before or after", is_before_or_after(held) || bounds(held, claimed, reported)),
        ("another length of time", rate::is_for_each_of_another(held, claimed, reported)),
        ("expected, or once said", is_expected_only(held, claimed)),
        ("an average", is_average(held, claimed, reported)),
    ]
}

/// Whether a headline says what is to come, and the passage by the same verb what was: "firm *to buy* 30 trains", "the firm *bought* 12".
fn is_done_already(held: &Held<'_>) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let to = |p: usize| p.checked_sub(1).is_some_and(|to| claim.folded(to) == "to");
    let past = |q: usize| {
        let word = text.folded(q);
        let before = q.checked_sub(1).map_or("", |i| text.folded(i));
        english::is_past_form(word) && !matches!(before, "be" | "is" | "are" | "to" | "will")
    };
    hedge::announces(held) && held.alignment.pairs(held.phrasing).any(|(p, q)| to(p) && past(q))
}

/// "*One* shop", "*another* bank", of whom something is told: whichever is meant, the other text may mean another.
fn is_perhaps_another(held: &Held<'_>) -> bool {
    let whichever = |document: &Document, i: usize| {
        let before = i.checked_sub(1).map_or("", |i| document.folded(i));
        let of = matches!(before, "the" | "these" | "those") && i >= 3 && document.folded(i - 2) == "of";
        let at = if of { i - 3 } else { i.saturating_sub(1) };
        // "Capital *One* earned".
        let named = !document.begins_sentence(at) && document.tokens()[at].case != Case::Lower;
        let before = if of { document.folded(i - 3) } else { before };
        WHICHEVER.contains(before) && !named
    };
    let (claim, text) = (&held.phrasing.document, held.document());
    let before_verb =
        |document: &Document, mut before: Range<usize>| !before.any(|i| english::is_verb(document, i));
    let mut pairs = held.alignment.pairs(held.phrasing);
    pairs.any(|(p, q)| {
        let start = held.sentence_of(q).map_or(q, |sentence| sentence.start);
        whichever(claim, p)
            && whichever(text, q)
            && before_verb(claim, held.phrasing.tokens().start..p)
            && before_verb(text, start..q)
    })
}

/// "*Before* the strike", "*during* the strike".
fn is_before_or_after(held: &Held<'_>) -> bool {
    let when = |document: &Document, i: usize| {
        let small =
            |i: &usize| matches!(document.folded(*i), "a" | "an" | "his" | "her" | "its" | "the" | "their");
        let lead = (0..i).rev().find(|i| !small(i))?;
        WHEN.get(document.folded(lead))
    };
    let mut pairs = held.alignment.pairs(held.phrasing);
    pairs.any(|(p, q)| {
        let both = when(&held.phrasing.document, p).zip(when(held.document(), q));
        both.is_some_and(|(ours, theirs)| ours != theirs)
    })
}

/// How far before a time its "after" stands at most: "*after* about 9pm".
const WHEN_REACH: usize = 2;

/// "*Before* 10pm", "at 9.40pm": whether only one of two times is a bound, or they are different ones.
fn bounds(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let when = |document: &Document, value: &Mention| {
        let from = value.tokens.start.saturating_sub(WHEN_REACH);
        (from..value.core.start).rev().find_map(|i| WHEN.get(document.folded(i)))
    };
    let (ours, theirs) = (when(&held.phrasing.document, claimed), when(held.document(), reported));
    let (one, other) = (claimed.value.core.low, reported.value.core.low);
    // A date's "before" is a part of its value.
    claimed.value.kind == Kind::Time
        && match (ours, theirs) {
            (Some("before" | "till" | "until"), None) => other <= one,
            (Some("after" | "since"), None) => other >= one,
            _ => ours != theirs,
        }
}

/// Whether the claim tells what was expected, possible or said at first, and the passage does not: "was *expected to* leave 200
/// homes", "*initially* jailed for ten years".
fn is_expected_only(held: &Held<'_>, claimed: &Mention) -> bool {
    let unreal = |kind: CueKind| matches!(kind, CueKind::Unreal | CueKind::Hedge);
    // "One *instead of seven*" says what was.
    let of_it = |cue: &&Cue| {
        let first = held.phrasing.document.folded(cue.tokens.start);
        cue.scope.contains(&claimed.tokens.start) && first != "instead"
    };
    let ours = held.phrasing_cues.iter().filter(of_it).any(|cue| unreal(cue.kind));
    let text = held.document();
    let expects = |i: usize| is_expecting(text.folded(i));
    let theirs = || held.cues().iter().any(|cue| unreal(cue.kind)) || held.tokens.clone().any(expects);
    let has = |word: &str| held.tokens.clone().any(|i| text.folded(i) == word);
    let claim = &held.phrasing.document;
    let once = |i: usize| {
        let word = claim.folded(i);
        // "First said", not "the first offer".
        let adverb = word != "first" || english::is_verb(claim, i + 1);
        adverb && ONCE.contains(word) && !has(word)
    };
    ours && !theirs() || held.phrasing.tokens().any(|i| i + 1 < claim.tokens().len() && once(i))
}

/// Whether a word (folded) says that something is to come.
pub(super) fn is_expecting(word: &str) -> bool {
    EXPECTING.contains(&english::stem(word))
}

/// Whether the "will" at `will` only tells what the claim's subject expects, as the claim says: "the ministry anticipates that it *will*".
pub(super) fn expect_alike(held: &Held<'_>, will: usize) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let mut pairs = held.alignment.pairs(held.phrasing);
    let verb = pairs.find(|&(p, q)| is_expecting(claim.folded(p)) && is_expecting(text.folded(q)));
    let Some((claimed, reported)) = verb.filter(|_| text.folded(will) == "will") else { return false };
    let speaks = held.alignment.answers.contains(&Answer::Speaker);
    let subject = held.alignment.pairs(held.phrasing).next().filter(|&(p, _)| p < claimed);
    let ends = |i: usize| matches!(text.folded(i), "," | ";" | "and" | "but" | ".");
    (speaks || subject.is_some_and(|(_, q)| q < reported)) && reported < will && !(reported..will).any(ends)
}

/// Whether only the passage tells what had been expected, which may be no more: "*had forecast* 2 percent".
pub(super) fn had_expected(held: &Held<'_>, reported: &Mention) -> bool {
    let had = |document: &Document, tokens: Range<usize>| {
        tokens.into_iter().any(|i| {
            let been = usize::from(document.folded_or_empty(i + 1) == "been");
            matches!(document.folded(i), "had" | "was" | "were")
                && is_expecting(document.folded_or_empty(i + 1 + been))
        })
    };
    let start = held.sentence_of(reported.tokens.start).map_or(0, |sentence| sentence.start);
    let own = held.phrasing.tokens();
    had(held.document(), start..reported.tokens.start) != had(&held.phrasing.document, own)
}

/// Whether the claim tells what had been so, and the passage does not: "*had been* 5.75 percent before the cut", "cut it to 5.25".
pub(super) fn had_been(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let start = held.sentence_of(reported.tokens.start).map_or(0, |sentence| sentence.start);
    let had = |document: &Document, start: usize, end: usize| {
        (start..end).any(|i| {
            let next = document.folded_or_empty(i + 1);
            document.folded(i) == "had" && (next == "been" || english::is_past_form(next))
        })
    };
    had(claim, held.phrasing.tokens().start, claimed.tokens.start) && !had(text, start, reported.tokens.start)
}

/// Whether the claim tells of what is to come.
pub(super) fn foretells(held: &Held<'_>) -> bool {
    let claim = &held.phrasing.document;
    held.phrasing.tokens().any(|i| claim.folded(i) == "will" || is_expecting(claim.folded(i)))
}

/// Whether only the claim's value is an average.
fn is_average(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let average = |document: &Document, value: &Mention| {
        let before = value.tokens.start.saturating_sub(AVERAGE_REACH)..value.tokens.start;
        before.into_iter().any(|i| matches!(document.folded(i), "average" | "averaged" | "median"))
    };
    average(&held.phrasing.document, claimed) && !average(held.document(), reported)
}
