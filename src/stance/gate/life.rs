//! Dates in the brackets after a name: of whose birth or death they are.

use std::ops::Range;

use crate::english;
use crate::matcher::Likeness;
use crate::stance::held::Held;
use crate::text::Document;
use crate::value::{Kind, Mention};

use super::{Effect, Found, Gate};

/// Asks: the brackets after a name tell when somebody was born and died, and no more than that.
pub(super) fn ask(held: &Held<'_>) -> Found {
    let (claim, text) = (&held.phrasing.document, held.document());
    let mut pairs = held.alignment.pairs(held.phrasing);
    let Some((told, sign)) = pairs.find(|&(_, q)| english::said_of_life(text, q).is_some()) else {
        return Found::nothing(Gate::Life);
    };
    let names = english::names_of_life(text, sign);
    let of_another = !is_of_the_claim(held, &names);
    // What stands before the name describes its bearer: "the painter Samuel Orde (1850–1922)".
    // "Was a *mathematician* who died in 1987" says so of her besides.
    let beside = |p: usize, q: usize| {
        let is_sign = english::said_of_life(text, q).is_some();
        let described = p < told && (0..p).any(|i| matches!(claim.folded(i), "is" | "was"));
        let after = q > sign && !names[1].contains(&q) && !described;
        !is_sign && (after || held.sentence_of(q) != held.sentence_of(sign))
    };
    pairs = held.alignment.pairs(held.phrasing);
    if of_another || pairs.any(|(p, q)| beside(p, q)) {
        let because = if of_another {
            "the dates of a life in brackets are somebody else's"
        } else {
            "brackets after a name tell no more than the dates of a life"
        };
        return Found::new(Gate::Life, Effect::Block, 0.6, because);
    }
    Found::nothing(Gate::Life)
}

/// Whether a value is the date of a birth or a death of which the claim does not speak, or of somebody else's: "Samuel Orde
/// (*1850*–1922)" for "Orde died in 1850", or for "Cole was born in 1850".
pub(super) fn is_of_another_event(held: &Held<'_>, reported: &Mention) -> bool {
    let text = held.document();
    let Some(sign) = reported.core.start.checked_sub(1) else { return false };
    if english::said_of_life(text, sign).is_none() {
        return false;
    }
    let spoken_of = held.phrasing.frame.iter().any(|word| {
        let hits = held.reading.marked.answers_among(word.word, &(sign..sign + 1));
        word.token.is_some() && hits.iter().any(|hit| hit.likeness > Likeness::Opposed)
    });
    !spoken_of || !is_of_the_claim(held, &english::names_of_life(text, sign))
}

/// Whether a value may be the claimed one of the passage: where the claim tells when somebody was born or died, and the passage does, no
/// other date of it is meant.
pub(super) fn may_be_of_one_event(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    event(&held.phrasing.document, claimed).is_none_or(|told| {
        let tells = |value: &Mention| event(held.document(), value) == Some(told);
        tells(reported) || !held.mentions().iter().any(|value| tells(value))
    })
}

/// How many small words may stand between a verb and its date: "born *on the* 5th of May".
const SMALL_WORDS: usize = 2;

/// How many tokens after a date what it is of is told at most.
const SAID_AFTER: usize = 6;

/// Whether a value is told as the date of a birth or of a death: "*born* on 5 May 1850", or in the brackets after a name.
fn event(document: &Document, value: &Mention) -> Option<&'static str> {
    let before =
        value.tokens.start.checked_sub(1).filter(|_| matches!(value.value.kind, Kind::Date | Kind::Count))?;
    if let Some(told) = english::said_of_life(document, before) {
        return Some(told);
    }
    // "1868 as the year of his *birth*".
    let mut after = (value.tokens.end..document.tokens().len()).take(SAID_AFTER).map(|i| document.folded(i));
    let said = |word| match word {
        "birth" => Some("born"),
        "death" => Some("died"),
        _ => None,
    };
    if let Some(told) = after.find_map(said) {
        return Some(told);
    }
    let small = |i: &usize| matches!(document.folded(*i), "around" | "in" | "on" | "the");
    let passed = (0..=before).rev().take_while(small).take(SMALL_WORDS).count();
    match document.folded(before.checked_sub(passed)?) {
        "born" => Some("born"),
        "died" => Some("died"),
        _ => None,
    }
}

/// Whether the claim speaks of the bearer of one of two names of the passage: of "Samuel Orde" or of "Orde", not of "Lord Orde".
fn is_of_the_claim(held: &Held<'_>, names: &[Range<usize>; 2]) -> bool {
    held.phrasing.names.iter().any(|name| {
        let titled = name.core.len() == 1 && name.tokens.len() > 1;
        let mut there = held.alignment.pairs(held.phrasing).filter(|(p, _)| name.core.contains(p)).peekable();
        !titled && there.peek().is_some() && there.all(|(_, q)| names.iter().any(|name| name.contains(&q)))
    })
}
