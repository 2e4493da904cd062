//! Alignment: which tokens of a passage answer which words of a phrasing.

use super::acronym::ShortForm;
use super::{Candidate, FrameWord, Hit, Likeness, Marked, Phrasing, compound, is_reporting};
use crate::english::{self, Gender};
use crate::text::{Case, Document};
use crate::value::name;
use std::cmp::Reverse;
use std::ops::Range;

/// What answers one word of a phrasing's frame.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Answer {
    /// A token of the passage.
    Token {
        /// The token, as an index into the document's tokens.
        token: usize,
        /// How it answers.
        likeness: Likeness,
    },
    /// A name that the text has, but not in this passage: whom "he" is about.
    Elsewhere {
        /// How many sentences before the passage it stands; far away counts for less.
        distance: usize,
    },
    /// A pronoun that may stand for a name which a text of a sentence or three leaves out.
    Implied,
    /// The "we" of the one who speaks: a firm that the claim does not name.
    Speaker,
    /// A surname, an acronym or a compound, which stands for the other words as well.
    Shortened,
    /// Nothing.
    Nothing,
}

impl Answer {
    /// How much of the word's weight the answer covers, 0 to 1.
    #[must_use]
    pub fn similarity(self) -> f64 {
        match self {
            Self::Token { likeness, .. } => likeness.similarity(),
            Self::Shortened => 0.9,
            Self::Elsewhere { distance } if distance <= NEAR_SENTENCES => 0.85,
            Self::Speaker => 0.85,
            Self::Elsewhere { .. } | Self::Implied => 0.6,
            Self::Nothing => 0.0,
        }
    }

    /// The token of the passage, if one answers.
    #[must_use]
    pub fn token(self) -> Option<usize> {
        match self {
            Self::Token { token, .. } => Some(token),
            Self::Elsewhere { .. } | Self::Implied | Self::Speaker | Self::Shortened | Self::Nothing => None,
        }
    }
}

/// Compounds are only looked for where so much is answered without them.
const COMPOUND_COVERAGE: f64 = 0.5;

/// A name this many sentences back is still what "he" refers to.
const NEAR_SENTENCES: usize = 3;

/// Which tokens of a passage answer which words of a phrasing's frame.
#[derive(Debug, Clone, PartialEq)]
pub struct Alignment {
    /// The passage.
    pub passage: Candidate,
    /// For each word of [`Phrasing::frame`], what answers it.
    pub answers: Vec<Answer>,
    /// The share of the weight of the phrasing's own words that is answered, 0 to 1.
    pub coverage: f64,
    /// The same for those that are no names: what is said of them. As `coverage` where all are names.
    pub predicate: f64,
    /// The same for the words of the question, for a phrasing too light to stand alone; 1 for any other.
    pub context: f64,
}

impl Alignment {
    /// Tells anew how much of `phrasing` is answered.
    pub(crate) fn weigh(&mut self, phrasing: &Phrasing) {
        let share = |counts: &dyn Fn(&FrameWord) -> bool| {
            let words = || phrasing.frame.iter().zip(&self.answers).filter(|(word, _)| counts(word));
            let all: f64 = words().map(|(word, _)| word.weight).sum();
            (all > 0.0)
                .then(|| words().map(|(word, answer)| word.weight * answer.similarity()).sum::<f64>() / all)
        };
        let context = share(&|word| word.token.is_none()).unwrap_or(1.0);
        let coverage = share(&|word| word.token.is_some()).unwrap_or(context);
        let predicate = share(&|word| word.token.is_some() && !word.name).unwrap_or(coverage);
        (self.context, self.coverage, self.predicate) = (context, coverage, predicate);
    }

    /// The pairs of (phrasing token, passage token), in order of the phrasing.
    pub fn pairs<'a>(&'a self, phrasing: &'a Phrasing) -> impl Iterator<Item = (usize, usize)> + 'a {
        phrasing
            .frame
            .iter()
            .zip(&self.answers)
            .filter_map(|(word, answer)| Some((word.token?, answer.token()?)))
    }
}

/// Aligns `phrasing` with `passage`: words with the fewest answers first, of these the best answered, then each with the answer nearest
/// to what is aligned already, one to one.
#[must_use]
pub fn align(phrasing: &Phrasing, marked: &Marked<'_>, passage: Candidate) -> Alignment {
    let tokens = marked.tokens(passage.first, passage.end);
    let hits: Vec<&[Hit]> =
        phrasing.frame.iter().map(|word| marked.answers_among(word.word, &tokens)).collect();
    let options = |i: usize| hits[i].iter().filter(|hit| hit.likeness > Likeness::Opposed);
    let best = |i: usize| options(i).map(|hit| hit.likeness).max();
    // Who says so has what is left over: "without power" says nothing of "the power company".
    let reporting =
        |i: usize| phrasing.frame[i].token.is_some_and(|token| phrasing.attribution.contains(&token));
    let counts = (0..hits.len()).map(|i| (reporting(i), options(i).count(), Reverse(best(i)), i));
    let mut order: Vec<(bool, usize, Reverse<Option<Likeness>>, usize)> =
        counts.filter(|&(_, count, ..)| count > 0).collect();
    order.sort_unstable();
    let mut answers = vec![Answer::Nothing; phrasing.frame.len()];
    let mut taken: Vec<usize> = Vec::with_capacity(order.len());
    for (.., i) in order {
        let free = options(i).filter(|hit| !taken.contains(&hit.token));
        let best = free
            .max_by(|a, b| closeness(a, &taken).total_cmp(&closeness(b, &taken)).then(b.token.cmp(&a.token)));
        if let Some(hit) = best {
            taken.push(hit.token);
            answers[i] = Answer::Token { token: hit.token, likeness: hit.likeness };
        }
    }
    find_acronyms(phrasing, marked, passage, &mut answers);
    find_names_elsewhere(phrasing, marked, passage, &mut answers);
    find_surnames(phrasing, marked, &mut answers);
    find_speaker(phrasing, marked, &tokens, &mut answers);
    let mut alignment = Alignment { passage, answers, coverage: 0.0, predicate: 0.0, context: 1.0 };
    alignment.weigh(phrasing);
    if alignment.coverage >= COMPOUND_COVERAGE
        && compound::find(phrasing, marked.document, &tokens, &mut alignment.answers)
    {
        alignment.weigh(phrasing);
    }
    alignment
}

/// Likeness first; then how near a hit is to the tokens aligned already, at most a tenth.
fn closeness(hit: &Hit, taken: &[usize]) -> f64 {
    let nearest = taken.iter().map(|&token| token.abs_diff(hit.token)).min().unwrap_or(0);
    hit.likeness.similarity() - 0.005 * nearest.min(20) as f64
}

/// A text of at most so many sentences may be a snippet of something longer, which says of whom it speaks before.
pub const SNIPPET_SENTENCES: usize = 3;

/// Whether the passage speaks of somebody or something that the text, a snippet, does not name: it begins with a pronoun.
fn begins_with_pronoun(marked: &Marked<'_>, passage: Candidate) -> bool {
    let document = marked.document;
    let start = document.sentences().get(passage.first).map_or(0, |sentence| sentence.tokens.start);
    document.sentences().len() <= SNIPPET_SENTENCES
        && matches!(
            document.folded_or_empty(start),
            "he" | "she" | "it" | "they" | "his" | "her" | "its" | "their"
        )
}

/// How many sentences before `passage` that of `token` is; of a later one, very many.
fn distance_back(document: &Document, passage: Candidate, token: usize) -> usize {
    let at = document.sentences().partition_point(|sentence| sentence.tokens.end <= token);
    if at < passage.end { passage.first.saturating_sub(at) } else { usize::MAX }
}

/// Names that the passage leaves out are looked for before it, then anywhere in the text.
fn find_names_elsewhere(
    phrasing: &Phrasing,
    marked: &Marked<'_>,
    passage: Candidate,
    answers: &mut [Answer],
) {
    let unnamed = begins_with_pronoun(marked, passage);
    let subject = phrasing.subject();
    let subject = subject.map_or(0..0, |name| name.core.clone());
    for (word, answer) in phrasing.frame.iter().zip(answers) {
        if !word.name || *answer != Answer::Nothing {
            continue;
        }
        let sentences = marked.document.sentences();
        let start = sentences.get(passage.first).map_or(0, |sentence| sentence.tokens.start);
        let mut occurrences = marked.occurrences(word.word);
        if let Some(token) = occurrences.clone().take_while(|&token| token < start).last() {
            *answer = Answer::Elsewhere { distance: distance_back(marked.document, passage, token) };
        } else if occurrences.next().is_some() {
            *answer = Answer::Elsewhere { distance: usize::MAX };
        } else if word.token.is_some_and(|token| subject.contains(&token)) && unnamed {
            *answer = Answer::Implied;
        }
    }
}

/// How many small words stand at most between "we" and what is told of it: "we *have now* cut".
const SAID_OF_SPEAKER: usize = 3;

/// A firm that the claim does not name is the one that speaks where the passage tells of "we", or of what is "ours", what the claim tells of
/// the firm, and the text nowhere speaks of a firm. What somebody says of a "we" is somebody else's: "we will not move, *says Hale*".
fn find_speaker(phrasing: &Phrasing, marked: &Marked<'_>, passage: &Range<usize>, answers: &mut [Answer]) {
    let Some(at) = phrasing.frame.iter().position(|word| word.firm) else { return };
    let word = &phrasing.frame[at];
    let open = answers[at] == Answer::Nothing && marked.occurrences(word.word).next().is_none();
    let Some(token) = word.token.filter(|_| open) else { return };
    let text = marked.document;
    let pronoun = if phrasing.document.is_possessive(token) { "our" } else { "we" };
    let aligned = |q: usize| answers.iter().any(|answer| answer.token() == Some(q));
    let told = |we: usize| {
        let mut next = (we + 1..passage.end.min(we + 2 + SAID_OF_SPEAKER)).skip_while(|&q| {
            let word = text.folded(q);
            english::is_function_word(word) || word.ends_with("ly")
        });
        next.next().is_some_and(aligned)
    };
    let said_by_somebody = |we: usize| {
        let sentence = text.sentences().partition_point(|sentence| sentence.whole.end <= we);
        let tokens = text.sentences().get(sentence).map_or(0..0, |sentence| sentence.whole.clone());
        tokens.into_iter().any(|q| is_reporting(text.folded(q)) && english::is_verb(text, q) && !aligned(q))
    };
    let speaks = |&we: &usize| text.folded(we) == pronoun && told(we) && !said_by_somebody(we);
    if marked.first_person(passage).iter().any(speaks) {
        answers[at] = Answer::Speaker;
    }
}

/// Where a passage has the letters that a name is cut to, or the name that the phrasing has the letters of, they answer it.
/// Where only another passage has them, they stand elsewhere.
fn find_acronyms(phrasing: &Phrasing, marked: &Marked<'_>, passage: Candidate, answers: &mut [Answer]) {
    let tokens = &marked.tokens(passage.first, passage.end);
    for (name, forms) in phrasing.names.iter().zip(&phrasing.short_forms) {
        let of_name = |at: &usize| phrasing.frame[*at].token.is_some_and(|token| name.core.contains(&token));
        let words: Vec<usize> = (0..answers.len()).filter(of_name).collect();
        let told = |at: &usize| matches!(answers[*at], Answer::Token { likeness, .. } if likeness >= Likeness::Inflected);
        if words.is_empty() || words.iter().all(told) {
            continue;
        }
        let free = |token: &usize| answers.iter().all(|answer| answer.token() != Some(*token));
        let found = forms.iter().find_map(|form| Some((form, marked.acronym(form, tokens).filter(free)?)));
        let of = |form: &ShortForm, at: usize| {
            phrasing.frame[at].token.is_some_and(|token| form.tokens.contains(&token))
        };
        if let Some((form, token)) = found {
            let mut answer = Answer::Token { token, likeness: Likeness::Derived };
            for at in words.into_iter().filter(|&at| of(form, at)) {
                answers[at] = answer;
                answer = Answer::Shortened;
            }
        } else if let Some(form) = forms.first()
            && let Some(token) = marked.acronym(form, &(0..marked.document.tokens().len()))
        {
            let distance = distance_back(marked.document, passage, token);
            for at in words.into_iter().filter(|&at| of(form, at)) {
                if answers[at] == Answer::Nothing {
                    answers[at] = Answer::Elsewhere { distance };
                }
            }
        }
    }
}

/// Where a passage has only the surname of a person whom the phrasing names in full, it says no less: "Jukes" for "Matt
/// Jukes", but not "Tom Jukes" or "Mrs Jukes".
fn find_surnames(phrasing: &Phrasing, marked: &Marked<'_>, answers: &mut [Answer]) {
    for name in &phrasing.names {
        let (first, Some(last)) = (name.core.start, name.core.end.checked_sub(1)) else { continue };
        let given = english::given_name(phrasing.document.folded(first)).filter(|_| first < last);
        let of = |token: usize| phrasing.frame.iter().position(|word| word.token == Some(token));
        let surname = of(last).filter(|&at| is_written_as_a_name(marked.document, answers[at]));
        let (Some(gender), Some(surname)) = (given, surname) else { continue };
        if let Some(token) = answers[surname]
            .token()
            .and_then(|q| longer_given(marked.document, q, phrasing.document.folded(first)))
        {
            let free = answers.iter().all(|answer| answer.token() != Some(token));
            for at in (first..last).filter_map(of) {
                let own = free && phrasing.frame[at].token == Some(first);
                if answers[at] == Answer::Nothing {
                    let likeness = Likeness::Related;
                    answers[at] = if own { Answer::Token { token, likeness } } else { Answer::Shortened };
                }
            }
            continue;
        }
        // Of two people of one surname, the text says of which it speaks by more than that.
        let mut occurrences = marked.occurrences(phrasing.frame[surname].word);
        if occurrences.any(|token| is_somebody_else(marked.document, token, gender)) {
            continue;
        }
        for at in (first..last).filter_map(of) {
            if matches!(answers[at], Answer::Nothing | Answer::Implied) {
                answers[at] = Answer::Shortened;
            }
        }
    }
}

/// How many names may stand before a surname.
const GIVEN_NAMES: usize = 3;

/// The given name before a surname that `given` is the short form of, or the long one: "Tim" for "Timothy Simon Roth".
fn longer_given(document: &Document, surname: usize, given: &str) -> Option<usize> {
    let named = |&token: &usize| {
        let written = &document.tokens()[token];
        written.is_word() && written.case != Case::Lower && !name::is_title(document.folded(token))
    };
    let first = (surname.saturating_sub(GIVEN_NAMES)..surname).rev().take_while(named).last()?;
    let there = document.folded(first);
    let is_longer = there != given && english::may_be_short_for(given, there);
    (is_longer && english::given_name(there).is_some()).then_some(first)
}

/// Whether a word is answered by itself with a capital letter: not "the cruise" for "Tom Cruise", nor "SWIFT" for "Taylor
/// Swift".
fn is_written_as_a_name(document: &Document, answer: Answer) -> bool {
    let Answer::Token { token, likeness: Likeness::Same } = answer else { return false };
    !matches!(document.tokens()[token].case, Case::Lower | Case::Upper)
}

/// Whether another first name stands before a surname, or a title that nobody of this `gender` has.
fn is_somebody_else(document: &Document, surname: usize, gender: Option<Gender>) -> bool {
    let Some(before) = surname.checked_sub(1) else { return false };
    let token = &document.tokens()[before];
    let word = document.folded(before);
    match word {
        "mr" | "sir" => gender == Some(Gender::Female),
        "mrs" | "miss" | "ms" | "lady" | "dame" => gender == Some(Gender::Male),
        // 'Kenneth "Babyface" Edmonds'; "King Crimson".
        "\"" | "king" | "brother" | "father" => true,
        _ => token.is_word() && token.case != Case::Lower && !name::is_title(word),
    }
}
