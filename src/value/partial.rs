//! Dates as far as they are known: a day, a month, a year, a day of some year, a period.

use chrono::{Datelike, NaiveDate};

use super::interval::Interval;

/// A date as far as its words tell it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PartialDate {
    /// "15 October 2021".
    Day(NaiveDate),
    /// "October 2021".
    Month {
        /// The year of the common era.
        year: i32,
        /// From 1.
        month: u32,
    },
    /// "2014".
    Year(i32),
    /// "15 October", of a year not told.
    MonthDay {
        /// From 1.
        month: u32,
        /// From 1.
        day: u32,
    },
    /// "October", of a year not told.
    MonthOfYear(u32),
    /// "Early October", of a year not told.
    PartOfMonth {
        /// From 1.
        month: u32,
        /// Its first day, from 1.
        first: u32,
        /// Its last.
        last: u32,
    },
    /// "The third quarter", "the second half", of a year not told; or of a match.
    PartOfYear {
        /// Which, from 1.
        part: u32,
        /// How many parts make the whole: 2 or 4.
        of: u32,
    },
    /// From a first to a last day.
    Span(NaiveDate, NaiveDate),
}

/// A leap year, in which days of a year not told are placed.
const ANY_YEAR: i32 = 2000;

impl PartialDate {
    /// The first and the last day; of a year not told, those of the year 2000.
    #[must_use]
    pub fn days(self) -> Option<(NaiveDate, NaiveDate)> {
        match self {
            Self::Day(day) => Some((day, day)),
            Self::Month { year, month } => month_of(year, month),
            Self::Year(year) => {
                Some((NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?))
            }
            Self::MonthDay { month, day } => {
                let day = NaiveDate::from_ymd_opt(ANY_YEAR, month, day)?;
                Some((day, day))
            }
            Self::MonthOfYear(month) => month_of(ANY_YEAR, month),
            Self::PartOfMonth { month, first, last } => Some((
                NaiveDate::from_ymd_opt(ANY_YEAR, month, first)?,
                NaiveDate::from_ymd_opt(ANY_YEAR, month, last)?,
            )),
            Self::PartOfYear { part, of } => part_of(ANY_YEAR, part, of),
            Self::Span(from, to) => (from <= to).then_some((from, to)),
        }
    }

    /// The part of a year, not told, that begins with one month and ends with another: "April to June" is its second quarter.
    pub(super) fn of_months(first: u32, last: u32) -> Option<Self> {
        let months = (last + 1).checked_sub(first).filter(|months| matches!(months, 3 | 6))?;
        (first - 1)
            .is_multiple_of(months)
            .then(|| Self::PartOfYear { part: (first - 1) / months + 1, of: 12 / months })
    }

    /// Whether the year is not told.
    #[must_use]
    pub const fn is_yearless(self) -> bool {
        matches!(
            self,
            Self::MonthDay { .. } | Self::MonthOfYear(_) | Self::PartOfMonth { .. } | Self::PartOfYear { .. }
        )
    }

    /// The same day or month in `year`.
    pub(super) fn in_year(self, year: i32) -> Option<Self> {
        match self {
            Self::MonthDay { month, day } => NaiveDate::from_ymd_opt(year, month, day).map(Self::Day),
            Self::MonthOfYear(month) => Some(Self::Month { year, month }),
            Self::PartOfMonth { month, first, last } => Some(Self::Span(
                NaiveDate::from_ymd_opt(year, month, first)?,
                NaiveDate::from_ymd_opt(year, month, last.min(month_of(year, month)?.1.day()))?,
            )),
            Self::PartOfYear { part, of } => part_of(year, part, of).map(|(from, to)| Self::Span(from, to)),
            other => Some(other),
        }
    }

    /// Which of `of` parts of a year it is, where it is one: 3 of 4 for "the third quarter of 2020".
    pub(super) fn part_of_year(self, of: u32) -> Option<u32> {
        match self {
            Self::PartOfYear { part, of: whole } => (whole == of).then_some(part),
            Self::Span(from, to) => (1..=of).find(|&part| part_of(from.year(), part, of) == Some((from, to))),
            _ => None,
        }
    }

    /// Its days as numbers: days of the common era.
    pub(super) fn interval(self) -> Option<Interval> {
        let (first, last) = self.days()?;
        Some(Interval::closed(number(first), number(last)))
    }

    /// Its days without their year, as far as they lie in one.
    pub(super) fn without_year(self) -> Option<Interval> {
        let (first, last) = self.days()?;
        let whole_year = (last - first).num_days() >= 364;
        let moved = |day: NaiveDate| NaiveDate::from_ymd_opt(ANY_YEAR, day.month(), day.day());
        (first.year() == last.year() && !whole_year)
            .then(|| Some(Interval::closed(number(moved(first)?), number(moved(last)?))))
            .flatten()
    }
}

fn month_of(year: i32, month: u32) -> Option<(NaiveDate, NaiveDate)> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let next = first.checked_add_months(chrono::Months::new(1))?;
    Some((first, next.pred_opt()?))
}

/// The first and the last day of a half or a quarter of `year`; none where there is no such part.
fn part_of(year: i32, part: u32, of: u32) -> Option<(NaiveDate, NaiveDate)> {
    let months = 12_u32.checked_div(of)?;
    let last = part.checked_mul(months)?;
    let (first, _) = month_of(year, last.checked_add(1)?.checked_sub(months)?)?;
    Some((first, month_of(year, last)?.1))
}

fn number(day: NaiveDate) -> f64 {
    f64::from(day.num_days_from_ce())
}
