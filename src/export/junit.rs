//! JUnit: what build servers show of tests.

use std::io::{self, Write};

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::xml::xml_text;
use crate::neutral;
use crate::trial::{Outcome, Trial, TriedClaim, TriedSentence};

/// `text` on one line, with what XML can hold.
fn one_line(text: &str) -> String {
    xml_text(&neutral::one_line(text)).into_owned()
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
    case.extra.insert("file".into(), one_line(&claim.file).into());
    case.extra.insert("line".into(), line.to_string().into());
    case
}
