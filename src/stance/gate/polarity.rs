//! Does one side negate, deny or reverse what the other says?

use std::ops::Range;

use crate::english;
use crate::stance::cue::Cue;
use crate::stance::held::Held;
use crate::text::{Document, WordSet};
use crate::value::name::is_calendar;

use super::direction::Told;
use super::negation::{
    Negation, Side, is_of_speech, is_of_words, is_plea, is_supposed_away, is_told_by_opposite,
    other_negation, reaches_what_is_told, strongest,
};
use super::pairing::Pair;
use super::{
    Effect, Found, Gate, IN_ONE_SENTENCE, addition, argument, by_opposite, complement, contrast, denial,
    exclusive, extent, grammar, name, namesake, nearer, no_effect, no_one, opposite, reversal, subject,
    unchanged, unfounded, when_said,
};

/// A passage turns a claim around only where it covers this share of it.
pub(super) const TURN_COVERAGE: f64 = 0.75;

/// A negator must reach this share of the aligned words to turn them.
const REACHED: f64 = 0.25;

/// The same where nothing speaks of another event: the verb may be light beside the names.
const BARELY_REACHED: f64 = 0.15;

/// Asks, where `denied` is what denies just what the claim says. What is told as not so, or not for good, turns nothing.
pub(super) fn ask(held: &Held<'_>, pairs: &[Pair<'_>], told: &[Told<'_>], denied: Option<&Cue>) -> Found {
    let found = match denied {
        Some(cue) => contrast::found(held, cue),
        None => compare(held, pairs, told),
    };
    if found.effect == Effect::Pass
        && let Some(cue) = contrast::of_subject(held)
    {
        let because = format!("“{}”, where the claim has no such word", held.words(&cue.tokens));
        return Found::new(Gate::Polarity, Effect::Block, 0.6, because);
    }
    let turns = found.effect == Effect::Turn;
    if turns && denial::compares_with_all_others(held) {
        return Found { effect: Effect::Block, factor: 0.7, ..found };
    }
    if turns && (argument::leaves_subject_behind(held) || denial::is_of_absence(held)) {
        return Found { effect: Effect::Block, factor: 0.7, ..found };
    }
    let open = turns.then(|| unfounded::find(held)).flatten();
    match open {
        Some(word) => {
            let because = format!("“{}” leaves it open", held.words(&(word..word + 1)));
            Found::new(found.gate, Effect::Block, 0.7, because)
        }
        None => found,
    }
}

fn compare(held: &Held<'_>, pairs: &[Pair<'_>], told: &[Told<'_>]) -> Found {
    if let Some(because) = by_opposite::leaves_open(held, pairs) {
        return Found::new(Gate::Polarity, Effect::Block, 0.7, because);
    }
    let turned = || no_one::ask(held, pairs).or_else(|| reversal::ask(held, pairs));
    if let Some(found) = turned().or_else(|| no_effect::ask(held)).or_else(|| unchanged::ask(held)) {
        return found;
    }
    let claimed = strongest(held, pairs, Side::Claim);
    let reported = strongest(held, pairs, Side::Text);
    match (claimed, reported) {
        (None, None) => opposite::ask(held, pairs, told)
            .or_else(|| exclusive::ask(held))
            .or_else(|| nearer::ask(held))
            .or_else(|| not_borne_out(held))
            .unwrap_or_else(|| Found::nothing(Gate::Polarity)),
        (Some(claim), Some(text)) if extent::goes_further(held, claim.cue, text.cue) => {
            let because = format!("“{}”, where the passage only has “{}”", claim.words, text.words);
            Found::new(Gate::Polarity, Effect::Block, 0.6, because)
        }
        (Some(claim), Some(text)) if negate_the_same(held, &claim, &text) => Found::new(
            Gate::Polarity,
            Effect::Pass,
            0.95,
            format!("“{}” and “{}” alike", claim.words, text.words),
        ),
        (Some(claim), Some(text)) => {
            let because = format!("“{}” and “{}” of different things", claim.words, text.words);
            Found::new(Gate::Polarity, Effect::Block, 0.6, because)
        }
        // "Owed him nothing", "did not owe him a cent".
        (None, Some(text)) if says_nothing(held) => {
            let because = format!("“{}”, perhaps of something else", text.words);
            Found::new(Gate::Polarity, Effect::Block, 0.7, because)
        }
        (None, Some(text)) => in_passage(held, pairs, &text),
        (Some(claim), None) => {
            let because = format!("without the claim’s “{}”", claim.words);
            // "without a struggle" is a circumstance, which a passage may leave out or give another way; what is free of
            // something now may have had it before.
            if held.cues().iter().any(|cue| cue.negates()) || matches!(claim.words, "without" | "free of") {
                return Found::new(Gate::Polarity, Effect::Block, 0.6, because);
            }
            let is_open = is_open(held, &claim)
                || held.sentence_of_first().is_some_and(|sentence| no_one::is_elsewhere(held, sentence))
                || denial::is_undone(held, &claim)
                || extent::is_no_longer(&held.phrasing.document, claim.cue)
                    && (was_then(held) || !goes_on(held))
                || is_done_elsewhere(held, &claim)
                || denial::is_of_all_others(held, claim.cue)
                || denial::is_done_to_others(held)
                || addition::is_told_with_less(held, claim.cue)
                || addition::is_told_with_more(held, pairs, claim.cue);
            if is_of_speech(&held.phrasing.document, claim.cue) || is_open {
                return Found::new(Gate::Polarity, Effect::Block, 0.7, because);
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
        return Found::new(Gate::Polarity, effect, 0.9, because);
    }
    if extent::is_told_after(held, text.cue) {
        return Found::new(Gate::Polarity, Effect::Pass, 0.9, "");
    }
    // "Was released *without charge*": a circumstance, which a claim may leave out.
    if extent::is_circumstance(held, text.cue) {
        return Found::new(Gate::Polarity, Effect::Pass, 0.95, "");
    }
    // "It would have shrunk *without* exports": it did not.
    if is_supposed_away(held, text.cue) {
        return Found::new(
            Gate::Polarity,
            Effect::Block,
            0.7,
            format!("“{}” of what is only supposed", text.words),
        );
    }
    // What is told instead stands beside it, and [`contrast`] has not found it to be all that differs.
    if contrast::names_another(held, text.cue) {
        return Found::new(Gate::Polarity, Effect::Block, 0.7, format!("“{}” of a part of it", text.words));
    }
    match other_negation(held, text) {
        Some(other) if undoes(held, other) || undoes(held, text.cue) => {
            let because =
                format!("two negations, “{}” and “{}”, cancel", text.words, held.words(&other.tokens));
            Found::new(Gate::Polarity, Effect::Pass, 0.9, because)
        }
        Some(_) => {
            Found::new(Gate::Polarity, Effect::Block, 0.6, format!("“{}” among other negations", text.words))
        }
        None if is_of_words(held, text) || is_plea(held, text.cue) => {
            Found::new(Gate::Polarity, Effect::Block, 0.7, format!("“{}” of what was said", text.words))
        }
        None => match extent::leaves_open(held, text.cue, pairs) {
            Some(because) => Found::new(Gate::Polarity, Effect::Block, 0.7, because),
            None if addition::is_denied_of_more(held, pairs, text.cue) => Found::new(
                Gate::Polarity,
                Effect::Block,
                0.7,
                format!("“{}” of more than the claim says", text.words),
            ),
            None => turn(held, text, format!("“{}”, where the claim has no such word", text.words)),
        },
    }
}

/// Whether the claim says by its object that it is of nothing or nobody, which the passage does not say in these words.
fn says_nothing(held: &Held<'_>) -> bool {
    let claim = &held.phrasing.document;
    held.phrasing_cues.iter().any(|cue| {
        let nothing = matches!(claim.folded(cue.tokens.start), "nobody" | "none" | "nothing" | "nowhere");
        nothing && cue.negates() && !held.weighted_pairs().any(|(p, ..)| cue.tokens.contains(&p))
    })
}

/// Whether the passage says that it still is so.
fn goes_on(held: &Held<'_>) -> bool {
    held.tokens.clone().any(|i| matches!(held.document().folded(i), "continues" | "remains" | "still"))
}

/// Whether the passage tells by a past verb what the claim says is so no longer: "still *worked* there when".
fn was_then(held: &Held<'_>) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let past = |document: &Document, at: usize| english::is_past_form(document.folded(at));
    held.alignment
        .pairs(held.phrasing)
        .any(|(p, q)| english::is_content_word(claim, p) && past(text, q) && !past(claim, p))
}

/// Whether the passage only leaves open what the claim negates: "is not approved", "is still waiting for approval".
fn is_open(held: &Held<'_>, negation: &Negation<'_>) -> bool {
    // "Deplores the *lack of* staff", "deplores the staff".
    let first = negation.cue.tokens.start;
    if matches!(held.phrasing.document.folded(first), "absence" | "failure" | "lack" | "refusal") {
        return true;
    }
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

/// A negation of the claim that reaches nothing the passage has, which negates nothing itself: "was *not* still out hours
/// later", of a passage that only has who was out.
fn not_borne_out(held: &Held<'_>) -> Option<Found> {
    let answered = |cue: &Cue| {
        held.weighted_pairs().any(|(p, _, _)| cue.tokens.contains(&p))
            || is_told_by_opposite(held, cue, Side::Claim)
    };
    let negation = held.phrasing_cues.iter().find(|cue| cue.negates() && !answered(cue))?;
    let words = held.phrasing.document.words(negation.tokens.clone());
    let because = format!("without the claim’s “{words}”");
    (!held.cues().iter().any(|cue| cue.negates()))
        .then(|| Found::new(Gate::Polarity, Effect::Block, 0.8, because))
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
    // What has been so since then is so.
    let since = negation.side == Side::Text;
    let bounded = |document: &Document, tokens: Range<usize>| {
        let bounds = |word: &str| matches!(word, "until" | "till") || since && word == "since";
        tokens.into_iter().any(|i| bounds(document.folded(i)))
    };
    // "Refused to resign, saying that she would stay *until* her term ends."
    let told = match negation.side {
        Side::Claim => held.tokens.clone(),
        Side::Text => {
            let start =
                held.sentence_of(negation.cue.tokens.start).map_or(held.tokens.start, |one| one.start);
            let after = negation.cue.tokens.end..held.tokens.end;
            let ends = |&i: &usize| matches!(held.document().folded(i), "," | ";" | "but");
            start..after.clone().find(ends).unwrap_or(after.end)
        }
    };
    let for_a_time =
        bounded(held.document(), told) && !bounded(&held.phrasing.document, held.phrasing.tokens());
    let sure = !is_of_anyone(held, negation)
        && coverage_besides(held, negation) >= TURN_COVERAGE
        && (negation.reached >= REACHED || negation.reached >= BARELY_REACHED && !is_of_another_event(held, negation))
        && negation.on_target
        && name::subject_elsewhere(held, negation.cue.tokens.start).is_none()
        // "None of them was hurt" leaves none who may have been.
        && (denies_all(negation) || !subject::is_unspecific(held))
        && !subject::is_of_another_kind(held)
        && !subject::is_narrowed(held)
        && !argument::lacks_subject(held)
        && argument::of_another(held).is_none()
        && reaches_what_is_told(held, negation)
        && !is_linked_otherwise(held)
        && !(negation.side == Side::Text
            && when_said::is_of_before_or_anothers(held, negation.cue.tokens.start))
        && !is_done_later(held, negation)
        && !is_of_then(held)
        && !(negation.side == Side::Claim
            && held.alignment.pairs(held.phrasing).next().is_some_and(|(_, q)| opposite::is_of_another_time(held, q)))
        && !namesake::has_a_longer_name(held)
        && !(negation.side == Side::Text
            && held.sentence_of(negation.cue.tokens.start).is_some_and(|one| contrast::was_only_then(held, &one)))
        && !for_a_time;
    // Who is free of something may have had it.
    let free = negation.side == Side::Text && held.document().folded(negation.cue.tokens.start) == "free";
    if sure && !free {
        let found = Found::new(Gate::Polarity, Effect::Turn, 0.2, because);
        return if negation.side == Side::Text { found.by(negation.cue.tokens.start) } else { found };
    }
    if negation.on_target || negation.reached >= REACHED / 2.0 {
        return Found::new(Gate::Polarity, Effect::Block, 0.7, because);
    }
    Found::new(Gate::Polarity, Effect::Pass, 0.7, "")
}

/// Words by which a claim tells of what was so then.
static THEN: WordSet = WordSet::of(&["formerly", "once", "originally", "previously", "until"]);

/// Whether the claim tells of what was so then, "*once* owned it", "*until* 2015", and the passage has no such word.
fn is_of_then(held: &Held<'_>) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let then =
        |document: &Document, mut tokens: Range<usize>| tokens.any(|i| THEN.contains(document.folded(i)));
    then(claim, held.phrasing.tokens()) && !then(text, held.tokens.clone())
}

/// Whether the passage's sentence speaks of another event or another time than the claim.
fn is_of_another_event(held: &Held<'_>, negation: &Negation<'_>) -> bool {
    let at = match negation.side {
        Side::Text => Some(negation.cue.tokens.start),
        Side::Claim => held.alignment.pairs(held.phrasing).next().map(|(_, q)| q),
    };
    at.and_then(|at| held.sentence_of(at)).is_none_or(|sentence| no_one::is_of_another_event(held, sentence))
}

/// Whether the claim tells of before or after something, and the passage of the time of it: "injured *before* the final", "in the final".
fn is_linked_otherwise(held: &Held<'_>) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    fn led(document: &Document, at: usize) -> Option<&str> {
        let is_article = |i: &usize| matches!(document.folded(*i), "a" | "an" | "the");
        let at = (at.saturating_sub(LED)..at).rev().find(|i| !is_article(i))?;
        let leads =
            grammar::is_preposition(document, at) || matches!(document.folded(at), "before" | "until");
        leads.then(|| document.folded(at))
    }
    held.weighted_pairs().any(|(p, q, _)| {
        let own = led(claim, p).filter(|word| matches!(*word, "after" | "before" | "during" | "until"));
        own.is_some_and(|own| led(text, q).is_some_and(|other| other != own))
    })
}

/// How many tokens after its "but" another time stands at most.
const OTHER_TIME: usize = 4;

/// Whether the passage goes on with another time: "did not raise its fares in June, *but in September* it put them up".
fn is_done_later(held: &Held<'_>, negation: &Negation<'_>) -> bool {
    let text = held.document();
    let at = negation.cue.tokens.end;
    let sentence = held.sentence_of(negation.cue.tokens.start).filter(|_| negation.side == Side::Text);
    let but = sentence.and_then(|sentence| (at..sentence.end).find(|&i| text.folded(i) == "but"));
    let dated = |but: usize| {
        let mut mentions = held.mentions().iter().filter(|mention| mention.value.kind.is_dated());
        mentions.any(|mention| (but + 1..=but + OTHER_TIME).contains(&mention.tokens.start))
    };
    let is_dated =
        |but: usize| dated(but) || (but + 1..=but + OTHER_TIME).any(|i| is_calendar(text.folded_or_empty(i)));
    let claim = &held.phrasing.document;
    let own = held.phrasing.mentions.iter().any(|mention| mention.value.kind.is_dated())
        || held.phrasing.tokens().any(|i| is_calendar(claim.folded(i)));
    !own && but.is_some_and(is_dated)
}

/// How many tokens before a noun what leads to it stands at most.
const LED: usize = 2;

/// Whether something is denied of anyone, or of anyone of some: whether somebody did it all the same, [`no_one`] has told.
fn is_of_anyone(held: &Held<'_>, negation: &Negation<'_>) -> bool {
    let (document, within) = match negation.side {
        Side::Claim => (&held.phrasing.document, Some(held.phrasing.tokens())),
        Side::Text => (held.document(), held.sentence_of(negation.cue.tokens.start)),
    };
    let word = |i: usize| document.folded_or_empty(i);
    let at = negation.cue.tokens.start;
    let nobody = matches!(word(at), "nobody") || word(at) == "no" && word(at + 1) == "one";
    let of_somebody = |denied: usize| {
        english::is_verb(document, denied) || no_one::is_of_somebody_by_name(document.folded(denied))
    };
    let of_some = word(at) == "none" && word(at + 1) == "of";
    nobody
        || !of_some
            && within.is_some_and(|within| {
                no_one::denied(document, negation.cue, &within).is_some_and(of_somebody)
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
