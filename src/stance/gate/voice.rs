//! Whether a verb is told of who does it, or of whom it is done to.

use crate::english;
use crate::text::{Document, TokenKind};
use crate::value;

use super::grammar::is_adverb;

/// Whether a verb is told of whom it is done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice {
    /// Of who does it, to somebody or something.
    Active,
    /// Of whom it is done to.
    Passive,
    /// Of either: headlines leave out their "was".
    Open,
}

pub(super) fn voice(document: &Document, verb: usize) -> Voice {
    let word = document.folded(verb);
    let participle = english::is_past_form(word);
    let before = (0..verb).rev().find(|&i| !is_adverb(document, i));
    let be = before.is_some_and(|i| {
        matches!(document.folded(i), "is" | "was" | "are" | "were" | "be" | "been" | "being")
    });
    let particle =
        |i: usize| matches!(document.folded(i), "away" | "back" | "down" | "off" | "out" | "over" | "up");
    let next = (verb + 1..document.tokens().len()).find(|&i| !is_adverb(document, i) && !particle(i));
    // "Rose by 5%", "won by two goals" was done by nobody.
    let by = next.is_some_and(|by| {
        let after = document.tokens().get(by + 1);
        document.folded(by) == "by"
            && after.is_some_and(|after| after.is_word())
            && (be || !value::is_number_word(document.folded(by + 1)))
    });
    let leads = |i: usize| english::begins_object(document.folded(i));
    let has_object = next.is_some_and(|i| {
        document.tokens()[i].kind != TokenKind::Punctuation
            && (document.tokens()[i].kind != TokenKind::Word
                || english::is_content_word(document, i)
                || leads(i))
    });
    match () {
        () if participle && (be || by) => Voice::Passive,
        () if has_object => Voice::Active,
        () => Voice::Open,
    }
}
