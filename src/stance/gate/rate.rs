//! Rates: an amount for each of something is not compared with the amount of all, nor with one for each of
//! something else.

use crate::stance::held::Held;
use crate::text::{Document, TokenKind, WordSet};
use crate::value::Mention;

/// How many tokens before its value the "per" of a measure may stand: "earnings *per* common share improved to $3.69".
const BEFORE: usize = 8;

/// Words and signs that a measure does not reach across.
static ENDS_MEASURE: WordSet = WordSet::of(&["(", ")", ",", ".", ";", "and", "but", "or", "while"]);

/// Whether only one of the two values is told for each of something: "$6.86 per share", "$3.1 billion".
pub(super) fn is_for_each_of_one(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    is_rate(&held.phrasing.document, claimed) != is_rate(held.document(), reported)
}

/// How many tokens after a value its "per" stands: "$6.78 *per* diluted share", "£2 million *a* year".
const AFTER: usize = 2;

/// Whether a value is one for each of something: so much per share, year or head, as the words after it say or those of its measure
/// before it.
pub(super) fn is_rate(document: &Document, value: &Mention) -> bool {
    // "In 2021 a fire destroyed it."
    if value.value.kind.is_dated() {
        return false;
    }
    let end = value.tokens.end;
    let word = |i: usize| document.folded_or_empty(i);
    // "£5 a share", not "£5 a year earlier".
    let compared = matches!(word(end + 2), "ago" | "before" | "earlier" | "later");
    let for_one = matches!(word(end), "a" | "an" | "apiece" | "/") && !compared;
    let for_each = (end..end + AFTER).any(|i| matches!(word(i), "per" | "each"));
    let measure = (value.tokens.start.saturating_sub(BEFORE)..value.tokens.start).rev();
    let reaches = |i: &usize| {
        document.tokens()[*i].kind != TokenKind::Number && !ENDS_MEASURE.contains(document.folded(*i))
    };
    let mut measure = measure.take_while(reaches);
    // "From 4.1 per cent to 4.6 per cent" is no rate.
    let of_one = |i: usize| word(i) == "eps" || word(i) == "per" && word(i + 1) != "cent";
    for_one || for_each || measure.any(of_one)
}

/// Units of time for each of which something is told.
static PERIODS: WordSet =
    WordSet::of(&["day", "fortnight", "hour", "month", "night", "quarter", "week", "year"]);

/// How many tokens after a value, and what it counts, its "a week" or "in a month" begins at most.
const PERIOD_AFTER: usize = 5;

/// How many tokens before a value its "weekly" stands at most: "a *weekly* rent of £300".
const PERIOD_BEFORE: usize = 4;

/// Whether the two values are told for each of two lengths of time: "40 a *day*", "280 a *week*", "280 *weekly*"; "12 in a *fortnight*".
pub(super) fn is_for_each_of_another(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let both = period(&held.phrasing.document, claimed).zip(period(held.document(), reported));
    both.is_some_and(|(ours, theirs)| ours != theirs)
}

/// The length of time for each of which a value is told.
fn period<'a>(document: &'a Document, value: &Mention) -> Option<&'a str> {
    if value.value.kind.is_dated() {
        return None;
    }
    let word = |i: usize| document.folded_or_empty(i);
    let from = value.counted.as_ref().map_or(value.tokens.end, |counted| counted.end.max(value.tokens.end));
    let same_clause = |i: &usize| !matches!(word(*i), "." | ";" | ":" | "and" | "but");
    let after = (from..from + PERIOD_AFTER).take_while(same_clause).find_map(|i| {
        let each = matches!(word(i), "a" | "an" | "each" | "every" | "one" | "per" | "/");
        let compared = matches!(word(i + 2), "after" | "ago" | "before" | "earlier" | "later");
        let told = Some(word(i + 1)).filter(|period| each && !compared && PERIODS.contains(period));
        told.or_else(|| regular(word(i)))
    });
    let before = || {
        let reaches =
            |i: &usize| document.tokens()[*i].kind != TokenKind::Number && !ENDS_MEASURE.contains(word(*i));
        let back = (value.tokens.start.saturating_sub(PERIOD_BEFORE)..value.tokens.start).rev();
        back.take_while(reaches).find_map(|i| regular(word(i)))
    };
    after.or_else(before)
}

/// The length of time at whose end something comes round again.
fn regular(word: &str) -> Option<&'static str> {
    Some(match word {
        "hourly" => "hour",
        "daily" => "day",
        "nightly" => "night",
        "weekly" => "week",
        "fortnightly" => "fortnight",
        "monthly" => "month",
        "quarterly" => "quarter",
        "annual" | "annually" | "yearly" => "year",
        _ => return None,
    })
}
