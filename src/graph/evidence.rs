//! The evidence: outlets publish sources, sources say something of claims.

use std::collections::BTreeMap;

use petgraph::graph::NodeIndex;

use crate::stance::{Evidence, Stance};

use super::{Edge, EvidenceGraph, Graph, Node};

/// What a source says of a claim, at an edge from one to the other.
#[derive(Debug, Clone, PartialEq)]
pub struct Saying {
    /// Its stance.
    pub stance: Stance,
    /// How well its best evidence bears the claim out, 0 to 1.
    pub score: f64,
    /// The words that support the claim, with their line.
    pub supporting: Option<(String, usize)>,
    /// The words that contradict it, with their line.
    pub contradicting: Option<(String, usize)>,
    /// The words of an unclear stance, with their line.
    pub unclear: Option<(String, usize)>,
}

impl Saying {
    /// What `evidence`, best first, says with this `stance` and `score`.
    #[must_use]
    pub fn new(stance: Stance, score: f64, evidence: &[Evidence]) -> Self {
        let words = |wanted: Stance| {
            let best = evidence.iter().find(|evidence| evidence.stance == wanted)?;
            Some((best.quote.clone(), best.line))
        };
        let supports = matches!(stance, Stance::Supports | Stance::Mixed);
        let contradicts = matches!(stance, Stance::Contradicts | Stance::Mixed);
        Self {
            stance,
            score,
            supporting: supports.then(|| words(Stance::Supports)).flatten(),
            contradicting: contradicts.then(|| words(Stance::Contradicts)).flatten(),
            unclear: (stance == Stance::Unclear).then(|| words(Stance::Unclear)).flatten(),
        }
    }

    /// Whether the source supports the claim, whatever else it says.
    #[must_use]
    pub const fn supports(&self) -> bool {
        matches!(self.stance, Stance::Supports | Stance::Mixed)
    }

    /// Whether the source contradicts the claim, whatever else it says.
    #[must_use]
    pub const fn contradicts(&self) -> bool {
        matches!(self.stance, Stance::Contradicts | Stance::Mixed)
    }
}

/// Builds an [`EvidenceGraph`] node by node: sources first, then claims with what sources say of them.
#[derive(Debug, Default)]
pub(crate) struct Builder {
    inner: petgraph::Graph<Node, Edge>,
    outlets: BTreeMap<String, NodeIndex>,
    sources: BTreeMap<String, NodeIndex>,
}

impl Builder {
    /// Adds a source, and its outlet where it is new.
    pub(crate) fn source(&mut self, source: Node) {
        let Node::Source { id, outlet, .. } = &source else { return };
        let (id, name) = (id.clone(), outlet.clone());
        let outlet = *self
            .outlets
            .entry(name.clone())
            .or_insert_with(|| self.inner.add_node(Node::Outlet { name, sources: 0 }));
        if let Some(Node::Outlet { sources, .. }) = self.inner.node_weight_mut(outlet) {
            *sources += 1;
        }
        let source = self.inner.add_node(source);
        self.inner.add_edge(outlet, source, Edge::Publishes);
        self.sources.insert(id, source);
    }

    /// Adds a claim with what sources, by id, say of it; silent ones and unknown ones get no edge.
    pub(crate) fn claim<'a>(&mut self, claim: Node, sayings: impl Iterator<Item = (&'a str, Saying)>) {
        let claim = self.inner.add_node(claim);
        for (source, saying) in sayings.filter(|(_, saying)| saying.stance != Stance::Silent) {
            if let Some(&source) = self.sources.get(source) {
                self.inner.add_edge(source, claim, Edge::Says(saying));
            }
        }
    }

    /// The finished graph.
    pub(crate) fn finish(self) -> EvidenceGraph {
        Graph { inner: self.inner }
    }
}
