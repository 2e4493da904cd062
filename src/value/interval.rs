//! Intervals of real numbers, each end open, closed or infinite.

/// Relative difference below which two bounds are one: unit conversion leaves rounding noise.
const EPSILON: f64 = 1e-9;

/// An interval of real numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower bound; may be negative infinity.
    pub low: f64,
    /// Upper bound; may be infinity.
    pub high: f64,
    /// Whether the lower bound belongs to it.
    pub low_included: bool,
    /// Whether the upper bound belongs to it.
    pub high_included: bool,
}

impl Interval {
    /// One number.
    #[must_use]
    pub const fn point(at: f64) -> Self {
        Self::closed(at, at)
    }

    /// `low` to `high`, both included.
    #[must_use]
    pub const fn closed(low: f64, high: f64) -> Self {
        Self { low, high, low_included: true, high_included: true }
    }

    /// `low` to `high`, the latter not included.
    #[must_use]
    pub const fn half_open(low: f64, high: f64) -> Self {
        Self { low, high, low_included: true, high_included: false }
    }

    /// Everything above `low`.
    #[must_use]
    pub const fn above(low: f64, low_included: bool) -> Self {
        Self { low, high: f64::INFINITY, low_included, high_included: false }
    }

    /// Everything from `floor` up to `high`; `floor` itself is included where it is finite.
    #[must_use]
    pub fn below(floor: f64, high: f64, high_included: bool) -> Self {
        Self { low: floor, high, low_included: floor.is_finite(), high_included }
    }

    /// Whether it is one number.
    #[must_use]
    pub fn is_point(self) -> bool {
        same(self.low, self.high)
    }

    /// Whether every number of `other` is in it.
    #[must_use]
    pub fn holds(self, other: Self) -> bool {
        let low = less(self.low, other.low)
            || same(self.low, other.low) && (self.low_included || !other.low_included);
        let high = less(other.high, self.high)
            || same(self.high, other.high) && (self.high_included || !other.high_included);
        low && high
    }

    /// Whether the two share a number.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        let reaches = |a: Self, b: Self| {
            less(a.low, b.high) || same(a.low, b.high) && a.low_included && b.high_included
        };
        reaches(self, other) && reaches(other, self)
    }

    /// Whether the two hold the same numbers.
    #[must_use]
    pub fn equals(self, other: Self) -> bool {
        self.holds(other) && other.holds(self)
    }

    /// The smallest interval that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self {
            low: self.low.min(other.low),
            high: self.high.max(other.high),
            low_included: if self.low <= other.low { self.low_included } else { other.low_included },
            high_included: if self.high >= other.high { self.high_included } else { other.high_included },
        }
    }

    /// The interval with `by` more on both sides.
    #[must_use]
    pub fn widened(self, by: f64) -> Self {
        Self { low: self.low - by, high: self.high + by, ..self }
    }

    /// The interval with its finite bounds included.
    #[must_use]
    pub fn closure(self) -> Self {
        Self { low_included: self.low.is_finite(), high_included: self.high.is_finite(), ..self }
    }

    /// For whole numbers: "more than 4" is "at least 5".
    #[must_use]
    pub fn whole(self) -> Self {
        // Most are whole already.
        if self.low_included && self.high_included && is_whole(self.low) && is_whole(self.high) {
            return self;
        }
        let mut whole = self;
        if self.low.is_finite() {
            let past = !self.low_included && self.low.fract() == 0.0;
            (whole.low, whole.low_included) = (if past { self.low + 1.0 } else { self.low.ceil() }, true);
        }
        if self.high.is_finite() {
            let past = !self.high_included && self.high.fract() == 0.0;
            (whole.high, whole.high_included) =
                (if past { self.high - 1.0 } else { self.high.floor() }, true);
        }
        if whole.low > whole.high { self } else { whole }
    }

    /// Whether its finite bounds are whole numbers.
    #[must_use]
    pub fn has_whole_bounds(self) -> bool {
        [self.low, self.high]
            .iter()
            .all(|&bound| is_whole(bound) || !bound.is_finite() || bound.fract() == 0.0)
    }

    /// Its bounds passed through the rising function `f`.
    #[must_use]
    pub fn map(self, f: impl Fn(f64) -> f64) -> Self {
        Self { low: f(self.low), high: f(self.high), ..self }
    }

    /// Its middle, or the one bound that is finite; 0 where none is.
    #[must_use]
    pub fn anchor(self) -> f64 {
        match (self.low.is_finite(), self.high.is_finite()) {
            (true, true) => f64::midpoint(self.low, self.high),
            (true, false) => self.low,
            (false, true) => self.high,
            (false, false) => 0.0,
        }
    }
}

/// Whether a number is whole, as far as that is told at once: not of the largest ones.
#[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)]
fn is_whole(number: f64) -> bool {
    number as i64 as f64 == number
}

pub(super) fn same(a: f64, b: f64) -> bool {
    a == b || (a - b).is_finite() && (a - b).abs() <= EPSILON * a.abs().max(b.abs())
}

fn less(a: f64, b: f64) -> bool {
    a < b && !same(a, b)
}
