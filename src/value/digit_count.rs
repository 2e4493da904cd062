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

/// How many tokens before "digits" what leads to it stands at most: "*in* the mid-single digits".
const LEAD: usize = 5;

/// How many tokens before it a noun for a share stands at most: "*inflation* has reached double digits".
const NOUN_BEFORE: usize = 8;

/// What the ends of a third may be off by, as a share of its digit: "the low single digits" may be 4.5%.
const BLURRED: f64 = 0.6;

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
    // "Rose by double digits", "growth was in the low single digits"; not "the death toll rose to double digits".
    let led = || {
        let lead = (at.saturating_sub(LEAD)..at)
            .rev()
            .find(|&i| reader.is_word(i) && !matches!(reader.word(i), "the" | "low" | "mid" | "high"));
        lead.is_some_and(|i| matches!(reader.word(i), "by" | "in"))
            || (at.saturating_sub(NOUN_BEFORE)..at).any(|i| IN_PERCENT.contains(reader.word(i)))
    };
    let told = match reader.word(digit) {
        "digits" => led(),
        "digit" => in_percent(),
        _ => false,
    };
    if !told {
        return None;
    }
    // "Mid-single", "low double".
    let third = at.checked_sub(1 + usize::from(reader.before(at, 1) == "-")).filter(|&third| third >= floor);
    let part = third.and_then(|third| Some((third, third_of(reader.word(third), low)?)));
    let doubt = if part.is_some() { BLURRED * low } else { BLURRED };
    let (start, stated) = part.unwrap_or((at, Interval::half_open(low, 10.0 * low)));
    Some(Core {
        lead: start,
        start,
        end: digit + 1,
        kind: Kind::Proportion,
        amount: Amount { stated, rounding: 0.0, doubt },
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
