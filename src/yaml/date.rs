//! Dates as fields of the user's files carry them.

use chrono::{NaiveDate, NaiveTime};

/// A whole day, `YYYY-MM-DD`, from that or from an ISO 8601 timestamp that starts with it.
#[must_use]
pub(crate) fn day(text: &str) -> Option<String> {
    let date = text.get(..10)?;
    if !is_time(text.get(10..)?) || !has_digits_at(date, &[0, 1, 2, 3, 5, 6, 8, 9]) {
        return None;
    }
    NaiveDate::parse_from_str(date, "%Y-%m-%d").ok().map(|_| date.to_owned())
}

/// A date of which the day, or day and month, may be left out: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. Of a
/// timestamp its day is kept.
#[must_use]
pub(crate) fn partial_date(text: &str) -> Option<String> {
    let whole = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => return day(text),
    };
    day(&whole).map(|_| text.to_owned())
}

/// Whether this is what may follow the day in a timestamp: nothing, or `T06:10`, ` 06:10:00Z`, `T06:10:00.5+01:00`.
fn is_time(rest: &str) -> bool {
    if rest.is_empty() {
        return true;
    }
    let Some(time) = rest.strip_prefix(['T', 't', ' ']).map(str::trim_start) else { return false };
    let clock_ends = time.find(|c: char| !matches!(c, '0'..='9' | ':' | '.' | ',')).unwrap_or(time.len());
    let (clock, zone) = time.split_at(clock_ends);
    let clock = clock.replace(',', ".");
    let is_clock =
        ["%H:%M", "%H:%M:%S%.f"].iter().any(|form| NaiveTime::parse_from_str(&clock, form).is_ok());
    is_clock && is_zone(zone.trim_start())
}

fn is_zone(zone: &str) -> bool {
    match zone.strip_prefix(['+', '-']) {
        Some(offset) => {
            let digits = offset.replace(':', "");
            matches!(digits.len(), 2 | 4) && digits.bytes().all(|byte| byte.is_ascii_digit())
        }
        None => matches!(zone, "" | "Z" | "z" | "UTC" | "GMT"),
    }
}

fn has_digits_at(text: &str, places: &[usize]) -> bool {
    places.iter().all(|&at| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_kept_as_written_and_timestamps_cut() {
        for (text, partial, whole) in [
            ("2025-02-12", Some("2025-02-12"), Some("2025-02-12")),
            ("2024-02-29", Some("2024-02-29"), Some("2024-02-29")),
            ("2025-02", Some("2025-02"), None),
            ("2025", Some("2025"), None),
            ("2025-02-12T06:10:00Z", Some("2025-02-12"), Some("2025-02-12")),
            ("2025-02-12T06:10:00.123+01:00", Some("2025-02-12"), Some("2025-02-12")),
            ("2025-02-12 06:10", Some("2025-02-12"), Some("2025-02-12")),
            ("2025-02-12 06:10:00 +0000", Some("2025-02-12"), Some("2025-02-12")),
            ("2025-02-30", None, None),
            ("2025-13", None, None),
            ("25-02-12", None, None),
            ("12/02/2025", None, None),
            ("2025-2-12", None, None),
            ("2025- 2-12", None, None),
            ("2025-02-12T25:00", None, None),
            ("2025-02-12x", None, None),
            ("12 February 2025", None, None),
            ("éééé", None, None),
            ("２０２５", None, None),
            ("", None, None),
        ] {
            assert_eq!(partial_date(text).as_deref(), partial, "{text}");
            assert_eq!(day(text).as_deref(), whole, "{text}");
        }
    }
}
