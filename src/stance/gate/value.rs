//! Do the values agree, each with its partner in the same role?

use crate::matcher::Answer;
use crate::stance::ComparedValue;
use crate::stance::held::Held;
use crate::value::{Mention, Relation};

use super::pairing::{Pair, pair};
use super::scope;
use super::{Effect, Found, IN_ONE_SENTENCE};

const GATE: &str = "values";

/// A pair of values in roles less alike than this is no pair.
const BOUND: f64 = 0.35;

/// A pair of values in roles this little alike does not agree either: "400 chairs", "400 people".
const UNALIKE: f64 = -0.15;

/// Values conflict only where this share of the frame is covered.
const CONFLICT_COVERAGE: f64 = 0.62;

/// The same for what is said, names left out; a merely related word does not make it.
const CONFLICT_PREDICATE: f64 = 0.75;

/// Asks; also gives the values compared.
pub(super) fn ask(held: &Held<'_>) -> (Found, Vec<ComparedValue>) {
    let pairs = pair(held);
    let compared = pairs.iter().map(|pair| compared(held, pair)).collect();
    let found: Vec<Found> = pairs.iter().map(|pair| judge(held, pair)).collect();
    (one_conflict(Found::worst(GATE, found), &pairs), compared)
}

/// Where several values differ, the passage is likely about something else: another year, another town.
fn one_conflict(found: Found, pairs: &[Pair<'_>]) -> Found {
    let conflicts =
        pairs.iter().filter(|pair| matches!(pair.partner, Some((_, Relation::Conflicts, _)))).count();
    let effect = if found.effect == Effect::Turn && conflicts > 1 { Effect::Block } else { found.effect };
    Found { effect, ..found }
}

fn judge(held: &Held<'_>, pair: &Pair<'_>) -> Found {
    let claimed = held.phrasing.document.words(pair.claimed.tokens.clone());
    let Some((partner, relation, role)) = pair.partner else {
        if pair.claimed.value.weak {
            return Found::nothing(GATE);
        }
        let elsewhere = held.reading.best_fit(&pair.claimed.value, held.alignment.passage.first);
        return Found::new(GATE, Effect::Lack, 0.4 + 0.2 * elsewhere, format!("does not say “{claimed}”"));
    };
    let reported = held.words(&partner.tokens);
    let fit = pair.claimed.value.fit(&partner.value);
    match relation {
        Relation::Equal | Relation::Within if role < UNALIKE && counts_what_is_missing(held, pair) => {
            Found::new(
                GATE,
                Effect::Block,
                0.6,
                format!("“{reported}”, but of something else than “{claimed}”"),
            )
        }
        Relation::Equal => Found::new(GATE, Effect::Pass, 0.9 + 0.1 * fit, same(claimed, reported)),
        Relation::Within => {
            Found::new(GATE, Effect::Pass, 0.85 + 0.1 * fit, format!("“{reported}” bears out “{claimed}”"))
        }
        Relation::Wider => {
            Found::new(GATE, Effect::Block, 0.6 + 0.2 * fit, format!("“{reported}”, vaguer than “{claimed}”"))
        }
        Relation::Overlaps => Found::new(
            GATE,
            Effect::Block,
            0.5 + 0.2 * fit,
            format!("“{reported}”, which leaves “{claimed}” open"),
        ),
        Relation::Conflicts => conflict(held, pair, partner, role, fit),
    }
}

/// Whether what the claimed value counts is nowhere in the passage.
fn counts_what_is_missing(held: &Held<'_>, pair: &Pair<'_>) -> bool {
    let counted = pair.claimed.counted.clone().unwrap_or_default();
    let words = || {
        held.phrasing
            .frame
            .iter()
            .zip(&held.alignment.answers)
            .filter(|(word, _)| word.token.is_some_and(|token| counted.contains(&token)))
    };
    words().next().is_some() && words().all(|(_, answer)| *answer == Answer::Nothing)
}

fn same(claimed: &str, reported: &str) -> String {
    if claimed == reported {
        format!("“{reported}”, as claimed")
    } else {
        format!("“{reported}” is “{claimed}”")
    }
}

fn conflict(held: &Held<'_>, pair: &Pair<'_>, reported: &Mention, role: f64, fit: f64) -> Found {
    let claimed = pair.claimed;
    let words = format!(
        "{}, where the claim says {}",
        held.words(&reported.tokens),
        held.phrasing.document.words(claimed.tokens.clone())
    );
    let thin = held.alignment.coverage < CONFLICT_COVERAGE
        || held.alignment.predicate < CONFLICT_PREDICATE
        || role < BOUND
        || scope::is_other(held, claimed, reported)
        || (!pair.listed && scope::governed_by_another(held, reported))
        || pair.spare_equal
        || super::name::subject_elsewhere(held, reported.tokens.start).is_some()
        || held.share_beside(reported.tokens.start) < IN_ONE_SENTENCE;
    if thin {
        return Found::new(
            GATE,
            Effect::Block,
            0.3 + 0.1 * fit,
            format!("{words}, but perhaps of something else"),
        );
    }
    Found::new(GATE, Effect::Turn, 0.1 + 0.1 * fit, words)
}

fn compared(held: &Held<'_>, pair: &Pair<'_>) -> ComparedValue {
    let claimed = held.phrasing.document.words(pair.claimed.tokens.clone()).to_owned();
    let reported = pair.partner.map(|(partner, ..)| held.words(&partner.tokens).to_owned());
    let relation = pair.partner.map(|(_, relation, _)| relation).into();
    ComparedValue { claimed, reported, relation }
}
