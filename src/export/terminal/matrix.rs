//! Claims against sources at a glance: a sign for every stance, columns numbered.

use std::io;
use std::ops::Range;

use textwrap::core::display_width;

use crate::neutral::one_line;
use crate::report::{Report, ReportClaim};
use crate::stance::Stance;

use super::page::{Ink, Page, padded, shortened};
use super::{ink_of, ink_of_verdict, symbol};

/// Columns that a claim's id may take where room is scarce.
const ID_WIDTH: usize = 32;

/// Columns of the longest verdict.
const VERDICT_WIDTH: usize = 13;

/// Sources in a group where columns are narrow.
const GROUP: usize = 10;

/// How the columns of sources are laid out.
struct Layout {
    id: usize,
    /// Columns a source takes: as many as its number and two spaces, or one alone where there are many.
    cell: usize,
    /// Sources side by side.
    block: usize,
}

impl Layout {
    fn of(report: &Report, width: usize) -> Self {
        let longest =
            report.claims.iter().map(|claim| display_width(&one_line(&claim.id))).max().unwrap_or(0);
        let id = longest.min(ID_WIDTH).min(width * 2 / 5).max(5);
        let room = width.saturating_sub(id + 2 + 2 + VERDICT_WIDTH);
        let sources = report.sources.len();
        let cell = sources.to_string().len() + 2;
        if let Some(free) = room.checked_sub(sources * cell) {
            return Self { id: longest.min(id + free), cell, block: sources.max(1) };
        }
        // Ten signs and a space between groups.
        let groups = ((room + 1) / (GROUP + 1)).max(1);
        Self { id, cell: 1, block: groups * GROUP }
    }

    fn is_narrow(&self) -> bool {
        self.cell == 1
    }
}

pub(super) fn write(report: &Report, page: &mut Page<'_>) -> io::Result<()> {
    if report.claims.is_empty() || report.sources.is_empty() {
        return Ok(());
    }
    page.heading(Ink::Strong, "Claims and sources", "", "")?;
    legend(page)?;
    let layout = Layout::of(report, page.width());
    let starts = (0..report.sources.len()).step_by(layout.block);
    for start in starts {
        let block = start..(start + layout.block).min(report.sources.len());
        write_block(report, &layout, block, page)?;
    }
    page.blank()?;
    sources(report, page)
}

fn legend(page: &mut Page<'_>) -> io::Result<()> {
    let signs: Vec<String> = Stance::ALL
        .into_iter()
        .map(|stance| format!("{} {}", page.paint(ink_of(stance), symbol(stance)), stance.name()))
        .collect();
    page.text("", "", &signs.join("   "))
}

/// The claims against some of the sources. Where that is not all of them, claims on which these are all silent
/// are left out and counted.
fn write_block(report: &Report, layout: &Layout, block: Range<usize>, page: &mut Page<'_>) -> io::Result<()> {
    let whole = block.len() == report.sources.len();
    page.blank()?;
    let numbers = page.paint(Ink::Dim, ruler(layout, &block).trim_end());
    page.line(&format!("{}  {numbers}", " ".repeat(layout.id)))?;
    let mut left_out = 0;
    for claim in &report.claims {
        let stances = claim.stances.get(block.clone()).unwrap_or_default();
        if !whole && stances.iter().all(|one| one.stance == Stance::Silent) {
            left_out += 1;
            continue;
        }
        let stances = stances.iter().map(|one| one.stance);
        let row = row(claim, layout, &cells(layout, stances, page), block.len(), page);
        page.line(&row)?;
    }
    if left_out > 0 {
        let silent = format!("{left_out} more, on which these sources are silent");
        let silent = page.paint(Ink::Dim, &silent);
        page.text("", "", &silent)?;
    }
    Ok(())
}

fn row(claim: &ReportClaim, layout: &Layout, cells: &str, sources: usize, page: &Page<'_>) -> String {
    let id = padded(&shortened(&one_line(&claim.id), layout.id), layout.id);
    let width = if layout.is_narrow() {
        sources + (sources.saturating_sub(1)) / GROUP
    } else {
        sources * layout.cell
    };
    let verdict = page.paint(ink_of_verdict(claim.verdict), claim.verdict.name());
    format!("{id}  {}  {verdict}", padded(cells, width))
}

/// The numbers over the columns; of narrow ones, over the first of each group.
fn ruler(layout: &Layout, block: &Range<usize>) -> String {
    if layout.is_narrow() {
        let starts = block.clone().step_by(GROUP);
        return starts.map(|start| padded(&(start + 1).to_string(), GROUP + 1)).collect();
    }
    block.clone().map(|source| padded(&(source + 1).to_string(), layout.cell)).collect()
}

fn cells(layout: &Layout, stances: impl Iterator<Item = Stance>, page: &Page<'_>) -> String {
    let mut cells = String::new();
    for (number, stance) in stances.enumerate() {
        if layout.is_narrow() && number > 0 && number.is_multiple_of(GROUP) {
            cells.push(' ');
        }
        let sign = page.paint(ink_of(stance), symbol(stance));
        cells.push_str(&padded(&sign, layout.cell));
    }
    cells
}

/// What the numbers stand for.
fn sources(report: &Report, page: &mut Page<'_>) -> io::Result<()> {
    let digits = report.sources.len().to_string().len();
    let id_width =
        report.sources.iter().map(|source| display_width(&one_line(&source.id))).max().unwrap_or(0);
    let outlets = report.sources.iter().map(|source| display_width(&one_line(&source.outlet)));
    let outlet_width = outlets.max().unwrap_or(0).min(page.width() * 2 / 5);
    let days = report.sources.iter().filter_map(|source| source.published.as_deref());
    let day_width = days.map(|day| display_width(&one_line(day))).max().unwrap_or(0);
    for (number, source) in report.sources.iter().enumerate() {
        let number = page.paint(Ink::Dim, &format!("{:>digits$}", number + 1));
        let id = padded(&one_line(&source.id), id_width.min(page.width() / 3));
        let day = padded(&one_line(source.published.as_deref().unwrap_or_default()), day_width);
        let outlet = padded(&one_line(&source.outlet), outlet_width);
        let file = page.paint(Ink::Dim, &one_line(&source.file));
        page.text(&format!("{number}  "), "     ", &format!("{id}  {outlet}  {day}  {file}"))?;
    }
    Ok(())
}
