//! What a passage looks like beside a phrasing, in a few figures from 0 to 1.

use std::ops::Range;

use serde::Serialize;

use crate::english;
use crate::matcher::{Answer, FrameWord, Likeness};

use super::held::Held;

/// What a passage looks like beside a phrasing; each figure is a share, from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Features {
    /// Of the phrasing's weight: what is answered.
    pub coverage: f64,
    /// Of the weight of what is no name: what is answered.
    pub predicate: f64,
    /// Of its names: what is answered; 1 where there are none.
    pub names: f64,
    /// Of its weight: the weightiest word that nothing answers.
    pub gap: f64,
    /// Of its weight: what only related or misspelt words answer.
    pub loose: f64,
    /// Of its weight: what only names elsewhere in the text answer.
    pub elsewhere: f64,
    /// Of what stands between the first and the last aligned word of the passage: what is aligned.
    pub dense: f64,
    /// 1 where the phrasing has values, else 0.
    pub valued: f64,
    /// Of what the whole passage says: what is aligned.
    pub focus: f64,
}

impl Features {
    /// Of `held`.
    pub(super) fn of(held: &Held<'_>) -> Self {
        let own: Vec<(&FrameWord, Answer)> = held
            .phrasing
            .frame
            .iter()
            .zip(held.alignment.answers.iter().copied())
            .filter(|(word, _)| word.token.is_some())
            .collect();
        let aligned: Vec<usize> = own.iter().filter_map(|(_, answer)| answer.token()).collect();
        let stretch = match (aligned.iter().min(), aligned.iter().max()) {
            (Some(&first), Some(&last)) => first..last + 1,
            _ => 0..0,
        };
        let among = |tokens: Range<usize>| (aligned.len() as f64 / says(held, tokens).max(1) as f64).min(1.0);
        let loose = |likeness| matches!(likeness, Likeness::Related | Likeness::Misspelt);
        Self {
            coverage: held.alignment.coverage,
            predicate: held.alignment.predicate,
            names: names(&own),
            gap: gap(&own),
            loose: share(&own, |answer| matches!(answer, Answer::Token { likeness, .. } if loose(likeness))),
            elsewhere: share(&own, |answer| matches!(answer, Answer::Elsewhere { .. })),
            dense: among(stretch),
            valued: f64::from(u8::from(!held.phrasing.mentions.is_empty())),
            focus: among(held.tokens.clone()),
        }
    }

    /// The figures in the order of the fields.
    pub(super) fn figures(&self) -> [f64; 9] {
        let Self { coverage, predicate, names, gap, loose, elsewhere, dense, valued, focus } = *self;
        [coverage, predicate, names, gap, loose, elsewhere, dense, valued, focus]
    }
}

fn weight(own: &[(&FrameWord, Answer)]) -> f64 {
    own.iter().map(|(word, _)| word.weight).sum::<f64>().max(f64::MIN_POSITIVE)
}

fn share(own: &[(&FrameWord, Answer)], counts: impl Fn(Answer) -> bool) -> f64 {
    own.iter().filter(|(_, answer)| counts(*answer)).map(|(word, _)| word.weight).sum::<f64>() / weight(own)
}

fn gap(own: &[(&FrameWord, Answer)]) -> f64 {
    let open = own.iter().filter(|(_, answer)| *answer == Answer::Nothing);
    open.map(|(word, _)| word.weight).fold(0.0, f64::max) / weight(own)
}

fn names(own: &[(&FrameWord, Answer)]) -> f64 {
    let answers: Vec<f64> =
        own.iter().filter(|(word, _)| word.name).map(|(_, answer)| answer.similarity()).collect();
    if answers.is_empty() { 1.0 } else { answers.iter().sum::<f64>() / answers.len() as f64 }
}

/// How many words among `tokens` are no function words.
fn says(held: &Held<'_>, tokens: Range<usize>) -> usize {
    let document = held.document();
    tokens.filter(|&i| english::is_content_word(document, i)).count()
}
