//! "Third", "3rd", "27 th", "twenty-first".

use crate::english;

use super::amount::Amount;
use super::interval::Interval;
use super::kind::Kind;
use super::lexicon::{self, Word};
use super::reader::Reader;
use super::recognise::Core;
use super::{Detail, digits};

/// The ordinal that begins at `at`: how much, and the token after it.
pub(super) fn number(reader: &Reader, at: usize) -> Option<(u32, usize)> {
    if reader.is_number(at) {
        let value = digits::read(reader.word(at)).filter(|digits| digits.place >= 1.0)?.value;
        let number = super::number::Number { value, place: 1.0, end: at + 2, plain: true, digits: true };
        let suffixed = |value: &u32| reader.is_lower_word(at + 1) && reader.word(at + 1) == suffix(*value);
        return number.small().filter(suffixed).map(|value| (value, at + 2));
    }
    // "Debut album", but not "made her debut in 1924".
    let ranks_nothing = || {
        let next = at + 1;
        matches!(reader.word(at), "debut" | "inaugural")
            && (!reader.is_lower_word(next) || english::is_function_word(reader.word(next)))
    };
    match lexicon::find(reader.word(at))? {
        Word::Ordinal(_) if ranks_nothing() => None,
        Word::Ordinal(value) => Some((u32::from(value), at + 1)),
        Word::Tens(tens) if reader.hyphen(at + 1) => match lexicon::find(reader.word(at + 2)) {
            Some(Word::Ordinal(unit @ 1..=9)) => Some((u32::from(tens) + u32::from(unit), at + 3)),
            _ => None,
        },
        _ => None,
    }
}

/// What is written after `value`: fifteen stone, "15st", is no ordinal.
fn suffix(value: u32) -> &'static str {
    match (value % 100, value % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}

/// The ordinal at `at` as a value. "First" and "second" are weak where they need not rank anything.
pub(super) fn read(reader: &Reader, at: usize) -> Option<Core> {
    let (value, end) = number(reader, at)?;
    // "In the first place" ranks nothing; "in third place" does.
    let is_idle = match reader.word(end) {
        "place" => value == 1 && reader.before(at, 1) == "the",
        word => matches!(word, "half" | "lady" | "aid" | "minister"),
    };
    // "First-half", "second-hand", "third-party", but "ninth-inning".
    let idle_compound =
        value < 3 || matches!(reader.word(end + 1), "class" | "hand" | "party" | "rate" | "world");
    if reader.hyphen(end) && !reader.is_number(at) && idle_compound || is_idle {
        return None;
    }
    let ranks = matches!(
        reader.before(at, 1),
        "the" | "a" | "his" | "her" | "its" | "their" | "our" | "my" | "in" | "for" | "on" | "only" | "just"
    );
    // "Nara's first album."
    let possessive = at.checked_sub(1).is_some_and(|before| {
        ["'s", "’s", "'", "’"].iter().any(|ending| reader.written(before).ends_with(ending))
    });
    let ranks = (ranks || possessive)
        && reader.is_word(end)
        && !matches!(lexicon::find(reader.word(end)), Some(Word::Small(_) | Word::Tens(_)));
    let ranks = ranks || reader.word(end) == "place";
    let weak = value <= 2 && !reader.is_number(at) && !ranks;
    // Whose 90th birthday it is, is 90.
    let kind = if reader.word(end) == "birthday" { Kind::Age } else { Kind::Ordinal };
    Some(Core {
        lead: at,
        start: at,
        end,
        kind,
        amount: Amount::exact(Interval::point(f64::from(value))),
        detail: Detail::Plain,
        weak,
    })
}
