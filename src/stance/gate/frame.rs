//! Does the passage say what the phrasing says, its values left out?

use crate::matcher::{Answer, FrameWord, Likeness};
use crate::stance::Features;
use crate::stance::held::Held;
use crate::text::Document;

use super::{Effect, Found};

const GATE: &str = "frame";

/// Below this share of the phrasing's weight a passage does not bear on it.
pub(in crate::stance) const BEARS: f64 = 0.5;

/// How telling each figure is; learned from labelled pairs by `scripts/weights.py`.
const WEIGHTS: Features = Features {
    coverage: 1.33,
    predicate: 0.71,
    names: 0.05,
    gap: -0.67,
    loose: 2.32,
    elsewhere: 0.26,
    dense: 0.4,
    valued: 0.37,
    focus: -0.92,
};

/// The constant that goes with them.
const CONSTANT: f64 = -1.08;

/// From this likelihood on a passage says what the phrasing says.
const LIKELY: f64 = 0.5;

/// The share that must be answered of the words that tell the claim from its rivals.
const DISTINCTIVE: f64 = 0.5;

/// The share of its question's words that a phrasing too light to stand alone needs near it.
const CONTEXT: f64 = 0.15;

/// A word that carries this share of the phrasing must be answered for the passage to support it.
const TELLING: f64 = 0.4;

/// What a value that agrees adds to what a passage covers: it is a telling word itself.
const VALUE: f64 = 0.7;

/// Asks; `agreeing` of the phrasing's values agree with the passage's.
pub(super) fn ask(held: &Held<'_>, agreeing: usize) -> Found {
    let alignment = &held.alignment;
    if with_values(held, agreeing) < BEARS || alignment.context < CONTEXT {
        return Found::new(GATE, Effect::Drop, alignment.coverage, "too little of the claim");
    }
    let because = if let Some(words) = missing(held, agreeing) {
        format!("nothing said of {words}")
    } else if let Some(because) = swapped(held) {
        because
    } else if likelihood(&Features::of(held)) < LIKELY {
        "only part of what the claim says".to_owned()
    } else {
        let because = format!("{:.0}% of the claim’s words are answered", 100.0 * alignment.coverage);
        return Found::new(GATE, Effect::Pass, alignment.coverage, because);
    };
    Found::new(GATE, Effect::Block, alignment.coverage, because)
}

/// The coverage, with each value that agrees as one more word that is answered.
pub(in crate::stance) fn with_values(held: &Held<'_>, agreeing: usize) -> f64 {
    let weight = held.phrasing.weight;
    let values = VALUE * agreeing as f64;
    if weight + values > 0.0 {
        (weight * held.alignment.coverage + values) / (weight + values)
    } else {
        held.alignment.coverage
    }
}

/// How likely a passage that looks like this says what the phrasing says, 0 to 1: a logistic regression.
fn likelihood(features: &Features) -> f64 {
    let sum: f64 =
        WEIGHTS.figures().iter().zip(features.figures()).map(|(weight, figure)| weight * figure).sum();
    1.0 / (1.0 + (-CONSTANT - sum).exp())
}

/// The words that a passage must have to support the phrasing and has not: those that carry much of it, and, where too
/// few are there, those that tell it from its rivals.
fn missing(held: &Held<'_>, agreeing: usize) -> Option<String> {
    let phrasing = held.phrasing;
    let own = || phrasing.frame.iter().zip(&held.alignment.answers).filter(|(word, _)| word.token.is_some());
    let distinctive = || own().filter(|(word, _)| word.distinctive);
    let all: f64 = distinctive().map(|(word, _)| word.weight).sum();
    let covered: f64 = distinctive().map(|(word, answer)| word.weight * answer.similarity()).sum();
    let whole = phrasing.weight + VALUE * agreeing as f64;
    let telling = |word: &FrameWord| word.weight >= TELLING * whole;
    let words: Vec<&str> = own()
        .filter(|(_, answer)| **answer == Answer::Nothing)
        .filter(|(word, _)| telling(word) || word.distinctive && covered < DISTINCTIVE * all)
        .filter_map(|(word, _)| Some(phrasing.document.slice(phrasing.document.tokens()[word.token?].span)))
        .collect();
    (!words.is_empty()).then(|| format!("“{}”", words.join("”, “")))
}

/// Where all else is the same to the word, the one word of the phrasing that the passage has not, if another stands in
/// its place: "the storm damaged the church", "the storm damaged the pier".
fn swapped(held: &Held<'_>) -> Option<String> {
    let missing = only_missing(held)?;
    let claim = &held.phrasing.document;
    let text = held.document();
    let (p, q) = held.alignment.pairs(held.phrasing).filter(|&(p, _)| p < missing).last()?;
    let place = q + (missing - p);
    // The same words lead to it, and the same word, or none, follows.
    let led_to = (1..missing - p).all(|step| claim.folded(p + step) == text.folded_or_empty(q + step));
    let same_place = led_to && word(claim, missing + 1) == word(text, place + 1);
    let other =
        word(text, place).filter(|_| place < held.tokens.end && !held.is_aligned(place) && same_place)?;
    Some(format!("“{other}”, where the claim says “{}”", claim.words(missing..missing + 1)))
}

/// The phrasing's only word that nothing answers, if the passage has all others in some inflection.
fn only_missing(held: &Held<'_>) -> Option<usize> {
    let own =
        held.phrasing.frame.iter().zip(&held.alignment.answers).filter(|(word, _)| word.token.is_some());
    let mut others = own.filter(|(_, answer)| {
        !matches!(answer, Answer::Token { likeness: Likeness::Same | Likeness::Inflected, .. })
    });
    let (missing, answer) = others.next()?;
    missing.token.filter(|_| *answer == Answer::Nothing && others.next().is_none())
}

/// The folded word at `index`; `None` for a mark, a number or nothing.
fn word(document: &Document, index: usize) -> Option<&str> {
    document.tokens().get(index).filter(|token| token.is_word()).map(|_| document.folded(index))
}
