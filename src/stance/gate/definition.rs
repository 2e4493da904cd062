//! What people the claim's subject is said to be of: "is a Norwegian painter", where the passage says "is a Danish painter".

use std::ops::Range;

use crate::english::{self, Voice};
use crate::stance::held::Held;
use crate::text::{Case, Document, TokenKind, WordSet};

use super::argument::same_word;
use super::{Effect, Found, Gate, kind, namesake};

/// Words that leave room for another people than the one named, or for a doubt.
static LEAVING_ANOTHER: WordSet = WordSet::of(&[
    "also",
    "ancestry",
    "citizenship",
    "claimed",
    "descent",
    "dual",
    "father",
    "half",
    "heritage",
    "last",
    "mother",
    "origin",
    "originally",
    "origins",
    "parents",
    "passport",
    "raised",
    "side",
    "too",
    "well",
]);

/// How many tokens a definition has at most, after its article.
const LONGEST: usize = 8;

/// Nouns for somebody of whom such a word tells what they teach, speak or deal with, or one of several passports.
static OF_A_SUBJECT: WordSet = WordSet::of(&[
    "ambassador",
    "captain",
    "champion",
    "citizen",
    "coach",
    "correspondent",
    "historian",
    "lecturer",
    "national",
    "professor",
    "resident",
    "scholar",
    "speaker",
    "student",
    "teacher",
]);

/// Asks.
pub(super) fn ask(held: &Held<'_>) -> Found {
    definitions(held)
        .and_then(|(ours, theirs)| {
            of_another_people(held, &ours, &theirs).or_else(|| kind::another(held, &ours, &theirs))
        })
        .unwrap_or_else(|| Found::nothing(Gate::Definition))
}

/// What the claim's subject is said to be in the claim, and in the passage.
fn definitions(held: &Held<'_>) -> Option<(Range<usize>, Range<usize>)> {
    let subject = held.phrasing.subject().map(|name| name.core.clone());
    let named = subject.is_some();
    let subject = subject.or_else(|| the_one(held))?;
    let there = held.alignment.pairs(held.phrasing).filter(|(p, _)| subject.contains(p));
    let there = there.map(|(_, q)| q).max().filter(|&q| !named || !is_part_of_another(held, q))?;
    let sentence = held.sentence_of(there)?;
    let ours = definition(&held.phrasing.document, subject.end, held.phrasing.tokens().end)?;
    let theirs = definition(held.document(), there + 1, sentence.end)?;
    // "The winner was an Ethiopian runner *in the women's race*."
    let ends = matches!(held.document().folded_or_empty(theirs.end), "." | "," | "who" | "");
    (named || ends).then_some((ours, theirs))
}

/// The one that the claim begins with by what it is, where the passage speaks of the one by the same word: "the attacker".
fn the_one(held: &Held<'_>) -> Option<Range<usize>> {
    let claim = &held.phrasing.document;
    let start = held.phrasing.tokens().start;
    let noun = start + 1;
    let q = same_word(held, noun)
        .filter(|&q| claim.folded(start) == "the" && is_copula(claim, noun + 1) && q > 0)?;
    let single = english::singular(claim.folded(noun)) == claim.folded(noun);
    // "The man who shot *the attacker* was."
    let begins = held.sentence_of(q).is_some_and(|sentence| sentence.start + 1 == q);
    (single && begins && held.document().folded(q - 1) == "the").then_some(noun..noun + 1)
}

/// A people that the claim's subject is said to be of, where the passage names another, and not the claimed one: who is
/// "Norwegian and Danish" is either.
fn of_another_people(held: &Held<'_>, ours: &Range<usize>, theirs: &Range<usize>) -> Option<Found> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let (p, q) = (people(claim, ours)?, people(text, theirs)?);
    let sentence = held.sentence_of(q)?;
    let same = theirs.clone().any(|q| text.folded(q) == claim.folded(p));
    let open = sentence.into_iter().any(|i| LEAVING_ANOTHER.contains(text.folded(i)));
    if same || open || !english::exclude_each_other(claim.folded(p), text.folded(q)) {
        return None;
    }
    let because = format!("“{}”, where the claim says “{}”", held.words(&(q..q + 1)), claim.words(p..p + 1));
    // Things may be of two countries, and what stands before another noun may tell of that.
    let sure = is_of_a_person(claim, p, ours) && is_of_a_person(text, q, theirs)
        || is_of_one_kind(held, (p, ours), (q, theirs));
    // "The suspect is a Syrian national": whether that excludes another is for the words to tell.
    let named = held.phrasing.subject().is_some();
    (sure || named)
        .then(|| Found::new(Gate::Definition, if sure { Effect::Turn } else { Effect::Block }, 0.3, because))
}

/// The first word in `definition` that may name a people: one with a capital letter that excludes others, and belongs to no
/// compound or name of its own ("Danish-born", "French Open").
fn people(document: &Document, definition: &Range<usize>) -> Option<usize> {
    let capital =
        |i: usize| document.tokens().get(i).is_some_and(|token| token.is_word() && token.case != Case::Lower);
    let hyphen = |i: usize| document.folded_or_empty(i) == "-";
    let stands_alone = |i: usize| !capital(i + 1) && !hyphen(i + 1) && !i.checked_sub(1).is_some_and(hyphen);
    definition.clone().find(|&i| capital(i) && stands_alone(i) && english::names_people(document.folded(i)))
}

/// Whether `people` is all that is said, or stands directly before a noun for somebody.
fn is_of_a_person(document: &Document, people: usize, definition: &Range<usize>) -> bool {
    if people + 1 >= definition.end {
        return true;
    }
    let noun = document.folded(people + 1);
    let ends = |i: usize| i >= definition.end || matches!(document.folded(i), "," | "and");
    english::voice(noun) == Some(Voice::Person) && !OF_A_SUBJECT.contains(noun) && ends(people + 2)
}

/// Nouns that with a people's name are a kind of their own, wherever it is made: "an *American football* club", "a *Mexican
/// restaurant*".
static KINDS: WordSet = WordSet::of(&[
    "bakery",
    "cafe",
    "chess",
    "cuisine",
    "dish",
    "food",
    "football",
    "horn",
    "literature",
    "menu",
    "opera",
    "restaurant",
    "studies",
]);

/// Whether both peoples stand before one noun, with what describes it between them: "an Italian company", "a French fashion company".
fn is_of_one_kind(
    held: &Held<'_>,
    (p, ours): (usize, &Range<usize>),
    (q, theirs): (usize, &Range<usize>),
) -> bool {
    let kind = |document: &Document, people: usize, definition: &Range<usize>| {
        let plain = |i: &usize| {
            let token = &document.tokens()[*i];
            token.is_word() && token.case == Case::Lower
        };
        let end = (people + 1..definition.end).find(|i| !plain(i)).unwrap_or(definition.end);
        let closed = end == definition.end || document.folded(end) == ",";
        let of_its_kind = (people + 1..end).any(|i| KINDS.contains(document.folded(i)));
        (closed && end > people + 1 && !of_its_kind).then(|| end - 1)
    };
    let (claim, text) = (&held.phrasing.document, held.document());
    let Some((one, other)) = kind(claim, p, ours).zip(kind(text, q, theirs)) else { return false };
    let noun = claim.folded(one);
    english::stem(noun) == english::stem(text.folded(other)) && !OF_A_SUBJECT.contains(noun)
}

/// Whether the passage's subject has a name of its own before the claim's: "Denzel Washington".
fn is_part_of_another(held: &Held<'_>, subject: usize) -> bool {
    let name = held.names().iter().find(|name| name.core.contains(&subject));
    let claimed = |q: usize| {
        let word = held.document().folded(q);
        held.phrasing
            .names
            .iter()
            .any(|name| name.core.clone().any(|p| held.phrasing.document.folded(p) == word))
    };
    // A middle name is none.
    name.is_some_and(|name| {
        let full = held.phrasing.names.iter().filter(|claimed| claimed.core.len() > 1);
        let short = || full.clone().any(|claimed| namesake::is_short_for(held, claimed, name));
        name.core.end > subject + 1 || !claimed(name.core.start) && !short()
    })
}

/// The words of what somebody is said to be, right after their name at `at` or what is in brackets there: those after "is a",
/// or between ", a" and the next comma.
fn definition(document: &Document, at: usize, end: usize) -> Option<Range<usize>> {
    let at = if document.folded_or_empty(at) == "(" { past_bracket(document, at, end)? + 1 } else { at };
    match document.folded_or_empty(at) {
        _ if is_copula(document, at) => noun_phrase(document, at + 1, end),
        // "Orde, known as Sam, *is a*": what stands between belongs to the name.
        "," if is_copula(document, at + 1) => noun_phrase(document, at + 2, end),
        "," => {
            let phrase = noun_phrase(document, at + 1, end)?;
            let closed = matches!(document.folded_or_empty(phrase.end), "," | ".");
            let lists = phrase.clone().any(|i| matches!(document.folded(i), "," | "and"));
            (is_article(document, at + 1) && closed && !lists).then_some(phrase)
        }
        _ => None,
    }
}

fn is_copula(document: &Document, at: usize) -> bool {
    matches!(document.folded_or_empty(at), "are" | "is" | "was" | "were")
}

fn is_article(document: &Document, at: usize) -> bool {
    matches!(document.folded_or_empty(at), "a" | "an")
}

/// The bracket that closes the one at `open`.
fn past_bracket(document: &Document, open: usize, end: usize) -> Option<usize> {
    let mut depth = 0_usize;
    (open..end).find(|&i| {
        match document.folded(i) {
            "(" => depth += 1,
            ")" => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    })
}

/// The noun phrases at `at`, "singer and actress" together: up to a preposition, a relative pronoun, a verb or a possessive.
/// None where something is denied, restricted, or known already ("the French president").
fn noun_phrase(document: &Document, at: usize, end: usize) -> Option<Range<usize>> {
    let start = at + usize::from(is_article(document, at));
    if english::is_function_word(document.folded_or_empty(start)) {
        return None;
    }
    let stops = |i: &usize| {
        let word = document.folded(*i);
        // "A British film, *set* in Leeds."
        let lists = !is_article(document, *i + 1)
            && !document.tokens().get(*i + 1).is_some_and(|_| english::is_past_form(document.folded(*i + 1)));
        let linking = matches!(word, "and" | "-") || word == "," && lists;
        let token = &document.tokens()[*i];
        // "A *1980* prison drama."
        let mark = !token.is_word() && token.kind != TokenKind::Number;
        let verb = word == "born" || english::is_verb(document, *i);
        !linking && (mark || english::is_function_word(word)) || verb
    };
    let limit = end.min(start + LONGEST);
    let stop = (start..limit).find(stops).unwrap_or(limit);
    let possessive =
        document.folded_or_empty(stop).starts_with('\'') || (start..stop).any(|i| document.is_possessive(i));
    let excluded = possessive || document.folded_or_empty(stop) == "or";
    (stop > start && !excluded).then_some(start..stop)
}
