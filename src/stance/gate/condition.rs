//! Does the passage say it, or only what it depends on, or what depends on it: "will close *if* the wind turns"?

use std::ops::Range;

use crate::english;
use crate::stance::held::Held;
use crate::text::{Document, TokenKind};

use super::grammar;

/// How far before what is said its "will" stands at most.
const MODAL_REACH: usize = 4;

/// The word on which the passage makes depend what the claim says without one.
pub(super) fn depends(held: &Held<'_>) -> Option<usize> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let mut conditions = held.tokens.clone().filter(|&i| is_condition(text, i)).peekable();
    conditions.peek()?;
    // What "must" or "can" be so is a rule, with whatever conditions.
    let rule = |i: usize| matches!(claim.folded(i), "can" | "may" | "must");
    if held.phrasing.tokens().any(|i| is_condition(claim, i) || rule(i)) {
        return None;
    }
    let predicate = grammar::claimed(held);
    let mut pairs = held.alignment.pairs(held.phrasing);
    let (_, said) = match predicate {
        Some(predicate) => pairs.find(|&(p, _)| p == predicate)?,
        None => pairs.last()?,
    };
    conditions.find(|&i| {
        let Some(sentence) = held.sentence_of(i) else { return false };
        let mut main = main_clause(text, &sentence, i);
        if text.folded(i) == "until" {
            after(text, &sentence, i).contains(&said) && main.any(|i| is_open(text, i))
        } else {
            let modal = said.saturating_sub(MODAL_REACH).max(main.start)..said;
            main.contains(&said) && modal.into_iter().any(|i| is_open(text, i))
        }
    })
}

fn is_condition(document: &Document, at: usize) -> bool {
    let before = || at.checked_sub(1).map_or("", |before| document.folded(before));
    match document.folded(at) {
        // "Even if" it does, "as if" it did, "asked if" it had.
        "if" => !matches!(before(), "even" | "as" | "what") && !is_asked(before()),
        "unless" => true,
        "until" => before() != "not",
        "provided" => document.folded_or_empty(at + 1) == "that",
        _ => false,
    }
}

fn is_asked(word: &str) -> bool {
    matches!(
        english::stem(word).as_ref(),
        "ask" | "check" | "decid" | "determin" | "find" | "know" | "see" | "sure" | "tell" | "wonder"
    )
}

/// What a condition at `at` belongs to: what stands before it, or after its comma where it comes first.
fn main_clause(document: &Document, sentence: &Range<usize>, at: usize) -> Range<usize> {
    let comma = |mut tokens: Range<usize>| tokens.find(|&i| document.folded(i) == ",");
    let words =
        (sentence.start..at).any(|i| document.tokens()[i].kind == TokenKind::Word && !opens(document, i));
    if !words {
        return comma(at..sentence.end).map_or(at..at, |comma| comma + 1..sentence.end);
    }
    sentence.start..at
}

/// What stands after a word up to the next mark.
fn after(document: &Document, sentence: &Range<usize>, at: usize) -> Range<usize> {
    let end =
        (at..sentence.end).find(|&i| matches!(document.folded(i), "," | ";" | ".")).unwrap_or(sentence.end);
    at + 1..end
}

/// Words before a clause that say nothing: "But if".
fn opens(document: &Document, at: usize) -> bool {
    matches!(document.folded(at), "and" | "but" | "so" | "only" | "that")
}

/// Whether the word at `at` leaves to the future what follows, or to chance.
fn is_open(document: &Document, at: usize) -> bool {
    let word = document.folded(at);
    matches!(
        word,
        "can" | "could" | "may" | "might" | "must" | "shall" | "should" | "will" | "would" | "won't"
    ) || word.ends_with("'ll")
}
