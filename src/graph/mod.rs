//! Who publishes what, what it says, and how outlets stand to one another, as petgraph graphs.
//!
//! Two graphs, each a type of its own:
//!
//! - [`EvidenceGraph`], directed: outlets *publish* sources, sources *say* something of claims. It is what is
//!   known; silence has no edge.
//! - [`OutletGraph`], undirected: the evidence projected onto outlets, joined where they agree and where they
//!   contradict each other; two outlets may be joined both ways.
//!
//! `of_evidence` and `of_outlets`, which make them from a report, are beside the report.

mod attribute;
mod evidence;
mod outlets;

use petgraph::visit::EdgeRef;
use petgraph::{Directed, EdgeType, Undirected};

pub use attribute::Attribute;
pub(crate) use evidence::Builder as EvidenceBuilder;
pub use evidence::Saying;
pub use outlets::{Contradiction, OutletPair, Side};

use crate::verdict::Verdict;

/// A node of a [`Graph`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// Who publishes.
    Outlet {
        /// Its name.
        name: String,
        /// How many sources it published.
        sources: usize,
    },
    /// One published text.
    Source {
        /// Its id.
        id: String,
        /// Its outlet.
        outlet: String,
        /// Its headline.
        title: Option<String>,
        /// When it was published.
        published: Option<String>,
    },
    /// One answer to a question.
    Claim {
        /// Its id.
        id: String,
        /// Its question.
        question: String,
        /// Its one sentence.
        text: String,
        /// What all sources together say of it.
        verdict: Verdict,
    },
}

/// An edge of a [`Graph`].
#[derive(Debug, Clone, PartialEq)]
pub enum Edge {
    /// From an outlet to its source.
    Publishes,
    /// From a source to a claim it is not silent about.
    Says(Saying),
    /// Between two outlets: both support these claims.
    Agree(Vec<String>),
    /// Between two outlets, or one and itself: what one supports, the other contradicts.
    Contradict(Vec<Contradiction>),
}

/// A graph of typed [`Node`]s and [`Edge`]s; every node has an id that is unique in it and stays the same as
/// long as what it stands for keeps its name.
#[derive(Debug, Clone)]
pub struct Graph<Ty: EdgeType> {
    inner: petgraph::Graph<Node, Edge, Ty>,
}

/// Outlets, sources and claims.
pub type EvidenceGraph = Graph<Directed>;

/// Outlets joined by agreement and contradiction.
pub type OutletGraph = Graph<Undirected>;

impl<Ty: EdgeType> Graph<Ty> {
    /// The nodes, in the order of the report.
    pub fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.inner.node_weights()
    }

    /// The edges with the nodes they join, in the order of the report.
    pub fn edges(&self) -> impl Iterator<Item = (&Node, &Edge, &Node)> {
        self.inner.edge_references().filter_map(|edge| {
            let from = self.inner.node_weight(edge.source())?;
            let to = self.inner.node_weight(edge.target())?;
            Some((from, edge.weight(), to))
        })
    }

    /// Whether its edges have a direction.
    #[must_use]
    pub fn is_directed(&self) -> bool {
        self.inner.is_directed()
    }

    /// The graph itself, for petgraph's algorithms.
    #[must_use]
    pub fn as_petgraph(&self) -> &petgraph::Graph<Node, Edge, Ty> {
        &self.inner
    }
}

impl Node {
    /// `outlet`, `source` or `claim`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Outlet { .. } => "outlet",
            Self::Source { .. } => "source",
            Self::Claim { .. } => "claim",
        }
    }

    /// What a reader knows it by: an outlet's name, the id of a source or claim.
    #[must_use]
    pub fn label(&self) -> &str {
        match self {
            Self::Outlet { name, .. } => name,
            Self::Source { id, .. } | Self::Claim { id, .. } => id,
        }
    }

    /// Its id in the graph: its kind and label, in letters that every format allows in an id.
    ///
    /// A space becomes `_`; any other character that XML's NMTOKEN may not hold, or that means something here,
    /// becomes its code point in hexadecimal between colons. No two labels share an id.
    #[must_use]
    pub fn id(&self) -> String {
        let mut id = format!("{}:", self.kind());
        for c in self.label().chars() {
            match c {
                ' ' => id.push('_'),
                c if c.is_ascii_alphanumeric() || matches!(c, '-' | '.') => id.push(c),
                c => id.push_str(&format!(":{:x}:", u32::from(c))),
            }
        }
        id
    }
}

impl Edge {
    /// `publishes`, `says`, `agree` or `contradict`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Publishes => "publishes",
            Self::Says(_) => "says",
            Self::Agree(_) => "agree",
            Self::Contradict(_) => "contradict",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_distinct_and_plain() {
        let labels = ["a b", "a_b", "a:b", "a:5f:b", "a  b", "a", "é", "e", "<x>", "北京"];
        let ids: std::collections::BTreeSet<String> =
            labels.iter().map(|name| Node::Outlet { name: (*name).to_owned(), sources: 1 }.id()).collect();
        assert_eq!(ids.len(), labels.len(), "{ids:?}");
        for id in ids {
            assert!(id.chars().all(|c| c.is_ascii_alphanumeric() || ":_-.".contains(c)), "{id}");
        }
    }
}
