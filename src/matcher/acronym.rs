//! Names and the letters they are cut to: "United States", "U.S."; "U.S. Geological Survey", "USGS".

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::english;
use crate::text::{Case, Document, WordSet};
use crate::value::name::Name;

/// How many letters an acronym has at most.
const LONGEST: usize = 6;

/// How many it has at least, but for those that everybody knows: "PM" may be anything.
const SHORTEST: usize = 3;

/// How many tokens a name has at most.
const MOST_TOKENS: usize = 12;

/// Words within a name that give it no letter.
static SKIPPED: WordSet = WordSet::of(&["and", "for", "in", "of", "on", "the"]);

/// Names that everybody knows and the acronyms that stand for them, whatever follows: "United States President". Of two names that
/// begin alike, the longer first.
const KNOWN: [(&[&str], &str); 20] = [
    (&["america"], "us"),
    (&["american"], "us"),
    (&["americans"], "us"),
    (&["britain"], "uk"),
    (&["british"], "uk"),
    (&["britons"], "uk"),
    (&["european", "union"], "eu"),
    (&["first", "world", "war"], "wwi"),
    (&["great", "britain"], "uk"),
    (&["los", "angeles"], "la"),
    (&["new", "zealand"], "nz"),
    (&["second", "world", "war"], "wwii"),
    (&["soviet", "union"], "ussr"),
    (&["united", "kingdom"], "uk"),
    (&["united", "nations"], "un"),
    (&["united", "states"], "us"),
    (&["world", "war", "i"], "wwi"),
    (&["world", "war", "ii"], "wwii"),
    (&["world", "war", "one"], "wwi"),
    (&["world", "war", "two"], "wwii"),
];

/// What such a name begins with.
static BEGINNINGS: WordSet = WordSet::of(&[
    "america",
    "american",
    "americans",
    "britain",
    "british",
    "britons",
    "european",
    "first",
    "great",
    "los",
    "new",
    "second",
    "soviet",
    "united",
    "world",
]);

/// What stands before "America" or "American" where it is not the United States.
static OTHER_AMERICAS: WordSet = WordSet::of(&["central", "latin", "north", "south"]);

/// The acronyms of a text, and its names by what they would be cut to; each with its tokens, in order.
#[derive(Debug, Default)]
pub(super) struct Acronyms {
    short: FxHashMap<String, Vec<usize>>,
    long: FxHashMap<String, Vec<usize>>,
}

impl Acronyms {
    /// Of `document`.
    pub(super) fn new(document: &Document) -> Self {
        let mut acronyms = Self::default();
        let mut named = 0;
        for at in 0..document.tokens().len() {
            if !is_capital(document, at) {
                continue;
            }
            if let Some(letters) = letters(document, at) {
                acronyms.short.entry(letters).or_default().push(at);
            }
            if let Some(letters) = known(document, at..document.tokens().len()) {
                acronyms.long.entry(letters.to_owned()).or_default().push(at);
            }
            // Only a whole name is cut: what begins within one is none.
            if at < named || SKIPPED.contains(document.folded(at)) {
                continue;
            }
            let (initials, end) = initials(document, at..document.tokens().len());
            named = end;
            if let Some(initials) = initials.filter(|_| english::given_name(document.folded(at)).is_none()) {
                acronyms.long.entry(initials).or_default().push(at);
            }
        }
        acronyms
    }

    /// The first of `tokens` that is the acronym of `name`, which stands in `claim`, or begins what `name` is the acronym of.
    pub(super) fn answer(&self, claim: &Document, name: &Name, tokens: &Range<usize>) -> Option<usize> {
        let among = |found: Option<&Vec<usize>>| {
            let found = found?;
            let first = found.get(found.partition_point(|&token| token < tokens.start))?;
            tokens.contains(first).then_some(*first)
        };
        if name.core.len() == 1
            && let Some(letters) = letters(claim, name.core.start)
        {
            return among(self.long.get(&letters));
        }
        if let Some(letters) = known(claim, name.core.clone()) {
            return among(self.short.get(letters)).or_else(|| among(self.long.get(letters)));
        }
        // Most texts have none.
        if self.short.is_empty() {
            return None;
        }
        let is_person = english::given_name(claim.folded(name.core.start)).is_some();
        let (initials, _) = initials(claim, name.core.clone());
        among(self.short.get(&initials.filter(|_| !is_person)?))
    }
}

fn is_capital(document: &Document, at: usize) -> bool {
    let token = &document.tokens()[at];
    token.is_word() && token.case != Case::Lower
}

/// The acronym that everybody knows of the name that begins `tokens`.
fn known(document: &Document, tokens: Range<usize>) -> Option<&'static str> {
    // Nearly every word with a capital letter is none.
    BEGINNINGS.get(document.folded_or_empty(tokens.start))?;
    let begins = |words: &[&str]| {
        words.len() <= tokens.len()
            && words.iter().zip(tokens.clone()).all(|(word, at)| *word == document.folded(at))
    };
    let (words, letters) = KNOWN.iter().find(|(words, _)| begins(words))?;
    (words.len() > 1 || stands_alone(document, tokens.start)).then_some(letters)
}

/// Whether a word with a capital letter is a name by itself: not "British Columbia", "Bank of America" or "Latin-American".
fn stands_alone(document: &Document, at: usize) -> bool {
    let back = |steps: usize| at.checked_sub(steps).map_or("", |i| document.folded(i));
    let before = if back(1) == "-" { back(2) } else { back(1) };
    // A word that begins a sentence has a capital letter whatever it is: "Two American soldiers".
    let begins = |i: usize| i == 0 || matches!(document.folded(i - 1), "." | "!" | "?" | ":" | "\"");
    let plain = |i: usize| begins(i) && english::zipf(document.folded(i)).is_some();
    let named =
        |i: usize| is_capital(document, i) && !plain(i) && !english::is_function_word(document.folded(i));
    let is_part = at + 1 < document.tokens().len() && named(at + 1) || at.checked_sub(1).is_some_and(named);
    !is_part && before != "of" && !OTHER_AMERICAS.contains(before)
}

/// The letters of the acronym at `at`, dots left out; `None` where there is none. "USA" is "US".
fn letters(document: &Document, at: usize) -> Option<String> {
    if document.tokens()[at].case != Case::Upper {
        return None;
    }
    let letters: String = document.folded(at).chars().filter(|letter| letter.is_alphabetic()).collect();
    let count = letters.chars().count();
    let is_known = letters == "usa" || KNOWN.iter().any(|(_, known)| *known == letters);
    let fits = is_known || (SHORTEST..=LONGEST).contains(&count);
    fits.then(|| if letters == "usa" { "us".to_owned() } else { letters })
}

/// What the capitalised words that begin `tokens` would be cut to, where that is an acronym, and where they end. An acronym
/// among them gives all its letters.
fn initials(document: &Document, tokens: Range<usize>) -> (Option<String>, usize) {
    let (mut so_far, mut words, mut end) = (String::new(), 0, tokens.start);
    for at in tokens.take(MOST_TOKENS) {
        let word = document.folded(at);
        if words > 0 && SKIPPED.contains(word) {
            continue;
        }
        if !is_capital(document, at) {
            break;
        }
        match letters(document, at) {
            Some(letters) => so_far.push_str(&letters),
            None => so_far.extend(word.chars().next()),
        }
        words += 1;
        end = at + 1;
    }
    let fits = words > 1 && (SHORTEST..=LONGEST).contains(&so_far.chars().count());
    (fits.then_some(so_far), end.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_everybody_knows_begin_with_the_words_that_are_looked_for() {
        let mut beginnings: Vec<&str> = KNOWN.iter().map(|(words, _)| words[0]).collect();
        beginnings.dedup();
        assert_eq!(beginnings, BEGINNINGS.words());
    }
}
