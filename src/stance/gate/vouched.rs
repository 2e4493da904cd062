//! Does a value that agrees show that one beside it, which differs, is of the same thing: "$3.1 billion, or $6.78 a share"?

use crate::stance::held::Held;
use crate::value::{Kind, Mention, Relation};

use super::pairing::{Pair, is_telling};

/// Doubts that only the wording raises: a value beside it that agrees shows that the same is told.
pub(super) const OF_WORDING: [&str; 13] = [
    "of a stretch of time",
    "another time or a plan",
    "another stretch of time",
    "of a part of the time",
    "little else of the claim",
    "other words around it",
    "another word for it",
    "another word of the kind",
    "a broader subject",
    "a narrower subject",
    "another verb",
    "another sentence",
    "the verb in another sentence",
];

/// Whether another value of the claim, which hardly turns up twice by chance, agrees with one that stands beside `reported`, and the
/// text has the claimed value nowhere.
pub(super) fn is_vouched_for(
    held: &Held<'_>,
    pairs: &[Pair<'_>],
    pair: &Pair<'_>,
    reported: &Mention,
) -> bool {
    let Some(sentence) = held.sentence_of(reported.tokens.start) else { return false };
    let telling = |mention: &Mention| {
        let counts = !mention.value.kind.is_dated() && mention.value.kind != Kind::Ordinal;
        counts && !mention.value.weak && mention.value.number().is_some_and(is_telling)
    };
    let vouches = |other: &Pair<'_>| {
        let Some((partner, relation, _)) = other.partner else { return false };
        other.claimed.tokens != pair.claimed.tokens
            && relation == Relation::Equal
            && telling(other.claimed)
            && sentence.contains(&partner.tokens.start)
    };
    let all = 0..held.document().sentences().len();
    let number = pair.claimed.value.number();
    let there = || held.reading.mentions(all).any(|mention| mention.value.number() == number);
    // "44 of 53 laps", "nine of 53": counts have parts.
    let amount = matches!(
        pair.claimed.value.kind,
        Kind::Money(_) | Kind::Proportion | Kind::Points | Kind::Measure(_)
    );
    amount && telling(pair.claimed) && number.is_some() && pairs.iter().any(vouches) && !there()
}
