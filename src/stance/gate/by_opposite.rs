//! Does the passage say what the claim says by its opposite, and no more with it: "kept her seat", "did not lose her seat *in 2012*";
//! "bought the team", "*a stake in* the team was sold to it"?

use crate::english;
use crate::matcher::{Answer, Likeness};
use crate::stance::contrary;
use crate::stance::held::Held;

use super::pairing::Pair;
use super::{addition, extent};

/// Why a claim's word that is answered by its opposite may not be answered by it.
pub(super) fn leaves_open(held: &Held<'_>, values: &[Pair<'_>]) -> Option<String> {
    let words = held.phrasing.frame.iter().zip(&held.alignment.answers);
    for (word, answer) in words {
        let (Some(p), Answer::Token { token: q, likeness: Likeness::Related }) = (word.token, *answer) else {
            continue;
        };
        let mut hits = held.reading.marked.answers_among(word.word, &(q..q + 1)).iter();
        if !hits.any(|hit| hit.likeness == Likeness::Opposed) {
            continue;
        }
        let stems =
            (english::stem(held.phrasing.document.folded(p)), english::stem(held.document().folded(q)));
        let open = if contrary::are_converses(&stems.0, &stems.1) {
            !is_told_of_these(held, q)
        } else {
            is_denied_with_more(held, values, q)
        };
        if open {
            return Some(format!("“{}” with more than the claim says", held.words(&(q..q + 1))));
        }
    }
    None
}

/// Whether what denies the word at `q` stands in a clause that says more than the claim.
fn is_denied_with_more(held: &Held<'_>, values: &[Pair<'_>], q: usize) -> bool {
    let text = held.document();
    let end = held.sentence_of(q).map_or(q, |sentence| sentence.end);
    held.cues().iter().filter(|cue| cue.negates() && cue.scope.contains(&q)).any(|cue| {
        addition::is_denied_of_more(held, values, cue) || extent::contrasts(text, cue.tokens.end..end)
    })
}

/// Whether an event is told from its other side of just those of whom the claim tells: not "*a stake in* the team was sold to Lee", nor "to
/// Lee's *rival*".
fn is_told_of_these(held: &Held<'_>, verb: usize) -> bool {
    let text = held.document();
    let Some(sentence) = held.sentence_of(verb) else { return false };
    let stops = |i: &usize| matches!(text.folded(*i), "," | ";" | ":" | "–");
    let start = (sentence.start..verb).rev().find(stops).map_or(sentence.start, |i| i + 1);
    let end = (verb..sentence.end).find(stops).unwrap_or(sentence.end);
    let Some(last) = (start..end).rev().find(|&i| held.is_aligned(i)) else { return false };
    let named = |i: usize| held.names().iter().any(|name| name.tokens.contains(&i));
    let valued = |i: usize| held.mentions().iter().any(|mention| mention.tokens.contains(&i));
    let own = |i: usize| {
        held.is_aligned(i)
            || named(i)
            || valued(i)
            || !english::is_content_word(text, i)
            || text.folded(i) == "paid"
    };
    let owns = text.is_possessive(last);
    let denied = held.cues().iter().any(|cue| cue.scope.contains(&verb) && cue.negates());
    let next = last + 1;
    let further = next < end && english::is_content_word(text, next) && !valued(next);
    !(denied || owns || further) && (start..next).all(own)
}
