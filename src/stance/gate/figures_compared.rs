//! A claim that one is more than another, where the passage gives a figure for each: "more women *than* men study law", "58% are women
//! and 42% men".

use std::ops::Range;

use crate::english::{self, Direction};
use crate::stance::held::Held;
use crate::text::{Document, WordSet};
use crate::value::{Mention, Relation};

/// Comparatives for more.
static MORE: WordSet = WordSet::of(&[
    "bigger", "faster", "further", "greater", "heavier", "higher", "larger", "longer", "more", "older",
    "stronger", "taller",
]);

/// Comparatives for less.
static LESS: WordSet =
    WordSet::of(&["fewer", "less", "lighter", "lower", "shorter", "slower", "smaller", "weaker", "younger"]);

/// How many tokens before "than" its comparative stands at most: "*more* university graduates than".
const REACH: usize = 4;

/// How many tokens from a word its figure stands at most.
const NEAR: usize = 10;

/// What a claim compares.
struct Sides {
    /// Which way the first stands to the second.
    way: Direction,
    /// The claim's words for the one and for the other.
    words: [Range<usize>; 2],
}

/// The two figures of the passage by which it is the other way round, or that are the same, in words; nothing where the passage compares the
/// two itself, or gives no figures.
pub(super) fn the_other_way(held: &Held<'_>) -> Option<String> {
    let sides = sides(held)?;
    let [one, other] = figures(held, &sides)?;
    let (first, second) = one.value.number().zip(other.value.number())?;
    let holds = match sides.way {
        Direction::Up => first > second,
        Direction::Down => first < second,
    };
    (!holds).then(|| format!("“{}” and “{}”", held.words(&one.tokens), held.words(&other.tokens)))
}

/// What the claim compares: not a value ("more than 200"), nor what it is not ("rather than").
fn sides(held: &Held<'_>) -> Option<Sides> {
    let claim = &held.phrasing.document;
    let tokens = held.phrasing.tokens();
    let than = tokens.clone().find(|&i| claim.folded(i) == "than")?;
    let valued = |i: usize| held.phrasing.mentions.iter().any(|mention| mention.tokens.contains(&i));
    if valued(than) || valued(than + 1) {
        return None;
    }
    let way_of = |i: usize| match claim.folded(i) {
        word if MORE.contains(word) => Some(Direction::Up),
        word if LESS.contains(word) => Some(Direction::Down),
        _ => None,
    };
    let (more, way) =
        (than.saturating_sub(REACH).max(tokens.start)..than).rev().find_map(|i| Some((i, way_of(i)?)))?;
    let says = |range: &Range<usize>| range.clone().any(|i| english::is_content_word(claim, i));
    let between = more + 1..than;
    let before = tokens.start..more;
    // "More *women* than men", "women are more *likely* than men".
    let describes =
        english::parts_of_speech(&english::stem(claim.folded_or_empty(than - 1))).starts_with('n');
    let first = if says(&between) && describes { between } else { before };
    let end = (than + 1..tokens.end).find(|&i| english::is_verb(claim, i)).unwrap_or(tokens.end);
    Some(Sides { way, words: [first, than + 1..end] })
}

/// The passage's figures for the two sides: of one kind, each the nearest to its words, in one sentence.
fn figures<'a>(held: &Held<'a>, sides: &Sides) -> Option<[&'a Mention; 2]> {
    let answer = |side: &Range<usize>| {
        let mut pairs = held.alignment.pairs(held.phrasing);
        pairs.find(|(p, _)| side.contains(p)).map(|(_, q)| q)
    };
    let [one, other] = &sides.words;
    let (one, other) = (answer(one)?, answer(other)?);
    let sentence = held.sentence_of(one).filter(|sentence| sentence.contains(&other))?;
    if compares(held.document(), &sentence) {
        return None;
    }
    let figures = || {
        held.mentions().iter().copied().filter(|mention| {
            sentence.contains(&mention.tokens.start) && !mention.value.kind.is_dated() && !mention.value.weak
        })
    };
    let distance = |mention: &Mention, word: usize| {
        if word < mention.tokens.start {
            mention.tokens.start - word
        } else {
            (word + 1).saturating_sub(mention.tokens.end)
        }
    };
    let nearest = |word: usize, among: &mut dyn Iterator<Item = &'a Mention>| {
        among.filter(|one| distance(one, word) <= NEAR).min_by_key(|one| distance(one, word))
    };
    let comparable = |one: &Mention, other: &Mention| {
        one.tokens != other.tokens
            && one.value.compare(&other.value).is_some_and(|relation| relation != Relation::Equal)
    };
    // "Among those aged 18 to 34 it was 31%, among pensioners 9%": an age has no other to be compared with.
    let paired = |one: &&Mention| figures().any(|other| comparable(one, other));
    let first = nearest(one, &mut figures().filter(paired))?;
    let second = nearest(other, &mut figures().filter(|figure| comparable(first, figure)))?;
    let own =
        distance(first, one) <= distance(first, other) && distance(second, other) <= distance(second, one);
    own.then_some([first, second])
}

/// Whether a sentence compares by its own words.
fn compares(text: &Document, sentence: &Range<usize>) -> bool {
    sentence.clone().any(|i| {
        let word = text.folded(i);
        matches!(word, "than" | "against" | "versus" | "compared" | "behind" | "ahead")
            || MORE.contains(word)
            || LESS.contains(word)
    })
}
