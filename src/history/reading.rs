//! A version as it is compared: its sentences, each with what it says.

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::NaiveDate;

use crate::source::Version;
use crate::span::Span;
use crate::text::{Case, Document, TokenKind, without_typesetting};
use crate::value::Context;

use super::quotation;

/// A version's article.
pub(super) struct Reading {
    /// Its text.
    pub(super) document: Document,
    /// Its sentences, in order. Together they hold every letter and digit of the text.
    pub(super) sentences: Vec<Sentence>,
    /// What its values are resolved against.
    pub(super) context: Context,
    /// For each token, whether it stands between quotation marks.
    pub(super) quoted: Vec<bool>,
    /// How many lines of the file precede the article.
    lines_before: usize,
}

/// A sentence with the number of the list item it is.
pub(super) struct Sentence {
    pub(super) span: Span,
    pub(super) tokens: Range<usize>,
    pub(super) block: usize,
    /// Its words without what is only typesetting: equal for two sentences that say the same.
    pub(super) key: String,
}

impl Reading {
    pub(super) fn of(version: &Version, published: Option<NaiveDate>) -> Self {
        let before = version.text.get(..version.article.start).unwrap_or_default();
        let document = Document::new(version.article());
        let sentences = sentences(&document);
        let quoted = quotation::quoted(&document);
        let lines_before = before.bytes().filter(|&byte| byte == b'\n').count();
        Self { document, sentences, context: Context { published }, quoted, lines_before }
    }

    /// The words of a sentence as they stand in the text.
    pub(super) fn words(&self, sentence: usize) -> &str {
        self.document.slice(self.sentences[sentence].span)
    }

    /// The line, from 1, of its file that a sentence begins on.
    pub(super) fn line(&self, sentence: usize) -> usize {
        self.lines_before + self.document.line(self.sentences[sentence].span.start)
    }

    /// The words of some tokens without typesetting.
    pub(super) fn key(&self, tokens: Range<usize>) -> String {
        without_typesetting(self.document.words(tokens))
    }

    /// What is compared of each token of `tokens`.
    pub(super) fn token_keys(&self, tokens: Range<usize>) -> Vec<String> {
        tokens
            .map(|token| without_typesetting(self.document.slice(self.document.tokens()[token].span)))
            .collect()
    }

    /// Whether a token has a digit in it.
    pub(super) fn has_digit(&self, token: usize) -> bool {
        self.document.slice(self.document.tokens()[token].span).contains(char::is_numeric)
    }
}

/// The sentences of a document. The numbers of list items, which belong to no sentence of it, are put to theirs, and so are
/// the marks that open a quotation or a bracket.
fn sentences(document: &Document) -> Vec<Sentence> {
    let tokens = document.tokens();
    let digit = |at: &usize| document.slice(tokens[*at].span).contains(char::is_numeric);
    let followed = document.sentences().windows(2).map(|two| two[0].block == two[1].block);
    let mut end = 0;
    let each = document.sentences().iter().zip(followed.chain([false])).map(|(sentence, followed)| {
        let opening = (end..sentence.whole.start).find(|&at| digit(&at) || opens(document, at));
        let start = opening.unwrap_or(sentence.whole.start);
        end = sentence.whole.end;
        while followed && end > sentence.whole.start + 1 && opens(document, end - 1) {
            end -= 1;
        }
        let tokens = start..end;
        let span = document.span_of(tokens.clone());
        Sentence { span, tokens, block: sentence.block, key: without_typesetting(document.slice(span)) }
    });
    each.collect()
}

/// Whether the token opens what follows.
fn opens(document: &Document, at: usize) -> bool {
    let token = document.tokens()[at];
    match document.slice(token.span) {
        "“" | "„" | "‘" | "«" | "(" | "[" => true,
        "\"" | "'" => !token.glued,
        _ => false,
    }
}

/// The words (folded) that begin with a capital wherever they stand in `readings`, and not only at the beginning of
/// sentences: names, even where they begin one.
pub(super) fn always_capital(readings: [&Reading; 2]) -> BTreeSet<String> {
    let (mut capital, mut small) = (BTreeSet::new(), BTreeSet::new());
    for reading in readings {
        let document = &reading.document;
        for sentence in &reading.sentences {
            let within = sentence.tokens.clone().skip(1);
            let words = within.filter(|&at| {
                document.tokens()[at].is_word() && document.tokens()[at - 1].kind != TokenKind::Punctuation
            });
            for at in words {
                match document.tokens()[at].case {
                    Case::Lower => small.insert(document.folded(at)),
                    Case::Initial | Case::Upper => capital.insert(document.folded(at)),
                };
            }
        }
    }
    capital.difference(&small).map(|word| (*word).to_owned()).collect()
}
