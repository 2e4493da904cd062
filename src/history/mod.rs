//! What changed between the versions of a source's text, values first, and whether the text itself admits it.
//!
//! Versions are compared sentence by sentence. What is only typesetting is no change; what only stands elsewhere has
//! moved; sentences that resemble each other are one edited sentence, whose numbers, dates, names, negations and
//! quotations are compared as what they mean: "seven" and "7" are one number, "7" and "8" are two, wherever they stand.

mod change;
mod figure;
mod item;
mod line_up;
mod mention;
mod name;
mod notice;
mod order;
mod pairing;
mod quotation;
mod reading;
mod step;
#[cfg(test)]
mod tests;
mod words;

pub use order::in_order;
pub use words::{Run, Side, runs};

use chrono::NaiveDate;
use serde::Serialize;

use crate::source;

use reading::Reading;

/// A source's versions, and what changed from each to the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct History {
    /// The source's id.
    pub source: String,
    /// Its versions, oldest first; of neighbours with the same text, the first.
    pub versions: Vec<Version>,
    /// One for each version but the first.
    pub steps: Vec<Step>,
}

/// A text that the source had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Version {
    /// The file it was read from.
    pub from: String,
    /// What people call it: "0001", "sky-monday.txt".
    pub name: String,
    /// The day on which it was first seen: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seen: Option<String>,
    /// SHA-256 of the article's text, in lower-case hexadecimal.
    pub sha256: String,
    /// Whether it is today's text.
    pub current: bool,
}

/// From one version to the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The file of the earlier version.
    pub from: String,
    /// The file of the later version.
    pub to: String,
    /// What to call the change.
    pub label: Label,
    /// Where the later version admits it, in words that the earlier one does not have.
    pub notices: Vec<Notice>,
    /// Corrections of the earlier version that the later one no longer has, nor another in their place.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub withdrawn: Vec<Notice>,
    /// What changed beside the notices, the weightiest first, in the order of the text.
    pub edits: Vec<Edit>,
}

/// What a change of a text is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Label {
    /// The text says that it was corrected.
    #[serde(rename = "correction")]
    Correction,
    /// The text says that it was updated.
    #[serde(rename = "update")]
    Update,
    /// Its words changed, and it does not say so.
    #[serde(rename = "silent edit")]
    SilentEdit,
    /// Sentences stand elsewhere, and nothing else changed.
    #[serde(rename = "rearranged")]
    Rearranged,
    /// It is only set differently.
    #[serde(rename = "only typesetting")]
    Typesetting,
}

impl Label {
    /// The words for it in output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Correction => "correction",
            Self::Update => "update",
            Self::SilentEdit => "silent edit",
            Self::Rearranged => "rearranged",
            Self::Typesetting => "only typesetting",
        }
    }
}

/// Words in which a text admits a change of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// What it admits.
    pub admits: Admission,
    /// Its words.
    pub text: String,
    /// The line, from 1, it begins on.
    pub line: usize,
}

/// What a notice admits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Admission {
    /// Something was wrong.
    Correction,
    /// Something is new.
    Update,
}

/// A sentence that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Edit {
    /// What became of it.
    pub kind: EditKind,
    /// How much it matters.
    pub weight: Weight,
    /// What changed in it, values first; of a sentence that was added or removed, what it holds.
    pub changes: Vec<Change>,
    /// The earlier version's sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
    /// The later version's sentence; of one that only moved, it is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is: Option<String>,
    /// The line, from 1, it began on in the earlier version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was_line: Option<usize>,
    /// The line, from 1, it begins on in the later version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// Of a weighty edit under a correction: whether the notice names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mentioned: Option<bool>,
}

/// What became of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum EditKind {
    /// It has other words.
    Edited,
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It stands elsewhere.
    Moved,
}

impl EditKind {
    /// The word for it in output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Edited => "edited",
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Moved => "moved",
        }
    }
}

/// How much an edit matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Weight {
    /// A number, a date, a name, a negation or a quotation is in it.
    Weighty,
    /// Nothing but its wording or its place is.
    Small,
}

/// One thing that changed in a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What it is.
    pub kind: ChangeKind,
    /// Its words in the earlier version, if it has any there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
    /// Its words in the later version, if it has any there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is: Option<String>,
    /// Under a correction: whether the notice names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mentioned: Option<bool>,
}

/// What changed in a sentence, the weightiest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ChangeKind {
    /// A number, a quantity, or digits of any kind.
    Number,
    /// A date or a time of day.
    Date,
    /// A proper name.
    Name,
    /// A word that turns the sense around.
    Negation,
    /// Words between quotation marks.
    Quotation,
    /// Any other words.
    Wording,
}

impl ChangeKind {
    /// The word for it in output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Date => "date",
            Self::Name => "name",
            Self::Negation => "negation",
            Self::Quotation => "quotation",
            Self::Wording => "wording",
        }
    }
}

/// The history of the source `id` from its `versions`, oldest first, the last being today's; values such as "on Friday"
/// are counted from the day it was `published`.
#[must_use]
pub fn history_until_today(
    id: &str,
    versions: Vec<source::Version>,
    published: Option<NaiveDate>,
) -> History {
    let mut history = history(id, versions, published);
    if let Some(last) = history.versions.last_mut() {
        last.current = true;
    }
    history
}

/// The same of a source that is no longer there.
#[must_use]
pub fn history(id: &str, versions: Vec<source::Version>, published: Option<NaiveDate>) -> History {
    let mut history = History { source: id.to_owned(), versions: Vec::new(), steps: Vec::new() };
    let mut last: Option<Reading> = None;
    for text in joined(versions) {
        let reading = Reading::of(&text, published);
        if let (Some(old), Some(before)) = (&last, history.versions.last()) {
            history.steps.push(step::step(old, &reading, &before.from, &text.from));
        }
        let source::Version { name, from, seen, sha256, .. } = text;
        history.versions.push(Version { from, name, seen, sha256, current: false });
        last = Some(reading);
    }
    history
}

/// Neighbours with the same words as one: known by the earlier, for then it was seen first, and read from the later, in
/// whose file the lines are counted that people look up.
fn joined(versions: Vec<source::Version>) -> Vec<source::Version> {
    let mut joined: Vec<source::Version> = Vec::with_capacity(versions.len());
    for version in versions {
        match joined.last_mut().filter(|before| before.sha256 == version.sha256) {
            Some(before) => {
                before.from = version.from;
                before.text = version.text;
                before.article = version.article;
            }
            None => joined.push(version),
        }
    }
    joined
}
