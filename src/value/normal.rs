//! One way of writing each value: ISO 8601 for dates, times and durations, SI for measures.

use chrono::NaiveDate;

use super::duration::DurationUnit;
use super::kind::Kind;
use super::partial::PartialDate;
use super::{Detail, Value, tally};

impl Value {
    /// Its normal form: `count > 200`, `80%`, `GBP 94500000`, `m 3218.688`, `2021-10-15`, `PT90M`.
    #[must_use]
    pub fn normal_form(&self) -> String {
        let number = self.bare_form();
        let sign = self.comparator.sign();
        let number = if sign.is_empty() { number } else { format!("{sign} {number}") };
        match self.kind {
            Kind::Money(currency) => format!("{} {number}", currency.code()),
            Kind::Measure(dimension) => format!("{} {number}", dimension.symbol()),
            Kind::Count | Kind::Occurrences | Kind::Factor | Kind::Ordinal | Kind::Tally | Kind::Age => {
                format!("{} {number}", self.kind.name())
            }
            Kind::Proportion | Kind::Points | Kind::Duration | Kind::Date | Kind::Time => number,
        }
    }

    /// The number, or the date it is, without its comparator.
    fn bare_form(&self) -> String {
        if let Detail::Date(date) = self.detail {
            return date.normal_form();
        }
        let each = |number: f64| self.written(number);
        match (self.number(), self.core.high.is_finite()) {
            (Some(number), _) => each(number),
            (None, true) => format!("{}..{}", each(self.core.low), each(self.core.high)),
            (None, false) => format!("{}..", each(self.core.low)),
        }
    }

    fn written(&self, number: f64) -> String {
        match (self.kind, self.detail) {
            (Kind::Proportion, _) => format!("{}%", plain(number)),
            (Kind::Points, _) => format!("{}pp", plain(number)),
            (Kind::Tally, _) => {
                let (more, fewer) = tally::sides(number);
                format!("{more}-{fewer}")
            }
            (_, Detail::Duration(unit)) => unit.normal_form(number),
            (_, Detail::Time { zone, .. }) => time(number, zone),
            _ => plain(number),
        }
    }
}

impl DurationUnit {
    /// `base` months or seconds as an ISO 8601 duration in this unit.
    fn normal_form(self, base: f64) -> String {
        let (before, after) = match self {
            Self::Second => ("PT", 'S'),
            Self::Minute => ("PT", 'M'),
            Self::Hour => ("PT", 'H'),
            Self::Day => ("P", 'D'),
            Self::Week => ("P", 'W'),
            Self::Month => ("P", 'M'),
            Self::Year => ("P", 'Y'),
        };
        format!("{before}{}{after}", plain(base / self.base()))
    }
}

impl PartialDate {
    /// ISO 8601: `2021-10-15`, `2021-10`, `2014`, `--10-15`, `2014-01-01/2016-12-31`.
    #[must_use]
    pub fn normal_form(self) -> String {
        match self {
            Self::Day(day) => day.format("%Y-%m-%d").to_string(),
            Self::Month { year, month } => format!("{year:04}-{month:02}"),
            Self::Year(year) => format!("{year:04}"),
            Self::MonthDay { month, day } => format!("--{month:02}-{day:02}"),
            Self::MonthOfYear(month) => format!("--{month:02}"),
            Self::PartOfMonth { month, first, last } => {
                format!("--{month:02}-{first:02}/--{month:02}-{last:02}")
            }
            Self::PartOfYear { part, of: 2 } => format!("--H{part}"),
            Self::PartOfYear { part, .. } => format!("--Q{part}"),
            Self::Span(from, to) => span(from, to),
        }
    }
}

/// `2014/2016` for whole years, else both days.
fn span(from: NaiveDate, to: NaiveDate) -> String {
    use chrono::Datelike;
    let years = from.ordinal() == 1 && to.month() == 12 && to.day() == 31;
    if years {
        format!("{:04}/{:04}", from.year(), to.year())
    } else {
        format!("{}/{}", from.format("%Y-%m-%d"), to.format("%Y-%m-%d"))
    }
}

/// `18:10`, with its seconds if it has any, and its zone.
fn time(minutes: f64, zone: Option<i16>) -> String {
    let seconds = (minutes * 60.0).round().rem_euclid(86_400.0);
    let (hour, minute, second) = (seconds / 3600.0, seconds / 60.0 % 60.0, seconds % 60.0);
    let clock = if second == 0.0 {
        format!("{:02}:{:02}", hour.floor(), minute.floor())
    } else {
        format!("{:02}:{:02}:{second:02}", hour.floor(), minute.floor())
    };
    match zone {
        None => clock,
        Some(0) => format!("{clock}Z"),
        Some(ahead) => {
            let sign = if ahead < 0 { '-' } else { '+' };
            format!("{clock}{sign}{:02}:{:02}", ahead.abs() / 60, ahead.abs() % 60)
        }
    }
}

/// A number without the noise of binary fractions: at most six decimals.
fn plain(number: f64) -> String {
    if number.fract() == 0.0 || !number.is_finite() {
        return format!("{number}");
    }
    let text = format!("{number:.6}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
