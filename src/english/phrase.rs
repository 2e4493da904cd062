//! Expressions of several words, and single words that say nearly the same: "called off", "cancelled"; "lost their lives", "died".

use std::borrow::Cow;

use crate::text::{Case, Document, WordSet};

use super::table::{Table, table};
use super::{is_content_word, stem};

/// The expressions by the stem of their first word: the stems of the others, and the words that say nearly the same.
static PHRASAL: Table = table!("phrasal");

/// How many small words may stand between two words of an expression: "lost *their* lives", "put *it* down to".
const BETWEEN: usize = 2;

/// Words that may stand within an expression and are no part of it.
static WITHIN: WordSet = WordSet::of(&[
    "a", "all", "an", "any", "both", "her", "him", "his", "it", "its", "my", "our", "own", "some", "that",
    "the", "their", "them", "these", "this", "those", "us", "your",
]);

/// Words that may stand within an expression and deny it: "found him *not* guilty".
static DENYING: WordSet = WordSet::of(&["never", "no", "not"]);

/// An expression of several words in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// Its tokens, those between them left out.
    pub tokens: Vec<usize>,
    /// The one that stands for the whole: the first that is no function word, and stands after what denies it.
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
    // Most fail at the second word.
    if !next(document, at, end).any(|(_, stem)| begins_one(phrases, &stem)) {
        return None;
    }
    let found = phrases.split(' ').filter_map(|phrase| {
        let (rest, singles) = phrase.split_once('=')?;
        let mut tokens = vec![at];
        for word in rest.split('_') {
            let (token, _) = next(document, *tokens.last()?, end).find(|(_, stem)| stem == word)?;
            tokens.push(token);
        }
        Some((tokens, rest, singles))
    });
    let (tokens, rest, singles) = found.max_by_key(|(tokens, ..)| tokens.len())?;
    let denies = |i: &usize| DENYING.contains(document.folded(*i)) && !tokens.contains(i);
    let denied = (at..*tokens.last()?).rev().find(denies);
    let stands = |i: usize| is_content_word(document, i) && denied.is_none_or(|denied| denied < i);
    let head = tokens.iter().copied().find(|&i| stands(i)).unwrap_or(at);
    Some(Phrase { tokens, head, key: format!("{first} {rest}"), singles: singles.split(',').collect() })
}

/// Whether one of `phrases`, a blank between each two, begins with `word`.
fn begins_one(phrases: &str, word: &str) -> bool {
    let bytes = phrases.as_bytes();
    memchr::memmem::find_iter(bytes, word.as_bytes()).any(|at| {
        let begins = at.checked_sub(1).is_none_or(|before| bytes[before] == b' ');
        begins && matches!(bytes.get(at + word.len()), Some(b'=' | b'_'))
    })
}

/// The tokens that may be the next one of an expression after `last`, with their stems, the nearest first: small words may stand
/// between.
fn next(document: &Document, last: usize, end: usize) -> impl Iterator<Item = (usize, Cow<'_, str>)> {
    let is_lower = |i: usize| document.tokens()[i].case == Case::Lower;
    // "Found *Marlow* guilty".
    let small = move |i: usize| {
        let word = document.folded(i);
        let may = WITHIN.contains(word) || DENYING.contains(word);
        may || !is_lower(i) && document.tokens()[i].is_word()
    };
    let near = last + 1..end.min(last + 2 + BETWEEN);
    let reached = near.take_while(move |&i| i == last + 1 || small(i - 1));
    reached.filter(move |&i| is_lower(i)).map(|i| (i, stem(document.folded(i))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_with_what_stands_within() {
        for (text, expected) in [
            ("Twelve people lost their lives.", Some("die")),
            ("They put it down to the weather.", Some("blame")),
            ("She said she was sorry.", None),
            ("She said sorry.", Some("apologise")),
            ("The minister offered no apology.", Some("apologise")),
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
