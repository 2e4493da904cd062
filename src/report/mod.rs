//! The result as data: ordered, serialisable, all that any export needs.

mod build;
mod credits;
mod dispute;
#[cfg(test)]
pub(crate) mod fixture;
mod graphs;
mod origins;
mod question;
mod reuse;
mod select;
mod speakers;
mod texts;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::{Deserialize, Serialize};

pub use build::{Examined, build, source_stance};

pub use dispute::{ChangedAccount, Cites, Dispute, Turn};
pub(crate) use dispute::{bounds, is_before};
pub use origins::ReportOrigin;
pub use question::{Account, ReportQuestion};
pub use reuse::{ReportPassage, ReportReuse, Sharing};
pub use select::Selection;
pub use speakers::ReportSpeaker;
pub use texts::{SourceText, Texts};

pub use crate::graph::{Contradiction, OutletPair, Side, Structure};
use crate::source::Metadata;
use crate::stance::{Evidence, Settings, Stance};
use crate::verdict::Verdict;

/// The name and version of the JSON report's form.
pub const FORMAT: &str = "crosscheck/1";

/// The consistency report of a case.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(title = "The JSON report of crosscheck")]
pub struct Report {
    /// Always `crosscheck/1`.
    #[schemars(extend("const" = FORMAT))]
    pub format: String,
    /// The engine's version.
    pub engine: String,
    /// What was set of the engine.
    pub settings: ReportSettings,
    /// How many of everything there are.
    pub summary: Summary,
    /// Every source, in order of their ids.
    pub sources: Vec<Metadata>,
    /// Every claim, in the order of the claim files.
    pub claims: Vec<ReportClaim>,
    /// Every question, in the order of its first claim, with its sources in order of publication.
    pub questions: Vec<ReportQuestion>,
    /// Speakers and documents whose words are evidence, each once, however its sources call it.
    pub speakers: Vec<ReportSpeaker>,
    /// Which sources share text, in their order.
    pub reuse: Vec<ReportReuse>,
    /// How the outlets stand to one another: pairs with at least one agreement or contradiction, in order of
    /// their names.
    pub outlets: Vec<OutletPair>,
    /// How the outlets fall into groups and camps, and what tells them apart.
    pub structure: Structure,
    /// Answers found in sources that no claim of the question carries, each once for a source.
    pub unlisted: Vec<UnlistedAnswer>,
}

/// What was set of the engine.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReportSettings {
    /// The share of a phrasing's weight, 0 to 1, that a passage must cover to bear on it.
    pub threshold: f64,
}

impl From<Settings> for ReportSettings {
    fn from(settings: Settings) -> Self {
        Self { threshold: settings.threshold() }
    }
}

/// How many of everything a report holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Summary {
    /// Claims checked.
    pub claims: usize,
    /// Sources they were held against.
    pub sources: usize,
    /// Outlets that published these.
    pub outlets: usize,
    /// How many claims have each verdict; every verdict has an entry.
    pub verdicts: BTreeMap<Verdict, usize>,
    /// How the curators' rulings compare with the machine's stances.
    pub rulings: RulingCounts,
}

/// How curators' rulings compare with the machine's stances.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RulingCounts {
    /// How many there are.
    pub given: usize,
    /// How many are the machine's own stance.
    pub agree: usize,
    /// How many are stale: what they judged is no longer there. These may be the machine's own stance, too.
    #[serde(default)]
    pub stale: usize,
}

/// One claim with what every source says of it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ReportClaim {
    /// Its id.
    pub id: String,
    /// The question it answers.
    pub question: String,
    /// Its one sentence.
    pub claim: String,
    /// The claim file it stands in, relative to the folder of claim files, with `/` on every system.
    pub file: String,
    /// The line, from 1, it stands on.
    pub line: usize,
    /// What all sources together say of it.
    pub verdict: Verdict,
    /// How many independent origins support it: outlets that carry the same words, or quote the same speaker, are one.
    pub origins: usize,
    /// How many outlets support it.
    pub outlets: usize,
    /// The origins of what supports it, then of what contradicts it, each with its outlets.
    pub origin_groups: Vec<ReportOrigin>,
    /// Where it is disputed, how its sides part beside their words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dispute: Option<Dispute>,
    /// Claims that cannot hold together with it, by id.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rivals: Vec<String>,
    /// Claims that hold where it does, by id.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub implies: Vec<String>,
    /// The curator's note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// One entry for every source, in the order of [`Report::sources`], the silent ones too.
    pub stances: Vec<SourceStance>,
}

/// What one source says of one claim.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SourceStance {
    /// The source's id.
    pub source: String,
    /// Its outlet.
    pub outlet: String,
    /// What it says.
    pub stance: Stance,
    /// How closely its closest evidence follows the claim, 0 to 1, to two decimals; 0 where silent.
    pub score: f64,
    /// Why, best first.
    pub evidence: Vec<Evidence>,
    /// The curator's own decision, beside the machine's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ruling: Option<ReportRuling>,
}

/// A curator's decision as the report shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReportRuling {
    /// What the curator decided.
    pub stance: Stance,
    /// Why.
    pub because: String,
    /// Who decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    /// The words that were judged.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub quote: Option<String>,
    /// Whether what was judged is no longer there: the words, or where there were none the source as it was.
    #[serde(default)]
    pub stale: bool,
}

/// How a ruling stands beside what the machine finds today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// What it judged is no longer there.
    Stale,
    /// The machine finds something else.
    Differs,
    /// The machine finds the same: the ruling is not needed.
    Agrees,
}

impl Standing {
    /// The word for it in reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Stale => "stale",
            Self::Differs => "differs",
            Self::Agrees => "agrees",
        }
    }
}

impl Report {
    /// Every ruling with its claim and what the source says: those that are stale first, then those that differ from
    /// the machine's stance.
    #[must_use]
    pub fn rulings(&self) -> Vec<(Standing, &ReportClaim, &SourceStance, &ReportRuling)> {
        let cells = self.claims.iter().flat_map(|claim| claim.stances.iter().map(move |one| (claim, one)));
        let ruled =
            cells.filter_map(|(claim, one)| Some((one.standing()?, claim, one, one.ruling.as_ref()?)));
        let mut rulings: Vec<_> = ruled.collect();
        rulings.sort_by_key(|(standing, ..)| *standing);
        rulings
    }
}

impl SourceStance {
    /// How the curator's ruling stands beside the machine's stance; `None` without a ruling.
    #[must_use]
    pub fn standing(&self) -> Option<Standing> {
        let ruling = self.ruling.as_ref()?;
        Some(match (ruling.stale, ruling.stance == self.stance) {
            (true, _) => Standing::Stale,
            (false, false) => Standing::Differs,
            (false, true) => Standing::Agrees,
        })
    }

    /// Whether the curator's ruling is the machine's stance; `None` without a ruling.
    #[must_use]
    pub fn ruling_agrees(&self) -> Option<bool> {
        self.ruling.as_ref().map(|ruling| ruling.stance == self.stance)
    }

    /// Its best evidence on one side, `supports`, `contradicts` or `unclear`, if it takes that side.
    #[must_use]
    pub fn best(&self, side: Stance) -> Option<&Evidence> {
        self.evidence.iter().find(|evidence| self.takes(side) && evidence.stance == side)
    }

    /// Whether it is on one side; where mixed, it both supports and contradicts.
    #[must_use]
    pub fn takes(&self, side: Stance) -> bool {
        self.stance == side
            || self.stance == Stance::Mixed && matches!(side, Stance::Supports | Stance::Contradicts)
    }
}

/// A source's answer to a question that no claim carries.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct UnlistedAnswer {
    /// The question.
    pub question: String,
    /// The source's id.
    pub source: String,
    /// The value it reports: "three".
    pub answer: String,
    /// Its words.
    pub quote: String,
    /// Where they begin, line from 1.
    pub line: usize,
}

/// The JSON Schema (draft 7, which editors know best) of a [`Report`] as it is written.
#[must_use]
pub fn schema() -> schemars::Schema {
    let settings = SchemaSettings::draft07().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<Report>();
    schema.insert("$id".to_owned(), "urn:crosscheck:schema:report".into());
    schema
}
