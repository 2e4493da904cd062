//! Noun phrases, read without a parser from where they end or begin.

use std::ops::Range;

use crate::english;
use crate::text::{Case, Document, TokenKind, WordSet};
use crate::value::name::{is_calendar, is_title};

use super::lexicon;

/// A noun phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Phrase {
    /// Its first part, which holds the noun that the rest describes: "a spokesman" of "a spokesman for the
    /// coastguard".
    pub(super) head: Range<usize>,
    /// All of it.
    pub(super) whole: Range<usize>,
}

/// What begins a noun phrase.
static DETERMINERS: WordSet = WordSet::of(&[
    "a", "all", "an", "another", "any", "both", "each", "every", "her", "his", "its", "many", "most", "my",
    "one", "other", "our", "several", "some", "that", "the", "their", "these", "this",
]);

/// What joins a phrase with a noun that it describes.
static PREPOSITIONS: WordSet = WordSet::of(&[
    "about", "against", "at", "behind", "between", "by", "for", "from", "in", "into", "of", "on", "to",
    "with",
]);

/// Those that may follow a noun without being of the verb: "said a spokesman for", but "said a spokesman on
/// Friday".
static CLOSE: WordSet = WordSet::of(&["at", "by", "for", "from", "in", "into", "of"]);

/// Nouns that say when.
static TIMES: WordSet = WordSet::of(&[
    "afternoon",
    "evening",
    "month",
    "morning",
    "night",
    "today",
    "tomorrow",
    "tonight",
    "week",
    "yesterday",
]);

/// Whether `word` may begin a noun phrase.
pub(super) fn is_determiner(word: &str) -> bool {
    DETERMINERS.contains(word)
}

/// Whether the token at `at` is written with a capital.
pub(super) fn is_capital(document: &Document, at: usize) -> bool {
    document.tokens().get(at).is_some_and(|token| token.is_word() && token.case != Case::Lower)
}

/// Whether the token at `at` is a verb; a capital within a sentence makes a name of it.
pub(super) fn is_verb(document: &Document, at: usize) -> bool {
    let named = is_capital(document, at)
        && (is_capital(document, at + 1) || at > 0 && document.tokens()[at - 1].is_word());
    !named && english::is_verb(document, at)
}

/// Whether the token says when: "Wednesday", "today".
pub(super) fn is_time(word: &str) -> bool {
    is_calendar(word) || TIMES.contains(word)
}

/// Whether the token at `at` may stand in the middle of a noun phrase.
fn joins(document: &Document, at: usize) -> bool {
    let token = &document.tokens()[at];
    let word = document.folded_or_empty(at);
    match token.kind {
        TokenKind::Number => {
            word.len() <= 3 || word.len() == 4 && at > 0 && is_determiner(document.folded_or_empty(at - 1))
        }
        TokenKind::Symbol => matches!(word, "&" | "@") || word.starts_with('@'),
        TokenKind::Punctuation => joins_mark(document, at, word),
        TokenKind::Word if is_time(word) || is_pronoun(word) => false,
        TokenKind::Word if english::is_function_word(word) => {
            token.case == Case::Upper || token.case == Case::Initial && at > 0 && is_capital(document, at - 1)
        }
        // "Witnesses" has the form of a verb.
        TokenKind::Word => {
            (!is_verb(document, at) || word.ends_with('s') && lexicon::is_person(word))
                && !is_adverb(document, at)
        }
    }
}

/// A hyphen within a word, the stop of "Mr." and of an initial, the apostrophe of "players’ union".
fn joins_mark(document: &Document, at: usize, mark: &str) -> bool {
    let glued = |at: usize| document.tokens().get(at).is_some_and(|token| token.glued);
    let before = at.checked_sub(1).map_or("", |before| document.folded_or_empty(before));
    match mark {
        "-" => glued(at) && glued(at + 1),
        "." => (is_title(before) || before.chars().count() == 1) && is_capital(document, at + 1),
        "'" => glued(at) && !glued(at + 1) && before.ends_with('s'),
        _ => false,
    }
}

fn is_adverb(document: &Document, at: usize) -> bool {
    let word = document.folded_or_empty(at);
    let small = document.tokens()[at].case == Case::Lower || !is_capital(document, at + 1);
    small && word.ends_with("ly") && lexicon::kind(word).is_none() && english::given_name(word).is_none()
}

/// Pronouns that can be the subject of a reporting verb.
pub(super) fn is_pronoun(word: &str) -> bool {
    matches!(word, "he" | "she" | "they" | "it" | "we" | "i" | "you" | "who" | "which")
}

/// The noun phrase without anything that follows its noun, which ends before `end` and begins no sooner than
/// `floor`.
pub(super) fn base_back(document: &Document, end: usize, floor: usize) -> Option<Range<usize>> {
    let mut at = end;
    while at > floor {
        let word = document.folded_or_empty(at - 1);
        if is_determiner(word) && at < end {
            at -= 1;
            break;
        }
        if !joins(document, at - 1) {
            break;
        }
        at -= 1;
        if is_title(word) && is_capital(document, at) && at > floor && !may_precede_title(document, at - 1) {
            break;
        }
    }
    while at < end && !document.tokens()[at].is_word() {
        at += 1;
    }
    (at < end).then_some(at..end)
}

/// "Security minister Sir John", "the Rev Dr John".
fn may_precede_title(document: &Document, at: usize) -> bool {
    let word = document.folded_or_empty(at);
    is_title(word) || word == "the" || lexicon::is_person(word)
}

/// The same with what follows its noun: "a review into his case", "a study published in Nature".
pub(super) fn back(document: &Document, end: usize, floor: usize) -> Option<Phrase> {
    let mut head = base_back(document, end, floor)?;
    while let Some(before) = head.start.checked_sub(1).filter(|&before| before > floor) {
        let word = document.folded_or_empty(before);
        if !PREPOSITIONS.contains(word) {
            break;
        }
        if let Some(noun) = base_back(document, before, floor) {
            head = noun;
            continue;
        }
        // "one of the officers"
        if word == "of" && is_determiner(document.folded_or_empty(before - 1)) {
            head.start = before - 1;
            break;
        }
        let participle = before - 1;
        let is_participle = document.folded_or_empty(participle).ends_with("ed")
            || english::is_irregular(document.folded_or_empty(participle));
        match base_back(document, participle, floor).filter(|_| is_participle && participle > floor) {
            Some(noun) => head = noun,
            None => break,
        }
    }
    Some(Phrase { whole: head.start..end, head })
}

/// The noun phrase that begins at `start` and ends before `limit` at the latest.
pub(super) fn forward(document: &Document, start: usize, limit: usize) -> Option<Phrase> {
    let head = base_forward(document, start, limit)?;
    let mut end = head.end;
    let names = |at: usize| is_capital(document, at);
    let is_name =
        names(head.end - 1) && !lexicon::kind(document.folded_or_empty(head.end - 1)).is_some_and(|_| true);
    while end + 1 < limit && !is_name {
        let word = document.folded_or_empty(end);
        let is_participle = word.ends_with("ed") && PREPOSITIONS.contains(document.folded_or_empty(end + 1));
        let next = if is_participle { end + 2 } else { end + 1 };
        if !is_participle && !CLOSE.contains(word) || word == "in" && says_when_or_how(document, next) {
            break;
        }
        match base_forward(document, next, limit) {
            Some(noun) => end = noun.end,
            None => break,
        }
    }
    Some(Phrase { whole: head.start..end, head })
}

/// "in a statement", "in March".
fn says_when_or_how(document: &Document, at: usize) -> bool {
    matches!(document.folded_or_empty(at), "a" | "an" | "his" | "her" | "their" | "its" | "january" | "2")
        || document.tokens().get(at).is_some_and(|token| token.kind == TokenKind::Number)
        || is_time(document.folded_or_empty(at))
}

fn base_forward(document: &Document, start: usize, limit: usize) -> Option<Range<usize>> {
    let mut at = start;
    while at < limit && is_determiner(document.folded_or_empty(at)) && !is_name_word(document, at) {
        at += 1;
    }
    let noun = at;
    while at < limit && joins(document, at) {
        at += 1;
    }
    while at > noun
        && !document.tokens()[at - 1].is_word()
        && document.tokens()[at - 1].kind != TokenKind::Number
    {
        at -= 1;
    }
    (at > noun).then_some(start..at)
}

fn is_name_word(document: &Document, at: usize) -> bool {
    document.tokens()[at].case == Case::Upper && document.slice(document.tokens()[at].span).len() > 1
}

/// The noun that the phrase is about: the last word of its head, or the one before "close" in "a source close
/// to him".
pub(super) fn noun<'a>(document: &'a Document, phrase: &Phrase) -> &'a str {
    let mut words = phrase.head.clone().rev().filter(|&at| document.tokens()[at].is_word());
    let last = words.next().map_or("", |at| document.folded_or_empty(at));
    let describes = lexicon::kind(last).is_none()
        && phrase.head.end < phrase.whole.end
        && english::parts_of_speech(&english::stem(last)).starts_with('a');
    let before =
        words.next().map(|at| document.folded_or_empty(at)).filter(|word| lexicon::kind(word).is_some());
    before.filter(|_| describes).unwrap_or(last)
}
