//! The claim says that it is so "only", or "excluding" something: a passage that does not say so leaves that open.

use crate::english;
use crate::stance::held::Held;
use crate::text::{Document, WordSet};

use super::{Effect, Found, Gate, small_words};

/// Words that restrict.
static ONLY: WordSet = WordSet::of(&["alone", "exclusively", "just", "only", "purely", "solely"]);

/// Asks.
pub(super) fn ask(held: &Held<'_>) -> Found {
    let claim = &held.phrasing.document;
    let restricts =
        |&i: &usize| matches!(claim.folded(i), "only" | "solely" | "exclusively") && is_of_a_word(held, i);
    match held.phrasing.tokens().find(restricts) {
        Some(only) if !restricts_the_same(held, only) => Found::new(
            Gate::Restriction,
            Effect::Lack,
            0.6,
            format!("without the claim’s “{}”", claim.folded(only)),
        ),
        _ => excluding(held)
            .or_else(|| excluded(held))
            .or_else(|| causeless(held))
            .or_else(|| small_words::ask(held))
            .unwrap_or_else(|| Found::nothing(Gate::Restriction)),
    }
}

/// How far from the word that it restricts an "only" stands at most.
const ONLY_REACH: usize = 4;

/// Whether the passage restricts what the claim does: not "where *only* members dine" of a claim that it admits only men.
fn restricts_the_same(held: &Held<'_>, only: usize) -> bool {
    let claim = &held.phrasing.document;
    let text = held.document();
    let restricted = (only + 1..held.phrasing.tokens().end).find(|&i| english::is_content_word(claim, i));
    let answer = held.alignment.pairs(held.phrasing).find(|&(p, _)| Some(p) == restricted).map(|(_, q)| q);
    answer.is_none_or(|q| held.tokens.clone().any(|i| is_only(text, i) && i.abs_diff(q) <= ONLY_REACH))
        && held.tokens.clone().any(|i| is_only(text, i))
}

/// How far before its noun a "during" stands at most.
const BESIDES: usize = 3;

/// A cause that the claim names, of which the passage says nothing: "stolen *because of* the strike", "stolen during it".
fn causeless(held: &Held<'_>) -> Option<Found> {
    let claim = &held.phrasing.document;
    let names_cause = |i: usize| {
        claim.folded(i) == "because"
            || matches!((claim.folded(i), claim.folded_or_empty(i + 1)), ("due" | "owing" | "thanks", "to"))
    };
    let cause = held.phrasing.tokens().find(|&i| names_cause(i))?;
    let told = held.tokens.clone().any(|i| tells_cause(held.document().folded(i)));
    // "During the strike": at the time of it, no more.
    let noun = (cause + 2..held.phrasing.tokens().end).find(|&i| english::is_content_word(claim, i));
    let answer = held.alignment.pairs(held.phrasing).find(|&(p, _)| Some(p) == noun).map(|(_, q)| q)?;
    let besides = (answer.saturating_sub(BESIDES)..answer)
        .any(|i| matches!(held.document().folded(i), "at" | "despite" | "during" | "in"));
    let because = format!("without the claim’s “{}”", claim.words(cause..cause + 2));
    (besides && !told).then(|| Found::new(Gate::Restriction, Effect::Lack, 0.6, because))
}

/// Small words that may tell why, and stems that do.
#[rustfmt::skip]
static CAUSES: WordSet = WordSet::of(&[
    "after", "amid", "as", "because", "blam", "blame", "bring", "caus", "cite", "due", "following",
    "for", "forc", "from", "given", "lead", "over", "owing", "prompt", "reason", "respons",
    "responsible", "result", "since", "so", "spark", "thanks", "trigger",
]);

/// Whether a word (folded) may tell why.
fn tells_cause(word: &str) -> bool {
    CAUSES.contains(word) || CAUSES.contains(&english::stem(word))
}

/// How many tokens after its cue what is excluded begins at most: "with the exception of *the town*".
const EXCLUDED_REACH: usize = 4;

/// The share of the claim that is answered where what is excluded is excluded from just what it says.
const ANSWERED: f64 = 0.9;

/// What the passage excludes of what the claim says: "open every day except *Sunday*".
fn excluded(held: &Held<'_>) -> Option<Found> {
    let text = held.document();
    let claim = &held.phrasing.document;
    // "Shops need no permit, apart from bakeries" says of bakeries that they need one, in other words than the claim.
    if held.alignment.coverage < ANSWERED || held.phrasing.tokens().any(|i| exclusion(claim, i) > 0) {
        return None;
    }
    let (cue, length) = held.tokens.clone().map(|i| (i, exclusion(text, i))).find(|&(cue, length)| {
        let mut after = cue + length..(cue + length + EXCLUDED_REACH).min(held.tokens.end);
        let says = |i: &usize| english::is_content_word(text, *i);
        length > 0 && after.find(says).is_some_and(|i| held.is_aligned(i))
    })?;
    let because = format!("“{}”, where the claim has no such word", held.words(&(cue..cue + length)));
    Some(Found::new(Gate::Restriction, Effect::Block, 0.6, because))
}

/// What the claim excludes and the passage, which excludes nothing, may include.
fn excluding(held: &Held<'_>) -> Option<Found> {
    let claim = &held.phrasing.document;
    let excludes = |document: &Document, at: usize| exclusion(document, at) > 0;
    let cue = held.phrasing.tokens().find(|&i| excludes(claim, i))?;
    let words = claim.words(cue..cue + exclusion(claim, cue));
    let because = format!("without the claim’s “{words}”");
    let also = held.tokens.clone().any(|i| excludes(held.document(), i));
    (!also).then(|| Found::new(Gate::Restriction, Effect::Lack, 0.6, because))
}

/// How many tokens from `at` on exclude what follows: "excluding", "not including", "apart from". None may be 0.
fn exclusion(document: &Document, at: usize) -> usize {
    match (document.folded(at), document.folded_or_empty(at + 1)) {
        ("excluding" | "excludes" | "excluded" | "excepting" | "except" | "barring" | "unlike", _) => 1,
        ("not", "including" | "counting") | ("apart" | "aside", "from") => 2,
        ("all" | "anything" | "everybody" | "everyone" | "everything", "but") => 2,
        ("but", "not") | ("other", "than") | ("exception", "of") | ("exclusion", "of") => 2,
        _ => 0,
    }
}

fn is_only(document: &Document, at: usize) -> bool {
    ONLY.contains(document.folded(at)) && at.checked_sub(1).is_none_or(|i| document.folded(i) != "not")
}

/// Whether it restricts a word, not a value ("only 20 years old"), and is not undone: "not only", "the only".
fn is_of_a_word(held: &Held<'_>, only: usize) -> bool {
    let claim = &held.phrasing.document;
    let before = only.checked_sub(1).map_or("", |before| claim.folded(before));
    let valued = held
        .phrasing
        .mentions
        .iter()
        .any(|mention| mention.tokens.contains(&(only + 1)) || mention.tokens.contains(&only));
    !valued && !matches!(before, "not" | "the" | "an")
}
