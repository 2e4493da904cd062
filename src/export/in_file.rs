//! Where words of a source stand: in its text, and in its file for tools that open files.
//!
//! A source's text is not always its file: HTML is read for its article, a `.jsonl` file has many texts, a text may be in
//! another encoding. Only where the two are the same to the byte does a place in one mean anything in the other.

use std::collections::BTreeMap;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::edition::Edition;
use crate::hash::sha256;
use crate::source::Metadata;
use crate::span::Span;

/// A place of words, as editors count: lines and columns from 1, columns and offsets in Unicode code points. A byte order
/// mark counts for nothing, since no reader takes it for part of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Region {
    pub(super) start: Position,
    /// Just past the last character.
    pub(super) end: Position,
}

/// The place of one character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Position {
    pub(super) line: usize,
    pub(super) column: usize,
    /// From 0, counted from the beginning of the text.
    pub(super) offset: usize,
}

/// The texts of the sources that were kept, by the sources' ids.
#[derive(Debug)]
pub(super) struct Places<'a>(BTreeMap<&'a str, Kept<'a>>);

#[derive(Debug)]
struct Kept<'a> {
    lines: Lines<'a>,
    is_file: bool,
}

/// A text with the bytes and the characters at which its lines begin.
#[derive(Debug)]
struct Lines<'a> {
    /// Without a byte order mark.
    text: &'a str,
    /// How many bytes that mark had.
    mark: usize,
    starts: Vec<(usize, usize)>,
}

impl<'a> Places<'a> {
    pub(super) fn of(edition: &Edition<'a>) -> Self {
        let kept = edition.report.sources.iter().filter_map(|source| {
            let text = edition.texts.of(&source.id)?.text.as_str();
            let is_file = !has_many(source) && sha256(text.as_bytes()) == source.sha256;
            Some((source.id.as_str(), Kept { lines: Lines::new(text), is_file }))
        });
        Self(kept.collect())
    }

    /// Where the words stand in the source's file; `None` where its text is not the file.
    pub(super) fn in_file(&self, source: &str, words: Span) -> Option<Region> {
        self.0.get(source).filter(|kept| kept.is_file)?.lines.region(words)
    }

    /// Where the words stand in the source's text; `None` where that was not kept.
    pub(super) fn in_text(&self, source: &str, words: Span) -> Option<Region> {
        self.0.get(source)?.lines.region(words)
    }

    /// Whether the source's text was kept and is not its file.
    pub(super) fn is_beside_file(&self, source: &str) -> bool {
        self.0.get(source).is_some_and(|kept| !kept.is_file)
    }
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Self {
        let body = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut starts = vec![(0, 0)];
        let mut characters = 0;
        for (at, character) in body.char_indices() {
            characters += 1;
            if character == '\n' {
                starts.push((at + 1, characters));
            }
        }
        Self { text: body, mark: text.len() - body.len(), starts }
    }

    fn region(&self, words: Span) -> Option<Region> {
        Some(Region { start: self.position(words.start)?, end: self.position(words.end)? })
    }

    fn position(&self, at: usize) -> Option<Position> {
        let at = at.checked_sub(self.mark)?;
        let line = self.starts.partition_point(|&(start, _)| start <= at);
        let &(start, before) = self.starts.get(line.checked_sub(1)?)?;
        let within = self.text.get(start..at)?.chars().count();
        Some(Position { line, column: within + 1, offset: before + within })
    }
}

/// Whether the file of `source` may have other sources, too; its hash is then that of a line's text.
pub(super) fn has_many(source: &Metadata) -> bool {
    let ending = source.file.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| ["jsonl", "ndjson"].iter().any(|many| ending.eq_ignore_ascii_case(many)))
}

/// What stays as it is in the path of a URI.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The URI of the file at `path`: relative where the path is.
pub(super) fn uri(path: &str) -> String {
    if let Some((drive, rest)) = path.split_once(":/").filter(|(drive, _)| cfg!(windows) && drive.len() == 1)
    {
        return format!("file:///{drive}:/{}", utf8_percent_encode(rest, PATH));
    }
    let encoded = utf8_percent_encode(path, PATH);
    if path.starts_with('/') { format!("file://{encoded}") } else { encoded.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(lines: &Lines<'_>, at: usize) -> Option<(usize, usize, usize)> {
        lines.position(at).map(|place| (place.line, place.column, place.offset))
    }

    #[test]
    fn positions_count_as_editors_do() {
        let lines = Lines::new("ab\néx🙂y\r\nz");
        assert_eq!(place(&lines, 0), Some((1, 1, 0)));
        assert_eq!(place(&lines, 2), Some((1, 3, 2)), "the line break is on its line");
        assert_eq!(place(&lines, 3), Some((2, 1, 3)));
        assert_eq!(place(&lines, 10), Some((2, 4, 6)), "after the smiling face");
        assert_eq!(place(&lines, 13), Some((3, 1, 9)));
        assert_eq!(place(&lines, 14), Some((3, 2, 10)), "the end");
        assert_eq!(place(&lines, 4), None, "within a character");
        assert_eq!(place(&lines, 15), None, "past the end");
    }

    #[test]
    fn a_byte_order_mark_counts_for_nothing() {
        let lines = Lines::new("\u{feff}ab\nc");
        assert_eq!(place(&lines, 3), Some((1, 1, 0)));
        assert_eq!(place(&lines, 6), Some((2, 1, 3)));
        assert_eq!(place(&lines, 0), None);
    }

    #[test]
    fn what_has_a_meaning_in_a_uri_is_encoded() {
        assert_eq!(uri("seeds/a b#1?.txt"), "seeds/a%20b%231%3F.txt");
        assert_eq!(uri("c:d.txt"), "c%3Ad.txt");
        assert_eq!(uri("/srv/é.txt"), "file:///srv/%C3%A9.txt");
    }
}
