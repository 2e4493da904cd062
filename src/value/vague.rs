//! Numbers that are not told: "dozens", "tens of thousands", "several hundred", "a couple".

use super::Detail;
use super::amount::Amount;
use super::interval::Interval;
use super::kind::Kind;
use super::lexicon::{self, Word};
use super::reader::Reader;
use super::recognise::Core;

/// The vague quantity at `at`, whose word means `low` up to `high`; what stands before `floor` is no part of it.
pub(super) fn read(reader: &Reader, at: usize, floor: usize, low: f64, high: f64) -> Option<Core> {
    let word = reader.word(at);
    let article = at > floor && matches!(reader.before(at, 1), "a" | "an");
    let start = if article && takes_article(word) { at - 1 } else { at };
    if needs_article(word) && !article || names_other_thing(reader, at) {
        return None;
    }
    let (low, high, end) = scaled(reader, at, low, high);
    let times = reader.reads(end, &["of", "times"]);
    let (kind, end) = if times { (Kind::Occurrences, end + 2) } else { (Kind::Count, end) };
    let couple = word == "couple" && end <= at + 2;
    let stated = if couple { Interval::point(2.0) } else { Interval::half_open(low, high) };
    // "Dozens" may be said of twenty and of a hundred and fifty.
    let possible = if couple { 0.5 } else { low * 0.25 };
    Some(Core {
        lead: start,
        start,
        end,
        kind,
        amount: Amount { stated, rounding: 0.0, doubt: possible },
        detail: Detail::Plain,
        weak: false,
    })
}

fn takes_article(word: &str) -> bool {
    matches!(word, "few" | "couple" | "handful")
}

fn needs_article(word: &str) -> bool {
    matches!(word, "couple" | "handful" | "few")
}

/// "the couple", "as many as", "so many", "scores" as a verb, "the last few".
fn names_other_thing(reader: &Reader, at: usize) -> bool {
    match reader.word(at) {
        "many" => matches!(reader.before(at, 1), "as" | "how" | "so" | "too" | "not" | "that"),
        "few" => matches!(
            reader.before(at, 1),
            "as" | "how" | "so" | "too" | "very" | "the" | "last" | "past" | "next"
        ),
        "scores" => reader.word(at + 1) != "of",
        "tens" => reader.word(at + 1) != "of",
        "couple" => {
            reader.is_capitalised(at)
                || matches!(reader.word(at + 1), "," | "." | "who" | "and" | "had" | "was")
        }
        "multiple" => reader.hyphen(at + 1),
        _ => false,
    }
}

/// "tens of thousands", "several hundred", "hundreds of millions".
fn scaled(reader: &Reader, at: usize, low: f64, high: f64) -> (f64, f64, usize) {
    let mut end = at + 1;
    let of = usize::from(reader.word(end) == "of");
    let scale = match (lexicon::find(reader.word(end + of)), reader.word(end + of)) {
        (Some(Word::Hundred), _) => 100.0,
        (Some(Word::Scale(scale)), _) => scale,
        (Some(Word::Dozen), _) => 12.0,
        (_, "thousands") => 1e3,
        (_, "millions") => 1e6,
        (_, "billions") => 1e9,
        _ => return (low, high, end),
    };
    end += of + 1;
    // "Several hundred" stays below a thousand.
    let high = if high.is_finite() { high * scale } else { scale * 10.0 };
    (low * scale, high, end)
}
