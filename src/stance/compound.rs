//! Claims of several parts: "X did this and will do that". A text may bear out each part in another place.

use std::ops::Range;

use crate::english::{self, Direction};
use crate::matcher::Phrasing;
use crate::text::{Document, TokenKind, WordSet};
use crate::value::Mention;

use super::Stance;
use super::cue::{Cue, CueKind};
use super::settle::Weighed;

/// How many words that say something, or numbers, each part must have.
const PART_WORDS: usize = 3;

/// How far after a joint its verb may stand: "and their revenue for the first quarter of the year *is*".
const VERB_REACH: usize = 14;

/// How far after a joint the word may stand that says which way something went: "a year-over-year *increase*".
const DIRECTION_REACH: usize = 4;

/// The parts of a claim, as token ranges; one where it has no parts. It is cut between sentences, and before what joins a
/// new predicate: "and", "but", "while", ";", a comma with "which" or "representing".
pub(super) fn parts(document: &Document, mentions: &[Mention]) -> Vec<Range<usize>> {
    let mut cuts: Vec<usize> = vec![0];
    for sentence in document.sentences() {
        let mut start = sentence.whole.start;
        if start > 0 && substantial(document, start..sentence.tokens.end) {
            cuts.push(start);
        }
        for at in sentence.tokens.clone() {
            let inside_value = mentions.iter().any(|mention| mention.tokens.contains(&at));
            let both = substantial(document, start..at) && substantial(document, at + 1..sentence.tokens.end);
            if !inside_value && both && joins(document, sentence.tokens.start..at, at, sentence.tokens.end) {
                cuts.push(at + 1);
                start = at + 1;
            }
        }
    }
    cuts.push(document.tokens().len());
    cuts.dedup();
    cuts.windows(2).map(|pair| pair[0]..pair[1]).collect()
}

/// The parts with how they stand, and behind them each that leans together with what it leans on.
pub(super) fn with_joined(
    document: &Document,
    mut parts: Vec<Range<usize>>,
) -> (Vec<Range<usize>>, Vec<PartStanding>) {
    let leans = |part: &Range<usize>| is_dependent(document, part);
    let standing = |part| if leans(part) { PartStanding::Leaning } else { PartStanding::Alone };
    let mut standings: Vec<PartStanding> = parts.iter().map(standing).collect();
    let joined: Vec<Range<usize>> = (1..parts.len())
        .filter(|&at| standings[at] == PartStanding::Leaning)
        .map(|at| {
            let head = (0..at).rev().find(|&head| standings[head] == PartStanding::Alone).unwrap_or(0);
            parts[head].start..parts[at].end
        })
        .filter(|joined| *joined != (0..document.tokens().len()))
        .collect();
    standings.extend(joined.iter().map(|_| PartStanding::Joined));
    parts.extend(joined);
    (parts, standings)
}

/// Whether a part leans on what is said before it, so that it is of nothing by itself: "which is 4% more", "up from 12".
pub(super) fn is_dependent(document: &Document, part: &Range<usize>) -> bool {
    let first = document.folded_or_empty(part.start);
    let leads = LEANING.contains(first) || is_participle(first) || leads_to_direction(document, part.start);
    part.start > 0 && leads && !tells_change_of(document, part)
}

/// Whether a part without a verb of its own goes on with what its sentence only expects or plans: "are *expected* to grow, *with margins
/// of 3%*".
pub(super) fn goes_on_with_what_is_foreseen(document: &Document, cues: &[Cue], part: &Range<usize>) -> bool {
    let sentences = document.sentences();
    let at = sentences.partition_point(|sentence| sentence.tokens.end <= part.start);
    let sentence = sentences.get(at).map_or(0..0, |sentence| sentence.whole.clone());
    let foresees = |cue: &Cue| {
        matches!(cue.kind, CueKind::Unreal | CueKind::Hedge)
            && (sentence.start..part.start).contains(&cue.tokens.start)
    };
    document.folded_or_empty(part.start) == "with" && cues.iter().any(foresees)
}

/// Whether a part tells which way something went and says of what: "resulting in a slight decrease *in net income*".
fn tells_change_of(document: &Document, part: &Range<usize>) -> bool {
    part.clone().take(DIRECTION_REACH + 1).any(|at| {
        Direction::of(document.folded(at)).is_some()
            && document.folded_or_empty(at + 1) == "in"
            && at + 2 < part.end
            && document.tokens()[at + 2].kind == TokenKind::Word
    })
}

/// Whether a word that says which way something went stands at `at` with its number, or after an article: "up 5%", "an
/// increase of 5%".
fn leads_to_direction(document: &Document, at: usize) -> bool {
    let directed = |at: usize| Direction::of(document.folded_or_empty(at)).is_some();
    let is_number =
        |at: usize| document.tokens().get(at).is_some_and(|token| token.kind == TokenKind::Number);
    match document.folded_or_empty(at) {
        "a" | "an" | "no" => (at + 1..=at + DIRECTION_REACH).any(directed),
        "up" | "down" => (at + 1..at + 3).any(is_number),
        _ => false,
    }
}

/// Words that begin a part which leans on what is said before it.
static LEANING: WordSet = WordSet::of(&["compared", "including", "leading", "resulting", "which"]);

/// Participles that stand as prepositions do, so that no new predicate begins with them: "in the second quarter *compared* to
/// last year".
static PREPOSITIONAL: WordSet = WordSet::of(&[
    "according",
    "based",
    "compared",
    "concerning",
    "considering",
    "depending",
    "following",
    "given",
    "including",
    "regarding",
]);

/// The parts' texts. A part that names nobody takes over the name that the claim begins with, so that what it says is not
/// found of somebody else.
pub(super) fn texts(phrasing: &Phrasing, parts: Vec<Range<usize>>) -> Vec<String> {
    let document = &phrasing.document;
    let subject = phrasing.subject();
    let text = |part: Range<usize>| {
        let names_somebody = phrasing.names.iter().any(|name| part.contains(&name.tokens.start));
        match subject {
            Some(name) if part.start > 0 && !names_somebody => {
                format!("{} {}", document.words(name.tokens.clone()), document.words(part))
            }
            _ => document.words(part).to_owned(),
        }
    };
    parts.into_iter().map(text).collect()
}

fn substantial(document: &Document, tokens: Range<usize>) -> bool {
    let says =
        |&i: &usize| document.tokens()[i].kind == TokenKind::Number || english::is_content_word(document, i);
    let said = tokens.clone().filter(says).count();
    // "Earned $3.1 billion."
    let told = || {
        let mut tokens = tokens;
        let past = |i: usize| english::is_past_form(document.folded(i));
        tokens.next().is_some_and(past) && tokens.any(|i| matches!(document.folded(i), "$" | "£" | "€"))
    };
    said >= PART_WORDS || told()
}

/// How many tokens before the last item of a list its last comma but one stands at most.
const LIST_REACH: usize = 6;

/// Whether the token joins two predicates rather than two names: a verb stands before it, and one follows.
fn joins(document: &Document, before: Range<usize>, at: usize, end: usize) -> bool {
    let verb_in = |range: Range<usize>| {
        range
            .into_iter()
            .any(|i| english::is_verb(document, i) && !PREPOSITIONAL.contains(document.folded(i)))
    };
    if !verb_in(before.clone()) {
        return false;
    }
    let follows = |from: usize| verb_in(from..end.min(from + VERB_REACH));
    // "Expects trade, *and wage inflation to persist*" lists what it expects.
    let ends_list = |and: usize| {
        let listed = before.clone().rev().take(LIST_REACH).any(|i| i + 1 < and && document.folded(i) == ",");
        let to = (and..end)
            .find(|&i| document.folded(i) == "to" && i + 1 < end && english::is_verb(document, i + 1));
        document.folded_or_empty(and) == "and" && listed && to.is_some_and(|to| !verb_in(and..to))
    };
    match document.folded(at) {
        "and" | "but" | "while" | "whereas" | "although" | "though" | "yet" => {
            let before_a_name = document.folded_or_empty(at + 1);
            let shared_subject = english::is_verb(document, at + 1) || before_a_name.ends_with("ing");
            !ends_list(at) && (shared_subject || has_object(document, at + 1) || follows(at + 1))
        }
        "with" => leads_to_direction(document, at + 1),
        ";" => true,
        "," => {
            let next = document.folded_or_empty(at + 1);
            let conjoined = matches!(next, "and" | "but" | "while" | "whereas" | "although" | "yet");
            LEANING.contains(next)
                || next == "with"
                || is_participle(next)
                || leads_to_direction(document, at + 1)
                || conjoined && !ends_list(at + 1) && (has_object(document, at + 2) || follows(at + 2))
                || has_object(document, at + 1)
        }
        _ => false,
    }
}

/// Whether a past form with what it was done to stands at `at`, so that a predicate begins there: "and *reported a loss*".
fn has_object(document: &Document, at: usize) -> bool {
    let word = document.folded_or_empty(at);
    let after = document.folded_or_empty(at + 1);
    let begins = english::begins_object(after)
        || document.tokens().get(at + 1).is_some_and(|token| token.kind == TokenKind::Number)
        || matches!(after, "$" | "£" | "€");
    begins && english::is_past_form(word) && english::parts_of_speech(&english::stem(word)).contains('v')
}

/// Whether a word may begin a clause without a subject: "representing".
fn is_participle(word: &str) -> bool {
    word.len() > 5
        && (word.ends_with("ing") || word.ends_with("ed"))
        && !english::parts_of_speech(&english::stem(word)).starts_with(['n', 'a'])
}

/// How a part stands to the part before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PartStanding {
    /// It says something by itself.
    Alone,
    /// It leans on what is said before it: "up 4% from last year".
    Leaning,
    /// It is both, the part before with those that lean on it: what the one alone is not sure to be of, is told of here.
    Joined,
}

/// What was found for a part of a claim.
#[derive(Debug)]
pub(super) struct Part {
    /// How it stands to the part before.
    pub(super) standing: PartStanding,
    /// The passages that bear on it, best first.
    pub(super) passages: Vec<Weighed>,
}

/// Brings what was found for the whole claim and for each of its parts together.
///
/// A contradicted part contradicts the claim, whatever else bears it out. Where a passage settles the whole claim, the parts say
/// nothing more; else all parts borne out support it.
pub(super) fn combine(whole: Vec<Weighed>, parts: Vec<Part>) -> Vec<Weighed> {
    if has(&whole, Stance::Contradicts) || parts.len() < 2 {
        return whole;
    }
    let contradicted: Vec<bool> = (0..parts.len()).map(|at| is_contradicted(&parts, at)).collect();
    if has(&whole, Stance::Supports) && !contradicted.contains(&true) {
        return whole;
    }
    let wanted = match () {
        () if contradicted.contains(&true) => Stance::Contradicts,
        () if own(&parts).all(|part| has(&part.passages, Stance::Supports)) => Stance::Supports,
        () => return whole,
    };
    parts
        .into_iter()
        .zip(contradicted)
        .filter(|(part, contradicted)| match wanted {
            Stance::Supports => part.standing != PartStanding::Joined,
            _ => *contradicted,
        })
        .filter_map(|(part, _)| part.passages.into_iter().find(|passage| passage.evidence.stance == wanted))
        .collect()
}

/// The parts that the claim is cut into.
fn own(parts: &[Part]) -> impl Iterator<Item = &Part> {
    parts.iter().filter(|part| part.standing != PartStanding::Joined)
}

fn has(passages: &[Weighed], stance: Stance) -> bool {
    passages.iter().any(|passage| passage.evidence.stance == stance)
}

/// Whether a part is contradicted and nowhere borne out. One that leans on the part before must be contradicted where that
/// is told of: many things are "an increase of $5 million".
fn is_contradicted(parts: &[Part], at: usize) -> bool {
    let part = &parts[at];
    if has(&part.passages, Stance::Supports) {
        return false;
    }
    let told_before = |passage: &Weighed| {
        let before = at.checked_sub(1).map_or(&[][..], |before| &parts[before].passages);
        before.iter().filter(|other| other.evidence.stance == Stance::Supports).any(|other| {
            other.sentences.start < passage.sentences.end && passage.sentences.start < other.sentences.end
        })
    };
    let mut contradicting =
        part.passages.iter().filter(|passage| passage.evidence.stance == Stance::Contradicts);
    contradicting.any(|passage| part.standing != PartStanding::Leaning || told_before(passage))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_participle_that_stands_as_a_preposition_begins_no_part() {
        for (text, count) in [
            ("The mill had a fall in income on a gross and taxable basis in June compared to July.", 1),
            ("The old mill has closed its shop and will replace its rotten windows.", 2),
        ] {
            let document = Document::new(text);
            assert_eq!(parts(&document, &[]).len(), count, "{text}");
        }
    }
}
