//! Expressions of several words, and single words that say nearly the same: "called off", "cancelled"; "lost their lives", "died".

use crate::text::{Case, Document};

use super::table::{Table, table};
use super::{is_content_word, stem};

/// The expressions by the stem of their first word: the stems of the others, and the words that say nearly the same.
static PHRASAL: Table = table!("phrasal");

/// How many small words may stand between two words of an expression: "lost *their* lives", "put *it* down to".
const BETWEEN: usize = 2;

/// Words that may stand within an expression and are no part of it. Sorted.
const WITHIN: [&str; 24] = [
    "a", "all", "an", "any", "both", "her", "him", "his", "it", "its", "my", "our", "own", "some", "that",
    "the", "their", "them", "these", "this", "those", "us", "your", "’s",
];

/// An expression of several words in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// Its tokens, those between them left out.
    pub tokens: Vec<usize>,
    /// The one that stands for the whole: the first that is no function word.
    pub head: usize,
    /// What it is known by: the stems of its words.
    pub key: String,
    /// Words that say nearly the same, the best first.
    pub singles: Vec<&'static str>,
}

/// Whether an expression may begin with a word of this stem: most are none.
#[must_use]
pub fn begins_phrase(stem: &str) -> bool {
    PHRASAL.contains(stem)
}

/// The longest expression that begins with the token at `at` and ends before `end`.
///
/// ```
/// use crosscheck::{english, text::Document};
///
/// let document = Document::new("The match was called off.");
/// let phrase = english::phrase(&document, 3, 6).expect("a phrase");
/// assert_eq!((phrase.head, &phrase.singles[..]), (3, &["cancel", "abandon", "scrap"][..]));
/// assert_eq!(english::phrase(&document, 2, 6), None);
/// ```
#[must_use]
pub fn phrase(document: &Document, at: usize, end: usize) -> Option<Phrase> {
    let first = stem(document.folded(at));
    let phrases = PHRASAL.get(&first)?;
    let found = phrases.split(' ').filter_map(|phrase| {
        let (rest, singles) = phrase.split_once('=')?;
        let mut words = rest.split('_');
        // Most fail at the second word.
        let mut tokens = vec![at, next(document, at, end, words.next()?)?];
        for word in words {
            tokens.push(next(document, *tokens.last()?, end, word)?);
        }
        Some((tokens, rest, singles))
    });
    let (tokens, rest, singles) = found.max_by_key(|(tokens, ..)| tokens.len())?;
    let head = tokens.iter().copied().find(|&i| is_content_word(document, i)).unwrap_or(at);
    Some(Phrase { tokens, head, key: format!("{first} {rest}"), singles: singles.split(',').collect() })
}

/// The next token after `last` that is of `stem`, past small words.
fn next(document: &Document, last: usize, end: usize, word: &str) -> Option<usize> {
    let is_it = |i: usize| document.tokens()[i].case == Case::Lower && stem(document.folded(i)) == word;
    // "Found *Marlow* guilty".
    let small = |i: usize| {
        WITHIN.binary_search(&document.folded(i)).is_ok()
            || document.tokens()[i].case != Case::Lower && document.tokens()[i].is_word()
    };
    let mut at = last + 1;
    while at < end.min(last + 1 + BETWEEN) && !is_it(at) && small(at) {
        at += 1;
    }
    (at < end && is_it(at)).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_with_what_stands_within() {
        assert!(WITHIN.is_sorted());
        for (text, expected) in [
            ("Twelve people lost their lives.", Some("die")),
            ("They put it down to the weather.", Some("blame")),
            ("She said she was sorry.", None),
            ("She said sorry.", Some("apologise")),
            ("The court found him guilty.", Some("convict")),
            ("They were found to be guilty.", None),
        ] {
            let document = Document::new(text);
            let end = document.tokens().len();
            let found = (0..end).find_map(|at| phrase(&document, at, end));
            assert_eq!(found.map(|phrase| phrase.singles[0]), expected, "{text}");
        }
    }
}
