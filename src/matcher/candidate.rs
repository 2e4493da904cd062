//! Candidates: the sentences, and pairs of neighbouring ones, that cover enough of a phrasing.

use super::{Marked, Phrasing};

/// A passage that may bear on a phrasing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate {
    /// Its first sentence.
    pub first: usize,
    /// Past its last sentence.
    pub end: usize,
    /// The share of the phrasing's weight that its own words cover, 0 to 1.
    pub own: f64,
}

/// How many sentences a passage has at most.
const PASSAGE_SENTENCES: usize = 3;

/// How much more than its better half a pair of sentences must cover.
const PAIR_GAIN: f64 = 0.12;

/// The share of what a passage must cover that one of its sentences must cover by itself.
const CORE: f64 = 0.6;

/// Passages of `marked` whose own words cover at least `least` of `phrasing`, in order of the text.
#[must_use]
pub fn candidates(phrasing: &Phrasing, marked: &Marked<'_>, least: f64) -> Vec<Candidate> {
    let sentences = marked.document.sentences().len();
    let covered: Vec<f64> = (0..sentences).map(|s| coverage(phrasing, marked, s, s + 1)).collect();
    let mut found = Vec::new();
    for first in 0..sentences {
        if covered[first] >= least {
            found.push(Candidate { first, end: first + 1, own: covered[first] });
        }
        for end in first + 2..=sentences.min(first + PASSAGE_SENTENCES) {
            let better = covered[first..end].iter().fold(0.0_f64, |a, &b| a.max(b));
            let together = covered[first..end].iter().sum::<f64>();
            if together < least || better < CORE * least.max(0.5) || together < better + PAIR_GAIN {
                continue;
            }
            let own = coverage(phrasing, marked, first, end);
            if own >= least && own >= better + PAIR_GAIN {
                found.push(Candidate { first, end, own });
            }
        }
    }
    found
}

/// The share of the phrasing's weight that the sentences `first..end` answer, each word once.
fn coverage(phrasing: &Phrasing, marked: &Marked<'_>, first: usize, end: usize) -> f64 {
    let hits = marked.hits(first, end);
    if hits.is_empty() {
        return 0.0;
    }
    // A claim of values and function words alone is found by the words of its question.
    let own = phrasing.weight > 0.0;
    let words = || phrasing.frame.iter().filter(move |word| word.token.is_some() == own);
    let covered: f64 = words()
        .map(|word| {
            let best = hits.iter().filter(|hit| hit.word == word.word).map(|hit| hit.likeness).max();
            word.weight * best.map_or(0.0, super::Likeness::similarity)
        })
        .sum();
    let all: f64 = words().map(|word| word.weight).sum();
    if all > 0.0 { covered / all } else { 0.0 }
}
