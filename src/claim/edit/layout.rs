//! Lines, columns and line breaks of a text that is to be edited.

use std::ops::Range;

/// Bytes that make way for others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) at: Range<usize>,
    pub(super) text: String,
}

impl Change {
    pub(super) fn insert(at: usize, text: impl Into<String>) -> Self {
        Self { at: at..at, text: text.into() }
    }

    pub(super) fn replace(at: Range<usize>, text: impl Into<String>) -> Self {
        Self { at, text: text.into() }
    }

    /// Adds `lines` after the line that ends at `at`, or before the one that begins there.
    pub(super) fn insert_lines(text: &str, at: usize, lines: &[String]) -> Self {
        let line_break = line_break(text, at);
        let added = lines.join(line_break);
        let begins = text.get(..at).is_none_or(|before| before.is_empty() || before.ends_with(BREAKS));
        let whole = if begins { format!("{added}{line_break}") } else { format!("{line_break}{added}") };
        Self::insert(at, whole)
    }
}

/// `text` with `changes` made, which are in order and apart.
pub(super) fn applied(text: &str, changes: &[Change]) -> String {
    let mut edited = String::with_capacity(text.len() + 512);
    let mut from = 0;
    for change in changes {
        edited.push_str(text.get(from..change.at.start).unwrap_or_default());
        edited.push_str(&change.text);
        from = change.at.end;
    }
    edited.push_str(text.get(from..).unwrap_or_default());
    edited
}

const BREAKS: [char; 2] = ['\n', '\r'];
const SPACES: [char; 4] = [' ', '\t', '\n', '\r'];
/// How far what continues a field stands to the right of its name.
const STEP: usize = 2;

/// Where the line that holds `at` ends, before its line break.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    rest(text, at).find(BREAKS).map_or(text.len(), |length| at + length)
}

/// Where the first line begins that is not blank, after the one that ends at `end`.
pub(super) fn after_blank_lines(text: &str, end: usize) -> usize {
    let after = rest(text, end);
    let blank = after.len() - after.trim_start_matches(SPACES).len();
    match after.get(..blank).and_then(|blank| blank.rfind(BREAKS)) {
        // At the end of the file, what stands on the last line is blank as well.
        Some(_) if blank == after.len() => text.len(),
        Some(last) => end + last + 1,
        None => end,
    }
}

/// Where what ends before `end` ends, white space left out.
pub(super) fn content_end(text: &str, end: usize) -> usize {
    text.get(..end).map_or(end, |before| before.trim_end_matches(SPACES).len())
}

/// The line break of the line that holds `at`; where it has none, that of the first line.
pub(super) fn line_break(text: &str, at: usize) -> &'static str {
    let here = rest(text, at);
    match here
        .find(BREAKS)
        .map(|found| rest(here, found))
        .or_else(|| text.find(BREAKS).map(|f| rest(text, f)))
    {
        Some(found) if found.starts_with("\r\n") => "\r\n",
        Some(found) if found.starts_with('\r') => "\r",
        _ => "\n",
    }
}

/// The column, from 0, of what stands at `at`.
pub(super) fn column(text: &str, at: usize) -> usize {
    text.get(line_start(text, at)..at).map_or(0, |before| before.chars().count())
}

/// The column that the fields of a block map share whose first one stands at `at`: dashes may precede it.
pub(super) fn field_column(text: &str, at: usize) -> usize {
    let start = line_start(text, at);
    let before = text.get(start..at).unwrap_or_default();
    before.find(|c| !matches!(c, ' ' | '-')).unwrap_or(before.len())
}

/// Where the line that holds `at` begins.
fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind(BREAKS)).map_or(0, |found| found + 1)
}

/// Where the next thing after `from` begins that is neither white space nor a comment.
pub(super) fn next_token(text: &str, mut from: usize) -> usize {
    loop {
        let after = rest(text, from);
        from += after.len() - after.trim_start_matches(SPACES).len();
        let spaced = text.get(..from).is_none_or(|before| before.is_empty() || before.ends_with(SPACES));
        if !(spaced && rest(text, from).starts_with('#')) {
            return from;
        }
        from = line_end(text, from);
    }
}

/// `from`, or past the anchors and tags that stand there, and what separates them from what they belong to.
pub(super) fn past_properties(text: &str, mut from: usize) -> usize {
    while rest(text, from).starts_with(['&', '!']) {
        let length = rest(text, from).find(SPACES).unwrap_or_default();
        if length == 0 {
            return from;
        }
        from = next_token(text, from + length);
    }
    from
}

/// Whether `text` has `c` at `at`.
pub(super) fn is_at(text: &str, at: usize, c: char) -> bool {
    rest(text, at).starts_with(c)
}

/// `text` from `at` on.
pub(super) fn rest(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}

/// Moves the lines of `span` after the first to the right, all by as much, so that they stand beyond `column`, and by
/// `least` at least. Blank lines stay.
pub(super) fn indented(text: &str, span: Range<usize>, column: usize, least: usize) -> Vec<Change> {
    let mut lines = Vec::new();
    let mut at = line_end(text, span.start);
    while at < span.end {
        at += if rest(text, at).starts_with("\r\n") { 2 } else { 1 };
        let line = text.get(at..line_end(text, at)).unwrap_or_default();
        let indent = line.len() - line.trim_start_matches(' ').len();
        if indent < line.len() {
            lines.push((at, indent));
        }
        at += line.len();
    }
    let nearest = lines.iter().map(|&(_, indent)| indent).min().unwrap_or(usize::MAX);
    let by = if nearest > column { 0 } else { column + STEP - nearest }.max(least);
    if by == 0 {
        return Vec::new();
    }
    lines.into_iter().map(|(start, _)| Change::insert(start, " ".repeat(by))).collect()
}
