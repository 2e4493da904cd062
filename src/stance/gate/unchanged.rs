//! What is left as it was: "the bank *raised* its rate", "the bank *left* its rate *unchanged*".

use std::ops::Range;

use crate::english::{self, Direction};
use crate::stance::held::Held;
use crate::text::{Document, WordSet};

use super::{Effect, Found, Gate, grammar, subject};

/// Forms of verbs of leaving something as it is.
static LEAVING: WordSet =
    WordSet::of(&["held", "hold", "holds", "keep", "keeps", "kept", "leave", "leaves", "left", "maintained"]);

/// Words for what is left so.
static AS_IT_WAS: WordSet = WordSet::of(&["constant", "stable", "steady", "unaltered", "unchanged"]);

/// How many tokens after its verb what is left begins at most, and how many after that the word for it stands.
const REACH: usize = 5;

/// Asks: one side says that something was raised or cut, and the other that the same was left as it was.
pub(super) fn ask(held: &Held<'_>) -> Option<Found> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let tokens = held.phrasing.tokens();
    let verb = grammar::claimed(held).filter(|&verb| english::is_verb(claim, verb))?;
    let thing = (verb + 1..tokens.end.min(verb + 1 + REACH))
        .rev()
        .find(|&i| is_noun(claim, i) && is_thing(held, i))?;
    let told = held.alignment.pairs(held.phrasing).find(|&(p, _)| p == thing)?.1;
    let sentence = held.sentence_of(told)?;
    let reach = told.saturating_sub(REACH).max(sentence.start)..told;
    let (reported, because) = if moves(claim, verb) {
        let leaves = reach.rev().find(|&i| LEAVING.contains(text.folded(i)))?;
        let still = left_so(text, told, sentence.end)?;
        // "Left its fee *for children* unchanged."
        if (told + 1..still).any(|i| english::is_content_word(text, i) && !held.is_aligned(i)) {
            return None;
        }
        (leaves, leaves..still + 1)
    } else if LEAVING.contains(claim.folded(verb)) && left_so(claim, thing, tokens.end).is_some() {
        let moved = reach.rev().find(|&i| moves(text, i))?;
        (moved, moved..moved + 1)
    } else {
        return None;
    };
    let another = (sentence.start..sentence.end).any(|i| i != reported && moves(text, i));
    let by_one =
        held.alignment.pairs(held.phrasing).any(|(p, q)| p < verb && q < reported && sentence.contains(&q));
    if another || !by_one || held.is_aligned(reported) {
        return None;
    }
    let open =
        held.cues().iter().any(|cue| !because.contains(&cue.tokens.start) && cue.scope.contains(&reported))
            || held.phrasing_cues.iter().any(|cue| cue.scope.contains(&verb))
            || subject::is_unspecific(held);
    let effect = if open { Effect::Block } else { Effect::Turn };
    let words = claim.words(verb..verb + 1);
    let because = format!("“{}”, where the claim says “{words}”", held.words(&because));
    Some(Found::new(Gate::Opposites, effect, 0.2, because).about(verb).by(reported))
}

/// Whether a verb says which way somebody changed something: "raised", "cut".
fn moves(document: &Document, at: usize) -> bool {
    Direction::of(document.folded(at)).is_some() && english::is_verb(document, at)
}

fn is_noun(document: &Document, at: usize) -> bool {
    english::is_content_word(document, at)
        && english::parts_of_speech(&english::stem(document.folded(at))).contains('n')
}

/// Whether the passage has the word, and nothing that the claim has no word for right before it: "its *deposit* rate".
fn is_thing(held: &Held<'_>, token: usize) -> bool {
    held.alignment.pairs(held.phrasing).any(|(p, q)| {
        let described = |q: usize| {
            q.checked_sub(1)
                .is_some_and(|i| english::is_content_word(held.document(), i) && !held.is_aligned(i))
        };
        p == token && !described(q)
    })
}

/// The word that says so of the thing at `thing`: "left its rate *unchanged*".
fn left_so(document: &Document, thing: usize, end: usize) -> Option<usize> {
    let after: Range<usize> = thing + 1..end.min(thing + 1 + REACH);
    after
        .take_while(|&i| document.tokens()[i].is_word())
        .find(|&i| AS_IT_WAS.contains(document.folded(i)) || english::is_verb(document, i))
        .filter(|&i| AS_IT_WAS.contains(document.folded(i)))
}
