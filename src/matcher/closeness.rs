//! How closely a passage follows a phrasing to the letter.

use std::hash::Hasher;
use std::ops::Range;

use rustc_hash::FxHasher;

use crate::english;
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
    Pattern::new(phrasing).closer(passage, 0.0)
}

/// The words of a passage's [`letters`], to be looked up in many patterns.
#[derive(Debug)]
pub struct Passage<'l> {
    /// Each with its bit.
    words: Vec<(&'l str, u8)>,
}

impl<'l> Passage<'l> {
    /// Of the letters of a passage.
    #[must_use]
    pub fn new(letters: &'l str) -> Self {
        Self { words: letters.split(' ').map(|word| (word, Self::bit(word))).collect() }
    }

    /// One of 64, by which nearly all words are told from those that a phrasing has.
    fn bit(word: &str) -> u8 {
        let mut hasher = FxHasher::default();
        hasher.write(word.as_bytes());
        (hasher.finish() >> 58) as u8
    }
}

/// How many letters of a pattern are compared at once.
const BLOCK: usize = u128::BITS as usize;

/// How many words a stretch has for each of the phrasing's in which they are looked for in any order.
const WINDOW: f64 = 1.25;

/// How many words such a stretch has at least.
const LEAST_WINDOW: usize = 4;

/// A word of a pattern.
#[derive(Debug)]
struct Word {
    letters: Box<str>,
    /// How often it stands there.
    count: usize,
    /// How telling it is in English.
    information: f64,
}

impl Word {
    fn new(letters: &str, count: usize) -> Self {
        Self { letters: letters.into(), count, information: english::information(letters) }
    }
}

/// The [`letters`] of a phrasing, made ready to be held against many passages.
#[derive(Debug)]
pub struct Pattern {
    /// Its distinct words, sorted.
    words: Vec<Word>,
    /// How telling they are together, each as often as it stands there.
    information: f64,
    /// A bit for the [`Passage::bit`] of each.
    bits: u64,
    /// How many words a stretch has in which they are looked for.
    window: usize,
    length: usize,
    blocks: usize,
    /// For each byte, its row in `places`; 0 for one that the phrasing has not.
    rows: Box<[u8; 256]>,
    /// For each row, block by block, a bit for every place at which its byte stands.
    places: Vec<u128>,
}

impl Pattern {
    /// Of the letters of a phrasing.
    #[must_use]
    pub fn new(letters: &str) -> Self {
        let blocks = letters.len().div_ceil(BLOCK);
        let mut rows = Box::new([0_u8; 256]);
        let mut places = vec![0_u128; blocks];
        let mut known = 0;
        for (at, byte) in letters.bytes().enumerate() {
            let row = &mut rows[usize::from(byte)];
            if *row == 0 {
                // UTF-8 has fewer than 255 different bytes.
                known += 1;
                *row = known;
                places.resize(places.len() + blocks, 0);
            }
            places[usize::from(*row) * blocks + at / BLOCK] |= 1 << (at % BLOCK);
        }
        let mut all: Vec<&str> = letters.split(' ').filter(|word| !word.is_empty()).collect();
        all.sort_unstable();
        let words: Vec<Word> =
            all.chunk_by(|one, other| one == other).map(|same| Word::new(same[0], same.len())).collect();
        let information = words.iter().map(|word| word.information * word.count as f64).sum();
        let bits = all.iter().fold(0, |bits, word| bits | 1 << Passage::bit(word));
        let window = LEAST_WINDOW.max((WINDOW * all.len() as f64) as usize);
        Self { words, information, bits, window, length: letters.len(), blocks, rows, places }
    }

    /// The share of the phrasing's words, the more telling counting for more, that stand together in `passage`, in whatever
    /// order: the best of all stretches a quarter longer than the phrasing, in words; 0 to 1. A clause that was moved costs
    /// nothing here.
    #[must_use]
    pub fn gathered(&self, passage: &Passage<'_>) -> f64 {
        let place = |&(letters, bit): &(&str, u8)| {
            let may = self.bits >> bit & 1 == 1;
            may.then(|| self.words.binary_search_by(|word| (*word.letters).cmp(letters)).ok()).flatten()
        };
        // Most passages hold few of the words: only where these stand can a stretch be better than the one before.
        let places: Vec<(usize, usize)> =
            passage.words.iter().enumerate().filter_map(|(at, word)| Some((at, place(word)?))).collect();
        let mut seen = vec![0; self.words.len()];
        let (mut told, mut best, mut first) = (0.0, 0.0, 0);
        for &(at, entering) in &places {
            while let Some(&(_, leaving)) = places.get(first).filter(|(left, _)| left + self.window <= at) {
                let word = &self.words[leaving];
                told -= if seen[leaving] <= word.count { word.information } else { 0.0 };
                seen[leaving] -= 1;
                first += 1;
            }
            let word = &self.words[entering];
            seen[entering] += 1;
            told += if seen[entering] <= word.count { word.information } else { 0.0 };
            best = f64::max(best, told);
        }
        // What comes and goes leaves a rest behind.
        if self.information > 0.0 { (best / self.information).min(1.0) } else { 0.0 }
    }

    /// The [`closeness`] of the phrasing and `passage`, or `least` where that is more.
    #[must_use]
    pub fn closer(&self, passage: &str, least: f64) -> f64 {
        let passage = passage.as_bytes();
        if self.length == 0 || passage.is_empty() {
            return least;
        }
        let both = (self.length + self.length.min(passage.len())) as f64;
        let share = |common: usize| 2.0 * common as f64 / both;
        // What has no more in common than this is no closer.
        let mut best = (0..=self.length).rev().find(|&common| share(common) <= least).unwrap_or(0);
        let last = passage.len().saturating_sub(self.length);
        let mut next = 0;
        let mut open = vec![0; self.blocks];
        for at in 0..=last {
            let begins_word = at == 0 || at == last || passage[at - 1] == b' ';
            if begins_word && at >= next {
                let stretch = &passage[at..passage.len().min(at + self.length)];
                let common = self.common(stretch, &mut open);
                // Each step to the right brings in one letter: before so many nothing can be better than the best.
                next = at + 1 + best.max(common) - common;
                best = best.max(common);
            }
        }
        share(best).max(least)
    }

    /// The length of the longest common subsequence with `text`; `open` is room for the blocks.
    ///
    /// Bit-parallel: Hyyrö, "Bit-parallel LCS-length computation revisited", 2004.
    fn common(&self, text: &[u8], open: &mut [u128]) -> usize {
        let rows = text.iter().map(|&byte| usize::from(self.rows[usize::from(byte)]));
        if self.blocks == 1 {
            let step = |open: u128, row: usize| {
                let places = self.places[row];
                open.wrapping_add(open & places) | (open & !places)
            };
            return rows.fold(u128::MAX, step).count_zeros() as usize;
        }
        open.fill(u128::MAX);
        for row in rows.filter(|&row| row != 0) {
            let mut carry = false;
            for (open, &places) in open.iter_mut().zip(&self.places[row * self.blocks..]) {
                let (sum, first) = open.overflowing_add(*open & places);
                let (sum, second) = sum.overflowing_add(u128::from(carry));
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

    #[test]
    fn words_are_gathered_in_any_order() {
        for (phrasing, passage, expected) in [
            ("the dam broke at night", "at night the dam broke", "the dam broke at night"),
            ("the dam broke at night", "the dam was old at night", "the dam at night"),
            ("the dam and the dyke", "the dam and no dyke", "the dam and dyke"),
            ("the dam broke", "the a b c d e f g dam h broke", "dam broke"),
            ("", "abc", ""),
            ("abc", "", ""),
        ] {
            let told = |text: &str| text.split_whitespace().map(english::information).sum::<f64>();
            let expected = told(expected) / told(phrasing).max(1.0);
            let found = Pattern::new(phrasing).gathered(&Passage::new(passage));
            assert!((found - expected).abs() < 1e-9, "{phrasing} / {passage}: {found}");
        }
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
        fn subsequences_are_as_long_as_they_are(one in "[ab ]{0,300}", other in "[abc ]{0,90}") {
            let pattern = Pattern::new(&one);
            let found = pattern.common(other.as_bytes(), &mut vec![0; pattern.blocks]);
            prop_assert_eq!(found, common_slowly(one.as_bytes(), other.as_bytes()));
        }

        #[test]
        fn what_is_no_closer_is_passed_over(one in "[abc ]{1,20}", other in "[abc ]{1,60}", least in 0.0..1.0) {
            let found = Pattern::new(&one).closer(&other, least);
            prop_assert_eq!(found.to_bits(), closeness(&one, &other).max(least).to_bits());
        }
    }
}
