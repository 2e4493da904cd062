//! What kind of thing the claim's subject is said to be: "is a painting", where the passage says "is a film".

use std::ops::Range;

use crate::english::{self, Voice};
use crate::stance::held::Held;
use crate::text::Document;

use super::{Effect, Found, Gate};

/// How many words stand before a noun on both sides at least, the same ones, where it is the only thing that differs: "a *2017 British*
/// film".
const SAME_BEFORE: usize = 2;

/// A noun of the passage for what the subject is said to be, where its kind excludes the claim's; `ours` and `theirs` are what is
/// said on either side.
///
/// Works, places, bands and ships take the names of others: "Chicago" is a city, a musical and a film. So it is sure only where that is
/// the one thing that differs, or where a name of several words is one time a person's and the other an animal's.
pub(super) fn another(held: &Held<'_>, ours: &Range<usize>, theirs: &Range<usize>) -> Option<Found> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let head = heads(claim, ours).next().filter(|&head| head + 1 == ours.end)?;
    let (family, kind) = english::kind(claim.folded(head))?;
    let others: Option<Vec<_>> = heads(text, theirs).map(|q| english::kind(text.folded(q))).collect();
    let reported = theirs.end - 1;
    let block = |of: Range<usize>| {
        let because =
            format!("“{}”, where the claim says “{}”", held.words(&of), claim.words(head..head + 1));
        Found::new(Gate::Definition, Effect::Block, 0.3, because).about(head)
    };
    // "A *film* producer" is no film.
    let mut answers = held.alignment.pairs(held.phrasing).filter(|&(p, q)| p == head && theirs.contains(&q));
    if let Some((_, q)) = answers.next() {
        let person = english::voice(text.folded(reported)) == Some(Voice::Person);
        return (q < reported && person && family != "person").then(|| block(q..theirs.end));
    }
    if has_another_noun(text, theirs.end) || others.as_ref()?.iter().any(|&(_, other)| other == kind) {
        return None;
    }
    let of_a_body = |family: &str| matches!(family, "animal" | "person");
    let of_other_bodies =
        of_a_body(family) && others?.iter().all(|&(other, _)| of_a_body(other) && other != family);
    let described = ours.len() > SAME_BEFORE && ours.len() == theirs.len();
    let only =
        described && (ours.start..head).zip(theirs.clone()).all(|(p, q)| claim.folded(p) == text.folded(q));
    let named = held.phrasing.subject().is_some_and(|name| name.core.len() > 1);
    let effect = if only || of_other_bodies && named { Effect::Turn } else { Effect::Block };
    Some(Found { effect, ..block(reported..theirs.end) })
}

/// The last word of each of the noun phrases of `definition`: of "a Danish singer and actress", "singer" and "actress".
fn heads<'a>(document: &'a Document, definition: &'a Range<usize>) -> impl Iterator<Item = usize> + 'a {
    let ends = |i: usize| i >= definition.end || matches!(document.folded(i), "," | "and");
    definition.clone().filter(move |&i| !ends(i) && ends(i + 1))
}

/// Whether what ends at `end` is only what another thing is of, or made of: "a series *of* novels", "a film*'s* hero".
fn has_another_noun(document: &Document, end: usize) -> bool {
    matches!(document.folded_or_empty(end), "of" | "-" | "/" | "or")
}
