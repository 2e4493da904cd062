//! Do the same words stand around two values? Then one is said in the place of the other, whatever else the claim says.

use std::ops::Range;

use crate::english;
use crate::matcher::{Answer, Likeness};
use crate::stance::held::Held;
use crate::text::Document;
use crate::value::{Mention, Relation};

use super::pairing::is_telling;
use super::{circumstance, clause};

/// What the words around two values must weigh together.
const LEAST_WEIGHT: f64 = 2.0;

/// How many of them, or of values that agree, there must be.
const LEAST_COUNT: usize = 3;

/// The share of a clause that is most of it.
const MOST: f64 = 0.6;

/// What a telling value that agrees weighs.
const TELLING_VALUE: f64 = 1.5;

/// What any other does.
const VALUE: f64 = 0.3;

/// A word, or a value, of which one side of a value is made.
#[derive(Debug, Clone, Copy)]
enum Item<'a> {
    Word(usize),
    Value(&'a Mention),
}

/// One side of a value, read outwards from it: its words and values, and what stands between them.
struct Outwards<'a, F> {
    document: &'a Document,
    /// The value that has a token, if one has.
    value_at: F,
    /// The tokens not yet read.
    rest: Range<usize>,
    to_the_left: bool,
}

/// What comes next on one side.
struct Next<'a> {
    /// The word or value; `None` at the end of the sentence.
    item: Option<Item<'a>>,
    /// Whether it stands right beside what was read before.
    touching: bool,
    /// Whether a clause ends between the two.
    past_clause: bool,
}

impl<'a, F: Fn(usize) -> Option<&'a Mention>> Outwards<'a, F> {
    fn token(&mut self) -> Option<usize> {
        if self.to_the_left { self.rest.next_back() } else { self.rest.next() }
    }

    fn next(&mut self) -> Next<'a> {
        let (mut touching, mut past_clause) = (true, false);
        while let Some(token) = self.token() {
            if let Some(mention) = (self.value_at)(token) {
                if self.to_the_left {
                    self.rest.end = mention.tokens.start.max(self.rest.start);
                } else {
                    self.rest.start = mention.tokens.end.min(self.rest.end);
                }
                return Next { item: Some(Item::Value(mention)), touching, past_clause };
            }
            if english::is_content_word(self.document, token) {
                return Next { item: Some(Item::Word(token)), touching, past_clause };
            }
            touching = false;
            past_clause |= ends_clause(self.document, token);
        }
        Next { item: None, touching: false, past_clause: true }
    }
}

/// Whether a clause ends at the token, which says nothing by itself.
fn ends_clause(document: &Document, token: usize) -> bool {
    !document.tokens()[token].is_word()
        && matches!(document.folded(token), "," | ";" | ":" | "." | "–" | "(" | ")" | "\"")
        || matches!(
            document.folded(token),
            "although"
                | "and"
                | "because"
                | "but"
                | "that"
                | "versus"
                | "when"
                | "which"
                | "while"
                | "who"
                | "with"
        )
}

/// What two sides have in common, read outwards from their values.
#[derive(Debug, Default)]
struct Shared {
    count: usize,
    weight: f64,
    /// Whether there is a verb among it.
    verb: bool,
    /// Whether nothing else belongs to the value on either side.
    cleanly: bool,
}

/// Whether the same words stand around `claimed` and `reported`, so that one stands in the place of the other.
pub(super) fn are_alike(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let left = shared(held, claimed, reported, true);
    if !left.cleanly {
        return false;
    }
    let right = shared(held, claimed, reported, false);
    right.cleanly && left.count + right.count >= LEAST_COUNT && left.weight + right.weight >= LEAST_WEIGHT
}

fn shared(held: &Held<'_>, claimed: &Mention, reported: &Mention, to_the_left: bool) -> Shared {
    let side = |document: &'_ Document, value: &Mention| {
        let sentences = document.sentences();
        let at = sentences.partition_point(|sentence| sentence.tokens.end <= value.tokens.start);
        let sentence = sentences.get(at).map_or(0..0, |sentence| sentence.tokens.clone());
        if to_the_left { sentence.start..value.tokens.start } else { value.tokens.end..sentence.end }
    };
    let claim = &held.phrasing.document;
    let mut ours = Outwards {
        document: claim,
        value_at: |token| held.phrasing.mentions.iter().find(|mention| mention.tokens.contains(&token)),
        rest: side(claim, claimed),
        to_the_left,
    };
    let mut theirs = Outwards {
        document: held.document(),
        value_at: |token| {
            let at = held.mentions().partition_point(|mention| mention.tokens.end <= token);
            held.mentions().get(at).copied().filter(|mention| mention.tokens.contains(&token))
        },
        rest: side(held.document(), reported),
        to_the_left,
    };
    let mut shared = Shared::default();
    loop {
        let (our, their) = (ours.next(), theirs.next());
        match (our.item, their.item) {
            (Some(Item::Word(p)), Some(Item::Word(q))) if is_answered_by(held, p, q) => {
                shared.weight += weight(held, p);
                shared.verb |= english::is_verb(claim, p);
            }
            (Some(Item::Value(a)), Some(Item::Value(b)))
                if a.value.compare(&b.value) == Some(Relation::Equal) =>
            {
                let telling = a.value.number().is_some_and(is_telling);
                shared.weight += if telling { TELLING_VALUE } else { VALUE };
            }
            (our_item, _) => {
                // What the claim says here beyond, the passage may say elsewhere.
                let said = match our_item {
                    Some(Item::Word(p)) => is_said_beside(held, p, &ours.rest, to_the_left, reported),
                    _ => false,
                };
                shared.cleanly = match (our.past_clause, their.past_clause) {
                    (true, true) => true,
                    (true, false) => shared.count > 0 && !their.touching,
                    (false, true) => shared.count > 0 && !our.touching && said,
                    (false, false) => shared.verb && !our.touching && !their.touching && said,
                };
                return shared;
            }
        }
        shared.count += 1;
    }
}

/// Whether most of what the claim says from its word `first` on and `beyond` it, to the end of the clause, is answered in the sentence
/// of `reported`.
fn is_said_beside(
    held: &Held<'_>,
    first: usize,
    beyond: &Range<usize>,
    to_the_left: bool,
    reported: &Mention,
) -> bool {
    let claim = &held.phrasing.document;
    let sentence = held.sentence_of(reported.tokens.start).unwrap_or_default();
    let goes_on = |i: &usize| !ends_clause(claim, *i);
    let clause: Vec<usize> = if to_the_left {
        (beyond.start..first + 1).rev().take_while(goes_on).collect()
    } else {
        (first..beyond.end).take_while(goes_on).collect()
    };
    let (mut found, mut all) = (0.0, 0.0);
    for (word, answer) in held.phrasing.frame.iter().zip(&held.alignment.answers) {
        if word.token.is_some_and(|token| clause.contains(&token)) {
            all += word.weight;
            found += if answer.token().is_some_and(|q| sentence.contains(&q)) { word.weight } else { 0.0 };
        }
    }
    all > 0.0 && found >= MOST * all
}

/// Whether the clauses of two values both expect something and say nothing that the other does not, and not of just anyone: not
/// "between £11 and £14 *for apprentices*", nor "*a* study put it at".
pub(super) fn expect_the_same(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let clause = |document: &Document, within: Range<usize>, value: &Mention| {
        let ends = |i: &usize| ends_clause(document, *i);
        let start = (within.start..value.tokens.start).rev().find(ends).map_or(within.start, |i| i + 1);
        start..(value.tokens.end..within.end).find(ends).unwrap_or(within.end)
    };
    let in_ours = |i: usize| held.phrasing.mentions.iter().any(|value| value.tokens.contains(&i));
    let in_theirs = |i: usize| held.mentions().iter().any(|value| value.tokens.contains(&i));
    let (claim, text) = (&held.phrasing.document, held.document());
    let Some(sentence) = held.sentence_of(reported.tokens.start) else { return false };
    let ours = clause(claim, held.phrasing.tokens(), claimed);
    let theirs = clause(text, sentence, reported);
    let answered = |p: usize| {
        let mut words = held.phrasing.frame.iter().zip(&held.alignment.answers);
        words.any(|(word, answer)| word.token == Some(p) && *answer != Answer::Nothing)
    };
    // "The *company* expects", "we expect".
    let light = |p: usize| {
        let word = held.phrasing.frame.iter().find(|word| word.token == Some(p));
        word.is_none_or(|word| word.weight < clause::SAYS)
    };
    let anyone = |document: &Document, at: usize| {
        matches!(document.folded_or_empty(at), "a" | "an" | "one" | "another")
    };
    let expects = |document: &Document, clause: &Range<usize>| {
        clause.clone().any(|i| circumstance::is_expecting(document.folded(i)))
    };
    expects(claim, &ours)
        && expects(text, &theirs)
        && !anyone(claim, ours.start)
        && !anyone(text, theirs.start)
        && theirs.into_iter().all(|q| {
            held.is_aligned(q)
                || in_theirs(q)
                || !english::is_content_word(text, q)
                || matches!(text.folded(q), "again" | "currently" | "now" | "still")
        })
        && ours
            .into_iter()
            .all(|p| answered(p) || in_ours(p) || !english::is_content_word(claim, p) || light(p))
}

/// How many tokens from a word that stands which stands beside it.
const BESIDE: usize = 6;

/// How much of what is aligned stands equally near to both tokens, 0 to 1; where no word stands near, how much of the values that agree.
pub(super) fn beside(held: &Held<'_>, claimed: usize, reported: usize) -> f64 {
    let near = |p: usize| p.abs_diff(claimed) <= BESIDE;
    let near_there = |q: usize| q.abs_diff(reported) <= BESIDE + 2;
    let words = held.weighted_pairs().filter(|&(p, ..)| near(p));
    let share = words.fold((0.0, 0.0), |(found, all), (_, q, weight)| {
        (if near_there(q) { found + weight } else { found }, all + weight)
    });
    let (found, all) = if share.1 > 0.0 { share } else { values_beside(held, near, near_there) };
    if all > 0.0 { found / all } else { 0.0 }
}

/// How many of the claim's values that are `near` agree with one that is near there, and how many with any.
fn values_beside(
    held: &Held<'_>,
    near: impl Fn(usize) -> bool,
    near_there: impl Fn(usize) -> bool,
) -> (f64, f64) {
    held.phrasing.mentions.iter().filter(|ours| near(ours.core.start)).fold(
        (0.0, 0.0),
        |(found, all), ours| {
            let equal = |theirs: &&&Mention| ours.value.compare(&theirs.value) == Some(Relation::Equal);
            let mut same = held.mentions().iter().filter(equal).peekable();
            let there = if same.peek().is_some() { 1.0 } else { 0.0 };
            let beside = if same.any(|theirs| near_there(theirs.core.start)) { 1.0 } else { 0.0 };
            (found + beside, all + there)
        },
    )
}

/// Whether the passage's word answers the claim's, or is the same.
fn is_answered_by(held: &Held<'_>, claimed: usize, reported: usize) -> bool {
    let (ours, theirs) = (held.phrasing.document.folded(claimed), held.document().folded(reported));
    let answers = || {
        held.phrasing.frame.iter().filter(|word| word.token == Some(claimed)).any(|word| {
            let hits = held.reading.marked.answers_among(word.word, &(reported..reported + 1));
            hits.iter().any(|hit| hit.likeness >= Likeness::Related)
        })
    };
    ours == theirs || english::stem(ours) == english::stem(theirs) || answers()
}

fn weight(held: &Held<'_>, claimed: usize) -> f64 {
    held.phrasing.frame.iter().find(|word| word.token == Some(claimed)).map_or(0.0, |word| word.weight)
}
