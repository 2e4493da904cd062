//! Is a word of the passage said of what the claim says its word of: in the same clause, of the same things, measured by the same?

use std::ops::Range;

use crate::english;
use crate::matcher::{Answer, FrameWord, is_reporting};
use crate::stance::held::Held;
use crate::text::{Document, TokenKind, WordSet};
use crate::value::{Kind, Mention, Relation};

use super::pairing::is_telling;
use super::{change, grammar, scope, subject};

/// From this weight on a word says what the claim is of.
pub(super) const SAYS: f64 = 0.3;

/// How many tokens before such a word its preposition stands at most: "in *the old* mill".
const PREPOSITION_REACH: usize = 3;

/// Whether the passage leaves out what the claim's word is said of: "shares in the *bank* rose", "fell" of others; or the word is
/// what another verb, that the passage has not, is said of: "the fall in prices *slowed*".
pub(super) fn is_of_something_else(held: &Held<'_>, token: usize, reported: usize) -> bool {
    let claim = &held.phrasing.document;
    let words = held.phrasing.frame.iter().zip(&held.alignment.answers);
    let mut missing = words
        .filter(|(word, answer)| **answer == Answer::Nothing && word.weight >= SAYS)
        .filter_map(|(word, _)| word.token.filter(|&other| other != token));
    let is_verb = |word: &FrameWord| {
        word.weight >= SAYS
            && word.token.is_some_and(|other| {
                other > token && english::is_verb(claim, other) && !(token..other).any(|i| joins(claim, i))
            })
    };
    let is_argument = !english::is_verb(claim, token) && held.phrasing.frame.iter().any(is_verb);
    // A text tells its time once: "in the *quarter*".
    let says_time = |other: usize| change::is_period(claim.folded(other));
    missing.any(|other| {
        is_complement(claim, other, token) && !says_time(other)
            || is_argument && english::is_verb(claim, other)
    }) || is_argument && english::is_verb(held.document(), reported)
        || is_measured_otherwise(held)
        || in_another_clause(held, token, reported)
}

/// Whether what the claim says its word of stands in another clause than the passage's word: "crime *was up*, while arrests fell",
/// "arrests fell and crime *was up*".
pub(super) fn in_another_clause(held: &Held<'_>, token: usize, reported: usize) -> bool {
    let claim = &held.phrasing.document;
    let text = held.document();
    let start = (0..token).rev().find(|&i| joins(claim, i)).unwrap_or(0);
    held.alignment.pairs(held.phrasing).filter(|(p, _)| (start..token).contains(p)).any(|(_, q)| {
        if q < reported {
            (q..reported).any(|i| contrasts(text, i))
        } else {
            (reported..q).any(|i| joins(text, i))
        }
    })
}

/// Small words that bound what is said, or leave it open: in time, in place, by a condition, by a plan.
static BOUNDS: WordSet = WordSet::of(&[
    "after",
    "almost",
    "before",
    "can",
    "could",
    "except",
    "excluding",
    "had",
    "if",
    "may",
    "might",
    "must",
    "no",
    "not",
    "outside",
    "should",
    "since",
    "till",
    "unless",
    "until",
    "will",
    "would",
]);

/// How many tokens before a word its "is" or "was" stands at most.
const TENSE_REACH: usize = 2;

/// How many figures that hardly turn up twice by chance show, where they agree, that both speak of the same.
const SAME_FIGURES: usize = 2;

/// Whether the clauses of the passage that answer the claim say more than it does, beside the word at `reported`: of a part
/// ("*online* sales rose"), of another time or place, with a bound or a condition. What they say may then hold beside the
/// claim.
pub(super) fn says_more(held: &Held<'_>, token: usize, reported: usize) -> bool {
    let Some(sentence) = held.sentence_of(reported) else { return true };
    let text = held.document();
    let agreed = |mention: &Mention| {
        let own = held.phrasing.mentions.iter().map(|claimed| &claimed.value);
        let mut claimed = own.chain(&held.phrasing.dates);
        claimed.any(|claimed| {
            matches!(claimed.compare(&mention.value), Some(Relation::Equal | Relation::Within))
        })
    };
    let figures = held.mentions().iter().filter(|mention| {
        let telling = mention.value.number().is_some_and(is_telling) && !mention.value.kind.is_dated();
        telling && sentence.contains(&mention.tokens.start) && agreed(mention)
    });
    if is_of_another_tense(held, token, reported) {
        return true;
    }
    if figures.count() >= SAME_FIGURES {
        return false;
    }
    let evident = |i: usize| i == reported || held.is_aligned(i) || value_at(held, i).is_some_and(&agreed);
    let first_time = since_when(text, &sentence);
    let more = |i: usize| {
        !evident(i)
            && restricts(held, i)
            && !is_of_base(held, i)
            && !is_of_the_news(held, i)
            && !first_time.contains(&i)
            && !names_the_known(held, i)
    };
    let tokens: Vec<usize> = sentence.collect();
    let mut clauses = tokens.split(|&i| ends_clause(text, i) || gives_cause(text, i));
    clauses.any(|clause| clause.iter().any(|&i| evident(i)) && clause.iter().any(|&i| more(i)))
}

/// The words of `sentence` that only say how long it had not been so: "fell *for the first time since the mill closed*".
fn since_when(text: &Document, sentence: &Range<usize>) -> Range<usize> {
    let word = |i: usize| text.folded_or_empty(i);
    let begins = |&i: &usize| {
        let counted = matches!(word(i + 2), "first" | "second" | "third" | "fourth" | "fifth");
        word(i) == "for" && word(i + 1) == "the" && counted && word(i + 3) == "time"
    };
    let Some(start) = sentence.clone().find(begins) else { return 0..0 };
    let end = (start..sentence.end).find(|&i| ends_clause(text, i)).unwrap_or(sentence.end);
    start..end
}

/// Whether a word only names what the claim speaks of as known: "in the *Carrick* region", for "in the region".
fn names_the_known(held: &Held<'_>, at: usize) -> bool {
    let claim = &held.phrasing.document;
    let named = held.names().iter().any(|name| name.tokens.contains(&at));
    let known = |p: usize| p.checked_sub(1).is_some_and(|the| claim.folded(the) == "the");
    named && held.alignment.pairs(held.phrasing).any(|(p, q)| q == at + 1 && known(p))
}

fn value_at<'a>(held: &Held<'a>, token: usize) -> Option<&'a Mention> {
    held.mentions().iter().copied().find(|mention| mention.tokens.contains(&token))
}

/// Whether a word of the passage that answers nothing may make what is said that of a part, or of another time or place. How
/// much of something is no such word.
fn restricts(held: &Held<'_>, at: usize) -> bool {
    let text = held.document();
    let word = text.folded(at);
    let counts = |kind: Kind| !kind.is_dated() && kind != Kind::Ordinal;
    if value_at(held, at).is_some_and(|mention| counts(mention.value.kind)) {
        return false;
    }
    // "Acquitted *of all charges*" is no less acquitted.
    let charged = |i: usize| matches!(text.folded(i), "all" | "any" | "both");
    if matches!(word, "charges" | "counts") && at.checked_sub(1).is_some_and(charged) {
        return false;
    }
    let bounds = BOUNDS.contains(word) && !scope::in_claim(held, word);
    let says = grammar::says(text, at);
    let harmless =
        word.len() > 3 && word.ends_with("ly") || is_reporting(word) || held.phrasing.has_said(word);
    bounds || says && !harmless && !subject::names_amount(text, at)
}

/// Words for when a value was another.
static THEN: WordSet = WordSet::of(&[
    "ago", "before", "earlier", "last", "month", "period", "previous", "prior", "quarter", "week", "year",
]);

/// How many tokens from what it started at a value's time stands at most: "from 21.6% *in the same month a year earlier*".
const BASE_REACH: usize = 9;

/// Whether a word only says when the value that something rose or fell from was so: "to 20.3% from 21.6% in *November*".
fn is_of_base(held: &Held<'_>, at: usize) -> bool {
    let text = held.document();
    let is_time = THEN.contains(text.folded(at))
        || value_at(held, at).is_some_and(|mention| mention.value.kind.is_dated());
    // "Raised to 12.5% from 5% in October": that is when it was raised.
    let dated = |tokens: Range<usize>| {
        held.mentions()
            .iter()
            .any(|mention| mention.value.kind.is_dated() && tokens.contains(&mention.tokens.start))
    };
    let starts = |from: usize| {
        let Some(base) = value_at(held, from + 1) else { return false };
        let clause = (0..from).rev().find(|&i| ends_clause(text, i)).map_or(0, |end| end + 1);
        matches!(text.folded(from), "from" | "with" | "against")
            && !base.value.kind.is_dated()
            && !(base.tokens.end..at).any(|i| ends_clause(text, i))
            && (dated(clause..from) || value_at(held, at).is_none())
    };
    is_time && (at.saturating_sub(BASE_REACH)..at.saturating_sub(1)).any(starts)
}

/// Words for the days of the news itself, which a claim about it leaves out: "on *Friday*", "last *week*".
static OF_THE_NEWS: WordSet = WordSet::of(&[
    "afternoon",
    "evening",
    "friday",
    "monday",
    "morning",
    "night",
    "saturday",
    "sunday",
    "thursday",
    "today",
    "tonight",
    "tuesday",
    "wednesday",
    "week",
    "yesterday",
]);

/// Words by which a claim speaks of a time of its own: "fell *after* the crash", "*often* fall", "*had* fallen".
static OF_A_TIME: WordSet = WordSet::of(&[
    "after",
    "again",
    "ago",
    "already",
    "always",
    "at",
    "before",
    "during",
    "earlier",
    "first",
    "for",
    "had",
    "last",
    "later",
    "never",
    "next",
    "often",
    "once",
    "previous",
    "since",
    "sometimes",
    "then",
    "this",
    "through",
    "tomorrow",
    "until",
    "usually",
    "when",
    "while",
    "yesterday",
]);

/// Whether a word only says on which of the days that news is of, where the claim names no time.
fn is_of_the_news(held: &Held<'_>, at: usize) -> bool {
    let text = held.document();
    let of_these = |mention: &Mention| {
        mention.value.kind.is_dated()
            && mention.tokens.clone().all(|i| text.tokens()[i].kind != TokenKind::Number)
            && mention.tokens.clone().any(|i| OF_THE_NEWS.contains(text.folded(i)))
    };
    let claim = &held.phrasing.document;
    let timed = || {
        held.phrasing.mentions.iter().any(|mention| mention.value.kind.is_dated())
            || !held.phrasing.dates.is_empty()
            || held.phrasing.tokens().any(|i| OF_A_TIME.contains(claim.folded(i)))
    };
    (OF_THE_NEWS.contains(text.folded(at)) || value_at(held, at).is_some_and(of_these)) && !timed()
}

/// Whether a token leads to why something was so, or beside what, by which it is no less so: "rose *as* testing expanded".
fn gives_cause(document: &Document, at: usize) -> bool {
    match document.folded(at) {
        "amid" | "because" | "despite" | "due" | "owing" | "thanks" => true,
        // "As expected", "as planned".
        "as" => (at + 2..at + 5).any(|i| is_verb_at(document, i)),
        // "After the firm warned of a loss", not "after the vote".
        "after" => {
            (at + 2..at + 6).any(|i| is_verb_at(document, i) && english::is_past_form(document.folded(i)))
        }
        _ => false,
    }
}

fn is_verb_at(document: &Document, at: usize) -> bool {
    at < document.tokens().len() && english::is_verb(document, at)
}

/// Whether a token ends a clause, or sets something apart within one.
fn ends_clause(document: &Document, at: usize) -> bool {
    let mark = document.tokens()[at].kind == TokenKind::Punctuation && document.folded(at) != "-";
    mark || contrasts(document, at)
}

/// "The road *is* open", "the road *was* closed".
fn is_of_another_tense(held: &Held<'_>, token: usize, reported: usize) -> bool {
    let past = |document: &Document, at: usize| {
        let before = at.saturating_sub(TENSE_REACH)..at;
        before.rev().find_map(|i| match document.folded(i) {
            "is" | "are" => Some(false),
            "was" | "were" | "been" => Some(true),
            _ => None,
        })
    };
    let (claimed, told) = (past(&held.phrasing.document, token), past(held.document(), reported));
    claimed.zip(told).is_some_and(|(claimed, told)| claimed != told)
}

/// Whether a token joins two clauses that have subjects of their own.
fn contrasts(document: &Document, at: usize) -> bool {
    matches!(document.folded(at), "but" | "while" | "whereas" | ";")
}

/// Whether a token joins two clauses or two parts of one.
fn joins(document: &Document, at: usize) -> bool {
    contrasts(document, at) || matches!(document.folded(at), "and" | ",")
}

/// How far after "than" or "against", in tokens, what something is measured by begins.
const MEASURE_REACH: usize = 4;

/// Whether what the claim measures by is something else in the passage: "the dollar rose against *the euro*", "the euro fell
/// against the dollar"; "lower than *in 2019*", "in 2019 it was higher".
pub(super) fn is_measured_otherwise(held: &Held<'_>) -> bool {
    measures_by_what_is_measured(held) || measure_is_another(held)
}

/// Whether the two are measured by each other the other way round: "men live longer than women", "women longer than men".
pub(super) fn is_measured_the_other_way(held: &Held<'_>) -> bool {
    measures_by_what_is_measured(held) && measure_is_another(held)
}

/// Whether a token is a "than" or its like; not that of a value, "more than 200".
fn is_measure(document: &Document, mentions: &[&Mention], at: usize) -> bool {
    matches!(document.folded(at), "against" | "ahead" | "behind" | "than" | "versus")
        && !mentions.iter().any(|mention| mention.tokens.contains(&at))
}

/// Whether one leads to `token`.
fn led(document: &Document, mentions: &[&Mention], token: usize) -> bool {
    (token.saturating_sub(MEASURE_REACH)..token).any(|i| is_measure(document, mentions, i))
}

/// Whether the passage measures by what the claim does not.
fn measures_by_what_is_measured(held: &Held<'_>) -> bool {
    let claim = &held.phrasing.document;
    let own: Vec<&Mention> = held.phrasing.mentions.iter().collect();
    let claimed_so = |p: usize| {
        let near = p.saturating_sub(MEASURE_REACH)..p;
        led(claim, &own, p) || near.into_iter().any(|i| matches!(claim.folded(i), "on" | "to"))
    };
    held.alignment
        .pairs(held.phrasing)
        .any(|(p, q)| led(held.document(), held.mentions(), q) && !claimed_so(p))
}

/// Whether the passage does not measure by what the claim does.
fn measure_is_another(held: &Held<'_>) -> bool {
    let claim = &held.phrasing.document;
    let own: Vec<&Mention> = held.phrasing.mentions.iter().collect();
    let led = |q: usize| led(held.document(), held.mentions(), q);
    held.phrasing.tokens().filter(|&i| is_measure(claim, &own, i)).any(|i| {
        let measure = i + 1..(i + 1 + MEASURE_REACH).min(claim.tokens().len());
        let word = held.alignment.pairs(held.phrasing).find(|(p, _)| measure.contains(p));
        let value = || own.iter().find(|mention| measure.contains(&mention.tokens.start));
        let same = |claimed: &&Mention| {
            held.mentions().iter().find(|other| claimed.value.compare(&other.value) == Some(Relation::Equal))
        };
        match word {
            Some((_, q)) => !led(q),
            None => value().and_then(same).is_some_and(|other| !led(other.tokens.start)),
        }
    })
}

/// Whether the word at `at` closes a phrase that a preposition opens, and that is not the phrase of `token` ("with a *potential*
/// loss") nor a cause ("due to demand").
fn is_complement(document: &Document, at: usize, token: usize) -> bool {
    static PREPOSITIONS: WordSet = WordSet::of(&[
        "against", "among", "at", "between", "by", "for", "from", "in", "near", "of", "on", "over", "to",
        "with",
    ]);
    let is_preposition = |i: usize| PREPOSITIONS.contains(document.folded(i));
    let back = (at.saturating_sub(PREPOSITION_REACH)..at).rev();
    let mut back = back.take_while(|&i| document.tokens()[i].is_word() && !english::is_verb(document, i));
    let Some(preposition) = back.find(|&i| is_preposition(i)) else { return false };
    let describes = at < token
        && token - at <= PREPOSITION_REACH
        && !english::is_verb(document, token)
        && !(at..token).any(is_preposition);
    let before = preposition.checked_sub(1).map_or("", |before| document.folded(before));
    !describes && !matches!(before, "due" | "because" | "owing" | "thanks" | "according")
}
