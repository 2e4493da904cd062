//! Where a text speaks of itself: that it was corrected, or updated.
//!
//! A notice is known by its shape, not by a list of phrases. It stands at the beginning of a paragraph as a label
//! ("Correction:", "Update 14:02"), or it is a sentence about the text itself ("This article was amended on …", "An earlier
//! version of this story said …", "We have updated this page"). What the minister said of a correction is neither.

use std::ops::Range;

use crate::text::{TokenKind, WordSet};
use crate::value::recognise;

use super::reading::Reading;
use super::{Admission, Notice};

/// A notice in a version.
pub(super) struct Announced {
    /// Its sentences.
    pub(super) sentences: Range<usize>,
    /// Those of them that say nothing but what was changed.
    pub(super) told_by_it: Range<usize>,
    /// Its words without typesetting.
    pub(super) key: String,
    admits: Admission,
}

impl Announced {
    /// The notice as it stands in `reading`.
    pub(super) fn told(&self, reading: &Reading) -> Notice {
        let Range { start, end } = self.sentences;
        let span = reading.sentences[start].span.cover(reading.sentences[end - 1].span);
        let text = reading.document.slice(span).to_owned();
        Notice { admits: self.admits, text, line: reading.line(start) }
    }
}

/// What a text may call itself.
static SELF: WordSet = WordSet::of(&[
    "analysis",
    "article",
    "blog",
    "caption",
    "column",
    "copy",
    "coverage",
    "edition",
    "explainer",
    "feature",
    "graphic",
    "headline",
    "interview",
    "item",
    "liveblog",
    "newsletter",
    "obituary",
    "page",
    "piece",
    "post",
    "report",
    "review",
    "story",
    "version",
]);

/// Those that hardly mean anything else after "the".
static PLAINLY_SELF: WordSet = WordSet::of(&["article", "headline", "post", "story"]);

/// What was done to a text that was wrong.
static CORRECTED: WordSet = WordSet::of(&["amended", "clarified", "corrected", "retracted", "withdrawn"]);

/// What was done to any text.
static UPDATED: WordSet = WordSet::of(&["changed", "edited", "expanded", "modified", "revised", "updated"]);

/// What words begin with that speak of a mistake.
const OF_MISTAKES: [&str; 14] = [
    "amend",
    "clarif",
    "correct",
    "erroneous",
    "error",
    "inaccura",
    "incorrect",
    "misattribut",
    "misidentif",
    "misspel",
    "misstate",
    "mistake",
    "retract",
    "wrong",
];

/// A label with more words is a sentence.
const LABEL: usize = 4;
/// A line with more words says something beside that the text was updated.
const STAMP: usize = 6;
/// How far after what the text calls itself its verb may stand, in tokens.
const REACH: usize = 8;

/// The notices of a version, in order.
pub(super) fn announced(reading: &Reading) -> Vec<Announced> {
    let mut found: Vec<Announced> = Vec::new();
    let mut at = 0;
    while at < reading.sentences.len() {
        let notice = Opening::of(reading, at).and_then(|opening| opening.notice());
        at = match &notice {
            Some(notice) if notice.admits == Admission::Correction => notice.sentences.end,
            _ => at + 1,
        };
        found.extend(notice);
    }
    found
}

/// A sentence from its first word on.
struct Opening<'a> {
    reading: &'a Reading,
    sentence: usize,
    /// Its tokens from the first word on.
    tokens: Range<usize>,
    /// Whether a paragraph begins with it.
    leads: bool,
}

impl<'a> Opening<'a> {
    /// `None` where the sentence has no words, or they are another's.
    fn of(reading: &'a Reading, sentence: usize) -> Option<Self> {
        let Range { start, end } = reading.sentences[sentence].tokens;
        let first = (start..end).find(|&at| reading.document.tokens()[at].is_word())?;
        let block = reading.sentences[sentence].block;
        let leads = sentence.checked_sub(1).is_none_or(|before| reading.sentences[before].block != block);
        let marks_only = (start..first).all(|at| reading.document.tokens()[at].kind != TokenKind::Number);
        (marks_only && !reading.quoted[first]).then_some(Self {
            reading,
            sentence,
            tokens: first..end,
            leads,
        })
    }

    /// The folded word so many tokens after the first; empty beyond the sentence.
    fn word(&self, after: usize) -> &'a str {
        let at = self.tokens.start + after;
        if at < self.tokens.end { self.reading.document.folded(at) } else { "" }
    }

    fn words(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.tokens.clone().map(|at| self.reading.document.folded(at))
    }

    fn notice(&self) -> Option<Announced> {
        let label = if self.leads { self.label() } else { None };
        let of_itself = self.of_itself();
        if label.is_none() && of_itself.is_none() {
            return None;
        }
        let extent = self.extent(matches!(label, Some(Label::Correction | Label::Note)));
        let admits = match (label, of_itself) {
            (Some(Label::Correction), _) | (_, Some(Admission::Correction)) => Admission::Correction,
            (Some(Label::Note), _) => self.of_note(extent.clone())?,
            (Some(Label::Update), _) | (None, Some(Admission::Update)) => Admission::Update,
            (None, None) => return None,
        };
        let one = self.sentence..self.sentence + 1;
        let says_more = label.is_some() && self.spoken(one.clone()).count() > STAMP;
        let told_by_it = match admits {
            Admission::Correction => extent.clone(),
            Admission::Update if says_more => self.sentence..self.sentence,
            Admission::Update => one,
        };
        let keys: Vec<&str> = extent.clone().map(|at| self.reading.sentences[at].key.as_str()).collect();
        Some(Announced { key: keys.join(" "), sentences: extent, told_by_it, admits })
    }

    /// The label that a paragraph begins with.
    fn label(&self) -> Option<Label> {
        match self.word(0) {
            "correction" | "corrections" | "clarification" | "clarifications" | "erratum" | "errata"
            | "corrigendum" => (self.labels(1) || self.joins_a_label()).then_some(Label::Correction),
            "corrected" | "amended" | "clarified" => {
                (self.labels(1) || self.dates(1)).then_some(Label::Correction)
            }
            "corrects" if self.is_in_brackets() => Some(Label::Correction),
            "editor" | "editors" | "publisher" | "publishers" => {
                let note = 1 + usize::from(self.word(1) == "'");
                matches!(self.word(note), "note" | "notes").then_some(Label::Note)
            }
            "update" | "updates" | "updated" => (self.labels(1) || self.dates(1)).then_some(Label::Update),
            "last" if matches!(self.word(1), "updated" | "modified") => {
                (self.labels(2) || self.dates(2)).then_some(Label::Update)
            }
            _ => None,
        }
    }

    /// Whether what precedes the token labels what follows: a mark, a number or nothing comes after.
    fn labels(&self, after: usize) -> bool {
        let at = self.tokens.start + after;
        let number = at < self.tokens.end && self.reading.has_digit(at);
        number || matches!(self.word(after), "" | ":" | "–" | "-" | "." | "(" | ")" | "]" | "|")
    }

    /// "Updated on 3 May", "Corrected at 14:02", "Update May 3".
    fn dates(&self, after: usize) -> bool {
        let at = self.tokens.start + after + usize::from(matches!(self.word(after), "on" | "at"));
        let dated = recognise(&self.reading.document, at..self.tokens.end, self.reading.context);
        dated.first().is_some_and(|first| first.tokens.start == at && first.value.kind.is_dated())
    }

    /// "Corrections and clarifications", "Correction to this article".
    fn joins_a_label(&self) -> bool {
        match self.word(1) {
            "and" | "&" => ["correction", "clarification"].iter().any(|word| self.word(2).starts_with(word)),
            "to" => matches!(self.word(2), "this" | "our"),
            "," => self.dates(2),
            _ => self.dates(1),
        }
    }

    fn is_in_brackets(&self) -> bool {
        let before = self.tokens.start.checked_sub(1);
        before.is_some_and(|before| matches!(self.reading.document.folded(before), "(" | "["))
    }

    /// What the sentence says of the text that it stands in.
    fn of_itself(&self) -> Option<Admission> {
        if self.speaks_of_earlier_version() {
            return Some(Admission::Correction);
        }
        let verb = match self.word(0) {
            "this" | "our" => self.own_name(1).and_then(|name| self.passive(name + 1)),
            "the" if self.leads && PLAINLY_SELF.contains(self.word(1)) => self.passive(2),
            "we" => self.active(),
            _ => None,
        }?;
        let of_mistakes = self.words().any(is_of_mistakes);
        Some(if CORRECTED.contains(verb) || of_mistakes { Admission::Correction } else { Admission::Update })
    }

    /// "An earlier version of this article", anywhere; without "of …" only at the beginning, where it speaks of a mistake.
    fn speaks_of_earlier_version(&self) -> bool {
        let earlier = |after: &usize| {
            matches!(self.word(*after), "earlier" | "previous" | "original" | "initial")
                && matches!(self.word(after + 1), "version" | "versions" | "headline" | "edition")
        };
        let length = self.tokens.len();
        (0..length).filter(earlier).any(|after| {
            if self.word(after + 2) == "of" {
                return matches!(self.word(after + 3), "this" | "the" | "our")
                    && self.own_name(after + 4).is_some_and(|name| {
                        self.word(after + 3) != "the" || PLAINLY_SELF.contains(self.word(name))
                    });
            }
            // "Due to an editing error, an earlier version …"
            let begins = after <= 2 || matches!(self.word(0), "because" | "due" | "owing");
            begins && self.words().any(is_of_mistakes)
        }) || self.says_what_it_said()
    }

    /// "This article originally said", at the beginning or after a word or two.
    fn says_what_it_said(&self) -> bool {
        (0..=2).filter(|&after| self.word(after) == "this").any(|after| {
            self.own_name(after + 1).is_some_and(|name| {
                let how = self.word(name + 1);
                matches!(how, "initially" | "originally" | "previously") || is_of_mistakes(how)
            })
        })
    }

    /// Where the text's name for itself stands: at the token, or after a date or a proper name there.
    fn own_name(&self, after: usize) -> Option<usize> {
        let stands_between = |at: usize| {
            let token = self.tokens.start + at;
            token < self.tokens.end
                && (self.reading.has_digit(token)
                    || self.reading.document.tokens()[token].case != crate::text::Case::Lower
                    || self.word(at) == ",")
        };
        let end = (after..after + 4).find(|&at| !stands_between(at) || SELF.contains(self.word(at)))?;
        SELF.contains(self.word(end)).then_some(end)
    }

    /// The verb of "… has been corrected", but for "… was amended by the committee".
    fn passive(&self, after: usize) -> Option<&'a str> {
        let auxiliary = (after..after + 2)
            .find(|&at| matches!(self.word(at), "was" | "has" | "had" | "is" | "were" | "have"))?;
        let verb = (auxiliary + 1..auxiliary + REACH).find(|&at| is_done(self.word(at)))?;
        let plain =
            (auxiliary + 1..verb).all(|at| !matches!(self.word(at), "," | "." | "that" | "not" | "to"));
        (plain && self.word(verb + 1) != "by").then(|| self.word(verb))
    }

    /// The verb of "we have updated this article".
    fn active(&self) -> Option<&'a str> {
        let verb = (1..REACH).find(|&at| is_done(self.word(at)))?;
        let about = verb + 1;
        let itself = matches!(self.word(about), "this" | "our" | "the")
            && self
                .own_name(about + 1)
                .is_some_and(|name| self.word(about) != "the" || PLAINLY_SELF.contains(self.word(name)));
        itself.then(|| self.word(verb))
    }

    /// The sentences of the notice: to the end of its paragraph; a label that stands alone has the next one, too, if that
    /// speaks of a mistake: else it may be the article that goes on.
    fn extent(&self, labels: bool) -> Range<usize> {
        let start = self.sentence;
        let end = self.block_end(start);
        let alone = labels && end == start + 1 && self.spoken(start..end).count() <= LABEL;
        if !alone || end >= self.reading.sentences.len() {
            return start..end;
        }
        let next = end..self.block_end(end);
        let of_itself = Self::of(self.reading, end).is_some_and(|opening| opening.of_itself().is_some());
        let speaks = of_itself || self.spoken(next.clone()).any(is_of_mistakes);
        start..if speaks { next.end } else { end }
    }

    fn block_end(&self, sentence: usize) -> usize {
        let rest = &self.reading.sentences[sentence..];
        let block = rest.first().map(|first| first.block);
        sentence + rest.iter().take_while(|one| Some(one.block) == block).count()
    }

    /// The words of some sentences, folded.
    fn spoken(&self, sentences: Range<usize>) -> impl Iterator<Item = &'a str> + use<'a> {
        let document = &self.reading.document;
        let tokens = self.reading.sentences[sentences].iter().flat_map(|one| one.tokens.clone());
        tokens.filter(|&at| document.tokens()[at].is_word()).map(|at| document.folded(at))
    }

    /// What an editor's note admits, if anything.
    fn of_note(&self, sentences: Range<usize>) -> Option<Admission> {
        if self.spoken(sentences.clone()).any(is_of_mistakes) {
            return Some(Admission::Correction);
        }
        self.spoken(sentences).any(|word| UPDATED.contains(word)).then_some(Admission::Update)
    }
}

/// What a paragraph may begin with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    Correction,
    Update,
    /// An editor's note: what it admits, its words tell.
    Note,
}

fn is_done(word: &str) -> bool {
    CORRECTED.contains(word) || UPDATED.contains(word)
}

fn is_of_mistakes(word: &str) -> bool {
    OF_MISTAKES.iter().any(|beginning| word.starts_with(beginning))
}
