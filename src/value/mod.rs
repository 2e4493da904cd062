//! Typed values in text: recognising them and comparing them.

pub mod name;

use std::ops::Range;

use chrono::NaiveDate;

use crate::span::Span;
use crate::text::Document;

/// How a reported value stands to a claimed one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relation {
    /// The same: "214" and "two hundred and fourteen".
    Equal,
    /// The reported value lies within the claimed one: text "214", claim "more than 200".
    Within,
    /// The reported value is only vaguer: text "more than 200", claim "214".
    Wider,
    /// They overlap without one holding the other.
    Overlaps,
    /// They cannot both hold: text "more than 200", claim "198".
    Conflicts,
}

/// A value in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Its words, comparators included: "more than 200".
    pub span: Span,
    /// Its tokens, as indices into [`Document::tokens`].
    pub tokens: Range<usize>,
    /// The tokens of the value itself, without its comparator.
    pub core: Range<usize>,
    /// The words it counts, if any: "mentoring sessions".
    pub counted: Option<Range<usize>>,
    /// What it is.
    pub value: Value,
}

/// A typed value.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {}

impl Value {
    /// Whether it is no more than an article or pronoun: "a", "one another".
    #[must_use]
    pub fn is_weak(&self) -> bool {
        false
    }
    /// How `reported` stands to this claimed value; `None` where the two cannot be compared.
    #[must_use]
    pub fn compare(&self, _reported: &Self) -> Option<Relation> {
        None
    }
    /// How near `reported` comes, 0 to 1.
    #[must_use]
    pub fn fit(&self, _reported: &Self) -> f64 {
        0.0
    }
}

/// What a text's values are resolved against.
#[derive(Debug, Clone, Copy, Default)]
pub struct Context {
    /// The day the text was published: what "Friday" and "last week" are counted from.
    pub published: Option<NaiveDate>,
}

/// The values among `tokens` of `document`, in order, none overlapping another.
#[must_use]
pub fn recognise(_document: &Document, _tokens: Range<usize>, _context: Context) -> Vec<Mention> {
    Vec::new()
}
