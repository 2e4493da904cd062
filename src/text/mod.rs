//! Text as the engine sees it: tokens and sentences, each with byte offsets into the original.
//!
//! Matching is done on *folded* forms (lower case, composed and decomposed letters alike, one kind of
//! apostrophe and dash), while every offset stays that of the original text, so that a quote is always
//! exactly a slice of it.

mod address;
mod ascii;
mod block;
mod breaks;
mod decoration;
mod entities;
mod fold;
mod lead;
mod memo;
mod quotation;
mod sentence;
#[cfg(test)]
mod tests;
mod token;
mod typesetting;
mod word_set;
mod wording;

pub use fold::fold;
pub use quotation::{Quotation, quotations};
pub use token::{Case, Token, TokenKind};
pub use typesetting::{stands_in, without_typesetting};
pub use word_set::{WordSet, keys};
pub use wording::{Word, Words, words};

use std::ops::Range;

use crate::span::Span;

use memo::Memo;
pub(crate) use memo::Question;

/// One sentence of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, surrounding white space left out.
    pub span: Span,
    /// The tokens of what it says, as indices into [`Document::tokens`]: without what leads up to that, a dateline, a speaker's name
    /// before a colon, a time, and without the quotation marks around it. Never empty.
    pub tokens: Range<usize>,
    /// All its tokens.
    pub whole: Range<usize>,
    /// The number of the block (paragraph, heading, list item) it belongs to, from 0.
    pub block: usize,
}

/// A text with its tokens, sentences and line starts.
///
/// ```
/// use crosscheck::text::Document;
///
/// let document = Document::new("Only one took place. It cost £2.4m.");
/// assert_eq!(document.sentences().len(), 2);
/// let money: Vec<&str> = document.tokens()[5..].iter().map(|t| document.slice(t.span)).collect();
/// assert_eq!(money, ["It", "cost", "£", "2.4", "m", "."]);
/// ```
#[derive(Debug, Clone)]
pub struct Document {
    text: String,
    folded: String,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    line_starts: Vec<usize>,
    has_one_case: bool,
    memo: Memo,
}

impl Document {
    /// Reads `text` into tokens and sentences.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let plain = entities::resolved(&text);
        let (tokens, folded) = token::tokenize(&plain);
        let sentences = sentence::sentences(&plain, &tokens);
        let breaks = memchr::memchr_iter(b'\n', text.as_bytes());
        let line_starts = std::iter::once(0).chain(breaks.map(|at| at + 1)).collect();
        let memo = Memo::new(tokens.len());
        let has_one_case = token::have_one_case(&tokens);
        Self { text, folded, tokens, sentences, line_starts, has_one_case, memo }
    }

    /// Whether capital letters tell nothing in it: it has words enough, and all of them, or none, are written in capitals.
    #[must_use]
    pub fn has_one_case(&self) -> bool {
        self.has_one_case
    }

    /// With the `cases` of its tokens, in order, as they would be written elsewhere.
    #[must_use]
    pub fn with_cases(mut self, cases: &[Case]) -> Self {
        for (token, &case) in self.tokens.iter_mut().zip(cases) {
            token.case = case;
        }
        self
    }

    /// The text itself, unchanged.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// All tokens in order.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// All sentences in order.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// Whether what a sentence says begins with the token at `index`.
    #[must_use]
    pub fn begins_sentence(&self, index: usize) -> bool {
        self.sentences.binary_search_by_key(&index, |sentence| sentence.tokens.start).is_ok()
    }

    /// The folded form of the token at `index`: what is compared in matching.
    #[must_use]
    pub fn folded(&self, index: usize) -> &str {
        self.tokens[index].folded_in(&self.folded)
    }

    /// The same, empty where there is no such token.
    #[must_use]
    pub fn folded_or_empty(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |token| token.folded_in(&self.folded))
    }

    /// Whether the token at `index` is written as one to whom something belongs: "the *theatre's* stage", "the *workers'* hall". Its
    /// folded form does not show it.
    #[must_use]
    pub fn is_possessive(&self, index: usize) -> bool {
        let Some(token) = self.tokens.get(index).filter(|token| token.is_word()) else { return false };
        let written = entities::resolved(self.slice(token.span));
        let plural = || {
            let next = self.tokens.get(index + 1).is_some_and(|next| next.glued);
            next && written.ends_with('s') && self.folded(index + 1) == "'"
        };
        ["'s", "’s", "'S", "’S"].iter().any(|ending| written.ends_with(ending)) || plural()
    }

    /// The answer to `question` of the token at `index`, which `answer` works out when it is asked for the first time.
    #[inline]
    pub(crate) fn recall(&self, index: usize, question: Question, answer: impl FnOnce() -> bool) -> bool {
        self.memo.recall(index, question, answer)
    }

    /// The verbatim words at `span`.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.start..span.end]
    }

    /// The verbatim words from the first to the last of `tokens`, with all that stands between them.
    #[must_use]
    pub fn words(&self, tokens: Range<usize>) -> &str {
        self.slice(self.span_of(tokens))
    }

    /// The span from the first to the last of `tokens`; empty where `tokens` is.
    #[must_use]
    pub fn span_of(&self, tokens: Range<usize>) -> Span {
        match (
            self.tokens.get(tokens.start),
            tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last)),
        ) {
            (Some(first), Some(last)) if !tokens.is_empty() => first.span.cover(last.span),
            _ => Span::default(),
        }
    }

    /// The line, counted from 1, that the byte at `offset` stands on.
    #[must_use]
    pub fn line(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|&start| start <= offset)
    }
}
