//! What is told in a sentence that goes on with the one before: of the same event, or of something else that was named there?

use crate::english;
use crate::stance::held::Held;
use crate::stance::opening;
use crate::value::Mention;

use super::{governor, grammar, scope, times};

/// How many tokens after a number what is told of it ends at most: "four people on board *were killed*".
const TOLD_WITHIN: usize = 8;

/// Whether a sentence begins with the number and tells of it what the claim does, and nothing more, and nothing speaks of another time:
/// "A plane crashed. *All four on board were killed*: the pilot and his sons".
pub(super) fn is_told_plainly(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let text = held.document();
    let Some(sentence) = held.sentence_of(reported.tokens.start) else { return false };
    let same =
        |q: &usize| held.is_aligned(*q) && english::is_verb(text, *q) && english::is_content_word(text, *q);
    let small =
        |i: usize| matches!(text.folded(i), "a" | "all" | "at" | "both" | "least" | "of" | "the" | "total");
    if !(sentence.start..reported.tokens.start).all(small) {
        return false;
    }
    let verb = (reported.tokens.end..sentence.end.min(reported.tokens.end + TOLD_WITHIN)).find(same);
    let ends = verb.is_some_and(|verb| text.tokens().get(verb + 1).is_none_or(|next| !next.is_word()));
    let then = |i: usize| {
        let word = text.folded(i);
        let then = times::is_year(text, i) || matches!(word, "ago" | "another" | "have");
        then && !scope::in_claim(held, word)
    };
    ends && !held.tokens.clone().any(then) && governor::tells_the_same(held, claimed, reported) == Some(true)
}

/// Whether the sentence of the value begins with an "it" or "they" that may stand for something else that the sentence before names
/// after its subject: "Halm bought *the Dorn brewery*. It employs 300".
pub(super) fn stands_for_another(held: &Held<'_>, reported: &Mention) -> bool {
    let text = held.document();
    let sentences = text.sentences();
    let at = sentences.partition_point(|sentence| sentence.tokens.end <= reported.tokens.start);
    let Some(sentence) = sentences.get(at) else { return false };
    let start = opening::said(text, &sentence.tokens).start;
    let pronoun = matches!(text.folded_or_empty(start), "it" | "they");
    let Some(before) = at.checked_sub(1).map(|before| sentences[before].tokens.clone()) else { return false };
    let verb = before.clone().find(|&i| english::is_verb(text, i) && english::is_content_word(text, i));
    let has = before.clone().find(|&i| matches!(text.folded(i), "has" | "have" | "is" | "owns"));
    // "It *is* the first film" of one rather goes on with the same.
    let acts = !matches!(text.folded_or_empty(start + 1), "are" | "is" | "was" | "were");
    let Some(verb) = verb.or(has).filter(|_| pronoun && acts) else { return false };
    let holds = matches!(
        text.folded(verb),
        "acquired" | "bought" | "has" | "have" | "launched" | "opened" | "owns" | "started"
    );
    let mut names = held.reading.facts(at - 1..at).flat_map(|facts| &facts.names);
    let named = names.any(|name| {
        let start = name.tokens.start;
        let new = !name.core.clone().any(|q| held.is_aligned(q));
        (verb + 1..before.end).contains(&start) && new && !grammar::is_preposition(text, start - 1)
    });
    let one = |i: usize| matches!(text.folded(i), "a" | "an") && !grammar::is_preposition(text, i - 1);
    named || holds && (verb + 1..before.end).any(one)
}
