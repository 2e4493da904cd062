//! Does the passage leave open which: the claim's word, or another?

use crate::english;
use crate::stance::held::Held;
use crate::text::Case;

use super::{Effect, Found, Gate};

/// From this weight on a word of the claim is one that a choice leaves open.
const TOLD: f64 = 0.2;

/// How many tokens before or after an "or" the other alternative stands at most: "arson or *an electrical fault*".
const REACH: usize = 3;

/// A word of the claim that the passage has as one of two: "French or Belgian", "the editor or author".
pub(super) fn left_open(held: &Held<'_>) -> Option<Found> {
    let claim = &held.phrasing.document;
    if held.phrasing.tokens().any(|i| matches!(claim.folded(i), "or" | "nor" | "either" | "neither")) {
        return None;
    }
    let text = held.document();
    let told: Vec<usize> =
        held.weighted_pairs().filter(|&(_, _, weight)| weight >= TOLD).map(|(_, q, _)| q).collect();
    let chosen = held.tokens.clone().filter(|&or| text.folded(or) == "or" && is_of_words(held, or));
    let or = chosen.into_iter().find(|&or| {
        let ours = |i: usize| told.contains(&i);
        let before = or.checked_sub(1).is_some_and(ours);
        let after = other(held, or + 1..(or + 1 + REACH).min(held.tokens.end));
        let back = other(held, (held.tokens.start.max(or.saturating_sub(REACH))..or).rev());
        before && after.is_some_and(|i| !held.is_aligned(i) && alike(held, or - 1, i))
            || after.is_some_and(|i| {
                ours(i) && back.is_some_and(|back| !held.is_aligned(back) && alike(held, back, i))
            })
    })?;
    let words = or - 1..(or + 2).min(held.tokens.end);
    let because = format!("“{}” leaves open which", held.words(&words));
    Some(Found::new(Gate::Difference, Effect::Block, 0.7, because))
}

/// The first word that says something, as long as nothing but small words stand before it.
fn other(held: &Held<'_>, mut tokens: impl Iterator<Item = usize>) -> Option<usize> {
    let text = held.document();
    let small =
        |i: usize| matches!(text.folded(i), "a" | "an" | "the" | "even" | "perhaps" | "possibly" | "maybe");
    tokens.find(|&i| !small(i)).filter(|&i| english::is_content_word(text, i))
}

/// Two nouns, two adjectives, two names: what "or" joins is alike.
fn alike(held: &Held<'_>, one: usize, other: usize) -> bool {
    let text = held.document();
    let named = |i: usize| text.tokens()[i].case != Case::Lower;
    // "Burma or Myanmar is a country" has two names for one.
    let is_said = |i: usize| (held.tokens.start..i).any(|verb| english::is_verb(text, verb));
    let parts = |i: usize| english::parts_of_speech(&english::stem(text.folded(i)));
    let is_acronym = |i: usize| text.tokens()[i].case == Case::Upper;
    is_acronym(one) == is_acronym(other)
        && named(one) == named(other)
        && if named(one) { is_said(one) } else { parts(one).chars().any(|part| parts(other).contains(part)) }
}

/// Whether an "or" joins words, neither negated nor another name of the same: "no flavours or colouring", "known as A or B".
fn is_of_words(held: &Held<'_>, or: usize) -> bool {
    let text = held.document();
    let negated = held.cues().iter().any(|cue| cue.negates() && cue.scope.contains(&or));
    let valued = held.mentions().iter().any(|mention| mention.tokens.contains(&or));
    let alias = (or.saturating_sub(2 * REACH)..or).any(|i| {
        matches!(text.folded(i), "known" | "called" | "named" | "spelled" | "spelt" | "whether" | "aka" | "(")
    });
    !negated && !valued && !alias
}
