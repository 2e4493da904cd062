//! Attributes where a format has no lists: claim ids joined by a space, names by a semicolon, quotes a line each.

use std::collections::BTreeMap;

use petgraph::EdgeType;

use crate::graph::{Agreement, Attribute, Attributes, Contradiction, Edge, Graph, Node, Side};
use crate::neutral::one_line;

use super::super::xml::xml_text;

/// Typed attributes need their names and types before their values: by name, with the value's kind.
pub(super) type Keys = BTreeMap<&'static str, Kind>;

/// What values of an attribute are, for formats that declare it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A whole number.
    Count,
    /// A number.
    Score,
    /// Text, or a list written as text.
    Text,
}

impl Kind {
    fn of(value: &Attribute<'_>) -> Self {
        match value {
            Attribute::Count(_) => Self::Count,
            Attribute::Score(_) => Self::Score,
            Attribute::Text(_)
            | Attribute::Claims(_)
            | Attribute::Names(_)
            | Attribute::Contradictions(_)
            | Attribute::Agreements(_) => Self::Text,
        }
    }
}

/// The attributes that nodes of `graph` carry.
pub(super) fn node_keys<Ty: EdgeType>(graph: &Graph<Ty>) -> Keys {
    keys(graph.nodes().map(Node::attributes))
}

/// The attributes that edges of `graph` carry.
pub(super) fn edge_keys<Ty: EdgeType>(graph: &Graph<Ty>) -> Keys {
    keys(graph.edges().map(|(_, edge, _)| Edge::attributes(edge)))
}

fn keys<'a>(all: impl Iterator<Item = Attributes<'a>>) -> Keys {
    all.flatten().map(|(name, value)| (name, Kind::of(&value))).collect()
}

/// The value as text that XML can hold.
pub(super) fn text_of(value: &Attribute<'_>) -> String {
    let text = match value {
        Attribute::Text(text) => text.clone().into_owned(),
        Attribute::Count(count) => count.to_string(),
        Attribute::Score(score) => score.to_string(),
        Attribute::Claims(ids) => ids.join(" "),
        Attribute::Names(names) => names.join("; "),
        Attribute::Contradictions(quotes) => lines(quotes, against),
        Attribute::Agreements(quotes) => lines(quotes, beside),
    };
    xml_text(&text).into_owned()
}

fn lines<T>(all: &[T], line: fn(&T) -> String) -> String {
    all.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Quote against quote on one line.
pub(super) fn against(one: &Contradiction) -> String {
    format!("{}: {} / {}", one.claim, side(&one.supports), side(&one.contradicts))
}

/// Quote beside quote on one line.
pub(super) fn beside(one: &Agreement) -> String {
    let origins = if one.independent { "" } else { " (one origin)" };
    format!("{}: {} / {}{origins}", one.claim, side(&one.a), side(&one.b))
}

/// Who says it, when, and in which words.
fn side(side: &Side) -> String {
    let day = side.published.as_deref().map(|day| format!(" ({})", one_line(day))).unwrap_or_default();
    format!("{}{day} “{}”", one_line(&side.outlet), one_line(&side.quote))
}
