//! CSV: the flat table as RFC 4180 has it (CRLF, doubled quotes).
//!
//! The graphs' edge lists are written the same way. Cells are verbatim: a quote that begins with `=` or `@` stays as it is in the source, for programs compare
//! it with the text. A spreadsheet may read such a cell as a formula; import the columns as text there.

use std::io::{self, Write};

use ::csv::{Terminator, Writer, WriterBuilder};

use crate::report::Report;

use super::row::{self, COLUMNS, Cells, Row};

/// Writes rows as every CSV file of this program has them; the header is the first.
pub(super) fn rows<W: Write>(out: W) -> Writer<W> {
    WriterBuilder::new().has_headers(false).terminator(Terminator::CRLF).from_writer(out)
}

pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = rows(out);
    writer.write_record(COLUMNS.iter().map(|column| column.name))?;
    for row in row::rows(report) {
        for column in &COLUMNS {
            write_cell(&column.cells, &row, &mut writer)?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()
}

fn write_cell<W: Write>(cells: &Cells, row: &Row<'_>, writer: &mut Writer<W>) -> io::Result<()> {
    let some = |cell: Option<String>| cell.unwrap_or_default();
    match cells {
        Cells::Text(of) => writer.write_field(of(row)),
        Cells::SomeText(of) => writer.write_field(of(row).unwrap_or_default()),
        Cells::Place(of) => writer.write_field(some(of(row).map(|place| place.to_string()))),
        Cells::Score(of) => writer.write_field(of(row).to_string()),
        Cells::Day(of) => writer.write_field(some(of(row).map(|day| day.to_string()))),
    }
    .map_err(io::Error::from)
}
