//! The nodes of the graphs.

use std::borrow::Cow;

use crate::stance::Stance;
use crate::verdict::Verdict;

/// A node of a [`Graph`](super::Graph).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// Who publishes.
    Outlet {
        /// Its name.
        name: String,
        /// How many sources it published.
        sources: usize,
        /// The number of its camp, from 1, where it is in one.
        camp: Option<usize>,
    },
    /// One published text.
    Source {
        /// Its id.
        id: String,
        /// Its outlet.
        outlet: String,
        /// Its headline.
        title: Option<String>,
        /// When it was published.
        published: Option<String>,
    },
    /// Whose words sources quote or cite: a person, described or named, or a body.
    Speaker(Cited),
    /// A report, a review, a letter that sources cite.
    Document(Cited),
    /// One answer to a question.
    Claim {
        /// Its id.
        id: String,
        /// Its question.
        question: String,
        /// Its one sentence.
        text: String,
        /// What all sources together say of it.
        verdict: Verdict,
    },
    /// What claims answer.
    Question {
        /// Its text.
        text: String,
    },
    /// Where testimony of one or several outlets on one side of a claim comes from.
    Origin {
        /// The claim's id.
        claim: String,
        /// The side: `supports` or `contradicts`.
        side: Stance,
        /// Its number on this side of the claim, from 1.
        number: usize,
        /// Its outlets.
        outlets: Vec<String>,
        /// What makes it one, for a person to read: "the same speaker: Dan Jarvis"; empty where it is one source.
        because: String,
    },
}

/// A speaker or document that sources cite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// What it is called in reports. No two of a case have one label.
    pub label: String,
    /// Who or what that is, as sources describe it: "security minister".
    pub description: Option<String>,
    /// In how many sources it is cited.
    pub sources: usize,
}

impl Node {
    /// `outlet`, `source`, `speaker`, `document`, `claim`, `question` or `origin`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Outlet { .. } => "outlet",
            Self::Source { .. } => "source",
            Self::Speaker(_) => "speaker",
            Self::Document(_) => "document",
            Self::Claim { .. } => "claim",
            Self::Question { .. } => "question",
            Self::Origin { .. } => "origin",
        }
    }

    /// What a reader knows it by: an outlet's name, the id of a source or claim, a question's text.
    #[must_use]
    pub fn label(&self) -> Cow<'_, str> {
        match self {
            Self::Outlet { name, .. } => Cow::Borrowed(name),
            Self::Source { id, .. } | Self::Claim { id, .. } => Cow::Borrowed(id),
            Self::Speaker(cited) | Self::Document(cited) => Cow::Borrowed(&cited.label),
            Self::Question { text } => Cow::Borrowed(text),
            Self::Origin { claim, side, number, .. } => {
                Cow::Owned(format!("{claim} {} {number}", side.name()))
            }
        }
    }

    /// Its id in the graph: its kind and label, in letters that every format allows in an id.
    ///
    /// A space becomes `_`; any other character that XML's NMTOKEN may not hold, or that means something here,
    /// becomes its code point in hexadecimal between colons. No two labels share an id.
    #[must_use]
    pub fn id(&self) -> String {
        let mut id = format!("{}:", self.kind());
        for c in self.label().chars() {
            match c {
                ' ' => id.push('_'),
                c if c.is_ascii_alphanumeric() || matches!(c, '-' | '.') => id.push(c),
                c => id.push_str(&format!(":{:x}:", u32::from(c))),
            }
        }
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_distinct_and_plain() {
        let labels = ["a b", "a_b", "a:b", "a:5f:b", "a  b", "a", "é", "e", "<x>", "北京"];
        let outlet = |name: &&str| Node::Outlet { name: (*name).to_owned(), sources: 1, camp: None }.id();
        let ids: std::collections::BTreeSet<String> = labels.iter().map(outlet).collect();
        assert_eq!(ids.len(), labels.len(), "{ids:?}");
        for id in ids {
            assert!(id.chars().all(|c| c.is_ascii_alphanumeric() || ":_-.".contains(c)), "{id}");
        }
    }
}
