//! A value that agrees with the claimed one, beside another that does not: is it told of something else, so that it says nothing
//! for the claim?

use std::ops::Range;

use crate::english::{self, Direction};
use crate::matcher::Likeness;
use crate::stance::held::Held;
use crate::text::{Document, TokenKind, WordSet};
use crate::value::Mention;

use super::pairing::{Pair, agrees, is_telling};
use super::{complement, grammar, life, scope};

/// From here on a number that stands in the sentences around is rather the claimed one than another: "the other 13 remain trapped".
const SPARE_NUMBER: f64 = 10.0;

/// The share of the claim that must be answered beside the value that differs, for that to be the one that is meant.
const ANSWERED: f64 = 0.9;

/// The same where the text says itself that the value that agrees is no longer so, or was only wanted.
const MOSTLY_ANSWERED: f64 = 0.62;

/// How many tokens before a value its "had sought" stands at most.
const WANTED_WITHIN: usize = 5;

/// How many tokens before such a verb its "had" stands at most.
const HAD_WITHIN: usize = 2;

/// How many tokens after a value its "a year ago" ends at most.
const AGO_WITHIN: usize = 5;

/// Stems of the verbs by which a value is wanted or expected that came out otherwise: "prosecutors had *sought* 12 years".
#[rustfmt::skip]
static WANTED: WordSet = WordSet::of(&[
    "ask", "budget", "demand", "expect", "fear", "forecast", "hope", "plan", "pledg", "predict", "promis",
    "propos", "request", "seek", "sought", "want",
]);

/// How many tokens before a value what it is compared with is led to by: "*compared with* 7.5 million".
const LED: usize = 2;

/// Words of a claim that may speak of when a value was another.
static THEN: WordSet = WordSet::of(&[
    "ago",
    "already",
    "before",
    "earlier",
    "formerly",
    "from",
    "had",
    "initially",
    "last",
    "once",
    "originally",
    "previous",
    "previously",
    "prior",
    "used",
]);

/// Whether a value that answers no other of the phrasing's agrees with the claimed one, in another role here or, where the
/// value is one that hardly turns up by chance, in the sentences around; or the passage has its very words. One that is told
/// of something else is none.
pub(super) fn has_equal(held: &Held<'_>, pair: &Pair<'_>, taken: &[bool]) -> bool {
    let claimed = pair.claimed;
    let says_the_same = |mention: &Mention| {
        !mention.value.weak
            && claimed.value.compare(&mention.value).is_some_and(agrees)
            && !life::is_of_another_event(held, mention)
            && !is_of_something_else(held, pair, mention)
    };
    let here = held.mentions().iter().zip(taken).any(|(mention, taken)| !taken && says_the_same(mention));
    let telling = claimed.value.number().is_none_or(|number| number >= SPARE_NUMBER || is_telling(number));
    let inside = |mention: &Mention| held.tokens.contains(&mention.tokens.start);
    let mut outside = held.reading.mentions_around(held.alignment.passage.first).filter(|m| !inside(m));
    let corrects = |mention: &Mention| corrects(held.document(), claimed, mention);
    here || has_words(held, pair)
        || outside.any(|mention| !pair.in_place && telling && says_the_same(mention) || corrects(mention))
}

/// Whether a bare number takes back another: "killed thirty horses. *It was seventeen*", which looks like an age.
fn corrects(document: &Document, claimed: &Mention, mention: &Mention) -> bool {
    let word = |back: usize| mention.tokens.start.checked_sub(back).map_or("", |at| document.folded(at));
    mention.counted.is_none()
        && claimed.value.number().is_some_and(|number| mention.value.number() == Some(number))
        && matches!((word(2), word(1)), ("it" | "that", "is" | "was") | ("they" | "there", "are" | "were"))
}

/// Whether all that the claim says is told of the value that differs, and `spare` is told of something else: "300 people *in Sweden*
/// and 2,000 *in India*"; "pulled 38 from the water", "60 *were aboard*"; "22% *from* 25%".
fn is_of_something_else(held: &Held<'_>, pair: &Pair<'_>, spare: &Mention) -> bool {
    let Some((reported, ..)) = pair.partner else { return false };
    let was_not = is_disowned(held, spare)
        || was_before(held, pair.claimed, spare)
        || !life::may_be_of_one_event(held, pair.claimed, spare);
    if held.alignment.coverage >= MOSTLY_ANSWERED && was_not {
        return true;
    }
    let Some(sentence) = held.sentence_of(reported.tokens.start) else { return false };
    if held.alignment.coverage < ANSWERED
        || held.alignment.pairs(held.phrasing).any(|(_, q)| !sentence.contains(&q))
    {
        return false;
    }
    complement::is_of_another_member_of(held, reported, spare)
        || is_of_another_verb(held, reported, spare)
        || is_base(held, pair.claimed, spare)
}

/// Whether the text says of `spare`, and the claim does not, that it had been wanted or expected, or that it was not so: "*had
/// sought* 12 years", "and *not* 1,200".
pub(super) fn is_disowned(held: &Held<'_>, spare: &Mention) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let word = |i: usize| text.folded(i);
    let start = spare.tokens.start;
    let wants = |document: &Document, i: usize| WANTED.contains(&english::stem(document.folded(i)));
    let mut near = start.saturating_sub(WANTED_WITHIN).max(clause_of(held, spare).start)..start;
    // "Had originally sought."
    let had = |i: usize| (i.saturating_sub(HAD_WITHIN)..i).any(|had| word(had) == "had");
    let own = |says: &dyn Fn(usize) -> bool| held.phrasing.tokens().any(says);
    let wanted = near.any(|i| wants(text, i) && had(i)) && !own(&|i| wants(claim, i));
    let denied = start.checked_sub(1).is_some_and(|i| word(i) == "not");
    // "One instead of seven" has both.
    let both = own(&|i| matches!(claim.folded(i), "instead" | "rather"));
    !both && (wanted || denied && !own(&|i| claim.folded(i) == "not"))
}

/// Whether the text says that `spare` was so before, and the claim speaks of no time: "versus $1.90 *a year ago*".
fn was_before(held: &Held<'_>, claimed: &Mention, spare: &Mention) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let counted = spare.counted.as_ref().map_or(0, |counted| counted.end);
    let end = counted.max(spare.tokens.end);
    let mut after = end..clause_of(held, spare).end.min(end + AGO_WITHIN);
    after.any(|i| matches!(text.folded(i), "ago" | "earlier" | "previously"))
        && claimed.value.kind == spare.value.kind
        && !held.phrasing.tokens().any(|i| THEN.contains(claim.folded(i)))
        && !held.phrasing.mentions.iter().any(|mention| mention.value.kind.is_dated())
}

/// Whether `spare` stands in a clause with a verb of its own and without any word of the claim, and the claim's verb in that of the
/// value that differs.
fn is_of_another_verb(held: &Held<'_>, reported: &Mention, spare: &Mention) -> bool {
    let text = held.document();
    let clause = clause_of(held, spare);
    if clause.contains(&reported.tokens.start) {
        return false;
    }
    let beside = clause_of(held, reported);
    let claim = &held.phrasing.document;
    let verb = held.alignment.pairs(held.phrasing).any(|(p, q)| {
        beside.contains(&q) && english::is_verb(claim, p) && english::is_content_word(claim, p)
    });
    // "It was seventeen" tells of the same again, and so may what rose and fell.
    let says = |i: &usize| english::is_content_word(text, *i) && !spare.tokens.contains(i);
    let words = || clause.clone().filter(says);
    let moves = || words().any(|i| Direction::of(text.folded(i)).is_some());
    let has_verb = || clause.clone().any(|i| english::is_verb(text, i));
    let answers = || {
        held.phrasing.frame.iter().any(|word| {
            let hits = held.reading.marked.answers_among(word.word, &clause);
            // What it counts says nothing of it.
            let counted = |token: usize| spare.counted.as_ref().is_some_and(|all| all.contains(&token));
            hits.iter().any(|hit| hit.likeness > Likeness::Opposed && !counted(hit.token))
        })
    };
    verb && words().next().is_some() && has_verb() && !moves() && !answers()
}

/// The clause of a value, in whichever sentence of the text that stands.
fn clause_of(held: &Held<'_>, value: &Mention) -> Range<usize> {
    let text = held.document();
    let sentences = text.sentences();
    let at = sentences.partition_point(|sentence| sentence.tokens.end <= value.tokens.start);
    let Some(sentence) = sentences.get(at) else { return value.tokens.clone() };
    let joins = |i: usize| matches!(text.folded(i), "after" | "and" | "as" | "before" | "or" | "until");
    let ends = |i: &usize| scope::ends_clause(text, *i) || joins(*i);
    let start = (sentence.tokens.start..value.tokens.start).rev().find(ends);
    let end = (value.tokens.end..sentence.tokens.end).find(ends);
    start.map_or(sentence.tokens.start, |at| at + 1)..end.unwrap_or(sentence.tokens.end)
}

/// Whether `spare` is only what the other is compared with or has come from, and the claim speaks of no time before.
fn is_base(held: &Held<'_>, claimed: &Mention, spare: &Mention) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    is_compared_with(text, spare)
        && !is_compared_with(claim, claimed)
        && !held.phrasing.tokens().any(|i| THEN.contains(claim.folded(i)))
        && speaks_of_now(held, claimed)
}

/// Whether a value stands behind what leads to that with which another is compared: "*from* 20,000", "*compared with* 9%".
pub(super) fn is_compared_with(document: &Document, value: &Mention) -> bool {
    let word = |back: usize| value.tokens.start.checked_sub(back).map_or("", |at| document.folded(at));
    matches!(word(1), "against" | "from" | "than" | "versus" | "vs")
        || matches!(word(1), "to" | "with") && word(LED) == "compared"
}

/// Whether the claim speaks of how it is or of how it came out: "holds 9 million", "rose *to* £2", "was 84% *in May*"; what "was
/// 84%" may have been so before.
fn speaks_of_now(held: &Held<'_>, claimed: &Mention) -> bool {
    let claim = &held.phrasing.document;
    let led_to = claimed.tokens.start.checked_sub(1).is_some_and(|at| claim.folded(at) == "to");
    let dated = held.phrasing.mentions.iter().any(|mention| mention.value.kind.is_dated());
    led_to || dated || !grammar::is_past(claim, &held.phrasing.tokens())
}

/// Whether the number itself stands in the passage, in digits, where its own partner does not, and not as a value of another
/// kind: the 12 of "12:36" or "12 July" is no 12 people.
fn has_words(held: &Held<'_>, pair: &Pair<'_>) -> bool {
    let claim = &held.phrasing.document;
    let digits = pair.claimed.core.clone().find(|&i| claim.tokens()[i].kind == TokenKind::Number);
    let taken = |q: usize| {
        pair.partner.is_some_and(|(partner, ..)| partner.tokens.contains(&q))
            || held.comparison.as_ref().is_some_and(|comparison| comparison.has_same(q))
    };
    let other = |q: usize| {
        let mention = held.mentions().iter().find(|mention| mention.core.contains(&q));
        let comparable = |mention: &Mention| pair.claimed.value.compare(&mention.value).is_some();
        mention.is_some_and(|mention| {
            !mention.is_bare() && !comparable(mention)
                || life::is_of_another_event(held, mention)
                || is_of_something_else(held, pair, mention)
        })
    };
    digits.is_some_and(|i| {
        let same = |q: usize| held.document().folded(q) == claim.folded(i);
        held.tokens.clone().any(|q| same(q) && !taken(q) && !other(q))
    })
}
