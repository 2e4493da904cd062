//! What may become of people, by the words for it: of whom one is told nothing is said of another.

use std::ops::Range;

use crate::text::{Document, WordSet, keys};

/// What became of somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Death,
    Injury,
    Missing,
    Held,
    Freed,
    Safe,
    Moved,
}

use Outcome::{Death, Freed, Held, Injury, Missing, Moved, Safe};

/// By word, in order.
#[rustfmt::skip]
const WORDS: [(&str, Outcome); 92] = [
    ("arrest", Held),
    ("arrested", Held),
    ("arresting", Held),
    ("arrests", Held),
    ("dead", Death),
    ("death", Death),
    ("deaths", Death),
    ("detain", Held),
    ("detained", Held),
    ("detaining", Held),
    ("detains", Held),
    ("die", Death),
    ("died", Death),
    ("dies", Death),
    ("displace", Moved),
    ("displaced", Moved),
    ("displaces", Moved),
    ("displacing", Moved),
    ("dying", Death),
    ("evacuate", Moved),
    ("evacuated", Moved),
    ("evacuates", Moved),
    ("evacuating", Moved),
    ("executed", Death),
    ("executes", Death),
    ("executing", Death),
    ("execution", Death),
    ("fatal", Death),
    ("fatalities", Death),
    ("fatality", Death),
    ("free", Freed),
    ("freed", Freed),
    ("freeing", Freed),
    ("frees", Freed),
    ("hospital", Injury),
    ("hospitalised", Injury),
    ("hospitalized", Injury),
    ("hospitals", Injury),
    ("hurt", Injury),
    ("hurting", Injury),
    ("hurts", Injury),
    ("injure", Injury),
    ("injured", Injury),
    ("injures", Injury),
    ("injuries", Injury),
    ("injuring", Injury),
    ("injury", Injury),
    ("kill", Death),
    ("killed", Death),
    ("killing", Death),
    ("killings", Death),
    ("kills", Death),
    ("missing", Missing),
    ("murder", Death),
    ("murdered", Death),
    ("murdering", Death),
    ("murders", Death),
    ("perish", Death),
    ("perished", Death),
    ("perishes", Death),
    ("release", Freed),
    ("released", Freed),
    ("releases", Freed),
    ("releasing", Freed),
    ("rescue", Safe),
    ("rescued", Safe),
    ("rescues", Safe),
    ("rescuing", Safe),
    ("save", Safe),
    ("saved", Safe),
    ("saves", Safe),
    ("saving", Safe),
    ("slain", Death),
    ("slay", Death),
    ("slaying", Death),
    ("slayings", Death),
    ("slays", Death),
    ("survive", Safe),
    ("survived", Safe),
    ("survives", Safe),
    ("surviving", Safe),
    ("survivors", Safe),
    ("toll", Death),
    ("treated", Injury),
    ("unharmed", Safe),
    ("unhurt", Safe),
    ("uninjured", Safe),
    ("unscathed", Safe),
    ("wound", Injury),
    ("wounded", Injury),
    ("wounding", Injury),
    ("wounds", Injury),
];

static BY_WORD: WordSet = WordSet::of(&keys(&WORDS));

impl Outcome {
    /// What `word` (folded) tells, if any.
    pub(super) fn of(word: &str) -> Option<Self> {
        BY_WORD.position(word).map(|at| WORDS[at].1)
    }

    /// The first that words of `document` tell, with the word.
    pub(super) fn told<'a>(document: &'a Document, words: &[Range<usize>]) -> Option<(Self, &'a str)> {
        let mut words = words.iter().flat_map(Clone::clone).map(|i| document.folded_or_empty(i));
        words.find_map(|word| Some((Self::of(word)?, word)))
    }

    /// The one of death and injury that words tell of, where they tell of one alone: "the *toll* rose to 14".
    pub(super) fn only_harm<'a>(document: &'a Document, within: &Range<usize>) -> Option<(Self, &'a str)> {
        // A crash may "claim lives".
        if within.clone().any(|i| document.folded(i) == "lives") {
            return None;
        }
        let harm = |i: usize| {
            let word = document.folded(i);
            Some((Self::of(word).filter(|outcome| outcome.is_harm())?, word))
        };
        let mut harms = within.clone().filter_map(harm);
        let first = harms.next()?;
        harms.all(|(outcome, _)| outcome == first.0).then_some(first)
    }

    /// Whether it is death or injury.
    pub(super) fn is_harm(self) -> bool {
        matches!(self, Death | Injury)
    }
}
