//! What is different from a snapshot: each change as it was and as it is, in the sources' words, and why.

use std::io::{self, Write};

use crate::neutral::{counted, one_line};
use crate::snapshot::{Cause, CellChange, ClaimChange, Comparison, Finding, KeptEvidence, Note};
use crate::stance::Stance;
use crate::verdict::Verdict;

use super::excerpt::Subject;
use super::page::{Ink, Page};
use super::{Style, ink_of, ink_of_verdict, symbol};

/// Lines of a quote that are shown.
const LINES: usize = 6;

/// Writes `comparison` for a person to read.
///
/// # Errors
/// Whatever `out` gives back.
pub fn write_comparison(comparison: &Comparison, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let mut page = Page::new(style, out);
    summary(comparison, &mut page)?;
    for change in &comparison.changes {
        page.blank()?;
        write_claim(change, &change.cells, &mut page)?;
    }
    if !comparison.notes.is_empty() {
        page.blank()?;
        let heading = page.paint(Ink::Strong, "Also changed, with no effect that is known");
        page.text("", "", &heading)?;
        comparison.notes.iter().try_for_each(|note| write_note(note, &mut page))?;
    }
    Ok(())
}

/// Writes one change of `change`: of the claim as a whole where `cell` is not given.
///
/// # Errors
/// Whatever `out` gives back.
pub fn write_change(
    change: &ClaimChange,
    cell: Option<&CellChange>,
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    let cells = cell.map_or(&change.cells[..], std::slice::from_ref);
    write_claim(change, cells, &mut Page::new(style, out))
}

fn summary(comparison: &Comparison, page: &mut Page<'_>) -> io::Result<()> {
    let changed = comparison.changes.len();
    let all = counted(comparison.claims, "claim");
    let text = match changed {
        0 => page.paint(Ink::Good, &format!("{all}, found as in the snapshot")),
        _ => {
            let what = format!("{} changed since the snapshot", counted(changed, "claim"));
            let seen = comparison.units().filter(|(_, reviewed)| *reviewed).count();
            let seen = if seen > 0 {
                format!("; {} not accepted in a review", counted(seen, "change"))
            } else {
                String::new()
            };
            format!("{}; there are {all}{seen}", page.paint(Ink::Bad, &what))
        }
    };
    page.text("", "", &text)
}

fn write_claim(change: &ClaimChange, cells: &[CellChange], page: &mut Page<'_>) -> io::Result<()> {
    let (text, id) =
        (page.paint(Ink::Strong, &one_line(&change.text)), page.paint(Ink::Dim, &one_line(&change.claim)));
    page.text_and("", &text, &id)?;
    write_verdict(change, page)?;
    write_causes(&change.causes, "", "  ", page)?;
    let known = change.was.is_none() || change.is.is_none();
    if cells.is_empty() && change.causes.is_empty() {
        page.text("  ", "    ", "why: not known: every source says what is recorded; changes that were accepted before may be why")?;
    }
    cells.iter().try_for_each(|cell| write_cell(cell, known, page))
}

fn write_verdict(change: &ClaimChange, page: &mut Page<'_>) -> io::Result<()> {
    let verdict = |verdict: Verdict, page: &Page<'_>| page.paint(ink_of_verdict(verdict), verdict.name());
    let text = match (change.was, change.is) {
        (Some(was), Some(is)) if was == is => return Ok(()),
        (Some(was), Some(is)) => format!("verdict: was {}, is {}", verdict(was, page), verdict(is, page)),
        (None, Some(is)) => format!("verdict: {}", verdict(is, page)),
        (Some(was), None) => format!("verdict: was {}", verdict(was, page)),
        (None, None) => return Ok(()),
    };
    page.text("  ", "    ", &text)
}

/// `known` is whether the claim as a whole already says why.
fn write_cell(cell: &CellChange, known: bool, page: &mut Page<'_>) -> io::Result<()> {
    let source = page.paint(Ink::Strong, &one_line(&cell.source));
    let seen = if cell.reviewed { "  not accepted when it was last reviewed" } else { "" };
    page.text("  ", "    ", &format!("{source}{}", page.paint(Ink::Dim, seen)))?;
    let only_ruling = matches!(cell.causes.as_slice(), [Cause::Ruling { .. }]);
    if only_ruling {
        if let Some(finding) = cell.is.as_ref().or(cell.was.as_ref()) {
            write_finding("    ", finding, None, page)?;
        }
    } else {
        write_side("was", cell.was.as_ref(), cell.is.as_ref(), page)?;
        write_side("is ", cell.is.as_ref(), cell.was.as_ref(), page)?;
    }
    if let Some(ruling) = cell.is.as_ref().and_then(|finding| finding.ruling.as_ref()) {
        let text = format!("ruled {}: {}", ruling.stance.name(), one_line(&ruling.because));
        page.text("    ", "      ", &text)?;
    }
    if known { Ok(()) } else { write_causes(&cell.causes, &cell.source, "    ", page) }
}

fn write_side(
    label: &str,
    side: Option<&Finding>,
    other: Option<&Finding>,
    page: &mut Page<'_>,
) -> io::Result<()> {
    match side {
        Some(finding) => write_finding(&format!("    {label} "), finding, other, page),
        None => page.text(&format!("    {label} "), "      ", "not there"),
    }
}

/// A stance with its words, those that `other` has not.
fn write_finding(
    label: &str,
    finding: &Finding,
    other: Option<&Finding>,
    page: &mut Page<'_>,
) -> io::Result<()> {
    let sign = |stance: Stance, page: &Page<'_>| {
        page.paint(ink_of(stance), &format!("{} {}", symbol(stance), stance.name()))
    };
    let head = sign(finding.stance, page);
    let telling = finding.telling(other);
    if telling.is_empty() && !finding.evidence.is_empty() {
        return page.text(label, "      ", &format!("{head}, without these words"));
    }
    page.text(label, "      ", &head)?;
    for one in telling {
        let place = page.paint(Ink::Dim, &format!("{}:{}", one_line(&one.source), one.line));
        let own = one.stance == finding.stance;
        let side = if own { String::new() } else { format!("  {}", sign(one.stance, page)) };
        page.text("      ", "      ", &format!("{place}{side}"))?;
        write_quote(one, page)?;
    }
    Ok(())
}

fn write_quote(one: &KeptEvidence, page: &mut Page<'_>) -> io::Result<()> {
    page.quote(6, LINES, &Subject { quote: &one.quote, values: &[], phrasing: "", because: "" })?;
    page.text("      = ", "        ", &one_line(&one.because))
}

/// How many causes are listed.
const LISTED: usize = 8;

/// Why, as far as is known. Where several things changed it is not guessed which; a ruling is told for itself, for it
/// touches nothing else.
fn write_causes(causes: &[Cause], source: &str, indent: &str, page: &mut Page<'_>) -> io::Result<()> {
    let words = |cause: &Cause| one_line(&cause.words(source));
    let further = format!("{indent}    ");
    let (rulings, others): (Vec<&Cause>, Vec<&Cause>) =
        causes.iter().partition(|cause| matches!(cause, Cause::Ruling { .. }));
    let mut tell = |label: &str, text: &str| page.text(&format!("{indent}{label}"), &further, text);
    match others.as_slice() {
        [] => {}
        [only] => tell("why: ", &words(only))?,
        several => {
            tell("why: ", "more than one thing changed, and any of them may be why:")?;
            several.iter().take(LISTED).try_for_each(|cause| tell("  - ", &words(cause)))?;
            if several.len() > LISTED {
                tell("  - ", &format!("and {} more", several.len() - LISTED))?;
            }
        }
    }
    rulings.into_iter().try_for_each(|ruling| tell("why: ", &words(ruling)))?;
    // A claim whose cells are told has no reason of its own, and the sources have theirs.
    if causes.is_empty() && !source.is_empty() {
        tell("why: ", "not known: source, claim, settings and engine are recorded as they were")?;
    }
    Ok(())
}

fn write_note(note: &Note, page: &mut Page<'_>) -> io::Result<()> {
    let about = note.about.as_deref().map_or_else(String::new, |about| format!("{}: ", one_line(about)));
    page.text("  ", "    ", &format!("{about}{}", one_line(&note.what)))
}
