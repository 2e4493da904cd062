//! How the two sides of a disputed claim part: in time, by whom they cite, and where an outlet changed its account.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::source::Metadata;
use crate::stance::{ComparedRelation, Stance};

use super::SourceStance;

/// How the sides of a disputed claim part, beside their words: a reader can tell a changed account from a quarrel.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Dispute {
    /// Where all of one side was published before all of the other.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub turn: Option<Turn>,
    /// Where each side cites speakers or documents, and none that the other cites.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cites: Option<Cites>,
    /// Outlets whose own earlier source is on the other side.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub changed: Vec<ChangedAccount>,
}

/// When the sources change sides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Turn {
    /// When the last source of the earlier side was published.
    pub until: String,
    /// When the first source of the later side was published.
    pub from: String,
    /// What the earlier side says of the claim.
    pub before: Stance,
    /// What the later side says of it.
    pub after: Stance,
    /// What the earlier side has where the two differ: "two".
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub earlier: Option<String>,
    /// What the later side has there: "seven".
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub later: Option<String>,
}

/// Whom the sides cite.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Cites {
    /// Speakers and documents whose words support the claim.
    pub supports: Vec<String>,
    /// Speakers and documents whose words contradict it.
    pub contradicts: Vec<String>,
}

/// An outlet's account against its own earlier one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ChangedAccount {
    /// The outlet.
    pub outlet: String,
    /// Its earlier source, by id.
    pub earlier: String,
    /// What that one says of the claim.
    pub before: Stance,
    /// Its later source on the other side.
    pub later: String,
}

const TWO_SIDES: [Stance; 2] = [Stance::Supports, Stance::Contradicts];

/// One source on one side.
struct Sided<'a> {
    source: &'a Metadata,
    stance: &'a SourceStance,
}

/// How the sides of a claim with these `stances`, of `sources` in turn, part; `None` where it is not disputed, or
/// nothing parts them but their words.
pub(super) fn dispute(
    sources: &[Metadata],
    stances: &[SourceStance],
    cited: &dyn Fn(&SourceStance, Stance) -> BTreeSet<String>,
) -> Option<Dispute> {
    let on = |side: Stance| -> Vec<Sided<'_>> {
        let pairs = sources.iter().zip(stances);
        let pairs = pairs.filter(|(_, one)| one.takes(side));
        pairs.map(|(source, stance)| Sided { source, stance }).collect()
    };
    let [supports, contradicts] = TWO_SIDES.map(on);
    if supports.is_empty() || contradicts.is_empty() {
        return None;
    }
    let dispute = Dispute {
        turn: turn(&supports, &contradicts),
        cites: cites(&supports, &contradicts, cited),
        changed: changed(&supports, &contradicts),
    };
    (dispute != Dispute::default()).then_some(dispute)
}

/// The first and the last day that a date may mean, as text that sorts by time: "2025-02" is any day of that month.
pub(crate) fn bounds(published: &str) -> (String, String) {
    let pad = |least: &str| match published.len() {
        4 => format!("{published}-{least}-{least}"),
        7 => format!("{published}-{least}"),
        _ => published.to_owned(),
    };
    (pad("00"), pad("99"))
}

fn turn(supports: &[Sided<'_>], contradicts: &[Sided<'_>]) -> Option<Turn> {
    let (before, after) = (TWO_SIDES, [Stance::Contradicts, Stance::Supports]);
    let parted = |earlier: &[Sided<'_>], later: &[Sided<'_>]| {
        let day = |one: &Sided<'_>| one.source.published.clone();
        let ends: Option<Vec<String>> = earlier.iter().map(day).collect();
        let begins: Option<Vec<String>> = later.iter().map(day).collect();
        let until = ends?.into_iter().max_by_key(|day| bounds(day).1)?;
        let from = begins?.into_iter().min_by_key(|day| bounds(day).0)?;
        is_before(&until, &from).then_some((until, from))
    };
    let (sides, (until, from)) = match parted(supports, contradicts) {
        Some(days) => (before, days),
        None => (after, parted(contradicts, supports)?),
    };
    let differing = differing(contradicts);
    let [earlier, later] = match (sides, differing) {
        (_, None) => [None, None],
        ([Stance::Supports, _], Some((claimed, reported))) => [Some(claimed), Some(reported)],
        (_, Some((claimed, reported))) => [Some(reported), Some(claimed)],
    };
    Some(Turn { until, from, before: sides[0], after: sides[1], earlier, later })
}

/// What the claim has and what those have who contradict it, where all of them have the same.
fn differing(contradicts: &[Sided<'_>]) -> Option<(String, String)> {
    let mut found = BTreeSet::new();
    for one in contradicts {
        let best = one.stance.best(Stance::Contradicts)?;
        let mut values = best.values.iter().filter(|value| value.relation == ComparedRelation::Conflicts);
        let value = values.next().filter(|_| values.next().is_none())?;
        found.insert((value.claimed.clone(), value.reported.clone()?));
    }
    let one = found.pop_first();
    one.filter(|_| found.is_empty())
}

fn cites(
    supports: &[Sided<'_>],
    contradicts: &[Sided<'_>],
    cited: &dyn Fn(&SourceStance, Stance) -> BTreeSet<String>,
) -> Option<Cites> {
    let of = |sided: &[Sided<'_>], side: Stance| -> BTreeSet<String> {
        sided.iter().flat_map(|one| cited(one.stance, side)).collect()
    };
    let supporters = of(supports, Stance::Supports);
    let opponents = of(contradicts, Stance::Contradicts);
    let apart = !supporters.is_empty() && !opponents.is_empty() && supporters.is_disjoint(&opponents);
    apart.then(|| Cites {
        supports: supporters.into_iter().collect(),
        contradicts: opponents.into_iter().collect(),
    })
}

/// A source of an outlet on one side, with the first and the last day it may be of.
type Dated<'a> = ((String, String), &'a Metadata);

/// The outlets with a later source against an earlier one of theirs: the last such source, and the last before it that is
/// on the other side.
fn changed(supports: &[Sided<'_>], contradicts: &[Sided<'_>]) -> Vec<ChangedAccount> {
    let mut of_outlet: BTreeMap<&str, [Vec<Dated<'_>>; 2]> = BTreeMap::new();
    for (side, sided) in [supports, contradicts].into_iter().enumerate() {
        // A source that says both has no account that another could be against.
        for one in sided.iter().filter(|one| one.stance.stance != Stance::Mixed) {
            let Some(published) = &one.source.published else { continue };
            let sides = of_outlet.entry(&one.source.outlet).or_default();
            sides[side].push((bounds(published), one.source));
        }
    }
    let change = |(outlet, mut sides): (&str, [Vec<Dated<'_>>; 2])| {
        sides.iter_mut().for_each(|side| side.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.id.cmp(&b.1.id))));
        let turns = [(0, 1), (1, 0)].into_iter().filter_map(|(before, after)| {
            let (day, later) = sides[after].last()?;
            let (_, earlier) = sides[before].iter().rfind(|((_, last), _)| *last < day.0)?;
            Some((day.clone(), TWO_SIDES[before], earlier.id.clone(), later.id.clone()))
        });
        let (_, before, earlier, later) = turns.max()?;
        Some(ChangedAccount { outlet: outlet.to_owned(), earlier, before, later })
    };
    of_outlet.into_iter().filter_map(change).collect()
}

/// Whether what was published on one day, or in one month or year, came before another surely.
pub(crate) fn is_before(one: &str, other: &str) -> bool {
    bounds(one).1 < bounds(other).0
}

#[cfg(test)]
mod tests;
