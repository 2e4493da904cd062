//! networkx's node-link JSON, as `node_link_data` of networkx 3.4 and later writes it and
//! `node_link_graph` reads it: `directed`, `multigraph`, `graph`, `nodes`, `edges`.

use std::collections::BTreeMap;
use std::io::{self, Write};

use petgraph::EdgeType;
use serde_json::{Map, Value, json};

use crate::graph::{Attribute, Attributes, Graph};

use super::super::json::pretty;

pub(super) fn write<Ty: EdgeType>(graph: &Graph<Ty>, out: &mut dyn Write) -> io::Result<()> {
    let nodes: Vec<Value> = graph
        .nodes()
        .map(|node| {
            let mut object = Map::from_iter([("id".to_owned(), json!(node.id()))]);
            object.extend(members(node.attributes()));
            Value::Object(object)
        })
        .collect();
    let mut parallel: BTreeMap<(String, String), usize> = BTreeMap::new();
    let edges: Vec<Value> = graph
        .edges()
        .map(|(from, edge, to)| {
            let (from, to) = (from.id(), to.id());
            let turned = !graph.is_directed() && to < from;
            let ends = if turned { (to.clone(), from.clone()) } else { (from.clone(), to.clone()) };
            let key = parallel.entry(ends).or_default();
            let mut object = Map::from_iter([
                ("source".to_owned(), json!(from)),
                ("target".to_owned(), json!(to)),
                ("key".to_owned(), json!(*key)),
            ]);
            *key += 1;
            object.extend(members(edge.attributes()));
            Value::Object(object)
        })
        .collect();
    // Two nodes may be joined twice in any graph, and its type is not to depend on whether two are.
    let whole = json!({
        "directed": graph.is_directed(),
        "multigraph": true,
        "graph": {"format": crate::report::FORMAT, "engine": crate::ENGINE_VERSION},
        "nodes": nodes,
        "edges": edges,
    });
    pretty(&whole, out)
}

/// `attributes` as members of a JSON object, lists as lists.
pub(super) fn members(attributes: Attributes<'_>) -> impl Iterator<Item = (String, Value)> {
    attributes.into_iter().map(|(name, value)| (name.to_owned(), json_of(&value)))
}

fn json_of(value: &Attribute<'_>) -> Value {
    match value {
        Attribute::Text(text) => json!(text),
        Attribute::Count(count) => json!(count),
        Attribute::Score(score) => json!(score),
        Attribute::Claims(ids) => json!(ids),
        Attribute::Names(names) => json!(names),
        Attribute::Agreements(quotes) => json!(quotes),
        Attribute::Contradictions(quotes) => json!(quotes),
    }
}
