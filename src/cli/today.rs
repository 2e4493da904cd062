//! The day it is: the command line may read the clock, the library does not.

use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, Datelike, NaiveDate};
use clap::Args;
use crosscheck::{Error, Result};

/// What sets the clock, for runs that must give the same bytes on any day: seconds since 1970.
const SET_CLOCK: &str = "SOURCE_DATE_EPOCH";

/// `--on`, for commands that write down a day.
#[derive(Debug, Args)]
pub(crate) struct DayArgs {
    /// The day to write down, YYYY-MM-DD [default: today, in UTC]
    #[arg(long, value_name = "DAY", value_parser = written)]
    on: Option<NaiveDate>,
}

impl DayArgs {
    /// The day that was named, or today.
    ///
    /// # Errors
    /// As [`today`].
    pub(crate) fn day(&self) -> Result<NaiveDate> {
        self.on.map_or_else(today, Ok)
    }
}

/// A day of the command line.
fn written(text: &str) -> std::result::Result<NaiveDate, &'static str> {
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    // chrono takes "2025-2-1" as well, which the claim file does not.
    day.filter(|day| day.to_string() == text).ok_or("write a day as YYYY-MM-DD: 2025-02-12")
}

/// Today in UTC, or the day that `SOURCE_DATE_EPOCH` names.
///
/// # Errors
/// Where the clock, or what stands for it, names no day of the years 1970 to 9999.
fn today() -> Result<NaiveDate> {
    match std::env::var(SET_CLOCK) {
        Ok(set) if !set.trim().is_empty() => set.trim().parse().ok().and_then(day).ok_or_else(|| {
            Error::Usage(format!(
                "{SET_CLOCK} is `{}`: set it to seconds since 1970, or unset it",
                set.trim()
            ))
        }),
        _ => {
            let passed = SystemTime::now().duration_since(UNIX_EPOCH).map(|passed| passed.as_secs());
            passed.ok().and_then(day).ok_or_else(|| {
                Error::Usage(format!("this computer's clock is wrong: set it, or set {SET_CLOCK}"))
            })
        }
    }
}

/// The day in UTC on which so many seconds had passed since 1970.
fn day(seconds: u64) -> Option<NaiveDate> {
    let moment = DateTime::from_timestamp(i64::try_from(seconds).ok()?, 0)?;
    Some(moment.date_naive()).filter(|day| day.year() <= 9999)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970_to_9999() {
        for (seconds, expected) in [
            (0, Some("1970-01-01")),
            (86_399, Some("1970-01-01")),
            (86_400, Some("1970-01-02")),
            (1_709_164_800, Some("2024-02-29")),
            (253_402_300_799, Some("9999-12-31")),
            (253_402_300_800, None),
            (u64::MAX, None),
        ] {
            assert_eq!(day(seconds).map(|day| day.to_string()).as_deref(), expected, "{seconds}");
        }
    }
}
