//! Why a source has its stance on a claim: each passage, its alignment token by token, the values compared,
//! what each gate found.

use std::io::{self, Write};

use comfy_table::{CellAlignment, ContentArrangement, Table, presets};

use crate::neutral::{counted, one_line};
use crate::stance::{ConsideredPassage, Explanation};

use super::excerpt::Subject;
use super::page::{Ink, Page};
use super::{Style, ink_of, symbol};

/// Lines of a passage that are shown.
const LINES: usize = 8;

/// Writes `explanation` for a person to read.
///
/// # Errors
/// Whatever `out` gives back.
pub fn write_explanation(explanation: &Explanation, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let mut page = Page::new(style, out);
    let stance = explanation.stance;
    let sign = page.paint(ink_of(stance), &format!("{} {}", symbol(stance), stance.name()));
    let [source, claim] =
        [&explanation.source, &explanation.claim].map(|id| page.paint(Ink::Strong, &one_line(id)));
    let passages =
        page.paint(Ink::Dim, &format!("{} considered", counted(explanation.passages.len(), "passage")));
    page.text("", "  ", &format!("{source} on {claim}: {sign}  {passages}"))?;
    explanation.passages.iter().enumerate().try_for_each(|(number, passage)| {
        page.blank()?;
        write_passage(number + 1, passage, &mut page)
    })
}

fn write_passage(number: usize, passage: &ConsideredPassage, page: &mut Page<'_>) -> io::Result<()> {
    let stance = passage.stance;
    let sign = page.paint(ink_of(stance), &format!("{} {}", symbol(stance), stance.name()));
    let enough = if passage.coverage >= passage.threshold { "enough" } else { "too little" };
    let covers =
        format!("covers {:.2} of the phrasing, needs {:.2}: {enough}", passage.coverage, passage.threshold);
    let covers = page.paint(Ink::Dim, &covers);
    page.text("", "  ", &format!("{number}. line {}  {sign}  {covers}", passage.line))?;
    let values: Vec<&str> = passage.values.iter().filter_map(|value| value.reported.as_deref()).collect();
    let (quote, phrasing) = (passage.quote.as_str(), passage.phrasing.as_str());
    page.quote(2, LINES, &Subject { quote, values: &values, phrasing, because: "" })?;
    page.text("  held against: ", "    ", &one_line(&passage.phrasing))?;
    alignment(passage, page)?;
    values_compared(passage, page)?;
    gates(passage, page)
}

fn alignment(passage: &ConsideredPassage, page: &mut Page<'_>) -> io::Result<()> {
    let rows = passage.alignment.iter().map(|token| {
        let (reported, alike) = match &token.reported {
            Some(reported) => (one_line(reported), format!("{:.2}", token.similarity)),
            None => ("—".to_owned(), String::new()),
        };
        [one_line(&token.claimed), reported, alike, format!("{:.2}", token.weight)]
    });
    write_table(["words", "answered by", "alike", "weight"], rows.collect(), &[2, 3], page)
}

fn values_compared(passage: &ConsideredPassage, page: &mut Page<'_>) -> io::Result<()> {
    let rows = passage.values.iter().map(|value| {
        let reported = value.reported.as_deref().map_or_else(|| "—".to_owned(), one_line);
        [one_line(&value.claimed), reported, value.relation.name().to_owned()]
    });
    write_table(["claimed", "reported", "relation"], rows.collect(), &[], page)
}

fn gates(passage: &ConsideredPassage, page: &mut Page<'_>) -> io::Result<()> {
    let rows = passage.gates.iter().map(|gate| [one_line(&gate.gate), one_line(&gate.finding)]);
    write_table(["gate", "finding"], rows.collect(), &[], page)
}

/// A table without lines, indented; nothing where it has no rows.
fn write_table<const N: usize>(
    header: [&str; N],
    rows: Vec<[String; N]>,
    numbers: &[usize],
    page: &mut Page<'_>,
) -> io::Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let mut table = Table::new();
    table
        .load_style(presets::NOTHING)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(u16::try_from(page.width().saturating_sub(3)).unwrap_or(u16::MAX))
        .set_header(header)
        .add_rows(rows);
    for &column in numbers {
        if let Some(column) = table.column_mut(column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    page.blank()?;
    for (number, line) in table.lines().enumerate() {
        let line = if number == 0 { page.paint(Ink::Dim, line.trim_end()) } else { line };
        page.line(&format!("   {line}"))?;
    }
    Ok(())
}
