//! What somebody is: "is the mayor" is borne out by "Ms Hill, the mayor," and "as the mayor, Ms Hill", not by "Ms Hill sued the mayor".

use std::ops::Range;

use crate::english;
use crate::stance::held::Held;
use crate::text::{Case, Document, TokenKind, WordSet};
use crate::value::name::Name;

use super::argument::{self, same_word};
use super::{grammar, told_of};

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

/// The words of the passage for whom or what it says to be what the claim says of something else, where both are plain to see: "*the
/// head* of the union is a lawyer".
pub(super) fn of_another(held: &Held<'_>) -> Option<Range<usize>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let within = held.phrasing.tokens();
    let copula =
        within.clone().find(|&i| english::is_verb(claim, i)).filter(|&i| grammar::is_copula(claim, i))?;
    let noun = complement(claim, copula, within.end)?;
    let what = same_word(held, noun)?;
    let sentence = held.sentence_of(what)?;
    let is = (sentence.start..what).rev().find(|&i| grammar::is_copula(text, i))?;
    if complement(text, is, sentence.end) != Some(what) {
        return None;
    }
    let ours = told_of::subjects(claim, &within, copula)?;
    let theirs = told_of::subjects(text, &sentence, is)?;
    let head = ours.last()?.clone().rev().find(|&i| english::is_content_word(claim, i))?;
    let answer = same_word(held, head).filter(|answer| sentence.contains(answer))?;
    let first = theirs.first()?.clone();
    // "*Karst: A Tale of Love* is a film."
    if (answer..first.start).any(|i| text.folded(i) == ":") {
        return None;
    }
    (!argument::are_of_one(held, &ours, &theirs, (head, answer))).then_some(first)
}

/// The name of the passage to which belongs what the claim says that somebody else is: "*Transport Secretary* Ewan Stride", "Anna Delacroix,
/// *a physicist*".
pub(super) fn borne_by_another(held: &Held<'_>) -> Option<Range<usize>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let subject = held.phrasing.subject()?;
    let copula = subject.tokens.end;
    let head = Some(copula).filter(|&i| grammar::is_copula(claim, i));
    let head = head.and_then(|copula| complement(claim, copula, held.phrasing.tokens().end))?;
    let what = same_word(held, head)
        .filter(|&what| english::singular(text.folded(what)) == english::singular(claim.folded(head)))?;
    // "*Transport Secretary* Ewan Stride" may be one name.
    let bears =
        |name: &Name| name.core.start == what + 1 || (name.core.start..name.core.end - 1).contains(&what);
    // Nor is it another whom the claim names as well: "his *brother* Dean".
    let claimed = |p: usize| held.phrasing.names.iter().any(|name| name.core.contains(&p));
    let ours =
        |name: &Name| held.alignment.pairs(held.phrasing).any(|(p, q)| claimed(p) && name.core.contains(&q));
    // "The *Bishop* of Thornley."
    let of = grammar::is_preposition(text, what + 1);
    let next = held.names().iter().find(|name| bears(name) && !of);
    let start = (held.sentence_of(what)?.start..what)
        .rev()
        .take_while(|&i| text.tokens()[i].is_word() || text.folded(i) == "-")
        .last()
        .unwrap_or(what);
    let set_apart = matches!(text.folded(start), "a" | "an" | "the");
    let comma = start.checked_sub(1).filter(|&comma| set_apart && text.folded(comma) == ",");
    // "Tom Hale, *from Arden*, a teacher."
    let led =
        |name: &Name| name.tokens.start.checked_sub(1).is_some_and(|i| grammar::is_preposition(text, i));
    let before = held.names().iter().find(|name| comma == Some(name.tokens.end) && !led(name));
    let other = next.or(before)?;
    // "Chairman and founder Anna Holt": who bears it is told.
    (!ours(other)).then(|| other.core.clone())
}

/// The other of whom the passage says where they are from, where the claim says it of somebody else: "ahead of *Ruth Abanda of Kessel*".
pub(super) fn another_from_there(held: &Held<'_>) -> Option<Range<usize>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let subject = held.phrasing.subject()?;
    let comes =
        |i: usize| grammar::is_copula(claim, i) || matches!(claim.folded_or_empty(i), "comes" | "hails");
    let from = subject.tokens.end + 1;
    if !comes(subject.tokens.end) || claim.folded_or_empty(from) != "from" {
        return None;
    }
    let place = same_word(held, from + 1)?;
    let lead = place.checked_sub(1).filter(|&i| matches!(text.folded(i), "of" | "from" | ","))?;
    // "Ruth Abanda of Kessel" may be one name.
    let whole = |name: &Name| name.core.start < lead && name.core.contains(&place);
    let other = held.names().iter().find(|name| name.tokens.end == lead || whole(name))?;
    let ours = held
        .alignment
        .pairs(held.phrasing)
        .any(|(p, q)| subject.core.contains(&p) && other.core.contains(&q));
    (!ours).then(|| other.core.start..place + 1)
}

/// How many tokens after its copula what something is ends at most: "is *a former French-born dancer*".
const COMPLEMENT: usize = 8;

/// The noun for what something is said to be, after the copula at `is` and an article: "is *a* former *dancer*".
fn complement(document: &Document, is: usize, end: usize) -> Option<usize> {
    let led = matches!(document.folded_or_empty(is + 1), "a" | "an" | "the");
    let ends = |&i: &usize| {
        let word = document.folded(i);
        let joins = matches!(word, "and" | "or") || english::is_verb(document, i) && i > is + 2;
        !document.tokens()[i].is_word() && word != "-" || joins || grammar::is_preposition(document, i)
    };
    let limit = end.min(is + 1 + COMPLEMENT);
    let phrase = is + 1..(is + 1..limit).find(ends).unwrap_or(limit);
    let noun = phrase.rev().find(|&i| english::is_content_word(document, i)).filter(|_| led)?;
    (document.tokens()[noun].case == Case::Lower).then_some(noun)
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
