//! A value that was only asked for, offered or expected: "hackers had demanded $5 million" does not say that they got it, nor "expects a
//! profit of 5 million" that it was made.

use crate::english;
use crate::stance::held::Held;
use crate::text::{Document, WordSet};
use crate::value::{Kind, Mention};

use super::{circumstance, grammar, hedge};

/// Stems of verbs of asking and offering.
const SEEKING: [&str; 7] = ["bid", "demand", "offer", "propos", "request", "seek", "want"];

/// Stems of verbs of what is to come.
const FORESEEING: [&str; 10] =
    ["anticip", "budget", "envisag", "expect", "forecast", "foresee", "peg", "plan", "predict", "target"];

/// Nouns for what is to come, and how many tokens before the value they stand at most: "the *forecast* for the year was".
static FORESIGHT: WordSet = WordSet::of(&["consensus", "forecast", "forecasts", "prediction", "target"]);
const FORESIGHT_REACH: usize = 9;

/// How many tokens before a value its verb stands at most: "*demanded* a ransom of $5 million".
const REACH: usize = 4;

/// The word by which the passage says that its value was asked for or offered, or expected, and the claim that it is so.
pub(super) fn only_sought_or_foreseen<'a>(
    held: &'a Held<'_>,
    claimed: &Mention,
    reported: &Mention,
) -> Option<&'a str> {
    only_sought(held, claimed, reported).or_else(|| only_foreseen(held, reported))
}

/// The word by which the passage says that its value was asked for or offered, where the claim has no such word.
fn only_sought<'a>(held: &'a Held<'_>, claimed: &Mention, reported: &Mention) -> Option<&'a str> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let accepted = |q: usize| matches!(text.folded(q), "accepted" | "agreed" | "paid" | "won");
    let mut sentence = held.sentence_of(reported.tokens.start)?;
    if !matches!(claimed.value.kind, Kind::Money(_)) || sentence.any(accepted) {
        return None;
    }
    // What is to be or may be is open in the claim as well.
    if !held.phrasing_cues.is_empty() || hedge::announces(held) {
        return None;
    }
    if by_seeking(claim, claimed).is_some() || held.phrasing.tokens().any(|i| seeks(claim, i)) {
        return None;
    }
    by_seeking(text, reported)
        .filter(|&word| !held.is_aligned(word))
        .map(|word| held.words(&(word..word + 1)))
}

/// The word by which the passage says that its value was only expected or planned, where the claim says that it is so.
fn only_foreseen<'a>(held: &'a Held<'_>, reported: &Mention) -> Option<&'a str> {
    let claim = &held.phrasing.document;
    // "Sees third-quarter sales of 6.7 billion."
    let sees = || held.phrasing.tokens().any(|i| matches!(claim.folded(i), "eyes" | "sees" | "targets"));
    let open = !held.phrasing_cues.is_empty() || held.phrasing.foreseen || hedge::announces(held);
    if reported.value.kind.is_dated() || open || circumstance::foretells(held) || sees() {
        return None;
    }
    let text = held.document();
    let before = |i: usize| i.checked_sub(1).map_or("", |i| text.folded(i));
    let foresees = |&i: &usize| {
        let compared = matches!(before(i), "as" | "than");
        let verb = english::is_verb(text, i) || matches!(before(i), "they" | "we");
        FORESEEING.contains(&english::stem(text.folded(i)).as_ref()) && verb && !compared
    };
    let start = reported.tokens.start;
    let first = start.saturating_sub(FORESIGHT_REACH).max(held.sentence_of(start)?.start);
    let compares = |i: usize| matches!(before(i), "beat" | "beating" | "its" | "than" | "with");
    let foresight = (first..start)
        .rev()
        .take_while(|&i| text.tokens()[i].is_word())
        .find(|&i| FORESIGHT.contains(text.folded(i)) && !compares(i));
    if let Some(noun) = foresight.filter(|&i| !held.phrasing.has_said(text.folded(i))) {
        return Some(held.words(&(noun..noun + 1)));
    }
    let own = |i: &usize| text.tokens()[*i].is_word() && !grammar::is_auxiliary(text, *i);
    let verb = (start.saturating_sub(REACH)..start).rev().take_while(own).find(foresees)?;
    (!held.phrasing.has_said(text.folded(verb))).then(|| held.words(&(verb..verb + 1)))
}

fn by_seeking(document: &Document, value: &Mention) -> Option<usize> {
    let start = value.tokens.start;
    let in_clause = |i: &usize| document.tokens()[*i].is_word();
    let mut before = (start.saturating_sub(REACH)..start).rev().take_while(in_clause);
    let after = value.counted.as_ref().map_or(value.tokens.end, |noun| noun.end.max(value.tokens.end));
    let noun = (value.tokens.end..=after)
        .find(|&i| matches!(document.folded_or_empty(i), "bid" | "bids" | "demand" | "offer" | "offers"));
    noun.or_else(|| before.find(|&i| seeks(document, i)))
}

/// Whether the word at `at` is a verb of asking or offering: not "bids" of those who had been asked.
fn seeks(document: &Document, at: usize) -> bool {
    let word = document.folded(at);
    let form = english::is_past_form(word) || word.ends_with("ing") || english::is_verb(document, at);
    form && SEEKING.contains(&english::stem(word).as_ref())
}
