//! Whose age a value is, and whether it is one.

use std::ops::Range;

use crate::english::{self, Gender};
use crate::stance::held::Held;
use crate::text::{Document, WordSet};
use crate::value::{Kind, Mention};

/// Whether an age belongs to somebody of whom the claim has no word: "his brother, 28,", "whose wife is 58", "a woman of 50".
pub(super) fn is_anothers(held: &Held<'_>, claimed: &Mention, age: &Mention) -> bool {
    let text = held.document();
    let start = age.tokens.start;
    let word = |back: usize| start.checked_sub(back).map_or("", |i| text.folded(i));
    let before: Range<usize> = held.sentence_of(start).map_or(start..start, |sentence| sentence.start..start);
    let last = |end: usize| (before.start..end).rev().find(|&i| english::is_content_word(text, i));
    let owner = match word(1) {
        "," | "is" | "was" | "of" => last(start - 1),
        _ => None,
    };
    // "Grant is 44."
    let claim = &held.phrasing.document;
    let ends = !held.phrasing.tokens().any(|i| i >= claimed.tokens.end && claim.tokens()[i].is_word());
    let is = |i: usize| matches!(claim.folded(i), "is" | "was");
    let is_old =
        ends && claimed.is_bare() && age.is_bare() && claimed.tokens.start.checked_sub(1).is_some_and(is);
    let named = |owner: usize| {
        held.names()
            .iter()
            .any(|name| name.tokens.contains(&owner) && !name.tokens.clone().any(|i| held.is_aligned(i)))
    };
    has_other_gender(held, claimed, age)
        || (age.value.kind == Kind::Age || is_old)
            && owner.is_some_and(|owner| {
                !held.is_aligned(owner) && (english::names_persons(text.folded(owner)) || named(owner))
            })
}

/// Whether two ages are of a man and of a woman, by the nouns right beside them: "Son, *8*", "an *8-year-old* girl".
fn has_other_gender(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let ages = [claimed, reported].iter().any(|mention| mention.value.kind == Kind::Age);
    let of = |document: &Document, age: &Mention| {
        let before = age.tokens.start.checked_sub(1).filter(|&i| document.folded(i) == ",");
        let owner = before.and_then(|comma| comma.checked_sub(1));
        [owner, Some(age.tokens.end)].into_iter().flatten().find_map(|i| gender(document.folded_or_empty(i)))
    };
    let theirs = || of(held.document(), reported);
    ages && of(&held.phrasing.document, claimed)
        .is_some_and(|ours| theirs().is_some_and(|other| other != ours))
}

fn gender(noun: &str) -> Option<Gender> {
    english::gender_of_noun(&english::singular(noun))
}

/// Words before a bare number that may be an age: "dead *at* 79", "Son, 9", "she *turns* 30".
#[rustfmt::skip]
static BEFORE_AGES: WordSet = WordSet::of(&[
    "(", ",", "-", "about", "age", "aged", "ages", "almost", "and", "are", "around", "at", "barely",
    "between", "hit", "hits", "hitting", "is", "just", "nearly", "now", "of", "only", "or", "over",
    "reach", "reached", "reaches", "reaching", "than", "then", "to", "turn", "turned", "turning",
    "turns", "under", "was", "were", "–",
]);

/// Whether the claim's number, of which the passage gives an age, is of something else by what stands before it: "called *39* about it".
pub(super) fn is_none(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let claim = &held.phrasing.document;
    let before = claimed.core.start.checked_sub(1).map_or(",", |i| claim.folded(i));
    claimed.value.kind == Kind::Count && reported.value.kind == Kind::Age && !BEFORE_AGES.contains(before)
}
