//! By whom it is told: what the claim has from one side, "police say", the passage may have from another, "a neighbour claims".

use crate::english::{self, Voice};
use crate::matcher::Answer;
use crate::stance::held::Held;
use crate::text::WordSet;
use crate::value::Mention;

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

/// Whether the claim gives its value as somebody's words, of whom the passage's sentence has nothing: "*critics* say it would cost 7
/// billion", "the government says".
pub(super) fn is_said_by_another(held: &Held<'_>, reported: &Mention) -> bool {
    let claim = &held.phrasing.document;
    let says = |i: &usize| matches!(claim.folded(*i), "say" | "says" | "said");
    let tokens = held.phrasing.tokens();
    let Some(verb) = tokens.clone().find(says).filter(|&verb| verb + 2 < tokens.end) else { return false };
    let sentence = held.sentence_of(reported.tokens.start).unwrap_or_default();
    let speaker = |p: &usize| (tokens.start..verb).contains(p) && english::is_content_word(claim, *p);
    let mut pairs = held.alignment.pairs(held.phrasing);
    (tokens.start..verb).any(|p| speaker(&p)) && !pairs.any(|(p, q)| speaker(&p) && sentence.contains(&q))
}

/// Whether the claim tells of a firm that it does not name, and somebody who is quoted tells the passage's value of themselves: "*we* will
/// drop 500 demands", the union said.
pub(super) fn is_said_of_themselves(held: &Held<'_>, reported: &Mention) -> bool {
    let text = held.document();
    let sentence = held.sentence_of(reported.tokens.start).unwrap_or_default();
    let own = held.reading.marked.first_person(&sentence);
    let quoted = |i: &usize| matches!(text.folded(*i), "our" | "we") && !own.contains(i);
    let mut words = held.phrasing.frame.iter().zip(&held.alignment.answers);
    words.any(|(word, answer)| word.firm && *answer == Answer::Nothing)
        && sentence.into_iter().any(|i| quoted(&i))
}
