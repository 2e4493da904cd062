//! One that is told by its article: "a guard was asleep", for "one guard".

use std::ops::Range;

use crate::english;
use crate::stance::held::Held;
use crate::text::Document;
use crate::value::{Comparator, Kind, Mention};

use super::{argument, grammar};

/// How far before a noun its article stands at most: "*a* former prison guard".
const ARTICLE_REACH: usize = 3;

/// The article by which the passage tells of one where the claim says "one": "*a guard* was asleep", "three kids and *a
/// great-grandchild*". Of a thing by itself it does not: who had "a session" may have had more.
pub(super) fn told(held: &Held<'_>, claimed: &Mention) -> Option<Range<usize>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let one = claimed.value.kind == Kind::Count
        && claimed.value.comparator == Comparator::Exactly
        && claimed.tokens.len() == 1
        && claimed.value.number() == Some(1.0);
    if let Some(another) = one.then(|| another(held, claimed)).flatten() {
        return Some(another);
    }
    let noun = claimed.counted.as_ref().filter(|_| one)?.end.checked_sub(1)?;
    // "One *person*" is a number with what it counts: no word of the frame.
    let same = |q: &usize| text.folded(*q) == claim.folded(noun);
    let answer = argument::same_word(held, noun).or_else(|| held.tokens.clone().find(same))?;
    let before = |q: &usize| text.tokens()[*q].is_word() && !text.is_possessive(*q);
    let from = answer.saturating_sub(ARTICLE_REACH).max(held.tokens.start);
    let article = (from..answer).rev().take_while(before).find(|&q| matches!(text.folded(q), "a" | "an"))?;
    let joined = article.checked_sub(1).is_some_and(|q| matches!(text.folded(q), "and" | ","));
    let listed = joined
        && held.mentions().iter().any(|other| other.tokens.end < article && other.value.kind == Kind::Count);
    let persons = english::names_persons(&english::singular(claim.folded(noun)));
    // "Three officers were killed, *an officer said*".
    let speaks = noun + 1 < claim.tokens().len() && grammar::says_so(claim, noun + 1);
    let mut beside = (answer + 1..held.tokens.end.min(answer + 3)).chain(article.checked_sub(1));
    let says = !speaks && beside.any(|q| grammar::says_so(text, q));
    let stem = english::stem(claim.folded(noun));
    let others = held.mentions().iter().any(|other| {
        let head = other.counted.as_ref().and_then(|counted| counted.end.checked_sub(1));
        other.value.kind == Kind::Count && head.is_some_and(|head| english::stem(text.folded(head)) == stem)
    });
    if says || others {
        return None;
    }
    (persons || listed).then_some(article..answer + 1)
}

/// The "another" of which the passage tells what the claim tells of its one: "one killed and *another injured*".
fn another(held: &Held<'_>, claimed: &Mention) -> Option<Range<usize>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let told = |document: &Document, from: usize| {
        (from..document.tokens().len()).find(|&i| !grammar::is_auxiliary(document, i))
    };
    let ours = told(claim, claimed.tokens.end)?;
    let answers = |q: usize| held.alignment.pairs(held.phrasing).any(|pair| pair == (ours, q));
    let mut places = held.tokens.clone().filter(|&q| text.folded(q) == "another");
    places.find_map(|q| {
        let theirs = told(text, q + 1).filter(|&theirs| answers(theirs))?;
        (english::is_past_form(text.folded(theirs))).then_some(q..theirs + 1)
    })
}
