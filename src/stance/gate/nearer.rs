//! Has the passage the claim's word of something else, while its opposite stands beside what the claim speaks of: "emissions climbed, ending
//! a run of decreases"?

use crate::english::{self, Direction};
use crate::matcher::{Answer, Likeness};
use crate::stance::held::Held;
use crate::text::Document;

use super::{Effect, Found, Gate, more_said, surroundings};

/// How much nearer than its own answer the opposite of a word must stand to what is aligned, to be told of it instead.
const NEARER: f64 = 0.25;

/// A word of the claim that the passage has of something else, while its opposite stands beside what the claim speaks of:
/// "a decrease in its fee, with an increase in opening hours", where the claim says that the fee is increased.
pub(super) fn ask(held: &Held<'_>) -> Option<Found> {
    let claim = &held.phrasing.document;
    for (word, answer) in held.phrasing.frame.iter().zip(&held.alignment.answers) {
        let (Some(token), &Answer::Token { token: own, likeness }) = (word.token, answer) else { continue };
        // "Conceded defeat after *losing*" is no victory, however near "defeat" is in sense.
        let other_part = english::is_verb(claim, token) != english::is_verb(held.document(), own);
        let is_akin =
            likeness == Likeness::Akin && Direction::of(claim.folded(token)).is_none() && other_part;
        let nearer = |q: usize| {
            is_of_the_subject_alone(held, token, q, own)
                || is_akin && held.sentence_of(own).is_some_and(|sentence| sentence.contains(&q))
                || surroundings::beside(held, token, q) > surroundings::beside(held, token, own) + NEARER
        };
        let hits = held.reading.marked.answers_among(word.word, &held.tokens).iter();
        let opposite = hits
            .filter(|hit| hit.likeness == Likeness::Opposed && !held.is_aligned(hit.token))
            .max_by(|a, b| {
                surroundings::beside(held, token, a.token)
                    .total_cmp(&surroundings::beside(held, token, b.token))
            });
        if let Some(hit) = opposite.filter(|hit| nearer(hit.token)) {
            let claimed = claim.slice(claim.tokens()[token].span);
            let because =
                format!("“{}”, where the claim says “{claimed}”", held.words(&(hit.token..hit.token + 1)));
            return Some(Found::new(Gate::Opposites, Effect::Block, 0.5, because));
        }
    }
    None
}

/// Whether the noun of which the claim tells what `token` says stands in the clause of `opposite`, and another in that of `own`: "emissions
/// *climbed*, ending a run of *decreases*".
fn is_of_the_subject_alone(held: &Held<'_>, token: usize, opposite: usize, own: usize) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let noun = |document: &Document, i: usize| {
        let parts = english::parts_of_speech(&english::stem(document.folded(i)));
        english::is_content_word(document, i) && parts.starts_with('n')
    };
    let subject = held.alignment.pairs(held.phrasing).filter(|&(p, _)| p < token && noun(claim, p)).last();
    let Some((_, subject)) = subject.filter(|_| Direction::of(claim.folded(token)).is_some()) else {
        return false;
    };
    let parts =
        |i: usize| more_said::ends_clause(text, i) || matches!(text.folded(i), "and" | "but" | "while");
    let one_clause = |q: usize| !(subject.min(q)..subject.max(q)).any(parts);
    let clause = (0..own).rev().find(|&i| parts(i)).map_or(0, |i| i + 1)..own;
    let claimed = |i: usize| held.is_aligned(i) || held.phrasing.has_said(text.folded(i));
    one_clause(opposite)
        && !one_clause(own)
        && clause.clone().any(|i| noun(text, i))
        && !clause.into_iter().any(|i| noun(text, i) && claimed(i))
}
