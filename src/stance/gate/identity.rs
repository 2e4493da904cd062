//! What somebody is: "is the mayor" is borne out by "Ms Hill, the mayor," and "as the mayor, Ms Hill", not by "Ms Hill sued the mayor".

use std::ops::Range;

use crate::english;
use crate::stance::held::Held;
use crate::text::{Document, TokenKind, WordSet};

use super::argument::same_word;
use super::grammar;

/// Verbs by which somebody is said to be something, or made to be it.
#[rustfmt::skip]
static LINKING: WordSet = WordSet::of(&[
    "appointed", "are", "as", "be", "became", "become", "becomes", "been", "being", "called",
    "chosen", "considered", "crowned", "declared", "elected", "is", "made", "named", "nominated",
    "remain", "remained", "remains", "was", "were",
]);

/// Words for what somebody is, which stand before it with "of": "the post *of mayor*", "one *of its best poets*".
static POSTS: WordSet = WordSet::of(&["job", "office", "one", "position", "post", "rank", "role", "title"]);

/// The words of the passage that stand between whom the claim tells of and what it says that they are, where these are no words for that.
pub(super) fn not_linked(held: &Held<'_>) -> Option<Range<usize>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let subject = held.phrasing.subject()?;
    let copula = subject.tokens.end;
    if !matches!(claim.folded_or_empty(copula), "are" | "is" | "was" | "were") {
        return None;
    }
    let phrase = grammar::phrase_after(claim, copula, held.phrasing.tokens().end);
    let says_more = (copula + 1..held.phrasing.tokens().end).any(|i| english::is_verb(claim, i));
    let head = phrase.rev().find(|&i| english::is_content_word(claim, i)).filter(|_| !says_more)?;
    let noun = english::parts_of_speech(&english::stem(claim.folded(head))).starts_with('n');
    let what = same_word(held, head).filter(|_| noun)?;
    let sentence = held.sentence_of(what)?;
    let answers =
        held.alignment.pairs(held.phrasing).filter(|(p, _)| subject.core.contains(p)).map(|(_, q)| q);
    let who = answers.filter(|q| sentence.contains(q)).min_by_key(|q| q.abs_diff(what))?;
    if who < what { after_its_bearer(text, who, what) } else { before_its_bearer(text, what, who) }
}

/// What leads to the noun at `what`, behind whom it is to be said of, where that is another verb, a preposition or an "and".
fn after_its_bearer(text: &Document, who: usize, what: usize) -> Option<Range<usize>> {
    let small =
        |i: usize| matches!(text.folded(i), "a" | "an" | "her" | "his" | "its" | "our" | "the" | "their");
    let describes = |&i: &usize| {
        small(i) || english::is_content_word(text, i) && text.tokens()[i].is_word() && !is_told(text, i)
    };
    let start = (who + 1..what).rev().take_while(describes).last().unwrap_or(what);
    let lead =
        (who + 1..start).rev().find(|&i| !grammar::is_adverb(text, i) && text.folded(i) != "currently")?;
    let word = text.folded(lead);
    let post = word == "of" && POSTS.contains(text.folded(lead - 1));
    // "Lorne Petty and *his* brother".
    let own = (lead + 1..what).any(|i| matches!(text.folded(i), "her" | "his" | "its" | "their"));
    let joined = matches!(word, "and" | "or") && lead == who + 1 && !own;
    let other = english::is_verb(text, lead) && english::is_content_word(text, lead)
        || grammar::is_preposition(text, lead);
    (joined || other && !post && !LINKING.contains(word)).then_some(lead..what + 1)
}

/// Whether a verb tells something: "*sued* the mayor", but not "its most *performed* dramatist".
fn is_told(text: &Document, at: usize) -> bool {
    let describes = at > 0 && matches!(text.folded(at - 1), "best" | "most" | "well");
    english::is_verb(text, at) && !describes
}

/// What stands between the noun at `what` and a name behind it, where that is another verb or an "and".
fn before_its_bearer(text: &Document, what: usize, who: usize) -> Option<Range<usize>> {
    let links =
        |i: usize| LINKING.contains(text.folded(i)) || text.tokens()[i].kind == TokenKind::Punctuation;
    let mut between = what + 1..who;
    let tells = between.clone().any(|i| english::is_verb(text, i) && english::is_content_word(text, i));
    let joined = who > what + 1
        && (who.saturating_sub(2)..who).any(|i| i > what && matches!(text.folded(i), "and" | "or"));
    ((tells || joined) && !between.any(links)).then_some(what..who + 1)
}
