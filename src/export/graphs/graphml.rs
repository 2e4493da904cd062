//! GraphML with typed keys, written by quick-xml. Lists are flat there: claim ids joined by a space, quotes a
//! line each.

use std::io::{self, Write};

use petgraph::EdgeType;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::graph::{Attributes, Graph};

use super::super::xml;
use super::edge_id;
use super::flat::{Keys, Kind, edge_keys, node_keys, text_of};

const NAMESPACE: &str = "http://graphml.graphdrawing.org/xmlns";

pub(super) fn write<Ty: EdgeType>(graph: &Graph<Ty>, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = Writer::new_with_indent(&mut *out, b' ', 2);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    writer.write_event(Event::Start(BytesStart::new("graphml").with_attributes([("xmlns", NAMESPACE)])))?;
    write_keys("node", &node_keys(graph), &mut writer)?;
    write_keys("edge", &edge_keys(graph), &mut writer)?;
    let default = if graph.is_directed() { "directed" } else { "undirected" };
    let element = BytesStart::new("graph").with_attributes([("id", "crosscheck"), ("edgedefault", default)]);
    writer.write_event(Event::Start(element))?;
    for node in graph.nodes() {
        let element = BytesStart::new("node").with_attributes([("id", node.id().as_str())]);
        write_element(&element, "node", node.attributes(), &mut writer)?;
    }
    for (number, (from, edge, to)) in graph.edges().enumerate() {
        let (id, source, target) = (edge_id(number), from.id(), to.id());
        let element = BytesStart::new("edge").with_attributes([
            ("id", id.as_str()),
            ("source", source.as_str()),
            ("target", target.as_str()),
        ]);
        write_element(&element, "edge", edge.attributes(), &mut writer)?;
    }
    writer.write_event(Event::End(BytesEnd::new("graph")))?;
    writer.write_event(Event::End(BytesEnd::new("graphml")))?;
    writeln!(out)
}

fn write_keys<W: Write>(domain: &str, keys: &Keys, writer: &mut Writer<W>) -> io::Result<()> {
    for (name, kind) in keys {
        let id = format!("{domain}.{name}");
        let kind = match kind {
            Kind::Count => "int",
            Kind::Score => "double",
            Kind::Text => "string",
        };
        let element = BytesStart::new("key").with_attributes([
            ("id", id.as_str()),
            ("for", domain),
            ("attr.name", name),
            ("attr.type", kind),
        ]);
        writer.write_event(Event::Empty(element))?;
    }
    Ok(())
}

fn write_element<W: Write>(
    element: &BytesStart<'_>,
    domain: &str,
    attributes: Attributes<'_>,
    writer: &mut Writer<W>,
) -> io::Result<()> {
    let end = element.to_end().into_owned();
    writer.write_event(Event::Start(element.borrow()))?;
    for (name, value) in attributes {
        let key = format!("{domain}.{name}");
        writer
            .create_element("data")
            .with_attribute(("key", key.as_str()))
            .write_text_content(BytesText::from_escaped(xml::inside(&text_of(&value))))?;
    }
    writer.write_event(Event::End(end))
}
