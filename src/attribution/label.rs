//! Speakers named before a colon, as in transcripts: "CHAIR: ...", "Mr Jarvis: ...".

use std::collections::BTreeMap;
use std::ops::Range;

use crate::english;
use crate::text::{Case, Document, Sentence};
use crate::value::name::is_title;

use super::lexicon;
use super::phrase::{self, Phrase};
use super::quoted::Quotations;
use super::register::Register;
use super::speaker::SpeakerKind;

/// A label has so many tokens at most.
const LONGEST: usize = 12;

/// A label that is no known name has so many words at most.
const MOST_WORDS: usize = 4;

/// A label: the speaker it names and where what follows it begins.
pub(super) struct Label {
    pub(super) phrase: Phrase,
    pub(super) begin: usize,
    pub(super) speech: Speech,
    /// Whether it is a name of which only the label tells that it is a person's: "REES".
    pub(super) is_surname: bool,
}

/// Whose words follow a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Speech {
    /// The speaker's.
    Own,
    /// The outlet's, about the speaker: "Chris Philp (Conservative): He raises concerns".
    About,
    /// The outlet's: its presenter or reporter speaks.
    Outlet,
}

/// The labels of a document.
#[derive(Debug, Default)]
pub(super) struct Labels {
    /// Each, folded, and how often it stands there.
    counts: BTreeMap<String, usize>,
    /// Whether one of them is a presenter's that recurs.
    interviews: bool,
}

impl Labels {
    pub(super) fn new(document: &Document) -> Self {
        let mut labels = Self::default();
        let mut block = None;
        for sentence in document.sentences() {
            if block != Some(sentence.block)
                && let Some((words, _)) = parts(document, sentence)
                && words.len() <= MOST_WORDS
                && words.clone().all(|at| phrase::is_capital(document, at) || at > words.start)
            {
                *labels.counts.entry(folded(document, words)).or_default() += 1;
            }
            block = Some(sentence.block);
        }
        let presents = |(label, count): (&String, &usize)| *count > 1 && lexicon::is_presenter(label);
        labels.interviews = labels.counts.iter().any(presents);
        labels
    }

    /// Whether several speak in turn.
    fn is_transcript(&self) -> bool {
        self.counts.len() > 1
    }

    fn recurs(&self, document: &Document, words: Range<usize>) -> bool {
        self.counts.get(&folded(document, words)).is_some_and(|&count| count > 1)
    }

    /// The label at the start of `sentence`.
    pub(super) fn label(
        &self,
        document: &Document,
        register: &Register,
        quotations: &Quotations,
        sentence: &Sentence,
    ) -> Option<Label> {
        let (mut words, begin) = parts(document, sentence)?;
        let start = words.start;
        let quotes = quotations.begins_at(begin);
        if document.tokens()[begin].glued && !quotes {
            return None;
        }
        let phrase = phrase::forward(document, start, words.end)?;
        let name = register.ending(phrase.whole.end);
        let titled = is_title(document.folded_or_empty(start)) && phrase.whole.len() > 1;
        let is_person =
            name.is_some_and(|mention| mention.full.is_some() && !mention.person.is_empty()) || titled;
        if phrase.whole.end != words.end
            && !(quotes && is_person && adds(document, phrase.whole.end..words.end))
        {
            return None;
        }
        let noun = phrase::noun(document, &phrase);
        let recurs = self.recurs(document, words.clone());
        let shouts = words.all(|at| document.tokens()[at].case != Case::Lower)
            && document.tokens()[start].case == Case::Upper
            && document.tokens()[begin].case != Case::Upper;
        let in_turn = self.is_transcript() && (shouts || recurs || self.interviews);
        // "Brook Meadow: 214 homes refused" is a headline about a place.
        let is_plain = !titled && !quotes && !in_turn && !recurs && is_of_plain_words(document, &phrase);
        let is_person = is_person && (!is_plain || has_role(register, &phrase));
        let is_role = (lexicon::is_person(noun) || lexicon::is_presenter(noun)) && (quotes || in_turn)
            || lexicon::is_hearer(noun) && in_turn;
        let is_name = quotes
            && phrase.head.len() <= MOST_WORDS
            && phrase::is_capital(document, phrase.head.end - 1)
            && (english::zipf(noun).is_none_or(|zipf| zipf < 3.0)
                || lexicon::kind(noun) == Some(SpeakerKind::Body));
        let is_surname =
            !is_person && !is_role && in_turn && is_surname(document, &phrase, recurs || self.interviews);
        let speech = if lexicon::is_presenter(noun) || presents(document, register, &phrase, begin) {
            Speech::Outlet
        } else if matches!(document.folded_or_empty(begin), "he" | "she" | "they" | "his" | "her") && !in_turn
        {
            Speech::About
        } else {
            Speech::Own
        };
        let names = is_person || is_role || is_name || is_surname;
        names.then_some(Label { phrase, begin, speech, is_surname })
    }
}

/// The words before the colon of a label, without what stands in brackets, and where what follows begins.
fn parts(document: &Document, sentence: &Sentence) -> Option<(Range<usize>, usize)> {
    let start = sentence.whole.start;
    let colon = colon(document, start, (start + LONGEST).min(sentence.whole.end))?;
    let end = (start..colon).find(|&at| document.folded_or_empty(at) == "(").unwrap_or(colon);
    (end > start && colon + 1 < sentence.whole.end).then_some((start..end, colon + 1))
}

fn folded(document: &Document, words: Range<usize>) -> String {
    words.map(|at| document.folded_or_empty(at)).collect::<Vec<_>>().join(" ")
}

/// "Ann Rees, mayor": what follows the name has no verb.
fn adds(document: &Document, rest: Range<usize>) -> bool {
    document.folded_or_empty(rest.start) == "," && !rest.into_iter().any(|at| phrase::is_verb(document, at))
}

/// From this Zipf frequency on a word of a name is one that may as well be of a place: "Brook Meadow".
const PLAIN: f64 = 3.3;

/// Whether a name is made of nouns that are no names by themselves: "Rose Garden".
fn is_of_plain_words(document: &Document, phrase: &Phrase) -> bool {
    phrase.head.clone().all(|at| {
        let word = document.folded_or_empty(at);
        english::zipf(word).is_some_and(|zipf| zipf >= PLAIN)
            && english::parts_of_speech(&english::stem(word)).contains('n')
            && !english::is_common_surname(word)
    })
}

/// Whether the text says anywhere what the person of a label is: "Rose Field, the mayor".
fn has_role(register: &Register, phrase: &Phrase) -> bool {
    let person = register.ending(phrase.whole.end).and_then(|mention| mention.full);
    person.and_then(|person| register.people.get(person)).is_some_and(|person| !person.roles.is_empty())
}

/// "REES", "SENATOR WILKES": one word that may be a surname, roles before it left out.
fn is_surname(document: &Document, phrase: &Phrase, recurs: bool) -> bool {
    let last = phrase.head.end - 1;
    let word = document.folded_or_empty(last);
    let bearer = phrase.head.start..last;
    let titled =
        !bearer.is_empty() && bearer.clone().all(|at| lexicon::is_person(document.folded_or_empty(at)));
    let known = english::is_common_surname(word) || english::given_name(word).is_some();
    let rare = english::zipf(word).is_none_or(|zipf| zipf < 4.0);
    let plain =
        lexicon::kind(word).is_none() && word.chars().count() > 1 && word.chars().all(char::is_alphabetic);
    plain && (titled || bearer.is_empty() && (known || recurs && rare))
}

/// Whether the text says of the person that it reports for the outlet: "Tom Hale (reporter)", "our
/// correspondent Tom Reyes".
fn presents(document: &Document, register: &Register, phrase: &Phrase, begin: usize) -> bool {
    let brackets = phrase.whole.end..begin;
    let person = register.ending(phrase.whole.end).and_then(|mention| mention.full);
    let person = person.or_else(|| register.bearer(document.folded_or_empty(phrase.head.end - 1)));
    brackets.into_iter().any(|at| lexicon::is_presenter(document.folded_or_empty(at)))
        || person.and_then(|person| register.people.get(person)).is_some_and(|person| {
            let last = |role: &String| crate::text::fold(role.rsplit(' ').next().unwrap_or_default());
            person.roles.iter().any(|role| lexicon::is_presenter(&last(role)))
        })
}

/// The first colon between `start` and `limit` that stands in no brackets.
fn colon(document: &Document, start: usize, limit: usize) -> Option<usize> {
    let mut depth = 0_i32;
    (start..limit).find(|&at| {
        match document.folded_or_empty(at) {
            "(" => depth += 1,
            ")" => depth -= 1,
            ":" if depth == 0 => return !document.tokens()[at].is_word(),
            _ => {}
        }
        false
    })
}
