//! Texts in which capital letters tell nothing: what machines take down of speech, in small letters, and captions, in capitals.

use crate::text::{Case, Document, TokenKind, WordSet};

use super::{
    Direction, given_name, is_common_surname, is_function_word, names_members, names_people, parts_of_speech,
    singular, stem, zipf,
};

/// What a firm, a place or an institution is called after its name: "Telmo *Foods*", "Pima *County*".
static BODIES: WordSet = WordSet::of(&[
    "airlines",
    "airways",
    "bank",
    "brewery",
    "brokers",
    "brothers",
    "capital",
    "city",
    "college",
    "company",
    "corp",
    "council",
    "county",
    "court",
    "energy",
    "entertainment",
    "foods",
    "foundation",
    "fund",
    "group",
    "holdings",
    "hospital",
    "inc",
    "industries",
    "insurance",
    "international",
    "island",
    "islands",
    "logistics",
    "ltd",
    "media",
    "motors",
    "park",
    "party",
    "pharma",
    "pharmaceuticals",
    "plc",
    "port",
    "press",
    "river",
    "school",
    "square",
    "station",
    "steel",
    "stores",
    "street",
    "studios",
    "systems",
    "times",
    "trust",
    "union",
    "united",
    "university",
]);

/// Words and units cut to letters that are no initials.
static CUT_SHORT: WordSet = WordSet::of(&[
    "bn", "cm", "dr", "ft", "hmm", "hr", "hrs", "kg", "km", "mg", "ml", "mm", "mn", "mph", "mr", "mrs", "ms",
    "nd", "pm", "rd", "st", "th", "tn", "vs",
]);

/// Reads `text`. Where it has no capital letters, or nothing else, its names are told by what English knows as other words.
///
/// ```
/// use crosscheck::english;
/// use crosscheck::text::Case;
///
/// let document = english::read("the storm that hit houston in may killed two, mark zuckerberg says");
/// let names = (0..document.tokens().len()).filter(|&at| document.tokens()[at].case != Case::Lower);
/// assert_eq!(names.map(|at| document.folded(at)).collect::<Vec<_>>(), ["houston", "mark", "zuckerberg"]);
/// ```
#[must_use]
pub fn read(text: impl Into<String>) -> Document {
    let document = Document::new(text);
    if !document.has_one_case() {
        return document;
    }
    let cases: Vec<Case> = (0..document.tokens().len()).map(|at| case_of(&document, at)).collect();
    document.with_cases(&cases)
}

/// How the token at `at` would be written.
fn case_of(document: &Document, at: usize) -> Case {
    if document.tokens()[at].kind != TokenKind::Word {
        return Case::Lower;
    }
    let word = document.folded(at);
    let before = at.checked_sub(1).map_or("", |before| document.folded(before));
    let is_named = |at: usize| {
        document.tokens().get(at).is_some_and(|token| token.is_word()) && is_name(document.folded(at))
    };
    let forename = |at: usize| {
        let word = document.folded_or_empty(at);
        given_name(word).is_some() && !is_function_word(word)
    };
    // "Mark Zuckerberg", "Anna Holt".
    let is_forename = || forename(at) && is_named(at + 1);
    // Past the initial of "Michael J. Harper".
    let initial =
        |at: usize| document.folded_or_empty(at).len() == 1 && document.folded_or_empty(at + 1) == ".";
    let last = if at > 2 && initial(at - 2) { at - 3 } else { at.saturating_sub(1) };
    let is_surname = || at > 0 && forename(last) && (is_common_surname(word) || !is_plain(word));
    let is_titled = || matches!(before, "mr" | "mrs" | "ms" | "miss" | "dr" | "sir" | "lord" | "lady");
    let is_body = || BODIES.contains(word) && at > 0 && is_named(at - 1);
    match word {
        "uk" | "eu" | "un" => Case::Upper,
        "us" if before == "the" => Case::Upper,
        _ if is_initials(word) => Case::Upper,
        _ if is_name(word) || is_forename() || is_surname() || is_titled() || is_body() || initial(at) => {
            Case::Initial
        }
        _ => Case::Lower,
    }
}

/// Whether English writes `word` (folded) with a capital letter only, as far as it knows it.
fn is_name(word: &str) -> bool {
    let has_letters = word.len() >= 3 && word.chars().all(char::is_alphabetic);
    has_letters && (names_people(word) || names_members(&singular(word)) || !is_plain(word))
}

/// Whether `word` is one that English writes in small letters.
fn is_plain(word: &str) -> bool {
    let known = |word: &str| !parts_of_speech(&stem(word)).is_empty() || Direction::of(word).is_some();
    is_function_word(word)
        || word.contains('\'')
        || known(word)
        || known(&singular(word))
        // "Relaunched", "unpaid", "vaping": what is made of a known word.
        || ["re", "un", "over", "mis", "non", "pre"].iter().any(|prefix| word.strip_prefix(prefix).is_some_and(known))
        || word.ends_with("ly")
        || (word.ends_with("ing") || word.ends_with("ed")) && zipf(word).is_none()
}

/// Whether `word` can only be read letter by letter: "bbc", "nhs".
fn is_initials(word: &str) -> bool {
    (2..=5).contains(&word.len())
        && word.bytes().all(|byte| byte.is_ascii_alphabetic() && !b"aeiouy".contains(&byte))
        && !is_plain(word)
        && !CUT_SHORT.contains(word)
}
