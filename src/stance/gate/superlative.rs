//! Superlatives: "largest", "worst", and whether somebody is ranked by one.

use crate::text::{Document, WordSet};

/// Whether a word (folded) is a superlative: "largest", "worst".
pub(super) fn is_superlative(word: &str) -> bool {
    matches!(word, "best" | "worst" | "most" | "least")
        || word.len() > 4 && word.ends_with("est") && !NO_SUPERLATIVES.contains(word)
}

/// Words in "-est" that are no superlatives.
static NO_SUPERLATIVES: WordSet = WordSet::of(&[
    "arrest",
    "attest",
    "behest",
    "conquest",
    "contest",
    "detest",
    "digest",
    "divest",
    "earnest",
    "forest",
    "guest",
    "harvest",
    "honest",
    "infest",
    "ingest",
    "inquest",
    "interest",
    "invest",
    "manifest",
    "midwest",
    "modest",
    "molest",
    "northwest",
    "priest",
    "protest",
    "request",
    "southwest",
    "suggest",
    "tempest",
    "unrest",
    "utmost",
]);

/// Whether a superlative is a rank that somebody gives: "was ranked *the worst*", "named her as *the best*".
pub(super) fn is_ranked(document: &Document, superlative: usize) -> bool {
    let mut before = superlative.saturating_sub(RANK_REACH)..superlative;
    before.any(|i| {
        matches!(
            document.folded(i),
            "considered" | "deemed" | "judged" | "named" | "ranked" | "rated" | "voted"
        )
    })
}

/// How many tokens before a rank the verb stands at most that gives it: "*ranked* Bo Gart as the worst".
const RANK_REACH: usize = 5;
