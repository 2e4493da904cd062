//! A phrasing held against a passage: all that the gates look at.

use std::ops::Range;

use crate::matcher::{Alignment, Candidate, Marked, Phrasing, align};
use crate::text::Document;
use crate::value::name::{self, Name};
use crate::value::{self, Context, Mention};

use super::cue::{self, Cue};

/// A phrasing held against a passage.
#[derive(Debug)]
pub(super) struct Held<'a> {
    /// The phrasing.
    pub(super) phrasing: &'a Phrasing,
    /// The phrasing's cues.
    pub(super) phrasing_cues: &'a [Cue],
    /// The source's document, marked.
    pub(super) marked: &'a Marked<'a>,
    /// Which tokens answer which.
    pub(super) alignment: Alignment,
    /// The passage's tokens.
    pub(super) tokens: Range<usize>,
    /// The passage's values.
    pub(super) mentions: Vec<Mention>,
    /// The passage's names.
    pub(super) names: Vec<Name>,
    /// The passage's cues.
    pub(super) cues: Vec<Cue>,
}

impl<'a> Held<'a> {
    /// Aligns `phrasing` with `passage` and recognises what the passage has.
    pub(super) fn new(
        phrasing: &'a Phrasing,
        phrasing_cues: &'a [Cue],
        marked: &'a Marked<'a>,
        passage: Candidate,
        context: Context,
    ) -> Self {
        let document = marked.document;
        let sentences = &document.sentences()[passage.first..passage.end];
        let tokens =
            sentences.first().map_or(0, |s| s.tokens.start)..sentences.last().map_or(0, |s| s.tokens.end);
        let mut mentions = Vec::new();
        let mut names = Vec::new();
        let mut cues = Vec::new();
        for sentence in sentences {
            mentions.extend(value::recognise(document, sentence.tokens.clone(), context));
            names.extend(name::names(document, sentence.tokens.clone()));
            cues.extend(cue::cues(document, sentence.tokens.clone()));
        }
        Self {
            phrasing,
            phrasing_cues,
            marked,
            alignment: align(phrasing, marked, passage),
            tokens,
            mentions,
            names,
            cues,
        }
    }

    /// The source's document.
    pub(super) fn document(&self) -> &'a Document {
        self.marked.document
    }

    /// The verbatim words at `tokens` of the passage's document.
    pub(super) fn words(&self, tokens: &Range<usize>) -> &'a str {
        self.document().words(tokens.clone())
    }

    /// The tokens of the passage's sentence that has `token`.
    pub(super) fn sentence_of(&self, token: usize) -> Option<Range<usize>> {
        let passage = self.alignment.passage;
        let sentences = &self.document().sentences()[passage.first..passage.end];
        sentences.iter().map(|sentence| sentence.tokens.clone()).find(|tokens| tokens.contains(&token))
    }

    /// The share of what is aligned that stands in the sentence of `token`, 0 to 1.
    pub(super) fn share_beside(&self, token: usize) -> f64 {
        let Some(sentence) = self.sentence_of(token) else { return 0.0 };
        let weight = |counts: &dyn Fn(usize) -> bool| {
            self.weighted_pairs().filter(|&(_, q, _)| counts(q)).map(|(_, _, weight)| weight).sum::<f64>()
        };
        let all = weight(&|_| true);
        if all > 0.0 { weight(&|q| sentence.contains(&q)) / all } else { 1.0 }
    }

    /// The pairs of (phrasing token, passage token) with the weight of the word, in order of the phrasing.
    pub(super) fn weighted_pairs(&self) -> impl Iterator<Item = (usize, usize, f64)> + '_ {
        let answers = &self.alignment.answers;
        self.phrasing
            .frame
            .iter()
            .zip(answers)
            .filter_map(|(word, answer)| Some((word.token?, answer.token()?, word.weight)))
    }
}
