//! The engine: claims compiled once, sources examined one by one.

use crate::claim::ClaimSet;
use crate::source::Source;

use super::{Evidence, Explanation, Judgement, Stance};

/// Claims compiled for matching.
#[derive(Debug)]
pub struct Engine<'a> {
    claims: &'a ClaimSet,
}

/// What one source says of one claim, with its evidence best first.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The stance.
    pub stance: Stance,
    /// How well its best evidence bears the claim out, 0 to 1, to two decimals; 0 where silent.
    pub score: f64,
    /// The evidence, best first.
    pub evidence: Vec<Evidence>,
    /// An answer to the claim's question that no claim carries, if the source gives one: its words and their evidence.
    pub unlisted: Option<(String, Evidence)>,
}

impl<'a> Engine<'a> {
    /// Compiles `claims`.
    #[must_use]
    pub fn new(claims: &'a ClaimSet) -> Self {
        Self { claims }
    }

    /// What `source` says of each claim, in the order of [`ClaimSet::claims`].
    #[must_use]
    pub fn examine(&self, _source: &Source) -> Vec<Finding> {
        self.claims
            .claims()
            .iter()
            .map(|_| Finding { stance: Stance::Silent, score: 0.0, evidence: Vec::new(), unlisted: None })
            .collect()
    }

    /// Why `source` has its stance on the claim at `index`.
    #[must_use]
    pub fn explain(&self, index: usize, source: &Source) -> Explanation {
        Explanation {
            claim: self.claims.claims()[index].id().to_owned(),
            source: source.metadata.id.clone(),
            stance: Stance::Silent,
            passages: Vec::new(),
        }
    }
}

/// Holds one claim against one text: what `crosscheck evaluate` does a line.
#[must_use]
pub fn judge(_claim: &str, _text: &str) -> Judgement {
    Judgement { stance: Stance::Silent, score: 0.0, because: String::new() }
}
