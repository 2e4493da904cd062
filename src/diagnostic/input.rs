//! A file of the user's as it was read, and places in it.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::span::Span;

/// A file of the user's as it was read, or one line of it; cheap to clone.
///
/// Spans of diagnostics are byte offsets into [`Input::text`].
#[derive(Clone)]
pub struct Input(Arc<Inner>);

struct Inner {
    path: PathBuf,
    text: String,
    /// Byte offset at which each line starts.
    lines: Vec<usize>,
    /// How many lines of the file precede `text`.
    preceding: usize,
}

/// A line and a column, both counted from 1; the column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl Input {
    /// A file's text under the path by which the user knows it. A byte-order mark at its start is dropped.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>, text: impl Into<String>) -> Self {
        let mut text = text.into();
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        Self::from_line(path.into(), text, 0)
    }

    /// One line of a file that is too large to be kept; `number` is the line's, counted from 1.
    #[must_use]
    pub fn of_line(path: impl Into<PathBuf>, text: impl Into<String>, number: usize) -> Self {
        Self::from_line(path.into(), text.into(), number.saturating_sub(1))
    }

    fn from_line(path: PathBuf, text: String, preceding: usize) -> Self {
        let breaks = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
        let lines = std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect();
        Self(Arc::new(Inner { path, text, lines, preceding }))
    }

    /// The path by which the user knows it.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0.path
    }

    /// Its text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// Line and column of a byte offset; an offset past the end or inside a character counts as the nearest
    /// place before it.
    #[must_use]
    pub fn line_column(&self, offset: usize) -> LineColumn {
        let offset = self.0.text.floor_char_boundary(offset);
        let line = self.line_at(offset);
        let start = self.0.lines.get(line).copied().unwrap_or(0);
        let column = self.0.text.get(start..offset).map_or(0, |before| before.chars().count());
        LineColumn { line: self.0.preceding + line + 1, column: column + 1 }
    }

    /// The span of the line that holds `offset`, without its line break.
    #[must_use]
    pub(super) fn line_span(&self, offset: usize) -> Span {
        let line = self.line_at(offset);
        let start = self.0.lines.get(line).copied().unwrap_or(0);
        let end = self.0.lines.get(line + 1).copied().unwrap_or(self.0.text.len());
        let content = self.0.text.get(start..end).unwrap_or_default().trim_end_matches(['\n', '\r']);
        Span::new(start, start + content.len())
    }

    /// How many lines of the file precede the text.
    pub(super) fn preceding(&self) -> usize {
        self.0.preceding
    }

    fn line_at(&self, offset: usize) -> usize {
        self.0.lines.partition_point(|&start| start <= offset).saturating_sub(1)
    }
}

/// Without the text, which may be long.
impl fmt::Debug for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Input").field(&self.0.path).finish()
    }
}

/// Two inputs are one where path, place and text are.
impl PartialEq for Input {
    fn eq(&self, other: &Self) -> bool {
        let same = |a: &Inner, b: &Inner| a.path == b.path && a.preceding == b.preceding && a.text == b.text;
        Arc::ptr_eq(&self.0, &other.0) || same(&self.0, &other.0)
    }
}

impl Eq for Input {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_from_one_in_characters() {
        let input = Input::new("a.yaml", "\u{feff}één\r\ntwo\n");
        let at = |offset| (input.line_column(offset).line, input.line_column(offset).column);
        assert_eq!(at(0), (1, 1));
        assert_eq!(at(1), (1, 1), "inside a character");
        assert_eq!(at(4), (1, 3));
        assert_eq!(at(7), (2, 1));
        assert_eq!(at(11), (3, 1));
        assert_eq!(at(999), (3, 1));
        assert_eq!(input.line_span(2), Span::new(0, 5));
        assert_eq!(input.line_span(11), Span::new(11, 11));
        let line = Input::of_line("a.jsonl", "één", 7).line_column(4);
        assert_eq!((line.line, line.column), (7, 3));
    }
}
