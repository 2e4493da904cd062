//! Texts that occur many times, kept once.

use rustc_hash::FxHashMap;

/// A table of texts.
#[derive(Debug, Default)]
pub(super) struct Strings<'a> {
    all: Vec<&'a str>,
    known: FxHashMap<&'a str, usize>,
}

impl<'a> Strings<'a> {
    /// The place of `text` in the table.
    pub(super) fn index(&mut self, text: &'a str) -> usize {
        *self.known.entry(text).or_insert_with(|| {
            self.all.push(text);
            self.all.len() - 1
        })
    }

    /// The table.
    pub(super) fn finish(self) -> Vec<&'a str> {
        self.all
    }
}
