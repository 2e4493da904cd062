//! Who holds an office: not a deputy, nor one who held it once, nor one who is of it.

use crate::english::{self, Voice};
use crate::stance::held::Held;
use crate::text::{Case, Document, WordSet};
use crate::value::name::Name;

use super::role::before;

/// Words before an office that make it another, or one that was.
static OTHER_OFFICES: WordSet = WordSet::of(&[
    "acting",
    "assistant",
    "deputy",
    "ex",
    "fake",
    "former",
    "future",
    "incoming",
    "interim",
    "junior",
    "lieutenant",
    "mock",
    "next",
    "onetime",
    "retired",
    "shadow",
    "vice",
]);

/// Offices that one holds at a time.
static OFFICES: WordSet = WordSet::of(&[
    "ambassador",
    "bishop",
    "captain",
    "chairman",
    "chairwoman",
    "chancellor",
    "chief",
    "coach",
    "commissioner",
    "director",
    "executive",
    "governor",
    "head",
    "king",
    "leader",
    "manager",
    "mayor",
    "minister",
    "pope",
    "president",
    "prime",
    "secretary",
]);

/// How far before an office the verb stands at most that says who holds it: "*is* the new mayor".
const OFFICE_REACH: usize = 3;

/// The passage is about somebody in another office than the claim: "the *deputy* mayor", "a *former* president".
pub(super) fn another(held: &Held<'_>) -> Option<String> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let other = |document: &Document, i: usize| {
        let named = |&at: &usize| document.tokens()[at].case != Case::Lower;
        // "*Former* Brann coach".
        let first = (i.saturating_sub(OFFICE_REACH)..i).rev().take_while(named).last().unwrap_or(i);
        let prime = first.checked_sub(1).filter(|&at| document.folded(at) == "prime");
        let first = prime.unwrap_or(first);
        let own = |at: usize| OTHER_OFFICES.contains(document.folded(at));
        (first..i).find(|&at| own(at)).or_else(|| before(document, first).filter(|&at| own(at)))
    };
    // "Former president Donald Trump" is still Trump.
    let is_named = |q: usize| {
        let of = |name: &&&Name| name.core.start == q + 1 || name.tokens.contains(&q) && name.core.start > q;
        held.names().iter().find(of).is_some_and(|name| name.core.clone().any(|token| held.is_aligned(token)))
    };
    held.alignment.pairs(held.phrasing).find_map(|(p, q)| {
        let office =
            other(text, q).filter(|&office| !held.is_aligned(office) && office >= held.tokens.start)?;
        // A former soldier is a soldier still, to most.
        let person = if matches!(text.folded(office), "ex" | "former" | "retired") {
            OFFICES.contains(text.folded(q))
        } else {
            english::voice(text.folded(q)) == Some(Voice::Person)
        };
        // "Is the coach" is said of none who was.
        let holds = (p.saturating_sub(OFFICE_REACH)..p).any(|i| matches!(claim.folded(i), "is" | "are"));
        (person && other(claim, p).is_none() && (holds || !is_named(q)))
            .then(|| format!("is about a “{}”", held.words(&(office..q + 1))))
    })
}

/// How far before an office the verb stands at most in a passage that says who held it: "*was* for ten years the coach".
const HELD_REACH: usize = 6;

/// The passage says of an office that somebody held it, or of somebody else that they are of it, where the claim says that they hold it:
/// "*was* the coach", "is *a critic of* the governor".
pub(super) fn held_once(held: &Held<'_>) -> Option<String> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let is = |document: &Document, i: usize| matches!(document.folded(i), "is" | "are");
    let was = |i: usize| matches!(text.folded(i), "was" | "were" | "became");
    held.alignment.pairs(held.phrasing).find_map(|(p, q)| {
        let office = OFFICES.contains(claim.folded(p)) || claim.folded(p) == "owner";
        let holds = (p.saturating_sub(OFFICE_REACH)..p).any(|i| is(claim, i));
        if !office || !holds || p == 0 {
            return None;
        }
        let start = q.saturating_sub(HELD_REACH).max(held.sentence_of(q)?.start);
        let verb = (start..q).rev().find(|&i| is(text, i) || was(i))?;
        let person = |i: usize| {
            let named = english::voice(text.folded(i)) == Some(Voice::Person)
                || english::names_persons(text.folded(i));
            named && !held.is_aligned(i) && matches!(text.folded_or_empty(i + 1), "for" | "of" | "to")
        };
        let elect = text.folded_or_empty(q + 1) == "-" && text.folded_or_empty(q + 2) == "elect"
            || text.folded(q).ends_with("-elect");
        let part = q.checked_sub(2).is_some_and(|i| text.folded(i) == "part" && text.folded(i + 1) == "-");
        let other = was(verb) || elect || part || (verb..q).any(person);
        other.then(|| format!("only “{}”", held.words(&(verb..q + 1))))
    })
}
