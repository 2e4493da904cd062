//! Cytoscape.js JSON: elements, their style and their places, so that `cytoscape({...graph, container})` draws it
//! as it is meant. Cytoscape itself opens the same file (`.cyjs`), with a style of its own.

use std::collections::BTreeMap;
use std::io::{self, Write};

use petgraph::EdgeType;
use petgraph::visit::EdgeRef;
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use crate::graph::{Edge, Graph, Node};

use super::super::json::pretty;
use super::caption::{self, Caption};
use super::edge_id;
use super::look::{self, Head, Line, Shape};
use super::node_link::members;
use super::place::{Place, column, places};

/// Letters are this large, in pixels.
const LETTER: f64 = 13.0;

/// How far an edge between two nodes of a column bends, in pixels.
const SIDEWAYS: f64 = 120.0;

/// The classes of edges from column to column, and down and up within one.
const ACROSS: &str = "across";
const BACK: &str = "back";
const DOWN: &str = "down";
const UP: &str = "up";

pub(super) fn write<Ty: EdgeType>(graph: &Graph<Ty>, out: &mut dyn Write) -> io::Result<()> {
    let places = places(graph);
    let nodes: Vec<Value> = graph.nodes().zip(&places).map(|(node, place)| of_node(node, *place)).collect();
    let mut edges = Vec::new();
    let mut loops = Vec::new();
    for (number, ((from, edge, to), [start, end])) in graph.edges().zip(ends(graph, &places)).enumerate() {
        let id = edge_id(number);
        let bend = if !graph.is_directed() {
            None
        } else if column(from) == column(to) {
            Some(if start.y < end.y { DOWN } else { UP })
        } else {
            Some(if start.x < end.x { ACROSS } else { BACK })
        };
        loops.extend((start == end).then(|| outward(&id, start)));
        edges.push(of_edge(&id, from, edge, to, bend));
    }
    let mut style = style(graph);
    style.extend(loops);
    let whole = json!({
        "format_version": "1.0",
        "generated_by": format!("crosscheck {}", crate::ENGINE_VERSION),
        "target_cytoscapejs_version": "~3.30",
        "data": {
            "name": "crosscheck",
            "format": crate::report::FORMAT,
            "engine": crate::ENGINE_VERSION,
            "directed": graph.is_directed(),
        },
        "elements": {"nodes": nodes, "edges": edges},
        "style": style,
        "layout": {"name": "preset", "padding": 40},
    });
    pretty(&whole, out)
}

/// `name` is what Cytoscape labels nodes with; `caption` is what is written on them here, in a box of `width` and
/// `height`; `details` is all of it, for a tooltip.
fn of_node(node: &Node, place: Place) -> Value {
    let caption = caption::of_node(node);
    let (width, height) = size(&caption);
    let mut data = json!({"id": node.id(), "name": node.label()});
    if let Some(data) = data.as_object_mut() {
        data.extend(members(node.attributes()));
        data.insert("caption".into(), json!(written(&caption)));
        data.insert("details".into(), json!(caption::details(&node.attributes()).join("\n")));
        data.insert("width".into(), json!(width));
        data.insert("height".into(), json!(height));
    }
    json!({"data": data, "position": {"x": place.x, "y": place.y}, "classes": [look::class_of(node)]})
}

fn of_edge(id: &str, from: &Node, edge: &Edge, to: &Node, bend: Option<&str>) -> Value {
    let mut data = json!({"id": id, "source": from.id(), "target": to.id()});
    let attributes = edge.attributes();
    let classes: Vec<&str> = std::iter::once(edge.kind()).chain(bend).collect();
    if let Some(data) = data.as_object_mut() {
        data.insert("caption".into(), json!(written(&caption::of_edge(edge))));
        data.insert("details".into(), json!(caption::details(&attributes).join("\n")));
        data.insert("width".into(), json!((look::of_edge(edge).width * 10.0).round() / 10.0));
        data.extend(members(attributes));
    }
    json!({"data": data, "classes": classes})
}

/// Where each edge begins and ends.
fn ends<Ty: EdgeType>(graph: &Graph<Ty>, places: &[Place]) -> impl Iterator<Item = [Place; 2]> {
    let edges = graph.as_petgraph().edge_references();
    let ends = edges.map(|edge| [edge.source(), edge.target()]);
    ends.map(|ends| ends.map(|end| places.get(end.index()).copied().unwrap_or_default()))
}

/// The rule by which an edge that comes back to its node does so away from the middle of the circle.
fn outward(id: &str, place: Place) -> Value {
    let direction = place.x.atan2(-place.y).to_degrees().round();
    json!({"selector": format!("#{id}"), "style": {"loop-direction": format!("{direction}deg")}})
}

fn written(caption: &Caption) -> String {
    caption.all().collect::<Vec<_>>().join("\n")
}

/// How large a box holds `caption`, in pixels: a letter of Helvetica is about half as wide as it is high, and a
/// wide one no wider than that twice.
fn size(caption: &Caption) -> (f64, f64) {
    let real = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let columns = caption.all().map(UnicodeWidthStr::width).max().unwrap_or_default();
    let width = real(columns) * LETTER * 0.56 + 30.0;
    (width.round(), (real(caption.all().count()) * LETTER * 1.25 + 20.0).round())
}

/// The style sheet: what all share, then a rule for each look that is there.
fn style<Ty: EdgeType>(graph: &Graph<Ty>) -> Vec<Value> {
    let nodes: BTreeMap<String, Value> =
        graph.nodes().map(|node| (look::class_of(node), node_rule(node))).collect();
    let edges: BTreeMap<String, Value> = graph
        .edges()
        .map(|(_, edge, _)| (edge.kind().to_owned(), edge_rule(edge, graph.is_directed())))
        .collect();
    let rules = nodes.into_iter().chain(edges);
    let mut style = shared(graph.is_directed());
    style.extend(rules.map(|(class, rule)| json!({"selector": format!(".{class}"), "style": rule})));
    style.push(
        json!({"selector": ":selected", "style": {"underlay-color": "#f0e442", "underlay-opacity": 0.8}}),
    );
    style
}

fn shared(directed: bool) -> Vec<Value> {
    let node = json!({
        "label": "data(caption)", "width": "data(width)", "height": "data(height)",
        "text-wrap": "wrap", "text-valign": "center", "text-halign": "center",
        "font-family": "Helvetica, Arial, sans-serif", "font-size": LETTER, "color": look::INK.to_string(),
    });
    let edge = json!({
        "label": "data(caption)", "width": "data(width)", "curve-style": "bezier",
        "control-point-step-size": 150, "loop-direction": "-45deg", "loop-sweep": "60deg",
        "text-wrap": "wrap", "text-rotation": if directed { "autorotate" } else { "none" },
        "text-background-color": "#ffffff", "text-background-opacity": 0.9, "text-background-padding": 2,
        "font-family": "Helvetica, Arial, sans-serif", "font-size": LETTER - 2.0,
    });
    // Lines leave a column on one side and reach the next on the other; their words wait until there is room.
    let between = |source: &str, target: &str| json!({"source-endpoint": source, "target-endpoint": target, "min-zoomed-font-size": LETTER - 3.0});
    // Within a column they go round what stands between.
    let around = |distance: f64| {
        json!({
            "source-endpoint": "90deg", "target-endpoint": "90deg",
            "curve-style": "unbundled-bezier", "control-point-distances": distance,
        })
    };
    vec![
        json!({"selector": "node", "style": node}),
        json!({"selector": "edge", "style": edge}),
        json!({"selector": format!(".{ACROSS}"), "style": between("90deg", "270deg")}),
        json!({"selector": format!(".{BACK}"), "style": between("270deg", "90deg")}),
        json!({"selector": format!(".{DOWN}"), "style": around(-SIDEWAYS)}),
        json!({"selector": format!(".{UP}"), "style": around(SIDEWAYS)}),
    ]
}

fn node_rule(node: &Node) -> Value {
    let look = look::of_node(node);
    let shape = match look.shape {
        Shape::Rounded => "round-rectangle",
        Shape::Square => "rectangle",
        Shape::Note => "cut-rectangle",
        Shape::Ellipse => "ellipse",
        Shape::Folder => "round-tag",
        Shape::Hexagon => "hexagon",
        Shape::Cylinder => "barrel",
    };
    json!({
        "shape": shape,
        "background-color": look.fill.to_string(),
        "border-color": look.outline.to_string(),
        "border-width": look.width,
    })
}

fn edge_rule(edge: &Edge, directed: bool) -> Value {
    let look = look::of_edge(edge);
    let line = match look.line {
        Line::Solid => "solid",
        Line::Dashed => "dashed",
        Line::Dotted => "dotted",
    };
    let head = match look.head {
        _ if !directed => "none",
        Head::Plain => "none",
        Head::Arrow => "triangle",
        Head::Bar => "tee",
        Head::Box => "square",
        Head::Circle => "circle",
        Head::Vee => "vee",
    };
    let colour = look.colour.to_string();
    json!({
        "line-color": colour, "line-style": line, "color": colour,
        "target-arrow-color": colour, "target-arrow-shape": head,
    })
}
