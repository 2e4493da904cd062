//! What one source says of one claim.

mod agreeing;
mod carry;
mod comparison;
mod compound;
mod contrary;
mod cue;
mod cue_infinitive;
mod cue_object;
mod cue_phrases;
mod cue_scope;
mod cue_words;
mod decide;
mod engine;
mod explain;
mod figure;
mod footing;
mod gate;
mod held;
mod judge;
mod opening;
mod reading;
mod rival;
mod settings;
mod settle;
#[cfg(test)]
mod tests;
mod weights;
mod wording;

pub(crate) use cue::negations;
pub use engine::{Engine, Finding};
pub use figure::Figures;
pub use judge::judge;
pub use settings::Settings;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use crate::attribution::{Attribution, Speaker};
pub use crate::claim::Stance;
use crate::span::Span;
use crate::value::Relation;

/// How a value of the passage stands to the claim's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ComparedRelation {
    /// It is the same.
    Equal,
    /// It lies within the claim's: "214", "more than 200".
    Within,
    /// It is only vaguer: "more than 200", "214".
    Wider,
    /// Each holds something that the other does not.
    Overlaps,
    /// They cannot both hold.
    Conflicts,
    /// There is no such value.
    Missing,
}

impl ComparedRelation {
    /// The word for it in reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Within => "within",
            Self::Wider => "wider",
            Self::Overlaps => "overlaps",
            Self::Conflicts => "conflicts",
            Self::Missing => "missing",
        }
    }

    /// Whether the passage's value bears the claim's out.
    #[must_use]
    pub const fn agrees(self) -> bool {
        matches!(self, Self::Equal | Self::Within)
    }
}

impl From<Option<Relation>> for ComparedRelation {
    fn from(relation: Option<Relation>) -> Self {
        match relation {
            Some(Relation::Equal) => Self::Equal,
            Some(Relation::Within) => Self::Within,
            Some(Relation::Wider) => Self::Wider,
            Some(Relation::Overlaps) => Self::Overlaps,
            Some(Relation::Conflicts) => Self::Conflicts,
            None => Self::Missing,
        }
    }
}

/// A value of the claim beside its partner in the passage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ComparedValue {
    /// The claim's words: "seven".
    pub claimed: String,
    /// The passage's words: "two"; left out where the passage has no partner for it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reported: Option<String>,
    /// How the two stand to each other.
    pub relation: ComparedRelation,
}

/// A passage that bears on a claim: its words, its place, its stance and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Evidence {
    /// The passage's words, exactly `text[start..end]` of the source.
    pub quote: String,
    /// Offset of its first byte in the source's text as UTF-8.
    pub start: usize,
    /// Offset just past its last byte.
    pub end: usize,
    /// The line, from 1, it begins on.
    pub line: usize,
    /// What it says of the claim; never `mixed` or `silent`.
    pub stance: Stance,
    /// How closely it follows the claim, 0 to 1, to two decimals: how alike the letters are, and how well the words are
    /// answered; whatever it says of the claim.
    pub score: f64,
    /// How strong it is for its stance, 0 to 1, to two decimals: what the best is chosen by. Not part of the JSON report.
    #[serde(skip)]
    pub strength: f64,
    /// The claim's wording it was found by.
    pub phrasing: String,
    /// Why it has this stance, for a person to read.
    pub because: String,
    /// The values compared.
    pub values: Vec<ComparedValue>,
    /// Whose words it is, where not the outlet's own.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub attributed_to: Option<String>,
    /// Whose words it is as the whole report calls them, however this source does: a name of
    /// [`Report::speakers`](crate::report::Report::speakers). Only a report has it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub speaker: Option<String>,
    /// How that is known.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub attribution: Option<Attribution>,
    /// Which words of the phrasing and of the source answer one another, values after other words, each in the order of
    /// the phrasing. Not part of the JSON report.
    #[serde(skip)]
    pub alignment: Vec<AlignedWords>,
    /// The id of the claim it was carried over from: a rival, or a claim that implies this one or is implied by it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub carried_from: Option<String>,
}

/// Words of a phrasing beside the words of a source that answer them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AlignedWords {
    /// The phrasing's words, as a place in [`Evidence::phrasing`].
    pub claimed: Span,
    /// The source's words, as a place in its text.
    pub reported: Span,
    /// How alike the two are, 0 to 1.
    pub similarity: f64,
    /// For values: how the source's stands to the phrasing's.
    pub relation: Option<ComparedRelation>,
}

impl Evidence {
    /// Moves it by so many bytes and lines: from places in an article to places in its source's text.
    pub(crate) fn shift(&mut self, bytes: usize, lines: usize) {
        self.start += bytes;
        self.end += bytes;
        self.line += lines;
        let moved = |span: Span| Span::new(span.start + bytes, span.end + bytes);
        if let Some(attribution) = &mut self.attribution {
            attribution.cue = moved(attribution.cue);
        }
        for words in &mut self.alignment {
            words.reported = moved(words.reported);
        }
    }

    /// Whose words it is, where not the outlet's own, as its source names and describes them.
    #[must_use]
    pub fn speaker_there(&self) -> Option<&Speaker> {
        self.attribution.as_ref().map(|attribution| &attribution.speaker)
    }
}

/// What decided, passage by passage: the answer of `crosscheck explain`.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Explanation {
    /// The claim's id.
    pub claim: String,
    /// The source's id.
    pub source: String,
    /// What the source says of the claim.
    pub stance: Stance,
    /// Every passage that was considered, best first.
    pub passages: Vec<ConsideredPassage>,
}

/// One passage held against one phrasing.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ConsideredPassage {
    /// The passage's words.
    pub quote: String,
    /// The line, from 1, it begins on.
    pub line: usize,
    /// The claim's wording it was held against.
    pub phrasing: String,
    /// The share of the phrasing's weight that the passage covers, 0 to 1, each value that agrees counted as a word.
    pub coverage: f64,
    /// The share it needs to bear on the claim.
    pub threshold: f64,
    /// Each token of the phrasing beside what answers it.
    pub alignment: Vec<AlignedToken>,
    /// The values compared.
    pub values: Vec<ComparedValue>,
    /// What each gate found, in the order they were asked.
    pub gates: Vec<GateFinding>,
    /// What came of it; `silent` where the passage does not bear on the claim.
    pub stance: Stance,
}

/// One token of a phrasing and what answers it in the passage.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct AlignedToken {
    /// The phrasing's token.
    pub claimed: String,
    /// How telling it is: its share of the phrasing's weight, 0 to 1.
    pub weight: f64,
    /// The passage's token, if one answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reported: Option<String>,
    /// How alike the two are, 0 to 1.
    pub similarity: f64,
}

/// What one gate of the decision found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GateFinding {
    /// The gate: `frame`, `values`, `polarity`, `names`, `rivals` and the like.
    pub gate: String,
    /// What it found, for a person to read.
    pub finding: String,
}

/// The engine's answer on one claim and one text, as `ask` and `evaluate` need it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Judgement {
    /// What the text says of the claim.
    pub stance: Stance,
    /// How well the text bears the claim out, 0 to 1; finer than the stance, for ranking.
    pub score: f64,
    /// Why.
    pub because: String,
    /// What the best passage looks like, from which the weights are learned.
    #[serde(skip_serializing_if = "Features::is_empty")]
    pub features: Features,
}

/// What decisions that were learned went by, in the best passage.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Features {
    /// Whether nothing but the frame decided.
    pub alone: bool,
    /// What the passage covers of the claim, and how.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frame: Option<Figures>,
}

impl Features {
    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.frame.is_none()
    }
}
