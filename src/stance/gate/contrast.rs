//! What the passage denies beside what it tells: "paid Jones in full, but never paid *Smith*"; "Smith, not *Jones*, paid".

use std::ops::Range;

use crate::english;
use crate::matcher::{Answer, Likeness};
use crate::stance::cue::Cue;
use crate::stance::held::Held;
use crate::text::{Case, Document, TokenKind, WordSet};

use super::polarity::TURN_COVERAGE;
use super::{Effect, Found, Gate};
use super::{change, clause, grammar, subject};

/// Words behind a negation after which it is of less than what follows: "but not *yet* Hull", "but not *only* Hull".
#[rustfmt::skip]
static NOT_OF_ALL: WordSet = WordSet::of(&[
    "all", "always", "every", "just", "merely", "necessarily", "only", "quite", "simply", "yet",
]);

/// What denies just what the claim says.
pub(super) fn find<'a>(held: &Held<'a>) -> Option<&'a Cue> {
    // "A *second* parcel", "the *theatre*".
    let another =
        subject::is_one_of_them(held) || subject::is_of_another_kind(held) || subject::is_narrowed(held);
    let words = held.phrasing.frame.iter().zip(&held.alignment.answers);
    let missing = words.into_iter().any(|(word, answer)| {
        let noun = |token: usize| !english::is_verb(&held.phrasing.document, token);
        word.token.is_some_and(noun) && word.weight >= clause::SAYS && *answer == Answer::Nothing
    });
    if held.alignment.coverage < TURN_COVERAGE || another || missing {
        return None;
    }
    held.cues().iter().copied().filter(|cue| !is_denied(held, cue) && are_shared(held, cue)).find(|cue| {
        let sentence = held.sentence_of(cue.tokens.start).unwrap_or_default();
        if says_too_little(held, &sentence) {
            return false;
        }
        let but =
            Some(cue).filter(|cue| cue.negates()).and_then(|cue| but_before(held.document(), cue, &sentence));
        but.is_some_and(|but| denies_it(held, cue, but, &sentence)) || replaces_it(held, cue, &sentence)
    })
}

/// What is found where `cue` denies just what the claim says.
pub(super) fn found(held: &Held<'_>, cue: &Cue) -> Found {
    let because = format!("“{}”, where the claim has no such word", held.words(&cue.tokens));
    Found::new(Gate::Polarity, Effect::Turn, 0.2, because)
}

/// Whether the passage is as sure as the claim, but for what `cue` denies, by the same words: "*will* be held in Hull".
fn are_shared(held: &Held<'_>, denying: &Cue) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let same = |own: &Cue, cue: &Cue| claim.folded(own.tokens.start) == text.folded(cue.tokens.start);
    let (ours, theirs) = (held.phrasing_cues, held.cues());
    if ours.is_empty() {
        let sentence = held.sentence_of(denying.tokens.start).unwrap_or_default();
        return !sentence.into_iter().any(|i| matches!(text.folded(i), "if" | "unless" | "whether"));
    }
    let reaches = |cue: &Cue| cue.tokens != denying.tokens && cue.scope.clone().any(|i| held.is_aligned(i));
    ours.iter().all(|own| !own.negates() && theirs.iter().any(|cue| same(own, cue)))
        && theirs
            .iter()
            .filter(|cue| !cue.negates() && reaches(cue))
            .all(|cue| ours.iter().any(|own| same(own, cue)))
}

/// Whether the claim leaves open which of two it is, or says when by a word that the sentence does not have: "sold Holt *or* Smith",
/// "paid Smith *this year*".
fn says_too_little(held: &Held<'_>, sentence: &Range<usize>) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    held.phrasing.tokens().any(|i| match claim.folded(i) {
        "or" => true,
        word @ ("last" | "next" | "this") => {
            change::is_period(claim.folded_or_empty(i + 1))
                && !sentence.clone().any(|q| text.folded(q) == word)
        }
        _ => false,
    })
}

/// Whether something else denies what `cue` is part of: "*denied* that it had paid Jones but not Smith".
fn is_denied(held: &Held<'_>, cue: &Cue) -> bool {
    let sentence = held.sentence_of(cue.tokens.start).unwrap_or_default();
    held.cues().iter().any(|other| {
        let before = sentence.start..cue.tokens.start;
        other.negates()
            && before.contains(&other.tokens.start)
            && other.scope.clone().any(|i| held.is_aligned(i))
    })
}

/// Whether a cue denies one thing beside another that is told, rather than a whole deed: not "*rather than* close it, they sold it".
pub(super) fn names_another(held: &Held<'_>, cue: &Cue) -> bool {
    let first = cue.tokens.start;
    let opens = held.sentence_of(first).is_some_and(|sentence| sentence.start == first);
    let said = grammar::what_is_said(&held.phrasing.document, &held.phrasing.tokens());
    let mut pairs = held.alignment.pairs(held.phrasing);
    let deed = pairs.any(|(p, q)| Some(p) == said && q == cue.tokens.end);
    matches!(held.document().folded(first), "instead" | "rather") && !(opens && deed)
}

/// Whether `cue` denies one part of the claim in whose place the passage has another, and all else is told outside of it: "in the hall,
/// *not the kitchen*", "Smith *rather than Jones*".
fn replaces_it(held: &Held<'_>, cue: &Cue, sentence: &Range<usize>) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let first = cue.tokens.start;
    let says = |i: usize| english::is_content_word(text, i);
    let end = (cue.tokens.end..sentence.end).find(|&i| ends_denied(text, i)).unwrap_or(sentence.end);
    let before = |at: usize| at.checked_sub(1);
    let and = |i: &usize| matches!(text.folded(*i), "," | "and");
    let other = match text.folded(first) {
        // "Not by Holt *but by Smith*."
        "not" if text.folded_or_empty(end) == "but" => {
            (end + 1..sentence.end).find(|&i| says(i)).filter(|&i| !is_whole(text.folded(i)))
        }
        "not" => before(first).filter(and).and_then(before),
        "instead" | "rather" => before(first),
        _ => None,
    };
    let denied = cue.tokens.end..end;
    let Some(verb) = what_is_told(claim, &held.phrasing.tokens()) else { return false };
    if was_only_then(held, sentence) {
        return false;
    }
    // "Won in *Hull*, not far from the sea."
    let replaces = |other: &usize| sentence.contains(other) && says(*other) && is_another(held, *other);
    if other.filter(replaces).is_none() && !is_done_by_another(held, verb, cue, sentence) {
        return false;
    }
    let whole = denied.clone().all(|i| {
        let own = text.is_possessive(i);
        !own && (held.is_aligned(i)
            || !says(i) && !NOT_OF_ALL.contains(text.folded(i))
            || is_claimed(held, i))
    });
    if !whole {
        return false;
    }
    let pairs: Vec<(usize, usize)> = held.alignment.pairs(held.phrasing).collect();
    // "Dorothy Kells, not Derek *Kells*".
    let again = |p: usize| denied.clone().any(|i| text.folded(i) == claim.folded(p));
    let inside = |p: usize, q: usize| denied.contains(&q) || again(p);
    let own = || pairs.iter().filter(|&&(p, q)| inside(p, q)).map(|&(p, _)| p);
    let (Some(from), Some(to)) = (own().min(), own().max()) else { return false };
    if !denies_its_words(held, &denied) || is_habit_with_more(held, verb, end..sentence.end) {
        return false;
    }
    let outside = |within: Range<usize>| pairs.iter().any(|&(p, q)| within.contains(&p) && !inside(p, q));
    // All of whom it is told, or the last of what is told.
    let part = to < verb && !outside(0..verb) || from > verb && !outside(from..usize::MAX);
    // "Was fired not *by* the army."
    let leads = led(text, cue.tokens.end..denied.end).filter(|word| word != "by" || from > verb);
    part && pairs.iter().all(|(_, q)| sentence.contains(q))
        && (leads.is_none() || leads == led(claim, held.phrasing.tokens().start..from))
}

/// What denies that it is the one of whom the claim is, whatever it tells of another: "York hosted the final in 1998, *not* Leeds".
pub(super) fn of_subject<'a>(held: &Held<'a>) -> Option<&'a Cue> {
    let text = held.document();
    let subject = held.phrasing.subject()?;
    let own = held.alignment.pairs(held.phrasing).filter(|(p, _)| subject.core.contains(p));
    let (first, last) = own.fold((usize::MAX, 0), |(first, last), (_, q)| (first.min(q), last.max(q)));
    let led = |i: usize| matches!(text.folded_or_empty(i), "a" | "an" | "by" | "the");
    held.cues().iter().copied().find(|cue| {
        let start = cue.tokens.end;
        let begins = start == first || led(start) && start + 1 == first;
        let beside = |i: usize| matches!(text.folded(i), "," | "and");
        begins
            && first <= last
            && text.folded(cue.tokens.start) == "not"
            && cue.tokens.start.checked_sub(1).is_some_and(beside)
            && !held.alignment.pairs(held.phrasing).any(|(_, q)| q > last)
    })
}

/// Whether the claim says that something is so, and the sentence only that it was: "is the chair", "was the chair last year".
pub(super) fn was_only_then(held: &Held<'_>, sentence: &Range<usize>) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let is = |i: usize| matches!(claim.folded(i), "are" | "is");
    let now = |i: usize| matches!(text.folded(i), "are" | "is" | "remain" | "remains");
    held.phrasing.tokens().any(is)
        && sentence.clone().any(|i| matches!(text.folded(i), "was" | "were"))
        && !sentence.clone().any(now)
}

/// The word of a claim that decides what is said, or its "is": "Ann Lee *is* the mayor".
fn what_is_told(claim: &Document, within: &Range<usize>) -> Option<usize> {
    grammar::what_is_said(claim, within)
        .or_else(|| within.clone().find(|&i| matches!(claim.folded(i), "are" | "is" | "was" | "were")))
}

/// Whether the claim has the very word at `at`, whatever answers it: "Dorothy Kells, not Derek *Kells*".
fn is_claimed(held: &Held<'_>, at: usize) -> bool {
    let (claim, word) = (&held.phrasing.document, held.document().folded(at));
    held.phrasing.tokens().any(|i| claim.folded(i) == word)
}

/// Whether a noun that ends at `last` is another than the claim's, and no time: "*Dorothy* Kells".
fn is_another(held: &Held<'_>, last: usize) -> bool {
    let text = held.document();
    let named = |i: &usize| text.tokens()[*i].is_word() && text.tokens()[*i].case != Case::Lower;
    let first = (0..last).rev().take_while(named).last().unwrap_or(last);
    let dated =
        held.mentions().iter().any(|mention| mention.value.kind.is_dated() && mention.tokens.contains(&last));
    let time = change::is_period(text.folded(last)) || dated && !is_dated(held);
    !time && (!held.is_aligned(last) || named(&last) && (first..last).any(|i| !held.is_aligned(i)))
}

/// Whether the claim says when.
fn is_dated(held: &Held<'_>) -> bool {
    !held.phrasing.dates.is_empty()
        || held.phrasing.mentions.iter().any(|mention| mention.value.kind.is_dated())
}

/// Whether another than the one that `cue` denies does all that the claim tells, and nothing more is said: "*Halden Group* bought the
/// club, not Meridian Capital".
fn is_done_by_another(held: &Held<'_>, verb: usize, cue: &Cue, sentence: &Range<usize>) -> bool {
    let text = held.document();
    let told = held.alignment.pairs(held.phrasing).find(|&(p, _)| p == verb).map(|(_, q)| q);
    let Some(told) = told.filter(|told| (sentence.start..cue.tokens.start).contains(told)) else {
        return false;
    };
    let says = |i: &usize| english::is_content_word(text, *i) || text.tokens()[*i].kind == TokenKind::Number;
    let after = |i: usize| matches!(text.folded_or_empty(i), "." | "!" | "?" | "");
    // "*In 2014* Kells hired him", "*usually* Kells does".
    let leads = |i: usize| {
        grammar::is_preposition(text, i)
            || grammar::is_adverb(text, i)
            || matches!(text.folded(i), "if" | "last" | "next" | "that" | "this" | "time")
            || text.tokens()[i].kind == TokenKind::Number
    };
    // "Spain won it in 2010", after "France won the cup, not Spain".
    let denied: Vec<&str> = cue.scope.clone().filter(says).map(|i| text.folded(i)).collect();
    let again = (sentence.end..text.tokens().len()).any(|i| denied.contains(&text.folded(i)));
    let end = (cue.tokens.end..sentence.end).find(|&i| ends_denied(text, i)).unwrap_or(sentence.end);
    after(end)
        && !again
        && !(sentence.start..told).any(leads)
        && (sentence.start..told).filter(says).any(|i| !held.is_aligned(i))
        && (sentence.start..told).all(|i| text.folded(i) != "," && !held.is_aligned(i))
        && (told..cue.tokens.start).filter(says).all(|i| held.is_aligned(i))
}

/// Whether what is denied is said in the claim's own words: "a pause rather than a *cancellation*" is of what is called one.
fn denies_its_words(held: &Held<'_>, denied: &Range<usize>) -> bool {
    held.alignment.answers.iter().all(|answer| match answer {
        Answer::Token { token, likeness } => !denied.contains(token) || *likeness >= Likeness::Inflected,
        _ => true,
    })
}

/// Whether the claim tells of what somebody does at all times, and the passage where or when: "drinks coffee rather than tea *at
/// breakfast*".
fn is_habit_with_more(held: &Held<'_>, verb: usize, mut rest: Range<usize>) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let more = |i: usize| {
        matches!(text.folded(i), "at" | "during" | "for" | "in" | "on" | "when") && !held.is_aligned(i + 1)
    };
    !english::is_past_form(claim.folded(verb)) && rest.any(more)
}

/// Whether a word (folded) makes more of what was denied: "not the plan but the *whole* programme".
fn is_whole(word: &str) -> bool {
    matches!(word, "all" | "entire" | "everything" | "full" | "whole")
}

/// Whether what is denied ends at the token at `at`.
fn ends_denied(text: &Document, at: usize) -> bool {
    matches!(
        text.folded(at),
        "." | "," | ";" | "!" | "?" | "\"" | ")" | "–" | "and" | "as" | "but" | "that" | "who"
    )
}

/// The last small word in `tokens` that leads to a noun.
fn led(document: &Document, mut tokens: Range<usize>) -> Option<String> {
    tokens.rfind(|&i| grammar::is_preposition(document, i)).map(|i| document.folded(i).to_owned())
}

/// The "but" before a negation, of the same subject: "*but* has never".
fn but_before(text: &Document, cue: &Cue, sentence: &Range<usize>) -> Option<usize> {
    let helps = |i: &usize| {
        matches!(
            text.folded(*i),
            "are" | "did" | "do" | "does" | "had" | "has" | "have" | "is" | "was" | "were"
        )
    };
    let before = (sentence.start..cue.tokens.start).rev().find(|i| !helps(i))?;
    (text.folded(before) == "but").then_some(before)
}

/// Whether what `cue` denies is just what the claim says, for the rest of it stands before `but`.
fn denies_it(held: &Held<'_>, cue: &Cue, but: usize, sentence: &Range<usize>) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let Some(verb) = grammar::what_is_said(claim, &held.phrasing.tokens()) else { return false };
    let (mut before, mut behind) = (None, None);
    let mut denied: Option<Range<usize>> = None;
    for (p, q) in held.alignment.pairs(held.phrasing) {
        if !sentence.contains(&q) {
            return false;
        }
        if p == verb {
            continue;
        }
        if q < but {
            before = before.max(Some(p));
        } else {
            behind = Some(behind.map_or(p, |first: usize| first.min(p)));
            denied = Some(denied.map_or(q..q + 1, |one| one.start.min(q)..one.end.max(q + 1)));
        }
    }
    let (Some(before), Some(first), Some(denied)) = (before, behind, denied) else { return false };
    // "Refused *to* meet the unions."
    let after = if text.folded_or_empty(cue.tokens.end) == "to" { 1 } else { 0 };
    let leads = led(text, cue.tokens.end + after..denied.start);
    before < first
        && first > verb
        && cue.scope.contains(&denied.start)
        && (leads.is_none() || leads == led(claim, verb + 1..first))
        && is_told_before_or_again(held, verb, but, cue.tokens.end..denied.start)
        && is_told_whole(text, &denied)
        && denied.into_iter().all(|i| held.is_aligned(i) || !english::is_content_word(text, i))
}

/// Whether the claim's verb stands before the "but" or again behind it, where else nothing is said before what is denied.
fn is_told_before_or_again(held: &Held<'_>, verb: usize, but: usize, mut between: Range<usize>) -> bool {
    let text = held.document();
    let repeats = |i: usize, token: Option<usize>| {
        let words = held.phrasing.frame.iter().filter(|word| token.is_none() || word.token == token);
        words.into_iter().any(|word| {
            let hits = held.reading.marked.answers_among(word.word, &(i..i + 1));
            hits.iter().any(|hit| hit.likeness >= Likeness::Inflected)
        })
    };
    let told = held.alignment.pairs(held.phrasing).any(|(p, q)| p == verb && q < but);
    let again = between.clone().any(|i| repeats(i, Some(verb)));
    let small = |i: usize| !english::is_content_word(text, i) && !NOT_OF_ALL.contains(text.folded(i));
    (told || again) && between.all(|i| small(i) || repeats(i, None))
}

/// Whether nothing more is said of what is denied: not "Hull's mosque", "Hull in May".
fn is_told_whole(text: &Document, denied: &Range<usize>) -> bool {
    let owns = text.is_possessive(denied.end - 1);
    let after = text.folded_or_empty(denied.end);
    !owns && matches!(after, "" | "." | "," | ";" | "!" | "?" | "\"" | ")" | "and" | "or" | "nor")
}
