//! How claims did on their tests, as a test runner tells it: what failed in full, the rest counted.

use std::io::{self, Write};

use crate::neutral::{counted, one_line};
use crate::trial::{Outcome, Trial, TriedClaim, TriedSentence};

use super::page::{Ink, Page};
use super::{Style, ink_of, symbol};

/// Writes `trial` for a person to read.
pub(in crate::export) fn write(trial: &Trial, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let mut page = Page::new(style, out);
    for claim in trial.claims.iter().filter(|claim| !claim.tests.is_empty()) {
        write_claim(claim, &mut page)?;
    }
    if trial.claims.iter().any(|claim| !claim.tests.is_empty()) {
        page.blank()?;
    }
    summary(trial, &mut page)
}

fn write_claim(claim: &TriedClaim, page: &mut Page<'_>) -> io::Result<()> {
    let passed = claim.tests.iter().filter(|test| test.outcome == Outcome::Passed).count();
    let count = format!("{passed} of {} passed", claim.tests.len());
    let ink = if passed == claim.tests.len() { Ink::Good } else { Ink::Bad };
    let (id, count) = (page.paint(Ink::Strong, &one_line(&claim.id)), page.paint(ink, &count));
    page.text("", "  ", &format!("{id}  {count}"))?;
    let failed = claim.tests.iter().filter(|test| test.outcome != Outcome::Passed);
    failed.into_iter().try_for_each(|test| write_failed(claim, test, page))
}

fn write_failed(claim: &TriedClaim, test: &TriedSentence, page: &mut Page<'_>) -> io::Result<()> {
    let outcome = page.paint(Ink::Bad, test.outcome.name());
    let place = page.paint(Ink::Dim, &format!("{}:{}", one_line(&claim.file), test.line));
    page.text("  ", "    ", &format!("{outcome}  {place}"))?;
    let bar = format!("    {} ", page.paint(Ink::Dim, "│"));
    page.text(&bar, &bar, &one_line(&test.sentence))?;
    let stance = |page: &Page<'_>, stance| {
        page.paint(ink_of(stance), &format!("{} {}", symbol(stance), stance.name()))
    };
    let because = test.because.as_deref().map_or_else(String::new, |why| format!(": {}", one_line(why)));
    let (expected, found) = (stance(page, test.expected), stance(page, test.found));
    page.text("    ", "      ", &format!("must be {expected}, is {found}{because}"))
}

fn summary(trial: &Trial, page: &mut Page<'_>) -> io::Result<()> {
    let counts = Outcome::ALL.map(|outcome| {
        let count = trial.count(outcome);
        let text = format!("{count} {}", outcome.name());
        match (outcome, count) {
            (Outcome::Passed, _) | (_, 0) => text,
            _ => page.paint(Ink::Bad, &text),
        }
    });
    page.text("", "", &format!("{}; {}", counts.join(", "), untested(trial)))
}

fn untested(trial: &Trial) -> String {
    let without = trial.untested();
    if without == trial.claims.len() {
        "no claim has tests".to_owned()
    } else {
        format!("{without} of {} without tests", counted(trial.claims.len(), "claim"))
    }
}
