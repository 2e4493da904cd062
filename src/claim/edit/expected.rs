//! What a claim file must read as once a ruling is in it.

use super::place::{Place, Target};
use super::ruling::Written;
use crate::span::Span;
use crate::yaml::{Kind, Node};

/// The tree before, and what is to be different.
pub(super) struct Expected<'a> {
    pub(super) before: &'a [Node],
    pub(super) place: &'a Place<'a>,
    pub(super) target: Target,
    pub(super) written: &'a Written,
}

impl Expected<'_> {
    /// Where the ruling stands in `after`, if that is the tree before with just the ruling in it. Unless `strict`, line
    /// breaks at the ends of texts do not count.
    pub(super) fn ruling_in(&self, after: &[Node], strict: bool) -> Option<Span> {
        let place = self.place;
        let document = all_but(self.before, after, place.document, |a, b| same(a, b, strict))?;
        let Kind::Map(fields) = &document.kind else { return None };
        let Kind::Map(fields_before) = &self.before.get(place.document)?.kind else { return None };
        let both = |a: &(Node, Node), b: &(Node, Node)| same(&a.0, &b.0, strict) && same(&a.1, &b.1, strict);
        let (key, claims) = all_but(fields_before, fields, place.field, both)?;
        if !same(place.claims_key, key, strict) {
            return None;
        }
        let Kind::List(items) = &claims.kind else { return None };
        let claim = all_but(place.items, items, place.item, |a, b| same(a, b, strict))?;
        let rulings = self.rulings_of(claim, strict)?;
        let is_it = |ruling: &&Node| is_field_for_field(&ruling.kind, &self.written.fields);
        self.new_among(rulings, strict).filter(is_it).map(|ruling| ruling.span)
    }

    /// The rulings of the claim as it is now, if nothing else of it is different.
    fn rulings_of<'n>(&self, claim: &'n Node, strict: bool) -> Option<&'n [Node]> {
        let Kind::Map(fields) = &claim.kind else { return None };
        let unchanged = |before: &(Node, Node), after: &(Node, Node)| {
            same(&before.0, &after.0, strict) && same(&before.1, &after.1, strict)
        };
        let (key, rulings) = match (&self.place.claim.kind, self.place.rulings()) {
            (Kind::Scalar { .. }, _) => {
                let [(key, text), added] = fields.as_slice() else { return None };
                let kept = is_text(key, "claim") && same(self.place.claim, text, strict);
                kept.then_some(added)?
            }
            (Kind::Map(before), Some((at, _, _))) => all_but(before, fields, at, unchanged)?,
            (Kind::Map(before), None) => {
                let (added, kept) = fields.split_last()?;
                let same_fields = before.len() == kept.len()
                    && before.iter().zip(kept).all(|(before, after)| unchanged(before, after));
                same_fields.then_some(added)?
            }
            (Kind::List(_), _) => return None,
        };
        match &rulings.kind {
            Kind::List(items) if is_text(key, "rulings") => Some(items),
            _ => None,
        }
    }

    /// The ruling that is new, if the others are as they were.
    fn new_among<'n>(&self, after: &'n [Node], strict: bool) -> Option<&'n Node> {
        let before: &[Node] = match self.place.rulings() {
            Some((_, _, Node { kind: Kind::List(items), .. })) => items,
            _ => &[],
        };
        match self.target {
            Target::Replaced(at) => all_but(before, after, at, |a, b| same(a, b, strict)),
            Target::Added => {
                let (added, kept) = after.split_last()?;
                let as_before =
                    before.len() == kept.len() && before.iter().zip(kept).all(|(a, b)| same(a, b, strict));
                as_before.then_some(added)
            }
        }
    }
}

/// The one of `after` at `at`, if there are as many as before and all others are the same.
fn all_but<'n, T>(before: &[T], after: &'n [T], at: usize, same: impl Fn(&T, &T) -> bool) -> Option<&'n T> {
    let others = before.iter().zip(after).enumerate().filter(|&(place, _)| place != at);
    let kept =
        before.len() == after.len() && others.into_iter().all(|(_, (before, after))| same(before, after));
    after.get(at).filter(|_| kept)
}

/// Whether two nodes say the same, wherever they stand.
fn same(before: &Node, after: &Node, strict: bool) -> bool {
    let breaks = |text: &str| text.trim_end_matches('\n').len();
    match (&before.kind, &after.kind) {
        (Kind::Scalar { text: a, plain: p }, Kind::Scalar { text: b, plain: q }) => {
            p == q && (a == b || !strict && a.get(..breaks(a)) == b.get(..breaks(b)))
        }
        (Kind::List(a), Kind::List(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b, strict))
        }
        (Kind::Map(a), Kind::Map(b)) => {
            let both =
                |(a, b): (&(Node, Node), &(Node, Node))| same(&a.0, &b.0, strict) && same(&a.1, &b.1, strict);
            a.len() == b.len() && a.iter().zip(b).all(both)
        }
        _ => false,
    }
}

/// Whether this is a map of these fields in this order, none of them read as nothing.
fn is_field_for_field(kind: &Kind, fields: &[(&'static str, String)]) -> bool {
    let Kind::Map(entries) = kind else { return false };
    let are_alike = |((key, value), (name, text)): (&(Node, Node), &(&'static str, String))| {
        is_text(key, name) && is_text(value, text)
    };
    entries.len() == fields.len() && entries.iter().zip(fields).all(are_alike)
}

fn is_text(node: &Node, wanted: &str) -> bool {
    matches!(&node.kind, Kind::Scalar { text, .. } if text == wanted) && !node.is_null()
}
