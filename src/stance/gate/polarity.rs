//! Does one side negate, deny or reverse what the other says?

use std::ops::Range;

use crate::english;
use crate::matcher::{Answer, Likeness};
use crate::stance::cue::Cue;
use crate::stance::held::Held;
use crate::text::Document;

use super::{Effect, Found, IN_ONE_SENTENCE};

const GATE: &str = "polarity";

/// The gate's name where an opposite turns the claim.
pub(in crate::stance) const OPPOSITES: &str = "opposites";

/// A passage turns a claim around only where it covers this share of it.
const TURN_COVERAGE: f64 = 0.75;

/// A negator must reach this share of the aligned words to turn them.
const REACHED: f64 = 0.25;

/// The same for an opposite, which names what it is about itself.
const REVERSED_COVERAGE: f64 = 0.65;

/// How much of what is aligned must stand beside an opposite as it does beside the claim's word.
const REVERSED_BESIDE: f64 = 0.3;

/// A cue that negates, with the share of the aligned words that it reaches.
struct Negation<'a> {
    cue: &'a Cue,
    words: &'a str,
    reached: f64,
    /// Whether the word it negates first is itself aligned.
    on_target: bool,
}

/// Asks.
pub(super) fn ask(held: &Held<'_>) -> Found {
    let claimed = strongest(held, Side::Claim);
    let reported = strongest(held, Side::Text);
    match (claimed, reported) {
        (None, None) => reversed(held)
            .or_else(|| other_word(held))
            .or_else(|| not_borne_out(held))
            .unwrap_or_else(|| Found::nothing(GATE)),
        (Some(claim), Some(text)) if negate_the_same(held, &claim, &text) => {
            Found::new(GATE, Effect::Pass, 0.95, format!("“{}” and “{}” alike", claim.words, text.words))
        }
        (Some(claim), Some(text)) => {
            let because = format!("“{}” and “{}” of different things", claim.words, text.words);
            Found::new(GATE, Effect::Block, 0.6, because)
        }
        (None, Some(text)) if held.share_beside(text.cue.tokens.start) < IN_ONE_SENTENCE => {
            let effect = if text.on_target { Effect::Block } else { Effect::Pass };
            let because =
                if text.on_target { format!("“{}” of part of it", text.words) } else { String::new() };
            Found::new(GATE, effect, 0.9, because)
        }
        (None, Some(text)) => match other_negation(held, &text) {
            Some(other) if undoes(held, other) || undoes(held, text.cue) => {
                let because =
                    format!("two negations, “{}” and “{}”, cancel", text.words, held.words(&other.tokens));
                Found::new(GATE, Effect::Pass, 0.9, because)
            }
            Some(_) => {
                Found::new(GATE, Effect::Block, 0.6, format!("“{}” among other negations", text.words))
            }
            None => turn(held, &text, format!("“{}”, where the claim has no such word", text.words)),
        },
        (Some(claim), None) => {
            let because = format!("without the claim’s “{}”", claim.words);
            // "without a struggle" is a circumstance, which a passage may leave out or give another way.
            if held.cues().iter().any(|cue| cue.negates()) || claim.words == "without" {
                return Found::new(GATE, Effect::Block, 0.6, because);
            }
            turn(held, &claim, because)
        }
    }
}

/// A negation of the claim that reaches nothing the passage has, which negates nothing itself: "was *not* still out hours
/// later", of a passage that only has who was out.
fn not_borne_out(held: &Held<'_>) -> Option<Found> {
    let answered = |cue: &Cue| held.weighted_pairs().any(|(p, _, _)| cue.tokens.contains(&p));
    let negation = held.phrasing_cues.iter().find(|cue| cue.negates() && !answered(cue))?;
    let words = held.phrasing.document.words(negation.tokens.clone());
    let because = format!("without the claim’s “{words}”");
    (!held.cues().iter().any(|cue| cue.negates())).then(|| Found::new(GATE, Effect::Block, 0.8, because))
}

/// Whether the two reach words that answer each other.
fn negate_the_same(held: &Held<'_>, claim: &Negation<'_>, text: &Negation<'_>) -> bool {
    held.weighted_pairs().any(|(p, q, _)| claim.cue.scope.contains(&p) && text.cue.scope.contains(&q))
}

/// Words that undo a negation around them: "do not *forget* to sign", "never commit *without* testing".
fn undoes(held: &Held<'_>, cue: &Cue) -> bool {
    let first = held.document().folded(cue.tokens.start);
    ["forg", "fail", "neglect", "without"].iter().any(|start| first.starts_with(start))
}

fn turn(held: &Held<'_>, negation: &Negation<'_>, because: String) -> Found {
    // "has not paid since 2020" leaves what was before; "did not close until 2019" says that it closed.
    let bounded = |document: &Document, tokens: Range<usize>| {
        tokens.into_iter().any(|i| matches!(document.folded(i), "since" | "until" | "till"))
    };
    let for_a_time = bounded(held.document(), held.tokens.clone())
        && !bounded(&held.phrasing.document, held.phrasing.tokens());
    let sure = coverage_besides(held, negation) >= TURN_COVERAGE
        && negation.reached >= REACHED
        && negation.on_target
        && !for_a_time;
    if sure {
        return Found::new(GATE, Effect::Turn, 0.2, because);
    }
    if negation.reached >= REACHED / 2.0 {
        return Found::new(GATE, Effect::Block, 0.7, because);
    }
    Found::new(GATE, Effect::Pass, 0.7, "")
}

/// The share of the claim's weight that is answered, its own words for "not" left out: "*refused* to model".
fn coverage_besides(held: &Held<'_>, negation: &Negation<'_>) -> f64 {
    let own =
        |token: usize| held.phrasing_cues.contains(negation.cue) && negation.cue.tokens.contains(&token);
    let words = held.phrasing.frame.iter().zip(&held.alignment.answers);
    let (all, covered) = words
        .filter(|(word, _)| word.token.is_some_and(|token| !own(token)))
        .fold((0.0, 0.0), |(all, covered), (word, answer)| {
            (all + word.weight, covered + word.weight * answer.similarity())
        });
    if all > 0.0 { covered / all } else { 0.0 }
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Claim,
    Text,
}

/// The negation on one side that reaches most of the aligned words and that the other side does not share.
fn strongest<'a>(held: &'a Held<'_>, side: Side) -> Option<Negation<'a>> {
    let (cues, document): (Vec<&Cue>, &Document) = match side {
        Side::Claim => (held.phrasing_cues.iter().collect(), &held.phrasing.document),
        Side::Text => (held.cues().to_vec(), held.document()),
    };
    let total: f64 = held.weighted_pairs().map(|(_, _, weight)| weight).sum();
    cues.into_iter()
        .filter(|cue| cue.negates())
        // A denial that the other side has as well ("refused", "refused") is a word of the frame.
        .filter(|cue| {
            !held
                .weighted_pairs()
                .any(|(p, q, _)| cue.tokens.contains(&if side == Side::Claim { p } else { q }))
        })
        .map(|cue| {
            let ours = |p: usize, q: usize| if side == Side::Claim { p } else { q };
            let reached: f64 = held
                .weighted_pairs()
                .filter(|&(p, q, _)| cue.scope.contains(&ours(p, q)))
                .map(|(_, _, weight)| weight)
                .sum();
            let told =
                |token: usize| held.weighted_pairs().any(|(p, q, _)| ours(p, q) == token && is_told(held, p));
            // "No patient died" negates the dying: "38 patients were moved when the generator failed" is no answer.
            let told_otherwise =
                |verb: usize| held.weighted_pairs().any(|(p, q, _)| ours(p, q) == verb && is_akin(held, p));
            let on_target =
                cue.target(document).is_none_or(told) && !cue.verb(document).is_some_and(told_otherwise);
            Negation {
                on_target,
                cue,
                words: document.words(cue.tokens.clone()),
                reached: if total > 0.0 { reached / total } else { 0.0 },
            }
        })
        .filter(|negation| negation.reached > 0.0)
        .max_by(|a, b| a.reached.total_cmp(&b.reached).then(b.cue.tokens.start.cmp(&a.cue.tokens.start)))
}

/// Whether the phrasing's token is answered by its own word, in some form, not by one that is only near it in sense.
fn is_told(held: &Held<'_>, token: usize) -> bool {
    let words = held.phrasing.frame.iter().zip(&held.alignment.answers);
    words.into_iter().any(|(word, answer)| {
        word.token == Some(token)
            && !matches!(answer, Answer::Token { likeness: Likeness::Akin | Likeness::Related, .. })
    })
}

/// Whether the phrasing's token is answered by a word that is only near it in sense.
fn is_akin(held: &Held<'_>, token: usize) -> bool {
    let words = held.phrasing.frame.iter().zip(&held.alignment.answers);
    words.into_iter().any(|(word, answer)| {
        word.token == Some(token) && matches!(answer, Answer::Token { likeness: Likeness::Akin, .. })
    })
}

/// Another negation of the passage that reaches into the same words, and answers no word of the claim.
fn other_negation<'a>(held: &'a Held<'_>, negation: &Negation<'_>) -> Option<&'a Cue> {
    let aligned = |cue: &Cue| held.weighted_pairs().any(|(_, q, _)| cue.tokens.contains(&q));
    held.cues().iter().copied().find(|other| {
        let reaches = other.scope.contains(&negation.cue.tokens.start)
            || negation.cue.scope.contains(&other.tokens.start);
        other.negates() && *other != negation.cue && reaches && !aligned(other)
    })
}

/// Small words that exclude each other: one of them instead of another leaves the claim open at least.
const EXCLUSIVE: [&[&str]; 7] = [
    &["for", "against"],
    &["before", "after"],
    &["up", "down"],
    &["above", "below"],
    &["all", "some", "few", "most", "none"],
    &["inside", "outside"],
    &["with", "without"],
];

/// How many tokens before an aligned word such a word stands.
const SMALL_WORD_REACH: usize = 3;

/// A small word of the claim, in place of which the passage has one that excludes it.
fn other_word(held: &Held<'_>) -> Option<Found> {
    let claim = &held.phrasing.document;
    let text = held.document();
    for (p, q, _) in held.weighted_pairs() {
        for i in p.saturating_sub(SMALL_WORD_REACH)..p {
            let Some(group) = EXCLUSIVE.iter().find(|group| group.contains(&claim.folded(i))) else {
                continue;
            };
            let near = q.saturating_sub(SMALL_WORD_REACH).max(held.tokens.start)..q;
            let has = |word: &str| near.clone().any(|j| text.folded(j) == word);
            if has(claim.folded(i)) {
                continue;
            }
            if let Some(other) = group.iter().find(|other| has(other)) {
                let because = format!("“{other}”, where the claim says “{}”", claim.folded(i));
                return Some(Found::new(GATE, Effect::Block, 0.5, because));
            }
        }
    }
    None
}

/// An unanswered word of the claim whose opposite stands in its place in the passage: "rose", "fell".
fn reversed(held: &Held<'_>) -> Option<Found> {
    let claim = &held.phrasing.document;
    // "The White House" is no opposite of "black".
    let is_named = |q: usize| held.names().iter().any(|name| name.core.contains(&q));
    for (word, answer) in held.phrasing.frame.iter().zip(&held.alignment.answers) {
        let Some(token) = word.token.filter(|_| *answer == Answer::Nothing) else { continue };
        let here = || held.reading.marked.answers_among(word.word, &held.tokens).iter();
        // Where the passage has both, it tells of two things.
        if here().any(|hit| hit.likeness > Likeness::Opposed) {
            continue;
        }
        let opposite = here()
            .map(|hit| hit.token)
            .filter(|&q| !held.is_aligned(q) && !is_named(q))
            .max_by(|&a, &b| beside(held, token, a).total_cmp(&beside(held, token, b)).then(b.cmp(&a)));
        let Some(q) = opposite else { continue };
        let claimed = claim.slice(claim.tokens()[token].span);
        let because = format!("“{}”, where the claim says “{claimed}”", held.words(&(q..q + 1)));
        let covered = held.alignment.coverage + word.weight / held.phrasing.weight;
        let sure = !is_converse(claim.folded(token), held.document().folded(q))
            && covered >= REVERSED_COVERAGE
            && beside(held, token, q) >= REVERSED_BESIDE
            && !has_another_object(held, token, q)
            && is_predicate(claim, token)
            && is_predicate(held.document(), q);
        return Some(Found::new(OPPOSITES, if sure { Effect::Turn } else { Effect::Block }, 0.2, because));
    }
    None
}

/// How many tokens after its word an object begins at most, in the claim and in the passage.
const OBJECT_REACH: (usize, usize) = (2, 6);

/// Whether what directly follows the claim's word is told of apart from its opposite: "reducing *net debt*", "an increase of
/// its dividend ... *net debt*".
fn has_another_object(held: &Held<'_>, claimed: usize, reported: usize) -> bool {
    let claim = &held.phrasing.document;
    let mut after = claimed + 1..(claimed + 1 + OBJECT_REACH.0).min(claim.tokens().len());
    let Some(object) = after.find(|&i| english::is_content_word(claim, i)) else { return false };
    match held.alignment.pairs(held.phrasing).find(|&(p, _)| p == object) {
        Some((_, q)) => q.abs_diff(reported) > OBJECT_REACH.1,
        // The largest hospital and the smallest school.
        None => is_superlative(claim.folded(claimed)),
    }
}

/// Whether a word (folded) is a superlative: "largest", "worst".
pub(super) fn is_superlative(word: &str) -> bool {
    matches!(word, "best" | "worst" | "most" | "least")
        || word.len() > 4 && word.ends_with("est") && !matches!(word, "honest" | "modest")
}

/// Words for one event seen from its two sides: who buys has something sold to him.
const CONVERSES: [(&str, &str); 9] = [
    ("buy", "sell"),
    ("win", "lose"),
    ("victori", "defeat"),
    ("lend", "borrow"),
    ("give", "take"),
    ("give", "receiv"),
    ("import", "export"),
    ("gain", "lose"),
    ("arriv", "leav"),
];

fn is_converse(one: &str, other: &str) -> bool {
    let (one, other) = (english::stem(one), english::stem(other));
    CONVERSES.iter().any(|&(a, b)| (a, b) == (&*one, &*other) || (b, a) == (&*one, &*other))
}

/// Whether a word says something of its subject: a verb, a comparative, a superlative, what follows a form of "to be", or a noun for what
/// happens ("an increase"). What only describes ("the old bridge") has opposites that may hold beside it.
fn is_predicate(document: &Document, token: usize) -> bool {
    let word = document.folded(token);
    if is_superlative(word) {
        return is_said(document, token, SUPERLATIVE_REACH);
    }
    let parts = english::parts_of_speech(&english::stem(word));
    let comparative = matches!(
        word,
        "higher" | "lower" | "fewer" | "better" | "larger" | "smaller" | "stronger" | "weaker"
    );
    let told = token
        .checked_sub(1)
        .is_some_and(|before| matches!(document.folded(before), "not" | "has" | "have" | "had"));
    told || is_said(document, token, COPULA_REACH)
        || comparative
        || english::is_verb(document, token)
        || parts.starts_with(['v', 'n'])
}

/// How many tokens before what is said "is" stands at most: "is *the* younger".
pub(super) const COPULA_REACH: usize = 2;

/// The same for a superlative: "was *one of the* best".
const SUPERLATIVE_REACH: usize = 4;

/// Whether a word is said of the subject, not used to pick it out: "is unknown", "is the elder sister", but not "rich voters
/// back it", which poor ones may as well.
pub(super) fn is_said(document: &Document, word: usize, reach: usize) -> bool {
    const COPULAS: [&str; 13] = [
        "are", "be", "became", "become", "becomes", "becoming", "been", "has", "is", "remain", "remains",
        "was", "were",
    ];
    (word.saturating_sub(reach)..word).any(|i| COPULAS.binary_search(&document.folded(i)).is_ok())
}

/// How much of what is aligned stands equally near to both tokens, 0 to 1.
fn beside(held: &Held<'_>, claimed: usize, reported: usize) -> f64 {
    const REACH: usize = 6;
    let (mut near, mut all) = (0.0, 0.0);
    for (p, q, weight) in held.weighted_pairs() {
        if p.abs_diff(claimed) <= REACH {
            all += weight;
            if q.abs_diff(reported) <= REACH + 2 {
                near += weight;
            }
        }
    }
    if all > 0.0 { near / all } else { 0.0 }
}
