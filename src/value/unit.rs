//! Units of length, weight, speed, temperature, area and volume.
//!
//! Factors to SI are exact where the unit is defined by one (the international yard and pound of 1959);
//! a ton and a gallon are not the same everywhere, so theirs are loose.

use super::kind::Dimension::{self, Area, Length, Mass, Speed, Temperature, Volume};
use super::reader::Reader;

/// A unit: how a number of it becomes one of the SI unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Unit {
    pub(super) dimension: Dimension,
    pub(super) factor: f64,
    /// Added after multiplying; for temperatures.
    pub(super) offset: f64,
    /// The part by which usage differs from country to country.
    pub(super) loose: f64,
}

const fn unit(dimension: Dimension, factor: f64) -> Unit {
    Unit { dimension, factor, offset: 0.0, loose: 0.0 }
}

pub(super) const POUND: Unit = unit(Mass, 0.453_592_37);
const STONE: Unit = unit(Mass, 0.453_592_37 * 14.0);
const CELSIUS: Unit = Unit { dimension: Temperature, factor: 1.0, offset: 273.15, loose: 0.0 };
const FAHRENHEIT: Unit =
    Unit { dimension: Temperature, factor: 5.0 / 9.0, offset: 459.67 * 5.0 / 9.0, loose: 0.0 };
const TON: Unit = Unit { dimension: Mass, factor: 1000.0, offset: 0.0, loose: 0.1 };
const GALLON: Unit = Unit { dimension: Volume, factor: 0.004_165, offset: 0.0, loose: 0.1 };
const PINT: Unit = Unit { dimension: Volume, factor: 0.000_520, offset: 0.0, loose: 0.1 };
const FOOT: f64 = 0.3048;
const MILE: f64 = 1609.344;
const HOUR: f64 = 3600.0;

/// The unit that begins at `at`, after a number, and the token after it.
pub(super) fn read(reader: &Reader, at: usize) -> Option<(Unit, usize)> {
    if reader.word(at) == "°" || matches!(reader.word(at), "degree" | "degrees") {
        return degrees(reader, at + 1);
    }
    if reader.glued(at) && matches!(reader.written(at), "C" | "F") {
        return degrees(reader, at);
    }
    if let Some((power, noun)) = power(reader.word(at)) {
        let at = at + 1 + usize::from(reader.word(at + 1) == ".");
        let length = length(reader.word(at))?;
        return Some((unit(noun, length.powi(power)), at + 1));
    }
    if let Some(length) = length(reader.word(at)) {
        return Some(speed(reader, at + 1, length).unwrap_or((unit(Length, length), at + 1)));
    }
    if reader.word(at) == "st" && reader.glued(at) {
        return Some((STONE, at + 1));
    }
    if let Some(ton) = ton(reader.word(at), reader.word(at + 1)) {
        return Some((unit(Mass, ton), at + 2));
    }
    simple(reader.word(at)).map(|unit| (unit, at + 1))
}

/// A ton that is told exactly, in kilograms: "metric tons".
fn ton(which: &str, noun: &str) -> Option<f64> {
    if !matches!(noun, "ton" | "tons" | "tonne" | "tonnes") {
        return None;
    }
    match which {
        "metric" => Some(1000.0),
        "short" => Some(2000.0 * 0.453_592_37),
        "long" => Some(2240.0 * 0.453_592_37),
        _ => None,
    }
}

/// "Square" and "cubic".
fn power(word: &str) -> Option<(i32, Dimension)> {
    match word {
        "square" | "sq" => Some((2, Area)),
        "cubic" | "cu" => Some((3, Volume)),
        _ => None,
    }
}

fn degrees(reader: &Reader, at: usize) -> Option<(Unit, usize)> {
    match reader.word(at) {
        "c" | "celsius" | "centigrade" => Some((CELSIUS, at + 1)),
        "f" | "fahrenheit" => Some((FAHRENHEIT, at + 1)),
        _ => None,
    }
}

fn length(word: &str) -> Option<f64> {
    Some(match word {
        "mm" | "millimetre" | "millimetres" | "millimeter" | "millimeters" => 0.001,
        "cm" | "centimetre" | "centimetres" | "centimeter" | "centimeters" => 0.01,
        "m" | "metre" | "metres" | "meter" | "meters" => 1.0,
        "km" | "kms" | "kilometre" | "kilometres" | "kilometer" | "kilometers" => 1000.0,
        "inch" | "inches" => FOOT / 12.0,
        "ft" | "foot" | "feet" => FOOT,
        "yard" | "yards" | "yd" | "yds" => FOOT * 3.0,
        "mile" | "miles" => MILE,
        _ => return None,
    })
}

/// "per hour", "an hour", "/ h", "a second" after a length.
fn speed(reader: &Reader, at: usize, length: f64) -> Option<(Unit, usize)> {
    let time = match reader.word(at) {
        "per" | "an" | "a" | "/" => reader.word(at + 1),
        _ => return None,
    };
    let seconds = match time {
        "hour" | "h" | "hr" => HOUR,
        "second" | "s" | "sec" => 1.0,
        _ => return None,
    };
    Some((unit(Speed, length / seconds), at + 2))
}

fn simple(word: &str) -> Option<Unit> {
    Some(match word {
        "mg" | "milligram" | "milligrams" => unit(Mass, 1e-6),
        "g" | "gram" | "grams" | "gramme" | "grammes" => unit(Mass, 0.001),
        "kg" | "kgs" | "kilo" | "kilos" | "kilogram" | "kilograms" | "kilogramme" | "kilogrammes" => {
            unit(Mass, 1.0)
        }
        "tonne" | "tonnes" => unit(Mass, 1000.0),
        "ton" | "tons" => TON,
        "oz" | "ounce" | "ounces" => unit(Mass, 0.453_592_37 / 16.0),
        "lb" | "lbs" => POUND,
        "stone" => STONE,
        "mph" => unit(Speed, MILE / HOUR),
        "kph" | "kmh" | "kmph" => unit(Speed, 1000.0 / HOUR),
        "knot" | "knots" => unit(Speed, 1852.0 / HOUR),
        "kelvin" | "kelvins" => unit(Temperature, 1.0),
        "m2" => unit(Area, 1.0),
        "km2" => unit(Area, 1e6),
        "hectare" | "hectares" | "ha" => unit(Area, 1e4),
        "acre" | "acres" => unit(Area, 4_046.856_422_4),
        "m3" => unit(Volume, 1.0),
        "ml" | "millilitre" | "millilitres" | "milliliter" | "milliliters" => unit(Volume, 1e-6),
        "l" | "litre" | "litres" | "liter" | "liters" => unit(Volume, 0.001),
        "gallon" | "gallons" => GALLON,
        "pint" | "pints" => PINT,
        _ => return None,
    })
}

/// A second, smaller unit after a first: "six feet two inches", "5ft 10", "8lb 6oz". Its number may stand
/// without a unit after feet alone.
pub(super) fn smaller(first: Unit, word: &str) -> Option<Unit> {
    let foot = first.dimension == Length && first.factor == FOOT;
    match word {
        "in" | "ins" | "inch" | "inches" if foot => Some(unit(Length, FOOT / 12.0)),
        "oz" | "ounce" | "ounces" if first == POUND => Some(unit(Mass, 0.453_592_37 / 16.0)),
        "lb" | "lbs" | "pound" | "pounds" if first.dimension == Mass && first.factor > 6.0 => Some(POUND),
        _ => None,
    }
}
