//! A snapshot held against a later one.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use crate::stance::Stance;
use crate::text::Document;
use crate::value::{Context, name, recognise};
use crate::verdict::Verdict;

use super::cause::{self, Related};
use super::take::Inspection;
use super::{
    Cause, Declined, KeptClaim, KeptEvidence, KeptRuling, KeptSource, Pending, Snapshot, accept, note,
};

/// How alike two sentences of one question must be, by normalised Levenshtein similarity, for one to be the other
/// reworded where their ids differ: an id that is made from the words changes with them.
const REWORDED: f64 = 0.5;

/// What is different.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Comparison {
    /// How many claims there are.
    pub claims: usize,
    /// What is found otherwise, claim by claim: those there are in their order, then those that are gone.
    pub changes: Vec<ClaimChange>,
    /// What else changed.
    pub notes: Vec<Note>,
}

impl Comparison {
    /// The part of it that is of one claim.
    #[must_use]
    pub fn of_claim(&self, claim: &str) -> Self {
        let changes = self.changes.iter().filter(|change| change.claim == claim).cloned().collect();
        Self { changes, notes: Vec::new(), claims: self.claims }
    }
}

/// A claim of which something else is found.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ClaimChange {
    /// Its id.
    pub claim: String,
    /// Its one sentence.
    pub text: String,
    /// Its verdict before; nothing where the claim is new.
    pub was: Option<Verdict>,
    /// Its verdict now; nothing where the claim is gone.
    pub is: Option<Verdict>,
    /// Why the claim as a whole is another, where that is not told source by source.
    pub causes: Vec<Cause>,
    /// The sources that say something else of it.
    pub cells: Vec<CellChange>,
    /// Whether the change of the claim as a whole was seen in a review and not accepted.
    pub reviewed: bool,
}

/// A source that says something else of a claim.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CellChange {
    /// The source's id, now, or before where it is gone.
    pub source: String,
    /// What was found before.
    pub was: Option<Finding>,
    /// What is found now.
    pub is: Option<Finding>,
    /// What changed that may be why; nothing where all that is known is the same.
    pub causes: Vec<Cause>,
    /// Whether it was seen in a review and not accepted.
    pub reviewed: bool,
}

/// What a source says of a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Finding {
    /// The stance.
    pub stance: Stance,
    /// In which words.
    pub evidence: Vec<KeptEvidence>,
    /// The curator's ruling.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ruling: Option<KeptRuling>,
}

impl Finding {
    /// What `claim` has of `source`.
    fn of(claim: &KeptClaim, source: &str) -> Option<Self> {
        Some(Self {
            stance: *claim.stances.get(source)?,
            evidence: claim.evidence_of(source).to_vec(),
            ruling: claim.rulings.iter().find(|one| one.source == source).cloned(),
        })
    }

    /// Whether it says anything.
    fn is_spoken(&self) -> bool {
        self.stance != Stance::Silent || self.ruling.is_some()
    }

    /// What must be the same for two findings to be: lines and typesetting need not.
    pub(super) fn essence(&self) -> (Stance, BTreeSet<(Stance, String, String)>) {
        (self.stance, self.evidence.iter().map(KeptEvidence::essence).collect())
    }

    /// The evidence that shows how it differs from `other`: what the other has not, on its own side first. Where there is
    /// none of that and the stances differ too, its best.
    #[must_use]
    pub fn telling(&self, other: Option<&Self>) -> Vec<&KeptEvidence> {
        let (stance, shared) = other.map_or((None, BTreeSet::new()), |other| {
            let (stance, evidence) = other.essence();
            (Some(stance), evidence)
        });
        let mut evidence: Vec<_> = self.evidence.iter().collect();
        evidence.sort_by_key(|one| (shared.contains(&one.essence()), one.stance != self.stance));
        let own = evidence.iter().take_while(|one| !shared.contains(&one.essence())).count();
        let least = usize::from(stance != Some(self.stance));
        evidence.truncate(own.max(least));
        evidence
    }
}

/// Something else that changed: it made no difference to what is found, or none that is known.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Note {
    /// The source or claim it is about; nothing where it is about everything.
    pub about: Option<String>,
    /// What changed, in words.
    pub what: String,
}

/// Two snapshots with what belongs together.
#[derive(Debug)]
pub(super) struct Sides<'a> {
    pub(super) was: &'a Snapshot,
    pub(super) is: &'a Snapshot,
    /// Each source before and now, by order of those now; those that are gone last.
    pub(super) sources: Vec<Pair<'a, KeptSource>>,
    /// Each claim likewise.
    pub(super) claims: Vec<Pair<'a, KeptClaim>>,
}

/// The same thing before and now.
pub(super) type Pair<'a, T> = (Option<&'a T>, Option<&'a T>);

impl<'a> Sides<'a> {
    pub(super) fn new(was: &'a Snapshot, is: &'a Snapshot) -> Self {
        let words = |source: &'a KeptSource| source.words.as_str();
        let outlet = |was: &KeptSource, is: &KeptSource| (was.outlet == is.outlet).then_some(1.0);
        let sources = pair(&was.sources, &is.sources, |source| &source.id, words, outlet);
        let question = |claim: &'a KeptClaim| claim.question.as_str();
        let claims = pair(&was.claims, &is.claims, |claim| &claim.id, question, reworded);
        Self { was, is, sources, claims }
    }
}

/// Pairs by id; of the rest, those of one group that are `alike` are the same under another name, the most alike first.
fn pair<'a, T>(
    was: &'a [T],
    is: &'a [T],
    id: impl Fn(&'a T) -> &'a str,
    group: impl Fn(&'a T) -> &'a str,
    alike: impl Fn(&T, &T) -> Option<f64>,
) -> Vec<Pair<'a, T>> {
    let known: BTreeMap<&str, &T> = was.iter().map(|one| (id(one), one)).collect();
    let present: BTreeSet<&str> = is.iter().map(&id).collect();
    let mut gone: BTreeMap<&str, Vec<&T>> = BTreeMap::new();
    for one in was.iter().filter(|one| !present.contains(id(one))) {
        gone.entry(group(one)).or_default().push(one);
    }
    let new = is.iter().filter(|one| !known.contains_key(id(one)));
    let mut likely: Vec<(f64, &T, &T)> = new
        .flat_map(|one| {
            let candidates = gone.get(group(one)).into_iter().flatten();
            let alike = &alike;
            candidates.filter_map(move |&other| Some((alike(other, one)?, other, one)))
        })
        .collect();
    likely.sort_by(|(a, ..), (b, ..)| b.total_cmp(a));
    let (mut earlier, mut taken) = (BTreeMap::new(), BTreeSet::new());
    for (_, was, is) in likely {
        if !earlier.contains_key(id(is)) && taken.insert(id(was)) {
            earlier.insert(id(is), was);
        }
    }
    let before = |one| known.get(id(one)).or_else(|| earlier.get(id(one))).copied();
    let left = was.iter().filter(|one| !present.contains(id(one)) && !taken.contains(id(one)));
    is.iter().map(|one| (before(one), Some(one))).chain(left.map(|one| (Some(one), None))).collect()
}

/// How alike the sentences of two claims are, if enough for one to be the other reworded. Claims of other values or names
/// are other claims: rivals differ in nothing else.
fn reworded(was: &KeptClaim, is: &KeptClaim) -> Option<f64> {
    let alike = strsim::normalized_levenshtein(&was.claim, &is.claim);
    (alike >= REWORDED && particulars(&was.claim) == particulars(&is.claim)).then_some(alike)
}

/// The values and names of a sentence.
fn particulars(sentence: &str) -> (Vec<String>, Vec<String>) {
    let document = Document::new(sentence);
    let tokens = 0..document.tokens().len();
    let values = recognise(&document, tokens.clone(), Context::default());
    let names = name::names(&document, tokens).into_iter().map(|name| document.words(name.tokens).to_owned());
    (values.iter().map(|mention| mention.value.normal_form()).collect(), names.collect())
}

/// What is different in `is` from `was`; `inspection` has seen the sources of `is` and looked out for the quotes of `was`.
#[must_use]
pub fn compare(was: &Snapshot, is: &Snapshot, inspection: &Inspection) -> Comparison {
    let named = &accept::under_new_names(was, is);
    let sides = Sides::new(named, is);
    let comparer = Comparer {
        settings: cause::of_settings(&sides),
        changed: cause::changed_claims(&sides),
        related: Related::new(&sides),
        declined: named.declined.iter().cloned().collect(),
        inspection,
        sides,
    };
    let changes: Vec<ClaimChange> =
        comparer.sides.claims.iter().filter_map(|&claim| comparer.claim(claim)).collect();
    let notes = note::notes(&Sides::new(was, is), &comparer.settings, &changes);
    Comparison { claims: is.claims.len(), changes, notes }
}

struct Comparer<'a> {
    sides: Sides<'a>,
    settings: Vec<Cause>,
    /// What became of claims that are not as they were.
    changed: BTreeMap<String, String>,
    related: Related,
    /// What was seen in a review and not accepted.
    declined: BTreeSet<Declined>,
    inspection: &'a Inspection,
}

impl Comparer<'_> {
    fn claim(&self, (was, is): Pair<'_, KeptClaim>) -> Option<ClaimChange> {
        let named = is.or(was)?;
        // Its going was accepted; it is only still there as a reason.
        let was = was.filter(|was| is.is_some() || was.pending != Some(Pending::Gone));
        let cells: Vec<CellChange> =
            self.sides.sources.iter().filter_map(|&source| self.cell((was, is), source)).collect();
        let verdicts = (was.map(|claim| claim.verdict), is.map(|claim| claim.verdict));
        if cells.is_empty() && verdicts.0 == verdicts.1 {
            return None;
        }
        let causes = match (was, is) {
            (None, _) => vec![Cause::ClaimAdded],
            (_, None) => vec![Cause::ClaimGone],
            (Some(was), Some(is)) if verdicts.0 != verdicts.1 => self.of_verdict(was, is, cells.is_empty()),
            _ => Vec::new(),
        };
        let seen = Declined {
            claim: named.id.clone(),
            source: None,
            finding: accept::digest_of_claim(verdicts.1, &cells),
        };
        Some(ClaimChange {
            claim: named.id.clone(),
            text: named.claim.clone(),
            was: verdicts.0,
            is: verdicts.1,
            causes,
            cells,
            reviewed: self.declined.contains(&seen),
        })
    }

    fn cell(&self, (was, is): Pair<'_, KeptClaim>, source: Pair<'_, KeptSource>) -> Option<CellChange> {
        let before = was.zip(source.0).and_then(|(claim, source)| Finding::of(claim, &source.id));
        let now = is.zip(source.1).and_then(|(claim, source)| Finding::of(claim, &source.id));
        let spoken = |finding: &Option<Finding>| finding.as_ref().is_some_and(Finding::is_spoken);
        if !spoken(&before) && !spoken(&now) {
            return None;
        }
        let essence = |finding: &Option<Finding>| finding.as_ref().map(Finding::essence);
        let ruling = |finding: &Option<Finding>| finding.as_ref().and_then(|one| one.ruling.clone());
        let ruled = cause::of_ruling(ruling(&before).as_ref(), ruling(&now).as_ref());
        let differs = essence(&before) != essence(&now);
        if !differs && ruled.is_none() {
            return None;
        }
        let mut causes = Vec::new();
        if differs {
            causes = self.causes((was, is), source, before.as_ref());
        }
        causes.extend(ruled);
        let id = source.1.or(source.0).map(|source| source.id.clone())?;
        let seen = Declined {
            claim: is.or(was).map(|claim| claim.id.clone())?,
            source: Some(id.clone()),
            finding: accept::digest_of(now.as_ref()),
        };
        let reviewed = self.declined.contains(&seen);
        Some(CellChange { source: id, was: before, is: now, causes, reviewed })
    }

    fn causes(
        &self,
        (was, is): Pair<'_, KeptClaim>,
        source: Pair<'_, KeptSource>,
        before: Option<&Finding>,
    ) -> Vec<Cause> {
        let (Some(claim_was), Some(claim_is)) = (was, is) else {
            return vec![if is.is_some() { Cause::ClaimAdded } else { Cause::ClaimGone }];
        };
        let known = source.0.filter(|source| source.pending != Some(Pending::Added));
        let (Some(source_was), Some(source_is)) = (known, source.1) else {
            return vec![if source.1.is_some() { Cause::SourceAdded } else { Cause::SourceGone }];
        };
        let quotes = before.iter().flat_map(|before| &before.evidence);
        let quote_gone =
            quotes.into_iter().any(|evidence| self.inspection.is_gone(&source_was.id, &evidence.quote));
        let mut causes = cause::of_source(source_was, source_is, quote_gone);
        causes.extend(cause::of_claim(claim_was, claim_is));
        causes.extend(self.related.causes(&claim_is.id, &self.changed));
        causes.extend(self.settings.iter().cloned());
        causes
    }

    /// Why a verdict is another beside what its sources say otherwise; `alone` is whether none does.
    fn of_verdict(&self, before: &KeptClaim, now: &KeptClaim, alone: bool) -> Vec<Cause> {
        let speaks =
            |source: &KeptSource| now.stances.get(&source.id).is_some_and(|one| *one != Stance::Silent);
        let pairs = self.sides.sources.iter().filter_map(|&(was, is)| was.zip(is));
        let moved = pairs.filter(|(was, is)| was.outlet != is.outlet && speaks(is));
        let outlets = moved.map(|(was, is)| Cause::Outlet {
            source: is.id.clone(),
            was: was.outlet.clone(),
            is: is.outlet.clone(),
        });
        // With other supporters the origins are others, too.
        let supporters = |claim: &KeptClaim| -> Vec<String> {
            let supports =
                claim.stances.iter().filter(|(_, one)| matches!(one, Stance::Supports | Stance::Mixed));
            supports.map(|(source, _)| source.clone()).collect()
        };
        let outlets: Vec<Cause> = outlets.collect();
        let same = outlets.is_empty() && supporters(before) == supporters(now);
        let origins = before.origins.zip(now.origins).filter(|(was, is)| same && was != is);
        let origins = origins.map(|(was, is)| Cause::Origins { was, is });
        outlets.into_iter().chain(origins).chain(self.settings.iter().filter(|_| alone).cloned()).collect()
    }
}
