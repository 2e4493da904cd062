//! Numbers that are names rather than values ("Flight 370", "a 2-1 win"): does the passage have them?

use crate::english;
use crate::matcher::FrameWord;
use crate::stance::held::Held;
use crate::text::TokenKind;
use crate::value::Kind;

use super::{Effect, Found, slot};

const GATE: &str = "values";

/// What each such number of the phrasing comes to.
pub(super) fn judge_all(held: &Held<'_>) -> impl Iterator<Item = Found> {
    let document = &held.phrasing.document;
    let numbers = held.phrasing.frame.iter().filter_map(move |word| {
        let token = word.token.filter(|&token| document.tokens()[token].kind == TokenKind::Number)?;
        Some((word, token))
    });
    numbers.map(move |(word, token)| judge(held, word, token))
}

/// Whether the number at `at` is part of a date, an age or a measure: the 2014 of "in August 2014" is no name.
fn is_of_a_value(held: &Held<'_>, at: usize) -> bool {
    held.mentions().iter().any(|mention| mention.core.contains(&at) && mention.value.kind != Kind::Count)
}

/// Whether the same word stands before or after both: "Flight 370", "the 2020 Olympics".
fn is_named_alike(held: &Held<'_>, token: usize, at: usize) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let same = |p: Option<usize>, q: Option<usize>| match (p, q) {
        (Some(p), Some(q)) => {
            let word = claim.folded_or_empty(p);
            !word.is_empty()
                && word == text.folded_or_empty(q)
                && claim.tokens()[p].is_word()
                && !english::is_function_word(word)
        }
        _ => false,
    };
    same(token.checked_sub(1), at.checked_sub(1)) || same(Some(token + 1), Some(at + 1))
}

/// Whether the number is the end of a name that begins the claim, no word of which the passage has.
fn is_of_an_absent_name(held: &Held<'_>, token: usize) -> bool {
    let name =
        held.phrasing.names.first().filter(|name| name.tokens.start <= 1 && name.core.contains(&token));
    name.is_some_and(|name| {
        name.core.len() > 1 && !held.alignment.pairs(held.phrasing).any(|(p, _)| name.core.contains(&p))
    })
}

fn judge(held: &Held<'_>, word: &FrameWord, token: usize) -> Found {
    let claimed = held.phrasing.document.words(token..token + 1);
    let occurrences = held.reading.marked.occurrences(word.word);
    let best = occurrences
        .clone()
        .filter(|at| held.tokens.contains(at))
        .filter(|&at| is_named_alike(held, token, at) || !is_of_a_value(held, at))
        .map(|at| slot::likeness_of_labels(held, &(token..token + 1), &(at..at + 1)))
        .max_by(f64::total_cmp);
    if let Some(likeness) = best {
        return Found::new(GATE, Effect::Pass, 0.6 + 0.4 * likeness, format!("“{claimed}”, as claimed"));
    }
    if occurrences.clone().any(|at| is_named_alike(held, token, at)) {
        return Found::new(GATE, Effect::Pass, 0.55, format!("“{claimed}” stands elsewhere in the text"));
    }
    if is_of_an_absent_name(held, token) {
        // Whom or what it is about is for the names to tell: "Capital One" where the passage has "we".
        return Found::new(GATE, Effect::Pass, 0.6, "");
    }
    let factor = if occurrences.clone().next().is_none() { 0.35 } else { 0.4 };
    Found::new(GATE, Effect::Lack, factor, format!("does not say “{claimed}”"))
}
