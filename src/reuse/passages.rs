//! What two texts have in common, word by word.
//!
//! The search is that of greedy string tiling (M. J. Wise, "String similarity via greedy string tiling and running
//! Karp-Rabin matching", 1993) without its going back: from the start of one text to its end, the longest run that also
//! stands in the other is taken and left behind. Words are compared as such, never by a hash alone, and each is in
//! one passage at most. The work grows with the two texts: at every word no more than [`TRIED`] places are tried, and
//! what is read of the best is skipped.

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::fingerprint::{mix, of_runs};
use super::standing::PassageStanding;
use super::vocabulary::number;

/// The passages of two texts of which one is known to be shared have this many words or more. Shorter runs, titles,
/// offices, "at the end of the day", recur in independent texts.
pub(super) const LEAST: usize = 8;
/// In how many places a run is looked for that one text has again and again.
const TRIED: usize = 16;

/// Words that two texts share: from `a` on in one and from `b` on in the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Run {
    pub(super) a: usize,
    pub(super) b: usize,
    pub(super) words: usize,
}

/// A text to look for another's runs in.
pub(super) struct Searched<'a> {
    words: &'a [u32],
    /// The first place of the run of [`LEAST`] words that has a hash.
    first: FxHashMap<u64, u32>,
    /// The next place of the run at each place, if any.
    next: Vec<Option<u32>>,
}

impl<'a> Searched<'a> {
    pub(super) fn new(words: &'a [u32]) -> Self {
        let hashes = hashes(words);
        let mut first = FxHashMap::with_capacity_and_hasher(hashes.len(), FxBuildHasher);
        let mut next = vec![None; hashes.len()];
        for (at, (hash, next)) in hashes.iter().zip(&mut next).enumerate().rev() {
            *next = first.insert(*hash, number(at));
        }
        Self { words, first, next }
    }

    /// The runs that are shared with `other`, in its order. No word is in two of them.
    pub(super) fn shared_with(&self, other: &[u32]) -> Vec<Run> {
        let mut taken = vec![false; self.words.len()];
        let mut found = Vec::new();
        let hashes = hashes(other);
        let mut at = 0;
        while let Some(hash) = hashes.get(at) {
            let Some(run) = self.longest(*hash, other, at, &taken) else {
                at += 1;
                continue;
            };
            taken.iter_mut().skip(run.a).take(run.words).for_each(|word| *word = true);
            found.push(run);
            at += run.words;
        }
        found
    }

    /// The longest of the runs that begin with `hash` at `at` in `other`, the first of those alike.
    fn longest(&self, hash: u64, other: &[u32], at: usize, taken: &[bool]) -> Option<Run> {
        let mut best: Option<Run> = None;
        let after = |&at: &u32| self.next.get(at as usize).copied().flatten();
        for place in std::iter::successors(self.first.get(&hash).copied(), after).take(TRIED) {
            let place = place as usize;
            let both = self.words.iter().zip(taken).skip(place).zip(other.iter().skip(at));
            let words = both.take_while(|((word, taken), other)| !**taken && word == other).count();
            if words >= LEAST && best.is_none_or(|best| words > best.words) {
                best = Some(Run { a: place, b: at, words });
            }
        }
        best
    }
}

fn hashes(words: &[u32]) -> Vec<u64> {
    let items: Vec<u64> = words.iter().map(|&word| mix(u64::from(word))).collect();
    of_runs(&items, LEAST)
}

/// Part of a run whose words stand alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    /// The number of its first word in the run.
    pub(super) start: usize,
    /// How many words it has.
    pub(super) words: usize,
    /// How many of them are both texts' own.
    pub(super) own: usize,
    pub(super) standing: PassageStanding,
}

/// The parts of a run whose words stand as `standings`: what is quoted, or furniture, for [`LEAST`] words in a row is a
/// part of its own; a few quoted words within a sentence are not. What is left between with fewer words ("he told
/// reporters") says nothing and is left out.
pub(super) fn parts(standings: &[PassageStanding]) -> Vec<Part> {
    let mut parts = Vec::new();
    let (mut start, mut at) = (0, 0);
    let alike = |one: &PassageStanding, other: &PassageStanding| class(*one) == class(*other);
    for stretch in standings.chunk_by(alike) {
        let end = at + stretch.len();
        if stretch.len() >= LEAST && class(stretch[0]) != PassageStanding::Text {
            parts.extend(part(standings, start, at));
            parts.extend(part(standings, at, end));
            start = end;
        }
        at = end;
    }
    parts.extend(part(standings, start, at));
    parts
}

/// Whether the marks stand in both texts or in one makes no part.
fn class(standing: PassageStanding) -> PassageStanding {
    if standing.is_quoted() { PassageStanding::Quotation } else { standing }
}

fn part(standings: &[PassageStanding], start: usize, end: usize) -> Option<Part> {
    let inside = standings.get(start..end).filter(|inside| inside.len() >= LEAST)?;
    let count = |wanted: PassageStanding| inside.iter().filter(|&&one| one == wanted).count();
    let own = count(PassageStanding::Text);
    let (quoted, by_one) = (count(PassageStanding::Quotation), count(PassageStanding::QuotedByOne));
    let standing = if own >= LEAST {
        PassageStanding::Text
    } else if count(PassageStanding::Furniture) > quoted + by_one {
        PassageStanding::Furniture
    } else if quoted >= by_one {
        PassageStanding::Quotation
    } else {
        PassageStanding::QuotedByOne
    };
    Some(Part { start, words: inside.len(), own, standing })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shared(a: &[u32], b: &[u32]) -> Vec<Run> {
        let mut runs = Searched::new(a).shared_with(b);
        runs.sort_unstable();
        runs
    }

    /// Its first word, how many it has, and the letter of how they stand.
    type Seen = (usize, usize, char);

    fn parts_of(standings: &str) -> Vec<Seen> {
        let letters = [
            ('t', PassageStanding::Text),
            ('q', PassageStanding::Quotation),
            ('o', PassageStanding::QuotedByOne),
            ('f', PassageStanding::Furniture),
        ];
        let standing = |c| letters.iter().find(|(letter, _)| *letter == c).map(|(_, standing)| *standing);
        let standings: Vec<PassageStanding> = standings.chars().filter_map(standing).collect();
        let letter = |standing| letters.iter().find(|(_, one)| *one == standing).map_or('?', |(c, _)| *c);
        parts(&standings).iter().map(|part| (part.start, part.words, letter(part.standing))).collect()
    }

    #[test]
    fn runs_are_cut_where_a_quotation_begins_or_ends() {
        let table: [(&str, &[Seen]); 10] = [
            ("tttttttttt", &[(0, 10, 't')]),
            ("ttttqqtttt", &[(0, 10, 't')]),
            ("ttttqqqttt", &[(0, 10, 'q')]),
            ("qqqqqqqqqqtttqqqqqqqq", &[(0, 10, 'q'), (13, 8, 'q')]),
            ("ttttttttttqqqqqqqqq", &[(0, 10, 't'), (10, 9, 'q')]),
            ("qqqqooooo", &[(0, 9, 'o')]),
            ("ttttttttfffffffft", &[(0, 8, 't'), (8, 8, 'f')]),
            ("fffffffftttttttt", &[(0, 8, 'f'), (8, 8, 't')]),
            ("ttttttt", &[]),
            ("", &[]),
        ];
        for (standings, expected) in table {
            assert_eq!(parts_of(standings), expected, "{standings}");
        }
    }

    #[test]
    fn a_text_of_one_word_is_read_once() {
        let same = vec![7; 200_000];
        assert_eq!(shared(&same, &same), [Run { a: 0, b: 0, words: 200_000 }]);
    }

    #[test]
    fn each_of_two_places_is_taken_once() {
        let passage: Vec<u32> = (0..10).collect();
        let twice = [&passage[..], &[99], &passage].concat();
        let other = [&[50, 51], &passage[..], &[52], &passage, &[53], &passage].concat();
        assert_eq!(shared(&twice, &other), [Run { a: 0, b: 2, words: 10 }, Run { a: 11, b: 13, words: 10 }]);
    }

    proptest! {
        #[test]
        fn runs_are_equal_apart_and_as_long_as_can_be(
            a in prop::collection::vec(0..2_u32, 0..80),
            b in prop::collection::vec(0..2_u32, 0..80),
        ) {
            let runs = shared(&a, &b);
            let mut in_b = vec![false; b.len()];
            let mut before = 0;
            for run in &runs {
                prop_assert!(run.words >= LEAST && run.a >= before);
                before = run.a + run.words;
                prop_assert_eq!(&a[run.a..before], &b[run.b..run.b + run.words]);
                for word in &mut in_b[run.b..run.b + run.words] {
                    prop_assert!(!*word);
                    *word = true;
                }
            }
        }
    }
}
