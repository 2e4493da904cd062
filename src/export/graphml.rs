//! GraphML with typed keys, written by quick-xml. Lists are flat there: claim ids joined by a space, quotes a
//! line each.

use std::collections::BTreeMap;
use std::io::{self, Write};

use petgraph::EdgeType;
use quick_xml::Writer;
use quick_xml::escape::partial_escape;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::graph::{Attribute, Contradiction, Graph};

use super::xml::xml_text;
use crate::neutral::one_line;

const NAMESPACE: &str = "http://graphml.graphdrawing.org/xmlns";

type Attributes<'a> = Vec<(&'static str, Attribute<'a>)>;

/// The keys of one domain (`node` or `edge`) by name, with their types.
type Keys = BTreeMap<&'static str, &'static str>;

pub(super) fn write<Ty: EdgeType>(graph: &Graph<Ty>, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = Writer::new_with_indent(&mut *out, b' ', 2);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    writer.write_event(Event::Start(BytesStart::new("graphml").with_attributes([("xmlns", NAMESPACE)])))?;
    let node_keys = keys(graph.nodes().map(crate::graph::Node::attributes));
    let edge_keys = keys(graph.edges().map(|(_, edge, _)| edge.attributes()));
    write_keys("node", &node_keys, &mut writer)?;
    write_keys("edge", &edge_keys, &mut writer)?;
    let default = if graph.is_directed() { "directed" } else { "undirected" };
    let element = BytesStart::new("graph").with_attributes([("id", "crosscheck"), ("edgedefault", default)]);
    writer.write_event(Event::Start(element))?;
    for node in graph.nodes() {
        let element = BytesStart::new("node").with_attributes([("id", node.id().as_str())]);
        write_element(&element, "node", node.attributes(), &mut writer)?;
    }
    for (number, (from, edge, to)) in graph.edges().enumerate() {
        let (id, source, target) = (format!("e{number}"), from.id(), to.id());
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

fn keys<'a>(all: impl Iterator<Item = Attributes<'a>>) -> Keys {
    all.flatten().map(|(name, value)| (name, type_of(&value))).collect()
}

fn type_of(value: &Attribute<'_>) -> &'static str {
    match value {
        Attribute::Count(_) => "int",
        Attribute::Score(_) => "double",
        Attribute::Text(_) | Attribute::Claims(_) | Attribute::Quotes(_) => "string",
    }
}

fn write_keys<W: Write>(domain: &str, keys: &Keys, writer: &mut Writer<W>) -> io::Result<()> {
    for (name, kind) in keys {
        let id = format!("{domain}.{name}");
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
            .write_text_content(text_of(&value))?;
    }
    writer.write_event(Event::End(end))
}

/// The value as XML text. A reader would turn a carriage return into a line feed; as a reference it stays.
fn text_of(value: &Attribute<'_>) -> BytesText<'static> {
    let text = match value {
        Attribute::Text(text) => (*text).to_owned(),
        Attribute::Count(count) => count.to_string(),
        Attribute::Score(score) => score.to_string(),
        Attribute::Claims(ids) => ids.join(" "),
        Attribute::Quotes(quotes) => quotes.iter().map(against).collect::<Vec<_>>().join("\n"),
    };
    BytesText::from_escaped(partial_escape(xml_text(&text)).replace('\r', "&#13;"))
}

/// Quote against quote on one line.
pub(super) fn against(one: &Contradiction) -> String {
    format!(
        "{}: {} “{}” / {} “{}”",
        one.claim,
        one_line(&one.supports.outlet),
        one_line(&one.supports.quote),
        one_line(&one.contradicts.outlet),
        one_line(&one.contradicts.quote),
    )
}
