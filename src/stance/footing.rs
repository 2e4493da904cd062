//! How well a claim's words and values stand in a text: each wherever it stands there among most of what the claim has beside it.
//!
//! A passage answers a claim as a whole; a claim of which one word or figure is wrong has much the same passages as the right one.
//! What differs is whether the text has that word, anywhere, next to the claim's other words. For ranking only.

use std::ops::Range;

use crate::matcher::{Hit, Likeness, Phrasing};
use crate::text::Sentence;
use crate::value::{Mention, Relation};

use super::cue::Cue;
use super::reading::Reading;

/// At how many words' distance in the claim a neighbour counts half of what the next one does.
const HALF_CLAIMED: f64 = 1.0;

/// At how many tokens' distance in the text a neighbour counts half.
const HALF_REPORTED: f64 = 8.0;

/// What a neighbour counts that stands on the other side in the text than in the claim.
const OTHER_SIDE: f64 = 0.4;

/// What a neighbour in the sentence before or after counts.
const NEXT_SENTENCE: f64 = 0.3;

/// What a word counts that stands in the text without any of its neighbours.
const ALONE: f64 = 0.2;

/// What a value weighs: nearly as much as a rare word.
const VALUE_WEIGHT: f64 = 0.8;

/// What a word that negates weighs: without it the claim says the reverse.
const NEGATION_WEIGHT: f64 = 0.8;

/// What a number answers that is written with the same digits, whatever it is of: "the 12 days", "12-day".
const SAME_DIGITS: f64 = 0.3;

/// What a value that may be none answers of one that surely is.
const WEAK: f64 = 0.5;

/// A word or value of a claim, and where a text has it.
struct Item {
    /// Its token in the claim.
    token: usize,
    weight: f64,
    /// In order of their sentences.
    places: Vec<Place>,
}

/// Where a text has a word or value.
#[derive(Clone, Copy)]
struct Place {
    token: usize,
    sentence: usize,
    /// How well it answers, 0 to 1.
    similarity: f64,
}

/// The footing of `phrasing`, which has these `cues`, in the text of `reading`, from 0, where the text has none of it, to 1.
pub(super) fn footing(phrasing: &Phrasing, cues: &[Cue], reading: &Reading<'_>) -> f64 {
    let items = items(phrasing, cues, reading);
    let all: f64 = items.iter().map(|item| item.weight).sum();
    let found: f64 = (0..items.len()).map(|at| items[at].weight * best_place(&items, at)).sum();
    if all > 0.0 { found / all } else { 0.0 }
}

/// The words, values and negations of `phrasing`, in order.
fn items(phrasing: &Phrasing, cues: &[Cue], reading: &Reading<'_>) -> Vec<Item> {
    let words = phrasing.frame.iter().filter_map(|word| {
        let hits = reading.marked.answers(word.word).iter().filter(|hit| hit.likeness > Likeness::Opposed);
        let place = |hit: &Hit| Place {
            token: hit.token,
            sentence: hit.sentence,
            similarity: hit.likeness.similarity(),
        };
        Some(Item { token: word.token?, weight: word.weight, places: hits.map(place).collect() })
    });
    let values = phrasing.mentions.iter().map(|claimed| Item {
        token: claimed.core.start,
        weight: VALUE_WEIGHT,
        places: places_of_value(claimed, phrasing, reading),
    });
    let negations = cues.iter().filter(|cue| cue.negates()).filter_map(|cue| {
        let places = places_of_negation(phrasing, cue, reading)?;
        Some(Item { token: cue.tokens.start, weight: NEGATION_WEIGHT, places })
    });
    let mut items: Vec<Item> = words.chain(values).chain(negations).collect();
    items.sort_by_key(|item| item.token);
    items
}

/// Where the text negates, in whatever words, the first word that the claim negates by `negation`; `None` where it has no such word.
fn places_of_negation(phrasing: &Phrasing, negation: &Cue, reading: &Reading<'_>) -> Option<Vec<Place>> {
    let target = negation.target(&phrasing.document)?;
    let word = phrasing.frame.iter().find(|word| word.token == Some(target))?;
    if !reading.marked.is_answered(word.word) {
        return None;
    }
    let sentences = 0..reading.document().sentences().len();
    let of = |sentence: usize| {
        let cues = reading.facts(sentence..sentence + 1).flat_map(|facts| &facts.cues);
        let reaches = |cue: &&Cue| !reading.marked.answers_among(word.word, &cue.scope).is_empty();
        let places = cues.filter(|cue| cue.negates()).filter(reaches);
        places.map(move |cue| Place { token: cue.tokens.start, sentence, similarity: 1.0 })
    };
    Some(sentences.flat_map(of).collect())
}

fn places_of_value(claimed: &Mention, phrasing: &Phrasing, reading: &Reading<'_>) -> Vec<Place> {
    let text = reading.document();
    let digits = claimed.core.clone().map(|i| leading_digits(phrasing.document.folded(i)));
    let digits = digits.into_iter().find(|digits| !digits.is_empty());
    let mut places = Vec::new();
    for (sentence, Sentence { tokens, .. }) in text.sentences().iter().enumerate() {
        let values = reading.mentions(sentence..sentence + 1).filter_map(|reported| {
            let agreement = agreement(claimed.value.compare(&reported.value)?);
            let weak = reported.value.weak && !claimed.value.weak;
            let similarity = if weak { WEAK * agreement } else { agreement };
            Some(Place { token: reported.core.start, sentence, similarity })
        });
        places.extend(values.filter(|place| place.similarity > 0.0));
        let same = |&token: &usize| digits.is_some_and(|digits| leading_digits(text.folded(token)) == digits);
        let same = tokens.clone().filter(same);
        places.extend(same.map(|token| Place { token, sentence, similarity: SAME_DIGITS }));
    }
    places
}

/// The digits a word begins with, up to any letter: "15" of "15th".
fn leading_digits(word: &str) -> &str {
    let end = word.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(word.len());
    &word[..end]
}

/// How well a value answers that stands so to the claimed one.
fn agreement(relation: Relation) -> f64 {
    match relation {
        Relation::Equal => 1.0,
        Relation::Within => 0.8,
        Relation::Wider => 0.4,
        Relation::Overlaps => 0.3,
        Relation::Conflicts => 0.0,
    }
}

/// How well the item `at` stands where it stands best.
fn best_place(items: &[Item], at: usize) -> f64 {
    let nearness = |other: usize| HALF_CLAIMED / (HALF_CLAIMED + (other.abs_diff(at) - 1) as f64);
    let others = || (0..items.len()).filter(|&other| other != at);
    let all: f64 = others().map(|other| items[other].weight * nearness(other)).sum();
    let beside = |place: &Place| {
        let found =
            |other: usize| items[other].weight * nearness(other) * near(&items[other], *place, other > at);
        if all > 0.0 { others().map(found).sum::<f64>() / all } else { 1.0 }
    };
    let stands = |place: &Place| place.similarity * (ALONE + (1.0 - ALONE) * beside(place));
    items[at].places.iter().map(stands).fold(0.0, f64::max)
}

/// How near a neighbour stands to `place`, that the claim has `after` it or before, 0 to 1.
fn near(neighbour: &Item, place: Place, after: bool) -> f64 {
    let around = within(&neighbour.places, place.sentence.saturating_sub(1)..place.sentence + 2);
    let nearness = |other: &Place| {
        if other.sentence != place.sentence {
            return NEXT_SENTENCE;
        }
        let away = (other.token.abs_diff(place.token) - 1) as f64;
        let side = if (other.token > place.token) == after { 1.0 } else { OTHER_SIDE };
        side * HALF_REPORTED / (HALF_REPORTED + away)
    };
    around
        .iter()
        .filter(|other| other.token != place.token)
        .map(|other| other.similarity * nearness(other))
        .fold(0.0, f64::max)
}

/// Those of `places` that stand in `sentences`.
fn within(places: &[Place], sentences: Range<usize>) -> &[Place] {
    let from = places.partition_point(|place| place.sentence < sentences.start);
    let to = places.partition_point(|place| place.sentence < sentences.end);
    &places[from..to]
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::claim::ClaimSet;
    use crate::stance::Engine;
    use crate::text::Document;
    use crate::value::Context;

    fn footing(claim: &str, text: &str) -> f64 {
        let claims = ClaimSet::of_one(claim);
        let engine = Engine::new(&claims);
        let document = Document::new(text);
        let reading = engine.read(&document, Context::default());
        super::footing(engine.phrasings[0][0].phrasing(), engine.phrasings[0][0].cues(), &reading)
    }

    #[test]
    fn a_word_or_value_counts_where_the_claims_other_words_are() {
        let text = "The mill burned for 12 hours. The baker, who is 40, saw the flames from the harbour.";
        let right = footing("the mill burned for 12 hours", text);
        assert!(right > 0.9, "{right}");
        for wrong in
            ["the mill burned for 40 hours", "the harbour burned for 12 hours", "the mill sank for 12 hours"]
        {
            assert!(footing(wrong, text) < right - 0.1, "{wrong}");
        }
        assert_eq!(footing("nobody swam", text), 0.0);
    }

    #[test]
    fn a_negation_stands_where_the_text_negates_the_same() {
        let text = "The baker slept. The mill did not burn.";
        let better = |right: &str, wrong: &str| {
            let (right, wrong) = (footing(right, text), footing(wrong, text));
            assert!(right > wrong, "{right} {wrong}");
        };
        better("the baker slept", "the baker did not sleep");
        better("the mill did not burn", "the baker did not sleep");
    }

    #[test]
    fn words_the_other_way_round_stand_less_well() {
        let text = "Ash sued Birch.";
        assert!(footing("Ash sued Birch", text) > footing("Birch sued Ash", text));
    }
}
