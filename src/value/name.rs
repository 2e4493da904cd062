//! Proper names: runs of capitalised words.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::english;
use crate::text::{Case, Document, TokenKind, WordSet};

/// A proper name in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Its tokens, title included: "Lord Anderson".
    pub tokens: Range<usize>,
    /// Its tokens without the title: "Anderson". Never empty.
    pub core: Range<usize>,
}

/// Words that stand before a person's name and are no part of it.
static TITLES: WordSet = WordSet::of(&[
    "admiral",
    "archbishop",
    "baroness",
    "bishop",
    "brother",
    "capt",
    "captain",
    "chancellor",
    "cmdr",
    "col",
    "colonel",
    "councillor",
    "cpl",
    "dame",
    "det",
    "dr",
    "father",
    "gen",
    "general",
    "gov",
    "insp",
    "judge",
    "justice",
    "king",
    "lady",
    "lieutenant",
    "lord",
    "lt",
    "maj",
    "major",
    "messrs",
    "miss",
    "mr",
    "mrs",
    "ms",
    "pope",
    "prof",
    "professor",
    "rep",
    "reps",
    "rev",
    "sen",
    "sens",
    "sergeant",
    "sgt",
    "sir",
    "supt",
]);

/// Words within a name that are written small: "Ludwig van Beethoven", "Bank of England".
static LINKS: WordSet =
    WordSet::of(&["al", "bin", "da", "de", "den", "der", "di", "du", "el", "ibn", "la", "of", "van", "von"]);

/// Whether `word` (folded) is a title such as "mr" or "lord".
#[must_use]
pub fn is_title(word: &str) -> bool {
    TITLES.contains(word)
}

/// The names among `tokens` of `document`, in order, none overlapping another.
///
/// A capitalised word that begins a sentence or a quotation counts only if it is no common English word or
/// another capitalised word follows; in a text written all in capitals or in headline style, only words that
/// English hardly uses count. Names of days and months are dates, not names.
#[must_use]
pub fn names(document: &Document, tokens: Range<usize>) -> Vec<Name> {
    names_among(document, tokens, &BTreeSet::new())
}

/// The same, where the capitalised words `known` (folded) are names wherever they stand.
#[must_use]
pub fn names_among(document: &Document, tokens: Range<usize>, known: &BTreeSet<String>) -> Vec<Name> {
    let headline = is_titled(document, tokens.clone());
    let mut found = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        let is_known = is_capital(document, at) && known.contains(document.folded(at));
        if !is_known && !begins_name(document, at, tokens.start, headline) {
            at += 1;
            continue;
        }
        let end = name_end(document, at, tokens.end, headline);
        let core = (at..end).find(|&i| !is_title(document.folded(i))).unwrap_or(end);
        if core < end {
            found.push(Name { tokens: at..end, core: core..end });
        }
        at = end;
    }
    found
}

/// Whether capitals tell nothing in `tokens`: hardly any word that could be small is.
#[must_use]
pub fn is_headline(document: &Document, tokens: Range<usize>) -> bool {
    let Some((small, all)) = small_of_all(document, tokens) else { return false };
    all >= 4 && small * 8 < all
}

/// The same, or a short title: no word that could be small is, and one has a capital letter that has none but in a title.
#[must_use]
pub fn is_titled(document: &Document, tokens: Range<usize>) -> bool {
    let Some((small, all)) = small_of_all(document, tokens.clone()) else { return false };
    let says = |at: usize| document.tokens()[at].case == Case::Initial && is_plain(document.folded(at));
    all >= 4 && small * 8 < all || all >= 2 && small == 0 && tokens.skip(1).any(says)
}

/// How many words are small of all those that could be; `None` where so many are that it can be no headline.
fn small_of_all(document: &Document, tokens: Range<usize>) -> Option<(usize, usize)> {
    let (mut small, mut all) = (0, 0);
    for at in tokens.clone() {
        let (token, word) = (&document.tokens()[at], document.folded(at));
        if token.is_word() && word.len() >= 3 && !english::is_function_word(word) {
            all += 1;
            // "iPhones" begins with no other letter.
            small += usize::from(token.case == Case::Lower && !has_capital_within(document, at));
        }
        // Whatever follows.
        if small * 8 >= tokens.len() {
            return None;
        }
    }
    Some((small, all))
}

/// Whether nobody gives `word` (folded) a capital letter but in a headline: "Gets", "His", "Over".
fn is_plain(word: &str) -> bool {
    is_finite_verb(word) || word.len() > 2 && english::is_function_word(word)
}

/// Whether the word at `at` has a capital letter after small ones: "iPhone".
fn has_capital_within(document: &Document, at: usize) -> bool {
    let written = document.slice(document.tokens()[at].span);
    written.contains(char::is_uppercase) && written.starts_with(char::is_lowercase)
}

/// Whether `word` (folded) is a verb by its ending, and hardly anything else: "breaks", "dies", "gets".
fn is_finite_verb(word: &str) -> bool {
    let stem = english::stem(word);
    let verb = || english::parts_of_speech(&stem).starts_with('v');
    (word.ends_with('s') || word.ends_with("ed") || english::is_irregular(word)) && *stem != *word && verb()
}

fn is_capital(document: &Document, at: usize) -> bool {
    let token = &document.tokens()[at];
    token.is_word()
        && token.case != Case::Lower
        && document.folded(at) != "i"
        && !is_calendar(document.folded(at))
}

/// Whether `word` (folded) names a day of the week or a month, "may" left out.
#[must_use]
pub fn is_calendar(word: &str) -> bool {
    matches!(
        word,
        "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "january"
            | "february"
            | "march"
            | "april"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
    )
}

/// Whether English uses the word often enough that a capital letter may be no sign of a name.
fn is_common(word: &str) -> bool {
    english::is_function_word(word)
        || english::zipf(word)
            .is_some_and(|zipf| zipf >= 4.2 || !english::parts_of_speech(&english::stem(word)).is_empty())
}

/// Prefixes that make a verb of a verb.
const PREFIXES: [&str; 5] = ["mis", "out", "over", "re", "un"];

/// How common a word is at least for one with a prefix before it to be no name.
const PLAIN_ZIPF: f64 = 3.5;

/// Whether `word` (folded) is a common verb with a prefix, which no table lists: "relaunches".
fn is_derived(word: &str) -> bool {
    PREFIXES.iter().filter_map(|prefix| word.strip_prefix(prefix)).any(|rest| {
        english::zipf(rest).is_some_and(|zipf| zipf >= PLAIN_ZIPF)
            && english::parts_of_speech(&english::stem(rest)).contains('v')
    })
}

fn begins_name(document: &Document, at: usize, first: usize, headline: bool) -> bool {
    if !is_capital(document, at) || document.tokens()[at].glued && follows_apostrophe(document, at) {
        return false;
    }
    let word = document.folded(at);
    if is_prefix(document, at) || is_numero(document, at) {
        return false;
    }
    if headline {
        return !is_common(word) && !is_derived(word);
    }
    if !begins_sentence(document, at, first) {
        return !english::is_function_word(word) || document.tokens()[at].case == Case::Upper;
    }
    let next_is_capital = document.tokens().get(at + 1).is_some() && is_capital(document, at + 1);
    let owns = document.slice(document.tokens()[at].span).ends_with(['s', 'S'])
        && !document.folded(at).ends_with('s');
    // "US exports", "British exports".
    let always = || document.tokens()[at].case == Case::Upper && word == "us" || english::names_people(word);
    !is_common(word)
        // "May's budget", "Council's budget".
        || owns && !english::is_function_word(word) && english::voice(word).is_none()
        || (next_is_capital && !english::is_function_word(word))
        || always()
}

/// Whether the word at `at` only says that a number is one: "Wife *No.* 4".
#[must_use]
pub fn is_numero(document: &Document, at: usize) -> bool {
    let stop = usize::from(document.folded_or_empty(at + 1) == ".");
    let number = document.tokens().get(at + 1 + stop).is_some_and(|next| next.kind == TokenKind::Number);
    number && matches!(document.folded(at), "no" | "nos")
}

/// Whether a word only leads to the one behind its hyphen: "*Ex*-mayor".
fn is_prefix(document: &Document, at: usize) -> bool {
    let hyphen =
        document.tokens().get(at + 1).is_some_and(|next| next.glued && document.folded(at + 1) == "-");
    hyphen
        && matches!(document.folded(at), "anti" | "co" | "ex" | "mid" | "non" | "post" | "pre" | "pro" | "re")
}

fn follows_apostrophe(document: &Document, at: usize) -> bool {
    at > 0 && document.folded(at - 1) == "'"
}

fn begins_sentence(document: &Document, at: usize, first: usize) -> bool {
    at == first
        || document.tokens()[at - 1].kind == TokenKind::Punctuation
            && matches!(document.folded(at - 1), "\"" | "." | ":" | "!" | "?" | "•" | "–" | "'" | "(")
}

fn name_end(document: &Document, start: usize, limit: usize, headline: bool) -> usize {
    let mut end = start + 1;
    while end < limit {
        if is_capital(document, end)
            && !(headline && (is_common(document.folded(end)) || is_derived(document.folded(end))))
            && continues(document, end)
            && !is_numero(document, end)
        {
            end += 1;
        } else if let Some(after) = link_end(document, end, limit) {
            end = after;
        } else {
            break;
        }
    }
    end
}

/// A possessive ends a name: in "Amess's Essex home" there are two.
fn continues(document: &Document, at: usize) -> bool {
    let before = document.slice(document.tokens()[at - 1].span);
    !before.ends_with("'s") && !before.ends_with("’s") && document.tokens()[at - 1].kind == TokenKind::Word
}

/// Where a capitalised word follows a full stop of an initial ("John F. Kennedy") or small linking words, its end.
fn link_end(document: &Document, at: usize, limit: usize) -> Option<usize> {
    let initial = document.folded(at) == "." && document.folded(at - 1).chars().count() == 1;
    let hyphen = document.folded(at) == "-" && document.tokens()[at].glued;
    let small = LINKS.contains(document.folded(at));
    let next = at + 1;
    if !(initial || hyphen || small)
        || next >= limit
        || !is_capital(document, next)
        || (small && !continues(document, at))
    {
        return None;
    }
    // "Bank of England", but "head of Ofsted" is no name: "of" links only what is capitalised on both sides.
    (!small || document.tokens()[at - 1].case != Case::Lower).then_some(next + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let document = Document::new(text);
        names(&document, 0..document.tokens().len())
            .iter()
            .map(|n| document.words(n.core.clone()).to_owned())
            .collect()
    }

    #[test]
    fn names_are_runs_of_capitals() {
        for (text, expected) in [
            ("The head of counter-terrorism, Matt Jukes, said so.", vec!["Matt Jukes"]),
            ("Mr Jarvis told the House of Commons on Wednesday.", vec!["Jarvis", "House of Commons"]),
            ("Amess’s Essex home was searched.", vec!["Amess’s", "Essex"]),
            ("However, the review by Lord Anderson was late.", vec!["Anderson"]),
            ("President John F. Kennedy spoke in October.", vec!["President John F. Kennedy"]),
            ("Girl, 12, Charged With a Crime Over Phone Use by Rudakubana", vec!["Rudakubana"]),
            ("nothing here", vec![]),
            ("I think so", vec![]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }
}
