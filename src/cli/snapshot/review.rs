//! `crosscheck snapshot --review`: the changes one by one, at the terminal. Every answer is written as it is given, so
//! that nothing is lost when the review ends in the middle.

use std::io::{self, BufRead, Write};
use std::path::Path;

use crosscheck::export::{Style, write_change};
use crosscheck::snapshot::{self, CellChange, Change, ClaimChange, Comparison};
use crosscheck::{Error, Result};

use super::super::output::{Content, OutputArgs};
use super::super::status::Status;
use super::{Today, read, update};

/// What a person may answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    Open,
    Decided(Decision),
}

/// What becomes of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Decision {
    Accept,
    Keep,
    Quit,
}

impl Answer {
    /// The answer on `line`; nothing where it is none.
    fn of(line: &str) -> Option<Self> {
        match line.trim().to_lowercase().as_str() {
            "a" | "accept" => Some(Self::Decided(Decision::Accept)),
            "k" | "keep" => Some(Self::Decided(Decision::Keep)),
            "o" | "open" => Some(Self::Open),
            "q" | "quit" => Some(Self::Decided(Decision::Quit)),
            _ => None,
        }
    }
}

/// How a review came out.
#[derive(Debug, Default)]
struct Score {
    accepted: usize,
    kept: usize,
    left: usize,
}

/// Goes through what is different in `today` from the snapshot in `file`; with `again`, also through what was not
/// accepted before.
pub(super) fn review(file: &Path, today: &Today, again: bool, style: Style) -> Result<Status> {
    let Some(before) = read(file)? else { return Ok(Status::Done) };
    let comparison = today.compare(&before);
    let units: Vec<(Change, bool)> = comparison.units().collect();
    let asked: Vec<&Change> =
        units.iter().filter(|(_, reviewed)| again || !reviewed).map(|(change, _)| change).collect();
    let mut score = Score { left: asked.len(), ..Score::default() };
    let mut lines = io::stdin().lock().lines();
    for (number, change) in asked.iter().enumerate() {
        say(|out| {
            writeln!(out, "\nchange {} of {}\n", number + 1, asked.len())?;
            show(&comparison, change, style, out)
        })?;
        match ask(&comparison, change, &mut lines)? {
            Decision::Accept => {
                accept(file, today, change)?;
                score.accepted += 1;
            }
            Decision::Keep => {
                update(file, |present| present.map(|before| snapshot::decline(before, &comparison, change)))?;
                score.kept += 1;
            }
            Decision::Quit => break,
        }
        score.left -= 1;
    }
    say(|out| conclude(&score, units.len() - asked.len(), out))?;
    Ok(Status::Done)
}

fn accept(file: &Path, today: &Today, change: &Change) -> Result<()> {
    update(file, |present| {
        let before = present?;
        Some(snapshot::accept(before, &today.found, &today.compare(before), &|one| one == change))
    })
}

/// Asks until there is an answer that goes on; the end of the input is one that ends the review.
fn ask(
    comparison: &Comparison,
    change: &Change,
    lines: &mut impl Iterator<Item = io::Result<String>>,
) -> Result<Decision> {
    loop {
        say(|out| write!(out, "\n[a]ccept  [k]eep what was  [o]pen the evidence  [q]uit > "))?;
        let Some(line) = lines.next() else {
            say(|out| writeln!(out))?;
            return Ok(Decision::Quit);
        };
        match Answer::of(&line.map_err(Error::io("read", "standard input"))?) {
            Some(Answer::Open) => say(|out| open(comparison, change, out))?,
            Some(Answer::Decided(decision)) => return Ok(decision),
            None => say(|out| writeln!(out, "Answer with a, k, o or q."))?,
        }
    }
}

/// The claim that `change` is of, and its source's part.
fn parts<'a>(
    comparison: &'a Comparison,
    change: &Change,
) -> Option<(&'a ClaimChange, Option<&'a CellChange>)> {
    let claim = comparison.changes.iter().find(|one| one.claim == change.claim)?;
    let cell = claim.cells.iter().find(|cell| Some(&cell.source) == change.source.as_ref());
    Some((claim, cell))
}

fn show(comparison: &Comparison, change: &Change, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let Some((claim, cell)) = parts(comparison, change) else { return Ok(()) };
    write_change(claim, cell, style, out)
}

/// All evidence of both sides, uncut.
fn open(comparison: &Comparison, change: &Change, out: &mut dyn Write) -> io::Result<()> {
    let Some((claim, cell)) = parts(comparison, change) else { return Ok(()) };
    for cell in cell.map_or(&claim.cells[..], std::slice::from_ref) {
        for (label, finding) in [("was", &cell.was), ("is", &cell.is)] {
            for one in finding.iter().flat_map(|finding| &finding.evidence) {
                let (source, stance) = (crosscheck::one_line(&one.source), one.stance.name());
                writeln!(
                    out,
                    "\n{label}: {stance}, {source}:{}, {}",
                    one.line,
                    crosscheck::one_line(&one.because)
                )?;
                writeln!(out, "  {}", crosscheck::one_line(&one.quote))?;
            }
        }
    }
    Ok(())
}

fn conclude(score: &Score, before: usize, out: &mut dyn Write) -> io::Result<()> {
    if score.accepted + score.kept + score.left == 0 {
        match before {
            0 => return writeln!(out, "Nothing changed: there is nothing to review."),
            count => {
                let what = if count == 1 { "The one change" } else { "All changes" };
                return writeln!(
                    out,
                    "{what} there are were not accepted before; `--review --again` asks once more."
                );
            }
        }
    }
    writeln!(out, "{} accepted, {} kept as they were, {} left", score.accepted, score.kept, score.left)
}

fn say(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
    OutputArgs::default().write(Content::Styled, write)
}
