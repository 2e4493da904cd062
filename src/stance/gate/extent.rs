//! How far does a negation go: "not *all*", "no longer *every* year", "has not yet", "not X *but* Y"?

use std::ops::Range;

use crate::english;
use crate::matcher::{FrameWord, Likeness};
use crate::stance::cue::{Cue, CueKind};
use crate::stance::held::Held;
use crate::text::{Document, WordSet};

use super::change::is_period;
use super::grammar;
use super::pairing::Pair;

/// Words for all there is: negated, they leave some.
static ALL: WordSet = WordSet::of(&[
    "all",
    "always",
    "both",
    "completely",
    "each",
    "entire",
    "entirely",
    "every",
    "everyone",
    "everything",
    "fully",
    "necessarily",
    "only",
    "totally",
    "whole",
    "wholly",
]);

/// Words after which a text goes on with what is so all the same.
static CONTRASTING: WordSet = WordSet::of(&["although", "but", "instead", "only", "though"]);

/// Whether a text goes on among `tokens` with what is so all the same.
pub(super) fn contrasts(document: &Document, mut tokens: Range<usize>) -> bool {
    tokens.any(|i| CONTRASTING.contains(document.folded(i)))
}

/// Words that deny something of all there are, or for all time.
static NONE: WordSet = WordSet::of(&["neither", "never", "no", "nobody", "none", "nothing"]);

/// How many tokens after a negation its "all" stands at most.
const REACH: usize = 5;

/// From this weight on a word that stands where the text goes on counts.
const COUNTS: f64 = 0.25;

/// Why a negation of the passage leaves open what the claim says; `None` where it does not.
pub(super) fn leaves_open(held: &Held<'_>, cue: &Cue, pairs: &[Pair<'_>]) -> Option<String> {
    let text = held.document();
    let words = |tokens: &Range<usize>| held.words(tokens).to_owned();
    if let Some(all) = denied_of_all(text, cue).filter(|_| !says_all(held)) {
        return Some(format!("“{}” leaves some", words(&(cue.tokens.start..all + 1))));
    }
    if is_no_longer(text, cue) && grammar::is_past(&held.phrasing.document, &held.phrasing.tokens()) {
        return Some(format!("“{}” leaves what was", words(&cue.tokens)));
    }
    if is_at_first(text, cue) {
        return Some(format!("“{}” at first", words(&cue.tokens)));
    }
    if is_so_far(text, cue) && tells_what_is_to_come(held) && !tells_of_plan(held) {
        return Some(format!("“{}” so far", words(&cue.tokens)));
    }
    let sentence = held.sentence_of(cue.tokens.start)?;
    let contrast = (cue.tokens.end..sentence.end).find(|&i| CONTRASTING.contains(text.folded(i)))?;
    goes_on(held, pairs, &(contrast..sentence.end)).then(|| {
        format!("“{}”, but it goes on with “{}”", words(&cue.tokens), text.words(contrast..contrast + 1))
    })
}

/// Whether the claim only says what somebody means to do, which "no plans" denies.
fn tells_of_plan(held: &Held<'_>) -> bool {
    let claim = &held.phrasing.document;
    let plan = |i: usize| matches!(english::stem(claim.folded(i)).as_ref(), "intend" | "intent" | "plan");
    held.phrasing.tokens().any(plan)
}

/// Whether the passage tells what the claim says after what it negates: "did not win an Oscar *but took home two Baftas*", "was not
/// played on Sunday *but on Monday*".
pub(super) fn is_told_after(held: &Held<'_>, cue: &Cue) -> bool {
    let text = held.document();
    let Some(sentence) = held.sentence_of(cue.tokens.start) else { return false };
    let goes_on = |&i: &usize| matches!(text.folded(i), "but" | "only");
    let Some(contrast) = (cue.tokens.end..sentence.end).find(goes_on) else { return false };
    let Some(verb) = grammar::claimed(held) else { return false };
    let pairs: Vec<(usize, usize)> = held.alignment.pairs(held.phrasing).collect();
    let valued = held.phrasing.mentions.iter().filter(|mention| mention.tokens.start > verb).count();
    let mut after = pairs.iter().filter(|&&(p, _)| p > verb).map(|&(_, q)| q).peekable();
    let told = pairs.iter().find(|&&(p, _)| p == verb).map(|&(_, q)| q);
    if after.peek().is_none() && valued == 0 || after.any(|q| q < contrast || !sentence.contains(&q)) {
        return false;
    }
    let first = pairs.iter().filter(|&&(p, _)| p > verb).map(|&(_, q)| q).min().unwrap_or(sentence.end);
    match told {
        Some(told) if told > contrast => sentence.contains(&told),
        // The verb need not be told again.
        Some(told) => cue.scope.contains(&told) && !(contrast + 1..first).any(|i| english::is_verb(text, i)),
        None => false,
    }
}

/// Whether a "without" only tells of a circumstance, of which the claim has no word: "was released *without charge* on Tuesday".
pub(super) fn is_circumstance(held: &Held<'_>, cue: &Cue) -> bool {
    let text = held.document();
    let lacked = |&i: &usize| text.tokens()[i].is_word() && !grammar::is_preposition(text, i);
    let mut lacking = (cue.tokens.end..cue.scope.end).take_while(lacked).peekable();
    let alone = !held.cues().iter().any(|other| other.negates() && *other != cue);
    text.folded(cue.tokens.start) == "without"
        && alone
        && lacking.peek().is_some()
        && lacking.all(|i| !held.is_aligned(i))
}

/// Whether the claim denies something of all or for all time, and the passage of not all, or until a time.
pub(super) fn goes_further(held: &Held<'_>, claimed: &Cue, reported: &Cue) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let total = NONE.contains(claim.folded(claimed.tokens.start)) && denied_of_all(claim, claimed).is_none();
    let no_longer = text.folded(reported.tokens.start) == "no"
        && text.folded_or_empty(reported.tokens.start + 1) == "longer"
        && claim.folded_or_empty(claimed.tokens.start + 1) != "longer";
    total && (denied_of_all(text, reported).is_some() || no_longer) || is_until(held, claimed, reported)
}

/// Whether something only ended: "*no longer* makes tyres", "*never again*".
pub(super) fn is_no_longer(document: &Document, cue: &Cue) -> bool {
    let first = document.folded(cue.tokens.start);
    let next = document.folded_or_empty(cue.tokens.start + 1);
    matches!((first, next), ("no", "longer") | ("never", "again"))
}

/// The word for all there is of which a negation denies something.
pub(super) fn denied_of_all(document: &Document, cue: &Cue) -> Option<usize> {
    let first = document.folded(cue.tokens.start);
    let longer = document.folded_or_empty(cue.tokens.start + 1) == "longer";
    if NONE.contains(first) && !longer {
        return None;
    }
    let limit = cue.scope.end.min(cue.tokens.end + REACH);
    let mut near =
        (cue.tokens.end..limit).take_while(|&i| !matches!(document.folded(i), "and" | "but" | ","));
    // Not "at all", nor "all day".
    let of_them = |i: usize| document.folded(i - 1) != "at" && !is_period(document.folded_or_empty(i + 1));
    near.find(|&i| ALL.contains(document.folded(i)) && of_them(i))
}

fn says_all(held: &Held<'_>) -> bool {
    held.phrasing.tokens().any(|i| ALL.contains(held.phrasing.document.folded(i)))
}

/// Whether a negation only tells how it was at first, or that it was not at once.
fn is_at_first(document: &Document, cue: &Cue) -> bool {
    cue.scope.clone().any(|i| match document.folded(i) {
        "first" | "once" => i > 0 && document.folded(i - 1) == "at",
        "away" => i > 0 && matches!(document.folded(i - 1), "right" | "straight"),
        word => matches!(word, "immediately" | "initially"),
    })
}

/// Whether a negation tells how things are till now: "has *not* signed", "not *yet*".
fn is_so_far(document: &Document, cue: &Cue) -> bool {
    let before = cue.tokens.start.checked_sub(1).map_or("", |i| document.folded(i));
    matches!(before, "has" | "have" | "had")
        || matches!(document.folded(cue.tokens.start), "hasn't" | "haven't" | "hadn't")
        || document.folded_or_empty(cue.tokens.end) == "yet"
}

/// Whether the claim tells what will be, or is meant to.
fn tells_what_is_to_come(held: &Held<'_>) -> bool {
    let claim = &held.phrasing.document;
    held.phrasing_cues.iter().any(|cue| matches!(cue.kind, CueKind::Unreal | CueKind::Hedge))
        || held.phrasing.tokens().any(|i| matches!(claim.folded(i), "will" | "promised" | "likely"))
}

/// Whether something that the claim says of its subject stands in `rest`.
fn goes_on(held: &Held<'_>, pairs: &[Pair<'_>], rest: &Range<usize>) -> bool {
    let claim = &held.phrasing.document;
    let Some(verb) = held.phrasing.tokens().find(|&p| english::is_verb(claim, p)) else { return false };
    let valued = pairs.iter().any(|pair| {
        let there = pair.partner.is_some_and(|(value, ..)| rest.contains(&value.tokens.start));
        there && pair.agrees() && pair.claimed.tokens.start > verb
    });
    let told = |p: usize, weight: f64| p > verb && weight >= COUNTS;
    let said = grammar::what_is_said(claim, &held.phrasing.tokens());
    let again = |word: &FrameWord| {
        let hits = held.reading.marked.answers_among(word.word, rest);
        hits.iter().any(|hit| hit.likeness >= Likeness::Inflected)
    };
    valued
        || held.weighted_pairs().any(|(p, q, weight)| told(p, weight) && rest.contains(&q))
        || held.phrasing.frame.iter().any(|word| word.token.is_some() && word.token == said && again(word))
}

/// Whether all that both negate stands after an "until" in the passage: "did not stop *until* he had reached it".
fn is_until(held: &Held<'_>, claimed: &Cue, reported: &Cue) -> bool {
    let until = |document: &Document, mut tokens: Range<usize>| {
        tokens.find(|&i| matches!(document.folded(i), "till" | "until"))
    };
    if until(&held.phrasing.document, held.phrasing.tokens()).is_some() {
        return false;
    }
    let Some(until) = until(held.document(), reported.tokens.end..held.tokens.end) else { return false };
    let mut both =
        held.weighted_pairs().filter(|(p, q, _)| claimed.scope.contains(p) && reported.scope.contains(q));
    both.all(|(_, q, _)| q > until)
}
