//! Small words of the claim that a passage must bear out: that it is so *still*, of *most* of them, and *is* so, not once was.

use std::ops::Range;

use crate::english;
use crate::matcher::Answer;
use crate::stance::held::Held;
use crate::text::{Case, Document, TokenKind, WordSet};
use crate::value::{Kind, Mention, is_plural};

use super::{Effect, Found, Gate, basis, grammar, hedge, superlative};

/// Words for what goes on, or is so now.
static STILL: WordSet = WordSet::of(&[
    "are",
    "continue",
    "continued",
    "continues",
    "continuing",
    "has",
    "have",
    "is",
    "ongoing",
    "remain",
    "remained",
    "remaining",
    "remains",
    "still",
    "yet",
]);

/// Words for more than half.
static MOST: WordSet = WordSet::of(&[
    "all",
    "bulk",
    "each",
    "every",
    "everyone",
    "majority",
    "most",
    "mostly",
    "overwhelmingly",
]);

/// Half, in per cent.
const HALF: f64 = 50.0;

/// Words for what was before.
static ONCE: WordSet = WordSet::of(&["formerly", "once", "previously"]);

/// How far before what somebody is a "once" stands at most: "*once* the world's busiest port".
const ONCE_REACH: usize = 5;

/// Asks.
pub(super) fn ask(held: &Held<'_>) -> Option<Found> {
    let lack = |word: &str| {
        Found::new(Gate::Restriction, Effect::Lack, 0.6, format!("without the claim’s “{word}”"))
    };
    let found = without_still(held)
        .or_else(|| without_most(held))
        .or_else(|| without_qualifier(held))
        .or_else(|| without_faces(held));
    let found = found.map(str::to_owned).or_else(|| without_most_of_all(held)).map(|word| lack(&word));
    let another_period = || {
        let because = format!("“{}” instead", basis::another_period(held)?);
        Some(Found::new(Gate::Restriction, Effect::Block, 0.6, because))
    };
    found
        .or_else(another_period)
        .or_else(|| of_a_part(held))
        .or_else(|| of_some(held))
        .or_else(|| of_those_who(held))
        .or_else(|| {
            let once = was_once(held)?;
            Some(Found::new(Gate::Restriction, Effect::Block, 0.6, format!("“{once}” was so")))
        })
}

/// The claim says that it goes on: "is *still* missing", of one who was missing.
fn without_still(held: &Held<'_>) -> Option<&'static str> {
    let claim = &held.phrasing.document;
    let goes_on = held.phrasing.tokens().any(|i| claim.folded(i) == "still");
    let text = held.document();
    // "She still lives in Leeds", "she lives in Leeds".
    let present = |&(p, q): &(usize, usize)| {
        let verbs = english::is_verb(claim, p) && english::is_verb(text, q);
        verbs && english::is_content_word(text, q) && !english::is_past_form(text.folded(q))
    };
    let told = || {
        held.tokens.clone().any(|i| STILL.contains(text.folded(i)))
            || held.alignment.pairs(held.phrasing).any(|pair| present(&pair))
    };
    (goes_on && !told()).then_some("still")
}

/// Words that may say that something is the most of its kind, besides superlatives.
static UTMOST: WordSet = WordSet::of(&[
    "all",
    "any",
    "ever",
    "first",
    "leading",
    "never",
    "no",
    "none",
    "record",
    "second",
    "than",
    "third",
    "top",
    "unprecedented",
]);

/// The claim's superlative, where the passage has none: "the *biggest* buyer", of one who buys a large share.
fn without_most_of_all(held: &Held<'_>) -> Option<String> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let superlative = |i: usize| {
        let word = claim.folded(i);
        let led = i.checked_sub(1).map_or("", |before| claim.folded(before));
        let plain = !matches!(word, "best" | "least" | "most") && led != "at";
        let noun = || english::parts_of_speech(&english::stem(word)).contains('n');
        plain && superlative::is_superlative(word) && !noun()
    };
    let most = held.phrasing.tokens().find(|&i| superlative(i))?;
    let told = |i: usize| {
        let word = text.folded(i);
        let compared = superlative::is_superlative(word) || word.ends_with("er");
        compared || UTMOST.contains(word) || text.tokens()[i].kind == TokenKind::Number
    };
    (!held.tokens.clone().any(told)).then(|| claim.words(most..most + 1).to_owned())
}

/// Words for what may be at most: "*faces* up to 20 years", "the *maximum* is 20 years".
static POSSIBLY: WordSet = WordSet::of(&[
    "can",
    "carries",
    "carry",
    "could",
    "face",
    "faced",
    "faces",
    "facing",
    "maximum",
    "may",
    "might",
    "punishable",
    "up",
]);

/// The claim says what somebody faces at most, and the passage what he got.
fn without_faces(held: &Held<'_>) -> Option<&'static str> {
    let told = || held.tokens.clone().any(|i| POSSIBLY.contains(held.document().folded(i)));
    (hedge::faces_at_most(held) && !told()).then_some("faces")
}

/// Words that make another of whom or what they stand before: "the *former* mayor", "her *re*-election".
static QUALIFYING: WordSet =
    WordSet::of(&["acting", "anti", "deputy", "ex", "former", "interim", "pro", "re", "vice"]);

/// The claim has such a word before one of which the passage tells without it.
fn without_qualifier(held: &Held<'_>) -> Option<&'static str> {
    let claim = &held.phrasing.document;
    let words = held.phrasing.frame.iter().zip(&held.alignment.answers);
    let mut open = words.filter(|(word, answer)| **answer == Answer::Nothing && !word.name);
    open.find_map(|(word, _)| {
        let token = word.token?;
        let before = QUALIFYING.get(claim.folded(token))?;
        let hyphen = claim.folded_or_empty(token + 1) == "-";
        let next = token + 1 + usize::from(hyphen);
        // "The former year" is the last one.
        // "Interim *independent* reviewer" says more of which first.
        let last = !english::is_content_word(claim, next + 1) || english::is_verb(claim, next + 1);
        let person = || last && english::names_persons(claim.folded_or_empty(next));
        let whole = hyphen || !matches!(before, "anti" | "pro" | "re") && person();
        let answer = held.alignment.pairs(held.phrasing).find(|&(p, _)| p == next).map(|(_, q)| q)?;
        let lower = held.document().tokens()[answer].case == Case::Lower;
        (whole && lower).then_some(before)
    })
}

/// The claim is of most of them: "*most* teachers", of 48% of them.
fn without_most(held: &Held<'_>) -> Option<&'static str> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let of_them = |i: usize| {
        let before = i.checked_sub(1).map_or("", |i| claim.folded(i));
        let next = claim.folded_or_empty(i + 1);
        claim.folded(i) == "most"
            && !matches!(before, "at" | "the" | "her" | "his" | "its" | "their")
            && (next == "of" || is_plural(next))
    };
    let told = |mention: &&Mention| mention.value.kind == Kind::Proportion && mention.value.core.low > HALF;
    let is_told =
        || held.tokens.clone().any(|i| MOST.contains(text.folded(i))) || held.mentions().iter().any(told);
    (held.phrasing.tokens().any(of_them) && !is_told()).then_some("most")
}

/// Words for all of them, and for some of them only.
static ALL: WordSet = WordSet::of(&["all", "both", "each", "entire", "every", "whole"]);
static PART: WordSet =
    WordSet::of(&["few", "half", "many", "most", "part", "parts", "quarter", "several", "some", "third"]);

/// Words that leave some out: "*nearly* all".
static NEARLY: WordSet = WordSet::of(&["almost", "nearly", "practically", "virtually"]);

/// How many tokens after a word for all or a part the noun stands at most: "half *of the 40 schools*".
const OF_THEM: usize = 5;

/// The claim is of all of several, and the passage of one: "*all* his concerts", "his concert in Milan".
fn of_one(held: &Held<'_>, universal: usize) -> Option<Found> {
    let (claim, text) = (&held.phrasing.document, held.document());
    // An "all-girl team" is no team of all.
    let compound = claim.folded_or_empty(universal + 1) == "-";
    let several =
        |p: usize| !compound && p > universal && p <= universal + OF_THEM && is_plural(claim.folded(p));
    let (p, q) = held.alignment.pairs(held.phrasing).find(|&(p, _)| several(p))?;
    let one = english::singular(claim.folded(p)) == text.folded(q);
    let led = |i: usize| matches!(text.folded(i), "any" | "each" | "every" | "neither" | "no");
    let universal_there = (q.saturating_sub(OF_THEM)..q).any(led);
    (one && !universal_there).then(|| {
        let because =
            format!("“{}”, where the claim says “{}”", text.words(q..q + 1), claim.words(universal..p + 1));
        Found::new(Gate::Restriction, Effect::Block, 0.6, because)
    })
}

/// The claim is of all, and the passage of a part: "*all* the schools passed", "*half* of the schools passed".
fn of_a_part(held: &Held<'_>) -> Option<Found> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let all = |&i: &usize| {
        let before = i.checked_sub(1).map_or("", |i| claim.folded(i));
        // "All but one": so many are left out.
        let excepts = claim.folded_or_empty(i + 1) == "but";
        ALL.contains(claim.folded(i)) && !excepts && !matches!(before, "after" | "at" | "not" | "of")
    };
    let universal = held.phrasing.tokens().find(all)?;
    if let Some(found) = of_one(held, universal) {
        return Some(found);
    }
    let (_, noun) =
        held.alignment.pairs(held.phrasing).find(|&(p, _)| p > universal && p <= universal + OF_THEM)?;
    let sentence = held.sentence_of(noun)?;
    let mut back = back_from(text, noun, &sentence);
    let one = |i: usize| text.folded(i) == "one" && text.folded_or_empty(i + 1) == "of";
    let is_part = |i: usize| PART.contains(text.folded(i)) || one(i) || counts_some(held, i);
    let part = back.find(|&i| is_part(i) || ALL.contains(text.folded(i)))?;
    let nearly = |document: &Document, at: usize| {
        at.checked_sub(1).is_some_and(|i| NEARLY.contains(document.folded(i)))
    };
    let leaves_some = is_part(part) || nearly(text, part) && !nearly(claim, universal);
    leaves_some.then(|| {
        let (theirs, ours) = (text.words(part..part + 1), claim.words(universal..universal + 1));
        Found::new(
            Gate::Restriction,
            Effect::Block,
            0.6,
            format!("“{theirs}”, where the claim says “{ours}”"),
        )
    })
}

/// The words and numbers before a noun, the nearest first, as far as they may say of how many it is.
fn back_from<'a>(
    text: &'a Document,
    noun: usize,
    sentence: &Range<usize>,
) -> impl Iterator<Item = usize> + use<'a> {
    let back = (noun.saturating_sub(OF_THEM).max(sentence.start)..noun).rev();
    back.take_while(|&i| text.tokens()[i].is_word() || text.tokens()[i].kind == TokenKind::Number)
}

/// Whether a token of the passage is a number of some of those that follow: "*three* of the 20 officers".
fn counts_some(held: &Held<'_>, at: usize) -> bool {
    let text = held.document();
    let of = text.folded_or_empty(at + 1) == "of"
        && matches!(text.folded_or_empty(at + 2), "the" | "those" | "these");
    let counts = |mention: &&&Mention| mention.tokens.contains(&at) && mention.value.kind == Kind::Count;
    of && held.mentions().iter().any(|mention| counts(&mention))
}

/// The claim is of those that there are, and the passage of some of them: "*the* hostages", "*two of* the hostages".
fn of_some(held: &Held<'_>) -> Option<Found> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let (p, q) = held.alignment.pairs(held.phrasing).next()?;
    let the = p.checked_sub(1).filter(|&i| matches!(claim.folded(i), "the" | "those"))?;
    let named = held.phrasing.names.iter().any(|name| name.tokens.contains(&p));
    let counted =
        held.phrasing.mentions.iter().any(|mention| mention.tokens.end + 2 > the && mention.tokens.start < p);
    let sentence = held.sentence_of(q)?;
    let mut back = back_from(text, q, &sentence);
    let some = |i: usize| {
        counts_some(held, i) || PART.contains(text.folded(i)) && text.folded_or_empty(i + 1) == "of"
    };
    let part = back.find(|&i| some(i))?;
    (!named && !counted && the == held.phrasing.tokens().start).then(|| {
        Found::new(Gate::Restriction, Effect::Block, 0.6, format!("only of “{}”", text.words(part..q + 1)))
    })
}

/// The claim says of all or most of a kind what the passage only picks some out by: "most of the volunteers *who lost weight*".
fn of_those_who(held: &Held<'_>) -> Option<Found> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let counts = |i: usize| ALL.contains(claim.folded(i)) || claim.folded(i) == "most";
    let verb = grammar::claimed(held)?;
    held.phrasing.tokens().take_while(|&i| i < verb).find(|&i| counts(i))?;
    let (_, told) = held.alignment.pairs(held.phrasing).find(|&(p, _)| p == verb)?;
    let back = (held.tokens.start..told).rev().find(|&i| !grammar::is_auxiliary(text, i))?;
    let noun = back.checked_sub(1).filter(|&noun| held.is_aligned(noun));
    let picks = matches!(text.folded(back), "that" | "who") && noun.is_some();
    picks.then(|| {
        let because = format!("of those “{}”", text.words(back..told + 1));
        Found::new(Gate::Restriction, Effect::Block, 0.6, because)
    })
}

/// The passage says that what the claim says is, was: "*once* the busiest port".
fn was_once<'a>(held: &Held<'a>) -> Option<&'a str> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let is = held.phrasing.tokens().find(|&p| english::is_verb(claim, p))?;
    if !matches!(claim.folded(is), "is" | "are") {
        return None;
    }
    let own = |word: &str| held.phrasing.tokens().any(|i| claim.folded(i) == word);
    let once = |q: usize| {
        let back = (q.saturating_sub(ONCE_REACH).max(held.tokens.start)..q).rev();
        let mut back = back.take_while(|&i| text.tokens()[i].is_word() && !english::is_verb(text, i));
        let once = back.find(|&i| ONCE.contains(text.folded(i)) && !own(text.folded(i)))?;
        // "Once the new bridge opens": a clause of its own.
        let mut after =
            (q + 1..held.tokens.end.min(q + 1 + ONCE_REACH)).take_while(|&i| text.tokens()[i].is_word());
        (!after.any(|i| english::is_verb(text, i))).then_some(once)
    };
    let mut said = held.alignment.pairs(held.phrasing).filter(|&(p, _)| p > is);
    said.find_map(|(_, q)| once(q)).map(|at| text.words(at..at + 1))
}
