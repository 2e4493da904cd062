//! By whom it is told: what the claim has from one side, "police say", the passage may have from another, "a neighbour claims".

use crate::english;
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
    let reporting = held.phrasing.attribution.clone();
    let speaks = |p: &usize| english::is_content_word(claim, *p) && !grammar::says_so(claim, *p);
    let is_side = |word: &str| SIDES.contains(&english::singular(word));
    let speakers: Vec<usize> = reporting.clone().filter(speaks).collect();
    let known = |q: usize| {
        let stem = english::stem(text.folded(q));
        speakers.iter().any(|&p| english::stem(claim.folded(p)) == stem)
    };
    if speakers.is_empty() {
        return None;
    }
    let first = held.alignment.pairs(held.phrasing).find(|(p, _)| !reporting.contains(p))?.1;
    let sentence = held.sentence_of(first)?;
    let verb = sentence.clone().find(|&i| grammar::says_so(text, i))?;
    // "Told *residents*": whom it was told.
    let after = if matches!(text.folded(verb), "tells" | "told") { verb } else { verb + 1 + REACH };
    let mut beside = verb.saturating_sub(REACH).max(sentence.start)..sentence.end.min(after);
    let side = beside.clone().find(|&i| is_side(text.folded(i)))?;
    (!beside.any(known)).then(|| format!("told by “{}”", held.words(&(side..side + 1))))
}
