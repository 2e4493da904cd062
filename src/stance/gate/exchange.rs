//! Do two that the claim names stand the other way round in the passage, about one verb: "A beat B", "B defeated A"?

use std::ops::Range;

use crate::english;
use crate::matcher::{Likeness, is_reporting};
use crate::stance::held::Held;
use crate::text::{Case, Document, WordSet};
use crate::value::name::Name;

use super::argument::answered;
use super::grammar::{self, Voice};
use super::role::is_mutual;

/// How far from its verb a name stands at most.
const REACH: usize = 10;

/// The name of the passage that does what the claim says is done to it, or by another.
pub(super) fn of_names(held: &Held<'_>) -> Option<String> {
    let (claim, text) = (&held.phrasing.document, held.document());
    // In a headline the verb has a capital letter as well.
    let named = |p: usize| held.phrasing.names.iter().any(|name| name.tokens.contains(&p));
    let says = |&p: &usize| english::is_verb(claim, p) && english::is_content_word(claim, p) && !named(p);
    let verb = grammar::claimed(held)
        .or_else(|| held.phrasing.tokens().find(says).filter(|_| held.phrasing.headline))?;
    let (start, verb) = deed(claim, &held.phrasing.tokens(), verb);
    if !english::is_verb(claim, verb) || is_mutual(claim.folded(verb)) {
        return None;
    }
    let names = || held.phrasing.names.iter();
    let doer = names().find(|name| name.tokens.start >= start && name.tokens.end <= verb)?;
    let reported = answered(held, verb, Likeness::Related)?;
    // "Norbank *Managing* Director Ingrid Moen".
    let in_title = text.tokens()[reported].case != Case::Lower
        && !held.phrasing.headline
        && held.sentence_of(reported).is_some_and(|sentence| sentence.start != reported);
    if in_title {
        return None;
    }
    let voice = grammar::voice(text, reported);
    if grammar::voice(claim, verb) == Voice::Passive {
        return None;
    }
    let done_to = names().filter(|name| name.tokens.start > verb).find_map(|name| token(held, name));
    let crossed = token(held, doer).zip(done_to).is_some_and(|(doer, done_to)| {
        let near = |at: usize| at.abs_diff(reported) <= REACH;
        voice == Voice::Active
            && done_to < reported
            && reported < doer
            && near(doer)
            && near(done_to)
            && !parted(text, &(done_to..leading(text, reported)))
            && !parted(text, &(reported + 1..doer))
    });
    if crossed {
        return token(held, doer).map(|at| format!("“{}” in another role", held.words(&(at..at + 1))));
    }
    // Whom the passage does not name at all, is for the names to tell.
    let is_told_of = token(held, doer).is_some();
    let by = by_whom(held, reported).filter(|_| is_told_of && voice == Voice::Passive)?;
    // "By Friday" is by nobody.
    let valued = held.mentions().iter().any(|mention| by.contains(&mention.tokens.start));
    let named = !valued && by.clone().all(|i| text.tokens()[i].case != Case::Lower);
    // "Produced by A, B and C" was produced by each.
    let is_name = |i: usize| !english::is_content_word(text, i) || text.tokens()[i].case != Case::Lower;
    let theirs = by.clone().any(|i| held.is_aligned(i))
        || token(held, doer).is_some_and(|at| at > by.end && (by.end..at).all(is_name));
    (named && !theirs).then(|| format!("by “{}”", held.words(&by)))
}

/// The verb for what is done, with where its own part of the claim begins: behind "police said", and what somebody "agreed *to buy*".
fn deed(claim: &Document, within: &Range<usize>, verb: usize) -> (usize, usize) {
    let to = verb + 2 < within.end && claim.folded(verb + 1) == "to" && english::is_verb(claim, verb + 2);
    if to && is_mutual(claim.folded(verb)) {
        return (within.start, verb + 2);
    }
    let from = verb + 1 + usize::from(claim.folded_or_empty(verb + 1) == "that");
    let said = Some(from..within.end).filter(|_| is_reporting(claim.folded(verb)));
    match said.and_then(|said| grammar::predicate(claim, &said)) {
        Some(told) => (from, told),
        None => (within.start, verb),
    }
}

/// The word of a passage that tells the opposite result of a match between the two that the claim names, in the claim's order: "A
/// *lost* to B" for "A beat B".
pub(super) fn of_result(held: &Held<'_>) -> Option<String> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let result = |document: &Document, at: usize| match english::stem(document.folded(at)).as_ref() {
        "beat" | "defeat" => Some(grammar::voice(document, at) != Voice::Passive),
        "lose" => Some(false),
        _ => None,
    };
    let open = |&p: &usize| held.alignment.pairs(held.phrasing).all(|(own, _)| own != p);
    let verb = held.phrasing.tokens().filter(open).find(|&p| result(claim, p).is_some())?;
    let names = || held.phrasing.names.iter();
    let one = names().rfind(|name| name.tokens.end <= verb).and_then(|name| token(held, name))?;
    let other = names().find(|name| name.tokens.start > verb).and_then(|name| token(held, name))?;
    let told = (one + 1..other).find(|&q| result(text, q).is_some())?;
    let apart = parted(text, &(one + 1..told)) || parted(text, &(told + 1..other));
    (!apart && result(text, told) != result(claim, verb))
        .then(|| format!("“{}” instead", held.words(&(told..told + 1))))
}

/// The last token that answers a name.
fn token(held: &Held<'_>, name: &Name) -> Option<usize> {
    held.alignment.pairs(held.phrasing).filter(|(p, _)| name.core.contains(p)).map(|(_, q)| q).last()
}

/// The verb, or the one that leads to it: "*agreed* on Monday to buy".
fn leading(document: &Document, verb: usize) -> usize {
    let infinitive = verb.checked_sub(1).is_some_and(|to| document.folded(to) == "to");
    let from = verb.saturating_sub(REACH);
    let leads = |&i: &usize| english::is_verb(document, i) && english::is_content_word(document, i);
    let before = (from..verb.saturating_sub(1)).rev().find(leads);
    before.filter(|_| infinitive).unwrap_or(verb)
}

/// Whether another verb or clause begins among `tokens`.
fn parted(document: &Document, tokens: &Range<usize>) -> bool {
    tokens.clone().any(|i| {
        grammar::is_bound(document, i)
            || matches!(document.folded(i), "and" | "," | ";")
            || english::is_verb(document, i) && english::is_content_word(document, i)
    })
}

/// Who stands behind the "by" of a verb.
fn by_whom(held: &Held<'_>, verb: usize) -> Option<Range<usize>> {
    let text = held.document();
    let sentence = held.sentence_of(verb)?;
    let end = sentence.end.min(verb + 1 + grammar::BY_REACH);
    let by = (verb + 1..end)
        .take_while(|&i| text.tokens()[i].is_word() && !matches!(text.folded(i), "and" | "or"))
        .find(|&i| text.folded(i) == "by")?;
    grammar::after(text, &sentence, by, "by")
}

/// Stems of verbs that tell of what happens to something, whoever does it: "sank the ferry", "the ferry sank".
#[rustfmt::skip]
static ERGATIVE: WordSet = WordSet::of(&[
    "begin", "break", "broke", "burn", "chang", "close", "collaps", "crash", "doubl", "drop", "end", "explod", "fell",
    "grew", "grow", "halv", "improv", "increas", "merg", "move", "open", "sank", "sell", "shut", "sink", "start",
    "stop", "turn", "vari",
]);

/// How many tokens after a verb the last word of what it is done to stands at most: "sued *the drivers' union*".
const OBJECT_REACH: usize = 4;

/// The claim's subject where the same verb is done to it by somebody else: "the union sued", "the firm sued *the union*".
pub(super) fn done_to(held: &Held<'_>) -> Option<usize> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let verb = grammar::claimed(held).filter(|&verb| english::is_verb(claim, verb))?;
    // "*Said* Dr Moss".
    if is_reporting(claim.folded(verb)) {
        return None;
    }
    let pairs: Vec<(usize, usize)> = held.alignment.pairs(held.phrasing).collect();
    let &(_, told) = pairs.iter().find(|&&(p, _)| p == verb)?;
    let subject = verb.checked_sub(1).filter(|&p| english::is_content_word(claim, p))?;
    let &(_, object) = pairs.iter().find(|&&(p, _)| p == subject)?;
    let sentence = held.sentence_of(told)?;
    let near = (told + 1..sentence.end.min(told + 1 + OBJECT_REACH)).contains(&object);
    let plain = (told + 1..object).all(|i| {
        text.tokens()[i].is_word() && !grammar::is_preposition(text, i) && !english::is_verb(text, i)
    });
    let stem = |document: &Document, i: usize| english::stem(document.folded(i)).into_owned();
    // "The ferry sank", "a storm sank the ferry".
    let same = stem(claim, verb) == stem(text, told)
        && english::is_verb(text, told)
        && !ERGATIVE.contains(&stem(claim, verb));
    let active = |document: &Document, i: usize| grammar::voice(document, i) == Voice::Active;
    let others =
        (sentence.start..told).any(|i| english::is_content_word(text, i) && !english::is_verb(text, i));
    let ours = pairs.iter().any(|&(p, q)| p < verb && q < told && sentence.contains(&q));
    (near
        && plain
        && same
        && active(claim, verb)
        && active(text, told)
        && others
        && !ours
        && !is_mutual(claim.folded(verb)))
    .then_some(object)
}
