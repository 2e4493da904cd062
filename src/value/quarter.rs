//! Quarters and halves of a year: "Q1 2024", "the second half", "April-June".

use super::date::{self, Found};
use super::lexicon::{self, Word};
use super::ordinal;
use super::partial::PartialDate;
use super::reader::Reader;

/// "Q1 2024", "first quarter of 2024", "2024 Q1", "the second half of 2024"; "the third quarter" of a year not told, or "July to
/// September".
pub(super) fn read(reader: &Reader, at: usize) -> Option<Found> {
    let before = date::plain_year(reader, at);
    let (date, end) = part_name(reader, at + usize::from(before.is_some()))?;
    let year_at = end + usize::from(matches!(reader.word(end), "of" | "," | "in"));
    match before.map(|year| (year, end)).or_else(|| Some((date::plain_year(reader, year_at)?, year_at + 1))) {
        Some((year, end)) => Some((date.in_year(year)?, end)),
        None => Some((date, end)),
    }
}

/// "Q1", "4Q", "first quarter", "second-half": which, and the token after it.
fn part_name(reader: &Reader, at: usize) -> Option<Found> {
    if let Some(found) = months(reader, at) {
        return Some(found);
    }
    if let Some(Word::Quarter(quarter)) = lexicon::find(reader.word(at)) {
        return Some((PartialDate::PartOfYear { part: u32::from(quarter), of: 4 }, at + 1));
    }
    let digit = reader.is_number(at).then(|| reader.word(at).parse().ok()).flatten();
    if let Some(part @ 1..=4) = digit.filter(|_| reader.word(at + 1) == "q" && reader.glued(at + 1)) {
        return Some((PartialDate::PartOfYear { part, of: 4 }, at + 2));
    }
    let (part, end) = ordinal::number(reader, at)?;
    let end = reader.past_hyphen(end);
    let of = match reader.word(end) {
        "half" => 2,
        "quarter" => 4,
        _ => return None,
    };
    // "The first half hour", "the third quarter-final".
    let of_something = reader.hyphen(end + 1) || super::duration::unit(reader.word(end + 1)).is_some();
    let is_part = (1..=of).contains(&part) && !of_something;
    is_part.then_some((PartialDate::PartOfYear { part, of }, end + 1))
}

/// "April-June", "between July and September": the months of a quarter or a half.
fn months(reader: &Reader, at: usize) -> Option<Found> {
    let (first, end) = date::month(reader, at)?;
    let joined = match reader.word(end) {
        "-" | "–" | "to" | "through" => true,
        "and" => reader.before(at, 1) == "between",
        _ => false,
    };
    let (last, end) = date::month(reader, end + 1).filter(|_| joined)?;
    Some((PartialDate::of_months(first, last)?, end))
}
