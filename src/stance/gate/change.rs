//! Which way something went, told by two figures: "was £5m, compared with £7m a year earlier", "went from 12 to 9".
//!
//! Many figures are compared that are not the earlier and the later of one thing: other places, parts, forecasts, rates, ranks. So
//! a change is only read where nothing stands beside the two figures but what the claim speaks of, and when each was.

use std::ops::Range;

use crate::english::{self, Direction};
use crate::matcher::{Answer, is_reporting};
use crate::stance::held::Held;
use crate::text::{Document, WordSet};
use crate::value::{Kind, Mention};

use super::direction::Told;
use super::rate;

/// From this weight on a word of the claim must be answered.
const SAYS: f64 = 0.15;

/// How many small words stand at most between "compared with" and its figure.
const LEAD: usize = 3;

/// How many tokens stand at most between the two figures.
const APART: usize = 14;

/// How far after the earlier figure it is said that it is the earlier one.
const EARLIER_REACH: usize = 14;

/// How far before "last year" its "the same month of" stands.
const SAME_REACH: usize = 4;

/// How far after "per" its words stand.
const PER_REACH: usize = 2;

/// Units of time by which two figures are compared.
static PERIODS: WordSet =
    WordSet::of(&["day", "month", "night", "period", "quarter", "season", "week", "year"]);

/// Content verbs that only lead to a figure.
static LEADING: WordSet = WordSet::of(&["made", "posted", "reached", "recorded", "saw", "stood"]);

/// Stems of verbs of which two figures say where they went.
static GOING: WordSet = WordSet::of(&["chang", "go", "gone", "move", "went"]);

/// Words for more and less that need not be of a figure: what improves may be less.
static OTHERWISE: WordSet = WordSet::of(&["add", "boost", "improv", "lift", "weaken"]);

/// Words in whose sentence no two figures are taken for a change: unreal, put right, a rank, or of a part of the time.
#[rustfmt::skip]
static DOUBTFUL: WordSet = WordSet::of(&[
    "all", "analysts", "average", "chart", "correction", "could", "entire", "error", "estimated",
    "expected", "forecast", "full", "if", "incorrectly", "league", "might", "mistakenly", "needed",
    "place", "planned", "position", "predicted", "projected", "rank", "ranked", "ranking", "target",
    "unless", "whole", "without", "would", "wrong", "wrongly",
]);

/// Two figures of one thing, one after the other in time.
struct Change<'a> {
    way: Direction,
    /// The later figure.
    now: &'a Mention,
    /// From one figure to the other.
    tokens: Range<usize>,
}

/// A word of the claim for which way something went, where the passage gives two figures of it instead.
pub(super) fn told<'a>(held: &Held<'a>) -> Option<Told<'a>> {
    let (token, way) = direction_word(held)?;
    let mut last = held.mentions().iter().copied().filter(|mention| is_figure(mention));
    let change = last.find_map(|last| compared(held, last).or_else(|| from_to(held, last)))?;
    let alike = change.way == way;
    Some(Told { claimed: None, partner: change.now, way, token, words: change.tokens, alike })
        .filter(|told| !alike || is_of_the_same(held, told))
}

/// The claim's word for which way something went, where it has one and no figure besides, and the passage has none.
fn direction_word(held: &Held<'_>) -> Option<(usize, Direction)> {
    if held.phrasing.mentions.iter().any(is_figure) {
        return None;
    }
    let claim = &held.phrasing.document;
    let open = held.phrasing.frame.iter().zip(&held.alignment.answers);
    let mut words = open.filter(|(_, answer)| **answer == Answer::Nothing).filter_map(|(word, _)| {
        let token = word.token?;
        let way = Direction::of(claim.folded(token))?;
        let plain = !OTHERWISE.contains(&english::stem(claim.folded(token)));
        plain.then_some((token, way))
    });
    let word = words.next()?;
    let goes = |i: usize| Direction::of(held.document().folded(i)).is_some();
    let negated = held.phrasing_cues.iter().any(|cue| cue.scope.contains(&word.0));
    (words.next().is_none() && !negated && !held.tokens.clone().any(goes)).then_some(word)
}

fn is_figure(mention: &Mention) -> bool {
    let counted =
        matches!(mention.value.kind, Kind::Count | Kind::Money(_) | Kind::Measure(_) | Kind::Proportion);
    counted && !mention.value.weak && mention.value.number().is_some()
}

/// "Was £5m, compared with £7m a year earlier".
fn compared<'a>(held: &Held<'a>, before: &Mention) -> Option<Change<'a>> {
    let text = held.document();
    let sentence = held.sentence_of(before.tokens.start)?;
    let link = link(text, &sentence, before)?;
    let now = held.mentions().iter().copied().rev().find(|now| {
        now.tokens.end <= link
            && link - now.tokens.end <= APART
            && now.tokens.start >= sentence.start
            && are_alike(text, now, before)
    })?;
    let after = now.tokens.end..link;
    let tail = before.tokens.end..(before.tokens.end + EARLIER_REACH).min(sentence.end);
    let tokens = now.tokens.start..before.tokens.end;
    (is_earlier(held, tail, &after) && follows_nothing_else(held, after))
        .then(|| change(held, now, before, &sentence, tokens))?
}

/// Where what leads to an earlier figure begins: "compared with", "against".
fn link(document: &Document, sentence: &Range<usize>, before: &Mention) -> Option<usize> {
    let start = before.tokens.start.saturating_sub(LEAD).max(sentence.start);
    let leads = |i: &usize| {
        !matches!(document.folded(*i), "a" | "about" | "around" | "just" | "only" | "some" | "the")
    };
    let at = (start..before.tokens.start).rev().find(leads)?;
    match document.folded(at) {
        "against" | "versus" | "vs" => Some(at),
        "with" | "to" => at.checked_sub(1).filter(|&i| english::stem(document.folded(i)) == "compar"),
        _ => None,
    }
}

/// Whether what follows a figure says that it was so a period before the other, which `now` follows, and nothing else.
fn is_earlier(held: &Held<'_>, tail: Range<usize>, now: &Range<usize>) -> bool {
    let text = held.document();
    let word = |i: usize| text.folded_or_empty(i);
    let mut told = false;
    for i in tail {
        let ends = !text.tokens()[i].is_word() || matches!(word(i), "and" | "but" | "while");
        if ends && !is_in_value(held, i) {
            break;
        }
        told |= match word(i) {
            // "A year earlier", "the year before".
            "ago" | "before" | "earlier" => {
                is_period(word(i - 1)) && matches!(word(i.saturating_sub(2)), "a" | "one" | "the")
            }
            "last" | "previous" | "prior" => is_period(word(i + 1)) && is_as_long(held, now, i),
            _ => false,
        };
        let small = english::is_function_word(word(i))
            || matches!(word(i), "earlier" | "same" | "previous" | "prior");
        if !(small || is_accounted_for(held, i)) {
            return false;
        }
    }
    told
}

/// Whether "last year" at `last` is as long as what `now` follows: "in the second quarter", "in *Q2 of* last year"; not "in the
/// quarter", "last year".
fn is_as_long(held: &Held<'_>, now: &Range<usize>, last: usize) -> bool {
    let text = held.document();
    let timed = |i: usize| is_period(text.folded(i)) || is_in_date(held, i);
    let mut before = last.saturating_sub(SAME_REACH)..last;
    let is_same = before.any(|i| text.folded(i) == "same" || timed(i));
    let of_its_own = now.clone().any(|i| text.folded(i) == text.folded(last + 1));
    is_same || of_its_own || !now.clone().any(timed)
}

/// "Went from 12 to 9"; not "went from 12 metres in the town to 9 at the bridge".
fn from_to<'a>(held: &Held<'a>, now: &'a Mention) -> Option<Change<'a>> {
    let text = held.document();
    let sentence = held.sentence_of(now.tokens.start)?;
    let led_by = |mention: &Mention, word: &str| {
        mention.tokens.start.checked_sub(1).filter(|&i| text.folded(i) == word)
    };
    let to = led_by(now, "to")?;
    let before = held.mentions().iter().copied().find(|before| before.tokens.end == to)?;
    let from = led_by(before, "from").filter(|&from| from > sentence.start)?;
    let goes = GOING.contains(&english::stem(text.folded(from - 1)));
    let clause = (now.tokens.end..sentence.end).take_while(|&i| text.tokens()[i].is_word());
    let plain =
        |i: usize| is_accounted_for(held, i) || matches!(text.folded(i), "in" | "last" | "over" | "the");
    let tokens = before.tokens.start..now.tokens.end;
    (goes && is_figure(before) && are_alike(text, now, before) && clause.into_iter().all(plain))
        .then(|| change(held, now, before, &sentence, tokens))?
}

/// Whether two figures are of the same kind, both or neither of them so much each.
fn are_alike(document: &Document, one: &Mention, other: &Mention) -> bool {
    let is_rate = |value: &Mention| rate::is_rate(document, value);
    is_figure(one) && one.value.compare(&other.value).is_some() && is_rate(one) == is_rate(other)
}

fn change<'a>(
    held: &Held<'a>,
    now: &'a Mention,
    before: &Mention,
    sentence: &Range<usize>,
    tokens: Range<usize>,
) -> Option<Change<'a>> {
    let doubtful = |i: usize| DOUBTFUL.contains(held.document().folded(i));
    let denied = now.tokens.start.checked_sub(1).is_some_and(|i| held.document().folded(i) == "not");
    if denied || sentence.clone().any(doubtful) || !is_all_of_it(held, sentence.start..tokens.start, now) {
        return None;
    }
    let (later, earlier) = (now.value.number()?, before.value.number()?);
    let way = match () {
        () if later > earlier => Direction::Up,
        () if later < earlier => Direction::Down,
        () => return None,
    };
    Some(Change { way, now, tokens })
}

/// Whether all that the clause says before its figures, and what the later one counts, is said in the claim: not "*export* sales",
/// "*the cost of* revenue", "tax *as a share of* revenue".
fn is_all_of_it(held: &Held<'_>, before: Range<usize>, now: &Mention) -> bool {
    let text = held.document();
    let ends = |i: &usize| matches!(text.folded(*i), ";" | ":" | "but" | "while" | "\"");
    let start = before.clone().rev().find(ends).map_or(before.start, |i| i + 1);
    let leads = |i: usize| {
        is_reporting(text.folded(i))
            || LEADING.contains(text.folded(i))
            || GOING.contains(&english::stem(text.folded(i)))
    };
    let counted = now.counted.clone().unwrap_or_default();
    let mut says =
        (start..before.end).chain(counted).filter(|&i| english::is_content_word(text, i)).peekable();
    says.peek().is_some() && says.all(|i| is_accounted_for(held, i) || leads(i))
}

/// Whether what stands after the later figure adds nothing to it but when it was and per what: not "12 per cent *of sales*".
fn follows_nothing_else(held: &Held<'_>, after: Range<usize>) -> bool {
    let text = held.document();
    let per = |i: usize| (i.saturating_sub(PER_REACH)..i).any(|i| text.folded(i) == "per");
    after.filter(|&i| english::is_content_word(text, i)).all(|i| is_accounted_for(held, i) || per(i))
}

/// Whether a word is the claim's, or within a value, or a unit of time.
fn is_accounted_for(held: &Held<'_>, at: usize) -> bool {
    held.is_aligned(at) || is_in_value(held, at) || is_period(held.document().folded(at))
}

fn is_in_value(held: &Held<'_>, at: usize) -> bool {
    held.mentions().iter().any(|mention| mention.tokens.contains(&at))
}

fn is_in_date(held: &Held<'_>, at: usize) -> bool {
    held.mentions().iter().any(|mention| mention.value.kind.is_dated() && mention.tokens.contains(&at))
}

/// Whether a word (folded) is a length of time.
pub(super) fn is_period(word: &str) -> bool {
    PERIODS.contains(word.trim_end_matches('s'))
}

/// Whether the figures are surely of what the claim speaks of: all else that it says is there, and nothing makes it doubtful.
pub(super) fn is_of_the_same(held: &Held<'_>, told: &Told<'_>) -> bool {
    let sentence = held.sentence_of(told.words.start).unwrap_or_default();
    let open = held.cues().iter().any(|cue| told.words.clone().any(|i| cue.scope.contains(&i)));
    let claim = &held.phrasing.document;
    let answered = held.phrasing.frame.iter().zip(&held.alignment.answers).all(|(word, answer)| {
        let beside = answer.token().is_some_and(|q| sentence.contains(&q));
        let counts =
            |token: usize| token != told.token && (word.weight >= SAYS || is_period(claim.folded(token)));
        beside || !word.token.is_some_and(counts)
    });
    answered && !open
}
