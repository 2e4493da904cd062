//! Where claim and passage are nearly the same to the word: what is different?

use std::ops::Range;

use crate::english;
use crate::matcher::Answer;
use crate::stance::comparison::{Comparison, Difference, tokens};
use crate::stance::held::Held;
use crate::text::{Case, Document, TokenKind};
use crate::value::{Kind, Mention};

use super::direction::{self, Told};
use super::more_said::ends_clause;
use super::{
    Effect, Found, Gate, addition, choice, clause, country, event, grammar, no_effect, obligation, opposite,
    scope, subject, superlative,
};

/// A word weighs this much to be missed where all else is the same.
const MISSED: f64 = 0.4;

/// How far, in tokens, before an alias its "known as" stands.
const ALIAS_REACH: usize = 8;

/// At most so many words stand in place of others.
const IN_PLACE: usize = 2;

/// Asks; which way the values went, the words `told` say.
pub(super) fn ask(held: &Held<'_>, told: &[Told<'_>]) -> Found {
    let judged = |comparison: &Comparison| -> Vec<Found> {
        let judged = |difference| judge(held, difference, comparison, told);
        comparison.differences.iter().filter_map(judged).collect()
    };
    let found = Found::worst(Gate::Difference, held.comparison.as_ref().map(judged).unwrap_or_default());
    if found.effect != Effect::Pass {
        return found;
    }
    other_of_a_kind(held).or_else(|| choice::left_open(held)).unwrap_or(found)
}

/// A word of the claim that the passage has not, where it has one that excludes it: "Monday", "Friday".
fn other_of_a_kind(held: &Held<'_>) -> Option<Found> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let free = |q: &usize| english::is_content_word(text, *q) && !held.is_aligned(*q);
    let words = held.phrasing.frame.iter().zip(&held.alignment.answers);
    let mut open = words
        .filter(|(_, answer)| **answer == Answer::Nothing)
        .filter_map(|(word, _)| word.token)
        .filter(|&token| english::excludes_others(claim.folded(token)));
    let (claimed, other) = open.find_map(|token| {
        let excluded = |q: &usize| english::exclude_each_other(claim.folded(token), text.folded(*q));
        held.tokens.clone().filter(free).find(excluded).map(|other| (token, other))
    })?;
    let effect = if is_all_that_differs(held, claimed, other) { Effect::Turn } else { Effect::Block };
    let (word, claimed) = (text.words(other..other + 1), claim.words(claimed..claimed + 1));
    let because = format!("“{word}”, where the claim says “{claimed}”");
    Some(Found::new(Gate::Difference, effect, 0.6, because))
}

/// Whether another day or time of day is all that the sentence has otherwise, in whichever words: "the trial will begin on *Thursday*", for
/// "will start on Monday".
fn is_all_that_differs(held: &Held<'_>, claimed: usize, other: usize) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let Some(sentence) = held.sentence_of(other) else { return false };
    let said = grammar::what_is_said(claim, &held.phrasing.tokens());
    let mut pairs = held.alignment.pairs(held.phrasing);
    let Some((said, told)) = said.and_then(|said| pairs.find(|&(p, _)| p == said)) else { return false };
    let mut words = held.phrasing.frame.iter().zip(&held.alignment.answers);
    let rest = words.all(|(word, answer)| {
        let beside = answer.token().is_some_and(|q| sentence.contains(&q));
        word.token.is_none_or(|token| token == claimed || beside)
    });
    let end = (other + 1..sentence.end).find(|&i| ends_clause(text, i)).unwrap_or(sentence.end);
    // "At *11.40* at night".
    let hour = |i: usize| {
        held.mentions().iter().any(|mention| mention.value.kind.is_dated() && mention.tokens.contains(&i))
    };
    let more = |i: usize| i != other && grammar::says(text, i) && !held.is_aligned(i) && !hour(i);
    let times = |tokens: Range<usize>| tokens.filter(|&i| is_time(text.folded(i))).count();
    is_time(claim.folded(claimed))
        && rest
        && times(sentence.clone()) == 1
        && (sentence.start..end).contains(&told)
        && !(sentence.start..end).any(more)
        && !held.cues().iter().any(|cue| cue.negates() && sentence.contains(&cue.tokens.start))
        && opposite::is_definite(held, said, told)
        && !opposite::is_planned_otherwise(held, said, told)
        && !subject::is_one_of_them(held)
        && !event::is_told_again(held, other)
}

/// Whether the passage lacks another noun of the claim than `besides`, so that it may tell of another event: "opened the *pool* on Sunday".
fn lacks_noun(held: &Held<'_>, besides: usize) -> bool {
    let claim = &held.phrasing.document;
    let mut words = held.phrasing.frame.iter().zip(&held.alignment.answers);
    words.any(|(word, answer)| {
        let noun = |token: usize| {
            token != besides && english::parts_of_speech(&english::stem(claim.folded(token))).starts_with('n')
        };
        *answer == Answer::Nothing
            && !word.name
            && word.weight >= clause::SAYS
            && word.token.is_some_and(noun)
    })
}

/// Whether a word (folded) is a day, a month or a time of day or of the year.
fn is_time(word: &str) -> bool {
    let of_kind = |time: &str| time == word || english::exclude_each_other(time, word);
    ["monday", "january", "spring", "morning"].into_iter().any(of_kind)
}

fn judge(
    held: &Held<'_>,
    difference: &Difference,
    comparison: &Comparison,
    told: &[Told<'_>],
) -> Option<Found> {
    let claim = &held.phrasing.document;
    let text = held.document();
    let Difference { claimed, reported } = difference;
    if obligation::is_obliged(claim, claimed) && obligation::is_obliged(text, reported) {
        return None;
    }
    // Who says so may be told in other words, or not at all.
    let reporting = &held.phrasing.attribution;
    if !claimed.is_empty() && reporting.start <= claimed.start && claimed.end <= reporting.end {
        return None;
    }
    let joined = |document: &Document, range: &Range<usize>, word: &str| {
        let edges = [range.clone().next(), range.clone().next_back()];
        edges.into_iter().flatten().any(|i| document.folded(i) == word)
    };
    if joined(text, reported, "or") && !joined(claim, claimed, "or") && is_choice(held, reported) {
        let because = format!("“{}” leaves open which", text.words(reported.clone()));
        return Some(Found::new(Gate::Difference, Effect::Block, 0.7, because));
    }
    if joined(claim, claimed, "or") {
        return None;
    }
    if claimed.is_empty() {
        return left_out(held, reported);
    }
    if reported.is_empty() && excepts(held, claimed) {
        let because = format!("without the claim’s “{}”", claim.words(claimed.clone()));
        return Some(Found::new(Gate::Difference, Effect::Block, 0.6, because));
    }
    if told.iter().any(|told| claimed.contains(&told.token)) {
        return None;
    }
    // What that says is for the polarity to tell.
    if no_effect::told(held).is_some_and(|(verb, _)| claimed.contains(&verb)) {
        return None;
    }
    if is_named_by_pronoun(held, difference) {
        return None;
    }
    if let Some(found) = exchanged(held, difference, comparison) {
        return Some(found);
    }
    let least = if joined(claim, claimed, "and") { 0.0 } else { MISSED };
    let missed = missed(held, claimed, least).filter(|_| least == 0.0 || comparison.nothing_more)?;
    if says_what_place(claim, missed) || names_publisher(claim, missed) || only_says_what_ranks(claim, missed)
    {
        return None;
    }
    let word = claim.words(missed..missed + 1);
    Some(Found::new(Gate::Difference, Effect::Lack, 0.6, format!("nothing said of “{word}”")))
}

/// Whether the passage has a pronoun in the place of a name: whether that may be meant is for the names to tell.
fn is_named_by_pronoun(held: &Held<'_>, difference: &Difference) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let named = |p: usize| {
        held.phrasing.names.iter().any(|name| name.tokens.contains(&p)) || !grammar::says(claim, p)
    };
    let pronoun = |q: usize| matches!(text.folded(q), "he" | "her" | "him" | "it" | "she" | "them" | "they");
    difference.claimed.start > 0
        && !difference.claimed.is_empty()
        && difference.claimed.clone().all(named)
        && difference.reported.len() == 1
        && difference.reported.clone().all(pronoun)
}

/// Whether a word only says what the places are that are named next: "the *towns* of Alta and Narvik".
fn says_what_place(document: &Document, at: usize) -> bool {
    let place = matches!(
        english::singular(document.folded(at)).as_ref(),
        "city" | "county" | "district" | "island" | "province" | "region" | "state" | "town" | "village"
    );
    let named =
        document.tokens().get(at + 2).is_some_and(|token| token.is_word() && token.case != Case::Lower);
    place && document.folded_or_empty(at + 1) == "of" && named
}

/// Whether a word only says of what kind is what a superlative ranks: "the highest *level* in a decade".
fn only_says_what_ranks(document: &Document, at: usize) -> bool {
    let ranked = at.checked_sub(1).is_some_and(|before| superlative::is_superlative(document.folded(before)));
    matches!(document.folded(at), "level" | "mark" | "point" | "rate" | "value") && ranked
}

/// Whether a word begins what only says where a headline is from: "adds 215,000 jobs - *BBC* News".
fn names_publisher(document: &Document, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|dash| {
        matches!(document.folded(dash), "-" | "–" | "|") && !document.tokens()[dash].glued
    })
}

/// Whether the claim's words make an exception of a value: "*all but* one".
fn excepts(held: &Held<'_>, claimed: &Range<usize>) -> bool {
    let last = claimed.clone().next_back().map_or("", |i| held.phrasing.document.folded(i));
    matches!(last, "but" | "except" | "excluding")
        && held.phrasing.mentions.iter().any(|mention| mention.core.start == claimed.end)
}

/// Whether "or" leaves something open: not "no flavours or colouring", "whether or not", nor "known as A or B".
fn is_choice(held: &Held<'_>, reported: &Range<usize>) -> bool {
    let text = held.document();
    let negated = held.cues().iter().any(|cue| cue.negates() && cue.scope.contains(&reported.start));
    let alias = (reported.start.saturating_sub(ALIAS_REACH)..reported.end).any(|i| {
        matches!(text.folded_or_empty(i), "known" | "called" | "spelled" | "spelt" | "named" | "aka" | "(")
    });
    !negated
        && !alias
        && !reported.clone().any(|i| text.folded(i) == "not")
        && !is_other_measure(held, reported)
}

/// Whether what "or" adds is the same in another measure: "$3.1 billion or $6.78 per share", "11 people, or 4%".
fn is_other_measure(held: &Held<'_>, reported: &Range<usize>) -> bool {
    let added =
        held.mentions().iter().find(|m| m.tokens.start < reported.end && reported.start <= m.tokens.start);
    let claimed = &held.phrasing.mentions;
    let other = |added: &Mention, claimed| scope::is_other_measure(held.document(), added, claimed);
    !claimed.is_empty() && added.is_some_and(|added| claimed.iter().all(|claimed| other(added, claimed)))
}

/// What the passage says and the claim leaves out, where that makes a difference: "all but three", "Franklin *and
/// Marshall* College", "214 homes *and shops*".
fn left_out(held: &Held<'_>, reported: &Range<usize>) -> Option<Found> {
    let text = held.document();
    let word = |i: usize| text.folded(i);
    let first = reported.clone().next().map_or("", word);
    let conjoined = first == "and" || reported.clone().next_back().map_or("", word) == "and";
    let capital =
        |i: usize| text.tokens().get(i).is_some_and(|token| token.is_word() && token.case != Case::Lower);
    let in_a_name = reported.start > 0 && capital(reported.start - 1) && capital(reported.end);
    let counted = held.phrasing.mentions.iter().any(|mention| {
        !mention.value.weak && !matches!(mention.value.kind, Kind::Date | Kind::Time | Kind::Ordinal)
    });
    let valued = reported.clone().any(|i| held.mentions().iter().any(|mention| mention.core.contains(&i)));
    let excepted = matches!(first, "but" | "except" | "excluding") && valued;
    (excepted || conjoined && !valued && (in_a_name || counted)).then(|| {
        let because = format!("“{}”, which the claim leaves out", text.words(reported.clone()));
        Found::new(Gate::Difference, Effect::Block, 0.6, because)
    })
}

/// A word or a name in the very place of another.
fn exchanged(held: &Held<'_>, difference: &Difference, comparison: &Comparison) -> Option<Found> {
    let claim = &held.phrasing.document;
    let text = held.document();
    let theirs: Vec<usize> = tokens(text, difference.reported.clone())
        .into_iter()
        .filter(|&q| !held.is_aligned(q) && grammar::says(text, q))
        .collect();
    let ours = tokens(claim, difference.claimed.clone());
    let missed = missed(held, &difference.claimed, 0.0)?;
    if only_tell(held, missed, &theirs) {
        return None;
    }
    let word = claim.words(missed..missed + 1);
    let turn = |other: usize| {
        let because = format!("“{}”, where the claim says “{word}”", text.words(other..other + 1));
        Found::new(Gate::Difference, Effect::Turn, 0.3, because)
    };
    let choice =
        held.phrasing.tokens().any(|i| matches!(claim.folded(i), "or" | "nor" | "either" | "neither"));
    let excludes = |&&q: &&usize| {
        let (ours, theirs) = (claim.folded(missed), text.folded(q));
        english::exclude_each_other(ours, theirs)
            && is_told(held, missed)
            && !country::may_be_elsewhere_too(claim, missed)
            && !describes_owner(held, q)
            && !(is_time(ours) && (event::is_told_again(held, q) || lacks_noun(held, missed)))
            || comparison.alike
                && opposite::is_said(claim, missed, opposite::COPULA_REACH)
                && opposite::are_opposite(ours, theirs)
                && !addition::narrows(held, &[], &(q..q + 1))
    };
    if let Some(&other) = theirs.iter().find(excludes).filter(|_| !choice) {
        return Some(turn(other));
    }
    let told_by_polarity = |&q: &usize| {
        let (ours, theirs) = (claim.folded(missed), text.folded(q));
        let told = || {
            superlative::is_superlative(theirs)
                || english::is_verb(claim, missed) && english::is_verb(text, q)
                || comparison.only_difference().is_some()
        };
        opposite::are_opposite(ours, theirs) && told() || direction::are_opposed(ours, theirs)
    };
    if theirs.iter().any(told_by_polarity) {
        // What that says is for the polarity to tell.
        return None;
    }
    if !comparison.alike || ours.len() > IN_PLACE || !(1..=IN_PLACE).contains(&theirs.len()) {
        return None;
    }
    let is_number = |document: &Document, i: usize| document.tokens()[i].kind == TokenKind::Number;
    let ours_named = |p: usize| held.phrasing.names.iter().any(|name| name.tokens.contains(&p));
    let theirs_named = |q: usize| held.names().iter().any(|name| name.tokens.contains(&q));
    let names = ours.iter().all(|&p| is_number(claim, p) || ours_named(p))
        && theirs.iter().all(|&q| is_number(text, q) || theirs_named(q));
    let first = held.phrasing.tokens().start;
    if names && ours.contains(&first) {
        // Whom or what it is about is for the names to tell.
        return None;
    }
    let one = !subject::picks_out(held, missed) && !country::may_be_elsewhere_too(claim, missed);
    if names && !choice && !held.phrasing.headline && one {
        return Some(turn(theirs[0]));
    }
    let other = text.words(theirs[0]..theirs[theirs.len() - 1] + 1);
    let because = format!("“{other}”, where the claim says “{word}”");
    let found = Found::new(Gate::Difference, Effect::Block, 0.5, because).about(missed);
    let opposed = opposite::are_opposite(claim.folded(missed), text.folded(theirs[0]));
    Some(if opposed { found.by(theirs[0]) } else { found })
}

/// Whether a word describes the one to whom belongs what the claim describes: "a *Danish* painter's model".
fn describes_owner(held: &Held<'_>, at: usize) -> bool {
    let text = held.document();
    let open = |i: &usize| *i < held.tokens.end && text.tokens()[*i].is_word() && !held.is_aligned(*i);
    (at + 1..held.tokens.end).take_while(open).any(|i| text.is_possessive(i))
}

/// Whether the words that differ only tell that there is what follows: "*made* a profit", "*posted* a profit".
fn only_tell(held: &Held<'_>, ours: usize, theirs: &[usize]) -> bool {
    let tells = |document: &Document, at: usize| scope::tells(document.folded(at));
    tells(&held.phrasing.document, ours) && matches!(*theirs, [one] if tells(held.document(), one))
}

/// Whether the claim's word is told of what it is about: when something happened, or what follows a verb. What leads to one only
/// picks out whom it is about, and others may do the same: "the *French* president condemned it".
fn is_told(held: &Held<'_>, token: usize) -> bool {
    let claim = &held.phrasing.document;
    let word = claim.folded(token);
    // "Has a weekly market" leaves a monthly one.
    let describes = english::is_content_word(claim, token + 1) && claim.tokens()[token].case == Case::Lower;
    if is_time(word) {
        !subject::is_narrowed(held)
    } else {
        !subject::picks_out(held, token) && (!describes || opposite::is_of_its_kind(claim, token))
    }
}

/// The first word of the claim in `range` that weighs at least so much and that nothing in the passage answers.
fn missed(held: &Held<'_>, range: &Range<usize>, least: f64) -> Option<usize> {
    held.phrasing
        .frame
        .iter()
        .zip(&held.alignment.answers)
        .filter(|(word, answer)| word.weight >= least && **answer == Answer::Nothing)
        .find_map(|(word, _)| word.token.filter(|token| range.contains(token)))
}
