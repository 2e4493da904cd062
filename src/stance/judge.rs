//! One claim against one text: a stance, and a score fine enough to rank by.

use crate::claim::ClaimSet;
use crate::english;
use crate::value::Context;

use super::compound::{Part, PartStanding};
use super::engine::Engine;
use super::footing::footing;
use super::reading::Reading;
use super::settle::Weighed;
use super::wording::Compiled;
use super::{Features, Judgement, Stance, compound, gate, settle};

/// The share of a phrasing that a passage must cover to be ranked, if not decided on.
const RANKED_AT: f64 = 0.15;

/// What a claim's parts leave of the score of the whole.
const OF_PARTS: f64 = 0.9;

/// By what power of itself the score of the best passage counts, so that it outweighs less what the text has elsewhere.
const OF_PASSAGE: f64 = 0.6;

/// What counts for a text without any passage.
const LEAST_OF_PASSAGE: f64 = 0.02;

/// What counts for one that has nothing of the claim where it should be.
const LEAST_OF_FOOTING: f64 = 0.05;

/// Holds one claim against one text: what `crosscheck evaluate` does a line.
#[must_use]
pub fn judge(claim: &str, text: &str) -> Judgement {
    let claims = ClaimSet::of_one(claim);
    let engine = Engine::new(&claims);
    let document = english::read(text);
    let reading = engine.read(&document, Context::default());
    let wording = engine.phrasings.first().and_then(|wordings| wordings.first());
    let whole = wording.map_or_else(Ranked::default, |wording| Ranked::of(wording, &reading));
    let wordings = wording.map_or(&[][..], |wording| &wording.parts);
    let parts: Vec<Ranked> = wordings.iter().map(|part| Ranked::of(part, &reading)).collect();
    let own = wordings.iter().filter(|wording| wording.standing != PartStanding::Joined).count();
    let of_parts = parts.iter().take(own).map(|part| part.score).sum::<f64>() / own.max(1) as f64;
    let score = f64::max(whole.score, OF_PARTS * of_parts);
    let footing = wording.map_or(0.0, |wording| footing(wording.phrasing(), wording.cues(), &reading));
    let score = above(LEAST_OF_PASSAGE, score).powf(OF_PASSAGE) * above(LEAST_OF_FOOTING, footing);
    let features = whole.features;
    let best = settle::best_passages;
    let parts = wordings
        .iter()
        .zip(parts)
        .map(|(wording, part)| Part { standing: wording.standing, passages: best(part.passages) });
    let parts = parts.collect();
    let passages = best(compound::combine(best(whole.passages), parts));
    let evidence = || passages.iter().map(|passage| &passage.evidence);
    let stance = settle::together(evidence());
    let because = evidence().find(|evidence| evidence.stance == stance || stance == Stance::Mixed);
    Judgement {
        stance,
        score,
        because: because
            .map_or_else(|| "nothing bears on the claim".to_owned(), |evidence| evidence.because.clone()),
        features,
    }
}

/// Brings `share`, 0 to 1, above `least`.
fn above(least: f64, share: f64) -> f64 {
    least + (1.0 - least) * share
}

/// What the passages of a text come to beside one wording.
#[derive(Debug, Default)]
struct Ranked {
    /// Those that bear on it.
    passages: Vec<Weighed>,
    /// The best score that any gives.
    score: f64,
    /// What that one looks like.
    features: Features,
}

impl Ranked {
    fn of(wording: &Compiled, reading: &Reading<'_>) -> Self {
        let mut ranked = Self::default();
        let mut best: Option<(f64, f64)> = None;
        for judged in wording.judged(reading, RANKED_AT) {
            let rank = (judged.decision.score, judged.held.alignment.coverage);
            let better = |best: (f64, f64)| rank.0.total_cmp(&best.0).then(rank.1.total_cmp(&best.1)).is_gt();
            if best.is_none_or(better) {
                best = Some(rank);
                let frame = judged.found.iter().find_map(|found| found.figures.clone());
                ranked.score = rank.0;
                ranked.features = Features { alone: gate::frame_decides(&judged.found), frame };
            }
            if judged.held.alignment.passage.own >= wording.looked_at() {
                ranked.passages.extend(judged.weighed());
            }
        }
        ranked
    }
}
