//! Camps: outlets that agree among themselves and contradict the others, as far as such a partition exists.
//!
//! Each two outlets attract each other by the questions that they agree on and repel each other by those that they
//! contradict each other on. The camps are the partition that keeps most attraction within camps and least
//! repulsion: correlation clustering (Bansal, Blum and Chawla 2004), where the number of camps is not given. It is
//! NP-hard. Up to [`EXACT`] outlets that hang together it is solved exactly, by dynamic programming over subsets;
//! beyond that by moving outlets, and then whole camps, for as long as it gets better (the moves of Blondel et al.
//! 2008), which need not find the best.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::unionfind::UnionFind;

/// Up to so many connected outlets the best partition is found: 3^13 steps are a few milliseconds.
const EXACT: usize = 13;

/// How often all outlets are tried again at most: each round only goes on where something moved.
const ROUNDS: usize = 100;

/// How much two outlets, as indices with the lower first, attract each other: below 0 they repel.
pub(crate) type Attraction = BTreeMap<(usize, usize), i64>;

/// The camps of `count` outlets: each a list of indices, in order of their first. `ties` has every two outlets that
/// are tied at all; one without a tie is in no camp.
pub(crate) fn camps(count: usize, ties: &Attraction) -> Vec<Vec<usize>> {
    let mut camps: Vec<Vec<usize>> = groups(count, ties.keys().copied())
        .into_iter()
        .flat_map(|group| if group.len() <= EXACT { best_of(&group, ties) } else { moved(&group, ties) })
        .collect();
    camps.sort();
    camps
}

/// The groups of those of `count` things that hang together by `ties`, in order of their first; a thing without ties
/// is in none.
pub(crate) fn groups(count: usize, ties: impl Iterator<Item = (usize, usize)>) -> Vec<Vec<usize>> {
    let mut classes = UnionFind::<usize>::new(count);
    let mut tied = BTreeSet::new();
    for (a, b) in ties.filter(|(a, b)| a != b && *a.max(b) < count) {
        classes.union(a, b);
        tied.extend([a, b]);
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in tied {
        groups.entry(classes.find(at)).or_default().push(at);
    }
    let mut groups: Vec<Vec<usize>> = groups.into_values().collect();
    groups.sort();
    groups
}

fn attraction(a: usize, b: usize, ties: &Attraction) -> i64 {
    ties.get(&(a.min(b), a.max(b))).copied().unwrap_or_default()
}

/// The best partition of `group`; of those that are equally good, one that joins none who do not attract.
fn best_of(group: &[usize], ties: &Attraction) -> Vec<Vec<usize>> {
    let size = group.len();
    // What the outlets in each subset, as bits, sum up to.
    let mut within = vec![0_i64; 1 << size];
    for set in 1..1_usize << size {
        let first = set.trailing_zeros() as usize;
        let rest = set & (set - 1);
        let pulled: i64 = (0..size)
            .filter(|at| rest & (1 << at) != 0)
            .map(|at| attraction(group[first], group[at], ties))
            .sum();
        within[set] = within[rest] + pulled;
    }
    // For each subset, the best sum and the camp of its first outlet in it. Subsets of a set are smaller numbers.
    let mut best = vec![(0_i64, 0_usize); 1 << size];
    for set in 1..1_usize << size {
        let first = set & set.wrapping_neg();
        let others = set ^ first;
        let mut chosen: Option<(i64, usize)> = None;
        // From the empty set up: a larger camp must be better, not as good.
        let mut with = 0;
        loop {
            let camp = first | with;
            let sum = within[camp] + best[set ^ camp].0;
            if chosen.is_none_or(|(most, _)| sum > most) {
                chosen = Some((sum, camp));
            }
            if with == others {
                break;
            }
            with = with.wrapping_sub(others) & others;
        }
        best[set] = chosen.unwrap_or_default();
    }
    let mut camps = Vec::new();
    let mut left = (1 << size) - 1;
    while left != 0 {
        let camp = best[left].1;
        camps.push((0..size).filter(|at| camp & (1 << at) != 0).map(|at| group[at]).collect());
        left ^= camp;
    }
    camps
}

/// A good partition of a large `group`.
fn moved(group: &[usize], ties: &Attraction) -> Vec<Vec<usize>> {
    let number_of: BTreeMap<usize, usize> =
        group.iter().enumerate().map(|(at, &outlet)| (outlet, at)).collect();
    let mut members: Vec<Vec<usize>> = group.iter().map(|&outlet| vec![outlet]).collect();
    let mut pull: BTreeMap<(usize, usize), i64> = ties
        .iter()
        .filter_map(|(&(a, b), &sum)| Some(((*number_of.get(&a)?, *number_of.get(&b)?), sum)))
        .collect();
    loop {
        let camp_of = settle(members.len(), &pull);
        let count = camp_of.iter().max().map_or(0, |most| most + 1);
        if count == members.len() {
            return members;
        }
        let mut joined = vec![Vec::new(); count];
        for (camp, inside) in camp_of.iter().zip(members) {
            joined[*camp].extend(inside);
        }
        joined.iter_mut().for_each(|camp| camp.sort_unstable());
        members = joined;
        let mut between = BTreeMap::new();
        for ((a, b), sum) in pull {
            let (a, b) = (camp_of[a], camp_of[b]);
            if a != b {
                *between.entry((a.min(b), a.max(b))).or_default() += sum;
            }
        }
        pull = between;
    }
}

/// Moves each of `count` things to the camp that pulls it most, until nothing moves. Gives each its camp, numbered in
/// order of their first.
fn settle(count: usize, pull: &BTreeMap<(usize, usize), i64>) -> Vec<usize> {
    let mut beside: Vec<Vec<(usize, i64)>> = vec![Vec::new(); count];
    for (&(a, b), &sum) in pull {
        beside[a].push((b, sum));
        beside[b].push((a, sum));
    }
    let mut camp_of: Vec<usize> = (0..count).collect();
    for _ in 0..ROUNDS {
        let mut any = false;
        for at in 0..count {
            let mut pulls: BTreeMap<usize, i64> = BTreeMap::new();
            for &(other, sum) in &beside[at] {
                *pulls.entry(camp_of[other]).or_default() += sum;
            }
            let stays = pulls.get(&camp_of[at]).copied().unwrap_or_default();
            let best = pulls.iter().max_by(|a, b| a.1.cmp(b.1).then(b.0.cmp(a.0)));
            let (target, gain) = best.map_or((at, 0), |(&camp, &gain)| (camp, gain));
            // Nobody pulls it: better alone than where it is pushed away.
            let (target, gain) = if gain > 0 { (target, gain) } else { (free(&camp_of, at), 0) };
            if gain > stays {
                camp_of[at] = target;
                any = true;
            }
        }
        if !any {
            break;
        }
    }
    let mut numbers = BTreeMap::new();
    camp_of
        .iter()
        .map(|camp| {
            let next = numbers.len();
            *numbers.entry(*camp).or_insert(next)
        })
        .collect()
}

/// A camp without members: there are as many as things.
fn free(camp_of: &[usize], at: usize) -> usize {
    let taken: BTreeSet<usize> = camp_of.iter().copied().collect();
    (0..camp_of.len()).find(|camp| !taken.contains(camp)).unwrap_or(at)
}

#[cfg(test)]
mod tests;
