//! Typed values in text: recognising them and comparing them.
//!
//! A value is three intervals of numbers in one base unit, each within the next: what its words *state*,
//! what they *mean* once rounding is allowed for, and what is still *possible* ("8,000" may have been
//! 8,234). Whether two values agree is then a question about intervals, whatever they were written as.
//!
//! ```
//! use crosscheck::text::Document;
//! use crosscheck::value::{Context, Relation, recognise};
//!
//! let read = |text: &str| {
//!     let document = Document::new(text);
//!     recognise(&document, 0..document.tokens().len(), Context::default()).remove(0).value
//! };
//! let claimed = read("more than 200 letters");
//! assert_eq!(claimed.compare(&read("two hundred and fourteen letters")), Some(Relation::Within));
//! assert_eq!(claimed.compare(&read("198 letters")), Some(Relation::Conflicts));
//! assert_eq!(claimed.normal_form(), "count > 200");
//! ```

mod age;
mod amount;
mod clock;
mod comparator;
mod compare;
mod compound;
mod date;
mod day;
mod digit_count;
mod digits;
mod duration;
mod interval;
mod kind;
mod label;
mod level;
mod lexicon;
mod money;
pub mod name;
mod normal;
mod noun;
mod number;
mod one;
mod ordinal;
mod partial;
mod period;
mod proportion;
mod quantity;
mod quarter;
mod reader;
mod recognise;
mod repeat;
mod tally;
mod unit;
mod vague;
mod withdrawn;

#[cfg(test)]
mod tests;

pub(crate) use noun::is_plural;

use std::ops::Range;

use chrono::NaiveDate;

use crate::span::Span;

pub use comparator::Comparator;
pub use duration::DurationUnit;
pub use interval::Interval;
pub use kind::{Currency, Dimension, Kind};
pub use level::{is_level, level_verb, only_tells_level};
pub use partial::PartialDate;
pub use recognise::recognise;

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
    /// Its tokens, as indices into [`Document::tokens`](crate::text::Document::tokens).
    pub tokens: Range<usize>,
    /// Those of its tokens that say how much, comparators left out: "200".
    pub core: Range<usize>,
    /// The tokens just after a number that name what it counts, the head last: "mentoring sessions".
    /// Found without a parser, so a hint and no more.
    pub counted: Option<Range<usize>>,
    /// What it is.
    pub value: Value,
}

impl Mention {
    /// Its tokens up to the last that says how much, with what bounds it: "more than 200", but not "or more", nor "aged".
    pub(crate) fn bounded(&self) -> Range<usize> {
        let start =
            if self.value.comparator == Comparator::Exactly { self.core.start } else { self.tokens.start };
        start..self.core.end
    }

    /// Whether it is a number that may be one of anything.
    pub(crate) fn is_bare(&self) -> bool {
        self.value.kind == Kind::Count && self.counted.is_none()
    }
}

/// Whether `word` (folded) is a small number in letters: "three", "twenty".
pub(crate) fn is_number_word(word: &str) -> bool {
    matches!(lexicon::find(word), Some(lexicon::Word::Small(_) | lexicon::Word::Tens(_)))
}

/// Whether `word` (folded) ranks: "second", "third".
pub(crate) fn is_ordinal(word: &str) -> bool {
    matches!(lexicon::find(word), Some(lexicon::Word::Ordinal(_)))
}

/// A typed value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Value {
    /// What it measures, and in what.
    pub kind: Kind,
    /// What bounds it.
    pub comparator: Comparator,
    /// Its number, or the range it names, without the comparator.
    pub core: Interval,
    /// What its words state, in the base unit of its kind (see [`Kind`]).
    pub stated: Interval,
    /// What they mean, approximation and rounding allowed for: 84.5 to 85.5 for "85%".
    pub meant: Interval,
    /// What lies outside this cannot be what is meant: 7,680 to 8,320 for "8,000".
    pub possible: Interval,
    /// Whether it may be no value at all, as in "one of the", "both" or "a year": such a value can agree with
    /// another, but never conflicts.
    pub weak: bool,
    /// What only its kind has.
    pub detail: Detail,
}

/// What only values of one kind have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// Nothing.
    Plain,
    /// Of a [`Kind::Duration`].
    Duration(DurationUnit),
    /// Of a [`Kind::Date`].
    Date(PartialDate),
    /// Of a [`Kind::Time`].
    Time {
        /// Whether "6:10" may be in the morning or in the evening.
        half_day: bool,
        /// Minutes ahead of UTC, where a time zone is named.
        zone: Option<i16>,
    },
}

impl Value {
    /// The number itself without its comparator, in the base unit of its kind; none for ranges and for
    /// vague words such as "dozens".
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        self.core.is_point().then_some(self.core.low)
    }
}

/// What a text's values are resolved against.
#[derive(Debug, Clone, Copy, Default)]
pub struct Context {
    /// The day the text was published: what "Friday" and "last week" are counted from.
    pub published: Option<NaiveDate>,
}
