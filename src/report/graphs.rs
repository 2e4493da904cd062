//! The graphs of a report.

use std::collections::BTreeMap;

use crate::graph::{EvidenceBuilder, EvidenceGraph, Node, OutletGraph, Saying};
use crate::source::Metadata;

use super::{Report, ReportClaim};

impl OutletGraph {
    /// The outlets of `report`, joined where they agree and where they contradict each other.
    #[must_use]
    pub fn of_outlets(report: &Report) -> Self {
        let mut outlets = BTreeMap::new();
        for source in &report.sources {
            *outlets.entry(source.outlet.as_str()).or_default() += 1;
        }
        Self::of_pairs(&outlets, &report.outlets)
    }
}

impl EvidenceGraph {
    /// The outlets, sources and claims of `report`, and what is said; silence has no edge.
    #[must_use]
    pub fn of_evidence(report: &Report) -> Self {
        of_stances(&report.sources, &report.claims)
    }
}

/// The evidence graph of `sources` and `claims`.
pub(super) fn of_stances(sources: &[Metadata], claims: &[ReportClaim]) -> EvidenceGraph {
    let mut graph = EvidenceBuilder::default();
    for source in sources {
        graph.source(Node::Source {
            id: source.id.clone(),
            outlet: source.outlet.clone(),
            title: source.title.clone(),
            published: source.published.clone(),
        });
    }
    for claim in claims {
        let node = Node::Claim {
            id: claim.id.clone(),
            question: claim.question.clone(),
            text: claim.claim.clone(),
            verdict: claim.verdict,
        };
        let sayings = claim
            .stances
            .iter()
            .map(|one| (one.source.as_str(), Saying::new(one.stance, one.score, &one.evidence)));
        graph.claim(node, sayings);
    }
    graph.finish()
}
