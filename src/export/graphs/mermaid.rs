//! A Mermaid flowchart, for wherever Markdown is shown.
//!
//! Mermaid has no place for attributes: what a label has no room for, both quotes of a contradiction in full
//! among it, stands in comments (`%%`) above the node or edge. Text is written with entity codes for whatever
//! Mermaid, Markdown or HTML could read as something else.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

use petgraph::EdgeType;

use crate::graph::{Edge, Graph, Node};

use super::caption::{self, Caption};
use super::edge_id;
use super::look::{self, EdgeLook, Head, Line, Shape};
use super::place::camp;

/// What Mermaid draws unless the page that shows a diagram allows more: a diagram cannot, for `maxEdges` and
/// `maxTextSize` are among the settings that Mermaid holds to be the page's alone. Comments do not count.
const MOST_EDGES: usize = 500;
const MOST_TEXT: usize = 50_000;

/// Letters stand on white, lines are broken where captions break them, and no line hops over another: a line that
/// hops is drawn without its dashes (Mermaid 12.3).
const CONFIG: &str = "\
---
config:
  theme: base
  themeVariables: { edgeLabelBackground: '#ffffff', fontSize: 14px }
  flowchart: { wrappingWidth: 400 }
  elk: { lineHops: false }
---
";

pub(super) fn write<Ty: EdgeType>(graph: &Graph<Ty>, out: &mut dyn Write) -> io::Result<()> {
    let mut chart = Chart::default();
    let nodes: Vec<&Node> = graph.nodes().collect();
    let numbers: BTreeMap<String, usize> =
        nodes.iter().enumerate().map(|(number, node)| (node.id(), number)).collect();
    chart.nodes(&nodes);
    for (number, (from, edge, to)) in graph.edges().enumerate() {
        let (Some(&from), Some(&to)) = (numbers.get(&from.id()), numbers.get(&to.id())) else { continue };
        chart.edge(number, from, edge, to);
    }
    chart.looks(graph);
    writeln!(out, "{CONFIG}flowchart LR")?;
    if graph.edges().count() > MOST_EDGES || chart.size > MOST_TEXT {
        writeln!(
            out,
            "  %% Mermaid draws {MOST_EDGES} edges and {MOST_TEXT} characters at most, unless the page that shows \
             this calls mermaid.initialize with a larger maxEdges and maxTextSize."
        )?;
    }
    out.write_all(chart.text.as_bytes())
}

/// The lines of a chart.
#[derive(Default)]
struct Chart {
    text: String,
    /// How many characters that are no comment.
    size: usize,
}

impl Chart {
    fn line(&mut self, line: &str) {
        self.text.push_str("  ");
        self.text.push_str(line);
        self.text.push('\n');
        self.size += line.chars().count() + 3;
    }

    fn comments(&mut self, id: &str, lines: &[String]) {
        for line in lines {
            // Writing to a string cannot fail.
            let _ = writeln!(self.text, "  %% {id} {}", coded(line));
        }
    }

    /// The nodes: first those of no camp, then those of each camp, in a box where there are several.
    fn nodes(&mut self, nodes: &[&Node]) {
        let mut camps: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
        for (number, node) in nodes.iter().enumerate() {
            camps.entry(camp(node)).or_default().push(number);
        }
        let several = camps.keys().flatten().count() > 1;
        for (camp, members) in camps {
            let boxed = camp.filter(|_| several);
            if let Some(camp) = boxed {
                self.line(&format!("subgraph camp{camp}[\"camp {camp}\"]"));
            }
            for number in members {
                if let Some(node) = nodes.get(number) {
                    self.node(number, node);
                }
            }
            if boxed.is_some() {
                self.line("end");
            }
        }
    }

    fn node(&mut self, number: usize, node: &Node) {
        let id = format!("n{number}");
        self.comments(&id, &caption::details(&node.attributes()));
        let (open, close) = match look::of_node(node).shape {
            Shape::Rounded => ("(", ")"),
            Shape::Square => ("[", "]"),
            Shape::Note => (">", "]"),
            Shape::Ellipse => ("([", "])"),
            Shape::Folder => ("[[", "]]"),
            Shape::Hexagon => ("{{", "}}"),
            Shape::Cylinder => ("[(", ")]"),
        };
        let caption = caption::of_node(node);
        self.line(&format!("{id}{open}\"{}\"{close}:::{}", label(&caption), class(&look::class_of(node))));
    }

    fn edge(&mut self, number: usize, from: usize, edge: &Edge, to: usize) {
        let id = edge_id(number);
        self.comments(&id, &caption::details(&edge.attributes()));
        let caption = caption::of_edge(edge);
        let text = if caption.name.is_empty() { String::new() } else { format!("|\"{}\"|", label(&caption)) };
        let look = look::of_edge(edge);
        let arrow = arrow(look);
        self.line(&format!("n{from} {id}@{arrow}{text} n{to}"));
    }

    /// A class for each look of a node, and the style of each look of an edge with the edges that have it.
    fn looks<Ty: EdgeType>(&mut self, graph: &Graph<Ty>) {
        let classes: BTreeMap<String, &Node> =
            graph.nodes().map(|node| (look::class_of(node), node)).collect();
        for (name, node) in classes {
            let look = look::of_node(node);
            self.line(&format!(
                "classDef {} fill:{},stroke:{},stroke-width:{}px,color:{}",
                class(&name),
                look.fill,
                look.outline,
                look.width,
                look::INK
            ));
        }
        let mut styles: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (number, (_, edge, _)) in graph.edges().enumerate() {
            styles.entry(style(look::of_edge(edge))).or_default().push(number.to_string());
        }
        for (style, edges) in styles {
            self.line(&format!("linkStyle {} {style}", edges.join(",")));
        }
    }
}

fn arrow(look: EdgeLook) -> String {
    let (line, plain) = if look.line == Line::Solid { ("--", "---") } else { ("-.-", "-.-") };
    match look.head {
        Head::Plain => plain.to_owned(),
        Head::Arrow | Head::Vee => format!("{line}>"),
        Head::Bar => format!("{line}x"),
        Head::Box | Head::Circle => format!("{line}o"),
    }
}

fn style(look: EdgeLook) -> String {
    let dashes = match look.line {
        Line::Solid => "",
        Line::Dashed => ",stroke-dasharray:7 4",
        Line::Dotted => ",stroke-dasharray:2 4",
    };
    format!("stroke:{},stroke-width:{:.1}px,color:{}{dashes}", look.colour, look.width, look.colour)
}

/// The name of a class: letters, digits and `_`.
fn class(name: &str) -> String {
    name.replace('-', "_")
}

/// Mermaid breaks a line at `\n`, however it is written; a word joiner, which is not seen, keeps the two apart.
fn label(caption: &Caption) -> String {
    let lines: Vec<String> = caption.all().map(|line| coded(&line.replace("\\n", "\\\u{2060}n"))).collect();
    lines.join("<br/>")
}

/// `line` with every ASCII character that is not a letter, a digit, a space or a comma as an entity code.
fn coded(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    for c in line.chars() {
        match c {
            c if c.is_ascii_alphanumeric() || !c.is_ascii() || matches!(c, ' ' | ',') => text.push(c),
            c => {
                let _ = write!(text, "#{};", u32::from(c));
            }
        }
    }
    text
}
