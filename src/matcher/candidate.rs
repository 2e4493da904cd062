//! Candidates: the sentences, and runs of up to three neighbouring ones, that cover enough of a phrasing.

use std::ops::Range;

use super::{Hit, Marked, Phrasing};

/// A passage that may bear on a phrasing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate {
    /// Its first sentence.
    pub first: usize,
    /// Past its last sentence.
    pub end: usize,
    /// The share of the phrasing's weight that its own words cover, 0 to 1.
    pub own: f64,
}

/// How many sentences a passage has at most.
const PASSAGE_SENTENCES: usize = 3;

/// How much more than its better half a pair of sentences must cover.
const PAIR_GAIN: f64 = 0.12;

/// The share of what a passage must cover that one of its sentences must cover by itself.
const CORE: f64 = 0.6;

/// The share of a phrasing that one sentence of each candidate covers by itself, where candidates cover at least `least`.
pub(super) fn least_of_a_sentence(least: f64) -> f64 {
    least.min(CORE * least.max(0.5))
}

/// How much of one word of a phrasing's frame a sentence answers.
#[derive(Debug, Clone, Copy)]
struct Answered {
    sentence: usize,
    /// The word, by its place in the frame.
    word: usize,
    /// The weight that is covered.
    covered: f64,
}

/// Passages of `marked` whose own words cover at least `least` of `phrasing`, in order of the text.
#[must_use]
pub fn candidates(phrasing: &Phrasing, marked: &Marked<'_>, least: f64) -> Vec<Candidate> {
    let all = 0..marked.document.sentences().len();
    candidates_within(phrasing, marked, least, &[all])
}

/// The same, looked for only around `sentences`, in order: those that may cover enough by themselves, as every candidate has one.
#[must_use]
pub fn candidates_around(
    phrasing: &Phrasing,
    marked: &Marked<'_>,
    least: f64,
    sentences: impl Iterator<Item = usize>,
) -> Vec<Candidate> {
    let count = marked.document.sentences().len();
    let mut stretches: Vec<Range<usize>> = Vec::new();
    for sentence in sentences {
        let start = (sentence + 1).saturating_sub(PASSAGE_SENTENCES);
        let end = count.min(sentence + PASSAGE_SENTENCES);
        match stretches.last_mut().filter(|last| start <= last.end) {
            Some(last) => last.end = end,
            None => stretches.push(start..end),
        }
    }
    candidates_within(phrasing, marked, least, &stretches)
}

/// The same, of passages that lie within one of `stretches` of sentences.
fn candidates_within(
    phrasing: &Phrasing,
    marked: &Marked<'_>,
    least: f64,
    stretches: &[Range<usize>],
) -> Vec<Candidate> {
    let answered = answered(phrasing, marked, stretches);
    let all: f64 = phrasing.sought().map(|(_, word)| word.weight).sum();
    let sentences: Vec<Covered<'_>> =
        answered.chunk_by(|a, b| a.sentence == b.sentence).map(|words| Covered::new(words, all)).collect();
    let count = marked.document.sentences().len();
    let mut found = Vec::new();
    let mut next_first = 0;
    let core = least_of_a_sentence(least);
    for (at, sentence) in sentences.iter().enumerate() {
        let mut within_reach =
            sentences[at..].iter().take_while(|one| one.number < sentence.number + PASSAGE_SENTENCES);
        // Each passage has a sentence that covers so much by itself.
        if !within_reach.any(|one| one.share >= core) {
            next_first = sentence.number + 1;
            continue;
        }
        // Where a passage begins with sentences that answer nothing, this is the first that does.
        let reach = sentence.number.saturating_sub(PASSAGE_SENTENCES - 1);
        for first in reach.max(next_first)..=sentence.number {
            if first == sentence.number && sentence.share >= least {
                found.push(Candidate { first, end: first + 1, own: sentence.share });
            }
            for end in first + 2..=count.min(first + PASSAGE_SENTENCES) {
                let inside = sentences[at..].iter().take_while(|one| one.number < end).count();
                found.extend(together(&sentences[at..at + inside], least, all).map(|own| Candidate {
                    first,
                    end,
                    own,
                }));
            }
        }
        next_first = sentence.number + 1;
    }
    found
}

/// A sentence that answers something.
struct Covered<'a> {
    number: usize,
    words: &'a [Answered],
    /// The share of the phrasing's weight that it covers.
    share: f64,
}

impl<'a> Covered<'a> {
    fn new(words: &'a [Answered], all: f64) -> Self {
        Self { number: words.first().map_or(0, |word| word.sentence), words, share: share(words, all) }
    }
}

/// What several sentences cover together, if they need one another.
fn together(sentences: &[Covered<'_>], least: f64, all: f64) -> Option<f64> {
    let better = sentences.iter().fold(0.0_f64, |better, one| better.max(one.share));
    let sum = sentences.iter().map(|one| one.share).sum::<f64>();
    if sum < least || better < CORE * least.max(0.5) || sum < better + PAIR_GAIN {
        return None;
    }
    let words: Vec<&[Answered]> = sentences.iter().map(|one| one.words).collect();
    let own = share_together(&words, all);
    (own >= least && own >= better + PAIR_GAIN).then_some(own)
}

/// What the sentences of `stretches` answer of the words sought, by sentence, then by word.
fn answered(phrasing: &Phrasing, marked: &Marked<'_>, stretches: &[Range<usize>]) -> Vec<Answered> {
    let mut answered: Vec<Answered> = Vec::with_capacity(2 * phrasing.frame.len());
    let stretches: Vec<Range<usize>> =
        stretches.iter().map(|sentences| marked.tokens(sentences.start, sentences.end)).collect();
    for (at, word) in phrasing.sought() {
        let from = answered.len();
        let hits = stretches.iter().flat_map(|tokens| marked.answers_among(word.word, tokens));
        for &Hit { sentence, likeness, .. } in hits {
            let covered = word.weight * likeness.similarity();
            match answered[from..].last_mut() {
                Some(last) if last.sentence == sentence => last.covered = last.covered.max(covered),
                _ => answered.push(Answered { sentence, word: at, covered }),
            }
        }
    }
    // Stable, so that the words of a sentence stay in the order of the frame.
    answered.sort_by_key(|one| one.sentence);
    answered
}

fn share(answered: &[Answered], all: f64) -> f64 {
    if all > 0.0 { answered.iter().map(|one| one.covered).sum::<f64>() / all } else { 0.0 }
}

/// The same for several sentences, each word once.
fn share_together(sentences: &[&[Answered]], all: f64) -> f64 {
    let mut answered: Vec<Answered> = sentences.concat();
    answered.sort_by(|a, b| a.word.cmp(&b.word).then(b.covered.total_cmp(&a.covered)));
    answered.dedup_by_key(|one| one.word);
    share(&answered, all)
}
