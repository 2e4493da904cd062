//! From findings to the report.

use std::collections::{BTreeMap, BTreeSet};
use std::vec::IntoIter;

use crate::claim::{Claim, ClaimSet, Ruling};
use crate::source::Metadata;
use crate::stance::{Evidence, Finding, Stance};
use crate::verdict::{self, Support, Verdict};

use super::graphs::of_stances;
use super::{FORMAT, Report, ReportClaim, ReportRuling, RulingCounts, SourceStance, Summary, UnlistedAnswer};

/// A source as it was examined.
#[derive(Debug, Clone, PartialEq)]
pub struct Examined {
    /// The source.
    pub source: Metadata,
    /// What it says of every claim, in the order of [`ClaimSet::claims`]; on a claim without its finding it is silent.
    pub findings: Vec<Finding>,
    /// The claims, as indices into [`ClaimSet::claims`], with a ruling on this source that is stale: what it judged is
    /// no longer there.
    pub stale: BTreeSet<usize>,
}

/// The report of `claims`, given every source as it was examined.
///
/// Verdicts rest on the machine's stances; rulings are shown beside them.
#[must_use]
pub fn build(claims: &ClaimSet, examined: Vec<Examined>) -> Report {
    let heads = claims.claims().iter().map(|claim| Head::of(claim, claims)).collect();
    assemble(heads, examined)
}

/// What `source` says of `claim`, as a report has it; `stale` is whether a ruling on it is.
#[must_use]
pub fn source_stance(claim: &Claim, source: &Metadata, finding: Finding, stale: bool) -> SourceStance {
    let ruling = claim.rulings().iter().find(|ruling| ruling.source() == source.id).map(ReportRuling::from);
    stance_of(source, finding, ruling.map(|ruling| ReportRuling { stale, ..ruling }))
}

/// What the report needs to know of a claim.
#[derive(Debug, Clone, Default)]
pub(super) struct Head {
    pub(super) id: String,
    pub(super) question: String,
    pub(super) claim: String,
    pub(super) note: Option<String>,
    pub(super) rulings: BTreeMap<String, ReportRuling>,
}

impl Head {
    fn of(claim: &Claim, claims: &ClaimSet) -> Self {
        let question = claims.questions().get(claim.question());
        let rulings = claim.rulings().iter().map(|ruling| (ruling.source().to_owned(), ruling.into()));
        Self {
            id: claim.id().to_owned(),
            question: question.map(|question| question.text().to_owned()).unwrap_or_default(),
            claim: claim.text().to_owned(),
            note: claim.note().map(str::to_owned),
            rulings: rulings.rev().collect(),
        }
    }
}

impl From<&Ruling> for ReportRuling {
    fn from(ruling: &Ruling) -> Self {
        Self {
            stance: ruling.stance(),
            because: ruling.because().to_owned(),
            by: ruling.by().map(str::to_owned),
            on: ruling.on().map(str::to_owned),
            quote: ruling.quote().map(str::to_owned),
            stale: false,
        }
    }
}

/// One source with what it says of the claims that are still to come.
struct Row {
    source: Metadata,
    findings: IntoIter<Finding>,
    stale: BTreeSet<usize>,
}

/// As [`build`], without a claim set.
pub(super) fn assemble(heads: Vec<Head>, examined: Vec<Examined>) -> Report {
    let mut rows: Vec<Row> = examined
        .into_iter()
        .map(|Examined { source, findings, stale }| Row { source, findings: findings.into_iter(), stale })
        .collect();
    rows.sort_by(|a, b| a.source.id.cmp(&b.source.id));

    let mut unlisted = Unlisted::default();
    let claims: Vec<ReportClaim> = heads
        .into_iter()
        .enumerate()
        .map(|(at, head)| claim_of(at, head, &mut rows, &mut unlisted))
        .collect();
    let sources: Vec<Metadata> = rows.into_iter().map(|row| row.source).collect();
    Report {
        format: FORMAT.to_owned(),
        engine: crate::ENGINE_VERSION.to_owned(),
        summary: Summary::of(&sources, &claims),
        outlets: of_stances(&sources, &claims).outlet_pairs(),
        sources,
        claims,
        unlisted: unlisted.in_order,
    }
}

fn claim_of(index: usize, mut head: Head, rows: &mut [Row], unlisted: &mut Unlisted) -> ReportClaim {
    let mut stances = Vec::with_capacity(rows.len());
    for Row { source, findings, stale } in rows {
        let mut finding = findings.next().unwrap_or_else(silence);
        if let Some((answer, evidence)) = finding.unlisted.take() {
            unlisted.add(&head.question, source, answer, evidence);
        }
        let ruling = head.rulings.remove(&source.id);
        let ruling = ruling.map(|ruling| ReportRuling { stale: stale.contains(&index), ..ruling });
        stances.push(stance_of(source, finding, ruling));
    }
    let supports = supports(&stances);
    let origins = verdict::origins(&supports).len();
    let outlets = supports.iter().map(|support| support.outlet).collect::<BTreeSet<_>>().len();
    ReportClaim {
        verdict: verdict::decide(stances.iter().map(|one| one.stance), origins),
        id: head.id,
        question: head.question,
        claim: head.claim,
        origins,
        outlets,
        note: head.note,
        stances,
    }
}

fn silence() -> Finding {
    Finding { stance: Stance::Silent, score: 0.0, evidence: Vec::new(), unlisted: None }
}

fn stance_of(source: &Metadata, finding: Finding, ruling: Option<ReportRuling>) -> SourceStance {
    SourceStance {
        source: source.id.clone(),
        outlet: source.outlet.clone(),
        stance: finding.stance,
        score: finding.score,
        evidence: finding.evidence,
        ruling,
    }
}

/// The sources that support, each with its supporting words.
fn supports(stances: &[SourceStance]) -> Vec<Support<'_>> {
    stances
        .iter()
        .filter(|one| matches!(one.stance, Stance::Supports | Stance::Mixed))
        .map(|one| Support {
            outlet: &one.outlet,
            quotes: one
                .evidence
                .iter()
                .filter(|evidence| evidence.stance == Stance::Supports)
                .map(|evidence| evidence.quote.as_str())
                .collect(),
        })
        .collect()
}

/// Unlisted answers as they come in: a source's answer is found again at every claim of the question.
#[derive(Default)]
struct Unlisted {
    seen: BTreeSet<(String, String, Vec<String>)>,
    in_order: Vec<UnlistedAnswer>,
}

impl Unlisted {
    fn add(&mut self, question: &str, source: &Metadata, answer: String, evidence: Evidence) {
        if self.seen.insert((question.to_owned(), source.id.clone(), verdict::words(&answer))) {
            self.in_order.push(UnlistedAnswer {
                question: question.to_owned(),
                source: source.id.clone(),
                answer,
                quote: evidence.quote,
                line: evidence.line,
            });
        }
    }
}

impl Summary {
    fn of(sources: &[Metadata], claims: &[ReportClaim]) -> Self {
        let outlets: BTreeSet<&str> = sources.iter().map(|source| source.outlet.as_str()).collect();
        let mut verdicts: BTreeMap<Verdict, usize> = Verdict::ALL.map(|verdict| (verdict, 0)).into();
        let mut rulings = RulingCounts::default();
        for claim in claims {
            *verdicts.entry(claim.verdict).or_default() += 1;
            for agrees in claim.stances.iter().filter_map(SourceStance::ruling_agrees) {
                rulings.given += 1;
                rulings.agree += usize::from(agrees);
            }
            let ruled = claim.stances.iter().filter_map(|one| one.ruling.as_ref());
            rulings.stale += ruled.filter(|ruling| ruling.stale).count();
        }
        Self { claims: claims.len(), sources: sources.len(), outlets: outlets.len(), verdicts, rulings }
    }
}

#[cfg(test)]
mod tests;
