//! The reports and reviews of a document: who wrote them, and their fuller names.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::text::Document;

use super::lexicon;
use super::phrase::{self, base_back};
use super::register::{Register, without_possessive};
use super::resolve::without_determiner;
use super::speaker::{Speaker, SpeakerKind, bounded};

/// "The report, which was published on Tuesday, is by": so many tokens at most between a noun and "by".
const REACH: usize = 4;

/// What the document says somewhere of each kind of writing.
#[derive(Debug, Default)]
pub(super) struct Works {
    /// By noun: each author; several where the text has several such documents.
    authors: BTreeMap<String, Vec<String>>,
    /// By noun: each name with a capital: "Prevent learning review".
    names: BTreeMap<String, Vec<String>>,
}

impl Works {
    pub(super) fn new(document: &Document, register: &Register) -> Self {
        let mut works = Self::default();
        for sentence in document.sentences() {
            let tokens = sentence.whole.clone();
            for at in tokens.clone() {
                let noun = document.folded_or_empty(at);
                if document.tokens()[at].is_word() && is_written(noun) {
                    works.read(document, register, at, tokens.clone());
                }
            }
        }
        works
    }

    fn read(&mut self, document: &Document, register: &Register, at: usize, sentence: Range<usize>) {
        let noun = document.folded_or_empty(at).to_owned();
        let author = author_after(document, register, at, sentence.end);
        let Some(phrase) = base_back(document, at + 1, sentence.start) else { return };
        let before = without_determiner(document, phrase.start..at);
        let owned = before.clone().rev().find(|&at| is_possessive(document, at));
        let owner = owned.map(|owned| owner_name(document, register, before.start..owned + 1));
        for author in author.into_iter().chain(owner).filter(|author| author.starts_with(char::is_uppercase))
        {
            push(&mut self.authors, &noun, author);
        }
        let named = before.clone().any(|at| phrase::is_capital(document, at) && at > sentence.start);
        if named && owned.is_none() {
            push(&mut self.names, &noun, bounded(document.words(before.start..at + 1)));
        }
    }

    /// Adds to `speaker`, "the report", what the document says of its one report elsewhere.
    pub(super) fn complete(&self, noun: &str, speaker: &mut Speaker) {
        // "The police report" is not the Commission's.
        let told_apart = |word: &str| {
            let word = crate::text::fold(word);
            word != noun && !phrase::is_determiner(&word)
        };
        if speaker.name.split(' ').take_while(|word| crate::text::fold(word) != noun).any(told_apart) {
            return;
        }
        if let (Some([author]), None) = (self.authors.get(noun).map(Vec::as_slice), &speaker.of) {
            speaker.of = Some(author.clone());
        }
        if let Some([name]) = self.names.get(noun).map(Vec::as_slice)
            && !speaker.name.ends_with(name.as_str())
        {
            speaker.describe(name);
        }
    }
}

fn push(map: &mut BTreeMap<String, Vec<String>>, noun: &str, value: String) {
    let values = map.entry(noun.to_owned()).or_default();
    if !values.iter().any(|known| known.eq_ignore_ascii_case(&value)) {
        values.push(value);
    }
}

/// What has an author: a report, but no trial.
pub(super) fn is_written(noun: &str) -> bool {
    lexicon::kind(noun) == Some(SpeakerKind::Document) && !lexicon::is_hearer(noun)
}

fn is_possessive(document: &Document, at: usize) -> bool {
    let written = document.slice(document.tokens()[at].span);
    without_possessive(written).len() < written.len() || document.folded_or_empty(at) == "'"
}

/// "the report by Lord Anderson", "the report is by David Anderson".
fn author_after(document: &Document, register: &Register, at: usize, limit: usize) -> Option<String> {
    let mut near = at + 1..(at + 1 + REACH).min(limit);
    let by = near.find(|&at| document.folded_or_empty(at) == "by")?;
    let between = |word: &str| {
        matches!(word, "is" | "was" | "written" | "carried" | "out" | "led" | "conducted" | "authored")
    };
    if !(at + 1..by).all(|at| between(document.folded_or_empty(at))) {
        return None;
    }
    let author = phrase::forward(document, by + 1, limit)?;
    Some(owner_name(document, register, author.head))
}

/// The name of whoever `tokens` name: in full where the document has it.
pub(super) fn owner_name(document: &Document, register: &Register, tokens: Range<usize>) -> String {
    let tokens = without_determiner(document, tokens);
    if tokens.is_empty() {
        return String::new();
    }
    let person = register.ending(tokens.end).and_then(|mention| mention.full);
    match person.and_then(|person| register.people.get(person)) {
        Some(person) => person.name.clone(),
        None => bounded(without_possessive(document.words(tokens))),
    }
}
