//! Dates told from the day of publication: "Friday", "yesterday", "last month", "two days ago".

use chrono::{Datelike, Days, Months, NaiveDate};

use super::Detail;
use super::comparator::Comparator;
use super::duration::DurationUnit;
use super::lexicon::{self, Word};
use super::partial::PartialDate;
use super::reader::Reader;
use super::recognise::Core;

/// The date that `word` at `at` tells from the day of publication, where that is known.
pub(super) fn read(reader: &Reader, at: usize, word: Word) -> Option<Core> {
    let published = reader.context.published?;
    match word {
        Word::Day(by) => Core::date(at, at, at + 1, PartialDate::Day(moved(published, i64::from(by))?)),
        Word::Weekday(weekday) if reader.is_capitalised(at) || reader.has_one_case() => {
            let day = weekday_near(published, weekday, direction(reader, at))?;
            Core::date(at, at, at + 1, PartialDate::Day(day))
        }
        Word::Shift(by) => shifted(reader, at, by, published),
        _ => None,
    }
}

/// Which of the weekdays around a day is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    /// The day itself or the last before.
    Latest,
    /// The last before.
    Before,
    /// The day itself or the next after.
    Coming,
    /// The next after.
    After,
}

fn direction(reader: &Reader, at: usize) -> Direction {
    let ahead = (1..=8)
        .any(|back| matches!(reader.before(at, back), "will" | "due" | "scheduled" | "upcoming" | "coming"));
    if ahead { Direction::Coming } else { Direction::Latest }
}

fn weekday_near(published: NaiveDate, weekday: u8, direction: Direction) -> Option<NaiveDate> {
    let since = (i64::from(published.weekday().num_days_from_monday()) - i64::from(weekday)).rem_euclid(7);
    let by = match direction {
        Direction::Latest => -since,
        Direction::Before if since == 0 => -7,
        Direction::Before => -since,
        Direction::Coming if since == 0 => 0,
        Direction::Coming | Direction::After => 7 - since,
    };
    moved(published, by)
}

fn moved(day: NaiveDate, by: i64) -> Option<NaiveDate> {
    day.checked_add_signed(chrono::TimeDelta::try_days(by)?)
}

/// "last week", "next Friday", "this year", "last October".
fn shifted(reader: &Reader, at: usize, by: i8, published: NaiveDate) -> Option<Core> {
    let next = at + 1;
    let date = match (reader.word(next), lexicon::find(reader.word(next))) {
        (_, Some(Word::Weekday(weekday))) => {
            let direction = match by {
                -1 => Direction::Before,
                0 => Direction::Coming,
                _ => Direction::After,
            };
            PartialDate::Day(weekday_near(published, weekday, direction)?)
        }
        (_, Some(Word::Month(_))) if super::date::plain_year(reader, next + 1).is_none() => {
            month_near(published, super::date::month(reader, next)?.0, by)
        }
        ("night", _) if by == -1 => PartialDate::Day(published.pred_opt()?),
        ("morning" | "afternoon" | "evening", _) if by == 0 => PartialDate::Day(published),
        ("week", _) => return week(at, published, by),
        ("month", _) => {
            let months = published.year().checked_mul(12)? + published.month0().cast_signed() + i32::from(by);
            PartialDate::Month {
                year: months.div_euclid(12),
                month: months.rem_euclid(12).cast_unsigned() + 1,
            }
        }
        ("year", _) => PartialDate::Year(published.year() + i32::from(by)),
        _ => return None,
    };
    Core::date(at, at, next + 1, date)
}

/// The last, this or next `month` as seen from `published`.
fn month_near(published: NaiveDate, month: u32, by: i8) -> PartialDate {
    let year = published.year();
    let year = match by {
        -1 if month >= published.month() => year - 1,
        1 if month <= published.month() => year + 1,
        _ => year,
    };
    PartialDate::Month { year, month }
}

/// Weeks run from Monday, but "last week" is also said of the seven days past.
fn week(at: usize, published: NaiveDate, by: i8) -> Option<Core> {
    let monday = moved(published, -i64::from(published.weekday().num_days_from_monday()))?;
    let from = moved(monday, 7 * i64::from(by))?;
    Core::blurred(at, at + 2, PartialDate::Span(from, moved(from, 6)?), 4)
}

/// `core`, a duration, counted back from the day of publication: "two days ago". Its comparator turns
/// around: what is more than two years ago was before that day.
pub(super) fn ago(reader: &Reader, core: Core, comparator: Comparator) -> Option<(Core, Comparator)> {
    let published = reader.context.published?;
    let Detail::Duration(unit) = core.detail else { return None };
    let many = core.amount.stated.high / unit.base();
    let (date, blur) = back(published, unit, many)?;
    let found = Core::blurred(core.start, core.end + 1, date, blur)?;
    let turned = match comparator {
        Comparator::MoreThan => Comparator::LessThan,
        Comparator::AtLeast => Comparator::AtMost,
        Comparator::LessThan => Comparator::MoreThan,
        Comparator::AtMost => Comparator::AtLeast,
        Comparator::JustUnder | Comparator::JustOver => Comparator::About,
        same => same,
    };
    Some((Core { weak: core.weak, ..found }, turned))
}

/// The date `many` units before `published`, and by how many days it may be off.
fn back(published: NaiveDate, unit: DurationUnit, many: f64) -> Option<(PartialDate, i64)> {
    if !(0.0..10_000.0).contains(&many) {
        return None;
    }
    // In range, and a part of a unit does not matter here.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let whole = many.round() as u32;
    Some(match unit {
        DurationUnit::Second | DurationUnit::Minute | DurationUnit::Hour => (PartialDate::Day(published), 1),
        DurationUnit::Day => {
            let day = published.checked_sub_days(Days::new(u64::from(whole)))?;
            (PartialDate::Day(day), if whole > 9 { 2 } else { 0 })
        }
        DurationUnit::Week => {
            let day = published.checked_sub_days(Days::new(u64::from(whole) * 7))?;
            (PartialDate::Span(moved(day, -3)?, moved(day, 3)?), 4)
        }
        DurationUnit::Month => {
            let day = published.checked_sub_months(Months::new(whole))?;
            (PartialDate::Month { year: day.year(), month: day.month() }, 20)
        }
        DurationUnit::Year => (PartialDate::Year(published.year() - i32::try_from(whole).ok()?), 200),
    })
}
