//! The reporting clauses of a sentence: who says, and which of its words are said.

use std::ops::Range;

use crate::english;
use crate::text::{Case, Document, Sentence};
use crate::value::name::is_headline;

use super::lexicon;
use super::phrase::{self, Phrase};
use super::quoted::Quotations;
use super::speaker::SpeakerKind;
use super::subject::{self, Found, Subject};
use super::verb::{self, Verb};

/// "on Wednesday in the Commons" has so many words at most.
pub(super) const LONGEST_ADVERBIAL: usize = 12;

/// "was blunt" has so many words at most.
const MOST_INTRODUCING: usize = 3;

/// One reporting clause.
#[derive(Debug, Clone)]
pub(super) struct Clause {
    pub(super) subject: Subject,
    /// The words that attribute: "Mr Jarvis told MPs".
    pub(super) cue: Range<usize>,
    /// The words before it that it reports; empty where it leads.
    pub(super) before: Range<usize>,
    /// The words after it that it reports.
    pub(super) after: Range<usize>,
    /// Whether what it reports is still to come when its sentence ends: "The review found:".
    pub(super) open: bool,
}

/// A sentence to be read.
#[derive(Clone, Copy)]
pub(super) struct Reading<'a> {
    pub(super) document: &'a Document,
    pub(super) quotations: &'a Quotations,
    pub(super) floor: usize,
    /// Where the sentence ends, its full stop left out.
    pub(super) end: usize,
}

impl<'a> Reading<'a> {
    pub(super) fn new(document: &'a Document, quotations: &'a Quotations, sentence: &Sentence) -> Self {
        let tokens = sentence.whole.clone();
        // The opening mark of the sentence after stands at the end of this one.
        let stop = |&at: &usize| {
            !matches!(document.folded_or_empty(at), "." | "!" | "?" | "…") && !quotations.begins_at(at)
        };
        let end = tokens.clone().rev().find(stop).map_or(tokens.start, |at| at + 1);
        Self { document, quotations, floor: tokens.start, end }
    }

    /// The reporting clauses of the sentence, in order.
    pub(super) fn clauses(self) -> Vec<Clause> {
        let headline = is_headline(self.document, self.floor..self.end);
        let mut found: Vec<Clause> = Vec::new();
        let lead = self.lead();
        for at in self.floor..self.end {
            let named = phrase::is_capital(self.document, at) && at > self.floor && !headline;
            if self.quotations.holds(at) || !self.document.tokens()[at].is_word() || named {
                continue;
            }
            found.extend(self.clause_at(at, found.is_empty(), lead.as_ref()));
        }
        found
    }

    pub(super) fn word(self, at: usize) -> &'a str {
        if at < self.end { self.document.folded_or_empty(at) } else { "" }
    }

    pub(super) fn word_before(self, at: usize) -> &'a str {
        if at > self.floor { self.document.folded_or_empty(at - 1) } else { "" }
    }

    /// What the sentence begins with, if it has a colon that may introduce a quotation.
    fn lead(self) -> Option<Phrase> {
        let has_colon = (self.floor..self.end).any(|at| self.word(at) == ":");
        if has_colon { phrase::forward(self.document, self.floor, self.end) } else { None }
    }

    fn clause_at(self, at: usize, is_first: bool, lead: Option<&Phrase>) -> Option<Clause> {
        let word = self.word(at);
        if word == "according" && self.word(at + 1) == "to" {
            return self.cited(at, at + 2);
        }
        if word == "words" && self.word(at + 1) == "of" && self.word_before(at) == "the" {
            return self.cited(at.saturating_sub(2).max(self.floor), at + 2);
        }
        if let Some(verb) = verb::verb(word) {
            return self.reported(at, verb, is_first);
        }
        if let Some(verb) = verb::participle(word) {
            return self.participial(at, verb, is_first);
        }
        let introduces = |lead: &&Phrase| is_first && lead.whole.end == at;
        self.any_verb(at).or_else(|| self.introduced(at, lead.filter(introduces)?))
    }

    /// "..., adding that", and "was quoted as saying".
    fn participial(self, at: usize, verb: Verb, is_first: bool) -> Option<Clause> {
        if let Some(found) = self.quoted_as(at) {
            return self.may_speak(&found, at, verb).then(|| self.with_subject(found, at, verb));
        }
        if self.word_before(at) == "as" && at >= self.floor + 2 && self.word(at - 2) == "quoted" {
            let (start, _) = subject::verb_start(self.document, at - 2, self.floor);
            let found = subject::before(self.document, start, self.floor)?;
            return self.may_speak(&found, at, verb).then(|| self.with_subject(found, at, verb));
        }
        if !matches!(self.word_before(at), "," | "and" | "before" | "\"") {
            return None;
        }
        let start = at - 1;
        let found = self.same_or_first(Found { subject: Subject::Same, start, end: None }, is_first)?;
        self.may_speak(&found, at, verb).then(|| self.leading(found.subject, start, at, verb))
    }

    /// "Tom Hale" of "the paper quoted Tom Hale as saying".
    fn quoted_as(self, at: usize) -> Option<Found> {
        let end = at.checked_sub(1).filter(|&end| end > self.floor && self.word(end) == "as")?;
        let phrase = phrase::back(self.document, end, self.floor)?;
        let start = phrase.whole.start;
        let quotes = matches!(self.word_before(start), "quoted" | "quotes" | "quoting" | "cited" | "citing");
        quotes.then_some(Found { subject: Subject::Phrase(phrase, None), start, end: None })
    }

    /// "Ann Rees" of "“...,” sighed Ann Rees": whatever verb stands between a quotation and a name, it speaks.
    fn any_verb(self, at: usize) -> Option<Clause> {
        let word = self.word(at);
        if self.document.tokens()[at].case != Case::Lower || !self.after_quote(at) {
            return None;
        }
        if !word.ends_with("ed") && !english::is_irregular(word) && !phrase::is_verb(self.document, at) {
            return None;
        }
        let found = subject::after(self.document, at, self.end)?;
        let Subject::Phrase(phrase, _) = &found.subject else { return None };
        let mut from = phrase.head.clone();
        // "came the reply from Ann Rees"
        let link = (phrase.head.end..phrase.whole.end).find(|&at| self.word(at) == "from");
        let source = link.and_then(|link| phrase::forward(self.document, link + 1, self.end));
        let found = match source.filter(|_| !lexicon::is_person(phrase::noun(self.document, phrase))) {
            Some(source) => {
                from = source.head.clone();
                Found { subject: Subject::Phrase(source, None), ..found }
            }
            None => found,
        };
        let noun = self.word(from.end - 1);
        // "the front page of the Echo" is nobody.
        let is_role = lexicon::is_person(noun) && (self.word(from.end) != "of" || lexicon::speaks_for(noun));
        let names = |at: usize| phrase::is_capital(self.document, at) || lexicon::is_person(self.word(at));
        let is_name =
            from.len() >= 2 && phrase::is_capital(self.document, from.end - 1) && from.clone().all(names);
        let speaks = is_role
            || is_name
            || phrase::is_capital(self.document, from.end - 1)
                && (english::given_name(noun).is_some() || english::is_common_surname(noun));
        speaks.then(|| self.trailing(found, at))
    }

    /// "Ann Rees was blunt: “...”": few words between a person, with whom the
    /// sentence begins, and a quotation, whatever they are.
    fn introduced(self, at: usize, lead: &Phrase) -> Option<Clause> {
        let last = self.end.checked_sub(1).filter(|&colon| colon > at && self.word(colon) == ":");
        let colon = last.or_else(|| {
            (at..self.end).find(|&at| self.word(at) == ":" && self.quotations.begins_at(at + 1))
        })?;
        let quotes = self.quotations.begins_at(colon + 1) || self.quotations.begins_at(self.end);
        let plain = |at: usize| {
            self.document.tokens()[at].case == Case::Lower
                && self.document.tokens()[at].is_word()
                && !phrase::is_determiner(self.word(at))
        };
        let mut between = at..colon;
        let noun = self.word(lead.head.end - 1);
        let speaks = lexicon::kind(noun).is_some_and(|kind| kind != SpeakerKind::Document)
            || english::given_name(self.word(lead.head.start)).is_some()
                && phrase::is_capital(self.document, at - 1);
        if !quotes || between.len() > MOST_INTRODUCING || !between.all(plain) || !speaks {
            return None;
        }
        let start = self.floor;
        Some(Clause {
            subject: Subject::Phrase(lead.clone(), None),
            cue: start..colon,
            before: start..start,
            after: colon..self.end,
            open: colon + 1 >= self.end,
        })
    }

    /// "According to the review, ...", and "..., according to the review".
    fn cited(self, start: usize, named: usize) -> Option<Clause> {
        let phrase = phrase::forward(self.document, named, self.end)?;
        let end = phrase.whole.end;
        let subject = match self.word(named) {
            "him" | "her" | "them" => return None,
            _ => Subject::Phrase(phrase, None),
        };
        let leads = start == self.floor || self.quotations.begins_at(self.floor) && start == self.floor + 1;
        let next = self.word(end);
        let goes_on = matches!(next, ",") && !self.adds_only(end + 1);
        let after = if leads || goes_on { (end + 1).min(self.end)..self.end } else { end..end };
        let before = if leads { start..start } else { self.floor..self.without_comma(start) };
        Some(Clause { subject, cue: start..end, before, after, open: false })
    }

    /// The clause whose verb stands at `at`.
    fn reported(self, at: usize, verb: Verb, is_first: bool) -> Option<Clause> {
        let document = self.document;
        let (start, passive) = subject::verb_start(document, at, self.floor);
        if self.is_infinitive(start) {
            // "He went on to say".
            let went = start.checked_sub(3).filter(|&went| went >= self.floor)?;
            let goes_on = matches!(document.folded_or_empty(went), "went" | "goes");
            let found = subject::before(document, went, self.floor).filter(|_| goes_on)?;
            return Some(self.with_subject(found, at, verb));
        }
        if passive {
            return self.passive(at, start, verb);
        }
        if let Some(found) = self.inverted(at, start, verb) {
            return Some(self.trailing(found, at));
        }
        let found = subject::before(document, start, self.floor)?;
        let found = self.same_or_first(found, is_first)?;
        self.may_speak(&found, at, verb).then(|| self.with_subject(found, at, verb))
    }

    fn is_infinitive(self, start: usize) -> bool {
        start > self.floor
            && matches!(
                self.document.folded_or_empty(start - 1),
                "to" | "would"
                    | "could"
                    | "can"
                    | "will"
                    | "may"
                    | "might"
                    | "must"
                    | "should"
                    | "did"
                    | "does"
                    | "do"
                    | "not"
                    | "didn't"
                    | "doesn't"
                    | "don't"
                    | "won't"
                    | "wouldn't"
                    | "couldn't"
                    | "can't"
                    | "cannot"
                    | "never"
            )
    }

    /// "The court was told", "he was told by police".
    fn passive(self, at: usize, start: usize, verb: Verb) -> Option<Clause> {
        if verb != Verb::Tell {
            return None;
        }
        if self.word(at + 1) == "by" {
            let phrase = phrase::forward(self.document, at + 2, self.end)?;
            let end = phrase.whole.end;
            let cue = start..end;
            let subject = Subject::Phrase(phrase, None);
            return Some(Clause { subject, cue, before: start..start, after: end..self.end, open: false });
        }
        let found = subject::before(self.document, start, self.floor)?;
        let hears = matches!(&found.subject, Subject::Phrase(phrase, _)
            if lexicon::is_hearer(phrase::noun(self.document, phrase)));
        hears.then(|| self.with_subject(found, at, Verb::Hear))
    }

    /// The subject of "“...,” said Jarvis" and of "..., said Jarvis.".
    fn inverted(self, at: usize, start: usize, verb: Verb) -> Option<Found> {
        let before = self.word_before(at);
        let quoted = self.quotations.ends_before(at)
            || before == "," && at > self.floor + 1 && self.quotations.ends_before(at - 1);
        let opens = at == self.floor && verb != Verb::Hear;
        let inverts = matches!(verb, Verb::Say | Verb::Quote) || quoted && verb == Verb::Find || opens;
        let paused = quoted || before == "," && verb == Verb::Say || opens || self.word_before(start) == "as";
        if start != at || !paused || !inverts {
            return None;
        }
        let found = subject::after(self.document, at, self.end)?;
        let Subject::Phrase(phrase, _) = &found.subject else { return None };
        let noun = phrase::noun(self.document, phrase);
        let speaks = phrase::is_capital(self.document, phrase.head.end - 1)
            || matches!(lexicon::kind(noun), Some(kind) if quoted || kind != SpeakerKind::Document)
            || quoted && self.word(at) == "said";
        let next = self.word(found.end.unwrap_or(self.end));
        let closes = next.is_empty()
            || matches!(next, "," | ":" | ";" | "\"" | "–" | "(" | ")" | ".")
            || self.is_adverbial(found.end.unwrap_or(self.end));
        let plain = !quoted
            && !matches!(self.word(at), "said" | "says" | "added" | "warned" | "claimed" | "insisted");
        (speaks && closes && (!plain || opens)).then_some(found)
    }

    /// Brings "and added" to a subject: whoever spoke before in the sentence, or its first words.
    fn same_or_first(self, found: Found, is_first: bool) -> Option<Found> {
        if found.subject != Subject::Same || !is_first {
            return Some(found);
        }
        if let "he" | "she" | "it" | "they" = self.word(self.floor) {
            return Some(Found { subject: Subject::Pronoun(self.floor), ..found });
        }
        let phrase = phrase::forward(self.document, self.floor, self.end)?;
        let next = phrase.whole.end;
        let is_subject = next < self.end
            && (phrase::is_verb(self.document, next) || english::is_function_word(self.word(next)))
            && !matches!(self.word(next), "and" | "or");
        is_subject.then_some(Found { subject: Subject::Phrase(phrase, None), ..found })
    }
}
