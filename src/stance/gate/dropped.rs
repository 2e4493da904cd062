//! What was planned and is not to be.

use crate::stance::cue::Cue;
use crate::stance::cue_object::DROPPING;
use crate::stance::cue_words::CANCELLED;
use crate::stance::held::Held;
use crate::text::Document;
use crate::value::Mention;

/// Whether a cue says of an event that it is not to be: "the rally was *cancelled*".
pub(super) fn is_cancelled(document: &Document, cue: &Cue) -> bool {
    let word = document.folded(cue.tokens.start);
    cue.tokens.len() == 1 && (CANCELLED.contains(word) || DROPPING.contains(word))
}

/// Whether the passage says of its value's event that it is not to be: "scrapped plans to raise the age to *70*".
pub(super) fn is_of_dropped(held: &Held<'_>, reported: &Mention) -> bool {
    // "All flights are *cancelled* for 24 hours": that is what the claim tells.
    let told = |cue: &Cue| cue.tokens.clone().any(|q| held.is_aligned(q));
    held.cues().iter().any(|cue| {
        is_cancelled(held.document(), cue) && cue.scope.contains(&reported.tokens.start) && !told(cue)
    })
}
