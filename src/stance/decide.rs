//! The decision: what the gates found, brought to one stance.

use super::Stance;
use super::gate::{Effect, Found, Gate};

/// What came of a phrasing held against a passage.
#[derive(Debug, Clone)]
pub(super) struct Decision {
    /// The stance; `silent` where the passage does not bear on the claim.
    pub(super) stance: Stance,
    /// How well the passage bears the claim out, 0 to 1.
    pub(super) score: f64,
    /// Why, for a person to read.
    pub(super) because: String,
}

impl Decision {
    /// How strong the evidence is for its stance, 0 to 1; `coverage` is the share of the phrasing that is answered.
    pub(super) fn strength(&self, coverage: f64) -> f64 {
        if self.stance == Stance::Contradicts { coverage } else { self.score }
    }
}

/// Brings the findings of all gates to one decision.
///
/// One turn contradicts, unless something else leaves the passage open: then, and where two things differ, it is
/// unclear. Without a turn, a single block leaves it unclear; only a passage that nothing blocks supports.
pub(super) fn decide(found: &[Found]) -> Decision {
    let score = found.iter().map(|found| found.factor).product();
    let of = |effect: Effect| found.iter().filter(move |found| found.effect == effect);
    if let Some(dropped) = of(Effect::Drop).next() {
        return Decision { stance: Stance::Silent, score, because: dropped.because.clone() };
    }
    let mut turns: Vec<&Found> = of(Effect::Turn).collect();
    // What differs is told of by other gates as well.
    if turns.iter().any(|turn| turn.gate == Gate::OneDifference) {
        turns.retain(|turn| turn.gate == Gate::OneDifference);
    }
    // A name or an opposite is also a word in another's place.
    if turns.iter().any(|turn| {
        matches!(
            turn.gate,
            Gate::Opposites | Gate::Reversal | Gate::Definition | Gate::Country | Gate::NoOne | Gate::Names
        )
    }) {
        turns.retain(|turn| turn.gate != Gate::Difference);
    }
    let blocks: Vec<&Found> = of(Effect::Block).chain(of(Effect::Lack)).collect();
    let stance = match (turns.as_slice(), blocks.as_slice()) {
        ([], []) => Stance::Supports,
        ([turn], blocks) if blocks.iter().all(|block| yields(turn, block)) => Stance::Contradicts,
        _ => Stance::Unclear,
    };
    let reasons: Vec<&Found> = match stance {
        Stance::Supports => {
            found.iter().filter(|found| found.gate != Gate::Frame && !found.because.is_empty()).collect()
        }
        Stance::Contradicts => turns,
        _ => turns.into_iter().chain(blocks).collect(),
    };
    let mut words: Vec<&str> = Vec::new();
    for found in reasons {
        if !words.contains(&found.because.as_str()) {
            words.push(&found.because);
        }
    }
    let mut because = words.join("; ");
    if because.is_empty() {
        because = found.first().map_or_else(String::new, |frame| format!("says so; {}", frame.because));
    }
    Decision { stance, score, because }
}

/// Whether a turn stands although another gate blocks: a passage that denies the claim need not repeat its values, and one
/// that has the opposite of a word has not the word.
fn yields(turn: &Found, block: &Found) -> bool {
    // The very same word of the passage, found by two gates.
    if block.reported.is_some() && block.reported == turn.reported {
        return true;
    }
    match turn.gate {
        // All else is the same.
        Gate::OneDifference => {
            block.effect == Effect::Lack
                || matches!(
                    block.gate,
                    Gate::Frame | Gate::Values | Gate::Polarity | Gate::Difference | Gate::Opposites
                )
        }
        // What it is said to be is told; the rest of the claim need not be.
        Gate::Definition => {
            block.effect == Effect::Lack || matches!(block.gate, Gate::Frame | Gate::Names | Gate::Difference)
        }
        Gate::Opposites => {
            let same = block.gate == Gate::Difference && block.about.is_some() && block.about == turn.about;
            let values = block.gate == Gate::Values && turn.whatever_values;
            same || values || block.effect == Effect::Lack || block.gate == Gate::Frame
        }
        // All else is told of one thing.
        Gate::Country => {
            block.effect == Effect::Lack
                || matches!(block.gate, Gate::Frame | Gate::Names | Gate::Difference)
                || block.gate == Gate::Roles && block.reported.is_some() && block.reported == turn.reported
        }
        // Nothing differs besides.
        Gate::Reversal => {
            block.effect == Effect::Lack || matches!(block.gate, Gate::Frame | Gate::Difference | Gate::Roles)
        }
        // Whoever it was, and however many: one is enough.
        Gate::NoOne => block.effect == Effect::Lack || matches!(block.gate, Gate::Frame | Gate::Difference),
        Gate::Polarity => block.effect == Effect::Lack,
        // All but what differs is there, or it would not turn.
        Gate::Names | Gate::Difference => block.gate == Gate::Frame,
        // A value that differs, and the others, which only block.
        Gate::Values | Gate::Frame | Gate::Restriction | Gate::Hedges | Gate::Life | Gate::Roles => false,
    }
}
