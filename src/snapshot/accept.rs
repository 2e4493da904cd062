//! Taking changes into a snapshot, all or some of them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::hash::sha256;

use super::compare::{CellChange, Comparison, Finding, Pair, Sides};
use super::{Cause, Declined, KeptClaim, KeptSource, Pending, Snapshot};
use crate::verdict::Verdict;

/// A change that can be taken for itself: what one source says of a claim; or, without a source, a claim that is new or
/// gone, or whose verdict alone is another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// The claim's id.
    pub claim: String,
    /// The source's id.
    pub source: Option<String>,
}

impl Comparison {
    /// Every change that can be taken for itself, in order, each with whether it was seen and not accepted before.
    pub fn units(&self) -> impl Iterator<Item = (Change, bool)> + '_ {
        self.changes.iter().flat_map(|change| {
            let whole = change.was.is_none() || change.is.is_none() || change.cells.is_empty();
            let own = whole.then(|| (Change { claim: change.claim.clone(), source: None }, change.reviewed));
            let cells = if whole { &[][..] } else { &change.cells };
            let unit = |source: &str| Change { claim: change.claim.clone(), source: Some(source.to_owned()) };
            own.into_iter().chain(cells.iter().map(move |cell| (unit(&cell.source), cell.reviewed)))
        })
    }

    /// A hash of what is found now where `change` is.
    fn finding(&self, change: &Change) -> Option<String> {
        let claim = self.changes.iter().find(|one| one.claim == change.claim)?;
        match &change.source {
            None => Some(digest_of_claim(claim.is, &claim.cells)),
            Some(source) => {
                claim.cells.iter().find(|cell| cell.source == *source).map(|cell| digest_of(cell.is.as_ref()))
            }
        }
    }

    /// What `pending` changes may have as their reason, beside their own claims and sources.
    fn reasons(&self, pending: &BTreeSet<Change>) -> Reasons {
        let mut reasons = Reasons::default();
        for change in &self.changes {
            let whole = pending.contains(&Change { claim: change.claim.clone(), source: None });
            let is_pending = |cell: &CellChange| {
                whole
                    || pending
                        .contains(&Change { claim: change.claim.clone(), source: Some(cell.source.clone()) })
            };
            let left: Vec<&CellChange> = change.cells.iter().filter(|cell| is_pending(cell)).collect();
            reasons.sources.extend(left.iter().map(|cell| cell.source.clone()));
            if whole || !left.is_empty() {
                reasons.add(&change.causes);
            }
            left.iter().for_each(|cell| reasons.add(&cell.causes));
        }
        reasons
    }
}

/// The sources and claims that changes may have as their reason.
#[derive(Debug, Default)]
struct Reasons {
    sources: BTreeSet<String>,
    claims: BTreeSet<String>,
}

impl Reasons {
    fn add(&mut self, causes: &[Cause]) {
        for cause in causes {
            match cause {
                Cause::Outlet { source, .. } => drop(self.sources.insert(source.clone())),
                Cause::OtherClaim { claim, .. } => drop(self.claims.insert(claim.clone())),
                _ => {}
            }
        }
    }
}

/// `was` with those changes of `is` that `taken` says, where `comparison` is of the two.
///
/// What is recorded of a source, a claim's wording and the engine is only brought up to date once no change is left
/// that it may be the reason of: the others still have to be explained.
#[must_use]
pub fn accept(
    was: &Snapshot,
    is: &Snapshot,
    comparison: &Comparison,
    taken: &dyn Fn(&Change) -> bool,
) -> Snapshot {
    let pending: BTreeSet<Change> =
        comparison.units().map(|(unit, _)| unit).filter(|unit| !taken(unit)).collect();
    if pending.is_empty() {
        return is.clone();
    }
    let was = &under_new_names(was, is);
    let sides = Sides::new(was, is);
    let reasons = comparison.reasons(&pending);
    let claims: Vec<KeptClaim> =
        sides.claims.iter().filter_map(|&claim| claim_after(claim, &pending, &reasons)).collect();
    let named: BTreeSet<&String> = claims.iter().flat_map(|claim| claim.stances.keys()).collect();
    let mut sources: Vec<KeptSource> =
        sides.sources.iter().filter_map(|&source| source_after(source, &reasons, &named)).collect();
    sources.sort_by(|a, b| a.id.cmp(&b.id));
    Snapshot {
        sources,
        claims,
        declined: was.declined.iter().filter(|one| pending.contains(&change_of(one))).cloned().collect(),
        ..was.clone()
    }
}

/// `snapshot` with `change`, one of `comparison`, remembered as seen and not accepted.
#[must_use]
pub fn decline(snapshot: &Snapshot, comparison: &Comparison, change: &Change) -> Snapshot {
    let mut declined: BTreeMap<Change, Declined> =
        snapshot.declined.iter().map(|one| (change_of(one), one.clone())).collect();
    if let Some(finding) = comparison.finding(change) {
        let Change { claim, source } = change.clone();
        declined.insert(change.clone(), Declined { claim, source, finding });
    }
    Snapshot { declined: declined.into_values().collect(), ..snapshot.clone() }
}

fn change_of(declined: &Declined) -> Change {
    Change { claim: declined.claim.clone(), source: declined.source.clone() }
}

/// `was`, its sources and claims called as in `is` where they only have another id.
pub(super) fn under_new_names(was: &Snapshot, is: &Snapshot) -> Snapshot {
    let sides = Sides::new(was, is);
    let sources = Renamed::of(sides.sources.iter().map(|&(was, is)| Some((&was?.id, &is?.id))));
    let claims = Renamed::of(sides.claims.iter().map(|&(was, is)| Some((&was?.id, &is?.id))));
    let mut snapshot = was.clone();
    if sources.0.is_empty() && claims.0.is_empty() {
        return snapshot;
    }
    snapshot.sources.iter_mut().for_each(|source| sources.apply(&mut source.id));
    for claim in &mut snapshot.claims {
        let stances = std::mem::take(&mut claim.stances).into_iter();
        claim.stances = stances.map(|(id, stance)| (sources.name(&id), stance)).collect();
        claim.rulings.iter_mut().for_each(|one| sources.apply(&mut one.source));
        claims.apply(&mut claim.id);
        claim.contradicts.iter_mut().chain(&mut claim.implies).for_each(|id| claims.apply(id));
        for evidence in &mut claim.evidence {
            sources.apply(&mut evidence.source);
            // A reason names the rival that it comes from.
            let words: Vec<String> = evidence.because.split(' ').map(|word| claims.name(word)).collect();
            evidence.because = words.join(" ");
        }
        claim.evidence.sort();
        claim.rulings.sort();
    }
    for declined in &mut snapshot.declined {
        claims.apply(&mut declined.claim);
        declined.source.iter_mut().for_each(|id| sources.apply(id));
    }
    snapshot
}

/// Ids that are others now.
struct Renamed<'a>(BTreeMap<&'a str, &'a str>);

impl<'a> Renamed<'a> {
    fn of(pairs: impl Iterator<Item = Option<(&'a String, &'a String)>>) -> Self {
        let renamed = pairs.flatten().filter(|(was, is)| was != is);
        Self(renamed.map(|(was, is)| (was.as_str(), is.as_str())).collect())
    }

    fn name(&self, id: &str) -> String {
        (*self.0.get(id).unwrap_or(&id)).to_owned()
    }

    fn apply(&self, id: &mut String) {
        if let Some(name) = self.0.get(id.as_str()) {
            *id = (*name).to_owned();
        }
    }
}

/// A source's record afterwards: as it was where a change is left that it may be the reason of; `named` are those that claims
/// have findings of.
fn source_after(
    (was, is): Pair<'_, KeptSource>,
    reasons: &Reasons,
    named: &BTreeSet<&String>,
) -> Option<KeptSource> {
    let id = is.or(was).map(|source| &source.id)?;
    if !reasons.sources.contains(id) {
        return is.or(was.filter(|_| named.contains(id))).cloned();
    }
    let added = || is.map(|is| KeptSource { pending: Some(Pending::Added), ..is.clone() });
    was.cloned().or_else(added)
}

/// A claim's record afterwards.
fn claim_after(
    (was, is): Pair<'_, KeptClaim>,
    pending: &BTreeSet<Change>,
    reasons: &Reasons,
) -> Option<KeptClaim> {
    let id = is.or(was).map(|claim| &claim.id)?;
    let is_pending = |source: Option<&str>| {
        pending.contains(&Change { claim: id.clone(), source: source.map(str::to_owned) })
    };
    if is_pending(None) {
        return was.cloned();
    }
    let is_reason = reasons.claims.contains(id);
    match (was, is) {
        (None, Some(now)) => Some(KeptClaim { pending: is_reason.then_some(Pending::Added), ..now.clone() }),
        (Some(before), None) => is_reason.then(|| nothing_found(before)),
        (Some(before), Some(now)) => {
            let sources = before.stances.keys().chain(now.stances.keys());
            let left: BTreeSet<&str> =
                sources.map(String::as_str).filter(|source| is_pending(Some(source))).collect();
            let finished = left.is_empty() && !is_reason;
            Some(if finished { now.clone() } else { mixed(before, now, &left) })
        }
        (None, None) => None,
    }
}

/// A claim that is gone, left as a reason only.
fn nothing_found(claim: &KeptClaim) -> KeptClaim {
    KeptClaim {
        stances: BTreeMap::new(),
        evidence: Vec::new(),
        rulings: Vec::new(),
        pending: Some(Pending::Gone),
        ..claim.clone()
    }
}

/// `was` with what `is` has of every source but those of `left`.
fn mixed(was: &KeptClaim, is: &KeptClaim, left: &BTreeSet<&str>) -> KeptClaim {
    let stays = |source: &str| left.contains(source);
    let mut claim = was.clone();
    claim.stances.retain(|source, _| stays(source));
    claim.evidence.retain(|one| stays(&one.source));
    claim.rulings.retain(|one| stays(&one.source));
    let stances = is.stances.iter().filter(|(source, _)| !stays(source));
    claim.stances.extend(stances.map(|(source, stance)| (source.clone(), *stance)));
    claim.evidence.extend(is.evidence.iter().filter(|one| !stays(&one.source)).cloned());
    claim.rulings.extend(is.rulings.iter().filter(|one| !stays(&one.source)).cloned());
    claim.evidence.sort();
    claim.rulings.sort();
    if left.is_empty() {
        claim.verdict = is.verdict;
        claim.origins = is.origins;
    }
    claim
}

/// A hash of what is found.
fn digest(found: &impl Serialize) -> String {
    // Texts, enums and lists of them: JSON holds them all.
    sha256(serde_json::to_string(found).unwrap_or_default().as_bytes())
}

/// A hash of a finding that lines and typesetting do not change.
pub(super) fn digest_of(finding: Option<&Finding>) -> String {
    digest(&finding.map(|finding| (finding.essence(), &finding.ruling)))
}

/// A hash of what is found of a whole claim.
pub(super) fn digest_of_claim(verdict: Option<Verdict>, cells: &[CellChange]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| digest_of(cell.is.as_ref())).collect();
    digest(&(verdict, cells))
}
