//! What counts in a sentence: its numbers, dates, names and negations, and which of one sentence answers which of another.

use std::ops::Range;

use crate::value::Value;

use super::ChangeKind;
use super::words::Differences;

/// The days of the week, folded.
pub(super) const WEEKDAYS: [&str; 7] =
    ["friday", "monday", "saturday", "sunday", "thursday", "tuesday", "wednesday"];

/// A number, a date, a name or a negation in a sentence.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) kind: ChangeKind,
    /// Its tokens, counted from the sentence's first.
    pub(super) tokens: Range<usize>,
    /// Its words as they stand.
    pub(super) text: String,
    /// Its words as they are compared.
    pub(super) key: String,
    /// What it means, where it is a value.
    pub(super) value: Option<Value>,
}

impl Item {
    /// Whether the two say the same.
    pub(super) fn says_what(&self, other: &Self) -> bool {
        if self.key == other.key || self.kind == ChangeKind::Negation && other.kind == ChangeKind::Negation {
            return true;
        }
        let Some((one, two)) = self.value.as_ref().zip(other.value.as_ref()) else { return false };
        is_same(one, two)
            && !differ_in_one_digit(&self.text, &other.text)
            && !differ_in_weekday(&self.key, &other.key)
    }

    /// Whether the two say the same, or neither may say anything.
    pub(super) fn may_say_what(&self, other: &Self) -> bool {
        self.says_what(other) || self.is_weak() && other.is_weak()
    }

    /// Whether it may be no value at all: "one of the", "a year".
    pub(super) fn is_weak(&self) -> bool {
        self.value.is_some_and(|value| value.weak)
    }
}

/// Whether two values are one in all that was said: rounding is not allowed for, as it is in comparing sources.
fn is_same(one: &Value, two: &Value) -> bool {
    one.kind == two.kind
        && one.comparator == two.comparator
        && one.stated.equals(two.stated)
        && (one.normal_form() == two.normal_form() || !one.kind.is_dated())
}

/// Whether both name a day of the week, and not the same: of "Tuesday, 4 November" only the date is in the value.
fn differ_in_weekday(one: &str, two: &str) -> bool {
    let weekday = |key: &str| WEEKDAYS.into_iter().find(|day| key.contains(day));
    weekday(one).zip(weekday(two)).is_some_and(|(one, two)| one != two)
}

/// Whether one digit was replaced by another: numbers beyond what a float can tell apart differ even where their values
/// do not.
fn differ_in_one_digit(one: &str, two: &str) -> bool {
    let digits = |text: &str| text.chars().filter(|c| c.is_numeric()).collect::<Vec<_>>();
    let (one, two) = (digits(one), digits(two));
    one.len() == two.len() && one.iter().zip(&two).filter(|(a, b)| a != b).count() == 1
}

/// Items of an earlier and a later sentence, by their numbers, that differ: pairs, and those without a partner.
#[derive(Debug, Default)]
pub(super) struct Aligned {
    pub(super) pairs: Vec<(usize, usize)>,
    pub(super) gone: Vec<usize>,
    pub(super) come: Vec<usize>,
}

/// Holds the items of two sentences against each other, whose words differ as `differences` says.
pub(super) fn align(was: &[Item], is: &[Item], differences: &Differences) -> Aligned {
    let mut aligning = Aligning {
        places: (
            was.iter().map(|item| place(differences, |(old, _)| overlap(old, &item.tokens))).collect(),
            is.iter().map(|item| place(differences, |(_, new)| overlap(new, &item.tokens))).collect(),
        ),
        free: (vec![true; was.len()], vec![true; is.len()]),
        pairs: Vec::new(),
        was,
        is,
    };
    aligning.by_common_words(differences);
    aligning.join(|a, b, near| near && a.says_what(b));
    // A negation that went to another clause negates something else.
    aligning.join(|a, b, _| a.kind != ChangeKind::Negation && a.says_what(b));
    aligning.join(|a, b, near| near && a.kind == b.kind);
    aligning.join(|_, _, near| near);
    aligning.lone_pair();
    aligning.aligned()
}

fn place(
    differences: &Differences,
    is_there: impl Fn(&(Range<usize>, Range<usize>)) -> bool,
) -> Option<usize> {
    differences.places.iter().position(is_there)
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

struct Aligning<'a> {
    was: &'a [Item],
    is: &'a [Item],
    /// For each item the first place with a difference that it is in.
    places: (Vec<Option<usize>>, Vec<Option<usize>>),
    /// Whether it still has no partner.
    free: (Vec<bool>, Vec<bool>),
    pairs: Vec<(usize, usize)>,
}

impl Aligning<'_> {
    fn take(&mut self, a: usize, b: usize) {
        (self.free.0[a], self.free.1[b]) = (false, false);
        self.pairs.push((a, b));
    }

    /// Those that share a word which stands in both sentences: "20" and "20 million".
    fn by_common_words(&mut self, differences: &Differences) {
        for a in 0..self.was.len() {
            let common =
                self.was[a].tokens.clone().filter_map(|at| differences.same.get(at).copied().flatten());
            let partner = common.into_iter().find_map(|other| {
                (0..self.is.len()).find(|&b| self.free.1[b] && self.is[b].tokens.contains(&other))
            });
            if let Some(b) = partner {
                self.take(a, b);
            }
        }
    }

    /// Each free item with the first free one that is `meant` by it; the last argument says whether both are in one place.
    fn join(&mut self, meant: impl Fn(&Item, &Item, bool) -> bool) {
        for a in 0..self.was.len() {
            let near = |b: usize| self.places.0[a].is_some() && self.places.0[a] == self.places.1[b];
            let partner = (0..self.is.len())
                .find(|&b| self.free.1[b] && self.free.0[a] && meant(&self.was[a], &self.is[b], near(b)));
            if let Some(b) = partner {
                self.take(a, b);
            }
        }
    }

    /// Where one value went and one of its kind came elsewhere in the sentence, it is the one that changed.
    fn lone_pair(&mut self) {
        let free = |free: &[bool]| (0..free.len()).filter(|&at| free[at]).collect::<Vec<_>>();
        let ([a], [b]) = (&free(&self.free.0)[..], &free(&self.free.1)[..]) else { return };
        let kinds = [&self.was[*a], &self.is[*b]].map(|item| item.value.map(|value| value.kind));
        if kinds[0].is_some() && kinds[0] == kinds[1] {
            self.take(*a, *b);
        }
    }

    fn aligned(self) -> Aligned {
        // What stands in both sentences with all its words is only taken otherwise for its neighbours' sake; and a word
        // that may be no value says nothing by coming or going.
        let tells = |item: &Item, place: Option<usize>| place.is_some() && !item.is_weak();
        let alone = |free: &[bool], items: &[Item], places: &[Option<usize>]| {
            (0..items.len()).filter(|&at| free[at] && tells(&items[at], places[at])).collect()
        };
        let differ = |&(a, b): &(usize, usize)| {
            let (was, is) = (&self.was[a], &self.is[b]);
            !was.may_say_what(is)
        };
        Aligned {
            gone: alone(&self.free.0, self.was, &self.places.0),
            come: alone(&self.free.1, self.is, &self.places.1),
            pairs: self.pairs.iter().copied().filter(differ).collect(),
        }
    }
}
