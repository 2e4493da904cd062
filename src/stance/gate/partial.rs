//! Does the passage tell its value of less than the claim does: of a part ("unemployment *among men* climbed"), of some of them only
//! ("20 *women* prisoners"), of the first of several steps ("will buy 10 jets *this year*"), or over another span ("*since January*")?

use std::ops::Range;

use crate::english::{self, Direction};
use crate::matcher::Answer;
use crate::stance::held::Held;
use crate::text::{Document, WordSet};
use crate::value::{Comparator, Kind, Mention};

use super::change::is_period;
use super::{dropped, grammar, hedge, scope, share};

/// What leads to a part of that of which something is told.
static LEADS_TO_PART: WordSet =
    WordSet::of(&["among", "amongst", "at", "for", "from", "in", "outside", "to", "within"]);

/// What leads to when, where or how a part of a plan is carried out.
static LEADS_TO_STEP: WordSet = WordSet::of(&[
    "a",
    "at",
    "by",
    "during",
    "each",
    "every",
    "for",
    "immediately",
    "in",
    "next",
    "on",
    "per",
    "this",
]);

/// How many small words stand at most between what leads to a part and the word for it.
const LED: usize = 2;

/// What speaks for the passage's value being told of less, each in words.
pub(super) fn others(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> [(&'static str, bool); 12] {
    let sentence = held.sentence_of(reported.tokens.start).unwrap_or_default();
    let change = change(held, reported);
    [
        ("of a part of it", change.is_some_and(|verb| tells_of_part(held, &sentence, verb))),
        ("over another span", change.is_some_and(|verb| is_of_a_span(held, &sentence, verb))),
        ("perhaps a step of it", is_step(held, claimed, reported, &sentence)),
        ("a plan that was dropped", dropped::is_of_dropped(held, reported)),
        ("only some of them", counts_some(held, claimed, reported) || tells_degree(held, &sentence)),
        ("only a part of it", is_less(claimed, reported) && is_part_payment(held, &sentence)),
        ("of another whole", share::of_another_whole(held, claimed, reported).is_some()),
        ("only some of them claimed", claims_some(held, claimed)),
        ("what belongs to it", belongs_to_it(held, &sentence)),
        ("at most", is_at_most(held, reported)),
        (
            "perhaps only some of them",
            is_less(claimed, reported) && is_told_of_some(held, reported, &sentence),
        ),
        ("one and another", reported.value.number() == Some(1.0) && has_another(held, reported, &sentence)),
    ]
}

/// Whether the passage surely tells of its value which way a part went, where the claim tells it of all: "*among men* it climbed".
pub(super) fn is_among_some(held: &Held<'_>, reported: &Mention) -> bool {
    let sentence = held.sentence_of(reported.tokens.start).unwrap_or_default();
    let text = held.document();
    let among = |i: usize| matches!(text.folded(i), "among" | "amongst") && adds_next(held, i, sentence.end);
    change(held, reported).is_some_and(|verb| (sentence.start..verb).any(among))
}

/// Whether the passage's number is the smaller.
fn is_less(claimed: &Mention, reported: &Mention) -> bool {
    claimed.value.number().zip(reported.value.number()).is_some_and(|(ours, theirs)| theirs < ours)
}

/// Whether the claim says that it was no more, and the passage that it was more: "*only* 200 people", "at least 200".
pub(super) fn says_only(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let claim = &held.phrasing.document;
    let before = claimed.tokens.start.checked_sub(1);
    before.is_some_and(|i| matches!(claim.folded(i), "just" | "only"))
        && matches!(reported.value.comparator, Comparator::AtLeast | Comparator::MoreThan)
        && claimed.value.comparator == Comparator::Exactly
}

/// The verb by which the sentence of `reported` tells, as the claim does, which way something went.
fn change(held: &Held<'_>, reported: &Mention) -> Option<usize> {
    let sentence = held.sentence_of(reported.tokens.start).filter(|_| !reported.value.kind.is_dated())?;
    let claim = &held.phrasing.document;
    let mut pairs = held.alignment.pairs(held.phrasing);
    let way = |p: usize| english::is_verb(claim, p) && Direction::of(claim.folded(p)).is_some();
    pairs.find(|&(p, q)| way(p) && sentence.contains(&q)).map(|(_, q)| q)
}

/// Whether a word says something that the claim does not, and no time.
fn adds(held: &Held<'_>, at: usize) -> bool {
    let text = held.document();
    let dated = || {
        held.mentions().iter().any(|mention| mention.tokens.contains(&at) && mention.value.kind.is_dated())
    };
    english::is_content_word(text, at)
        && !held.is_aligned(at)
        && !scope::in_claim(held, text.folded(at))
        && !is_period(text.folded(at))
        && !dated()
}

/// "Unemployment *among men* climbed", "*in Karst*, turnout rose", "sales at Norvale's *Polish shops* increased".
fn tells_of_part(held: &Held<'_>, sentence: &Range<usize>, verb: usize) -> bool {
    let text = held.document();
    let told = |i: &usize| english::is_verb(text, *i) && english::is_content_word(text, *i);
    let start = (sentence.start..verb).rev().find(told).map_or(sentence.start, |i| i + 1);
    (start..verb).any(|i| {
        // "*In a* blow to the town, unemployment rose": that tells of no part.
        let led = LEADS_TO_PART.contains(text.folded(i)) && !matches!(text.folded(i + 1), "a" | "an");
        let owned = held.is_aligned(i) && text.is_possessive(i);
        (led || owned) && adds_next(held, i, verb)
    })
}

/// Whether what the small word at `lead` leads to, before `end`, says something that the claim does not.
fn adds_next(held: &Held<'_>, lead: usize, end: usize) -> bool {
    let mut led = lead + 1..end.min(lead + 2 + LED);
    led.find(|&q| grammar::says(held.document(), q)).is_some_and(|q| adds(held, q))
}

/// "*Since January* the share price has dropped 30 per cent", "*over the past* decade", "*had climbed* to 58".
fn is_of_a_span(held: &Held<'_>, sentence: &Range<usize>, verb: usize) -> bool {
    let text = held.document();
    let new = |i: usize| !scope::in_claim(held, text.folded(i));
    let had = verb.checked_sub(1).is_some_and(|had| text.folded(had) == "had" && new(had));
    had || sentence.clone().any(|i| {
        let since = text.folded(i) == "since" && !is_ranked(text, sentence.start, i);
        let over = matches!(text.folded(i), "for" | "in" | "over")
            && (i + 1..i + 2 + LED).any(|q| matches!(text.folded_or_empty(q), "last" | "past"))
            || text.folded(i) == "over" && (i + 1..i + 2 + LED).any(|q| is_period(text.folded_or_empty(q)));
        let measure = matches!(text.folded(i), "annualised" | "annualized" | "during" | "peak");
        (since || over || measure) && new(i)
    })
}

/// How many tokens before its "since" what ranks something stands at most: "its *lowest* level in years since".
const RANKED_REACH: usize = 4;

/// Whether a "since" only ranks what is told: "the most *since* 2008", "its lowest level *since* 2019".
fn is_ranked(text: &Document, start: usize, since: usize) -> bool {
    let ranks = |i: usize| {
        matches!(text.folded(i), "first" | "least" | "most" | "worst") || text.folded(i).ends_with("est")
    };
    let led = |i: usize| matches!(text.folded(i), "its" | "the" | "their");
    (since.saturating_sub(RANKED_REACH).max(start + 1)..since).any(|i| ranks(i) && led(i - 1))
}

/// Whether the claim tells of a plan, or of all, and the passage of fewer, and says of them when, where or how.
fn is_step(held: &Held<'_>, claimed: &Mention, reported: &Mention, sentence: &Range<usize>) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let plans = || hedge::announces(held) || held.phrasing.tokens().any(|i| claim.folded(i) == "will");
    let of_all = || {
        let before = claimed.tokens.start.checked_sub(1);
        before.is_some_and(|i| claim.folded(i) == "all")
    };
    // "Will cut 450 jobs, the firm said *on Monday*": that is told of no step.
    let mut clause = (reported.tokens.end..sentence.end).take_while(|&i| !scope::ends_clause(text, i));
    // Of money only a time tells that there is more to come.
    let counts = reported.value.kind == Kind::Count && reported.counted.is_some();
    let adds = |q: usize| {
        let word = text.folded(q);
        let new = !held.is_aligned(q) && !scope::in_claim(held, word);
        new && (counts || is_period(word) || word == "first")
    };
    let leads = |i: usize| {
        let mut led = i + 1..sentence.end.min(i + 2 + LED);
        LEADS_TO_STEP.contains(text.folded(i)) && led.find(|&q| grammar::says(text, q)).is_some_and(adds)
    };
    is_less(claimed, reported) && (plans() || of_all()) && clause.any(leads)
}

/// Whether the passage counts only some of a kind that the claim counts: "20 *women* prisoners".
fn counts_some(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let counts = |mention: &Mention| mention.value.kind == Kind::Count;
    let Some(counted) = reported.counted.clone().filter(|_| counts(claimed) && counts(reported)) else {
        return false;
    };
    let head = counted.end.saturating_sub(1);
    let new = |i: usize| held.document().folded(i) == "new" && is_made(held);
    held.is_aligned(head) && (counted.start..head).any(|i| adds(held, i) && !new(i))
}

/// Verbs, stemmed, by which there are more of what is counted, all of them new.
static MAKING: WordSet = WordSet::of(&[
    "add",
    "build",
    "buy",
    "construct",
    "creat",
    "hire",
    "instal",
    "launch",
    "open",
    "order",
    "plant",
    "recruit",
]);

/// Whether the claim counts what is made or got, and the passage tells so with the same verb.
fn is_made(held: &Held<'_>) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let past = |document: &Document, at: usize| english::is_past_form(document.folded(at));
    let mut pairs = held.alignment.pairs(held.phrasing);
    pairs.any(|(p, q)| {
        let makes = english::is_verb(claim, p) && MAKING.contains(&english::stem(claim.folded(p)));
        makes && past(claim, p) == past(text, q)
    })
}

/// Whether the claim counts only some of those whom the passage counts: "30 teachers *of music*", "65 seats *for women*".
fn claims_some(held: &Held<'_>, claimed: &Mention) -> bool {
    let claim = &held.phrasing.document;
    let Some(counted) = claimed.counted.clone().filter(|_| claimed.value.kind == Kind::Count) else {
        return false;
    };
    let lead = counted.end;
    let leads = matches!(claim.folded_or_empty(lead), "for" | "of" | "with" | "without");
    let mut led = lead + 1..held.phrasing.tokens().end.min(lead + 2 + LED);
    let word = led.find(|&p| grammar::says(claim, p));
    let unanswered = |p: usize| {
        let mut words = held.phrasing.frame.iter().zip(&held.alignment.answers);
        words.any(|(word, answer)| word.token == Some(p) && *answer == Answer::Nothing && !word.name)
    };
    leads && word.is_some_and(unanswered)
}

/// "*One* soldier was wounded on Monday and *another* on Tuesday".
fn has_another(held: &Held<'_>, reported: &Mention, sentence: &Range<usize>) -> bool {
    let text = held.document();
    (reported.tokens.end..sentence.end).any(|i| {
        text.folded(i) == "and" && {
            let next = text.folded_or_empty(i + 1);
            next == "another" || next == "a" && text.folded_or_empty(i + 2) == "second"
        }
    })
}

/// Adverbs by which only some of the hurt are told of: "four were *seriously* injured".
static DEGREES: WordSet =
    WordSet::of(&["badly", "critically", "gravely", "lightly", "seriously", "severely", "slightly"]);

/// Whether the passage tells of those only whom it hurt so much.
fn tells_degree(held: &Held<'_>, sentence: &Range<usize>) -> bool {
    let text = held.document();
    sentence.clone().skip(1).any(|i| {
        DEGREES.contains(text.folded(i - 1))
            && !scope::in_claim(held, text.folded(i - 1))
            && (held.is_aligned(i) || english::is_past_form(text.folded(i)))
    })
}

/// Words beside a sum that is not all of it: "200 million *in cash and the rest* in shares", "the *hammer* price", "*alone*".
static PARTIAL: WordSet = WordSet::of(&[
    "alone",
    "balance",
    "hammer",
    "installment",
    "installments",
    "instalment",
    "instalments",
    "premium",
    "rest",
    "upfront",
]);

/// Whether the sentence says that a sum is not all of it.
fn is_part_payment(held: &Held<'_>, sentence: &Range<usize>) -> bool {
    let text = held.document();
    let up_front = |i: usize| text.folded(i) == "up" && text.folded_or_empty(i + 1) == "front";
    let first_of = |i: usize| text.folded(i) == "first" && text.folded_or_empty(i + 1) == "of";
    sentence.clone().any(|i| {
        (PARTIAL.contains(text.folded(i)) || up_front(i) || first_of(i))
            && !scope::in_claim(held, text.folded(i))
    })
}

/// "Fined Oxal*'s former director*", "spent it on the stadium*'s roof*", "fined Rovers *captain* Jon Teller".
pub(super) fn belongs_to_it(held: &Held<'_>, sentence: &Range<usize>) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    // "*His bodyguard* was not injured."
    let whose = text.folded_or_empty(sentence.start);
    if matches!(whose, "her" | "his" | "their") && adds_next(held, sentence.start, sentence.end) {
        return true;
    }
    // "The boys' school"; not "the painting 'Blue Orchard'".
    held.alignment.pairs(held.phrasing).filter(|(_, q)| sentence.contains(q)).any(|(p, q)| {
        let named = held.names().iter().any(|name| name.core.end == q + 1);
        let next = q + 1;
        let role =
            named && next < sentence.end && english::names_persons(&english::singular(text.folded(next)));
        (text.is_possessive(q) && !claim.is_possessive(p) || role) && adds_next(held, q, sentence.end)
    })
}

/// How many tokens after its "in" a place is named at most that a sentence begins with: "in *the coastal district of* Nagar".
const OPENING: usize = 6;

/// Whether the clause says of which of them its number is, where the claim says nothing of the kind: "900 nurses *in the north*", "25% of its
/// cars *to Asia*", "*among health workers*, 112".
fn is_told_of_some(held: &Held<'_>, reported: &Mention, sentence: &Range<usize>) -> bool {
    let text = held.document();
    let counted =
        matches!(reported.value.kind, Kind::Count | Kind::Money(_) | Kind::Measure(_) | Kind::Proportion);
    let leads = |i: &usize| {
        matches!(
            text.folded(*i),
            "along" | "among" | "at" | "for" | "from" | "in" | "on" | "outside" | "to" | "with"
        )
    };
    let first =
        reported.counted.as_ref().map_or(reported.tokens.end, |counted| counted.end.max(reported.tokens.end));
    let end = (first..sentence.end).find(|&i| scope::ends_clause(text, i)).unwrap_or(sentence.end);
    // "For ten years", "in cash".
    let valued = |i: usize| {
        let near = i + 1..i + 1 + LED;
        held.mentions().iter().any(|mention| near.contains(&mention.tokens.start))
    };
    // "12,000 signatures *to force* the vote".
    let infinitive = |i: usize| text.folded(i) == "to" && i + 1 < end && english::is_verb(text, i + 1);
    let of_some = |i: usize| {
        !infinitive(i) && !valued(i) && text.folded_or_empty(i + 1) != "cash" && adds_next(held, i, end)
    };
    let after = (first..end).take(2).find(leads).is_some_and(of_some);
    // "Four *animated* films".
    let kind = reported.counted.as_ref().is_some_and(|counted| {
        let head = counted.end - 1;
        held.is_aligned(head) && (counted.start..head).any(|i| grammar::says(text, i) && adds(held, i))
    });
    // "In the end", "at stake", but "in the district of *Nagar*".
    let names_place = || {
        let near = sentence.start..reported.tokens.start.min(sentence.start + OPENING);
        held.names()
            .iter()
            .any(|name| near.contains(&name.core.start) && !name.core.clone().any(|i| held.is_aligned(i)))
    };
    let opening = text.folded_or_empty(sentence.start);
    let opens = opening == "among" && adds_next(held, sentence.start, reported.tokens.start)
        || opening == "in" && names_place();
    counted && (after || opens || kind)
}

/// How many tokens before a value its "maximum" stands at most.
const MOST_REACH: usize = 3;

/// "Faced a *maximum* sentence of 15 years".
fn is_at_most(held: &Held<'_>, reported: &Mention) -> bool {
    let text = held.document();
    let most = |i: usize| matches!(text.folded(i), "maximum" | "minimum");
    let start = reported.tokens.start;
    (start.saturating_sub(MOST_REACH)..start).any(|i| most(i) && !scope::in_claim(held, text.folded(i)))
}
