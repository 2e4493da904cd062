//! The report for a person: at a terminal in colour, in a pipe plain, at any width from 40 columns.
//!
//! It opens with what a fact-checker wants first, the disputed claims with everyone's words; then the others,
//! the more terse the less there is to decide; then the overviews.

mod claims;
mod comparison;
mod excerpt;
mod explanation;
mod history;
mod matrix;
mod outlets;
mod page;
mod rulings;
mod trial;

use std::io::{self, Write};

use crate::export::account;
use crate::report::{Report, ReportClaim};
use crate::stance::Stance;
use crate::verdict::Verdict;

use crate::neutral::{counted, one_line};
use page::{Ink, NO_BREAK, Page};

pub use comparison::{write_change, write_comparison};
pub use explanation::write_explanation;
pub use history::write_history;
pub(super) use trial::write as write_trial;

/// How to lay out what is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Columns there are; below 40 it is laid out as for 40.
    pub width: usize,
    /// Whether to use colour. Nothing is told by colour alone.
    pub colour: bool,
}

impl Default for Style {
    /// 80 columns, plain.
    fn default() -> Self {
        Self { width: 80, colour: false }
    }
}

/// The sign for a stance.
pub(super) const fn symbol(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "+",
        Stance::Contradicts => "−",
        Stance::Mixed => "±",
        Stance::Unclear => "?",
        Stance::Silent => "·",
    }
}

const fn ink_of(stance: Stance) -> Ink {
    match stance {
        Stance::Supports => Ink::Good,
        Stance::Contradicts => Ink::Bad,
        Stance::Mixed => Ink::Mixed,
        Stance::Unclear => Ink::Unclear,
        Stance::Silent => Ink::Dim,
    }
}

const fn ink_of_verdict(verdict: Verdict) -> Ink {
    match verdict {
        Verdict::Disputed => Ink::Bad,
        Verdict::Corroborated => Ink::Good,
        Verdict::SingleSource => Ink::Single,
        Verdict::Contradicted => Ink::Mixed,
        Verdict::Unclear => Ink::Unclear,
        Verdict::Unreported => Ink::Dim,
    }
}

/// Writes `report` for a person to read.
pub(super) fn write(report: &Report, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let mut page = Page::new(style, out);
    summary(report, &mut page)?;
    for verdict in Verdict::ALL {
        let claims: Vec<&ReportClaim> =
            report.claims.iter().filter(|claim| claim.verdict == verdict).collect();
        if !claims.is_empty() {
            claims::section(verdict, report, &claims, &mut page)?;
        }
    }
    matrix::write(report, &mut page)?;
    outlets::write(report, &mut page)?;
    overview("Outlets as a whole", &account::structure(report), &mut page)?;
    overview("Whose words it is", &account::speakers(report), &mut page)?;
    overview("Text that sources share", &account::reuse(report), &mut page)?;
    rulings::write(report, &mut page)?;
    unlisted(report, &mut page)
}

fn summary(report: &Report, page: &mut Page<'_>) -> io::Result<()> {
    let all = &report.summary;
    let counts: Vec<String> = all
        .verdicts
        .iter()
        .filter(|&(_, &count)| count > 0)
        .map(|(&verdict, count)| {
            page.paint(ink_of_verdict(verdict), &format!("{count}{NO_BREAK}{}", verdict.name()))
        })
        .collect();
    let held = format!(
        "{} against {} of {}",
        counted(all.claims, "claim"),
        counted(all.sources, "source"),
        counted(all.outlets, "outlet"),
    );
    let held = page.paint(Ink::Strong, &held);
    let colon = if counts.is_empty() { "" } else { ": " };
    page.text("", "", &format!("{held}{colon}{}", counts.join(", ")))?;
    if all.rulings.given > 0 {
        let rulings = format!(
            "{} beside the machine’s stance: {} the same, {} different; {} stale",
            counted(all.rulings.given, "ruling"),
            all.rulings.agree,
            all.rulings.given.saturating_sub(all.rulings.agree),
            all.rulings.stale,
        );
        page.text("", "", &rulings)?;
    }
    Ok(())
}

/// Lines shown of an overview; the others are counted.
const MOST_LINES: usize = 20;

/// Sentences under a heading; no heading where there are none.
fn overview(heading: &str, sentences: &[String], page: &mut Page<'_>) -> io::Result<()> {
    if sentences.is_empty() {
        return Ok(());
    }
    page.heading(Ink::Strong, heading, "", "")?;
    for sentence in sentences.iter().take(MOST_LINES) {
        page.text("  ", "    ", &one_line(sentence))?;
    }
    match sentences.len().checked_sub(MOST_LINES).filter(|&more| more > 0) {
        Some(more) => page.text("  ", "  ", &page.paint(Ink::Dim, &format!("and {more} more"))),
        None => Ok(()),
    }
}

/// Answers of sources that no claim carries, question by question.
fn unlisted(report: &Report, page: &mut Page<'_>) -> io::Result<()> {
    if report.unlisted.is_empty() {
        return Ok(());
    }
    page.heading(Ink::Strong, "Answers that nobody listed yet", &report.unlisted.len().to_string(), "")?;
    for answers in report.unlisted.chunk_by(|a, b| a.question == b.question) {
        page.blank()?;
        for (number, one) in answers.iter().enumerate() {
            if number == 0 {
                let question = page.paint(Ink::Question, &one_line(&one.question));
                page.text("", "", &question)?;
            }
            let source = report.sources.iter().find(|source| source.id == one.source);
            let outlet = source.map_or(one.source.as_str(), |source| source.outlet.as_str());
            let answer = page.paint(Ink::Strong, &one_line(&one.answer));
            let place = page.paint(Ink::Dim, &format!("{}:{}", one_line(&one.source), one.line));
            page.text("  ", "    ", &format!("{answer}  {}  {place}", one_line(outlet)))?;
            let values = [one.answer.as_str()];
            let (quote, phrasing, because) = (one.quote.as_str(), "", "");
            page.quote(4, 1, &excerpt::Subject { quote, values: &values, phrasing, because })?;
        }
    }
    Ok(())
}
