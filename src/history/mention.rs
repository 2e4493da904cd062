//! Whether a correction names what changed.

use std::collections::BTreeSet;

use crate::english;
use crate::text::Document;
use crate::value::Context;

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
}

impl Corrections {
    pub(super) fn of(text: &str, context: Context) -> Self {
        let reading = reading(text, context);
        let sentences = reading.sentences.iter();
        let figures = sentences.flat_map(|one| figure::figures(&reading, one.tokens.clone())).collect();
        Self { figures, words: folded(&reading.document) }
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
            ChangeKind::Number | ChangeKind::Date => sides.any(|words| self.hold_figure(words, context)),
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

    fn hold_figure(&self, words: &str, context: Context) -> bool {
        let reading = reading(words, context);
        let all = 0..reading.document.tokens().len();
        let figures = figure::figures(&reading, all);
        self.hold(words) || figures.iter().any(|one| self.figures.iter().any(|other| other.says_what(one)))
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
        let words = folded(&Document::new(words));
        words.trim() != "" && self.words.contains(&words)
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

fn folded(document: &Document) -> String {
    let mut words = String::from(" ");
    for at in (0..document.tokens().len()).filter(|&at| document.folded(at).contains(char::is_alphanumeric)) {
        words.push_str(document.folded(at));
        words.push(' ');
    }
    words
}
