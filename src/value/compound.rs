//! Quantities of two units: "six feet two", "two hours and 30 minutes", "two pounds ninety-nine".

use super::duration;
use super::number::{self, Letters, Number};
use super::quantity::{Measured, Single};
use super::reader::Reader;
use super::unit::{self, Unit};

/// Adds a second, smaller unit: "six feet two inches", "5ft 10", "two hours and 30 minutes", "2 hours, 26 minutes and 11 seconds".
pub(super) fn compound(reader: &Reader, first: Single) -> Single {
    let first = half_after(reader, first);
    let at = match first.measured {
        Measured::Time(..) if matches!(reader.word(first.end), "and" | ",") => first.end + 1,
        Measured::Time(..) | Measured::Unit(_) => reader.past_hyphen(first.end),
        _ => return first,
    };
    let Some(second) = number::read(reader, at, Letters::Plain).filter(|n| n.value < 60.0) else {
        return first;
    };
    let unit_at = reader.past_hyphen(second.end);
    let (scale, measured, end) = match first.measured {
        Measured::Unit(large) => match unit::smaller(large, reader.word(unit_at)) {
            Some(small) => (large.factor / small.factor, Measured::Unit(small), unit_at + 1),
            None if matches!(reader.before(first.end, 1), "ft" | "foot") && second.value < 12.0 => {
                (12.0, Measured::Unit(Unit { factor: large.factor / 12.0, ..large }), second.end)
            }
            None => return first,
        },
        Measured::Time(large, many) => match duration::unit(reader.word(unit_at)) {
            Some((small, 1.0))
                if small.is_calendar() == large.is_calendar() && small.base() < large.base() * many =>
            {
                (large.base() * many / small.base(), Measured::Time(small, 1.0), unit_at + 1)
            }
            _ => return first,
        },
        _ => return first,
    };
    // Who tells both does not round: "2 hours 10 minutes".
    let place = second.place.min(1.0);
    let number = Number { value: first.number.value * scale + second.value, place, ..second };
    compound(reader, Single::new(first.start, number, measured, end))
}

/// "Two pounds ninety-nine", "one dollar and fifty cents".
pub(super) fn with_pence(reader: &Reader, first: Single) -> Option<Single> {
    let whole = first.number.place == 1.0 && first.number.value < 1000.0;
    let Measured::Money(currency, 1.0) = first.measured else { return None };
    let and = usize::from(reader.word(first.end) == "and");
    let second = number::read(reader, first.end + and, Letters::Plain).filter(|n| n.value < 100.0)?;
    let at = second.end;
    let named = matches!(reader.word(at), "cent" | "cents" | "p" | "pence" | "penny");
    // Nothing is counted by it.
    let ends = !reader.is_word(at) || matches!(reader.word(at), "a" | "and" | "each" | "for" | "in" | "per");
    let spoken = and == 0 && !second.digits && !reader.hyphen(at) && ends;
    let number = Number { value: first.number.value + second.value / 100.0, place: 0.01, ..second };
    let end = at + usize::from(named);
    (whole && second.place == 1.0 && (named || spoken))
        .then(|| Single::new(first.start, number, Measured::Money(currency, 1.0), end))
}

/// "an hour and a half", "two years and three quarters".
pub(super) fn half_after(reader: &Reader, first: Single) -> Single {
    if !matches!(first.measured, Measured::Time(..) | Measured::Unit(_)) {
        return first;
    }
    let mut number = Number { end: first.end, ..first.number };
    number::and_a_part(reader, &mut number);
    if number.end == first.end { first } else { Single::new(first.start, number, first.measured, number.end) }
}
