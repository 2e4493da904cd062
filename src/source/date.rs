//! The day of publication, as sources write it.

use chrono::{Datelike, NaiveDate};

/// Whole dates with the month's name; what follows them (a time of day) is left alone.
const NAMED: [&str; 6] = ["%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%b %d %Y"];

/// `written` as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; `None` where it is no date that can be read one way only.
///
/// Reads ISO 8601 dates and timestamps, `2025/02/12`, `20250212`, `12 February 2025`, `February 12, 2025` and
/// `Wed, 12 Feb 2025 10:00:00 GMT`. The day is the one written, whatever time zone follows it. `02/12/2025`
/// is refused: it is one day in London and another in New York.
pub(super) fn normalise(written: &str) -> Option<String> {
    let written = written.trim();
    numeric(written).or_else(|| named(written))
}

/// The day itself, where `published` names a whole one.
pub(super) fn whole_day(published: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(published, "%Y-%m-%d").ok()
}

fn numeric(written: &str) -> Option<String> {
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    let year = written.get(..4).filter(|y| digits(y) && !y.starts_with('0'))?;
    let rest = &written[4..];
    if rest.is_empty() {
        return Some(year.to_owned());
    }
    if rest.len() >= 4 && digits(&rest[..rest.len().min(4)]) {
        let followed = rest.get(4..)?;
        let day = format!("{year}-{}-{}", rest.get(..2)?, rest.get(2..4)?);
        return (followed.is_empty() || followed.starts_with(['T', ' '])).then(|| valid(day)).flatten();
    }
    let rest = rest.strip_prefix(['-', '/'])?;
    let month = rest.get(..2).filter(|m| digits(m))?;
    let rest = &rest[2..];
    if rest.is_empty() {
        return valid(format!("{year}-{month}-01")).map(|_| format!("{year}-{month}"));
    }
    let rest = rest.strip_prefix(['-', '/'])?;
    let day = rest.get(..2).filter(|d| digits(d))?;
    let ends = rest[2..].chars().next().is_none_or(|c| !c.is_ascii_digit());
    if ends { valid(format!("{year}-{month}-{day}")) } else { None }
}

fn valid(day: String) -> Option<String> {
    whole_day(&day).map(|_| day)
}

fn named(written: &str) -> Option<String> {
    let dated = match written.split_once(',') {
        // "Wed, 12 Feb 2025": the weekday says nothing new.
        Some((weekday, rest)) if weekday.ends_with("day") || weekday.len() == 3 => rest.trim_start(),
        _ => written,
    };
    let plausible = |date: &NaiveDate| (1000..=9999).contains(&date.year());
    let whole = NAMED.iter().find_map(|format| {
        NaiveDate::parse_and_remainder(dated, format).ok().map(|(date, _)| date).filter(plausible)
    });
    if let Some(date) = whole {
        return Some(date.format("%Y-%m-%d").to_string());
    }
    let first = format!("1 {dated}");
    let month = ["%d %B %Y", "%d %b %Y"].iter().find_map(|f| NaiveDate::parse_from_str(&first, f).ok());
    month.filter(plausible).map(|date| date.format("%Y-%m").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_ways_dates_are_written() {
        let cases = [
            ("2025-02-12", Some("2025-02-12")),
            (" 2025-02-12T23:59:00-05:00 ", Some("2025-02-12")),
            ("2025-02-12 10:00:00 +0000", Some("2025-02-12")),
            ("2025/02/12", Some("2025-02-12")),
            ("20250212", Some("2025-02-12")),
            ("20250212T101500Z", Some("2025-02-12")),
            ("2025-02", Some("2025-02")),
            ("2025", Some("2025")),
            ("12 February 2025", Some("2025-02-12")),
            ("February 12, 2025", Some("2025-02-12")),
            ("Feb 12, 2025, 10:15 am", Some("2025-02-12")),
            ("Wed, 12 Feb 2025 10:00:00 GMT", Some("2025-02-12")),
            ("Wednesday, 12 February 2025", Some("2025-02-12")),
            ("February 2025", Some("2025-02")),
            ("2025-02-30", None),
            ("2025-13", None),
            ("2025-02-123", None),
            ("02/12/2025", None),
            ("12 Feb 25", None),
            ("last week", None),
            ("", None),
            ("２０２５", None),
        ];
        for (written, expected) in cases {
            assert_eq!(normalise(written).as_deref(), expected, "{written:?}");
        }
    }

    #[test]
    fn only_a_whole_day_is_a_day() {
        assert_eq!(whole_day("2025-02-12"), NaiveDate::from_ymd_opt(2025, 2, 12));
        assert_eq!(whole_day("2025-02"), None);
    }
}
