//! Claims of several parts: "X did this and will do that". A text may bear out each part in another place.

use std::ops::Range;

use crate::english;
use crate::matcher::Phrasing;
use crate::text::{Document, TokenKind};
use crate::value::Mention;

use super::Stance;
use super::settle::Weighed;

/// How many words that say something each part must have.
const PART_WORDS: usize = 3;

/// The parts of a claim, as token ranges; one where it has no parts. It is cut between sentences, and before "and", "but",
/// "while" or ";" where a new predicate follows.
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
            if !inside_value && both && joins(document, at, sentence.tokens.end) {
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

/// Whether the token joins two predicates rather than two names: a subject or a verb follows.
fn joins(document: &Document, at: usize, end: usize) -> bool {
    if !matches!(document.folded(at), "and" | "but" | "while" | "whereas" | ";") {
        return false;
    }
    let verb = |word: &str| {
        matches!(
            word,
            "is" | "was"
                | "are"
                | "were"
                | "has"
                | "had"
                | "have"
                | "will"
                | "would"
                | "can"
                | "could"
                | "did"
                | "does"
        ) || (word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing")))
    };
    let subject =
        |word: &str| matches!(word, "it" | "they" | "he" | "she" | "we" | "also" | "then" | "later");
    (at + 1 < end) && {
        let next = document.folded(at + 1);
        subject(next)
            || verb(next)
            || (at + 2..end.min(at + 5))
                .any(|i| verb(document.folded(i)) && !document.folded(i).ends_with("ing"))
    }
}

/// Brings what was found for the whole claim and for each of its parts together.
///
/// Where a passage settles the whole claim, the parts say nothing more. Else a contradicted part contradicts the claim,
/// if the text bears out another part, and so is about the same thing; and all parts borne out support it.
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
        () if contradicted && supported > 0 => Stance::Contradicts,
        () if supported == parts.len() => Stance::Supports,
        () => return whole,
    };
    parts
        .into_iter()
        .filter(|part| wanted == Stance::Supports || !has(part, Stance::Supports))
        .filter_map(|part| part.into_iter().find(|passage| passage.evidence.stance == wanted))
        .collect()
}
