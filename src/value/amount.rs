//! How much a number can mean: rounding, and the interval that a comparator makes of it.

use super::comparator::Comparator;
use super::interval::Interval;
use super::kind::Kind;
use super::number::Number;
use super::{Detail, Value};

/// A number shown in few figures is taken for rounded up to this part of itself: "2.4m" may be 2,380,000,
/// but "5%" is not 5.25%.
const ROUNDING_AT_MOST: f64 = 0.025;
/// The same where the figures stand before a scale: "$13K" may be $13,393.
const SCALED_ROUNDING_AT_MOST: f64 = 0.04;
/// Zeros written out may be rounding up to this part: "8,000" may have been 8,234.
const ZEROS_AT_MOST: f64 = 0.04;
/// A single figure before a scale may be rounded up to this part: "3 million" may have been 2.8.
const SCALED_AT_MOST: f64 = 0.1;
/// Numbers below this are exact whatever their zeros: 20 people are not 21.
const EXACT_BELOW: f64 = 100.0;
/// "About 100" means 90 to 110, and could still be said of 80 or 120.
const ABOUT: f64 = 0.1;

/// A number, or a range, in the base unit of its kind.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Amount {
    pub(super) stated: Interval,
    /// How far rounding reaches on both sides.
    pub(super) rounding: f64,
    /// How far it could conceivably reach.
    pub(super) doubt: f64,
}

impl Amount {
    /// The number `number`.
    pub(super) fn of(number: Number) -> Self {
        let size = number.value.abs();
        let half = number.place / 2.0;
        let telling = number.telling_place();
        let most = if number.place > 1.0 { SCALED_ROUNDING_AT_MOST } else { ROUNDING_AT_MOST };
        let rounding = half.min(size * most);
        let shown = half.min(size * SCALED_AT_MOST);
        let zeros = if size >= EXACT_BELOW && telling > number.place {
            (telling / 2.0).min(size * ZEROS_AT_MOST)
        } else {
            0.0
        };
        Self { stated: Interval::point(number.value), rounding, doubt: shown.max(zeros).max(rounding) }
    }

    /// Exactly `stated`.
    pub(super) const fn exact(stated: Interval) -> Self {
        Self { stated, rounding: 0.0, doubt: 0.0 }
    }

    /// In a unit `factor` times smaller.
    pub(super) fn times(self, factor: f64) -> Self {
        Self {
            stated: self.stated.map(|bound| bound * factor),
            rounding: self.rounding * factor,
            doubt: self.doubt * factor,
        }
    }

    /// From this to `end`.
    pub(super) fn to(self, end: Self) -> Self {
        Self {
            stated: self.stated.cover(end.stated),
            rounding: self.rounding.min(end.rounding),
            doubt: self.doubt.min(end.doubt),
        }
    }

    /// The value that it is under `comparator`.
    pub(super) fn value(self, kind: Kind, comparator: Comparator, detail: Detail) -> Value {
        let floor = if kind.is_unbounded() { f64::NEG_INFINITY } else { 0.0_f64.min(self.stated.low) };
        let spread = match kind {
            // Half an hour, a few days and a few degrees are what "about" allows there.
            Kind::Time => 30.0,
            Kind::Date => ((self.stated.high - self.stated.low) / 2.0).max(3.0),
            Kind::Measure(super::Dimension::Temperature) => 2.0,
            _ => self.stated.low.abs().max(self.stated.high.abs()) * ABOUT,
        };
        let [stated, meant, possible] = self.under(comparator, floor, spread);
        Value { kind, comparator, core: self.stated, stated, meant, possible, weak: false, detail }
    }

    /// What is stated, meant and possible.
    fn under(self, comparator: Comparator, floor: f64, spread: f64) -> [Interval; 3] {
        let Interval { low, high, .. } = self.stated;
        match comparator {
            Comparator::Exactly => {
                [self.stated, self.stated.widened(self.rounding), self.stated.widened(self.doubt)]
            }
            Comparator::MoreThan => [Interval::above(low, false); 3],
            Comparator::AtLeast => [Interval::above(low, true); 3],
            Comparator::LessThan => [Interval::below(floor, high, false); 3],
            Comparator::AtMost => [Interval::below(floor, high, true); 3],
            Comparator::About => {
                let stated = self.stated.closure().widened(spread);
                [stated, stated.widened(self.rounding), stated.widened(spread.max(self.doubt))]
            }
            Comparator::JustUnder => {
                let stated = Interval::half_open(high - spread, high);
                let meant = stated.closure();
                [stated, meant, meant.widened(spread / 2.0)]
            }
            Comparator::JustOver => {
                let meant = Interval::closed(low, low + spread);
                [Interval { low_included: false, ..meant }, meant, meant.widened(spread / 2.0)]
            }
        }
    }
}
