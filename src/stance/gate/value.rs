//! Do the values agree, each with its partner in the same role?

use crate::english;
use crate::stance::ComparedValue;
use crate::stance::held::Held;
use crate::text::{Case, Document};
use crate::value::{Mention, Relation};

use super::pairing::{Pair, pair};
use super::{Effect, Found, IN_ONE_SENTENCE};

const GATE: &str = "values";

/// A pair of values in roles less alike than this is no pair.
const BOUND: f64 = 0.35;

/// Values conflict only where this share of the frame is covered.
const CONFLICT_COVERAGE: f64 = 0.62;

/// The same for what is said, names left out; a merely related word does not make it.
const CONFLICT_PREDICATE: f64 = 0.75;

/// Asks; also gives the values compared.
pub(super) fn ask(held: &Held<'_>) -> (Found, Vec<ComparedValue>) {
    let pairs = pair(held);
    let compared = pairs.iter().map(|pair| compared(held, pair)).collect();
    let found: Vec<Found> = pairs.iter().map(|pair| judge(held, pair)).collect();
    (worst(found), compared)
}

/// The worst that was found, with all reasons for it.
fn worst(found: Vec<Found>) -> Found {
    let Some(effect) = found.iter().map(|found| found.effect).max() else { return Found::nothing(GATE) };
    let factor = found.iter().map(|found| found.factor).product();
    let mut reasons: Vec<String> = Vec::new();
    for reason in found.into_iter().filter(|found| found.effect == effect).map(|found| found.because) {
        if !reason.is_empty() && !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    Found::new(GATE, effect, factor, reasons.join("; "))
}

fn judge(held: &Held<'_>, pair: &Pair<'_>) -> Found {
    let claimed = held.phrasing.document.words(pair.claimed.tokens.clone());
    let Some((partner, relation, role)) = pair.partner else {
        if pair.claimed.value.weak {
            return Found::nothing(GATE);
        }
        let elsewhere = held.reading.best_fit(&pair.claimed.value, held.alignment.passage.first);
        return Found::new(GATE, Effect::Block, 0.4 + 0.2 * elsewhere, format!("does not say “{claimed}”"));
    };
    let reported = held.words(&partner.tokens);
    let fit = pair.claimed.value.fit(&partner.value);
    match relation {
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
        || claimed.value.weak
        || reported.value.weak
        || is_one_of_several(held, reported)
        || (!pair.listed && governed_by_another(held, reported))
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

/// "another two", "each", "per", "average": a part, not the whole.
fn is_one_of_several(held: &Held<'_>, reported: &Mention) -> bool {
    let document = held.document();
    let near = reported.tokens.start.saturating_sub(2).max(held.tokens.start)
        ..(reported.tokens.end + 3).min(held.tokens.end);
    near.into_iter().any(|i| {
        matches!(
            document.folded(i),
            "other"
                | "another"
                | "others"
                | "each"
                | "per"
                | "average"
                | "every"
                | "additional"
                | "further"
                | "extra"
        )
    })
}

/// The value's clause has a verb of its own that answers nothing of the claim: "was *convicted* of the murder in 2022".
fn governed_by_another(held: &Held<'_>, reported: &Mention) -> bool {
    let document = held.document();
    let ends = |i: usize| {
        let word = document.folded(i);
        !document.tokens()[i].is_word() && matches!(word, "," | ";" | ":" | "." | "–" | "(" | ")" | "\"")
            || matches!(word, "but" | "while" | "which" | "who" | "that" | "because" | "although")
    };
    let start = (held.tokens.start..reported.tokens.start)
        .rev()
        .find(|&i| ends(i))
        .map_or(held.tokens.start, |i| i + 1);
    let end = (reported.tokens.end..held.tokens.end).find(|&i| ends(i)).unwrap_or(held.tokens.end);
    let in_value = |i: usize| held.mentions.iter().any(|mention| mention.tokens.contains(&i));
    let verbs: Vec<usize> = (start..end).filter(|&i| !in_value(i) && is_verb(document, i, start)).collect();
    let aligned = |token: usize| held.alignment.answers.iter().any(|answer| answer.token() == Some(token));
    !verbs.is_empty() && !verbs.into_iter().any(aligned)
}

/// A participle or past tense, seen by its ending or the auxiliary before it.
fn is_verb(document: &Document, at: usize, start: usize) -> bool {
    const AUXILIARIES: [&str; 13] =
        ["are", "be", "been", "being", "did", "had", "has", "have", "is", "was", "were", "will", "would"];
    let word = document.folded(at);
    if !document.tokens()[at].is_word()
        || document.tokens()[at].case != Case::Lower
        || english::is_function_word(word)
    {
        return false;
    }
    let after_auxiliary =
        (at.saturating_sub(2).max(start)..at).any(|i| AUXILIARIES.contains(&document.folded(i)));
    let attributive =
        at > start && matches!(document.folded(at - 1), "a" | "an" | "the" | "its" | "his" | "her" | "their");
    after_auxiliary || (word.len() > 4 && word.ends_with("ed") && !attributive)
}

fn compared(held: &Held<'_>, pair: &Pair<'_>) -> ComparedValue {
    let claimed = held.phrasing.document.words(pair.claimed.tokens.clone()).to_owned();
    let reported = pair.partner.map(|(partner, ..)| held.words(&partner.tokens).to_owned());
    let relation = match pair.partner.map(|(_, relation, _)| relation) {
        Some(Relation::Equal) => "equal",
        Some(Relation::Within) => "within",
        Some(Relation::Wider) => "wider",
        Some(Relation::Overlaps) => "overlaps",
        Some(Relation::Conflicts) => "conflicts",
        None => "missing",
    };
    ComparedValue { claimed, reported, relation: relation.to_owned() }
}
