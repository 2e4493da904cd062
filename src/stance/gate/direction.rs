//! Which way a value went: the same figure up where the claim says down is another thing.

use std::ops::Range;

use crate::english::{self, Direction};
use crate::matcher::{Answer, is_reporting};
use crate::stance::cue::Cue;
use crate::stance::held::Held;
use crate::text::{Document, TokenKind, WordSet};
use crate::value::name::Name;
use crate::value::{Kind, Mention, Relation};

use super::grammar::{self, Voice};
use super::pairing::{Pair, is_telling};
use super::{IN_ONE_SENTENCE, basis, change, clause, doubt, more_said, scope, subject, surroundings};

/// Words after a value for more, and for less, which say so there alone: "4% more", "4% fewer".
static MORE: WordSet = WordSet::of(&["greater", "more"]);
static LESS: WordSet = WordSet::of(&["fewer", "less", "smaller"]);

/// Words that lead from such a word to its value: "rose by about 4%", "was up to 4%".
static LEADS: WordSet = WordSet::of(&[
    "a",
    "about",
    "almost",
    "an",
    "another",
    "approximately",
    "around",
    "at",
    "by",
    "from",
    "just",
    "nearly",
    "of",
    "over",
    "roughly",
    "some",
    "to",
]);

/// The small words that make a value a change or a level.
static LEVELS: WordSet = WordSet::of(&["by", "from", "to"]);

/// How many tokens an object has at most between a verb and the "by" of its value: "increased *its yearly budget* by 4%".
const OBJECT: usize = 5;

/// How many tokens after a value the word may stand that says what it is: "a 4% year-on-year *rise*".
const AFTER: usize = 4;

/// How much of what is aligned must stand beside the passage's word as it does beside the claim's.
const BESIDE: f64 = 0.5;

/// A word of the claim for which way a value went, where the passage has one for its own value, which agrees.
pub(super) struct Told<'a> {
    /// The claim's value; `None` where it tells only which way something went, and the passage gives two figures.
    pub(super) claimed: Option<&'a Mention>,
    /// The passage's value, the later one of two.
    pub(super) partner: &'a Mention,
    pub(super) way: Direction,
    /// The claim's word.
    pub(super) token: usize,
    /// The passage's words for it.
    pub(super) words: Range<usize>,
    /// Whether the passage's value went the same way, whatever it calls that: "was up 4%" says that it rose.
    pub(super) alike: bool,
}

/// Whether the passage has a value of the claim only as another level, or as a change: "fell *to* 6%", "rose *from* 6%", "rose *by* 6%".
pub(super) fn is_of_another_level(held: &Held<'_>) -> bool {
    let level = |document: &Document, value: &Mention| {
        let word = value.tokens.start.checked_sub(1).and_then(|i| LEVELS.get(document.folded(i)));
        word.filter(|_| before(document, value, &(0..value.tokens.start)).is_some())
    };
    let (claim, text) = (&held.phrasing.document, held.document());
    held.phrasing.mentions.iter().any(|own| {
        let equal = |other: &&&Mention| own.value.compare(&other.value) == Some(Relation::Equal);
        let mut same = held.mentions().iter().filter(equal).map(|other| level(text, other)).peekable();
        same.peek().is_some()
            && same.all(|other| level(claim, own).zip(other).is_some_and(|(own, other)| own != other))
    })
}

/// The claim's words for which way its values went, of those that agree with the passage's.
pub(super) fn told<'a>(held: &Held<'a>, pairs: &[Pair<'a>]) -> Vec<Told<'a>> {
    let told = |pair: &Pair<'a>| {
        let (partner, ..) = pair.partner.filter(|_| pair.agrees())?;
        let claimed = pair.claimed;
        let (way, token) = way(&held.phrasing.document, claimed, &held.phrasing.tokens())?;
        let (other, reported) = reported_way(held, partner)?;
        let words = reported..reported + 1;
        Some(Told { claimed: Some(claimed), partner, way, token, words, alike: other == way })
    };
    pairs.iter().filter_map(told).chain(change::told(held)).collect()
}

/// The share of the claim that its word carries for which way its value went, where the passage has another word for the same way
/// of its own value: "slows to 3.1%", "eased to 3.5%".
pub(super) fn is_told_alike(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> Option<f64> {
    let (ours, token) = way(&held.phrasing.document, claimed, &held.phrasing.tokens())?;
    reported_way(held, reported).filter(|&(theirs, _)| theirs == ours)?;
    let words = held.phrasing.frame.iter().zip(&held.alignment.answers);
    let mut unanswered =
        words.filter(|(word, answer)| word.token == Some(token) && **answer == Answer::Nothing);
    unanswered.next().map(|(word, _)| word.weight / held.phrasing.weight)
}

/// The first of them whose value went the other way, and whether both are surely told of the same thing.
pub(super) fn opposed<'t, 'a>(
    held: &Held<'_>,
    pairs: &[Pair<'_>],
    told: &'t [Told<'a>],
) -> Option<(&'t Told<'a>, bool)> {
    let also = |told: &Told<'_>, mention: &Mention| {
        let same = told
            .claimed
            .is_some_and(|claimed| claimed.value.compare(&mention.value) == Some(Relation::Equal));
        same && reported_way(held, mention).is_some_and(|(other, _)| other == told.way)
    };
    let opposed =
        told.iter().find(|told| !told.alike && !held.mentions().iter().any(|mention| also(told, mention)))?;
    Some((opposed, is_of_the_same(held, pairs, opposed)))
}

fn reported_way(held: &Held<'_>, mention: &Mention) -> Option<(Direction, usize)> {
    way(held.document(), mention, &held.sentence_of(mention.tokens.start)?)
}

/// Which way a value went, with the word that says so.
fn way(document: &Document, value: &Mention, within: &Range<usize>) -> Option<(Direction, usize)> {
    if value.value.kind.is_dated() {
        return None;
    }
    before(document, value, within).or_else(|| after(document, value, within))
}

fn before(document: &Document, value: &Mention, within: &Range<usize>) -> Option<(Direction, usize)> {
    let leads = |i: &usize| {
        let word = document.folded(*i);
        LEADS.contains(word) || word.len() > 3 && word.ends_with("ly")
    };
    let back = || (within.start..value.tokens.start).rev();
    let next = back().find(|i| !leads(i))?;
    let found = direction(document, next).or_else(|| {
        let by = (next + 1..value.tokens.start).any(|i| matches!(document.folded(i), "by" | "to"));
        let object =
            back().filter(|&i| i < next).take(OBJECT).take_while(|&i| document.tokens()[i].is_word());
        object.filter(|_| by && document.tokens()[next].is_word()).find_map(|i| direction(document, i))
    })?;
    // "Climbed down 40 metres" is no rise.
    let other = found.1.checked_sub(1).filter(|i| within.contains(i)).and_then(|i| direction(document, i));
    other.is_none_or(|(way, _)| way == found.0).then_some(found)
}

fn after(document: &Document, value: &Mention, within: &Range<usize>) -> Option<(Direction, usize)> {
    let start = value.tokens.end;
    let near = (start..within.end.min(start + AFTER))
        .take_while(|&i| document.tokens()[i].is_word() || document.folded(i) == "-")
        .take_while(|&i| i == start || !english::is_verb(document, i));
    let says = |i: usize| {
        let word = document.folded(i);
        let compared = || match () {
            () if MORE.contains(word) => Some((Direction::Up, i)),
            () if LESS.contains(word) => Some((Direction::Down, i)),
            () => None,
        };
        // "4% up", "a 4% rise"; not "4% of the fall".
        let small = matches!(word, "up" | "down") && i > start;
        direction(document, i).filter(|_| !small).or_else(compared)
    };
    near.take_while(|&i| !matches!(document.folded(i), "of" | "in" | "after" | "to")).find_map(says)
}

/// Whether a word says that something went up or down.
fn direction(document: &Document, at: usize) -> Option<(Direction, usize)> {
    let is_word = document.tokens()[at].kind == TokenKind::Word;
    is_word.then(|| Some((Direction::of(document.folded(at))?, at))).flatten()
}

/// Whether one word (folded) says that something went up and the other that it went down.
pub(super) fn are_opposed(one: &str, other: &str) -> bool {
    matches!((Direction::of(one), Direction::of(other)), (Some(one), Some(other)) if one != other)
}

/// Whether the claimed value and the passage's, each with the word that says which way it went, are surely of one thing: all
/// else that the claim says is there, and beside it.
fn is_of_the_same(held: &Held<'_>, pairs: &[Pair<'_>], told: &Told<'_>) -> bool {
    let paired = pairs.iter().all(|pair| pair.agrees() || pair.claimed.value.weak);
    let Some(claimed) = told.claimed else { return paired && change::is_of_the_same(held, told) };
    let (partner, word, reported) = (told.partner, told.token, told.words.start);
    let answered = held.phrasing.frame.iter().zip(&held.alignment.answers).all(|(own, answer)| {
        own.token.is_none_or(|token| token == word) || own.weight < clause::SAYS || *answer != Answer::Nothing
    });
    // "Did not rise by 3%", "failed to rise"; "is expected to rise", unless both are.
    let reached = |cue: &Cue, at: usize| cue.scope.contains(&at);
    let claim_cues = || held.phrasing_cues.iter().filter(|cue| reached(cue, word));
    let text_cues = || held.cues().iter().filter(|cue| reached(cue, reported));
    let negated = claim_cues().any(Cue::negates) || text_cues().any(|cue| cue.negates());
    let open = negated || claim_cues().next().is_some() != text_cues().next().is_some();
    let doubted = scope::others(held, claimed, partner)
        .into_iter()
        .any(|(doubt, holds)| holds && doubt != doubt::CHANGE && doubt != doubt::ANOTHER_VERB);
    if !open && !basis::differs(held, reported) && are_same_figures(held, pairs, claimed, told) {
        return true;
    }
    answered
        && paired
        && !doubted
        && !open
        && !basis::differs(held, reported)
        && !is_of_another_level(held)
        && !clause::in_another_clause(held, word, reported)
        && !more_said::says_more(held, word, reported)
        && !clause::is_measured_otherwise(held)
        && !subject::is_of_another_kind(held)
        && held.share_beside(partner.tokens.start) >= IN_ONE_SENTENCE
        && surroundings::beside(held, word, reported) >= BESIDE
}

/// How many tokens stand at most between two figures that are told as one: "$3.50, up *from $2.40, or* 40.6%".
const TOGETHER: usize = 6;

/// Whether the value that went the other way and another one right beside it, which hardly turn up together by chance, are just the
/// claim's, and of what it tells them of: "$3.50, up 40.6%", "$3.50, down 40.6%".
fn are_same_figures(held: &Held<'_>, pairs: &[Pair<'_>], claimed: &Mention, told: &Told<'_>) -> bool {
    let (text, partner) = (held.document(), told.partner);
    let Some(sentence) = held.sentence_of(partner.tokens.start) else { return false };
    let telling = |mention: &Mention| {
        let kind = mention.value.kind;
        !(kind.is_dated() || kind == Kind::Duration) && mention.value.number().is_some_and(is_telling)
    };
    // "Fell from $9 to $8", "rose from $8 to $9".
    let before = |document: &Document, value: &Mention| {
        value.tokens.start.checked_sub(1).is_some_and(|i| document.folded(i) == "from")
    };
    let same = |claimed: &Mention, partner: &Mention| {
        telling(claimed)
            && claimed.value.compare(&partner.value) == Some(Relation::Equal)
            && before(&held.phrasing.document, claimed) == before(text, partner)
    };
    let together = |other: &Mention| {
        let between = other.tokens.end.min(partner.tokens.end)..other.tokens.start.max(partner.tokens.start);
        between.len() <= TOGETHER
            && !between.into_iter().any(|i| {
                matches!(text.folded(i), "and" | "as" | "but" | "while")
                    || english::is_verb(text, i) && Direction::of(text.folded(i)).is_none()
            })
    };
    let beside = pairs.iter().any(|pair| {
        let Some((other, ..)) = pair.partner else { return false };
        pair.claimed.tokens != claimed.tokens
            && sentence.contains(&other.tokens.start)
            && same(pair.claimed, other)
            && together(other)
    });
    let of_one = !subject::is_some_of_a_kind(held);
    same(claimed, partner) && beside && of_one && is_of_what_is_claimed(held, told.token, &sentence)
}

/// Whether the sentence has the nouns of the claim up to `until`, and names nobody but those of the claim: "*Tollmark's* sales", "*steel* exports".
fn is_of_what_is_claimed(held: &Held<'_>, until: usize, sentence: &Range<usize>) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let noun = |token: usize| {
        let word = claim.folded(token);
        english::parts_of_speech(&english::stem(word)).starts_with('n')
            && Direction::of(word).is_none()
            && !is_reporting(word)
            && !change::is_period(word)
    };
    let own = |name: &Name| name.core.clone().any(|i| held.is_aligned(i));
    let others = held.names().iter().any(|name| sentence.contains(&name.core.start) && !own(name));
    let mut words = held.phrasing.frame.iter().zip(&held.alignment.answers);
    let answered = words.all(|(word, answer)| {
        let there = answer.token().is_some_and(|q| sentence.contains(&q));
        there || word.name || word.token.is_none_or(|token| token >= until || !noun(token))
    });
    let peoples = sentence.clone().any(|i| english::names_people(text.folded(i)) && !held.is_aligned(i));
    answered && !others && !peoples
}

/// Whether the claim's verb at `said` says which way something went, and the passage that lacks it does not say that it went this
/// way: what rose may have fallen.
pub(super) fn is_open(held: &Held<'_>, said: usize) -> bool {
    way_of(&held.phrasing.document, said).is_some_and(|way| !tells_way(held, way))
}

/// Whether a word for which way something went is what somebody is said to have had: "saw a slight *increase*", "had a *fall* in income".
pub(super) fn is_had(document: &Document, noun: usize) -> bool {
    let says = |&i: &usize| english::is_verb(document, i);
    let verb = (noun.saturating_sub(HAD)..noun).rev().find(says);
    verb.is_some_and(|verb| {
        let article = |i: usize| matches!(document.folded(i), "a" | "an");
        (verb + 1..noun).any(article)
            && matches!(
                document.folded(verb),
                "had" | "has" | "have" | "posted" | "reported" | "saw" | "sees" | "seen"
            )
    })
}

/// How many tokens before such a noun its verb stands at most.
const HAD: usize = 5;

/// Which way the claim's verb says that something went: "rose", but not "the bomb was dropped", "fell asleep", "rose to become".
fn way_of(document: &Document, verb: usize) -> Option<Direction> {
    let next = document.folded_or_empty(verb + 1);
    let asleep = next != "short"
        && english::parts_of_speech(&english::stem(next)).starts_with(['a', 'r'])
        && !next.ends_with("ly")
        && english::is_content_word(document, verb + 1);
    let becomes = next == "to" && verb + 2 < document.tokens().len() && english::is_verb(document, verb + 2);
    let moves = !is_reporting(document.folded(verb)) && grammar::voice(document, verb) != Voice::Passive;
    Direction::of(document.folded(verb)).filter(|_| moves && !asleep && !becomes)
}

/// Whether the sentence that has what the claim speaks of says that something went that `way`, by whichever word: "sales of
/// $312m, *up* from $290m", "drought *cut* the harvest".
fn tells_way(held: &Held<'_>, way: Direction) -> bool {
    let first = held.alignment.pairs(held.phrasing).map(|(_, q)| q).next();
    let ways = |i: usize| Direction::of(held.document().folded(i));
    first.and_then(|q| held.sentence_of(q)).is_some_and(|sentence| {
        let mut ways = sentence.filter_map(ways).peekable();
        ways.peek().is_some() && ways.all(|there| there == way)
    })
}
