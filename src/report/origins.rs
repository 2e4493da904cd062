//! Whose words the evidence is, and how many independent origins stand behind each side of a claim.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::source::Metadata;
use crate::span::Span;
use crate::stance::Stance;
use crate::verdict::{self, Origin, Testimony, Tie};

use super::credits::Credits;
use super::reuse::Reuse;
use super::speakers::Speakers;
use super::{ReportClaim, SourceStance};

/// Testimony on one side of a claim that is not independent of one another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReportOrigin {
    /// The side: `supports` or `contradicts`.
    pub side: Stance,
    /// Its number on its side of the claim, from 1.
    pub number: usize,
    /// Its outlets, in byte order.
    pub outlets: Vec<String>,
    /// Its sources, by id, in the order of the report.
    pub sources: Vec<String>,
    /// What makes it one origin; empty where it is one source.
    pub ties: Vec<Tie>,
    /// The speakers and documents whose words tie it.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub speakers: Vec<String>,
    /// The agencies and outlets whose credit ties it.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub credits: Vec<String>,
}

impl ReportOrigin {
    /// What makes it one, for a person to read: "the same speaker: Dan Jarvis"; empty where nothing need be said.
    #[must_use]
    pub fn because(&self) -> String {
        let tie = |tie: &Tie| match tie {
            Tie::SameSpeaker => named(tie.name(), &self.speakers),
            Tie::SameCredit => named(tie.name(), &self.credits),
            _ => tie.name().to_owned(),
        };
        // That one outlet is one origin goes without saying.
        let ties = self.ties.iter().filter(|tie| **tie != Tie::SameOutlet || self.outlets.len() > 1);
        ties.map(tie).collect::<Vec<_>>().join("; ")
    }
}

/// "the same speaker: Dan Jarvis", "the same speakers: Dan Jarvis, the review".
fn named(what: &str, names: &[String]) -> String {
    let plural = if names.len() > 1 { "s" } else { "" };
    format!("{what}{plural}: {}", names.join(", "))
}

impl ReportClaim {
    /// How many outlets are on one side, `supports` or `contradicts`, and of how many origins.
    #[must_use]
    pub fn counts(&self, side: Stance) -> (usize, usize) {
        let origins = self.origin_groups.iter().filter(|origin| origin.side == side);
        origins.fold((0, 0), |(outlets, count), one| (outlets + one.outlets.len(), count + 1))
    }

    /// Which of the origins on one side an outlet is of, as an index into [`ReportClaim::origin_groups`].
    #[must_use]
    pub fn origin_of(&self, side: Stance, outlet: &str) -> Option<usize> {
        let is = |one: &ReportOrigin| one.side == side && one.outlets.iter().any(|name| name == outlet);
        self.origin_groups.iter().position(is)
    }
}

/// What tells where evidence comes from.
pub(super) struct Tracing<'a> {
    pub(super) sources: &'a [Metadata],
    pub(super) speakers: &'a Speakers,
    pub(super) reuse: &'a Reuse,
    pub(super) credits: &'a Credits,
}

/// The sources on one side of a claim, as indices, with the places of their evidence there.
struct Side<'a> {
    sources: Vec<usize>,
    places: Vec<Vec<Span>>,
    testimony: Vec<Testimony<'a>>,
}

impl Tracing<'_> {
    /// The origins behind one `side` of a claim with these `stances`.
    pub(super) fn origins(&self, side: Stance, stances: &[SourceStance]) -> Vec<ReportOrigin> {
        let found = self.side(side, stances);
        let origins = verdict::origins(&found.testimony, &self.copied(&found));
        let told = |(at, origin)| ReportOrigin { number: at + 1, ..self.told(side, origin, &found.sources) };
        origins.into_iter().enumerate().map(told).collect()
    }

    fn side<'s>(&'s self, side: Stance, stances: &'s [SourceStance]) -> Side<'s> {
        let mut found = Side { sources: Vec::new(), places: Vec::new(), testimony: Vec::new() };
        for (at, one) in stances.iter().enumerate().filter(|(_, one)| one.takes(side)) {
            let evidence = || one.evidence.iter().filter(|evidence| evidence.stance == side);
            found.sources.push(at);
            found.places.push(evidence().map(|e| Span::new(e.start, e.end)).collect());
            found.testimony.push(Testimony {
                outlet: &one.outlet,
                quotes: evidence().map(|e| e.quote.as_str()).collect(),
                speakers: evidence()
                    .filter_map(|e| self.speakers.number(&one.source, e))
                    .chain(self.credits.speaker(at))
                    .collect(),
                credits: self.credits.of(at),
            });
        }
        found
    }

    /// The pairs of testimony that stand in text which one source carries of the other.
    fn copied(&self, side: &Side<'_>) -> Vec<(usize, usize)> {
        let testimony_of: BTreeMap<usize, usize> =
            side.sources.iter().enumerate().map(|(at, &source)| (source, at)).collect();
        let mut pairs = Vec::new();
        for (at, &source) in side.sources.iter().enumerate() {
            for shared in self.reuse.of(source) {
                let Some(&other) = testimony_of.get(&shared.other) else { continue };
                if shared.is_whole() || side.places[at].iter().any(|place| shared.holds(*place)) {
                    pairs.push((at, other));
                }
            }
        }
        pairs
    }

    /// The speakers and documents whose words a source has on one `side` of a claim.
    pub(super) fn cited(&self, stance: &SourceStance, side: Stance) -> BTreeSet<String> {
        let evidence = stance.evidence.iter().filter(|evidence| evidence.stance == side);
        let numbers = evidence.filter_map(|evidence| self.speakers.number(&stance.source, evidence));
        numbers.map(|number| self.speakers.name(number).to_owned()).collect()
    }

    fn told(&self, side: Stance, origin: Origin, of: &[usize]) -> ReportOrigin {
        let sources: Vec<&Metadata> =
            origin.testimony.iter().filter_map(|&at| self.sources.get(*of.get(at)?)).collect();
        let outlets: BTreeSet<&str> = sources.iter().map(|source| source.outlet.as_str()).collect();
        let places = origin.testimony.iter().filter_map(|&at| of.get(at).copied());
        let credited = origin.ties.contains(&Tie::SameCredit);
        ReportOrigin {
            credits: if credited { self.credits.shared(places) } else { Vec::new() },
            side,
            number: 0,
            outlets: outlets.into_iter().map(str::to_owned).collect(),
            sources: sources.iter().map(|source| source.id.clone()).collect(),
            ties: origin.ties.into_iter().collect(),
            speakers: origin.speakers.iter().map(|&number| self.speakers.name(number).to_owned()).collect(),
        }
    }
}
