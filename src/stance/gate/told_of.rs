//! Of whom or what a verb is told: the phrases before it, or those that a relative pronoun or an infinitive leads back to. No parser, so
//! nothing is told where it is not plain to see.

use std::ops::Range;

use crate::english;
use crate::text::{Case, Document, TokenKind, WordSet};

use super::grammar::{PHRASE, is_adverb, is_auxiliary, is_bound, is_copula, is_namesake, is_preposition};

/// The nouns, each with what stands before it, of which `verb` is told; `None` where they are not plain to see.
pub(super) fn subjects(document: &Document, within: &Range<usize>, verb: usize) -> Option<Vec<Range<usize>>> {
    let last = (within.start..verb).rev().find(|&i| !is_auxiliary(document, i) && !is_adverb(document, i))?;
    if document.folded(last) == "to" {
        return controllers(document, within, last);
    }
    phrases_until(document, within, last + 1, DEPTH)
}

/// Verbs whose object does what their "to" leads to: "helped *Smith* to win".
static OF_OBJECT: WordSet = WordSet::of(&[
    "allow", "ask", "caus", "command", "enabl", "encourag", "expect", "forc", "get", "help", "instruct",
    "invit", "lead", "make", "order", "permit", "persuad", "prompt", "requir", "tell", "urg", "want", "warn",
]);

/// Those who do what the "to" at `to` leads to: whoever did what it was done for, "*Smith* beat Holt to win".
fn controllers(document: &Document, within: &Range<usize>, to: usize) -> Option<Vec<Range<usize>>> {
    let ends = |&i: &usize| document.tokens()[i].kind == TokenKind::Punctuation || is_bound(document, i);
    let clause = (within.start..to).rev().find(ends).map_or(within.start, |end| end + 1);
    let told = |&i: &usize| english::is_verb(document, i) && english::is_content_word(document, i);
    let verb = (clause..to).rev().find(told)?;
    if OF_OBJECT.contains(&english::stem(document.folded(verb))) && verb + 1 < to {
        return phrases_until(document, within, to, DEPTH);
    }
    let infinite = verb > within.start && document.folded(verb - 1) == "to";
    (!infinite).then(|| subjects(document, within, verb)).flatten()
}

/// How many clauses and appositions deep a subject is looked for: "X, a rival of Y, which owned Z, has".
const DEPTH: usize = 4;

/// The phrases that end before `end`: two where they are joined, or where one says more of the other.
fn phrases_until(
    document: &Document,
    within: &Range<usize>,
    end: usize,
    depth: usize,
) -> Option<Vec<Range<usize>>> {
    let depth = depth.checked_sub(1)?;
    let last = end.checked_sub(1).filter(|&last| last >= within.start)?;
    match document.folded(last) {
        _ if is_relative(document, last) => return antecedents(document, within, last, depth),
        "," => return set_apart(document, within, last, depth),
        _ if !english::is_content_word(document, last) => return None,
        _ => {}
    }
    let floor = within.start.max(last.saturating_sub(PHRASE));
    let stop = (floor..last).rev().find(|&i| stops(document, i));
    // "The reporter *who exposed* the mayor has", "the teacher *who was sacked* sued": it is told of the first.
    let verbs = [Some(last), stop].into_iter().flatten();
    if let Some(relative) = verbs.into_iter().find_map(|verb| relative_of(document, within, verb)) {
        return phrases_until(document, within, relative + 1, depth);
    }
    if let Some(whose) = stop.filter(|&stop| document.folded(stop) == "whose") {
        return phrase(document, &(whose + 1..end)).map(|owned| vec![owned]);
    }
    // "The house *where the poet lived* was sold": whose, is not plain.
    let hidden = |i: usize| matches!(document.folded(i), "whose" | "where" | "whom");
    if english::is_verb(document, last)
        || (floor..last).rev().take_while(|&i| document.folded(i) != ",").any(hidden)
    {
        return None;
    }
    // "*Talks* to end the strike began."
    let infinite = stop.filter(|&stop| {
        stop > within.start && document.folded(stop - 1) == "to" && english::is_verb(document, stop)
    });
    if let Some(verb) = infinite {
        return phrases_until(document, within, verb - 1, depth);
    }
    let start = stop.map_or(floor, |stop| stop + 1);
    // "*After* Smith won", "minutes *after* Smith won": a clause.
    let clause =
        (start..end).rev().find(|&i| matches!(document.folded(i), "after" | "before" | "since" | "until"));
    let clause = clause.filter(|&at| !(at + 1..end).any(|i| is_preposition(document, i)));
    if let Some(at) = clause {
        return phrase(document, &(at + 1..end)).map(|subject| vec![subject]);
    }
    // "Bribes taken by the mayor": what is cut off is not all of it.
    let led = is_preposition(document, start);
    let cut = floor > within.start && start == floor;
    let joins = |i: usize| matches!(document.folded(i), "and" | "or");
    // "It was Renner, *on loan from Kiel*, who scored."
    if let Some(comma) = stop.filter(|&stop| led && document.folded(stop) == ",") {
        return phrases_until(document, within, comma, depth);
    }
    if led || cut || joins(start) {
        return None;
    }
    let mut phrases = same_as(document, within, stop, depth)?;
    let mut from = start;
    for and in (start..end).filter(|&i| joins(i)).chain([end]) {
        phrases.extend(phrase(document, &(from..and)));
        from = and + 1;
    }
    (!phrases.is_empty()).then_some(phrases)
}

/// What is the same as a phrase that `stop` leads to: "*X*, a composer who", "*X* is a dance originating in". `None` where that is not
/// plain to see.
fn same_as(
    document: &Document,
    within: &Range<usize>,
    stop: Option<usize>,
    depth: usize,
) -> Option<Vec<Range<usize>>> {
    match stop {
        // "*Of the hostages freed at the port*, three were Danish": no phrase that is said of them.
        Some(comma) if document.folded(comma) == "," && !is_led(document, within.start..comma) => {
            let before = phrases_until(document, within, comma, depth).unwrap_or_default();
            Some(before.into_iter().chain(noun_before(document, within, comma)).collect())
        }
        Some(is) if is_copula(document, is) => phrases_until(document, within, is, depth),
        _ => Some(Vec::new()),
    }
}

/// Whether a small word leads to all of `tokens`.
fn is_led(document: &Document, mut tokens: Range<usize>) -> bool {
    is_preposition(document, tokens.start) && !tokens.any(|i| document.folded(i) == ",")
}

/// Whether a phrase ends before the token, read backwards.
fn stops(document: &Document, at: usize) -> bool {
    let token = &document.tokens()[at];
    // "The nurses' union".
    let owns = token.glued && at > 0 && document.folded(at - 1).ends_with('s') && document.folded(at) == "'";
    let parts = token.kind == TokenKind::Punctuation && !owns;
    parts && !matches!(document.folded(at), "-" | "/")
        || is_bound(document, at)
        || english::is_verb(document, at)
}

/// Whom the "who" or "which" at `relative` means: "no one from *the chapel*, which was built in 1720".
fn antecedents(
    document: &Document,
    within: &Range<usize>,
    relative: usize,
    depth: usize,
) -> Option<Vec<Range<usize>>> {
    let comma = relative.checked_sub(1).is_some_and(|i| document.folded(i) == ",");
    let end = relative - usize::from(comma);
    let phrases = phrases_until(document, within, end, depth).unwrap_or_default();
    let phrases: Vec<_> = phrases.into_iter().chain(noun_before(document, within, end)).collect();
    (!phrases.is_empty()).then_some(phrases)
}

/// What stands before what two commas set apart, and that itself where it is a phrase: "*X*, *a rival of Y*,".
fn set_apart(
    document: &Document,
    within: &Range<usize>,
    close: usize,
    depth: usize,
) -> Option<Vec<Range<usize>>> {
    let open = (within.start..close).rev().find(|&i| document.folded(i) == ",")?;
    let mut phrases = phrases_until(document, within, open, depth)?;
    let tells = |i: &usize| english::is_verb(document, *i) || is_bound(document, *i);
    let end = (open + 1..close).find(tells).unwrap_or(close);
    phrases.extend(phrase(document, &(open + 1..end)));
    Some(phrases)
}

/// The words that say something right before `end`.
fn noun_before(document: &Document, within: &Range<usize>, end: usize) -> Option<Range<usize>> {
    let names = |&i: &usize| english::is_content_word(document, i) && !english::is_verb(document, i);
    let noun = (within.start..end).rev().take_while(names).last();
    noun.map(|noun| noun..end)
}

/// The "who" or "which" of which `verb` is told, where it is one's.
fn relative_of(document: &Document, within: &Range<usize>, verb: usize) -> Option<usize> {
    let small = |i: usize| is_auxiliary(document, i) || is_adverb(document, i);
    let before =
        (within.start..verb).rev().find(|&i| !small(i)).filter(|_| english::is_verb(document, verb))?;
    is_relative(document, before).then_some(before)
}

/// Whether the word stands for the noun before it: "who", "which", and "the law *that* banned it", but not "said that".
fn is_relative(document: &Document, at: usize) -> bool {
    match document.folded(at) {
        "who" | "which" => true,
        "that" => at
            .checked_sub(1)
            .is_some_and(|i| english::is_content_word(document, i) && !english::is_verb(document, i)),
        _ => false,
    }
}

/// The noun of a phrase with what stands before it, without what follows; with that, too, where it is the same.
fn phrase(document: &Document, tokens: &Range<usize>) -> Option<Range<usize>> {
    let preposition = tokens.clone().find(|&i| is_preposition(document, i));
    let end = preposition.unwrap_or(tokens.end);
    let of = preposition.is_some_and(|i| document.folded(i) == "of");
    let Some(head) = (tokens.start..end).rev().find(|&i| english::is_content_word(document, i)) else {
        // "25% of the nurses", "one of them".
        return of.then(|| tokens.clone());
    };
    let whole = of && (document.tokens()[head].case != Case::Lower || is_namesake(document.folded(head)));
    Some(tokens.start..if whole { tokens.end } else { end })
}

#[cfg(test)]
mod tests {
    use super::*;

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
            (
                "The reporter who exposed the mayor has been honoured.",
                "honoured",
                vec!["The reporter", "reporter"],
            ),
            ("The army and the rebels in Kasombo agreed.", "agreed", vec!["The army", "the rebels"]),
            ("He said that a gang had set fire to it.", "set", vec!["a gang"]),
            ("They met and agreed.", "agreed", vec![]),
            ("Lord Ashby, whose dentist last saw him, has disappeared.", "disappeared", vec!["Lord Ashby"]),
        ] {
            assert_eq!(of(text, verb), expected, "{text}");
        }
    }
}
