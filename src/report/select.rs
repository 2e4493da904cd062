//! A part of a report: what the user asks to see of it.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::OutletPair;
use crate::verdict::Verdict;

use super::Report;

/// What to see of a report. Nothing in a list selects all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Claims, by id.
    pub claims: Vec<String>,
    /// Outlets, by name, with those that they agree with or contradict.
    pub outlets: Vec<String>,
    /// Verdicts.
    pub verdicts: Vec<Verdict>,
    /// Two outlets are shown as joined only by so many claims or more; an outlet, only if it speaks of so many.
    pub min_claims: usize,
}

impl Report {
    /// The part of the report that `selection` asks for. Verdicts, origins and camps stay what they are in the whole: a
    /// part shows less, and says nothing else.
    #[must_use]
    pub fn select(mut self, selection: &Selection) -> Self {
        let wanted = |id: &str, verdict: Verdict| {
            (selection.claims.is_empty() || selection.claims.iter().any(|one| one == id))
                && (selection.verdicts.is_empty() || selection.verdicts.contains(&verdict))
        };
        self.claims.retain(|claim| wanted(&claim.id, claim.verdict));
        let claims: BTreeSet<String> = self.claims.iter().map(|claim| claim.id.clone()).collect();
        self.keep_pairs(&claims, selection);
        self.keep_sources(selection);
        self.keep_speakers();
        self
    }

    fn keep_pairs(&mut self, claims: &BTreeSet<String>, selection: &Selection) {
        let touches = |pair: &OutletPair| {
            selection.outlets.is_empty()
                || [&pair.a, &pair.b].iter().any(|one| selection.outlets.contains(one))
        };
        for pair in &mut self.outlets {
            pair.agree.retain(|claim| claims.contains(claim));
            pair.independent.retain(|claim| claims.contains(claim));
            pair.contradict.retain(|one| claims.contains(&one.claim));
            if pair.agree.len() < selection.min_claims {
                pair.agree.clear();
                pair.independent.clear();
            }
            if pair.contradict.len() < selection.min_claims {
                pair.contradict.clear();
            }
        }
        self.outlets.retain(|pair| touches(pair) && !(pair.agree.is_empty() && pair.contradict.is_empty()));
    }

    /// Keeps the outlets that were asked for and those joined to them, where they speak of enough claims.
    fn keep_sources(&mut self, selection: &Selection) {
        let kept = self.outlets_to_keep(selection);
        self.sources.retain(|source| kept.contains(&source.outlet));
        self.outlets.retain(|pair| kept.contains(&pair.a) && kept.contains(&pair.b));
        let ids: BTreeSet<&String> = self.sources.iter().map(|source| &source.id).collect();
        for claim in &mut self.claims {
            claim.stances.retain(|one| kept.contains(&one.outlet));
            for origin in &mut claim.origin_groups {
                origin.outlets.retain(|outlet| kept.contains(outlet));
                origin.sources.retain(|source| ids.contains(source));
            }
            claim.origin_groups.retain(|origin| !origin.outlets.is_empty());
        }
        self.reuse.retain(|pair| ids.contains(&pair.a) && ids.contains(&pair.b));
    }

    fn outlets_to_keep(&self, selection: &Selection) -> BTreeSet<String> {
        let near = self.outlets.iter().flat_map(|pair| [pair.a.as_str(), pair.b.as_str()]);
        let asked: BTreeSet<&str> = near.chain(selection.outlets.iter().map(String::as_str)).collect();
        // Who says nothing of the claims that were asked for is not shown, nor who speaks of too few.
        let some_claims = !selection.claims.is_empty() || !selection.verdicts.is_empty();
        let least = selection.min_claims.max(usize::from(some_claims));
        let spoken = self.spoken_claims();
        let outlets: BTreeSet<&str> = self.sources.iter().map(|source| source.outlet.as_str()).collect();
        let kept = outlets.into_iter().filter(|outlet| {
            let is_asked = selection.outlets.is_empty() || asked.contains(outlet);
            is_asked && spoken.get(outlet).copied().unwrap_or_default() >= least
        });
        kept.map(str::to_owned).collect()
    }

    /// Of how many claims each outlet speaks.
    fn spoken_claims(&self) -> BTreeMap<&str, usize> {
        let mut spoken = BTreeMap::new();
        for claim in &self.claims {
            let speaks = claim.stances.iter().filter(|one| !one.evidence.is_empty());
            for outlet in speaks.map(|one| one.outlet.as_str()).collect::<BTreeSet<_>>() {
                *spoken.entry(outlet).or_default() += 1;
            }
        }
        spoken
    }

    /// Keeps the speakers whose words are still there.
    fn keep_speakers(&mut self) {
        let mut heard: BTreeSet<(&str, &str)> = BTreeSet::new();
        for stance in self.claims.iter().flat_map(|claim| &claim.stances) {
            let speakers = stance.evidence.iter().filter_map(|evidence| evidence.speaker.as_deref());
            heard.extend(speakers.map(|speaker| (speaker, stance.source.as_str())));
        }
        for speaker in &mut self.speakers {
            speaker.sources.retain(|source| heard.contains(&(speaker.name.as_str(), source.as_str())));
        }
        self.speakers.retain(|speaker| !speaker.sources.is_empty());
    }
}

#[cfg(test)]
mod tests;
