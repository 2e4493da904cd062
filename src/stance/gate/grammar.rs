//! Grammar as far as it is plain to see without a parser: of whom a verb is told, and whether they do it or have it done to them.

use std::ops::Range;

use crate::english;
use crate::matcher::is_reporting;
use crate::text::{Case, Document, TokenKind, WordSet};

pub(super) use super::voice::{Voice, voice};

/// How many tokens a phrase has at most, what follows its noun included.
const PHRASE: usize = 14;

/// How far after a verb its "by" stands at most.
pub(super) const BY_REACH: usize = 6;

/// Words that part a noun from what only tells more of it: "the roof *of* the church", "police *in* Leeds".
static PREPOSITIONS: WordSet = WordSet::of(&[
    "about", "after", "against", "among", "at", "behind", "between", "by", "during", "for", "from", "in",
    "into", "near", "of", "on", "over", "to", "under", "with",
]);

/// Words before which a phrase begins.
static BOUNDS: WordSet = WordSet::of(&[
    "although", "as", "because", "before", "but", "if", "once", "since", "so", "than", "that", "then",
    "though", "unless", "until", "when", "where", "whether", "which", "while", "who", "whom", "whose",
]);

/// Nouns with "of" that are what they are of: "the city of Leeds", "a series of storms".
#[rustfmt::skip]
static NAMESAKES: WordSet = WordSet::of(&[
    "all", "amount", "area", "array", "average", "bulk", "city", "class", "cloud", "council",
    "country", "county", "couple", "crop", "crowd", "department", "district", "dozen", "dozens",
    "each", "every", "family", "flurry", "gang", "generation", "government", "group", "half",
    "handful", "herd", "host", "hundreds", "inch", "inches", "island", "kind", "kingdom", "litre",
    "litres", "lot", "majority", "member", "members", "meter", "meters", "metre", "metres", "mile",
    "miles", "ministry", "most", "none", "number", "pack", "pair", "parliament", "party", "people",
    "platoon", "province", "quarter", "range", "region", "rest", "score", "sea", "series", "share",
    "sort", "spate", "state", "string", "swarm", "team", "third", "thousands", "ton", "tonne",
    "tonnes", "tons", "total", "town", "type", "variety", "village", "wave", "whole",
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

/// The nouns, each with what stands before it, of which `verb` is told; `None` where they are not plain to see.
pub(super) fn subjects(document: &Document, within: &Range<usize>, verb: usize) -> Option<Vec<Range<usize>>> {
    let last = (within.start..verb).rev().find(|&i| !is_auxiliary(document, i) && !is_adverb(document, i))?;
    phrases_until(document, within, last + 1, DEPTH)
}

/// How many clauses and appositions deep a subject is looked for: "X, a rival of Y, which owned Z, has".
const DEPTH: usize = 4;

/// The phrases that end before `end`: two where they are joined, or where one says more of the other.
fn phrases_until(
    document: &Document,
    within: &Range<usize>,
    end: usize,
    depth: usize,
) -> Option<Vec<Range<usize>>> {
    let depth = depth.checked_sub(1)?;
    let last = end.checked_sub(1).filter(|&last| last >= within.start)?;
    match document.folded(last) {
        _ if is_relative(document, last) => return antecedents(document, within, last, depth),
        "," => return set_apart(document, within, last, depth),
        _ if !english::is_content_word(document, last) => return None,
        _ => {}
    }
    let floor = within.start.max(last.saturating_sub(PHRASE));
    let stop = (floor..last).rev().find(|&i| stops(document, i));
    // "The reporter *who exposed* the mayor has", "the teacher *who was sacked* sued": it is told of the first.
    let verbs = [Some(last), stop].into_iter().flatten();
    if let Some(relative) = verbs.into_iter().find_map(|verb| relative_of(document, within, verb)) {
        return phrases_until(document, within, relative + 1, depth);
    }
    // "The house *where the poet lived* was sold": whose, is not plain.
    let hidden = |i: usize| matches!(document.folded(i), "whose" | "where" | "whom");
    if english::is_verb(document, last)
        || (floor..last).rev().take_while(|&i| document.folded(i) != ",").any(hidden)
    {
        return None;
    }
    let start = stop.map_or(floor, |stop| stop + 1);
    // "Bribes taken by the mayor": what is cut off is not all of it.
    let led = PREPOSITIONS.contains(document.folded(start));
    let cut = floor > within.start && start == floor;
    let joins = |i: usize| matches!(document.folded(i), "and" | "or");
    if led || cut || joins(start) {
        return None;
    }
    // "X, a composer who", "X is a dance originating in": what is told of one is told of the other.
    let mut phrases = match stop {
        Some(comma) if document.folded(comma) == "," => {
            let before = phrases_until(document, within, comma, depth).unwrap_or_default();
            before.into_iter().chain(noun_before(document, within, comma)).collect()
        }
        Some(is) if is_copula(document, is) => phrases_until(document, within, is, depth)?,
        _ => Vec::new(),
    };
    let mut from = start;
    for and in (start..end).filter(|&i| joins(i)).chain([end]) {
        phrases.extend(phrase(document, &(from..and)));
        from = and + 1;
    }
    (!phrases.is_empty()).then_some(phrases)
}

/// Whether a phrase ends before the token, read backwards.
fn stops(document: &Document, at: usize) -> bool {
    let parts = document.tokens()[at].kind == TokenKind::Punctuation;
    parts && !matches!(document.folded(at), "-" | "/")
        || is_bound(document, at)
        || english::is_verb(document, at)
}

/// Whom the "who" or "which" at `relative` means: "no one from *the chapel*, which was built in 1720".
fn antecedents(
    document: &Document,
    within: &Range<usize>,
    relative: usize,
    depth: usize,
) -> Option<Vec<Range<usize>>> {
    let comma = relative.checked_sub(1).is_some_and(|i| document.folded(i) == ",");
    let end = relative - usize::from(comma);
    let phrases = phrases_until(document, within, end, depth).unwrap_or_default();
    let phrases: Vec<_> = phrases.into_iter().chain(noun_before(document, within, end)).collect();
    (!phrases.is_empty()).then_some(phrases)
}

/// What stands before what two commas set apart, and that itself where it is a phrase: "*X*, *a rival of Y*,".
fn set_apart(
    document: &Document,
    within: &Range<usize>,
    close: usize,
    depth: usize,
) -> Option<Vec<Range<usize>>> {
    let open = (within.start..close).rev().find(|&i| document.folded(i) == ",")?;
    let mut phrases = phrases_until(document, within, open, depth)?;
    let tells = |i: &usize| english::is_verb(document, *i) || is_bound(document, *i);
    let end = (open + 1..close).find(tells).unwrap_or(close);
    phrases.extend(phrase(document, &(open + 1..end)));
    Some(phrases)
}

/// The words that say something right before `end`.
fn noun_before(document: &Document, within: &Range<usize>, end: usize) -> Option<Range<usize>> {
    let noun = (within.start..end).rev().take_while(|&i| english::is_content_word(document, i)).last();
    noun.map(|noun| noun..end)
}

/// The "who" or "which" of which `verb` is told, where it is one's.
fn relative_of(document: &Document, within: &Range<usize>, verb: usize) -> Option<usize> {
    let small = |i: usize| is_auxiliary(document, i) || is_adverb(document, i);
    let before =
        (within.start..verb).rev().find(|&i| !small(i)).filter(|_| english::is_verb(document, verb))?;
    is_relative(document, before).then_some(before)
}

/// Whether the word stands for the noun before it: "who", "which", and "the law *that* banned it", but not "said that".
fn is_relative(document: &Document, at: usize) -> bool {
    match document.folded(at) {
        "who" | "which" => true,
        "that" => at
            .checked_sub(1)
            .is_some_and(|i| english::is_content_word(document, i) && !english::is_verb(document, i)),
        _ => false,
    }
}

/// The noun of a phrase with what stands before it, without what follows; with that, too, where it is the same.
fn phrase(document: &Document, tokens: &Range<usize>) -> Option<Range<usize>> {
    let preposition = tokens.clone().find(|&i| PREPOSITIONS.contains(document.folded(i)));
    let end = preposition.unwrap_or(tokens.end);
    let of = preposition.is_some_and(|i| document.folded(i) == "of");
    let Some(head) = (tokens.start..end).rev().find(|&i| english::is_content_word(document, i)) else {
        // "25% of the nurses", "one of them".
        return of.then(|| tokens.clone());
    };
    let whole =
        of && (document.tokens()[head].case != Case::Lower || NAMESAKES.contains(document.folded(head)));
    Some(tokens.start..if whole { tokens.end } else { end })
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
            || english::is_verb(document, *i)
            || matches!(document.folded(*i), "and" | "or")
            || PREPOSITIONS.contains(document.folded(*i))
    };
    let limit = within.end.min(at + 1 + PHRASE);
    let end = (at + 1..limit).find(ends).unwrap_or(limit);
    (at + 1..end).any(|i| english::is_content_word(document, i)).then_some(at + 1..end)
}

/// A phrase without the one to whom what it names belongs: "the minister's *wife*".
pub(super) fn owned(document: &Document, phrase: &Range<usize>) -> Range<usize> {
    let owns = |i: usize| {
        let written = document.words(i..i + 1);
        written.ends_with("'s") || written.ends_with("’s")
    };
    let end = phrase.end.saturating_sub(1);
    let owner = (phrase.start..end).rev().find(|&i| owns(i));
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
    PREPOSITIONS.contains(document.folded(at))
}

fn is_copula(document: &Document, at: usize) -> bool {
    matches!(document.folded(at), "is" | "was" | "are" | "were" | "became" | "becomes")
}

pub(super) fn is_bound(document: &Document, at: usize) -> bool {
    BOUNDS.contains(document.folded(at))
}

pub(super) fn is_auxiliary(document: &Document, at: usize) -> bool {
    english::is_function_word(document.folded(at)) && english::is_verb(document, at)
}

pub(super) fn is_adverb(document: &Document, at: usize) -> bool {
    let word = document.folded(at);
    word.ends_with("ly")
        || matches!(
            word,
            "also" | "already" | "even" | "ever" | "just" | "never" | "not" | "now" | "still" | "then"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subjects_as_far_as_they_are_plain() {
        let of = |text: &str, verb: &str| {
            let document = Document::new(text);
            let within = 0..document.tokens().len();
            let verb = within.clone().find(|&i| document.folded(i) == verb).unwrap_or(0);
            let phrases = subjects(&document, &within, verb).unwrap_or_default();
            phrases.into_iter().map(|phrase| document.words(phrase).to_owned()).collect::<Vec<_>>()
        };
        for (text, verb, expected) in [
            ("The son of Senator Doyle was arrested.", "arrested", vec!["The son"]),
            ("The city of Leeds has banned it.", "banned", vec!["The city of Leeds"]),
            (
                "Skybridge, the rival of Tolland Air, has ordered planes.",
                "ordered",
                vec!["Skybridge", "the rival"],
            ),
            (
                "The reporter who exposed the mayor has been honoured.",
                "honoured",
                vec!["The reporter", "reporter"],
            ),
            ("The army and the rebels in Kasombo agreed.", "agreed", vec!["The army", "the rebels"]),
            ("He said that a gang had set fire to it.", "set", vec!["a gang"]),
            ("They met and agreed.", "agreed", vec![]),
            ("Lord Ashby, whose dentist last saw him, has disappeared.", "disappeared", vec!["Lord Ashby"]),
        ] {
            assert_eq!(of(text, verb), expected, "{text}");
        }
    }
}
