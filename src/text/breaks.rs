//! The quick way to where sentences begin: what [sentencex](https://docs.rs/sentencex) says, without asking it.
//!
//! Most of what it does is for brackets, quotations, addresses and lists that most blocks have none of, and for
//! abbreviations that few full stops follow. Where a block may have any of the former, nothing is decided here; where
//! a full stop may follow one of the latter, its own rule for that one full stop is asked. The two ways must agree on
//! every text, which a test of any text holds them to.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use sentencex::languages::{English, Language};

use super::sentence::without_marks;

/// sentencex looks no further for the next word, in bytes, than a little more than this.
const NEAR: usize = 24;

/// Abbreviations have fewer letters than this, so that each fits into a `u64`.
const LONG: usize = 8;

/// Words of letters only that may end in a full stop within a sentence, or take an exclamation mark, as [`packed`].
static ABBREVIATIONS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| {
    // Units, titles and directions, which sentencex does not give away.
    const MARKERS: &str = "gal fl ft in lb mi mph oz pt qt sq yd ba bcom bs bsc dds jd llb lld llm ma mba mcom md \
                           ms msc phd ne nw se sw yahoo yum";
    let listed = English {}.get_abbreviations().iter().map(String::as_str);
    listed.chain(MARKERS.split(' ')).map(|word| packed(word.as_bytes())).collect()
});

/// The last bytes of `word`, in lower case.
fn packed(word: &[u8]) -> u64 {
    word.iter().fold(0, |packed, byte| packed << 8 | u64::from(byte.to_ascii_lowercase()))
}

/// What a byte may do to sentences.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Nothing,
    Stop,
    Open,
    Close,
    Apostrophe,
    /// The first byte of a character that is not ASCII.
    Wide,
    /// Too much to follow here: an address, a quotation in grave accents, a control character.
    Doubt,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Wide; 256];
    let mut byte = 0;
    while byte < 128 {
        classes[byte as usize] = match byte {
            b'.' | b'!' | b'?' => Class::Stop,
            b'(' | b'[' | b'{' | b'<' => Class::Open,
            b')' => Class::Close,
            b'\'' => Class::Apostrophe,
            b'`' | b'@' | b'\\' | 127 => Class::Doubt,
            b'\t' | b'\n' | b'\r' => Class::Nothing,
            0..=31 => Class::Doubt,
            _ => Class::Nothing,
        };
        byte += 1;
    }
    classes
};

/// Gives to `begin` where sentences but the first begin in `piece`, as sentencex says of `piece` without its marks;
/// nothing, where there is doubt.
pub(super) fn starts(piece: &str, mut begin: impl FnMut(usize)) -> Option<()> {
    let bytes = piece.as_bytes();
    let plain = OnceCell::new();
    let mut at = 0;
    // Where the last bracket that was opened is closed, and whether any other may be.
    let (mut bracket_end, mut closes) = (0, true);
    loop {
        at += idle_length(&bytes[at..]);
        let Some(&byte) = bytes.get(at) else { return Some(()) };
        match CLASSES[usize::from(byte)] {
            Class::Nothing => at += 1,
            Class::Stop => {
                let end = at + bytes[at..].iter().take_while(|&&byte| is_stop(byte)).count();
                if let Some(start) = after(piece, at, end, at < bracket_end, &plain)? {
                    begin(start);
                }
                at = end;
            }
            Class::Open => {
                if closes && at >= bracket_end {
                    let end = closed(bytes, at);
                    (bracket_end, closes) = (end.unwrap_or(bracket_end), end.is_some());
                }
                at += 1;
            }
            Class::Close if may_end_marker(&bytes[..at]) => return None,
            Class::Apostrophe if !follows_letter(bytes, at) => return None,
            Class::Close | Class::Apostrophe => at += 1,
            Class::Wide => at += wide(bytes, at)?,
            Class::Doubt => return None,
        }
    }
}

/// How many bytes at the start of `bytes` do nothing to sentences.
fn idle_length(bytes: &[u8]) -> usize {
    let acts = |&byte: &u8| CLASSES[usize::from(byte)] != Class::Nothing;
    bytes.iter().position(acts).unwrap_or(bytes.len())
}

fn is_stop(byte: u8) -> bool {
    matches!(byte, b'.' | b'!' | b'?')
}

/// Where a sentence begins after the stops from `at` to `end`; nothing inside, where none does, and nothing at all
/// where there is doubt. Nothing ends `in_brackets`.
fn after<'a>(
    piece: &'a str,
    at: usize,
    end: usize,
    in_brackets: bool,
    plain: &OnceCell<Cow<'a, str>>,
) -> Option<Option<usize>> {
    let bytes = piece.as_bytes();
    let start = skip_blank(bytes, end);
    if start - end >= NEAR {
        return None;
    }
    let Some(&next) = bytes.get(start) else { return Some(None) };
    // More stops make one end with these; `[1]` belongs to the sentence before.
    if is_stop(next) || next == b'[' || is_ellipsis(bytes, start) {
        return None;
    }
    let goes_on = start == end && (next.is_ascii_lowercase() || next.is_ascii_digit()) || next == b',';
    if in_brackets || end == at + 1 && goes_on {
        return Some(None);
    }
    if end == at + 1 && ends_for_certain(bytes, at, start) {
        return Some(Some(start));
    }
    let plain = plain.get_or_init(|| without_marks(piece));
    Some(English {}.find_boundary(plain, at, end))
}

/// Whether the stop at `at` ends a sentence whatever follows but a comma; the next word begins at `next`.
fn ends_for_certain(bytes: &[u8], at: usize, next: usize) -> bool {
    let end = trim_blank(bytes, at);
    if end < at && bytes[at] != b'.' {
        return false;
    }
    let Some(&last) = bytes[..end].last() else { return false };
    if last.is_ascii_digit() {
        return next > at + 1;
    }
    if !last.is_ascii_alphabetic() {
        return last.is_ascii() && last != b'/' && !is_stop(last);
    }
    let letters = bytes[..end].iter().rev().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let word = &bytes[end - letters..end];
    let is_whole = end == letters || is_blank(bytes[end - letters - 1]);
    letters >= LONG || letters >= 2 && is_whole && !ABBREVIATIONS.contains(&packed(word))
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'"' | b'*' | b'_')
}

/// The length of the mark that [`without_marks`] blanks out at the start of `bytes`.
fn blank_length(bytes: &[u8]) -> usize {
    match *bytes {
        [byte, ..] if byte < 128 => usize::from(is_blank(byte)),
        [0xC2, 0xA0 | 0xAB | 0xBB, ..] => 2,
        [0xE2, 0x80, 0x9C | 0x9D | 0x9E | 0xAF, ..] => 3,
        _ => 0,
    }
}

fn skip_blank(bytes: &[u8], at: usize) -> usize {
    let mut at = at;
    loop {
        match blank_length(&bytes[at..]) {
            0 => return at,
            length => at += length,
        }
    }
}

/// Where what stands before `at` ends without the blanks after it.
fn trim_blank(bytes: &[u8], at: usize) -> usize {
    let mut at = at;
    loop {
        let length = match bytes[..at] {
            [.., byte] if byte < 128 => usize::from(is_blank(byte)),
            [.., 0xC2, _] => blank_length(&bytes[at - 2..at]),
            [.., 0xE2, _, _] => blank_length(&bytes[at - 3..at]),
            _ => 0,
        };
        if length == 0 {
            return at;
        }
        at -= length;
    }
}

/// Just past the bracket that closes the one at `at`, of whatever kind.
fn closed(bytes: &[u8], at: usize) -> Option<usize> {
    let close = bytes[at..].iter().position(|byte| matches!(byte, b')' | b']' | b'}' | b'>'));
    close.map(|length| at + length + 1)
}

/// Whether a bracket after `before` may close a list item's marker: `1)`, `a.)`, `(ii)`.
fn may_end_marker(before: &[u8]) -> bool {
    let before = before.strip_suffix(b".").unwrap_or(before);
    let length = before.iter().rev().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let (before, word) = before.split_at(before.len() - length);
    let is_number = word.iter().all(u8::is_ascii_digit);
    let is_roman = word.iter().all(|byte| b"ivxlcdm".contains(&byte.to_ascii_lowercase()));
    // Longer numbers in brackets are years.
    let begins = match before.last() {
        None | Some(128..) => true,
        Some(b'(') => !is_number || length <= 2,
        Some(&byte) => is_blank(byte),
    };
    begins && length > 0 && (length == 1 || is_number || is_roman)
}

/// Whether the apostrophe at `at` can open no quotation.
fn follows_letter(bytes: &[u8], at: usize) -> bool {
    at > 0 && bytes[at - 1].is_ascii_alphanumeric()
}

fn is_ellipsis(bytes: &[u8], at: usize) -> bool {
    bytes[at..].starts_with("…".as_bytes())
}

/// The length of the character at `at`, if it is one that does nothing to sentences, or is blanked out.
fn wide(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes[at..] {
        // Letters of Latin, Greek and Cyrillic, and combining marks.
        [0xC3..=0xD3, _, ..] | [0xC2, 0xA0..=0xBF, ..] => Some(2),
        [0xE2, 0x80, 0x99, ..] => follows_letter(bytes, at).then_some(3),
        [0xE2, 0x80, 0xA6, ..] => {
            let next = skip_blank(bytes, at + 3);
            let goes_on = bytes.get(next).is_some_and(|&byte| is_stop(byte)) || is_ellipsis(bytes, next);
            (!goes_on).then_some(3)
        }
        // Hyphens, dashes, quotation marks and narrow spaces; currencies; ™ and its like.
        [0xE2, 0x80, 0x90..=0x95 | 0x9C..=0x9E | 0xAF, ..]
        | [0xE2, 0x82, 0xA0..=0xBF, ..]
        | [0xE2, 0x84, ..] => Some(3),
        _ => None,
    }
}
