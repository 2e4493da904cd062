//! What is kept of one text: its evidence for each claim that it has any for, and which claims were looked at.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::claim::Claim;
use crate::stance::Evidence;

use super::fingerprint::Fingerprint;
use super::passage::Passage;

/// What is kept of one text.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Record<'a> {
    /// By which list its claims are numbered: each claim of it that the record does not have has no evidence.
    pub(super) list: Fingerprint,
    #[serde(borrow)]
    pub(super) spoken: Vec<Spoken<'a>>,
}

/// The evidence for a claim.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Spoken<'a> {
    /// The claim's place in the list.
    claim: usize,
    #[serde(borrow)]
    passages: Vec<Passage<'a>>,
}

impl<'a> Record<'a> {
    /// Of `evidence` by the places of `claims`, which are those of `list`; `None` where it would not be read as it is.
    pub(super) fn new(
        list: Fingerprint,
        claims: &'a [Claim],
        evidence: &'a BTreeMap<usize, Vec<Evidence>>,
    ) -> Option<Self> {
        let spoken = evidence.iter().map(|(&claim, evidence)| {
            let passages = evidence.iter().map(|one| Passage::new(one, claims.get(claim)?));
            Some(Spoken { claim, passages: passages.collect::<Option<_>>()? })
        });
        Some(Self { list, spoken: spoken.collect::<Option<_>>()? })
    }

    /// As bytes.
    pub(super) fn to_bytes(&self) -> Option<Vec<u8>> {
        postcard::to_allocvec(self).ok()
    }

    /// Of bytes.
    pub(super) fn from_bytes(bytes: &'a [u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}

impl Spoken<'_> {
    /// The claim's place in the list.
    pub(super) fn claim(&self) -> usize {
        self.claim
    }

    /// The evidence, of `text` for `claim`; `None` where it cannot have been that.
    pub(super) fn evidence(self, text: &str, claim: &Claim) -> Option<Vec<Evidence>> {
        self.passages.into_iter().map(|passage| passage.evidence(text, claim)).collect()
    }
}
