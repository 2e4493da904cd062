//! The edges of the graphs.

use crate::stance::Stance;

use super::{Agreement, Contradiction};

/// An edge of a [`Graph`](super::Graph).
#[derive(Debug, Clone, PartialEq)]
pub enum Edge {
    /// From an outlet to its source.
    Publishes,
    /// From a source, or an origin, to a claim that it supports, contradicts or leaves unclear. A source that both
    /// supports and contradicts a claim has two.
    Says(Saying),
    /// From a source to a speaker or document whose words it carries.
    AttributedTo(Citing),
    /// From a source to another that shares text with it: one carries the other's, or both carry a third's. Which way
    /// the text went is not told: the edge goes from the lower id to the higher.
    Copies(Copying),
    /// Between two claims that cannot both hold.
    Rivals,
    /// From a claim to one that holds where it does.
    Implies,
    /// From a claim to its question.
    Answers,
    /// From an outlet to an origin that it carries.
    Carries {
        /// Ids of the sources in which it does.
        sources: Vec<String>,
    },
    /// Between two outlets that support the same claims.
    Agree(Vec<Agreement>),
    /// Between two outlets, or one and itself: what one supports, the other contradicts.
    Contradict(Vec<Contradiction>),
}

/// What a source, or an origin, says of a claim.
#[derive(Debug, Clone, PartialEq)]
pub struct Saying {
    /// Which side it is on: `supports`, `contradicts` or `unclear`.
    pub side: Stance,
    /// How strong its best evidence on that side is, 0 to 1.
    pub score: f64,
    /// The words.
    pub quote: String,
    /// Where they begin, line from 1.
    pub line: usize,
    /// Whose words it is, where not the outlet's own.
    pub attributed_to: Option<String>,
    /// When the source was published.
    pub published: Option<String>,
}

/// What a source carries of a speaker's words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Citing {
    /// Ids of the claims that these words bear on.
    pub claims: Vec<String>,
    /// The first of these words, verbatim.
    pub quote: String,
    /// Where they begin, line from 1.
    pub line: usize,
}

/// How much text two sources share.
#[derive(Debug, Clone, PartialEq)]
pub struct Copying {
    /// How: "copy", "passage", "rewrite".
    pub how: &'static str,
    /// Words in shared passages.
    pub words: usize,
    /// The share of the first one's words that stand in shared passages, 0 to 1.
    pub of_a: f64,
    /// The share of the other's.
    pub of_b: f64,
}

impl Edge {
    /// `publishes`, `supports`, `contradicts`, `unclear`, `attributed-to`, `copies`, `rivals`, `implies`, `answers`,
    /// `carries`, `agree` or `contradict`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Publishes => "publishes",
            Self::Says(saying) => saying.side.name(),
            Self::AttributedTo(_) => "attributed-to",
            Self::Copies(_) => "copies",
            Self::Rivals => "rivals",
            Self::Implies => "implies",
            Self::Answers => "answers",
            Self::Carries { .. } => "carries",
            Self::Agree(_) => "agree",
            Self::Contradict(_) => "contradict",
        }
    }
}
