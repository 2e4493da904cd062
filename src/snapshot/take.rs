//! From a report to a snapshot.

use std::collections::{BTreeMap, BTreeSet};

use crate::claim::{Claim, ClaimSet};
use crate::hash::sha256;
use crate::report::{Report, ReportClaim};
use crate::source::{Metadata, Source};
use crate::stance::Settings;
use crate::text::{stands_in, without_typesetting};

use super::{FORMAT, KeptClaim, KeptEvidence, KeptRuling, KeptSource, Snapshot};

/// What a snapshot needs to know of sources beside the report: it is shown each as it is checked.
#[derive(Debug, Default)]
pub struct Inspection {
    /// Quotes of the snapshot before, by the source that had them.
    quoted: BTreeMap<String, BTreeSet<String>>,
    /// For each source, the hash of its words.
    words: BTreeMap<String, String>,
    /// For each source, those of its quotes, without typesetting, that are no longer there.
    gone: BTreeMap<String, BTreeSet<String>>,
}

impl Inspection {
    /// Looks out for the quotes of `before`.
    #[must_use]
    pub fn new(before: Option<&Snapshot>) -> Self {
        let mut quoted: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for evidence in before.iter().flat_map(|before| &before.claims).flat_map(|claim| &claim.evidence) {
            let quote = without_typesetting(&evidence.quote);
            quoted.entry(evidence.source.clone()).or_default().insert(quote);
        }
        Self { quoted, ..Self::default() }
    }

    /// Looks at a source.
    pub fn see(&mut self, source: &Source) {
        let id = &source.metadata.id;
        let plain = without_typesetting(source.article_text());
        self.words.insert(id.clone(), sha256(plain.as_bytes()));
        let quotes = self.quoted.get(id).into_iter().flatten();
        let gone: BTreeSet<String> = quotes.filter(|quote| !stands_in(&plain, quote)).cloned().collect();
        if !gone.is_empty() {
            self.gone.insert(id.clone(), gone);
        }
    }

    /// Whether `quote`, which the source once had, is not there any more.
    pub(super) fn is_gone(&self, source: &str, quote: &str) -> bool {
        self.gone.get(source).is_some_and(|gone| gone.contains(&without_typesetting(quote)))
    }

    /// What `report` found, as a snapshot.
    #[must_use]
    pub fn snapshot(&self, report: &Report, claims: &ClaimSet, settings: Settings) -> Snapshot {
        Snapshot {
            format: FORMAT.to_owned(),
            engine: report.engine.clone(),
            threshold: settings.threshold(),
            sources: report.sources.iter().map(|source| self.source(source)).collect(),
            claims: claims
                .claims()
                .iter()
                .zip(&report.claims)
                .map(|(c, found)| claim(claims, c, found))
                .collect(),
            declined: Vec::new(),
        }
    }

    fn source(&self, source: &Metadata) -> KeptSource {
        KeptSource {
            id: source.id.clone(),
            outlet: line(&source.outlet),
            published: source.published.clone(),
            file: source.file.clone(),
            sha256: source.sha256.clone(),
            words: self.words.get(&source.id).cloned().unwrap_or_default(),
            pending: None,
        }
    }
}

fn claim(claims: &ClaimSet, claim: &Claim, found: &ReportClaim) -> KeptClaim {
    let question = &claims.questions()[claim.question()];
    let ids = |indices: &[usize]| indices.iter().map(|&at| claims.claims()[at].id().to_owned()).collect();
    KeptClaim {
        id: claim.id().to_owned(),
        question: line(question.text()),
        about: question.about().iter().map(|name| line(name)).collect(),
        compatible: question.compatible(),
        claim: line(claim.text()),
        phrasings: claim.phrasings().iter().map(|phrasing| line(phrasing)).collect(),
        contradicts: ids(claim.contradicts()),
        implies: ids(claim.implies()),
        verdict: found.verdict,
        origins: Some(found.origins),
        stances: found.stances.iter().map(|one| (one.source.clone(), one.stance)).collect(),
        evidence: evidence(found),
        rulings: rulings(found),
        pending: None,
    }
}

/// By source and line: the order of strength would change with every touch of the engine.
fn evidence(found: &ReportClaim) -> Vec<KeptEvidence> {
    let of_source = found.stances.iter().flat_map(|one| {
        one.evidence.iter().map(|evidence| KeptEvidence {
            source: one.source.clone(),
            line: evidence.line,
            stance: evidence.stance,
            quote: line(&evidence.quote),
            because: line(&evidence.because),
        })
    });
    let mut evidence: Vec<_> = of_source.collect();
    evidence.sort();
    evidence
}

fn rulings(found: &ReportClaim) -> Vec<KeptRuling> {
    let ruled = found.stances.iter().filter_map(|one| Some((&one.source, one.ruling.as_ref()?)));
    ruled
        .map(|(source, ruling)| KeptRuling {
            source: source.clone(),
            stance: ruling.stance,
            because: line(&ruling.because),
            by: ruling.by.as_deref().map(line),
            on: ruling.on.clone(),
            quote: ruling.quote.as_deref().map(line),
            stale: ruling.stale,
        })
        .collect()
}

/// `text` on one line: a fact is a line of the file. Line breaks of every kind are spaces, on which readers of YAML do not
/// agree.
pub(super) fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
