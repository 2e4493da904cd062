//! Ages of people: "aged 64", "64-year-old", "Smith, 64,", "in his 20s".

use super::Detail;
use super::amount::Amount;
use super::duration::DurationUnit;
use super::interval::Interval;
use super::kind::Kind;
use super::number::Number;
use super::reader::Reader;
use super::recognise::Core;

/// The oldest anyone is said to be in an apposition: "Smith, 64,".
const OLDEST: u32 = 115;

fn of(core: Core, lead: usize, end: usize, factor: f64) -> Core {
    let amount = Amount { doubt: 0.0, rounding: 0.0, ..core.amount.times(factor) };
    Core { lead, end, kind: Kind::Age, amount, detail: Detail::Plain, ..core }
}

/// `core`, a duration, as an age where "old" or "of age" follows: "64-year-old", "six months old".
pub(super) fn old(reader: &Reader, core: Core) -> Option<Core> {
    let Detail::Duration(unit) = core.detail else { return None };
    let at = reader.past_hyphen(core.end);
    let end = match reader.word(at) {
        "old" | "olds" => at + 1,
        "of" if reader.word(at + 1) == "age" => at + 2,
        _ => return None,
    };
    let years = if unit.is_calendar() { 1.0 / 12.0 } else { 1.0 / (365.25 * DurationUnit::Day.base()) };
    Some(of(core, core.lead, end, years))
}

/// `core`, a bare number or a range of them, as an age: "aged 64", "aged 18 to 24", "Smith, 64,".
pub(super) fn bare(reader: &Reader, core: Core, number: Option<Number>) -> Option<Core> {
    let at = core.lead;
    let told = match reader.before(at, 1) {
        "aged" | "age" | "ages" => Some(1),
        "of" if reader.before(at, 2) == "age" => Some(2),
        "turned" | "turning" if number.is_some_and(|n| n.end == core.end) && !reader.is_word(core.end) => {
            Some(0)
        }
        "just" | "only" | "about" | "around" | "nearly" | "almost" | "under" | "over" => {
            (reader.before(at, 2) == "aged").then_some(0)
        }
        _ => None,
    };
    if let Some(back) = told {
        return Some(of(core, at - back, core.end, 1.0));
    }
    let years = number.filter(|number| number.plain)?.small()?;
    let closes =
        matches!(reader.word(core.end), "," | ")" | ";" | "." | "") || reader.reads(core.end, &["and"]);
    let person = match reader.before(at, 1) {
        "," => named_before(reader, at - 1) && closes && reader.word(core.end) != "and",
        "(" => named_before(reader, at - 1) && reader.word(core.end) == ")",
        "was" | "is" | "were" => {
            matches!(reader.before(at, 2), "he" | "she" | "who") && ends_clause(reader, core.end)
        }
        "at" => matches!(reader.before(at, 2), "died" | "dies" | "dead") && ends_clause(reader, core.end),
        "now" | "then" => reader.before(at, 2) == "," && matches!(reader.word(core.end), "," | "."),
        _ => false,
    };
    (person && (1..=OLDEST).contains(&years)).then(|| of(core, core.lead, core.end, 1.0))
}

/// Whether nothing that could be counted follows: "he was 26.", "who was 17 at the time".
fn ends_clause(reader: &Reader, at: usize) -> bool {
    !reader.is_word(at) && !matches!(reader.word(at), "-" | "–" | "%" | "°")
        || matches!(
            reader.word(at),
            "when" | "at" | "and" | "but" | "then" | "years" | "in" | "after" | "on" | "from"
        )
}

/// Whether a person may be named just before `at`: a capitalised word that is no month or day.
fn named_before(reader: &Reader, at: usize) -> bool {
    use super::lexicon::{Word, find};
    let Some(last) = at.checked_sub(1) else { return false };
    let calendar =
        matches!(find(reader.word(last)), Some(Word::Month(_) | Word::ShortMonth(_) | Word::Weekday(_)));
    reader.is_capitalised(last) && !calendar && !super::noun::is_stop(reader.word(last))
}

/// "in his 20s", "a man in his early 50s": the ten years from the number at `at`.
pub(super) fn decade(reader: &Reader, at: usize) -> Option<Core> {
    if reader.word(at + 1) != "s" || !reader.glued(at + 1) {
        return None;
    }
    let low = match reader.word(at) {
        "20" => 20.0,
        "30" => 30.0,
        "40" => 40.0,
        "50" => 50.0,
        "60" => 60.0,
        "70" => 70.0,
        "80" => 80.0,
        "90" => 90.0,
        _ => return None,
    };
    of_decade(reader, at, at + 2, low)
}

/// "In her late twenties": the ten years from `low`, told by the word at `at`.
pub(super) fn decade_in_words(reader: &Reader, at: usize, low: u8) -> Option<Core> {
    of_decade(reader, at, at + 1, f64::from(low))
}

fn of_decade(reader: &Reader, at: usize, end: usize, low: f64) -> Option<Core> {
    let third = usize::from(matches!(reader.before(at, 1), "early" | "mid" | "late"));
    let hyphen = usize::from(reader.before(at, 1) == "-");
    let whose = reader.before(at, 1 + third + 2 * hyphen);
    matches!(whose, "his" | "her" | "their" | "my" | "our" | "your").then(|| Core {
        lead: at,
        start: at,
        end,
        kind: Kind::Age,
        amount: Amount::exact(Interval::closed(low, low + 9.0)),
        detail: Detail::Plain,
        weak: false,
    })
}
