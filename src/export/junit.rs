//! JUnit: what build servers show of tests.

use std::collections::BTreeMap;
use std::io::{self, Write};

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::edition::Edition;
use super::voices::outlets_on;
use super::xml::xml_text;
use crate::neutral;
use crate::report::ReportClaim;
use crate::stance::Stance;
use crate::trial::{Outcome, Trial, TriedClaim, TriedSentence};
use crate::verdict::Verdict;

/// `text` on one line, with what XML can hold.
fn one_line(text: &str) -> String {
    xml_text(&neutral::one_line(text)).into_owned()
}

/// A suite for each question, a case for each of its claims: what is disputed or contradicted fails, and what no source
/// settles is skipped.
pub(super) fn write_report(edition: &Edition<'_>, out: &mut dyn Write) -> io::Result<()> {
    let claims: BTreeMap<&str, &ReportClaim> =
        edition.report.claims.iter().map(|claim| (claim.id.as_str(), claim)).collect();
    let mut report = Report::new("crosscheck check");
    for question in &edition.report.questions {
        let name = if question.question.is_empty() { "claims" } else { &question.question };
        let mut suite = TestSuite::new(one_line(name));
        let own = question.claims.iter().filter_map(|id| claims.get(id.as_str()));
        suite.add_test_cases(own.map(|claim| claim_case(edition, claim)));
        report.add_test_suite(suite);
    }
    report.serialize(&mut *out).map_err(io::Error::other)
}

fn claim_case(edition: &Edition<'_>, claim: &ReportClaim) -> TestCase {
    let status = match claim.verdict {
        Verdict::Corroborated | Verdict::SingleSource => TestCaseStatus::success(),
        Verdict::Disputed | Verdict::Contradicted => {
            let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
            status.set_type(claim.verdict.name());
            status.set_message(one_line(&said_by(claim)));
            status.set_description(quotes(edition, claim));
            status
        }
        Verdict::Unclear => skipped("unclear: no source settles it"),
        Verdict::Unreported => skipped("unreported: no source speaks of it"),
    };
    let mut case = TestCase::new(one_line(&claim.claim), status);
    case.set_classname(one_line(&claim.id));
    in_file(case, &edition.claim_file(claim), claim.line)
}

fn skipped(why: &str) -> TestCaseStatus {
    let mut status = TestCaseStatus::skipped();
    status.set_message(why);
    status
}

/// "disputed: supported by The Guardian; contradicted by Sky News".
fn said_by(claim: &ReportClaim) -> String {
    let sides = [("supported by", Stance::Supports), ("contradicted by", Stance::Contradicts)];
    let told = sides.map(|(verb, side)| (verb, outlets_on(claim, side)));
    let told = told.into_iter().filter(|(_, outlets)| !outlets.is_empty());
    let told: Vec<String> = told.map(|(verb, outlets)| format!("{verb} {outlets}")).collect();
    format!("{}: {}", claim.verdict.name(), told.join("; "))
}

/// Quote against quote, a line each, with where it is from, why it counts, and what a curator ruled.
fn quotes(edition: &Edition<'_>, claim: &ReportClaim) -> String {
    let mut lines = Vec::new();
    for side in [Stance::Supports, Stance::Contradicts] {
        for (source, stance) in edition.report.sources.iter().zip(&claim.stances) {
            let Some(evidence) = stance.best(side) else { continue };
            let whose = evidence
                .attributed_to
                .as_ref()
                .map_or_else(String::new, |by| format!(", in the words of {by}"));
            let ruled = match &stance.ruling {
                Some(ruling) if !ruling.stale => {
                    format!(" [ruled {}: {}]", ruling.stance.name(), ruling.because)
                }
                _ => String::new(),
            };
            lines.push(one_line(&format!(
                "{} {} it{whose}: “{}” ({}, line {}): {}{ruled}",
                source.outlet,
                side.name(),
                evidence.quote,
                edition.source_file(source),
                evidence.line,
                evidence.because
            )));
        }
    }
    lines.join("\n")
}

/// A suite for each claim, a case for each of its sentences; a claim without tests is a case that was skipped.
pub(super) fn write_trial(trial: &Trial, out: &mut dyn Write) -> io::Result<()> {
    let mut report = Report::new("crosscheck test");
    report.add_test_suites(trial.claims.iter().map(suite));
    report.serialize(&mut *out).map_err(io::Error::other)
}

fn suite(claim: &TriedClaim) -> TestSuite {
    let mut suite = TestSuite::new(one_line(&claim.id));
    if claim.tests.is_empty() {
        let mut skipped = TestCase::new("tests", TestCaseStatus::skipped());
        skipped.status.set_message("this claim has no tests");
        suite.add_test_case(placed(skipped, claim, claim.line));
    }
    suite.add_test_cases(claim.tests.iter().map(|test| placed(case(test), claim, test.line)));
    suite
}

fn case(test: &TriedSentence) -> TestCase {
    let name = format!("{}: {}", test.expected.name(), one_line(&test.sentence));
    if test.outcome == Outcome::Passed {
        return TestCase::new(name, TestCaseStatus::success());
    }
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
    let because = test.because.as_deref().map_or_else(String::new, |why| format!(": {}", one_line(why)));
    status.set_type(test.outcome.name());
    status.set_message(format!("must be {}, is {}{because}", test.expected.name(), test.found.name()));
    TestCase::new(name, status)
}

/// With its place in the claim file, which build servers link to.
fn placed(mut case: TestCase, claim: &TriedClaim, line: usize) -> TestCase {
    case.set_classname(one_line(&claim.id));
    in_file(case, &claim.file, line)
}

fn in_file(mut case: TestCase, file: &str, line: usize) -> TestCase {
    case.extra.insert("file".into(), one_line(file).into());
    case.extra.insert("line".into(), line.to_string().into());
    case
}
