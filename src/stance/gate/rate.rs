//! Rates: an amount for each of something is not compared with the amount of all.

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
