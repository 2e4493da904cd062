//! Does a value that agrees show that the one beside it, which differs, is of the same thing: "$3.1 billion, or $6.78 a share"?

use std::ops::Range;

use crate::english;
use crate::matcher::is_reporting;
use crate::stance::held::Held;
use crate::text::Document;
use crate::value::{Kind, Mention, Relation};

use super::change::is_period;
use super::doubt;
use super::pairing::{Pair, is_telling};

/// Doubts that fall where a value is vouched for.
const FALLING: [&str; 12] = [
    doubt::NARROWER_SUBJECT,
    doubt::LITTLE_ELSE,
    doubt::OTHER_WORDS,
    doubt::ANOTHER_WORD,
    doubt::ANOTHER_WORD_OF_THE_KIND,
    doubt::BROADER_SUBJECT,
    doubt::ANOTHER_VERB,
    doubt::ANOTHER_SENTENCE,
    doubt::VERB_IN_ANOTHER_SENTENCE,
    doubt::ANOTHER_STRETCH,
    doubt::PART_OF_THE_TIME,
    doubt::STRETCH,
];

/// How many tokens stand at most between a value and the one that vouches for it.
const BETWEEN: usize = 4;

/// How many tokens after a value what it is compared with is named at most: "up 12% from *the quarter* before".
const BASE: usize = 5;

/// The doubts that are left of `doubts` where another value of the claim, which hardly turns up twice by chance, agrees with one that
/// stands beside `reported`, with the same words between them as in the claim, and the text has the claimed value nowhere.
pub(super) fn left<'d>(
    held: &Held<'_>,
    pairs: &[Pair<'_>],
    pair: &Pair<'_>,
    reported: &Mention,
    mut doubts: Vec<&'d str>,
) -> Vec<&'d str> {
    let (claim, text) = (&held.phrasing.document, held.document());
    // "44 of 53 laps", "nine of 53": counts have parts.
    let amount = matches!(
        pair.claimed.value.kind,
        Kind::Money(_) | Kind::Proportion | Kind::Points | Kind::Measure(_)
    );
    if doubts.is_empty() || !amount || !is_telling_value(pair.claimed) {
        return doubts;
    }
    let vouching = pairs.iter().find_map(|other| {
        let (partner, ..) = other.partner.filter(|&(_, relation, _)| relation == Relation::Equal)?;
        let another = other.claimed.tokens != pair.claimed.tokens && is_telling_value(other.claimed);
        let between = another.then(|| between(other.claimed, pair.claimed)).flatten()?;
        are_joined_alike((claim, other.claimed, pair.claimed), (text, partner, reported)).then_some(between)
    });
    let bases = (base(claim, pair.claimed), base(text, reported));
    let number = pair.claimed.value.number();
    let all = 0..text.sentences().len();
    let Some(between) = vouching.filter(|_| bases.0 == bases.1) else { return doubts };
    if held.reading.mentions(all).any(|mention| mention.value.number() == number) {
        return doubts;
    }
    // "$3.1 billion *or* $6.78 a share" is one sum; what both are compared with is of that time.
    let one = between.into_iter().any(|i| claim.folded(i) == "or") || !bases.0.is_empty();
    doubts.retain(|doubt| !(FALLING.contains(doubt) || one && *doubt == doubt::ANOTHER_TIME));
    doubts
}

/// Whether a value is an amount that hardly turns up by chance.
fn is_telling_value(mention: &Mention) -> bool {
    let counts = !mention.value.kind.is_dated() && mention.value.kind != Kind::Ordinal;
    counts && !mention.value.weak && mention.value.number().is_some_and(is_telling)
}

/// The lengths of time that a value is compared with, as named right behind it: "up 12% from the *quarter* before".
fn base(document: &Document, value: &Mention) -> Vec<String> {
    let after = value.tokens.end..document.tokens().len().min(value.tokens.end + BASE);
    after.map(|i| document.folded(i)).filter(|word| is_period(word)).map(str::to_owned).collect()
}

/// The tokens between two values, where they stand close together.
fn between(one: &Mention, other: &Mention) -> Option<Range<usize>> {
    let between = one.tokens.end.min(other.tokens.end)..one.tokens.start.max(other.tokens.start);
    (between.start <= between.end && between.len() <= BETWEEN).then_some(between)
}

/// Whether two values stand in the one document as two in the other: in the same order, close together, and with the same words between.
fn are_joined_alike(
    (claim, ours, own): (&Document, &Mention, &Mention),
    (text, theirs, other): (&Document, &Mention, &Mention),
) -> bool {
    let (Some(ours_between), Some(theirs_between)) = (between(ours, own), between(theirs, other)) else {
        return false;
    };
    (ours.tokens.start < own.tokens.start) == (theirs.tokens.start < other.tokens.start)
        && ours_between.map(|i| claim.folded(i)).eq(theirs_between.map(|i| text.folded(i)))
}

/// Whether the values that differ are one thing told in two measures on both sides, where nothing else stands between: "$7m *or* $0.18 a
/// share".
pub(super) fn is_one_sum(held: &Held<'_>, conflicts: &[&Pair<'_>]) -> bool {
    let [one, other] = conflicts else { return false };
    let joined = |document: &Document, one: &Mention, other: &Mention| {
        let between = one.tokens.end.min(other.tokens.end)..one.tokens.start.max(other.tokens.start);
        one.tokens.start < other.tokens.start
            && between.len() == 1
            && document.folded_or_empty(between.start) == "or"
    };
    let (Some((first, ..)), Some((second, ..))) = (one.partner, other.partner) else { return false };
    // "In the prior year", "before special items".
    let text = held.document();
    let mut sentence = held.sentence_of(first.tokens.start).unwrap_or_default();
    let valued = |i: usize| [first, second].into_iter().any(|value| value.tokens.contains(&i));
    let more = |i: usize| {
        let says = english::is_content_word(text, i) || matches!(text.folded(i), "before" | "after");
        says && !held.is_aligned(i) && !valued(i) && !is_reporting(text.folded(i))
    };
    if sentence.any(more) {
        return false;
    }
    joined(&held.phrasing.document, one.claimed, other.claimed) && joined(held.document(), first, second)
}
