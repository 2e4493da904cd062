//! In what part of a text a word stands.

use crate::span::Span;

/// In what part of their texts the words of a passage stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PassageStanding {
    /// The text's own words, in both sources: one has them from the other, or both from a third.
    Text,
    /// Within quotation marks in both: both quote the same words.
    Quotation,
    /// Within quotation marks in one only: a speech or a release and a text that quotes it, or a quotation whose
    /// marks were dropped. The words are still the speaker's, and nobody is said to have copied them.
    QuotedByOne,
    /// What pages carry around an article: "You can also follow us", a note on cookies, a copyright line.
    Furniture,
}

impl PassageStanding {
    /// Where words stand that stand so in one source and so in the other.
    pub(super) fn of_both(self, other: Self) -> Self {
        match (self, other) {
            (Self::Furniture, _) | (_, Self::Furniture) => Self::Furniture,
            (Self::Text, Self::Text) => Self::Text,
            (Self::Quotation, Self::Quotation) => Self::Quotation,
            _ => Self::QuotedByOne,
        }
    }

    /// Whether the words are a speaker's: within quotation marks in at least one of the two.
    #[must_use]
    pub fn is_quoted(self) -> bool {
        matches!(self, Self::Quotation | Self::QuotedByOne)
    }
}

/// How the words of a text stand.
#[derive(Debug, Clone, Default)]
pub(super) struct Standings {
    /// Of each stretch of words that stand alike: how they stand, and the number of the word after it.
    stretches: Vec<(PassageStanding, usize)>,
    /// How many words are the text's own.
    own: usize,
}

impl Standings {
    /// Adds the next word.
    pub(super) fn push(&mut self, standing: PassageStanding) {
        self.own += usize::from(standing == PassageStanding::Text);
        let end = self.stretches.last().map_or(0, |&(_, end)| end) + 1;
        match self.stretches.last_mut() {
            Some((last, until)) if *last == standing => *until = end,
            _ => self.stretches.push((standing, end)),
        }
    }

    pub(super) fn own(&self) -> usize {
        self.own
    }

    /// How the words from `first` on stand, one after another.
    pub(super) fn from(&self, first: usize) -> impl Iterator<Item = PassageStanding> + '_ {
        let start = self.stretches.partition_point(|&(_, end)| end <= first);
        let stretches = self.stretches.get(start..).unwrap_or_default();
        stretches
            .iter()
            .scan(first, |at, &(standing, end)| {
                let count = end - *at;
                *at = end;
                Some(std::iter::repeat_n(standing, count))
            })
            .flatten()
    }
}

/// Spans that are asked about from the start of a text to its end.
pub(super) struct Spans {
    spans: Vec<Span>,
    next: usize,
}

impl Spans {
    /// `spans` may stand in any order, and within each other.
    pub(super) fn new(mut spans: Vec<Span>) -> Self {
        spans.sort_unstable();
        spans.dedup_by(|later, earlier| {
            let joined = later.start <= earlier.end;
            if joined {
                *earlier = earlier.cover(*later);
            }
            joined
        });
        Self { spans, next: 0 }
    }

    /// Whether one of them shares a byte with `place`, which is not before the one asked about last.
    pub(super) fn overlap(&mut self, place: Span) -> bool {
        while let Some(span) = self.spans.get(self.next) {
            if span.end > place.start {
                return span.overlaps(place);
            }
            self.next += 1;
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn standing() -> impl Strategy<Value = PassageStanding> {
        prop_oneof![
            Just(PassageStanding::Text),
            Just(PassageStanding::Quotation),
            Just(PassageStanding::Furniture)
        ]
    }

    proptest! {
        #[test]
        fn standings_are_kept(all in prop::collection::vec(standing(), 0..30)) {
            let mut kept = Standings::default();
            all.iter().for_each(|&standing| kept.push(standing));
            for first in 0..=all.len() {
                prop_assert_eq!(kept.from(first).collect::<Vec<_>>(), &all[first..]);
            }
            prop_assert_eq!(kept.own(), all.iter().filter(|&&one| one == PassageStanding::Text).count());
        }

        #[test]
        fn spans_overlap_as_one_by_one(
            spans in prop::collection::vec((0..40_usize, 0..8_usize), 0..6),
            places in prop::collection::vec((1..4_usize, 1..3_usize), 0..12),
        ) {
            let spans: Vec<_> = spans.iter().map(|&(start, length)| Span::new(start, start + length)).collect();
            let mut asked = Spans::new(spans.clone());
            let mut at = 0;
            for (gap, length) in places {
                let place = Span::new(at + gap, at + gap + length);
                at = place.end;
                // What is merged may close over a span without bytes, which holds nothing.
                let expected = spans.iter().any(|span| span.overlaps(place));
                if spans.iter().all(|span| !span.is_empty()) {
                    prop_assert_eq!(asked.overlap(place), expected);
                }
            }
        }
    }
}
