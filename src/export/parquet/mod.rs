//! Apache Parquet: the flat table with its types, and what more a program may want of a claim and source.
//!
//! Written column by column and without Arrow: the table has four types, and Arrow would double what the format takes to
//! build.

use std::io::{self, Write};
use std::sync::Arc;

use ::parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use ::parquet::data_type::{ByteArray, ByteArrayType, DataType, DoubleType, Int32Type, Int64Type};
use ::parquet::errors::{ParquetError, Result};
use ::parquet::file::metadata::KeyValue;
use ::parquet::file::properties::WriterProperties;
use ::parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use ::parquet::schema::types::{Type, TypePtr};
use chrono::NaiveDate;

use crate::report::Report;

use super::row::{self, COLUMNS, Cells, Column, MORE_COLUMNS, Row};

/// Rows that are written at a time, and that a reader can skip together.
const GROUP: usize = 1 << 17;

pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    // The crate wants a writer that can be sent to another thread, which ours need not be.
    out.write_all(&table(report, GROUP).map_err(io::Error::other)?)
}

fn columns() -> impl Iterator<Item = &'static Column> {
    const { &COLUMNS }.iter().chain(const { &MORE_COLUMNS })
}

fn table(report: &Report, at_a_time: usize) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut writer = SerializedFileWriter::new(&mut bytes, schema()?, Arc::new(properties(report)))?;
    let mut rows = row::rows(report).peekable();
    while rows.peek().is_some() {
        let group: Vec<Row<'_>> = rows.by_ref().take(at_a_time).collect();
        let mut row_group = writer.next_row_group()?;
        for column in columns() {
            let mut cells = row_group.next_column()?.ok_or_else(|| unexpected(column))?;
            write_cells(&column.cells, &group, &mut cells)?;
            cells.close()?;
        }
        row_group.close()?;
    }
    writer.close()?;
    Ok(bytes)
}

fn unexpected(column: &Column) -> ParquetError {
    ParquetError::General(format!("the schema has no column {}", column.name))
}

fn properties(report: &Report) -> WriterProperties {
    let entry = |key: &str, value: String| KeyValue::new(key.to_owned(), value);
    WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_key_value_metadata(Some(vec![
            entry("format", report.format.clone()),
            entry("engine", report.engine.clone()),
            entry("threshold", report.settings.threshold.to_string()),
        ]))
        .build()
}

fn schema() -> Result<TypePtr> {
    let fields = columns().map(|column| {
        let (physical, logical, repetition) = match column.cells {
            Cells::Text(_) => (Physical::BYTE_ARRAY, Some(LogicalType::String), Repetition::REQUIRED),
            Cells::SomeText(_) => (Physical::BYTE_ARRAY, Some(LogicalType::String), Repetition::OPTIONAL),
            Cells::Place(_) => (Physical::INT64, None, Repetition::OPTIONAL),
            Cells::Score(_) => (Physical::DOUBLE, None, Repetition::REQUIRED),
            Cells::Day(_) => (Physical::INT32, Some(LogicalType::Date), Repetition::OPTIONAL),
        };
        let field = Type::primitive_type_builder(column.name, physical).with_logical_type(logical);
        field.with_repetition(repetition).build().map(Arc::new)
    });
    let fields = fields.collect::<Result<Vec<TypePtr>>>()?;
    Type::group_type_builder("stances").with_fields(fields).build().map(Arc::new)
}

fn write_cells(cells: &Cells, rows: &[Row<'_>], out: &mut SerializedColumnWriter<'_>) -> Result<()> {
    let text = |text: &str| ByteArray::from(text.as_bytes().to_vec());
    match cells {
        Cells::Text(of) => all::<ByteArrayType>(rows.iter().map(|row| text(of(row))), out),
        Cells::SomeText(of) => some::<ByteArrayType>(rows.iter().map(|row| of(row).map(text)), out),
        Cells::Place(of) => some::<Int64Type>(rows.iter().map(|row| of(row).map(place)), out),
        Cells::Score(of) => all::<DoubleType>(rows.iter().map(of), out),
        Cells::Day(of) => some::<Int32Type>(rows.iter().map(|row| of(row).map(day)), out),
    }
}

/// No text is so long that its places do not fit.
fn place(place: usize) -> i64 {
    i64::try_from(place).unwrap_or(i64::MAX)
}

/// Days since 1970-01-01.
fn day(day: NaiveDate) -> i32 {
    day.to_epoch_days()
}

fn all<T: DataType>(cells: impl Iterator<Item = T::T>, out: &mut SerializedColumnWriter<'_>) -> Result<()> {
    let cells: Vec<T::T> = cells.collect();
    out.typed::<T>().write_batch(&cells, None, None).map(drop)
}

/// Writes the cells that hold something, and which they are.
fn some<T: DataType>(
    cells: impl Iterator<Item = Option<T::T>>,
    out: &mut SerializedColumnWriter<'_>,
) -> Result<()> {
    let (mut held, mut levels) = (Vec::new(), Vec::new());
    for cell in cells {
        levels.push(i16::from(cell.is_some()));
        held.extend(cell);
    }
    out.typed::<T>().write_batch(&held, Some(&levels), None).map(drop)
}

#[cfg(test)]
mod tests;
