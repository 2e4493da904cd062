//! GitHub's workflow commands: annotations on the lines of sources and of claims.
//!
//! <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>. GitHub shows the first ten
//! warnings and the first ten notices of a step: each disputed claim comes first, then the other sources that contradict
//! it, then what nobody supports. There are no errors among them: what fails a run is said with `--fail-on`.

use std::io::{self, Write};

use super::edition::Edition;
use super::in_file::{Places, Region};
use super::voices::outlets_on;
use crate::neutral::one_line;
use crate::report::{ReportClaim, ReportRuling, SourceStance, UnlistedAnswer};
use crate::source::Metadata;
use crate::span::Span;
use crate::stance::{Evidence, Stance};
use crate::verdict::Verdict;

pub(super) fn write(edition: &Edition<'_>, out: &mut dyn Write) -> io::Result<()> {
    let places = Places::of(edition);
    let mut claims: Vec<&ReportClaim> = edition.report.claims.iter().collect();
    claims.retain(|claim| matches!(claim.verdict, Verdict::Disputed | Verdict::Contradicted));
    claims.sort_by_key(|claim| claim.verdict != Verdict::Disputed);
    let mut warnings: Vec<(bool, usize, Command)> = Vec::new();
    for claim in &claims {
        let spoken = edition.report.sources.iter().zip(&claim.stances);
        let against = spoken.filter_map(|(source, one)| Some((source, one, one.best(Stance::Contradicts)?)));
        warnings.extend(against.enumerate().map(|(at, (source, one, evidence))| {
            let last = claim.verdict != Verdict::Disputed || overruled(one).is_some();
            (last, at, contradiction(edition, &places, claim, (source, one, evidence)))
        }));
    }
    // One of each claim before a second of any: there are only ten.
    warnings.sort_by_key(|&(undisputed, at, _)| (undisputed, at));
    for (.., command) in warnings {
        command.write(out)?;
    }
    for claim in claims {
        verdict(edition, claim).write(out)?;
    }
    for answer in &edition.report.unlisted {
        unlisted(edition, answer).write(out)?;
    }
    Ok(())
}

/// A workflow command: a line that a runner reads.
#[derive(Debug, PartialEq, Eq)]
struct Command {
    name: &'static str,
    properties: Vec<(&'static str, String)>,
    message: String,
}

impl Command {
    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "::{}", self.name)?;
        for (at, (name, value)) in self.properties.iter().enumerate() {
            let before = if at == 0 { ' ' } else { ',' };
            write!(out, "{before}{name}={}", escaped(value).replace(':', "%3A").replace(',', "%2C"))?;
        }
        writeln!(out, "::{}", escaped(&self.message))
    }
}

/// Without what would end the line or be read as an escape.
fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn contradiction(
    edition: &Edition<'_>,
    places: &Places<'_>,
    claim: &ReportClaim,
    (source, stance, evidence): (&Metadata, &SourceStance, &Evidence),
) -> Command {
    let place = match places.in_file(&source.id, Span::new(evidence.start, evidence.end)) {
        Some(region) => in_source(edition.source_file(source), region),
        None => in_claims(edition, claim),
    };
    let whose = evidence.attributed_to.as_ref().map_or_else(String::new, |by| format!(" ({by})"));
    let against = match outlets_on(claim, Stance::Supports) {
        outlets if outlets.is_empty() => "No source supports the claim.".to_owned(),
        outlets => format!("Supported by {outlets}."),
    };
    let mut message = vec![
        format!("The claim: {}", claim.claim),
        format!("{} says{whose}: “{}”", source.outlet, evidence.quote),
        format!("That is, {}. {against}", evidence.because),
    ];
    let overruled = overruled(stance);
    message.extend(overruled.map(|one| format!("Ruled {}: {}", one.stance.name(), one.because)));
    Command {
        name: if overruled.is_some() { "notice" } else { "warning" },
        properties: titled(place, &format!("{} contradicts {}", source.outlet, claim.id)),
        message: lines(&message),
    }
}

/// The curator's ruling, where it stands and says that the source does not contradict the claim.
fn overruled(stance: &SourceStance) -> Option<&ReportRuling> {
    let says_no = |ruling: &&ReportRuling| !matches!(ruling.stance, Stance::Contradicts | Stance::Mixed);
    stance.ruling.as_ref().filter(|ruling| !ruling.stale).filter(says_no)
}

fn verdict(edition: &Edition<'_>, claim: &ReportClaim) -> Command {
    let mut message = vec![claim.claim.clone()];
    for (verb, side) in [("Supported by", Stance::Supports), ("Contradicted by", Stance::Contradicts)] {
        let outlets = outlets_on(claim, side);
        if !outlets.is_empty() {
            message.push(format!("{verb} {outlets}"));
        }
    }
    Command {
        name: "notice",
        properties: titled(in_claims(edition, claim), &format!("{} is {}", claim.id, claim.verdict.name())),
        message: lines(&message),
    }
}

fn unlisted(edition: &Edition<'_>, answer: &UnlistedAnswer) -> Command {
    let source = edition.report.sources.iter().find(|source| source.id == answer.source);
    let claim = edition.report.claims.iter().find(|claim| claim.question == answer.question);
    let outlet = source.map_or(answer.source.as_str(), |source| &source.outlet);
    Command {
        name: "notice",
        properties: titled(
            claim.map_or_else(Vec::new, |claim| in_claims(edition, claim)),
            &format!("An answer that no claim carries: {}", answer.answer),
        ),
        message: lines(&[
            answer.question.clone(),
            format!("{outlet}, line {}: “{}”", answer.line, answer.quote),
        ]),
    }
}

type Properties = Vec<(&'static str, String)>;

fn in_source(file: String, Region { start, end }: Region) -> Properties {
    let mut place = vec![("file", file), ("line", start.line.to_string()), ("endLine", end.line.to_string())];
    // GitHub takes columns within one line only.
    if start.line == end.line {
        place.extend([("col", start.column.to_string()), ("endColumn", end.column.to_string())]);
    }
    place
}

/// The claim in its file; for a source that is no text file, too.
fn in_claims(edition: &Edition<'_>, claim: &ReportClaim) -> Properties {
    vec![("file", edition.claim_file(claim)), ("line", claim.line.to_string())]
}

fn titled(mut properties: Properties, title: &str) -> Properties {
    properties.push(("title", one_line(title)));
    properties
}

/// A line each, whatever is in them.
fn lines(lines: &[String]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| one_line(line)).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests;
