//! Do two opposites say the reverse of one thing, where all else is the same?

use crate::english;
use crate::stance::held::Held;
use crate::text::Document;

use super::super::opposite::{
    COPULA_REACH, is_definite, is_done_to_one, is_of_its_kind, is_planned_otherwise, is_predicate,
    is_told_later,
};
use super::super::subject;
use super::super::two_sides::may_both_hold;

/// Whether a word of the passage says the opposite of the claim's of one thing at one time, where all else is the same.
pub(super) fn is_reversed(held: &Held<'_>, claimed: usize, reported: usize, decided: bool) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let contest = |document: &Document, at: usize| {
        matches!(english::stem(document.folded(at)).as_ref(), "lose" | "win")
    };
    let contested = contest(claim, claimed) && contest(text, reported);
    // What is done with the one thing there is, is done by all: "*senators* passed the bill".
    let is_one = if decided {
        !subject::is_some_of_a_kind(held) && is_done_to_one(held, claimed, reported)
    } else {
        is_definite(held, claimed, reported) || are_generally(held, claimed, reported)
    };
    (contested || is_state(held, claimed, reported) || !may_both_hold(held, claimed, reported))
        && !english::exclude_each_other(claim.folded(claimed), text.folded(reported))
        && is_one
        && !subject::picks_out(held, claimed)
        && !is_planned_otherwise(held, claimed, reported)
        && !held
            .phrasing
            .frame
            .iter()
            .any(|word| word.token == Some(claimed) && is_told_later(held, word.word, reported))
        && (is_predicate(claim, claimed) || completes(claim, claimed))
        && (is_predicate(text, reported) || completes(text, reported))
        && !was_otherwise(held, claimed, reported)
}

/// Whether an adjective says what something is held to be: "ruled the ban *illegal*".
fn completes(document: &Document, at: usize) -> bool {
    let parts = english::parts_of_speech(&english::stem(document.folded(at)));
    parts.starts_with('a') && at > 0 && !english::is_content_word(document, at + 1)
}

/// Whether the claim says how something is, and the passage how it was.
fn was_otherwise(held: &Held<'_>, claimed: usize, reported: usize) -> bool {
    let led = |document: &Document, at: usize, words: [&str; 2]| {
        (at.saturating_sub(COPULA_REACH)..at).any(|i| words.contains(&document.folded(i)))
    };
    led(&held.phrasing.document, claimed, ["is", "are"]) && led(held.document(), reported, ["was", "were"])
}

/// Whether both say how things of a kind are: "helmets are optional".
fn are_generally(held: &Held<'_>, claimed: usize, reported: usize) -> bool {
    let are = |document: &Document, at: usize| at > 0 && document.folded(at - 1) == "are";
    let start = held.phrasing.tokens().start;
    subject::is_bare_plural(&held.phrasing.document, start)
        && !subject::is_some_of_a_kind(held)
        && is_done_to_one(held, claimed, reported)
        && are(&held.phrasing.document, claimed)
        && are(held.document(), reported)
}

/// Whether both words are said of something by "is" or "was".
pub(super) fn are_said(held: &Held<'_>, claimed: usize, reported: usize) -> bool {
    is_of_its_kind(&held.phrasing.document, claimed) && is_of_its_kind(held.document(), reported)
}

/// Whether both say how something was, not what was done: "was open", "was closed".
fn is_state(held: &Held<'_>, claimed: usize, reported: usize) -> bool {
    let state = |document: &Document, at: usize| {
        matches!(document.folded(at), "closed" | "open" | "shut") && is_of_its_kind(document, at)
    };
    state(&held.phrasing.document, claimed) && state(held.document(), reported)
}
