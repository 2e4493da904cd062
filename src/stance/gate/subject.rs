//! Is a passage's subject the claim's, or one that is narrower, or another?

use crate::english;
use crate::stance::held::Held;
use crate::text::{Case, Document};
use crate::value::{Kind, Mention};

use super::scope;

/// The passage's subject is described more closely than the claim's: "food prices", "the suspect's wife".
pub(super) fn is_narrowed(held: &Held<'_>) -> bool {
    let text = held.document();
    let claim = &held.phrasing.document;
    let Some((p, q)) = held.alignment.pairs(held.phrasing).next() else { return false };
    let before =
        |document: &Document, i: usize| i.checked_sub(1).filter(|&i| english::is_content_word(document, i));
    let in_value = |i: usize| held.mentions().iter().any(|mention| mention.tokens.contains(&i));
    let described = |q: usize| {
        before(text, q).is_some_and(|i| {
            i >= held.tokens.start
                && is_small(text, i, held.tokens.start)
                && !in_value(i)
                && !held.is_aligned(i)
                && !text.folded(i).ends_with("ly")
        })
    };
    let bare = before(claim, p).is_none();
    let named = held.phrasing.frame.iter().any(|word| word.token == Some(p) && word.name);
    bare && (!named && (described(q) || is_one_more(held, q))
        || if owns(text, q) { !owns(claim, p) && is_of_owned(held, q) } else { is_of_part(held, q) })
}

/// How many small words stand at most between a part's preposition and the whole: "a room at *the old* hall".
const WHOLE_REACH: usize = 2;

/// Whether the token is the whole of which the passage names a part, that the claim does not speak of: "a *room at* the hall".
fn is_of_part(held: &Held<'_>, token: usize) -> bool {
    let text = held.document();
    let small = |i: &usize| english::is_function_word(text.folded(*i)) && !leads_to_whole(text.folded(*i));
    let mut back = (held.tokens.start..token).rev().take(WHOLE_REACH + 1);
    let Some(preposition) = back.find(|i| !small(i)) else { return false };
    let part = preposition.checked_sub(1).filter(|&i| i >= held.tokens.start);
    // "31 percent of the pupils" is the value itself.
    let counted = |i: usize| {
        held.mentions().iter().any(|mention| {
            mention.tokens.contains(&i)
                || mention.counted.as_ref().is_some_and(|counted| counted.contains(&i))
        })
    };
    leads_to_whole(text.folded(preposition))
        && part.is_some_and(|i| {
            english::is_content_word(text, i)
                && text.tokens()[i].case == Case::Lower
                && !english::is_verb(text, i)
                && !held.is_aligned(i)
                && !counted(i)
        })
}

fn leads_to_whole(word: &str) -> bool {
    matches!(word, "at" | "in" | "inside" | "near" | "of" | "on" | "within")
}

/// "A *second* suspect", "the *other* hall", where the claim has no such word.
fn is_one_more(held: &Held<'_>, token: usize) -> bool {
    let Some(before) = token.checked_sub(1).filter(|&i| i >= held.tokens.start) else { return false };
    let word = held.document().folded(before);
    let ordinal = |mention: &&Mention| {
        mention.value.kind == Kind::Ordinal && mention.tokens.end == token && word != "first"
    };
    let other = matches!(word, "another" | "different" | "other") || held.mentions().iter().any(ordinal);
    other && !scope::in_claim(held, word)
}

/// How far after a possessive what is owned begins at most.
const OWNED_REACH: usize = 3;

/// Whether what follows a possessive is something that the claim does not speak of: not "the cathedral's *tower*" of a claim about
/// the cathedral tower, nor "the club's *19* members".
fn is_of_owned(held: &Held<'_>, owner: usize) -> bool {
    let text = held.document();
    let mut after = owner + 1..(owner + 1 + OWNED_REACH).min(held.tokens.end);
    let valued = |i: usize| held.mentions().iter().any(|mention| mention.tokens.contains(&i));
    after
        .find(|&i| valued(i) || english::is_content_word(text, i))
        .is_some_and(|i| !valued(i) && !held.is_aligned(i))
}

/// Whether the token has a possessive ending: "the *theatre's* second stage".
fn owns(document: &Document, token: usize) -> bool {
    let written = document.words(token..token + 1);
    written.ends_with("'s") || written.ends_with("’s")
}

/// A word that is no name: written small, or with a capital only for beginning the passage.
fn is_small(document: &Document, at: usize, start: usize) -> bool {
    document.tokens()[at].case == Case::Lower || at == start && english::zipf(document.folded(at)).is_some()
}

/// The claim's subject is "he" or "it", the passage's a noun of its own: "His son was born in 1990".
pub(super) fn is_another(held: &Held<'_>) -> bool {
    let claim = &held.phrasing.document;
    let text = held.document();
    let pronoun = matches!(claim.folded_or_empty(0), "he" | "she" | "it" | "they");
    let Some((_, predicate)) = held.alignment.pairs(held.phrasing).next().filter(|_| pronoun) else {
        return false;
    };
    let Some(sentence) = held.sentence_of(predicate) else { return false };
    (sentence.start..predicate)
        .any(|i| text.tokens()[i].case == Case::Lower && english::is_content_word(text, i))
}
