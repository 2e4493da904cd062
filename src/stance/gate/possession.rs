//! Who has something, and who only needs it: "has a scanner" is not "needs a scanner", nor "is raising money for a scanner".

use std::ops::Range;

use crate::english;
use crate::stance::held::Held;
use crate::text::{Document, WordSet};

use super::argument::same_word;

/// Stems of verbs by which what follows is not had, or not yet, or no more.
#[rustfmt::skip]
static NOT_HAVING: WordSet = WordSet::of(&[
    "appli", "ask", "await", "campaign", "demand", "deserv", "lack", "lose", "lost", "need", "promis",
    "rais", "reject", "request", "seek", "sell", "sold", "sought", "want",
]);

/// Where the passage says by a verb that what the claim says somebody has is not had: "*needs* a new scanner".
pub(super) fn denied(held: &Held<'_>) -> Option<Range<usize>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let has = has(claim, &held.phrasing.tokens())?;
    let owner = held.alignment.pairs(held.phrasing).filter(|&(p, _)| p < has).map(|(_, q)| q).last()?;
    let first = |p: &usize| english::is_content_word(claim, *p) && *p > has;
    let thing = held.phrasing.tokens().filter(first).find_map(|p| same_word(held, p))?;
    held.sentence_of(owner).filter(|sentence| sentence.contains(&thing))?;
    let verb = (owner + 1..thing).find(|&i| {
        english::is_verb(text, i)
            && NOT_HAVING.contains(&english::stem(text.folded(i)))
            && !held.is_aligned(i)
    })?;
    Some(verb..verb + 1)
}

/// The claim's "has", where it is all that is said of somebody: "has *a scanner*", not "has bought one".
fn has(claim: &Document, within: &Range<usize>) -> Option<usize> {
    let has = within.clone().find(|&i| matches!(claim.folded(i), "has" | "have"))?;
    let next = claim.folded_or_empty(has + 1);
    let main = english::begins_object(next) || matches!(next, "enough" | "several" | "two");
    let only = (within.start..within.end).all(|i| i == has || !english::is_verb(claim, i));
    (main && only).then_some(has)
}
