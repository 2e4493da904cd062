//! Where it was: "in the kitchen" is not "near the kitchen", nor "in the flat above the kitchen".

use std::ops::Range;

use crate::english;
use crate::matcher::Likeness;
use crate::stance::held::Held;
use crate::text::{Document, WordSet};
use crate::value::name::is_calendar;

use super::argument::{answered, same_word};
use super::grammar;

/// Small words for being in a place, or on it.
static WITHIN: WordSet = WordSet::of(&["at", "in", "inside", "on", "within"]);

/// Small words that put something elsewhere than that.
#[rustfmt::skip]
static ELSEWHERE: WordSet = WordSet::of(&[
    "above", "against", "behind", "below", "beneath", "beside", "beyond", "from", "near",
    "opposite", "outside", "over", "past", "towards", "under", "with", "without",
]);

/// How many tokens after the small word the noun of a place stands at most: "in *the new hotel kitchen*".
const PLACE: usize = 4;

/// The words of the passage that put it elsewhere than in the place that the claim names last.
pub(super) fn elsewhere(held: &Held<'_>) -> Option<Range<usize>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let last = held.phrasing.tokens().rev().find(|&i| english::is_content_word(claim, i))?;
    let (ours, _) = lead(claim, last)?;
    let verb = grammar::claimed(held).filter(|&verb| verb < last)?;
    // "Originated *in* Jamaica", "originating *from* Jamaica".
    let comes = matches!(
        english::stem(claim.folded(verb)).as_ref(),
        "begin" | "came" | "come" | "hail" | "origin" | "start"
    );
    if !WITHIN.contains(ours) || comes || same_word(held, verb).is_none() {
        return None;
    }
    let place = same_word(held, last)?;
    let valued = held.phrasing.mentions.iter().any(|mention| mention.tokens.contains(&last));
    if valued || is_calendar(claim.folded(last)) {
        return None;
    }
    let (theirs, at) = lead(text, place)?;
    // "Hanged from a bridge", "two doors *from* the kitchen".
    let measured = |i: usize| {
        held.mentions().iter().any(|mention| mention.tokens.contains(&i))
            || matches!(
                text.folded(i),
                "away" | "door" | "doors" | "drive" | "far" | "miles" | "walk" | "yards"
            )
    };
    if theirs == "from" && !at.checked_sub(1).is_some_and(measured) {
        return None;
    }
    let named_there = held.alignment.pairs(held.phrasing).any(|(p, q)| q == at && claim.folded(p) == theirs);
    (ELSEWHERE.contains(theirs) && !named_there && !has(claim, theirs)).then_some(at..place + 1)
}

/// How many tokens after a verb the small word stands at most that leads to where it was: "was held *instead in* the hall".
const AFTER_VERB: usize = 5;

/// The words of the passage for where it was, where that is another place than the claim's, of which the passage speaks only beside:
/// "as *the church* was being repaired, the concert was held *in the hall*".
pub(super) fn another(held: &Held<'_>) -> Option<Range<usize>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let last = held.phrasing.tokens().rev().find(|&i| english::is_content_word(claim, i))?;
    let (ours, _) = lead(claim, last).filter(|(ours, _)| WITHIN.contains(ours))?;
    let verb = grammar::claimed(held).filter(|&verb| verb < last)?;
    // "Took place", "was held": what is told of the same may be told by another verb.
    let subject = || held.alignment.pairs(held.phrasing).find(|&(p, _)| p < verb).map(|(_, q)| q);
    let reported = answered(held, verb, Likeness::Akin).or_else(subject)?;
    let place = same_word(held, last)?;
    let sentence = held.sentence_of(reported).filter(|sentence| sentence.contains(&place))?;
    let valued = |i: usize| held.mentions().iter().any(|mention| mention.tokens.contains(&i));
    if lead(text, place).is_some() || is_calendar(claim.folded(last)) || place > reported {
        return None;
    }
    let mut after = reported + 1..sentence.end.min(reported + 1 + AFTER_VERB);
    let at = after.find(|&i| text.folded(i) == ours)?;
    let theirs = (at + 1..sentence.end).take(PLACE).find(|&i| english::is_content_word(text, i))?;
    let plain = !valued(theirs) && !held.is_aligned(theirs) && !is_calendar(text.folded(theirs));
    plain.then_some(at..theirs + 1)
}

/// How many tokens of a sentence after its verb such a place or day stands within.
const COMPLEMENTS: usize = 14;

/// The words of the passage for where or when it was, beside its word for what the claim tells, where the passage has the claim's place or
/// day only in another sentence: "was signed *in Nairobi*. A first round was held in Geneva".
pub(super) fn beside_verb(held: &Held<'_>) -> Option<Range<usize>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let last = held.phrasing.tokens().rev().find(|&i| english::is_content_word(claim, i))?;
    let is_day = is_calendar(&english::singular(claim.folded(last)));
    let named = |i: usize| !is_day && held.phrasing.names.iter().any(|name| name.core.contains(&i));
    let (ours, _) = lead(claim, last).filter(|_| named(last) || is_day)?;
    let verb = grammar::claimed(held).filter(|&verb| verb < last)?;
    let reported = answered(held, verb, Likeness::Related)?;
    let sentence = held.sentence_of(reported)?;
    // A place may be named anywhere else in the text.
    let mut answers = held.alignment.pairs(held.phrasing).filter(|&(p, _)| p == last).map(|(_, q)| q);
    match answers.next() {
        Some(place) if sentence.contains(&place) => return None,
        None if is_day || !WITHIN.contains(ours) => return None,
        _ => {}
    }
    let other = |i: usize| {
        let name = held.names().iter().find(|name| name.tokens.start == i);
        let fits =
            if is_day { is_calendar(text.folded(i)) } else { name.is_some() && !is_calendar(text.folded(i)) };
        fits && !name.is_some_and(|name| name.core.clone().any(|q| held.is_aligned(q))) && !held.is_aligned(i)
    };
    let end = sentence.end.min(reported + 1 + COMPLEMENTS);
    let mut leads = (reported + 1..end).filter(|&i| text.folded(i) == ours);
    leads.find_map(|at| (at + 1..end.min(at + 3)).find(|&i| other(i)).map(|i| at..i + 1))
}

/// Whether the claim has the small word as well.
fn has(claim: &Document, word: &str) -> bool {
    (0..claim.tokens().len()).any(|i| claim.folded(i) == word)
}

/// The small word that leads to the noun at `noun`, with its place: not past a verb or a sign.
fn lead(document: &Document, noun: usize) -> Option<(&str, usize)> {
    let near = noun.saturating_sub(PLACE)..noun;
    let small = |i: usize| {
        grammar::is_preposition(document, i)
            || ELSEWHERE.contains(document.folded(i))
            || WITHIN.contains(document.folded(i))
    };
    let mut back =
        near.rev().take_while(|&i| document.tokens()[i].is_word() && !english::is_verb(document, i));
    back.find(|&i| small(i)).map(|i| (document.folded(i), i))
}
