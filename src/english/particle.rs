//! Small words that are all that a clause says: "sales are *up*", "the strike is *off*", "the war is *over*".

use crate::text::{Case, Document, Token, TokenKind, WordSet};

/// How many adverbs stand at most between "are" and its "up": "are *still sharply* up".
const ADVERBS: usize = 3;

/// Forms of "be" and its like.
static BEING: WordSet =
    WordSet::of(&["are", "be", "been", "being", "is", "remain", "remained", "remains", "was", "were"]);

/// Forms of "go".
static GOING: WordSet = WordSet::of(&["go", "goes", "going", "gone", "went"]);

/// Words that may follow such a word: "is up *by* a third", "is over *now*"; not "is up for sale".
static FOLLOWERS: WordSet = WordSet::of(&[
    "after",
    "again",
    "also",
    "among",
    "and",
    "but",
    "compared",
    "during",
    "now",
    "since",
    "this",
    "today",
    "too",
    "while",
    "year",
    "yesterday",
]);

/// Words that may follow an "up" or "down" besides.
static OF_CHANGE: WordSet = WordSet::of(&["as", "by", "from", "last", "per"]);

/// The verb or adjective that a small word, or the "dead" of "dead at 79", stands for which is all that its clause says: "rise" for "sales are *up*" and "crime went
/// *up*", "end" for "the war is *over*"; `None` for any other word, as in "went up the hill", "is down to luck", "is over 40".
#[must_use]
pub fn said_by_particle(document: &Document, token: usize) -> Option<&'static str> {
    if is_dead_at_age(document, token) {
        return Some("died");
    }
    let (word, of_change) = match document.folded(token) {
        "up" => ("rise", true),
        "down" => ("fall", true),
        "over" => ("end", false),
        "off" => ("cancel", false),
        "on" => ("proceed", false),
        "in" => ("present", false),
        "out" | "away" => ("absent", false),
        "back" => ("return", false),
        _ => return None,
    };
    let carrier = carrier(document, token)?;
    let carried = BEING.contains(document.folded(carrier)) || of_change;
    (carried && ends_there(document, token + 1, of_change)).then_some(word)
}

/// Whether somebody is said to be "*dead* at 79", or "dead at age 79".
fn is_dead_at_age(document: &Document, token: usize) -> bool {
    let age = token + 2 + usize::from(document.folded_or_empty(token + 2) == "age");
    let number = document.tokens().get(age).is_some_and(|age| age.kind == TokenKind::Number);
    let ends = document.tokens().get(age + 1).is_none_or(|next| next.kind == TokenKind::Punctuation);
    document.folded(token) == "dead" && document.folded_or_empty(token + 1) == "at" && number && ends
}

/// Whether a verb only carries the small word that follows it: "crime *went* down".
#[must_use]
pub fn carries_particle(document: &Document, token: usize) -> bool {
    let near = token + 1..(token + 2 + ADVERBS).min(document.tokens().len());
    GOING.contains(document.folded(token))
        && near
            .into_iter()
            .any(|i| said_by_particle(document, i).is_some() && carrier(document, i) == Some(token))
}

/// The verb that carries such a word, right before it or before its adverbs.
fn carrier(document: &Document, token: usize) -> Option<usize> {
    let adverb = |i: &usize| {
        let word = document.folded(*i);
        word.ends_with("ly")
            || matches!(word, "also" | "again" | "already" | "back" | "still" | "now" | "well")
    };
    let carries = |i: &usize| {
        let word = document.folded(*i);
        BEING.contains(word) || GOING.contains(word)
    };
    let mut before = (token.saturating_sub(ADVERBS + 1)..token).rev();
    before.find(|i| !adverb(i)).filter(carries)
}

/// Whether what stands at `at` leaves the word before it without an object.
fn ends_there(document: &Document, at: usize, of_change: bool) -> bool {
    let Some(next) = document.tokens().get(at) else { return true };
    let figure = |token: &Token| matches!(token.kind, TokenKind::Number | TokenKind::Symbol);
    let (word, then) = (document.folded(at), document.folded_or_empty(at + 1));
    let after = document.tokens().get(at + 1);
    match word {
        _ if figure(next) => of_change,
        _ if !next.is_word() => word != "-",
        // "In May", "in Leeds"; not "in flames".
        "in" => after.is_some_and(|after| after.case != Case::Lower || figure(after)),
        "on" => of_change && matches!(then, "last" | "the"),
        "a" | "about" | "almost" | "around" | "at" | "just" | "more" | "nearly" | "over" | "to" => {
            of_change
                && (after.is_some_and(figure)
                    || matches!(then, "third" | "quarter" | "half" | "fifth" | "tenth"))
        }
        _ => word.ends_with("ly") || FOLLOWERS.contains(word) || of_change && OF_CHANGE.contains(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_word_may_be_all_that_is_said() {
        for (text, word) in [
            ("Sales are up.", Some("rise")),
            ("Sales are sharply down on last year.", Some("fall")),
            ("Sales are down 4%.", Some("fall")),
            ("Crime went up in May.", Some("rise")),
            ("The war is over.", Some("end")),
            ("The power is back on, officials said.", Some("proceed")),
            ("The match is off.", Some("cancel")),
            ("The bus went up the hill.", None),
            ("The hall is up for sale.", None),
            ("It went up in flames.", None),
            ("They set up a stall.", None),
            ("The toll is over 40.", None),
            ("It is on Monday.", None),
            ("The war went over.", None),
        ] {
            let document = Document::new(text);
            let found = (0..document.tokens().len()).find_map(|i| said_by_particle(&document, i));
            assert_eq!(found, word, "{text}");
        }
    }
}
