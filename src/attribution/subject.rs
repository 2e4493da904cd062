//! The subject of a reporting verb: before it, behind a comma with what is added to it, or after it.

use std::ops::Range;

use crate::english;
use crate::text::{Document, TokenKind};

use super::lexicon;
use super::phrase::{self, Phrase, is_pronoun};
use super::speaker::SpeakerKind;

/// Who is said to speak.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Subject {
    /// Those whom a noun phrase names, and what stands beside it: "Dan Jarvis", "the security minister".
    Phrase(Phrase, Option<Phrase>),
    /// He, she, it or they: the token of the pronoun.
    Pronoun(usize),
    /// Whoever spoke just before in the same sentence: "and added".
    Same,
}

/// A subject, and where the clause begins that it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) subject: Subject,
    pub(super) start: usize,
    /// Where the subject ends, if it follows its verb.
    pub(super) end: Option<usize>,
}

/// So many additions between commas may stand between a subject and its verb.
const MOST_ADDED: usize = 4;

/// Where the words of a verb begin that ends at `verb`: "has also said"; and whether it is passive.
pub(super) fn verb_start(document: &Document, verb: usize, floor: usize) -> (usize, bool) {
    let mut at = verb;
    let mut passive = false;
    while at > floor {
        let word = document.folded_or_empty(at - 1);
        let be = matches!(word, "is" | "was" | "are" | "were" | "been" | "being" | "be");
        let helps = matches!(word, "has" | "have" | "had" | "having");
        let adverb =
            word.ends_with("ly") && lexicon::kind(word).is_none() && english::given_name(word).is_none()
                || matches!(
                    word,
                    "also"
                        | "later"
                        | "then"
                        | "again"
                        | "now"
                        | "still"
                        | "earlier"
                        | "since"
                        | "himself"
                        | "herself"
                        | "itself"
                        | "themselves"
                        | "first"
                        | "today"
                        | "yesterday"
                        | "once"
                        | "even"
                        | "just"
                        | "has"
                );
        if be || helps || adverb {
            passive |= be;
            at -= 1;
        } else if let Some(start) = day_before(document, at, floor) {
            at = start;
        } else {
            break;
        }
    }
    (at, passive)
}

/// "on Wednesday" before `at`.
fn day_before(document: &Document, at: usize, floor: usize) -> Option<usize> {
    (at >= floor + 2
        && phrase::is_time(document.folded_or_empty(at - 1))
        && matches!(document.folded_or_empty(at - 2), "on" | "last"))
    .then(|| at - 2)
}

/// The subject that ends just before `at`, in a sentence that begins at `floor`.
pub(super) fn before(document: &Document, at: usize, floor: usize) -> Option<Found> {
    let last = at.checked_sub(1).filter(|&last| last >= floor)?;
    match document.folded_or_empty(last) {
        "he" | "she" | "it" | "they" => Some(found(Subject::Pronoun(last), last)),
        "who" | "which" => {
            let comma = usize::from(last > floor && document.folded_or_empty(last - 1) == ",");
            let phrase = phrase::back(document, last - comma, floor)?;
            Some(Found { start: last, ..named(phrase, None) })
        }
        "and" | "but" | "then" => Some(found(Subject::Same, last)),
        "," => after_additions(document, last, floor),
        ")" => {
            let open = (last.saturating_sub(MOST_IN_BRACKETS).max(floor)..last)
                .rev()
                .find(|&at| document.folded_or_empty(at) == "(")?;
            before(document, open, floor)
        }
        word if is_pronoun(word) => None,
        _ => {
            if let Some(found) = before_relative(document, at, floor) {
                return Some(found);
            }
            let phrase = phrase::back(document, at, floor)?;
            let beside = beside_before(document, &phrase, floor);
            Some(named(joined(document, phrase, floor), beside))
        }
    }
}

const MOST_IN_BRACKETS: usize = 8;

/// A relative clause has so many tokens at most.
const LONGEST_RELATIVE: usize = 10;

/// "The board" of "the board that Ann Rees chairs said".
fn before_relative(document: &Document, at: usize, floor: usize) -> Option<Found> {
    let near = at.saturating_sub(LONGEST_RELATIVE).max(floor + 1)..at;
    let link = near.rev().find(|&at| {
        !document.tokens()[at].is_word() || matches!(document.folded_or_empty(at), "that" | "who" | "which")
    })?;
    if !document.tokens()[link].is_word() || link + 1 >= at {
        return None;
    }
    // "The board that runs it" or "the board that Ann Rees chairs".
    let may_be_verb = |at: usize| {
        english::parts_of_speech(&english::stem(document.folded_or_empty(at))).contains('v')
            && !phrase::is_capital(document, at)
    };
    let verb_leads = phrase::is_verb(document, link + 1) || may_be_verb(link + 1);
    let verb_ends = !phrase::is_capital(document, at - 1)
        && at - link > 2
        && (phrase::is_capital(document, link + 1)
            || phrase::is_determiner(document.folded_or_empty(link + 1)))
        && (phrase::is_verb(document, at - 1) || phrase::is_capital(document, at - 2));
    let head = phrase::base_back(document, link, floor)?;
    let begins = head.start == floor || !document.tokens()[head.start - 1].is_word();
    let kind = lexicon::kind(document.folded_or_empty(head.end - 1));
    let speaks =
        kind.is_some_and(|kind| kind != SpeakerKind::Document) || phrase::is_capital(document, head.end - 1);
    (begins && speaks && (verb_leads || verb_ends)).then(|| named(Phrase { whole: head.clone(), head }, None))
}

fn found(subject: Subject, start: usize) -> Found {
    Found { subject, start, end: None }
}

fn named(phrase: Phrase, beside: Option<Phrase>) -> Found {
    let start =
        beside.as_ref().map_or(phrase.whole.start, |beside| beside.whole.start.min(phrase.whole.start));
    found(Subject::Phrase(phrase, beside), start)
}

/// "Police and the coastguard" where that begins the clause.
fn joined(document: &Document, phrase: Phrase, floor: usize) -> Phrase {
    let start = phrase.whole.start;
    if start < floor + 2 || document.folded_or_empty(start - 1) != "and" {
        return phrase;
    }
    let speaks =
        |at: usize| phrase::is_capital(document, at) || lexicon::kind(document.folded_or_empty(at)).is_some();
    match phrase::base_back(document, start - 1, floor) {
        Some(first)
            if speaks(first.end - 1)
                && (first.start == floor
                    || matches!(document.folded_or_empty(first.start - 1), "," | "\"" | "and" | "both")) =>
        {
            let both = first.start > floor && document.folded_or_empty(first.start - 1) == "both";
            let whole = first.start - usize::from(both)..phrase.whole.end;
            Phrase { head: whole.clone(), whole }
        }
        _ => phrase,
    }
}

/// "the security minister, Dan Jarvis said": the role before a name.
fn beside_before(document: &Document, phrase: &Phrase, floor: usize) -> Option<Phrase> {
    let comma =
        phrase.whole.start.checked_sub(1).filter(|&at| at > floor && document.folded_or_empty(at) == ",")?;
    if !phrase::is_capital(document, phrase.head.end - 1) || is_role(document, phrase) {
        return None;
    }
    let role = phrase::back(document, comma, floor)?;
    let begins = role.whole.start == floor
        || matches!(
            document.folded_or_empty(role.whole.start - 1),
            "," | "\"" | "and" | "but" | ":" | ";" | "that"
        );
    (begins && is_role(document, &role)).then_some(role)
}

fn is_role(document: &Document, phrase: &Phrase) -> bool {
    lexicon::is_person(phrase::noun(document, phrase))
}

/// The subject of a verb that follows the comma at `comma`: "Dan Jarvis, the security minister, said".
fn after_additions(document: &Document, comma: usize, floor: usize) -> Option<Found> {
    let mut end = comma;
    let mut role: Option<Phrase> = None;
    for _ in 0..=MOST_ADDED {
        let start =
            (floor..end).rev().find(|&at| document.folded_or_empty(at) == ",").map_or(floor, |at| at + 1);
        let first = start == floor;
        let segment = start..end;
        if segment.is_empty() || document.folded_or_empty(end - 1) == "\"" {
            return None;
        }
        let phrase = phrase::back(document, end, start);
        match phrase {
            Some(phrase)
                if is_whole(document, &phrase, &segment) || role.is_some() && !adds(document, &segment) =>
            {
                let name = phrase::is_capital(document, phrase.head.end - 1) && !is_role(document, &phrase);
                match role.take() {
                    // "the security minister, Dan Jarvis," read from its end.
                    Some(later) if is_role(document, &phrase) && !is_role(document, &later) => {
                        return Some(named(later, Some(phrase)));
                    }
                    // "Lawyers for Tom Hayes, the first trader to be jailed," speak, and not the trader.
                    Some(later) if is_role(document, &later) && (name || is_role(document, &phrase)) => {
                        return Some(named(phrase, Some(later)));
                    }
                    Some(later) => return Some(named(later, None)),
                    None if first => return Some(named(phrase, None)),
                    None => role = Some(phrase),
                }
            }
            Some(phrase) if !adds(document, &segment) => return Some(named(role.unwrap_or(phrase), None)),
            _ if adds(document, &segment) && !first => {}
            _ => return role.map(|role| named(role, None)),
        }
        if first {
            return role.map(|role| named(role, None));
        }
        end = start - 1;
    }
    None
}

fn is_whole(document: &Document, phrase: &Phrase, segment: &Range<usize>) -> bool {
    phrase.whole.start == segment.start
        || phrase.whole.start == segment.start + 1
            && matches!(document.folded_or_empty(segment.start), "but" | "and" | "that")
}

/// Whether what stands between two commas only adds to what precedes: "54", "who lives in Leeds", "speaking
/// in London".
fn adds(document: &Document, segment: &Range<usize>) -> bool {
    let joined = matches!(document.folded_or_empty(segment.start), "and" | "but") && segment.len() > 1;
    let start = segment.start + usize::from(joined);
    let word = document.folded_or_empty(start);
    let number = document.tokens()[start].kind == TokenKind::Number;
    let is_role_since = |phrase: Phrase| {
        phrase.whole.start == start
            && is_role(document, &phrase)
            && matches!(document.folded_or_empty(phrase.whole.end), "since" | "until" | "during")
    };
    phrase::forward(document, start, segment.end).is_some_and(is_role_since)
        || number && segment.len() <= 2
        || word == "one" && document.folded_or_empty(start + 1) == "of"
        || matches!(
            word,
            "who"
                | "whose"
                | "which"
                | "aged"
                | "in"
                | "on"
                | "at"
                | "from"
                | "of"
                | "with"
                | "however"
                | "meanwhile"
                | "now"
                | "then"
                | "also"
                | "for"
                | "after"
                | "when"
                | "where"
        )
        || word.ends_with("ing")
        || word.ends_with("ed")
        || phrase::is_time(word)
}

/// The subject after the verb at `verb`: "said Dan Jarvis, the security minister".
pub(super) fn after(document: &Document, verb: usize, limit: usize) -> Option<Found> {
    let start = verb + 1;
    let phrase = phrase::forward(document, start, limit)?;
    let mut end = phrase.whole.end;
    // "said the man was" has another verb for its subject.
    if end < limit && phrase::is_verb(document, end) {
        return None;
    }
    let mut beside = None;
    if end + 1 < limit && document.folded_or_empty(end) == "," {
        beside = phrase::forward(document, end + 1, limit).filter(|added| {
            let name = phrase::is_capital(document, added.head.end - 1);
            let closed = added.whole.end >= limit || !document.tokens()[added.whole.end].is_word();
            closed && (is_role(document, added) || is_role(document, &phrase) && name)
        });
        end = beside.as_ref().map_or(end, |added| added.whole.end);
    }
    // "said a spokesman for the force, PC Smith": whoever has a name.
    let (phrase, beside) = match beside {
        Some(added) if is_role(document, &phrase) && !is_role(document, &added) => (added, Some(phrase)),
        beside => (phrase, beside),
    };
    Some(Found { subject: Subject::Phrase(phrase, beside), start: verb, end: Some(end) })
}
