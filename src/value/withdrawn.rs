//! Values that a speaker takes back at once: "four, sorry, five people".

use crate::text::{Document, WordSet};

use super::Mention;

/// How many tokens stand at most between what is taken back and what is said instead.
const REACH: usize = 8;

/// Words with which a speaker takes something back.
static MARKS: WordSet = WordSet::of(&["correction", "mean", "no", "pardon", "sorry"]);

/// Words that may stand beside them.
static BESIDE: WordSet = WordSet::of(&[
    "a", "actually", "beg", "er", "erm", "i", "it", "make", "mean", "my", "or", "rather", "should", "that",
    "the", "uh", "um", "was", "well", "your",
]);

/// Leaves out of `mentions` those that are taken back for the next.
pub(super) fn leave_out(document: &Document, mentions: &mut Vec<Mention>) {
    let taken_back: Vec<bool> =
        mentions.windows(2).map(|pair| is_taken_back(document, &pair[0], &pair[1])).collect();
    if taken_back.contains(&true) {
        let mut taken_back = taken_back.into_iter().chain([false]);
        mentions.retain(|_| taken_back.next() != Some(true));
    }
}

fn is_taken_back(document: &Document, first: &Mention, next: &Mention) -> bool {
    let between = first.tokens.end..next.tokens.start;
    if between.is_empty() || between.len() > REACH || first.value.compare(&next.value).is_none() {
        return false;
    }
    // "No" may count as well: "four, no more than five".
    let set_off = |i: usize| {
        let mark = |i: usize| !document.tokens()[i].is_word();
        mark(i - 1) && (i + 1 == next.tokens.start || mark(i + 1) || document.folded(i + 1) == "the")
    };
    let is_mark = |i: usize| match document.folded(i) {
        "no" => i > 0 && set_off(i),
        "mean" => i > 0 && document.folded(i - 1) == "i",
        word => MARKS.contains(word),
    };
    let fits =
        |i: usize| !document.tokens()[i].is_word() || is_mark(i) || BESIDE.contains(document.folded(i));
    between.clone().all(fits) && between.into_iter().any(is_mark)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Context, recognise};

    #[test]
    fn what_is_taken_back_is_not_said() {
        for (text, numbers) in [
            ("Four, sorry, five people were hurt.", &[5.0][..]),
            ("There were four, I beg your pardon, five people.", &[5.0]),
            ("It was 40, no, 50 homes.", &[50.0]),
            ("Four came, no more than five.", &[4.0]),
            ("Four, five or six people came.", &[4.0]),
            ("Four people were sorry that 12 homes burned.", &[4.0, 12.0]),
        ] {
            let document = Document::new(text);
            let found = recognise(&document, 0..document.tokens().len(), Context::default());
            let found: Vec<f64> = found.iter().filter_map(|mention| mention.value.number()).collect();
            assert!(
                found.starts_with(&numbers[..1]) && numbers.iter().all(|n| found.contains(n)),
                "{text} {found:?}"
            );
        }
    }
}
