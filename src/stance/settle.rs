//! From passages to one stance of the source: which passages count, and what they say together.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::attribution::Attributions;

use super::{Evidence, Stance};

/// A passage that bears on a claim.
#[derive(Debug, Clone)]
pub(super) struct Weighed {
    /// Its sentences.
    pub(super) sentences: Range<usize>,
    /// The share of the phrasing that it covers.
    pub(super) coverage: f64,
    /// How well its words answer the phrasing's, 0 to 1: how many do, and how near to each other.
    pub(super) answered: f64,
    /// Its tokens that answer the phrasing's.
    pub(super) answers: Vec<usize>,
    /// What it says.
    pub(super) evidence: Evidence,
}

/// The share that each sentence more takes from a passage: a short quote that says it is better than a long one.
const SENTENCE_COST: f64 = 0.1;

impl Weighed {
    /// Says whose words it is: of those that answer the claim's.
    pub(super) fn attribute(&mut self, attributions: &Attributions) {
        let attribution = attributions.of(&self.answers);
        self.evidence.attributed_to = attribution.as_ref().map(|found| found.speaker.name.clone());
        self.evidence.attribution = attribution;
    }

    /// What it is sorted by: how strong it is, and how short.
    fn worth(&self) -> f64 {
        self.evidence.strength * (1.0 - SENTENCE_COST * self.sentences.len() as f64)
    }
}

/// How many passages of one stance a claim keeps of one source.
const KEPT: usize = 3;

/// How many of its passages are compared with one another, the best ones.
const CONSIDERED: usize = 500;

/// A passage that covers this much less of the claim than one with another stance is about something else.
const NEARLY_AS_WELL: f64 = 0.1;

/// Keeps, of passages that overlap, the one that says most, and of all the best few, best first.
///
/// Where a source bears a claim out in one passage, or gives a vaguer value, another contradicts it only if it covers the
/// claim nearly as well, and the other way round: else it is about something else, and left out.
pub(super) fn best_passages(mut weighed: Vec<Weighed>) -> Vec<Weighed> {
    // Most wordings have none; one alone has nothing beside it.
    if weighed.len() < 2 {
        return weighed;
    }
    weighed.sort_by(|a, b| {
        rank(a.evidence.stance)
            .cmp(&rank(b.evidence.stance))
            .then(b.worth().total_cmp(&a.worth()))
            .then(b.coverage.total_cmp(&a.coverage))
            .then(a.sentences.len().cmp(&b.sentences.len()))
            .then(a.sentences.start.cmp(&b.sentences.start))
    });
    weighed.truncate(CONSIDERED);
    let mut kept: Vec<Weighed> = Vec::new();
    for passage in weighed {
        let overlaps = |other: &Weighed| {
            other.sentences.start < passage.sentences.end && passage.sentences.start < other.sentences.end
        };
        if !kept.iter().any(overlaps) {
            kept.push(passage);
        }
    }
    drop_strays(&mut kept);
    let mut counts = BTreeMap::new();
    kept.retain(|passage| {
        let count = counts.entry(passage.evidence.stance).or_insert(0);
        *count += 1;
        *count <= KEPT
    });
    kept
}

fn drop_strays(kept: &mut Vec<Weighed>) {
    let best = |counts: &dyn Fn(&Evidence) -> bool| {
        kept.iter()
            .filter(|passage| counts(&passage.evidence))
            .map(|passage| passage.coverage)
            .fold(0.0, f64::max)
    };
    let contradicts = best(&|evidence| evidence.stance == Stance::Contradicts);
    let supports = best(&|evidence| evidence.stance == Stance::Supports);
    let compatible = best(&is_compatible);
    kept.retain(|passage| match passage.evidence.stance {
        Stance::Supports => passage.coverage + NEARLY_AS_WELL >= contradicts,
        Stance::Contradicts => {
            passage.coverage + NEARLY_AS_WELL / 2.0 >= supports
                && passage.coverage + NEARLY_AS_WELL >= compatible
        }
        _ => true,
    });
}

/// Whether the passage gives a value that holds the claimed one, only vaguer: "October 2021", "15 October 2021".
pub(super) fn is_compatible(evidence: &Evidence) -> bool {
    use super::ComparedRelation::{Conflicts, Overlaps, Wider};
    evidence.values.iter().any(|value| matches!(value.relation, Wider | Overlaps))
        && evidence.values.iter().all(|value| value.relation != Conflicts)
}

/// What comes first: passages that settle the claim.
fn rank(stance: Stance) -> u8 {
    match stance {
        Stance::Supports | Stance::Contradicts | Stance::Mixed => 0,
        Stance::Unclear => 1,
        Stance::Silent => 2,
    }
}

/// What the evidence says together.
pub(super) fn together<'a>(evidence: impl IntoIterator<Item = &'a Evidence>) -> Stance {
    evidence.into_iter().fold(Stance::Silent, |sum, evidence| match (sum, evidence.stance) {
        (Stance::Supports, Stance::Contradicts)
        | (Stance::Contradicts, Stance::Supports)
        | (Stance::Mixed, _) => Stance::Mixed,
        (Stance::Supports | Stance::Contradicts, _) => sum,
        (_, Stance::Silent) => sum,
        (_, other) => other,
    })
}
