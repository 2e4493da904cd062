//! Whether a correction names what changed.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::english;
use crate::text::Document;
use crate::value::{Context, recognise};

use super::item::Item;
use super::reading::Reading;
use super::words::{Side, runs};
use super::{Change, ChangeKind, Edit, EditKind, Weight, figure};
use crate::source::Version;
use crate::span::Span;

/// The words of the corrections of one step.
pub(super) struct Corrections {
    figures: Vec<Item>,
    /// All words and numbers, folded, one space around each.
    words: String,
    /// The same without dates and times: the day of a correction is no number that it corrects.
    undated: String,
}

impl Corrections {
    pub(super) fn of(text: &str, context: Context) -> Self {
        let reading = reading(text, context);
        let sentences = reading.sentences.iter();
        let figures = sentences.flat_map(|one| figure::figures(&reading, one.tokens.clone())).collect();
        let dated: Vec<Range<usize>> = reading
            .sentences
            .iter()
            .flat_map(|one| recognise(&reading.document, one.tokens.clone(), context))
            .filter(|mention| mention.value.kind.is_dated())
            .map(|mention| mention.tokens)
            .collect();
        let undated = folded(&reading.document, |at| !dated.iter().any(|date| date.contains(&at)));
        Self { figures, words: folded(&reading.document, |_| true), undated }
    }

    /// Marks the weighty changes of `edit` that the corrections name, and those that they do not.
    pub(super) fn mark(&self, edit: &mut Edit, context: Context) {
        if edit.weight == Weight::Small {
            return;
        }
        let sentence = [&edit.was, &edit.is].map(|words| words.clone().unwrap_or_default());
        let weighty = || |change: &&mut Change| change.kind != ChangeKind::Wording;
        for change in edit.changes.iter_mut().filter(weighty()) {
            change.mentioned = Some(self.name(change, &sentence, context));
        }
        let mut named = edit.changes.iter().filter_map(|change| change.mentioned);
        edit.mentioned = Some(match edit.kind {
            EditKind::Edited => named.all(|named| named),
            EditKind::Added | EditKind::Removed | EditKind::Moved => named.any(|named| named),
        });
    }

    fn name(&self, change: &Change, sentence: &[String; 2], context: Context) -> bool {
        let mut sides = [&change.was, &change.is].into_iter().flatten();
        match change.kind {
            ChangeKind::Number => sides.any(|words| self.hold_figure(words, &self.undated, context)),
            ChangeKind::Date => sides.any(|words| self.hold_figure(words, &self.words, context)),
            ChangeKind::Negation => sentence.iter().any(|words| self.speak_of(words)),
            ChangeKind::Quotation => {
                [" quote ", " quotes ", " quoted ", " quotation "]
                    .iter()
                    .any(|word| self.words.contains(word))
                    || sides.any(|words| self.hold(words))
                    || self.hold_difference(change)
            }
            ChangeKind::Name | ChangeKind::Wording => sides.any(|words| self.hold(words)),
        }
    }

    fn hold_figure(&self, words: &str, within: &str, context: Context) -> bool {
        let reading = reading(words, context);
        let all = 0..reading.document.tokens().len();
        let figures = figure::figures(&reading, all);
        holds(within, words)
            || figures.iter().any(|one| self.figures.iter().any(|other| other.says_what(one)))
    }

    /// Whether they have all the words that one side of a change has and the other has not.
    fn hold_difference(&self, change: &Change) -> bool {
        let (Some(was), Some(is)) = (&change.was, &change.is) else { return false };
        let runs = runs(was, is);
        [Side::Was, Side::Is].into_iter().any(|side| {
            let mut own = runs.iter().filter(|run| run.side == side).peekable();
            own.peek().is_some() && own.all(|run| self.hold(&run.text))
        })
    }

    fn hold(&self, words: &str) -> bool {
        holds(&self.words, words)
    }

    /// Whether they have a third of the telling words of a sentence.
    fn speak_of(&self, sentence: &str) -> bool {
        let document = Document::new(sentence);
        let telling: BTreeSet<&str> = (0..document.tokens().len())
            .filter(|&at| english::is_content_word(&document, at))
            .map(|at| document.folded(at))
            .collect();
        let named = telling.iter().filter(|word| self.words.contains(&format!(" {word} "))).count();
        named > 0 && named * 3 >= telling.len()
    }
}

fn reading(text: &str, context: Context) -> Reading {
    let [name, from, sha256] = [const { String::new() }; 3];
    let article = Span::new(0, text.len());
    let version = Version { name, from, seen: None, sha256, text: text.to_owned(), article };
    Reading::of(&version, context.published)
}

/// Whether `text`, folded, has these words.
fn holds(text: &str, words: &str) -> bool {
    let words = folded(&Document::new(words), |_| true);
    words.trim() != "" && text.contains(&words)
}

/// The words and numbers that `counts` says, folded, one space around each.
fn folded(document: &Document, counts: impl Fn(usize) -> bool) -> String {
    let mut words = String::from(" ");
    let says = |&at: &usize| document.folded(at).contains(char::is_alphanumeric) && counts(at);
    for at in (0..document.tokens().len()).filter(says) {
        words.push_str(document.folded(at));
        words.push(' ');
    }
    words
}
