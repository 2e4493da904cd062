//! An edge list as CSV: one row for each edge and each claim that it is about, so that rows can be filtered by
//! claim. Rows of one edge share its `edge`.

use std::io::{self, Write};

use petgraph::EdgeType;
use serde::Serialize;

use crate::graph::{Agreement, Contradiction, Edge, Graph, Node, Side};

use super::super::csv::rows;
use super::edge_id;

/// A row; its fields are the columns, and what an edge does not have is empty. Gephi knows `source`, `target` and
/// `type`.
#[derive(Debug, Clone, Default, Serialize)]
struct Row<'a> {
    source: String,
    target: String,
    r#type: &'static str,
    edge: String,
    kind: &'static str,
    source_label: String,
    target_label: String,
    claim: &'a str,
    score: Option<f64>,
    /// Whether those who agree are of different origins.
    independent: Option<bool>,
    quote: &'a str,
    line: Option<usize>,
    quote_outlet: &'a str,
    quote_source: &'a str,
    quote_published: &'a str,
    quote_attributed_to: &'a str,
    /// The other outlet's words: in a row of kind `contradict` those that contradict, `quote` being those that support.
    other_quote: &'a str,
    other_line: Option<usize>,
    other_outlet: &'a str,
    other_source: &'a str,
    other_published: &'a str,
    other_attributed_to: &'a str,
    /// How the ends came by the same text, and how many words of it they share.
    how: &'a str,
    words: Option<usize>,
    of_source: Option<f64>,
    of_target: Option<f64>,
    /// Ids of the sources in which an outlet carries an origin.
    sources: String,
}

/// The names of a row's fields, in their order.
const HEADER: [&str; 27] = [
    "source",
    "target",
    "type",
    "edge",
    "kind",
    "source_label",
    "target_label",
    "claim",
    "score",
    "independent",
    "quote",
    "line",
    "quote_outlet",
    "quote_source",
    "quote_published",
    "quote_attributed_to",
    "other_quote",
    "other_line",
    "other_outlet",
    "other_source",
    "other_published",
    "other_attributed_to",
    "how",
    "words",
    "of_source",
    "of_target",
    "sources",
];

pub(super) fn write<Ty: EdgeType>(graph: &Graph<Ty>, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = rows(out);
    writer.write_record(HEADER)?;
    let direction = if graph.is_directed() { "directed" } else { "undirected" };
    for (number, (from, edge, to)) in graph.edges().enumerate() {
        let start = Row {
            source: from.id(),
            target: to.id(),
            r#type: direction,
            edge: edge_id(number),
            kind: edge.kind(),
            source_label: from.label().into_owned(),
            target_label: to.label().into_owned(),
            ..Row::default()
        };
        for row in of_edge(&start, from, edge, to) {
            writer.serialize(row)?;
        }
    }
    writer.flush()
}

/// The rows of `edge`, each beginning with `start`.
fn of_edge<'a>(start: &Row<'a>, from: &'a Node, edge: &'a Edge, to: &'a Node) -> Vec<Row<'a>> {
    let row = start.clone();
    match edge {
        Edge::Publishes | Edge::Answers | Edge::Rivals | Edge::Implies => vec![row],
        Edge::Says(saying) => {
            let row = Row {
                score: Some(saying.score),
                quote: &saying.quote,
                line: Some(saying.line),
                quote_published: saying.published.as_deref().unwrap_or_default(),
                quote_attributed_to: saying.attributed_to.as_deref().unwrap_or_default(),
                ..row
            };
            vec![by_source(about(row, to), from)]
        }
        Edge::AttributedTo(citing) => {
            let of = |claim| Row { claim, quote: &citing.quote, line: Some(citing.line), ..start.clone() };
            citing.claims.iter().map(|claim| by_source(of(claim), from)).collect()
        }
        Edge::Copies(copying) => vec![Row {
            how: copying.how,
            words: Some(copying.words),
            of_source: Some(copying.of_a),
            of_target: Some(copying.of_b),
            ..row
        }],
        Edge::Carries { sources } => vec![about(Row { sources: sources.join("; "), ..row }, to)],
        Edge::Agree(on) => {
            let of = |one: &'a Agreement| Row { independent: Some(one.independent), ..start.clone() };
            on.iter().map(|one| with_sides(of(one), &one.claim, &one.a, &one.b)).collect()
        }
        Edge::Contradict(over) => {
            let of = |one: &'a Contradiction| {
                with_sides(start.clone(), &one.claim, &one.supports, &one.contradicts)
            };
            over.iter().map(of).collect()
        }
    }
}

/// The row with the claim that `node` is or is of.
fn about<'a>(row: Row<'a>, node: &'a Node) -> Row<'a> {
    match node {
        Node::Claim { id: claim, .. } | Node::Origin { claim, .. } => Row { claim, ..row },
        _ => row,
    }
}

/// The row with the source whose words it has, if it is one.
fn by_source<'a>(row: Row<'a>, node: &'a Node) -> Row<'a> {
    match node {
        Node::Source { id, outlet, .. } => Row { quote_source: id, quote_outlet: outlet, ..row },
        _ => row,
    }
}

fn with_sides<'a>(row: Row<'a>, claim: &'a str, one: &'a Side, other: &'a Side) -> Row<'a> {
    Row {
        claim,
        quote: &one.quote,
        line: Some(one.line),
        quote_outlet: &one.outlet,
        quote_source: &one.source,
        quote_published: one.published.as_deref().unwrap_or_default(),
        quote_attributed_to: one.attributed_to.as_deref().unwrap_or_default(),
        other_quote: &other.quote,
        other_line: Some(other.line),
        other_outlet: &other.outlet,
        other_source: &other.source,
        other_published: other.published.as_deref().unwrap_or_default(),
        other_attributed_to: other.attributed_to.as_deref().unwrap_or_default(),
        ..row
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn the_header_names_the_fields() {
        let mut writer = ::csv::Writer::from_writer(Vec::new());
        writer.serialize(Row::default()).unwrap();
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        assert_eq!(text.lines().next().unwrap(), HEADER.join(","));
    }
}
