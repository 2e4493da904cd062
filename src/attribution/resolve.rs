//! From the words that name a speaker to the speaker.

use std::ops::Range;

use crate::english::{self, Gender};
use crate::text::{Case, Document};
use crate::value::name::is_title;

use super::lexicon;
use super::phrase::{self, Phrase};
use super::register::{Mention, Person, Register, gender_of_title, small, title, without_possessive};
use super::speaker::{Speaker, SpeakerKind, bounded};
use super::work::{Works, is_written, owner_name};

/// A speaker, and what a pronoun must agree with.
#[derive(Debug, Clone)]
pub(super) struct Named {
    pub(super) speaker: Speaker,
    pub(super) gender: Option<Gender>,
    pub(super) many: bool,
    /// A name of which the text does not tell whether it is a person's.
    pub(super) may_be_person: bool,
}

/// What is known of the document when its phrases are resolved.
#[derive(Clone, Copy)]
pub(super) struct Resolver<'a> {
    pub(super) document: &'a Document,
    pub(super) register: &'a Register,
    pub(super) works: &'a Works,
}

impl Resolver<'_> {
    /// The speaker that `phrase` names, with what stands beside it.
    pub(super) fn speaker(self, phrase: &Phrase, beside: Option<&Phrase>) -> Option<Named> {
        let mut named = self.named(phrase)?;
        if let Some(beside) = beside
            && named.speaker.kind == SpeakerKind::Person
        {
            let role = without_determiner(self.document, beside.whole.clone());
            // "One of the partners" is no role.
            let whole = !english::is_function_word(self.document.folded_or_empty(role.start));
            let role = self.words(role);
            if whole && !named.speaker.described.iter().any(|known| known == &role) {
                named.speaker.describe(&role);
            }
        }
        Some(named)
    }

    /// The speaker that a label names; `is_surname` where only the label tells that it names a person.
    pub(super) fn labelled(self, phrase: &Phrase, is_surname: bool) -> Option<Named> {
        if !is_surname {
            return self.speaker(phrase, None);
        }
        let last = phrase.head.end - 1;
        let bearer = self.register.bearer(self.document.folded_or_empty(last));
        if let Some(person) = bearer.and_then(|person| self.register.people.get(person)) {
            return Some(full_name(person, None, None));
        }
        let mut speaker = Speaker::new(&small(&self.words(last..last + 1)), SpeakerKind::Person);
        speaker.describe(&small(&self.words(phrase.head.start..last)));
        Some(Named { speaker, gender: None, many: false, may_be_person: false })
    }

    fn words(self, tokens: Range<usize>) -> String {
        without_possessive(self.document.words(tokens)).to_owned()
    }

    fn named(self, phrase: &Phrase) -> Option<Named> {
        let end = phrase.head.end;
        let single = |mention: &&Mention| {
            // "Ann Rees and Tom Hale" are not Tom Hale.
            let mut before = phrase.head.start..mention.tokens.start.max(phrase.head.start);
            !mention.person.is_empty() && !before.any(|at| self.document.folded_or_empty(at) == "and")
        };
        if let Some(mention) = self.register.ending(end).filter(single) {
            let known = mention.full.is_some()
                || title(self.document, mention).is_some()
                || self.reads_as_person(mention);
            if known && phrase.head.len() < 9 {
                return Some(self.person(mention));
            }
        }
        self.other(phrase)
    }

    /// A surname alone, of whom the text has no other name.
    fn reads_as_person(self, mention: &Mention) -> bool {
        mention.person.len() > 1
            || mention.person.start > mention.tokens.start
            || is_known_name(self.document.folded_or_empty(mention.person.start))
            || mention.person.start > 0
                && lexicon::is_person(self.document.folded_or_empty(mention.person.start - 1))
    }

    fn person(self, mention: &Mention) -> Named {
        let written = title(self.document, mention);
        let own_gender = written.as_deref().and_then(|title| gender_of_title(&title.to_lowercase()));
        if let Some(full) = mention.full.and_then(|index| self.register.people.get(index)) {
            return full_name(full, written, own_gender);
        }
        let name = self.words(mention.person.clone());
        let shown = written.as_ref().map_or_else(|| name.clone(), |title| format!("{title} {name}"));
        let mut speaker = Speaker::new(&shown, SpeakerKind::Person);
        speaker.title = written;
        let role = mention.tokens.start..mention.person.start;
        if speaker.title.is_none() && !role.is_empty() {
            speaker.describe(&self.words(role));
        } else if let Some(role) =
            phrase::base_back(self.document, mention.tokens.start, mention.tokens.start.saturating_sub(6))
            && lexicon::is_person(self.document.folded_or_empty(role.end - 1))
        {
            speaker.describe(&self.words(without_determiner(self.document, role)));
        }
        Named { speaker, gender: own_gender, many: false, may_be_person: false }
    }

    /// A person without a name, a body or a document.
    fn other(self, phrase: &Phrase) -> Option<Named> {
        let document = self.document;
        let noun = phrase::noun(document, phrase);
        let last = phrase.head.end - 1;
        let kind = match lexicon::kind(noun) {
            // "The Wall Street Journal" is a name, "the Anderson Report" a report.
            Some(SpeakerKind::Document)
                if phrase::is_capital(document, last) && !lexicon::is_document(noun) =>
            {
                SpeakerKind::Body
            }
            Some(kind) => kind,
            None => SpeakerKind::Body,
        };
        if lexicon::kind(noun).is_none()
            && !phrase::is_capital(document, last)
            && !is_definite(document, phrase)
        {
            return None;
        }
        let name = self.shown(phrase);
        if name.is_empty() {
            return None;
        }
        let definite = is_definite(document, phrase);
        if kind == SpeakerKind::Described && definite {
            let role = self.words(without_determiner(document, phrase.whole.clone()));
            if let Some(person) = self.register.described(&role).map(|index| &self.register.people[index]) {
                return Some(full_name(person, None, None));
            }
        }
        let mut speaker = Speaker::new(&name, kind);
        speaker.of = self.owner(phrase, kind);
        if kind == SpeakerKind::Document && definite {
            self.works.complete(noun, &mut speaker);
        }
        let many = noun.ends_with('s') && !noun.ends_with("ss") || noun.ends_with("men") || noun == "police";
        let given = english::given_name(document.folded_or_empty(phrase.head.start)).is_some();
        let may_be_person = (lexicon::kind(noun).is_none() || given) && phrase::is_capital(document, last);
        Some(Named { speaker, gender: english::gender_of_noun(noun), many, may_be_person })
    }

    /// The phrase as reports show it: an article that begins a sentence is small, "the" stays.
    fn shown(self, phrase: &Phrase) -> String {
        let words = self.words(phrase.whole.clone());
        let first = phrase.whole.start;
        let document = self.document;
        let token = &document.tokens()[first];
        let word = document.folded_or_empty(first);
        let small = phrase::is_determiner(word) && token.case != Case::Upper
            || token.case == Case::Initial
                && self.begins_sentence(first)
                && self.register.within(first..first + 1).is_empty()
                && (!phrase::is_capital(document, first + 1) || first + 1 == phrase.whole.end)
                && (lexicon::kind(word).is_some() || english::zipf(word).is_some_and(|zipf| zipf > 4.0));
        let shown = if small { lowered(&words) } else { words };
        bounded(&shown)
    }

    fn begins_sentence(self, at: usize) -> bool {
        self.document.sentences().binary_search_by(|sentence| sentence.whole.start.cmp(&at)).is_ok()
            || at > 0 && !self.document.tokens()[at - 1].is_word()
    }

    /// The body that a spokesman speaks for, the author of a document.
    fn owner(self, phrase: &Phrase, kind: SpeakerKind) -> Option<String> {
        let document = self.document;
        let noun = phrase::noun(document, phrase);
        let mut after = phrase.head.end..phrase.whole.end;
        let links: &[&str] = match kind {
            SpeakerKind::Document => &["by", "from"],
            SpeakerKind::Described if lexicon::speaks_for(noun) => &["for", "from", "at", "of"],
            _ => &["from", "at", "of", "in", "with"],
        };
        if kind == SpeakerKind::Body || kind == SpeakerKind::Document && !is_written(noun) {
            return None;
        }
        if let Some(link) = after.find(|&at| links.contains(&document.folded_or_empty(at)))
            && let Some(owner) = phrase::forward(document, link + 1, phrase.whole.end)
        {
            return Some(owner_name(document, self.register, owner.whole));
        }
        let noun_at = phrase.head.clone().rev().find(|&at| document.folded_or_empty(at) == noun)?;
        let before = without_determiner(document, phrase.head.start..noun_at);
        let possessive = before.clone().rev().find(|&at| {
            let written = document.slice(document.tokens()[at].span);
            without_possessive(written).len() < written.len() || document.folded_or_empty(at) == "'"
        });
        if let Some(possessive) = possessive {
            return Some(owner_name(document, self.register, before.start..possessive + 1));
        }
        if kind == SpeakerKind::Document {
            return None;
        }
        let names_body = |at: &usize| {
            phrase::is_capital(document, *at) && !self.begins_sentence(*at)
                || matches!(lexicon::kind(document.folded_or_empty(*at)), Some(SpeakerKind::Body))
                || lexicon::speaks_for(noun) && !is_adjective(document.folded_or_empty(*at))
        };
        let start = before.clone().find(names_body)?;
        Some(owner_name(document, self.register, start..before.end))
    }
}

fn is_known_name(word: &str) -> bool {
    english::is_common_surname(word) || english::given_name(word).is_some()
}

pub(super) fn full_name(person: &Person, title: Option<String>, gender: Option<Gender>) -> Named {
    let mut speaker = Speaker::new(&person.name, SpeakerKind::Person);
    speaker.title = title.or_else(|| person.title.clone());
    for role in &person.roles {
        speaker.describe(role);
    }
    Named { speaker, gender: person.gender.or(gender), many: false, may_be_person: false }
}

fn is_adjective(word: &str) -> bool {
    matches!(
        word,
        "senior"
            | "former"
            | "local"
            | "official"
            | "chief"
            | "own"
            | "new"
            | "male"
            | "female"
            | "unnamed"
            | "single"
    )
}

fn is_definite(document: &Document, phrase: &Phrase) -> bool {
    matches!(document.folded_or_empty(phrase.head.start), "the" | "his" | "her" | "its" | "their" | "both")
        || document.words(phrase.head.clone()).contains("’s ")
}

pub(super) fn without_determiner(document: &Document, tokens: Range<usize>) -> Range<usize> {
    let begins = |&at: &usize| {
        !phrase::is_determiner(document.folded_or_empty(at)) && !is_title(document.folded_or_empty(at))
    };
    let start = tokens.clone().find(begins).unwrap_or(tokens.end);
    start..tokens.end
}

fn lowered(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
