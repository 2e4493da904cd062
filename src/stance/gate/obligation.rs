//! What somebody has to do: an order says so, and not that it was done.

use std::ops::Range;

use crate::english;
use crate::stance::cue::Cue;
use crate::stance::held::Held;
use crate::text::{Document, WordSet};

use super::grammar;

/// Of whoever has to do what follows.
static OBLIGED: WordSet =
    WordSet::of(&["compelled", "forced", "instructed", "obliged", "ordered", "required"]);

/// Whether the claim says that something has to be done, which an order says as well: "*must* pay", "was *forced* to pay".
pub(super) fn obliges(held: &Held<'_>) -> bool {
    let claim = &held.phrasing.document;
    held.phrasing.tokens().any(|i| match claim.folded(i) {
        "must" => true,
        word if OBLIGED.contains(word) || matches!(word, "had" | "has" | "have" | "told") => {
            let verb = i + 2;
            claim.folded_or_empty(i + 1) == "to"
                && verb < held.phrasing.tokens().end
                && english::is_verb(claim, verb)
        }
        _ => false,
    })
}

/// Whether `words` say that somebody has to do what follows: "*was ordered* to pay", "*forced* to".
pub(super) fn is_obliged(document: &Document, words: &Range<usize>) -> bool {
    let verb = words.end.checked_sub(1).filter(|verb| words.contains(verb));
    words.clone().filter(|&i| english::is_content_word(document, i)).count() == 1
        && document.folded_or_empty(words.end) == "to"
        && verb.is_some_and(|verb| OBLIGED.contains(document.folded(verb)))
}

/// Whether a cue is an order: "was *ordered* to pay", "*has* to pay".
pub(super) fn is_order(document: &Document, cue: &Cue) -> bool {
    let word = document.folded(cue.tokens.start);
    matches!(word, "has" | "have" | "need" | "needs")
        || matches!(english::stem(word).as_ref(), "instruct" | "oblig" | "order" | "requir")
}

/// Whether the passage only says that it must be, where the claim says that it was: "*must* pay", "paid".
pub(super) fn only_must(held: &Held<'_>) -> bool {
    let claim = &held.phrasing.document;
    let verb = grammar::claimed(held);
    let must = |q: usize| q.checked_sub(1).is_some_and(|i| held.document().folded(i) == "must");
    let told = verb.filter(|&verb| english::is_past_form(claim.folded(verb)) && !obliges(held));
    told.is_some_and(|verb| held.weighted_pairs().any(|(p, q, _)| p == verb && must(q)))
}
