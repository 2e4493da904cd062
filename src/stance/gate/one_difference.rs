//! Where a sentence of the passage is the claim's but for one thing: "The firm will open *12* shops", "The firm, founded in 1990, said on
//! Monday it will open *20* shops, after a good year".
//!
//! When in the news it was, who says so, and what is said besides of whom or what it is about, change nothing in that. What else
//! stands there may: then this gate finds nothing, and the others tell.

use std::ops::Range;

use crate::english;
use crate::matcher::is_reporting;
use crate::stance::comparison::{Comparison, tokens};
use crate::stance::held::Held;
use crate::text::{Document, WordSet};
use crate::value::{Kind, Mention, Relation};

use super::pairing::Pair;
use super::{Effect, Found, Gate, basis, conflict, direction, grammar, opposite, scope, subject, when_said};

/// Words that may stand beside a day of the news: "*late on* Monday *night*", "*earlier* today".
static BESIDE_DAYS: WordSet = WordSet::of(&[
    "afternoon",
    "earlier",
    "early",
    "evening",
    "last",
    "late",
    "morning",
    "night",
    "on",
    "this",
]);

/// Words after which a sentence only tells how it came or what followed: "fell, *as* demand slowed".
static CIRCUMSTANCES: WordSet =
    WordSet::of(&["according", "after", "amid", "as", "because", "despite", "following", "when", "while"]);

/// Words that go on, after a comma, with what takes something back or adds to it: "killed 12, *including* two".
static GOING_ON: WordSet = WordSet::of(&[
    "although",
    "and",
    "but",
    "except",
    "excluding",
    "if",
    "instead",
    "like",
    "nor",
    "not",
    "only",
    "or",
    "plus",
    "rather",
    "though",
    "unless",
    "unlike",
    "until",
    "whereas",
    "yet",
]);

/// How many tokens before a level its "to" stands at most: "*to* $6".
const LEVEL: usize = 2;

/// Whether a word (folded) is for a day of the news.
fn is_day(word: &str) -> bool {
    when_said::OF_THE_NEWS.contains(word) && !BESIDE_DAYS.contains(word) && word != "week"
}

/// What stands in the claim where the passage has something else.
struct Exchange {
    claimed: Range<usize>,
    reported: Range<usize>,
}

/// Asks.
pub(super) fn ask(held: &Held<'_>, pairs: &[Pair<'_>]) -> Option<Found> {
    let comparison = held.comparison.as_ref()?;
    let sentence = held.sentence_of(comparison.same().first()?.1)?;
    let exchanges = exchanges(held, comparison, &sentence)?;
    if is_open(held, comparison, &sentence) || subject::is_some_of_a_kind(held) {
        return None;
    }
    let words = match exchanges.as_slice() {
        [one] => of_ways(held, one, direction::are_opposed).or_else(|| of_values(held, pairs, one))?,
        // "Rose to 6%", "fell to 5%"; not "cut 200 jobs", "added 300".
        [way, level] if is_level(held, level) => {
            format!("{}; {}", of_ways(held, way, opposite::are_opposite)?, of_values(held, pairs, level)?)
        }
        _ => return None,
    };
    Some(Found::new(Gate::OneDifference, Effect::Turn, 0.2, words))
}

/// What differs, where nothing else does.
fn exchanges(held: &Held<'_>, comparison: &Comparison, sentence: &Range<usize>) -> Option<Vec<Exchange>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let same = comparison.same();
    let (&(first, first_q), &(last, last_q)) = (same.first()?, same.last()?);
    let is_article = |i: usize| matches!(claim.folded(i), "a" | "an" | "the");
    let within = held.phrasing.tokens();
    if !tokens(claim, within.start..first).into_iter().all(is_article)
        || !leads_in(text, &(sentence.start..first_q))
    {
        return None;
    }
    let mut found = Vec::new();
    for pair in same.windows(2) {
        let ((p, q), (next_p, next_q)) = (pair[0], pair[1]);
        let (claimed, reported) = (tokens(claim, p + 1..next_p), q + 1..next_q);
        match (claimed.first(), claimed.last()) {
            (Some(&start), Some(&end)) => {
                found.push(Exchange { claimed: start..end + 1, reported: without_days(text, reported) });
            }
            _ if is_beside(text, &reported) => {}
            _ => return None,
        }
    }
    let after = tokens(claim, last + 1..within.end);
    let mut end = last_q + 1;
    if let (Some(&start), Some(&last)) = (after.first(), after.last()) {
        let valued = |i: usize| held.mentions().iter().any(|mention| mention.tokens.contains(&i));
        let ends = |i: &usize| {
            !valued(*i) && !text.tokens()[*i].is_word()
                || CIRCUMSTANCES.contains(text.folded(*i))
                || end_of_days(text, *i).is_some()
        };
        let from = end_of_days(text, end).unwrap_or(end);
        end = (from..sentence.end).find(ends).unwrap_or(sentence.end);
        found.push(Exchange { claimed: start..last + 1, reported: from..end });
    }
    let full = found.iter().all(|one| !one.reported.is_empty());
    (full && ends_there(text, end, sentence.end)).then_some(found)
}

/// The end of the words at `at` for a day of the news, where they are some: "*on Monday night*".
fn end_of_days(text: &Document, at: usize) -> Option<usize> {
    let beside = |i: usize| BESIDE_DAYS.contains(text.folded_or_empty(i));
    let day = (at..text.tokens().len()).find(|&i| !beside(i))?;
    if is_day(text.folded(day)) {
        return (day + 1..=text.tokens().len()).find(|&i| !beside(i));
    }
    // "Last night", "this morning".
    let led = day == at + 2 && matches!(text.folded(at), "last" | "this") && text.folded(at + 1) != "on";
    led.then_some(day)
}

/// What is left of `range` without the days at its ends.
fn without_days(text: &Document, range: Range<usize>) -> Range<usize> {
    let start = end_of_days(text, range.start).unwrap_or(range.start).min(range.end);
    let end = (start..range.end).find(|&i| end_of_days(text, i) == Some(range.end)).unwrap_or(range.end);
    start..end
}

/// Whether what stands before the first word of the claim only says who says so or when: "*The ministry said on Monday that* exports
/// fell".
fn leads_in(text: &Document, before: &Range<usize>) -> bool {
    let words = tokens(text, before.clone());
    let small = |&i: &usize| !grammar::says(text, i) || is_day(text.folded(i));
    let reports = |&i: &usize| is_reporting(text.folded(i)) && english::is_verb(text, i);
    let ends_so = |i: &usize| text.folded(*i) == "that" || reports(i) || is_day(text.folded(*i));
    let denies = |&i: &usize| matches!(text.folded(i), "if" | "no" | "not" | "whether" | "without");
    !words.iter().any(denies)
        && (words.iter().all(small) || words.iter().any(reports) && words.last().is_some_and(ends_so))
}

/// Whether what stands between two words of the claim leaves what they say as it is.
fn is_beside(text: &Document, between: &Range<usize>) -> bool {
    let left = without_days(text, between.clone());
    let Some(&first) = tokens(text, left.clone()).first() else { return true };
    let is_comma = |i: usize| text.folded_or_empty(i) == ",";
    if is_comma(left.start) && is_comma(left.end - 1) && left.len() > 2 {
        let cut = left.clone().skip(1).take(left.len() - 2).any(|i| matches!(text.folded(i), ";" | ":"));
        return !cut && !GOING_ON.contains(text.folded(first)) && !grammar::is_preposition(text, first);
    }
    let words = tokens(text, left);
    let has = |i: &usize| matches!(text.folded(*i), "had" | "has" | "have");
    let last = words.iter().rev().find(|i| !has(i));
    // "The firm *said on Monday that it had* bought".
    let says_so = is_reporting(text.folded(first))
        && last.is_some_and(|&i| matches!(text.folded(i), "he" | "it" | "she" | "that" | "they"))
        && words.iter().all(|&i| i == first || !grammar::says(text, i) || is_day(text.folded(i)));
    says_so || words.iter().all(has)
}

/// Whether the sentence ends at `at`, or goes on with what takes nothing back.
fn ends_there(text: &Document, at: usize, end: usize) -> bool {
    let at = end_of_days(text, at).unwrap_or(at);
    if at >= end {
        return true;
    }
    let going_on =
        |i: usize| GOING_ON.contains(text.folded_or_empty(i)) || text.folded_or_empty(i) == "including";
    // "Rose 5%, *at* constant prices", not "rose 5%, *after* a good year".
    let places =
        |i: usize| i < end && grammar::is_preposition(text, i) && !CIRCUMSTANCES.contains(text.folded(i));
    match text.folded(at) {
        "." | "!" => true,
        "," | ";" | "–" | "(" => !going_on(at + 1) && !places(at + 1),
        word => CIRCUMSTANCES.contains(word),
    }
}

/// Whether what the passage says is denied, hedged or wanted there by words that are none of the claim's.
fn is_open(held: &Held<'_>, comparison: &Comparison, sentence: &Range<usize>) -> bool {
    let text = held.document();
    held.cues().iter().any(|cue| {
        let inside = sentence.contains(&cue.tokens.start);
        let own = cue.tokens.clone().all(|i| comparison.has_same(i));
        let same = || {
            comparison
                .same()
                .iter()
                .any(|&(_, q)| cue.scope.contains(&q) && english::is_content_word(text, q))
        };
        inside && !own && same()
    })
}

/// Whether two values stand in each other's place that cannot both hold.
fn of_values(held: &Held<'_>, pairs: &[Pair<'_>], exchange: &Exchange) -> Option<String> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let inside = |mention: &Mention, range: &Range<usize>, document: &Document| {
        tokens(document, range.clone()).into_iter().all(|i| mention.tokens.contains(&i))
    };
    let pair = pairs.iter().find(|pair| inside(pair.claimed, &exchange.claimed, claim))?;
    let (partner, relation, _) = pair.partner?;
    let there_as_well = || {
        let sentences = text.sentences();
        let at = sentences.partition_point(|sentence| sentence.tokens.end <= partner.tokens.start);
        let near = at.saturating_sub(1)..sentences.len().min(at + 2);
        let equal = |mention: &Mention| pair.claimed.value.compare(&mention.value) == Some(Relation::Equal);
        held.reading.mentions(near).any(equal)
    };
    // "Cut 300 jobs, *on top of 600* already cut", "gave 2 million, *the first of* three gifts".
    let sentence = held.sentence_of(partner.tokens.start)?;
    let more = held.mentions().iter().any(|other| {
        let same = other.value.kind == partner.value.kind && !other.value.weak;
        same && other.tokens != partner.tokens && sentence.contains(&other.tokens.start)
    });
    let rest =
        |i: usize| matches!(text.folded(i), "alone" | "far" | "first" | "others" | "remaining" | "rest");
    if more || sentence.into_iter().any(|i| rest(i) && !scope::in_claim(held, text.folded(i))) {
        return None;
    }
    let or = |document: &Document, range: Range<usize>| range.into_iter().any(|i| document.folded(i) == "or");
    let sure = relation == Relation::Conflicts
        && !pair.claimed.value.kind.is_dated()
        && pair.claimed.value.kind != Kind::Ordinal
        && !conflict::names_another(held, pair.claimed, partner)
        && !or(claim, held.phrasing.tokens())
        && inside(partner, &exchange.reported, text)
        && pairs.iter().all(|other| other.claimed.tokens == pair.claimed.tokens || other.agrees())
        && !there_as_well()
        && !basis::differs(held, partner.tokens.start)
        && !conflict::may_be_more(held, pair.claimed, partner);
    sure.then(|| conflict::words(held, pair.claimed, partner))
}

/// Whether both sides give the level to which something went: "rose *to* 6%".
fn is_level(held: &Held<'_>, exchange: &Exchange) -> bool {
    let to =
        |document: &Document, at: usize| (at.saturating_sub(LEVEL)..at).any(|i| document.folded(i) == "to");
    to(&held.phrasing.document, exchange.claimed.start) && to(held.document(), exchange.reported.start)
}

/// Whether a verb stands in the place of one that is `opposed` to it, and the text does not go on with that.
fn of_ways(held: &Held<'_>, exchange: &Exchange, opposed: fn(&str, &str) -> bool) -> Option<String> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let one = |range: &Range<usize>| Some(range.start).filter(|_| range.len() == 1);
    let (ours, theirs) = (one(&exchange.claimed)?, one(&exchange.reported)?);
    let word = held.phrasing.frame.iter().find(|word| word.token == Some(ours))?;
    let sure = opposed(claim.folded(ours), text.folded(theirs))
        && english::is_verb(claim, ours)
        && english::is_verb(text, theirs)
        && !opposite::is_told_later(held, word.word, theirs)
        && opposite::is_definite(held, ours, theirs);
    sure.then(|| {
        format!(
            "“{}”, where the claim says “{}”",
            text.words(theirs..theirs + 1),
            claim.words(ours..ours + 1)
        )
    })
}
