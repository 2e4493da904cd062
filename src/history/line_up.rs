//! Which sentences of two versions are the same, and which became which.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::pairing::{Pairing, Scope};
use super::reading::Reading;

/// What became of the sentences that are not where they were; each is named by its number in its own version.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct LineUp {
    pub(super) edited: Vec<(usize, usize)>,
    pub(super) moved: Vec<(usize, usize)>,
    pub(super) added: Vec<usize>,
    pub(super) removed: Vec<usize>,
}

/// A place where the versions differ: sentences of the one, and of the other in their stead.
type Place = (Vec<usize>, Vec<usize>);

/// Lines up two versions; sentences that are `apart`, a notice and a sentence of the article, never become each other.
pub(super) fn line_up(old: &Reading, new: &Reading, apart: &dyn Fn(usize, usize) -> bool) -> LineUp {
    let mut places = places(old, new);
    let moved = take_moved(old, new, &mut places);
    let mut pairing = Pairing::new(old, new, apart);
    for (was, is) in &places {
        let lone = was.len() == 1 && is.len() == 1;
        pairing.pair(was, is, if lone { Scope::Lone } else { Scope::Place });
    }
    let rest = |of: fn(&Place) -> &Vec<usize>| places.iter().flat_map(of).copied().collect::<Vec<_>>();
    let (was, is) = (rest(|(was, _)| was), rest(|(_, is)| is));
    pairing.pair(&was, &is, Scope::Anywhere);
    let edited = pairing.into_pairs();
    let gone: BTreeSet<usize> = edited.iter().map(|&(was, _)| was).collect();
    let come: BTreeSet<usize> = edited.iter().map(|&(_, is)| is).collect();
    LineUp {
        removed: was.into_iter().filter(|at| !gone.contains(at)).collect(),
        added: is.into_iter().filter(|at| !come.contains(at)).collect(),
        edited,
        moved,
    }
}

/// Where the versions differ in more than how their sentences are cut: a line break may end one.
fn places(old: &Reading, new: &Reading) -> Vec<Place> {
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    let [was, is] = [old, new].map(|reading| {
        let mut all = Vec::with_capacity(reading.sentences.len());
        for sentence in &reading.sentences {
            let next = numbers.len();
            all.push(*numbers.entry(&sentence.key).or_insert(next));
        }
        all
    });
    let mut places: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for op in capture_diff_slices(Algorithm::Patience, &was, &is) {
        let (was, is) = (op.old_range(), op.new_range());
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        match places.last_mut().filter(|(a, b)| a.end == was.start && b.end == is.start) {
            Some((a, b)) => (a.end, b.end) = (was.end, is.end),
            None => places.push((was, is)),
        }
    }
    let differ =
        |(was, is): &(Range<usize>, Range<usize>)| joined(old, was.clone()) != joined(new, is.clone());
    places.into_iter().filter(differ).map(|(was, is)| (was.collect(), is.collect())).collect()
}

fn joined(reading: &Reading, sentences: Range<usize>) -> String {
    let keys: Vec<&str> = reading.sentences[sentences].iter().map(|sentence| sentence.key.as_str()).collect();
    keys.join(" ")
}

/// Takes out of `places` the sentences that stand unchanged in another place.
fn take_moved(old: &Reading, new: &Reading, places: &mut [Place]) -> Vec<(usize, usize)> {
    let mut gone: BTreeMap<&str, VecDeque<usize>> = BTreeMap::new();
    for &at in places.iter().flat_map(|(was, _)| was) {
        gone.entry(&old.sentences[at].key).or_default().push_back(at);
    }
    let come = places.iter().flat_map(|(_, is)| is);
    let moved: Vec<(usize, usize)> = come
        .filter_map(|&at| Some((gone.get_mut(new.sentences[at].key.as_str())?.pop_front()?, at)))
        .collect();
    let gone: BTreeSet<usize> = moved.iter().map(|&(was, _)| was).collect();
    let come: BTreeSet<usize> = moved.iter().map(|&(_, is)| is).collect();
    for (was, is) in places {
        was.retain(|at| !gone.contains(at));
        is.retain(|at| !come.contains(at));
    }
    moved
}
