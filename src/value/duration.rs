//! Lengths of time.

use super::reader::Reader;

/// The unit that a duration is told in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DurationUnit {
    /// Seconds.
    Second,
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Days of 24 hours.
    Day,
    /// Weeks.
    Week,
    /// Calendar months.
    Month,
    /// Calendar years.
    Year,
}

/// Seconds in a mean Gregorian month.
pub(super) const MONTH_SECONDS: f64 = 2_629_746.0;

impl DurationUnit {
    /// Whether its length depends on the calendar: such durations are counted in months, others in seconds.
    #[must_use]
    pub const fn is_calendar(self) -> bool {
        matches!(self, Self::Month | Self::Year)
    }

    /// One of it, in months or seconds.
    pub(super) const fn base(self) -> f64 {
        match self {
            Self::Second | Self::Month => 1.0,
            Self::Minute => 60.0,
            Self::Hour => 3600.0,
            Self::Day => 86_400.0,
            Self::Week => 604_800.0,
            Self::Year => 12.0,
        }
    }
}

/// The unit of time `word`, and how many of it one is: a decade is ten years.
pub(super) fn unit(word: &str) -> Option<(DurationUnit, f64)> {
    use DurationUnit::{Day, Hour, Minute, Month, Second, Week, Year};
    Some(match word {
        "second" | "seconds" | "sec" | "secs" => (Second, 1.0),
        "minute" | "minutes" | "min" | "mins" => (Minute, 1.0),
        "hour" | "hours" | "hr" | "hrs" => (Hour, 1.0),
        "day" | "days" => (Day, 1.0),
        "week" | "weeks" | "wk" | "wks" => (Week, 1.0),
        "fortnight" | "fortnights" => (Week, 2.0),
        "month" | "months" => (Month, 1.0),
        "year" | "years" | "yr" | "yrs" => (Year, 1.0),
        "decade" | "decades" => (Year, 10.0),
        "century" | "centuries" => (Year, 100.0),
        _ => return None,
    })
}

/// Whether the duration that begins at `at` is the "per" of a rate: "£5 a year", "twice a week".
pub(super) fn is_rate(reader: &Reader, at: usize) -> bool {
    let last = reader.before(at, 1);
    reader.is_number(at.wrapping_sub(1))
        || matches!(last, "per" | "-" | "%" | "percent" | "cent" | "once" | "twice" | "times" | "/")
        || last.ends_with('s') && super::money::is_word(last)
        || matches!(last, "million" | "billion" | "thousand" | "hundred" | "m" | "bn" | "k" | "p")
}
