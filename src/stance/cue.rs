//! Cue words: what negates, denies, hedges or asks, and how far it reaches.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

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

/// Phrases that hold a negator and negate nothing, or not what follows. Longest first where one begins another.
const HARMLESS: &[&[&str]] = &[
    &["not", "only"],
    &["not", "just"],
    &["not", "merely"],
    &["not", "simply"],
    &["not", "least"],
    &["not", "to", "mention"],
    &["whether", "or", "not"],
    &["or", "not"],
    &["if", "not"],
    &["no", "doubt"],
    &["no", "fewer", "than"],
    &["no", "less", "than"],
    &["not", "less", "than"],
    &["not", "fewer", "than"],
    &["no", "more", "than"],
    &["not", "more", "than"],
    &["no", "later", "than"],
    &["no", "earlier", "than"],
    &["nothing", "but"],
    &["nothing", "less", "than"],
    &["none", "other", "than"],
    &["no", "wonder"],
    &["no", "matter"],
    &["not", "counting"],
    &["not", "including"],
    &["may", "or", "may", "not"],
    &["not", "unlike"],
];

/// Denials of a few words, each with the cue words that must follow one another.
const PHRASES: &[(&[&str], CueKind)] = &[
    (&["no", "longer"], CueKind::Negator),
    (&["yet", "to"], CueKind::Negator),
    (&["far", "from"], CueKind::Negator),
    (&["in", "no", "way"], CueKind::Negator),
    (&["by", "no", "means"], CueKind::Negator),
    (&["rather", "than"], CueKind::Negator),
    (&["ruled", "out"], CueKind::Denial),
    (&["rules", "out"], CueKind::Denial),
    (&["rule", "out"], CueKind::Denial),
    (&["ruling", "out"], CueKind::Denial),
    (&["lack", "of"], CueKind::Denial),
    (&["absence", "of"], CueKind::Denial),
    (&["unable", "to"], CueKind::Denial),
    (&["failed", "to"], CueKind::Denial),
    (&["fails", "to"], CueKind::Denial),
    (&["fail", "to"], CueKind::Denial),
    (&["failing", "to"], CueKind::Denial),
    (&["failure", "to"], CueKind::Denial),
    (&["declined", "to"], CueKind::Denial),
    (&["declines", "to"], CueKind::Denial),
    (&["declining", "to"], CueKind::Denial),
    (&["forgot", "to"], CueKind::Denial),
    (&["forget", "to"], CueKind::Denial),
    (&["neglected", "to"], CueKind::Denial),
    (&["should", "have"], CueKind::Unreal),
    (&["should've"], CueKind::Unreal),
    (&["could", "have"], CueKind::Unreal),
    (&["would", "have"], CueKind::Unreal),
    (&["might", "have"], CueKind::Hedge),
    (&["may", "have"], CueKind::Hedge),
    (&["ought", "to"], CueKind::Unreal),
    (&["supposed", "to"], CueKind::Unreal),
    (&["was", "to"], CueKind::Unreal),
    (&["were", "to"], CueKind::Unreal),
    (&["is", "to"], CueKind::Unreal),
    (&["are", "to"], CueKind::Unreal),
    (&["instead", "of"], CueKind::Unreal),
    (&["meant", "to"], CueKind::Unreal),
    (&["called", "for"], CueKind::Unreal),
    (&["call", "for"], CueKind::Unreal),
    (&["calls", "for"], CueKind::Unreal),
    (&["calling", "for"], CueKind::Unreal),
    (&["as", "if"], CueKind::Hedge),
    (&["not", "clear"], CueKind::Hedge),
    (&["not", "known"], CueKind::Hedge),
    (&["not", "sure"], CueKind::Hedge),
    (&["not", "confirmed"], CueKind::Hedge),
    (&["accused", "of"], CueKind::Hedge),
    (&["suspected", "of"], CueKind::Hedge),
];

const NEGATORS: [&str; 16] = [
    "barely", "cannot", "cant", "hardly", "n't", "neither", "never", "no", "nobody", "none", "nor", "not",
    "nothing", "nowhere", "scarcely", "without",
];

const DENIALS: &[&str] = &[
    "abandoned",
    "abandons",
    "cancelled",
    "canceled",
    "ceased",
    "ceases",
    "cease",
    "halted",
    "quit",
    "scrapped",
    "stop",
    "stopped",
    "stops",
    "avoided",
    "declined",
    "declines",
    "declining",
    "denial",
    "denied",
    "denies",
    "deny",
    "denying",
    "disproved",
    "disputed",
    "disputes",
    "dismissed",
    "dismisses",
    "false",
    "falsely",
    "hoax",
    "lacked",
    "lacks",
    "myth",
    "opposed",
    "refusal",
    "refuse",
    "refused",
    "refuses",
    "refusing",
    "refuted",
    "refutes",
    "reject",
    "rejected",
    "rejects",
    "rejecting",
    "unfounded",
    "untrue",
];

const HEDGES: [&str; 34] = [
    "alleged",
    "allegedly",
    "allegation",
    "allegations",
    "apparently",
    "claimed",
    "considering",
    "could",
    "hopes",
    "if",
    "likely",
    "may",
    "maybe",
    "might",
    "perhaps",
    "possible",
    "possibly",
    "potential",
    "potentially",
    "presumably",
    "probably",
    "purported",
    "purportedly",
    "reportedly",
    "rumored",
    "rumors",
    "rumoured",
    "rumours",
    "speculation",
    "supposedly",
    "unclear",
    "unconfirmed",
    "unless",
    "whether",
];

/// Verbs of asking, planning and trying: what follows their "to" is not done by that.
const INTENT: [&str; 58] = [
    "aim",
    "aimed",
    "aims",
    "ask",
    "asked",
    "asks",
    "attempt",
    "attempted",
    "begged",
    "demand",
    "demanded",
    "demands",
    "encouraged",
    "hope",
    "hoped",
    "hopes",
    "instructed",
    "intend",
    "intended",
    "intends",
    "invited",
    "offered",
    "offers",
    "ordered",
    "plan",
    "planned",
    "planning",
    "plans",
    "pledged",
    "pledges",
    "pressed",
    "promise",
    "promised",
    "promises",
    "proposed",
    "proposes",
    "request",
    "requested",
    "seek",
    "seeking",
    "seeks",
    "sought",
    "threaten",
    "threatened",
    "threatens",
    "tried",
    "tries",
    "try",
    "trying",
    "urge",
    "urged",
    "urges",
    "urging",
    "vowed",
    "want",
    "wanted",
    "wants",
    "wished",
];

/// How many tokens may stand between a verb of intent and its "to": "asked the prime minister to".
const INTENT_GAP: usize = 5;

/// How many tokens a negator reaches at most.
const REACH: usize = 10;
/// How many tokens a denial or an unreal mood reaches at most: its whole complement.
const LONG_REACH: usize = 18;

/// Every word that a cue can begin with: most tokens are none.
static STARTERS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    let phrases = HARMLESS.iter().copied().chain(PHRASES.iter().map(|(phrase, _)| *phrase));
    let words = [NEGATORS.as_slice(), DENIALS, HEDGES.as_slice(), INTENT.as_slice()].concat();
    phrases.filter_map(|phrase| phrase.first().copied()).chain(words).collect()
});

/// The cues among `tokens`, which should be one sentence, in order.
#[must_use]
pub(super) fn cues(document: &Document, tokens: Range<usize>) -> Vec<Cue> {
    let mut found = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        let word = document.folded(at);
        if !STARTERS.contains(word) && !word.ends_with("n't") {
            at += 1;
            continue;
        }
        if let Some(length) = HARMLESS.iter().find_map(|phrase| follows(document, at, tokens.end, phrase)) {
            at += length;
            continue;
        }
        let Some((kind, length)) = cue_at(document, at, tokens.end) else {
            found.extend(intent(document, at, &tokens));
            at += 1;
            continue;
        };
        let own = at..at + length;
        let scope = scope(document, kind, &own, &tokens);
        found.push(Cue { kind, tokens: own, scope });
        at += length;
    }
    found
}

/// A verb of intent with its "to": what comes after is not real yet.
fn intent(document: &Document, at: usize, sentence: &Range<usize>) -> Option<Cue> {
    INTENT.binary_search(&document.folded(at)).ok().filter(|_| document.tokens()[at].is_word())?;
    let limit = sentence.end.min(at + 1 + INTENT_GAP);
    let to = (at + 1..limit)
        .take_while(|&i| document.tokens()[i].is_word())
        .find(|&i| document.folded(i) == "to")?;
    let scope = scope(document, CueKind::Unreal, &(to..to + 1), sentence);
    Some(Cue { kind: CueKind::Unreal, tokens: at..at + 1, scope })
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

fn cue_at(document: &Document, at: usize, end: usize) -> Option<(CueKind, usize)> {
    if let Some(found) =
        PHRASES.iter().find_map(|(phrase, kind)| Some((*kind, follows(document, at, end, phrase)?)))
    {
        return Some(found);
    }
    let token = &document.tokens()[at];
    let word = document.folded(at);
    // "May" and "No." in capitals are a month and a number.
    let capital_inside = token.case != Case::Lower && at > 0 && document.tokens()[at - 1].is_word();
    if !token.is_word() || (capital_inside && matches!(word, "may" | "no" | "might" | "will")) {
        return None;
    }
    if word == "no"
        && document.tokens().get(at + 1).is_some_and(|next| next.kind == TokenKind::Punctuation && next.glued)
    {
        return None;
    }
    let kind = if NEGATORS.binary_search(&word).is_ok() || word.ends_with("n't") {
        CueKind::Negator
    } else if DENIALS.contains(&word) && !(at + 1 < end && document.folded(at + 1) == "from") {
        CueKind::Denial
    } else if HEDGES.contains(&word) {
        CueKind::Hedge
    } else {
        return None;
    };
    Some((kind, 1))
}

/// From the cue to the end of its clause, at most so many tokens; a predicate such as "is untrue" or "was denied"
/// reaches back over its clause instead.
fn scope(document: &Document, kind: CueKind, own: &Range<usize>, sentence: &Range<usize>) -> Range<usize> {
    let reach = if kind == CueKind::Negator { REACH } else { LONG_REACH };
    let limit = sentence.end.min(own.end + reach);
    let end = (own.end..limit).find(|&i| ends_clause(document, i, kind)).unwrap_or(limit);
    if kind == CueKind::Denial && end <= own.end + 1 || is_predicate(document, own, sentence) {
        let start = (sentence.start..own.start)
            .rev()
            .find(|&i| ends_clause(document, i, kind))
            .map_or(sentence.start, |i| i + 1);
        return start..end.max(own.end);
    }
    own.end..end
}

/// "is untrue", "was denied", "are false".
fn is_predicate(document: &Document, own: &Range<usize>, sentence: &Range<usize>) -> bool {
    let word = document.folded(own.start);
    own.start > sentence.start
        && matches!(
            word,
            "untrue"
                | "false"
                | "unfounded"
                | "denied"
                | "rejected"
                | "dismissed"
                | "disputed"
                | "refused"
                | "hoax"
                | "myth"
        )
        && matches!(
            document.folded(own.start - 1),
            "is" | "was" | "are" | "were" | "been" | "be" | "a" | "being"
        )
}

fn ends_clause(document: &Document, at: usize, kind: CueKind) -> bool {
    let token = &document.tokens()[at];
    let mark = document.folded(at);
    match token.kind {
        TokenKind::Punctuation => {
            matches!(mark, "," | ";" | ":" | "." | "!" | "?" | "–" | "(" | ")" | "•")
                || (mark == "\"" && kind == CueKind::Negator)
        }
        TokenKind::Word => {
            matches!(mark, "but" | "because" | "although" | "though" | "while" | "whereas" | "however")
        }
        TokenKind::Number | TokenKind::Symbol => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(CueKind, String, String)> {
        let document = Document::new(text);
        cues(&document, 0..document.tokens().len())
            .into_iter()
            .map(|cue| {
                (cue.kind, document.words(cue.tokens).to_owned(), document.words(cue.scope).to_owned())
            })
            .collect()
    }

    #[test]
    fn cues_reach_over_their_clause() {
        use CueKind::{Denial, Hedge, Negator, Unreal};
        for (text, expected) in [
            ("The landlord is not permitted, he said", vec![(Negator, "not", "permitted")]),
            ("It isn’t known but he left", vec![(Negator, "isn’t", "known")]),
            (
                "He denied that he took the money, or any of it",
                vec![(Denial, "denied", "that he took the money")],
            ),
            ("The report is untrue", vec![(Denial, "untrue", "The report is untrue")]),
            ("not only the school but the police", vec![]),
            ("No more than ten came in May", vec![]),
            ("They asked the minister to resign, he said", vec![(Unreal, "asked", "resign")]),
            ("He may leave", vec![(Hedge, "may", "leave")]),
            ("The school should have been involved", vec![(Unreal, "should have", "been involved")]),
        ] {
            let expected: Vec<_> =
                expected.into_iter().map(|(k, a, b)| (k, a.to_owned(), b.to_owned())).collect();
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn the_tables_are_sorted() {
        assert!(NEGATORS.is_sorted() && INTENT.is_sorted());
    }
}
