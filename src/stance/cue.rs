//! Cue words: what negates, denies, hedges or asks, and how far it reaches.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::cue_infinitive::{CONSIDERING, GAP, intent, only_considers, prospect};
use super::cue_object::{DEMANDING, DROPPING, freedom, is_not_to_be};
use super::cue_phrases::{HARMLESS, PHRASES};
use super::cue_scope::{is_said, not_known, scope};
use super::cue_words::{
    ACCUSING, CANCELLED, DENIALS, DETERMINERS, ENDINGS, HEDGES, INTENT, NEGATORS, PREDICATES,
};

use crate::english;
use crate::text::{Case, Document, TokenKind};

/// What a cue does to the words in its scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum CueKind {
    /// It negates them: "not", "never", "without".
    Negator,
    /// It denies, refuses or fails them: "denied", "refused", "failed to", "is untrue".
    Denial,
    /// It leaves open whether they hold: "may", "allegedly", "if", "whether".
    Hedge,
    /// It says they ought to hold or would have held, not that they do: "should have", "was supposed to".
    Unreal,
}

/// A cue word in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cue {
    /// What it does.
    pub(super) kind: CueKind,
    /// Its own tokens.
    pub(super) tokens: Range<usize>,
    /// The tokens it reaches.
    pub(super) scope: Range<usize>,
}

impl Cue {
    /// Whether it turns what it reaches around.
    pub(super) fn negates(&self) -> bool {
        matches!(self.kind, CueKind::Negator | CueKind::Denial)
    }

    /// The first word in its scope that says something: what it bears on. `None` where it reaches back.
    pub(super) fn target(&self, document: &Document) -> Option<usize> {
        let says = |&i: &usize| english::is_content_word(document, i) && !document.folded(i).ends_with("ly");
        (self.scope.start >= self.tokens.end).then(|| self.scope.clone().find(says).unwrap_or(self.scope.end))
    }

    /// What "neither" negates besides: the first word after its "nor" that says something.
    pub(super) fn other_target(&self, document: &Document) -> Option<usize> {
        let nor = self.scope.clone().find(|&i| document.folded(i) == "nor")?;
        let says = |&i: &usize| english::is_content_word(document, i);
        (document.folded(self.tokens.start) == "neither").then(|| (nor..self.scope.end).find(says)).flatten()
    }

    /// The first verb in its scope that says something. `None` where it reaches back, or over no verb.
    pub(super) fn verb(&self, document: &Document) -> Option<usize> {
        let says = |&i: &usize| english::is_verb(document, i) && english::is_content_word(document, i);
        self.scope.clone().find(says).filter(|_| self.scope.start >= self.tokens.end)
    }
}

/// The expressions of several words that begin with one, in the order in which they are tried.
#[derive(Debug, Default)]
struct Beginning {
    harmless: Vec<&'static [&'static str]>,
    cues: Vec<(&'static [&'static str], CueKind)>,
}

/// Every word that a cue can begin with: most tokens are none.
static BEGINNINGS: LazyLock<FxHashMap<&str, Beginning>> = LazyLock::new(|| {
    let mut beginnings: FxHashMap<&str, Beginning> = FxHashMap::default();
    for phrase in HARMLESS {
        beginnings.entry(phrase[0]).or_default().harmless.push(phrase);
    }
    for &(phrase, kind) in PHRASES {
        beginnings.entry(phrase[0]).or_default().cues.push((phrase, kind));
    }
    let sets = [
        &CANCELLED,
        &CONSIDERING,
        &NEGATORS,
        &DENIALS,
        &PREDICATES,
        &ENDINGS,
        &HEDGES,
        &INTENT,
        &ACCUSING,
        &DROPPING,
        &DEMANDING,
    ];
    for word in sets
        .into_iter()
        .flat_map(|set| set.words())
        .chain(&["all", "almost", "from", "had", "nearly", "of", "to"])
    {
        beginnings.entry(word).or_default();
    }
    beginnings
});

/// What begins with `word` (folded), if a cue can.
fn beginning(word: &str) -> Option<&'static Beginning> {
    static CONTRACTED: Beginning = Beginning { harmless: Vec::new(), cues: Vec::new() };
    let contracted = || word.ends_with("n't") || word.ends_with("'ll") || word.ends_with("'d");
    BEGINNINGS.get(word).or_else(|| contracted().then_some(&CONTRACTED))
}

/// Whether the word at `at` is short for one with "will" or "would": "she'*ll*", "she'*d* sell" but not "she'd sold".
fn is_future(document: &Document, at: usize, end: usize) -> bool {
    let word = document.folded(at);
    if word.ends_with("'ll") {
        return true;
    }
    let says =
        |&i: &usize| !document.folded(i).ends_with("ly") && !english::is_function_word(document.folded(i));
    let verb = (at + 1..end).take(2).find(says).map_or("", |i| document.folded(i));
    word.ends_with("'d")
        && english::is_function_word(word)
        && !english::is_past_form(verb)
        && is_base_form(verb)
}

/// Whether `word` (folded) may be a verb without an ending: "sell".
fn is_base_form(word: &str) -> bool {
    let stem = english::stem(word);
    // "She'd become" mostly is what she had become.
    let participle = matches!(word, "become" | "come" | "overcome" | "run");
    english::parts_of_speech(&stem).contains('v')
        && !participle
        && !word.ends_with("ing")
        && !english::is_irregular(word)
}

/// The cues among `tokens`, which should be one sentence, in order.
#[must_use]
pub(super) fn cues(document: &Document, tokens: Range<usize>) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        let Some(beginning) = beginning(document.folded(at)) else {
            at += 1;
            continue;
        };
        let harmless = |phrase: &&[&str]| follows(document, at, tokens.end, phrase);
        if let Some(length) = beginning.harmless.iter().find_map(harmless) {
            at += length;
            continue;
        }
        let Some((kind, length)) = cue_at(document, at, tokens.end, beginning) else {
            let own = intent(document, at, &tokens).or_else(|| accusation(document, at, &tokens));
            found.extend(own.or_else(|| freedom(document, at, &tokens)));
            if !found.iter().any(|cue| cue.scope.contains(&(at + 1))) {
                found.extend(prospect(document, at, &tokens));
            }
            at += 1;
            continue;
        };
        let own = at..at + length;
        let scope = scope(document, kind, &own, &tokens);
        // "Neither A nor B" denies once.
        if document.folded(at) == "nor"
            && let Some(before) = found.iter_mut().rev().find(|cue| cue.kind == CueKind::Negator)
        {
            before.scope.end = before.scope.end.max(scope.end);
            at += length;
            continue;
        }
        if kind == CueKind::Hedge && document.folded(at) == "not" {
            found.extend(not_known(document, own, scope, &tokens));
        } else {
            found.push(Cue { kind, tokens: own, scope });
        }
        at += length;
    }
    found
}

/// The words among `tokens`, which should be one sentence, that turn its sense around, in order: the cues that negate or
/// deny, and every other "not" and its like, which need not negate what a claim says: "not two but three".
#[must_use]
pub(crate) fn negations(document: &Document, tokens: Range<usize>) -> Vec<Range<usize>> {
    let cues = cues(document, tokens.clone()).into_iter().filter(Cue::negates).map(|cue| cue.tokens);
    let mut found: Vec<Range<usize>> = cues.collect();
    let told = |at: &usize| found.iter().any(|cue| cue.contains(at));
    let bare = |at: &usize| {
        let word = document.folded(*at);
        // "No." may stand for "number".
        word != "no" && NEGATORS.contains(word) || word.ends_with("n't")
    };
    let others: Vec<_> = tokens.filter(|at| bare(at) && !told(at)).map(|at| at..at + 1).collect();
    found.extend(others);
    found.sort_by_key(|cue| cue.start);
    found
}

/// A verb of accusing with its "of" or "with": what comes after need not be real.
fn accusation(document: &Document, at: usize, sentence: &Range<usize>) -> Option<Cue> {
    if !ACCUSING.contains(document.folded(at)) {
        return None;
    }
    let limit = sentence.end.min(at + 1 + GAP);
    let mut words = (at + 1..limit).take_while(|&i| document.tokens()[i].is_word());
    let charged = document.folded(at) == "charged";
    // "The officer *charged with* the job".
    let is_charged = (at.saturating_sub(2)..at)
        .any(|i| matches!(document.folded(i), "are" | "been" | "is" | "was" | "were"));
    if charged && !is_charged {
        return None;
    }
    let of = words.find(|&i| document.folded(i) == if charged { "with" } else { "of" })?;
    let scope = scope(document, CueKind::Hedge, &(of..of + 1), sentence);
    Some(Cue { kind: CueKind::Hedge, tokens: at..at + 1, scope })
}

/// The length of `phrase` if it stands at `at`.
fn follows(document: &Document, at: usize, end: usize, phrase: &[&str]) -> Option<usize> {
    let fits = at + phrase.len() <= end
        && phrase
            .iter()
            .enumerate()
            .all(|(i, word)| document.folded(at + i) == *word && document.tokens()[at + i].is_word());
    fits.then_some(phrase.len())
}

fn cue_at(document: &Document, at: usize, end: usize, beginning: &Beginning) -> Option<(CueKind, usize)> {
    let is_value = |at: usize| {
        let token = document.tokens().get(at);
        token.is_some_and(|token| matches!(token.kind, TokenKind::Number | TokenKind::Symbol))
    };
    let found = |(phrase, kind): &(&[&str], CueKind)| Some((*kind, follows(document, at, end, phrase)?));
    // The rate "declined to 1.4".
    let goes = |length: usize| document.folded(at).starts_with("declin") && is_value(at + length);
    if let Some(found) = beginning.cues.iter().find_map(found).filter(|&(_, length)| !goes(length)) {
        return Some(found);
    }
    let token = &document.tokens()[at];
    let word = document.folded(at);
    if !token.is_word() || is_month_or_number(document, at) {
        return None;
    }
    // "not £2 million but £5 million", "barely 90 minutes"
    if matches!(word, "barely" | "hardly" | "not" | "scarcely") && is_value(at + 1) {
        return None;
    }
    // "Nearly died", "all but died", not "nearly 300".
    let nearly = match word {
        "almost" | "nearly" => 1,
        "all" if document.folded_or_empty(at + 1) == "but" => 2,
        _ => 0,
    };
    let done = at + nearly;
    if nearly > 0
        && done < end
        && document.tokens()[done].is_word()
        && english::is_past_form(document.folded(done))
        && english::is_content_word(document, done)
    {
        return Some((CueKind::Hedge, nearly));
    }
    // "*Had* he won, he would have retired."
    if word == "had" && token.case != Case::Lower && (at..end).any(|i| document.folded(i) == "would") {
        return Some((CueKind::Hedge, 1));
    }
    if only_considers(document, at, end) || is_not_to_be(document, at, end) {
        return Some((CueKind::Unreal, 1));
    }
    if is_future(document, at, end) {
        return Some((CueKind::Unreal, 1));
    }
    let kind = if NEGATORS.contains(word) || word.ends_with("n't") {
        CueKind::Negator
    } else if denies(document, at, end) {
        CueKind::Denial
    } else if HEDGES.contains(word) && !is_other_sense(document, at, end) {
        CueKind::Hedge
    } else if refuses(document, at) {
        CueKind::Unreal
    } else {
        return None;
    };
    Some((kind, 1))
}

/// How far after "weighs" its weight begins at most: "weighs just over 4 kg".
const WEIGHT_REACH: usize = 4;

/// Whether a word that may hedge is used otherwise: "a burglary *suspect* fled", "*weighs* 4 kg".
fn is_other_sense(document: &Document, at: usize, end: usize) -> bool {
    let number = |i: usize| document.tokens()[i].kind == TokenKind::Number;
    match document.folded(at) {
        // "Imagined *that he won*", not "a think tank".
        "dreamed" | "dreamt" | "imagined" | "imagines" | "lied" | "pretended" | "pretends" | "wished"
        | "wishes" => !leads_to_clause(document, at + 1, end),
        // What people think of the economy is their view of it; what somebody thinks that they did is theirs alone.
        "convinced" => document.folded_or_empty(at + 1) != "that",
        "assumed" | "believed" | "think" | "thinks" | "thought" => {
            let that = usize::from(document.folded_or_empty(at + 1) == "that");
            let own = matches!(document.folded_or_empty(at + 1 + that), "he" | "i" | "she" | "they" | "we");
            let past = !matches!(document.folded(at), "think" | "thinks");
            !(own || past && leads_to_clause(document, at + 1, end))
        }
        "suspect" | "suspects" => {
            let next = if at + 1 < end { document.folded(at + 1) } else { "" };
            !english::is_function_word(next)
                || english::is_verb(document, at + 1)
                || matches!(next, "in" | "of" | "who")
        }
        "weighing" | "weighs" => (at + 1..end.min(at + 1 + WEIGHT_REACH)).any(number),
        _ => false,
    }
}

/// Whether a clause begins at `at`: "that", or somebody of whom it tells.
fn leads_to_clause(document: &Document, at: usize, end: usize) -> bool {
    at + 1 < end
        && (matches!(document.folded(at), "he" | "i" | "it" | "she" | "that" | "the" | "they" | "we")
            || document.tokens()[at].is_word() && document.tokens()[at].case != Case::Lower)
}

/// "May" within a date and "No." before a number, in capitals.
fn is_month_or_number(document: &Document, at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &document.tokens()[before]);
    let inside = before.is_some_and(|before| before.is_word() || before.kind == TokenKind::Number);
    let capital = document.tokens()[at].case != Case::Lower && inside;
    let next = document.tokens().get(at + 1);
    let numbered = next.is_some_and(|next| next.kind == TokenKind::Punctuation && next.glued);
    match document.folded(at) {
        "may" => capital || next.is_some_and(|next| next.kind == TokenKind::Number),
        "might" => capital,
        "no" => capital || numbered,
        _ => false,
    }
}

/// Whether the word at `at` denies: not where it only describes ("the rejected appeal", "a bus stop", "refused entry
/// from").
fn denies(document: &Document, at: usize, end: usize) -> bool {
    let word = document.folded(at);
    let before = at.checked_sub(1).map_or("", |before| document.folded(before));
    let next = if at + 1 < end { document.folded(at + 1) } else { "" };
    if ENDINGS.contains(word) {
        return next.len() > 4 && next.ends_with("ing");
    }
    if PREDICATES.contains(word) && is_said(document, 0..at) {
        return true;
    }
    if word == "refusal" && next != "to" || word == "denial" && !denies_deed(document, at, end) {
        return false;
    }
    let describes =
        word.ends_with("ed") && (before.is_empty() || DETERMINERS.contains(before)) && next.len() > 2;
    DENIALS.contains(word)
        && !describes
        && next != "from"
        && (word != "failed" || ends(document, at + 1, end))
}

/// Whether a "denial" is one "that" something was done, or "of" having done it.
fn denies_deed(document: &Document, at: usize, end: usize) -> bool {
    let next = document.folded_or_empty(at + 1);
    next == "that" || next == "of" && at + 2 < end && document.folded(at + 2).ends_with("ing")
}

/// Whether a noun for a refusal leaves open whether there was what was refused or denied: "the refusal *of bail*", but not "of its plans",
/// which it had.
fn refuses(document: &Document, at: usize) -> bool {
    let refusal = matches!(document.folded(at), "denial" | "refusal");
    refusal
        && document.folded_or_empty(at + 1) == "of"
        && !matches!(document.folded_or_empty(at + 2), "her" | "his" | "its" | "my" | "our" | "their")
}

/// Whether nothing more of the clause follows.
fn ends(document: &Document, at: usize, end: usize) -> bool {
    at >= end || document.tokens()[at].kind == TokenKind::Punctuation
}
