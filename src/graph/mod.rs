//! Who publishes what, whose words it is, what it says, and how outlets stand to one another, as petgraph graphs.
//!
//! Three views, each a graph of typed [`Node`]s and [`Edge`]s:
//!
//! - [`EvidenceGraph`], directed: outlets *publish* sources; sources *support*, *contradict* or leave *unclear* claims,
//!   are *attributed to* speakers and documents, and *copy* one another; claims *answer* questions, *rival* and *imply*
//!   one another. It is what is known; silence has no edge.
//! - [`OriginGraph`], directed: outlets *carry* origins, and these support or contradict claims: who is independent.
//! - [`OutletGraph`], undirected: the evidence projected onto outlets, joined where they agree and where they
//!   contradict each other; two outlets may be joined both ways.
//!
//! `of_evidence`, `of_origins` and `of_outlets`, which make them from a report, are beside the report.

mod attribute;
mod camps;
mod edge;
mod node;
mod outlets;
mod structure;

use std::collections::BTreeMap;

use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;
use petgraph::{Directed, EdgeType, Undirected};

pub use attribute::{Attribute, Attributes};
pub use edge::{Citing, Copying, Edge, Saying};
pub use node::{Cited, Node};
pub use outlets::{Agreement, Contradiction, OutletPair, Side};
pub(crate) use structure::Sides;
pub use structure::{Breach, Dependence, Separation, Structure};

/// A graph of typed [`Node`]s and [`Edge`]s; every node has an id that is unique in it and stays the same as
/// long as what it stands for keeps its name.
#[derive(Debug, Clone)]
pub struct Graph<Ty: EdgeType> {
    inner: petgraph::Graph<Node, Edge, Ty>,
}

/// Outlets, sources, speakers and documents, claims and questions.
pub type EvidenceGraph = Graph<Directed>;

/// Outlets, origins and claims.
pub type OriginGraph = Graph<Directed>;

/// Outlets joined by agreement and contradiction.
pub type OutletGraph = Graph<Undirected>;

/// A graph in the making.
#[derive(Debug)]
pub(crate) struct Builder<Ty: EdgeType> {
    inner: petgraph::Graph<Node, Edge, Ty>,
    known: BTreeMap<String, NodeIndex>,
}

impl<Ty: EdgeType> Default for Builder<Ty> {
    fn default() -> Self {
        Self { inner: petgraph::Graph::default(), known: BTreeMap::new() }
    }
}

impl<Ty: EdgeType> Builder<Ty> {
    /// Adds `node`, unless one with its id is there.
    pub(crate) fn node(&mut self, node: Node) -> NodeIndex {
        *self.known.entry(node.id()).or_insert_with(|| self.inner.add_node(node))
    }

    /// Adds an edge.
    pub(crate) fn edge(&mut self, from: NodeIndex, edge: Edge, to: NodeIndex) {
        self.inner.add_edge(from, to, edge);
    }

    /// The finished graph.
    pub(crate) fn finish(self) -> Graph<Ty> {
        Graph { inner: self.inner }
    }
}

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
