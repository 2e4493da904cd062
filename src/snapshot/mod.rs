//! Verdict snapshots: what was found, kept in a file that is read in a review and merged in git, and what is different
//! since, with why.
//!
//! A snapshot holds no scores: they would change with every touch of the engine. A place is a line, and a quote that
//! only stands on another line is no change; nor is one that is only set otherwise.

mod accept;
mod cause;
mod compare;
mod file;
mod note;
mod take;
#[cfg(test)]
mod tests;

pub use accept::{Change, accept, decline};
pub use cause::Cause;
pub use compare::{CellChange, ClaimChange, Comparison, Finding, Note, compare};
pub use file::{read, write};
pub use take::Inspection;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::stance::Stance;
use crate::text::without_typesetting;
use crate::verdict::Verdict;

/// The name and version of the file's form.
pub const FORMAT: &str = "crosscheck-snapshot/1";

/// What a snapshot's file is called where nothing else is said.
pub const FILE_NAME: &str = "verdicts.snap.yaml";

/// What was found at one time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Snapshot {
    /// Always [`FORMAT`].
    pub format: String,
    /// The engine's version.
    pub engine: String,
    /// The share of a claim's words that a passage had to cover.
    pub threshold: f64,
    /// Every source, in order of their ids.
    pub sources: Vec<KeptSource>,
    /// Every claim, in the order of the claim files.
    pub claims: Vec<KeptClaim>,
    /// Changes that were seen in a review and not accepted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub declined: Vec<Declined>,
}

/// A source as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptSource {
    /// Its id.
    pub id: String,
    /// Its outlet.
    pub outlet: String,
    /// When it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// Its file.
    pub file: String,
    /// SHA-256 of the file's bytes, as reports have it.
    pub sha256: String,
    /// SHA-256 of the article's words, without what is only typesetting.
    pub words: String,
    /// What is accepted only in part of it, where changes are left that it may be the reason of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pending: Option<Pending>,
}

/// What a source or a claim is, of which findings were accepted while others wait that it may be the reason of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Pending {
    /// It is new.
    Added,
    /// It is gone.
    Gone,
}

/// A claim as it was, and what was found of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptClaim {
    /// Its id.
    pub id: String,
    /// The question it answers.
    pub question: String,
    /// For whom or what that is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<String>,
    /// Whether the question's claims may all hold.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub compatible: bool,
    /// Its one sentence.
    pub claim: String,
    /// Its phrasings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phrasings: Vec<String>,
    /// The ids of claims that it is said to contradict.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contradicts: Vec<String>,
    /// The ids of claims that it implies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub implies: Vec<String>,
    /// What all sources together say of it.
    pub verdict: Verdict,
    /// Of how many origins its support was; unknown in snapshots of before they were kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origins: Option<usize>,
    /// What each source says of it, by the sources' ids.
    pub stances: BTreeMap<String, Stance>,
    /// In which words, source by source and line by line.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<KeptEvidence>,
    /// The curator's rulings, in order of their sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rulings: Vec<KeptRuling>,
    /// What is accepted only in part of it, where changes are left that it may be the reason of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pending: Option<Pending>,
}

/// A source's words that bore on a claim.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeptEvidence {
    /// The source's id.
    pub source: String,
    /// The line, from 1, they began on.
    pub line: usize,
    /// What they said of it.
    pub stance: Stance,
    /// The words, on one line.
    pub quote: String,
    /// Why.
    pub because: String,
}

/// A curator's ruling.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeptRuling {
    /// The source's id.
    pub source: String,
    /// What the curator decided.
    pub stance: Stance,
    /// Why.
    pub because: String,
    /// Who decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    /// The words that were judged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// Whether what it judged was no longer there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub stale: bool,
}

/// A change that was seen in a review and not accepted: it is not asked about again until it is another one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Declined {
    /// The claim's id.
    pub claim: String,
    /// The source's id; nothing where the change is the claim's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// SHA-256 of what was found instead.
    pub finding: String,
}

impl KeptClaim {
    /// The evidence of one source.
    fn evidence_of(&self, source: &str) -> &[KeptEvidence] {
        let start = self.evidence.partition_point(|one| one.source.as_str() < source);
        let length = self.evidence[start..].partition_point(|one| one.source == source);
        &self.evidence[start..start + length]
    }
}

impl KeptEvidence {
    /// What must be the same for two pieces of evidence to be: their line and typesetting need not.
    fn essence(&self) -> (Stance, String, String) {
        (self.stance, without_typesetting(&self.quote), without_typesetting(&self.because))
    }
}
