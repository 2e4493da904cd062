//! How telling the words of a phrasing are.

use crate::english;
use crate::text::{Case, Document, TokenKind, WordSet};

/// Words with which outlets and claims report rather than say: they count for little.
static REPORTING: WordSet = WordSet::of(&[
    "accord",
    "add",
    "announc",
    "articl",
    "believ",
    "claim",
    "confirm",
    "declar",
    "describ",
    "disclos",
    "express",
    "find",
    "inform",
    "mention",
    "news",
    "note",
    "observ",
    "offici",
    "official",
    "publish",
    "reaffirm",
    "remark",
    "report",
    "reveal",
    "review",
    "say",
    "show",
    "source",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "state",
    "statement",
    "suggest",
    "tell",
]);

/// Words for anyone and anything: they count for little as well.
static GENERIC: WordSet = WordSet::of(&[
    "amount", "case", "compani", "instead", "kind", "number", "peopl", "person", "thing", "time", "total",
    "way",
]);

/// Verbs that say little where a noun after them tells what happened: "has seen a decrease", "took a look".
static LIGHT_VERBS: WordSet =
    WordSet::of(&["experi", "give", "have", "make", "see", "suffer", "take", "undergo"]);

/// Verbs that only lead to a figure: "came *to* £12,000", "stood *at* 5%". With the word that follows them.
const LEADING: [(&str, &str); 4] = [("amount", "to"), ("come", "to"), ("stand", "at"), ("stood", "at")];

/// Whether a word (folded) is one with which outlets and claims report rather than say.
#[must_use]
pub fn is_reporting(word: &str) -> bool {
    REPORTING.contains(&english::stem(word))
}

/// Nouns that with the words around them only join one thing to another: "as a *result* of", "in *order* to".
const JOINING: [(&str, &str, &str); 14] = [
    ("account", "on", "of"),
    ("addition", "in", "to"),
    ("aftermath", "the", "of"),
    ("behalf", "on", "of"),
    ("connection", "in", "with"),
    ("consequence", "a", "of"),
    ("course", "the", "of"),
    ("event", "the", "of"),
    ("order", "in", "to"),
    ("result", "a", "of"),
    ("spite", "in", "of"),
    ("terms", "in", "of"),
    ("time", "the", "of"),
    ("wake", "the", "of"),
];

/// Whether a token only joins what stands before it to what comes after.
fn connects(document: &Document, token: usize) -> bool {
    let before = token.checked_sub(1).map_or("", |i| document.folded(i));
    let around = (document.folded(token), before, document.folded_or_empty(token + 1));
    JOINING.binary_search(&around).is_ok()
}

/// Whether a token is a verb that only leads to a figure.
fn leads_to_figure(document: &Document, token: usize) -> bool {
    let stem = english::stem(document.folded(token));
    let figure = document
        .tokens()
        .get(token + 2)
        .is_some_and(|next| matches!(next.kind, TokenKind::Number | TokenKind::Symbol));
    figure && LEADING.binary_search(&(stem.as_ref(), document.folded_or_empty(token + 1))).is_ok()
}

/// How telling a token is: nothing for punctuation, titles and function words, little for what everyone writes, about 1 for
/// what hardly anyone does.
pub(super) fn weight(document: &Document, token: usize, in_name: bool) -> f64 {
    if !in_name && english::carries_particle(document, token) {
        return 0.0;
    }
    let folded = english::said_by_particle(document, token).unwrap_or_else(|| document.folded(token));
    let found = &document.tokens()[token];
    let skipped = found.kind != TokenKind::Word
        || (!in_name && english::is_function_word(folded) && found.case != Case::Upper)
        || folded.chars().count() < 2;
    if skipped {
        return 0.0;
    }
    if in_name {
        return 1.0;
    }
    // Zipf 6.6 is "about", 3.6 "mentoring": between the two the weight falls from 1 to its least.
    let rarity = english::zipf(folded).map_or(1.0, |zipf| ((6.6 - zipf) / 3.0).clamp(0.1, 1.0));
    let stem = english::stem(folded);
    let light = || LIGHT_VERBS.contains(&stem) && matches!(document.folded_or_empty(token + 1), "a" | "an");
    if connects(document, token) {
        return 0.0;
    }
    let dull =
        REPORTING.contains(&stem) || GENERIC.contains(&stem) || light() || leads_to_figure(document, token);
    if dull { 0.3 * rarity } else { rarity }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted() {
        assert!(JOINING.is_sorted() && LEADING.is_sorted());
    }
}
