//! Does the passage say what the phrasing says, its values left out?

use crate::matcher::Answer;
use crate::stance::held::Held;

use super::{Effect, Found};

const GATE: &str = "frame";

/// Below this share of the phrasing's weight a passage does not bear on it.
pub(in crate::stance) const BEARS: f64 = 0.5;

/// From this share on a passage can support it.
const SUPPORTS: f64 = 0.72;

/// A word that carries this share of the phrasing must be answered for the passage to support it.
const TELLING: f64 = 0.3;

/// Asks.
pub(super) fn ask(held: &Held<'_>) -> Found {
    let coverage = held.alignment.coverage;
    if coverage < BEARS {
        return Found::new(GATE, Effect::Drop, coverage, "too little of the claim");
    }
    let missing: Vec<&str> = telling_words(held).collect();
    if coverage < SUPPORTS || !missing.is_empty() {
        let because = match missing.as_slice() {
            [] => "only part of what the claim says".to_owned(),
            words => format!("nothing said of “{}”", words.join("”, “")),
        };
        return Found::new(GATE, Effect::Block, coverage, because);
    }
    Found::new(GATE, Effect::Pass, coverage, format!("{:.0}% of the claim’s words", 100.0 * coverage))
}

/// The phrasing's words that carry much of it and that the text has nowhere in reach.
fn telling_words<'a>(held: &'a Held<'_>) -> impl Iterator<Item = &'a str> {
    let phrasing = held.phrasing;
    phrasing.frame.iter().zip(&held.alignment.answers).filter_map(move |(word, answer)| {
        let missing = *answer == Answer::Nothing && word.weight >= TELLING * phrasing.weight;
        let token = word.token.filter(|_| missing)?;
        Some(phrasing.document.slice(phrasing.document.tokens()[token].span))
    })
}
