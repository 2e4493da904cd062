//! By whom it is told: what the claim has from one side, "police say", the passage may have from another, "a neighbour claims".

use crate::english::{self, Voice};
use crate::stance::held::Held;
use crate::text::WordSet;

use super::grammar;

/// Those who speak for themselves or against others, in the singular.
static SIDES: WordSet = WordSet::of(&[
    "activist",
    "attorney",
    "brother",
    "campaigner",
    "critic",
    "daughter",
    "demonstrator",
    "family",
    "father",
    "friend",
    "lawyer",
    "militant",
    "mother",
    "neighbor",
    "neighbour",
    "opponent",
    "opposition",
    "owner",
    "protester",
    "rebel",
    "relative",
    "resident",
    "rival",
    "sister",
    "son",
    "striker",
    "supporter",
    "widow",
]);

/// How many tokens before a reporting verb, or after it, its subject stands at most.
const REACH: usize = 4;

/// The side that tells in the passage what the claim has from others.
pub(super) fn another_side(held: &Held<'_>) -> Option<String> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let reporting = &held.phrasing.attribution;
    let speaks = |p: &usize| english::is_content_word(claim, *p) && !grammar::says_so(claim, *p);
    let is_side = |word: &str| SIDES.contains(&english::singular(word));
    let voiced = |p: &usize| english::voice(&english::singular(claim.folded(*p))).is_some();
    let speakers: Vec<usize> = reporting.clone().filter(speaks).filter(voiced).collect();
    let known = |q: usize| {
        let stem = english::stem(text.folded(q));
        speakers.iter().any(|&p| english::stem(claim.folded(p)) == stem)
    };
    // "Video: ..." is told by nobody.
    let only = speakers.len() == 1 && english::voice(claim.folded(speakers[0])) == Some(Voice::Writing);
    if speakers.is_empty() || only {
        return None;
    }
    let first = held.alignment.pairs(held.phrasing).find(|(p, _)| !reporting.contains(p))?.1;
    let sentence = held.sentence_of(first)?;
    let verb = sentence.clone().find(|&i| grammar::says_so(text, i))?;
    // "Told *residents*": whom it was told.
    let ends = sentence.end <= verb + 2 + REACH && !matches!(text.folded(verb), "tells" | "told");
    let after = if ends { verb + 1 + REACH } else { verb };
    let mut beside = verb.saturating_sub(REACH).max(sentence.start)..sentence.end.min(after);
    let side = beside.clone().find(|&i| is_side(text.folded(i)) && !held.is_aligned(i))?;
    (!beside.any(known)).then(|| format!("told by “{}”", held.words(&(side..side + 1))))
}
