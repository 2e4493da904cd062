//! The numbers, dates and times of a sentence, and its other digits.

use std::ops::Range;

use crate::text::TokenKind;
use crate::value::recognise;

use super::ChangeKind;
use super::item::{Item, WEEKDAYS};
use super::reading::Reading;

/// The values among `tokens`, one sentence, in order, and what else has a digit: "F-16", a telephone number.
pub(super) fn figures(reading: &Reading, tokens: Range<usize>) -> Vec<Item> {
    let first = tokens.start;
    let mut found: Vec<Item> = Vec::new();
    let mut done = first;
    for mention in recognise(&reading.document, tokens.clone(), reading.context) {
        digits(reading, done..mention.tokens.start, first, &mut found);
        let kind = if mention.value.kind.is_dated() { ChangeKind::Date } else { ChangeKind::Number };
        let item = item(reading, kind, mention.tokens.clone(), first);
        found.push(Item { value: Some(mention.value), ..item });
        done = mention.tokens.end;
    }
    digits(reading, done..tokens.end, first, &mut found);
    found
}

fn item(reading: &Reading, kind: ChangeKind, tokens: Range<usize>, first: usize) -> Item {
    Item {
        kind,
        text: reading.document.words(tokens.clone()).to_owned(),
        key: reading.key(tokens.clone()).to_lowercase(),
        tokens: tokens.start - first..tokens.end - first,
        value: None,
    }
}

/// The tokens with digits in `gap`, each with what it is joined to; and the weekdays, which say when something was though they
/// are no value where the day of publication is not known.
fn digits(reading: &Reading, gap: Range<usize>, first: usize, found: &mut Vec<Item>) {
    let mut at = gap.start;
    while at < gap.end {
        if WEEKDAYS.contains(&reading.document.folded(at)) {
            found.push(item(reading, ChangeKind::Date, at..at + 1, first));
            at += 1;
            continue;
        }
        if !reading.has_digit(at) {
            at += 1;
            continue;
        }
        let mut start = at;
        while start > gap.start
            && joins(reading, start - 1)
            && joins(reading, start)
            && is_glued(reading, start)
        {
            start -= 1;
        }
        let mut end = at + 1;
        while end < gap.end && joins(reading, end) && is_glued(reading, end) {
            end += 1;
        }
        // A full stop or a dash at the end joins nothing.
        while end > at + 1 && reading.document.tokens()[end - 1].kind == TokenKind::Punctuation {
            end -= 1;
        }
        found.push(item(reading, ChangeKind::Number, start..end, first));
        at = end;
    }
}

fn is_glued(reading: &Reading, at: usize) -> bool {
    reading.document.tokens()[at].glued
}

/// Whether the token may be a part of a code or a number with marks in it.
fn joins(reading: &Reading, at: usize) -> bool {
    reading.document.tokens()[at].kind != TokenKind::Punctuation
        || matches!(reading.document.folded(at), "-" | "–" | "/" | ":" | ".")
}
