//! Is the claim's subject in the passage only the one who says it: "A thief stole the car, *police* said"?

use std::ops::Range;

use crate::english;
use crate::stance::held::Held;
use crate::text::Document;

/// How many tokens a speaker has at most: "a spokesman for the local police".
const SPEAKER: usize = 6;

/// How many tokens stand at most between a verb and its subject: "it *had not yet been* lost".
const SUBJECT_REACH: usize = 4;

/// The words of the claim's subject, where the passage tells of somebody else, or of nobody, that they did what the claim says,
/// and has the subject only as the one who says so.
pub(super) fn only_says_it(held: &Held<'_>) -> Option<String> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let pairs: Vec<(usize, usize)> = held.alignment.pairs(held.phrasing).collect();
    let (verb, reported) = *pairs.iter().find(|&&(p, _)| english::is_verb(claim, p))?;
    if says(claim, verb) {
        return None;
    }
    let subject = subject(claim, &held.phrasing.tokens(), verb)?;
    let (_, speaker) = *pairs.iter().find(|&&(p, _)| p == subject)?;
    let sentence = held.sentence_of(speaker).filter(|sentence| sentence.contains(&reported))?;
    if !is_speaker(text, &sentence, speaker, reported) {
        return None;
    }
    let other = self::subject(text, &sentence, reported)?;
    (other != speaker && !pairs.iter().any(|&(_, q)| q == other))
        .then(|| format!("“{}” only says so", held.words(&(speaker..speaker + 1))))
}

/// The word that says something right before the verb at `verb`, auxiliaries and adverbs left out; none for a pronoun.
fn subject(document: &Document, within: &Range<usize>, verb: usize) -> Option<usize> {
    let skipped = |i: usize| {
        let word = document.folded(i);
        english::is_function_word(word) && english::is_verb(document, i)
            || word.ends_with("ly")
            || word == "also"
    };
    let start = verb.saturating_sub(SUBJECT_REACH).max(within.start);
    let last = (start..verb).rev().find(|&i| !skipped(i))?;
    english::is_content_word(document, last).then_some(last)
}

/// Whether the token tells who says what the verb at `verb` is part of: "according to the *police*", "..., the *police* said",
/// "*Police* said a thief ...".
fn is_speaker(document: &Document, sentence: &Range<usize>, token: usize, verb: usize) -> bool {
    let is_word = |i: &usize| document.tokens()[*i].is_word();
    let says = |i: usize| says(document, i);
    let start = token.saturating_sub(SPEAKER).max(sentence.start);
    let begin = (start..token).rev().find(|i| !is_word(i)).map_or(start, |mark| mark + 1);
    let end =
        (token + 1..sentence.end.min(token + 1 + SPEAKER)).find(|i| !is_word(i)).unwrap_or(sentence.end);
    let according =
        (begin..token).any(|i| document.folded(i) == "according" && document.folded(i + 1) == "to");
    let apart = !(begin..end).contains(&verb);
    let after = (token + 1..end.min(token + 3)).any(says);
    let before = begin < token && says(begin) && begin > sentence.start;
    according || apart && (after || before) || after && verb > token
}

/// Whether the word at `at` tells that something is said.
fn says(document: &Document, at: usize) -> bool {
    matches!(
        document.folded(at),
        "said" | "says" | "say" | "told" | "announced" | "reported" | "added" | "confirmed" | "claimed"
    )
}
