//! SARIF 2.1.0: contradictions as results, for code hosts and editors.
//!
//! The form is that of OASIS, <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>. A claim is a rule; each
//! source that contradicts it is a result, at its words. What speaks for the claim stands beside it as a related location.
//! Where a curator ruled otherwise, the result is suppressed with the curator's reason.

mod log;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::edition::Edition;
use super::in_file::{Places, has_many, uri};
use super::json::pretty;
use crate::hash::sha256;
use crate::neutral::one_line;
use crate::report::{ReportClaim, SourceStance};
use crate::source::Metadata;
use crate::span::Span;
use crate::stance::{Evidence, Stance};
use crate::verdict::Verdict;
use log::{
    Artifact, ArtifactLocation, Configuration, Driver, Location, Log, Logical, Message, Outcome,
    OutcomeProperties, Physical, Rule, RuleProperties, Run, Suppression, TextRegion, Tool, Uri,
};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What a result calls the fingerprint that finds it again in a later run; the number is that of how it is made.
const FINGERPRINT: &str = "claimSourceQuote/v1";

/// How many outlets that support a claim are named in a result; code hosts show a handful.
const SHOWN: usize = 8;

pub(super) fn write(edition: &Edition<'_>, out: &mut dyn Write) -> io::Result<()> {
    let report = edition.report;
    let (artifacts, indexes) = artifacts(edition);
    let case = Case { edition, places: Places::of(edition), indexes };
    let results = report.claims.iter().enumerate().flat_map(|(at, claim)| case.results(at, claim));
    let home = env!("CARGO_PKG_REPOSITORY");
    let driver = Driver {
        name: "crosscheck",
        version: &report.engine,
        semantic_version: &report.engine,
        information_uri: (!home.is_empty()).then_some(home),
        rules: report.claims.iter().map(|claim| rule(edition, claim)).collect(),
    };
    let run = Run {
        tool: Tool { driver },
        column_kind: "unicodeCodePoints",
        artifacts,
        results: results.collect(),
    };
    pretty(&Log { schema: SCHEMA, version: "2.1.0", runs: [run] }, out)
}

fn rule<'a>(edition: &Edition<'_>, claim: &'a ReportClaim) -> Rule<'a> {
    let question = if claim.question.is_empty() { &claim.claim } else { &claim.question };
    let help = format!(
        "Each result is a source that contradicts this claim ({}, line {}). crosscheck says what sources say, not what is \
         true: read both sides. Where it misreads a source, `crosscheck rule` records your ruling, and the result is \
         suppressed.",
        edition.claim_file(claim),
        claim.line
    );
    Rule {
        id: &claim.id,
        short_description: Message::new(&claim.claim),
        full_description: Message::new(question),
        help: Message::new(&help),
        default_configuration: Configuration { level: level(claim.verdict) },
        properties: RuleProperties { verdict: claim.verdict, question: &claim.question, tags: ["claim"] },
    }
}

/// Sources that contradict each other are worth a warning; a claim that nobody supports may only be wrong itself.
fn level(verdict: Verdict) -> &'static str {
    if verdict == Verdict::Disputed { "warning" } else { "note" }
}

/// The files of the sources, each once, and which is where by its path.
fn artifacts<'a>(edition: &Edition<'a>) -> (Vec<Artifact<'a>>, BTreeMap<String, usize>) {
    let mut artifacts = Vec::new();
    let mut indexes = BTreeMap::new();
    for source in &edition.report.sources {
        let file = edition.source_file(source);
        if indexes.contains_key(&file) {
            continue;
        }
        let title = source.title.as_ref().map_or_else(String::new, |title| format!(": {title}"));
        let one = !has_many(source);
        artifacts.push(Artifact {
            location: Uri { uri: uri(&file) },
            roles: ["analysisTarget"],
            description: one.then(|| Message::new(&format!("{}{title}", source.outlet))),
            hashes: one.then(|| BTreeMap::from([("sha-256", source.sha256.as_str())])),
        });
        indexes.insert(file, indexes.len());
    }
    (artifacts, indexes)
}

/// Evidence with the source it is of.
type Found<'a> = (&'a Metadata, &'a Evidence);

struct Case<'a> {
    edition: &'a Edition<'a>,
    places: Places<'a>,
    indexes: BTreeMap<String, usize>,
}

impl<'a> Case<'a> {
    fn results(&self, at: usize, claim: &'a ReportClaim) -> Vec<Outcome<'a>> {
        let sources = &self.edition.report.sources;
        let spoken = || sources.iter().zip(&claim.stances);
        let supports = one_an_outlet(
            spoken().filter_map(|(source, one)| Some((source, one.best(Stance::Supports)?))).collect(),
        );
        let against =
            spoken().filter_map(|(source, one)| Some((one, (source, one.best(Stance::Contradicts)?))));
        against.map(|(one, found)| self.result(at, claim, one, found, &supports)).collect()
    }

    fn result(
        &self,
        at: usize,
        claim: &'a ReportClaim,
        stance: &'a SourceStance,
        found: Found<'a>,
        supports: &[Found<'a>],
    ) -> Outcome<'a> {
        let (source, evidence) = found;
        Outcome {
            rule_id: &claim.id,
            rule_index: at,
            level: level(claim.verdict),
            message: Message { text: text(claim, found, supports) },
            locations: [self.location(found)],
            related_locations: self.related(stance, found, supports),
            partial_fingerprints: BTreeMap::from([(FINGERPRINT, fingerprint(claim, found))]),
            suppressions: suppression(stance).into_iter().collect(),
            properties: OutcomeProperties {
                source: &source.id,
                outlet: &source.outlet,
                published: source.published.as_deref(),
                quote: &evidence.quote,
                because: &evidence.because,
                score: evidence.score,
                attributed_to: evidence.attributed_to.as_deref(),
            },
        }
    }

    /// Who supports the claim, in the order in which [`text`] links them, then what else the source says against it.
    fn related(
        &self,
        stance: &'a SourceStance,
        (source, best): Found<'a>,
        supports: &[Found<'a>],
    ) -> Vec<Location<'a>> {
        let others = stance.evidence.iter().filter(|one| {
            one.stance == Stance::Contradicts && (one.start, one.end) != (best.start, best.end)
        });
        let supports = supports.iter().take(SHOWN).map(|&found| (found, "supports it"));
        let all = supports.chain(others.map(|one| ((source, one), "also contradicts it")));
        all.enumerate()
            .map(|(at, (found, verb))| {
                let (source, evidence) = found;
                let said = format!("{}{} {verb}: “{}”", source.outlet, whose(evidence), evidence.quote);
                Location { id: Some(at + 1), message: Some(Message::new(&said)), ..self.location(found) }
            })
            .collect()
    }

    fn location(&self, (source, evidence): Found<'a>) -> Location<'a> {
        let file = self.edition.source_file(source);
        let place = self.places.in_file(&source.id, Span::new(evidence.start, evidence.end));
        Location {
            id: None,
            physical_location: Physical {
                artifact_location: ArtifactLocation {
                    uri: uri(&file),
                    index: self.indexes.get(&file).copied(),
                },
                region: place.map(|place| TextRegion::new(place, &evidence.quote)),
            },
            logical_locations: [Logical {
                name: &source.id,
                fully_qualified_name: &source.id,
                kind: "source",
            }],
            message: None,
        }
    }
}

/// The best of each outlet, best first.
fn one_an_outlet(mut found: Vec<Found<'_>>) -> Vec<Found<'_>> {
    found.sort_by(|(_, a), (_, b)| b.score.total_cmp(&a.score));
    let mut outlets = BTreeSet::new();
    found.retain(|(source, _)| outlets.insert(source.outlet.as_str()));
    found
}

/// What contradicts what, in one sentence; then in which words, and whom it contradicts.
fn text(claim: &ReportClaim, (source, evidence): Found<'_>, supports: &[Found<'_>]) -> String {
    let named = supports.iter().take(SHOWN).enumerate();
    let mut named: Vec<String> =
        named.map(|(at, (source, _))| format!("[{}]({})", in_link(&source.outlet), at + 1)).collect();
    if let Some(more) = supports.len().checked_sub(SHOWN + 1) {
        named.push(format!("{} more", more + 1));
    }
    let supported = if named.is_empty() {
        "No source supports it.".to_owned()
    } else {
        format!("Supported by {}.", named.join(", "))
    };
    let said = format!(
        "{}{} contradicts “{}”: {}. It says: “{}”",
        source.outlet,
        whose(evidence),
        claim.claim,
        evidence.because,
        evidence.quote
    );
    format!("{} {supported}", plain(&said))
}

fn whose(evidence: &Evidence) -> String {
    evidence.attributed_to.as_ref().map_or_else(String::new, |by| format!(" (in the words of {by})"))
}

impl Message {
    /// Of text that may come from anywhere.
    fn new(text: &str) -> Self {
        Self { text: plain(text) }
    }
}

/// Text of others on one line, in which nothing is a placeholder or a link of a message.
fn plain(text: &str) -> String {
    braced(text).replace("](", "] (")
}

/// The same for the words of a link.
fn in_link(text: &str) -> String {
    braced(text).replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]")
}

fn braced(text: &str) -> String {
    one_line(text).replace('{', "{{").replace('}', "}}")
}

/// The same for the same words of a source about the same claim, wherever they stand.
fn fingerprint(claim: &ReportClaim, (source, evidence): Found<'_>) -> String {
    sha256(format!("{}\0{}\0{}", claim.id, source.id, one_line(&evidence.quote)).as_bytes())
}

/// The curator's ruling, where it says that the source does not contradict the claim.
fn suppression(stance: &SourceStance) -> Option<Suppression> {
    let ruling = stance.ruling.as_ref()?;
    let overrules = !ruling.stale && !matches!(ruling.stance, Stance::Contradicts | Stance::Mixed);
    let by = ruling.by.as_ref().map_or_else(String::new, |by| format!(" ({by})"));
    let justification = one_line(&format!("Ruled {}: {}{by}", ruling.stance.name(), ruling.because));
    overrules.then_some(Suppression { kind: "external", status: "accepted", justification })
}

#[cfg(test)]
mod tests;
