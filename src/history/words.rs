//! Two sentences word by word.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::text::{Document, without_typesetting};

/// Which of two sentences words stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// In both.
    Both,
    /// Only in the earlier one.
    Was,
    /// Only in the later one.
    Is,
}

/// Words that stand together in one of two sentences, or in both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Where they stand.
    pub side: Side,
    /// The words, with what stands between them.
    pub text: String,
    /// Whether white space precedes them.
    pub spaced: bool,
}

/// What differs between two sentences.
pub(super) struct Differences {
    /// The places that differ, each with its tokens in the one and the other sentence, counted from its first.
    pub(super) places: Vec<(Range<usize>, Range<usize>)>,
    /// For each token of the first, the token of the other that it is, if it is there.
    pub(super) same: Vec<Option<usize>>,
}

impl Differences {
    pub(super) fn between(was: &[String], is: &[String]) -> Self {
        let mut places: Vec<(Range<usize>, Range<usize>)> = Vec::new();
        let mut same = vec![None; was.len()];
        for op in capture_diff_slices(Algorithm::Myers, was, is) {
            let (old, new) = (op.old_range(), op.new_range());
            if matches!(op, DiffOp::Equal { .. }) {
                old.zip(new).for_each(|(at, other)| same[at] = Some(other));
                continue;
            }
            match places.last_mut().filter(|(a, b)| a.end == old.start && b.end == new.start) {
                Some((a, b)) => (a.end, b.end) = (old.end, new.end),
                None => places.push((old, new)),
            }
        }
        Self { places, same }
    }
}

/// The words of both sentences in one order, those of the earlier before those of the later one where they differ.
#[must_use]
pub fn runs(was: &str, is: &str) -> Vec<Run> {
    let [old, new] = [was, is].map(Document::new);
    let keys = |document: &Document| -> Vec<String> {
        document.tokens().iter().map(|token| without_typesetting(document.slice(token.span))).collect()
    };
    let mut runs = Vec::new();
    let mut push = |side, document: &Document, tokens: Range<usize>| {
        if let Some(first) = document.tokens().get(tokens.start).filter(|_| !tokens.is_empty()) {
            let text = document.words(tokens).to_owned();
            runs.push(Run { side, text, spaced: !first.glued });
        }
    };
    let mut done = 0;
    for (a, b) in Differences::between(&keys(&old), &keys(&new)).places {
        push(Side::Both, &new, done..b.start);
        push(Side::Was, &old, a);
        push(Side::Is, &new, b.clone());
        done = b.end;
    }
    push(Side::Both, &new, done..new.tokens().len());
    runs
}
