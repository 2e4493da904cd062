//! Where a claim and its rulings stand in the tree of its file.

use crate::span::Span;
use crate::yaml::{Kind, Node};

/// What becomes of a claim's rulings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// One more, after the others.
    Added,
    /// The one at this place is replaced.
    Replaced(usize),
}

/// A claim in the tree of its file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'n> {
    /// Which document it is in.
    pub(super) document: usize,
    /// Which of the document's fields holds the claims, and which of them it is.
    pub(super) field: usize,
    pub(super) item: usize,
    /// The name of that field.
    pub(super) claims_key: &'n Node,
    /// The claims.
    pub(super) claims: &'n Node,
    pub(super) items: &'n [Node],
    /// The claim.
    pub(super) claim: &'n Node,
}

impl<'n> Place<'n> {
    /// The claim that stands at `span`.
    pub(super) fn find(documents: &'n [Node], span: Span) -> Option<Self> {
        documents.iter().enumerate().find_map(|(document, node)| {
            let Kind::Map(entries) = &node.kind else { return None };
            let (field, claims_key, claims) = field(entries, "claims")?;
            let Kind::List(items) = &claims.kind else { return None };
            let (item, claim) = items.iter().enumerate().find(|(_, claim)| claim.span == span)?;
            Some(Self { document, field, item, claims_key, claims, items, claim })
        })
    }

    /// The claim's field of rulings: which it is, its name and its value.
    pub(super) fn rulings(&self) -> Option<(usize, &'n Node, &'n Node)> {
        let Kind::Map(entries) = &self.claim.kind else { return None };
        field(entries, "rulings")
    }

    /// The claim's rulings on a source: which they are and where they stand.
    pub(super) fn rulings_on(&self, source: &str) -> Vec<(usize, Span)> {
        let Some((_, _, Node { kind: Kind::List(rulings), .. })) = self.rulings() else { return Vec::new() };
        let is_on = |ruling: &Node| {
            let Kind::Map(entries) = &ruling.kind else { return false };
            matches!(field(entries, "source"), Some((_, _, Node { kind: Kind::Scalar { text, .. }, .. }))
                if text.trim() == source)
        };
        rulings.iter().enumerate().filter(|(_, ruling)| is_on(ruling)).map(|(at, r)| (at, r.span)).collect()
    }
}

/// The field of this name: which it is, its name and its value.
fn field<'n>(entries: &'n [(Node, Node)], name: &str) -> Option<(usize, &'n Node, &'n Node)> {
    let is_it = |key: &Node| matches!(&key.kind, Kind::Scalar { text, .. } if text == name);
    let (at, (key, value)) = entries.iter().enumerate().find(|(_, (key, _))| is_it(key))?;
    Some((at, key, value))
}
