//! How does a value of the passage stand to the claimed one, where the claim tells the most that may be?

use crate::stance::held::Held;
use crate::text::{Case, Document, WordSet};
use crate::value::{Kind, Mention, Relation};

/// How far before a value what makes it the most that may be stands: "*could* be jailed for 15 years", "*faces* a fine of £500".
const POSSIBLE_REACH: usize = 5;

/// Words that make a value the most that may be.
static POSSIBLE: WordSet =
    WordSet::of(&["can", "could", "face", "faced", "faces", "facing", "may", "might", "risk", "risks"]);

/// How a value of the passage stands to the claimed one.
pub(super) fn relation(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> Option<Relation> {
    let Some(relation) = claimed.value.compare(&reported.value) else {
        return in_a_row(held, claimed, reported);
    };
    let at_most = is_at_most(&held.phrasing.document, claimed) && claimed.value.is_most_of(&reported.value);
    Some(if at_most { Relation::Within } else { relation })
}

/// How two stretches of the same over and over stand to each other, of which one is counted and the last of the other is told: "six
/// defeats *in a row*", "a sixth *successive* defeat".
fn in_a_row(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> Option<Relation> {
    let pair = (claimed.value.kind, reported.value.kind);
    let numbers = claimed.value.number().zip(reported.value.number());
    let (ours, theirs) = numbers.filter(|_| {
        matches!(pair, (Kind::Count, Kind::Ordinal) | (Kind::Ordinal, Kind::Count))
            && is_in_a_row(&held.phrasing.document, claimed)
            && is_in_a_row(held.document(), reported)
    })?;
    Some(if ours == theirs { Relation::Equal } else { Relation::Conflicts })
}

/// How many tokens after a number its "in a row" begins at most.
const ROW_REACH: usize = 3;

fn is_in_a_row(document: &Document, value: &Mention) -> bool {
    let word = |i: usize| document.folded_or_empty(i);
    let row = |i: usize| matches!((word(i), word(i + 2)), ("in" | "on", "row" | "trot" | "bounce"));
    let end = value.tokens.end;
    matches!(word(end), "consecutive" | "straight" | "successive") || (end..=end + ROW_REACH).any(row)
}

/// Whether a claim's value is the most that may be: who "could get 15 years" faces up to so many.
fn is_at_most(claim: &Document, value: &Mention) -> bool {
    let from = value.tokens.start.saturating_sub(POSSIBLE_REACH);
    // Not "3 May", nor "in the face of".
    let noun = |i: usize| i.checked_sub(1).is_some_and(|before| claim.folded(before) == "the");
    (from..value.tokens.start)
        .any(|i| POSSIBLE.contains(claim.folded(i)) && claim.tokens()[i].case == Case::Lower && !noun(i))
}
