//! Numbers that are names rather than values ("Flight 370", "a 2-1 win"): does the passage have them?

use crate::english;
use crate::matcher::FrameWord;
use crate::stance::held::Held;
use crate::text::{Document, TokenKind};
use crate::value::name::is_numero;
use crate::value::{Kind, Mention};

use super::{Effect, Found, Gate, slot};

/// What each such number of the phrasing comes to.
pub(super) fn judge_all(held: &Held<'_>) -> impl Iterator<Item = Found> {
    let document = &held.phrasing.document;
    let numbers = held.phrasing.frame.iter().filter_map(move |word| {
        let token = word.token.filter(|&token| {
            document.tokens()[token].kind == TokenKind::Number && !held.phrasing.qualifier.contains(&token)
        })?;
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

/// Whether "No." stands before the number at `at`, or "number".
fn is_numbered(document: &Document, at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back);
    let numero = (1..=2).any(|back| before(back).is_some_and(|i| is_numero(document, i)));
    numero || before(1).is_some_and(|i| matches!(document.folded(i), "#" | "number" | "numbers"))
}

/// Whether the same letters are joined to both: "3D" is no "3".
fn has_same_letters(held: &Held<'_>, token: usize, at: usize) -> bool {
    fn joined(document: &Document, number: usize) -> &str {
        let next = document.tokens().get(number + 1).filter(|next| next.glued && next.is_word());
        next.map_or("", |_| document.folded(number + 1))
    }
    joined(&held.phrasing.document, token) == joined(held.document(), at)
}

/// The rank by which the passage tells the number at `token`, of the noun before it: "her *second* child" for "baby No. 2".
fn ranked<'a>(held: &Held<'a>, token: usize) -> Option<&'a Mention> {
    let claim = &held.phrasing.document;
    let number: f64 = claim.folded(token).parse().ok()?;
    let noun = (0..token).rev().find(|&i| english::is_content_word(claim, i) && !is_numero(claim, i))?;
    let answer = held.alignment.pairs(held.phrasing).find(|&(p, _)| p == noun).map(|(_, q)| q)?;
    held.mentions().iter().copied().find(|rank| {
        rank.value.kind == Kind::Ordinal && rank.value.number() == Some(number) && rank.tokens.end == answer
    })
}

fn judge(held: &Held<'_>, word: &FrameWord, token: usize) -> Found {
    let claimed = held.phrasing.document.words(token..token + 1);
    let occurrences = held.reading.marked.occurrences(word.word);
    let numbered = is_numbered(&held.phrasing.document, token);
    let text = held.document();
    let best = occurrences
        .clone()
        .filter(|&at| held.tokens.contains(&at) && has_same_letters(held, token, at))
        .filter(|&at| {
            let named = is_named_alike(held, token, at);
            named || !is_of_a_value(held, at) && (!numbered || is_numbered(text, at))
        })
        .map(|at| slot::likeness_of_labels(held, &(token..token + 1), &(at..at + 1)))
        .max_by(f64::total_cmp);
    if let Some(likeness) = best {
        return Found::new(
            Gate::Values,
            Effect::Pass,
            0.6 + 0.4 * likeness,
            format!("“{claimed}”, as claimed"),
        );
    }
    if occurrences.clone().any(|at| is_named_alike(held, token, at) && has_same_letters(held, token, at)) {
        return Found::new(
            Gate::Values,
            Effect::Pass,
            0.55,
            format!("“{claimed}” stands elsewhere in the text"),
        );
    }
    if let Some(rank) = ranked(held, token).filter(|_| numbered) {
        let because = format!("“{}” is “No. {claimed}”", held.words(&rank.tokens));
        return Found::new(Gate::Values, Effect::Pass, 0.8, because);
    }
    if is_of_an_absent_name(held, token) {
        // Whom or what it is about is for the names to tell: "Capital One" where the passage has "we".
        return Found::new(Gate::Values, Effect::Pass, 0.6, "");
    }
    let factor = if occurrences.clone().next().is_none() { 0.35 } else { 0.4 };
    Found::new(Gate::Values, Effect::Lack, factor, format!("does not say “{claimed}”"))
}
