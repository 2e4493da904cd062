//! Is a word of the passage said of what the claim says its word of: in the same clause, of the same things, measured by the same?

use crate::english;
use crate::matcher::{Answer, FrameWord};
use crate::stance::held::Held;
use crate::text::{Document, WordSet};
use crate::value::{Mention, Relation};

use super::change;

/// From this weight on a word says what the claim is of.
pub(super) const SAYS: f64 = 0.3;

/// How many tokens before such a word its preposition stands at most: "in *the old* mill".
const PREPOSITION_REACH: usize = 3;

/// Whether the passage leaves out what the claim's word is said of: "shares in the *bank* rose", "fell" of others; or the word is
/// what another verb, that the passage has not, is said of: "the fall in prices *slowed*".
pub(super) fn is_of_something_else(held: &Held<'_>, token: usize, reported: usize) -> bool {
    let claim = &held.phrasing.document;
    let words = held.phrasing.frame.iter().zip(&held.alignment.answers);
    let mut missing = words
        .filter(|(word, answer)| **answer == Answer::Nothing && word.weight >= SAYS)
        .filter_map(|(word, _)| word.token.filter(|&other| other != token));
    let is_verb = |word: &FrameWord| {
        word.weight >= SAYS
            && word.token.is_some_and(|other| {
                other > token && english::is_verb(claim, other) && !(token..other).any(|i| joins(claim, i))
            })
    };
    let is_argument = !english::is_verb(claim, token) && held.phrasing.frame.iter().any(is_verb);
    // A text tells its time once: "in the *quarter*".
    let says_time = |other: usize| change::is_period(claim.folded(other));
    missing.any(|other| {
        is_complement(claim, other, token) && !says_time(other)
            || is_argument && english::is_verb(claim, other)
    }) || is_argument && english::is_verb(held.document(), reported)
        || is_measured_otherwise(held)
        || in_another_clause(held, token, reported)
}

/// Whether what the claim says its word of stands in another clause than the passage's word: "crime *was up*, while arrests fell",
/// "arrests fell and crime *was up*".
pub(super) fn in_another_clause(held: &Held<'_>, token: usize, reported: usize) -> bool {
    let claim = &held.phrasing.document;
    let text = held.document();
    let start = (0..token).rev().find(|&i| joins(claim, i)).unwrap_or(0);
    held.alignment.pairs(held.phrasing).filter(|(p, _)| (start..token).contains(p)).any(|(_, q)| {
        if q < reported {
            (q..reported).any(|i| contrasts(text, i))
        } else {
            (reported..q).any(|i| joins(text, i))
        }
    })
}

/// Whether a token joins two clauses that have subjects of their own.
pub(super) fn contrasts(document: &Document, at: usize) -> bool {
    matches!(document.folded(at), "but" | "while" | "whereas" | ";")
}

/// Whether a token joins two clauses or two parts of one.
fn joins(document: &Document, at: usize) -> bool {
    contrasts(document, at) || matches!(document.folded(at), "and" | ",")
}

/// How far after "than" or "against", in tokens, what something is measured by begins.
const MEASURE_REACH: usize = 4;

/// Whether what the claim measures by is something else in the passage: "the dollar rose against *the euro*", "the euro fell
/// against the dollar"; "lower than *in 2019*", "in 2019 it was higher".
pub(super) fn is_measured_otherwise(held: &Held<'_>) -> bool {
    measures_by_what_is_measured(held) || measure_is_another(held)
}

/// Whether the two are measured by each other the other way round: "men live longer than women", "women longer than men".
pub(super) fn is_measured_the_other_way(held: &Held<'_>) -> bool {
    measures_by_what_is_measured(held) && measure_is_another(held)
}

/// Whether a token is a "than" or its like; not that of a value, "more than 200".
fn is_measure(document: &Document, mentions: &[&Mention], at: usize) -> bool {
    matches!(document.folded(at), "against" | "ahead" | "behind" | "than" | "versus")
        && !mentions.iter().any(|mention| mention.tokens.contains(&at))
}

/// Whether one leads to `token`.
fn led(document: &Document, mentions: &[&Mention], token: usize) -> bool {
    (token.saturating_sub(MEASURE_REACH)..token).any(|i| is_measure(document, mentions, i))
}

/// Whether the passage measures by what the claim does not.
fn measures_by_what_is_measured(held: &Held<'_>) -> bool {
    let claim = &held.phrasing.document;
    let own: Vec<&Mention> = held.phrasing.mentions.iter().collect();
    let claimed_so = |p: usize| {
        let near = p.saturating_sub(MEASURE_REACH)..p;
        led(claim, &own, p) || near.into_iter().any(|i| matches!(claim.folded(i), "on" | "to"))
    };
    held.alignment
        .pairs(held.phrasing)
        .any(|(p, q)| led(held.document(), held.mentions(), q) && !claimed_so(p))
}

/// Whether the passage does not measure by what the claim does.
fn measure_is_another(held: &Held<'_>) -> bool {
    let claim = &held.phrasing.document;
    let own: Vec<&Mention> = held.phrasing.mentions.iter().collect();
    let led = |q: usize| led(held.document(), held.mentions(), q);
    held.phrasing.tokens().filter(|&i| is_measure(claim, &own, i)).any(|i| {
        let measure = i + 1..(i + 1 + MEASURE_REACH).min(claim.tokens().len());
        let word = held.alignment.pairs(held.phrasing).find(|(p, _)| measure.contains(p));
        let value = || own.iter().find(|mention| measure.contains(&mention.tokens.start));
        let same = |claimed: &&Mention| {
            held.mentions().iter().find(|other| claimed.value.compare(&other.value) == Some(Relation::Equal))
        };
        match word {
            Some((_, q)) => !led(q),
            None => value().and_then(same).is_some_and(|other| !led(other.tokens.start)),
        }
    })
}

/// Whether the word at `at` closes a phrase that a preposition opens, and that is not the phrase of `token` ("with a *potential*
/// loss") nor a cause ("due to demand").
fn is_complement(document: &Document, at: usize, token: usize) -> bool {
    static PREPOSITIONS: WordSet = WordSet::of(&[
        "against", "among", "at", "between", "by", "for", "from", "in", "near", "of", "on", "over", "to",
        "with",
    ]);
    let is_preposition = |i: usize| PREPOSITIONS.contains(document.folded(i));
    let back = (at.saturating_sub(PREPOSITION_REACH)..at).rev();
    let mut back = back.take_while(|&i| document.tokens()[i].is_word() && !english::is_verb(document, i));
    let Some(preposition) = back.find(|&i| is_preposition(i)) else { return false };
    let describes = at < token
        && token - at <= PREPOSITION_REACH
        && !english::is_verb(document, token)
        && !(at..token).any(is_preposition);
    let before = preposition.checked_sub(1).map_or("", |before| document.folded(before));
    !describes && !matches!(before, "due" | "because" | "owing" | "thanks" | "according")
}
