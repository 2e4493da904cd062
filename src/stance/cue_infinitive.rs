//! What is only to be done: "has a chance *to win*", "is fighting *to win*", "came close *to winning*".
//!
//! An infinitive says of itself not whether it is so; that is for what stands before it. A few words say that it is ("managed to win",
//! "the first to win", "beat Leeds to win"); after "is" and its like, after "has", and after the nouns and verbs of trying it is open
//! (Karttunen, "Implicative verbs", Language 47, 1971).

use std::ops::Range;

use crate::english;
use crate::text::{Case, Document, TokenKind, WordSet};
use crate::value::is_ordinal;

use super::cue::{Cue, CueKind};
use super::cue_scope::scope;
use super::cue_words::INTENT;

/// How many tokens before its "to" stand at most what an infinitive depends on.
const REACH: usize = 6;

/// Forms of "be" and its like.
#[rustfmt::skip]
static BEING: WordSet = WordSet::of(&[
    "are", "be", "been", "being", "feel", "feels", "felt", "is", "look", "looked", "looks", "remain",
    "remained", "remains", "was", "were",
]);

/// After "is" and its like, what is done all the same: "was *forced* to resign", "was *delighted* to win".
#[rustfmt::skip]
static DONE: WordSet = WordSet::of(&[
    "able", "alarmed", "amazed", "among", "amused", "appalled", "astonished", "baffled",
    "beginning", "brave", "compelled", "content", "continuing", "convinced", "delighted",
    "disappointed", "dismayed", "distressed", "driven", "embarrassed", "first", "foolish", "forced",
    "fortunate", "found", "furious", "glad", "grateful", "happy", "heard", "helped", "helping",
    "honoured", "horrified", "inspired", "intrigued", "known", "last", "latest", "led", "lucky",
    "made", "moved", "obliged", "one", "only", "overjoyed", "perplexed", "persuaded", "pleased",
    "privileged", "prompted", "proud", "proved", "proven", "puzzled", "quick", "relieved", "right",
    "sad", "saddened", "seen", "shocked", "shown", "slow", "sorry", "starting", "startled",
    "stunned", "surprised", "thrilled", "touched", "unlucky", "upset", "used", "wise", "wrong",
]);

/// Nouns of what may come to be: "a *chance* to win", "on the *verge* of winning".
#[rustfmt::skip]
static PROSPECTS: WordSet = WordSet::of(&[
    "ambition", "ambitions", "battle", "brink", "candidate", "chance", "chances", "choice",
    "contender", "cusp", "danger", "desire", "determination", "dream", "dreams", "duty", "edge",
    "favourite", "favourites", "fight", "freedom", "hopes", "idea", "incentive", "intention",
    "likelihood", "mandate", "obligation", "odds", "opportunity", "possibility", "pressure",
    "prospect", "prospects", "quest", "race", "readiness", "right", "rights", "risk", "scramble",
    "short", "struggle", "talk", "temptation", "threat", "urge", "verge", "willingness",
]);

/// Verbs of trying, and of what is to come, in the forms that INTENT has none of: "*raced* to save it", "*stands* to lose".
#[rustfmt::skip]
static STRIVING: WordSet = WordSet::of(&[
    "battle", "battled", "battles", "battling", "bidding", "compete", "competed", "competing",
    "fight", "fighting", "fights", "fought", "long", "longed", "longs", "need", "needed", "needs",
    "prefer", "preferred", "prefers", "race", "raced", "races", "racing", "stand", "stands", "strive", "striving", "strove",
    "struggle", "struggled", "struggles", "struggling", "vied", "vying", "yearn", "yearned",
]);

/// Verbs before a verb in "-ing" that is not done by that: "*considered* evacuating the building".
#[rustfmt::skip]
pub(super) static CONSIDERING: WordSet = WordSet::of(&[
    "considered",
    "considers",
    "contemplated",
    "contemplates",
    "contemplating",
    "delayed",
    "discussed",
    "mooted",
    "opposed",
    "postponed",
    "proposed",
    "recommended",
    "recommends",
    "risk",
    "risked",
    "risks",
    "suggested",
    "suggests",
]);

/// Whether the word at `at` only considers what the verb in "-ing" behind it says.
pub(super) fn only_considers(document: &Document, at: usize, end: usize) -> bool {
    CONSIDERING.contains(document.folded(at))
        && at + 1 < end
        && document.folded(at + 1).ends_with("ing")
        && document.folded(at + 1).len() > 4
}

/// Those of them after which it is not done.
static PREVENTED: WordSet = WordSet::of(&["blocked", "kept", "prevented", "stopped"]);

/// Verbs of keeping from: "was *prevented* from winning".
#[rustfmt::skip]
static KEEPING: WordSet = WordSet::of(&[
    "blocked",
    "deterred",
    "discouraged",
    "dissuaded",
    "keep",
    "keeping",
    "keeps",
    "kept",
    "prevent",
    "prevented",
    "prevents",
    "stop",
    "stopped",
]);

/// How many tokens may stand between a verb of intent and its "to": "asked the prime minister to".
pub(super) const GAP: usize = 8;

/// A verb of intent with its "to", or of asking with its "for": what comes after is not real yet.
pub(super) fn intent(document: &Document, at: usize, sentence: &Range<usize>) -> Option<Cue> {
    // "An offensive *aimed at* recapturing the town".
    let aims = matches!(document.folded(at), "aimed" | "aiming") && document.folded_or_empty(at + 1) == "at";
    if aims && at + 2 < sentence.end && document.folded(at + 2).ends_with("ing") {
        let scope = scope(document, CueKind::Unreal, &(at..at + 2), sentence);
        return Some(Cue { kind: CueKind::Unreal, tokens: at..at + 2, scope });
    }
    if !INTENT.contains(document.folded(at)) || !document.tokens()[at].is_word() {
        return None;
    }
    let limit = sentence.end.min(at + 1 + GAP);
    let asks = document.folded(at).starts_with("ask");
    let leads = |i: usize| match document.folded(i) {
        "to" => i + 1 < sentence.end && is_infinitive(document, i + 1),
        "for" => asks,
        _ => false,
    };
    let to = (at + 1..limit).take_while(|&i| !ends_complement(document, i)).find(|&i| leads(i))?;
    let scope = scope(document, CueKind::Unreal, &(to..to + 1), sentence);
    Some(Cue { kind: CueKind::Unreal, tokens: at..at + 1, scope })
}

/// What is only to be done, behind the "to" or the "of" at `at`: "is on course *to* win", "on the verge *of* winning".
pub(super) fn prospect(document: &Document, at: usize, sentence: &Range<usize>) -> Option<Cue> {
    let governor = governor(document, at, sentence)?;
    // "Was *prevented from* winning": whoever was did not win.
    let kept = document.folded(at) == "from"
        && governor > sentence.start
        && matches!(document.folded(governor - 1), "was" | "were")
        && PREVENTED.contains(document.folded(governor));
    let kind = if kept { CueKind::Denial } else { CueKind::Unreal };
    let scope = scope(document, kind, &(at..at + 1), sentence);
    Some(Cue { kind, tokens: governor..governor + 1, scope })
}

/// Whether `cue` says that somebody was kept from it.
pub(super) fn prevents(document: &Document, cue: &Cue) -> bool {
    cue.kind == CueKind::Denial && PREVENTED.contains(document.folded(cue.tokens.start))
}

/// Whether what a word leads to ends before the token at `at`: "was looking for orchids *when* she happened to find".
fn ends_complement(document: &Document, at: usize) -> bool {
    document.tokens()[at].kind == TokenKind::Punctuation && document.folded(at) != "-"
        || matches!(document.folded(at), "although" | "because" | "but" | "when" | "where" | "while")
}

/// Whether what follows a "to" may be a verb: not "offered to *the* public".
fn is_infinitive(document: &Document, at: usize) -> bool {
    let word = document.folded(at);
    matches!(word, "be" | "have" | "do" | "not")
        || english::parts_of_speech(&english::stem(word)).contains('v')
}

/// What makes what follows the word at `at` ("to", "of", "from") only something to be done, if that is a verb.
pub(super) fn governor(document: &Document, at: usize, sentence: &Range<usize>) -> Option<usize> {
    let next = at + 1;
    if next >= sentence.end {
        return None;
    }
    let gerund = document.folded(next).ends_with("ing") && document.folded(next).len() > 4;
    let before = (sentence.start.max(at.saturating_sub(REACH))..at).rev();
    let mut words = before.take_while(|&i| !ends_complement(document, i));
    let last = words.find(|&i| !document.folded(i).ends_with("ly"))?;
    let word = document.folded(last);
    match document.folded(at) {
        // "Came *within* a point of winning."
        "of" => {
            let mut within = || words.any(|i| document.folded(i) == "within");
            (follows_gerund(document, next, sentence.end) && PROSPECTS.contains(word) || gerund && within())
                .then_some(last)
        }
        "from" => {
            std::iter::once(last).chain(words).find(|&i| gerund && KEEPING.contains(document.folded(i)))
        }
        "to" if gerund => matches!(word, "close" | "closer" | "near" | "nearer").then_some(last),
        "to" if is_verb(document, next, sentence.end) => {
            // "Used *her* power to stop it."
            let owned = last > 0 && matches!(document.folded(last - 1), "her" | "his" | "its" | "their");
            let power = matches!(word, "power" | "powers") && !owned;
            if power || PROSPECTS.contains(word) || STRIVING.contains(word) || matches!(word, "has" | "have")
            {
                return Some(last);
            }
            led_from(document, last, words)
        }
        _ => None,
    }
}

/// How many tokens before a gerund those stand at most who do what it says: "the odds of *the Fed* cutting rates".
const DOERS: usize = 3;

/// Whether a verb in "-ing" stands at `at`, or behind a noun that does it.
fn follows_gerund(document: &Document, at: usize, end: usize) -> bool {
    let gerund = |i: &usize| document.folded(*i).ends_with("ing") && document.folded(*i).len() > 4;
    let small = |i: &usize| {
        document.tokens()[*i].case != Case::Lower || english::begins_object(document.folded(*i)) || gerund(i)
    };
    (at..end.min(at + 1 + DOERS)).take_while(small).any(|i| gerund(&i))
}

/// The word at `last` that "is" leads to, or the "has", before that or the `words` before it, with nothing that says that it is done.
fn led_from(document: &Document, last: usize, words: impl Iterator<Item = usize>) -> Option<usize> {
    for i in std::iter::once(last).chain(words) {
        let word = document.folded(i);
        if BEING.contains(word) {
            return (i != last).then_some(last);
        }
        if matches!(word, "had" | "has" | "have") {
            // "Had to resign", and did; "has beaten Leeds to win".
            return (i + 1 < last && !english::is_past_form(document.folded(i + 1))).then_some(i);
        }
        let done = DONE.contains(word) || is_ordinal(word) || word.len() > 4 && word.ends_with("est");
        if done || english::is_verb(document, i) && english::is_content_word(document, i) && i != last {
            return None;
        }
    }
    None
}

/// Whether a verb follows a "to": a word that is one above all, or that something is done to.
fn is_verb(document: &Document, at: usize, end: usize) -> bool {
    // "Was referred to *Prevent*."
    if document.tokens()[at].case != Case::Lower {
        return false;
    }
    let word = document.folded(at);
    if matches!(word, "be" | "have" | "do" | "get" | "go") {
        return true;
    }
    let parts = english::parts_of_speech(&english::stem(word));
    let object = at + 1 < end
        && (document.tokens()[at + 1].kind == TokenKind::Number
            || english::begins_object(document.folded(at + 1)));
    document.tokens()[at].is_word() && (parts.starts_with('v') || parts.contains('v') && object)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_only_to_be_done() {
        let open = |text: &str| {
            let document = Document::new(text);
            let sentence = 0..document.tokens().len();
            sentence.clone().any(|at| governor(&document, at, &sentence).is_some())
        };
        for text in [
            "Holt has a chance to win the cup",
            "Holt is on course to win the cup",
            "Holt is fighting to win the cup",
            "Holt was the favourite to win the cup",
            "Holt has until May to win the cup",
            "Holt raced to win the cup",
            "Holt stands to win the cup",
            "Holt has to win the cup",
            "Holt was close to winning the cup",
            "Holt was on the verge of winning the cup",
            "Holt was prevented from winning the cup",
        ] {
            assert!(open(text), "{text}");
        }
        for text in [
            "Holt managed to win the cup",
            "Holt was the first Briton to win the cup",
            "Holt became the youngest to win the cup",
            "Holt was able to win the cup",
            "Holt beat Leeds to win the cup",
            "Holt has beaten Leeds to win the cup",
            "Holt had to win the cup",
            "Holt was forced to resign",
            "Holt was taken to court",
            "Holt came from behind to win the cup",
            "Holt was proud of winning the cup",
        ] {
            assert!(!open(text), "{text}");
        }
    }
}
