//! How the outlets of a case fall into groups and camps, and what tells them apart.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::OutletPair;
use super::camps::{self, Attraction};

/// How the outlets of a case stand to one another as a whole.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Structure {
    /// Outlets that are connected, by agreements and contradictions over any number of steps: each group in byte order,
    /// the groups in order of their first. An outlet that is tied to no other is in none.
    pub groups: Vec<Vec<String>>,
    /// Outlets that agree among themselves and contradict the others, as far as such a partition exists: the partition
    /// of each group that fits most questions. In order of their first outlets.
    pub camps: Vec<Vec<String>>,
    /// What does not fit the camps.
    pub breaches: Vec<Breach>,
    /// The claims that tell outlets apart, those that tell most of them apart first. A claim on which all agree tells
    /// nothing, and is not among them.
    pub separating: Vec<Separation>,
    /// Outlets whose support is never independent.
    pub dependent: Vec<Dependence>,
}

/// Two outlets that do not fit their camps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Breach {
    /// One outlet.
    pub a: String,
    /// The other.
    pub b: String,
    /// Whether they are of one camp, and contradict each other; else they are of two, and agree.
    pub within: bool,
    /// The claims on which they do.
    pub claims: Vec<String>,
}

/// A claim that tells outlets apart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Separation {
    /// The claim's id.
    pub claim: String,
    /// Outlets that only support it.
    pub supports: Vec<String>,
    /// Outlets that only contradict it.
    pub contradicts: Vec<String>,
    /// The share of all pairs of outlets that stand on two sides of it, 0 to 1, to two decimals.
    pub share: f64,
}

/// An outlet none of whose support is independent of another's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Dependence {
    /// The outlet.
    pub outlet: String,
    /// How many claims it supports.
    pub supports: usize,
    /// The outlets that it shares an origin with on them.
    pub with: Vec<String>,
}

/// What one claim says of the outlets.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sides<'a> {
    /// The claim's id.
    pub(crate) claim: &'a str,
    /// The outlets that support it, in groups of one origin each.
    pub(crate) supports: Vec<BTreeSet<&'a str>>,
    /// The outlets that contradict it.
    pub(crate) contradicts: BTreeSet<&'a str>,
}

impl Structure {
    /// Of `outlets`, which stand to one another as `pairs` says and to each claim as `sides` says; `question` tells the
    /// question of a claim. What two outlets agree or quarrel on counts once for a question, for rivals repeat it.
    pub(crate) fn of<'q>(
        outlets: &BTreeSet<&str>,
        pairs: &[OutletPair],
        sides: &[Sides<'_>],
        question: &dyn Fn(&str) -> &'q str,
    ) -> Self {
        let names: Vec<&str> = outlets.iter().copied().collect();
        let number: BTreeMap<&str, usize> = names.iter().enumerate().map(|(at, &name)| (name, at)).collect();
        let ties = attraction(pairs, &number, question);
        let named = |list: Vec<Vec<usize>>| -> Vec<Vec<String>> {
            list.iter().map(|group| group.iter().map(|&at| names[at].to_owned()).collect()).collect()
        };
        let camps = named(camps::camps(names.len(), &ties));
        Self {
            groups: named(camps::groups(names.len(), ties.keys().copied())),
            breaches: breaches(&camps, pairs),
            camps,
            separating: separating(names.len(), sides),
            dependent: dependent(sides),
        }
    }

    /// The number of each outlet's camp, from 1.
    #[must_use]
    pub fn camp_of(&self) -> BTreeMap<&str, usize> {
        numbers(&self.camps).into_iter().map(|(outlet, at)| (outlet, at + 1)).collect()
    }
}

fn attraction<'q>(
    pairs: &[OutletPair],
    number: &BTreeMap<&str, usize>,
    question: &dyn Fn(&str) -> &'q str,
) -> Attraction {
    let questions = |claims: &mut dyn Iterator<Item = &str>| {
        let count = claims.map(question).collect::<BTreeSet<_>>().len();
        i64::try_from(count).unwrap_or(i64::MAX)
    };
    let tie = |pair: &OutletPair| {
        let (&a, &b) = (number.get(pair.a.as_str())?, number.get(pair.b.as_str())?);
        let agree = questions(&mut pair.agree.iter().map(String::as_str));
        let contradict = questions(&mut pair.contradict.iter().map(|one| one.claim.as_str()));
        (a != b).then_some(((a.min(b), a.max(b)), agree - contradict))
    };
    pairs.iter().filter_map(tie).collect()
}

fn numbers(camps: &[Vec<String>]) -> BTreeMap<&str, usize> {
    let camps = camps.iter().enumerate();
    camps.flat_map(|(at, camp)| camp.iter().map(move |outlet| (outlet.as_str(), at))).collect()
}

fn breaches(camps: &[Vec<String>], pairs: &[OutletPair]) -> Vec<Breach> {
    let camp_of = numbers(camps);
    let breach = |pair: &OutletPair| {
        let (one, other) = (camp_of.get(pair.a.as_str())?, camp_of.get(pair.b.as_str())?);
        let within = one == other;
        let claims: Vec<String> = if within {
            pair.contradict.iter().map(|one| one.claim.clone()).collect()
        } else {
            pair.agree.clone()
        };
        let fits = pair.a == pair.b || claims.is_empty();
        (!fits).then(|| Breach { a: pair.a.clone(), b: pair.b.clone(), within, claims })
    };
    pairs.iter().filter_map(breach).collect()
}

fn separating(outlets: usize, sides: &[Sides<'_>]) -> Vec<Separation> {
    let all = outlets * outlets.saturating_sub(1) / 2;
    let mut separating: Vec<(usize, Separation)> = sides
        .iter()
        .filter_map(|one| {
            let supports: BTreeSet<&str> = one.supports.iter().flatten().copied().collect();
            let names = |list: &mut dyn Iterator<Item = &&str>| list.map(|&name| name.to_owned()).collect();
            let only_support: Vec<String> = names(&mut supports.difference(&one.contradicts));
            let only_contradict: Vec<String> = names(&mut one.contradicts.difference(&supports));
            let pairs = only_support.len() * only_contradict.len();
            let share = (100.0 * pairs as f64 / all.max(1) as f64).round() / 100.0;
            let separation = Separation {
                claim: one.claim.to_owned(),
                supports: only_support,
                contradicts: only_contradict,
                share,
            };
            (pairs > 0).then_some((pairs, separation))
        })
        .collect();
    separating.sort_by_key(|(pairs, _)| std::cmp::Reverse(*pairs));
    separating.into_iter().map(|(_, separation)| separation).collect()
}

fn dependent(sides: &[Sides<'_>]) -> Vec<Dependence> {
    let mut supported: BTreeMap<&str, usize> = BTreeMap::new();
    let mut with: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut alone: BTreeSet<&str> = BTreeSet::new();
    for origin in sides.iter().flat_map(|one| &one.supports) {
        for &outlet in origin {
            *supported.entry(outlet).or_default() += 1;
            with.entry(outlet).or_default().extend(origin.iter().filter(|other| **other != outlet));
            if origin.len() == 1 {
                alone.insert(outlet);
            }
        }
    }
    supported
        .into_iter()
        .filter(|(outlet, _)| !alone.contains(outlet))
        .map(|(outlet, supports)| Dependence {
            outlet: outlet.to_owned(),
            supports,
            with: with.remove(outlet).unwrap_or_default().into_iter().map(str::to_owned).collect(),
        })
        .collect()
}

#[cfg(test)]
mod tests;
