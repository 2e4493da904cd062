//! One source, made ready for being held against all others.

use crate::span::Span;
use crate::text;

use super::furniture::furniture;
use super::places::Places;
use super::standing::{PassageStanding, Standings};
use super::vocabulary::{Vocabulary, number};
use super::{fingerprint, standing};

/// All that is kept of one source: its words as numbers, where each stands, and its fingerprints. The text itself is
/// not needed any more. Any number of sources can be prepared at the same time.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// The words that the source uses, numbered for itself.
    pub(super) vocabulary: Vocabulary,
    pub(super) words: Vec<u32>,
    pub(super) places: Places,
    pub(super) standings: Standings,
    pub(super) fingerprints: Vec<(u64, u32)>,
    /// A hash of all its words in order.
    pub(super) content: u64,
}

impl Prepared {
    /// Prepares the source whose text is `text`, of which only `article` counts; `quoted` are the spans of what it quotes,
    /// in any order, those outside of `article` too.
    #[must_use]
    pub fn new(text: &str, article: Span, quoted: &[Span]) -> Self {
        Self::with_furniture(text, article, quoted, &furniture(text, article))
    }

    /// The same where it is known which lines of the article are [`furniture`].
    #[must_use]
    pub fn with_furniture(text: &str, article: Span, quoted: &[Span], furniture: &[Span]) -> Self {
        let (article, within) = match text.get(article.start..article.end) {
            Some(within) => (article, within),
            None => (Span::new(0, text.len()), text),
        };
        let mut quotations = standing::Spans::new(quoted.to_vec());
        let mut furniture = standing::Spans::new(furniture.to_vec());
        let mut made = Made::default();
        for word in text::words(within) {
            let place = Span::new(article.start + word.span.start, article.start + word.span.end);
            let standing = if quotations.overlap(place) {
                PassageStanding::Quotation
            } else if furniture.overlap(place) {
                PassageStanding::Furniture
            } else {
                PassageStanding::Text
            };
            made.standings.push(standing);
            made.places.push(place);
            made.push(&word.folded);
        }
        made.finish()
    }
}

/// What has been read so far.
#[derive(Default)]
struct Made {
    vocabulary: Vocabulary,
    words: Vec<u32>,
    hashes: Vec<u64>,
    places: Places,
    standings: Standings,
}

impl Made {
    fn push(&mut self, word: &str) {
        let hash = fingerprint::of_word(word);
        self.words.push(self.vocabulary.number_of(word, hash));
        self.hashes.push(hash);
    }

    fn finish(mut self) -> Prepared {
        self.places.shrink();
        let fingerprints = fingerprint::of_text(&self.hashes);
        Prepared {
            vocabulary: self.vocabulary,
            words: self.words,
            places: self.places,
            standings: self.standings,
            fingerprints: fingerprints.into_iter().map(|(hash, at)| (hash, number(at))).collect(),
            content: self.hashes.iter().fold(0, |all, &word| fingerprint::mix(all ^ word)),
        }
    }
}
