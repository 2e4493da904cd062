//! What nodes and edges look like, by their kind: one place for every format that draws.
//!
//! Colour is never the only sign. A kind of node has a shape of its own, a kind of edge a line and an end of its
//! own, and verdicts, camps and stances are written out beside their colour.

use std::fmt;

use crate::graph::{Edge, Node};
use crate::stance::Stance;
use crate::verdict::Verdict;

/// A colour; shown as `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Colour(pub(super) u8, pub(super) u8, pub(super) u8);

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

// Colours of good contrast on white that people with red-green blindness tell apart: those of Okabe and Ito
// (2008), darkened until small letters in them have the contrast of 4.5:1 that WCAG 2.1 asks for.
const GREEN: Colour = Colour(0x00, 0x78, 0x5a);
const RED: Colour = Colour(0xc0, 0x3f, 0x00);
const PURPLE: Colour = Colour(0x8e, 0x45, 0x85);
const BLUE: Colour = Colour(0x00, 0x62, 0xa3);
const BROWN: Colour = Colour(0x85, 0x5c, 0x00);
const GREY: Colour = Colour(0x6b, 0x6b, 0x6b);
/// Letters, and the outlines that say nothing.
pub(super) const INK: Colour = Colour(0x22, 0x22, 0x22);
const WHITE: Colour = Colour(0xff, 0xff, 0xff);

/// For the camps, in turn: a tint to write on, and the hue of Okabe and Ito that it is a tint of.
const CAMPS: [(Colour, Colour); 6] = [
    (Colour(0xcf, 0xe6, 0xf7), Colour(0x56, 0xb4, 0xe9)),
    (Colour(0xfb, 0xe0, 0xb8), Colour(0xe6, 0x9f, 0x00)),
    (Colour(0xc9, 0xec, 0xdf), Colour(0x00, 0x9e, 0x73)),
    (Colour(0xf3, 0xd9, 0xea), Colour(0xcc, 0x79, 0xa7)),
    (Colour(0xf7, 0xf3, 0xb0), Colour(0xf0, 0xe4, 0x42)),
    (Colour(0xf8, 0xd7, 0xc6), Colour(0xd5, 0x5e, 0x00)),
];

/// The outline of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Round corners.
    Rounded,
    /// Square corners.
    Square,
    /// A sheet with a folded corner.
    Note,
    /// An ellipse.
    Ellipse,
    /// A folder.
    Folder,
    /// A hexagon.
    Hexagon,
    /// A drum.
    Cylinder,
}

/// What a node looks like.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct NodeLook {
    pub(super) shape: Shape,
    /// A tint to write on.
    pub(super) fill: Colour,
    pub(super) outline: Colour,
    /// The one colour of a node that is a mere dot, with its name beside it.
    pub(super) dot: Colour,
    /// How wide the outline is, in points.
    pub(super) width: f64,
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// Unbroken.
    Solid,
    /// In dashes.
    Dashed,
    /// In dots.
    Dotted,
}

/// What stands at the end of an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    /// Nothing.
    Plain,
    /// A filled arrow.
    Arrow,
    /// A bar.
    Bar,
    /// A box.
    Box,
    /// A circle.
    Circle,
    /// An open arrow.
    Vee,
}

/// What an edge looks like.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct EdgeLook {
    pub(super) colour: Colour,
    pub(super) line: Line,
    pub(super) head: Head,
    /// How wide the line is, in points.
    pub(super) width: f64,
}

/// What `node` looks like.
pub(super) fn of_node(node: &Node) -> NodeLook {
    let plain = |shape, fill, dot| NodeLook { shape, fill, outline: INK, dot, width: 1.0 };
    let outlined = |shape, fill, colour| NodeLook { shape, fill, outline: colour, dot: colour, width: 2.0 };
    match node {
        Node::Outlet { camp: None, .. } => plain(Shape::Rounded, Colour(0xee, 0xf2, 0xf6), INK),
        Node::Outlet { camp: Some(camp), .. } => {
            let (fill, dot) = camp_colours(*camp);
            plain(Shape::Rounded, fill, dot)
        }
        Node::Source { .. } => plain(Shape::Note, WHITE, GREY),
        Node::Speaker(_) => plain(Shape::Ellipse, Colour(0xff, 0xf6, 0xdd), BROWN),
        Node::Document(_) => plain(Shape::Folder, Colour(0xff, 0xf6, 0xdd), BROWN),
        Node::Claim { verdict, .. } => outlined(Shape::Square, WHITE, verdict_colour(*verdict)),
        Node::Question { .. } => plain(Shape::Hexagon, Colour(0xf3, 0xee, 0xf7), PURPLE),
        Node::Origin { side, .. } => {
            outlined(Shape::Cylinder, Colour(0xf2, 0xf6, 0xf7), of_side(*side).colour)
        }
    }
}

/// The name of what `node` looks like: its kind, and the verdict, camp or side that colours it.
pub(super) fn class_of(node: &Node) -> String {
    let kind = node.kind();
    match node {
        Node::Outlet { camp: Some(camp), .. } => format!("{kind}-camp-{camp}"),
        Node::Claim { verdict, .. } => format!("{kind}-{}", verdict.name()),
        Node::Origin { side, .. } => format!("{kind}-{}", side.name()),
        _ => kind.to_owned(),
    }
}

/// The tint and the hue of camp number `camp`.
fn camp_colours(camp: usize) -> (Colour, Colour) {
    let place = camp.saturating_sub(1) % CAMPS.len();
    CAMPS.get(place).copied().unwrap_or((WHITE, INK))
}

const fn verdict_colour(verdict: Verdict) -> Colour {
    match verdict {
        Verdict::Disputed | Verdict::Contradicted => RED,
        Verdict::Corroborated => GREEN,
        Verdict::SingleSource => PURPLE,
        Verdict::Unclear | Verdict::Unreported => GREY,
    }
}

/// What `edge` looks like; thicker for more claims.
pub(super) fn of_edge(edge: &Edge) -> EdgeLook {
    let look = |colour, line, head, width| EdgeLook { colour, line, head, width };
    match edge {
        Edge::Says(saying) => of_side(saying.side),
        Edge::Agree(on) => look(GREEN, Line::Solid, Head::Plain, 1.0 + thickness(on.len())),
        Edge::Contradict(over) => look(RED, Line::Dashed, Head::Plain, 1.4 + thickness(over.len())),
        Edge::AttributedTo(_) => look(BLUE, Line::Solid, Head::Vee, 1.0),
        Edge::Copies(_) => look(BROWN, Line::Dashed, Head::Plain, 1.8),
        Edge::Rivals => look(RED, Line::Dotted, Head::Plain, 1.8),
        Edge::Implies => look(BLUE, Line::Solid, Head::Arrow, 1.0),
        Edge::Carries { .. } | Edge::Answers => look(GREY, Line::Solid, Head::Vee, 1.0),
        Edge::Publishes => look(GREY, Line::Solid, Head::Plain, 1.0),
    }
}

const fn of_side(side: Stance) -> EdgeLook {
    let (colour, line, head, width) = match side {
        Stance::Supports => (GREEN, Line::Solid, Head::Arrow, 1.0),
        Stance::Contradicts => (RED, Line::Dashed, Head::Bar, 1.8),
        Stance::Mixed => (PURPLE, Line::Solid, Head::Box, 1.8),
        Stance::Unclear | Stance::Silent => (GREY, Line::Dotted, Head::Circle, 1.0),
    };
    EdgeLook { colour, line, head, width }
}

/// Thicker for more, but not without end.
fn thickness(count: usize) -> f64 {
    f64::from(u32::try_from(count.min(8)).unwrap_or(8)) * 0.4
}
