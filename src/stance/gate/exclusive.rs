//! Small words that exclude each other: "before", "after"; "first", "last"; "non-".

use crate::stance::held::Held;
use crate::text::Document;
use crate::value::Mention;

use super::polarity::GATE;
use super::{Effect, Found};

/// Asks.
pub(super) fn ask(held: &Held<'_>) -> Option<Found> {
    other_word(held).or_else(|| other_prefix(held))
}

/// Small words that exclude each other: one of them instead of another leaves the claim open at least.
const EXCLUSIVE: [&[&str]; 9] = [
    &["for", "against"],
    &["before", "after"],
    &["up", "down"],
    &["above", "below"],
    &["all", "some", "few", "most", "none"],
    &["inside", "outside"],
    &["with", "without"],
    &["first", "last"],
    &["more", "less", "fewer"],
];

/// How many tokens before an aligned word such a word stands.
const SMALL_WORD_REACH: usize = 3;

/// A word of the claim that has a "non-" before it where the passage's has none, or the other way round.
fn other_prefix(held: &Held<'_>) -> Option<Found> {
    let prefixed = |document: &Document, at: usize| {
        at.checked_sub(2).is_some_and(|non| document.folded(non) == "non" && document.folded(non + 1) == "-")
    };
    let claim = &held.phrasing.document;
    let text = held.document();
    let (_, q, _) = held.weighted_pairs().find(|&(p, q, _)| {
        // The passage may tell of both.
        let also = |i: usize| text.folded(i) == text.folded(q) && prefixed(text, i) == prefixed(claim, p);
        prefixed(claim, p) != prefixed(text, q) && !held.tokens.clone().any(also)
    })?;
    let (told, because) = if prefixed(text, q) {
        (text.words(q - 2..q + 1), "where the claim has no “non-”")
    } else {
        (text.words(q..q + 1), "without the claim’s “non-”")
    };
    Some(Found::new(GATE, Effect::Block, 0.6, format!("“{told}”, {because}")))
}

/// A small word of the claim, in place of which the passage has one that excludes it.
fn other_word(held: &Held<'_>) -> Option<Found> {
    let claim = &held.phrasing.document;
    let text = held.document();
    // How "more than 200" stands to "less than 300" is for the values to tell.
    let bounds = |mention: &Mention, i: usize| mention.tokens.contains(&i) && !mention.core.contains(&i);
    let own = |p: usize| {
        let before = p.saturating_sub(SMALL_WORD_REACH)..p;
        before.filter(|&i| !held.phrasing.mentions.iter().any(|mention| bounds(mention, i)))
    };
    let theirs = |q: usize| {
        let before = q.saturating_sub(SMALL_WORD_REACH).max(held.tokens.start)..q;
        before.filter(|&i| !held.mentions().iter().any(|mention| bounds(mention, i))).map(|i| text.folded(i))
    };
    let (claimed, other) = held.weighted_pairs().find_map(|(p, q, _)| {
        own(p).map(|i| claim.folded(i)).find_map(|claimed| {
            let group = EXCLUSIVE.iter().find(|group| group.contains(&claimed))?;
            let other = group.iter().find(|&&other| theirs(q).any(|word| word == other))?;
            (!theirs(q).any(|word| word == claimed)).then_some((claimed, other))
        })
    })?;
    Some(Found::new(GATE, Effect::Block, 0.5, format!("“{other}”, where the claim says “{claimed}”")))
}
