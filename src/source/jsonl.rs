//! `.jsonl` files: a source a line, read one at a time.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};

use serde::Deserialize;

use crate::diagnostic::{Code, Diagnostic};

use super::draft::{Draft, LARGEST, hash};
use super::fields::{Fields, Lenient};
use super::folder::{Found, unreadable};
use super::{Refusal, bounds, date};

/// A line as it is written. What else a line has is passed over, as other programs write such files.
#[derive(Deserialize)]
struct Line {
    text: String,
    #[serde(default)]
    id: Lenient,
    #[serde(default)]
    outlet: Lenient,
    #[serde(default)]
    title: Lenient,
    #[serde(default)]
    published: Lenient,
    #[serde(default)]
    url: Lenient,
    #[serde(default)]
    note: Lenient,
    #[serde(default)]
    begins_at: Lenient,
    #[serde(default)]
    ends_at: Lenient,
}

/// The sources of one file, each with the number of its line, counted from 1. Blank lines are passed over.
///
/// A bad line is given as a problem, and the next one follows; only where reading itself fails it ends.
pub(super) struct Lines<R> {
    found: Found,
    reader: R,
    number: usize,
    done: bool,
}

impl Lines<BufReader<File>> {
    pub(super) fn open(found: &Found) -> Result<Self, Diagnostic> {
        let file = File::open(&found.path).map_err(|error| unreadable(&found.path, &error))?;
        Ok(Self { found: found.clone(), reader: BufReader::new(file), number: 0, done: false })
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Result<(usize, Draft), Diagnostic>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.done {
            let bytes = match next_line(&mut self.reader) {
                Ok(Some(bytes)) => bytes,
                Ok(None) => break,
                Err(error) => {
                    self.done = true;
                    return Some(Err(unreadable(&self.found.path, &error)));
                }
            };
            self.number += 1;
            let line = if self.number == 1 { without_mark(&bytes) } else { &bytes };
            if !line.trim_ascii().is_empty() {
                let read = read(line, self.number, &self.found.file);
                return Some(
                    read.map(|d| (self.number, d)).map_err(|refusal| refusal.of_file(&self.found.path)),
                );
            }
        }
        None
    }
}

fn without_mark(line: &[u8]) -> &[u8] {
    line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line)
}

/// The next line; of one that is too long only a little more than may be, the rest being skipped.
fn next_line(reader: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    let limit = u64::try_from(LARGEST).unwrap_or(u64::MAX) + 1;
    if reader.by_ref().take(limit).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.len() > LARGEST && line.last() != Some(&b'\n') {
        reader.skip_until(b'\n')?;
    }
    Ok(Some(line))
}

fn read(bytes: &[u8], number: usize, file: &str) -> Result<Draft, Refusal> {
    if bytes.len() > LARGEST {
        let limit = LARGEST / (1024 * 1024);
        return Err(Refusal::new(
            Code::TooLarge,
            format!("line {number} is longer than {limit} MiB"),
            "give each article a line of its own",
        ));
    }
    let line: Line = serde_json::from_slice(bytes).map_err(|error| bad_json(&error, number))?;
    let article = bounds::article(&line.text, 0, line.begins_at.0.as_deref(), line.ends_at.0.as_deref())
        .map_err(|missing| not_found(missing, number))?;
    let fields = Fields {
        id: line.id.0,
        outlet: line.outlet.0,
        title: line.title.0,
        published: line.published.0.as_deref().and_then(date::normalise),
        url: line.url.0,
        note: line.note.0,
    };
    Ok(Draft { file: file.to_owned(), fields, sha256: hash(line.text.as_bytes()), text: line.text, article })
}

fn bad_json(error: &serde_json::Error, number: usize) -> Refusal {
    // serde_json counts lines within what it was given, which is one line.
    let message = error.to_string();
    let reason = message.rsplit_once(" at line ").map_or(message.as_str(), |(reason, _)| reason);
    Refusal::new(
        Code::BadJson,
        format!("line {number}, column {}: {reason}", error.column()),
        "a line is a JSON object in UTF-8 with `text` and, if known, `id`, `outlet`, `title`, `published`, `url`",
    )
}

fn not_found(missing: Vec<(bounds::Bound, Refusal)>, number: usize) -> Refusal {
    let messages: Vec<String> = missing.into_iter().map(|(_, refusal)| refusal.message).collect();
    Refusal::new(
        Code::WordsNotFound,
        format!("line {number}: {}", messages.join("; ")),
        "copy the words from `text` as they stand there",
    )
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn lines(content: &[u8]) -> Vec<Result<(usize, Draft), Diagnostic>> {
        let found = Found { file: "many.jsonl".into(), path: "x/many.jsonl".into() };
        Lines { found, reader: content, number: 0, done: false }.collect()
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
        assert_eq!(read[0].1.sha256, hash(b"Only one."));
        let Draft { text, article, .. } = &read[1].1;
        assert_eq!(&text[article.start..article.end], "It began.");
    }

    #[test]
    fn a_bad_line_names_its_number_and_the_next_is_read() {
        let content = b"{\"text\":\"a\"}\nnot json\n{\"title\":\"b\"}\n{\"text\":1}\n\"\xFF\"\n{\"text\":\"c\",\"ends_at\":\"z\"}\n{\"text\":\"d\"}";
        let read = lines(content);
        let good: Vec<usize> = read.iter().flatten().map(|(number, _)| *number).collect();
        assert_eq!(good, [1, 7]);
        let messages: Vec<&str> =
            read.iter().filter_map(|r| r.as_ref().err()).map(Diagnostic::message).collect();
        assert_eq!(messages.len(), 5);
        for (number, message) in (2..).zip(&messages) {
            assert!(message.starts_with(&format!("line {number}")), "{message}");
            assert!(!message.contains("at line"), "{message}");
        }
        assert!(messages[1].contains("missing field `text`"), "{}", messages[1]);
    }

    #[test]
    fn nesting_thousands_deep_is_only_a_bad_line() {
        let deep = format!("{{\"text\":\"a\",\"x\":{}", "[".repeat(100_000));
        assert!(lines(deep.as_bytes())[0].is_err());
    }
}
