//! The flat table of a report: a row for each claim and source, the silent ones too. Every format that has one has these
//! columns, in this order.

use chrono::NaiveDate;

use crate::report::{Report, ReportClaim, ReportRuling, SourceStance, Standing};
use crate::source::Metadata;
use crate::stance::{Evidence, Stance};

/// A claim and what one source says of it.
pub(super) struct Row<'a> {
    claim: &'a ReportClaim,
    source: &'a Metadata,
    stance: &'a SourceStance,
    /// The best evidence for the stance; for what supports the claim, where the source is mixed.
    best: Option<&'a Evidence>,
    /// The contradicting words of a source that does both.
    counter: Option<&'a Evidence>,
    ruling: Option<&'a ReportRuling>,
}

/// A column of the table.
pub(super) struct Column {
    /// Its name, in every format.
    pub(super) name: &'static str,
    /// What its cells hold.
    pub(super) cells: Cells,
}

/// What the cells of a column hold, with how to get it from a row.
#[derive(Clone, Copy)]
pub(super) enum Cells {
    /// Text that every row has.
    Text(for<'a> fn(&Row<'a>) -> &'a str),
    /// Text that some rows have.
    SomeText(for<'a> fn(&Row<'a>) -> Option<&'a str>),
    /// An offset or a number of a line, that some rows have.
    Place(fn(&Row<'_>) -> Option<usize>),
    /// From 0 to 1.
    Score(fn(&Row<'_>) -> f64),
    /// A whole date, where one is known. Only a format with a type for dates has such a column.
    #[cfg_attr(not(feature = "parquet"), allow(dead_code))]
    Day(fn(&Row<'_>) -> Option<NaiveDate>),
}

use Cells::{Place, Score, SomeText, Text};

const fn column(name: &'static str, cells: Cells) -> Column {
    Column { name, cells }
}

/// The columns of every format.
pub(super) const COLUMNS: [Column; 22] = [
    column("claim", Text(|row| &row.claim.id)),
    column("question", Text(|row| &row.claim.question)),
    column("claim_text", Text(|row| &row.claim.claim)),
    column("verdict", Text(|row| row.claim.verdict.name())),
    column("source", Text(|row| &row.source.id)),
    column("outlet", Text(|row| &row.source.outlet)),
    column("published", SomeText(|row| row.source.published.as_deref())),
    column("file", Text(|row| &row.source.file)),
    column("stance", Text(|row| row.stance.stance.name())),
    column("score", Score(|row| row.stance.score)),
    column("quote", SomeText(|row| row.best.map(|best| best.quote.as_str()))),
    column("line", Place(|row| row.best.map(|best| best.line))),
    column("start", Place(|row| row.best.map(|best| best.start))),
    column("end", Place(|row| row.best.map(|best| best.end))),
    column("because", SomeText(|row| row.best.map(|best| best.because.as_str()))),
    column("attributed_to", SomeText(|row| row.best?.attributed_to.as_deref())),
    column("counter_quote", SomeText(|row| row.counter.map(|counter| counter.quote.as_str()))),
    column("counter_line", Place(|row| row.counter.map(|counter| counter.line))),
    column("ruling", SomeText(|row| row.ruling.map(|ruling| ruling.stance.name()))),
    column("ruling_because", SomeText(|row| row.ruling.map(|ruling| ruling.because.as_str()))),
    column("ruling_by", SomeText(|row| row.ruling?.by.as_deref())),
    column("ruling_standing", SomeText(|row| row.stance.standing().map(Standing::name))),
];

/// Columns for programs, of formats that lose nothing by being wide.
#[cfg(feature = "parquet")]
pub(super) const MORE_COLUMNS: [Column; 8] = [
    column("title", SomeText(|row| row.source.title.as_deref())),
    column("url", SomeText(|row| row.source.url.as_deref())),
    column(
        "published_on",
        Cells::Day(|row| NaiveDate::parse_from_str(row.source.published.as_deref()?, "%Y-%m-%d").ok()),
    ),
    column("phrasing", SomeText(|row| row.best.map(|best| best.phrasing.as_str()))),
    column("speaker", SomeText(|row| row.best?.speaker.as_deref())),
    column("counter_start", Place(|row| row.counter.map(|counter| counter.start))),
    column("counter_end", Place(|row| row.counter.map(|counter| counter.end))),
    column("counter_because", SomeText(|row| row.counter.map(|counter| counter.because.as_str()))),
];

/// The rows of `report`: claim by claim, and for each the sources in their order.
pub(super) fn rows(report: &Report) -> impl Iterator<Item = Row<'_>> {
    report.claims.iter().flat_map(|claim| {
        let cells = report.sources.iter().zip(&claim.stances);
        cells.map(move |(source, stance)| Row {
            claim,
            source,
            stance,
            best: best(stance),
            counter: counter(stance),
            ruling: stance.ruling.as_ref(),
        })
    })
}

/// The evidence that a row quotes: the best for the stance, and where it is mixed the best that supports.
pub(super) fn best(stance: &SourceStance) -> Option<&Evidence> {
    stance.best(if stance.stance == Stance::Mixed { Stance::Supports } else { stance.stance })
}

/// The evidence on the other side of a source that is mixed.
pub(super) fn counter(stance: &SourceStance) -> Option<&Evidence> {
    (stance.stance == Stance::Mixed).then(|| stance.best(Stance::Contradicts)).flatten()
}
