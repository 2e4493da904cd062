//! A document with every word marked that answers a word of some phrasing.

use std::cell::OnceCell;
use std::ops::Range;

use crate::english::{self, Phrase};
use crate::text::{Case, Document, TokenKind, quotations};

use super::acronym::{Acronyms, ShortForm};
use super::vocabulary::{Lookup, Vocabulary};
use super::{Lexicon, Likeness, WordId};

/// A token of a document that answers a word of the phrasings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The token, as an index into [`Document::tokens`].
    pub token: usize,
    /// Its sentence, as an index into [`Document::sentences`].
    pub sentence: usize,
    /// The word it answers.
    pub word: WordId,
    /// How.
    pub likeness: Likeness,
}

/// A document with its hits.
#[derive(Debug)]
pub struct Marked<'d> {
    /// The document.
    pub document: &'d Document,
    /// In order of their tokens.
    hits: Vec<Hit>,
    /// For each sentence, where its hits begin in `hits`; one more at the end.
    sentence_starts: Vec<usize>,
    /// In order of their words, those of one word in order of their tokens.
    by_word: Vec<Hit>,
    /// For each word, where its hits begin in `by_word`; one more at the end.
    word_starts: Vec<u32>,
    /// For each token, how many words before it say something, being no function words; one more at the end.
    telling: Vec<u32>,
    acronyms: OnceCell<Acronyms>,
    first_person: OnceCell<Vec<usize>>,
}

impl<'d> Marked<'d> {
    /// Marks `document` with the words of `lexicon` that it answers; `vocabulary` is what is known of these so far.
    #[must_use]
    pub fn new(document: &'d Document, lexicon: &Lexicon, vocabulary: &mut Vocabulary) -> Self {
        vocabulary.make_room(document.tokens().len());
        let mut hits = Vec::new();
        // Those whose head is still to come.
        let mut phrases: Vec<Phrase> = Vec::new();
        let mut sentence_starts = Vec::with_capacity(document.sentences().len() + 1);
        let mut telling = vec![0; document.tokens().len() + 1];
        for (number, sentence) in document.sentences().iter().enumerate() {
            sentence_starts.push(hits.len());
            phrases.clear();
            for token in sentence.whole.clone() {
                let of_life = english::said_of_life(document, token);
                let Some(lookup) = of_life.map_or_else(|| lookup(document, token), |_| Some(Lookup::Word))
                else {
                    continue;
                };
                let said = of_life.or_else(|| english::said_by_particle(document, token));
                let folded = said.unwrap_or_else(|| document.folded(token));
                let resolved = vocabulary.look_up(lexicon, folded, lookup);
                let hit =
                    |&(word, likeness): &(WordId, Likeness)| Hit { token, sentence: number, word, likeness };
                let own = hits.len();
                hits.extend(resolved.answers.iter().map(hit));
                telling[token + 1] =
                    u32::from(!resolved.is_function_word && document.tokens()[token].is_word());
                if resolved.begins_phrase {
                    phrases.extend(english::phrase(document, token, sentence.whole.end));
                }
                for phrase in phrases.extract_if(.., |phrase| phrase.head == token) {
                    add_better(&mut hits, own, lexicon.answered_by_phrase(&phrase).iter().map(hit));
                }
            }
        }
        sentence_starts.push(hits.len());
        for token in 1..telling.len() {
            telling[token] += telling[token - 1];
        }
        let (by_word, word_starts) = grouped(&hits, lexicon.len());
        Self {
            document,
            hits,
            sentence_starts,
            by_word,
            word_starts,
            telling,
            acronyms: OnceCell::new(),
            first_person: OnceCell::new(),
        }
    }

    /// Whether any token of the text answers `word`.
    #[must_use]
    pub fn is_answered(&self, word: WordId) -> bool {
        self.answers(word).iter().any(|hit| hit.likeness > Likeness::Opposed)
    }

    /// The tokens that are `word` itself, in order.
    pub fn occurrences(&self, word: WordId) -> impl Iterator<Item = usize> + Clone + '_ {
        self.answers(word).iter().filter(|hit| hit.likeness == Likeness::Same).map(|hit| hit.token)
    }

    /// The first of `tokens` that is short for what `form` stands for, or begins what it is short for.
    #[must_use]
    pub fn acronym(&self, form: &ShortForm, tokens: &Range<usize>) -> Option<usize> {
        self.acronyms.get_or_init(|| Acronyms::new(self.document)).answer(form, tokens)
    }

    /// Those of `tokens` by which a firm or a body speaks of itself, "we" and "our", what others are quoted with left out; in order.
    #[must_use]
    pub fn first_person(&self, tokens: &Range<usize>) -> &[usize] {
        let all = self.first_person.get_or_init(|| first_person(self.document));
        let from = all.partition_point(|&token| token < tokens.start);
        let count = all[from..].partition_point(|&token| token < tokens.end);
        &all[from..from + count]
    }

    /// The hits of `word`, in order of their tokens.
    #[must_use]
    pub fn answers(&self, word: WordId) -> &[Hit] {
        let at = word as usize;
        match (self.word_starts.get(at), self.word_starts.get(at + 1)) {
            (Some(&from), Some(&to)) => &self.by_word[from as usize..to as usize],
            _ => &[],
        }
    }

    /// The hits of `word` among `tokens`, in order.
    #[must_use]
    pub fn answers_among(&self, word: WordId, tokens: &Range<usize>) -> &[Hit] {
        let hits = self.answers(word);
        let from = hits.partition_point(|hit| hit.token < tokens.start);
        let count = hits[from..].partition_point(|hit| hit.token < tokens.end);
        &hits[from..from + count]
    }

    /// How many of `tokens` are words that say something, being no function words.
    #[must_use]
    pub fn telling_words(&self, tokens: &Range<usize>) -> usize {
        let before = |token: usize| self.telling.get(token).copied().unwrap_or(0);
        before(tokens.end).saturating_sub(before(tokens.start)) as usize
    }

    /// For each sentence its hits, in order of their tokens.
    pub fn sentences(&self) -> impl Iterator<Item = &[Hit]> {
        self.sentence_starts.windows(2).map(|ends| &self.hits[ends[0]..ends[1]])
    }

    /// The tokens of the sentences from `first` up to, not including, `end`.
    #[must_use]
    pub fn tokens(&self, first: usize, end: usize) -> Range<usize> {
        match self.document.sentences().get(first..end) {
            Some([first, .., last]) => first.whole.start..last.whole.end,
            Some([one]) => one.whole.clone(),
            _ => 0..0,
        }
    }
}

/// The tokens of `document` that are "we" and "our" and stand in no quotation, in order.
fn first_person(document: &Document) -> Vec<usize> {
    let first = |&i: &usize| matches!(document.folded(i), "our" | "we");
    let mut tokens: Vec<usize> = (0..document.tokens().len()).filter(first).collect();
    if !tokens.is_empty() {
        let quoted = quotations(document.text());
        let inside = |i: usize| {
            let start = document.tokens()[i].span.start;
            let before = quoted.partition_point(|quotation| quotation.span.end <= start);
            quoted.get(before).is_some_and(|quotation| quotation.span.start <= start)
        };
        tokens.retain(|&i| !inside(i));
    }
    tokens
}

/// Adds to the hits of one token, which begin at `own`, those of `others` that are better or of other words.
fn add_better(hits: &mut Vec<Hit>, own: usize, others: impl Iterator<Item = Hit>) {
    for other in others {
        match hits[own..].iter_mut().find(|hit| hit.word == other.word) {
            Some(hit) if hit.likeness < other.likeness => *hit = other,
            Some(_) => {}
            None => hits.push(other),
        }
    }
}

/// `hits` by their words, of which there are `words`, and where those of each begin.
fn grouped(hits: &[Hit], words: usize) -> (Vec<Hit>, Vec<u32>) {
    let mut starts = vec![0_u32; words + 1];
    for hit in hits {
        starts[hit.word as usize + 1] += 1;
    }
    for word in 0..words {
        starts[word + 1] += starts[word];
    }
    let mut next = starts.clone();
    let mut grouped = hits.to_vec();
    for hit in hits {
        let at = &mut next[hit.word as usize];
        grouped[*at as usize] = *hit;
        *at += 1;
    }
    (grouped, starts)
}

/// What a token is looked up as; `None` for one that is no word.
fn lookup(document: &Document, token: usize) -> Option<Lookup> {
    let found = &document.tokens()[token];
    match found.kind {
        TokenKind::Word if found.case == Case::Lower => Some(Lookup::Word),
        TokenKind::Word | TokenKind::Number => Some(Lookup::Name),
        TokenKind::Symbol | TokenKind::Punctuation => None,
    }
}
