//! A document with every word marked that answers a word of some phrasing.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::text::{Case, Document, TokenKind};

use super::{Lexicon, Likeness, WordId};

/// A token of a document that answers a word of the phrasings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The token, as an index into [`Document::tokens`].
    pub token: usize,
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
    hits: Vec<Hit>,
    /// For each word that is answered by itself somewhere, the tokens that do, in order.
    same: FxHashMap<WordId, Vec<usize>>,
    /// The words that are answered at all.
    answered: FxHashSet<WordId>,
    /// For each sentence, where its hits begin in `hits`; one more at the end.
    sentence_starts: Vec<usize>,
}

impl<'d> Marked<'d> {
    /// Marks `document`; each distinct word is looked up once.
    #[must_use]
    pub fn new(document: &'d Document, lexicon: &Lexicon) -> Self {
        let mut known: FxHashMap<(&str, bool), Vec<(WordId, Likeness)>> = FxHashMap::default();
        let mut hits = Vec::new();
        let mut sentence_starts = Vec::with_capacity(document.sentences().len() + 1);
        for sentence in document.sentences() {
            sentence_starts.push(hits.len());
            for token in sentence.tokens.clone() {
                let Some(word) = lookup(document, token) else { continue };
                let answers = known.entry(word).or_insert_with(|| lexicon.answered_by(word.0, word.1));
                hits.extend(answers.iter().map(|&(word, likeness)| Hit { token, word, likeness }));
            }
        }
        sentence_starts.push(hits.len());
        let mut same: FxHashMap<WordId, Vec<usize>> = FxHashMap::default();
        for hit in hits.iter().filter(|hit| hit.likeness == Likeness::Same) {
            same.entry(hit.word).or_default().push(hit.token);
        }
        let answered =
            hits.iter().filter(|hit| hit.likeness > Likeness::Opposed).map(|hit| hit.word).collect();
        Self { document, hits, same, answered, sentence_starts }
    }

    /// Whether any token of the text answers `word`.
    #[must_use]
    pub fn is_answered(&self, word: WordId) -> bool {
        self.answered.contains(&word)
    }

    /// The tokens that are `word` itself, in order.
    #[must_use]
    pub fn occurrences(&self, word: WordId) -> &[usize] {
        self.same.get(&word).map_or(&[], Vec::as_slice)
    }

    /// The hits of the sentences from `first` up to, not including, `end`, in order of their tokens.
    #[must_use]
    pub fn hits(&self, first: usize, end: usize) -> &[Hit] {
        match (self.sentence_starts.get(first), self.sentence_starts.get(end)) {
            (Some(&from), Some(&to)) if from <= to => &self.hits[from..to],
            _ => &[],
        }
    }
}

/// What a token is looked up by: its folded form, and whether it may be a name: it has a capital letter or is a number.
fn lookup(document: &Document, token: usize) -> Option<(&str, bool)> {
    let found = &document.tokens()[token];
    let name = match found.kind {
        TokenKind::Word => found.case != Case::Lower,
        TokenKind::Number => true,
        TokenKind::Symbol | TokenKind::Punctuation => return None,
    };
    Some((document.folded(token), name))
}
