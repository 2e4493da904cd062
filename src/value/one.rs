//! When "one" is a number and when it is a pronoun.

use super::reader::Reader;

/// Whether the "one" at `at` counts nothing: "one another", "no one", "one of the", "the new one".
pub(super) fn is_pronoun(reader: &Reader, at: usize) -> bool {
    let (last, next) = (reader.before(at, 1), reader.word(at + 1));
    if next == "instead" || matches!(next, "of" | "in" | "out") && reader.reads(at + 2, &["every"]) {
        return false;
    }
    let pointed = matches!(
        last,
        "the"
            | "no"
            | "any"
            | "every"
            | "each"
            | "some"
            | "which"
            | "this"
            | "that"
            | "another"
            | "whichever"
            | "loved"
            | "everyone"
            | "by"
            | "little"
            | "young"
    );
    if pointed && !(last == "by" && next.is_empty()) {
        // "by one vote", "the one session": a number after all.
        return matches!(last, "no" | "any" | "every" | "some" | "loved" | "another")
            || !reader.is_lower_word(at + 1)
            || super::noun::is_stop(next);
    }
    if matches!(
        last,
        "only" | "just" | "exactly" | "least" | "than" | "but" | "merely" | "even" | "of" | "not"
    ) {
        return matches!(reader.before(at, 2), "the" | "a" | "an") && last != "of";
    }
    if last == "at" && next == "point" {
        return true;
    }
    let described = matches!(reader.before(at, 2), "a" | "an" | "the" | "this" | "that")
        && reader.is_lower_word(at - 1)
        && !super::noun::is_stop(last);
    described && !reader.is_lower_word(at + 1) || next_makes_pronoun(reader, at + 1)
}

/// Whether the "one day" at `at` is some day, and no length of time.
pub(super) fn is_some_day(reader: &Reader, at: usize) -> bool {
    let lasts = matches!(
        reader.before(at, 1),
        "for"
            | "in"
            | "within"
            | "just"
            | "only"
            | "lasted"
            | "took"
            | "than"
            | "after"
            | "every"
            | "or"
            | "least"
    );
    let noun = reader.is_lower_word(at + 2) && !super::noun::is_stop(reader.word(at + 2));
    reader.reads(at, &["one", "day"]) && !lasts && !noun
}

fn next_makes_pronoun(reader: &Reader, at: usize) -> bool {
    match reader.word(at) {
        "another" | "day" | "by" | "could" | "would" | "might" | "can" | "cannot" | "should" | "must"
        | "may" | "will" | "thing" | "where" | "which" | "that" | "who" | "whose" | "way" | "hand"
        | "side" => true,
        "or" => reader.reads(at + 1, &["the", "other"]) || reader.word(at + 1) == "another",
        "of" => super::number::read(reader, at + 1, super::number::Letters::Plain).is_none(),
        _ => false,
    }
}
