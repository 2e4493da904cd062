//! What is denied of anyone at all: "no one was hurt", "there were no deaths". One of whom it is told is enough against it, whoever
//! that is.

use std::ops::Range;

use crate::english;
use crate::stance::cue::Cue;
use crate::stance::held::Held;
use crate::text::{Document, TokenKind, WordSet};
use crate::value::is_number_word;

use super::grammar::{self, BY_REACH, Voice};
use super::pairing::Pair;
use super::{
    Effect, Found, Gate, IN_ONE_SENTENCE, addition, argument, denial, polarity, scope, times, told_of,
};

/// How many tokens after a verb those to whom it is done stand at most.
const OBJECT: usize = 6;

/// How many tokens before a verb its "can" or "must" stands at most: "*must* first be".
const MAY_REACH: usize = 3;

/// Stems of the words for dying and for being killed, which are told of one event: "nobody died", "killed three".
pub(super) static DEATHS: WordSet = WordSet::of(&["dead", "death", "die", "fatal", "kill", "perish"]);

/// Finds what one side denies of anyone and the other tells of somebody.
pub(super) fn ask(held: &Held<'_>, values: &[Pair<'_>]) -> Option<Found> {
    told_of_somebody(held).or_else(|| denied_of_anyone(held, values))
}

/// The claim denies it of anyone, the passage tells it of somebody.
fn told_of_somebody(held: &Held<'_>) -> Option<Found> {
    let claim = &held.phrasing.document;
    let mut negations = held.phrasing_cues.iter().filter(|cue| cue.negates());
    let (cue, None) = (negations.next()?, negations.next()) else { return None };
    let denied = denied(claim, cue, &held.phrasing.tokens())?;
    let told = answer(held, denied)?;
    let text = held.document();
    // "*Claimed* the prize" only claims where the claim does.
    let same = text.folded(told) == claim.folded(denied);
    let open = held.cues().iter().any(|cue| cue.scope.contains(&told) || cue.tokens.contains(&told) && !same);
    let sentence = held.sentence_of(told)?;
    // "*Must* be signed by 500 people."
    let may =
        |i: usize| matches!(text.folded(i), "can" | "could" | "may" | "might" | "must" | "should" | "will");
    let to = |i: usize| text.folded(i) == "to" && (i + 1 == told || text.folded(i + 1) == "be");
    let only_may = (told.saturating_sub(MAY_REACH).max(sentence.start)..told).any(|i| may(i) || to(i));
    let sure = !open
        && !only_may
        && !is_of_another_event(held, sentence.clone())
        && !denial::is_of_all_others(held, cue)
        && (grammar::is_told(text, told) || is_coordinated(text, told))
        && !is_cut_short(text, told, &sentence)
        && is_of_somebody(held, (denied, cue.tokens.start == denied + 1), told, &sentence)
        && covers(held, told, |token| token == denied || cue.tokens.contains(&token));
    sure.then(|| turned(format!("without the claim’s “{}”", claim.words(cue.tokens.clone()))))
}

/// The passage denies it of anyone, the claim tells it of somebody.
fn denied_of_anyone(held: &Held<'_>, values: &[Pair<'_>]) -> Option<Found> {
    if !held.phrasing_cues.is_empty() || !held.cues().iter().any(|cue| cue.negates()) {
        return None;
    }
    let (claim, text) = (&held.phrasing.document, held.document());
    let told = grammar::claimed(held)?;
    let subject = told_of::subjects(claim, &held.phrasing.tokens(), told)?;
    let is_name = |i: usize| held.phrasing.names.iter().any(|name| name.tokens.contains(&i));
    if !subject.iter().any(|phrase| has_somebody(claim, phrase.clone(), &is_name)) {
        return None;
    }
    let reported = answer(held, told)?;
    let sentence = held.sentence_of(reported)?;
    let cue = held.cues().iter().find(|cue| denied(text, cue, &sentence) == Some(reported))?;
    let open = held.cues().iter().any(|other| other != cue && other.scope.contains(&reported));
    // "None *of the caretakers*" is none of the teachers.
    let mut among = (cue.tokens.end..reported)
        .filter(|&i| english::is_content_word(text, i) && !english::is_verb(text, i));
    let others = among.next().is_some_and(|i| !held.is_aligned(i));
    if others {
        return None;
    }
    let own = |token: usize| token == told || subject.iter().any(|phrase| phrase.contains(&token));
    let narrowed = addition::narrows(held, values, &cue.tokens);
    (!open && !narrowed && !is_of_another_event(held, sentence) && covers(held, reported, own))
        .then(|| turned(format!("“{}”, where the claim has no such word", held.words(&cue.tokens))))
}

fn turned(because: String) -> Found {
    Found::new(Gate::NoOne, Effect::Turn, 0.2, because)
}

/// Whether a noun (folded) names persons, or what happens to them: "casualties", "deaths".
pub(super) fn is_of_somebody_by_name(noun: &str) -> bool {
    english::names_persons(noun)
        || DEATHS.contains(&english::stem(noun))
        || matches!(
            english::singular(noun).as_ref(),
            "arrest" | "casualty" | "fatality" | "injury" | "victim"
        )
}

/// What `cue` denies of anyone: the verb after "nobody" or "no one", or the noun after "there were no". `None` where it is denied of some
/// that are not named: "nobody else", "none of them", "no deaths among".
pub(super) fn denied(document: &Document, cue: &Cue, within: &Range<usize>) -> Option<usize> {
    let word = |i: usize| document.folded_or_empty(i);
    let first = cue.tokens.start;
    // "The blast killed *nobody*."
    let before = first.checked_sub(1).filter(|&i| within.contains(&i) && english::is_verb(document, i));
    let ends = document.tokens().get(first + 1).is_none_or(|next| !next.is_word());
    if word(first) == "nobody" && ends && before.is_some_and(|i| english::is_content_word(document, i)) {
        return before;
    }
    let begin = match word(first) {
        "nobody" | "none" => first + 1,
        "no" if word(first + 1) == "one" => first + 2,
        "no" => {
            return there_is_none(document, first, within).or_else(|| none_reported(document, first, within));
        }
        _ => return None,
    };
    // "Nobody *in the party* voted for it": of whom it is denied, the rest of the claim says.
    let among = matches!(word(begin), "aboard" | "at" | "in" | "of" | "on") && word(begin + 1) == "the";
    let says = |i: usize| grammar::is_auxiliary(document, i) || english::is_verb(document, i);
    let begin = if among { (begin + 2..within.end).find(|&i| says(i)).unwrap_or(begin) } else { begin };
    let all = first
        .checked_sub(1)
        .is_none_or(|i| !matches!(word(i), "almost" | "nearly" | "practically" | "virtually"));
    (all && begin < within.end && says(begin))
        .then(|| grammar::predicate(document, &(begin..within.end)))
        .flatten()
}

/// The noun after "there were no" at `no`, unless more is said of which: "no deaths among staff", "no further arrests".
fn there_is_none(document: &Document, no: usize, within: &Range<usize>) -> Option<usize> {
    let be = |i: usize| matches!(document.folded(i), "is" | "are" | "was" | "were" | "been" | "be");
    let noun = no + 1;
    let one_of_some = matches!(document.folded_or_empty(noun + 1), "among" | "for" | "of");
    let exists = no.checked_sub(1).is_some_and(|i| within.contains(&i) && be(i))
        && within.contains(&noun)
        && (within.start..no).rev().take(4).any(|i| document.folded(i) == "there");
    (exists && !one_of_some && english::is_content_word(document, noun)).then_some(noun)
}

fn is_death(document: &Document, at: usize) -> bool {
    DEATHS.contains(&english::stem(document.folded(at)))
}

fn is_injury(document: &Document, at: usize) -> bool {
    matches!(english::stem(document.folded(at)).as_ref(), "hurt" | "injur" | "injuri" | "wound")
}

/// Whether a word tells that somebody was hurt or killed.
fn is_harm(document: &Document, at: usize) -> bool {
    is_death(document, at) || is_injury(document, at)
}

/// The noun of "*no deaths were reported*", unless more is said of which.
fn none_reported(document: &Document, no: usize, within: &Range<usize>) -> Option<usize> {
    let word = |i: usize| document.folded_or_empty(i);
    let (noun, be) = (no + 1, no + 2);
    let reported = be + 1 + usize::from(matches!(word(be + 1), "been" | "immediately"));
    let known = matches!(word(reported), "confirmed" | "recorded" | "registered" | "reported");
    let exists = matches!(word(be), "has" | "have" | "was" | "were") && known;
    (exists && within.contains(&reported) && is_of_somebody_by_name(word(noun))).then_some(noun)
}

/// The token of the passage that answers the phrasing's `token` by its own word, in some form; of a death, by any word for one.
fn answer(held: &Held<'_>, token: usize) -> Option<usize> {
    let (claim, text) = (&held.phrasing.document, held.document());
    argument::derived_word(held, token).or_else(|| {
        let mut aligned = held.alignment.pairs(held.phrasing).filter(|&(p, _)| p == token).map(|(_, q)| q);
        aligned.find(|&q| {
            is_death(claim, token) && is_death(text, q) || is_injury(claim, token) && is_injury(text, q)
        })
    })
}

/// Whether a verb is told by "and" of the subject of the one before: "killed two *and injured* 17".
fn is_coordinated(text: &Document, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|and| text.folded(and) == "and")
        && english::is_past_form(text.folded(at))
        && is_counted(text, at + 1)
}

/// Whether a number stands at `at`, in digits or letters.
fn is_counted(text: &Document, at: usize) -> bool {
    text.tokens().get(at).is_some_and(|next| next.kind == TokenKind::Number)
        || is_number_word(text.folded_or_empty(at))
}

/// Whether what the claim denies at `denied`, of its object or not, is told of somebody by the passage's word at `told`.
fn is_of_somebody(
    held: &Held<'_>,
    (denied, of_object): (usize, bool),
    told: usize,
    sentence: &Range<usize>,
) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let somebody = |tokens: Range<usize>| has_somebody(text, tokens, &|i| names(held, i));
    // "Holt, 44, a driver from Leeds, died": not plain, but nobody else does anything.
    let before = sentence.start..told;
    let alone = || {
        let acts = |i: usize| english::is_verb(text, i) && english::is_content_word(text, i);
        !before.clone().any(acts) && somebody(before.clone())
    };
    let subject =
        || told_of::subjects(text, sentence, told).map_or_else(alone, |all| all.into_iter().any(&somebody));
    let object = || {
        let end = sentence.end.min(told + 1 + OBJECT);
        let stops = |i: &usize| text.tokens()[*i].kind == TokenKind::Punctuation;
        let number = is_counted(text, told + 1);
        let counted = held.mentions().iter().find(|mention| mention.tokens.start == told + 1);
        let plain = counted.is_some_and(|mention| mention.counted.is_none());
        number && plain && is_harm(text, told)
            || somebody(told + 1..(told + 1..end).find(stops).unwrap_or(end))
    };
    // "Was claimed on Monday *by a couple*."
    let agent = || {
        let by = (told + 1..sentence.end.min(told + 1 + BY_REACH)).find(|&i| text.folded(i) == "by");
        by.is_some_and(|by| somebody(by + 1..sentence.end.min(by + 1 + OBJECT)))
    };
    let suffers = of_object
        || english::stem(text.folded(told)) == "kill"
        || grammar::voice(claim, denied) == Voice::Passive;
    if !english::is_verb(claim, denied) {
        return subject() || object();
    }
    match grammar::voice(text, told) {
        Voice::Active if suffers => object(),
        Voice::Passive if !suffers => agent() && !is_described(held, sentence, told),
        _ => subject(),
    }
}

/// Whether what it is done to is told from another by a word that the claim has not: "the *second* prize was claimed".
fn is_described(held: &Held<'_>, sentence: &Range<usize>, told: usize) -> bool {
    let text = held.document();
    (sentence.start..told).any(|i| {
        let next = held.is_aligned(i + 1) && i + 1 < told;
        next && !held.is_aligned(i) && (grammar::says(text, i) || text.folded(i) == "another")
    })
}

/// Whether a participle only says of whom something else is told: "a man *killed* in the fire was named".
fn is_cut_short(text: &Document, told: usize, sentence: &Range<usize>) -> bool {
    grammar::voice(text, told) == Voice::Open
        && english::is_past_form(text.folded(told))
        && (told + 1..sentence.end).any(|i| grammar::is_auxiliary(text, i))
}

/// Whether the passage's token stands in a name.
fn names(held: &Held<'_>, token: usize) -> bool {
    held.names().iter().any(|name| name.tokens.contains(&token))
}

/// Whether there is somebody among the tokens: a person's noun, a name, or a pronoun.
fn has_somebody(document: &Document, mut tokens: Range<usize>, is_name: &dyn Fn(usize) -> bool) -> bool {
    tokens.any(|i| {
        let word = document.folded(i);
        english::names_persons(word)
            || matches!(word, "he" | "she" | "him" | "her" | "them" | "they")
            || is_name(i)
    })
}

/// Words for another event, or for one before: "died in *another* fire", "were arrested *before* the march".
static OTHERS: WordSet =
    WordSet::of(&["ago", "another", "before", "earlier", "other", "previous", "previously", "until"]);

/// Whether a sentence of the passage says that it was at another place or event than the claim speaks of: "*in another* house", "*in a
/// similar* case".
pub(super) fn is_elsewhere(held: &Held<'_>, mut sentence: Range<usize>) -> bool {
    let text = held.document();
    sentence.any(|i| {
        let other = matches!(
            text.folded(i),
            "another" | "neighboring" | "neighbouring" | "other" | "separate" | "similar"
        );
        let led = (i.saturating_sub(2)..i).any(|lead| matches!(text.folded(lead), "at" | "in" | "on"));
        other && led && !scope::in_claim(held, text.folded(i))
    })
}

/// Whether a sentence of the passage speaks of another event or another time than the claim.
pub(super) fn is_of_another_event(held: &Held<'_>, mut sentence: Range<usize>) -> bool {
    let text = held.document();
    sentence.any(|i| {
        let word = text.folded(i);
        let last = word == "last"
            && matches!(text.folded_or_empty(i + 1), "year" | "month" | "week" | "season" | "time");
        (last || OTHERS.contains(word) || times::is_year(text, i)) && !scope::in_claim(held, word)
    })
}

/// Whether the passage has the rest of the claim, `own` left out, and has it beside `told`, in its own clause.
fn covers(held: &Held<'_>, told: usize, own: impl Fn(usize) -> bool) -> bool {
    let text = held.document();
    let parted = |q: usize| {
        let between = told.min(q)..told.max(q);
        let marks: Vec<usize> = between.filter(|&i| matches!(text.folded(i), "," | ";" | "–")).collect();
        // "Were injured, *two of them badly*, in the blast."
        let of_them = |aside: Range<usize>| {
            aside
                .clone()
                .any(|i| text.folded(i) == "of" && matches!(text.folded_or_empty(i + 1), "them" | "whom"))
                && !aside.into_iter().any(|i| held.is_aligned(i))
        };
        match *marks.as_slice() {
            [] => false,
            [open, close] => !of_them(open..close),
            _ => true,
        }
    };
    // "In the fire *drill*".
    let other_noun = |q: usize| {
        let next = q + 1;
        next < text.tokens().len()
            && !held.is_aligned(next)
            && english::is_content_word(text, next)
            && english::parts_of_speech(&english::stem(text.folded(next))).starts_with('n')
            && !english::is_verb(text, next)
    };
    if held.weighted_pairs().any(|(p, q, _)| !own(p) && q > told && other_noun(q)) {
        return false;
    }
    let apart = held.weighted_pairs().any(|(p, q, _)| !own(p) && q > told && parted(q));
    if apart {
        return false;
    }
    polarity::coverage_without(held, own) >= polarity::TURN_COVERAGE
        && held.share_beside(told) >= IN_ONE_SENTENCE
}
