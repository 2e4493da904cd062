//! Claims of several parts: "X did this and will do that". A text may bear out each part in another place.

use std::ops::Range;

use crate::english;
use crate::matcher::Phrasing;
use crate::text::{Document, TokenKind};
use crate::value::Mention;

use super::Stance;
use super::settle::Weighed;

/// How many words that say something, or numbers, each part must have.
const PART_WORDS: usize = 3;

/// How far after a joint its verb may stand.
const VERB_REACH: usize = 9;

/// The parts of a claim, as token ranges; one where it has no parts. It is cut between sentences, and before what joins a
/// new predicate: "and", "but", "while", ";", a comma with "which" or "representing".
pub(super) fn parts(document: &Document, mentions: &[Mention]) -> Vec<Range<usize>> {
    let mut cuts: Vec<usize> = vec![0];
    for sentence in document.sentences() {
        let mut start = sentence.tokens.start;
        if start > 0 && substantial(document, start..sentence.tokens.end) {
            cuts.push(start);
        }
        for at in sentence.tokens.clone() {
            let inside_value = mentions.iter().any(|mention| mention.tokens.contains(&at));
            let both = substantial(document, start..at) && substantial(document, at + 1..sentence.tokens.end);
            if !inside_value && both && joins(document, start, at, sentence.tokens.end) {
                cuts.push(at + 1);
                start = at + 1;
            }
        }
    }
    cuts.push(document.tokens().len());
    cuts.dedup();
    cuts.windows(2).map(|pair| pair[0]..pair[1]).collect()
}

/// The parts' texts. A part that names nobody takes over the name that the claim begins with, so that what it says is not
/// found of somebody else.
pub(super) fn texts(phrasing: &Phrasing, parts: Vec<Range<usize>>) -> Vec<String> {
    let document = &phrasing.document;
    let subject = phrasing.names.first().filter(|name| name.tokens.start <= 1);
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
    tokens.filter(says).count() >= PART_WORDS
}

/// Whether the token joins two predicates rather than two names: a verb stands before it, and one follows.
fn joins(document: &Document, start: usize, at: usize, end: usize) -> bool {
    let verb_in = |range: Range<usize>| range.into_iter().any(|i| english::is_verb(document, i));
    if !verb_in(start..at) {
        return false;
    }
    let follows = |from: usize| verb_in(from..end.min(from + VERB_REACH));
    match document.folded(at) {
        "and" | "but" | "while" | "whereas" | "although" | "though" | "yet" => {
            let before_a_name = document.folded_or_empty(at + 1);
            let shared_subject = english::is_verb(document, at + 1) || before_a_name.ends_with("ing");
            shared_subject || follows(at + 1)
        }
        ";" => true,
        "," => {
            let next = document.folded_or_empty(at + 1);
            let participle = next.len() > 5
                && (next.ends_with("ing") || next.ends_with("ed"))
                && !english::parts_of_speech(&english::stem(next)).starts_with(['n', 'a']);
            let conjoined = matches!(next, "and" | "but" | "while" | "whereas" | "although" | "yet");
            matches!(next, "which" | "with" | "compared" | "including")
                || participle
                || conjoined && follows(at + 2)
        }
        _ => false,
    }
}

/// Brings what was found for the whole claim and for each of its parts together.
///
/// Where a passage settles the whole claim, the parts say nothing more. Else a contradicted part contradicts the claim, and
/// all parts borne out support it.
pub(super) fn combine(whole: Vec<Weighed>, parts: Vec<Vec<Weighed>>) -> Vec<Weighed> {
    let has = |passages: &[Weighed], stance: Stance| {
        passages.iter().any(|passage| passage.evidence.stance == stance)
    };
    let settled = has(&whole, Stance::Supports) || has(&whole, Stance::Contradicts);
    let supported = parts.iter().filter(|part| has(part, Stance::Supports)).count();
    let contradicted =
        parts.iter().any(|part| has(part, Stance::Contradicts) && !has(part, Stance::Supports));
    let wanted = match () {
        () if settled || parts.len() < 2 => return whole,
        () if contradicted => Stance::Contradicts,
        () if supported == parts.len() => Stance::Supports,
        () => return whole,
    };
    parts
        .into_iter()
        .filter(|part| wanted == Stance::Supports || !has(part, Stance::Supports))
        .filter_map(|part| part.into_iter().find(|passage| passage.evidence.stance == wanted))
        .collect()
}
