//! How claims bear on one another.

use std::collections::BTreeSet;

use super::ClaimSet;

/// How the claims of a case bear on one another, worked out once.
#[derive(Debug)]
pub struct Relations {
    /// For each claim, all that it implies, over any number of steps.
    pub implied: Vec<BTreeSet<usize>>,
    /// For each claim, all that imply it.
    pub implying: Vec<BTreeSet<usize>>,
    /// For each claim, those that cannot hold together with it.
    pub rivals: Vec<BTreeSet<usize>>,
}

impl Relations {
    /// Of `claims`.
    #[must_use]
    pub fn new(claims: &ClaimSet) -> Self {
        let implied: Vec<BTreeSet<usize>> =
            (0..claims.claims().len()).map(|claim| closure(claims, claim)).collect();
        let mut implying = vec![BTreeSet::new(); implied.len()];
        for (from, reached) in implied.iter().enumerate() {
            for &to in reached {
                implying[to].insert(from);
            }
        }
        let rivals = (0..implied.len()).map(|claim| rivals(claims, claim, &implying[claim])).collect();
        Self { implied, implying, rivals }
    }
}

/// All that `start` implies, over any number of steps.
fn closure(claims: &ClaimSet, start: usize) -> BTreeSet<usize> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<usize> = claims.claims()[start].implies().to_vec();
    while let Some(claim) = next.pop() {
        if claim != start && reached.insert(claim) {
            next.extend_from_slice(claims.claims()[claim].implies());
        }
    }
    reached
}

/// The claims that cannot hold together with the one at `claim`: its siblings, unless their question says that they may,
/// and those named by `contradicts`; none that implies it.
fn rivals(claims: &ClaimSet, claim: usize, implying: &BTreeSet<usize>) -> BTreeSet<usize> {
    let own = &claims.claims()[claim];
    let question = &claims.questions()[own.question()];
    let siblings = question.claims().iter().filter(|_| !question.compatible());
    siblings
        .chain(own.contradicts())
        .copied()
        .filter(|other| *other != claim && !implying.contains(other))
        .collect()
}
