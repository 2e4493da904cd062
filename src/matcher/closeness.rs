//! How closely a passage follows a phrasing to the letter.

use std::ops::Range;

use crate::text::{Document, TokenKind};

/// The folded words and numbers among `tokens`, a blank between each two.
#[must_use]
pub fn letters(document: &Document, tokens: Range<usize>) -> String {
    let mut letters = String::new();
    for token in tokens {
        if matches!(document.tokens()[token].kind, TokenKind::Word | TokenKind::Number) {
            if !letters.is_empty() {
                letters.push(' ');
            }
            letters.push_str(document.folded(token));
        }
    }
    letters
}

/// How alike `phrasing` and the stretch of `passage` are that is most like it, 0 to 1; both are [`letters`].
///
/// That is twice the length of their longest common subsequence over the sum of their lengths, for each stretch as long as
/// the phrasing that begins with a word. Like the `partial_ratio` of fuzzywuzzy and its successors, but that a passage
/// shorter than the phrasing is compared with the whole of it: it lacks what the phrasing has more.
///
/// ```
/// use crosscheck::matcher::closeness;
///
/// assert_eq!(closeness("one of two", "it was only one of two that came"), 1.0);
/// assert!(closeness("one of seven", "it was only one of two that came") < 0.9);
/// ```
#[must_use]
pub fn closeness(phrasing: &str, passage: &str) -> f64 {
    let (phrasing, passage) = (phrasing.as_bytes(), passage.as_bytes());
    if phrasing.is_empty() || passage.is_empty() {
        return 0.0;
    }
    let pattern = Pattern::new(phrasing);
    let last = passage.len().saturating_sub(phrasing.len());
    let (mut best, mut next) = (0, 0);
    for at in 0..=last {
        let begins_word = at == 0 || at == last || passage[at - 1] == b' ';
        if begins_word && at >= next {
            let common = pattern.common(&passage[at..passage.len().min(at + phrasing.len())]);
            // Each step to the right brings in one letter: before so many nothing can be better than the best.
            next = at + 1 + best.max(common) - common;
            best = best.max(common);
        }
    }
    2.0 * best as f64 / (phrasing.len() + phrasing.len().min(passage.len())) as f64
}

/// A text whose longest common subsequence with others is asked for, its letters in blocks of 64.
struct Pattern {
    blocks: usize,
    /// For each byte, block by block, a bit for every place at which it stands.
    places: Vec<u64>,
}

impl Pattern {
    fn new(text: &[u8]) -> Self {
        let blocks = text.len().div_ceil(64);
        let mut places = vec![0_u64; 256 * blocks];
        for (at, &byte) in text.iter().enumerate() {
            places[usize::from(byte) * blocks + at / 64] |= 1 << (at % 64);
        }
        Self { blocks, places }
    }

    /// The length of the longest common subsequence with `text`.
    ///
    /// Bit-parallel: Hyyrö, "Bit-parallel LCS-length computation revisited", 2004.
    fn common(&self, text: &[u8]) -> usize {
        let mut open = vec![u64::MAX; self.blocks];
        for &byte in text {
            let places = &self.places[usize::from(byte) * self.blocks..][..self.blocks];
            let mut carry = false;
            for (open, &places) in open.iter_mut().zip(places) {
                let matching = *open & places;
                let (sum, first) = open.overflowing_add(matching);
                let (sum, second) = sum.overflowing_add(u64::from(carry));
                carry = first || second;
                *open = sum | (*open & !places);
            }
        }
        open.iter().map(|open| open.count_zeros() as usize).sum()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// By the table of all pairs of beginnings.
    fn common_slowly(one: &[u8], other: &[u8]) -> usize {
        let mut above = vec![0; other.len() + 1];
        for a in one {
            let mut row = vec![0; other.len() + 1];
            for (at, b) in other.iter().enumerate() {
                row[at + 1] = if a == b { above[at] + 1 } else { row[at].max(above[at + 1]) };
            }
            above = row;
        }
        above[other.len()]
    }

    #[test]
    fn the_best_stretch_counts() {
        for (phrasing, passage, expected) in [
            ("the dam broke", "on monday the dam broke at last", 1.0),
            ("the dam broke at night", "the dam broke", 2.0 * 13.0 / 35.0),
            ("abc", "xyz", 0.0),
            ("", "abc", 0.0),
            ("abc", "", 0.0),
        ] {
            let found = closeness(phrasing, passage);
            assert!((found - expected).abs() < 1e-9, "{phrasing} / {passage}: {found}");
        }
    }

    #[test]
    fn letters_are_folded_words_and_numbers() {
        let document = Document::new("“Amess's murder”, on 15 October: a Café—closed!");
        assert_eq!(
            letters(&document, 0..document.tokens().len()),
            "amess murder on 15 october a cafe closed"
        );
    }

    /// The best of all stretches, none left out.
    fn closeness_slowly(phrasing: &str, passage: &str) -> f64 {
        let (phrasing, passage) = (phrasing.as_bytes(), passage.as_bytes());
        let last = passage.len().saturating_sub(phrasing.len());
        let stretches = (0..=last).filter(|&at| at == 0 || at == last || passage[at - 1] == b' ');
        let likeness = |at: usize| {
            let stretch = &passage[at..passage.len().min(at + phrasing.len())];
            2.0 * common_slowly(phrasing, stretch) as f64 / (phrasing.len() + stretch.len()) as f64
        };
        stretches.map(likeness).fold(0.0, f64::max)
    }

    proptest! {
        #[test]
        fn no_stretch_that_is_passed_over_is_better(one in "[abc ]{1,20}", other in "[abc ]{1,60}") {
            let (found, expected) = (closeness(&one, &other), closeness_slowly(&one, &other));
            prop_assert!((found - expected).abs() < 1e-9, "{} {}", found, expected);
        }

        #[test]
        fn subsequences_are_as_long_as_they_are(one in "[ab ]{0,200}", other in "[abc ]{0,90}") {
            let found = Pattern::new(one.as_bytes()).common(other.as_bytes());
            prop_assert_eq!(found, common_slowly(one.as_bytes(), other.as_bytes()));
        }
    }
}
