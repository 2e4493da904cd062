//! Which sources are worth holding against each other: those that share a fingerprint.

use std::cmp::Ordering;

use rayon::prelude::*;

use super::fingerprint::RUN;
use super::index::Indexed;
use super::vocabulary::Vocabulary;

/// Against how many others a source is held for a passage that many carry. A dozen outlets with one agency's story
/// are all held against each other.
pub const NEIGHBOURS: usize = 16;
/// By how many of the words that follow a common fingerprint its sources are ordered.
const COMPARED: usize = 64;

/// A fingerprint of a source, and the number of its first word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fingerprint {
    pub(super) hash: u64,
    pub(super) source: u32,
    pub(super) at: u32,
}

/// The pairs of sources that share a fingerprint, in order, and how many sources share each.
pub(super) fn find(
    mut fingerprints: Vec<Fingerprint>,
    sources: &[Indexed],
    vocabulary: &Vocabulary,
) -> (Vec<(u32, u32)>, Spread) {
    fingerprints.par_sort_unstable();
    // A source that repeats itself is held against others once.
    fingerprints.dedup_by_key(|fingerprint| (fingerprint.hash, fingerprint.source));
    let mut pairs = Vec::new();
    let mut spread = Vec::new();
    for group in fingerprints.chunk_by_mut(|one, other| one.hash == other.hash) {
        if group.len() > NEIGHBOURS + 1 {
            group.sort_by(|one, other| by_what_follows(one, other, sources, vocabulary));
        }
        for (at, one) in group.iter().enumerate() {
            let before = group.get(at.saturating_sub(NEIGHBOURS)..at).unwrap_or_default();
            pairs.extend(
                before.iter().map(|other| (one.source.min(other.source), one.source.max(other.source))),
            );
            if group.len() > 1 {
                spread.push((one.source, one.at, group.len()));
            }
        }
    }
    pairs.par_sort_unstable();
    pairs.dedup();
    spread.par_sort_unstable();
    (pairs, Spread { carried: spread })
}

/// Orders the sources of one fingerprint so that those stand together that go on alike. Then those that share a
/// passage stand in one row, however many others have its first words, and each is next to another of them.
/// What decides does not depend on the order in which the sources came, but between equal texts.
fn by_what_follows(
    one: &Fingerprint,
    other: &Fingerprint,
    sources: &[Indexed],
    vocabulary: &Vocabulary,
) -> Ordering {
    let source = |fingerprint: &Fingerprint| sources.get(fingerprint.source as usize);
    let following = |fingerprint: &Fingerprint| {
        let words = source(fingerprint).map_or(&[][..], |source| &source.words);
        let words = words.iter().skip(fingerprint.at as usize).take(COMPARED);
        words.map(|&word| vocabulary.hash(word))
    };
    let content = |fingerprint: &Fingerprint| source(fingerprint).map(|source| source.content);
    following(one)
        .cmp(following(other))
        .then_with(|| content(one).cmp(&content(other)))
        .then_with(|| one.source.cmp(&other.source))
}

/// How many sources carry what.
#[derive(Debug)]
pub(super) struct Spread {
    /// A source, the first word of a fingerprint that others carry too, and how many do.
    carried: Vec<(u32, u32, usize)>,
}

impl Spread {
    /// How many sources carry a passage of `words` words from the one numbered `first` on: at least the two that
    /// it was found in. Of its fingerprints the middle one counts, for those at its ends are kept by some of the sources
    /// only, as what surrounds it will have it, and one may stand in a turn of phrase.
    pub(super) fn carriers(&self, source: u32, first: usize, words: usize) -> usize {
        let from = self.carried.partition_point(|&(of, at, _)| (of, at as usize) < (source, first));
        let inside = self
            .carried
            .iter()
            .skip(from)
            .take_while(|&&(of, at, _)| of == source && at as usize + RUN <= first + words);
        let mut carriers: Vec<usize> = inside.map(|&(_, _, carriers)| carriers).collect();
        carriers.sort_unstable();
        carriers.get(carriers.len() / 2).copied().unwrap_or(2)
    }
}
