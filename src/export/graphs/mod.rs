//! The graphs, one file per format.
//!
//! Each format writes the nodes, the edges and whatever [`attributes`](crate::graph::Node::attributes) they carry;
//! what they look like ([`look`]), what they are called ([`caption`]) and where they stand ([`place`]) is decided
//! once, so that a graph reads the same in every program.

mod caption;
mod cytoscape;
mod dot;
mod edge_list;
mod flat;
mod gexf;
mod graphml;
mod look;
mod mermaid;
mod node_link;
mod place;

use std::io::{self, Write};

use petgraph::EdgeType;

use crate::graph::Graph;

/// A format of the graphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GraphFormat {
    /// Graphviz.
    Dot,
    /// GraphML: networkx, yEd, Cytoscape, Gephi.
    Graphml,
    /// GEXF 1.3: Gephi, networkx.
    Gexf,
    /// Cytoscape.js, and Cytoscape itself.
    Cytoscape,
    /// Mermaid: GitHub, GitLab, wikis.
    Mermaid,
    /// networkx's node-link form.
    Json,
    /// An edge list: spreadsheets, data frames, Gephi.
    Csv,
}

impl GraphFormat {
    /// Every format.
    pub const ALL: [Self; 7] =
        [Self::Dot, Self::Graphml, Self::Gexf, Self::Cytoscape, Self::Mermaid, Self::Json, Self::Csv];

    /// The word for it on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dot => "dot",
            Self::Graphml => "graphml",
            Self::Gexf => "gexf",
            Self::Cytoscape => "cytoscape",
            Self::Mermaid => "mermaid",
            Self::Json => "json",
            Self::Csv => "csv",
        }
    }

    /// How the names of its files end, the usual ending first.
    #[must_use]
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Dot => &["dot", "gv"],
            Self::Graphml => &["graphml"],
            Self::Gexf => &["gexf"],
            Self::Cytoscape => &["cyjs"],
            Self::Mermaid => &["mmd", "mermaid"],
            Self::Json => &["json"],
            Self::Csv => &["csv"],
        }
    }

    /// The format whose files end in `ending`, in upper or lower case.
    ///
    /// ```
    /// use crosscheck::export::GraphFormat;
    /// assert_eq!(GraphFormat::of_ending("gv"), Some(GraphFormat::Dot));
    /// assert_eq!(GraphFormat::of_ending("png"), None);
    /// ```
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|format| format.endings().iter().any(|known| known.eq_ignore_ascii_case(ending)))
    }

    /// Writes `graph` in this format.
    ///
    /// # Errors
    /// Whatever `out` gives back.
    pub fn write<Ty: EdgeType>(self, graph: &Graph<Ty>, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Dot => dot::write(graph, out),
            Self::Graphml => graphml::write(graph, out),
            Self::Gexf => gexf::write(graph, out),
            Self::Cytoscape => cytoscape::write(graph, out),
            Self::Mermaid => mermaid::write(graph, out),
            Self::Json => node_link::write(graph, out),
            Self::Csv => edge_list::write(graph, out),
        }
    }
}

/// The id of the edge that is number `number` of its graph, the same in every format.
fn edge_id(number: usize) -> String {
    format!("e{number}")
}

#[cfg(test)]
mod tests;
