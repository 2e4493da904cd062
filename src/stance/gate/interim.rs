//! Does the passage tell its value of a moment or a stretch within what the claim tells of: so far ("*had been* arrested by noon"), in one
//! month of the year, in a week of what "has killed 310", or once, of what is so now?

use std::ops::Range;

use crate::english::{self, Direction};
use crate::stance::held::Held;
use crate::text::{Case, WordSet};
use crate::value::name::is_calendar;
use crate::value::{Comparator, Detail, Kind, Mention, PartialDate, Relation};

use super::change::is_period;
use super::grammar::{self, Voice};
use super::{doubt, scope};

/// Words that put what was so at a time that is over.
static ONCE: WordSet = WordSet::of(&["ago", "before", "during", "once", "until", "when"]);

/// Stems of verbs of what many do one after another: "signed the treaty".
static JOINING: WordSet =
    WordSet::of(&["accept", "adopt", "approv", "introduc", "join", "legalis", "ratifi", "recognis", "sign"]);

/// What speaks for the passage's value being told of another moment, each in words.
pub(super) fn others(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> [(&'static str, bool); 4] {
    let numbers = claimed.value.number().zip(reported.value.number());
    let counts = claimed.value.kind == Kind::Count && claimed.value.comparator == Comparator::Exactly;
    let less = counts && numbers.is_some_and(|(ours, theirs)| theirs < ours);
    let sentence = held.sentence_of(reported.tokens.start).unwrap_or_default();
    [
        (
            "so far",
            less && (is_so_far(held, &sentence) || is_within_all(held, &sentence))
                || !reported.value.kind.is_dated() && is_at_first(held, reported, &sentence),
        ),
        (doubt::PART_OF_THE_TIME, is_of_part_of_the_time(held, reported, &sentence)),
        ("once", is_once(held) || is_done_first(held)),
        ("by one of many", claimed.value.kind == Kind::Date && is_by_one_of_many(held)),
    ]
}

/// The verbs that claim and passage share.
fn shared_verbs<'a>(held: &'a Held<'_>) -> impl Iterator<Item = (usize, usize)> + 'a {
    let claim = &held.phrasing.document;
    let text = held.document();
    // "Commands" may be a noun; "commanded" is none.
    let verb = |p: usize, q: usize| english::is_verb(claim, p) || english::is_past_form(text.folded(q));
    let says = |p: usize| english::is_content_word(claim, p);
    held.alignment.pairs(held.phrasing).filter(move |&(p, q)| says(p) && verb(p, q))
}

/// "Nine *had been arrested* by noon", where the claim says how many were.
fn is_so_far(held: &Held<'_>, sentence: &Range<usize>) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let had = |q: usize| {
        let been = usize::from(q > 0 && text.folded(q - 1) == "been");
        q.checked_sub(1 + been).is_some_and(|i| sentence.contains(&i) && text.folded(i) == "had")
    };
    let own = held.phrasing.tokens().any(|i| claim.folded(i) == "had");
    !own && shared_verbs(held).any(|(_, q)| had(q))
}

/// Whether only the passage says that it was the first time: "was *first* sold for".
fn is_done_first(held: &Held<'_>) -> bool {
    let text = held.document();
    let first = |q: usize| q.checked_sub(1).is_some_and(|i| text.folded(i) == "first");
    !scope::in_claim(held, "first") && shared_verbs(held).any(|(_, q)| first(q))
}

/// Whether more is to come of what the passage tells: "killed ten *before* moving on", "sold a million *in the first weekend*", "by *early*
/// reports".
fn is_at_first(held: &Held<'_>, reported: &Mention, sentence: &Range<usize>) -> bool {
    let text = held.document();
    let after = reported.counted.as_ref().map_or(reported.tokens.end, |counted| counted.end);
    let word = |i: usize| text.folded_or_empty(i);
    let dated = !held.phrasing.dates.is_empty();
    let moves = |i: usize| {
        Direction::of(word(i)).is_some()
            || matches!(word(i), "buying" | "doubled" | "heading" | "moving" | "spreading" | "tripled")
    };
    let goes_on = |i: usize| word(i) == "before" && (i + 1..i + 4).any(moves);
    let first = |i: usize| match word(i) {
        // "For the *first time* since March"; "in the *first quarter*", of a claim that is dated itself.
        "first" => {
            word(i + 1) != "time"
                && !(matches!(word(i + 1), "half" | "quarter") && dated)
                && matches!(word(i - 1), "a" | "her" | "his" | "in" | "its" | "the" | "their" | "to")
        }
        "early" | "initial" | "preliminary" => {
            matches!(word(i + 1), "count" | "counts" | "figures" | "reports")
        }
        _ => false,
    };
    (after.max(sentence.start + 1)..sentence.end)
        .any(|i| (goes_on(i) || first(i) && !held.is_aligned(i)) && !scope::in_claim(held, word(i)))
}

/// Whether the claim tells what has been so all the time, and the passage of some time: "*has killed* 310", "killed 28 people *last
/// week*".
fn is_within_all(held: &Held<'_>, sentence: &Range<usize>) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let perfect = |p: usize| p.checked_sub(1).is_some_and(|i| matches!(claim.folded(i), "has" | "have"));
    let has = |q: usize| q.checked_sub(1).is_some_and(|i| matches!(text.folded(i), "has" | "have"));
    let timed = || {
        let dated =
            |mention: &&&Mention| sentence.contains(&mention.tokens.start) && mention.value.kind.is_dated();
        let period = |i: usize| is_period(text.folded(i)) || is_calendar(text.folded(i));
        held.mentions().iter().filter(dated).count() > 0 || sentence.clone().any(period)
    };
    shared_verbs(held).any(|(p, q)| perfect(p) && !has(q)) && timed()
}

/// Whether the sentence of the value dates it within the time of which the claim tells: "in the third quarter of 2021", for "in 2021".
fn is_of_part_of_the_time(held: &Held<'_>, reported: &Mention, sentence: &Range<usize>) -> bool {
    if reported.value.kind.is_dated() {
        return false;
    }
    let dated = |mention: &&Mention| mention.value.kind == Kind::Date && !mention.value.weak;
    let mut ours = held.phrasing.mentions.iter().filter(dated);
    let theirs =
        || held.mentions().iter().copied().filter(dated).filter(|date| sentence.contains(&date.tokens.start));
    let narrower = |our: &Mention| {
        let wide = our.value.core.high - our.value.core.low;
        theirs().any(|their| {
            our.value.compare(&their.value) == Some(Relation::Within)
                && their.value.core.high - their.value.core.low < wide
        })
    };
    ours.any(narrower) || is_of_part_of_the_year(held, sentence)
}

/// How many tokens before a month the "year" stands at most that ends with it: "the *year* to the end of March".
const YEAR_REACH: usize = 5;

/// Whether the claim tells of a year, and the passage's sentence of a part of one: "in the *final quarter*", "in *December*", but not "in the
/// year to December".
fn is_of_part_of_the_year(held: &Held<'_>, sentence: &Range<usize>) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let is_year = |mention: &Mention| {
        mention.value.kind == Kind::Date && matches!(mention.value.detail, Detail::Date(PartialDate::Year(_)))
    };
    let of_year = held.phrasing.mentions.iter().any(is_year)
        || held.phrasing.tokens().any(|i| claim.folded(i) == "year");
    let in_year = |i: usize| {
        (i.saturating_sub(YEAR_REACH).max(sentence.start)..i).any(|before| text.folded(before) == "year")
    };
    let part = |i: usize| {
        let word = text.folded(i);
        let part = matches!(word, "half" | "month" | "months" | "quarter" | "week")
            || is_calendar(word) && !word.ends_with("day") && text.tokens()[i].case != Case::Lower;
        part && !scope::in_claim(held, word) && !in_year(i)
    };
    of_year && sentence.clone().any(part)
}

/// Whether the claim tells how it is, and the passage how it was at a time that is over: "employs", "*employed* 52,000 *before* the
/// crisis"; "*previously* married".
pub(super) fn is_once(held: &Held<'_>) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let new = |i: usize| !scope::in_claim(held, text.folded(i));
    let formerly =
        |i: usize| matches!(text.folded(i), "formerly" | "previously") && new(i) && held.is_aligned(i + 1);
    let over = |p: usize, q: usize| {
        let now = claim.folded(p).ends_with('s') && !english::is_past_form(claim.folded(p));
        let mut sentence = held.sentence_of(q).unwrap_or_default();
        now && english::is_past_form(text.folded(q))
            && sentence.any(|i| ONCE.contains(text.folded(i)) && new(i))
    };
    held.tokens.clone().any(formerly) || shared_verbs(held).any(|(p, q)| over(p, q))
}

/// Whether the passage dates what one did of whom the claim says nothing: "the treaty *was signed* in 1998", "*Zerovia signed* it in
/// 2004".
fn is_by_one_of_many(held: &Held<'_>) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let Some((p, q)) = shared_verbs(held).next() else { return false };
    let by_one = held
        .names()
        .iter()
        .any(|name| name.tokens.end == q && !name.core.clone().any(|i| held.is_aligned(i)));
    JOINING.contains(&english::stem(claim.folded(p)))
        && grammar::voice(claim, p) == Voice::Passive
        && grammar::voice(text, q) != Voice::Passive
        && by_one
}
