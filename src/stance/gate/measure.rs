//! What a sum of money or a share is of: the noun that it belongs to.
//!
//! "Sales rose to $441 million" says nothing of a profit of $441 million. No parser, so only what stands right beside a value is
//! told to be what it is of.

use std::ops::Range;

use crate::english::{self, Direction};
use crate::matcher::Likeness;
use crate::stance::held::Held;
use crate::text::{Case, Document, WordSet};
use crate::value::{Kind, Mention, Relation};

use super::grammar::{self, BY_REACH, Voice, voice};

/// How many small words stand at most between a value and what leads to it: "was *just over* £5m".
const REACH: usize = 4;

/// Nouns that only say that there is an amount, whatever of.
static SIZES: WordSet = WordSet::of(&[
    "amount", "average", "bracket", "figure", "level", "number", "range", "rate", "share", "sum", "total",
    "tune", "value",
]);

/// Prepositions with which a noun says more of the one before.
static OF: WordSet = WordSet::of(&["at", "for", "from", "in", "of", "on", "to"]);

/// Verbs that only say how much there is.
static SIZING: WordSet = WordSet::of(&["hit", "hits", "reached", "stood", "totaled", "totalled"]);

/// The passage's noun for what `value` is of and the claim's for what `claimed` is of, where the sentence has no word for that, nor
/// for its opposite.
pub(super) fn of_something_else<'a>(
    held: &'a Held<'_>,
    claimed: &Mention,
    value: &Mention,
) -> Option<(&'a str, &'a str)> {
    let is_measure = |mention: &Mention| matches!(mention.value.kind, Kind::Money(_) | Kind::Proportion);
    let are_measures = is_measure(claimed) && is_measure(value);
    let sentence = held.sentence_of(value.tokens.start)?;
    let (ours, theirs) = (of_claimed(held, claimed)?, of_reported(held, value)?);
    let word = held.phrasing.frame.iter().find(|word| word.token == Some(ours) && !word.name)?;
    let hits = held.reading.marked.answers_among(word.word, &sentence);
    let is_there = !hits.is_empty();
    // "A profit of 37 million", "a loss of 37 million, after a profit of 4 million".
    let opposed = held.alignment.pairs(held.phrasing).any(|(p, _)| p == ours)
        && hits.iter().any(|hit| hit.token == theirs && hit.likeness == Likeness::Opposed);
    let noun = |document: &'a Document, at: usize| document.words(at..at + 1);
    (opposed || are_measures && !is_there)
        .then(|| (noun(held.document(), theirs), noun(&held.phrasing.document, ours)))
}

/// Words other than plain adjectives and nouns that make a part of what they stand before: "*quarterly* interest of 20 million".
static PARTS: WordSet =
    WordSet::of(&["daily", "growth", "monthly", "quarterly", "remaining", "weekly", "yearly"]);

/// Whether the passage describes more closely than the claim what its value is of: "*maintenance* capital spending of 30 million", "*free* cash
/// flow".
pub(super) fn is_described(held: &Held<'_>, reported: &Mention) -> bool {
    let text = held.document();
    if reported.value.kind.is_dated() || reported.value.kind == Kind::Ordinal {
        return false;
    }
    let start = held.sentence_of(reported.tokens.start).map_or(0, |sentence| sentence.start);
    let says = |i: &usize| english::is_content_word(text, *i);
    let near = start.max(reported.tokens.start.saturating_sub(REACH))..reported.tokens.start;
    // "Raised its quarterly dividend *to* $6."
    let leads = |i: usize| text.tokens()[i].is_word() && text.folded(i) != "to";
    let noun = near.rev().take_while(|&i| leads(i)).find(says);
    let Some(noun) = noun.filter(|&i| !english::is_verb(text, i)) else { return false };
    let own = |i: usize| held.is_aligned(i) || held.phrasing.has_said(text.folded(i));
    let valued = |i: usize| held.mentions().iter().any(|mention| mention.tokens.contains(&i));
    let first = (start..noun)
        .rev()
        .take_while(|&i| english::is_content_word(text, i) && own(i))
        .last()
        .unwrap_or(noun);
    let before = first.checked_sub(1).filter(|&i| i >= start && own(noun));
    before.is_some_and(|i| {
        let word = text.folded(i);
        let parts = english::parts_of_speech(&english::stem(word));
        let describes = (parts.is_empty() || parts.starts_with(['n', 'a']))
            && english::is_content_word(text, i)
            && !english::is_verb(text, i)
            && !word.ends_with("ly")
            && Direction::of(word).is_none();
        let lower = text.tokens()[i].case == Case::Lower;
        (describes || PARTS.contains(word)) && lower && !own(i) && !valued(i)
    })
}

fn of_claimed(held: &Held<'_>, value: &Mention) -> Option<usize> {
    let in_value = |i: usize| held.phrasing.mentions.iter().any(|mention| mention.tokens.contains(&i));
    of(&held.phrasing.document, &held.phrasing.tokens(), value, &in_value)
}

/// The noun of the passage that `value` is how much of.
pub(super) fn of_reported(held: &Held<'_>, value: &Mention) -> Option<usize> {
    let in_value = |i: usize| held.mentions().iter().any(|mention| mention.tokens.contains(&i));
    of(held.document(), &held.sentence_of(value.tokens.start)?, value, &in_value)
}

/// The noun of `document` that `value` is how much of, `within` a sentence: "a *profit* of £5m", "*sales* in May were £5m".
fn of(
    document: &Document,
    within: &Range<usize>,
    value: &Mention,
    in_value: &dyn Fn(usize) -> bool,
) -> Option<usize> {
    let start = value.tokens.start.saturating_sub(REACH).max(within.start);
    let leads = |i: usize| {
        let word = document.folded(i);
        let small = english::is_function_word(word) || word.ends_with("ly");
        !small
            || grammar::is_auxiliary(document, i)
            || matches!(word, "and" | "for" | "from" | "of" | "or" | "with")
    };
    let at = (start..value.tokens.start).rev().find(|&i| leads(i))?;
    let noun = if document.folded(at) == "of" {
        at.checked_sub(1)?
    } else if grammar::is_auxiliary(document, at) || is_sizing(document, at) {
        let is_subject = |i: &usize| {
            english::is_content_word(document, *i)
                && !english::is_verb(document, *i)
                && !document.folded(*i).ends_with("ly")
                && !in_value(*i)
        };
        head(document, (within.start..at).rev().find(is_subject)?, within, &is_subject)
    } else {
        return None;
    };
    let is_noun = noun >= within.start
        && (document.tokens()[noun].case == Case::Lower || noun == within.start)
        && (english::parts_of_speech(&english::stem(document.folded(noun))).starts_with('n')
            || is_determined(document, noun));
    (is_noun && !SIZES.contains(document.folded(noun))).then_some(noun)
}

/// The noun that `noun` says more of: the *price* of the car, the *deposit* on the house; of a number it is what is counted.
fn head(document: &Document, noun: usize, within: &Range<usize>, is_noun: &dyn Fn(&usize) -> bool) -> usize {
    let inside = |i: &usize| {
        is_noun(i) || matches!(document.folded(*i), "a" | "an" | "his" | "her" | "its" | "the" | "their")
    };
    let lead = (within.start..noun).rev().find(|i| !inside(i));
    let before = lead
        .filter(|&i| OF.contains(document.folded(i)))
        .and_then(|i| i.checked_sub(1))
        .filter(|i| *i >= within.start && (is_noun(i) || is_determined(document, *i)));
    match before {
        Some(before) if !SIZES.contains(document.folded(before)) => head(document, before, within, is_noun),
        _ => noun,
    }
}

/// "The deposit", though to deposit is a verb.
fn is_determined(document: &Document, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |i| document.folded(i));
    english::is_content_word(document, at)
        && matches!(before, "a" | "an" | "her" | "his" | "its" | "the" | "their")
}

/// Whether a verb says no more than how much there is: "reached", "rose to", "came to".
fn is_sizing(document: &Document, at: usize) -> bool {
    let word = document.folded(at);
    let leads_to =
        matches!(word, "came" | "comes" | "amounted" | "amounts") && document.folded_or_empty(at + 1) == "to";
    english::is_verb(document, at) && (Direction::of(word).is_some() || SIZING.contains(word) || leads_to)
}

/// How many tokens after a value a pronoun may stand for what it is of: "38% of *those* who".
const PRONOUN: usize = 2;

/// From this weight on a noun of the claim says what its value measures.
const MEASURED: f64 = 0.3;

/// Whether the sentence of the passage's value has no word for what the claim's verb is told of, or done to: "wine *production* fell
/// 14%", "*exports* of wine fell 9%".
pub(super) fn lacks_what_is_measured(held: &Held<'_>, reported: &Mention) -> bool {
    let claim = &held.phrasing.document;
    let tokens = held.phrasing.tokens();
    let Some(verb) = grammar::claimed(held).filter(|&i| english::is_verb(claim, i)) else {
        return false;
    };
    let Some(sentence) = held.sentence_of(reported.tokens.start) else { return false };
    let noun = |i: usize| {
        english::is_content_word(claim, i)
            && english::parts_of_speech(&english::stem(claim.folded(i))).starts_with('n')
            && claim.tokens()[i].case == Case::Lower
    };
    // "Lemaranab", "it" may be the drug of which the claim speaks.
    let text = held.document();
    let first = sentence.clone().find(|&i| text.tokens()[i].is_word()).unwrap_or(sentence.start);
    let stands_for_it = english::zipf(text.folded(first)).is_none()
        || (sentence.start..reported.tokens.end.max(sentence.start) + PRONOUN).any(|i| {
            matches!(text.folded_or_empty(i), "he" | "it" | "she" | "these" | "they" | "this" | "those")
        });
    // "740 houses were damaged": by what is told before, or plain.
    let by = |q: usize| (q + 1..sentence.end.min(q + 1 + BY_REACH)).any(|i| text.folded(i) == "by");
    let left_out = held.alignment.pairs(held.phrasing).any(|(p, q)| {
        p == verb
            && sentence.contains(&q)
            && voice(text, q) == Voice::Passive
            && voice(claim, verb) == Voice::Active
            && !by(q)
            && !sentence.clone().any(|i| text.folded(i) == "there")
    });
    let subject = verb
        .checked_sub(1)
        .map(|last| grammar::head_before(claim, tokens.start, last))
        .filter(|&i| noun(i) && !stands_for_it && !left_out);
    let object = Some(verb + 1).filter(|&i| i < tokens.end && noun(i));
    subject.into_iter().chain(object).any(|head| {
        held.phrasing.frame.iter().any(|word| {
            word.token == Some(head)
                && !word.name
                && word.weight >= MEASURED
                && held.reading.marked.answers_among(word.word, &sentence).is_empty()
        })
    })
}

/// The subject of a clause of its own that has the passage's value, where the clause before has the claim's subject with another value:
/// "house prices rose 2%, while *rents* went up by 12%".
pub(super) fn clause_of_another(held: &Held<'_>, claimed: &Mention, partner: &Mention) -> Option<usize> {
    let text = held.document();
    let sentence = held.sentence_of(partner.tokens.start)?;
    let joins = |&i: &usize| matches!(text.folded(i), "while" | "whereas" | "but" | "and" | ";");
    let start = (sentence.start..partner.tokens.start).rev().find(joins)? + 1;
    let says = |&i: &usize| english::is_content_word(text, i);
    let noun = |&i: &usize| {
        let valued = held.mentions().iter().any(|mention| mention.tokens.contains(&i));
        text.tokens()[i].case == Case::Lower
            && !valued
            && english::parts_of_speech(&english::stem(text.folded(i))).starts_with('n')
    };
    let answers = |i: usize| {
        let mut words = held.phrasing.frame.iter();
        words.any(|word| {
            let hits = held.reading.marked.answers_among(word.word, &(i..i + 1));
            hits.iter().any(|hit| hit.likeness > Likeness::Akin)
        })
    };
    let subject = (start..partner.tokens.start).find(says).filter(noun).filter(|&i| !answers(i))?;
    let verb = (subject + 1..partner.tokens.start)
        .find(|&i| english::is_verb(text, i) || Direction::of(text.folded(i)).is_some())?;
    let own = !(start..verb).any(|i| held.is_aligned(i)) && !english::is_verb(text, subject);
    let predicate = grammar::claimed(held);
    let before_verb = |&(p, _): &(usize, usize)| predicate.is_none_or(|verb| p < verb);
    let (_, first) = held.alignment.pairs(held.phrasing).next().filter(before_verb)?;
    let rival = held.mentions().iter().any(|other| {
        let before = (first..start).contains(&other.tokens.start);
        before
            && claimed.value.compare(&other.value) == Some(Relation::Conflicts)
            && other.value.kind == claimed.value.kind
    });
    (own && rival && sentence.contains(&first) && first < start).then_some(subject)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_belongs_to_the_noun_beside_it() {
        for (text, noun) in [
            ("The mill made a profit of £5m last year.", Some("profit")),
            ("Sales in May were just over £5m.", Some("Sales")),
            ("Its sales have risen to £5m.", Some("sales")),
            ("The fine came to £5m.", Some("fine")),
            ("It bought the mill for £5m.", None),
            ("The total was £5m.", None),
            ("The price of the old car was £5m.", Some("price")),
            ("The number of sales in the town was £5m.", Some("sales")),
        ] {
            let document = Document::new(text);
            let all = 0..document.tokens().len();
            let values = crate::value::recognise(&document, all.clone(), crate::value::Context::default());
            let money = values.iter().find(|value| matches!(value.value.kind, Kind::Money(_)));
            let in_value = |i: usize| values.iter().any(|value| value.tokens.contains(&i));
            let found = money.and_then(|money| of(&document, &all, money, &in_value));
            assert_eq!(found.map(|at| document.words(at..at + 1)), noun, "{text}");
        }
    }
}
