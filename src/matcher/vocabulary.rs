//! The words of the texts read so far, each with the words of the phrasings that it answers.

use rustc_hash::FxHashMap;

use crate::english;

use super::{Lexicon, Likeness, WordId};

/// What a word of a text may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lookup {
    /// No name: it is written in lower case.
    Word,
    /// A name: it has a capital letter, or is a number.
    Name,
}

/// So many distinct words are remembered; then it begins anew. English newspapers of a year have about as many.
const MOST: usize = 200_000;

/// Longer words, in bytes, are resolved anew each time: what is remembered must not grow with what is no word.
const LONGEST: usize = 64;

/// The words of the texts read so far, each resolved once, with the words of one [`Lexicon`] that it answers.
#[derive(Debug, Default)]
pub struct Vocabulary {
    words: FxHashMap<Box<str>, Known>,
    names: FxHashMap<Box<str>, Known>,
    answers: Vec<(WordId, Likeness)>,
    /// What the last word answered that was too long to be remembered.
    of_long: Vec<(WordId, Likeness)>,
}

/// What is known of a word.
#[derive(Debug, Clone, Copy)]
struct Known {
    /// Where its answers begin and end.
    answers: (u32, u32),
    is_function_word: bool,
    begins_phrase: bool,
}

/// What a word of a text is to the phrasings.
#[derive(Debug, Clone, Copy)]
pub struct Resolved<'a> {
    /// The words of the phrasings that it answers, each once, with how.
    pub answers: &'a [(WordId, Likeness)],
    /// Whether it says nothing by itself.
    pub is_function_word: bool,
    /// Whether an expression of several words may begin with it.
    pub begins_phrase: bool,
}

impl Vocabulary {
    /// Makes room for the words of a text of so many `tokens`, if it is the first one.
    pub(super) fn make_room(&mut self, tokens: usize) {
        if self.words.is_empty() {
            self.words.reserve(tokens.min(MOST));
        }
    }

    /// What `folded` is to the phrasings of `lexicon`.
    pub fn look_up(&mut self, lexicon: &Lexicon, folded: &str, lookup: Lookup) -> Resolved<'_> {
        if folded.len() > LONGEST {
            self.of_long = lexicon.answered_by(folded, lookup == Lookup::Name);
            return Resolved { answers: &self.of_long, is_function_word: false, begins_phrase: false };
        }
        let known = match lookup {
            Lookup::Word => &self.words,
            Lookup::Name => &self.names,
        };
        let known = known.get(folded).copied();
        let known = known.unwrap_or_else(|| self.resolve(lexicon, folded, lookup));
        let (start, end) = known.answers;
        Resolved {
            answers: &self.answers[start as usize..end as usize],
            is_function_word: known.is_function_word,
            begins_phrase: known.begins_phrase,
        }
    }

    fn resolve(&mut self, lexicon: &Lexicon, folded: &str, lookup: Lookup) -> Known {
        if self.words.len() + self.names.len() >= MOST {
            *self = Self::default();
        }
        let start = place(self.answers.len());
        let stem = english::stem(folded);
        let is_function_word = english::is_function_word(folded);
        let answered = lexicon.answered_by_stem(folded, &stem, is_function_word, lookup == Lookup::Name);
        self.answers.extend(answered);
        let answers = (start, place(self.answers.len()));
        let resolved = Known { answers, is_function_word, begins_phrase: english::begins_phrase(&stem) };
        let known = match lookup {
            Lookup::Word => &mut self.words,
            Lookup::Name => &mut self.names,
        };
        known.insert(folded.into(), resolved);
        resolved
    }
}

/// A word answers far fewer than the four billion words of phrasings divided by [`MOST`].
fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
