//! `.jsonl` files: a source a line.

use std::path::Path;

use memchr::memchr;
use serde::Deserialize;

use crate::diagnostic::{Code, Diagnostic, Input};
use crate::hash::sha256;
use crate::span::Span;

use super::block::Block;
use super::draft::{Draft, LARGEST};
use super::fields::{Fields, Lenient};
use super::folder::Found;
use super::{Refusal, bounds, date};

/// A line as it is written. What else a line has is passed over, as other programs write such files.
#[derive(Default, Deserialize)]
pub(super) struct Written {
    pub(super) text: String,
    #[serde(default)]
    pub(super) id: Lenient,
    #[serde(default)]
    pub(super) outlet: Lenient,
    #[serde(default)]
    pub(super) title: Lenient,
    #[serde(default)]
    pub(super) published: Lenient,
    #[serde(default)]
    pub(super) url: Lenient,
    #[serde(default)]
    pub(super) note: Lenient,
    #[serde(default)]
    pub(super) begins_at: Lenient,
    #[serde(default)]
    pub(super) ends_at: Lenient,
}

/// A line as problems point into it.
pub(super) struct Place {
    /// Its number, counted from 1.
    pub(super) number: usize,
    /// Its beginning: what is needed to tell it from others; nothing where it is a table's row.
    beginning: String,
}

impl Place {
    /// A row of a table.
    #[cfg(feature = "parquet")]
    pub(super) fn of_row(number: usize) -> Self {
        Self { number, beginning: String::new() }
    }

    /// A problem with the id of this line of the file at `path`.
    pub(super) fn bad_id(&self, code: Code, path: &Path, message: String) -> Diagnostic {
        if self.beginning.is_empty() {
            return Diagnostic::of_file(code, path, format!("row {}: {message}", self.number));
        }
        let input = Input::of_line(path, self.beginning.as_str(), self.number);
        Diagnostic::at(code, &input, key_in(&self.beginning, "id"), message)
    }
}

/// A source with its place, or what is wrong with its line.
pub(super) type Line = Result<(Place, Draft), Diagnostic>;

/// The sources of a block, each with its line. Blank lines are passed over; a bad one is given as a problem, and the
/// next one follows.
pub(super) struct Lines<'a> {
    found: &'a Found,
    block: Block,
    /// Where the next line begins in the block.
    at: usize,
    /// The number of the line before.
    number: usize,
}

impl<'a> Lines<'a> {
    /// The lines of a block of `found`.
    pub(super) fn of(found: &'a Found, block: Block) -> Self {
        let number = block.preceding;
        Self { found, block, at: 0, number }
    }
}

impl Iterator for Lines<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(rest) = self.block.bytes.get(self.at..).filter(|rest| !rest.is_empty()) {
            let end = memchr(b'\n', rest).map_or(rest.len(), |at| at + 1);
            let line = &rest[..end];
            self.at += end;
            self.number += 1;
            let line = if self.number == 1 { without_mark(line) } else { line }.trim_ascii_end();
            if !line.is_empty() {
                let place = || Place { number: self.number, beginning: shown(line, BEGINNING) };
                let read = read(line, &self.found.file).map(|draft| (place(), draft));
                return Some(read.map_err(|bad| bad.of(&self.found.path, line, self.number)));
            }
        }
        None
    }
}

/// How much of a good line is kept to point into, in bytes.
const BEGINNING: usize = 256;
/// How much of a bad one.
const SHOWN: usize = 64 * 1024;

/// At most `most` bytes of a line, as text.
fn shown(line: &[u8], most: usize) -> String {
    let text = String::from_utf8_lossy(&line[..line.len().min(most)]).into_owned();
    // What was cut in the middle of a character is no replacement character of the user's.
    if line.len() > most { text.trim_end_matches('\u{fffd}').to_owned() } else { text }
}

/// What is wrong with a line, and which bytes of it.
struct Bad {
    refusal: Refusal,
    span: Span,
}

impl Bad {
    /// The problem, in line `number` of the file at `path`, which is `line`.
    fn of(mut self, path: &Path, line: &[u8], number: usize) -> Diagnostic {
        if self.span.start >= SHOWN {
            let column = self.span.start + 1;
            self.refusal.message = format!("line {number}, column {column}: {}", self.refusal.message);
            return self.refusal.of_file(path);
        }
        self.refusal.at(&Input::of_line(path, shown(line, SHOWN), number), self.span)
    }
}

/// Where a line names a field; its beginning, where the name cannot be seen.
fn key_in(line: &str, name: &str) -> Span {
    let key = format!("\"{name}\"");
    line.find(&key).map_or(Span::new(0, line.len().min(1)), |at| Span::new(at, at + key.len()))
}

fn without_mark(line: &[u8]) -> &[u8] {
    line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line)
}

fn read(bytes: &[u8], file: &str) -> Result<Draft, Bad> {
    if bytes.len() > LARGEST {
        return Err(Bad { refusal: too_long("this line"), span: Span::new(0, 1) });
    }
    let line: Written = serde_json::from_slice(bytes).map_err(|error| bad_json(&error, bytes))?;
    line.checked().map_err(|(field, refusal)| Bad { refusal, span: key_in(&shown(bytes, SHOWN), field) })?;
    line.into_draft(file).map_err(|missing| not_found(missing, bytes))
}

impl Written {
    /// The source in a table's row.
    ///
    /// # Errors
    /// Why there is none.
    #[cfg(feature = "parquet")]
    pub(super) fn into_source(self, found: &Found) -> Result<Draft, Refusal> {
        self.checked().map_err(|(_, refusal)| refusal)?;
        if self.text.len() > LARGEST {
            return Err(too_long("this text"));
        }
        self.into_draft(&found.file).map_err(words_missing)
    }

    /// # Errors
    /// The name of a field with which no source can be made, and why.
    fn checked(&self) -> Result<(), (&'static str, Refusal)> {
        if self.text.trim().is_empty() {
            let help = "leave it out, or give it the article's words";
            return Err(("text", Refusal::new(Code::EmptyText, "there is no `text`", help)));
        }
        // Programs write such words where they know no date.
        let none =
            |written: &str| matches!(written.to_ascii_lowercase().as_str(), "-" | "n/a" | "none" | "unknown");
        let written = self.published.0.as_deref().filter(|written| !none(written));
        let dated = written.filter(|written| date::normalise(written).is_none());
        if let Some(written) = dated {
            let message = format!("`{written}` is no date that can be read one way only");
            let help = "write it as YYYY-MM-DD, or as YYYY-MM or YYYY where the day is not known";
            return Err(("published", Refusal::new(Code::BadDate, message, help)));
        }
        Ok(())
    }

    /// The source, of the file that is called `file`.
    ///
    /// # Errors
    /// The words of `begins_at` and `ends_at` that its text does not hold.
    pub(super) fn into_draft(self, file: &str) -> Result<Draft, Vec<(bounds::Bound, Refusal)>> {
        let (begins, ends) = (self.begins_at.0.as_deref(), self.ends_at.0.as_deref());
        let article = bounds::article(&self.text, 0, begins, ends)?;
        let fields = Fields {
            id: self.id.0,
            outlet: self.outlet.0,
            title: self.title.0,
            published: self.published.0.as_deref().and_then(date::normalise),
            url: self.url.0,
            note: self.note.0,
        };
        let sha256 = sha256(self.text.as_bytes());
        Ok(Draft { file: file.to_owned(), fields, sha256, text: self.text, article })
    }
}

fn bad_json(error: &serde_json::Error, line: &[u8]) -> Bad {
    // serde_json counts lines within what it was given, which is one line.
    let message = error.to_string();
    let reason = message.rsplit_once(" at line ").map_or(message.as_str(), |(reason, _)| reason);
    // Its column is that of the last byte read, counted from 1.
    let at = if error.is_eof() { line.len() } else { error.column().saturating_sub(1) };
    let span =
        if reason.starts_with("missing field") { Span::new(0, line.len()) } else { Span::new(at, at + 1) };
    let reason = reason
        .replace("EOF while parsing", "the line ends within")
        // `serde_json` takes what begins like `null` for it.
        .replace("expected ident", "expected value");
    let refusal = Refusal::new(
        Code::BadJson,
        reason,
        "a line is a JSON object in UTF-8 with `text` and, if known, `id`, `outlet`, `title`, `published`, `url`",
    );
    Bad { refusal, span }
}

fn not_found(missing: Vec<(bounds::Bound, Refusal)>, line: &[u8]) -> Bad {
    let name = match missing.first() {
        Some((bounds::Bound::End, _)) => "ends_at",
        _ => "begins_at",
    };
    Bad { refusal: words_missing(missing), span: key_in(&shown(line, SHOWN), name) }
}

fn words_missing(missing: Vec<(bounds::Bound, Refusal)>) -> Refusal {
    let messages: Vec<String> = missing.into_iter().map(|(_, refusal)| refusal.message).collect();
    let help = "copy the words from `text` as they stand there";
    Refusal::new(Code::WordsNotFound, messages.join("; "), help)
}

fn too_long(what: &str) -> Refusal {
    let limit = LARGEST / (1024 * 1024);
    let message = format!("{what} is longer than {limit} MiB");
    Refusal::new(Code::TooLarge, message, "give each article a line of its own")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::block::Blocks;
    use super::*;

    fn lines(content: &[u8]) -> Vec<Result<(usize, Draft), Diagnostic>> {
        let found = Found { file: "many.jsonl".into(), path: "x/many.jsonl".into() };
        let blocks = Blocks::of(content).map(Result::unwrap);
        let lines = blocks.flat_map(|block| Lines::of(&found, block));
        lines.map(|read| read.map(|(place, draft)| (place.number, draft))).collect()
    }

    #[test]
    fn a_line_is_a_source() {
        let content = "\u{feff}{\"text\":\"Only one.\",\"id\":7,\"outlet\":\"Sky\",\"published\":\"12 Feb 2025\",\
                       \"url\":null,\"extra\":{\"a\":[1]}}\r\n\n{\"text\":\"Menu. It began. End.\",\
                       \"begins_at\":\"It\",\"ends_at\":\"End\"}";
        let read: Vec<(usize, Draft)> = lines(content.as_bytes()).into_iter().map(Result::unwrap).collect();
        assert_eq!((read[0].0, read[1].0), (1, 3));
        let fields = &read[0].1.fields;
        assert_eq!((fields.id.as_deref(), fields.outlet.as_deref()), (Some("7"), Some("Sky")));
        assert_eq!((fields.published.as_deref(), fields.url.as_deref()), (Some("2025-02-12"), None));
        assert_eq!(read[0].1.sha256, sha256(b"Only one."));
        let Draft { text, article, .. } = &read[1].1;
        assert_eq!(&text[article.start..article.end], "It began.");
    }

    #[test]
    fn a_bad_line_names_its_number_and_the_next_is_read() {
        let content = b"{\"text\":\"a\"}\nnot json\n{\"title\":\"b\"}\n{\"text\":1}\n\"\xFF\"\n{\"text\":\"c\",\"ends_at\":\"z\"}\n{\"text\":\"d\"}";
        let read = lines(content);
        let good: Vec<usize> = read.iter().flatten().map(|(number, _)| *number).collect();
        assert_eq!(good, [1, 7]);
        let bad: Vec<&Diagnostic> = read.iter().filter_map(|read| read.as_ref().err()).collect();
        let places: Vec<(usize, usize)> =
            bad.iter().map(|bad| bad.line_column().unwrap()).map(|at| (at.line, at.column)).collect();
        assert_eq!(places, [(2, 2), (3, 1), (4, 9), (5, 2), (6, 13)]);
        assert!(bad.iter().all(|bad| !bad.message().contains("at line")));
        assert_eq!(bad[1].message(), "missing field `text`");
    }

    #[test]
    fn a_line_without_words_or_with_a_date_that_is_none_is_bad() {
        let content = b"{\"text\":\" \"}\n{\"text\":\"a\",\"published\":\"2020-13-01\"}\n{\"text\":\"a\",\"published\":null}";
        let read = lines(content);
        let bad: Vec<&Diagnostic> = read.iter().filter_map(|read| read.as_ref().err()).collect();
        let told: Vec<_> = bad
            .iter()
            .map(|bad| (bad.message(), bad.line_column().map(|at| (at.line, at.column)).unwrap()))
            .collect();
        assert_eq!(
            told,
            [
                ("there is no `text`", (1, 2)),
                ("`2020-13-01` is no date that can be read one way only", (2, 13)),
            ]
        );
        assert!(read[2].is_ok());
    }

    #[test]
    fn a_line_that_stops_short_is_bad_at_its_end() {
        let read = lines("{\"text\":\"é\"\r\n".as_bytes());
        let bad = read[0].as_ref().unwrap_err();
        assert_eq!(bad.line_column().map(|at| (at.line, at.column)), Some((1, 12)));
        assert_eq!(bad.message(), "the line ends within an object");
        let long = format!("{{\"text\":\"{}\",}}", "é".repeat(SHOWN));
        let bad = lines(long.as_bytes());
        let message = bad[0].as_ref().unwrap_err().message();
        assert!(message.starts_with("line 1, column 131084: "), "{message}");
    }

    #[test]
    fn nesting_thousands_deep_is_only_a_bad_line() {
        let deep = format!("{{\"text\":\"a\",\"x\":{}", "[".repeat(100_000));
        assert!(lines(deep.as_bytes())[0].is_err());
    }
}
