//! The claim says that it is so "only": a passage that does not say so leaves that open.

use crate::stance::held::Held;
use crate::text::Document;

use super::{Effect, Found};

const GATE: &str = "restriction";

/// Words that restrict.
const ONLY: [&str; 6] = ["alone", "exclusively", "just", "only", "purely", "solely"];

/// Asks.
pub(super) fn ask(held: &Held<'_>) -> Found {
    let claim = &held.phrasing.document;
    let restricts =
        |&i: &usize| matches!(claim.folded(i), "only" | "solely" | "exclusively") && is_of_a_word(held, i);
    let text = held.document();
    match held.phrasing.tokens().find(restricts) {
        Some(only) if !held.tokens.clone().any(|i| is_only(text, i)) => {
            Found::new(GATE, Effect::Lack, 0.6, format!("without the claim’s “{}”", claim.folded(only)))
        }
        _ => Found::nothing(GATE),
    }
}

fn is_only(document: &Document, at: usize) -> bool {
    ONLY.binary_search(&document.folded(at)).is_ok()
}

/// Whether it restricts a word, not a value ("only 20 years old"), and is not undone: "not only", "the only".
fn is_of_a_word(held: &Held<'_>, only: usize) -> bool {
    let claim = &held.phrasing.document;
    let before = only.checked_sub(1).map_or("", |before| claim.folded(before));
    let valued = held
        .phrasing
        .mentions
        .iter()
        .any(|mention| mention.tokens.contains(&(only + 1)) || mention.tokens.contains(&only));
    !valued && !matches!(before, "not" | "the" | "an")
}
