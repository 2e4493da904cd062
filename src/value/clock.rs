//! Times of day: "06:10", "6.10 a.m.", "6pm", "18:10 GMT", "half past six", "noon".

use super::Detail;
use super::amount::Amount;
use super::interval::Interval;
use super::kind::Kind;
use super::lexicon::{self, Word};
use super::number::{self, Letters};
use super::reader::Reader;
use super::recognise::Core;

/// Minutes of a day.
pub(super) const DAY: f64 = 1440.0;

/// The time of day that begins at `at`.
pub(super) fn read(reader: &Reader, at: usize) -> Option<Core> {
    if let Some(Word::Clock(minutes)) = lexicon::find(reader.word(at)) {
        return core(reader, at, at + 1, f64::from(minutes), false);
    }
    colon(reader, at).or_else(|| past(reader, at)).or_else(|| hour(reader, at))
}

fn core(reader: &Reader, at: usize, end: usize, minutes: f64, half_day: bool) -> Option<Core> {
    let (zone, end) = zone(reader, end);
    Some(Core {
        lead: at,
        start: at,
        end,
        kind: Kind::Time,
        amount: Amount::exact(Interval::point(minutes)),
        detail: Detail::Time { half_day, zone },
        weak: false,
    })
    .filter(|_| (0.0..DAY).contains(&minutes))
}

/// "06:10", "6:10 pm", "18:10:05".
fn colon(reader: &Reader, at: usize) -> Option<Core> {
    let pair = |at: usize| {
        reader.word(at) == ":" && reader.glued(at) && reader.glued(at + 1) && reader.word(at + 1).len() == 2
    };
    if !reader.is_number(at) || reader.word(at).len() > 2 || !pair(at + 1) {
        return None;
    }
    let hour = reader.word(at).parse::<u32>().ok()?;
    let minute = reader.word(at + 2).parse::<u32>().ok().filter(|minute| *minute < 60)?;
    let (mut end, mut seconds) = (at + 3, 0.0);
    if pair(end) {
        seconds = reader.word(end + 1).parse::<f64>().ok().filter(|seconds| *seconds < 60.0)?;
        end += 2;
    }
    let padded = reader.word(at).starts_with('0');
    at_hour(reader, at, end, hour, f64::from(minute) + seconds / 60.0, padded)
}

/// The time at `hour` and `minutes`, with what half of the day follows at `end`.
fn at_hour(reader: &Reader, at: usize, end: usize, hour: u32, minutes: f64, padded: bool) -> Option<Core> {
    match half(reader, end) {
        Some((afternoon, end)) if (1..=12).contains(&hour) => {
            let hour = hour % 12 + if afternoon { 12 } else { 0 };
            core(reader, at, end, f64::from(hour) * 60.0 + minutes, false)
        }
        _ => {
            let either = (1..=12).contains(&hour) && !padded;
            let (zone, _) = zone(reader, end);
            core(reader, at, end, f64::from(hour) * 60.0 + minutes, either && zone.is_none())
        }
    }
}

/// "6pm", "6.10 a.m.", "six o'clock", "1800 GMT".
fn hour(reader: &Reader, at: usize) -> Option<Core> {
    if let Some((hour, minute)) = dotted(reader.word(at)).filter(|_| half(reader, at + 1).is_some()) {
        return at_hour(reader, at, at + 1, hour, f64::from(minute), false);
    }
    let afternoon = dotted(reader.word(at)).filter(|(hour, _)| *hour > 12 && reader.before(at, 1) == "at");
    if let Some((hour, minute)) = afternoon.filter(|_| !reader.is_word(at + 1) || reader.word(at + 1) == "on")
    {
        return at_hour(reader, at, at + 1, hour, f64::from(minute), false);
    }
    let number = number::read(reader, at, Letters::Plain)?;
    let end = number.end;
    let value = number.small()?;
    if let (12, Some(Word::Clock(minutes))) = (value, lexicon::find(reader.word(end))) {
        return core(reader, at, end + 1, f64::from(minutes), false);
    }
    if (1..=12).contains(&value) {
        if half(reader, end).is_some() {
            return at_hour(reader, at, end, value, 0.0, false);
        }
        if reader.word(end) == "o'clock" {
            return at_hour(reader, at, end + 1, value, 0.0, false);
        }
    }
    let military = reader.is_number(at) && reader.word(at).len() == 4 && value % 100 < 60 && value < 2400;
    let zoned = zone(reader, end).0.is_some() || matches!(reader.word(end), "hrs");
    (military && zoned)
        .then(|| core(reader, at, end, f64::from(value / 100) * 60.0 + f64::from(value % 100), false))
        .flatten()
}

fn dotted(word: &str) -> Option<(u32, u32)> {
    let (hour, minute) = word.split_once('.')?;
    let (hour, minute) = (hour.parse().ok()?, (minute.len() == 2).then(|| minute.parse().ok()).flatten()?);
    (hour < 24 && minute < 60).then_some((hour, minute))
}

/// "half past six", "quarter to seven", "ten past nine".
fn past(reader: &Reader, at: usize) -> Option<Core> {
    let (minutes, end) = match lexicon::find(reader.word(at))? {
        Word::Parts(parts @ (2 | 4)) => (60.0 / f64::from(parts), reader.past_hyphen(at + 1)),
        Word::Small(minutes @ (5 | 10)) => (f64::from(minutes), at + 1),
        Word::Tens(20) => (20.0, at + 1),
        _ => return None,
    };
    let before = match reader.word(end) {
        "past" => false,
        "to" if minutes < 30.0 && lexicon::find(reader.word(at)) == Some(Word::Parts(4)) => true,
        _ => return None,
    };
    let hour = number::read(reader, end + 1, Letters::Plain)
        .filter(|n| n.small().is_some_and(|h| (1..=12).contains(&h)))?;
    let minutes = if before { -minutes } else { minutes };
    at_hour(reader, at, hour.end, hour.small()?, minutes, false)
}

/// Whether "a.m." or "p.m." stands at `at`: the latter, and the token after it.
fn half(reader: &Reader, at: usize) -> Option<(bool, usize)> {
    match reader.word(at) {
        "am" => Some((false, at + 1)),
        "pm" => Some((true, at + 1)),
        letter @ ("a" | "p") if reader.reads(at + 1, &[".", "m"]) && reader.glued(at + 2) => {
            Some((letter == "p", at + 3))
        }
        _ => None,
    }
}

/// The time zone named at `at`, in minutes ahead of UTC.
fn zone(reader: &Reader, at: usize) -> (Option<i16>, usize) {
    let minutes = match reader.word(at) {
        "gmt" | "utc" => 0,
        "bst" => 60,
        "cet" => 60,
        "cest" => 120,
        "est" => -300,
        "edt" => -240,
        "cst" => -360,
        "cdt" => -300,
        "pst" => -480,
        "pdt" => -420,
        "ist" => 330,
        "jst" => 540,
        _ => return (None, at),
    };
    if reader.is_capitalised(at) { (Some(minutes), at + 1) } else { (None, at) }
}
