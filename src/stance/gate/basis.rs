//! On what basis is something told: adjusted for something, without a part, in an area beside the claim's? What holds on one basis need
//! not on another: "sales fell", "*adjusted for inflation*, sales rose".

use crate::stance::held::Held;
use crate::text::{Document, WordSet};

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
        || word == "like" && next == "-" && document.folded_or_empty(at + 2) == "for"
}
