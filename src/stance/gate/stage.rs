//! How far something has come: who was charged is not convicted yet, and what was bid for not bought.

use crate::english;
use crate::matcher::Answer;
use crate::stance::held::Held;
use crate::text::WordSet;

use super::outcome::Outcome;

/// Stems of words for what is done, each with those for what comes before it, or is less.
const BEFORE: [(&str, &[&str]); 16] = [
    ("acquit", &["charg", "tri"]),
    ("approv", &["consid", "debat", "discuss", "propos"]),
    ("arrest", &["question", "identifi"]),
    ("buy", &["bid", "offer"]),
    ("charg", &["arrest", "question"]),
    ("convict", &["accus", "arrest", "charg", "indict"]),
    ("elect", &["nomin", "stand"]),
    ("guilti", &["accus", "charg", "indict"]),
    ("jail", &["accus", "arrest", "charg", "indict"]),
    ("join", &["bid", "offer"]),
    ("kill", &["attack", "shoot", "stab"]),
    ("murder", &["attack", "shoot", "stab"]),
    ("pass", &["debat", "discuss"]),
    ("sentenc", &["accus", "charg", "convict", "indict"]),
    ("sign", &["bid", "offer"]),
    ("win", &["nomin", "shortlist"]),
];

/// The forms of these words that claims have.
#[rustfmt::skip]
static DONE: WordSet = WordSet::of(&[
    "acquitted", "approve", "approved", "approves", "arrest", "arrested", "arrests", "bought", "buy", "buys",
    "charged", "charges", "convicted", "elected", "elects", "guilty", "jailed", "jails", "join", "joined",
    "joins", "kill", "killed", "killing", "kills", "murdered", "murders", "passed", "passes", "sentenced",
    "sentences", "sign", "signed", "signs", "win", "wins", "won",
]);

/// The passage's word for what comes before what the claim says, of which the passage has nothing.
pub(super) fn not_so_far(held: &Held<'_>) -> Option<String> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let words = held.phrasing.frame.iter().zip(&held.alignment.answers);
    let mut open = words.filter(|(word, answer)| **answer == Answer::Nothing && !word.name);
    open.find_map(|(word, _)| {
        let token = word.token.filter(|&token| DONE.contains(claim.folded(token)))?;
        let stem = english::stem(claim.folded(token));
        // "An *attack* claimed 12 lives".
        let died =
            |i: usize| Outcome::of(text.folded(i)) == Some(Outcome::Death) || text.folded(i) == "lives";
        if matches!(stem.as_ref(), "kill" | "murder") && held.tokens.clone().any(died) {
            return None;
        }
        let (_, before) = BEFORE.iter().find(|(done, _)| *done == stem)?;
        let is_before =
            |i: &usize| !held.is_aligned(*i) && before.contains(&english::stem(text.folded(*i)).as_ref());
        let other = held.tokens.clone().find(is_before)?;
        let (theirs, ours) = (held.words(&(other..other + 1)), claim.words(token..token + 1));
        Some(format!("“{theirs}”, where the claim says “{ours}”"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_something_before_it() {
        let stems: Vec<_> = DONE.words().iter().map(|word| english::stem(word)).collect();
        assert!(stems.iter().all(|stem| BEFORE.iter().any(|(done, _)| done == stem)), "{stems:?}");
        for (done, _) in BEFORE {
            assert!(stems.iter().any(|stem| stem == done), "{done}");
        }
    }
}
