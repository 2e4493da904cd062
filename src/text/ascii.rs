//! The quick way to a token: by a table of bytes, for what English is mostly written in.
//!
//! It decides only where the bytes leave no doubt; for all else [`super::token`] reads the characters. The two must
//! agree on every text, which a test of any text holds them to.

use std::ops::Range;

use super::token::{Case, TokenKind};

/// What a byte at the start of a token may be, other than a letter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Digit,
    Symbol,
    Mark,
    /// The first or a later byte of a character that is not ASCII.
    Wide,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Wide; 256];
    let mut byte = 0;
    while byte < 128 {
        classes[byte as usize] = match byte {
            b'0'..=b'9' => Class::Digit,
            b'$' | b'%' | b'&' | b'+' | b'=' | b'<' | b'>' | b'~' | b'#' | b'@' | b'^' | b'|' => {
                Class::Symbol
            }
            _ => Class::Mark,
        };
        byte += 1;
    }
    classes
};

/// The folded forms of marks that are written in several ways; they stand after the lower-case text in the buffer of
/// folded forms.
pub(super) const MARKS: &str = "\"'–";
const DOUBLE: Range<usize> = 0..1;
const SINGLE: Range<usize> = 1..2;
const DASH: Range<usize> = 2..5;

/// Where in the buffer a part of [`MARKS`] is.
#[allow(clippy::unnecessary_wraps)]
fn in_marks(bytes: &[u8], part: Range<usize>) -> Option<Range<usize>> {
    Some(bytes.len() + part.start..bytes.len() + part.end)
}

/// A token that was read without doubt.
pub(super) struct Read {
    pub(super) end: usize,
    pub(super) kind: TokenKind,
    pub(super) case: Case,
    /// Where its folded form is in the buffer; nowhere yet, for a word with `’` within.
    pub(super) folded: Option<Range<usize>>,
}

/// Where the next token may begin, from `at`: after white space and control characters.
pub(super) fn skip_blank(bytes: &[u8], at: usize) -> usize {
    let mut at = at;
    while bytes.get(at).is_some_and(|&byte| byte <= b' ' || byte == 127) {
        at += 1;
    }
    at
}

/// Whether what decorates may begin with `byte`.
#[inline]
pub(super) fn may_decorate(byte: u8) -> bool {
    matches!(byte, b'*' | b'_' | b'[' | b']')
}

/// The token that begins at `at`; nothing where there is doubt.
#[inline]
pub(super) fn read(bytes: &[u8], at: usize) -> Option<Read> {
    let first = *bytes.get(at)?;
    if first.is_ascii_alphabetic() {
        return word(bytes, at);
    }
    match CLASSES[usize::from(first)] {
        Class::Digit => Some(plain(at, number_end(bytes, at), TokenKind::Number)),
        Class::Symbol => mark(bytes, at, TokenKind::Symbol),
        Class::Mark => mark(bytes, at, TokenKind::Punctuation),
        Class::Wide => wide_mark(bytes, at),
    }
}

fn plain(at: usize, end: usize, kind: TokenKind) -> Read {
    Read { end, kind, case: Case::Lower, folded: Some(at..end) }
}

/// Digits, with `,` and `.` between digits: `1,000.5`; a point may also lead (`.5` is two tokens).
pub(super) fn number_end(bytes: &[u8], at: usize) -> usize {
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = at;
    while digit(end) || end > at && matches!(bytes.get(end), Some(b',' | b'.')) && digit(end + 1) {
        end += 1;
    }
    end
}

#[inline]
fn word(bytes: &[u8], at: usize) -> Option<Read> {
    let end = letters_end(bytes, at + 1);
    let next = bytes.get(end).copied().unwrap_or(b' ');
    if may_be_address(bytes, at)
        || next == b'.' && (end == at + 1 || end == at + 2 && place_end(bytes, at).is_some())
    {
        return None;
    }
    if next == b'\'' || next >= 128 {
        return word_of_parts(bytes, at, end);
    }
    Some(Read { end, kind: TokenKind::Word, case: case_of(&bytes[at..end]), folded: Some(at..end) })
}

/// Where a word of two letters that begins the name of a place ends with its full stop: "St. Louis", "Mt. Everest".
pub(super) fn place_end(bytes: &[u8], at: usize) -> Option<usize> {
    let end = at + 3;
    let cut = matches!(bytes.get(at..end)?, b"Ft." | b"Mt." | b"St.");
    let named = matches!(bytes.get(end..end + 2), Some([b' ', b'A'..=b'Z']));
    (cut && named).then_some(end)
}

/// A word that may go on after an apostrophe at `end`.
#[inline(never)]
fn word_of_parts(bytes: &[u8], at: usize, end: usize) -> Option<Read> {
    let mut end = end;
    let mut curly = 0;
    loop {
        let length = match bytes.get(end) {
            Some(b'\'') => 1,
            Some(128..) => match wide(bytes, end)? {
                Wide::Curly => 3,
                Wide::Open => return None,
                _ => break,
            },
            _ => break,
        };
        match bytes.get(end + length) {
            Some(128..) => return None,
            Some(next) if next.is_ascii_alphabetic() => end = letters_end(bytes, end + length),
            _ => break,
        }
        curly += usize::from(length > 1);
    }
    let (stem, small) = stem(bytes, at, end);
    let case = case_of(&bytes[at..if small { stem } else { end }]);
    let within = curly - usize::from(end - stem > 2);
    Some(Read { end, kind: TokenKind::Word, case, folded: (within == 0).then_some(at..stem) })
}

/// Where the letters and digits end that begin at `at`: eight bytes at a time, since what takes the time of a loop over
/// bytes is that the processor cannot foresee its end.
fn letters_end(bytes: &[u8], at: usize) -> usize {
    let mut at = at;
    while let Some(eight) = bytes.get(at..).and_then(|rest| rest.first_chunk()) {
        let length = letters(u64::from_le_bytes(*eight));
        at += length;
        if length < 8 {
            return at;
        }
    }
    at + bytes[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count()
}

/// How many of eight bytes, the first the lowest, are letters or digits before the first that is neither.
fn letters(eight: u64) -> usize {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * EACH;
    // The high bit of each byte of seven bits that is at least `least`.
    let at_least = |bytes: u64, least: u8| bytes + EACH * u64::from(0x80 - least);
    let low = eight & !HIGH;
    let lower = low | (0x20 * EACH);
    let letter = at_least(lower, b'a') & !at_least(lower, b'z' + 1);
    let digit = at_least(low, b'0') & !at_least(low, b'9' + 1);
    let neither = (!(letter | digit) | eight) & HIGH;
    neither.trailing_zeros() as usize / 8
}

/// Whether an address may begin at `at`: `http`, `www`, or the target of a link, `](`.
fn may_be_address(bytes: &[u8], at: usize) -> bool {
    let next = bytes.get(at + 1).map_or(0, u8::to_ascii_lowercase);
    matches!((bytes[at] | 0x20, next), (b'h', b't') | (b'w', b'w')) || is_link_target(bytes, at)
}

fn is_link_target(bytes: &[u8], at: usize) -> bool {
    at >= 2 && bytes[at - 1] == b'(' && bytes[at - 2] == b']'
}

/// Where a word ends without its possessive ending, and whether that is in lower case.
fn stem(bytes: &[u8], at: usize, end: usize) -> (usize, bool) {
    let last = bytes[end - 1];
    if last | 0x20 != b's' {
        return (end, false);
    }
    let rest = &bytes[at..end - 1];
    let length = if rest.ends_with(b"'") {
        1
    } else if rest.ends_with("’".as_bytes()) {
        3
    } else {
        return (end, false);
    };
    (end - 1 - length, last == b's')
}

/// As [`Case`] says; of letters, digits and apostrophes, the first a letter.
#[inline]
fn case_of(stem: &[u8]) -> Case {
    let [first, rest @ ..] = stem else { return Case::Lower };
    if !first.is_ascii_uppercase() {
        return Case::Lower;
    }
    if rest.first().is_some_and(u8::is_ascii_lowercase) {
        return Case::Initial;
    }
    let is_upper = rest.iter().any(u8::is_ascii_uppercase) && !rest.iter().any(u8::is_ascii_lowercase);
    if is_upper { Case::Upper } else { Case::Initial }
}

fn mark(bytes: &[u8], at: usize, kind: TokenKind) -> Option<Read> {
    let first = bytes[at];
    let end = at + 1;
    let is_code = first == b'-' && matches!(bytes.get(end), Some(b'L' | b'R'));
    if is_code || is_link_target(bytes, at) || may_go_on(bytes, end) {
        return None;
    }
    let mut read = plain(at, end, kind);
    if first == b'`' {
        read.folded = in_marks(bytes, SINGLE);
    }
    Some(read)
}

/// Whether a combining mark, which belongs to the mark before it, may be at `at`.
fn may_go_on(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(|&byte| byte >= 128) && wide(bytes, at).is_none()
}

fn wide_mark(bytes: &[u8], at: usize) -> Option<Read> {
    let wide = wide(bytes, at)?;
    let end = at + if matches!(wide, Wide::Pound) { 2 } else { 3 };
    if may_go_on(bytes, end) {
        return None;
    }
    let kind =
        if matches!(wide, Wide::Pound | Wide::Euro) { TokenKind::Symbol } else { TokenKind::Punctuation };
    let mut read = plain(at, end, kind);
    match wide {
        Wide::Double => read.folded = in_marks(bytes, DOUBLE),
        Wide::Open | Wide::Curly => read.folded = in_marks(bytes, SINGLE),
        Wide::Dash => read.folded = in_marks(bytes, DASH),
        Wide::Pound | Wide::Euro | Wide::Ellipsis => {}
    }
    Some(read)
}

/// A character that is not ASCII and yet usual in English.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wide {
    Double,
    /// `‘`, which within a word is left to the thorough way.
    Open,
    Curly,
    Dash,
    Ellipsis,
    Pound,
    Euro,
}

fn wide(bytes: &[u8], at: usize) -> Option<Wide> {
    Some(match *bytes.get(at..)? {
        [0xE2, 0x80, 0x9C | 0x9D, ..] => Wide::Double,
        [0xE2, 0x80, 0x99, ..] => Wide::Curly,
        [0xE2, 0x80, 0x98, ..] => Wide::Open,
        [0xE2, 0x80, 0x93 | 0x94, ..] => Wide::Dash,
        [0xE2, 0x80, 0xA6, ..] => Wide::Ellipsis,
        [0xE2, 0x82, 0xAC, ..] => Wide::Euro,
        [0xC2, 0xA3, ..] => Wide::Pound,
        _ => return None,
    })
}
