//! Parquet files: a source a row, in columns that have the names of a line's fields.

use std::fs::File;
use std::path::Path;

use chrono::DateTime;
use parquet::basic::{LogicalType, TimeUnit};
use parquet::errors::{ParquetError, Result};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::reader::RowIter;
use parquet::record::{Field, Row};
use parquet::schema::types::Type;

use crate::diagnostic::{Code, Diagnostic};

use super::Refusal;
use super::fields::Lenient;
use super::jsonl::Written;

/// The columns that are read; the others are passed over unread.
const COLUMNS: [&str; 9] =
    ["text", "id", "outlet", "title", "published", "url", "note", "begins_at", "ends_at"];

/// A block of rows has about so many bytes at most.
const LARGEST_BLOCK: usize = 256 << 10;

/// The rows of a file, read row group by row group.
pub(super) struct Rows {
    rows: RowIter<'static>,
    /// The columns whose timestamps are only numbers to the reader: nanoseconds.
    in_nanoseconds: Vec<String>,
    number: usize,
    count: u64,
    state: State,
}

enum State {
    Reading,
    Failed(ParquetError),
    Done,
}

/// Some rows of a file.
pub(super) struct RowBlock {
    /// What is written in each.
    pub(super) rows: Vec<Written>,
    /// How many rows of the file precede them.
    pub(super) preceding: usize,
    /// How many bytes they hold.
    pub(super) size: usize,
    /// The share of the file that has been read with them.
    pub(super) share: f64,
}

/// Opens the file at `path`.
///
/// # Errors
/// Why it is no table of sources.
pub(super) fn open(path: &Path, file: File) -> std::result::Result<Rows, Diagnostic> {
    let reader = SerializedFileReader::new(file).map_err(|error| broken(path, &error))?;
    let schema = reader.metadata().file_metadata().schema();
    let read: Vec<_> = schema
        .get_fields()
        .iter()
        .filter(|field| field.is_primitive() && COLUMNS.contains(&field.name()))
        .cloned()
        .collect();
    if !read.iter().any(|field| field.name() == "text") {
        let message = "this table has no column `text`";
        let names: Vec<&str> = schema.get_fields().iter().map(|field| field.name()).collect();
        let help = format!("name the column of the articles' texts `text`; there are: {}", names.join(", "));
        return Err(Diagnostic::of_file(Code::MissingField, path, message).help(help));
    }
    let in_nanoseconds = read.iter().filter(|field| is_in_nanoseconds(field));
    let in_nanoseconds = in_nanoseconds.map(|field| field.name().to_owned()).collect();
    let count = u64::try_from(reader.metadata().file_metadata().num_rows()).unwrap_or(0);
    let projected = Type::group_type_builder(schema.name()).with_fields(read).build();
    let rows = projected.and_then(|wanted| RowIter::from_file_into(Box::new(reader)).project(Some(wanted)));
    let rows = rows.map_err(|error| broken(path, &error))?;
    Ok(Rows { rows, in_nanoseconds, number: 0, count, state: State::Reading })
}

/// Why the file at `path` cannot be read, or not on.
pub(super) fn broken(path: &Path, error: &ParquetError) -> Diagnostic {
    let message = format!("this Parquet file cannot be read: {error}");
    Diagnostic::of_file(Code::BadArchive, path, message)
        .help("fetch it again or write it anew, with snappy, zstd, gzip or no compression")
}

/// Why row `number` of the file at `path` is no source.
pub(super) fn bad_row(mut refusal: Refusal, path: &Path, number: usize) -> Diagnostic {
    refusal.message = format!("row {number}: {}", refusal.message);
    refusal.of_file(path)
}

fn is_in_nanoseconds(column: &Type) -> bool {
    matches!(
        column.get_basic_info().logical_type_ref(),
        Some(LogicalType::Timestamp(timestamp)) if matches!(timestamp.unit, TimeUnit::NANOS)
    )
}

impl Rows {
    fn written(&self, row: Row) -> Written {
        let mut written = Written::default();
        for (name, field) in row.into_columns() {
            let in_nanoseconds = self.in_nanoseconds.contains(&name);
            let value = value_of(field, in_nanoseconds);
            match name.as_str() {
                "text" => written.text = value.unwrap_or_default(),
                "id" => written.id = lenient(value.as_deref()),
                "outlet" => written.outlet = lenient(value.as_deref()),
                "title" => written.title = lenient(value.as_deref()),
                "published" => written.published = lenient(value.as_deref()),
                "url" => written.url = lenient(value.as_deref()),
                "note" => written.note = lenient(value.as_deref()),
                "begins_at" => written.begins_at = lenient(value.as_deref()),
                "ends_at" => written.ends_at = lenient(value.as_deref()),
                _ => {}
            }
        }
        written
    }
}

impl Iterator for Rows {
    type Item = Result<RowBlock>;

    fn next(&mut self) -> Option<Self::Item> {
        match std::mem::replace(&mut self.state, State::Done) {
            State::Failed(error) => return Some(Err(error)),
            State::Done => return None,
            State::Reading => self.state = State::Reading,
        }
        let preceding = self.number;
        let (mut rows, mut size) = (Vec::new(), 0);
        while size < LARGEST_BLOCK {
            match self.rows.next() {
                None => break,
                // The rows before come first, and nothing after.
                Some(Err(error)) => {
                    self.state = State::Failed(error);
                    break;
                }
                Some(Ok(row)) => {
                    let written = self.written(row);
                    size += written.text.len();
                    self.number += 1;
                    rows.push(written);
                }
            }
        }
        // Shares need not be exact.
        #[allow(clippy::cast_precision_loss)]
        let share = self.number as f64 / self.count.max(1) as f64;
        if rows.is_empty() {
            return match std::mem::replace(&mut self.state, State::Done) {
                State::Failed(error) => Some(Err(error)),
                State::Reading | State::Done => None,
            };
        }
        Some(Ok(RowBlock { rows, preceding, size, share }))
    }
}

fn lenient(value: Option<&str>) -> Lenient {
    value.map_or_else(Lenient::default, Lenient::from)
}

/// A cell as text; `None` where it is null or no single value.
fn value_of(field: Field, in_nanoseconds: bool) -> Option<String> {
    match field {
        Field::Str(text) => Some(text),
        Field::Bytes(bytes) => String::from_utf8(bytes.data().to_vec()).ok(),
        Field::Long(nanoseconds) if in_nanoseconds => {
            Some(DateTime::from_timestamp_nanos(nanoseconds).format("%Y-%m-%d").to_string())
        }
        Field::Null | Field::Group(_) | Field::ListInternal(_) | Field::MapInternal(_) => None,
        other => Some(other.to_string()),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::fs;
    use std::sync::Arc;

    use parquet::basic::{Compression, ZstdLevel};
    use parquet::data_type::{ByteArray, ByteArrayType, Int64Type};
    use parquet::file::properties::WriterProperties;
    use parquet::file::writer::SerializedFileWriter;
    use parquet::schema::parser::parse_message_type;

    use crate::Error;
    use crate::diagnostic::Code;
    use crate::source::{Source, Sources};

    const SCHEMA: &str = "message articles {
        required binary text (STRING);
        required int64 id;
        required int64 published (TIMESTAMP(NANOS, true));
        required int64 words;
        required group authors { required binary name (STRING); }
    }";

    /// Row groups of three rows each.
    fn file(groups: i64, compression: Compression) -> Vec<u8> {
        let schema = Arc::new(parse_message_type(SCHEMA).unwrap());
        let properties = Arc::new(WriterProperties::builder().set_compression(compression).build());
        let mut bytes = Vec::new();
        let mut writer = SerializedFileWriter::new(&mut bytes, schema, properties).unwrap();
        for group in 0..groups {
            let ids = [0, 1, 2].map(|at| group * 3 + at);
            let texts =
                ids.map(|id| if id == 4 { String::new() } else { format!("{id} homes were flooded.") });
            let day = 1_739_318_400_000_000_000;
            let mut columns = writer.next_row_group().unwrap();
            let mut at = 0;
            while let Some(mut column) = columns.next_column().unwrap() {
                let strings = || texts.clone().map(|text| ByteArray::from(text.into_bytes()));
                let written = match at {
                    0 | 4 => column.typed::<ByteArrayType>().write_batch(&strings(), None, None),
                    2 => column.typed::<Int64Type>().write_batch(&[day; 3], None, None),
                    _ => column.typed::<Int64Type>().write_batch(&ids, None, None),
                };
                assert_eq!(written.unwrap(), 3);
                column.close().unwrap();
                at += 1;
            }
            columns.close().unwrap();
        }
        writer.close().unwrap();
        bytes
    }

    fn read(bytes: &[u8]) -> Vec<crate::Result<Source>> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("articles.parquet");
        fs::write(&path, bytes).unwrap();
        Sources::open(&path).unwrap().read().collect()
    }

    fn code(read: &crate::Result<Source>) -> Code {
        match read {
            Err(Error::Input(problems)) => problems.into_iter().next().unwrap().code(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_row_is_a_source() {
        let zstd = Compression::ZSTD(ZstdLevel::default());
        for compression in [Compression::UNCOMPRESSED, Compression::SNAPPY, zstd] {
            let mut sources = read(&file(3, compression));
            assert_eq!(sources.len(), 9);
            let bad = sources.remove(4);
            assert_eq!(code(&bad), Code::EmptyText);
            assert!(bad.unwrap_err().to_string().contains("row 5: there is no `text`"));
            let sources: Vec<Source> = sources.into_iter().map(Result::unwrap).collect();
            assert_eq!(sources[8 - 1].text, "8 homes were flooded.");
            assert_eq!(sources[8 - 1].metadata.id, "8");
            assert_eq!(sources[0].metadata.published.as_deref(), Some("2025-02-12"));
        }
    }

    #[test]
    fn what_is_no_table_of_texts_is_a_problem() {
        let whole = file(2, Compression::SNAPPY);
        for bytes in [&whole[..whole.len() - 9], b"PAR1", b""] {
            let read = read(bytes);
            assert_eq!((read.len(), code(&read[0])), (1, Code::BadArchive));
        }
        let mut damaged = whole;
        damaged[30..90].fill(0xAA);
        assert!(read(&damaged).iter().any(Result::is_err));
    }
}
