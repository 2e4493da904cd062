//! Calendar dates as written out: "15 October 2021", "Oct 15", "15/10/2021", "in 2014", "the 1990s", "Q1 2024", "the third quarter".

use chrono::{Datelike, NaiveDate};

use super::lexicon::{self, Word};
use super::partial::PartialDate;
use super::reader::Reader;
use super::recognise::Core;
use super::{noun, ordinal, period, quarter};

/// A date and the token after it.
pub(super) type Found = (PartialDate, usize);

/// The date that begins at `at`.
pub(super) fn read(reader: &Reader, at: usize) -> Option<Core> {
    if let Some(core) = period::read(reader, at) {
        return Some(core);
    }
    let from = past_weekday(reader, at);
    if let Some((date, end)) = of_life(reader, at) {
        return Core::date(at, at, end, date);
    }
    let first = numeric(reader, from).or_else(|| year_range(reader, from)).or_else(|| one(reader, from));
    let (date, end) = first?;
    let (date, end) = until(reader, from, (date, end)).unwrap_or((date, end));
    let lead = if matches!(date, PartialDate::Span(..)) && matches!(reader.before(at, 1), "from" | "between")
    {
        at - 1
    } else {
        at
    };
    Core::date(lead, at, end, date)
}

/// Past a weekday that a date follows: "Friday, 15 October", "Friday the 15th of October".
fn past_weekday(reader: &Reader, at: usize) -> usize {
    if !matches!(lexicon::find(reader.word(at)), Some(Word::Weekday(_))) {
        return at;
    }
    let comma = at + 1 + usize::from(reader.word(at + 1) == ",");
    comma + usize::from(reader.word(comma) == "the")
}

/// A day or a month with its name, or a year that something shows to be one.
fn one(reader: &Reader, at: usize) -> Option<Found> {
    quarter::read(reader, at)
        .or_else(|| feast(reader, at))
        .or_else(|| day_first(reader, at))
        .or_else(|| month_first(reader, at))
        .or_else(|| year_in_context(reader, at))
        .or_else(|| short_year(reader, at))
        .or_else(|| year_in_words(reader, at))
}

/// From one date to another: "7 March to 9 April 2020", "from 2014 to 2016".
fn until(reader: &Reader, at: usize, (first, end): Found) -> Option<Found> {
    let opened = reader.before(at, 1);
    let joins = match reader.word(end) {
        "to" | "until" | "till" | "through" | "-" | "–" => true,
        "and" => opened == "between",
        _ => false,
    };
    if !joins {
        return None;
    }
    let (second, end) = one(reader, end + 1).or_else(|| {
        let year = plain_year(reader, end + 1).filter(|_| matches!(opened, "from" | "between"))?;
        Some((PartialDate::Year(year), end + 2))
    })?;
    let last = second.days()?.1;
    let first =
        if first.is_yearless() && !second.is_yearless() { first.in_year(last.year())? } else { first };
    let from = first.days()?.0;
    let told = first.is_yearless() == second.is_yearless() && !first.is_yearless();
    (told && from < last).then_some((PartialDate::Span(from, last), end))
}

/// "2021-10-15", "15/10/2021", "15.10.2021".
fn numeric(reader: &Reader, at: usize) -> Option<Found> {
    if !reader.is_number(at) {
        return None;
    }
    let word = reader.word(at);
    let parts: Vec<&str> = word.split('.').collect();
    if let [day, month, year] = parts[..]
        && year.len() == 4
        && word.len() <= 10
    {
        return Some((PartialDate::Day(ordered(day, month, year)?), at + 1));
    }
    let joint = reader.word(at + 1);
    if !matches!(joint, "-" | "/") || !glued_numbers(reader, at + 1, joint) {
        return None;
    }
    if glued_numbers(reader, at + 3, joint) && !glued_numbers(reader, at + 5, joint) {
        let (second, third) = (reader.word(at + 2), reader.word(at + 4));
        let day = if word.len() == 4 { iso(word, second, third) } else { ordered(word, second, third) };
        return day.map(|day| (PartialDate::Day(day), at + 5));
    }
    let month = reader.word(at + 2);
    let iso_month = joint == "-" && word.len() == 4 && month.len() == 2 && month < word.get(2..4)?;
    let (year, month) = (word.parse().ok()?, month.parse().ok()?);
    let date = PartialDate::Month { year, month };
    (iso_month && date.days().is_some() && (1000..2100).contains(&year)).then_some((date, at + 3))
}

/// Whether `joint` and a number stand at `at`, each close to the token before.
fn glued_numbers(reader: &Reader, at: usize, joint: &str) -> bool {
    reader.word(at) == joint && reader.glued(at) && reader.is_number(at + 1) && reader.glued(at + 1)
}

fn iso(year: &str, month: &str, day: &str) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// Day first, unless only month first gives a day.
fn ordered(first: &str, second: &str, year: &str) -> Option<NaiveDate> {
    let (first, second) = (first.parse::<u32>().ok()?, second.parse::<u32>().ok()?);
    let year = match (year.len(), year.parse::<i32>().ok()?) {
        (4, year) => year,
        (2, year) if year < 70 => 2000 + year,
        (2, year) => 1900 + year,
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year, second, first).or_else(|| NaiveDate::from_ymd_opt(year, first, second))
}

/// "15 October 2021", "15th of Oct.", "7-9 March".
fn day_first(reader: &Reader, at: usize) -> Option<Found> {
    let (first, mut end) = day(reader, at)?;
    let mut last = first;
    if matches!(reader.word(end), "-" | "–" | "to" | "and")
        && let Some((day, after)) = day(reader, end + 1).filter(|(day, _)| *day > first)
    {
        (last, end) = (day, after);
    }
    end += usize::from(reader.word(end) == "of");
    let (month, end) = month(reader, end)?;
    let (year, end) = year_after(reader, end);
    Some((days(year, month, first, last)?, end))
}

/// Days of the calendar that have a name, by its words (folded), with month and day.
const FEASTS: [(&[&str], u32, u32); 7] = [
    (&["boxing", "day"], 12, 26),
    (&["christmas", "day"], 12, 25),
    (&["christmas", "eve"], 12, 24),
    (&["halloween"], 10, 31),
    (&["new", "year", "day"], 1, 1),
    (&["new", "year", "eve"], 12, 31),
    (&["valentine", "day"], 2, 14),
];

/// "Christmas Eve", "New Year's Day 2020".
fn feast(reader: &Reader, at: usize) -> Option<Found> {
    if !reader.is_capitalised(at) {
        return None;
    }
    let (words, month, day) = FEASTS.into_iter().find(|(words, ..)| reader.reads(at, words))?;
    let (year, end) = year_after(reader, at + words.len());
    // "The Halloween *party*" may be on another day.
    let describes = reader.is_lower_word(end) && !noun::is_stop(reader.word(end));
    if describes {
        return None;
    }
    Some((days(year, month, day, day)?, end))
}

/// "October 15, 2021", "Oct 15", "March 7-9", "October 2021", "in October".
pub(super) fn month_first(reader: &Reader, at: usize) -> Option<Found> {
    let (month, end) = month(reader, at)?;
    let day_at = end + usize::from(reader.word(end) == "the");
    if let Some((first, after)) = day(reader, day_at).filter(|(_, after)| !unit_follows(reader, *after)) {
        let range = matches!(reader.word(after), "-" | "–" | "to")
            .then(|| day(reader, after + 1).filter(|(last, _)| *last > first))
            .flatten();
        let (last, after) = range.unwrap_or((first, after));
        let (year, after) = year_after(reader, after);
        return days(year, month, first, last).map(|date| (date, after));
    }
    let year_at = end + usize::from(matches!(reader.word(end), "," | "of"));
    if let Some(year) = plain_year(reader, year_at) {
        return Some((PartialDate::Month { year, month }, year_at + 1));
    }
    // April, May and June are people, too, and march and may verbs.
    let placed = matches!(
        reader.before(at, 1),
        "in" | "since"
            | "until"
            | "till"
            | "by"
            | "of"
            | "during"
            | "early"
            | "late"
            | "mid"
            | "from"
            | "to"
            | "before"
            | "after"
            | "for"
            | "through"
            | "last"
            | "this"
            | "next"
            | "and"
    ) || reader.before(at, 1) == "-" && reader.before(at, 2) == "mid";
    (placed && !reader.is_capitalised(end)).then_some((PartialDate::MonthOfYear(month), end))
}

/// Whether the number before `at` measures something, and is no day: "May 15 per cent".
fn unit_follows(reader: &Reader, at: usize) -> bool {
    matches!(reader.word(at), "%" | "per" | "percent" | "people" | "million" | "billion")
        || reader.word(at) == ":"
}

/// A day of the month at `at`.
fn day(reader: &Reader, at: usize) -> Option<(u32, usize)> {
    let plain = || {
        let word = reader.word(at);
        (reader.is_number(at) && word.len() <= 2)
            .then(|| word.parse().ok().map(|day: u32| (day, at + 1)))
            .flatten()
    };
    ordinal::number(reader, at).or_else(plain).filter(|(day, _)| (1..=31).contains(day))
}

/// The month named at `at`, with the full stop of an abbreviation.
pub(super) fn month(reader: &Reader, at: usize) -> Option<(u32, usize)> {
    let written = reader.is_capitalised(at);
    let spoken = || reader.has_one_case() && is_month_in_small_letters(reader, at);
    match lexicon::find(reader.word(at))? {
        Word::Month(month) if written || spoken() => Some((u32::from(month), at + 1)),
        Word::ShortMonth(month) if written => {
            Some((u32::from(month), at + 1 + usize::from(reader.word(at + 1) == "." && reader.glued(at + 1))))
        }
        _ => None,
    }
}

/// Whether a word in small letters names a month, as machines write it that take down speech: "in december 1944". March and may
/// are verbs, too, and count after a word that no verb follows, or before a year.
fn is_month_in_small_letters(reader: &Reader, at: usize) -> bool {
    match reader.word(at) {
        "march" | "may" => {
            matches!(
                reader.before(at, 1),
                "during" | "in" | "last" | "next" | "of" | "on" | "since" | "till" | "until"
            ) || plain_year(reader, at + 1).is_some()
        }
        _ => true,
    }
}

/// The year after a day and month, if one is told: "2021", ", 2021", "of 2021".
fn year_after(reader: &Reader, at: usize) -> (Option<i32>, usize) {
    let year_at = at + usize::from(matches!(reader.word(at), "," | "of" | "in"));
    plain_year(reader, year_at).map_or((None, at), |year| (Some(year), year_at + 1))
}

fn days(year: Option<i32>, month: u32, first: u32, last: u32) -> Option<PartialDate> {
    match year {
        Some(year) if first == last => NaiveDate::from_ymd_opt(year, month, first).map(PartialDate::Day),
        Some(year) => Some(PartialDate::Span(
            NaiveDate::from_ymd_opt(year, month, first)?,
            NaiveDate::from_ymd_opt(year, month, last)?,
        )),
        // A range of days in a year not told begins on its first.
        None => {
            let date = PartialDate::MonthDay { month, day: first };
            date.days().map(|_| if first == last { date } else { PartialDate::MonthOfYear(month) })
        }
    }
}

/// Four digits that can be a year.
pub(super) fn plain_year(reader: &Reader, at: usize) -> Option<i32> {
    let word = reader.word(at);
    let year = (reader.is_number(at) && word.len() == 4).then(|| word.parse().ok()).flatten()?;
    (1000..2200).contains(&year).then_some(year)
}

/// One of the two dates of a life, which are no stretch of time: "Samuel Orde (*1850*–1922)".
fn of_life(reader: &Reader, at: usize) -> Option<Found> {
    reader.said_of_life(at.checked_sub(1)?)?;
    one(reader, at).or_else(|| Some((PartialDate::Year(plain_year(reader, at)?), at + 1)))
}

/// "2014-2016", "2014–16", "2014/15", "2014 to 2016".
fn year_range(reader: &Reader, at: usize) -> Option<Found> {
    let first = plain_year(reader, at).filter(|year| *year >= 1500)?;
    let joint = reader.word(at + 1);
    let close = glued_numbers(reader, at + 1, joint) && !glued_numbers(reader, at + 3, joint);
    let joined = matches!(joint, "-" | "–" | "/") && close || joint == "to";
    let word = reader.word(at + 2);
    let last = match word.len() {
        4 => plain_year(reader, at + 2)?,
        2 if close && reader.is_number(at + 2) => first - first % 100 + word.parse::<i32>().ok()?,
        _ => return None,
    };
    let span = PartialDate::Span(PartialDate::Year(first).days()?.0, PartialDate::Year(last).days()?.1);
    (joined && first < last && last < 2200).then_some((span, at + 3))
}

/// A bare year with something that shows it to be one: "in 2014", "(2014)", "the 2016 election".
fn year_in_context(reader: &Reader, at: usize) -> Option<Found> {
    let year = plain_year(reader, at).filter(|year| (1400..2150).contains(year))?;
    let next = reader.word(at + 1);
    let last = reader.before(at, 1);
    let modern = (1900..2100).contains(&year);
    let measured =
        matches!(next, "%" | "per" | "percent" | "million") || super::duration::unit(next).is_some();
    // Nobody writes 2021 for a count without its comma, but 2000 may be one.
    let counts = noun::is_plural(next) && (!modern || year % 100 == 0);
    let shown = match last {
        "in" | "since" | "during" | "until" | "till" | "throughout" | "circa" | "year" | "fiscal"
        | "born" => true,
        "by" | "from" | "of" | "before" | "after" | "for" | "through" | "between" | "around" | "pre"
        | "post" => !counts,
        "(" => next == ")" && modern,
        "the" | "a" | "his" | "her" | "its" | "their" => {
            modern && reader.is_word(at + 1) && !counts && !noun::is_stop(next)
        }
        "and" | "or" | "," | "to" => modern && plain_year(reader, at.wrapping_sub(2)).is_some() && !counts,
        _ => {
            modern
                && reader.begins_sentence(at)
                && matches!(next, "was" | "is" | "saw" | "has" | "will" | "would")
        }
    };
    (shown && !measured).then_some((PartialDate::Year(year), at + 1))
}

/// From these two digits on a year without its century is of the last one.
const LAST_CENTURY: i32 = 35;

/// "crashed in '44", "its '09 high".
fn short_year(reader: &Reader, at: usize) -> Option<Found> {
    let cut = reader.before(at, 1) == "'" && reader.glued(at) && !reader.glued(at.checked_sub(1)?);
    let quoted = reader.glued(at + 1) && matches!(reader.word(at + 1), "'" | "\"" | "%" | "s" | "-");
    let apostrophe = at.checked_sub(1)?;
    let shown =
        matches!(
            reader.before(apostrophe, 1),
            "his" | "her" | "in" | "its" | "of" | "since" | "the" | "their"
        ) || matches!(lexicon::find(reader.before(apostrophe, 1)), Some(Word::Month(_) | Word::Season(_)));
    let counts = noun::is_plural(reader.word(at + 1));
    if !cut || quoted || !shown || counts || !reader.is_number(at) || reader.word(at).len() != 2 {
        return None;
    }
    let year: i32 = reader.word(at).parse().ok()?;
    let century = if year < LAST_CENTURY { 2000 } else { 1900 };
    Some((PartialDate::Year(century + year), at + 1))
}

/// "in nineteen eighty-four", "since twenty twenty-four".
fn year_in_words(reader: &Reader, at: usize) -> Option<Found> {
    let century = match lexicon::find(reader.word(at))? {
        Word::Small(19) => 1900,
        Word::Tens(20) => 2000,
        _ => return None,
    };
    let (tens, mut end) = match lexicon::find(reader.word(at + 1))? {
        Word::Tens(tens) => (i32::from(tens), at + 2),
        Word::Small(teens @ 10..) => (i32::from(teens), at + 2),
        _ => return None,
    };
    let mut year = century + tens;
    if let Some(Word::Small(unit @ 1..=9)) = lexicon::find(reader.word(reader.past_hyphen(end))) {
        year += i32::from(unit);
        end = reader.past_hyphen(end) + 1;
    }
    let shown =
        matches!(reader.before(at, 1), "in" | "since" | "by" | "until" | "of" | "from" | "before" | "after");
    shown.then_some((PartialDate::Year(year), end))
}
