//! One claim against one text: a stance, and a score fine enough to rank by.

use crate::claim::ClaimSet;
use crate::text::Document;
use crate::value::Context;

use super::decide::decide;
use super::engine::{Compiled, Engine};
use super::feature::Features;
use super::reading::Reading;
use super::{Judgement, Stance, gate, settle};

/// The share of a phrasing that a passage must cover to be ranked, if not decided on.
const RANKED_AT: f64 = 0.12;

/// What a claim's parts leave of the score of the whole.
const OF_PARTS: f64 = 0.9;

/// Holds one claim against one text: what `crosscheck evaluate` does a line.
#[must_use]
pub fn judge(claim: &str, text: &str) -> Judgement {
    let claims = ClaimSet::of_one(claim);
    let engine = Engine::new(&claims);
    let document = Document::new(text);
    let reading = Reading::new(&document, &engine.lexicon, Context::default());
    let passages = engine.direct(0, &reading);
    let evidence = || passages.iter().map(|passage| &passage.evidence);
    let stance = settle::together(evidence());
    let because = evidence().find(|evidence| evidence.stance == stance || stance == Stance::Mixed);
    let wording = engine.phrasings.first().and_then(|wordings| wordings.first());
    let (mut score, features) = wording.map_or((0.0, None), |wording| rank(wording, &reading));
    if let Some(parts) = wording.map(|wording| &wording.parts).filter(|parts| !parts.is_empty()) {
        let sum: f64 = parts.iter().map(|part| rank(part, &reading).0).sum();
        score = f64::max(score, OF_PARTS * sum / parts.len() as f64);
    }
    Judgement {
        stance,
        score,
        because: because
            .map_or_else(|| "nothing bears on the claim".to_owned(), |evidence| evidence.because.clone()),
        features,
    }
}

/// The best score that any passage gives, and what that passage looks like if its frame decides.
fn rank(wording: &Compiled, reading: &Reading<'_>) -> (f64, Option<Features>) {
    let scored = wording.hold(reading, RANKED_AT).map(|held| {
        let found = gate::ask_all(&held).0;
        (decide(&found).score, gate::frame_decides(&found), held)
    });
    let best = scored
        .max_by(|a, b| a.0.total_cmp(&b.0).then(a.2.alignment.coverage.total_cmp(&b.2.alignment.coverage)));
    best.map_or((0.0, None), |(score, decides, held)| (score, decides.then(|| Features::of(&held))))
}
