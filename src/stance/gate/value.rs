//! Do the values agree, each with its partner in the same role?

use std::ops::Range;

use crate::english;
use crate::stance::ComparedValue;
use crate::stance::held::Held;
use crate::text::{Case, Document};
use crate::value::{Mention, Relation};

use super::{Effect, Found, IN_ONE_SENTENCE};

const GATE: &str = "values";

/// A pair of values in roles less alike than this is no pair.
const BOUND: f64 = 0.35;

/// An equal value stays unless another stands in a role better by this much.
const CLEARLY_BETTER: f64 = 0.5;

/// Values conflict only where this share of the frame is covered.
const CONFLICT_COVERAGE: f64 = 0.62;

/// The same for what is said, names left out; a merely related word does not make it.
const CONFLICT_PREDICATE: f64 = 0.75;

/// How far, in tokens, the words around a value tell its role.
const NEIGHBOURHOOD: usize = 6;

/// A value of the phrasing beside its partner.
struct Pair<'a> {
    claimed: &'a Mention,
    /// Whether the passage has a value that agrees, in another role, which answers no other value of the phrasing.
    spare_equal: bool,
    partner: Option<(&'a Mention, Relation, f64)>,
}

/// Asks; also gives the values compared.
pub(super) fn ask(held: &Held<'_>) -> (Found, Vec<ComparedValue>) {
    let pairs = pair(held);
    let compared = pairs.iter().map(|pair| compared(held, pair)).collect();
    let found = pairs
        .iter()
        .map(|pair| judge(held, pair))
        .reduce(|worst, next| {
            let factor = worst.factor * next.factor;
            Found { factor, ..if next.effect > worst.effect { next } else { worst } }
        })
        .unwrap_or_else(|| Found::nothing(GATE));
    (found, compared)
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
        || governed_by_another(held, reported)
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

/// Pairs each value of the phrasing with at most one of the passage: best pairs first, one to one.
fn pair<'a>(held: &'a Held<'_>) -> Vec<Pair<'a>> {
    let claimed = &held.phrasing.mentions;
    let mut options: Vec<(usize, usize, Relation, f64, f64)> = Vec::new();
    for (i, claim) in claimed.iter().enumerate() {
        for (j, text) in held.mentions.iter().enumerate() {
            let Some(relation) = claim.value.compare(&text.value) else { continue };
            // "both" may be "two", but bears nothing out.
            if text.value.weak && !claim.value.weak {
                continue;
            }
            let role = role(held, claim, text);
            let agrees = matches!(relation, Relation::Equal | Relation::Within);
            let rank = role + if agrees { CLEARLY_BETTER } else { 0.0 };
            options.push((i, j, relation, role, rank));
        }
    }
    options.sort_by(|a, b| b.4.total_cmp(&a.4).then((a.0, a.1).cmp(&(b.0, b.1))));
    let mut pairs: Vec<Pair<'a>> = claimed.iter().map(|claimed| Pair { claimed, spare_equal: false, partner: None }).collect();
    let mut taken = vec![false; held.mentions.len()];
    for (i, j, relation, role, _) in options {
        if pairs[i].partner.is_none() && !taken[j] {
            taken[j] = true;
            pairs[i].partner = Some((&held.mentions[j], relation, role));
        }
    }
    for pair in &mut pairs {
        pair.spare_equal = held.mentions.iter().zip(&taken).any(|(mention, taken)| {
            let relation = pair.claimed.value.compare(&mention.value);
            !taken && !mention.value.weak && matches!(relation, Some(Relation::Equal | Relation::Within))
        });
    }
    pairs
}

/// How alike the roles of two values are, about -0.5 to 1.2: the words around them, what they count, the word before.
fn role(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> f64 {
    let slot = slot(held, &claimed.tokens, &reported.tokens);
    let counted = match (&claimed.counted, &reported.counted) {
        (Some(a), Some(b)) => {
            if counts_same(held, a, b) {
                0.4
            } else {
                -0.4
            }
        }
        _ => 0.0,
    };
    let before = |document: &Document, tokens: &Range<usize>| {
        tokens
            .start
            .checked_sub(1)
            .map(|i| document.folded(i).to_owned())
            .filter(|word| english::is_function_word(word))
    };
    let claimed_before = before(&held.phrasing.document, &claimed.tokens);
    let same_before = claimed_before.is_some() && claimed_before == before(held.document(), &reported.tokens);
    0.8 * slot + counted + if same_before { 0.15 } else { 0.0 }
}

/// Whether two counted noun phrases share a word, or one that is related.
fn counts_same(held: &Held<'_>, claimed: &Range<usize>, reported: &Range<usize>) -> bool {
    let claim = &held.phrasing.document;
    let text = held.document();
    let aligned =
        held.alignment.pairs(held.phrasing).any(|(p, q)| claimed.contains(&p) && reported.contains(&q));
    aligned
        || claimed.clone().any(|p| {
            let stem = english::stem(claim.folded(p));
            reported.clone().any(|q| english::stem(text.folded(q)) == stem)
        })
}

/// How much of what stands around the claimed value also stands around the reported one, 0 to 1.
fn slot(held: &Held<'_>, claimed: &Range<usize>, reported: &Range<usize>) -> f64 {
    let (mut shared, mut all) = (0.0, 0.0);
    for (word, answer) in held.phrasing.frame.iter().zip(&held.alignment.answers) {
        let Some(token) = word.token else { continue };
        let near = nearness(token, claimed);
        all += word.weight * near;
        if let Some(answer) = answer.token() {
            shared += word.weight * near.min(nearness(answer, reported));
        }
    }
    if all > 0.0 { shared / all } else { 0.0 }
}

/// 1 beside the value, falling to 0 at the edge of its neighbourhood.
fn nearness(token: usize, value: &Range<usize>) -> f64 {
    let distance =
        if token < value.start { value.start - token } else { token.saturating_sub(value.end) + 1 };
    if distance > NEIGHBOURHOOD { 0.0 } else { 1.0 - (distance - 1) as f64 / NEIGHBOURHOOD as f64 }
}
