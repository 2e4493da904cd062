//! GEXF 1.3 (<https://gexf.net/>), with typed attributes, and with colours, sizes, shapes and places, so that
//! Gephi opens it drawn. Lists are flat, as in GraphML. What has a whole date has it
//! as its `start`.

use std::io::{self, Write};

use petgraph::EdgeType;
use quick_xml::Writer;
use quick_xml::events::attributes::Attr;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::graph::{Attribute, Attributes, Edge, Graph, Node};

use super::super::xml;
use super::flat::{Keys, Kind, edge_keys, node_keys, text_of};
use super::look::{self, Colour, Line, Shape};
use super::place::{Place, places};
use super::{caption, edge_id};

const NAMESPACE: &str = "http://gexf.net/1.3";
const VIZ: &str = "http://gexf.net/1.3/viz";

/// No attributes.
const NONE: &[(&str, &str)] = &[];

/// How large a node is, beside the distances of [`places`].
const SIZE: f64 = 24.0;

pub(super) fn write<Ty: EdgeType>(graph: &Graph<Ty>, out: &mut dyn Write) -> io::Result<()> {
    let mut gexf = Gexf(Writer::new_with_indent(&mut *out, b' ', 2));
    gexf.0.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    gexf.start("gexf", &[("xmlns", NAMESPACE), ("xmlns:viz", VIZ), ("version", "1.3")])?;
    gexf.start("meta", NONE)?;
    let creator = format!("crosscheck {}", crate::ENGINE_VERSION);
    gexf.0.create_element("creator").write_text_content(BytesText::new(&creator))?;
    gexf.end("meta")?;
    let direction = if graph.is_directed() { "directed" } else { "undirected" };
    let dated = graph.nodes().any(|node| day(node.attributes()).is_some())
        || graph.edges().any(|(_, edge, _)| day(edge.attributes()).is_some());
    let time: &[_] =
        if dated { &[("mode", "dynamic"), ("timeformat", "date")] } else { &[("mode", "static")] };
    gexf.start("graph", &[&[("defaultedgetype", direction)], time].concat())?;
    gexf.keys("node", &node_keys(graph))?;
    gexf.keys("edge", &edge_keys(graph))?;
    gexf.start("nodes", NONE)?;
    for (node, place) in graph.nodes().zip(places(graph)) {
        gexf.node(node, place)?;
    }
    gexf.end("nodes")?;
    gexf.start("edges", NONE)?;
    for (number, (from, edge, to)) in graph.edges().enumerate() {
        gexf.edge(number, &from.id(), edge, &to.id())?;
    }
    gexf.end("edges")?;
    gexf.end("graph")?;
    gexf.end("gexf")?;
    writeln!(out)
}

/// The day that the time of a node or edge begins; GEXF has no place for a month or a year alone.
fn day(attributes: Attributes<'_>) -> Option<String> {
    let (_, Attribute::Text(day)) = attributes.into_iter().find(|(name, _)| *name == "published")? else {
        return None;
    };
    chrono::NaiveDate::parse_from_str(&day, "%Y-%m-%d").is_ok().then(|| day.into_owned())
}

/// How many claims an edge stands for.
fn weight(edge: &Edge) -> usize {
    match edge {
        Edge::Agree(on) => on.len(),
        Edge::Contradict(over) => over.len(),
        _ => 1,
    }
}

struct Gexf<W>(Writer<W>);

impl<W: Write> Gexf<W> {
    fn start<V: AsRef<str>>(&mut self, name: &str, attributes: &[(&str, V)]) -> io::Result<()> {
        self.0.write_event(Event::Start(element(name, attributes)))
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        self.0.write_event(Event::Empty(element(name, attributes)))
    }

    fn end(&mut self, name: &str) -> io::Result<()> {
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }

    fn keys(&mut self, class: &str, keys: &Keys) -> io::Result<()> {
        self.start("attributes", &[("class", class), ("mode", "static")])?;
        // The label of a node is part of the format.
        for (name, kind) in keys.iter().filter(|(name, _)| **name != "label") {
            let kind = match kind {
                Kind::Count => "integer",
                Kind::Score => "double",
                Kind::Text => "string",
            };
            self.empty("attribute", &[("id", name), ("title", name), ("type", kind)])?;
        }
        self.end("attributes")
    }

    fn values(&mut self, attributes: Attributes<'_>) -> io::Result<()> {
        self.start("attvalues", NONE)?;
        for (name, value) in attributes.into_iter().filter(|(name, _)| *name != "label") {
            self.empty("attvalue", &[("for", name), ("value", &text_of(&value))])?;
        }
        self.end("attvalues")
    }

    fn node(&mut self, node: &Node, place: Place) -> io::Result<()> {
        let look = look::of_node(node);
        let mut attributes = vec![("id", node.id()), ("label", node.label().into_owned())];
        attributes.extend(day(node.attributes()).map(|day| ("start", day)));
        self.start("node", &attributes)?;
        self.values(node.attributes())?;
        self.colour(look.dot)?;
        self.empty("viz:size", &[("value", &SIZE.to_string())])?;
        let shape = match look.shape {
            Shape::Rounded | Shape::Ellipse | Shape::Cylinder => "disc",
            Shape::Note | Shape::Square | Shape::Folder => "square",
            Shape::Hexagon => "diamond",
        };
        self.empty("viz:shape", &[("value", shape)])?;
        // Gephi counts upwards.
        let (x, y) = (place.x.to_string(), (0.0 - place.y).to_string());
        self.empty("viz:position", &[("x", &x), ("y", &y), ("z", "0")])?;
        self.end("node")
    }

    fn edge(&mut self, number: usize, from: &str, edge: &Edge, to: &str) -> io::Result<()> {
        let look = look::of_edge(edge);
        let label = caption::of_edge(edge).all().collect::<Vec<_>>().join("\n");
        // Gephi keeps parallel edges apart by their `kind`.
        let mut attributes = vec![
            ("id", edge_id(number)),
            ("source", from.to_owned()),
            ("target", to.to_owned()),
            ("kind", edge.kind().to_owned()),
            ("weight", weight(edge).to_string()),
            ("label", label),
        ];
        attributes.extend(day(edge.attributes()).map(|day| ("start", day)));
        self.start("edge", &attributes)?;
        self.values(edge.attributes())?;
        self.colour(look.colour)?;
        self.empty("viz:thickness", &[("value", &look.width.to_string())])?;
        let shape = match look.line {
            Line::Solid => "solid",
            Line::Dashed => "dashed",
            Line::Dotted => "dotted",
        };
        self.empty("viz:shape", &[("value", shape)])?;
        self.end("edge")
    }

    fn colour(&mut self, Colour(r, g, b): Colour) -> io::Result<()> {
        let (r, g, b) = (r.to_string(), g.to_string(), b.to_string());
        self.empty("viz:color", &[("r", &r), ("g", &g), ("b", &b)])
    }
}

fn element<V: AsRef<str>>(name: &str, attributes: &[(&str, V)]) -> BytesStart<'static> {
    let mut element = BytesStart::new(name.to_owned());
    for (name, value) in attributes {
        let value = xml::attribute(value.as_ref());
        element.push_attribute(Attr::DoubleQ(*name, value.as_str()));
    }
    element
}
