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

use crate::stance::Stance;

use super::{Edge, EvidenceGraph, Node, Saying};

/// How two outlets, or one with itself, stand to each other.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OutletPair {
    /// One outlet; `a <= b` in byte order.
    pub a: String,
    /// The other; the same where an outlet contradicts itself.
    pub b: String,
    /// Ids of claims that both support.
    pub agree: Vec<String>,
    /// Those of `agree` on which their support is of different origins. On the others they carry the same words, or
    /// quote the same speaker.
    #[serde(default)]
    pub independent: Vec<String>,
    /// Claims that one supports and the other contradicts, each claim once.
    pub contradict: Vec<Contradiction>,
}

/// A claim on which two outlets agree, quote beside quote.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Agreement {
    /// The claim's id.
    pub claim: String,
    /// One side's words.
    pub a: Side,
    /// The other's.
    pub b: Side,
    /// Whether they are of different origins.
    pub independent: bool,
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

/// One side of a contradiction or an agreement.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Side {
    /// The outlet.
    pub outlet: String,
    /// The source's id.
    pub source: String,
    /// When the source was published.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub published: Option<String>,
    /// Its words.
    pub quote: String,
    /// Where they begin, line from 1.
    pub line: usize,
    /// Whose words it is, where not the outlet's own.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub attributed_to: Option<String>,
}

/// What one outlet says of one claim, with its best words for each side.
#[derive(Debug, Default)]
struct Position {
    supports: Option<(f64, Side)>,
    contradicts: Option<(f64, Side)>,
}

impl EvidenceGraph {
    /// How the outlets stand to one another: the pairs with an agreement or a contradiction, in byte order of
    /// their names, each with its claims in the order of the graph. `origin` tells of which origin an outlet's support
    /// for a claim is.
    #[must_use]
    pub fn outlet_pairs(&self, origin: &dyn Fn(&str, &str) -> Option<usize>) -> Vec<OutletPair> {
        let mut pairs = BTreeMap::new();
        for node in self.inner.node_indices() {
            if let Some(Node::Claim { id, .. }) = self.inner.node_weight(node) {
                relate(id, &self.positions(node), origin, &mut pairs);
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

impl Side {
    /// Of what `source` of `outlet` says.
    pub(crate) fn of(outlet: &str, source: &str, saying: &Saying) -> Self {
        Self {
            outlet: outlet.to_owned(),
            source: source.to_owned(),
            published: saying.published.clone(),
            quote: saying.quote.clone(),
            line: saying.line,
            attributed_to: saying.attributed_to.clone(),
        }
    }
}

impl Position {
    fn add(&mut self, source: &str, outlet: &str, saying: &Saying) {
        let kept = match saying.side {
            Stance::Supports => &mut self.supports,
            Stance::Contradicts => &mut self.contradicts,
            _ => return,
        };
        if kept.as_ref().is_none_or(|(best, _)| saying.score.total_cmp(best).is_gt()) {
            *kept = Some((saying.score, Side::of(outlet, source, saying)));
        }
    }
}

fn relate(
    claim: &str,
    positions: &BTreeMap<&str, Position>,
    origin: &dyn Fn(&str, &str) -> Option<usize>,
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
            let independent = agree && origin(claim, a) != origin(claim, b);
            pair.agree.extend(agree.then(|| claim.to_owned()));
            pair.independent.extend(independent.then(|| claim.to_owned()));
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
