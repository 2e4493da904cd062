//! Quotations, told from apostrophes, inches and stray marks: one scan over the text, paragraph by paragraph.

use super::block::{blocks, marker};
use super::entities;
use crate::span::Span;

/// A passage between quotation marks; of nested ones, the outermost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotation {
    /// Where it stands, its marks included.
    pub span: Span,
    /// What stands between its marks.
    pub inner: Span,
    /// Whether it has a closing mark. One without ends with its paragraph.
    pub closed: bool,
    /// Whether it goes on with the quotation before, whose last paragraph has no closing mark for that
    /// reason.
    pub continues: bool,
}

/// The marks of one sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// `“ ”`, and `„ “`.
    Double,
    /// `"`.
    Straight,
    /// `‘ ’`.
    Single,
    /// `'`.
    StraightSingle,
    /// `« »`.
    Angle,
    /// ` `` '' `, as some corpora write them.
    Grave,
}

/// How many paragraphs without a mark, captions and such, may stand between two parts of a quotation, and how
/// long in bytes each may be.
const MOST_BETWEEN: usize = 3;
const LONGEST_BETWEEN: usize = 160;

/// The quotations of `text`, in order, none overlapping another.
///
/// A quotation of several paragraphs opens each of them anew and closes the last only; it is given paragraph
/// by paragraph, the later ones with [`Quotation::continues`]. A mark that opens a quotation and is never
/// closed quotes the rest of its paragraph and no more.
///
/// ```
/// use crosscheck::text::quotations;
///
/// let text = "“It’s a start,” she said of the two years’ work on a 12\" model.";
/// let found = quotations(text);
/// assert_eq!(found.len(), 1);
/// assert_eq!(&text[found[0].inner.start..found[0].inner.end], "It’s a start,");
/// ```
#[must_use]
pub fn quotations(text: &str) -> Vec<Quotation> {
    scanned(&entities::resolved(text)).0
}

/// The quotations of `text`, and how many bytes were read in search of closing marks, some of them more than once.
fn scanned(text: &str) -> (Vec<Quotation>, usize) {
    let (mut found, mut read) = (Vec::new(), 0);
    if !text.bytes().any(may_begin_mark) {
        return (found, read);
    }
    // The sort of a quotation whose paragraph ended before it did, and how many paragraphs ago that was.
    let mut pending: Option<(Sort, usize)> = None;
    for block in blocks(text) {
        let at = block.start + marker(&text[block.start..block.end]);
        let mut scan = Scan { text, at, end: block.end, graves_end: false, read: 0 };
        let first = found.len();
        let open = scan.run(pending.map(|(sort, _)| sort), &mut found);
        read += scan.read;
        let between = found.len() == first && block.len() <= LONGEST_BETWEEN;
        pending = match (open, pending) {
            (Some(sort), _) => Some((sort, 0)),
            (None, Some((sort, gone))) if between && gone < MOST_BETWEEN => Some((sort, gone + 1)),
            (None, _) => None,
        };
    }
    (found, read)
}

/// Whether a quotation mark may begin with this byte.
const fn may_begin_mark(byte: u8) -> bool {
    matches!(byte, b'"' | b'\'' | b'`' | 0xC2 | 0xE2)
}

/// The rest of a paragraph.
struct Scan<'a> {
    text: &'a str,
    at: usize,
    end: usize,
    /// Whether no `''` follows, so that none is looked for again: unlike other marks a ` `` ` without one neither ends
    /// the scan nor the search for the one before.
    graves_end: bool,
    /// How many bytes were read in search of closing marks.
    read: usize,
}

/// Where a closing mark starts and ends, if there is one, and where the search for it ended.
type Sought = (Option<(usize, usize)>, usize);

impl Scan<'_> {
    /// Finds the quotations of the paragraph; gives the sort of the last where it may go on in the next
    /// paragraph.
    fn run(&mut self, pending: Option<Sort>, found: &mut Vec<Quotation>) -> Option<Sort> {
        let words = &self.text[self.at..self.end];
        let begin = self.at + (words.len() - words.trim_start().len());
        let mut goes_on = None;
        while let Some((at, sort, width)) = self.next_mark() {
            self.at = at + width;
            if !self.opens(at, width, sort) {
                continue;
            }
            let continues = at == begin && pending == Some(sort);
            if let Some((start, end)) = self.close(sort) {
                let (inner, span) = (Span::new(at + width, start), Span::new(at, end));
                found.push(Quotation { span, inner, closed: true, continues });
                self.at = end;
                continue;
            }
            let runs_on = at == begin || matches!(sort, Sort::Double | Sort::Angle) || self.follows_pause(at);
            let is_single = matches!(sort, Sort::Single | Sort::StraightSingle);
            if !runs_on || is_single && !(at == begin && sort == Sort::Single) {
                continue;
            }
            let end = self.text[..self.end].trim_end().len().max(at + width);
            let (inner, span) = (Span::new(at + width, end), Span::new(at, end));
            found.push(Quotation { span, inner, closed: false, continues });
            goes_on = Some(sort);
            break;
        }
        goes_on
    }

    /// The next mark that may open a quotation: where, of what sort, and its width in bytes.
    fn next_mark(&self) -> Option<(usize, Sort, usize)> {
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        while at < self.end {
            if may_begin_mark(bytes[at])
                && let Some((sort, width)) = self.opener_at(at)
            {
                return Some((at, sort, width));
            }
            at += 1;
        }
        None
    }

    fn opener_at(&self, at: usize) -> Option<(Sort, usize)> {
        let sort = match self.char_at(at)? {
            // Set the wrong way round often enough.
            '“' | '”' | '„' | '‟' => Sort::Double,
            '"' => Sort::Straight,
            '‘' | '‚' => Sort::Single,
            '\'' => Sort::StraightSingle,
            '«' => Sort::Angle,
            '`' if self.text[at..].starts_with("``") => return Some((Sort::Grave, 2)),
            _ => return None,
        };
        Some((sort, self.char_at(at).map_or(1, char::len_utf8)))
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..self.end)?.chars().next()
    }

    fn char_before(&self, at: usize) -> Option<char> {
        self.text.get(..at)?.chars().next_back()
    }

    /// Whether nothing that belongs to a word stands before `at`.
    fn is_left_edge(&self, at: usize) -> bool {
        self.char_before(at).is_none_or(|c| {
            c.is_whitespace()
                || matches!(c, '(' | '[' | '{' | '–' | '—' | '-' | '/' | '…' | '*' | '_' | '>' | '|')
                || opens_nested(c)
                || c == '\u{feff}'
        })
    }

    /// Whether nothing that belongs to a word stands at `at`.
    fn is_right_edge(&self, at: usize) -> bool {
        self.char_at(at).is_none_or(|c| !c.is_alphanumeric())
    }

    fn is_space(&self, at: usize) -> bool {
        self.char_at(at).is_none_or(char::is_whitespace)
    }

    /// Whether the mark at `at` can open a quotation.
    fn opens(&self, at: usize, width: usize, sort: Sort) -> bool {
        let after = at + width;
        match sort {
            Sort::Double => {
                self.text[at..].starts_with(['“', '„']) || self.is_left_edge(at) && !self.is_space(after)
            }
            Sort::Angle | Sort::Grave => true,
            // Corpora that part all marks from the words have a space on either side.
            Sort::Straight => self.is_left_edge(at) && at + width < self.end,
            Sort::Single | Sort::StraightSingle => {
                self.is_left_edge(at) && !self.is_space(after) && !self.is_elision(after)
            }
        }
    }

    /// Whether an apostrophe stands before `at` for what is left out: "’90s", "’tis", "’em".
    fn is_elision(&self, at: usize) -> bool {
        let rest = &self.text.as_bytes()[at..self.end];
        if rest.len() >= 3 && rest[0].is_ascii_digit() && rest[1].is_ascii_digit() && rest[2] == b's' {
            return rest.get(3).is_none_or(|byte| !byte.is_ascii_alphanumeric());
        }
        let letters = rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        ELIDED.iter().any(|word| rest[..letters].eq_ignore_ascii_case(word.as_bytes()))
    }

    /// Whether a colon or comma and a space stand before `at`, as before words that are quoted.
    fn follows_pause(&self, at: usize) -> bool {
        self.text[..at].trim_end().ends_with([':', ','])
    }

    /// Where the closing mark of the quotation that begins just before the scan's place starts and ends.
    fn close(&mut self, sort: Sort) -> Option<(usize, usize)> {
        if sort == Sort::Grave && self.graves_end {
            return None;
        }
        let (close, reached) = match sort {
            Sort::Single | Sort::StraightSingle => self.close_single(sort),
            Sort::Straight => self.close_straight(),
            Sort::Grave => self.close_grave(),
            Sort::Double | Sort::Angle => self.close_paired(sort),
        };
        self.read += reached - self.at;
        self.graves_end |= sort == Sort::Grave && close.is_none();
        close
    }

    fn close_grave(&self) -> Sought {
        let found = self.text[self.at..self.end].find("''").map(|offset| self.at + offset);
        (found.map(|at| (at, at + 2)), found.unwrap_or(self.end))
    }

    /// Pairs that nest: the mark that brings their depth to nothing.
    fn close_paired(&self, sort: Sort) -> Sought {
        let low = self.char_before(self.at) == Some('„');
        let mut depth = 1;
        let mut last = None;
        for (offset, c) in self.text[self.at..self.end].char_indices() {
            let (opens, closes) = match sort {
                Sort::Angle => (c == '«', c == '»'),
                _ => (!low && c == '“', c == '”' || low && c == '“'),
            };
            if opens {
                depth += 1;
            } else if closes {
                let (at, end) = (self.at + offset, self.at + offset + c.len_utf8());
                depth -= 1;
                last = Some((at, end));
                if depth == 0 {
                    return (last, end);
                }
            }
        }
        // One was opened too many: “he said “yes”.
        (last, self.end)
    }

    /// The next straight mark, but for inches; none where that mark opens another quotation.
    fn close_straight(&self) -> Sought {
        let spaced = self.is_space(self.at);
        for (offset, _) in self.text[self.at..self.end].match_indices('"') {
            let at = self.at + offset;
            if self.is_inches(at) {
                continue;
            }
            let opens = self.is_left_edge(at) && !self.is_space(at + 1) && self.char_at(at + 1) != Some(',');
            return ((!opens || spaced && at > self.at).then_some((at, at + 1)), at + 1);
        }
        (None, self.end)
    }

    /// The `"` of 5'10".
    fn is_inches(&self, at: usize) -> bool {
        let before = self.text[..at].trim_end_matches(|c: char| c.is_ascii_digit());
        before.len() < at
            && before.ends_with(['\'', '’', '′'])
            && before[..before.len()]
                .trim_end_matches(['\'', '’', '′'])
                .ends_with(|c: char| c.is_ascii_digit())
    }

    /// The next single mark that ends a word and is no apostrophe, before another opens. A mark after an "s"
    /// may be that of "years’ work": it closes only where no better one follows.
    fn close_single(&self, sort: Sort) -> Sought {
        let wanted = if sort == Sort::Single { '’' } else { '\'' };
        let mut doubtful = None;
        for (offset, mark) in self.text[self.at..self.end].match_indices(['‘', '‚', '’', '\'']) {
            let at = self.at + offset;
            let end = at + mark.len();
            if self.is_left_edge(at) && !self.is_space(end) && !self.is_elision(end) && offset > 0 {
                return (doubtful, end);
            }
            let ends_word = !self.is_left_edge(at) && self.is_right_edge(end) && offset > 0;
            if !mark.starts_with(wanted) || !ends_word {
                continue;
            }
            if !self.may_be_apostrophe(at, end) {
                return (Some((at, end)), end);
            }
            doubtful = doubtful.or(Some((at, end)));
        }
        (doubtful, self.end)
    }

    /// "years’ work", "goin’ home", "rock ’n’ roll".
    fn may_be_apostrophe(&self, at: usize, end: usize) -> bool {
        let before = &self.text[self.at..at];
        let drops = before.ends_with(['s', 'S', 'z', 'x']) || before.ends_with("in") || is_lone_n(before);
        let mut after = self.text[end..self.end].chars();
        drops && after.next() == Some(' ') && after.next().is_some_and(char::is_alphabetic)
    }
}

/// Words that an apostrophe begins.
const ELIDED: [&str; 8] = ["tis", "twas", "em", "cause", "til", "n", "bout", "cos"];

fn is_lone_n(before: &str) -> bool {
    ["’n", "'n", "‘n"].iter().any(|ending| before.ends_with(ending))
}

/// Marks after which another may open at once.
const fn opens_nested(c: char) -> bool {
    matches!(c, '“' | '‘' | '"' | '\'' | '„' | '«')
}

#[cfg(test)]
mod tests;
