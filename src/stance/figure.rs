//! What a passage looks like beside a phrasing, in a few figures, and how likely that makes something.

use std::ops::Range;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::matcher::{Answer, FrameWord, Likeness};

use super::held::Held;

/// How many figures there are.
const COUNT: usize = 21;

/// Figures by name, mostly shares from 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures([(&'static str, f64); COUNT]);

impl Figures {
    /// The figure called `name`; 0 where there is none.
    pub(super) fn get(&self, name: &str) -> f64 {
        self.0.iter().find(|(known, _)| *known == name).map_or(0.0, |&(_, value)| value)
    }
}

impl Serialize for Figures {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            // No "-0.0", which the sum of nothing is.
            map.serialize_entry(name, &(value + 0.0))?;
        }
        map.end()
    }
}

/// The weights of a logistic regression, by the names of the figures.
#[derive(Debug)]
pub(super) struct Weights {
    pub(super) constant: f64,
    pub(super) each: &'static [(&'static str, f64)],
}

impl Weights {
    /// How likely `figures`, in the order of the weights, make what was learned, 0 to 1.
    pub(super) fn likelihood(&self, figures: &Figures) -> f64 {
        debug_assert!(self.each.iter().map(|(name, _)| name).eq(figures.0.iter().map(|(name, _)| name)));
        let sum: f64 =
            self.each.iter().zip(&figures.0).map(|((_, weight), (_, figure))| weight * figure).sum();
        1.0 / (1.0 + (-self.constant - sum).exp())
    }
}

/// A claim of so many words or more is long.
const LONG: f64 = 15.0;

/// So many missing words are many.
const MANY: f64 = 5.0;

/// By how many tokens more two answers may be apart than the words they answer, to be half as near at most.
const SLACK: f64 = 3.0;

/// Below this coverage a passage is thin.
const THIN: f64 = 0.6;

/// What the passage covers of the phrasing, and how; `with_values` is its coverage with the values that agree.
pub(super) fn of_frame(held: &Held<'_>, with_values: f64) -> Figures {
    let own = own(held);
    let aligned: Vec<usize> = own.iter().filter_map(|(_, answer)| answer.token()).collect();
    let stretch = match (aligned.iter().min(), aligned.iter().max()) {
        (Some(&first), Some(&last)) => first..last + 1,
        _ => 0..0,
    };
    let among = |tokens: Range<usize>| {
        (aligned.len() as f64 / held.reading.marked.telling_words(&tokens).max(1) as f64).min(1.0)
    };
    let is = |answer: Answer, likenesses: &[Likeness]| matches!(answer, Answer::Token { likeness, .. } if likenesses.contains(&likeness));
    let open = own.iter().filter(|(_, answer)| *answer == Answer::Nothing).count() as f64;
    let passage = held.alignment.passage;
    let flag = |holds: bool| f64::from(u8::from(holds));
    Figures([
        ("coverage", held.alignment.coverage),
        ("with_values", with_values),
        ("thin", (THIN - held.alignment.coverage).max(0.0)),
        ("predicate", held.alignment.predicate),
        ("said", said(&own)),
        ("names", answered(&own, |word| word.name)),
        ("verbs", answered(&own, |word| word.part_of_speech == Some('v'))),
        ("nouns", answered(&own, |word| word.part_of_speech == Some('n'))),
        ("gap", gap(&own)),
        ("missing", (open / MANY).min(1.0)),
        ("exact", share(&own, |answer| is(answer, &[Likeness::Same, Likeness::Inflected]))),
        ("loose", share(&own, |answer| is(answer, &[Likeness::Akin, Likeness::Related, Likeness::Misspelt]))),
        ("elsewhere", share(&own, |answer| matches!(answer, Answer::Elsewhere { .. }))),
        ("known", known(held, &own)),
        ("dense", among(stretch)),
        ("focus", among(held.tokens.clone())),
        ("adjacent", adjacent(held)),
        ("words", (own.len() as f64 / LONG).min(1.0)),
        ("valued", flag(!held.phrasing.mentions.is_empty())),
        ("headline", flag(held.phrasing.headline)),
        ("more_sentences", (passage.end - passage.first - 1) as f64 / 2.0),
    ])
}

/// The figures "said" and "names" alone.
pub(super) fn said_and_named(held: &Held<'_>) -> (f64, f64) {
    let own = own(held);
    (said(&own), answered(&own, |word| word.name))
}

/// The phrasing's own words, each with its answer.
fn own<'a>(held: &'a Held<'_>) -> Vec<(&'a FrameWord, Answer)> {
    let answers = held.alignment.answers.iter().copied();
    held.phrasing.frame.iter().zip(answers).filter(|(word, _)| word.token.is_some()).collect()
}

fn weight(own: &[(&FrameWord, Answer)]) -> f64 {
    own.iter().map(|(word, _)| word.weight).sum::<f64>().max(f64::MIN_POSITIVE)
}

fn share(own: &[(&FrameWord, Answer)], counts: impl Fn(Answer) -> bool) -> f64 {
    own.iter().filter(|(_, answer)| counts(*answer)).map(|(word, _)| word.weight).sum::<f64>() / weight(own)
}

/// Of the weight: the weightiest word that nothing answers.
fn gap(own: &[(&FrameWord, Answer)]) -> f64 {
    let open = own.iter().filter(|(_, answer)| *answer == Answer::Nothing);
    open.map(|(word, _)| word.weight).fold(0.0, f64::max) / weight(own)
}

/// How much of the words that count is answered; 1 where there are none.
fn answered(own: &[(&FrameWord, Answer)], counts: impl Fn(&FrameWord) -> bool) -> f64 {
    let of = || own.iter().filter(|(word, _)| counts(word));
    let all: f64 = of().map(|(word, _)| word.weight).sum();
    let found: f64 = of().map(|(word, answer)| word.weight * answer.similarity()).sum();
    if all > 0.0 { found / all } else { 1.0 }
}

/// How much of the words that are no names is answered by the same words, in some form; 1 where there are none.
fn said(own: &[(&FrameWord, Answer)]) -> f64 {
    let told = |answer: Answer| {
        matches!(
            answer,
            Answer::Token { likeness: Likeness::Derived | Likeness::Inflected | Likeness::Same, .. }
        )
    };
    let of = || own.iter().filter(|(word, _)| !word.name);
    let all: f64 = of().map(|(word, _)| word.weight).sum();
    let found: f64 = of().filter(|(_, answer)| told(*answer)).map(|(word, _)| word.weight).sum();
    if all > 0.0 { found / all } else { 1.0 }
}

/// Of the weight: what the text has anywhere.
fn known(held: &Held<'_>, own: &[(&FrameWord, Answer)]) -> f64 {
    let anywhere = |word: &FrameWord| held.reading.marked.is_answered(word.word);
    own.iter().filter(|(word, _)| anywhere(word)).map(|(word, _)| word.weight).sum::<f64>() / weight(own)
}

/// Of the neighbours in the phrasing that are both aligned: how many stand as near to each other, in order, in the passage.
fn adjacent(held: &Held<'_>) -> f64 {
    let pairs: Vec<(usize, usize)> = held.alignment.pairs(held.phrasing).collect();
    let near = |pair: &&[(usize, usize)]| {
        pair[1].1 > pair[0].1 && pair[1].1 - pair[0].1 <= pair[1].0 - pair[0].0 + 1
    };
    let count = pairs.windows(2).filter(near).count();
    count as f64 / pairs.len().saturating_sub(1).max(1) as f64
}

/// How near to each other the answers of neighbouring words stand, as near as the words themselves being 1; 0 to 1. A word
/// that nothing in the passage answers is near to nothing.
pub(super) fn cohesion(held: &Held<'_>) -> f64 {
    let words: Vec<(usize, Option<usize>, f64)> = held
        .phrasing
        .frame
        .iter()
        .zip(&held.alignment.answers)
        .filter_map(|(word, answer)| Some((word.token?, answer.token(), word.weight)))
        .collect();
    let (mut near, mut all) = (0.0, 0.0);
    for pair in words.windows(2) {
        let ((p, q, one), (next_p, next_q, other)) = (pair[0], pair[1]);
        all += one + other;
        if let (Some(q), Some(next_q)) = (q, next_q) {
            let (claimed, reported) = ((next_p - p) as f64, q.abs_diff(next_q) as f64);
            near += (one + other) * ((claimed + SLACK) / (reported + SLACK)).min(1.0);
        }
    }
    if all > 0.0 { near / all } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use crate::stance::weights::RELATED;

    #[test]
    fn values_that_agree_never_make_a_passage_less_related() {
        // What cannot be related with all values is dropped before they are paired.
        let weight = RELATED.each.iter().find(|(name, _)| *name == "with_values");
        assert!(weight.is_some_and(|&(_, weight)| weight >= 0.0));
    }
}
