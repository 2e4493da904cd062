//! The page that is written on: colours, wrapping, and the few shapes that a line takes.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style as Ansi};
use textwrap::core::display_width;
use textwrap::{Options, WordSplitter};

use super::Style;
use super::excerpt::{self, Subject};

/// Columns below which lines are no longer made to fit.
const NARROWEST: usize = 40;

/// Columns beyond which prose is no longer wider: longer lines are hard to follow.
const WIDEST: usize = 120;

/// A space at which no line breaks; on the page it is a plain one. Text from outside holds none: it is on one
/// line, where every white space is a plain space.
pub(super) const NO_BREAK: char = '\u{a0}';

/// What a piece of text means; its colour follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    Strong,
    Question,
    Dim,
    Good,
    Bad,
    Mixed,
    Single,
    Unclear,
}

impl Ink {
    /// The terminal's own sixteen colours: they follow the reader's theme.
    const fn ansi(self) -> Ansi {
        match self {
            Self::Strong => Ansi::new().bold(),
            Self::Question => Ansi::new().underline(),
            Self::Dim => Ansi::new().dimmed(),
            Self::Good => AnsiColor::Green.on_default().bold(),
            Self::Bad => AnsiColor::Red.on_default().bold(),
            Self::Mixed => AnsiColor::Magenta.on_default().bold(),
            Self::Single => AnsiColor::Cyan.on_default().bold(),
            Self::Unclear => AnsiColor::Yellow.on_default().bold(),
        }
    }
}

/// A writer that knows its width and whether it may use colour.
pub(super) struct Page<'a> {
    out: &'a mut dyn Write,
    style: Style,
}

impl<'a> Page<'a> {
    pub(super) fn new(style: Style, out: &'a mut dyn Write) -> Self {
        Self { out, style: Style { width: style.width.max(NARROWEST), ..style } }
    }

    /// Columns there are.
    pub(super) fn width(&self) -> usize {
        self.style.width
    }

    /// Columns there are for prose.
    pub(super) fn prose(&self) -> usize {
        self.style.width.min(WIDEST)
    }

    /// `text` in the colour of `ink`, or plain.
    pub(super) fn paint(&self, ink: Ink, text: &str) -> String {
        if self.style.colour && !text.is_empty() {
            let ansi = ink.ansi();
            format!("{}{text}{}", ansi.render(), ansi.render_reset())
        } else {
            text.to_owned()
        }
    }

    /// An empty line.
    pub(super) fn blank(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// One line as it is.
    pub(super) fn line(&mut self, line: &str) -> io::Result<()> {
        writeln!(self.out, "{}", line.trim_end())
    }

    /// `text`, wrapped; its first line begins with `first`, the others with `rest`.
    pub(super) fn text(&mut self, first: &str, rest: &str, text: &str) -> io::Result<()> {
        for line in self.wrapped(first, rest, text) {
            self.line(&line)?;
        }
        Ok(())
    }

    fn wrapped(&self, first: &str, rest: &str, text: &str) -> Vec<String> {
        let options = Options::new(self.prose())
            .initial_indent(first)
            .subsequent_indent(rest)
            .word_splitter(WordSplitter::NoHyphenation);
        let mut lines: Vec<String> =
            textwrap::wrap(text, options).into_iter().map(|line| line.replace(NO_BREAK, " ")).collect();
        if self.style.colour {
            carry_colour(&mut lines, rest);
        }
        lines
    }

    /// `text`, wrapped, with `right` at the right edge of its last line, or on a line of its own where there is no
    /// room.
    pub(super) fn text_and(&mut self, indent: &str, text: &str, right: &str) -> io::Result<()> {
        let mut lines = self.wrapped(indent, indent, text);
        let last = lines.last().map_or(0, |line| display_width(line));
        match self.prose().checked_sub(last + display_width(right)) {
            Some(gap) if gap >= 2 => {
                if let Some(line) = lines.last_mut() {
                    line.push_str(&" ".repeat(gap));
                    line.push_str(right);
                }
            }
            _ => match self.prose().checked_sub(display_width(right)) {
                Some(gap) if gap >= indent.len() => lines.push(format!("{}{right}", " ".repeat(gap))),
                _ => lines.extend(self.wrapped(indent, indent, right)),
            },
        }
        lines.iter().try_for_each(|line| self.line(line))
    }

    /// A section's heading: its name, a count and what it means.
    pub(super) fn heading(&mut self, ink: Ink, name: &str, count: &str, meaning: &str) -> io::Result<()> {
        self.blank()?;
        let name = self.paint(ink, &name.to_uppercase());
        let meaning = self.paint(Ink::Dim, meaning);
        self.text("", "", &format!("{name} {count}  {meaning}"))
    }

    /// A quote behind a bar, cut to about `lines` lines.
    pub(super) fn quote(&mut self, indent: usize, lines: usize, subject: &Subject<'_>) -> io::Result<()> {
        let inner = self.prose().saturating_sub(indent + 2).max(20);
        // A ragged right edge loses some columns a line; one line loses none.
        let room = if lines == 1 { inner } else { lines * inner.saturating_sub(6) };
        let text = excerpt::excerpt(subject, room, &|value| self.paint(Ink::Strong, value));
        let bar = format!("{}{} ", " ".repeat(indent), self.paint(Ink::Dim, "│"));
        self.text(&bar, &bar, &text)
    }
}

/// Where a line breaks within coloured text, ends the colour there and takes it up again after the indent.
fn carry_colour(lines: &mut [String], indent: &str) {
    let mut open = String::new();
    for line in lines {
        if !open.is_empty() {
            let at = if line.starts_with(indent) { indent.len() } else { 0 };
            line.insert_str(at, &open);
        }
        open = open_escapes(line);
        if !open.is_empty() {
            line.push_str(RESET);
        }
    }
}

const RESET: &str = "\u{1b}[0m";

/// The escapes still in force at the end of `line`: those after its last reset.
fn open_escapes(line: &str) -> String {
    let tail = line.rfind(RESET).and_then(|at| line.get(at + RESET.len()..)).unwrap_or(line);
    tail.match_indices("\u{1b}[")
        .filter_map(|(start, _)| {
            let escape = tail.get(start..)?;
            escape.get(..=escape.find('m')?)
        })
        .collect()
}

/// `text` with spaces up to `width` columns.
pub(super) fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(display_width(text))))
}

/// The beginning of `text` in at most `width` columns, ending in … where it is cut.
pub(super) fn shortened(text: &str, width: usize) -> String {
    if display_width(text) <= width {
        return text.to_owned();
    }
    let mut short = String::new();
    let mut used = 1;
    for c in text.chars() {
        used += unicode_width::UnicodeWidthChar::width(c).unwrap_or(0);
        if used > width {
            break;
        }
        short.push(c);
    }
    format!("{}…", short.trim_end())
}
