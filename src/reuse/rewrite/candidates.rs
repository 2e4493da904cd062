//! Which articles are worth holding against each other: those that share rare combinations of words.

use std::cmp::Reverse;

use rayon::prelude::*;

use crate::reuse::fingerprint;
use crate::reuse::vocabulary::number;

use super::outline::{Outline, Told};

/// Of each sentence so many of its most telling words and values are combined, two by two. A sentence has some ten.
const COMBINED: usize = 8;
/// Two articles are held against each other that share so many combinations. Rewrites share dozens.
const SHARED: usize = 6;
/// Of up to so many articles that share a combination, each is held against each.
const MANY: usize = 32;
/// Of more, each is held against so many of the others.
const NEIGHBOURS: usize = 8;

/// Each article is held against so many others, those with which it shares most. Of a story with more rewrites than that,
/// each has its nearest ones.
const NEAREST: usize = 16;

/// The pairs of articles that share enough, in order.
pub(super) fn find(outlines: &[Outline]) -> Vec<(u32, u32)> {
    let mut combinations: Vec<(u64, u64, u32)> = outlines
        .par_iter()
        .enumerate()
        .flat_map_iter(|(source, outline)| {
            let key = move |combination| (combination, outline.content, number(source));
            combinations(outline).into_iter().map(key)
        })
        .collect();
    combinations.par_sort_unstable();
    let mut pairs = Vec::new();
    for group in combinations.chunk_by(|one, other| one.0 == other.0) {
        let near = if group.len() > MANY { NEIGHBOURS } else { MANY };
        for (at, &(_, _, one)) in group.iter().enumerate() {
            let before = group.get(at.saturating_sub(near)..at).unwrap_or_default();
            pairs.extend(before.iter().map(|&(_, _, other)| (one.min(other), one.max(other))));
        }
    }
    pairs.par_sort_unstable();
    let often = pairs.chunk_by(|one, other| one == other).filter(|same| same.len() >= SHARED);
    let counted = often.filter_map(|same| Some((*same.first()?, same.len()))).collect();
    nearest(counted, outlines)
}

/// Of the pairs, each with how many combinations it shares, those in which one is among the [`NEAREST`] of the other.
fn nearest(counted: Vec<((u32, u32), usize)>, outlines: &[Outline]) -> Vec<(u32, u32)> {
    let mut beside: Vec<Vec<(Reverse<usize>, u64, u32)>> = vec![Vec::new(); outlines.len()];
    for ((a, b), shared) in counted {
        for (one, other) in [(a, b), (b, a)] {
            let content = outlines.get(other as usize).map_or(0, |outline| outline.content);
            beside[one as usize].push((Reverse(shared), content, other));
        }
    }
    let mut pairs: Vec<(u32, u32)> = Vec::new();
    for (one, mut others) in beside.into_iter().enumerate() {
        others.sort_unstable();
        let one = number(one);
        pairs.extend(others.iter().take(NEAREST).map(|&(_, _, other)| (one.min(other), one.max(other))));
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// What is combined in one sentence of the article, each combination once.
fn combinations(outline: &Outline) -> Vec<u64> {
    let hashes: Vec<u64> = outline.words.iter().map(|word| fingerprint::of_word(&word.key)).collect();
    let mut found = Vec::new();
    for told in &outline.sentences {
        let words = most_telling(outline, told);
        for (at, &one) in words.iter().enumerate() {
            // Words come in the order of their keys, so that a combination is the same in every article.
            let hash = |one: u32, other: u32| {
                fingerprint::mix(hashes[one as usize] ^ hashes[other as usize].rotate_left(1))
            };
            found.extend(words.iter().skip(at + 1).map(|&other| hash(one, other)));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn most_telling(outline: &Outline, told: &Told) -> Vec<u32> {
    let mut words = told.words.to_vec();
    let weight = |word: u32| outline.words[word as usize].weight;
    words.sort_by(|&a, &b| weight(b).total_cmp(&weight(a)).then(a.cmp(&b)));
    words.truncate(COMBINED);
    words.sort_unstable();
    words
}
