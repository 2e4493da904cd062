//! Questions with their sources in order of publication.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::source::Metadata;
use crate::stance::Stance;

use super::ReportClaim;
use super::dispute::bounds;

/// A question with what its sources say, in order of publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReportQuestion {
    /// Its text.
    pub question: String,
    /// Its claims, by id.
    pub claims: Vec<String>,
    /// Whether its claims may hold together.
    pub compatible: bool,
    /// What each source says that settles any of its claims, in order of publication; sources without a date last.
    pub accounts: Vec<Account>,
}

/// What one source says of the claims of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Account {
    /// The source's id.
    pub source: String,
    /// Its outlet.
    pub outlet: String,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub published: Option<String>,
    /// The claims that it supports, by id.
    pub supports: Vec<String>,
    /// The claims that it contradicts.
    pub contradicts: Vec<String>,
}

/// What is known of a question before sources are read.
#[derive(Debug, Clone, Default)]
pub(super) struct QuestionHead {
    pub(super) text: String,
    pub(super) claims: Vec<usize>,
    pub(super) compatible: bool,
}

impl QuestionHead {
    /// The question, given all `sources` and `claims` of the report.
    pub(super) fn answered(self, sources: &[Metadata], claims: &[ReportClaim]) -> ReportQuestion {
        let claims: Vec<&ReportClaim> = self.claims.iter().filter_map(|&at| claims.get(at)).collect();
        let mut accounts: Vec<Account> = sources
            .iter()
            .enumerate()
            .map(|(at, source)| Account::of(at, source, &claims))
            .filter(|account| !account.supports.is_empty() || !account.contradicts.is_empty())
            .collect();
        // Stable: sources of one day stay in order of their ids.
        accounts.sort_by_cached_key(|one| (one.published.is_none(), one.published.as_deref().map(bounds)));
        ReportQuestion {
            question: self.text,
            claims: claims.iter().map(|claim| claim.id.clone()).collect(),
            compatible: self.compatible,
            accounts,
        }
    }
}

impl Account {
    fn of(at: usize, source: &Metadata, claims: &[&ReportClaim]) -> Self {
        let on = |side: Stance| {
            let claims =
                claims.iter().filter(|claim| claim.stances.get(at).is_some_and(|one| one.takes(side)));
            claims.map(|claim| claim.id.clone()).collect()
        };
        Self {
            source: source.id.clone(),
            outlet: source.outlet.clone(),
            published: source.published.clone(),
            supports: on(Stance::Supports),
            contradicts: on(Stance::Contradicts),
        }
    }
}
