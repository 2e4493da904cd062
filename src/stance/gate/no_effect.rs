//! What is said to change something, and to have no effect on it: "the drug *lowered* blood pressure", "had *no effect* on blood pressure".

use std::ops::Range;

use crate::english::{self, Direction};
use crate::matcher::Answer;
use crate::stance::held::Held;
use crate::text::WordSet;

use super::{Effect, Found, Gate, grammar};

/// Stems of verbs of changing something, besides those that say which way.
#[rustfmt::skip]
static CHANGING: WordSet = WordSet::of(&[
    "affect", "alter", "boost", "chang", "curb", "damag", "eas", "harm", "help", "hinder", "hurt", "improv",
    "influenc", "prevent", "slow", "worsen",
]);

/// Words for what changing something has: "no *effect*".
static EFFECTS: WordSet = WordSet::of(&["effect", "effects", "impact", "influence"]);

/// What may stand between without leaving some effect, as "no *lasting* effect" does.
static PLAIN: WordSet = WordSet::of(&["detectable", "discernible", "measurable", "noticeable", "visible"]);

/// How many tokens after the effect its "on" stands at most: "no effect whatever *on*".
const ON: usize = 2;

/// How many tokens after that the thing begins at most.
const THING: usize = 4;

/// Asks; only of a claim whose verb the passage has not.
pub(super) fn ask(held: &Held<'_>) -> Option<Found> {
    let (claimed, words) = told(held)?;
    let text = held.document();
    let open =
        held.cues().iter().any(|cue| cue.tokens.start != words.start && cue.scope.contains(&words.start));
    let own = held.phrasing_cues.iter().any(|cue| cue.scope.contains(&claimed));
    let effect = if open || own { Effect::Block } else { Effect::Turn };
    let claimed = held.phrasing.document.words(claimed..claimed + 1);
    let because = format!("“{}”, where the claim says “{claimed}”", text.words(words));
    Some(Found::new(Gate::Opposites, effect, 0.2, because))
}

/// The claim's verb of changing something, and the passage's words for no effect on that.
pub(super) fn told(held: &Held<'_>) -> Option<(usize, Range<usize>)> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let tokens = held.phrasing.tokens();
    let verb = grammar::claimed(held)?;
    let word = claim.folded(verb);
    let changes = Direction::of(word).is_some() || CHANGING.contains(&english::stem(word));
    let mut answers = held.phrasing.frame.iter().zip(&held.alignment.answers);
    let open = answers.any(|(word, answer)| word.token == Some(verb) && *answer == Answer::Nothing);
    let thing =
        (verb + 1..tokens.end).find(|&i| english::is_content_word(claim, i)).filter(|_| changes && open)?;
    let of_thing = held.alignment.pairs(held.phrasing).find(|&(p, _)| p == thing)?.1;
    let mut nos = held.tokens.clone().filter(|&no| text.folded(no) == "no");
    let (no, effect) = nos.find_map(|no| Some((no, effect(held, no)?)))?;
    let sentence = held.sentence_of(no)?;
    let reach = effect + 1..sentence.end.min(effect + 1 + ON);
    let on = reach.into_iter().find(|&i| matches!(text.folded(i), "on" | "upon"))?;
    let told_of =
        held.alignment.pairs(held.phrasing).any(|(p, q)| p < verb && q < no && sentence.contains(&q));
    let reach = on + 1..sentence.end.min(on + 1 + THING);
    (told_of && reach.contains(&of_thing)).then_some((verb, no..effect + 1))
}

/// The word for an effect of which the "no" at `no` says that there is none.
fn effect(held: &Held<'_>, no: usize) -> Option<usize> {
    let text = held.document();
    let first = no + 1 + usize::from(PLAIN.contains(text.folded_or_empty(no + 1)));
    EFFECTS.contains(text.folded_or_empty(first)).then_some(first)
}
