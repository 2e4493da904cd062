//! A read-only view of the tokens in which values are looked for; asking beyond its ends is harmless.

use std::ops::Range;

use crate::english;
use crate::span::Span;
use crate::text::{Case, Document, Token, TokenKind};

use super::{Context, name};

/// The tokens `range` of `document`, addressed by their index in the document.
pub(super) struct Reader<'d> {
    document: &'d Document,
    range: Range<usize>,
    headline: bool,
    pub(super) context: Context,
}

impl<'d> Reader<'d> {
    pub(super) fn new(document: &'d Document, range: Range<usize>, context: Context) -> Self {
        let end = range.end.min(document.tokens().len());
        let range = range.start.min(end)..end;
        Self { document, headline: name::is_headline(document, range.clone()), range, context }
    }

    /// Whether every word is written with a capital letter, so that one is no sign of a name.
    pub(super) fn headline(&self) -> bool {
        self.headline
    }

    /// Whether capital letters tell nothing in the text.
    pub(super) fn has_one_case(&self) -> bool {
        self.document.has_one_case()
    }

    pub(super) fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    pub(super) fn token(&self, at: usize) -> Option<&'d Token> {
        if self.range.contains(&at) { self.document.tokens().get(at) } else { None }
    }

    /// The folded form of the token at `at`; empty outside the range.
    pub(super) fn word(&self, at: usize) -> &'d str {
        if self.range.contains(&at) { self.document.folded(at) } else { "" }
    }

    /// The folded form of the token `back` places before `at`; empty outside the range.
    pub(super) fn before(&self, at: usize, back: usize) -> &'d str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    /// What a bracket or a dash at `at` says of a life.
    pub(super) fn said_of_life(&self, at: usize) -> Option<&'static str> {
        self.range.contains(&at).then(|| english::said_of_life(self.document, at)).flatten()
    }

    /// The words at `at` exactly as written.
    pub(super) fn written(&self, at: usize) -> &'d str {
        self.token(at).map_or("", |token| self.document.slice(token.span))
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == TokenKind::Number)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(Token::is_word)
    }

    pub(super) fn is_lower_word(&self, at: usize) -> bool {
        self.is_word(at) && self.case(at) == Case::Lower
    }

    pub(super) fn is_capitalised(&self, at: usize) -> bool {
        self.is_word(at) && self.case(at) != Case::Lower
    }

    pub(super) fn case(&self, at: usize) -> Case {
        self.token(at).map_or(Case::Lower, |token| token.case)
    }

    /// Whether nothing stands between the token at `at` and the one before.
    pub(super) fn glued(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.glued)
    }

    /// Whether a hyphen at `at` joins the tokens around it: the one of `64-year`.
    pub(super) fn hyphen(&self, at: usize) -> bool {
        self.word(at) == "-" && self.glued(at) && self.glued(at + 1)
    }

    /// Whether a hyphen at `at` is joined to the token before it alone: the first of "12- and 15-year".
    pub(super) fn hyphen_before_blank(&self, at: usize) -> bool {
        self.word(at) == "-" && self.glued(at) && !self.glued(at + 1)
    }

    /// `at`, or the token after where a joining hyphen stands at `at`.
    pub(super) fn past_hyphen(&self, at: usize) -> usize {
        if self.hyphen(at) { at + 1 } else { at }
    }

    /// Whether the words at `at` and after are `words`.
    pub(super) fn reads(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(offset, word)| self.word(at + offset) == *word)
    }

    /// Whether the words just before `at` are `words`.
    pub(super) fn reads_back(&self, at: usize, words: &[&str]) -> bool {
        at.checked_sub(words.len()).is_some_and(|start| self.reads(start, words))
    }

    /// Whether exactly one character, a blank of some kind, parts the token at `at` from the one before.
    pub(super) fn one_blank_before(&self, at: usize) -> bool {
        let Some((last, next)) = at.checked_sub(1).and_then(|last| self.token(last)).zip(self.token(at))
        else {
            return false;
        };
        let gap = self.document.slice(Span::new(last.span.end, next.span.start));
        let mut letters = gap.chars();
        letters.next().is_some_and(|c| c.is_whitespace() && c != '\n') && letters.next().is_none()
    }

    /// Whether a sentence, or what is read, begins at `at`; an opening quotation mark may precede.
    pub(super) fn begins_sentence(&self, at: usize) -> bool {
        at <= self.range.start
            || self.document.begins_sentence(at)
            || matches!(self.before(at, 1), "\"" | "'" | "•" | "(" | ":")
    }
}
