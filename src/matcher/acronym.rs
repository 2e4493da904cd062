//! Names and the letters they are cut to: "United States", "U.S."; "U.S. Geological Survey", "USGS".

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::english;
use crate::text::{Case, Document};
use crate::value::name::Name;

/// How many letters an acronym has at most.
const LONGEST: usize = 6;

/// Words within a name that give it no letter.
const SKIPPED: [&str; 6] = ["and", "for", "in", "of", "on", "the"];

/// The acronyms of a text, and its capitalised words by what they would be cut to.
#[derive(Debug, Default)]
pub(super) struct Acronyms {
    short: FxHashMap<String, Vec<usize>>,
    long: FxHashMap<String, Vec<usize>>,
}

impl Acronyms {
    /// Of `document`.
    pub(super) fn new(document: &Document) -> Self {
        let mut acronyms = Self::default();
        for at in 0..document.tokens().len() {
            if !is_capital(document, at) {
                continue;
            }
            if let Some(letters) = letters(document, at) {
                acronyms.short.entry(letters).or_default().push(at);
            }
            let is_person = english::given_name(document.folded(at)).is_some();
            for initials in initials(document, at..document.tokens().len()).into_iter().filter(|_| !is_person)
            {
                acronyms.long.entry(initials).or_default().push(at);
            }
        }
        acronyms
    }

    /// The first of `tokens` that is the acronym of `name`, which stands in `claim`, or begins what `name` is the acronym of.
    pub(super) fn answer(&self, claim: &Document, name: &Name, tokens: &Range<usize>) -> Option<usize> {
        let among = |found: Option<&Vec<usize>>| found?.iter().copied().find(|token| tokens.contains(token));
        if name.core.len() == 1 {
            return among(self.long.get(&letters(claim, name.core.start)?));
        }
        among(self.short.get(initials(claim, name.core.clone()).last()?))
    }
}

fn is_capital(document: &Document, at: usize) -> bool {
    let token = &document.tokens()[at];
    token.is_word() && token.case != Case::Lower
}

/// The letters of the acronym at `at`, dots left out; `None` where there is none.
fn letters(document: &Document, at: usize) -> Option<String> {
    let letters: String = document.folded(at).chars().filter(|letter| letter.is_alphabetic()).collect();
    let is_acronym = document.tokens()[at].case == Case::Upper && (2..=LONGEST).contains(&letters.len());
    is_acronym.then(|| of_america(letters))
}

/// What the first two, three and more capitalised words of `tokens` would be cut to. An acronym among them gives all its
/// letters.
fn initials(document: &Document, tokens: Range<usize>) -> Vec<String> {
    let (mut found, mut so_far, mut words) = (Vec::new(), String::new(), 0);
    for at in tokens {
        let word = document.folded(at);
        if words > 0 && SKIPPED.contains(&word) {
            continue;
        }
        if !is_capital(document, at) || so_far.len() >= LONGEST {
            break;
        }
        match letters(document, at) {
            Some(letters) => so_far.push_str(&letters),
            None => so_far.extend(word.chars().next()),
        }
        words += 1;
        if words > 1 && so_far.len() <= LONGEST {
            found.push(of_america(so_far.clone()));
        }
    }
    found
}

/// "USA" is "US".
fn of_america(letters: String) -> String {
    if letters == "usa" { "us".to_owned() } else { letters }
}
