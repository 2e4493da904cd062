//! Speakers and documents of a case, each once, however its sources call it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::attribution::{Speaker, SpeakerKind, unite};
use crate::stance::Evidence;

use super::SourceStance;

/// A speaker or document whose words are evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReportSpeaker {
    /// What reports call it: the fullest name that its sources give. No two have one name: where two would, the later
    /// ones are numbered, "a spokesman (2)".
    pub name: String,
    /// What it is.
    pub kind: SpeakerKind,
    /// Who that is, as a source describes it: "security minister".
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub description: Option<String>,
    /// The names that sources give it, in byte order.
    pub names: Vec<String>,
    /// The sources that carry its words as evidence, by id, in the order of the report.
    pub sources: Vec<String>,
}

/// The speakers of a case.
#[derive(Debug, Default)]
pub(super) struct Speakers {
    pub(super) all: Vec<ReportSpeaker>,
    number_of: BTreeMap<String, BTreeMap<Speaker, usize>>,
    /// How many have been given each name.
    called: BTreeMap<String, usize>,
}

impl Speakers {
    /// Those of all evidence in `claims`, in the order in which they come up.
    pub(super) fn of(claims: &[Vec<SourceStance>]) -> Self {
        let mut known: BTreeMap<(&str, &Speaker), ()> = BTreeMap::new();
        let mut met: Vec<(&str, &Speaker)> = Vec::new();
        for one in claims.iter().flatten() {
            for speaker in one.evidence.iter().filter_map(Evidence::speaker_there) {
                if known.insert((&one.source, speaker), ()).is_none() {
                    met.push((&one.source, speaker));
                }
            }
        }
        let speakers: Vec<&Speaker> = met.iter().map(|(_, speaker)| *speaker).collect();
        let groups = unite(&speakers);
        let mut gathered: BTreeMap<usize, Vec<(&str, &Speaker)>> = BTreeMap::new();
        for (group, one) in groups.iter().zip(met) {
            gathered.entry(*group).or_default().push(one);
        }
        let mut gathered: Vec<_> = gathered.into_values().collect();
        gathered.sort();
        let mut speakers = Self::default();
        for group in gathered {
            speakers.add(&group);
        }
        speakers
    }

    fn add(&mut self, group: &[(&str, &Speaker)]) {
        let number = self.all.len();
        let names: BTreeSet<String> = group.iter().map(|(_, speaker)| speaker.name.clone()).collect();
        // A name says more than a description of the same person.
        let fullest = group
            .iter()
            .map(|(_, speaker)| *speaker)
            .max_by_key(|speaker| (Reverse(speaker.kind), fullness(speaker)));
        let Some(fullest) = fullest else { return };
        let sources: BTreeSet<&str> = group.iter().map(|(source, _)| *source).collect();
        let description = group.iter().find_map(|(_, speaker)| speaker.described.first().cloned());
        // "the Prevent learning review" says more than "a review".
        let name = match &description {
            Some(fuller) if fullest.kind == SpeakerKind::Document => format!("the {fuller}"),
            _ => fullest.name.clone(),
        };
        let name = self.free(name);
        self.all.push(ReportSpeaker {
            name,
            kind: fullest.kind,
            description: description.filter(|_| fullest.kind != SpeakerKind::Document),
            names: names.into_iter().collect(),
            sources: sources.into_iter().map(str::to_owned).collect(),
        });
        for (source, speaker) in group {
            self.number_of.entry((*source).to_owned()).or_default().insert((*speaker).clone(), number);
        }
    }

    /// `name`, numbered where another has it.
    fn free(&mut self, name: String) -> String {
        let count = self.called.entry(name.clone()).or_insert(0);
        *count += 1;
        if *count == 1 { name } else { format!("{name} ({count})") }
    }

    /// The number of the speaker of `evidence` in `source`.
    pub(super) fn number(&self, source: &str, evidence: &Evidence) -> Option<usize> {
        self.number_of.get(source)?.get(evidence.speaker_there()?).copied()
    }

    /// Says of each piece of evidence which speaker's words it is.
    pub(super) fn name_in(&self, claims: &mut [Vec<SourceStance>]) {
        for one in claims.iter_mut().flatten() {
            let source = one.source.as_str();
            for evidence in &mut one.evidence {
                evidence.speaker = self.number(source, evidence).map(|number| self.name(number).to_owned());
            }
        }
    }

    /// What reports call a speaker.
    pub(super) fn name(&self, number: usize) -> &str {
        self.all.get(number).map_or("", |speaker| speaker.name.as_str())
    }
}

/// Of the names of one person, the one with most words is the fullest; of equal ones, the longest.
fn fullness(speaker: &Speaker) -> (usize, usize, String) {
    let name = speaker.name.clone();
    (name.split_whitespace().count(), name.len(), name)
}
