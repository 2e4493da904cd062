//! How far a cue reaches.

use std::ops::Range;

use crate::english;
use crate::text::{Document, TokenKind, WordSet};

use super::cue::{Cue, CueKind};
use super::cue_words::{CANCELLED, HEDGES, PREDICATES};

/// How many tokens a negator reaches at most.
const REACH: usize = 10;
/// How many tokens a denial or an unreal mood reaches at most: its whole complement.
const LONG_REACH: usize = 18;

/// Words with which a clause begins that says more of another: "left *after* the pump failed".
static SUBORDINATING: WordSet = WordSet::of(&["after", "since"]);

/// How many tokens back a predicate reaches at most.
const BACK: usize = 80;

/// "is untrue", "was denied", "a lie".
pub(super) fn is_said(document: &Document, mut before: Range<usize>) -> bool {
    // "Is wildly exaggerated".
    let last = before.rfind(|&i| !document.folded(i).ends_with("ly"));
    last.is_some_and(|i| {
        matches!(document.folded(i), "is" | "was" | "are" | "were" | "been" | "be" | "being" | "a")
    })
}

/// From the cue to the end of its clause, at most so many tokens; a predicate such as "is untrue" or "was denied"
/// reaches back over its clause instead.
pub(super) fn scope(
    document: &Document,
    kind: CueKind,
    own: &Range<usize>,
    sentence: &Range<usize>,
) -> Range<usize> {
    let reach = if kind == CueKind::Negator { REACH } else { LONG_REACH };
    let limit = sentence.end.min(own.end + reach);
    let end = (own.end..limit).find(|&i| ends_clause(document, i, kind)).unwrap_or(limit);
    let end = end_of_relative(document, own, sentence, end).unwrap_or(end);
    if kind == CueKind::Denial && end <= own.end + 1 || is_predicate(document, own, sentence) {
        // "The claim that he left *after* the vote is untrue" is untrue as a whole.
        let failed = document.folded(own.start).starts_with("fail");
        let first = own.start.saturating_sub(BACK).max(sentence.start);
        let start = (first..own.start)
            .rev()
            .find(|&i| ends_clause(document, i, kind) || failed && SUBORDINATING.contains(document.folded(i)))
            .map_or(first, |i| i + 1);
        return start..end.max(own.end);
    }
    own.end..end
}

/// How many tokens after "not known" the word stands at most that begins what is not known: "not clear *exactly* how".
const QUESTION_REACH: usize = 3;

/// "Not known", "not clear", "not sure", "not confirmed", at `own`: it negates its own word, as in "not known to police", and leaves
/// open what follows, as in "not known *whether he paid*".
pub(super) fn not_known(
    document: &Document,
    own: Range<usize>,
    scope: Range<usize>,
    sentence: &Range<usize>,
) -> Vec<Cue> {
    let not = own.start..own.start + 1;
    let next = document.folded_or_empty(own.end);
    let asks = |i: usize| {
        let word = document.folded(i);
        HEDGES.contains(word)
            || matches!(
                word,
                "how" | "that" | "what" | "when" | "where" | "which" | "who" | "whom" | "whose" | "why"
            )
    };
    let infinitive = next == "to" && matches!(document.folded_or_empty(own.end + 1), "be" | "have");
    let unsure = document.folded(own.end - 1) == "sure" && !scope.is_empty();
    let open = scope.clone().take(QUESTION_REACH).any(asks);
    if !(infinitive || unsure || open) {
        let scope = self::scope(document, CueKind::Negator, &not, sentence);
        return vec![Cue { kind: CueKind::Negator, tokens: not, scope }];
    }
    let negated = Cue { kind: CueKind::Negator, tokens: not, scope: own.start + 1..own.end };
    vec![negated, Cue { kind: CueKind::Hedge, tokens: own.start + 1..own.end, scope }]
}

/// How many small words stand at most between "who" and what hedges its clause: "who *had been* reportedly".
const RELATIVE_REACH: usize = 4;

/// Where a relative clause ends that a cue hedges, which takes no clause of its own: "the man who allegedly stole it | *was* held",
/// "those who were believed to be lost | *were* found".
fn end_of_relative(
    document: &Document,
    own: &Range<usize>,
    sentence: &Range<usize>,
    end: usize,
) -> Option<usize> {
    let last = document.folded(own.end - 1);
    if !(last.ends_with("ly") || last == "to") {
        return None;
    }
    let start = own.start.saturating_sub(RELATIVE_REACH).max(sentence.start);
    let small = |i: &usize| english::is_function_word(document.folded(*i)) && english::is_verb(document, *i);
    let who = (start..own.start).rev().find(|i| !small(i))?;
    if !matches!(document.folded(who), "who" | "which" | "that") {
        return None;
    }
    let finite = |&i: &usize| {
        let (before, word) = (document.folded(i - 1), document.folded(i));
        matches!(word, "are" | "had" | "has" | "have" | "is" | "was" | "were" | "will")
            && !english::is_function_word(before)
            && document.tokens()[i - 1].is_word()
    };
    (own.end + 1..end).find(finite)
}

/// "is untrue", "was denied", "are false", "... failed".
fn is_predicate(document: &Document, own: &Range<usize>, sentence: &Range<usize>) -> bool {
    let word = document.folded(own.start);
    let said = || is_said(document, sentence.start..own.start);
    // "The rally was *called off*."
    let undone =
        own.len() == 2 && matches!(word, "beaten" | "called" | "struck" | "thrown" | "turned" | "voted");
    let undone = undone || own.len() == 1 && CANCELLED.contains(word);
    own.len() == 1 && (word == "failed" || PREDICATES.contains(word) && said()) || undone && said()
}

fn ends_clause(document: &Document, at: usize, kind: CueKind) -> bool {
    let token = &document.tokens()[at];
    let mark = document.folded(at);
    match token.kind {
        // "Several possible causes, *including* a leak".
        TokenKind::Punctuation
            if mark == "," && matches!(document.folded_or_empty(at + 1), "including" | "such") =>
        {
            false
        }
        TokenKind::Punctuation => {
            matches!(mark, "," | ";" | ":" | "." | "!" | "?" | "–" | "(" | ")" | "•")
                || (mark == "\"" && kind == CueKind::Negator)
        }
        TokenKind::Word if kind == CueKind::Denial && mark == "and" => true,
        TokenKind::Word => {
            matches!(mark, "but" | "because" | "although" | "though" | "while" | "whereas" | "however")
                || mark == "when" && kind == CueKind::Negator
        }
        TokenKind::Number | TokenKind::Symbol => false,
    }
}
