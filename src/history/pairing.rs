//! Which removed sentence became which added one: those that resemble each other most, first.

use std::collections::{BTreeMap, BTreeSet};

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::english;
use crate::text::TokenKind;

use super::reading::Reading;

/// Where partners are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// One sentence stands in the stead of one.
    Lone,
    /// Several stand in the stead of several.
    Place,
    /// Anywhere in the text.
    Anywhere,
}

impl Scope {
    /// The share of their words that two sentences must have in common, 0 to 1: the less, the more their places tell.
    const fn least(self) -> f64 {
        match self {
            Self::Lone => 0.3,
            Self::Place => 0.45,
            Self::Anywhere => 0.6,
        }
    }
}

/// Up to so many pairs are all compared; of more, those that share rare words.
const ALL_PAIRS: usize = 256;
/// How many of a sentence's rarest words are looked up.
const RARE: usize = 6;
/// A word in more sentences than this is not rare.
const COMMON: usize = 40;
/// With how many sentences that share rare words a sentence is compared.
const CANDIDATES: usize = 8;

/// What a function word weighs, another word weighing one.
const FUNCTION: f64 = 0.4;

/// Pairs found so far.
pub(super) struct Pairing<'a> {
    old: &'a Reading,
    new: &'a Reading,
    apart: &'a dyn Fn(usize, usize) -> bool,
    gone: BTreeSet<usize>,
    come: BTreeSet<usize>,
    pairs: Vec<(usize, usize)>,
}

impl<'a> Pairing<'a> {
    pub(super) fn new(old: &'a Reading, new: &'a Reading, apart: &'a dyn Fn(usize, usize) -> bool) -> Self {
        Self { old, new, apart, gone: BTreeSet::new(), come: BTreeSet::new(), pairs: Vec::new() }
    }

    /// All pairs, in the order of the later version.
    pub(super) fn into_pairs(mut self) -> Vec<(usize, usize)> {
        self.pairs.sort_by_key(|&(was, is)| (is, was));
        self.pairs
    }

    /// Pairs those of the sentences `was` and `is` that have no partner yet.
    pub(super) fn pair(&mut self, was: &[usize], is: &[usize], scope: Scope) {
        let was: Vec<usize> = was.iter().copied().filter(|at| !self.gone.contains(at)).collect();
        let is: Vec<usize> = is.iter().copied().filter(|at| !self.come.contains(at)).collect();
        let mut scored: Vec<(f64, usize, usize)> = self
            .candidates(&was, &is)
            .into_iter()
            .filter(|&(a, b)| !(self.apart)(a, b))
            .map(|(a, b)| (likeness(&words(self.old, a), &words(self.new, b)), a, b))
            .filter(|&(likeness, ..)| likeness >= scope.least())
            .collect();
        scored.sort_by(|(x, a, b), (y, c, d)| y.total_cmp(x).then((a, b).cmp(&(c, d))));
        for (_, a, b) in scored {
            if !self.gone.contains(&a) && !self.come.contains(&b) {
                self.gone.insert(a);
                self.come.insert(b);
                self.pairs.push((a, b));
            }
        }
    }

    /// The pairs that are worth comparing: all of a few; of many, those that share rare words, or stand in each other's
    /// stead row by row, as in a table.
    fn candidates(&self, was: &[usize], is: &[usize]) -> Vec<(usize, usize)> {
        if was.len().saturating_mul(is.len()) <= ALL_PAIRS {
            return was.iter().flat_map(|&a| is.iter().map(move |&b| (a, b))).collect();
        }
        let mut holders: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for &b in is {
            let distinct: BTreeSet<&str> = words(self.new, b).into_iter().collect();
            distinct.into_iter().for_each(|word| holders.entry(word).or_default().push(b));
        }
        let of_sentence = |&a: &usize| {
            let distinct: BTreeSet<&str> = words(self.old, a).into_iter().collect();
            let mut held: Vec<&Vec<usize>> = distinct
                .into_iter()
                .filter_map(|word| holders.get(word))
                .filter(|h| h.len() <= COMMON)
                .collect();
            held.sort_by_key(|holders| holders.len());
            let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
            for &b in held.into_iter().take(RARE).flatten() {
                *shared.entry(b).or_default() += 1;
            }
            let mut best: Vec<(usize, usize)> = shared.into_iter().map(|(b, count)| (count, b)).collect();
            best.sort_by_key(|&(count, b)| (std::cmp::Reverse(count), b));
            best.into_iter().take(CANDIDATES).map(move |(_, b)| (a, b)).collect::<Vec<_>>()
        };
        let beside = was.iter().copied().zip(is.iter().copied()).filter(|_| was.len() == is.len());
        let all: BTreeSet<(usize, usize)> = was.iter().flat_map(of_sentence).chain(beside).collect();
        all.into_iter().collect()
    }
}

/// The folded words and numbers of a sentence.
fn words(reading: &Reading, sentence: usize) -> Vec<&str> {
    let document = &reading.document;
    let says = |&at: &usize| document.tokens()[at].kind != TokenKind::Punctuation;
    reading.sentences[sentence].tokens.clone().filter(says).map(|at| document.folded(at)).collect()
}

/// The share of their words that two sentences have in common, in the same order, 0 to 1.
fn likeness(one: &[&str], other: &[&str]) -> f64 {
    let weight = |word: &&str| if english::is_function_word(word) { FUNCTION } else { 1.0 };
    let all: f64 = one.iter().chain(other).map(weight).sum();
    let ops = capture_diff_slices(Algorithm::Myers, one, other);
    let equal = ops.iter().filter(|op| matches!(op, DiffOp::Equal { .. }));
    let common: f64 = equal.flat_map(|op| &one[op.old_range()]).map(weight).sum();
    if all > 0.0 { 2.0 * common / all } else { 0.0 }
}
