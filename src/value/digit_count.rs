//! Percentages of which only the number of digits is told: "double-digit growth", "in the low single digits".

use super::Detail;
use super::amount::Amount;
use super::interval::Interval;
use super::kind::Kind;
use super::reader::Reader;
use super::recognise::Core;
use crate::text::WordSet;

/// What is told in percent where nothing else is said: "double-digit *inflation*".
static IN_PERCENT: WordSet = WordSet::of(&[
    "decline",
    "declines",
    "decrease",
    "decreases",
    "drop",
    "drops",
    "expansion",
    "fall",
    "falls",
    "gain",
    "gains",
    "growth",
    "increase",
    "increases",
    "inflation",
    "interest",
    "jump",
    "margin",
    "margins",
    "percent",
    "percentage",
    "percentages",
    "rate",
    "rates",
    "return",
    "returns",
    "rise",
    "rises",
    "unemployment",
]);

/// How many tokens after "digit" the noun stands at most: "double-digit *annual sales growth*".
const NOUN_REACH: usize = 3;

/// The share told by its number of digits that begins at `at`; what stands before `floor` is no part of it.
pub(super) fn read(reader: &Reader, at: usize, floor: usize) -> Option<Core> {
    let low = match reader.word(at) {
        "single" => 1.0,
        "double" => 10.0,
        "triple" => 100.0,
        _ => return None,
    };
    let digit = reader.past_hyphen(at + 1);
    let in_percent = || (digit + 1..=digit + NOUN_REACH).any(|noun| IN_PERCENT.contains(reader.word(noun)));
    let told = match reader.word(digit) {
        "digits" => true,
        "digit" => in_percent(),
        _ => false,
    };
    if !told {
        return None;
    }
    // "Mid-single", "low double".
    let third = at.checked_sub(1 + usize::from(reader.before(at, 1) == "-")).filter(|&third| third >= floor);
    let part = third.and_then(|third| Some((third, third_of(reader.word(third), low)?)));
    let (start, stated) = part.unwrap_or((at, Interval::half_open(low, 10.0 * low)));
    Some(Core {
        lead: start,
        start,
        end: digit + 1,
        kind: Kind::Proportion,
        amount: Amount { stated, rounding: 0.0, doubt: 0.0 },
        detail: Detail::Plain,
        weak: false,
    })
}

/// The low, the middle or the high ones of the numbers from `low` up to ten times that; where one ends and the next begins is not agreed
/// upon, so that they overlap.
fn third_of(word: &str, low: f64) -> Option<Interval> {
    match word {
        "low" => Some(Interval::closed(low, 4.0 * low)),
        "mid" => Some(Interval::closed(3.5 * low, 7.0 * low)),
        "high" => Some(Interval::half_open(6.5 * low, 10.0 * low)),
        _ => None,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::text::Document;
    use crate::value::{Context, Kind, recognise};

    #[test]
    fn shares_are_told_by_their_number_of_digits() {
        for (text, form) in [
            ("Rents saw double-digit growth.", "10%..100%"),
            ("Rents saw double digit annual growth.", "10%..100%"),
            ("Rents rose by single digits.", "1%..10%"),
            ("Rents rose in the low-single digits.", "1%..4%"),
            ("Rents rose by high double digits.", "65%..100%"),
        ] {
            let document = Document::new(text);
            let found = recognise(&document, 0..document.tokens().len(), Context::default());
            let forms: Vec<String> = found.iter().map(|mention| mention.value.normal_form()).collect();
            assert_eq!(forms, [form], "{text}");
        }
        for text in
            ["A single digit was missing.", "He booked a double room.", "The double-digit code was lost."]
        {
            let document = Document::new(text);
            let found = recognise(&document, 0..document.tokens().len(), Context::default());
            assert!(found.iter().all(|mention| mention.value.kind != Kind::Proportion), "{text}");
        }
    }
}
