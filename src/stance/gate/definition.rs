//! What the claim's subject is said to be: "is a French actor", where the passage says "is a British actor and singer".

use std::ops::Range;

use crate::english;
use crate::stance::held::Held;
use crate::text::{Case, Document};

use super::{Effect, Found, name};

pub(in crate::stance) const GATE: &str = "definition";

/// How many tokens a definition has at most, after its article.
const LONGEST: usize = 14;

/// How far after its subject a definition begins at most, what stands in brackets or between commas not counted.
const APART: usize = 1;

/// Asks.
pub(super) fn ask(held: &Held<'_>) -> Found {
    other(held).unwrap_or_else(|| Found::nothing(GATE))
}

/// A word of the claim's definition, in place of which the passage's has others that exclude it, all of them: who is "Mexican
/// and American" may be called either.
fn other(held: &Held<'_>) -> Option<Found> {
    let claim = &held.phrasing.document;
    let text = held.document();
    let subject = held.phrasing.names.first().filter(|name| name.tokens.start <= 1)?;
    let reported = held.alignment.pairs(held.phrasing).filter(|(p, _)| subject.core.contains(p));
    let subject_there = reported.map(|(_, q)| q).max()?;
    if is_part_of_another(held, subject_there) {
        return None;
    }
    let ours = definition(claim, subject.core.end, held.phrasing.tokens().end)?;
    let sentence = held.sentence_of(subject_there)?;
    let theirs = definition(text, subject_there + 1, sentence.end)?;
    // "Argentine, Chilean and Dutch" and "Argentine and Chilean" differ, but do not exclude each other.
    let shared = |word: &str| {
        ours.clone().any(|p| {
            let other = claim.folded(p);
            (other == word || english::exclude_each_other(other, word))
                && theirs.clone().any(|q| text.folded(q) == other)
        })
    };
    for p in ours.clone().filter(|&p| english::is_content_word(claim, p)) {
        let word = claim.folded(p);
        if shared(word) {
            continue;
        }
        let mut excluding = theirs.clone().filter(|&q| english::exclude_each_other(word, text.folded(q)));
        let Some(other) = excluding.next() else { continue };
        let because = format!(
            "“{}”, where the claim says “{}”",
            held.words(&(other..other + 1)),
            claim.words(p..p + 1)
        );
        return Some(Found::new(GATE, Effect::Turn, 0.3, because));
    }
    // "Lincoln" is a town and a president; two words are hardly ever the name of two things.
    if subject.core.len() > 1 { of_another_kind(held, ours, theirs) } else { None }
}

/// The claim's subject is "a town", the passage's "a singer and songwriter".
fn of_another_kind(held: &Held<'_>, ours: Range<usize>, theirs: Range<usize>) -> Option<Found> {
    let claim = &held.phrasing.document;
    let text = held.document();
    let p = ours.rev().find(|&p| english::is_content_word(claim, p))?;
    let others = |q: &usize| english::are_of_other_kinds(claim.folded(p), text.folded(*q));
    // What is answered in any way is of the same kind.
    let answered = held.alignment.pairs(held.phrasing).any(|(claimed, _)| claimed == p);
    let q = theirs.rev().find(|&q| english::is_content_word(text, q)).filter(others).filter(|_| !answered)?;
    let because = format!("“{}”, where the claim says “{}”", held.words(&(q..q + 1)), claim.words(p..p + 1));
    Some(Found::new(GATE, Effect::Turn, 0.3, because))
}

/// Whether the passage's subject has a name of its own before the claim's: "Denzel Washington", "the Lost City".
fn is_part_of_another(held: &Held<'_>, subject: usize) -> bool {
    let name = held.names().iter().find(|name| name.core.contains(&subject));
    let claimed = |q: usize| {
        let word = held.document().folded(q);
        held.phrasing
            .names
            .iter()
            .any(|name| name.core.clone().any(|p| held.phrasing.document.folded(p) == word))
    };
    // A middle name is none.
    name.is_some_and(|name| {
        let full = held.phrasing.names.iter().filter(|claimed| claimed.core.len() > 1);
        let short = || full.clone().any(|claimed| name::is_short_for(held, claimed, name));
        name.core.end > subject + 1 || !claimed(name.core.start) && !short()
    })
}

/// The words of what somebody or something is said to be after `at`: those after "is a", or an article after a comma.
fn definition(document: &Document, at: usize, end: usize) -> Option<Range<usize>> {
    let mut apart = 0;
    let mut i = at;
    while i < end && apart <= APART {
        match document.folded(i) {
            "(" => i = past_bracket(document, i, end)?,
            "is" | "was" | "are" | "were" => return noun_phrase(document, i + 1, end),
            "," if is_article(document, i + 1) => return noun_phrase(document, i + 1, end),
            "," => {}
            _ => apart += 1,
        }
        i += 1;
    }
    None
}

fn is_article(document: &Document, at: usize) -> bool {
    matches!(document.folded_or_empty(at), "a" | "an" | "the")
}

/// The bracket that closes the one at `open`.
fn past_bracket(document: &Document, open: usize, end: usize) -> Option<usize> {
    let mut depth = 0_usize;
    (open..end).find(|&i| {
        match document.folded(i) {
            "(" => depth += 1,
            ")" => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    })
}

/// The noun phrases at `at`, "singer and actress" together: up to a preposition, a relative pronoun or a verb. None where
/// something is denied or restricted.
fn noun_phrase(document: &Document, at: usize, end: usize) -> Option<Range<usize>> {
    let start = at + usize::from(is_article(document, at));
    let restricted = ["not", "no", "never", "only", "nothing", "said", "also"];
    if restricted.contains(&document.folded_or_empty(at)) {
        return None;
    }
    let stops = |i: &usize| {
        let word = document.folded(*i);
        let token = &document.tokens()[*i];
        let linking = matches!(word, "," | "and" | "-" | "/");
        !linking
            && (!token.is_word() && token.case == Case::Lower && word.len() == 1
                || english::is_function_word(word))
            || english::is_verb(document, *i)
    };
    let limit = end.min(start + LONGEST);
    let stop = (start..limit).find(stops).unwrap_or(limit);
    (stop > start && document.folded_or_empty(stop) != "or").then_some(start..stop)
}
