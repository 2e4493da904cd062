//! Whose words a passage is: the outlet's own, or those of a speaker it quotes or cites.
//!
//! Found without a parser, from what English writes around the words of others: quotation marks, verbs of
//! saying and finding on either side, "according to", and the speaker named in the sentence or paragraph
//! before. Where the text does not say clearly who speaks, the words are taken for the outlet's own: no name
//! is better than a wrong one.

mod assign;
mod clause;
mod content;
mod fitness;
mod focus;
mod full_name;
mod label;
mod lexicon;
mod phrase;
mod quoted;
mod register;
mod resolve;
mod speaker;
mod subject;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
mod unite;
mod verb;
mod work;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::span::Span;
use crate::text::Document;

pub use speaker::{Speaker, SpeakerKind};
pub use unite::unite;

/// How a source gives the words of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// Word for word, between quotation marks.
    Quoted,
    /// In the outlet's words.
    Reported,
}

/// Whose words a passage is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Attribution {
    /// Whose.
    pub speaker: Speaker,
    /// Quoted or reported.
    pub how: How,
    /// The words that attribute: "Mr Jarvis told MPs".
    pub cue: Span,
}

/// Whose words each token of a document is.
///
/// ```
/// use crosscheck::attribution::{Attributions, How};
/// use crosscheck::text::Document;
///
/// let document = Document::new("The case was closed “too quickly”, security minister Dan Jarvis told MPs.");
/// let attributions = Attributions::new(&document);
/// let found = attributions.of(&[3, 5, 6]).unwrap();
/// assert_eq!((found.speaker.name.as_str(), found.how), ("Dan Jarvis", How::Quoted));
/// ```
#[derive(Debug, Default)]
pub struct Attributions {
    /// For each token, the number of its entry and whether it is quoted.
    of_token: Vec<Option<(u32, bool)>>,
    entries: Vec<Entry>,
}

/// One place where a speaker is named.
#[derive(Debug, Clone)]
struct Entry {
    speaker: usize,
    cue: Span,
    named: resolve::Named,
}

impl Attributions {
    /// Reads the attributions of `document`; in time that grows with its length.
    #[must_use]
    pub fn new(document: &Document) -> Self {
        assign::attributions(document)
    }

    /// Whose words `tokens` are: that of most of them. None where most are the outlet's own.
    #[must_use]
    pub fn of(&self, tokens: &[usize]) -> Option<Attribution> {
        let mut votes: BTreeMap<usize, Vec<(u32, bool)>> = BTreeMap::new();
        for &token in tokens {
            let Some((entry, quoted)) = self.of_token.get(token).copied().flatten() else { continue };
            let speaker = self.entries[entry as usize].speaker;
            votes.entry(speaker).or_default().push((entry, quoted));
        }
        let most = votes.into_values().find(|votes| votes.len() * 2 > tokens.len())?;
        let quoted = most.iter().filter(|(_, quoted)| *quoted).count();
        let entry = &self.entries[most.first()?.0 as usize];
        Some(Attribution {
            speaker: entry.named.speaker.clone(),
            how: if quoted * 2 >= most.len() { How::Quoted } else { How::Reported },
            cue: entry.cue,
        })
    }
}
