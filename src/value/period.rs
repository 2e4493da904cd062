//! Periods with blurred ends, as written out: "early 2016", "mid-1990s", "the 1960s", "spring 2020".

use chrono::{Datelike, NaiveDate};

use super::date::{Found, month_first, plain_year};
use super::digits;
use super::lexicon::{self, Word};
use super::partial::PartialDate;
use super::reader::Reader;
use super::recognise::Core;
use crate::text::WordSet;

/// The period that begins at `at`.
pub(super) fn read(reader: &Reader, at: usize) -> Option<Core> {
    match lexicon::find(reader.word(at)) {
        Some(Word::Third(third)) => {
            let from = reader.past_hyphen(at + 1 + usize::from(reader.word(at + 1) == "in"));
            let (whole, end) = decade(reader, from).or_else(|| {
                let year = plain_year(reader, from).filter(|year| (1400..2150).contains(year));
                month_first(reader, from).or_else(|| year.map(|year| (PartialDate::Year(year), from + 1)))
            })?;
            return third_of(at, end, whole, third);
        }
        // "The end of October"; at the end of a year much is over that was not in November.
        Some(Word::ThirdOf(third)) if reader.word(at + 1) == "of" => {
            let (whole, end) = month_first(reader, at + 2)?;
            let is_month = matches!(whole, PartialDate::Month { .. } | PartialDate::MonthOfYear(_));
            return is_month.then(|| third_of(at, end, whole, third)).flatten();
        }
        _ => {}
    }
    if let Some((span, end)) = decade(reader, at) {
        let lead = at - usize::from(reader.before(at, 1) == "'");
        return Core::blurred(lead, end, span, 180);
    }
    let (span, end) = season(reader, at)?;
    Core::blurred(at, end, span, 45)
}

/// A third of a period, from 0, whose ends are blurred by half of that.
fn third_of(at: usize, end: usize, whole: PartialDate, third: u8) -> Option<Core> {
    let (first, last) = whole.days()?;
    let length = (last - first).num_days() + 1;
    let part = |thirds: i64| first.checked_add_signed(chrono::TimeDelta::days(length * thirds / 3));
    let from = part(i64::from(third))?;
    let to = part(i64::from(third) + 1)?.pred_opt()?;
    let span = match whole {
        PartialDate::MonthOfYear(month) => {
            PartialDate::PartOfMonth { month, first: from.day(), last: to.day() }
        }
        whole if whole.is_yearless() => return Core::date(at, at, end, whole),
        _ => PartialDate::Span(from, to),
    };
    Core::blurred(at, end, span, length / 6)
}

/// "1990s", "'60s", "the 60s", "the sixties".
fn decade(reader: &Reader, at: usize) -> Option<Found> {
    if let Some(Word::Decade(low)) = lexicon::find(reader.word(at)) {
        let years = ten_years(1900 + i32::from(low))?;
        return is_of_the_century(reader, at).then_some((years, at + 1));
    }
    // "1970's", and "1970 's" as published corpora set it.
    let s = at + 1 + usize::from(reader.word(at + 1) == "'");
    let word = reader.word(at);
    if !reader.is_number(at) || reader.word(s) != "s" || !reader.glued(s) || !word.ends_with('0') {
        return None;
    }
    let digits = digits::read(word)?;
    let first = match word.len() {
        4 => plain_year(reader, at)?,
        2 if digits.value >= 20.0 && matches!(reader.before(at, 1), "'" | "the") => {
            1900 + word.parse::<i32>().ok()?
        }
        _ => return None,
    };
    Some((ten_years(first)?, s + 1))
}

/// What is told of a time rather than of a measure: "was born in the fifties", but "temperatures in the fifties".
#[rustfmt::skip]
static HAPPENED: WordSet = WordSet::of(&["abolished", "began", "born", "built", "closed", "demolished", "developed", "died", "emigrated", "established", "formed", "founded", "introduced", "invented", "launched", "married", "opened", "published", "recorded", "released", "started", "written", "wrote"]);

/// Whether the word at `at` tells of years of the last century, as "born in the sixties" and "opened in the late sixties" do: not "in
/// his sixties", nor "a score in the sixties", nor "the twenties", which have come again.
fn is_of_the_century(reader: &Reader, at: usize) -> bool {
    let third = usize::from(matches!(lexicon::find(reader.before(at, 1)), Some(Word::Third(_))));
    let lead = 2 + third;
    reader.before(at, 1 + third) == "the"
        && matches!(reader.before(at, lead), "during" | "in" | "since")
        && reader.word(at) != "twenties"
        && reader.word(at + 1) != "of"
        && HAPPENED.contains(reader.before(at, lead + 1))
}

/// The ten years from `first` on.
fn ten_years(first: i32) -> Option<PartialDate> {
    Some(PartialDate::Span(PartialDate::Year(first).days()?.0, PartialDate::Year(first + 9).days()?.1))
}

/// "spring 2020", "the summer of 1969"; months as in the northern hemisphere.
fn season(reader: &Reader, at: usize) -> Option<Found> {
    let Some(Word::Season(month)) = lexicon::find(reader.word(at)) else { return None };
    let year_at = at + 1 + usize::from(matches!(reader.word(at + 1), "of" | ","));
    let year = plain_year(reader, year_at).filter(|_| !reader.is_number(year_at + 1))?;
    let first = NaiveDate::from_ymd_opt(year, u32::from(month), 1)?;
    let last = first.checked_add_months(chrono::Months::new(3))?.pred_opt()?;
    Some((PartialDate::Span(first, last), year_at + 1))
}
