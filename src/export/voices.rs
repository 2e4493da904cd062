//! Who says what, gathered as a reader wants it: sources that use the same words are one voice, and what two
//! outlets quarrel over is told once for a question.

use std::collections::{BTreeMap, BTreeSet};

use crate::report::{Contradiction, OutletPair, Report, ReportClaim, SourceStance, is_before};
use crate::source::Metadata;
use crate::stance::{Evidence, Stance};
use crate::verdict;

/// A source that carries words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Carrier<'a> {
    /// The source.
    pub(super) source: &'a Metadata,
    /// All it says of the claim.
    pub(super) stance: &'a SourceStance,
    /// The line of the words.
    pub(super) line: usize,
}

/// One quote with all sources that carry it.
#[derive(Debug)]
pub(super) struct Voice<'a> {
    /// Which side it is on: `supports`, `contradicts` or `unclear`.
    pub(super) side: Stance,
    /// The words.
    pub(super) evidence: &'a Evidence,
    /// Who carries them, in the order of the report.
    pub(super) carriers: Vec<Carrier<'a>>,
}

/// The sides of a claim in the order in which they are shown.
pub(super) const SIDES: [Stance; 3] = [Stance::Supports, Stance::Contradicts, Stance::Unclear];

/// What is said of `claim`, side by side, the best words first; a mixed source speaks on two sides.
pub(super) fn voices<'a>(report: &'a Report, claim: &'a ReportClaim) -> Vec<Voice<'a>> {
    SIDES.into_iter().flat_map(|side| voices_on(side, report, claim)).collect()
}

fn voices_on<'a>(side: Stance, report: &'a Report, claim: &'a ReportClaim) -> Vec<Voice<'a>> {
    let mut voices: Vec<Voice<'a>> = Vec::new();
    let mut voice_of = BTreeMap::new();
    for (source, stance) in report.sources.iter().zip(&claim.stances) {
        let Some(evidence) = stance.best(side) else { continue };
        let voice = *voice_of.entry(verdict::words(&evidence.quote)).or_insert_with(|| {
            voices.push(Voice { side, evidence, carriers: Vec::new() });
            voices.len() - 1
        });
        if let Some(voice) = voices.get_mut(voice) {
            voice.carriers.push(Carrier { source, stance, line: evidence.line });
        }
    }
    voices.sort_by(|a, b| b.evidence.strength.total_cmp(&a.evidence.strength));
    voices
}

/// The outlets on one side of `claim`, by name, the first few of many: "BBC News, Sky News and 3 more"; empty without any.
pub(super) fn outlets_on(claim: &ReportClaim, side: Stance) -> String {
    const NAMED: usize = 8;
    let takes_it = claim.stances.iter().filter(|one| one.takes(side));
    let outlets: BTreeSet<&str> = takes_it.map(|one| one.outlet.as_str()).collect();
    let named: Vec<&str> = outlets.iter().take(NAMED).copied().collect();
    match outlets.len() - named.len() {
        0 => named.join(", "),
        more => format!("{} and {more} more", named.join(", ")),
    }
}

/// Sources with a ruling on `claim` that are on no side of it.
pub(super) fn silent_but_ruled<'a>(
    report: &'a Report,
    claim: &'a ReportClaim,
) -> impl Iterator<Item = (&'a Metadata, &'a SourceStance)> {
    let has_no_voice = |one: &SourceStance| SIDES.iter().all(|&side| one.best(side).is_none());
    let pairs = report.sources.iter().zip(&claim.stances);
    pairs.filter(move |(_, one)| one.ruling.is_some() && has_no_voice(one))
}

/// `claims` in runs of the same question.
pub(super) fn by_question<'a>(claims: &[&'a ReportClaim]) -> Vec<(&'a str, Vec<&'a ReportClaim>)> {
    claims
        .chunk_by(|a, b| a.question == b.question)
        .filter_map(|run| Some((run.first()?.question.as_str(), run.to_vec())))
        .collect()
}

/// What two outlets quarrel over within one question.
#[derive(Debug)]
pub(super) struct Quarrel<'a> {
    /// The question.
    pub(super) question: &'a str,
    /// The claims that it shows on.
    pub(super) claims: Vec<&'a str>,
    /// Quote against quote. A quarrel over rival claims shows on each, with the same words: they are here once.
    pub(super) quotes: Vec<&'a Contradiction>,
}

/// The question of every claim, by the claim's id.
pub(super) fn questions(report: &Report) -> BTreeMap<&str, &str> {
    report.claims.iter().map(|claim| (claim.id.as_str(), claim.question.as_str())).collect()
}

/// What the outlets of `pair` quarrel over, where `questions` tells the question of every claim.
pub(super) fn quarrels<'a>(pair: &'a OutletPair, questions: &BTreeMap<&str, &'a str>) -> Vec<Quarrel<'a>> {
    let mut quarrels: Vec<Quarrel<'a>> = Vec::new();
    for one in &pair.contradict {
        let question = questions.get(one.claim.as_str()).copied().unwrap_or_default();
        let at = quarrels.iter().position(|quarrel| quarrel.question == question).unwrap_or_else(|| {
            quarrels.push(Quarrel { question, claims: Vec::new(), quotes: Vec::new() });
            quarrels.len() - 1
        });
        let Some(quarrel) = quarrels.get_mut(at) else { continue };
        quarrel.claims.push(&one.claim);
        if !quarrel.quotes.iter().any(|told| same_words(told, one)) {
            quarrel.quotes.push(one);
        }
    }
    quarrels
}

/// Whether an outlet contradicts itself in sources of different days only: its account has changed.
pub(super) fn is_against_its_own_earlier(pair: &OutletPair) -> bool {
    let changed = |one: &Contradiction| {
        let days = one.supports.published.as_deref().zip(one.contradicts.published.as_deref());
        days.is_some_and(|(one, other)| is_before(one, other) || is_before(other, one))
    };
    pair.a == pair.b && pair.contradict.iter().all(changed)
}

/// The best evidence that a source has on one side of a claim.
pub(super) fn evidence_of<'a>(
    report: &'a Report,
    claim: &str,
    source: &str,
    side: Stance,
) -> Option<&'a Evidence> {
    let claim = report.claims.iter().find(|one| one.id == claim)?;
    claim.stances.iter().find(|one| one.source == source)?.best(side)
}

fn same_words(a: &Contradiction, b: &Contradiction) -> bool {
    let sides = |one: &Contradiction| {
        let mut sides = [&one.supports, &one.contradicts].map(|side| (side.source.clone(), side.line));
        sides.sort();
        sides
    };
    sides(a) == sides(b)
}
