//! Graphviz's DOT, made to read well as it opens.
//!
//! Agreement is a solid green line, contradiction a bold dashed red one, each with its word on it, so
//! that colour is never the only sign; labels count, tooltips quote.

use std::io::{self, Write};

use petgraph::EdgeType;

use crate::graph::{Edge, Graph, Node, Saying};
use crate::stance::Stance;
use crate::verdict::Verdict;

use super::graphml::against;
use super::xml::xml_text;
use crate::neutral::one_line;

// Colours of good contrast on white that people with red-green blindness tell apart (Okabe and Ito 2008).
const GREEN: &str = "#00785a";
const RED: &str = "#c03f00";
const PURPLE: &str = "#8e4585";
const GREY: &str = "#6b6b6b";

/// How much of a claim's sentence or a tooltip's quote is shown, in characters.
const LABEL_LENGTH: usize = 60;

type Attributes = Vec<(&'static str, String)>;

pub(super) fn write<Ty: EdgeType>(graph: &Graph<Ty>, out: &mut dyn Write) -> io::Result<()> {
    let (keyword, joins) = if graph.is_directed() { ("digraph", "->") } else { ("graph", "--") };
    writeln!(out, "{keyword} crosscheck {{")?;
    let layout = if graph.is_directed() {
        "rankdir=LR, ranksep=1.2, nodesep=0.15"
    } else {
        "layout=neato, overlap=false, splines=true, sep=\"+24\""
    };
    writeln!(out, "  graph [{layout}, fontname=\"Helvetica\", bgcolor=\"white\"];")?;
    writeln!(
        out,
        "  node [shape=box, style=\"rounded,filled\", fillcolor=\"white\", fontname=\"Helvetica\"];"
    )?;
    writeln!(out, "  edge [fontname=\"Helvetica\", fontsize=10, len=2.5, labeltooltip=\" \"];")?;
    writeln!(out)?;
    for node in graph.nodes() {
        writeln!(out, "  {} [{}];", quoted(&node.id()), joined(&node_style(node)))?;
    }
    if graph.is_directed() {
        rank("source", "outlet", graph, out)?;
        rank("sink", "claim", graph, out)?;
    }
    writeln!(out)?;
    for (from, edge, to) in graph.edges() {
        let style = joined(&edge_style(edge));
        writeln!(out, "  {} {joins} {} [{style}];", quoted(&from.id()), quoted(&to.id()))?;
    }
    writeln!(out, "}}")
}

/// Keeps nodes of one kind side by side, those without an edge too.
fn rank<Ty: EdgeType>(place: &str, kind: &str, graph: &Graph<Ty>, out: &mut dyn Write) -> io::Result<()> {
    let ids: Vec<String> =
        graph.nodes().filter(|node| node.kind() == kind).map(|node| quoted(&node.id())).collect();
    writeln!(out, "  {{ rank={place}; {} }}", ids.join("; "))
}

fn node_style(node: &Node) -> Attributes {
    let text = |text: &str| label(&one_line(text));
    match node {
        Node::Outlet { name, sources } => vec![
            ("label", format!("{}\\n{}", text(name), counted(*sources, "source"))),
            ("tooltip", text(name)),
            ("penwidth", "1.5".into()),
            ("fillcolor", "#eef2f6".into()),
        ],
        Node::Source { id, outlet, title, published } => {
            let day = published.as_deref().unwrap_or("no date");
            vec![
                ("label", format!("{}\\n{}", text(id), text(day))),
                ("tooltip", format!("{}: {}", text(outlet), text(title.as_deref().unwrap_or("no title")))),
                ("shape", "note".into()),
                ("style", "filled".into()),
            ]
        }
        Node::Claim { id, question, text: claim, verdict } => vec![
            ("label", format!("{}\\n{}\\n{}", text(id), label(&cut(claim)), verdict.name())),
            ("tooltip", format!("{}\\n{}", text(question), text(claim))),
            ("color", verdict_colour(*verdict).into()),
            ("penwidth", "1.5".into()),
        ],
    }
}

fn edge_style(edge: &Edge) -> Attributes {
    match edge {
        Edge::Publishes => vec![("color", GREY.into()), ("arrowhead", "none".into())],
        Edge::Says(saying) => saying_style(saying),
        Edge::Agree(claims) => vec![
            ("label", format!(" agree on {} ", claims.len())),
            ("tooltip", label(&claims.join(", "))),
            ("color", GREEN.into()),
            ("fontcolor", GREEN.into()),
            ("penwidth", width(claims.len())),
        ],
        Edge::Contradict(over) => {
            let quotes: Vec<String> = over.iter().map(|one| label(&against(one))).collect();
            vec![
                ("label", format!(" contradict on {} ", over.len())),
                ("tooltip", quotes.join("\\n")),
                ("color", RED.into()),
                ("fontcolor", RED.into()),
                ("style", "dashed,bold".into()),
                ("penwidth", width(over.len() + 1)),
            ]
        }
    }
}

fn saying_style(saying: &Saying) -> Attributes {
    let (colour, line, head) = match saying.stance {
        Stance::Supports => (GREEN, "solid", "normal"),
        Stance::Contradicts => (RED, "dashed,bold", "tee"),
        Stance::Mixed => (PURPLE, "bold", "obox"),
        Stance::Unclear | Stance::Silent => (GREY, "dotted", "odot"),
    };
    let words = [&saying.supporting, &saying.contradicting, &saying.unclear];
    let quotes: Vec<String> = words
        .into_iter()
        .flatten()
        .map(|(quote, at)| format!("“{}” (line {at})", label(&one_line(quote))))
        .collect();
    vec![
        ("label", format!(" {} ", saying.stance.name())),
        ("tooltip", format!("{} {}\\n{}", saying.stance.name(), saying.score, quotes.join("\\n"))),
        ("color", colour.into()),
        ("fontcolor", colour.into()),
        ("style", line.into()),
        ("arrowhead", head.into()),
    ]
}

const fn verdict_colour(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Disputed | Verdict::Contradicted => RED,
        Verdict::Corroborated => GREEN,
        Verdict::SingleSource => PURPLE,
        Verdict::Unclear | Verdict::Unreported => GREY,
    }
}

/// Thicker for more, but not without end.
fn width(count: usize) -> String {
    format!("{:.1}", 1.0 + f64::from(u32::try_from(count.min(8)).unwrap_or(8)) * 0.4)
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

fn cut(text: &str) -> String {
    let line = one_line(text);
    match line.char_indices().nth(LABEL_LENGTH) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default().trim_end()),
        None => line,
    }
}

/// Text for a label or tooltip, where Graphviz reads `\n` and `\N` as escapes and `&amp;` as an entity.
fn label(text: &str) -> String {
    xml_text(text).replace('\\', "\\\\").replace('&', "&amp;")
}

/// A quoted DOT string. Backslashes are the label's business: in a DOT string only the quote is escaped.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\\\""))
}

fn joined(attributes: &Attributes) -> String {
    let list: Vec<String> =
        attributes.iter().map(|(name, value)| format!("{name}={}", quoted(value))).collect();
    list.join(", ")
}
