//! What nodes and edges carry, one list for every export.

use super::{Contradiction, Edge, Node, Saying};

/// A value that a node or an edge carries.
#[derive(Debug, Clone, PartialEq)]
pub enum Attribute<'a> {
    /// Text.
    Text(&'a str),
    /// How many.
    Count(usize),
    /// From 0 to 1.
    Score(f64),
    /// Claim ids.
    Claims(Vec<&'a str>),
    /// Quote against quote.
    Quotes(&'a [Contradiction]),
}

impl Node {
    /// What it carries, by name; always in the same order.
    #[must_use]
    pub fn attributes(&self) -> Vec<(&'static str, Attribute<'_>)> {
        let mut list = vec![("kind", Attribute::Text(self.kind())), ("label", Attribute::Text(self.label()))];
        match self {
            Self::Outlet { sources, .. } => list.push(("sources", Attribute::Count(*sources))),
            Self::Source { outlet, title, published, .. } => {
                list.push(("outlet", Attribute::Text(outlet)));
                list.extend(title.as_deref().map(|title| ("title", Attribute::Text(title))));
                list.extend(published.as_deref().map(|day| ("published", Attribute::Text(day))));
            }
            Self::Claim { question, text, verdict, .. } => list.extend([
                ("question", Attribute::Text(question)),
                ("claim", Attribute::Text(text)),
                ("verdict", Attribute::Text(verdict.name())),
            ]),
        }
        list
    }
}

impl Edge {
    /// What it carries, by name; always in the same order.
    #[must_use]
    pub fn attributes(&self) -> Vec<(&'static str, Attribute<'_>)> {
        let mut list = vec![("kind", Attribute::Text(self.kind()))];
        match self {
            Self::Publishes => {}
            Self::Says(saying) => list.extend(saying_attributes(saying)),
            Self::Agree(claims) => list.extend([
                ("count", Attribute::Count(claims.len())),
                ("claims", Attribute::Claims(claims.iter().map(String::as_str).collect())),
            ]),
            Self::Contradict(over) => list.extend([
                ("count", Attribute::Count(over.len())),
                ("claims", Attribute::Claims(over.iter().map(|one| one.claim.as_str()).collect())),
                ("quotes", Attribute::Quotes(over)),
            ]),
        }
        list
    }
}

/// A mixed stance carries its supporting words as `quote` and `line`, its contradicting ones as
/// `counter_quote` and `counter_line`.
fn saying_attributes(saying: &Saying) -> Vec<(&'static str, Attribute<'_>)> {
    let mut list =
        vec![("stance", Attribute::Text(saying.stance.name())), ("score", Attribute::Score(saying.score))];
    let mut words = [&saying.supporting, &saying.contradicting, &saying.unclear].into_iter().flatten();
    if let Some((quote, line)) = words.next() {
        list.extend([("quote", Attribute::Text(quote)), ("line", Attribute::Count(*line))]);
    }
    if let Some((quote, line)) = words.next() {
        list.extend([("counter_quote", Attribute::Text(quote)), ("counter_line", Attribute::Count(*line))]);
    }
    list
}
