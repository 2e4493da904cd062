//! Where a text's words stand, in some two bytes a word.

use crate::span::Span;

/// After how many words a place is noted outright.
const STEP: usize = 64;

/// The spans of a text's words, kept as the gap before each and its length, since all of them stay in memory after the
/// texts are gone. Numbers are written in base 128, the lowest digits first, so that nearly all take one byte.
#[derive(Debug, Clone, Default)]
pub(super) struct Places {
    digits: Vec<u8>,
    /// Of every [`STEP`]th word: where its digits begin, and where the word before it ends.
    steps: Vec<(usize, usize)>,
    words: usize,
    end: usize,
}

impl Places {
    /// Adds the place of the next word.
    pub(super) fn push(&mut self, word: Span) {
        if self.words.is_multiple_of(STEP) {
            self.steps.push((self.digits.len(), self.end));
        }
        write(word.start.saturating_sub(self.end), &mut self.digits);
        write(word.len(), &mut self.digits);
        self.words += 1;
        self.end = word.end;
    }

    pub(super) fn shrink(&mut self) {
        self.digits.shrink_to_fit();
        self.steps.shrink_to_fit();
    }

    /// Where `count` words from the one numbered `first` stand, with what is between them.
    pub(super) fn cover(&self, first: usize, count: usize) -> Span {
        let last = self.word(first + count.saturating_sub(1));
        self.word(first).cover(last)
    }

    fn word(&self, number: usize) -> Span {
        let Some(&(mut at, mut end)) = self.steps.get(number / STEP) else { return Span::default() };
        let mut word = Span::default();
        for _ in 0..=number % STEP {
            let start = end + read(&self.digits, &mut at);
            end = start + read(&self.digits, &mut at);
            word = Span::new(start, end);
        }
        word
    }
}

fn write(mut number: usize, digits: &mut Vec<u8>) {
    while number >= 0x80 {
        digits.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    digits.push(number as u8);
}

fn read(digits: &[u8], at: &mut usize) -> usize {
    let (mut number, mut shift) = (0, 0);
    while let Some(&digit) = digits.get(*at) {
        *at += 1;
        number |= usize::from(digit & 0x7f) << shift;
        shift += 7;
        if digit < 0x80 {
            break;
        }
    }
    number
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn places_are_kept_exactly(gaps in prop::collection::vec((0..20_000_usize, 1..300_usize), 1..300)) {
            let mut places = Places::default();
            let mut spans = Vec::new();
            for (gap, length) in gaps {
                let start = spans.last().map_or(0, |last: &Span| last.end) + gap;
                spans.push(Span::new(start, start + length));
                places.push(Span::new(start, start + length));
            }
            for (first, span) in spans.iter().enumerate() {
                prop_assert_eq!(places.cover(first, 1), *span);
                let last = spans[spans.len() - 1];
                prop_assert_eq!(places.cover(first, spans.len() - first), span.cover(last));
            }
        }
    }
}
