//! Whether a verb reports: its subject must be one who speaks, and it must be a verb.

use super::clause::{LONGEST_ADVERBIAL, Reading};
use super::lexicon;
use super::phrase;
use super::speaker::SpeakerKind;
use super::subject::{Found, Subject};
use super::verb::{self, Verb};

impl Reading<'_> {
    /// Whether the subject can be that of `verb`, which stands at `at`.
    pub(super) fn may_speak(self, found: &Found, at: usize, verb: Verb) -> bool {
        let word = self.word(at);
        let next = self.word(at + 1);
        if matches!(next, "by") || self.is_noun(at, found) {
            return false;
        }
        let beside_quote = self.before_quote(at) || self.after_quote(found.start);
        let Subject::Phrase(phrase, _) = &found.subject else {
            // "His referral came after he admitted it": who that is, the sentence does not say.
            let aside = matches!(found.subject, Subject::Pronoun(_)) && self.is_aside(found.start);
            return match verb {
                _ if aside && !self.after_quote(found.start) => false,
                Verb::Quote | Verb::Call => beside_quote,
                Verb::Hear => false,
                Verb::Find => next == "that" || beside_quote || self.is_it(found) || word.ends_with('s'),
                Verb::Say | Verb::Tell => true,
            };
        };
        let noun = phrase::noun(self.document, phrase);
        let kind = lexicon::kind(noun);
        let named = phrase::is_capital(self.document, phrase.head.end - 1);
        let bare = phrase.head.len() == 1;
        if bare && matches!(self.word(phrase.head.start), "this" | "that" | "these" | "some") {
            return false;
        }
        let stated = next == "that" || beside_quote || self.trails(found.start, at + 1);
        let place = matches!(
            next,
            "in" | "at" | "on" | "near" | "inside" | "under" | "guilty" | "dead" | "with" | "himself"
        );
        match verb {
            Verb::Say => {
                (kind.is_some() || named || matches!(word, "said" | "says" | "say"))
                    && (!may_be_participle(word) || kind != Some(SpeakerKind::Document) || !place)
            }
            // "Children told to stop" are told.
            Verb::Tell => (kind.is_some() || named) && !matches!(next, "to" | "that" | "of" | "about"),
            Verb::Hear => lexicon::is_hearer(noun),
            Verb::Quote | Verb::Call => beside_quote && (kind.is_some() || named),
            Verb::Find => {
                let inquires = kind == Some(SpeakerKind::Document) || lexicon::is_inquirer(noun);
                (kind.is_some() || named) && (stated || !place && (inquires || self.finds(word, kind, named)))
            }
        }
    }

    /// Whether what begins at `start` only says when or why: "after he ...".
    fn is_aside(self, start: usize) -> bool {
        let before = start.checked_sub(1).map_or("", |at| self.document.folded_or_empty(at));
        matches!(
            before,
            "after"
                | "although"
                | "because"
                | "before"
                | "once"
                | "since"
                | "though"
                | "until"
                | "when"
                | "while"
        )
    }

    /// Whether a clause follows what it reports: "..., the agency reported".
    fn trails(self, start: usize, end: usize) -> bool {
        let ends = end >= self.pause_after(end) || self.is_adverbial(end);
        start > self.floor && self.word(start - 1) == "," && ends
    }

    /// Whether one who is no inquirer reports with `word`: "Anderson finds", "police revealed", but not
    /// "police found".
    fn finds(self, word: &str, kind: Option<SpeakerKind>, named: bool) -> bool {
        let physical = matches!(
            word,
            "found"
                | "find"
                | "showed"
                | "show"
                | "shows"
                | "discovered"
                | "identified"
                | "established"
                | "observed"
                | "ruled"
                | "determined"
                | "disclosed"
                | "reads"
        );
        !physical && (kind.is_some() || named)
    }

    fn is_it(self, found: &Found) -> bool {
        matches!(found.subject, Subject::Pronoun(at) if self.word(at) == "it")
    }

    /// "the claims", "its reports", and "reports said".
    fn is_noun(self, at: usize, found: &Found) -> bool {
        let word = self.word(at);
        if !verb::may_be_noun(word) {
            return false;
        }
        let next_is_verb = at + 1 < self.end && phrase::is_verb(self.document, at + 1);
        let plain = !word.ends_with('s') && !word.ends_with("ed");
        let many = match &found.subject {
            Subject::Phrase(phrase, _) => {
                let noun = phrase::noun(self.document, phrase);
                noun.ends_with('s') || matches!(noun, "police" | "people") || noun.ends_with("men")
            }
            Subject::Pronoun(at) => self.word(*at) == "they",
            Subject::Same => true,
        };
        phrase::is_determiner(self.word_before(at)) || next_is_verb || plain && !many
    }

    /// Whether a quotation begins soon after the verb at `at`: "told MPs: “".
    fn before_quote(self, at: usize) -> bool {
        (at + 1..(at + 1 + LONGEST_ADVERBIAL).min(self.end)).any(|at| self.quotations.begins_at(at))
            || self.word(self.end.saturating_sub(1)) == ":"
    }

    pub(super) fn after_quote(self, start: usize) -> bool {
        self.quotations.ends_before(start)
            || start > self.floor && self.word(start - 1) == "," && self.quotations.ends_before(start - 1)
    }
}

fn may_be_participle(word: &str) -> bool {
    word.ends_with("ed")
}
