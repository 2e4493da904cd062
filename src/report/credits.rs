//! Whose text sources say that theirs is, and which outlets speak in others' texts.

use std::collections::{BTreeMap, BTreeSet};

use crate::reuse::{Credit, credit_key};
use crate::source::Metadata;

use super::ReportSpeaker;

/// By what the sources of a case are known in credits, in the order of the report.
#[derive(Debug, Default)]
pub(super) struct Credits {
    /// Whom each credits, and its own outlet where another credits that.
    keys: Vec<BTreeSet<String>>,
    /// How each key is written where it first stands.
    names: BTreeMap<String, String>,
    /// The speaker that each one's outlet is to others: "Borvik Energy said".
    speakers: Vec<Option<usize>>,
}

impl Credits {
    /// Of `sources`, each with whom it credits, where others cite `speakers`.
    pub(super) fn new(sources: &[Metadata], credits: &[Vec<Credit>], speakers: &[ReportSpeaker]) -> Self {
        let mut names: BTreeMap<String, String> = BTreeMap::new();
        for credit in credits.iter().flatten() {
            names.entry(credit.key().to_owned()).or_insert_with(|| credit.name.clone());
        }
        let mut speaker_of: BTreeMap<String, usize> = BTreeMap::new();
        for (number, speaker) in speakers.iter().enumerate() {
            for key in speaker.names.iter().filter_map(|name| credit_key(name)) {
                speaker_of.entry(key).or_insert(number);
            }
        }
        let outlets: Vec<Option<String>> = sources.iter().map(|source| credit_key(&source.outlet)).collect();
        let keys = |(outlet, credits): (&Option<String>, &Vec<Credit>)| {
            let own = outlet.iter().filter(|key| names.contains_key(*key)).cloned();
            own.chain(credits.iter().map(|credit| credit.key().to_owned())).collect()
        };
        Self {
            keys: outlets.iter().zip(credits).map(keys).collect(),
            speakers: outlets.iter().map(|outlet| speaker_of.get(outlet.as_ref()?).copied()).collect(),
            names,
        }
    }

    /// Whom a source credits, and its own outlet where another credits that.
    pub(super) fn of(&self, source: usize) -> BTreeSet<&str> {
        self.keys.get(source).into_iter().flatten().map(String::as_str).collect()
    }

    /// The names that two or more of `sources` share in credits.
    pub(super) fn shared(&self, sources: impl Iterator<Item = usize>) -> Vec<String> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for key in sources.flat_map(|source| self.of(source)) {
            *counts.entry(key).or_default() += 1;
        }
        let shared = counts.into_iter().filter(|(_, count)| *count > 1);
        shared.filter_map(|(key, _)| self.names.get(key).cloned()).collect()
    }

    /// The speaker that the outlet of a source is to others.
    pub(super) fn speaker(&self, source: usize) -> Option<usize> {
        self.speakers.get(source).copied().flatten()
    }
}
