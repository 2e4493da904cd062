//! The evidence projected onto outlets: who agrees with whom, who contradicts whom, over what.
//!
//! Two outlets agree on a claim that both support; they contradict each other on a claim that one supports and
//! the other contradicts. To contradict the same claim is not to agree: there are many ways to say something
//! else. An outlet that does both, in one source or in two, contradicts itself; it may then agree *and*
//! contradict another on one claim.

use std::collections::BTreeMap;

use petgraph::Direction;
use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Edge, EvidenceGraph, Graph, Node, OutletGraph, Saying};

/// How two outlets, or one with itself, stand to each other.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OutletPair {
    /// One outlet; `a <= b` in byte order.
    pub a: String,
    /// The other; the same where an outlet contradicts itself.
    pub b: String,
    /// Ids of claims that both support.
    pub agree: Vec<String>,
    /// Claims that one supports and the other contradicts, each claim once.
    pub contradict: Vec<Contradiction>,
}

/// A claim over which two outlets contradict each other, quote against quote.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Contradiction {
    /// The claim's id.
    pub claim: String,
    /// The side that supports it.
    pub supports: Side,
    /// The side that contradicts it.
    pub contradicts: Side,
}

/// One side of a contradiction.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Side {
    /// The outlet.
    pub outlet: String,
    /// The source's id.
    pub source: String,
    /// Its words.
    pub quote: String,
    /// Where they begin, line from 1.
    pub line: usize,
}

/// What one outlet says of one claim, with its best words for each side.
#[derive(Debug, Default)]
struct Position {
    supports: Option<(f64, Side)>,
    contradicts: Option<(f64, Side)>,
}

impl EvidenceGraph {
    /// How the outlets stand to one another: the pairs with an agreement or a contradiction, in byte order of
    /// their names, each with its claims in the order of the graph.
    #[must_use]
    pub fn outlet_pairs(&self) -> Vec<OutletPair> {
        let mut pairs = BTreeMap::new();
        for node in self.inner.node_indices() {
            if let Some(Node::Claim { id, .. }) = self.inner.node_weight(node) {
                relate(id, &self.positions(node), &mut pairs);
            }
        }
        pairs.into_values().collect()
    }

    /// What each outlet says of the claim at `claim`.
    fn positions(&self, claim: NodeIndex) -> BTreeMap<&str, Position> {
        let mut edges: Vec<_> = self.inner.edges_directed(claim, Direction::Incoming).collect();
        // petgraph gives the newest edge first; among equal scores the first source's words are to win.
        edges.sort_by_key(|edge| edge.id());
        let mut positions: BTreeMap<&str, Position> = BTreeMap::new();
        for edge in edges {
            let (Edge::Says(saying), Some(Node::Source { id, outlet, .. })) =
                (edge.weight(), self.inner.node_weight(edge.source()))
            else {
                continue;
            };
            positions.entry(outlet).or_default().add(id, outlet, saying);
        }
        positions
    }
}

impl Position {
    fn add(&mut self, source: &str, outlet: &str, saying: &Saying) {
        let side = |words: &Option<(String, usize)>| {
            let (quote, line) = words.clone().unwrap_or_default();
            Side { outlet: outlet.to_owned(), source: source.to_owned(), quote, line }
        };
        if saying.supports() {
            keep_better(&mut self.supports, saying.score, || side(&saying.supporting));
        }
        if saying.contradicts() {
            keep_better(&mut self.contradicts, saying.score, || side(&saying.contradicting));
        }
    }
}

fn keep_better(kept: &mut Option<(f64, Side)>, score: f64, side: impl FnOnce() -> Side) {
    if kept.as_ref().is_none_or(|(best, _)| score.total_cmp(best).is_gt()) {
        *kept = Some((score, side()));
    }
}

fn relate(
    claim: &str,
    positions: &BTreeMap<&str, Position>,
    pairs: &mut BTreeMap<(String, String), OutletPair>,
) {
    for (&a, of_a) in positions {
        for (&b, of_b) in positions.range(a..) {
            let agree = a != b && of_a.supports.is_some() && of_b.supports.is_some();
            let contradiction = contradiction(claim, of_a, of_b);
            if !agree && contradiction.is_none() {
                continue;
            }
            let pair = pairs.entry((a.to_owned(), b.to_owned())).or_insert_with(|| OutletPair {
                a: a.to_owned(),
                b: b.to_owned(),
                ..OutletPair::default()
            });
            pair.agree.extend(agree.then(|| claim.to_owned()));
            pair.contradict.extend(contradiction);
        }
    }
}

/// The contradiction of two outlets over `claim`, if there is one. Where each both supports and contradicts it,
/// the first one's support stands against the second one's contradiction.
fn contradiction(claim: &str, a: &Position, b: &Position) -> Option<Contradiction> {
    let ((_, supports), (_, contradicts)) = a
        .supports
        .as_ref()
        .zip(b.contradicts.as_ref())
        .or_else(|| b.supports.as_ref().zip(a.contradicts.as_ref()))?;
    Some(Contradiction {
        claim: claim.to_owned(),
        supports: supports.clone(),
        contradicts: contradicts.clone(),
    })
}

impl OutletGraph {
    /// `outlets`, each with the number of its sources, joined as `pairs` tells; pairs of outlets that are not
    /// among them are left out.
    #[must_use]
    pub fn of_pairs(outlets: &BTreeMap<&str, usize>, pairs: &[OutletPair]) -> Self {
        let mut inner = petgraph::Graph::default();
        let nodes: BTreeMap<&str, NodeIndex> = outlets
            .iter()
            .map(|(&name, &sources)| (name, inner.add_node(Node::Outlet { name: name.to_owned(), sources })))
            .collect();
        for pair in pairs {
            let (Some(&a), Some(&b)) = (nodes.get(pair.a.as_str()), nodes.get(pair.b.as_str())) else {
                continue;
            };
            if !pair.agree.is_empty() {
                inner.add_edge(a, b, Edge::Agree(pair.agree.clone()));
            }
            if !pair.contradict.is_empty() {
                inner.add_edge(a, b, Edge::Contradict(pair.contradict.clone()));
            }
        }
        Graph { inner }
    }
}
