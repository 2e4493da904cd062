//! Whose age a value is, and whether it is one.

use std::ops::Range;

use crate::english::{self, Gender};
use crate::matcher::{Answer, Phrasing};
use crate::stance::held::Held;
use crate::stance::opening;
use crate::stance::reading::Reading;
use crate::text::{Document, WordSet};
use crate::value::name::Name;
use crate::value::{Kind, Mention};

use super::grammar;

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
        || !is_of_identified(held, age)
            && (age.value.kind == Kind::Age || is_old)
            && owner.is_some_and(|owner| {
                !held.is_aligned(owner) && (english::names_persons(text.folded(owner)) || named(owner))
            })
}

/// Whether the age is the only one of its sentence, beside the name of one of whom the claim speaks without it: "identified *the suspect* as
/// Shaun Daley, 34,".
fn is_of_identified(held: &Held<'_>, age: &Mention) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let Some(sentence) = held.sentence_of(age.tokens.start) else { return false };
    let ages = held
        .mentions()
        .iter()
        .filter(|mention| mention.value.kind == Kind::Age && sentence.contains(&mention.tokens.start));
    let named = held.names().iter().filter(|name| sentence.contains(&name.tokens.start));
    let persons = named.filter(|name| english::given_name(text.folded(name.core.start)).is_some()).count();
    let of_claim = held.alignment.pairs(held.phrasing).any(|(p, q)| {
        sentence.contains(&q) && english::names_persons(claim.folded(p)) && text.folded(q) == claim.folded(p)
    });
    held.phrasing.names.is_empty() && ages.count() <= 1 && persons <= 1 && of_claim
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

/// The oldest that anybody is told to be.
const OLDEST: f64 = 125.0;

/// Whether a value at the end of what is said is an age, "83 years old", or may be one by what stands right before it: "dies *at* 83",
/// "she *was* 83,".
fn ends_as_age(document: &Document, value: &Mention) -> bool {
    let before = value.core.start.checked_sub(1).map_or("", |i| document.folded(i));
    let ends = document.tokens().get(value.tokens.end).is_none_or(|token| !token.is_word());
    let bare = value.is_bare() && value.value.number().is_some_and(|age| age <= OLDEST);
    ends && (value.value.kind == Kind::Age || bare && matches!(before, "," | "aged" | "at" | "is" | "was"))
}

/// Whether a phrasing says how old somebody is that it names.
pub(in crate::stance) fn is_asked(phrasing: &Phrasing) -> bool {
    let age = |mention: &Mention| ends_as_age(&phrasing.document, mention);
    !phrasing.names.is_empty() && phrasing.mentions.iter().any(age)
}

/// The age that a sentence begins with, of whom the one before tells, and whether of a woman or a man: "*She was 83*, her daughter
/// said."
pub(in crate::stance) fn told_of_before<'r>(
    reading: &'r Reading<'_>,
    sentence: usize,
) -> Option<(Gender, &'r Mention)> {
    let text = reading.document();
    let start = opening::said(text, &text.sentences().get(sentence)?.tokens).start;
    let gender = match text.folded_or_empty(start) {
        "he" => Gender::Male,
        "she" => Gender::Female,
        _ => return None,
    };
    let is = matches!(text.folded_or_empty(start + 1), "is" | "was");
    let mut mentions = reading.mentions(sentence..sentence + 1);
    let age = mentions.find(|mention| mention.tokens.start == start + 2)?;
    (is && ends_as_age(text, age)).then_some((gender, age))
}

/// Whether the passage's age is told right after a sentence that tells of the one whom the claim names, and of nobody else who may be
/// meant, what the claim tells.
pub(super) fn is_of_named(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    // Hardly any claim is about an age.
    if !ends_as_age(&held.phrasing.document, claimed) {
        return false;
    }
    let text = held.document();
    let sentences = text.sentences();
    let at = sentences.partition_point(|sentence| sentence.tokens.end <= reported.tokens.start);
    let told = told_of_before(held.reading, at).filter(|(_, age)| age.tokens == reported.tokens);
    let Some(((pronoun, _), before)) = told.zip(at.checked_sub(1)) else { return false };
    let before = sentences[before].tokens.clone();
    let of_claim = |name: &&&Name| name.core.clone().any(|i| held.is_aligned(i));
    let mut named = held.names().iter().filter(|name| before.contains(&name.tokens.start));
    let first = named.next().is_some_and(|name| of_claim(&name));
    let another = named.any(|name| {
        let given = english::given_name(text.folded(name.core.start));
        given.is_some_and(|gender| gender.is_none_or(|gender| gender == pronoun)) && !of_claim(&name)
    });
    let other = before.clone().any(|i| {
        let theirs = gender(text.folded(i));
        // "The *actress* Lila Moreau."
        let herself = held.is_aligned(i) || held.is_aligned(i + 1);
        !herself && theirs == Some(pronoun)
    });
    let verb = grammar::claimed(held);
    let tells = verb.is_none_or(|verb| {
        held.alignment.pairs(held.phrasing).any(|(p, q)| p == verb && before.contains(&q))
    });
    // "*Novelist* Karl Weiss", "Karl Weiss, a butcher".
    let who = verb.unwrap_or(held.phrasing.tokens().end);
    let known = held
        .phrasing
        .frame
        .iter()
        .zip(&held.alignment.answers)
        .all(|(word, answer)| word.token.is_none_or(|token| token >= who) || *answer != Answer::Nothing);
    let open = held.cues().iter().any(|cue| before.contains(&cue.tokens.start));
    known && !open && first && tells && !another && !other
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

/// How far before an age its "when" or "at the age of" stands at most.
const WHEN_REACH: usize = 4;

/// Whether somebody was so old at some time, where the claim says how old they are: "started the company *when he was* 22".
pub(super) fn was_so_old(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let is = (claimed.tokens.start.saturating_sub(2)..claimed.tokens.start)
        .any(|i| matches!(claim.folded(i), "are" | "is"));
    let back = reported.tokens.start.saturating_sub(WHEN_REACH).max(held.tokens.start);
    let when = (back..reported.tokens.start).any(|i| matches!(text.folded(i), "when" | "age"));
    is && when && [claimed, reported].iter().any(|mention| mention.value.kind == Kind::Age)
}
