//! Text reuse: which sources share text, where, and whether one is a copy.
//!
//! Two questions are kept apart. *Are these two passages copied?* is asked of a piece of evidence: it is where both
//! stand in one [`SharedPassage`] that is the texts' own. *Is this article a copy of that one?* is asked of two
//! sources, and [`SharedText::kind`] answers it from how much of each stands in the other. What both quote in quotation
//! marks is the speaker's and counts for neither; nor does what pages carry around an article.
//!
//! Sources come one by one and are [prepared](Prepared) side by side; an [`Index`] keeps their words as numbers, and their
//! fingerprints, which say which pairs are worth comparing word by word. Work and memory grow with the
//! text: some ten bytes a word are kept, 1 GB with all that is found for 100,000 articles of 5 KB.

mod agency;
mod candidates;
mod credit;
mod fingerprint;
mod furniture;
mod index;
mod pair;
mod passages;
mod pattern;
mod places;
mod prepared;
pub mod rewrite;
mod standing;
#[cfg(test)]
mod tests;
mod vocabulary;

pub use agency::credit_key;
pub use candidates::NEIGHBOURS;
pub use credit::{Credit, credited, credits};
pub use fingerprint::ALWAYS_FOUND;
pub use furniture::furniture;
pub use index::Index;
pub use pattern::CreditKind;
pub use prepared::Prepared;
pub use standing::PassageStanding;

use crate::span::Span;

/// A passage that two sources share word by word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SharedPassage {
    /// Where it stands in the text of the first source.
    pub a: Span,
    /// Where it stands in that of the second.
    pub b: Span,
    /// How many words it has: eight or more.
    pub words: usize,
    /// How many of them are both texts' own, neither quoted nor furniture.
    pub own_words: usize,
    /// In what part of the texts it stands.
    pub standing: PassageStanding,
    /// How many sources carry it or a part of it, as far as fingerprints tell: at least these two.
    pub carriers: usize,
}

/// What two sources share.
#[derive(Debug, Clone, PartialEq)]
pub struct SharedText {
    /// The number of the first source.
    pub a: usize,
    /// That of the second, which is greater.
    pub b: usize,
    /// The passages they share, in the order of the first source. No word stands in two of them.
    pub passages: Vec<SharedPassage>,
    /// The share of the first source's own words that the second carries, from 0 to 1. Quotations and furniture are left out
    /// on both sides of the fraction.
    pub of_a: f64,
    /// The share of the second source's own words that the first carries.
    pub of_b: f64,
    /// The share of all own words of the two that both carry.
    pub resemblance: f64,
    /// Whether they have the same words, all of them.
    pub identical: bool,
}

/// What it is that two sources share, the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// One is mostly the other's text.
    Copy,
    /// One carries text of the other, or both of a third.
    Part,
    /// A few words in a row, as two texts may well have them without having copied.
    Phrase,
    /// Only quotations: shared evidence, not copied text.
    Quotation,
    /// Only what pages carry around an article.
    Furniture,
}

/// From what share of its own words on a text is another's. Rewritten by an editor who also writes for himself, a text
/// keeps less; what keeps half is edited at most. The studies of newspapers' use of agency copy (METER: R. Gaizauskas et
/// al., "The METER Corpus", 2001) call it wholly derived where nothing else was used, partly where something was.
const COPY: f64 = 0.5;
/// The same where a credit says that the text is another's.
const COPY_CREDITED: f64 = 0.35;
/// So many own words in one passage are text of another: as many as are always found, and about a sentence.
const PASSAGE: usize = ALWAYS_FOUND;
/// Own words in several passages are, too, if they are twice as many: a sentence with a word changed here and there.
/// Passages of fewer words than this do not count: they may be turns of phrase.
const PIECE: usize = fingerprint::RUN;
/// A passage that more sources than this carry is as likely furniture as text, so it needs to be so many times as long.
const MANY_CARRIERS: usize = 8;
const MANY_CARRIERS_FACTOR: usize = 3;

impl SharedText {
    fn new(a: usize, b: usize, passages: Vec<SharedPassage>, own: [usize; 2]) -> Self {
        let both: usize = passages.iter().map(|passage| passage.counted()).sum();
        let share = |of: usize| if of == 0 { 0.0 } else { both as f64 / of as f64 };
        let [of_a, of_b] = own.map(share);
        Self { a, b, passages, of_a, of_b, resemblance: share(own[0] + own[1] - both), identical: false }
    }

    /// Two texts that are one, however short, and whatever of it is quoted.
    fn identical(a: usize, b: usize, passages: Vec<SharedPassage>) -> Self {
        Self { a, b, passages, of_a: 1.0, of_b: 1.0, resemblance: 1.0, identical: true }
    }

    /// What it is that they share. `credited` says that one names the other as where its text is from, or both a
    /// third: it lowers what is needed, but a credit alone makes no copy.
    #[must_use]
    pub fn kind(&self, credited: bool) -> Kind {
        if self.identical {
            return Kind::Copy;
        }
        let share = self.of_a.max(self.of_b);
        let needed = if credited { PIECE } else { PASSAGE };
        let copied: usize = self.passages.iter().map(SharedPassage::counted).sum();
        if copied >= needed && share >= if credited { COPY_CREDITED } else { COPY } {
            return Kind::Copy;
        }
        if self.passages.iter().any(|passage| passage.weight() >= needed) || self.in_pieces() >= 2 * needed {
            return Kind::Part;
        }
        let has =
            |standing: fn(PassageStanding) -> bool| self.passages.iter().any(|one| standing(one.standing));
        if has(|one| one == PassageStanding::Text) {
            Kind::Phrase
        } else if has(PassageStanding::is_quoted) {
            Kind::Quotation
        } else {
            Kind::Furniture
        }
    }

    /// The passage in which both the words at `a` in the first source and those at `b` in the second stand, for the most
    /// part: whose [standing](SharedPassage::standing) says whether they are copied or quoted.
    #[must_use]
    pub fn passage_of(&self, a: Span, b: Span) -> Option<&SharedPassage> {
        let mostly = |words: Span, passage: Span| {
            let both = words.end.min(passage.end).saturating_sub(words.start.max(passage.start));
            both > 0 && 2 * both >= words.len()
        };
        self.passages.iter().find(|passage| mostly(a, passage.a) && mostly(b, passage.b))
    }

    /// How many own words stand in passages that are more than a turn of phrase.
    fn in_pieces(&self) -> usize {
        self.passages.iter().map(SharedPassage::weight).filter(|&weight| weight >= PIECE).sum()
    }
}

impl SharedPassage {
    /// How many words count as copied.
    fn counted(&self) -> usize {
        if self.standing == PassageStanding::Text { self.own_words } else { 0 }
    }

    /// For how many words it counts as text of another, given how many carry it.
    fn weight(&self) -> usize {
        let factor = if self.carriers > MANY_CARRIERS { MANY_CARRIERS_FACTOR } else { 1 };
        self.counted() / factor
    }
}
