//! From findings to the report.

use std::collections::{BTreeMap, BTreeSet};
use std::vec::IntoIter;

use crate::claim::{Claim, ClaimSet, Question, Relations, Ruling};
use crate::graph::{OutletPair, Sides, Structure};
use crate::reuse::rewrite::Rewrite;
use crate::reuse::{Credit, SharedText, credited};
use crate::source::Metadata;
use crate::stance::{Evidence, Finding, Settings, Stance};
use crate::verdict::{self, Verdict};

use super::credits::Credits;
use super::dispute::dispute;
use super::graphs::of_stances;
use super::origins::Tracing;
use super::question::QuestionHead;
use super::reuse::{self, Reuse};
use super::speakers::Speakers;
use super::{
    FORMAT, Report, ReportClaim, ReportReuse, ReportRuling, RulingCounts, SourceStance, Summary,
    UnlistedAnswer,
};

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
    /// Whom it credits for its text.
    pub credits: Vec<Credit>,
}

impl Examined {
    /// The credit of either that makes it likelier that one is a copy of the other.
    #[must_use]
    pub fn credit_shared_with<'a>(&'a self, other: &'a Self) -> Option<&'a Credit> {
        credited((&self.credits, &self.source.outlet), (&other.credits, &other.source.outlet))
    }
}

/// The report of `claims`, given every source as it was examined, and which text these share or retell: sources are numbered as
/// in `examined`.
///
/// Verdicts rest on the machine's stances; rulings are shown beside them.
#[must_use]
pub fn build(
    claims: &ClaimSet,
    settings: Settings,
    examined: Vec<Examined>,
    shared: &[SharedText],
    rewrites: &[Rewrite],
) -> Report {
    let reuse = reuse::found(&examined, shared, rewrites);
    let relations = Relations::new(claims);
    let heads = (0..claims.claims().len()).map(|at| Head::of(at, claims, &relations)).collect();
    let question = |question: &Question| QuestionHead {
        text: question.text().to_owned(),
        claims: question.claims().to_vec(),
        compatible: question.compatible(),
    };
    let questions = claims.questions().iter().map(question).collect();
    Report { settings: settings.into(), ..assemble(heads, questions, examined, reuse) }
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
    pub(super) file: String,
    pub(super) line: usize,
    pub(super) note: Option<String>,
    pub(super) rulings: BTreeMap<String, ReportRuling>,
    pub(super) rivals: Vec<String>,
    pub(super) implies: Vec<String>,
}

impl Head {
    fn of(at: usize, claims: &ClaimSet, relations: &Relations) -> Self {
        let claim = &claims.claims()[at];
        let ids = |of: &mut dyn Iterator<Item = &usize>| {
            of.map(|&other| claims.claims()[other].id().to_owned()).collect()
        };
        let question = claims.questions().get(claim.question());
        let rulings = claim.rulings().iter().map(|ruling| (ruling.source().to_owned(), ruling.into()));
        let (file, line) = claims.place_of(claim);
        Self {
            file,
            line,
            id: claim.id().to_owned(),
            question: question.map(|question| question.text().to_owned()).unwrap_or_default(),
            claim: claim.text().to_owned(),
            note: claim.note().map(str::to_owned),
            rulings: rulings.rev().collect(),
            rivals: ids(&mut relations.rivals[at].iter()),
            implies: ids(&mut claim.implies().iter()),
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
    credits: Vec<Credit>,
}

/// As [`build`], without a claim set.
pub(super) fn assemble(
    mut heads: Vec<Head>,
    questions: Vec<QuestionHead>,
    examined: Vec<Examined>,
    reuse: Vec<ReportReuse>,
) -> Report {
    let mut rows: Vec<Row> = examined
        .into_iter()
        .map(|Examined { source, findings, stale, credits }| Row {
            source,
            findings: findings.into_iter(),
            stale,
            credits,
        })
        .collect();
    rows.sort_by(|a, b| a.source.id.cmp(&b.source.id));

    let mut unlisted = Unlisted::default();
    let mut stances: Vec<Vec<SourceStance>> = heads
        .iter_mut()
        .enumerate()
        .map(|(at, head)| stances_of(at, head, &mut rows, &mut unlisted))
        .collect();
    let (sources, credits): (Vec<Metadata>, Vec<Vec<Credit>>) =
        rows.into_iter().map(|row| (row.source, row.credits)).unzip();
    let speakers = Speakers::of(&stances);
    speakers.name_in(&mut stances);
    let reuse = Reuse::new(reuse, &sources);
    let credits = Credits::new(&sources, &credits, &speakers.all);
    let tracing = Tracing { sources: &sources, speakers: &speakers, reuse: &reuse, credits: &credits };
    let claims: Vec<ReportClaim> =
        heads.into_iter().zip(stances).map(|(head, stances)| claim_of(head, stances, &tracing)).collect();
    let outlets = of_stances(&sources, &claims).outlet_pairs(&origin_of(&claims));
    Report {
        format: FORMAT.to_owned(),
        engine: crate::ENGINE_VERSION.to_owned(),
        settings: Settings::default().into(),
        summary: Summary::of(&sources, &claims),
        structure: structure(&sources, &claims, &outlets),
        questions: questions.into_iter().map(|head| head.answered(&sources, &claims)).collect(),
        speakers: speakers.all,
        reuse: reuse.pairs,
        outlets,
        sources,
        claims,
        unlisted: unlisted.in_order,
    }
}

fn stances_of(index: usize, head: &mut Head, rows: &mut [Row], unlisted: &mut Unlisted) -> Vec<SourceStance> {
    let mut stances = Vec::with_capacity(rows.len());
    for Row { source, findings, stale, .. } in rows {
        let mut finding = findings.next().unwrap_or_else(silence);
        if let Some((answer, evidence)) = finding.unlisted.take().map(|unlisted| *unlisted) {
            unlisted.add(&head.question, source, answer, evidence);
        }
        let ruling = head.rulings.remove(&source.id);
        let ruling = ruling.map(|ruling| ReportRuling { stale: stale.contains(&index), ..ruling });
        stances.push(stance_of(source, finding, ruling));
    }
    stances
}

fn claim_of(head: Head, stances: Vec<SourceStance>, tracing: &Tracing<'_>) -> ReportClaim {
    let supporting = tracing.origins(Stance::Supports, &stances);
    let contradicting = tracing.origins(Stance::Contradicts, &stances);
    let origins = supporting.len();
    let cited = |stance: &SourceStance, side: Stance| tracing.cited(stance, side);
    ReportClaim {
        verdict: verdict::decide(stances.iter().map(|one| one.stance), origins),
        id: head.id,
        question: head.question,
        claim: head.claim,
        file: head.file,
        line: head.line,
        origins,
        outlets: supporting.iter().map(|origin| origin.outlets.len()).sum(),
        dispute: dispute(tracing.sources, &stances, &cited),
        origin_groups: supporting.into_iter().chain(contradicting).collect(),
        rivals: head.rivals,
        implies: head.implies,
        note: head.note,
        stances,
    }
}

/// Which origin of a claim's support an outlet is of.
fn origin_of(claims: &[ReportClaim]) -> impl Fn(&str, &str) -> Option<usize> {
    let mut origins: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for claim in claims {
        let supports = claim.origin_groups.iter().enumerate().filter(|(_, one)| one.side == Stance::Supports);
        let outlets = supports.flat_map(|(at, one)| one.outlets.iter().map(move |name| (name.as_str(), at)));
        origins.entry(&claim.id).or_default().extend(outlets);
    }
    move |claim, outlet| origins.get(claim)?.get(outlet).copied()
}

fn structure(sources: &[Metadata], claims: &[ReportClaim], pairs: &[OutletPair]) -> Structure {
    let outlets: BTreeSet<&str> = sources.iter().map(|source| source.outlet.as_str()).collect();
    let sides: Vec<Sides<'_>> = claims
        .iter()
        .map(|claim| {
            let on = |side: Stance| claim.origin_groups.iter().filter(move |one| one.side == side);
            Sides {
                claim: &claim.id,
                supports: on(Stance::Supports)
                    .map(|one| one.outlets.iter().map(String::as_str).collect())
                    .collect(),
                contradicts: on(Stance::Contradicts)
                    .flat_map(|one| &one.outlets)
                    .map(String::as_str)
                    .collect(),
            }
        })
        .collect();
    let question_of: BTreeMap<&str, &str> =
        claims.iter().map(|claim| (claim.id.as_str(), claim.question.as_str())).collect();
    Structure::of(&outlets, pairs, &sides, &|claim| question_of.get(claim).copied().unwrap_or_default())
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
