//! The gates: each asks one question of a phrasing held against a passage, and says what it found.

mod addition;
pub(super) mod age;
mod antecedent;
mod argument;
mod article;
mod basis;
mod by_opposite;
mod change;
mod choice;
mod circumstance;
mod clause;
mod compared;
mod complement;
mod condition;
mod conflict;
mod contest;
mod contrast;
mod country;
mod definition;
mod denial;
mod difference;
mod direction;
mod doer;
mod doubt;
mod dropped;
mod event;
mod exchange;
mod exclusive;
mod extent;
mod figures_compared;
mod filler;
mod following;
mod frame;
mod governor;
mod grammar;
mod hedge;
mod identity;
mod interim;
mod kin;
mod kind;
mod label;
mod life;
mod limit;
mod locality;
mod measure;
mod moment;
mod more_said;
mod name;
mod namesake;
mod nearer;
mod negation;
mod no_effect;
mod no_one;
mod object;
mod obligation;
mod office;
mod one_difference;
mod opposite;
mod outcome;
mod pairing;
mod partial;
mod person;
mod place;
mod polarity;
mod possession;
mod qualified;
mod rank;
mod rate;
mod reach;
mod restriction;
mod reversal;
mod role;
mod scope;
mod share;
mod slot;
mod small_words;
mod sought;
mod spare;
mod stage;
mod subject;
mod sum;
mod superlative;
mod surroundings;
mod teller;
mod times;
mod told_of;
mod two_sides;
mod unchanged;
mod unfounded;
mod value;
mod voice;
mod vouched;
mod when_said;

pub(super) use frame::{Agreement, with_values};
pub(super) use pairing::agrees;
pub(super) use reach::{Prospect, Reach};
pub(super) use value::may_be_told_otherwise;

use super::ComparedValue;
use super::figure::Figures;
use super::held::Held;
use crate::span::Span;
use crate::value::Mention;
use frame::Standing;
use pairing::{Pair, pair};

/// What turns a claim around stands in the sentence that has this share of what is aligned.
const IN_ONE_SENTENCE: f64 = 0.6;

/// A value of the phrasing beside its partner in the passage, with their places.
#[derive(Debug)]
pub(super) struct Compared {
    pub(super) value: ComparedValue,
    /// The phrasing's words, as a place in it.
    pub(super) claimed: Span,
    /// The passage's words, as a place in the document.
    pub(super) reported: Option<Span>,
}

/// A question that a passage is asked, by whose answer it is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gate {
    /// Does the passage say what the claim says, values left aside?
    Frame,
    /// Do the values agree?
    Values,
    /// Does one side negate what the other says?
    Polarity,
    /// Has the passage the opposite of a word of the claim?
    Opposites,
    /// Is the passage the claim but for one word that reverses it?
    Reversal,
    /// Is what is denied of anyone told of somebody?
    NoOne,
    /// Does it name the same?
    Names,
    /// Is the subject said to be what the claim says?
    Definition,
    /// Was it in the same country?
    Country,
    /// Has it what the claim restricts by: "only", "all", "still"?
    Restriction,
    /// Is it hedged, planned or asked?
    Hedges,
    /// Do the dates of a life agree?
    Life,
    /// Where both are nearly the same to the word, what differs?
    Difference,
    /// Is a sentence the claim but for one thing?
    OneDifference,
    /// Who does it to whom?
    Roles,
}

impl Gate {
    /// Its name in `explain`.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Frame => "frame",
            Self::Values => "values",
            Self::Polarity => "polarity",
            Self::Opposites => "opposites",
            Self::Reversal => "reversal",
            Self::NoOne => "no one",
            Self::Names => "names",
            Self::Definition => "definition",
            Self::Country => "country",
            Self::Restriction => "restriction",
            Self::Hedges => "hedges",
            Self::Life => "life",
            Self::Difference => "difference",
            Self::OneDifference => "one difference",
            Self::Roles => "roles",
        }
    }
}

/// What a gate does to the stance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Effect {
    /// Nothing stands against support.
    Pass,
    /// The passage leaves out something that the claim says.
    Lack,
    /// The passage cannot settle the claim.
    Block,
    /// The passage says otherwise.
    Turn,
    /// The passage does not bear on the claim.
    Drop,
}

/// What one gate found.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// The gate that found it.
    pub(super) gate: Gate,
    /// What it does.
    pub(super) effect: Effect,
    /// Why, for a person to read; empty where there was nothing to say.
    pub(super) because: String,
    /// What it leaves of the score, 0 to 1.
    pub(super) factor: f64,
    /// What it decided by, where that was learned.
    pub(super) figures: Option<Figures>,
    /// The one word of the claim that it is about, where it is about one.
    pub(super) about: Option<usize>,
    /// The passage's word that it is about, where it is about one.
    pub(super) reported: Option<usize>,
    /// Whether it holds whatever the passage's values are.
    pub(super) whatever_values: bool,
}

impl Found {
    fn new(gate: Gate, effect: Effect, factor: f64, because: impl Into<String>) -> Self {
        Self {
            gate,
            effect,
            because: because.into(),
            factor,
            figures: None,
            about: None,
            reported: None,
            whatever_values: false,
        }
    }

    fn with(self, figures: Figures) -> Self {
        Self { figures: Some(figures), ..self }
    }

    /// Of one word of the claim.
    fn about(self, token: usize) -> Self {
        Self { about: Some(token), ..self }
    }

    /// By one word of the passage.
    fn by(self, token: usize) -> Self {
        Self { reported: Some(token), ..self }
    }

    /// The worst of several of one gate, with all reasons for it.
    fn worst(gate: Gate, found: Vec<Self>) -> Self {
        let Some(effect) = found.iter().map(|found| found.effect).max() else { return Self::nothing(gate) };
        let factor = found.iter().map(|found| found.factor).product();
        let figures =
            found.iter().filter(|found| found.effect == effect).find_map(|found| found.figures.clone());
        let one = if let [one] = found.as_slice() { (one.about, one.reported) } else { (None, None) };
        let mut reasons: Vec<String> = Vec::new();
        for reason in found.into_iter().filter(|found| found.effect == effect).map(|found| found.because) {
            if !reason.is_empty() && !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        Self { figures, about: one.0, reported: one.1, ..Self::new(gate, effect, factor, reasons.join("; ")) }
    }

    fn nothing(gate: Gate) -> Self {
        Self::new(gate, Effect::Pass, 1.0, "")
    }
}

/// What all gates found, in the order they are asked, and the values that were compared.
pub(super) fn ask_all(held: &Held<'_>) -> (Vec<Found>, Vec<Compared>) {
    ask_rest(held, name::ask(held), &pair(held))
}

/// The same, with what the passage's values come to at most; `None` where a gate drops the passage, as far as that can be told
/// before all of them are asked: most passages are dropped.
pub(super) fn ask_unless_dropped(held: &Held<'_>, prospect: Prospect) -> Option<(Vec<Found>, Vec<Compared>)> {
    let may_bear = |undisputed: bool| frame::bears_with(held, prospect.most, undisputed);
    if !may_bear(!prospect.lacks) {
        return None;
    }
    let names = name::ask(held);
    if names.effect == Effect::Drop || names.effect >= Effect::Lack && !may_bear(false) {
        return None;
    }
    let pairs = pair(held);
    let disputed = names.effect >= Effect::Lack || pairs.iter().any(|pair| value::disputes(held, pair));
    let agreeing = Agreement::of(pairs.iter().filter(|pair| pair.agrees()).map(|pair| pair.claimed));
    if disputed && !frame::bears_with(held, agreeing, false) {
        return None;
    }
    Some(ask_rest(held, names, &pairs))
}

/// Asks the gates that are left once the names are told and the values are paired.
fn ask_rest<'a>(held: &Held<'a>, names: Found, pairs: &[Pair<'a>]) -> (Vec<Found>, Vec<Compared>) {
    let (values, compared) = value::ask(held, pairs);
    let told = direction::told(held, pairs);
    let denied = contrast::find(held);
    let polarity = polarity::ask(held, pairs, &told, denied);
    let undisputed =
        names.effect < Effect::Lack && values.effect < Effect::Lack && polarity.gate != Gate::Opposites;
    let standing = match polarity.gate {
        Gate::Reversal => Standing::Reversed,
        _ if undisputed => Standing::Undisputed,
        _ => Standing::Disputed,
    };
    let agreeing = agreeing(held, &compared);
    let frame = frame::ask(held, agreeing, standing, &told);
    let little = frame.effect == Effect::Block && frame::with_values(held, agreeing) < frame::SAYS;
    let mut found = vec![
        frame,
        values,
        polarity,
        names,
        definition::ask(held),
        denied.map_or_else(|| restriction::ask(held), |_| Found::nothing(Gate::Restriction)),
        hedge::ask(held, pairs, denied),
        life::ask(held),
        difference::ask(held, &told),
    ];
    found.extend(country::ask(held));
    found.extend(one_difference::ask(held, pairs));
    // Who does it to whom is told by most of the claim's words or not at all.
    if denied.is_none() && (!little || found.iter().any(|found| found.effect == Effect::Turn)) {
        found.push(role::ask(held, pairs));
    }
    (found, compared)
}

/// The phrasing's values that agree, of those that were compared: one for each of them, in order.
pub(super) fn agreeing(held: &Held<'_>, compared: &[Compared]) -> Agreement {
    let agrees = |(_, compared): &(&Mention, &Compared)| compared.value.relation.agrees();
    Agreement::of(held.phrasing.mentions.iter().zip(compared).filter(agrees).map(|(claimed, _)| claimed))
}

/// How well the passage answers the phrasing's words, as the frame found it; 0 to 1.
pub(super) fn answered(found: &[Found]) -> f64 {
    found.iter().find(|found| found.gate == Gate::Frame).map_or(0.0, |found| found.factor)
}

/// Whether the frame alone decides: no other gate has anything against support.
pub(super) fn frame_decides(found: &[Found]) -> bool {
    found.iter().all(|found| {
        found.gate == Gate::Frame && found.effect != Effect::Drop || found.effect == Effect::Pass
    })
}
