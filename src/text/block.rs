//! Blocks: the paragraphs, headings and list items that a text consists of.
//!
//! A line is a block, but for paragraphs broken into lines of some 72 columns, as mail and plain-text archives
//! have them, or fewer, as captions do. Such a paragraph is told from headings, lists and one sentence a line by two
//! signs: its lines break in the middle of sentences (the next begins in lower case, or a word ends the line that ends no
//! sentence, "the", "of"), and they are as full as the widest line allows (the next line's first word would not have fitted).

use crate::span::Span;

use super::WordSet;

/// A line narrower than this, in characters, was not broken for want of room.
const NARROWEST: usize = 16;

/// A column narrower than this, as captions and newspapers have it, takes more to tell it from a list: [`NARROW_BREAKS`] lines, one
/// that ends open, or a sentence that begins in one and ends in the next.
const NARROW: usize = 40;

/// So many lines of a narrow column must certainly be broken.
const NARROW_BREAKS: usize = 3;

/// Wider lines are paragraphs. RFC 5322 asks for lines of 78 characters at most; wide editors break at 100.
const WIDEST: usize = 110;

/// How much of the widest line is full: programs that even out lines leave up to a fifth free.
const FULL: f64 = 0.8;

/// How many characters wider than the widest line that certainly was broken another may be: a long word.
const SLACK: usize = 12;

/// Words with which no sentence, heading or item of a list ends.
static OPEN: WordSet = WordSet::of(&[
    "a", "an", "and", "are", "as", "at", "because", "but", "by", "for", "from", "had", "has", "have", "her",
    "his", "if", "in", "into", "is", "its", "my", "nor", "of", "on", "or", "our", "than", "that", "the",
    "their", "to", "was", "were", "which", "who", "whose", "will", "with", "would", "your",
]);

/// Words in capitals with which a sentence begins rather than goes on after a break.
static BEGINNING: WordSet = WordSet::of(&[
    "A", "After", "An", "And", "As", "At", "But", "For", "He", "Her", "His", "I", "In", "It", "Its", "On",
    "She", "That", "The", "Their", "There", "They", "This", "We", "When", "You",
]);

/// A line with what decides whether the next one continues it.
struct Line {
    span: Span,
    /// In characters, indentation included.
    width: usize,
    indent: usize,
    first_word: usize,
    begins: Begins,
    ends_sentence: bool,
    /// With a word that ends no sentence.
    ends_open: bool,
    /// With a word with which sentences begin.
    begins_sentence: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Begins {
    /// In the middle of a sentence: in lower case.
    Within,
    /// With a list marker, a heading's or a table's sign: never a continuation.
    Anew,
    /// With a capital, a digit or a quotation mark: may be either.
    Unclear,
    /// Not at all: a blank line.
    Blank,
}

/// The blocks of `text`, blank ones left out, in order. None overlap; what lies between them is white space.
pub(super) fn blocks(text: &str) -> Vec<Span> {
    lines_alone(text).unwrap_or_else(|| joined_lines(text))
}

/// Each line that is not blank, if no line certainly breaks a sentence: then there is no telling how wide the text
/// is, and none is joined.
fn lines_alone(text: &str) -> Option<Vec<Span>> {
    let mut alone: Vec<Span> = Vec::new();
    let breaks = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
    let mut start = 0;
    for end in breaks.chain((!text.ends_with('\n')).then_some(text.len())) {
        let span = Span::new(start, end);
        start = end;
        let Some(first) = text[span.start..end].trim_start_matches(is_blank).chars().next() else { continue };
        let line = |span: Span| read(&text[span.start..span.end], span);
        let goes_on =
            |before: Span| first.is_lowercase() || ends_open(text[before.start..before.end].trim_end());
        let before = alone.last().filter(|before| before.end == span.start && goes_on(**before));
        if before.is_some_and(|&before| breaks_sentence(&line(before), &line(span))) {
            return None;
        }
        alone.push(span);
    }
    Some(alone)
}

/// The same for any text.
pub(super) fn joined_lines(text: &str) -> Vec<Span> {
    let lines = lines(text);
    let wrap = Wrap::of(&lines);
    let mut blocks: Vec<Span> = Vec::new();
    for paragraph in lines.split(|line| line.begins == Begins::Blank) {
        let pairs = || paragraph.iter().zip(paragraph.iter().skip(1));
        let broken = pairs().any(|(line, next)| breaks_sentence(line, next));
        blocks.extend(paragraph.first().map(|line| line.span));
        for (line, next) in pairs() {
            match blocks.last_mut().filter(|_| wrap.joins(line, next, broken)) {
                Some(block) => block.end = next.span.end,
                None => blocks.push(next.span),
            }
        }
    }
    blocks
}

/// How the lines of a text are broken.
struct Wrap {
    /// The widest line that certainly was broken, in characters; 0 where none was.
    width: usize,
    /// Whether most full lines break in the middle of a sentence: then all full lines are continued.
    always: bool,
}

impl Wrap {
    fn of(lines: &[Line]) -> Self {
        let pairs =
            || lines.iter().zip(lines.iter().skip(1)).filter(|(_, next)| next.begins != Begins::Blank);
        let broken = || pairs().filter(|(line, next)| breaks_sentence(line, next));
        let is_sure = |width: &usize| {
            let shows = |(line, next): (&Line, &Line)| {
                line.ends_open || line.begins == Begins::Unclear && next.ends_sentence
            };
            *width >= NARROW || broken().count() >= NARROW_BREAKS || broken().any(shows)
        };
        let width = broken().map(|(line, _)| line.width).max().filter(is_sure);
        let mut wrap = Self { width: width.unwrap_or(0), always: false };
        let open = || pairs().filter(|(line, next)| wrap.is_full(line, next, FULL) && !line.ends_sentence);
        let broken = open().filter(|(line, next)| breaks_sentence(line, next)).count();
        wrap.always = broken > 0 && broken * 2 >= open().count();
        wrap
    }

    /// Whether `next` continues `line`; `broken` says whether their paragraph certainly has broken lines.
    ///
    /// Where nothing but the room tells, as in two lines of a headline, `line` must be as full as can be.
    fn joins(&self, line: &Line, next: &Line, broken: bool) -> bool {
        let new_paragraph = next.indent > line.indent + 1 && line.begins != Begins::Anew;
        let least = if broken { FULL } else { 1.0 };
        next.begins != Begins::Anew
            && self.is_full(line, next, least)
            && (breaks_sentence(line, next) || self.always && !new_paragraph)
    }

    /// Whether the first word of `next` was one too many for `line`, at `least` times the greatest width.
    fn is_full(&self, line: &Line, next: &Line, least: f64) -> bool {
        #[allow(clippy::cast_precision_loss)]
        let (least, wanted) = (self.width as f64 * least, (line.width + 1 + next.first_word) as f64);
        (NARROWEST..=self.width + SLACK).contains(&line.width) && wanted > least
    }
}

/// Whether a sentence certainly goes on from `line` to `next`.
fn breaks_sentence(line: &Line, next: &Line) -> bool {
    let goes_on = next.begins == Begins::Within
        || line.ends_open && next.begins == Begins::Unclear && !next.begins_sentence;
    (NARROWEST..=WIDEST).contains(&line.width) && !line.ends_sentence && goes_on
}

fn lines(text: &str) -> Vec<Line> {
    let mut at = 0;
    text.split_inclusive('\n')
        .map(|line| {
            let span = Span::new(at, at + line.len());
            at = span.end;
            read(line, span)
        })
        .collect()
}

fn read(line: &str, span: Span) -> Line {
    let told = line.trim_end();
    let words = told.trim_start_matches(is_blank);
    // A character has four bytes at most: what is longer than that is too wide without counting.
    let is_wide = told.len() > WIDEST * 4;
    let first_word = words.split(char::is_whitespace).next().unwrap_or_default();
    Line {
        span,
        width: if is_wide { usize::MAX / 2 } else { told.chars().count() },
        indent: told.len() - words.len(),
        first_word: first_word.chars().take(WIDEST).count(),
        begins: begins(words),
        ends_sentence: ends_sentence(told),
        ends_open: ends_open(told),
        begins_sentence: BEGINNING.contains(first_word),
    }
}

fn begins(words: &str) -> Begins {
    match words.chars().next() {
        None => Begins::Blank,
        Some('#' | '|' | '>' | '=') => Begins::Anew,
        Some(_) if marker(words) > 0 => Begins::Anew,
        Some(c) if c.is_lowercase() => Begins::Within,
        Some(_) => Begins::Unclear,
    }
}

fn ends_open(line: &str) -> bool {
    let word = line.rsplit(|c: char| !c.is_ascii_lowercase()).next().unwrap_or_default();
    OPEN.contains(word)
}

fn ends_sentence(line: &str) -> bool {
    let closing = |c: char| matches!(c, '"' | '”' | '’' | '\'' | '»' | ')' | ']' | '*' | '_');
    line.trim_end_matches(closing).ends_with(['.', '!', '?', '…', ':', ';'])
}

/// How many bytes at the start of `block` are a list item's marker and the space around it: `- `, `• `, `* `,
/// `12. `, `3) `.
pub(super) fn marker(block: &str) -> usize {
    if block.as_bytes().first().is_some_and(u8::is_ascii_alphabetic) {
        return 0;
    }
    let words = block.trim_start_matches(is_blank);
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let sign = match words.chars().next() {
        // Longer numbers are years, or amounts that end a sentence.
        Some(_) if (1..=2).contains(&digits) && words[digits..].starts_with(['.', ')']) => digits + 1,
        Some(c) if "-*+•·‣◦▪●■".contains(c) => c.len_utf8(),
        _ => return 0,
    };
    let after = &words[sign..];
    let space = after.len() - after.trim_start().len();
    if space == 0 || space == after.len() { 0 } else { block.len() - words.len() + sign + space }
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<String> {
        let joined =
            |span: &Span| text[span.start..span.end].split_whitespace().collect::<Vec<_>>().join(" ");
        blocks(text).iter().map(joined).collect()
    }

    const WRAPPED: &str = "\
Programme missed chances to protect the public, report says
By Jane Doe
12 February 2025

The Prevent anti-terrorism scheme missed chances to protect the public
from the attacker who assassinated the MP Sir David Amess. It failed.
Lord Anderson found \u{201C}a long string of failings\u{201D} as it tried to deradicalise
Ali, closing his case after one meeting when he was supposed to have had
seven.

The review found:
- Ali was referred to Prevent in 2014 by his school after teachers said
  his demeanour and behaviour had changed
- the case was closed too soon

\u{201C}No,\u{201D} he said.
\u{201C}It was over.\u{201D}
";

    #[test]
    fn broken_paragraphs_are_joined_and_nothing_else() {
        let blocks = of(WRAPPED);
        assert_eq!(blocks.len(), 9, "{blocks:#?}");
        assert!(blocks[3].starts_with("The Prevent") && blocks[3].ends_with("had seven."), "{}", blocks[3]);
        assert!(blocks[5].ends_with("behaviour had changed"), "{}", blocks[5]);
        let windows = WRAPPED.replace('\n', "\r\n");
        assert_eq!(of(&windows), blocks);
    }

    #[test]
    fn the_width_does_not_matter() {
        let prose = "The report by the reviewer of the scheme says that the man who went on to kill was referred \
                     by his school, that he had one meeting with a mentor, and that Ministers knew of the case. ";
        for width in [30, 36, 45, 60, 72, 80, 100] {
            let greedy = textwrap::Options::new(width).wrap_algorithm(textwrap::WrapAlgorithm::FirstFit);
            for options in [textwrap::Options::new(width), greedy] {
                let paragraph = textwrap::fill(prose.repeat(3).trim(), options);
                let text = format!("A heading\n\n{paragraph}\n\n{paragraph}\n");
                assert_eq!(of(&text).len(), 3, "at {width} columns: {text}");
            }
        }
    }

    #[test]
    fn lines_that_stand_alone_stay_alone() {
        let texts = [
            // One sentence a line.
            "The scheme missed chances to protect the public from him.\nHe was referred to it by his school in \
             the year 2014.\nthe mentor met him once, over a coffee in south London.\n",
            // Headlines of like width.
            "Prevent review finds a string of failings in handling of killer\nFamily of murdered MP demand full \
             public inquiry into the case\nSouthport attacker had been referred three times to the scheme\n",
            // Narrow lower-case lines.
            "apples and pears\nbread and butter\ncheese\n",
            // A list of like width in small letters.
            "a pound of the finest butter\nsome bread and two dozen eggs\nthe keys to the garden shed\n",
            // Paragraphs.
            &format!("{}\n{}\n", "word ".repeat(60), "word ".repeat(70)),
            // List items that end in semicolons.
            "that the school had referred him to the scheme in 2014;\nthat the mentor had met him only once in \
             all that time; and\n",
        ];
        for text in texts {
            assert_eq!(of(text).len(), text.lines().count(), "{text}");
        }
    }

    #[test]
    fn markers_are_told_from_words_and_numbers() {
        let cases = [
            ("- one", 2),
            ("  •  one", 7),
            ("* one", 2),
            ("12. one", 4),
            ("3) one", 3),
            ("2014. One", 0),
            ("-one", 0),
            ("3.5 km", 0),
            ("1.", 0),
            ("- ", 0),
            ("", 0),
            ("–", 0),
        ];
        for (block, expected) in cases {
            assert_eq!(marker(block), expected, "{block:?}");
        }
    }
}
