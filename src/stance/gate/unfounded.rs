//! Is it told as what is not so: a hoax, a novel, a false claim? Or as what was so only at first?

use std::ops::Range;

use crate::stance::held::Held;
use crate::text::{Document, WordSet};

use super::{IN_ONE_SENTENCE, scope};

/// Words for what is not so, though it is told.
static UNFOUNDED: WordSet = WordSet::of(&[
    "allegedly",
    "erroneous",
    "erroneously",
    "fake",
    "falsely",
    "hoax",
    "joked",
    "lied",
    "mistakenly",
    "myth",
    "rumor",
    "rumors",
    "rumour",
    "rumours",
    "satire",
    "satirical",
    "supposedly",
    "wrongly",
]);

/// Words for works in which things are told that are not so.
static FICTION: WordSet = WordSet::of(&[
    "comedy",
    "dream",
    "drill",
    "exercise",
    "film",
    "movie",
    "novel",
    "play",
    "simulation",
    "sitcom",
    "story",
    "theory",
]);

/// Words for the time before something changed.
static AT_FIRST: WordSet = WordSet::of(&["briefly", "initially", "originally", "preliminary"]);

/// Words with which a sentence goes on to what came after.
static AFTERWARDS: WordSet = WordSet::of(&["eventually", "later", "subsequently", "then"]);

/// Verbs of taking back, and what is taken back.
static TAKING_BACK: WordSet = WordSet::of(&["corrected", "recanted", "retracted", "withdrawn", "withdrew"]);
static TAKEN_BACK: WordSet = WordSet::of(&[
    "account",
    "allegation",
    "allegations",
    "article",
    "claim",
    "claims",
    "remark",
    "remarks",
    "report",
    "statement",
    "story",
]);

/// The verb by which the next sentence takes back what this one tells: "It *withdrew* the story the next day".
fn taken_back(text: &Document, sentence: &Range<usize>) -> Option<usize> {
    let sentences = text.sentences();
    let next = sentences.partition_point(|one| one.tokens.start < sentence.end);
    let mut tokens = sentences.get(next)?.tokens.clone();
    let verb = tokens.clone().find(|&i| TAKING_BACK.contains(text.folded(i)))?;
    tokens.any(|i| TAKEN_BACK.contains(text.folded(i))).then_some(verb)
}

/// The word of the passage's sentence that has most of the claim by which what it tells is not so, or was not for good.
pub(super) fn find(held: &Held<'_>) -> Option<usize> {
    let text = held.document();
    let (_, own, _) = held.weighted_pairs().find(|&(_, q, _)| held.share_beside(q) >= IN_ONE_SENTENCE)?;
    let sentence = held.sentence_of(own)?;
    let tells = |i: usize| {
        let word = text.folded(i);
        !held.is_aligned(i)
            && !scope::in_claim(held, word)
            && (UNFOUNDED.contains(word)
                || AT_FIRST.contains(word)
                || word == "first" && i > 0 && text.folded(i - 1) == "at"
                // "Failed at the *first* attempt".
                || word == "first" && matches!(text.folded_or_empty(i + 1), "attempt" | "go" | "try")
                || i > own && AFTERWARDS.contains(word))
    };
    let open = held.whole_sentence_of(own)?.find(|&i| tells(i)).or_else(|| in_a_work(text, &sentence));
    open.or_else(|| taken_back(text, &sentence))
}

/// The work that the sentence begins with: "*in the novel*, the bridge fell".
pub(super) fn in_a_work(text: &Document, sentence: &Range<usize>) -> Option<usize> {
    let first = text.folded(sentence.start);
    let led = (sentence.start..sentence.end).take_while(|&i| text.folded(i) != ",");
    matches!(first, "in" | "on").then(|| led.into_iter().find(|&i| FICTION.contains(text.folded(i))))?
}
