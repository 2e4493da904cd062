//! The names of a sentence.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::text::without_typesetting;
use crate::value::name::names_among;

use super::ChangeKind;
use super::item::Item;
use super::reading::Reading;

/// The names among `tokens`, one sentence, in order; the words `known` (folded) are names wherever they have a capital.
pub(super) fn names(reading: &Reading, tokens: Range<usize>, known: &BTreeSet<String>) -> Vec<Item> {
    let first = tokens.start;
    let item = |tokens: Range<usize>| {
        let words = reading.document.words(tokens.clone());
        let text = ["'s", "’s"].iter().find_map(|ending| words.strip_suffix(ending)).unwrap_or(words);
        Item {
            kind: ChangeKind::Name,
            text: text.to_owned(),
            // Another case is another way of writing it, another letter another name.
            key: without_typesetting(text).to_lowercase(),
            tokens: tokens.start - first..tokens.end - first,
            value: None,
        }
    };
    names_among(&reading.document, tokens, known).into_iter().map(|name| item(name.tokens)).collect()
}
