//! The result as data: ordered, serialisable, all that any export needs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::source::Metadata;
use crate::stance::{Evidence, Stance};
use crate::verdict::Verdict;

/// The consistency report of a case.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Report {
    /// Always `crosscheck/1`.
    pub format: String,
    /// The engine's version.
    pub engine: String,
    /// Every source, by id.
    pub sources: Vec<Metadata>,
    /// Every claim, in the order of the claim files.
    pub claims: Vec<ReportClaim>,
    /// How the outlets stand to one another: pairs with at least one agreement or contradiction.
    pub outlets: Vec<OutletPair>,
    /// Answers found in sources that no claim of the question carries.
    pub unlisted: Vec<UnlistedAnswer>,
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
    /// What all sources together say of it.
    pub verdict: Verdict,
    /// How many independent origins support it.
    pub origins: usize,
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
    /// How well its best evidence bears the claim out, 0 to 1, to two decimals; 0 where silent.
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
}

/// How two outlets, or one with itself, stand to each other.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct OutletPair {
    /// One outlet; `a <= b` in byte order.
    pub a: String,
    /// The other; the same where an outlet contradicts itself.
    pub b: String,
    /// Ids of claims that both support.
    pub agree: Vec<String>,
    /// Claims that one supports and the other contradicts.
    pub contradict: Vec<Contradiction>,
}

/// A claim over which two outlets contradict each other, quote against quote.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Contradiction {
    /// The claim's id.
    pub claim: String,
    /// The side that supports it.
    pub supports: Side,
    /// The side that contradicts it.
    pub contradicts: Side,
}

/// One side of a contradiction.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Side {
    /// The outlet.
    pub outlet: String,
    /// The source's id.
    pub source: String,
    /// Its words.
    pub quote: String,
    /// Where they begin, line from 1.
    pub line: usize,
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
