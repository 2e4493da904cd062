//! Parts of a whole in words: "half", "two-thirds", "four in five", "1/2", "one out of ten".

use crate::english::Direction;

use super::amount::Amount;
use super::interval::Interval;
use super::kind::Kind;
use super::lexicon::{self, Word};
use super::number::{self, Letters};
use super::reader::Reader;
use super::recognise::Core;
use super::{Detail, duration};

/// A spoken fraction is round: "a third" is said of 33% and may be said of 31%.
const SPOKEN_ROUNDING: f64 = 0.5;
const SPOKEN_DOUBT: f64 = 3.0;

fn core(at: usize, end: usize, part: f64) -> Core {
    Core {
        lead: at,
        start: at,
        end,
        kind: Kind::Proportion,
        amount: Amount {
            stated: Interval::point(part * 100.0),
            rounding: SPOKEN_ROUNDING,
            doubt: SPOKEN_DOUBT,
        },
        detail: Detail::Plain,
        weak: false,
    }
}

/// The proportion that begins at `at`.
pub(super) fn read(reader: &Reader, at: usize) -> Option<Core> {
    if number::parts_of_scale(reader, at).is_some() {
        return None;
    }
    out_of(reader, at)
        .or_else(|| slashed(reader, at))
        .or_else(|| fraction(reader, at))
        .or_else(|| half(reader, at))
}

/// "four in five", "1 in 5", "three out of four". "One of seven" counts, and "five in 2014" is no part.
fn out_of(reader: &Reader, at: usize) -> Option<Core> {
    let upper = number::read(reader, at, Letters::Plain)?;
    let from = match reader.word(upper.end) {
        "in" => upper.end + 1 + usize::from(reader.word(upper.end + 1) == "every"),
        "of" if reader.word(upper.end + 1) == "every" => upper.end + 2,
        "out" if reader.word(upper.end + 1) == "of" => {
            upper.end + 2 + usize::from(matches!(reader.word(upper.end + 2), "every" | "the"))
        }
        _ => return None,
    };
    let lower = number::read(reader, from, Letters::Plain)?;
    let (part, whole) = (f64::from(upper.small()?), f64::from(lower.small()?));
    let year = lower.plain && (1500.0..2100.0).contains(&whole);
    let period = duration::unit(reader.word(lower.end)).is_some() || reader.word(lower.end) == "%";
    let month = matches!(lexicon::find(reader.word(lower.end)), Some(Word::Month(_) | Word::Scale(_)));
    if part < 1.0 || part >= whole || year || period || month {
        return None;
    }
    Some(core(at, lower.end, part / whole))
}

fn slashed(reader: &Reader, at: usize) -> Option<Core> {
    let (part, end) = number::slashed(reader, at)
        .or_else(|| super::digits::fraction_sign(reader.word(at)).map(|part| (part, at + 1)))?;
    Some(core(at, end, part))
}

/// "one third", "two-thirds", "three quarters", "a fifth of".
fn fraction(reader: &Reader, at: usize) -> Option<Core> {
    let article = lexicon::find(reader.word(at)) == Some(Word::Article);
    let many = match lexicon::find(reader.word(at))? {
        Word::Article => 1.0,
        Word::Small(many @ 1..=9) => f64::from(many),
        _ => return None,
    };
    let part_at = reader.past_hyphen(at + 1);
    let (parts, plural) = parts(reader.word(part_at))?;
    let whole = matches!(
        reader.word(part_at + 1),
        "of" | "less"
            | "more"
            | "lower"
            | "higher"
            | "fewer"
            | "below"
            | "above"
            | "cheaper"
            | "smaller"
            | "larger"
    );
    // "Was cut to a quarter", not "was sold to a third".
    let reached = || reader.before(at, 1) == "to" && Direction::of(reader.before(at, 2)).is_some();
    let moved = (matches!(
        reader.before(at, 1),
        "by" | "than" | "up" | "down" | "about" | "nearly" | "almost" | "around"
    ) || reached())
        && (!reader.is_word(part_at + 1) || super::noun::is_stop(reader.word(part_at + 1)));
    let fits = if article { !plural && (whole || moved) } else { plural == (many > 1.0) };
    (fits && many < parts).then(|| core(at, part_at + 1, many / parts))
}

/// How many of `word` make a whole, and whether it is a plural.
fn parts(word: &str) -> Option<(f64, bool)> {
    match lexicon::find(word)? {
        Word::Parts(parts) => Some((f64::from(parts), word.ends_with('s'))),
        Word::Ordinal(parts @ 3..=20) => Some((f64::from(parts), false)),
        _ => None,
    }
}

/// "half" on its own; the first and second halves of a match or a year are none.
fn half(reader: &Reader, at: usize) -> Option<Core> {
    if reader.word(at) != "half" || reader.hyphen(at + 1) {
        return None;
    }
    let last = reader.before(at, 1);
    let of_match =
        matches!(last, "first" | "second" | "other" | "better" | "latter" | "opening" | "final" | "and")
            || reader.hyphen(at.wrapping_sub(1))
            || matches!(
                reader.word(at + 1),
                "time" | "past" | "way" | "price" | "brother" | "sister" | "term" | "marathon"
            );
    (!of_match).then(|| core(at, at + 1, 0.5))
}
