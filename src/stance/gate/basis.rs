//! On what basis is something told: adjusted for something, without a part, in an area beside the claim's? What holds on one basis need
//! not on another: "sales fell", "*adjusted for inflation*, sales rose".

use std::ops::Range;

use crate::english;
use crate::stance::held::Held;
use crate::text::{Document, WordSet};

use super::change::is_period;

/// Words for a basis, wherever in a sentence they stand.
#[rustfmt::skip]
static BASES: WordSet = WordSet::of(&[
    "adjusted", "excludes", "excluding", "nominal", "organic", "organically", "seasonally", "stripping",
    "underlying",
]);

/// Words for an area beside another: "in the *neighbouring* county".
static BESIDE: WordSet = WordSet::of(&["adjacent", "adjoining", "nearby", "neighboring", "neighbouring"]);

/// Whether the passage's sentence around the token at `reported` names a basis, and the claim none.
pub(super) fn differs(held: &Held<'_>, reported: usize) -> bool {
    let claim = &held.phrasing.document;
    // "Includes VAT", "excluding VAT": the basis is what is told.
    let is_told = |i: usize| is_basis(claim, i) || claim.folded(i).starts_with("includ");
    let mut sentence = held.sentence_of(reported).unwrap_or_default();
    sentence.any(|i| is_basis(held.document(), i)) && !held.phrasing.tokens().any(is_told)
}

/// Whether a token names a basis: "underlying", "in *real* terms", "*like*-for-like".
fn is_basis(document: &Document, at: usize) -> bool {
    let (word, next) = (document.folded(at), document.folded_or_empty(at + 1));
    BASES.contains(word)
        || BESIDE.contains(word)
        || matches!(
            (word, next),
            ("real" | "comparable" | "constant", "basis" | "currencies" | "currency" | "terms")
        )
        || word == "adjusting" && next == "for"
        || word == "before" && matches!(next, "items" | "special" | "tax")
        || matches!(word, "by" | "in") && matches!(next, "tonnes" | "tons" | "volume" | "weight")
        || word == "like" && next == "-" && document.folded_or_empty(at + 2) == "for"
}

/// Whether it is what something was before: "swung *from a profit*".
pub(super) fn is_left_behind(held: &Held<'_>, claimed: usize, reported: usize) -> bool {
    let from = |document: &Document, at: usize| {
        let article = |i: &usize| matches!(document.folded(*i), "a" | "an" | "its" | "the");
        let before = (0..at).rev().find(|i| !article(i));
        before.is_some_and(|i| document.folded(i) == "from")
    };
    from(held.document(), reported) && !from(&held.phrasing.document, claimed)
}

/// The words by which the passage compares with another length of time than the claim: "month-on-month", for "year-on-year".
pub(super) fn another_period<'a>(held: &'a Held<'_>) -> Option<&'a str> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let own = period_on_period(claim, held.phrasing.tokens())?;
    let sentence = held.sentence_of_first()?;
    let other = period_on_period(text, sentence.clone())?;
    let differs = claim.folded(own) != text.folded(other);
    differs.then(|| held.words(&(other..sentence.end.min(other + PERIOD_ON_PERIOD))))
}

/// Whether only the sentence of the passage's value compares with another length of time: "grew 1 percent *month-on-month*".
pub(super) fn compares_periods(held: &Held<'_>, reported: usize) -> bool {
    let sentence = held.sentence_of(reported).unwrap_or_default();
    let own = period_on_period(&held.phrasing.document, held.phrasing.tokens());
    own.is_none() && period_on_period(held.document(), sentence).is_some()
}

/// How many tokens "year-on-year" has.
const PERIOD_ON_PERIOD: usize = 5;

/// Where "year-on-year" or its like begins.
fn period_on_period(document: &Document, tokens: Range<usize>) -> Option<usize> {
    let last = tokens.end;
    tokens.into_iter().find(|&i| {
        let hyphen = usize::from(document.folded_or_empty(i + 1) == "-");
        let on = i + 1 + hyphen;
        let next = on + 1 + hyphen;
        // Hardly any is.
        next < last
            && matches!(document.folded(on), "on" | "over" | "to")
            && is_period(document.folded(i))
            && document.folded(next) == document.folded(i)
    })
}

/// How many tokens after its "from" what something is compared with stands at most: "from *a year earlier*".
const BASE: usize = 4;

/// Whether each is compared with another time: "rose *from May*", "fell *from a year earlier*".
pub(super) fn has_another_base(held: &Held<'_>, claimed: usize, reported: usize) -> bool {
    let base = |document: &Document, mut within: Range<usize>| -> Option<Vec<String>> {
        let from = within.find(|&i| document.folded(i) == "from")?;
        let named =
            (from + 1..within.end.min(from + 1 + BASE)).filter(|&i| english::is_content_word(document, i));
        Some(named.map(|i| document.folded(i).to_owned()).collect())
    };
    let sentence = held.sentence_of(reported).unwrap_or_default();
    let ours = base(&held.phrasing.document, claimed..held.phrasing.tokens().end);
    let theirs = base(held.document(), reported..sentence.end);
    ours.zip(theirs).is_some_and(|(ours, theirs)| {
        !ours.is_empty()
            && theirs.iter().any(|word| is_period(word))
            && !ours.iter().any(|word| theirs.contains(word))
    })
}
