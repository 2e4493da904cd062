//! Verbs, told by their form and by the words around them: no parser, so a hint and no more.

use crate::text::{Case, Document, Question, TokenKind, WordSet};

use super::{is_function_word, is_irregular, parts_of_speech, stem};

/// Forms of "be", "have" and "do", and the modals: a sentence with one has a predicate. Function words all.
static AUXILIARIES: WordSet = WordSet::of(&[
    "ain't", "am", "are", "aren't", "be", "been", "being", "can", "can't", "cannot", "could", "did",
    "didn't", "do", "does", "doesn't", "don't", "had", "has", "hasn't", "have", "haven't", "is", "isn't",
    "may", "might", "must", "should", "was", "wasn't", "were", "weren't", "will", "would",
]);

/// After these a verb's form is a noun's or an adjective's: "the report", "of interest", "their named heir".
static NOMINAL: WordSet = WordSet::of(&[
    "a", "an", "and", "any", "at", "by", "each", "every", "for", "from", "her", "his", "in", "its", "my",
    "no", "of", "on", "or", "our", "per", "some", "the", "their", "this", "with",
]);

/// Verbs whose past is as their present, and which are nouns as well: verbs where something follows that they are done to.
static UNCHANGED: WordSet = WordSet::of(&[
    "beat",
    "bet",
    "broadcast",
    "burst",
    "cast",
    "cost",
    "cut",
    "forecast",
    "hit",
    "hurt",
    "let",
    "put",
    "quit",
    "read",
    "set",
    "shed",
    "shut",
    "split",
    "spread",
    "thrust",
]);

/// What a thing begins with that something is done to.
static LEADS_TO_OBJECT: WordSet = WordSet::of(&[
    "a", "all", "an", "her", "him", "his", "it", "its", "more", "some", "the", "their", "them", "this",
]);

/// What else it may begin with, that `begins_object` does not take: numbers, owners, "every".
static COUNTED: WordSet = WordSet::of(&[
    "another", "both", "eight", "every", "five", "four", "many", "my", "nine", "no", "one", "our", "seven",
    "several", "six", "ten", "three", "two", "your",
]);

/// Whether `word` (folded) is a past or a participle by its form: "rescued", "shot", "cut".
#[must_use]
pub fn is_past_form(word: &str) -> bool {
    let irregular = || {
        let plural = ["s", "ly", "ing"].iter().any(|ending| word.ends_with(ending));
        !plural && is_irregular(word) && parts_of_speech(&stem(word)).contains('v')
    };
    word.ends_with("ed") || UNCHANGED.contains(word) || irregular()
}

/// Whether something that is done to begins with `word` (folded): an article, a pronoun.
#[must_use]
pub fn begins_object(word: &str) -> bool {
    LEADS_TO_OBJECT.contains(word)
}

/// Whether `word` (folded) is a form of "be", "have" or "do", or a modal.
fn is_auxiliary(word: &str) -> bool {
    AUXILIARIES.contains(word)
}

/// Whether the token at `at` looks like a verb in a finite form or a participle: "rose", "was", "reports" after a noun,
/// "driven".
#[must_use]
pub fn is_verb(document: &Document, at: usize) -> bool {
    document.recall(at, Question::Verb, || looks_like_a_verb(document, at))
}

fn looks_like_a_verb(document: &Document, at: usize) -> bool {
    let token = &document.tokens()[at];
    let word = document.folded(at);
    if token.kind != TokenKind::Word {
        return false;
    }
    if is_function_word(word) {
        return is_auxiliary(word);
    }
    if token.case == Case::Upper {
        return false;
    }
    let parts = || parts_of_speech(&stem(word));
    let back = |steps: usize| at.checked_sub(steps).map_or("", |before| document.folded(before));
    let before = if back(1) == "not" { back(2) } else { back(1) };
    if before == "to" || is_auxiliary(before) {
        // "Was fined": a participle, though the tables know "fine" by its commoner sense alone.
        return word.ends_with("ed") && is_auxiliary(before) || parts().contains('v');
    }
    if NOMINAL.contains(before) {
        return false;
    }
    if UNCHANGED.contains(word) {
        let next = document.tokens().get(at + 1).filter(|next| next.kind != TokenKind::Punctuation);
        let has_object = next.is_some_and(|next| {
            let word = document.folded(at + 1);
            next.kind != TokenKind::Word
                || next.case != Case::Lower && token.case == Case::Lower
                || LEADS_TO_OBJECT.contains(word)
                || COUNTED.contains(word)
                || matches!(word, "back" | "down" | "off" | "out" | "up")
        });
        return has_object && !before.is_empty() && !is_function_word(before);
    }
    if word.ends_with("ed") || is_irregular(word) && !word.ends_with('s') {
        let of_noun = || parts() == "n" && word.ends_with("ed") && token.case == Case::Lower;
        return parts().contains('v') || of_noun() && leads_on(document, at);
    }
    let nominal = ["nces", "ments", "ions", "ings"].iter().any(|ending| word.ends_with(ending));
    word.ends_with('s') && !word.ends_with("ss") && word != "s" && !nominal && parts().starts_with('v')
}

/// Whether what follows is no noun that the word at `at` may describe: "captained *Leeds*", "modelled *for*", but not "bearded men".
fn leads_on(document: &Document, at: usize) -> bool {
    document.tokens().get(at + 1).is_some_and(|next| {
        next.is_word() && (next.case != Case::Lower || is_function_word(document.folded(at + 1)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn auxiliaries_are_function_words() {
        assert!(AUXILIARIES.words().iter().all(|word| is_function_word(word)));
    }

    #[test]
    fn verbs_by_their_look() {
        let verbs = |text: &str| {
            let document = Document::new(text);
            let tokens = 0..document.tokens().len();
            tokens
                .filter(|&i| is_verb(&document, i))
                .map(|i| document.folded(i).to_owned())
                .collect::<Vec<_>>()
        };
        for (text, expected) in [
            ("Sales rose by 5% and the board expects a profit", vec!["rose", "expects"]),
            ("The reports of the named heir were not read", vec!["were", "read"]),
            ("Its interest in prices", vec![]),
            ("They agreed to sell it", vec!["agreed", "sell"]),
            ("Smith captained Leeds, two bearded men and a hundred sixth-formers", vec!["captained"]),
            ("He was fined for its sinking", vec!["was", "fined"]),
        ] {
            assert_eq!(verbs(text), expected, "{text}");
        }
    }
}
