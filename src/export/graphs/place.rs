//! Where nodes stand in formats whose programs would otherwise throw them down at random.
//!
//! A directed graph stands in columns, by kind, with the nodes of each ordered so that lines cross little: the
//! barycentre method of Sugiyama, Tagawa and Toda (1981). An undirected one stands on a circle, camp by camp.

use std::collections::BTreeMap;
use std::f64::consts::TAU;

use petgraph::visit::EdgeRef;
use petgraph::{EdgeType, graph::NodeIndex};

use crate::graph::{Graph, Node};

/// A place: x to the right and y downwards, in points.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Place {
    pub(super) x: f64,
    pub(super) y: f64,
}

const COLUMN: f64 = 640.0;
const ROW: f64 = 96.0;
/// How far apart neighbours on the circle are.
const STEP: f64 = 380.0;
/// How often the columns are ordered by their neighbours; few lines cross less after that.
const SWEEPS: usize = 8;

/// Where the nodes of `graph` stand, in their order.
pub(super) fn places<Ty: EdgeType>(graph: &Graph<Ty>) -> Vec<Place> {
    if graph.is_directed() { columns(graph) } else { circle(graph) }
}

fn circle<Ty: EdgeType>(graph: &Graph<Ty>) -> Vec<Place> {
    let camps: Vec<usize> = graph.nodes().map(|node| camp(node).unwrap_or(usize::MAX)).collect();
    let mut order: Vec<usize> = (0..camps.len()).collect();
    order.sort_by_key(|&node| camps.get(node));
    // A step is left out between two camps. An odd number of steps keeps lines from meeting in the middle.
    let mut steps = Vec::new();
    let mut next = 0;
    for (at, &node) in order.iter().enumerate() {
        let before =
            at.checked_sub(1).and_then(|before| order.get(before)).and_then(|&before| camps.get(before));
        next += usize::from(before.is_some_and(|before| Some(before) != camps.get(node)));
        steps.push((node, next));
        next += 1;
    }
    let all = real((next + usize::from(order.len() != next)) | 1);
    let radius = (STEP * all / TAU).max(STEP / 2.0);
    let mut places = vec![Place::default(); camps.len()];
    for (node, step) in steps {
        let angle = TAU * real(step) / all - TAU / 4.0;
        if let Some(place) = places.get_mut(node) {
            *place = Place { x: rounded(radius * angle.cos()), y: rounded(radius * angle.sin()) };
        }
    }
    places
}

/// The column of a kind of node, from the left: who speaks, where, what is said, and what is asked.
pub(super) const fn column(node: &Node) -> usize {
    match node {
        Node::Outlet { .. } | Node::Speaker(_) | Node::Document(_) => 0,
        Node::Source { .. } => 1,
        Node::Origin { .. } => 2,
        Node::Claim { .. } => 3,
        Node::Question { .. } => 4,
    }
}

/// The camp of an outlet that is in one.
pub(super) const fn camp(node: &Node) -> Option<usize> {
    match node {
        Node::Outlet { camp, .. } => *camp,
        _ => None,
    }
}

fn columns<Ty: EdgeType>(graph: &Graph<Ty>) -> Vec<Place> {
    let inner = graph.as_petgraph();
    let mut columns: BTreeMap<usize, Vec<NodeIndex>> = BTreeMap::new();
    for (index, node) in inner.node_indices().zip(graph.nodes()) {
        columns.entry(column(node)).or_default().push(index);
    }
    let mut columns: Vec<Vec<NodeIndex>> = columns.into_values().collect();
    let mut heights = vec![0.0; inner.node_count()];
    columns.iter().for_each(|column| stand(column, &mut heights));
    let mut neighbours = vec![Vec::new(); inner.node_count()];
    for edge in inner.edge_references() {
        for (node, other) in [(edge.source(), edge.target()), (edge.target(), edge.source())] {
            if let Some(list) = neighbours.get_mut(node.index()) {
                list.push(other.index());
            }
        }
    }
    for sweep in 0..SWEEPS {
        let last = columns.len().saturating_sub(1);
        for at in 0..columns.len() {
            let at = if sweep % 2 == 0 { at } else { last - at };
            if let Some(column) = columns.get_mut(at) {
                let wanted = |node: &NodeIndex| mean(neighbours.get(node.index()), node.index(), &heights);
                column.sort_by(|a, b| wanted(a).total_cmp(&wanted(b)));
                stand(column, &mut heights);
            }
        }
    }
    let mut places = vec![Place::default(); inner.node_count()];
    for (number, column) in columns.iter().enumerate() {
        for node in column {
            if let (Some(place), Some(&y)) = (places.get_mut(node.index()), heights.get(node.index())) {
                *place = Place { x: real(number) * COLUMN, y };
            }
        }
    }
    places
}

/// Sets a column's nodes one below the other, its middle at 0.
fn stand(column: &[NodeIndex], heights: &mut [f64]) {
    let middle = real(column.len().saturating_sub(1)) / 2.0;
    for (row, node) in column.iter().enumerate() {
        if let Some(height) = heights.get_mut(node.index()) {
            *height = (real(row) - middle) * ROW;
        }
    }
}

/// The mean height of `neighbours`; that of `own` where there are none.
fn mean(neighbours: Option<&Vec<usize>>, own: usize, heights: &[f64]) -> f64 {
    let of = |node: &usize| heights.get(*node).copied().unwrap_or_default();
    match neighbours {
        Some(list) if !list.is_empty() => list.iter().map(of).sum::<f64>() / real(list.len()),
        _ => of(&own),
    }
}

fn real(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// To a tenth: the last digits of a sine differ between machines.
fn rounded(value: f64) -> f64 {
    // Adding 0 turns -0 into 0.
    (value * 10.0).round() / 10.0 + 0.0
}
