//! What an ordinal ranks: "the third album" of a band, "her second child", "the first win at home".

use std::ops::Range;

use crate::english;
use crate::stance::held::Held;
use crate::text::{Document, TokenKind, WordSet};
use crate::value::{Kind, Mention};

/// Words between an ordinal and its noun that a claim may leave out: "the third *studio* album".
static HARMLESS: WordSet =
    WordSet::of(&["ever", "feature", "full", "length", "official", "overall", "studio", "total"]);

/// How many tokens after an ordinal its noun stands at most.
const NOUN: usize = 4;

/// How many tokens what tells among which it ranks has at most: "in *six years*".
const AMONG: usize = 4;

/// Whether the two ordinals may rank among different things, so that both hold: "her first *live* album", "her third album"; "the first
/// win *at home*"; or the claim's only picks out what it speaks of: "*her second marriage* ended".
pub(super) fn is_among_others(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    if claimed.value.kind != Kind::Ordinal || reported.value.kind != Kind::Ordinal {
        return false;
    }
    let (claim, text) = (&held.phrasing.document, held.document());
    let (ours, theirs) = (ranked(claim, claimed), ranked(text, reported));
    // "Finished second."
    let (Some(head), Some(other)) = (ours.clone().last(), theirs.clone().last()) else { return false };
    let same = |p: usize, q: usize| english::stem(claim.folded(p)) == english::stem(text.folded(q));
    let answered = |p: usize| theirs.clone().any(|q| same(p, q));
    let extra = |q: &usize| !HARMLESS.contains(text.folded(*q)) && !ours.clone().any(|p| same(p, *q));
    !same(head, other)
        || !ours.clone().all(answered)
        || theirs.clone().any(|q| extra(&q))
        || is_restricted(held, head, reported)
        || picks_out(held, claimed, head)
        || names_event(claim, claimed, head)
}

/// Whether only the passage ranks somebody among others: "*among* the first to leave", "*one of* the first".
pub(super) fn is_one_of_them(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let among = |document: &Document, rank: &Mention| {
        let the = rank.tokens.start.checked_sub(1).filter(|&i| document.folded(i) == "the");
        let word = |back: usize| the.and_then(|the| the.checked_sub(back)).map_or("", |i| document.folded(i));
        word(1) == "among"
            || word(1) == "of" && matches!(word(2), "few" | "many" | "one" | "several" | "some")
    };
    reported.value.kind == Kind::Ordinal
        && among(held.document(), reported)
        && !among(&held.phrasing.document, claimed)
}

/// Whether an ordinal names one of several events of which the same may be told: "won *the 13th stage*"; not "for the third time".
fn names_event(document: &Document, ordinal: &Mention, head: usize) -> bool {
    is_the_one(document, ordinal) && !matches!(document.folded(head), "place" | "time")
}

/// Whether a value stands with "the" right after a verb, and so may only pick out what that is done to: "won *the 800 metres*".
pub(super) fn is_the_one(document: &Document, value: &Mention) -> bool {
    let Some(the) = value.tokens.start.checked_sub(1) else { return false };
    let acts = |i: usize| english::is_verb(document, i) && english::is_content_word(document, i);
    document.folded(the) == "the" && the.checked_sub(1).is_some_and(acts)
}

/// What an ordinal ranks: the words after it, the noun last.
fn ranked(document: &Document, ordinal: &Mention) -> Range<usize> {
    let start = ordinal.core.end;
    let belongs = |i: &usize| {
        let token = document.tokens().get(*i);
        token.is_some_and(|token| token.kind == TokenKind::Word)
            && english::is_content_word(document, *i)
            && !english::is_verb(document, *i)
    };
    let end = (start..start + NOUN).find(|i| !belongs(i)).unwrap_or(start + NOUN);
    start..end
}

/// Whether the claim says among which it ranks, and the passage does not say so beside its own: "*in six years*".
fn is_restricted(held: &Held<'_>, head: usize, reported: &Mention) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let lead = head + 1;
    let restricts = matches!(claim.folded_or_empty(lead), "at" | "for" | "in" | "of" | "since" | "with");
    let among = lead + 1..held.phrasing.tokens().end.min(lead + 1 + AMONG);
    let named = |i: usize| held.phrasing.names.iter().any(|name| name.tokens.contains(&i));
    // "The third album of Nara" is hers.
    let of_whom = claim.folded_or_empty(lead) == "of" && among.clone().any(named);
    let near = reported.core.end..text.tokens().len().min(reported.core.end + NOUN + AMONG);
    let answered =
        |p: usize| held.alignment.pairs(held.phrasing).any(|(own, q)| own == p && near.contains(&q));
    // "For a third month in July": that is when.
    let valued = |i: usize| {
        let mut mentions = held.phrasing.mentions.iter();
        mentions.any(|mention| mention.tokens.contains(&i) && mention.value.kind.is_dated())
    };
    let mut words = among.filter(|&i| english::is_content_word(claim, i) && !valued(i));
    // Who does it for the second time does it for the first no more.
    let is_time = claim.folded(head) == "time";
    restricts && !of_whom && !is_time && words.any(|p| !answered(p))
}

/// Whether an ordinal of the claim only picks out what it tells of: it stands before the verb.
fn picks_out(held: &Held<'_>, claimed: &Mention, head: usize) -> bool {
    let claim = &held.phrasing.document;
    let says = |i: usize| english::is_verb(claim, i);
    let tokens = held.phrasing.tokens();
    !(tokens.start..claimed.tokens.start).any(says) && (head + 1..tokens.end).any(says)
}
