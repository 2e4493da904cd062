//! How does a value of the passage stand to the claimed one, where the claim tells the most that may be?

use crate::stance::held::Held;
use crate::text::{Case, Document, WordSet};
use crate::value::{Mention, Relation};

/// How far before a value what makes it the most that may be stands: "*could* be jailed for 15 years", "*faces* a fine of £500".
const POSSIBLE_REACH: usize = 5;

/// Words that make a value the most that may be.
static POSSIBLE: WordSet =
    WordSet::of(&["can", "could", "face", "faced", "faces", "facing", "may", "might", "risk", "risks"]);

/// How a value of the passage stands to the claimed one.
pub(super) fn relation(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> Option<Relation> {
    let relation = claimed.value.compare(&reported.value)?;
    let at_most = is_at_most(&held.phrasing.document, claimed) && claimed.value.is_most_of(&reported.value);
    Some(if at_most { Relation::Within } else { relation })
}

/// Whether a claim's value is the most that may be: who "could get 15 years" faces up to so many.
fn is_at_most(claim: &Document, value: &Mention) -> bool {
    let from = value.tokens.start.saturating_sub(POSSIBLE_REACH);
    // Not "3 May", nor "in the face of".
    let noun = |i: usize| i.checked_sub(1).is_some_and(|before| claim.folded(before) == "the");
    (from..value.tokens.start)
        .any(|i| POSSIBLE.contains(claim.folded(i)) && claim.tokens()[i].case == Case::Lower && !noun(i))
}
