//! The inverted index: which phrasings may be found in a text, by the words that no match can do without.

use std::cmp::Ordering;

use super::candidate::least_of_a_sentence;
use super::{Likeness, Marked, Phrasing, WordId};

/// What a sum of single precision may be off by.
const SLACK: f32 = 1e-3;

/// How much of what a sentence must cover may be left out of the index: the words that most texts have. Each phrasing that is
/// reached in vain costs more than the entries that would have told it apart: of 0 to 0.6, a tenth was the fastest.
const LEFT_OUT: f32 = 0.1;

/// Phrasings by the words of their frames.
///
/// Prefix filtering (Chaudhuri et al., "A primitive operator for similarity joins in data cleaning", 2006): of every phrasing
/// the words that count least are left out, as far as they cannot reach the least share by themselves.
#[derive(Debug, Default)]
pub struct Index {
    /// For each word, where its entries begin; one more at the end.
    starts: Vec<u32>,
    entries: Vec<Entry>,
    /// For each phrasing, the share of its least that a sentence must cover with the words that are indexed.
    wanted: Vec<f32>,
}

/// A phrasing that has a word.
#[derive(Debug, Clone, Copy)]
struct Entry {
    phrasing: u32,
    /// What the word is worth, as a share of what a sentence must cover.
    share: f32,
}

impl Index {
    /// Of `phrasings`, each with the least share of it that a candidate must cover; their lexicon has `words`.
    #[must_use]
    pub fn new<'a>(phrasings: impl IntoIterator<Item = (&'a Phrasing, f64)>, words: usize) -> Self {
        let mut entries: Vec<(WordId, Entry)> = Vec::new();
        let mut wanted = Vec::new();
        for (number, (phrasing, least)) in phrasings.into_iter().enumerate() {
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            let (shares, rest) = telling(phrasing, least);
            entries.extend(shares.into_iter().map(|(word, share)| (word, Entry { phrasing: number, share })));
            wanted.push(1.0 - rest - SLACK);
        }
        entries.sort_by_key(|&(word, _)| word);
        let mut starts = vec![0_u32; words + 1];
        for (word, _) in &entries {
            starts[*word as usize + 1] += 1;
        }
        for word in 0..words {
            starts[word + 1] += starts[word];
        }
        Self { starts, entries: entries.into_iter().map(|(_, entry)| entry).collect(), wanted }
    }

    /// The phrasings of which `marked` may have [candidates](super::candidates), with the sentences that may cover enough.
    #[must_use]
    pub fn reached(&self, marked: &Marked<'_>) -> Reached {
        let mut reached: Vec<(usize, usize)> = Vec::new();
        let mut sums = vec![0.0_f32; self.wanted.len()];
        let mut touched: Vec<u32> = Vec::new();
        let mut best: Vec<(WordId, Likeness)> = Vec::new();
        for (sentence, hits) in marked.sentences().enumerate() {
            best.clear();
            best.extend(hits.iter().map(|hit| (hit.word, hit.likeness)));
            best.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
            best.dedup_by_key(|(word, _)| *word);
            for &(word, likeness) in &best {
                #[allow(clippy::cast_possible_truncation)]
                let similarity = likeness.similarity() as f32;
                for entry in self.entries_of(word) {
                    let sum = &mut sums[entry.phrasing as usize];
                    if *sum == 0.0 {
                        touched.push(entry.phrasing);
                    }
                    *sum += entry.share * similarity;
                }
            }
            for phrasing in touched.drain(..) {
                let phrasing = phrasing as usize;
                if sums[phrasing] >= self.wanted[phrasing] {
                    reached.push((phrasing, sentence));
                }
                sums[phrasing] = 0.0;
            }
        }
        reached.sort_unstable();
        Reached(reached)
    }

    fn entries_of(&self, word: WordId) -> &[Entry] {
        let at = word as usize;
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(&from), Some(&to)) => &self.entries[from as usize..to as usize],
            _ => &[],
        }
    }
}

/// Phrasings, each with the sentences of a text that may cover enough of it.
#[derive(Debug, Default)]
pub struct Reached(Vec<(usize, usize)>);

impl Reached {
    /// The phrasings, in order.
    pub fn phrasings(&self) -> impl Iterator<Item = usize> {
        self.0.chunk_by(|a, b| a.0 == b.0).map(|of_one| of_one[0].0)
    }

    /// The sentences for one of them, in order; none for any other.
    pub fn sentences(&self, phrasing: usize) -> impl Iterator<Item = usize> {
        let from = self.0.partition_point(|&(other, _)| other < phrasing);
        self.0[from..].iter().take_while(move |&&(other, _)| other == phrasing).map(|&(_, sentence)| sentence)
    }
}

/// The words of `phrasing` that are indexed, each with its share of what a sentence must cover; and the share of the others.
fn telling(phrasing: &Phrasing, least: f64) -> (Vec<(WordId, f32)>, f32) {
    let all: f64 = phrasing.sought().map(|(_, word)| word.weight).sum();
    #[allow(clippy::cast_possible_truncation)]
    let share = |weight: f64| (weight / (all * least_of_a_sentence(least))) as f32;
    let mut shares: Vec<(WordId, f32)> =
        phrasing.sought().map(|(_, word)| (word.word, share(word.weight))).collect();
    shares.sort_by_key(|&(word, _)| word);
    shares.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        kept.1 += if same { next.1 } else { 0.0 };
        same
    });
    shares.sort_by(|a, b| a.1.partial_cmp(&b.1).unwrap_or(Ordering::Equal).then(a.0.cmp(&b.0)));
    let mut rest = 0.0;
    let left_out = shares.iter().take_while(|(_, share)| {
        let fits = rest + share <= LEFT_OUT;
        rest += if fits { *share } else { 0.0 };
        fits
    });
    let count = left_out.count();
    shares.drain(..count);
    (shares, rest)
}
