//! Words that say the same by saying the opposite: "not legal", "illegal"; "did not lose her seat", "kept it"; "sold it to Holm", "Holm
//! bought it".

use std::ops::Range;

use crate::english;
use crate::matcher::{Alignment, Answer, Likeness, Phrasing};
use crate::text::Document;

use super::cue::{Cue, CueKind};
use super::reading::Reading;

/// Stems of opposites of which one holds where the other does not: whoever does not die survives.
const EITHER: [(&str, &str); 11] = [
    ("alive", "dead"),
    ("close", "open"),
    ("die", "surviv"),
    ("fail", "succeed"),
    ("guilti", "innoc"),
    ("illeg", "legal"),
    ("keep", "lose"),
    ("law", "unlaw"),
    ("lose", "retain"),
    ("safe", "unsaf"),
    ("shut", "open"),
];

/// Stems of words for one event from its two sides: of whom one is told first, the other is told of after the verb.
const CONVERSES: [(&str, &str); 2] = [("buy", "sell"), ("beat", "lose")];

/// Takes back the answer of a word that is only near it in sense where its opposite stands in the same sentence: "legal", "*illegal* under
/// federal *law*". Gives whether it takes any.
pub(super) fn take_back(
    phrasing: &Phrasing,
    reading: &Reading<'_>,
    sentence: &Range<usize>,
    alignment: &mut Alignment,
) -> bool {
    let mut any = false;
    for at in 0..phrasing.frame.len() {
        let near = matches!(
            alignment.answers[at],
            Answer::Token { likeness: Likeness::Akin | Likeness::Related | Likeness::Derived, token } if sentence.contains(&token)
        );
        if !near || phrasing.frame[at].phrase {
            continue;
        }
        let Some(word) = phrasing.frame[at].token.map(|token| phrasing.document.folded(token)) else {
            continue;
        };
        let own = |q: usize| {
            let other = reading.document().folded(q);
            english::opposite_by_prefix(word).as_deref() == Some(other)
                || english::opposite_by_prefix(other).as_deref() == Some(word)
        };
        let mut hits = reading.marked.answers_among(phrasing.frame[at].word, sentence).iter();
        let taken = |q: usize| alignment.answers.iter().any(|answer| answer.token() == Some(q));
        if hits.any(|hit| hit.likeness == Likeness::Opposed && own(hit.token) && !taken(hit.token)) {
            alignment.answers[at] = Answer::Nothing;
            any = true;
        }
    }
    any
}

/// Lets the opposite of a word answer it where either the claim or the passage denies its own, or where both tell of one event from
/// its two sides. Gives whether any does.
pub(super) fn answer(
    phrasing: &Phrasing,
    cues: &[Cue],
    reading: &Reading<'_>,
    tokens: &Range<usize>,
    alignment: &mut Alignment,
) -> bool {
    let mut any = false;
    for at in 0..phrasing.frame.len() {
        let word = &phrasing.frame[at];
        // What is near an expression in sense has opposites of its own: "made public", "released", "arrested".
        let open = alignment.answers[at] == Answer::Nothing && !word.phrase;
        let Some(token) = word.token.filter(|_| open) else { continue };
        let hits = reading.marked.answers_among(word.word, tokens).iter();
        let taken = |q: usize| alignment.answers.iter().any(|answer| answer.token() == Some(q));
        let mut opposites =
            hits.filter(|hit| hit.likeness == Likeness::Opposed && !taken(hit.token)).map(|hit| hit.token);
        let (Some(other), None) = (opposites.next(), opposites.next()) else { continue };
        if says_the_same(phrasing, cues, reading, alignment, (token, other)) {
            alignment.answers[at] = Answer::Token { token: other, likeness: Likeness::Related };
            any = true;
        }
    }
    any
}

fn says_the_same(
    phrasing: &Phrasing,
    cues: &[Cue],
    reading: &Reading<'_>,
    alignment: &Alignment,
    (token, other): (usize, usize),
) -> bool {
    let (claim, text) = (&phrasing.document, reading.document());
    let stems = (english::stem(claim.folded(token)), english::stem(text.folded(other)));
    if are_converses(&stems.0, &stems.1) {
        return are_exchanged(phrasing, alignment, (token, other));
    }
    let passage = alignment.passage;
    let theirs: Vec<&Cue> = reading.facts(passage.first..passage.end).flat_map(|facts| &facts.cues).collect();
    let denies_it = |document: &Document, cue: &Cue, token: usize| {
        cue.negates() && cue.scope.contains(&token) || is_whole_denial(document, cue, token)
    };
    let denied_there = theirs.iter().filter(|cue| denies_it(text, cue, other)).count();
    let denied_here = cues.iter().filter(|cue| denies_it(claim, cue, token)).count();
    match (denied_here, denied_there) {
        (1, 0) => cues.iter().any(|cue| denies(claim, cue, token)),
        (0, 1) => {
            let prefixed = english::opposite_by_prefix(claim.folded(token));
            let either =
                is_among(&EITHER, &stems.0, &stems.1) || prefixed.as_deref() == Some(text.folded(other));
            either && theirs.iter().any(|cue| denies(text, cue, other))
        }
        _ => false,
    }
}

/// Whether two stems are of words for one event from its two sides.
pub(super) fn are_converses(one: &str, other: &str) -> bool {
    is_among(&CONVERSES, one, other)
}

fn is_among(pairs: &[(&str, &str)], one: &str, other: &str) -> bool {
    pairs.contains(&(one, other)) || pairs.contains(&(other, one))
}

/// Whether `cue` is the denial together with the word at `token` that it denies: "not known".
fn is_whole_denial(document: &Document, cue: &Cue, token: usize) -> bool {
    // "Not known *to police*" is known to others.
    cue.tokens == (token.saturating_sub(1)..token + 1)
        && document.folded(cue.tokens.start) == "not"
        && document.folded_or_empty(token + 1) != "to"
}

/// Whether `cue` denies just the word at `token`: "not legal", but not "no longer legal", nor "not fully legal".
fn denies(document: &Document, cue: &Cue, token: usize) -> bool {
    if is_whole_denial(document, cue, token) {
        return true;
    }
    let first = document.folded(cue.tokens.start);
    let plain = matches!(first, "cannot" | "never" | "not") || first.ends_with("n't");
    plain
        && cue.kind == CueKind::Negator
        && cue.tokens.len() == 1
        && (cue.target(document) == Some(token) || cue.verb(document) == Some(token))
        && !(cue.tokens.end..token).any(|i| document.folded(i).ends_with("ly"))
}

/// Whether those of whom the claim tells before its verb stand after that of the passage, or the other way round.
fn are_exchanged(phrasing: &Phrasing, alignment: &Alignment, (token, other): (usize, usize)) -> bool {
    let pairs = || alignment.pairs(phrasing);
    let crossed = |&(p, q): &(usize, usize)| (p < token) != (q < other);
    let before = pairs().filter(|&(p, _)| p < token).last();
    let after = pairs().find(|&(p, _)| p > token);
    before.is_some_and(|pair| crossed(&pair)) && after.is_none_or(|pair| crossed(&pair))
}
