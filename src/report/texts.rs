//! The texts that a report was made of, for formats that show more of them than the quotes.

use std::collections::BTreeMap;

use crate::source::Source;
use crate::span::Span;

/// The texts of a report's sources, by their ids.
#[derive(Debug, Clone, Default)]
pub struct Texts(BTreeMap<String, SourceText>);

/// The text of one source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceText {
    /// The text, whole; offsets of evidence count in it.
    pub text: String,
    /// The part of it that is the article.
    pub article: Span,
}

impl Texts {
    /// Keeps the text of `source`.
    pub fn keep(&mut self, source: &Source) {
        let kept = SourceText { text: source.text.clone(), article: source.article };
        self.0.insert(source.metadata.id.clone(), kept);
    }

    /// The text of the source with this id, where it was kept.
    #[must_use]
    pub fn of(&self, source: &str) -> Option<&SourceText> {
        self.0.get(source)
    }
}
