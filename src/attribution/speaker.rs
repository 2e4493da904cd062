//! Who speaks.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::neutral::one_line;

/// A display name has so many words at most.
const MOST_WORDS: usize = 8;

/// What a speaker is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SpeakerKind {
    /// A person with a name.
    Person,
    /// A person without one: "a coastguard spokesman".
    Described,
    /// A group, office or company: "police", "the Home Office".
    Body,
    /// Something written or held: "the review", "the court".
    Document,
}

/// Whose words something is, as one source names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Speaker {
    /// The name as reports show it, as full as the source has it: "Dan Jarvis", "the review".
    pub name: String,
    /// What it is.
    pub kind: SpeakerKind,
    /// A person's title: "Mr", "Lord".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// How else the source describes it: a person's role ("security minister"), the fuller name of a
    /// document.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub described: Vec<String>,
    /// Whose it is: the body that a spokesman speaks for, the author of a report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
}

impl Speaker {
    /// A speaker of this `name`, on one line and no longer than a display name may be.
    pub(super) fn new(name: &str, kind: SpeakerKind) -> Self {
        Self { name: bounded(name), kind, title: None, described: Vec::new(), of: None }
    }

    /// The same, described as `role` too.
    pub(super) fn describe(&mut self, role: &str) {
        let role = bounded(role);
        if !role.is_empty() && !self.described.contains(&role) {
            self.described.push(role);
        }
    }
}

/// The first words of `name`, without a preposition or mark left hanging at the end.
pub(super) fn bounded(name: &str) -> String {
    let line = one_line(name);
    let mut words: Vec<&str> = line.split(' ').take(MOST_WORDS).collect();
    if words.len() == MOST_WORDS {
        while words.last().is_some_and(|word| crate::english::is_function_word(&word.to_lowercase())) {
            words.pop();
        }
    }
    words.join(" ").trim_end_matches([',', ';', ':', '-', '–']).to_owned()
}
