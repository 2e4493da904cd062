//! Is a value told of what the claim tells it of, or of another of the kind that is told of beside: of a store *in Penhill*, for one in
//! Lowick; of a *similar* bridge; *last year*; or only as what another is compared with, "down *from* 20,000"?

use std::ops::Range;

use crate::english;
use crate::matcher::Likeness;
use crate::stance::held::Held;
use crate::text::{Case, Document, WordSet};
use crate::value::name::{Name, is_calendar};
use crate::value::{Detail, Kind, Mention, PartialDate};

use super::spare::is_compared_with;
use super::{grammar, scope, times};

/// Words that tell one of a kind from another that was told of.
static OTHERS: WordSet = WordSet::of(&["nearby", "neighboring", "neighbouring", "similar"]);

/// How many words stand at most between a preposition and the name it leads to: "in *the nearby* Halsey mill".
const LED: usize = 2;

/// Why the passage's value, in its own sentence, is told of something else than the claim's.
pub(super) fn told_of_another(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> Option<String> {
    let sentence = held.sentence_of(reported.tokens.start)?;
    let words = |range: Range<usize>| held.words(&range);
    if let Some(base) = is_base(held, claimed, reported, &sentence) {
        return Some(format!("only what it is compared with, “{}”", words(base)));
    }
    if let Some(other) = another_of_the_kind(held, &sentence) {
        return Some(format!("of “{}”", words(other)));
    }
    if let Some(other) = dated_otherwise(held, reported, &sentence) {
        return Some(format!("told of “{}”", words(other)));
    }
    if let Some(other) = another_place(held, &sentence) {
        return Some(format!("told of “{}”", words(other)));
    }
    if let Some(other) = another_name(held, &sentence) {
        return Some(format!("told of “{}”", words(other)));
    }
    let then = then(held, reported, &sentence)?;
    let open = says_less(held, &sentence) && !is_dated(held);
    open.then(|| format!("told of “{}”", words(then)))
}

/// From this weight on a noun says what the claim is of.
const SAYS: f64 = 0.1;

/// Whether the claim has a name or a noun that is not answered in `sentence`.
fn says_less(held: &Held<'_>, sentence: &Range<usize>) -> bool {
    let claim = &held.phrasing.document;
    held.phrasing.names.iter().any(|name| is_missing(held, name, sentence))
        || held.phrasing.frame.iter().any(|word| {
            word.weight >= SAYS
                && word.token.is_some_and(|p| !english::is_verb(claim, p))
                && held.reading.marked.answers_among(word.word, sentence).is_empty()
        })
}

/// Whether the passage has something in the sentence of `reported` where the claim has something else, that is not there: "employs 2,600 people *in four
/// countries*", for "people in Tolbury"; "the price *of flour*".
pub(super) fn another_complement(held: &Held<'_>, reported: &Mention) -> bool {
    let claim = &held.phrasing.document;
    let Some(sentence) = held.sentence_of(reported.tokens.start) else { return false };
    let tokens = held.phrasing.tokens();
    let valued = |p: usize| held.phrasing.mentions.iter().any(|mention| mention.tokens.contains(&p));
    tokens.clone().skip(1).filter(|&lead| LEADS.contains(claim.folded(lead))).any(|lead| {
        let ours = led_by(claim, lead, tokens.end).filter(|&ours| !valued(ours));
        grammar::says(claim, lead - 1)
            && ours.is_some_and(|ours| is_left_behind(held, ours, &sentence))
            && leads_to_another(held, lead, &sentence)
    })
}

/// Whether the claim's small word at `lead` stands in `sentence` behind the same word, and leads to something else there.
fn leads_to_another(held: &Held<'_>, lead: usize, sentence: &Range<usize>) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let is_value = |q: usize| {
        held.mentions().iter().any(|mention| mention.tokens.contains(&q) && mention.counted.is_none())
    };
    sentence.clone().skip(1).filter(|&q| text.folded(q) == claim.folded(lead)).any(|q| {
        english::stem(claim.folded(lead - 1)) == english::stem(text.folded(q - 1))
            && led_by(text, q, sentence.end).is_some_and(|theirs| !is_value(theirs) && !answers(held, theirs))
    })
}

/// The word that a small word leads to: "in *the old* Tolbury".
fn led_by(document: &Document, lead: usize, end: usize) -> Option<usize> {
    (lead + 1..end).take(LED + 1).find(|&i| grammar::says(document, i))
}

/// Days from which on a time is a stretch of it: more than any month has.
const STRETCH: f64 = 32.0;

/// Whether the passage tells its smaller value of a stretch of time, and the claim of none: who raised 5 million in all may have raised 1.8
/// million "from July to September".
pub(super) fn is_of_a_stretch(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let less =
        claimed.value.number().zip(reported.value.number()).is_some_and(|(ours, theirs)| theirs < ours);
    if !less || is_dated(held) || !held.phrasing.dates.is_empty() {
        return false;
    }
    let Some(sentence) = held.sentence_of(reported.tokens.start) else { return false };
    let stretches = |mention: &Mention| match (mention.value.kind, mention.value.detail) {
        (Kind::Date, Detail::Date(PartialDate::PartOfYear { .. })) => true,
        (Kind::Date, Detail::Date(PartialDate::Year(_))) => false,
        (Kind::Date, _) => mention.value.core.high - mention.value.core.low >= STRETCH,
        _ => false,
    };
    // "Opened 6 stores in the quarter", "in April alone".
    let text = held.document();
    let counts = reported.value.kind == Kind::Count;
    let named = |i: usize| {
        let word = text.folded(i);
        let back = |steps: usize| i.checked_sub(steps).map_or("", |i| text.folded(i));
        let led = matches!(back(2), "during" | "in") && matches!(back(1), "the" | "this");
        let period = counts && led && matches!(word, "month" | "quarter" | "week");
        (period || word == "alone") && !held.phrasing.has_said(word)
    };
    sentence.clone().any(named)
        || held
            .mentions()
            .iter()
            .any(|mention| sentence.contains(&mention.tokens.start) && stretches(mention))
}

/// Small words that lead from what is told to where, or of what.
static LEADS: WordSet = WordSet::of(&["at", "for", "from", "in", "near", "of", "on"]);

/// Whether the claim's word at `token` is answered somewhere in the text, and not in `sentence`.
fn is_left_behind(held: &Held<'_>, token: usize, sentence: &Range<usize>) -> bool {
    let marked = &held.reading.marked;
    let mut words = held.phrasing.frame.iter().filter(|word| word.token == Some(token));
    words.any(|word| {
        let here = marked.answers_among(word.word, sentence);
        marked.is_answered(word.word) && here.iter().all(|hit| hit.likeness <= Likeness::Opposed)
    })
}

/// The date in `sentence` that is told of the value, where the claim gives another.
fn dated_otherwise(held: &Held<'_>, reported: &Mention, sentence: &Range<usize>) -> Option<Range<usize>> {
    let dated = |mention: &&Mention| mention.value.kind == Kind::Date && !mention.value.weak;
    if reported.value.kind.is_dated() {
        return None;
    }
    let mut theirs =
        held.mentions().iter().copied().filter(dated).filter(|date| sentence.contains(&date.tokens.start));
    let first = theirs.next()?;
    let others = |date: &Mention| times::is_another_date(held, date);
    (others(first) && theirs.all(others)).then(|| first.tokens.clone())
}

/// Whether a name that the claim has is not answered in `sentence`.
fn is_missing(held: &Held<'_>, name: &Name, sentence: &Range<usize>) -> bool {
    !is_calendar(held.phrasing.document.folded(name.core.start))
        && !held.alignment.pairs(held.phrasing).any(|(p, q)| name.core.contains(&p) && sentence.contains(&q))
}

/// Whether the claim's name says where or of what: "*in* Penhill", "the Dorven *mill*".
fn is_placed(held: &Held<'_>, name: &Name) -> bool {
    let claim = &held.phrasing.document;
    let before = name.tokens.start.checked_sub(1);
    let led = |i: usize| matches!(claim.folded(i), "at" | "from" | "in" | "near" | "of" | "off" | "outside");
    let is_the = |i: usize| claim.folded(i) == "the";
    before.is_some_and(|i| led(i) || is_the(i) && i > 0 && led(i - 1))
}

/// The name of a place in `sentence`, that the claim has not, with the claim's own word for what is there: "a *store* in Penhill", "the
/// nearby Halsey *mill*".
fn another_place(held: &Held<'_>, sentence: &Range<usize>) -> Option<Range<usize>> {
    let text = held.document();
    if !held.phrasing.names.iter().any(|name| is_placed(held, name) && is_missing(held, name, sentence)) {
        return None;
    }
    let is_other = |name: &&&Name| {
        sentence.contains(&name.core.start)
            && !name.core.clone().any(|q| held.is_aligned(q))
            && !is_calendar(text.folded(name.core.start))
            && !name.core.clone().any(|q| scope::in_claim(held, text.folded(q)))
    };
    let thing = |q: usize| {
        sentence.contains(&q)
            && answers(held, q)
            && text.tokens()[q].case == Case::Lower
            && !english::is_verb(text, q)
    };
    let of_one = |name: &&Name| {
        let start = name.tokens.start;
        let led = |i: usize| matches!(text.folded(i), "at" | "in" | "near" | "of" | "off" | "outside");
        let small =
            |i: &usize| !english::is_content_word(text, *i) && text.tokens()[*i].is_word() && !led(*i);
        let before = (sentence.start..start).rev().take(LED + 1).find(|i| !small(i));
        thing(name.tokens.end) || before.is_some_and(|i| led(i) && i > sentence.start && thing(i - 1))
    };
    held.names().iter().filter(is_other).copied().find(of_one).map(|name| name.tokens.clone())
}

/// The name in `sentence` with the small word that leads to another name in the claim, of which another sentence speaks: "*at San Telo*", for
/// "at Miraval".
fn another_name(held: &Held<'_>, sentence: &Range<usize>) -> Option<Range<usize>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let lead = |document: &Document, name: &Name| {
        let lead = document.folded(name.tokens.start.checked_sub(1)?).to_owned();
        matches!(lead.as_str(), "at" | "in" | "near" | "outside").then_some(lead)
    };
    held.phrasing.names.iter().filter(|name| !is_calendar(claim.folded(name.core.start))).find_map(|ours| {
        let by = lead(claim, ours)?;
        let behind = ours.core.clone().all(|p| is_left_behind(held, p, sentence));
        let other = held.names().iter().find(|name| {
            sentence.contains(&name.core.start)
                && !name.core.clone().any(|q| answers(held, q))
                && !is_calendar(text.folded(name.core.start))
                && lead(text, name).is_some_and(|theirs| theirs == by)
        });
        other.filter(|_| behind).map(|name| name.tokens.start - 1..name.tokens.end)
    })
}

/// What the value is told of in `sentence` where that is another of a kind that the claim speaks of: "a *similar* bridge".
fn another_of_the_kind(held: &Held<'_>, sentence: &Range<usize>) -> Option<Range<usize>> {
    let text = held.document();
    let named = |q: usize| held.names().iter().any(|name| name.core.start == q && !held.is_aligned(q));
    let other =
        |before: usize| OTHERS.contains(text.folded(before)) && !scope::in_claim(held, text.folded(before));
    let mut nouns = sentence.clone().skip(1).filter(|&q| other(q - 1));
    nouns.find(|&q| answers(held, q) || named(q)).map(|q| q - 1..q + 1)
}

/// Whether a token answers any word of the claim, though another may be the answer that was picked.
fn answers(held: &Held<'_>, token: usize) -> bool {
    held.phrasing.frame.iter().any(|word| {
        let hits = held.reading.marked.answers_among(word.word, &(token..token + 1));
        hits.iter().any(|hit| hit.likeness >= Likeness::Inflected)
    })
}

/// Whether the claim says of which time it speaks.
fn is_dated(held: &Held<'_>) -> bool {
    let claim = &held.phrasing.document;
    held.phrasing.mentions.iter().any(|mention| mention.value.kind.is_dated())
        || held.phrasing.tokens().any(|i| TIMES.contains(claim.folded(i)))
}

/// Words by which a claim speaks of a time of its own.
static TIMES: WordSet = WordSet::of(&[
    "after",
    "ago",
    "before",
    "earlier",
    "first",
    "former",
    "formerly",
    "had",
    "last",
    "once",
    "previous",
    "previously",
    "since",
    "then",
    "until",
    "when",
]);

/// How many tokens before a time, with its value, what compares with it stands at most: "*from* $1.3 million in the previous year".
const COMPARED: usize = 7;

/// Whether the passage tells its value of a time before that of the news, and the claim of none: "cut 1,400 jobs *two years ago*".
pub(super) fn is_of_then(held: &Held<'_>, reported: &Mention) -> bool {
    let sentence = held.sentence_of(reported.tokens.start).unwrap_or_default();
    !is_dated(held) && then(held, reported, &sentence).is_some()
}

/// The words of `sentence` that put the value at a time before that of the news: "*last year* she gave", "12 years *ago*".
fn then(held: &Held<'_>, reported: &Mention, sentence: &Range<usize>) -> Option<Range<usize>> {
    let text = held.document();
    let period = |i: usize| matches!(text.folded_or_empty(i), "season" | "year" | "years");
    let found = sentence.clone().find_map(|i| match text.folded(i) {
        "last" | "previous" if period(i + 1) && !text.is_possessive(i + 1) => Some(i..i + 2),
        "ago" if i > sentence.start && period(i - 1) => Some(i - 1..i + 1),
        _ => None,
    })?;
    // "Up 4% on *last year*", "from 12 *a year ago*".
    let compares = |i: usize| {
        matches!(
            text.folded(i),
            "against" | "compared" | "from" | "on" | "over" | "than" | "to" | "versus" | "vs" | "with"
        )
    };
    let measured = (found.start.saturating_sub(COMPARED).max(sentence.start)..found.start).any(compares);
    let apart = found.start > reported.tokens.end
        && (reported.tokens.end..found.start).any(|i| scope::ends_clause(text, i));
    (!measured && !apart).then_some(found)
}

/// What leads to a value that others are compared with, where `sentence` has another: "11,500, down *from 20,000*".
fn is_base(
    held: &Held<'_>,
    claimed: &Mention,
    reported: &Mention,
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    let text = held.document();
    let others = || {
        held.mentions().iter().any(|other| {
            sentence.contains(&other.tokens.start)
                && other.tokens.start < reported.tokens.start
                && claimed.value.compare(&other.value).is_some()
        })
    };
    // "From 4.3% *in May*", of which the claim speaks; "seven *of them*".
    let after = reported.tokens.end..sentence.end;
    let own = || after.clone().take_while(|&i| !scope::ends_clause(text, i)).any(|i| held.is_aligned(i));
    let now = matches!(text.folded_or_empty(reported.tokens.end), "now" | "of");
    (is_compared_with(text, reported)
        && !is_compared_with(&held.phrasing.document, claimed)
        && !is_dated(held)
        && !now
        && !own()
        && others())
    .then(|| reported.tokens.start - 1..reported.tokens.end)
}
