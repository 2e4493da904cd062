//! Who says so, where a sentence opens with that: "According to the police,", "Officials said that".

use std::ops::Range;

use crate::english;
use crate::text::Document;

/// Who says so has so many words at most.
const SPEAKER: usize = 8;

/// The tokens of `sentence` without who says so at its start; never none.
pub(super) fn said(document: &Document, sentence: &Range<usize>) -> Range<usize> {
    let start = past_speaker(document, sentence).filter(|&start| start < sentence.end);
    start.unwrap_or(sentence.start)..sentence.end
}

/// Past "according to the police," or "officials said that".
fn past_speaker(document: &Document, sentence: &Range<usize>) -> Option<usize> {
    let start = sentence.start;
    let mut reach = start..sentence.end.min(start + SPEAKER);
    let parts = |at: &usize| !document.tokens()[*at].is_word();
    let is = |at: usize, word: &str| document.folded_or_empty(at) == word;
    if is(start, "according") && is(start + 1, "to") {
        let mark = reach.find(parts)?;
        return is(mark, ",").then_some(mark + 1);
    }
    let says = |&at: &usize| matches!(document.folded(at), "said" | "say" | "says" | "added" | "adds");
    let verb = reach.find(says)?;
    let named = verb > start && !(start..verb).any(|at| parts(&at) || english::is_verb(document, at));
    (named && is(verb + 1, "that")).then_some(verb + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_says_what_follows_its_speaker() {
        for (text, said) in [
            ("According to the police, sales fell.", "sales fell."),
            ("Officials in York said that sales fell.", "sales fell."),
            ("He added that sales fell.", "sales fell."),
            (
                "Officials who denied it said that sales fell.",
                "Officials who denied it said that sales fell.",
            ),
            ("According to plan.", "According to plan."),
        ] {
            let document = Document::new(text);
            let all = 0..document.tokens().len();
            assert_eq!(document.words(super::said(&document, &all)), said, "{text}");
        }
    }
}
