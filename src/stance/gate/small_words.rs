//! Small words of the claim that a passage must bear out: that it is so *still*, of *most* of them, and *is* so, not once was.

use crate::english;
use crate::stance::held::Held;
use crate::text::WordSet;
use crate::value::{Kind, Mention, is_plural};

use super::restriction::GATE;
use super::{Effect, Found};

/// Words for what goes on, or is so now.
static STILL: WordSet = WordSet::of(&[
    "are",
    "continue",
    "continued",
    "continues",
    "continuing",
    "has",
    "have",
    "is",
    "ongoing",
    "remain",
    "remained",
    "remaining",
    "remains",
    "still",
    "yet",
]);

/// Words for more than half.
static MOST: WordSet = WordSet::of(&[
    "all",
    "bulk",
    "each",
    "every",
    "everyone",
    "majority",
    "most",
    "mostly",
    "overwhelmingly",
]);

/// Half, in per cent.
const HALF: f64 = 50.0;

/// Words for what was before.
static ONCE: WordSet = WordSet::of(&["formerly", "once", "previously"]);

/// How far before what somebody is a "once" stands at most: "*once* the world's busiest port".
const ONCE_REACH: usize = 5;

/// Asks.
pub(super) fn ask(held: &Held<'_>) -> Option<Found> {
    let lack = |word: &str| Found::new(GATE, Effect::Lack, 0.6, format!("without the claim’s “{word}”"));
    let found = without_still(held).or_else(|| without_most(held)).map(lack);
    found.or_else(|| {
        let once = was_once(held)?;
        Some(Found::new(GATE, Effect::Block, 0.6, format!("“{once}” was so")))
    })
}

/// The claim says that it goes on: "is *still* missing", of one who was missing.
fn without_still(held: &Held<'_>) -> Option<&'static str> {
    let claim = &held.phrasing.document;
    let goes_on = held.phrasing.tokens().any(|i| claim.folded(i) == "still");
    let text = held.document();
    // "She still lives in Leeds", "she lives in Leeds".
    let present = |&(p, q): &(usize, usize)| {
        let verbs = english::is_verb(claim, p) && english::is_verb(text, q);
        verbs && english::is_content_word(text, q) && !english::is_past_form(text.folded(q))
    };
    let told = || {
        held.tokens.clone().any(|i| STILL.contains(text.folded(i)))
            || held.alignment.pairs(held.phrasing).any(|pair| present(&pair))
    };
    (goes_on && !told()).then_some("still")
}

/// The claim is of most of them: "*most* teachers", of 48% of them.
fn without_most(held: &Held<'_>) -> Option<&'static str> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let of_them = |i: usize| {
        let before = i.checked_sub(1).map_or("", |i| claim.folded(i));
        let next = claim.folded_or_empty(i + 1);
        claim.folded(i) == "most"
            && !matches!(before, "at" | "the" | "her" | "his" | "its" | "their")
            && (next == "of" || is_plural(next))
    };
    let told = |mention: &&Mention| mention.value.kind == Kind::Proportion && mention.value.core.low >= HALF;
    let is_told =
        || held.tokens.clone().any(|i| MOST.contains(text.folded(i))) || held.mentions().iter().any(told);
    (held.phrasing.tokens().any(of_them) && !is_told()).then_some("most")
}

/// The passage says that what the claim says is, was: "*once* the busiest port".
fn was_once<'a>(held: &Held<'a>) -> Option<&'a str> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let is = held.phrasing.tokens().find(|&p| english::is_verb(claim, p))?;
    if !matches!(claim.folded(is), "is" | "are") {
        return None;
    }
    let own = |word: &str| held.phrasing.tokens().any(|i| claim.folded(i) == word);
    let once = |q: usize| {
        let back = (q.saturating_sub(ONCE_REACH).max(held.tokens.start)..q).rev();
        let mut back = back.take_while(|&i| text.tokens()[i].is_word() && !english::is_verb(text, i));
        let once = back.find(|&i| ONCE.contains(text.folded(i)) && !own(text.folded(i)))?;
        // "Once the new bridge opens": a clause of its own.
        let mut after =
            (q + 1..held.tokens.end.min(q + 1 + ONCE_REACH)).take_while(|&i| text.tokens()[i].is_word());
        (!after.any(|i| english::is_verb(text, i))).then_some(once)
    };
    let mut said = held.alignment.pairs(held.phrasing).filter(|&(p, _)| p > is);
    said.find_map(|(_, q)| once(q)).map(|at| text.words(at..at + 1))
}
