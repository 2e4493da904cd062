//! What is written on nodes and edges, and what a reader who points at them is told.

use std::borrow::Cow;

use crate::graph::{Attribute, Attributes, Cited, Edge, Node};
use crate::neutral::one_line;

use super::flat::{against, beside};

/// How long a line may be, in columns.
const LINE: usize = 36;
/// How many lines a sentence may take.
const LINES: usize = 3;
/// How many claims an edge names.
const CLAIMS: usize = 4;

/// What is written on a node or an edge: its name, and what is said below it. Neither may be empty of characters
/// in any line; an edge whose ends say all has no lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Caption {
    /// The name.
    pub(super) name: Vec<String>,
    /// What is below.
    pub(super) lines: Vec<String>,
}

impl Caption {
    /// All lines, the name first.
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        self.name.iter().chain(&self.lines).map(String::as_str)
    }
}

/// What is written on `node`: its label, and what tells it from others of its kind.
pub(super) fn of_node(node: &Node) -> Caption {
    let mut name = wrapped(&node.label());
    if name.is_empty() {
        name.push("no name".to_owned());
    }
    let lines = match node {
        Node::Outlet { sources, camp, .. } => {
            let camp = camp.map(|camp| format!("camp {camp}"));
            [counted(*sources, "source")].into_iter().chain(camp).collect()
        }
        Node::Source { published, .. } => vec![published.as_deref().map_or("no date".to_owned(), one_line)],
        Node::Speaker(Cited { description, sources, .. })
        | Node::Document(Cited { description, sources, .. }) => {
            let described = description.as_deref().map(wrapped).unwrap_or_default();
            [described, vec![format!("in {}", counted(*sources, "source"))]].concat()
        }
        Node::Claim { text, verdict, .. } => [wrapped(text), vec![verdict.name().to_owned()]].concat(),
        Node::Question { .. } => Vec::new(),
        Node::Origin { outlets, because, .. } => [wrapped(&outlets.join(", ")), wrapped(because)].concat(),
    };
    Caption { name, lines }
}

/// What is written on `edge`: its kind, and the claims that it is about.
pub(super) fn of_edge(edge: &Edge) -> Caption {
    let word = edge.kind().replace('-', " ");
    match edge {
        Edge::Publishes | Edge::Answers | Edge::Carries { .. } => Caption::default(),
        Edge::Says(_) | Edge::AttributedTo(_) | Edge::Rivals | Edge::Implies => {
            Caption { name: vec![word], lines: Vec::new() }
        }
        Edge::Copies(copying) => Caption {
            name: vec![word],
            lines: vec![format!("{}, {}", copying.how, counted(copying.words, "word"))],
        },
        Edge::Agree(on) => {
            let one_origin = on.iter().filter(|one| !one.independent).count();
            let dependent = (one_origin > 0).then(|| format!("({one_origin} of one origin)"));
            let claims = claims(on.iter().map(|one| one.claim.as_str()));
            let lines = dependent.into_iter().chain(claims).collect();
            Caption { name: vec![format!("{word} on {}", on.len())], lines }
        }
        Edge::Contradict(over) => {
            let lines = claims(over.iter().map(|one| one.claim.as_str()));
            Caption { name: vec![format!("{word} on {}", over.len())], lines }
        }
    }
}

/// As many of the claims `ids` as there is room for.
fn claims<'a>(ids: impl ExactSizeIterator<Item = &'a str>) -> Vec<String> {
    let all = ids.len();
    // One more would take no more room than saying that there is one more.
    let shown = if all == CLAIMS + 1 { all } else { CLAIMS };
    let mut lines: Vec<String> = ids.take(shown).map(one_line).collect();
    lines.extend((all > shown).then(|| format!("and {} more", all - shown)));
    lines
}

/// Everything that `attributes` say, a line each: both quotes of every agreement and contradiction, uncut.
pub(super) fn details(attributes: &Attributes<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    for (name, value) in attributes {
        let name = name.replace('_', " ");
        match value {
            Attribute::Text(_) if name == "kind" || name == "label" => {}
            Attribute::Text(text) => lines.push(format!("{name}: {}", one_line(text))),
            Attribute::Count(count) => lines.push(format!("{name}: {count}")),
            Attribute::Score(score) => lines.push(format!("{name}: {score}")),
            Attribute::Claims(ids) => lines.push(format!("{name}: {}", one_line(&ids.join(", ")))),
            Attribute::Names(names) => lines.push(format!("{name}: {}", one_line(&names.join("; ")))),
            Attribute::Contradictions(quotes) => {
                lines.extend(quotes.iter().map(|one| one_line(&against(one))))
            }
            Attribute::Agreements(quotes) => lines.extend(quotes.iter().map(|one| one_line(&beside(one)))),
        }
    }
    lines
}

/// `text` in short lines, broken and in the end cut where words end.
fn wrapped(text: &str) -> Vec<String> {
    let text = one_line(text);
    let count = textwrap::wrap(&text, LINE).len();
    // The narrowest that takes no more lines: no word is left alone on the last.
    let width = (LINE / 2..LINE).find(|&width| textwrap::wrap(&text, width).len() == count).unwrap_or(LINE);
    let mut lines: Vec<String> = textwrap::wrap(&text, width).into_iter().map(Cow::into_owned).collect();
    if lines.len() > LINES {
        lines.truncate(LINES);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}
