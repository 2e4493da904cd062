//! CSV: one row a claim and source, the silent ones too, as RFC 4180 has it (CRLF, doubled quotes).
//!
//! The graphs' edge lists are written the same way. Cells are verbatim: a quote that begins with `=` or `@` stays as it is in the source, for programs compare
//! it with the text. A spreadsheet may read such a cell as a formula; import the columns as text there.

use std::io::{self, Write};

use ::csv::{Terminator, Writer, WriterBuilder};

use crate::report::{Report, ReportClaim, SourceStance};
use crate::source::Metadata;
use crate::stance::{Evidence, Stance};

/// The columns. `counter_quote` and `counter_line` are the contradicting words of a source that does both.
const HEADER: [&str; 22] = [
    "claim",
    "question",
    "claim_text",
    "verdict",
    "source",
    "outlet",
    "published",
    "file",
    "stance",
    "score",
    "quote",
    "line",
    "start",
    "end",
    "because",
    "attributed_to",
    "counter_quote",
    "counter_line",
    "ruling",
    "ruling_because",
    "ruling_by",
    "ruling_standing",
];

/// Writes rows as every CSV file of this program has them; the header is the first.
pub(super) fn rows<W: Write>(out: W) -> Writer<W> {
    WriterBuilder::new().has_headers(false).terminator(Terminator::CRLF).from_writer(out)
}

pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = rows(out);
    writer.write_record(HEADER)?;
    for claim in &report.claims {
        for (source, stance) in report.sources.iter().zip(&claim.stances) {
            writer.write_record(row(claim, source, stance))?;
        }
    }
    writer.flush()
}

fn row(claim: &ReportClaim, source: &Metadata, stance: &SourceStance) -> [String; HEADER.len()] {
    let side = if stance.stance == Stance::Mixed { Stance::Supports } else { stance.stance };
    let best = stance.best(side);
    let counter = (stance.stance == Stance::Mixed).then(|| stance.best(Stance::Contradicts)).flatten();
    let ruling = stance.ruling.as_ref();
    let line = |evidence: &Evidence| evidence.line.to_string();
    let quote = |evidence: &Evidence| evidence.quote.clone();
    [
        claim.id.clone(),
        claim.question.clone(),
        claim.claim.clone(),
        claim.verdict.name().to_owned(),
        source.id.clone(),
        source.outlet.clone(),
        source.published.clone().unwrap_or_default(),
        source.file.clone(),
        stance.stance.name().to_owned(),
        stance.score.to_string(),
        best.map(quote).unwrap_or_default(),
        best.map(line).unwrap_or_default(),
        best.map(|evidence| evidence.start.to_string()).unwrap_or_default(),
        best.map(|evidence| evidence.end.to_string()).unwrap_or_default(),
        best.map(|evidence| evidence.because.clone()).unwrap_or_default(),
        best.and_then(|evidence| evidence.attributed_to.clone()).unwrap_or_default(),
        counter.map(quote).unwrap_or_default(),
        counter.map(line).unwrap_or_default(),
        ruling.map(|ruling| ruling.stance.name().to_owned()).unwrap_or_default(),
        ruling.map(|ruling| ruling.because.clone()).unwrap_or_default(),
        ruling.and_then(|ruling| ruling.by.clone()).unwrap_or_default(),
        stance.standing().map(|standing| standing.name().to_owned()).unwrap_or_default(),
    ]
}
