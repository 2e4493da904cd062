//! Is a value that differs of the same event: the same match, the same opening, the same person's age?

use crate::english::{self, Direction};
use crate::stance::held::Held;
use crate::text::Document;
use crate::value::{Kind, Mention};

use super::age;
use super::grammar::{self, Voice};
use super::more_said::ends_clause;

/// How many small words stand at most between what is told and a score: "voted *by a margin of* 9-3".
const SCORE_REACH: usize = 4;

/// What speaks for the two values being of different events, each in words.
pub(super) fn others(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> [(&'static str, bool); 4] {
    [
        ("another score", claimed.value.kind == Kind::Tally && !is_score_of(held, reported)),
        ("done to something else", claimed.value.kind == Kind::Date && has_another_object(held)),
        ("perhaps done again", claimed.value.kind == Kind::Date && may_be_again(held)),
        ("another's age", age::is_anothers(held, claimed, reported)),
    ]
}

/// What speaks for two values that agree being of different events all the same, each in words.
pub(super) fn others_that_agree(
    held: &Held<'_>,
    claimed: &Mention,
    reported: &Mention,
) -> [(&'static str, bool); 2] {
    [
        (
            "another score",
            claimed.value.kind == Kind::Tally && noun_after(held, reported).is_some_and(is_no_result),
        ),
        ("another's age", age::is_anothers(held, claimed, reported)),
    ]
}

/// Whether a noun (folded) with a score is of more than one match, or of none that is over.
fn is_no_result(noun: &str) -> bool {
    matches!(noun, "aggregate" | "defeat" | "favourite" | "favourites" | "lead" | "record")
}

/// The noun, which answers nothing of the claim, that a score only tells more of: "a 12-4 *record*".
fn noun_after<'a>(held: &Held<'a>, score: &Mention) -> Option<&'a str> {
    let text = held.document();
    let next = Some(score.tokens.end).filter(|&next| next < held.tokens.end)?;
    let noun =
        english::is_content_word(text, next) && !held.is_aligned(next) && !english::is_verb(text, next);
    noun.then(|| text.folded(next))
}

/// Whether a score stands right behind what the claim tells, and is no part of anything: "beat Hull 2-1", but not "beat Hull to
/// complete a 4-2 aggregate win".
fn is_score_of(held: &Held<'_>, score: &Mention) -> bool {
    let text = held.document();
    let Some(sentence) = held.sentence_of(score.tokens.start) else { return false };
    let before = (sentence.start..score.tokens.start).rev();
    let small = |i: &usize| {
        !held.is_aligned(*i)
            && (english::is_function_word(text.folded(*i)) || !english::is_content_word(text, *i))
    };
    let between = before.clone().take_while(small).count();
    let behind = before.clone().nth(between).is_some_and(|i| held.is_aligned(i)) && between <= SCORE_REACH;
    let after = text.folded_or_empty(score.tokens.end);
    let apart =
        before.take(between).any(|i| matches!(text.folded(i), "after" | "to" | "and" | "before" | "from"));
    let aggregate = after == "on" && text.folded_or_empty(score.tokens.end + 1) == "aggregate";
    behind && noun_after(held, score).is_none() && !apart && !aggregate
}

/// Whether the claim's verb is told of its subject alone, and the passage's of something that is done to: "opened", "opened *its
/// café*".
fn has_another_object(held: &Held<'_>) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let Some((p, q)) = verb(held) else { return false };
    let object = |document: &Document, verb: usize, mentions: &[&Mention]| {
        let next = verb + 1;
        let word = document.folded_or_empty(next);
        // "Died *childless* in 1922."
        let describes = english::parts_of_speech(&english::stem(word)).starts_with('a')
            && next + 1 < document.tokens().len()
            && grammar::is_preposition(document, next + 1);
        let named = next < document.tokens().len() && english::is_content_word(document, next) && !describes;
        // "Sank *yesterday*".
        let valued = mentions.iter().any(|mention| mention.tokens.contains(&next));
        (english::begins_object(word) || named) && !valued && !word.ends_with("ly")
    };
    let own: Vec<&Mention> = held.phrasing.mentions.iter().collect();
    // "(born Howard Allen; October 4, 1941)".
    if grammar::voice(claim, p) == Voice::Passive || text.folded(q) == "born" {
        return false;
    }
    let first = (q + 1..held.tokens.end).find(|&i| english::is_content_word(text, i));
    !object(claim, p, &own) && object(text, q, held.mentions()) && first.is_some_and(|i| !held.is_aligned(i))
}

/// Whether what is told may happen in one month and in the next: prices fall again, and a second strike is told as such.
fn may_be_again(held: &Held<'_>) -> bool {
    let claim = &held.phrasing.document;
    let Some((p, q)) = verb(held) else { return false };
    let stem = english::stem(claim.folded(p));
    // A ship sinks once.
    let moves = matches!(&*stem, "climb" | "dip" | "sank" | "sink" | "slide" | "slip" | "tumbl");
    let recurs = Direction::of(claim.folded(p)).is_some() && !moves
        || matches!(&*stem, "carri" | "earn" | "lose" | "make" | "produc" | "sell" | "visit");
    let hearing = held.document().folded_or_empty(q + 1) == "hearing";
    recurs || hearing || is_told_again(held, q)
}

/// Whether the clause of the passage's word at `q` tells of something that has happened before, of which the claim has no word.
pub(super) fn is_told_again(held: &Held<'_>, q: usize) -> bool {
    let claim = &held.phrasing.document;
    let text = held.document();
    let sentence = held.sentence_of(q).unwrap_or_default();
    let start = (sentence.start..q).rev().find(|&i| ends_clause(text, i)).map_or(sentence.start, |i| i + 1);
    let clause = start..(q..sentence.end).find(|&i| ends_clause(text, i)).unwrap_or(sentence.end);
    let dated = |i: usize| {
        held.mentions().iter().any(|mention| mention.value.kind.is_dated() && mention.tokens.contains(&i))
    };
    let told_again = clause.into_iter().any(|i| !dated(i) && again_at(text, i));
    let claimed_again = held.phrasing.tokens().any(|i| again_at(claim, i));
    told_again && !claimed_again
}

/// Whether a word says that it happened before as well: "*also* won", "a *second* strike", "*once more*".
fn again_at(document: &Document, at: usize) -> bool {
    matches!(document.folded(at), "again" | "also" | "another" | "second" | "third")
        || document.folded(at) == "once" && document.folded_or_empty(at + 1) == "more"
}

/// The claim's verb with its answer.
fn verb(held: &Held<'_>) -> Option<(usize, usize)> {
    let verb = grammar::claimed(held)?;
    held.alignment.pairs(held.phrasing).find(|&(p, _)| p == verb)
}
