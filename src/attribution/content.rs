//! What a reporting clause reports: the words before it, after it, or on both sides.

use std::ops::Range;

use crate::english;

use super::clause::{Clause, LONGEST_ADVERBIAL, Reading};
use super::phrase::{self, Phrase};
use super::subject::{Found, Subject};
use super::verb::Verb;

impl Reading<'_> {
    pub(super) fn without_comma(self, at: usize) -> usize {
        if matches!(self.word_before(at), "," | "–" | "(") { at - 1 } else { at }
    }

    /// Whether direct speech ends just before `start`: "“It sank,”".
    fn after_speech(self, start: usize) -> bool {
        let comma = start > self.floor && self.word(start - 1) == ",";
        let mark = start.saturating_sub(1 + usize::from(comma)).max(self.floor);
        self.after_quote(start)
            && (comma || mark > self.floor && matches!(self.word(mark - 1), "," | "?" | "!"))
    }

    pub(super) fn with_subject(self, found: Found, at: usize, verb: Verb) -> Clause {
        let from = self.object_end(at, verb);
        let stop = self.pause_after(from);
        let bare = from >= stop || self.is_adverbial(from) || self.after_speech(found.start);
        let pauses = found.start > self.floor
            && (matches!(self.word(found.start - 1), "," | "\"" | "–" | "(" | "'" | "as")
                || self.quotations.ends_before(found.start));
        // "Announcing the review, he said: “...”"
        let announces =
            (self.word(stop) == ":" || self.quotations.begins_at(stop)) && !self.after_quote(found.start);
        if bare && pauses && !announces && self.says_something(self.floor..found.start) {
            return self.around(found.subject, found.start, stop);
        }
        self.leading(found.subject, found.start, at, verb)
    }

    /// What a clause reports that follows its words: "..., he said", "..., he said on Monday, ...".
    fn around(self, subject: Subject, start: usize, stop: usize) -> Clause {
        let next = self.word(stop);
        // Words in quotation marks within the outlet's sentence are not all that is reported.
        let whole = self.quotations.begins_at(self.floor) || self.quotations.holds(self.floor);
        let quoted = self.after_quote(start) && whole;
        let goes_on = match next {
            ":" | "\"" => true,
            "," | "–" | ")" => self.quotations.begins_at(stop + 1) || !quoted && !self.adds_only(stop + 1),
            _ => self.quotations.begins_at(stop),
        };
        let after = if goes_on { stop..self.end } else { stop..stop };
        let cut = if self.word_before(start) == "as" { start - 1 } else { start };
        let before = self.floor..self.without_comma(cut);
        Clause { subject, cue: start..stop, before, after, open: false }
    }

    pub(super) fn trailing(self, found: Found, at: usize) -> Clause {
        let end = found.end.unwrap_or(at + 1);
        let stop = if self.is_adverbial(end) { self.pause_after(end) } else { end };
        if at == self.floor {
            let after = stop..self.end;
            return Clause {
                subject: found.subject,
                cue: at..stop,
                before: at..at,
                after,
                open: stop >= self.end,
            };
        }
        self.around(found.subject, at, stop)
    }

    /// A clause before what it reports.
    pub(super) fn leading(self, subject: Subject, start: usize, at: usize, verb: Verb) -> Clause {
        let from = self.object_end(at, verb);
        let stop = self.pause_after(from);
        let bare = from >= stop || self.is_adverbial(from);
        let begin = if bare { stop } else { self.that_after(from) };
        if verb == Verb::Call {
            let quote = self.quotations.next(from).filter(|quoted| quoted.outer.start < self.end);
            let after = quote.map_or(from..from, |quoted| quoted.inner.clone());
            return Clause { subject, cue: start..from, before: start..start, after, open: false };
        }
        let colon = self.word(stop) == ":";
        let open = bare && (stop >= self.end || colon && stop + 1 >= self.end);
        let after = begin.min(self.end)..self.object_cut(begin).min(self.subordinate_end(start, begin));
        let cue = start..if bare { stop } else { from.max(at + 1) };
        Clause { subject, cue, before: start..start, after, open }
    }

    /// Where the clause at `start` ends that another follows: "After Ann Rees said she was ill, engineers".
    fn subordinate_end(self, start: usize, begin: usize) -> usize {
        let leads =
            start <= self.floor + 1 || matches!(self.word(start - 2), "," | "but" | "and" | ":" | ";");
        let under = matches!(
            self.word_before(start),
            "after"
                | "although"
                | "because"
                | "before"
                | "if"
                | "once"
                | "since"
                | "though"
                | "unless"
                | "until"
                | "when"
                | "whereas"
                | "while"
        );
        let comma = |&at: &usize| self.word(at) == "," && !self.quotations.holds(at);
        (begin..self.end).find(comma).filter(|_| leads && under).unwrap_or(self.end)
    }

    /// Where what is reported ends: "reported a loss, and its shares fell" has another main clause.
    fn object_cut(self, begin: usize) -> usize {
        let joins = |&at: &usize| {
            self.word(at) == ","
                && matches!(self.word(at + 1), "and" | "but" | "while" | "as" | "after" | "before")
        };
        // "She said it was fine but engineers disagree: ..."
        let outside =
            |word: &'static str| move |&at: &usize| self.word(at) == word && !self.quotations.holds(at);
        let colon = (begin.min(self.end)..self.end).rev().find(outside(":"));
        if let Some(but) = colon.and_then(|colon| (begin..colon).find(outside("but"))) {
            return but;
        }
        match (begin..self.end).find(joins) {
            Some(cut)
                if !(begin..cut)
                    .any(|at| phrase::is_verb(self.document, at) || self.quotations.holds(at)) =>
            {
                cut
            }
            _ => self.end,
        }
    }

    /// Where the words after "said on Wednesday that" begin.
    fn that_after(self, from: usize) -> usize {
        let mut near = from..(from + LONGEST_ADVERBIAL / 2).min(self.end);
        let that = near.clone().find(|&at| self.word(at) == "that");
        let verb = near.find(|&at| phrase::is_verb(self.document, at));
        match that {
            Some(that) if verb.is_none_or(|verb| verb > that) => that + 1,
            _ => from,
        }
    }

    /// Where whom it is said to ends: "told *MPs*".
    fn object_end(self, at: usize, verb: Verb) -> usize {
        let next = at + 1;
        if verb != Verb::Tell {
            return next;
        }
        if matches!(self.word(next), "me" | "us" | "him" | "her" | "them" | "it" | "you") {
            return next + 1;
        }
        phrase::forward(self.document, next, self.end).map_or(next, |Phrase { whole, .. }| whole.end)
    }

    /// The first mark at or after `from`, or where the sentence ends.
    pub(super) fn pause_after(self, from: usize) -> usize {
        let pauses = |&at: &usize| {
            matches!(self.word(at), "," | ":" | ";" | "–" | ")" | "(")
                && !self.document.tokens()[at].is_word()
                || self.quotations.begins_at(at)
        };
        (from.min(self.end)..self.end).find(pauses).unwrap_or(self.end)
    }

    /// Whether what stands from `from` to the next mark only says when, where and to whom.
    pub(super) fn is_adverbial(self, from: usize) -> bool {
        let stop = self.pause_after(from);
        let words = from..stop;
        let begins = matches!(
            self.word(from),
            "on" | "in"
                | "at"
                | "to"
                | "during"
                | "after"
                | "before"
                | "via"
                | "from"
                | "of"
                | "last"
                | "this"
                | "earlier"
                | "later"
                | "yesterday"
                | "today"
                | "tonight"
                | "next"
                | "when"
                | "about"
                | "outside"
                | "through"
                | "by"
                | "as"
                | "late"
                | "early"
                | "again"
                | "then"
                | "afterwards"
                | "following"
                | "simply"
                | "with"
        ) || phrase::is_time(self.word(from));
        let told = |at: usize| {
            self.word(at) == "that" || phrase::is_verb(self.document, at) && !self.follows_when(at)
        };
        !words.is_empty() && begins && words.len() <= LONGEST_ADVERBIAL && !words.into_iter().any(told)
    }

    /// A verb of "when asked", "as he left".
    fn follows_when(self, at: usize) -> bool {
        at > self.floor + 1
            && (matches!(self.word(at - 1), "when" | "as" | "after")
                || matches!(self.word(at - 2), "when" | "as" | "after"))
            || self.word(at).ends_with("ed") && !english::is_function_word(self.word_before(at))
    }

    /// Whether the words from `from` are of the outlet's own again: "..., he said, as MPs jeered".
    pub(super) fn adds_only(self, from: usize) -> bool {
        let word = self.word(from);
        matches!(
            word,
            "as" | "who"
                | "which"
                | "while"
                | "after"
                | "when"
                | "before"
                | "whose"
                | "in"
                | "during"
                | "but"
                | "and"
        ) || word.ends_with("ing")
            || word.is_empty()
    }

    fn says_something(self, tokens: Range<usize>) -> bool {
        tokens.into_iter().any(|at| {
            english::is_content_word(self.document, at)
                || self.quotations.holds(at) && self.document.tokens()[at].is_word()
        })
    }
}
