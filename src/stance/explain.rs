//! What decided, as data for `crosscheck explain`.

use crate::matcher::Answer;

use super::decide::decide;
use super::gate;
use super::held::Held;
use super::wording::round;
use super::{AlignedToken, ConsideredPassage, Evidence, GateFinding, Settings};

/// The passage with its alignment, values and gates; its line counts in the article.
pub(super) fn considered(held: &Held<'_>) -> ConsideredPassage {
    let (found, values) = gate::ask_all(held);
    let span = held.span();
    ConsideredPassage {
        quote: held.document().slice(span).to_owned(),
        line: held.document().line(span.start),
        phrasing: held.phrasing.text().to_owned(),
        coverage: round(gate::with_values(held, gate::agreeing(held, &values))),
        threshold: held.reading.settings().threshold(),
        alignment: aligned(held),
        values: values.into_iter().map(|compared| compared.value).collect(),
        stance: decide(&found).stance,
        gates: found
            .into_iter()
            .filter(|found| !found.because.is_empty())
            .map(|found| GateFinding { gate: found.gate.name().to_owned(), finding: found.because })
            .collect(),
    }
}

/// Evidence that came over from another claim, as a passage of its own.
pub(super) fn carried(evidence: &Evidence, settings: Settings) -> ConsideredPassage {
    ConsideredPassage {
        quote: evidence.quote.clone(),
        line: evidence.line,
        phrasing: evidence.phrasing.clone(),
        coverage: evidence.strength,
        threshold: settings.threshold(),
        alignment: Vec::new(),
        values: evidence.values.clone(),
        gates: vec![GateFinding { gate: "rivals".to_owned(), finding: evidence.because.clone() }],
        stance: evidence.stance,
    }
}

fn aligned(held: &Held<'_>) -> Vec<AlignedToken> {
    let phrasing = held.phrasing;
    let document = held.document();
    phrasing
        .frame
        .iter()
        .zip(&held.alignment.answers)
        .filter_map(|(word, answer)| {
            let token = word.token?;
            let reported = match answer {
                Answer::Token { token, .. } => {
                    Some(document.slice(document.tokens()[*token].span).to_owned())
                }
                Answer::Elsewhere { .. } => Some("(named elsewhere in the text)".to_owned()),
                Answer::Speaker => Some("(who speaks)".to_owned()),
                Answer::Implied => Some("(a pronoun, perhaps)".to_owned()),
                Answer::Shortened => Some("(in short)".to_owned()),
                Answer::Nothing => None,
            };
            Some(AlignedToken {
                claimed: phrasing.document.slice(phrasing.document.tokens()[token].span).to_owned(),
                weight: round(word.weight / phrasing.weight),
                reported,
                similarity: answer.similarity(),
            })
        })
        .collect()
}
