//! Does what the claim says go together in the passage as it does in the claim: with the same verb, in the same member of a list?
//!
//! "The film, *directed* by Lena Hart and *written* by Joss Tam": whoever says that Tam directed it is not borne out, though all of the
//! words are there. No parser: what stands after a verb goes with it as long as no other stands between.

use std::ops::Range;

use crate::english;
use crate::matcher::is_reporting;
use crate::stance::held::Held;
use crate::text::{Case, Document, TokenKind, WordSet};
use crate::value::Mention;

use super::argument::same_word;
use super::grammar;
use super::pairing::{Pair, agrees};

/// From this weight on a word must go with its verb.
const COUNTS: f64 = 0.25;

/// Words after which a form in "-ing" tells of something else that was done: "failed *after* passing the House".
static SUBORDINATING: WordSet = WordSet::of(&["after", "before", "despite", "since", "without"]);

/// Words between which and the next the members of a list stand.
static JOINING: WordSet = WordSet::of(&[",", ";", "and", "but", "from", "or", "versus", "while"]);

/// How many tokens before what a small word leads to the small word stands at most: "in *the long* jump".
const LED: usize = 3;

/// How many tokens before a small word stands what it says more of, at most.
const SAID_MORE_OF: usize = 2;

/// How far apart two members of a list stand at most.
const APART: usize = 12;

/// How many tokens after its verb anything stands that goes with it.
const WITH_ITS_VERB: usize = 80;

/// Two words of the passage that go together, of which the claim puts the first with another.
pub(super) fn of_another(held: &Held<'_>, pairs: &[Pair<'_>]) -> Option<(usize, usize)> {
    let values: Vec<(usize, usize)> = pairs
        .iter()
        .filter(|pair| pair.agrees())
        .filter_map(|pair| Some((pair.claimed.tokens.start, pair.partner?.0.tokens.start)))
        .collect();
    let claim = &held.phrasing.document;
    let counts = |token: usize| {
        let of = held.phrasing.frame.iter().find(|word| word.token == Some(token));
        of.is_some_and(|word| word.name || word.weight >= COUNTS) && !english::is_verb(claim, token)
    };
    let mut words: Vec<(usize, usize)> =
        held.alignment.pairs(held.phrasing).filter(|&(p, _)| counts(p)).collect();
    words.extend(values);
    let of_another = |&(p, q): &(usize, usize)| {
        let other = other_verb(held, p, q).or_else(|| other_member(held, pairs, p, q))?;
        Some((q, other))
    };
    words.iter().find_map(of_another)
}

/// The verb with which the passage's `q` goes, where the claim's `p`, which it answers, goes with another that the passage has as well.
fn other_verb(held: &Held<'_>, p: usize, q: usize) -> Option<usize> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let own = verb_before(claim, &held.phrasing.tokens(), p)?;
    // What is done to it is told in many ways; where, when and by whom stands behind a small word.
    let valued = held.phrasing.mentions.iter().any(|mention| mention.tokens.contains(&p));
    let is_led = valued || (own + 1..p).any(|i| grammar::is_preposition(claim, i));
    let is_relative = own.checked_sub(1).is_some_and(|i| matches!(claim.folded(i), "who" | "which" | "that"));
    if is_relative || (own + 1..p).any(|i| bounds(claim, i)) {
        return None;
    }
    let sentence = held.sentence_of(q)?;
    let reported = same_word(held, own).filter(|&i| sentence.contains(&i) && governs(text, i))?;
    if reported < q {
        let other = governor(held, &(reported..q), reported)?;
        let is_apart = if is_led {
            has_its_own(held, (p, q), &(reported + 1..other))
        } else {
            !(other + 1..q).any(|i| english::is_content_word(text, i))
        };
        return (is_apart && is_parted(text, reported, other)).then_some(other);
    }
    if !is_led && !is_subordinate(text, reported) {
        return None;
    }
    let other = governor(held, &(sentence.start..q), reported)?;
    let stands_with = !(other + 1..q).any(|i| bounds(text, i));
    let elsewhere = |i: usize| matches!(text.folded(i), "where" | "who");
    let is_apart = is_subordinate(text, reported) || (q + 1..reported).any(elsewhere);
    (stands_with && is_apart).then_some(other)
}

/// Whether what stands with the earlier of two verbs is led to by the same small word as `q` is, or is a time as `q` is, so that this is
/// not said of both: "opened *in 1932*, closed in 1969"; or `q` is led to by another than the claim's `p`.
fn has_its_own(held: &Held<'_>, (p, q): (usize, usize), earlier: &Range<usize>) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let ours = leading(claim, p).map(|i| claim.folded(i));
    let theirs = leading(text, q).map(|i| text.folded(i));
    let mut dates = held.mentions().iter().filter(|mention| mention.value.kind.is_dated());
    let is_date = dates.clone().any(|date| date.tokens.contains(&q));
    ours != theirs
        || is_date && dates.any(|date| earlier.contains(&date.tokens.start))
        || theirs.is_some_and(|word| earlier.clone().any(|i| text.folded(i) == word))
}

/// The verb that says something nearest before `at`.
fn verb_before(document: &Document, within: &Range<usize>, at: usize) -> Option<usize> {
    (within.start..at).rev().find(|&i| english::is_verb(document, i) && english::is_content_word(document, i))
}

/// The verb that governs what follows `within`, where that is not its `own`: the last one, those left out that only say more of a
/// noun.
fn governor(held: &Held<'_>, within: &Range<usize>, own: usize) -> Option<usize> {
    let text = held.document();
    let mut end = within.end;
    let within = within.start.max(end.saturating_sub(WITH_ITS_VERB))..end;
    while let Some(at) = (within.start..end).rev().find(|&i| i == own || governs(text, i)) {
        if at == own || held.is_aligned(at) {
            return None;
        }
        if let Some(open) = opening(text, &(within.start..at), at, within.end) {
            end = open;
        } else if reports(text, at) || describes(text, at) {
            end = at;
        } else {
            return Some(at);
        }
    }
    None
}

/// Whether the word at `at` is a verb with which what follows may go.
fn governs(document: &Document, at: usize) -> bool {
    // After "and" a participle may be a noun's as well: "found *and closed* shops".
    let is_joined = || {
        let and = at.checked_sub(1).is_some_and(|i| matches!(document.folded(i), "and" | "or"));
        let word = document.folded(at);
        and && document.tokens()[at].case == Case::Lower && english::is_past_form(word) && is_verbal(word)
    };
    english::is_content_word(document, at)
        && (english::is_verb(document, at) || is_joined() || is_subordinate(document, at))
}

/// Whether the word at `at` is what else was done: "failed after *passing* the House", "after being *hired*".
pub(super) fn is_subordinate(document: &Document, at: usize) -> bool {
    let back = |steps: usize| at.checked_sub(steps).map_or("", |before| document.folded(before));
    let word = document.folded(at);
    let form = word.ends_with("ing") && SUBORDINATING.contains(back(1))
        || back(1) == "being" && SUBORDINATING.contains(back(2));
    form && is_verbal(word)
}

fn is_verbal(word: &str) -> bool {
    english::parts_of_speech(&english::stem(word)).contains('v')
}

/// Whether a verb only says who says it: "said", "found that"; not "found at the farm".
fn reports(document: &Document, at: usize) -> bool {
    let word = document.folded(at);
    is_reporting(word) && (english::stem(word) != "find" || document.folded_or_empty(at + 1) == "that")
}

/// Whether a verb only says more of what another is done with: "agreed *to sell*", "two *wounded* soldiers".
fn describes(document: &Document, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let adjective = english::parts_of_speech(&english::stem(document.folded(before))).starts_with('a');
    let noun_follows = at + 1 < document.tokens().len() && english::is_content_word(document, at + 1);
    document.folded(before) == "to"
        || noun_follows && (adjective || document.tokens()[before].kind == TokenKind::Number)
}

/// Where what is set apart begins that has the verb at `at` and ends before `end`: "*, which employs 300*, closed", "*(born 1951)*".
fn opening(document: &Document, before: &Range<usize>, at: usize, end: usize) -> Option<usize> {
    let closes = |close: &str| (at + 1..end).any(|i| document.folded(i) == close);
    let (bracket, comma) = (closes(")"), closes(","));
    let relative = |i: usize| matches!(document.folded(i + 1), "which" | "who" | "whose" | "where");
    before.clone().rev().find(|&i| match document.folded(i) {
        "(" => bracket,
        "," => comma && relative(i),
        _ => false,
    })
}

/// Whether one verb ends before the `other` begins, and has something to itself: "directed by X *and* written", "failed in the Senate
/// *after* passing"; not "found and defused", "closed by a firm that owns".
fn is_parted(document: &Document, one: usize, other: usize) -> bool {
    if is_subordinate(document, other) {
        return true;
    }
    let has_its_own = (one + 1..other).any(|i| {
        english::is_content_word(document, i) && !document.folded(i).ends_with("ly")
            || document.tokens()[i].kind == TokenKind::Number
    });
    let clause = (one + 1..other).rev().find(|&i| bounds(document, i));
    let joined = clause.is_some_and(|i| matches!(document.folded(i), "," | ";" | "and" | "but"));
    has_its_own && joined && !document.folded(other).ends_with("ing")
}

/// What the passage's `q` says more of in its member of a list, where the claim's `p` says it of what stands in another member:
/// "1,500 jobs in London and *900* in Dublin".
fn other_member(held: &Held<'_>, pairs: &[Pair<'_>], p: usize, q: usize) -> Option<usize> {
    let text = held.document();
    let small_word = held.phrasing.document.folded(leading(&held.phrasing.document, p)?);
    let is_small_word = |i: usize| text.folded(i) == small_word;
    let lead = leading(text, q).filter(|&lead| is_small_word(lead))?;
    let of = said_more_of(held, lead).filter(|&of| !is_answered(held, pairs, of))?;
    let sentence = held.sentence_of(q)?;
    let near = lead.saturating_sub(APART).max(sentence.start)..sentence.end.min(lead + APART);
    let is_other = |&other: &usize| {
        let between = if other < lead { other..of } else { q..other };
        is_small_word(other)
            && (other < of || other > q)
            && between.into_iter().any(|i| JOINING.contains(text.folded(i)))
            && led_to(text, other, &sentence).is_some_and(|object| !is_answered(held, pairs, object))
            && said_more_of(held, other).is_some_and(|of| is_answered(held, pairs, of))
    };
    near.into_iter().any(|other| is_other(&other)).then_some(of)
}

/// Whether `reported`, a value in the place of the claimed one, stands in another member of a list than one that agrees: "900 jobs
/// in Leeds and *300* in Arden", for "300 jobs in Arden".
pub(super) fn is_of_another_member(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let Some((small_word, false)) = place_in_list(held, reported) else { return false };
    let all = held.mentions();
    let from = |at: usize| all.partition_point(|mention| mention.tokens.start < at);
    let near = from(reported.tokens.start.saturating_sub(2 * APART))..from(reported.tokens.start + 2 * APART);
    all[near].iter().any(|other| {
        let agrees = claimed.value.compare(&other.value).is_some_and(agrees);
        agrees && !std::ptr::eq(*other, reported) && place_in_list(held, other) == Some((small_word, true))
    })
}

/// The other way round: whether `spare` stands in another member of a list than `reported`, of which the claim's place is told.
pub(super) fn is_of_another_member_of(held: &Held<'_>, reported: &Mention, spare: &Mention) -> bool {
    let same_sentence = held
        .sentence_of(reported.tokens.start)
        .is_some_and(|sentence| sentence.contains(&spare.tokens.start));
    let (told, other) = (place_in_list(held, reported), place_in_list(held, spare));
    same_sentence && told.zip(other).is_some_and(|(told, other)| told.0 == other.0 && told.1 && !other.1)
}

/// The small word after a value, and whether the claim has what that leads to: "900 jobs *in Leeds*".
fn place_in_list<'a>(held: &Held<'a>, value: &Mention) -> Option<(&'a str, bool)> {
    let text = held.document();
    let sentence = held.sentence_of(value.tokens.start)?;
    let limit = sentence.end.min(value.tokens.end + SAID_MORE_OF + 1);
    let small_word = (value.tokens.end..limit).find(|&i| grammar::is_preposition(text, i))?;
    Some((text.folded(small_word), held.is_aligned(led_to(text, small_word, &sentence)?)))
}

/// The small word that leads to the word at `at`: "in the long *jump*". Not "of", which parts no members.
fn leading(document: &Document, at: usize) -> Option<usize> {
    let back = (at.saturating_sub(LED)..at).rev();
    let mut back = back.take_while(|&i| !bounds(document, i) && !english::is_verb(document, i));
    back.find(|&i| grammar::is_preposition(document, i)).filter(|&i| document.folded(i) != "of")
}

/// The word or number before a small word, of which that says more.
fn said_more_of(held: &Held<'_>, lead: usize) -> Option<usize> {
    let text = held.document();
    let valued = |i: usize| held.mentions().iter().any(|mention| mention.tokens.contains(&i));
    let mut back = (lead.saturating_sub(SAID_MORE_OF)..lead).rev().take_while(|&i| !bounds(text, i));
    back.find(|&i| english::is_content_word(text, i) || valued(i))
}

/// The word or number that a small word leads to.
fn led_to(document: &Document, lead: usize, sentence: &Range<usize>) -> Option<usize> {
    (lead + 1..sentence.end.min(lead + 1 + LED)).find(|&i| grammar::says(document, i))
}

/// Whether the claim has the passage's word, or the value that it belongs to.
fn is_answered(held: &Held<'_>, pairs: &[Pair<'_>], at: usize) -> bool {
    let has = |mention: &Mention| {
        let counted = mention.counted.as_ref().is_some_and(|counted| counted.contains(&at));
        mention.tokens.contains(&at) || counted
    };
    if held.mentions().iter().any(|mention| has(mention)) {
        return pairs.iter().any(|pair| pair.agrees() && pair.partner.is_some_and(|(value, ..)| has(value)));
    }
    held.is_aligned(at)
}

/// Whether a clause ends or begins at the token.
fn bounds(document: &Document, at: usize) -> bool {
    let punctuation = document.tokens()[at].kind == TokenKind::Punctuation;
    punctuation && !matches!(document.folded(at), "-" | "/" | "'")
        || grammar::is_bound(document, at)
        || matches!(document.folded(at), "and" | "or" | "after" | "before")
}
