//! Sentences, found block by block.
//!
//! [sentencex](https://docs.rs/sentencex) knows abbreviations and initials but joins a heading with the line
//! after it and keeps a quotation whole, however many sentences it has. So each block is segmented for
//! itself, with its quotation marks and emphasis marks blanked out by as many spaces as they have bytes.

use std::borrow::Cow;
use std::ops::Range;

use super::block::{blocks, marker};
use super::{Sentence, Token, breaks, decoration, lead};

/// Longer sentences are cut, in tokens: what has no full stop for so long is a table or a transcript, and
/// everything that compares words with words pays for the square of it.
const LONGEST: usize = 200;

/// Longer blocks are segmented piece by piece, in bytes: finding the partner of each quotation mark takes
/// time that grows with the square of their number.
const PIECE: usize = 16 * 1024;

/// The sentences of `text`, whose tokens are `tokens`. Every token is in one sentence, but for the markers of
/// list items (`•`, `-`, `2.`), which are in none.
pub(super) fn sentences(text: &str, tokens: &[Token]) -> Vec<Sentence> {
    sentences_by(starts, text, tokens)
}

/// As [`sentences`], without the quick way.
#[cfg(test)]
pub(super) fn sentences_thoroughly(text: &str, tokens: &[Token]) -> Vec<Sentence> {
    sentences_by(thorough_starts, text, tokens)
}

/// Puts into the last where sentences but the first begin in the first, in order, each counted from the second on.
type Starts = fn(&str, usize, &mut Vec<usize>);

fn sentences_by(starts: Starts, text: &str, tokens: &[Token]) -> Vec<Sentence> {
    let mut found = Vec::with_capacity(text.len() / 100);
    let mut ends = Vec::new();
    let mut next_token = 0;
    for (number, block) in blocks(text).into_iter().enumerate() {
        let start = block.start + marker(&text[block.start..block.end]);
        next_token += before(&tokens[next_token..], start);
        ends.clear();
        sentence_ends(starts, &text[start..block.end], &mut ends);
        let first = next_token;
        for end in &ends {
            let last = next_token + before(&tokens[next_token..], start + end);
            cut(text, tokens, next_token..last, |part| {
                let span = tokens[part.start].span.cover(tokens[part.end - 1].span);
                let said = lead::said(text, &tokens[part.clone()], part.start == first);
                let tokens = part.start + said.start..part.start + said.end;
                let span = decoration::around(text, span);
                found.push(Sentence { span, tokens, whole: part, block: number });
            });
            next_token = last;
        }
    }
    found
}

/// How many of `tokens` begin before `at`: as many as a sentence has, so that it is quickest to look at each.
fn before(tokens: &[Token], at: usize) -> usize {
    tokens.iter().take_while(|token| token.span.start < at).count()
}

/// Where the sentences of one block end; the last ends with it.
fn sentence_ends(starts: Starts, block: &str, ends: &mut Vec<usize>) {
    let mut start = 0;
    while start < block.len() {
        let end = piece_end(block, start);
        starts(&block[start..end], start, ends);
        ends.push(end);
        start = end;
    }
}

/// Where to end the piece of `block` that begins at `start` so that it is no longer than [`PIECE`]: after a full stop
/// or at white space, if it can.
fn piece_end(block: &str, start: usize) -> usize {
    if block.len() - start <= PIECE {
        return block.len();
    }
    let piece = &block[start..block.floor_char_boundary(start + PIECE)];
    let stop = piece.rfind(". ").map(|at| at + 1).or_else(|| piece.rfind(char::is_whitespace));
    start + stop.filter(|&stop| stop > 0).unwrap_or(piece.len())
}

/// Where sentences but the first begin in `piece`: the quick way, or else the thorough one.
fn starts(piece: &str, offset: usize, found: &mut Vec<usize>) {
    let known = found.len();
    let quick = breaks::starts(piece, |start| {
        let start = offset + with_marks(piece, start);
        if start < offset + piece.len() && found.last() != Some(&start) {
            found.push(start);
        }
    });
    if quick.is_none() {
        found.truncate(known);
        thorough_starts(piece, offset, found);
    }
}

/// Whether anything before the end of `piece` may end a sentence; segmenting takes far longer than asking this.
fn may_hold_two(piece: &str) -> bool {
    let inside = piece.trim_end().trim_end_matches(['.', '!', '?']);
    !inside.is_ascii() || inside.contains(['.', '!', '?'])
}

/// Where sentences but the first begin in `piece`, as sentencex says.
fn thorough_starts(piece: &str, offset: usize, found: &mut Vec<usize>) {
    if !may_hold_two(piece) {
        return;
    }
    let plain = without_marks(piece);
    let boundaries = sentencex::get_sentence_boundaries("en", &plain);
    let mut starts: Vec<usize> = boundaries
        .iter()
        .map(|boundary| boundary.start_byte)
        .filter(|&start| start > 0)
        .map(|start| with_marks(piece, start))
        .filter(|&start| start < piece.len())
        .collect();
    starts.dedup();
    found.extend(starts.into_iter().map(|start| offset + start));
}

/// Where the sentence that begins at `start` without its marks begins with them.
fn with_marks(piece: &str, start: usize) -> usize {
    // Between a space and a letter, as most begin, is no mark.
    if let Some([b' ', first]) = piece.as_bytes().get(start - 1..=start)
        && first.is_ascii_alphabetic()
    {
        return start;
    }
    let start = start + leading_close(piece, start);
    start - trailing_open(piece, start)
}

/// How many bytes at `start` still belong to the sentence before: its closing quotation mark.
fn leading_close(block: &str, start: usize) -> usize {
    let Some(rest) = block.get(start..) else { return 0 };
    let close = rest.chars().take_while(|&c| matches!(c, '”' | '»' | '’' | ')')).map(char::len_utf8).sum();
    if close == 0 && rest.starts_with('"') && !block[..start].ends_with(char::is_whitespace) {
        1
    } else {
        close
    }
}

/// How many bytes before `start` belong to the sentence that begins there: its opening quotation mark.
fn trailing_open(block: &str, start: usize) -> usize {
    let Some(before) = block.get(..start) else { return 0 };
    let rest = before.trim_end_matches(['“', '„', '«', '‘', '"', '\'']);
    let marks = before.len() - rest.len();
    // A mark beside what stands before it closes that.
    let opens = rest.ends_with(char::is_whitespace);
    if opens { marks } else { 0 }
}

/// `block` without what hides the end of a sentence: quotation marks, Markdown's emphasis, and line breaks within
/// a paragraph. Each becomes as many spaces as it has bytes.
pub(super) fn without_marks(block: &str) -> Cow<'_, str> {
    if !block.contains(is_mark) {
        return Cow::Borrowed(block);
    }
    let mut plain = String::with_capacity(block.len());
    let mut from = 0;
    for (at, mark) in block.match_indices(is_mark) {
        plain.push_str(&block[from..at]);
        plain.extend(std::iter::repeat_n(' ', mark.len()));
        from = at + mark.len();
    }
    plain.push_str(&block[from..]);
    Cow::Owned(plain)
}

fn is_mark(c: char) -> bool {
    matches!(c, '"' | '*' | '_' | '\n' | '\r' | '\u{a0}' | '\u{202f}' | '“' | '”' | '„' | '«' | '»')
}

/// Gives to `give` the tokens of one sentence in parts of at most [`LONGEST`]; none where there are none.
fn cut(text: &str, tokens: &[Token], mut rest: Range<usize>, mut give: impl FnMut(Range<usize>)) {
    while rest.len() > LONGEST {
        let half = rest.start + LONGEST / 2;
        let last_after = |marks: [&str; 2]| {
            let ends = |token: &Token| marks.contains(&&text[token.span.start..token.span.end]);
            (half..rest.start + LONGEST).rev().find(|&at| ends(&tokens[at])).map(|at| at + 1)
        };
        let end = last_after([";", ":"]).or_else(|| last_after([",", "|"])).unwrap_or(rest.start + LONGEST);
        give(rest.start..end);
        rest.start = end;
    }
    if !rest.is_empty() {
        give(rest);
    }
}
