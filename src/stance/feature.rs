//! What a passage looks like beside a phrasing, in a few figures from 0 to 1.

use serde::Serialize;

use crate::matcher::{Answer, FrameWord, Likeness};

use super::held::Held;

/// What a passage looks like beside a phrasing.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Features {
    /// The share of the phrasing's weight that is answered.
    pub coverage: f64,
    /// The same for what is no name.
    pub predicate: f64,
    /// The same for names; 1 where there are none.
    pub names: f64,
    /// The share of the weightiest word that nothing answers.
    pub gap: f64,
    /// The share of the weight that only related or misspelt words answer.
    pub loose: f64,
    /// The share of the weight that only names elsewhere in the text answer.
    pub elsewhere: f64,
    /// How much of the stretch from the first to the last aligned word is aligned.
    pub dense: f64,
    /// 1 where the phrasing has values.
    pub valued: f64,
    /// The share of passage content that is aligned.
    pub focus: f64,
}

impl Features {
    /// Of `held`.
    pub(super) fn of(held: &Held<'_>) -> Self {
        let alignment = &held.alignment;
        let phrasing = held.phrasing;
        let own: Vec<(&FrameWord, &Answer)> =
            phrasing.frame.iter().zip(&alignment.answers).filter(|(word, _)| word.token.is_some()).collect();
        let all: f64 = own.iter().map(|(word, _)| word.weight).sum::<f64>().max(1e-9);
        let share = |counts: &dyn Fn(&FrameWord, &Answer) -> bool| {
            own.iter().filter(|(word, answer)| counts(word, answer)).map(|(word, _)| word.weight).sum::<f64>()
                / all
        };
        let named: Vec<&(&FrameWord, &Answer)> = own.iter().filter(|(word, _)| word.name).collect();
        let tokens: Vec<usize> = own.iter().filter_map(|(_, answer)| answer.token()).collect();
        let (first, last) = (tokens.iter().min(), tokens.iter().max());
        let content = |range: std::ops::Range<usize>| {
            range
                .filter(|&i| {
                    held.document().tokens()[i].is_word()
                        && !crate::english::is_function_word(held.document().folded(i))
                })
                .count()
                .max(1)
        };
        Self {
            coverage: alignment.coverage,
            predicate: alignment.predicate,
            names: if named.is_empty() {
                1.0
            } else {
                named.iter().map(|(_, answer)| answer.similarity()).sum::<f64>() / named.len() as f64
            },
            gap: own
                .iter()
                .filter(|(_, answer)| **answer == Answer::Nothing)
                .map(|(word, _)| word.weight / all)
                .fold(0.0, f64::max),
            loose: share(&|_, answer| {
                matches!(answer, Answer::Token { likeness: Likeness::Related | Likeness::Misspelt, .. })
            }),
            elsewhere: share(&|_, answer| matches!(answer, Answer::Elsewhere { .. })),
            dense: match (first, last) {
                (Some(&a), Some(&b)) => (tokens.len() as f64 / content(a..b + 1) as f64).min(1.0),
                _ => 0.0,
            },
            valued: f64::from(u8::from(!phrasing.mentions.is_empty())),
            focus: (tokens.len() as f64 / content(held.tokens.clone()) as f64).min(1.0),
        }
    }
}
