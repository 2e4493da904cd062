//! How much something is, whichever way it came there: "climbed to 5%", "stood at 5%", "came in at 5%", "was 5%".

use crate::english::{self, Direction};
use crate::text::{Document, TokenKind, WordSet};

use super::Mention;

/// Verbs that with "at" or "to" only say how much something is.
static WITH_SMALL_WORD: WordSet = WordSet::of(&[
    "amounted", "amounts", "came", "comes", "remained", "remains", "stands", "stayed", "stays", "stood",
]);
/// Verbs that say so by themselves, of what is not counted: "*hit* 5%", not "hit 12 villages".
static ALONE: WordSet =
    WordSet::of(&["equalled", "hit", "hits", "reached", "reaches", "totaled", "totalled", "totals"]);

/// How many small words stand at most between such a verb and its value: "came *in at just under* 5%".
const REACH: usize = 4;

/// The verb that only says that something is so much, as the words before `value` tell.
#[must_use]
pub fn level_verb(document: &Document, value: &Mention) -> Option<usize> {
    let start = value.core.start;
    let mut small_word = false;
    for at in (start.saturating_sub(REACH + 1)..start).rev() {
        let word = document.folded(at);
        if ALONE.contains(word) && !small_word && value.counted.is_none() {
            return Some(at);
        }
        let moves = || english::is_verb(document, at) && Direction::of(word).is_some();
        if small_word && (WITH_SMALL_WORD.contains(word) || moves()) {
            return Some(at);
        }
        if document.tokens()[at].kind == TokenKind::Punctuation {
            return None;
        }
        small_word |= matches!(word, "at" | "to");
        let leads = value.tokens.contains(&at) || english::is_function_word(word) || word.ends_with("ly");
        if !leads {
            return None;
        }
    }
    None
}

/// Whether `token` is a verb that only says that something is so much, whichever way it came there: "*stood* at 5%", not "*rose* to 5%".
#[must_use]
pub fn only_tells_level(document: &Document, mentions: &[Mention], token: usize) -> bool {
    Direction::of(document.folded(token)).is_none()
        && mentions.iter().any(|mention| level_verb(document, mention) == Some(token))
}

/// Whether the words before a value, from `start` on, only say how much something is: by "is", or by such a verb.
#[must_use]
pub fn is_level(document: &Document, value: &Mention, start: usize) -> bool {
    level_verb(document, value).is_some()
        || (start.max(value.tokens.start.saturating_sub(REACH))..value.tokens.start)
            .rev()
            .take_while(|&at| document.tokens()[at].is_word())
            .any(|at| matches!(document.folded(at), "is" | "are" | "was" | "were"))
}
