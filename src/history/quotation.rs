//! What stands between quotation marks.

use std::ops::Range;

use crate::text::{Document, Token};

use super::reading::Reading;

/// A quotation, or the part of one that stands in a sentence.
pub(super) struct Quotation {
    /// Its tokens, without the marks.
    pub(super) tokens: Range<usize>,
    /// Its words, compared without case and punctuation.
    pub(super) words: Vec<String>,
}

/// The quotations among `tokens` of `reading`.
pub(super) fn quotations(reading: &Reading, tokens: Range<usize>) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        let start = at;
        while at < tokens.end && reading.quoted[at] {
            at += 1;
        }
        let words = words(reading, start..at);
        if !words.is_empty() {
            found.push(Quotation { tokens: start..end_of_words(reading, start..at), words });
        }
        at = at.max(start + 1);
    }
    found
}

/// Without the comma before "he said", and the full stop.
fn end_of_words(reading: &Reading, tokens: Range<usize>) -> usize {
    let mark = |at: usize| matches!(reading.document.folded(at), "," | ".");
    if tokens.len() > 1 && mark(tokens.end - 1) { tokens.end - 1 } else { tokens.end }
}

fn words(reading: &Reading, tokens: Range<usize>) -> Vec<String> {
    let says = |key: &String| key.contains(char::is_alphanumeric);
    reading.token_keys(tokens).into_iter().filter(says).map(|key| key.to_lowercase()).collect()
}

/// How many tokens a quotation may have to be shown whole.
const SHORT: usize = 12;
/// How many tokens are shown on either side of what changed in a longer one.
const AROUND: usize = 3;

/// The tokens of two quotations in which they differ, with a little of what is around them.
pub(super) fn differing(
    (was, old): (&Reading, &Quotation),
    (is, new): (&Reading, &Quotation),
) -> (Range<usize>, Range<usize>) {
    if old.tokens.len() <= SHORT && new.tokens.len() <= SHORT {
        return (old.tokens.clone(), new.tokens.clone());
    }
    let [one, other] = [(was, old), (is, new)].map(|(reading, quotation)| {
        let keys = reading.token_keys(quotation.tokens.clone());
        keys.into_iter().map(|key| key.to_lowercase()).collect::<Vec<_>>()
    });
    let alike = |(a, b): &(&String, &String)| a == b;
    let begins = one.iter().zip(&other).take_while(alike).count();
    let rest = one.len().min(other.len()) - begins;
    let ends = one.iter().rev().zip(other.iter().rev()).take(rest).take_while(alike).count();
    let around = |tokens: &Range<usize>| {
        let start = tokens.start + begins.saturating_sub(AROUND);
        start..tokens.end - ends.saturating_sub(AROUND)
    };
    (around(&old.tokens), around(&new.tokens))
}

/// How a mark may be meant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// It opens a quotation that this closes.
    Opens(char),
    Closes(char),
    /// It is straight: it opens or closes.
    Either(char),
}

/// For each token of `document`, whether it stands between quotation marks. A quotation ends with its paragraph at the
/// latest; one that is never closed counts only where it takes up the whole paragraph, as in speeches.
pub(super) fn quoted(document: &Document) -> Vec<bool> {
    let mut quoted = vec![false; document.tokens().len()];
    let mut rest = document.sentences();
    while let Some(first) = rest.first() {
        let length = rest.iter().take_while(|sentence| sentence.block == first.block).count();
        let (block, after) = rest.split_at(length);
        let end = block.last().map_or(first.whole.end, |last| last.whole.end);
        in_block(document, first.whole.start..end, &mut quoted);
        rest = after;
    }
    quoted
}

fn in_block(document: &Document, block: Range<usize>, quoted: &mut [bool]) {
    let mut open: Option<(usize, char)> = None;
    for at in block.clone() {
        let Some(mark) = mark(document, at) else { continue };
        match (open, mark) {
            (None, Mark::Opens(end) | Mark::Either(end)) if opens(document, at, end) => {
                open = Some((at, end))
            }
            (Some((start, wanted)), Mark::Closes(end) | Mark::Either(end)) if end == wanted => {
                quoted[start + 1..at].fill(true);
                open = None;
            }
            _ => {}
        }
    }
    if let Some((start, end)) = open
        && start == block.start
        && end != '\''
        && end != '’'
    {
        quoted[start + 1..block.end].fill(true);
    }
}

fn mark(document: &Document, at: usize) -> Option<Mark> {
    let mut letters = document.slice(document.tokens()[at].span).chars();
    match (letters.next()?, letters.next()) {
        ('“' | '„', None) => Some(Mark::Opens('”')),
        ('‘', None) => Some(Mark::Opens('’')),
        ('«', None) => Some(Mark::Opens('»')),
        (mark @ ('”' | '’' | '»'), None) => Some(Mark::Closes(mark)),
        (mark @ ('"' | '\''), None) => Some(Mark::Either(mark)),
        _ => None,
    }
}

/// A straight single mark opens only where a word follows at once and none precedes: it may be an apostrophe. That of
/// "’90s" or "players’" is a closing one, and opens nothing.
fn opens(document: &Document, at: usize, end: char) -> bool {
    let glued = |at: usize| document.tokens().get(at).is_some_and(|token: &Token| token.glued);
    end != '\'' || glued(at + 1) && !glued(at)
}
