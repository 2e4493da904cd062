//! A phrasing held against a passage: all that the gates look at.

use std::cell::OnceCell;
use std::ops::Range;

use crate::english;
use crate::matcher::{Alignment, Candidate, Likeness, Phrasing, align};
use crate::span::Span;
use crate::text::{Document, Sentence};
use crate::value::Mention;
use crate::value::name::Name;

use super::comparison::Comparison;
use super::contrary;
use super::cue::Cue;
use super::opening;
use super::reading::Reading;

/// A phrasing held against a passage.
#[derive(Debug)]
pub(super) struct Held<'a> {
    /// The phrasing.
    pub(super) phrasing: &'a Phrasing,
    /// The phrasing's cues.
    pub(super) phrasing_cues: &'a [Cue],
    /// The source's document, marked.
    pub(super) reading: &'a Reading<'a>,
    /// Which tokens answer which.
    pub(super) alignment: Alignment,
    /// The passage's tokens.
    pub(super) tokens: Range<usize>,
    mentions: OnceCell<Vec<&'a Mention>>,
    names: OnceCell<Vec<&'a Name>>,
    cues: OnceCell<Vec<&'a Cue>>,
    /// Phrasing and passage side by side, where they are nearly the same to the word.
    pub(super) comparison: Option<Comparison>,
}

impl<'a> Held<'a> {
    /// Aligns `phrasing` with `passage`.
    pub(super) fn new(
        phrasing: &'a Phrasing,
        phrasing_cues: &'a [Cue],
        reading: &'a Reading<'a>,
        passage: Candidate,
    ) -> Self {
        let sentences = &reading.document().sentences()[passage.first..passage.end];
        let document = reading.document();
        let mut alignment = align(phrasing, &reading.marked, passage);
        let start =
            sentences.first().map_or(0, |sentence| said(document, sentence, phrasing, &alignment).start);
        let end = sentences.last().map_or(0, |sentence| sentence.tokens.end);
        let first = alignment.pairs(phrasing).map(|(_, q)| q).next();
        let sentence = first.and_then(|first| said_around(document, sentences, first, phrasing, &alignment));
        let taken = sentence
            .clone()
            .is_some_and(|sentence| contrary::take_back(phrasing, reading, &sentence, &mut alignment));
        let comparison =
            sentence.and_then(|sentence| Comparison::of(phrasing, &reading.marked, sentence, &alignment));
        let comparison = comparison.filter(|comparison| comparison.realign(phrasing, &mut alignment));
        if contrary::answer(phrasing, phrasing_cues, reading, &(start..end), &mut alignment) || taken {
            alignment.weigh(phrasing);
        }
        Self {
            phrasing,
            phrasing_cues,
            reading,
            alignment,
            comparison,
            tokens: start..end,
            mentions: OnceCell::new(),
            names: OnceCell::new(),
            cues: OnceCell::new(),
        }
    }

    /// The passage's values.
    pub(super) fn mentions(&self) -> &[&'a Mention] {
        self.mentions.get_or_init(|| self.reading.mentions(self.sentences()).collect())
    }

    /// The passage's names.
    pub(super) fn names(&self) -> &[&'a Name] {
        self.names
            .get_or_init(|| self.reading.facts(self.sentences()).flat_map(|facts| &facts.names).collect())
    }

    /// The passage's cues.
    pub(super) fn cues(&self) -> &[&'a Cue] {
        self.cues.get_or_init(|| self.reading.facts(self.sentences()).flat_map(|facts| &facts.cues).collect())
    }

    fn sentences(&self) -> Range<usize> {
        self.alignment.passage.first..self.alignment.passage.end
    }

    /// The source's document.
    pub(super) fn document(&self) -> &'a Document {
        self.reading.document()
    }

    /// Where the passage stands, with all that leads up to it.
    pub(super) fn span(&self) -> Span {
        let sentences = self.document().sentences()[self.sentences()].iter().map(|sentence| sentence.span);
        sentences.reduce(Span::cover).unwrap_or_default()
    }

    /// The verbatim words at `tokens` of the passage's document.
    pub(super) fn words(&self, tokens: &Range<usize>) -> &'a str {
        self.document().words(tokens.clone())
    }

    /// Whether the passage's `token` answers a word of the phrasing.
    pub(super) fn is_aligned(&self, token: usize) -> bool {
        self.alignment.answers.iter().any(|answer| answer.token() == Some(token))
    }

    /// Where the whole text has the phrasing's word at `token`, in some form, in order.
    pub(super) fn everywhere(&self, token: usize) -> impl Iterator<Item = usize> + Clone + '_ {
        let word = self.phrasing.frame.iter().find(move |word| word.token == Some(token));
        let hits = word.map_or(&[][..], |word| self.reading.marked.answers(word.word));
        hits.iter().filter(|hit| hit.likeness >= Likeness::Inflected).map(|hit| hit.token)
    }

    /// Whether a cue of the passage only reaches whom or what a relative clause is about, and all that is said stands in that: "*no*
    /// fires in Greenville, which lies east of Raleigh".
    pub(super) fn is_beside(&self, cue: &Cue) -> bool {
        let document = self.document();
        let (comma, which) = (cue.scope.end, cue.scope.end + 1);
        let relative = document.folded_or_empty(comma) == ","
            && matches!(document.folded_or_empty(which), "which" | "who" | "whose" | "where");
        if !relative || which >= self.tokens.end {
            return false;
        }
        // The last noun alone: "no fires in *Greenville*".
        let noun = |i: &usize| english::is_content_word(document, *i) && !english::is_verb(document, *i);
        let first = cue.scope.clone().rev().take_while(noun).last().unwrap_or(comma);
        !(self.tokens.start..first).any(|i| self.is_aligned(i))
            && (which + 1..self.tokens.end).any(|i| self.is_aligned(i))
    }

    /// The tokens of the passage's sentence that has `token`, with who says so.
    pub(super) fn whole_sentence_of(&self, token: usize) -> Option<Range<usize>> {
        let mut sentences = self.document().sentences()[self.sentences()].iter();
        sentences.find(|sentence| sentence.tokens.contains(&token)).map(|sentence| sentence.tokens.clone())
    }

    /// The same, without who says so at its start, unless `token` is of that.
    pub(super) fn sentence_of(&self, token: usize) -> Option<Range<usize>> {
        let document = self.document();
        said_around(document, &document.sentences()[self.sentences()], token, self.phrasing, &self.alignment)
    }

    /// The sentence of the first word that answers the phrasing.
    pub(super) fn sentence_of_first(&self) -> Option<Range<usize>> {
        let (_, first) = self.alignment.pairs(self.phrasing).next()?;
        self.sentence_of(first)
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

/// The tokens of the one of `sentences` that has `token`, without who says so at its start, unless `token` is of that.
fn said_around(
    document: &Document,
    sentences: &[Sentence],
    token: usize,
    phrasing: &Phrasing,
    alignment: &Alignment,
) -> Option<Range<usize>> {
    let sentence = sentences.iter().find(|sentence| sentence.whole.contains(&token))?;
    let said = said(document, sentence, phrasing, alignment);
    if said.contains(&token) {
        return Some(said);
    }
    sentence.tokens.contains(&token).then(|| sentence.tokens.clone())
}

/// The tokens of `sentence` without who says so at its start, unless that answers a word of the phrasing.
fn said(
    document: &Document,
    sentence: &Sentence,
    phrasing: &Phrasing,
    alignment: &Alignment,
) -> Range<usize> {
    if phrasing.is_led() {
        return sentence.whole.clone();
    }
    let said = opening::said(document, &sentence.tokens);
    let opening = sentence.tokens.start..said.start;
    let answers =
        alignment.answers.iter().filter_map(|answer| answer.token()).any(|token| opening.contains(&token));
    if answers { sentence.tokens.clone() } else { said }
}

/// How many tokens `token` stands from the nearest end of `range`; 1 beside it.
pub(super) fn distance(range: &Range<usize>, token: usize) -> usize {
    if token < range.start { range.start - token } else { token.saturating_sub(range.end) + 1 }
}
