//! Words of a phrasing that are no part of what it claims: who says so, and which of several namesakes is meant.

use std::ops::Range;

use crate::english::{self, Voice};
use crate::text::{Case, Document, TokenKind, WordSet};

/// Verbs that end what tells who says so behind a comma: "..., officials confirm".
static TOLD_LAST: WordSet = WordSet::of(&[
    "added",
    "adds",
    "announced",
    "announces",
    "confirm",
    "confirmed",
    "confirms",
    "notes",
    "report",
    "reported",
    "warn",
    "warned",
    "warns",
    "wrote",
]);

/// Whether the last two words are of something written and what it says: "..., new poll *shows*".
fn tells_of_writing(document: &Document, words: Range<usize>) -> bool {
    let (noun, verb) = (words.end - 2, words.end - 1);
    english::voice(document.folded(noun)) == Some(Voice::Writing)
        && matches!(document.folded(verb), "finds" | "found" | "reveals" | "showed" | "shows" | "suggests")
}

/// How many tokens tell who says so at most.
const LEAD: usize = 6;

/// The words of "Police: ...", "officials say ..." or "..., police say" that only tell who says so; empty where there are
/// none.
pub(super) fn attribution(document: &Document) -> Range<usize> {
    let end = document.tokens().len();
    let says =
        |i: usize| matches!(document.folded(i), "say" | "says" | "said" | "told" | "finds" | "reports");
    let mark = |i: usize, mark: &str| {
        document.tokens()[i].kind == TokenKind::Punctuation && document.folded(i) == mark
    };
    let last = end - usize::from(end > 0 && mark(end - 1, "."));
    if let Some(colon) = (1..end.min(1 + LEAD)).find(|&i| mark(i, ":")).filter(|&colon| colon + 3 < end) {
        return 0..colon;
    }
    if let Some(verb) = (1..end.min(1 + LEAD)).find(|&i| says(i)).filter(|&verb| verb + 3 < end) {
        return 0..verb + 1;
    }
    let tail = (last.saturating_sub(LEAD + 1)..last).rev().find(|&i| mark(i, ","));
    match tail {
        Some(comma) if comma > 3 && (comma + 1..last).any(says) => comma..last,
        Some(comma) if comma > 3 && last > comma + 2 && tells_of_writing(document, comma + 1..last) => {
            comma..last
        }
        Some(comma) if comma > 3 && last > comma + 2 && TOLD_LAST.contains(document.folded(last - 1)) => {
            comma..last
        }
        _ => end..end,
    }
}

/// How many words tell namesakes apart in brackets at most.
const QUALIFIER: usize = 3;

/// The words in brackets by which an encyclopaedia tells namesakes apart, which nobody else says: "Hush (*2016 film*)"; empty where
/// there are none.
pub(super) fn qualifier(document: &Document) -> Range<usize> {
    let end = document.tokens().len();
    let is_named = |i: usize| document.tokens()[i].is_word() && document.tokens()[i].case != Case::Lower;
    let qualifies = |i: usize| {
        let token = &document.tokens()[i];
        let year = token.kind == TokenKind::Number && document.folded(i).len() == 4;
        year || token.is_word() && token.case == Case::Lower && english::is_content_word(document, i)
    };
    let open = (1..end).find(|&i| document.folded(i) == "(" && is_named(i - 1));
    let words = open.map(|open| open + 1..(open + 1..end).find(|&i| !qualifies(i)).unwrap_or(end));
    let closed = words.filter(|words| {
        let bracket = document.folded_or_empty(words.end) == ")";
        let kind = document.tokens().get(words.end - 1).is_some_and(|last| last.is_word());
        bracket && kind && (1..=QUALIFIER).contains(&words.len())
    });
    closed.unwrap_or(end..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_after_a_name_tell_namesakes_apart() {
        for (text, expected) in [
            ("Hush (2016 film) was written by Kate Holm", "2016 film"),
            ("Robert Palm (writer) lives in Hull", "writer"),
            ("Hull (not Leeds) won", ""),
            ("The plan (2016 budget) failed", ""),
            ("Robert Palm (46) lives in Hull", ""),
            ("Robert Palm (a very tall writer) lives in Hull", ""),
        ] {
            let document = Document::new(text);
            assert_eq!(document.words(qualifier(&document)), expected, "{text}");
        }
    }
}
