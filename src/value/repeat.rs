//! How often and how many times as much: "twice", "on 10 occasions", "three times as many", "doubled".

use super::amount::Amount;
use super::interval::Interval;
use super::kind::Kind;
use super::lexicon::Word;
use super::reader::Reader;
use super::recognise::Core;
use super::{Detail, noun};

/// The word at `at` that says how often, or how many times as much.
pub(super) fn read(reader: &Reader, at: usize, word: Word) -> Option<Core> {
    let (kind, many, weak) = match word {
        Word::Occurrences(1) => (Kind::Occurrences, 1.0, !once_counts(reader, at)),
        Word::Occurrences(many) if compares(reader, at + 1) => (Kind::Factor, f64::from(many), false),
        Word::Occurrences(many) => (Kind::Occurrences, f64::from(many), false),
        Word::Factor(many) if grows(reader, at) => (Kind::Factor, many, false),
        _ => return None,
    };
    Some(Core {
        lead: at,
        start: at,
        end: at + 1,
        kind,
        amount: Amount::exact(Interval::point(many)),
        detail: Detail::Plain,
        weak,
    })
}

/// "seven times", "10 occasions", "three times the size": the bare count `core` taken with its noun.
pub(super) fn times(reader: &Reader, core: Core) -> Core {
    let at = reader.past_hyphen(core.end);
    let kind = match reader.word(at) {
        "times" if compares(reader, at + 1) => Kind::Factor,
        "times" | "time" | "occasions" | "occasion" => Kind::Occurrences,
        "fold" => Kind::Factor,
        "x" if reader.glued(at) => Kind::Factor,
        _ => return core,
    };
    Core { kind, end: at + 1, ..core }
}

/// Whether a comparison follows: "twice as many", "three times the size", "twice that of".
fn compares(reader: &Reader, at: usize) -> bool {
    match reader.word(at) {
        "as" => matches!(
            reader.word(at + 1),
            "many"
                | "much"
                | "big"
                | "large"
                | "high"
                | "long"
                | "likely"
                | "fast"
                | "often"
                | "great"
                | "heavy"
                | "expensive"
                | "common"
                | "strong"
                | "old"
                | "wide"
                | "far"
                | "deadly"
                | "powerful"
        ),
        "more" | "higher" | "larger" | "bigger" | "greater" | "faster" | "less" | "fewer" | "lower"
        | "its" | "their" | "those" => true,
        "the" | "that" => {
            matches!(
                reader.word(at + 1),
                "size"
                    | "number"
                    | "rate"
                    | "amount"
                    | "level"
                    | "average"
                    | "price"
                    | "cost"
                    | "of"
                    | "speed"
                    | "length"
                    | "weight"
                    | "value"
                    | "figure"
                    | "limit"
                    | "national"
                    | "normal"
                    | "usual"
                    | "previous"
            )
        }
        _ => false,
    }
}

/// "doubled", but of "double" only where it is a verb or a measure: not "a double murder".
fn grows(reader: &Reader, at: usize) -> bool {
    let word = reader.word(at);
    if !matches!(word, "double" | "triple" | "treble" | "doubles" | "triples" | "quadruple") {
        return true;
    }
    let next = reader.word(at + 1);
    !reader.hyphen(at + 1)
        && (compares(reader, at + 1)
            || matches!(next, "the" | "that" | "what" | "from" | "in" | "to" | "by" | "")
            || matches!(reader.before(at, 1), "to" | "will" | "would" | "could" | "more"))
}

/// Whether "once" at `at` is a number: "only once", "once or twice", "once a week", not "once again".
fn once_counts(reader: &Reader, at: usize) -> bool {
    let last = reader.before(at, 1);
    let next = reader.word(at + 1);
    if matches!(last, "at" | "all") || matches!(next, "again" | "more" | "upon") {
        return false;
    }
    matches!(last, "only" | "just" | "than" | "least" | "even" | "but" | "exactly" | "not")
        || matches!(
            next,
            "" | "or" | "every" | "instead" | "in" | "before" | "." | ";" | "-" | "rather" | "but" | "during"
        )
        || matches!(next, "a" | "per") && super::duration::unit(reader.word(at + 2)).is_some()
        || next == "," && at > reader.range().start && !noun::is_stop(last)
}
