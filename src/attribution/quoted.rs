//! The quotations of a document, in tokens.

use std::ops::Range;

use crate::text::{Document, quotations};

/// A quotation, in tokens.
#[derive(Debug, Clone)]
pub(super) struct Quoted {
    /// Its tokens, without the marks.
    pub(super) inner: Range<usize>,
    /// The same with the marks.
    pub(super) outer: Range<usize>,
    /// Whether it goes on with the one before.
    pub(super) continues: bool,
}

/// All quotations of a document.
#[derive(Debug)]
pub(super) struct Quotations {
    pub(super) list: Vec<Quoted>,
    within: Vec<bool>,
}

impl Quotations {
    pub(super) fn new(document: &Document) -> Self {
        let tokens = document.tokens();
        let place = |offset: usize| tokens.partition_point(|token| token.span.start < offset);
        let mut within = vec![false; tokens.len()];
        let mut list = Vec::new();
        for quotation in quotations(document.text()) {
            let inner = place(quotation.inner.start)..place(quotation.inner.end);
            let outer = place(quotation.span.start)..place(quotation.span.end);
            if inner.is_empty() {
                continue;
            }
            within[inner.clone()].fill(true);
            list.push(Quoted { inner, outer, continues: quotation.continues });
        }
        Self { list, within }
    }

    /// Whether the token at `at` stands between quotation marks.
    pub(super) fn holds(&self, at: usize) -> bool {
        self.within.get(at).copied().unwrap_or(false)
    }

    /// Whether a quotation ends just before the token at `at`, its closing mark included.
    pub(super) fn ends_before(&self, at: usize) -> bool {
        let next = self.list.partition_point(|quoted| quoted.outer.end < at);
        self.list.get(next).is_some_and(|quoted| quoted.outer.end == at)
    }

    /// Whether a quotation begins with the token at `at`, its opening mark.
    pub(super) fn begins_at(&self, at: usize) -> bool {
        let next = self.list.partition_point(|quoted| quoted.outer.start < at);
        self.list.get(next).is_some_and(|quoted| quoted.outer.start == at)
    }

    /// The first quotation that begins at `at` or after it.
    pub(super) fn next(&self, at: usize) -> Option<&Quoted> {
        self.list.get(self.list.partition_point(|quoted| quoted.outer.start < at))
    }

    /// Whether all of `tokens` stand within one quotation.
    pub(super) fn hold_all(&self, tokens: Range<usize>) -> bool {
        let next = self.list.partition_point(|quoted| quoted.outer.end < tokens.end);
        self.list
            .get(next)
            .is_some_and(|quoted| quoted.outer.start <= tokens.start && tokens.end <= quoted.outer.end)
    }
}
