//! A value of the passage differs from its partner: is it of the same thing, so that both cannot hold?

use crate::matcher::{Answer, FrameWord};
use crate::stance::held::Held;
use crate::text::{Document, TokenKind};
use crate::value::{Kind, Mention, is_number_word};

use super::pairing::{Pair, are_listed_otherwise};
use super::scope::VerbAnswer;
use super::{Effect, Found, IN_ONE_SENTENCE, circumstance, event, name, scope, subject};

const GATE: &str = "values";

/// A pair of values in slots less alike than this is no pair.
const BOUND: f64 = 0.35;

/// From this likeness of their slots on, two values are a pair wherever in the passage they stand.
const WELL_BOUND: f64 = 0.5;

/// The share of what is aligned that the sentence of such a value has at least.
const BESIDE_BOUND: f64 = 0.25;

/// Values conflict only where this share of the frame is covered.
const CONFLICT_COVERAGE: f64 = 0.62;

/// The same for what is said, names left out; a merely related word does not make it.
const CONFLICT_PREDICATE: f64 = 0.75;

/// Judges `reported`, in a slot so like the claimed value's as `role` says.
pub(super) fn judge(held: &Held<'_>, pair: &Pair<'_>, reported: &Mention, role: f64) -> Found {
    let fit = pair.claimed.value.fit(&reported.value);
    let words = format!(
        "{}, where the claim says {}",
        held.words(&reported.tokens),
        held.phrasing.document.words(pair.claimed.tokens.clone())
    );
    let doubts = doubts(held, pair, reported, role);
    if doubts.is_empty() {
        return Found::new(GATE, Effect::Turn, 0.1 + 0.1 * fit, words);
    }
    let because = format!("{words}, but perhaps of something else ({})", doubts.join(", "));
    Found::new(GATE, Effect::Block, 0.3 + 0.1 * fit, because)
}

/// What speaks against the two values being of the same thing.
fn doubts(held: &Held<'_>, pair: &Pair<'_>, reported: &Mention, role: f64) -> Vec<&'static str> {
    let scopes = scope::others(held, pair.claimed, reported).into_iter();
    let scopes = scopes.chain(event::others(held, pair.claimed, reported));
    let scopes = scopes.chain(circumstance::others(held, pair.claimed, reported));
    let mut doubts: Vec<&str> = scopes.filter(|&(_, holds)| holds).map(|(doubt, _)| doubt).collect();
    let mut doubt = |holds: bool, doubt| {
        if holds {
            doubts.push(doubt);
        }
    };
    doubt(are_listed_otherwise(held), "listed in another order");
    doubt(pair.spare_equal, "the claimed value is there as well");
    doubt(is_reworded(held), "other words differ too");
    doubt(subject::is_of_another_kind(held), "another word for it");
    doubt(subject::is_one_of_them(held), "one of several of its kind");
    doubt(is_exception(held, pair.claimed, reported), "an exception");
    doubt(has_more_of_them(held, pair.claimed, reported), "more of them later");
    doubt(is_difference(held, pair.claimed, reported), "a difference");
    doubt(lacks_name(held), "a name missing");

    doubt([pair.claimed, reported].into_iter().any(is_decade_of_life), "perhaps another's age");
    doubt(subject::is_several_of_a_kind(held), "perhaps others of the kind");
    if !pair.in_place {
        let least_beside = if role < WELL_BOUND { IN_ONE_SENTENCE } else { BESIDE_BOUND };
        let alignment = &held.alignment;
        let little = !pair.in_same_words
            && (alignment.coverage < CONFLICT_COVERAGE || alignment.predicate < CONFLICT_PREDICATE);
        doubt(little, "little else of the claim");
        doubt(role < BOUND && !pair.in_same_words, "other words around it");
        doubt(pair.counts_otherwise, "something else counted");
        doubt(name::subject_elsewhere(held, reported.tokens.start).is_some(), "somebody else named");
        let apart = scope::verb_answer(held, pair.claimed, reported) == VerbAnswer::Apart;
        doubt(apart, "the verb in another sentence");
        doubt(
            !pair.in_same_words && held.share_beside(reported.tokens.start) < least_beside,
            "another sentence",
        );
    }
    doubts
}

/// Whether the claim excepts so many, and the passage does not: "all but *two*".
fn is_exception(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let excepts = |document: &Document, value: &Mention| {
        let before = value.core.start.checked_sub(1);
        before.is_some_and(|i| matches!(document.folded(i), "but" | "except"))
    };
    // "All but two had been released."
    let text = held.document();
    let counted =
        |i: usize| matches!(text.tokens()[i].kind, TokenKind::Number) || is_number_word(text.folded(i));
    let last = text.tokens().len();
    let all_but = |i: usize| {
        let all = text.folded(i) == "but" && i > held.tokens.start && text.folded(i - 1) == "all";
        all && i + 1 < last && counted(i + 1)
    };
    let around = held.tokens.start..last.min(held.tokens.end + EXCEPTED_WITHIN);
    excepts(&held.phrasing.document, claimed) && !excepts(text, reported)
        || !excepts(&held.phrasing.document, claimed) && around.into_iter().any(all_but)
}

/// How many tokens after a passage those may be excepted of whom it tells.
const EXCEPTED_WITHIN: usize = 12;

/// Whether only the claim tells by how much: "won *by* nine points", "scored 24".
fn is_difference(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let by = |document: &Document, value: &Mention| {
        value.tokens.start.checked_sub(1).is_some_and(|i| document.folded(i) == "by")
    };
    let of_the_verb = reported.tokens.start.checked_sub(1).is_some_and(|i| held.is_aligned(i));
    by(&held.phrasing.document, claimed) && !by(held.document(), reported) && !of_the_verb
}

/// How many sentences after a number more may be added to it.
const ADDED_WITHIN: usize = 2;

/// Whether fewer are told of than claimed, and more are told of afterwards: "killed eight. *Four more* died", "*A fifth* climber".
fn has_more_of_them(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let (Some(ours), Some(theirs)) = (claimed.value.number(), reported.value.number()) else { return false };
    if claimed.value.kind != Kind::Count || ours <= theirs {
        return false;
    }
    let text = held.document();
    let sentences = text.sentences();
    let at = sentences.partition_point(|sentence| sentence.tokens.end <= reported.tokens.start);
    let next = at + 1..sentences.len().min(at + 1 + ADDED_WITHIN);
    held.reading.mentions(next).any(|mention| {
        let word = text.folded_or_empty(mention.core.end);
        let added = matches!(word, "more" | "others" | "other" | "further")
            || mention.core.start.checked_sub(1).is_some_and(|i| text.folded(i) == "another");
        let next_one = mention.value.kind == Kind::Ordinal
            && mention.value.number().is_some_and(|number| number == theirs + 1.0);
        mention.value.kind == Kind::Count && added || next_one
    })
}

/// "In her twenties": of whom that is told, and when, only grammar shows.
fn is_decade_of_life(value: &Mention) -> bool {
    value.value.kind == Kind::Age && !value.value.core.is_point()
}

/// Whether the claim has a name, besides that of its subject, of which passage and text have no word: what is told may be of another.
fn lacks_name(held: &Held<'_>) -> bool {
    held.phrasing.names.iter().filter(|name| name.tokens.start > 1).any(|name| {
        let of = |word: &FrameWord| word.token.is_some_and(|token| name.core.contains(&token));
        let words = held.phrasing.frame.iter().zip(&held.alignment.answers);
        let answers: Vec<&Answer> = words.filter(|(word, _)| of(word)).map(|(_, answer)| answer).collect();
        !answers.is_empty() && answers.iter().all(|answer| **answer == Answer::Nothing)
    })
}

/// Whether, where claim and passage are nearly the same, words stand in place of others besides the value.
fn is_reworded(held: &Held<'_>) -> bool {
    held.comparison.as_ref().is_some_and(|comparison| {
        let valued = |q: usize| held.mentions().iter().any(|mention| mention.tokens.contains(&q));
        comparison.exchanges(&held.phrasing.document, held.document(), valued)
    })
}
