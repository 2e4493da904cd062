//! What nodes and edges carry, one list for every export.

use std::borrow::Cow;

use super::{Agreement, Citing, Contradiction, Copying, Edge, Node, Saying};

/// A value that a node or an edge carries.
#[derive(Debug, Clone, PartialEq)]
pub enum Attribute<'a> {
    /// Text.
    Text(Cow<'a, str>),
    /// How many.
    Count(usize),
    /// From 0 to 1.
    Score(f64),
    /// Claim ids.
    Claims(Vec<&'a str>),
    /// Names of outlets, or ids of sources.
    Names(&'a [String]),
    /// Quote against quote.
    Contradictions(&'a [Contradiction]),
    /// Quote beside quote.
    Agreements(&'a [Agreement]),
}

/// What a node or an edge carries, by name, in a fixed order.
pub type Attributes<'a> = Vec<(&'static str, Attribute<'a>)>;

impl Node {
    /// What it carries, by name; always in the same order.
    #[must_use]
    pub fn attributes(&self) -> Attributes<'_> {
        let mut list = vec![("kind", text(self.kind())), ("label", Attribute::Text(self.label()))];
        match self {
            Self::Outlet { sources, camp, .. } => {
                list.push(("sources", Attribute::Count(*sources)));
                list.extend(camp.map(|camp| ("camp", Attribute::Count(camp))));
            }
            Self::Source { outlet, title, published, .. } => {
                list.push(("outlet", text(outlet)));
                list.extend(title.as_deref().map(|title| ("title", text(title))));
                list.extend(published.as_deref().map(|day| ("published", text(day))));
            }
            Self::Speaker(cited) | Self::Document(cited) => {
                list.push(("sources", Attribute::Count(cited.sources)));
                list.extend(cited.description.as_deref().map(|who| ("description", text(who))));
            }
            Self::Claim { question, text: sentence, verdict, .. } => list.extend([
                ("question", text(question)),
                ("claim", text(sentence)),
                ("verdict", text(verdict.name())),
            ]),
            Self::Question { .. } => {}
            Self::Origin { claim, side, outlets, because, .. } => list.extend([
                ("claim", text(claim)),
                ("side", text(side.name())),
                ("outlets", Attribute::Names(outlets)),
                ("because", text(because)),
            ]),
        }
        list
    }
}

impl Edge {
    /// What it carries, by name; always in the same order.
    #[must_use]
    pub fn attributes(&self) -> Attributes<'_> {
        let mut list = vec![("kind", text(self.kind()))];
        match self {
            Self::Publishes | Self::Rivals | Self::Implies | Self::Answers => {}
            Self::Says(saying) => list.extend(of_saying(saying)),
            Self::AttributedTo(citing) => list.extend(of_citing(citing)),
            Self::Copies(copying) => list.extend(of_copying(copying)),
            Self::Carries { sources } => list.push(("sources", Attribute::Names(sources))),
            Self::Agree(on) => list.extend([
                ("count", Attribute::Count(on.len())),
                ("independent", Attribute::Count(on.iter().filter(|one| one.independent).count())),
                ("claims", Attribute::Claims(on.iter().map(|one| one.claim.as_str()).collect())),
                ("quotes", Attribute::Agreements(on)),
            ]),
            Self::Contradict(over) => list.extend([
                ("count", Attribute::Count(over.len())),
                ("claims", Attribute::Claims(over.iter().map(|one| one.claim.as_str()).collect())),
                ("quotes", Attribute::Contradictions(over)),
            ]),
        }
        list
    }
}

fn text(text: &str) -> Attribute<'_> {
    Attribute::Text(Cow::Borrowed(text))
}

fn of_saying(saying: &Saying) -> Attributes<'_> {
    let mut list = vec![
        ("score", Attribute::Score(saying.score)),
        ("quote", text(&saying.quote)),
        ("line", Attribute::Count(saying.line)),
    ];
    list.extend(saying.attributed_to.as_deref().map(|who| ("attributed_to", text(who))));
    list.extend(saying.published.as_deref().map(|day| ("published", text(day))));
    list
}

fn of_citing(citing: &Citing) -> Attributes<'_> {
    vec![
        ("claims", Attribute::Claims(citing.claims.iter().map(String::as_str).collect())),
        ("quote", text(&citing.quote)),
        ("line", Attribute::Count(citing.line)),
    ]
}

fn of_copying(copying: &Copying) -> Attributes<'_> {
    vec![
        ("how", text(copying.how)),
        ("words", Attribute::Count(copying.words)),
        ("of_a", Attribute::Score(copying.of_a)),
        ("of_b", Attribute::Score(copying.of_b)),
    ]
}
