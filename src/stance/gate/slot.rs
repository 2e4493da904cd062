//! The slot of a value: which words of the phrasing stand around it, and how near.

use std::ops::Range;

use crate::english;
use crate::matcher::{FrameWord, Likeness};
use crate::stance::held::{Held, distance};
use crate::text::Document;
use crate::value::Mention;

/// At how many tokens' distance a word of the phrasing counts half for the value beside it.
const HALF_CLAIMED: f64 = 4.0;

/// What even the phrasing's farthest word counts for a value's slot.
const FAR_CLAIMED: f64 = 0.3;

/// At how many tokens' distance a word of the text stands half in a value's slot.
const HALF_REPORTED: f64 = 8.0;

/// What a word in the sentence before or after counts.
const NEXT_SENTENCE: f64 = 0.3;

/// What is left of a word's nearness where another value of the kind stands between the two.
const PAST_ANOTHER: f64 = 0.6;

/// What it adds that both count the same, or takes away that they count different things.
const COUNTED: f64 = 0.25;

/// What it adds that the same small word leads to both: "to 5%", "to 5.25%".
const LED_TO: f64 = 0.1;

/// How alike the slots of two values are, about -0.25 to 1.35: the words around them, what they count, what leads to them.
///
/// Unlike an alignment, which gives each word of the phrasing one answer, this looks for the answers nearest to the value:
/// an article repeats its subject beside each of its values.
pub(super) fn likeness(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> f64 {
    let counted = match (&claimed.counted, &reported.counted) {
        (Some(_), Some(_)) if counts_otherwise(held, claimed, reported) => -COUNTED,
        (Some(_), Some(_)) => COUNTED,
        _ => 0.0,
    };
    let led_to = if led_to_alike(held, claimed, reported) { LED_TO } else { 0.0 };
    let same_kind = |other: &Mention| claimed.value.compare(&other.value).is_some();
    shared(held, &claimed.tokens, &reported.tokens, &same_kind) + counted + led_to
}

/// The same for a number that is no value but a name, from 0 to 1.
pub(super) fn likeness_of_labels(held: &Held<'_>, claimed: &Range<usize>, reported: &Range<usize>) -> f64 {
    shared(held, claimed, reported, &|_| false)
}

/// Whether both count something, and not the same.
pub(super) fn counts_otherwise(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    matches!((&claimed.counted, &reported.counted), (Some(a), Some(b)) if !counts_same(held, a, b))
}

/// How much of the phrasing's words stands around the reported value, the words near the claimed one counting more; 0 to 1.
fn shared(
    held: &Held<'_>,
    claimed: &Range<usize>,
    reported: &Range<usize>,
    same_kind: &dyn Fn(&Mention) -> bool,
) -> f64 {
    let document = held.document();
    let sentences = document.sentences();
    let at = sentences.partition_point(|sentence| sentence.tokens.end <= reported.start);
    let own = sentences.get(at).map_or(0..0, |sentence| sentence.tokens.clone());
    let around = held.reading.marked.tokens(at.saturating_sub(1), (at + 2).min(sentences.len()));
    let between = |token: usize| {
        let gap = if token < reported.start { token..reported.start } else { reported.end..token };
        held.mentions().iter().any(|other| gap.contains(&other.tokens.start) && same_kind(other))
    };
    let (mut found, mut all) = (0.0, 0.0);
    for word in &held.phrasing.frame {
        let Some(token) = word.token else { continue };
        let wanted = word.weight * claimed_nearness(token, claimed);
        all += wanted;
        let nearness = |token: usize| {
            if !own.contains(&token) {
                return NEXT_SENTENCE;
            }
            let away = (distance(reported, token) - 1) as f64;
            let near = HALF_REPORTED / (HALF_REPORTED + away);
            if between(token) { PAST_ANOTHER * near } else { near }
        };
        let hits = held.reading.marked.answers_among(word.word, &around).iter();
        let best = hits
            .filter(|hit| hit.likeness > Likeness::Opposed)
            .map(|hit| hit.likeness.similarity() * nearness(hit.token))
            .fold(0.0, f64::max);
        found += wanted * best;
    }
    if all > 0.0 { found / all } else { 0.0 }
}

fn claimed_nearness(token: usize, claimed: &Range<usize>) -> f64 {
    let away = distance(claimed, token).saturating_sub(1) as f64;
    FAR_CLAIMED + (1.0 - FAR_CLAIMED) * HALF_CLAIMED / (HALF_CLAIMED + away)
}

/// Whether two counted noun phrases share a word, or one that is related.
fn counts_same(held: &Held<'_>, claimed: &Range<usize>, reported: &Range<usize>) -> bool {
    let claim = &held.phrasing.document;
    let text = held.document();
    let answers = |word: &FrameWord| {
        let hits = held.reading.marked.answers_among(word.word, reported);
        // "Four Iraqi *policemen*" are not all Iraqis there are.
        let members = word.name
            && word.token.is_some_and(|p| english::names_members(claim.folded(p)) && p + 1 == claimed.end);
        let counted = |token: usize| !members || token + 1 == reported.end;
        hits.iter().any(|hit| {
            hit.likeness > Likeness::Opposed && held.tokens.contains(&hit.token) && counted(hit.token)
        })
    };
    held.phrasing
        .frame
        .iter()
        .any(|word| word.token.is_some_and(|token| claimed.contains(&token)) && answers(word))
        || claimed.clone().any(|p| {
            let stem = english::stem(claim.folded(p));
            reported.clone().any(|q| english::stem(text.folded(q)) == stem)
        })
}

fn led_to_alike(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let before = |document: &Document, tokens: &Range<usize>| {
        let word = document.folded(tokens.start.checked_sub(1)?).to_owned();
        english::is_function_word(&word).then_some(word)
    };
    let claimed = before(&held.phrasing.document, &claimed.tokens);
    claimed.is_some() && claimed == before(held.document(), &reported.tokens)
}
