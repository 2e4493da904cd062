//! Compounds that one side writes as one word and the other as two, or with a hyphen: "healthcare", "health care", "co-operation".

use std::ops::Range;

use crate::english;
use crate::text::Document;

use super::{Answer, Likeness, Phrasing};

/// How many letters each part of a compound has at least, and the whole.
const PART: usize = 2;
const WHOLE: usize = 6;

/// From this frequency on a word that begins with "re" may be another than with a hyphen.
const COMMON: f64 = 3.0;

/// Lets words answer that nothing answers so far: a compound its parts, and the parts their compound. Gives whether any did.
pub(super) fn find(
    phrasing: &Phrasing,
    text: &Document,
    tokens: &Range<usize>,
    answers: &mut [Answer],
) -> bool {
    let mut found = false;
    for at in 0..answers.len() {
        let word = &phrasing.frame[at];
        let Some(token) = word.token.filter(|_| answers[at] == Answer::Nothing && !word.name) else {
            continue;
        };
        let taken = |q: usize| answers.iter().any(|answer| answer.token() == Some(q));
        let claim = &phrasing.document;
        if let Some(q) = written_apart(text, tokens, claim.folded(token)).filter(|&q| !taken(q)) {
            answers[at] = Answer::Token { token: q, likeness: Likeness::Derived };
            found = true;
            continue;
        }
        let parts = [Some(token), token.checked_sub(1), token.checked_sub(2)].into_iter().flatten();
        let parts = parts.filter_map(|first| Some((first, second_part(claim, first)?)));
        let parts = parts.filter(|&(first, second)| first == token || second == token);
        let whole = parts.filter_map(|(first, second)| {
            let q = written_together(text, tokens, claim.folded(first), claim.folded(second))?;
            Some((if first == token { second } else { first }, q))
        });
        let Some((other, q)) = whole.into_iter().find(|&(_, q)| !taken(q)) else { continue };
        answers[at] = Answer::Token { token: q, likeness: Likeness::Derived };
        let beside = phrasing.frame.iter().position(|word| word.token == Some(other));
        if let Some(beside) = beside.filter(|&beside| answers[beside] == Answer::Nothing) {
            answers[beside] = Answer::Shortened;
        }
        found = true;
    }
    found
}

/// The word after the one at `at`, or behind a hyphen after it.
fn second_part(document: &Document, at: usize) -> Option<usize> {
    let hyphen =
        document.tokens().get(at + 1).is_some_and(|next| next.glued && document.folded(at + 1) == "-");
    let second = at + 1 + usize::from(hyphen);
    document.tokens().get(second).filter(|token| token.is_word()).map(|_| second)
}

/// The last part of the compound `whole` (folded) where it is written as two words.
fn written_apart(text: &Document, tokens: &Range<usize>, whole: &str) -> Option<usize> {
    if whole.len() < WHOLE {
        return None;
    }
    tokens.clone().find_map(|q| {
        let first = text.folded(q);
        if first.len() >= whole.len() || first.as_bytes().first() != whole.as_bytes().first() {
            return None;
        }
        let rest = whole.strip_prefix(first).filter(|rest| first.len() >= PART && rest.len() >= PART)?;
        let second = second_part(text, q).filter(|second| tokens.contains(second))?;
        // Who "re-signed" has not resigned, and talks "in direct" form are not indirect.
        let parted = first == "re" && english::zipf(whole).is_some_and(|zipf| zipf >= COMMON)
            || english::is_function_word(first);
        if parted {
            return None;
        }
        (text.folded(second) == rest || english::stem(text.folded(second)) == english::stem(rest))
            .then_some(second)
    })
}

/// The token where the words `first` and `second` (folded) are written as one.
fn written_together(text: &Document, tokens: &Range<usize>, first: &str, second: &str) -> Option<usize> {
    let short = first.len() < PART || second.len() < PART || first.len() + second.len() < WHOLE;
    if short || english::is_function_word(first) {
        return None;
    }
    tokens.clone().find(|&q| {
        let whole = text.folded(q);
        is_of_initials(text, q, first, second)
            || whole.len() > first.len() + 1
                && whole.strip_prefix(first).is_some_and(|rest| {
                    rest == second || rest.len() >= PART && english::stem(rest) == english::stem(second)
                })
    })
}

/// Whether the token is made of the first letters of two words (folded): "RVs", "recreational vehicles".
fn is_of_initials(text: &Document, at: usize, first: &str, second: &str) -> bool {
    let span = text.tokens()[at].span;
    if !(2..=3).contains(&span.len()) {
        return false;
    }
    let written = text.slice(span);
    let (letters, several) = written.strip_suffix('s').map_or((written, false), |letters| (letters, true));
    let capitals = letters.len() == 2 && letters.bytes().all(|letter| letter.is_ascii_uppercase());
    let initial = |word: &str, letter: u8| word.as_bytes().first() == Some(&letter.to_ascii_lowercase());
    let bytes = letters.as_bytes();
    capitals && initial(first, bytes[0]) && initial(second, bytes[1]) && several == second.ends_with('s')
}
