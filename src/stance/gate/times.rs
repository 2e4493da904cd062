//! Is a value that differs of another time than the claim's, or of a plan?

use std::ops::Range;

use crate::english;
use crate::stance::held::Held;
use crate::text::{Case, Document, TokenKind, WordSet};
use crate::value::{self, Detail, Kind, Mention, PartialDate, Relation, Value};

use super::change::is_period;
use super::pairing::{Pair, is_telling};
use super::scope::{ends_clause, in_claim, set_apart};
use super::{circumstance, doubt, hedge};

/// Words that put a value at another time or in a plan.
static OTHER_TIMES: WordSet = WordSet::of(&[
    "can",
    "could",
    "earlier",
    "expected",
    "forecast",
    "initial",
    "initially",
    "median",
    "original",
    "originally",
    "planned",
    "previous",
    "previously",
    "projected",
    "record",
    "reduced",
    "should",
    "subsequent",
    "subsequently",
    "target",
    "then",
    "until",
    "will",
    "would",
]);

/// Words by which a claim speaks of what is to come, or was to.
static PLANS: WordSet = WordSet::of(&[
    "anticipate",
    "anticipated",
    "anticipates",
    "could",
    "demanded",
    "estimate",
    "estimated",
    "estimates",
    "expect",
    "expected",
    "expects",
    "forecast",
    "forecasts",
    "guidance",
    "might",
    "planned",
    "plans",
    "predicted",
    "predicts",
    "projected",
    "scheduled",
    "should",
    "wanted",
    "wants",
    "will",
    "would",
]);

/// What else speaks for the passage's value being of another time or plan than the claim's, each in words.
pub(super) fn others(held: &Held<'_>, pair: &Pair<'_>, reported: &Mention) -> [(&'static str, bool); 3] {
    let claimed = pair.claimed;
    let dated = claimed.value.kind.is_dated();
    let placed = pair.in_place || pair.in_same_words;
    let another_time = is_dated_by_base(held, reported)
        || circumstance::had_been(held, claimed, reported)
        || is_counted_back(&held.phrasing.document, claimed) != is_counted_back(held.document(), reported)
        || !dated && is_told_of_its_own_time(held, reported)
        || circumstance::had_expected(held, reported)
        || !placed && is_beside_another_time(held, claimed, reported);
    [
        ("another time", another_time),
        (doubt::ANOTHER_STRETCH, !dated && is_of_another_stretch(held, claimed, reported)),
        ("only one of them planned", is_planned(held, claimed, reported)),
    ]
}

/// How many tokens after a value its own date begins at most: "4.3% *in May*".
const OWN_DATE: usize = 2;

/// Whether a value is directly told of another date than the claim's: "fell to 4.1% in June from *4.3% in May*".
pub(super) fn is_dated_otherwise(held: &Held<'_>, reported: &Mention) -> bool {
    let end = reported.tokens.end;
    let dated = |mention: &&Mention| mention.value.kind.is_dated() && !mention.value.weak;
    let own = held
        .mentions()
        .iter()
        .copied()
        .filter(dated)
        .find(|date| (end + 1..=end + OWN_DATE).contains(&date.tokens.start));
    let is_led = matches!(held.document().folded_or_empty(end), "at" | "for" | "in" | "on");
    !reported.value.kind.is_dated() && is_led && own.is_some_and(|date| is_another_date(held, date))
}

/// Whether the claim gives dates, none of which `date` may be.
pub(super) fn is_another_date(held: &Held<'_>, date: &Mention) -> bool {
    let dated = |mention: &&Mention| mention.value.kind.is_dated() && !mention.value.weak;
    let mut dates = held.phrasing.mentions.iter().filter(dated).peekable();
    dates.peek().is_some()
        && dates.all(|claimed| claimed.value.compare(&date.value) == Some(Relation::Conflicts))
}

/// Whether a value is told of another time or of a plan: "previously", "last year", "will", or a year that the claim does not give.
pub(super) fn is_of_another_time(held: &Held<'_>, reported: &Mention) -> bool {
    // "Croft, 28, will serve 24 years": he is that old now.
    if set_apart(held, reported).is_some_and(|whose| held.is_aligned(whose)) {
        return false;
    }
    let Some(sentence) = held.sentence_of(reported.tokens.start) else { return false };
    let text = held.document();
    let of_its_time = is_of_its_time(held, reported, &sentence) || is_rank_of_all(text, reported);
    let end = end_of_its_time(held, reported, sentence.end);
    let conditional = sentence.clone().any(|i| matches!(text.folded(i), "if" | "unless"));
    if is_at_an_hour(held, reported, end) {
        return true;
    }
    (sentence.start..end).any(|i| {
        let word = text.folded(i);
        // "A *record* 412 vehicles" is no other number than theirs.
        let sets_record = word == "record" && i + 1 == reported.tokens.start;
        let other_time = OTHER_TIMES.contains(word) && !sets_record
            || matches!(word, "last" | "next")
                && matches!(text.folded_or_empty(i + 1), "year" | "month" | "season" | "time")
            || !of_its_time
                && !reported.tokens.contains(&i)
                && (is_year(text, i) || is_spoken_year(held, i))
                && !is_of_a_participle(held, i, reported);
        // "To open 25 shops", as headlines have it.
        let announced = || word == "will" && hedge::announces(held);
        // "Anticipates 80", "we anticipate that it *will* be 90"; not "was *expected* to be 70", nor "will be 90 if".
        let foretold = || {
            let now = i.checked_sub(1).is_some_and(|be| matches!(text.folded(be), "are" | "is" | "now"));
            let to_come = word == "will" || matches!(word, "expected" | "forecast" | "projected") && now;
            to_come && circumstance::foretells(held) && !conditional
        };
        other_time && !in_claim(held, word) && !announced() && !foretold()
    })
}

/// Whether a value ranks among all who ever did something: "the *second* woman to lead a party".
fn is_rank_of_all(document: &Document, value: &Mention) -> bool {
    let last = document.tokens().len();
    let after = (value.tokens.end..last).find(|&i| !english::is_content_word(document, i));
    value.value.kind == Kind::Ordinal && after.is_some_and(|i| document.folded(i) == "to")
}

/// Whether the year at `year` only tells when something was done of which a phrase before the value's clause speaks by a participle:
/// "*Founded in 1890*, the club has 300 members", but not "In 1890, the club had 300 members".
fn is_of_a_participle(held: &Held<'_>, year: usize, value: &Mention) -> bool {
    let text = held.document();
    let start = held.sentence_of(year).map_or(year, |sentence| sentence.start);
    let comma = |i: &usize| text.folded(*i) == ",";
    let first = (start..year).rev().find(comma).map_or(start, |comma| comma + 1);
    let word = text.folded(first);
    let participle = word.ends_with("ing") && word != "during" || english::is_past_form(word);
    participle && !held.is_aligned(first) && (year..value.tokens.start).any(|i| comma(&i))
}

/// Whether a level is only that of an hour of the day, of which the claim says nothing: "was 51% *at noon*".
fn is_at_an_hour(held: &Held<'_>, reported: &Mention, end: usize) -> bool {
    let hour = |mention: &Mention| mention.value.kind == Kind::Time;
    let text = held.document();
    let start = held.sentence_of(reported.tokens.start).map_or(0, |sentence| sentence.start);
    value::is_level(text, reported, start)
        && !held.phrasing.mentions.iter().any(hour)
        && held
            .mentions()
            .iter()
            .any(|mention| hour(mention) && (reported.tokens.end..end).contains(&mention.tokens.start))
}

/// Where what may say at which time a value was so ends, in its sentence: before what else is told after it. "Delivered 412 cars
/// in May, *6% fewer than a year earlier*", "was the first film of Desmet, *who had previously made* none".
pub(super) fn end_of_its_time(held: &Held<'_>, reported: &Mention, end: usize) -> usize {
    let text = held.document();
    let after = reported.tokens.end;
    let mentions = held.mentions();
    let amount = |i: usize| {
        let first = mentions.partition_point(|mention| mention.tokens.start < i);
        let mut here = mentions[first..].iter().take_while(|mention| mention.tokens.start == i);
        here.any(|mention| !mention.value.kind.is_dated())
    };
    let mut start = None;
    for i in after..end {
        let base = matches!(text.folded(i), "against" | "from" | "than" | "versus") && amount(i + 1);
        let told = start.is_some() && (amount(i) || english::is_verb(text, i));
        if base || told {
            return start.unwrap_or(i);
        }
        if ends_clause(text, i) {
            // "Had 12 beds *when it opened in 1912*, until it closed."
            let bounds =
                |at: usize| matches!(text.folded_or_empty(at), "after" | "before" | "until" | "when");
            start = (!bounds(i) && !bounds(i + 1)).then_some(i);
        }
    }
    end
}

/// Whether the date that stands nearest to the value in its sentence is one of the claim's: "were $3.69 for *the third quarter
/// of 2021*, improved from $2.75 in 2020".
fn is_of_its_time(held: &Held<'_>, reported: &Mention, sentence: &Range<usize>) -> bool {
    let dates = held.mentions().iter().filter(|mention| {
        mention.value.kind == Kind::Date
            && sentence.contains(&mention.tokens.start)
            && mention.tokens != reported.tokens
    });
    let nearest = dates.min_by_key(|date| date.core.start.abs_diff(reported.core.start));
    let claimed = |date: &Value| {
        held.phrasing.dates.iter().any(|claimed| claimed.compare(date) == Some(Relation::Equal))
    };
    nearest.is_some_and(|date| claimed(&date.value))
}

/// What is told of one quarter may hold of another as well, unless the same figure is told of both.
pub(super) fn is_of_another_period(held: &Held<'_>, claimed: &Mention) -> bool {
    let is_period = matches!(claimed.value.detail, Detail::Date(PartialDate::PartOfYear { .. }));
    let same = |other: &Mention| {
        let telling = other.value.number().is_some_and(is_telling);
        telling
            && held
                .mentions()
                .iter()
                .any(|reported| other.value.compare(&reported.value) == Some(Relation::Equal))
    };
    is_period && !held.phrasing.mentions.iter().any(same)
}

/// "Twenty nineteen".
fn is_spoken_year(held: &Held<'_>, at: usize) -> bool {
    held.mentions().iter().any(|mention| {
        let year = matches!(mention.value.detail, Detail::Date(PartialDate::Year(_)));
        year && mention.core.start == at && held.document().tokens()[at].kind == TokenKind::Word
    })
}

/// Whether a year is told at `at` in digits, after a word that leads to one: "in 2015".
pub(super) fn is_year(document: &Document, at: usize) -> bool {
    let token = &document.tokens()[at];
    let word = document.folded(at);
    let stated = at.checked_sub(1).is_some_and(|before| {
        matches!(document.folded(before), "in" | "since" | "by" | "of" | "during" | "the")
            && document.tokens()[before].is_word()
    });
    token.kind == TokenKind::Number
        && word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && stated
}

/// Whether the claim tells of a plan or a forecast, and the clause of the passage's value does not: "*could* get 20 years", "got 8".
fn is_planned(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let plans = |document: &Document, i: usize| {
        let to_come = document.folded(i) == "to"
            && i.checked_sub(1)
                .is_some_and(|be| matches!(document.folded(be), "are" | "is" | "was" | "were"));
        let may = document.folded(i) == "may" && document.tokens()[i].case == Case::Lower;
        PLANS.contains(document.folded(i)) || may || to_come
    };
    let sentence = held.sentence_of(reported.tokens.start).unwrap_or_default();
    let end = end_of_its_time(held, reported, sentence.end);
    let own = (held.phrasing.tokens().start..claimed.tokens.start).rev();
    let foreseen = held.phrasing.foreseen
        || own
            .take_while(|&i| !matches!(claim.folded(i), "," | ";" | "and" | "but"))
            .any(|i| plans(claim, i));
    foreseen && !(sentence.start..end).any(|i| plans(text, i) || circumstance::is_expecting(text.folded(i)))
}

/// Words that lead to the time of something else: "has grown *since* 2015", "*after* it had opened in May".
fn leads_to_another_time(word: &str) -> bool {
    matches!(word, "after" | "before" | "since" | "until" | "when" | "while")
}

/// Whether the claim's time stands in the passage only where something else is told: "is 25 metres tall, and was planted *in 1930*",
/// for "was 18 metres tall in 1930".
fn is_told_of_its_own_time(held: &Held<'_>, reported: &Mention) -> bool {
    let text = held.document();
    let Some(sentence) = held.sentence_of(reported.tokens.start) else { return false };
    let is_time = |mention: &Mention| mention.value.kind.is_dated() && !mention.value.weak;
    let led = |mention: &Mention| {
        let before = mention.tokens.start.saturating_sub(1)..mention.tokens.start + 1;
        before.into_iter().any(|i| leads_to_another_time(text.folded(i)))
    };
    held.phrasing.mentions.iter().filter(|claimed| is_time(claimed)).any(|claimed| {
        let there = held.mentions().iter().filter(|mention| {
            let relation = claimed.value.compare(&mention.value);
            relation.is_some_and(|relation| relation != Relation::Conflicts)
                && sentence.contains(&mention.tokens.start)
                && mention.tokens != reported.tokens
        });
        let mut there = there.peekable();
        let apart = |mention: &Mention| {
            mention.tokens.start >= reported.tokens.end && is_parted(held, reported, mention.tokens.start)
        };
        there.peek().is_some() && there.all(|mention| apart(mention) || led(mention))
    })
}

/// Whether another clause begins between a value and `token`, which comes after it.
fn is_parted(held: &Held<'_>, value: &Mention, token: usize) -> bool {
    let text = held.document();
    let own = |i: usize| text.tokens()[i].is_word() && in_claim(held, text.folded(i));
    let between = value.tokens.end..token;
    let joins = || {
        let and = between.clone().find(|&i| text.folded(i) == "and");
        and.is_some_and(|and| (and + 1..token).any(|i| english::is_verb(text, i)))
    };
    let parts = |i: usize| (ends_clause(text, i) || leads_to_another_time(text.folded(i))) && !own(i);
    between.clone().any(parts) || joins()
}

/// Whether a value is told of a time that is counted from another: "was $12 million *a year earlier*".
fn is_counted_back(document: &Document, value: &Mention) -> bool {
    let word = |after: usize| document.folded_or_empty(value.tokens.end + after);
    word(0) == "ago"
        || matches!(word(0), "a" | "an" | "one" | "the")
            && is_period(word(1))
            && matches!(word(2), "ago" | "before" | "earlier" | "later")
}

/// How many tokens before a word stands what says that it tells when or where.
const LED_TO_TIME: usize = 2;

/// Whether what the claim says after its value, or before it apart from it, stands in the passage where something else is told: "is 55
/// dollars, but it was cheaper *in advance*".
fn is_beside_another_time(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let Some(sentence) = held.sentence_of(reported.tokens.start) else { return false };
    let end = end_of_its_time(held, reported, sentence.end);
    let claim = &held.phrasing.document;
    let after = claimed.counted.as_ref().map_or(claimed.tokens.end, |counted| counted.end);
    let says_when = |p: usize| {
        let near = |i: usize| p - i <= LED_TO_TIME;
        (after..p).any(|i| match claim.folded(i) {
            "at" | "by" | "during" | "in" | "last" | "on" => near(i),
            word => leads_to_another_time(word),
        })
    };
    let parted = |p: usize| (after..p).any(|i| matches!(claim.folded(i), "," | ";" | "and" | "but"));
    let named = |p: usize| held.phrasing.names.iter().any(|name| name.tokens.contains(&p));
    held.alignment.pairs(held.phrasing).filter(|&(p, _)| !named(p)).any(|(p, q)| {
        let apart = || q >= end || q > reported.tokens.end && is_parted(held, reported, q);
        p >= after && sentence.contains(&q) && says_when(p) && !parted(p) && apart()
    })
}

/// Whether the claim tells its value of one stretch of time and the passage its own of another: "in the *quarter*", "in the full
/// *year*".
fn is_of_another_stretch(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let Some(sentence) = held.sentence_of(reported.tokens.start) else { return false };
    let end = end_of_its_time(held, reported, sentence.end);
    let ours = periods(claim, held.phrasing.tokens(), claimed);
    if ours.is_empty() {
        return false;
    }
    let theirs = periods(text, sentence.start..end, reported);
    !theirs.is_empty() && !ours.iter().any(|period| theirs.contains(period))
}

/// The lengths of time that are named in `tokens`, but for those of a value. More than one "day" is another than one.
fn periods<'a>(document: &'a Document, tokens: Range<usize>, value: &Mention) -> Vec<&'a str> {
    let words = tokens.filter(|i| !value.tokens.contains(i)).map(|i| document.folded(i));
    words.filter(|word| is_period(word)).collect()
}

/// Whether the claim's date is only that of what the passage's value is measured by: "now expects 310, 20 more than *in February*".
fn is_dated_by_base(held: &Held<'_>, reported: &Mention) -> bool {
    let text = held.document();
    let Some(sentence) = held.sentence_of(reported.tokens.start) else { return false };
    let base = (reported.tokens.end..sentence.end).find(|&i| text.folded(i) == "than");
    let Some(base) = base else { return false };
    let dates = held.mentions().iter().filter(|mention| mention.value.kind.is_dated());
    let mut dates = dates.filter(|mention| sentence.contains(&mention.tokens.start));
    let claimed = |mention: &Mention| {
        let own = held.phrasing.mentions.iter().filter(|claimed| claimed.value.kind.is_dated());
        own.clone().any(|claimed| claimed.value.compare(&mention.value) == Some(Relation::Equal))
    };
    let is_base = |mention: &Mention| mention.tokens.start > base;
    dates.clone().any(|mention| claimed(mention) && is_base(mention))
        && !dates.any(|mention| claimed(mention) && !is_base(mention))
}
