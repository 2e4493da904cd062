//! Who does it, and to whom it is done: the phrases beside a verb. No parser, so nothing is told where it is not plain to see.

use std::ops::Range;

use crate::english;
use crate::matcher::{Answer, Likeness};
use crate::stance::held::Held;
use crate::text::{Case, Document, TokenKind};

/// How many tokens a phrase has at most, what follows its noun included.
const PHRASE: usize = 14;

/// Words that part a noun from what only tells more of it: "the roof *of* the church", "police *in* Leeds".
const PREPOSITIONS: [&str; 20] = [
    "about", "after", "against", "among", "at", "behind", "between", "by", "during", "for", "from", "in",
    "into", "near", "of", "on", "over", "to", "under", "with",
];

/// Words before which a phrase begins.
const BOUNDS: [&str; 21] = [
    "although", "as", "because", "before", "but", "if", "once", "since", "so", "than", "that", "then",
    "though", "until", "unless", "when", "where", "whether", "which", "while", "who",
];

/// Nouns with "of" that are what they are of: "the city of Leeds", "a series of storms".
const NAMESAKES: [&str; 30] = [
    "all",
    "city",
    "council",
    "country",
    "county",
    "couple",
    "crowd",
    "department",
    "dozens",
    "family",
    "government",
    "group",
    "hundreds",
    "island",
    "kingdom",
    "lot",
    "majority",
    "ministry",
    "most",
    "none",
    "number",
    "pair",
    "parliament",
    "people",
    "rest",
    "series",
    "state",
    "thousands",
    "town",
    "village",
];

/// The words of the passage of which it tells what the claim tells of something else, where both have a subject that is plain
/// to see: "*The son* of the senator was arrested", "*a gang* set the fire, police said".
pub(super) fn of_another(held: &Held<'_>) -> Option<String> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let verb = predicate(claim, &held.phrasing.tokens())?;
    let reported = same_word(held, verb).filter(|&reported| is_told(text, reported))?;
    let sentence = held.sentence_of(reported)?;
    let ours = subjects(claim, &held.phrasing.tokens(), verb)?;
    let phrase = ours.last()?;
    let head = phrase.clone().rev().find(|&i| english::is_content_word(claim, i))?;
    let answer = same_word(held, head).filter(|&q| !is_joined(held, q, reported))?;
    let theirs = subjects(text, &sentence, reported)?;
    let first = theirs.first()?;
    let meets = theirs.iter().any(|theirs| ours.iter().any(|ours| has_answer(held, ours, theirs)));
    let voices = (voice(claim, verb), voice(text, reported));
    // A name alone may be theirs of whom the claim speaks by another word.
    let is_name = |phrase: &Range<usize>| phrase.clone().all(|i| text.tokens()[i].case != Case::Lower);
    if let Some(other) = theirs.iter().find_map(|theirs| other_kind(held, phrase, theirs)) {
        return Some(held.words(&other).to_owned());
    }
    let another = if !matches!(voices, (Voice::Active, Voice::Passive) | (Voice::Passive, Voice::Active)) {
        !meets && !(theirs.iter().all(is_name) && claim.tokens()[head].case == Case::Lower)
    } else {
        theirs.iter().any(|phrase| phrase.contains(&answer))
    };
    another.then(|| held.words(first).to_owned())
}

/// From this weight on a word tells of whom the claim speaks.
const TELLS: f64 = 0.15;

/// Whether the passage leaves out a word by which the claim says of whom it speaks: "the *health* minister".
pub(super) fn lacks_subject(held: &Held<'_>) -> bool {
    let Some(verb) = predicate(&held.phrasing.document, &held.phrasing.tokens()) else { return false };
    // "No *one*".
    let ends_cue = |token: usize| {
        held.phrasing_cues.iter().any(|cue| cue.tokens.contains(&token) || cue.tokens.end == token)
    };
    let words = held.phrasing.frame.iter().zip(&held.alignment.answers);
    words.into_iter().any(|(word, answer)| {
        word.token.is_some_and(|token| token < verb && !ends_cue(token))
            && !word.name
            && word.weight >= TELLS
            && *answer == Answer::Nothing
    })
}

/// The token of the passage that answers the phrasing's `token` by its own word, in some form.
fn same_word(held: &Held<'_>, token: usize) -> Option<usize> {
    held.phrasing.frame.iter().zip(&held.alignment.answers).find_map(|(word, answer)| match *answer {
        Answer::Token { token: reported, likeness } if likeness >= Likeness::Inflected => {
            (word.token == Some(token)).then_some(reported)
        }
        _ => None,
    })
}

/// What the passage speaks of where its phrase has the noun of the claim's and another noun before it: "*train* fares" for "bus
/// fares".
fn other_kind(held: &Held<'_>, ours: &Range<usize>, theirs: &Range<usize>) -> Option<Range<usize>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let head = ours.clone().rev().find(|&i| english::is_content_word(claim, i))?;
    let answer = same_word(held, head).filter(|q| theirs.contains(q))?;
    let before = |document: &Document, at: usize, within: &Range<usize>| {
        let before = at.checked_sub(1).filter(|before| within.contains(before))?;
        let noun = english::parts_of_speech(&english::stem(document.folded(before))).starts_with('n');
        let first = document.sentences().iter().any(|sentence| sentence.tokens.start == before);
        (noun && (first || document.tokens()[before].case == Case::Lower)).then_some(before)
    };
    let kind = claim.tokens().get(head.checked_sub(1)?)?;
    let own = head.checked_sub(1).filter(|own| ours.contains(own) && kind.is_word())?;
    let other = before(text, answer, theirs).filter(|&other| !held.is_aligned(other))?;
    let noun = english::parts_of_speech(&english::stem(claim.folded(own))).starts_with('n');
    let missing = noun && !has_answer(held, &(own..own + 1), theirs);
    missing.then_some(other..answer + 1)
}

/// Whether something in `theirs` may answer a word of `ours`.
fn has_answer(held: &Held<'_>, ours: &Range<usize>, theirs: &Range<usize>) -> bool {
    let words =
        held.phrasing.frame.iter().filter(|word| word.token.is_some_and(|token| ours.contains(&token)));
    let mut hits = words.flat_map(|word| held.reading.marked.answers_among(word.word, theirs));
    hits.any(|hit| hit.likeness > Likeness::Opposed)
}

/// Whether a word has a verb in common with what comes before it: "the stove weighs 2 kg, *the tent* 3 kg".
fn is_joined(held: &Held<'_>, token: usize, verb: usize) -> bool {
    let text = held.document();
    let small = |i: usize| english::is_function_word(text.folded(i)) || held.is_aligned(i);
    let before = (verb..token).rev().find(|&i| text.folded(i) == "and" || !small(i));
    before.is_some_and(|i| matches!(text.folded(i), "," | ";" | "and"))
        && !(token + 1 < text.tokens().len() && english::is_verb(text, token + 1))
}

/// Whether the word at `at` is a verb that something is told by, or follows an "is".
fn is_told(document: &Document, at: usize) -> bool {
    english::is_verb(document, at)
        || (0..at).rev().find(|&i| !is_adverb(document, i)).is_some_and(|i| is_auxiliary(document, i))
}

/// What a sentence says of its subject: its first verb that says something, or what follows its "is".
pub(super) fn predicate(document: &Document, within: &Range<usize>) -> Option<usize> {
    // "Manchester United" is united by nobody.
    let small = |i: usize| i == within.start || document.tokens()[i].case == Case::Lower;
    let verb = within.clone().find(|&i| english::is_verb(document, i) && small(i))?;
    if english::is_content_word(document, verb) {
        return Some(verb);
    }
    let next = (verb + 1..within.end).find(|&i| !is_auxiliary(document, i) && !is_adverb(document, i))?;
    english::is_content_word(document, next).then_some(next)
}

/// Whether a sentence tells of the past by its first verb.
pub(super) fn is_past(document: &Document, within: &Range<usize>) -> bool {
    within.clone().find(|&i| english::is_verb(document, i)).is_some_and(|verb| {
        let word = document.folded(verb);
        matches!(word, "was" | "were" | "had" | "did") || word.ends_with("ed") || english::is_irregular(word)
    })
}

/// How far after its "is" what somebody or something is stands at most: "is a rising *star*".
const COMPLEMENT: usize = 4;

/// Whether the word at `at` is a verb that says something, or what follows an "is".
pub(super) fn is_predicate(document: &Document, at: usize) -> bool {
    let led =
        |i: usize| PREPOSITIONS.binary_search(&document.folded(i)).is_ok() || !document.tokens()[i].is_word();
    english::is_verb(document, at)
        || (at.saturating_sub(COMPLEMENT)..at)
            .rev()
            .take_while(|&i| {
                !led(i) && !(english::is_verb(document, i) && english::is_content_word(document, i))
            })
            .any(|i| is_auxiliary(document, i))
}

/// The nouns, each with what stands before it, of which `verb` is told; `None` where they are not plain to see.
fn subjects(document: &Document, within: &Range<usize>, verb: usize) -> Option<Vec<Range<usize>>> {
    let last = (within.start..verb).rev().find(|&i| !is_auxiliary(document, i) && !is_adverb(document, i))?;
    phrases_until(document, within, last + 1)
}

/// The phrases that end before `end`: two where they are joined, or where one says more of the other.
fn phrases_until(document: &Document, within: &Range<usize>, end: usize) -> Option<Vec<Range<usize>>> {
    let last = end.checked_sub(1).filter(|&last| last >= within.start)?;
    let word = document.folded(last);
    if matches!(word, "who" | "which") {
        let comma = last.checked_sub(1).is_some_and(|i| document.folded(i) == ",");
        return phrases_until(document, within, last - usize::from(comma));
    }
    if word == "," {
        let open = (within.start..last).rev().find(|&i| document.folded(i) == ",")?;
        let mut phrases = phrases_until(document, within, open)?;
        let inner = (open + 1)..last;
        let tells = inner.clone().any(|i| english::is_verb(document, i) || is_bound(document, i));
        if !tells {
            phrases.extend(phrase(document, &inner));
        }
        return Some(phrases);
    }
    if !english::is_content_word(document, last) {
        return None;
    }
    let floor = within.start.max(last.saturating_sub(PHRASE));
    let joins = |i: usize| matches!(document.folded(i), "-" | "/");
    let stops = |i: &usize| {
        document.tokens()[*i].kind == TokenKind::Punctuation && !joins(*i)
            || is_bound(document, *i)
            || english::is_verb(document, *i)
    };
    let stop = (floor..last).rev().find(stops);
    let start = stop.map_or(floor, |stop| stop + 1);
    // "The reporter *who exposed* the mayor has": what is told is told of the reporter.
    let relative = stop.filter(|&i| english::is_verb(document, i)).and_then(|verb| {
        let before =
            (within.start..verb).rev().find(|&i| !is_auxiliary(document, i) && !is_adverb(document, i));
        before.filter(|&i| matches!(document.folded(i), "who" | "which"))
    });
    if let Some(relative) = relative {
        return phrases_until(document, within, relative + 1);
    }
    // "X, a composer who", "X is a dance originating in": what is told of one is told of the other.
    let other = match stop {
        Some(comma) if document.folded(comma) == "," => {
            let noun =
                (within.start..comma).rev().take_while(|&i| english::is_content_word(document, i)).last();
            let nearest = noun.map(|noun| noun..comma);
            phrases_until(document, within, comma).unwrap_or_default().into_iter().chain(nearest).collect()
        }
        Some(is) if is_copula(document, is) => phrases_until(document, within, is)?,
        _ => Vec::new(),
    };
    // "Bribes taken by the mayor": what is cut off is not all of it.
    let led = PREPOSITIONS.binary_search(&document.folded(start)).is_ok();
    let cut = floor > within.start && start == floor;
    let joins = |i: usize| matches!(document.folded(i), "and" | "or");
    if led || cut || joins(start) {
        return None;
    }
    let mut parts = other;
    let mut from = start;
    for and in (start..end).filter(|&i| joins(i)).chain([end]) {
        parts.extend(phrase(document, &(from..and)));
        from = and + 1;
    }
    (!parts.is_empty()).then_some(parts)
}

/// The noun of a phrase with what stands before it, without what follows; with that, too, where it is the same.
fn phrase(document: &Document, tokens: &Range<usize>) -> Option<Range<usize>> {
    let preposition = tokens.clone().find(|&i| PREPOSITIONS.binary_search(&document.folded(i)).is_ok());
    let end = preposition.unwrap_or(tokens.end);
    let head = (tokens.start..end).rev().find(|&i| english::is_content_word(document, i))?;
    let whole = preposition.is_some_and(|i| document.folded(i) == "of")
        && (document.tokens()[head].case != Case::Lower
            || NAMESAKES.binary_search(&document.folded(head)).is_ok());
    Some(tokens.start..if whole { tokens.end } else { end })
}

/// Whether a verb is told of whom it is done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Voice {
    /// Of who does it, to somebody or something.
    Active,
    /// Of whom it is done to.
    Passive,
    /// Of either: headlines leave out their "was".
    Open,
}

fn voice(document: &Document, verb: usize) -> Voice {
    let word = document.folded(verb);
    let participle = word.ends_with("ed") || english::is_irregular(word);
    let before = (0..verb).rev().find(|&i| !is_adverb(document, i));
    let be = before.is_some_and(|i| {
        matches!(document.folded(i), "is" | "was" | "are" | "were" | "be" | "been" | "being")
    });
    let particle =
        |i: usize| matches!(document.folded(i), "away" | "back" | "down" | "off" | "out" | "over" | "up");
    let next = (verb + 1..document.tokens().len()).find(|&i| !is_adverb(document, i) && !particle(i));
    // "Rose by 5%" was done by nobody.
    let by = next.is_some_and(|by| {
        let after = document.tokens().get(by + 1);
        document.folded(by) == "by" && after.is_some_and(|after| after.is_word())
    });
    let leads = |i: usize| {
        let word = document.folded(i);
        matches!(
            word,
            "a" | "all"
                | "an"
                | "both"
                | "her"
                | "him"
                | "his"
                | "it"
                | "its"
                | "some"
                | "the"
                | "their"
                | "them"
        )
    };
    let has_object = next.is_some_and(|i| {
        document.tokens()[i].kind != TokenKind::Punctuation
            && (document.tokens()[i].kind != TokenKind::Word
                || english::is_content_word(document, i)
                || leads(i))
    });
    match () {
        () if participle && (be || by) => Voice::Passive,
        () if has_object => Voice::Active,
        () => Voice::Open,
    }
}

fn is_copula(document: &Document, at: usize) -> bool {
    matches!(document.folded(at), "is" | "was" | "are" | "were" | "became" | "becomes")
}

fn is_bound(document: &Document, at: usize) -> bool {
    BOUNDS.binary_search(&document.folded(at)).is_ok()
}

fn is_auxiliary(document: &Document, at: usize) -> bool {
    english::is_function_word(document.folded(at)) && english::is_verb(document, at)
}

fn is_adverb(document: &Document, at: usize) -> bool {
    let word = document.folded(at);
    word.ends_with("ly")
        || matches!(
            word,
            "also" | "already" | "even" | "ever" | "just" | "never" | "not" | "now" | "still" | "then"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted() {
        assert!(PREPOSITIONS.is_sorted() && BOUNDS.is_sorted() && NAMESAKES.is_sorted());
    }

    #[test]
    fn subjects_as_far_as_they_are_plain() {
        let of = |text: &str, verb: &str| {
            let document = Document::new(text);
            let within = 0..document.tokens().len();
            let verb = within.clone().find(|&i| document.folded(i) == verb).unwrap_or(0);
            let phrases = subjects(&document, &within, verb).unwrap_or_default();
            phrases.into_iter().map(|phrase| document.words(phrase).to_owned()).collect::<Vec<_>>()
        };
        for (text, verb, expected) in [
            ("The son of Senator Doyle was arrested.", "arrested", vec!["The son"]),
            ("The city of Leeds has banned it.", "banned", vec!["The city of Leeds"]),
            (
                "Skybridge, the rival of Tolland Air, has ordered planes.",
                "ordered",
                vec!["Skybridge", "the rival"],
            ),
            ("The reporter who exposed the mayor has been honoured.", "honoured", vec!["The reporter"]),
            ("The army and the rebels in Kasombo agreed.", "agreed", vec!["The army", "the rebels"]),
            ("He said that a gang had set fire to it.", "set", vec!["a gang"]),
            ("They met and agreed.", "agreed", vec![]),
            ("Lord Ashby, whose dentist last saw him, has disappeared.", "disappeared", vec!["Lord Ashby"]),
        ] {
            assert_eq!(of(text, verb), expected, "{text}");
        }
    }
}
