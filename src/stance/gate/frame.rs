//! Does the passage say what the phrasing says, its values left out?

use crate::matcher::{Answer, FrameWord};
use crate::stance::held::Held;

use super::{Effect, Found};

const GATE: &str = "frame";

/// Below this share of the phrasing's weight a passage does not bear on it.
pub(in crate::stance) const BEARS: f64 = 0.5;

/// From this share on a passage can support it, each value that agrees counted as a word of weight `VALUE`.
const SUPPORTS: f64 = 0.72;

/// What a value that agrees adds to the frame.
const VALUE: f64 = 0.7;

/// The same for what is said, names left out.
const PREDICATE: f64 = 0.6;

/// The same for the words that tell the claim from its rivals.
const DISTINCTIVE: f64 = 0.5;

/// The share of its question's words that a phrasing too light to stand alone needs near it.
const CONTEXT: f64 = 0.15;

/// A word that carries this share of the phrasing must be answered for the passage to support it.
const TELLING: f64 = 0.3;

/// Asks; `agreeing` of the phrasing's values agree with the passage's.
pub(super) fn ask(held: &Held<'_>, agreeing: usize) -> Found {
    let alignment = &held.alignment;
    if alignment.coverage < BEARS || alignment.context < CONTEXT {
        return Found::new(GATE, Effect::Drop, alignment.coverage, "too little of the claim");
    }
    let because = if let Some(words) = missing(held) {
        format!("nothing said of {words}")
    } else if with_values(held, agreeing) < SUPPORTS || alignment.predicate < PREDICATE {
        "only part of what the claim says".to_owned()
    } else {
        let because = format!("{:.0}% of the claim’s words", 100.0 * alignment.coverage);
        return Found::new(GATE, Effect::Pass, alignment.coverage, because);
    };
    Found::new(GATE, Effect::Block, alignment.coverage, because)
}

/// The coverage, with each value of the phrasing that agrees as one more word that is answered.
fn with_values(held: &Held<'_>, agreeing: usize) -> f64 {
    let weight = held.phrasing.weight;
    let values = VALUE * agreeing as f64;
    if weight + values > 0.0 { (weight * held.alignment.coverage + values) / (weight + values) } else { 1.0 }
}

/// The words that a passage must have to support the phrasing and has not: those that carry much of it, and, where too
/// few are there, those that tell it from its rivals.
fn missing(held: &Held<'_>) -> Option<String> {
    let phrasing = held.phrasing;
    let own = || phrasing.frame.iter().zip(&held.alignment.answers).filter(|(word, _)| word.token.is_some());
    let unanswered =
        |(word, answer): &(&FrameWord, &Answer)| **answer == Answer::Nothing && word.token.is_some();
    let distinctive = || own().filter(|(word, _)| word.distinctive);
    let all: f64 = distinctive().map(|(word, _)| word.weight).sum();
    let covered: f64 = distinctive().map(|(word, answer)| word.weight * answer.similarity()).sum();
    let telling = |word: &FrameWord| word.weight >= TELLING * phrasing.weight;
    let words: Vec<&str> = own()
        .filter(unanswered)
        .filter(|(word, _)| telling(word) || word.distinctive && covered < DISTINCTIVE * all)
        .filter_map(|(word, _)| Some(phrasing.document.slice(phrasing.document.tokens()[word.token?].span)))
        .collect();
    (!words.is_empty()).then(|| format!("“{}”", words.join("”, “")))
}
