//! From reporting clauses and quotations to whose words each token is.

mod quotation;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::text::{Document, Sentence};

use super::clause::{Clause, Reading};
use super::focus::Focus;
use super::label::{Labels, Speech};
use super::lexicon;
use super::phrase::{self, Phrase};
use super::quoted::Quotations;
use super::register::{Register, without_possessive};
use super::resolve::{Named, Resolver, full_name};
use super::speaker::SpeakerKind;
use super::subject::Subject;
use super::work::Works;
use super::{Attributions, Entry};

/// Reads the attributions of `document`.
pub(super) fn attributions(document: &Document) -> Attributions {
    let quotations = Quotations::new(document);
    let register = Register::new(document);
    let works = Works::new(document, &register);
    let labels = Labels::new(document);
    let mut assigner = Assigner {
        document,
        quotations: &quotations,
        register: &register,
        works: &works,
        labels: &labels,
        base: None,
        focus: Focus::default(),
        of_token: vec![None; document.tokens().len()],
        entries: Vec::new(),
        speakers: BTreeMap::new(),
        ends: BTreeMap::new(),
        open: None,
        topic: None,
    };
    let mut rest = document.sentences();
    while let Some(first) = rest.first() {
        let length = rest.iter().take_while(|sentence| sentence.block == first.block).count();
        let (block, after) = rest.split_at(length);
        assigner.block(block);
        rest = after;
    }
    let Assigner { of_token, entries, .. } = assigner;
    Attributions { of_token, entries }
}

struct Assigner<'a> {
    document: &'a Document,
    quotations: &'a Quotations,
    register: &'a Register,
    works: &'a Works,
    labels: &'a Labels,
    /// Whose the words of the paragraph are that no clause attributes: the speaker of its label.
    base: Option<u32>,
    focus: Focus,
    of_token: Vec<Option<(u32, bool)>>,
    entries: Vec<Entry>,
    /// Each speaker of the entries with its number.
    speakers: BTreeMap<String, usize>,
    /// By the token at which a quotation ends, marks included: the entry of the clause that follows it.
    ends: BTreeMap<usize, u32>,
    /// The entry of a clause that ended its paragraph and had not yet given what it reports.
    open: Option<u32>,
    /// Where the sentence begins whose label says whom it is about.
    topic: Option<usize>,
}

impl Assigner<'_> {
    fn block(&mut self, block: &[Sentence]) {
        let (Some(first), Some(last)) = (block.first(), block.last()) else { return };
        let tokens = first.whole.start..last.whole.end;
        let announced = self.open.take();
        let is_item = is_list_item(self.document, first);
        let begin = self.labelled(first, tokens.clone());
        // The quotations of the sentences before are settled first, for pronouns mean their speakers.
        for sentence in block {
            let mut words = sentence.clone();
            words.whole.start = words.whole.start.max(begin);
            self.sentence(&words);
            self.quotations_of(sentence, tokens.clone(), announced);
        }
        if is_item && announced.is_some() {
            for at in tokens {
                self.of_token[at] =
                    self.of_token[at].or(announced.map(|entry| (entry, self.quotations.holds(at))));
            }
            self.open = self.open.or(announced);
        }
    }

    /// Where the words of a paragraph begin: after its label, which speaks all of it.
    fn labelled(&mut self, first: &Sentence, block: Range<usize>) -> usize {
        self.base = None;
        let Some(label) = self.labels.label(self.document, self.register, self.quotations, first) else {
            return block.start;
        };
        if label.speech == Speech::Outlet {
            self.focus.blur();
            return label.begin;
        }
        let Some(named) = self.resolver().labelled(&label.phrase, label.is_surname) else {
            return block.start;
        };
        if label.speech == Speech::About {
            self.focus.blur();
            self.topic = Some(first.whole.start);
            self.focus.set(&named);
            return block.start;
        }
        self.focus.set(&named);
        let entry = self.entry(named, label.phrase.whole);
        self.fill(label.begin..block.end, entry);
        self.base = Some(entry);
        label.begin
    }

    fn entry(&mut self, named: Named, cue: Range<usize>) -> u32 {
        let next = self.speakers.len();
        let speaker = *self.speakers.entry(named.speaker.name.clone()).or_insert(next);
        let number = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        self.entries.push(Entry { speaker, cue: self.document.span_of(cue), named });
        number
    }

    fn fill(&mut self, tokens: Range<usize>, entry: u32) {
        for at in tokens {
            if let Some(slot) = self.of_token.get_mut(at) {
                *slot = Some((entry, self.quotations.holds(at)));
            }
        }
    }

    fn erase(&mut self, tokens: Range<usize>) {
        for at in tokens {
            if let Some(slot) = self.of_token.get_mut(at) {
                *slot = self.base.map(|entry| (entry, self.quotations.holds(at)));
            }
        }
    }

    fn sentence(&mut self, sentence: &Sentence) {
        self.open = None;
        let reading = Reading::new(self.document, self.quotations, sentence);
        if self.quotations.hold_all(reading.floor..reading.end) {
            return;
        }
        let clauses = reading.clauses();
        let mut last: Option<u32> = None;
        // What the leading clause before reports, and where its own words end.
        let mut led: Option<(Range<usize>, usize)> = None;
        let mut from = sentence.whole.start;
        let mut speaks = None;
        for clause in &clauses {
            let nested = led.as_ref().is_some_and(|(content, _)| content.contains(&clause.cue.start));
            let breaks = nested && self.breaks(clause.cue.start);
            let trails = !clause.before.is_empty();
            if nested && !breaks && !trails {
                continue;
            }
            let Some(entry) = self.speaker_of(clause, last) else {
                // Somebody speaks whom the text does not name here: not whoever spoke before.
                self.clear(clause, nested && !breaks, from);
                continue;
            };
            if breaks && let Some((content, _)) = &led {
                self.erase(clause.cue.start..content.end);
            }
            let start = if nested { clause.before.start } else { clause.before.start.max(from) };
            if trails && !breaks {
                self.fill(start..clause.before.end, entry);
            }
            self.erase(clause.cue.start..clause.cue.end);
            self.fill(clause.after.clone(), entry);
            if let Some(quote) = self.quote_end_before(clause.cue.start).filter(|_| trails) {
                self.ends.insert(quote, entry);
            }
            if !clause.after.is_empty() {
                led = Some((clause.after.clone(), clause.cue.end));
            }
            from = clause.cue.end;
            last = Some(entry);
            speaks = speaks.or(Some(entry));
            self.open = clause.open.then_some(entry);
        }
        self.look_around(sentence, speaks.is_some());
        if let Some(entry) = speaks {
            let named = self.entries[entry as usize].named.clone();
            self.focus.set(&named);
        }
    }

    /// Whom or what a sentence that reports nothing is about: its first words, where they name one who may
    /// speak.
    fn subject_of(&self, tokens: Range<usize>) -> Option<Named> {
        if self.quotations.holds(tokens.start) {
            return None;
        }
        let subject = phrase::forward(self.document, tokens.start, tokens.end)?;
        let known = lexicon::kind(phrase::noun(self.document, &subject)).is_some();
        let named = self.resolver().speaker(&subject, None)?;
        let fits = named.speaker.kind == SpeakerKind::Person || known;
        (fits && (named.gender.is_some() || !self.is_possessed(tokens.start))).then_some(named)
    }

    /// "His first referral" is hardly whom "he" means.
    fn is_possessed(&self, at: usize) -> bool {
        matches!(self.document.folded_or_empty(at), "his" | "her" | "their" | "its")
    }

    /// Takes away what a clause reports whose speaker is not known.
    fn clear(&mut self, clause: &Clause, nested: bool, from: usize) {
        if !nested {
            self.erase(clause.after.clone());
        }
        if clause.before.start >= from {
            self.erase(clause.before.clone());
        }
    }

    /// Whether a new main clause begins at `at`: after ", but" or ";".
    fn breaks(&self, at: usize) -> bool {
        let before = |steps: usize| at.checked_sub(steps).map_or("", |at| self.document.folded_or_empty(at));
        matches!(before(1), ";" | "but" | "while" | "whereas" | "although" | "though")
            || before(1) == "and" && before(2) == ","
    }

    fn quote_end_before(&self, at: usize) -> Option<usize> {
        let comma = usize::from(at > 0 && self.document.folded_or_empty(at - 1) == ",");
        [at, at - comma].into_iter().find(|&end| self.quotations.ends_before(end))
    }

    fn speaker_of(&mut self, clause: &Clause, last: Option<u32>) -> Option<u32> {
        let named = match &clause.subject {
            Subject::Phrase(phrase, beside) => {
                let named = self.resolver().speaker(phrase, beside.as_ref())?;
                self.known_spokesman(phrase, named)
            }
            Subject::Pronoun(at) if self.another_before(*at) => return None,
            Subject::Pronoun(at) => {
                let said = [clause.before.clone(), clause.after.clone()];
                let own = self.base.and_then(|entry| self.entries.get(entry as usize));
                let is_other = |named: &Named| {
                    own.is_some_and(|own| own.named.speaker == named.speaker)
                        || said.iter().any(|words| self.is_about(named, words.clone()))
                };
                let leads = self.begins_sentence(*at) || self.quote_end_before(*at).is_some();
                self.focus.meant(self.document.folded_or_empty(*at), leads, is_other)?
            }
            Subject::Same => self.entries.get(last? as usize)?.named.clone(),
        };
        Some(self.entry(named, clause.cue.clone()))
    }

    /// Whom "the spokesman" of an article speaks for: the last one said it, "its" says that it is the body
    /// before.
    fn known_spokesman(&self, phrase: &Phrase, mut named: Named) -> Named {
        let noun = phrase::noun(self.document, phrase);
        if named.speaker.of.is_some() || !lexicon::speaks_for(noun) {
            return named;
        }
        match self.document.folded_or_empty(phrase.head.start) {
            "the" => {
                let same = |entry: &&Entry| {
                    entry.named.speaker.of.is_some()
                        && entry.named.speaker.name.split(' ').any(|word| word == noun)
                };
                self.entries.iter().rev().find(same).map_or(named, |entry| entry.named.clone())
            }
            "its" | "their" => {
                named.speaker.of = self.focus.meant("it", false, |_| false).map(|body| body.speaker.name);
                named
            }
            _ => named,
        }
    }

    fn resolver(&self) -> Resolver<'_> {
        Resolver { document: self.document, register: self.register, works: self.works }
    }

    /// Whether the sentence names somebody else before its pronoun at `at`.
    fn another_before(&self, at: usize) -> bool {
        let sentence = self.document.sentences().partition_point(|sentence| sentence.whole.end <= at);
        let start = self.document.sentences().get(sentence).map_or(at, |sentence| sentence.whole.start);
        self.topic != Some(start) && self.names_another(start..at)
    }

    /// Whether `tokens` name the person: who says that of somebody is another.
    fn is_about(&self, named: &Named, tokens: Range<usize>) -> bool {
        let name = &named.speaker.name;
        self.register.within(tokens).iter().any(|mention| {
            let full = mention.full.and_then(|full| self.register.people.get(full));
            full.map_or_else(
                || name.ends_with(without_possessive(self.document.words(mention.tokens.clone()))),
                |person| person.name == *name,
            )
        })
    }

    /// Those whom a sentence names besides the one it is about may be meant later.
    fn note_others(&mut self, tokens: Range<usize>) {
        for mention in self.register.within(tokens) {
            let person = mention.full.and_then(|full| self.register.people.get(full));
            if let Some(person) = person.filter(|_| !self.quotations.holds(mention.tokens.start)) {
                self.focus.note(full_name(person, None, None));
            }
        }
    }

    /// Whether a person is named among `tokens`, outside quotations, whom no pronoun means so far.
    fn names_another(&self, tokens: Range<usize>) -> bool {
        self.register.within(tokens).iter().any(|mention| {
            let person = mention.full.and_then(|full| self.register.people.get(full));
            !self.quotations.holds(mention.tokens.start)
                && person.is_some_and(|person| !self.focus.holds(&person.name))
        })
    }

    /// Who else comes up in a sentence: a pronoun may mean its subject, and nobody if another is named.
    fn look_around(&mut self, sentence: &Sentence, reports: bool) {
        self.focus.pass();
        if !reports {
            self.look_at(sentence);
        }
        self.note_others(sentence.whole.clone());
    }

    fn look_at(&mut self, sentence: &Sentence) {
        let tokens = sentence.whole.clone();
        if let Some(named) = self.subject_of(tokens.clone()) {
            let person =
                matches!(named.speaker.kind, SpeakerKind::Person | SpeakerKind::Described) && !named.many;
            if person && !self.focus.holds(&named.speaker.name) || !person && self.names_another(tokens) {
                self.focus.blur();
            }
            self.focus.set(&named);
            return;
        }
        // A name of which the text does not tell whose it is may be a person's.
        let unknown = self
            .register
            .within(tokens.start..tokens.start + 1)
            .first()
            .is_some_and(|mention| mention.full.is_none());
        if unknown || self.names_another(tokens) {
            self.focus.blur();
        }
    }
}

/// Whether a marker of a list item stands before `first`.
fn is_list_item(document: &Document, first: &Sentence) -> bool {
    let Some(marker) = first.whole.start.checked_sub(1) else { return false };
    let sentences = document.sentences();
    let before = sentences.partition_point(|sentence| sentence.whole.start < first.whole.start);
    before.checked_sub(1).is_none_or(|before| sentences[before].whole.end <= marker)
}
