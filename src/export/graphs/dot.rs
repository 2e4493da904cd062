//! Graphviz's DOT, made to read well as it opens.
//!
//! Names and counts are labels, the words themselves tooltips. Every attribute is there for programs too, as
//! `data_` and its name: Graphviz leaves these alone, and `dot -Tjson` hands them on.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use petgraph::EdgeType;
use quick_xml::escape::escape;

use crate::graph::{Attributes, Edge, Graph, Node};

use super::super::xml::xml_text;
use super::caption::{self, Caption};
use super::flat::text_of;
use super::look::{self, Colour, Head, Line, Shape};
use super::{edge_id, place};

/// Attributes as DOT has them, their values quoted.
type Written = Vec<(String, String)>;

/// With so many edges, Graphviz takes minutes to find room for what is written on each.
const CROWDED: usize = 150;

/// How Graphviz arranges a graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layout {
    /// Columns from left to right; what lines mean stands below.
    Columns,
    /// Layers from top to bottom, with room for what is written on each edge.
    Layers,
    /// By springs, without words on edges.
    Springs,
}

impl Layout {
    fn of<Ty: EdgeType>(graph: &Graph<Ty>) -> Self {
        if graph.is_directed() {
            Self::Columns
        } else if graph.as_petgraph().edge_count() <= CROWDED {
            Self::Layers
        } else {
            Self::Springs
        }
    }

    const fn attributes(self) -> &'static str {
        match self {
            Self::Columns => "rankdir=LR, ranksep=1.6, nodesep=0.25",
            Self::Layers => "nodesep=0.6, ranksep=0.8",
            Self::Springs => "layout=sfdp, overlap=prism, sep=\"+30\"",
        }
    }
}

pub(super) fn write<Ty: EdgeType>(graph: &Graph<Ty>, out: &mut dyn Write) -> io::Result<()> {
    let (keyword, joins) = if graph.is_directed() { ("digraph", "->") } else { ("graph", "--") };
    writeln!(out, "{keyword} crosscheck {{")?;
    let layout = Layout::of(graph);
    let arranged = layout.attributes();
    let legend = if layout == Layout::Layers { String::new() } else { legend(graph) };
    writeln!(out, "  graph [{arranged}{legend}, fontname=\"Helvetica\", bgcolor=\"white\"];")?;
    writeln!(out, "  node [fontname=\"Helvetica\", fontsize=12, margin=\"0.14,0.08\"];")?;
    writeln!(out, "  edge [fontname=\"Helvetica\", fontsize=10, labeltooltip=\" \"];")?;
    writeln!(out)?;
    for node in graph.nodes() {
        writeln!(out, "  {} [{}];", quoted(&node.id()), joined(&of_node(node)))?;
    }
    let columns = columns(graph);
    if graph.is_directed() {
        for column in columns.keys() {
            let ids =
                graph.nodes().filter(|node| place::column(node) == *column).map(|node| quoted(&node.id()));
            writeln!(out, "  {{ rank=same; {} }}", ids.collect::<Vec<_>>().join("; "))?;
        }
    } else {
        camps(graph, out)?;
    }
    writeln!(out)?;
    for (number, (from, edge, to)) in graph.edges().enumerate() {
        let mut style = vec![("id".to_owned(), quoted(&edge_id(number)))];
        style.extend(of_edge(edge, layout == Layout::Layers));
        let column = |node| columns.get(&place::column(node)).copied().unwrap_or_default();
        let (start, end) = (column(from), column(to));
        if end > start + 1 {
            style.push(("minlen".to_owned(), (end - start).to_string()));
        } else if end < start {
            style.push(("constraint".to_owned(), "false".to_owned()));
        }
        writeln!(out, "  {} {joins} {} [{}];", quoted(&from.id()), quoted(&to.id()), joined(&style))?;
    }
    writeln!(out, "}}")
}

/// The columns that nodes of `graph` stand in, each with its number from the left.
fn columns<Ty: EdgeType>(graph: &Graph<Ty>) -> BTreeMap<usize, usize> {
    let columns: BTreeSet<usize> = graph.nodes().map(place::column).collect();
    columns.into_iter().enumerate().map(|(number, column)| (column, number)).collect()
}

/// A box around each camp, where there are several.
fn camps<Ty: EdgeType>(graph: &Graph<Ty>, out: &mut dyn Write) -> io::Result<()> {
    let mut camps: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for node in graph.nodes() {
        if let Some(camp) = place::camp(node) {
            camps.entry(camp).or_default().push(quoted(&node.id()));
        }
    }
    for (camp, ids) in camps.iter().filter(|_| camps.len() > 1) {
        writeln!(
            out,
            "  subgraph cluster_camp_{camp} {{ label=\"camp {camp}\"; style=\"rounded,dashed\"; color=\"#6b6b6b\"; \
             margin=16; {} }}",
            ids.join("; ")
        )?;
    }
    Ok(())
}

/// What the lines mean, below a graph with too many of them to write on each.
fn legend<Ty: EdgeType>(graph: &Graph<Ty>) -> String {
    let mut kinds: Vec<&str> = Vec::new();
    let mut entries: Vec<String> = Vec::new();
    for (_, edge, _) in graph.edges() {
        if !kinds.contains(&edge.kind()) {
            kinds.push(edge.kind());
            entries.push(entry(edge));
        }
    }
    if entries.is_empty() {
        return String::new();
    }
    format!(", labelloc=\"b\", label=<<br/>{}>", entries.join(" &#160; &#160; "))
}

fn entry(edge: &Edge) -> String {
    let look = look::of_edge(edge);
    let line = match look.line {
        Line::Solid => "───",
        Line::Dashed => "╌╌╌",
        Line::Dotted => "···",
    };
    let head = match look.head {
        Head::Plain => "",
        Head::Arrow => "▶",
        Head::Bar => "┤",
        Head::Box => "□",
        Head::Circle => "○",
        Head::Vee => "›",
    };
    format!("<font color=\"{}\">{line}{head} {}</font>", look.colour, edge.kind())
}

fn of_node(node: &Node) -> Written {
    let look = look::of_node(node);
    let (shape, style) = match look.shape {
        Shape::Rounded => ("box", "rounded,filled"),
        Shape::Square => ("box", "filled"),
        Shape::Note => ("note", "filled"),
        Shape::Ellipse => ("ellipse", "filled"),
        Shape::Folder => ("folder", "filled"),
        // A hexagon would be twice as wide as its text.
        Shape::Hexagon => ("octagon", "filled"),
        Shape::Cylinder => ("cylinder", "filled"),
    };
    let written = [
        ("label", label(&caption::of_node(node), None)),
        ("tooltip", tooltip(&node.attributes())),
        ("shape", shape.to_owned()),
        ("style", quoted(style)),
        ("fillcolor", colour(look.fill)),
        ("color", colour(look.outline)),
        ("penwidth", look.width.to_string()),
    ];
    let written = written.into_iter().map(|(name, value)| (name.to_owned(), value));
    written.chain(data(node.attributes())).collect()
}

fn of_edge(edge: &Edge, labelled: bool) -> Written {
    let look = look::of_edge(edge);
    let caption = caption::of_edge(edge);
    let style = match look.line {
        Line::Solid => "solid",
        Line::Dashed => "dashed",
        Line::Dotted => "dotted",
    };
    let head = match look.head {
        Head::Plain => "none",
        Head::Arrow => "normal",
        Head::Bar => "tee",
        Head::Box => "obox",
        Head::Circle => "odot",
        Head::Vee => "vee",
    };
    let label = (labelled && !caption.name.is_empty()).then(|| ("label", label(&caption, Some(look.colour))));
    let written = [
        ("tooltip", tooltip(&edge.attributes())),
        ("color", colour(look.colour)),
        ("style", style.to_owned()),
        ("arrowhead", head.to_owned()),
        ("penwidth", format!("{:.1}", look.width)),
    ];
    let written = label.into_iter().chain(written).map(|(name, value)| (name.to_owned(), value));
    written.chain(data(edge.attributes())).collect()
}

/// Every attribute, for programs.
fn data(attributes: Attributes<'_>) -> impl Iterator<Item = (String, String)> {
    attributes.into_iter().map(|(name, value)| (format!("data_{name}"), quoted(&escaped(&text_of(&value)))))
}

/// Like HTML, the name in bold, or all of it in `colour`.
fn label(caption: &Caption, colour: Option<Colour>) -> String {
    let bold = caption.name.iter().map(|line| format!("<b>{}</b>", html(line)));
    let lines: Vec<String> = bold.chain(caption.lines.iter().map(|line| html(line))).collect();
    let text = lines.join("<br/>");
    match colour {
        Some(colour) => format!("<<font color=\"{colour}\">{text}</font>>"),
        None => format!("<{text}>"),
    }
}

/// Text of an HTML-like label. A backslash begins an escape there too: `\N` is a node's name.
fn html(line: &str) -> String {
    escaped(&escape(xml_text(line)))
}

/// All that is known, a line each. Graphviz reads `\n` there as an escape, and `&amp;` as an entity.
fn tooltip(attributes: &Attributes<'_>) -> String {
    let lines: Vec<String> = caption::details(attributes)
        .iter()
        .map(|line| escaped(&xml_text(line)).replace('&', "&amp;"))
        .collect();
    quoted(&lines.join("\\n"))
}

/// Text in which a backslash is not the start of an escape.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
}

fn colour(colour: Colour) -> String {
    quoted(&colour.to_string())
}

/// A quoted DOT string. Backslashes are the business of what is in it: in a DOT string only the quote is escaped.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\\\""))
}

fn joined(attributes: &Written) -> String {
    let list: Vec<String> = attributes.iter().map(|(name, value)| format!("{name}={value}")).collect();
    list.join(", ")
}
