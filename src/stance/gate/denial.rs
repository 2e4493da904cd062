//! What a claim denies, and the passage does not: may the passage say the same by what it does say?

use std::ops::Range;

use crate::english;
use crate::stance::cue::Cue;
use crate::stance::held::Held;
use crate::text::{Document, WordSet};

use super::grammar::{self, Voice};
use super::negation::Negation;
use super::superlative;

/// Words by which a claim excepts something from what it denies: "was not released *outside* Japan".
static EXCEPTING: WordSet = WordSet::of(&[
    "apart",
    "besides",
    "beyond",
    "but",
    "else",
    "elsewhere",
    "except",
    "excluding",
    "longer",
    "other",
    "outside",
    "than",
]);

/// Whether the claim denies something of all but some, or before a time, so that a passage may say it of these: "no brewery is older
/// *than* Orde's", "Orde's is the oldest".
pub(super) fn is_of_all_others(held: &Held<'_>, cue: &Cue) -> bool {
    let claim = &held.phrasing.document;
    // "Before 1974": of later it says nothing.
    let valued = |i: usize| held.phrasing.mentions.iter().any(|mention| mention.tokens.contains(&i));
    let excepts = |i: usize| {
        !valued(i) && EXCEPTING.contains(claim.folded(i))
            || matches!(claim.folded(i), "before" | "until" | "till")
    };
    (cue.tokens.end..held.phrasing.tokens().end).any(excepts)
}

/// Words by which a passage says that something failed, of those who were to suffer it: "*survived* the vote".
static WITHSTANDS: WordSet = WordSet::of(&[
    "averted",
    "avoided",
    "beat",
    "blocked",
    "defeated",
    "escaped",
    "foiled",
    "overcame",
    "prevented",
    "rejected",
    "repelled",
    "resisted",
    "stopped",
    "survived",
    "survives",
    "thwarted",
    "withstood",
]);

/// Whether the claim says that something failed, and the passage that somebody withstood it.
pub(super) fn is_undone(held: &Held<'_>, claim: &Negation<'_>) -> bool {
    let failed = matches!(claim.words, "fail" | "failed" | "fails" | "failing" | "failure");
    failed && held.tokens.clone().any(|i| WITHSTANDS.contains(held.document().folded(i)))
}

/// Whether one side tells of the first or the most, and the other denies it of all others: "the *first* woman to lead it", "no woman
/// has led it *before*".
pub(super) fn compares_with_all_others(held: &Held<'_>) -> bool {
    let outdoes = |document: &Document, mut tokens: Range<usize>| {
        tokens.any(|i| {
            let word = document.folded(i);
            // "Only after the blast" is not the only one.
            let only = word == "only" && english::is_content_word(document, i + 1);
            // "The first half of 2023" is a time.
            let first = word == "first"
                && !matches!(document.folded_or_empty(i + 1), "half" | "nine" | "quarter" | "six" | "three");
            first || word == "sole" || only || superlative::is_superlative(word)
        })
    };
    let others = |document: &Document, mut tokens: Range<usize>| {
        tokens.any(|i| {
            let next = document.folded_or_empty(i + 1);
            match document.folded(i) {
                "before" => matches!(next, "" | "." | "," | "her" | "him" | "it" | "that" | "them"),
                "else" | "ever" | "other" | "previously" | "since" => true,
                _ => false,
            }
        })
    };
    let (claim, text) = (&held.phrasing.document, held.document());
    let (ours, theirs) = (held.phrasing.tokens(), held.tokens.clone());
    match (outdoes(claim, ours.clone()), outdoes(text, theirs.clone())) {
        (true, false) => others(text, theirs),
        (false, true) => others(claim, ours),
        _ => false,
    }
}

/// Whether what the claim says was done to nobody is done, in the passage, to others than those of whom the claim speaks: "none of the
/// passengers was injured", "a train with 310 passengers hit a tree, *injuring the driver*".
pub(super) fn is_done_to_others(held: &Held<'_>) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let Some(told) = grammar::claimed(held) else { return false };
    let Some((_, verb)) = held.alignment.pairs(held.phrasing).find(|&(p, _)| p == told) else { return false };
    if grammar::voice(claim, told) != Voice::Passive || grammar::voice(text, verb) == Voice::Passive {
        return false;
    }
    let object = grammar::phrase_after(text, verb, held.tokens.end);
    let mut words = object.filter(|&i| english::is_content_word(text, i)).peekable();
    words.peek().is_some() && !words.any(|i| held.is_aligned(i))
}

/// Stems of verbs that say by themselves that something is not so.
static ABSENCE: WordSet = WordSet::of(&["avoid", "lack", "lose", "lost", "miss", "omit", "skip"]);

/// Whether the claim itself says by its verb that somebody or something is not there, as the passage may by a "without": "will *miss* six
/// weeks", "will be *without* her for six weeks".
pub(super) fn is_of_absence(held: &Held<'_>) -> bool {
    let claim = &held.phrasing.document;
    let verb = grammar::claimed(held);
    verb.is_some_and(|verb| ABSENCE.contains(&english::stem(claim.folded(verb))))
        && held
            .cues()
            .iter()
            .any(|cue| cue.negates() && held.document().folded(cue.tokens.start) == "without")
}
