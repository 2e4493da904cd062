//! Grammar as far as it is plain to see without a parser: of whom a verb is told, and whether they do it or have it done to them.

use std::ops::Range;

use crate::english;
use crate::matcher::is_reporting;
use crate::stance::held::Held;
use crate::text::{Case, Document, TokenKind, WordSet};

pub(super) use super::voice::{Voice, voice};

/// How many tokens a phrase has at most, what follows its noun included.
pub(super) const PHRASE: usize = 14;

/// How far after a verb its "by" stands at most.
pub(super) const BY_REACH: usize = 6;

/// Words that part a noun from what only tells more of it: "the roof *of* the church", "police *in* Leeds".
static PREPOSITIONS: WordSet = WordSet::of(&[
    "about", "after", "against", "among", "at", "behind", "between", "by", "during", "for", "from", "in",
    "into", "near", "of", "on", "over", "to", "under", "with",
]);

/// Whether a noun (folded) with "of" is what it is of: "the *city* of Leeds".
pub(super) fn is_namesake(noun: &str) -> bool {
    NAMESAKES.contains(noun)
}

/// Words before which a phrase begins.
static BOUNDS: WordSet = WordSet::of(&[
    "although", "as", "because", "before", "but", "how", "if", "once", "since", "so", "than", "that", "then",
    "though", "unless", "until", "what", "when", "where", "whether", "which", "while", "who", "whom",
    "whose", "why",
]);

/// Nouns with "of" that are what they are of: "the city of Leeds", "a series of storms".
#[rustfmt::skip]
static NAMESAKES: WordSet = WordSet::of(&[
    "all", "amount", "area", "array", "average", "bag", "bags", "barrel", "barrels", "bottle",
    "bottles", "box", "boxes", "bulk", "city", "class", "cloud", "copies", "council", "country",
    "county", "couple", "crop", "crowd", "department", "district", "dozen", "dozens", "each",
    "every", "family", "flurry", "gallon", "gallons", "gang", "generation", "government", "group",
    "half", "handful", "herd", "host", "hundreds", "inch", "inches", "island", "kilo", "kilos",
    "kind", "kingdom", "litre", "litres", "lot", "majority", "member", "members", "meter", "meters",
    "metre", "metres", "mile", "miles", "ministry", "most", "none", "number", "pack", "page",
    "pages", "pair", "parliament", "party", "people", "piece", "pieces", "platoon", "pound",
    "pounds", "province", "quarter", "range", "region", "rest", "score", "sea", "series", "share",
    "slice", "slices", "sort", "spate", "state", "string", "swarm", "team", "third", "thousands",
    "ton", "tonne", "tonnes", "tons", "total", "town", "type", "variety", "village", "wave",
    "whole",
]);

/// How far after its "is" what somebody or something is stands at most: "is a rising *star*".
const COMPLEMENT: usize = 4;

/// What a sentence says of its subject: its first verb that says something, or what follows its "is".
pub(super) fn predicate(document: &Document, within: &Range<usize>) -> Option<usize> {
    // "Manchester United" is united by nobody.
    let small = |i: usize| i == within.start || document.tokens()[i].case == Case::Lower;
    let verb_from = |from: usize| (from..within.end).find(|&i| english::is_verb(document, i) && small(i));
    let said_from = |verb: usize| {
        let says = english::is_content_word(document, verb);
        let small = |i: usize| is_auxiliary(document, i) || is_adverb(document, i);
        if says { Some(verb) } else { (verb + 1..within.end).find(|&i| !small(i)) }
    };
    let verb = verb_from(within.start)?;
    // "The teacher *who was sacked* sued the school."
    let relative = verb.checked_sub(1).is_some_and(|i| matches!(document.folded(i), "who" | "which"));
    let verb = if relative { verb_from(said_from(verb)? + 1).unwrap_or(verb) } else { verb };
    said_from(verb).filter(|&said| english::is_content_word(document, said))
}

/// The same of the claim, worked out once.
pub(super) fn claimed(held: &Held<'_>) -> Option<usize> {
    let phrasing = held.phrasing;
    *phrasing.predicate.get_or_init(|| predicate(&phrasing.document, &phrasing.tokens()))
}

/// How far after a form of "to be" the noun stands that tells a state: "was *on police bail*".
const STATE: usize = 3;

/// The word that decides what is said: the predicate, of what is found or said that of what follows, or the noun of a state: "found
/// that it was *preventable*", "was on *bail*".
pub(super) fn what_is_said(document: &Document, within: &Range<usize>) -> Option<usize> {
    let said = predicate(document, within);
    let that = said
        .filter(|&said| is_reporting(document.folded(said)))
        .and_then(|said| (said + 1..within.end.min(said + 3)).find(|&i| document.folded(i) == "that"));
    if let Some(that) = that {
        return what_is_said(document, &(that + 1..within.end)).or(said);
    }
    said.or_else(|| {
        let copula = within.clone().find(|&i| is_copula(document, i))?;
        let limit = within.end.min(copula + 2 + STATE);
        let led = PREPOSITIONS.contains(document.folded_or_empty(copula + 1));
        led.then(|| (copula + 2..limit).find(|&i| english::is_content_word(document, i))).flatten()
    })
}

/// How many small words stand at most between a preposition and its noun: "the strike *at the old* port".
const LED: usize = 3;

/// The noun that the phrase ending with `last` is of: "the *strike* at the port".
pub(super) fn head_before(document: &Document, start: usize, last: usize) -> usize {
    let is_word = |i: &usize| document.tokens()[*i].is_word();
    let mut head = last;
    while let Some(preposition) = (head.saturating_sub(LED + 1).max(start)..head)
        .rev()
        .take_while(is_word)
        .find(|&i| is_preposition(document, i))
    {
        // "*In May*, exports fell."
        match preposition.checked_sub(1).filter(|i| *i >= start && is_word(i)) {
            Some(noun) => head = noun,
            None => return last,
        }
    }
    head
}

/// Whether a sentence tells of the past by its first verb.
pub(super) fn is_past(document: &Document, within: &Range<usize>) -> bool {
    within.clone().find(|&i| english::is_verb(document, i)).is_some_and(|verb| {
        let word = document.folded(verb);
        matches!(word, "was" | "were" | "had" | "did") || english::is_past_form(word)
    })
}

/// Whether the word at `at` is a verb that says something, or what follows an "is".
pub(super) fn is_predicate(document: &Document, at: usize) -> bool {
    let led = |i: usize| PREPOSITIONS.contains(document.folded(i)) || !document.tokens()[i].is_word();
    english::is_verb(document, at)
        || (at.saturating_sub(COMPLEMENT)..at)
            .rev()
            .take_while(|&i| {
                !(led(i) || english::is_verb(document, i) && english::is_content_word(document, i))
            })
            .any(|i| is_auxiliary(document, i))
}

/// Whether the word at `at` is a verb that something is told by, or follows an "is".
pub(super) fn is_told(document: &Document, at: usize) -> bool {
    english::is_verb(document, at)
        || (0..at).rev().find(|&i| !is_adverb(document, i)).is_some_and(|i| is_auxiliary(document, i))
}

/// How many tokens such a phrase has at most.
const FOLLOWING: usize = 5;

/// What directly follows the verb or preposition at `at`, up to the next preposition or sign: whom or what it is done to, or led to.
pub(super) fn phrase_after(document: &Document, at: usize, end: usize) -> Range<usize> {
    let ends =
        |i: &usize| document.tokens()[*i].kind == TokenKind::Punctuation || is_preposition(document, *i);
    let end = end.min(at + 1 + FOLLOWING).max(at + 1);
    at + 1..(at + 1..end).find(ends).unwrap_or(end)
}

/// The phrase after the `preposition` at `at`.
pub(super) fn after(
    document: &Document,
    within: &Range<usize>,
    at: usize,
    preposition: &str,
) -> Option<Range<usize>> {
    if at >= within.end || document.folded(at) != preposition {
        return None;
    }
    let ends = |i: &usize| {
        document.tokens()[*i].kind == TokenKind::Punctuation
            || is_bound(document, *i)
            // "By *increases*": what stands first is no verb.
            || *i > at + 1 && english::is_verb(document, *i)
            || matches!(document.folded(*i), "and" | "or")
            || PREPOSITIONS.contains(document.folded(*i))
    };
    let limit = within.end.min(at + 1 + PHRASE);
    let end = (at + 1..limit).find(ends).unwrap_or(limit);
    (at + 1..end).any(|i| english::is_content_word(document, i)).then_some(at + 1..end)
}

/// A phrase without the one to whom what it names belongs: "the minister's *wife*".
pub(super) fn owned(document: &Document, phrase: &Range<usize>) -> Range<usize> {
    let end = phrase.end.saturating_sub(1);
    // "Members *of* the nurses' union".
    let of = |i: &usize| document.folded(*i) == "of" && *i > 0 && is_namesake(document.folded(i - 1));
    let end = (phrase.start..end).find(of).unwrap_or(end);
    let owner = (phrase.start..end).rev().find(|&i| document.is_possessive(i));
    owner.map_or(phrase.start, |owner| owner + 1)..phrase.end
}

/// Whether the word at `at` is a verb by which something is reported: "said", "claims".
pub(super) fn says_so(document: &Document, at: usize) -> bool {
    let word = document.folded(at);
    is_reporting(word) && (english::is_verb(document, at) || matches!(word, "claim" | "report" | "say"))
}

/// Whether a token says something by itself: a number, or a word of no closed class.
pub(super) fn says(document: &Document, at: usize) -> bool {
    document.tokens()[at].kind == TokenKind::Number || english::is_content_word(document, at)
}

/// Whether the word parts a noun from what only tells more of it.
pub(super) fn is_preposition(document: &Document, at: usize) -> bool {
    PREPOSITIONS.contains(document.folded_or_empty(at))
}

/// Whether the word says what its subject is.
pub(super) fn is_copula(document: &Document, at: usize) -> bool {
    matches!(document.folded_or_empty(at), "is" | "was" | "are" | "were" | "became" | "becomes")
}

/// Whether a phrase begins behind the word.
pub(super) fn is_bound(document: &Document, at: usize) -> bool {
    BOUNDS.contains(document.folded(at))
}

/// Whether the word only helps a verb: "has", "will".
pub(super) fn is_auxiliary(document: &Document, at: usize) -> bool {
    english::is_function_word(document.folded(at)) && english::is_verb(document, at)
}

/// Whether the word only says how or when: "quickly", "already".
pub(super) fn is_adverb(document: &Document, at: usize) -> bool {
    let word = document.folded(at);
    word.ends_with("ly")
        || matches!(
            word,
            "again"
                | "also"
                | "already"
                | "even"
                | "ever"
                | "far"
                | "finally"
                | "first"
                | "just"
                | "never"
                | "not"
                | "now"
                | "often"
                | "once"
                | "so"
                | "soon"
                | "still"
                | "then"
                | "twice"
        )
}
