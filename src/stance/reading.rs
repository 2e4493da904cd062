//! A source's document read for deciding: its hits, and what its sentences have, recognised where it is asked for.

use std::cell::OnceCell;
use std::ops::Range;

use crate::matcher::Marked;
use crate::text::Document;
use crate::value::name::{self, Name};
use crate::value::{self, Context, Mention, Value};

use super::Settings;
use super::cue::{self, Cue};

/// How many sentences before and after a passage are searched for a value that it lacks.
const AROUND: usize = 12;

/// What one sentence has besides values.
#[derive(Debug)]
pub(super) struct Facts {
    /// Its names.
    pub(super) names: Vec<Name>,
    /// Its cues.
    pub(super) cues: Vec<Cue>,
}

/// A document with its hits and the facts of its sentences, each recognised once, and only if a passage needs it.
#[derive(Debug)]
pub(super) struct Reading<'d> {
    /// The document with every word marked that answers a phrasing's.
    pub(super) marked: Marked<'d>,
    context: Context,
    settings: Settings,
    mentions: Vec<OnceCell<Vec<Mention>>>,
    facts: Vec<OnceCell<Facts>>,
}

impl<'d> Reading<'d> {
    /// Of a document that is marked; dates in it are resolved in `context`.
    pub(super) fn new(marked: Marked<'d>, context: Context, settings: Settings) -> Self {
        let document = marked.document;
        let mentions = document.sentences().iter().map(|_| OnceCell::new()).collect();
        let facts = document.sentences().iter().map(|_| OnceCell::new()).collect();
        Self { marked, context, settings, mentions, facts }
    }

    /// The document.
    pub(super) fn document(&self) -> &'d Document {
        self.marked.document
    }

    /// What the user has set.
    pub(super) fn settings(&self) -> Settings {
        self.settings
    }

    /// How well the best value of the sentences around `sentence` fits `claimed`, 0 to 1: for ranking only.
    pub(super) fn best_fit(&self, claimed: &Value, sentence: usize) -> f64 {
        self.values_around(sentence).map(|value| claimed.fit(value)).fold(0.0, f64::max)
    }

    fn values_around(&self, sentence: usize) -> impl Iterator<Item = &Value> {
        self.mentions_around(sentence).map(|mention| &mention.value)
    }

    /// The values of the sentences around `sentence`, in order.
    pub(super) fn mentions_around(&self, sentence: usize) -> impl Iterator<Item = &Mention> {
        let around = sentence.saturating_sub(AROUND)..(sentence + AROUND + 1).min(self.mentions.len());
        self.mentions(around)
    }

    /// The values of the sentences in `range`, in order.
    pub(super) fn mentions(&self, range: Range<usize>) -> impl Iterator<Item = &Mention> {
        let document = self.document();
        let sentences = self.mentions[range.clone()].iter().zip(&document.sentences()[range]);
        sentences.flat_map(move |(cell, sentence)| {
            cell.get_or_init(|| value::recognise(document, sentence.tokens.clone(), self.context))
        })
    }

    /// What else the sentences in `range` have, in order.
    pub(super) fn facts(&self, range: Range<usize>) -> impl Iterator<Item = &Facts> {
        let document = self.document();
        self.facts[range.clone()].iter().zip(&document.sentences()[range]).map(move |(cell, sentence)| {
            cell.get_or_init(|| Facts {
                names: name::names(document, sentence.tokens.clone()),
                cues: cue::cues(document, sentence.tokens.clone()),
            })
        })
    }
}
