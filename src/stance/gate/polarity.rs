//! Does one side negate, deny or reverse what the other says?

use std::ops::Range;

use crate::english::{self, Direction};
use crate::matcher::{Answer, Likeness};
use crate::stance::cue::Cue;
use crate::stance::held::Held;
use crate::text::{Document, WordSet};

use super::direction::Told;
use super::pairing::Pair;
use super::{
    Effect, Found, IN_ONE_SENTENCE, argument, complement, denial, exclusive, extent, grammar, name, no_one,
    opposite, subject,
};

pub(super) const GATE: &str = "polarity";

/// A passage turns a claim around only where it covers this share of it.
pub(super) const TURN_COVERAGE: f64 = 0.75;

/// A negator must reach this share of the aligned words to turn them.
const REACHED: f64 = 0.25;

/// A cue that negates, with the share of the aligned words that it reaches.
struct Negation<'a> {
    cue: &'a Cue,
    words: &'a str,
    reached: f64,
    /// Whether the word it negates first is itself aligned.
    on_target: bool,
    /// Whose it is.
    side: Side,
}

/// Asks.
pub(super) fn ask(held: &Held<'_>, pairs: &[Pair<'_>], told: &[Told<'_>]) -> Found {
    if let Some(found) = no_one::ask(held) {
        return found;
    }
    let claimed = strongest(held, pairs, Side::Claim);
    let reported = strongest(held, pairs, Side::Text);
    match (claimed, reported) {
        (None, None) => opposite::ask(held, pairs, told)
            .or_else(|| exclusive::ask(held))
            .or_else(|| opposite::nearer(held))
            .or_else(|| not_borne_out(held))
            .unwrap_or_else(|| Found::nothing(GATE)),
        (Some(claim), Some(text)) if extent::goes_further(held, claim.cue, text.cue) => {
            let because = format!("“{}”, where the passage only has “{}”", claim.words, text.words);
            Found::new(GATE, Effect::Block, 0.6, because)
        }
        (Some(claim), Some(text)) if negate_the_same(held, &claim, &text) => {
            Found::new(GATE, Effect::Pass, 0.95, format!("“{}” and “{}” alike", claim.words, text.words))
        }
        (Some(claim), Some(text)) => {
            let because = format!("“{}” and “{}” of different things", claim.words, text.words);
            Found::new(GATE, Effect::Block, 0.6, because)
        }
        (None, Some(text)) => in_passage(held, pairs, &text),
        (Some(claim), None) => {
            let because = format!("without the claim’s “{}”", claim.words);
            // "without a struggle" is a circumstance, which a passage may leave out or give another way.
            if held.cues().iter().any(|cue| cue.negates()) || claim.words == "without" {
                return Found::new(GATE, Effect::Block, 0.6, because);
            }
            let is_open = is_open(held, &claim)
                || is_done_elsewhere(held, &claim)
                || denial::is_of_all_others(held, claim.cue)
                || denial::is_done_to_others(held);
            if is_of_speech(&held.phrasing.document, claim.cue) || is_open {
                return Found::new(GATE, Effect::Block, 0.7, because);
            }
            turn(held, &claim, because)
        }
    }
}

/// Of a passage that negates, where the claim does not.
fn in_passage(held: &Held<'_>, pairs: &[Pair<'_>], text: &Negation<'_>) -> Found {
    if held.share_beside(text.cue.tokens.start) < IN_ONE_SENTENCE {
        let effect = if text.on_target { Effect::Block } else { Effect::Pass };
        let because =
            if text.on_target { format!("“{}” of part of it", text.words) } else { String::new() };
        return Found::new(GATE, effect, 0.9, because);
    }
    // "Was released *without charge*": a circumstance, which a claim may leave out.
    if extent::is_circumstance(held, text.cue) {
        return Found::new(GATE, Effect::Pass, 0.95, "");
    }
    // "It would have shrunk *without* exports": it did not.
    if is_supposed_away(held, text.cue) {
        return Found::new(GATE, Effect::Block, 0.7, format!("“{}” of what is only supposed", text.words));
    }
    match other_negation(held, text) {
        Some(other) if undoes(held, other) || undoes(held, text.cue) => {
            let because =
                format!("two negations, “{}” and “{}”, cancel", text.words, held.words(&other.tokens));
            Found::new(GATE, Effect::Pass, 0.9, because)
        }
        Some(_) => Found::new(GATE, Effect::Block, 0.6, format!("“{}” among other negations", text.words)),
        None if is_of_words(held, text) => {
            Found::new(GATE, Effect::Block, 0.7, format!("“{}” of what was said", text.words))
        }
        None => match extent::leaves_open(held, text.cue, pairs) {
            Some(because) => Found::new(GATE, Effect::Block, 0.7, because),
            None => turn(held, text, format!("“{}”, where the claim has no such word", text.words)),
        },
    }
}

/// Whether a "without" says what would be so if something were not.
fn is_supposed_away(held: &Held<'_>, cue: &Cue) -> bool {
    let text = held.document();
    let would = |i: usize| matches!(text.folded(i), "could" | "might" | "would");
    text.folded(cue.tokens.start) == "without"
        && held.sentence_of(cue.tokens.start).is_some_and(|mut sentence| sentence.any(would))
}

/// Whether somebody denies or rejects something by it, which is so whatever others say.
fn is_of_speech(document: &Document, cue: &Cue) -> bool {
    let stem = english::stem(document.folded(cue.tokens.start));
    matches!(stem.as_ref(), "deni" | "denial" | "dismiss" | "disput" | "refut" | "reject")
}

/// Whether the passage only leaves open what the claim negates: "is not approved", "is still waiting for approval".
fn is_open(held: &Held<'_>, negation: &Negation<'_>) -> bool {
    let target = negation.cue.target(&held.phrasing.document);
    let answer = held.weighted_pairs().find(|&(p, ..)| Some(p) == target);
    answer.is_some_and(|(_, q, _)| held.cues().iter().any(|cue| !cue.negates() && cue.scope.contains(&q)))
}

/// Whether the passage only has what the claim negates as what else was done: "failed in the Senate *after passing* the House".
fn is_done_elsewhere(held: &Held<'_>, negation: &Negation<'_>) -> bool {
    let target = negation.cue.target(&held.phrasing.document);
    let mut pairs = held.weighted_pairs();
    pairs.any(|(p, q, _)| Some(p) == target && complement::is_subordinate(held.document(), q))
}

/// Whether a denial is of words that were said, not of what they say: "rejected the *accusation*" leaves that one was accused.
fn is_of_words(held: &Held<'_>, negation: &Negation<'_>) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    is_of_speech(text, negation.cue)
        && held.weighted_pairs().any(|(p, q, _)| {
            negation.cue.scope.contains(&q) && english::is_verb(claim, p) && !english::is_verb(text, q)
        })
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
    let sure = !is_of_anyone(held, negation)
        && coverage_besides(held, negation) >= TURN_COVERAGE
        && negation.reached >= REACHED
        && negation.on_target
        && name::subject_elsewhere(held, negation.cue.tokens.start).is_none()
        // "None of them was hurt" leaves none who may have been.
        && (denies_all(negation) || !subject::is_unspecific(held))
        && !subject::is_of_another_kind(held)
        && !subject::is_narrowed(held)
        && !argument::lacks_subject(held)
        && argument::of_another(held).is_none()
        && reaches_what_is_told(held, negation)
        && !for_a_time;
    if sure {
        return Found::new(GATE, Effect::Turn, 0.2, because);
    }
    if negation.reached >= REACHED / 2.0 {
        return Found::new(GATE, Effect::Block, 0.7, because);
    }
    Found::new(GATE, Effect::Pass, 0.7, "")
}

/// Whether something is denied of anyone, or of anyone of some: whether somebody did it all the same, [`no_one`] has told.
fn is_of_anyone(held: &Held<'_>, negation: &Negation<'_>) -> bool {
    let (document, within) = match negation.side {
        Side::Claim => (&held.phrasing.document, Some(held.phrasing.tokens())),
        Side::Text => (held.document(), held.sentence_of(negation.cue.tokens.start)),
    };
    let word = |i: usize| document.folded_or_empty(i);
    let at = negation.cue.tokens.start;
    let nobody = matches!(word(at), "nobody") || word(at) == "no" && word(at + 1) == "one";
    nobody || within.is_some_and(|within| no_one::denied(document, negation.cue, &within).is_some())
}

/// Whether something that the claim tells is among what is negated, and not only whom or what it tells it of: not "no one was on the
/// *pier* when the storm destroyed it".
fn reaches_what_is_told(held: &Held<'_>, negation: &Negation<'_>) -> bool {
    let claim = &held.phrasing.document;
    // "No increase" is told as "did not increase" is.
    let tells = |p: usize| grammar::is_predicate(claim, p) || Direction::of(claim.folded(p)).is_some();
    let mut told = held.weighted_pairs().filter(|&(p, ..)| tells(p)).peekable();
    let reached = |at: usize| negation.cue.scope.contains(&at) || negation.cue.tokens.contains(&at);
    if told.peek().is_none() && negation.side == Side::Text && is_of_speech(held.document(), negation.cue) {
        return undoes_what_is_said(held, negation.cue);
    }
    told.peek().is_none() || told.any(|(p, q, _)| reached(if negation.side == Side::Claim { p } else { q }))
}

/// Stems of the verbs for having what may be denied or rejected: "*won* his appeal".
static GRANTED: WordSet = WordSet::of(&["gain", "obtain", "receiv", "secur", "win"]);

/// Whether a passage that has no word for what the claim says rejects just that: "rejected the plan", "*approved* the plan"; not "lost
/// the appeal".
fn undoes_what_is_said(held: &Held<'_>, cue: &Cue) -> bool {
    let claim = &held.phrasing.document;
    let rejects = english::stem(held.document().folded(cue.tokens.start));
    let said = grammar::what_is_said(claim, &held.phrasing.tokens());
    said.is_none_or(|verb| {
        let verb = english::stem(claim.folded(verb));
        GRANTED.contains(&verb) || english::opposites(&rejects).any(|opposite| opposite == verb)
    })
}

/// Whether a negation is of all there are: "no patients", "none of them".
fn denies_all(negation: &Negation<'_>) -> bool {
    let words = negation.words.to_lowercase();
    words.starts_with("no") && words != "not" && words != "nor"
}

/// The share of the claim's weight that is answered, its own words for "not" left out: "*refused* to model".
fn coverage_besides(held: &Held<'_>, negation: &Negation<'_>) -> f64 {
    coverage_without(held, |token| negation.side == Side::Claim && negation.cue.tokens.contains(&token))
}

/// The share of the claim's weight that is answered, `own` left out; 1 where nothing is left.
pub(super) fn coverage_without(held: &Held<'_>, own: impl Fn(usize) -> bool) -> f64 {
    let words = held.phrasing.frame.iter().zip(&held.alignment.answers);
    let (all, covered) = words
        .filter(|(word, _)| word.token.is_some_and(|token| !own(token)))
        .fold((0.0, 0.0), |(all, covered), (word, answer)| {
            (all + word.weight, covered + word.weight * answer.similarity())
        });
    if all > 0.0 { covered / all } else { 1.0 }
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Claim,
    Text,
}

/// The negation on one side that reaches most of the aligned words and that the other side does not share.
fn strongest<'a>(held: &'a Held<'_>, pairs: &[Pair<'_>], side: Side) -> Option<Negation<'a>> {
    let (cues, document): (Vec<&Cue>, &Document) = match side {
        Side::Claim => (held.phrasing_cues.iter().collect(), &held.phrasing.document),
        Side::Text => (held.cues().to_vec(), held.document()),
    };
    // "X is not a model" negates all that it tells of X.
    let subject = held.phrasing.names.first().filter(|name| name.tokens.start <= 1);
    let tells = |p: usize| subject.is_none_or(|name| !name.tokens.contains(&p));
    let total: f64 = held.weighted_pairs().filter(|&(p, ..)| tells(p)).map(|(.., weight)| weight).sum();
    cues.into_iter()
        .filter(|cue| cue.negates() && !(side == Side::Text && held.is_beside(cue)))
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
                .filter(|&(p, q, _)| tells(p) && cue.scope.contains(&ours(p, q)))
                .map(|(_, _, weight)| weight)
                .sum();
            Negation {
                on_target: is_on_target(held, pairs, cue, side),
                side,
                cue,
                words: document.words(cue.tokens.clone()),
                reached: if total > 0.0 { reached / total } else { 0.0 },
            }
        })
        .filter(|negation| negation.reached > 0.0)
        .max_by(|a, b| a.reached.total_cmp(&b.reached).then(b.cue.tokens.start.cmp(&a.cue.tokens.start)))
}

/// Whether what the cue negates first is itself aligned.
fn is_on_target(held: &Held<'_>, pairs: &[Pair<'_>], cue: &Cue, side: Side) -> bool {
    let document = if side == Side::Claim { &held.phrasing.document } else { held.document() };
    let ours = |p: usize, q: usize| if side == Side::Claim { p } else { q };
    // "Not the *first* woman" negates a value, which agrees; "without a *second* runway" only supposes one away.
    let supposed = document.folded(cue.tokens.start) == "without";
    let valued = |token: usize| {
        let of = |pair: &Pair<'_>| match side {
            Side::Claim => pair.claimed.core.contains(&token),
            Side::Text => pair.partner.is_some_and(|(partner, ..)| partner.core.contains(&token)),
        };
        !supposed && pairs.iter().any(|pair| pair.agrees() && of(pair))
    };
    let told = |token: usize| {
        valued(token) || held.weighted_pairs().any(|(p, q, _)| ours(p, q) == token && is_told(held, p))
    };
    // "No patient died" negates the dying: "38 patients were moved when the generator failed" is no answer.
    let told_otherwise =
        |verb: usize| held.weighted_pairs().any(|(p, q, _)| ours(p, q) == verb && is_akin(held, p));
    (cue.target(document).is_none_or(told) || cue.other_target(document).is_some_and(told))
        && !cue.verb(document).is_some_and(told_otherwise)
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
