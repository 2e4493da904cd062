//! Text for people: lines wrapped to the width there is, under a hanging indent.

use std::io::{self, Write};

use anstyle::Style;
use crosscheck::one_line;

/// For what is looked for first.
pub(crate) const STRONG: Style = Style::new().bold();
/// For what may be passed over.
pub(crate) const FAINT: Style = Style::new().dimmed();

/// A writer that wraps.
pub(crate) struct Listing<'a> {
    out: &'a mut dyn Write,
    width: usize,
}

impl<'a> Listing<'a> {
    /// Writes to `out`, at most `width` columns a line.
    pub(crate) fn new(out: &'a mut dyn Write, width: usize) -> Self {
        Self { out, width }
    }

    /// An empty line.
    pub(crate) fn gap(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// `text` after `label`, wrapped; further lines begin below the text's first word.
    pub(crate) fn entry(&mut self, indent: usize, label: &str, style: Style, text: &str) -> io::Result<()> {
        let hang = indent + unicode_width::UnicodeWidthStr::width(label);
        let text = one_line(text);
        let options = textwrap::Options::new(self.width.saturating_sub(hang).max(20)).break_words(false);
        let mut lines = textwrap::wrap(&text, options).into_iter();
        let first = lines.next().unwrap_or_default();
        writeln!(self.out, "{:indent$}{label}{style}{first}{style:#}", "")?;
        lines.try_for_each(|line| writeln!(self.out, "{:hang$}{style}{line}{style:#}", ""))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn lines_hang_below_the_first_word_and_carry_no_escapes() {
        let mut out = Vec::new();
        let mut listing = Listing::new(&mut out, 30);
        listing.entry(2, "why: ", Style::new(), "one two\u{1b}[31m three four five six").unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "  why: one two␛[31m three four\n       five six\n");
    }
}
