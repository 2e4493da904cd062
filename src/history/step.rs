//! From one version to the next.

use std::collections::BTreeSet;

use super::change::{self, Place};
use super::line_up::{LineUp, line_up};
use super::mention::Corrections;
use super::notice::{Announced, announced};
use super::reading::{Reading, always_capital};
use super::{Admission, Change, ChangeKind, Edit, EditKind, Label, Notice, Step, Weight};

/// A notice of no more words is a label.
const LABEL_WORDS: usize = 4;

/// What changed from `old`, read from the file `from`, to `new`, read from `to`.
pub(super) fn step(old: &Reading, new: &Reading, from: &str, to: &str) -> Step {
    let (before, after) = (announced(old), announced(new));
    let known: BTreeSet<&str> = before.iter().map(|notice| notice.key.as_str()).collect();
    let fresh: Vec<&Announced> = after.iter().filter(|notice| !known.contains(notice.key.as_str())).collect();
    let notices: Vec<Notice> = fresh.iter().map(|notice| notice.told(new)).collect();
    let still: BTreeSet<&str> = after.iter().map(|notice| notice.key.as_str()).collect();
    let gone = before.iter().filter(|notice| !still.contains(notice.key.as_str()));
    // A correction that another took the place of was worded anew.
    let withdrawn: Vec<Notice> = match notices.iter().any(is_correction) {
        true => Vec::new(),
        false => gone.map(|notice| notice.told(old)).filter(is_correction).collect(),
    };
    let told_apart = told_apart(&before, &after);
    let line_up = line_up(old, new, &told_apart);
    let mut edits = Editing { old, new, capital: always_capital([old, new]) }.edits(&line_up, &fresh);
    edits.sort_by_key(rank);
    let label = label(&notices, &edits);
    if label == Label::Correction {
        let corrections = notices.iter().filter(|notice| is_correction(notice));
        let text: Vec<&str> = corrections.map(|notice| notice.text.as_str()).collect();
        let text = text.join("\n\n");
        // A label alone names nothing, and what stands below it is not told from the article.
        if text.split_whitespace().count() > LABEL_WORDS {
            let corrections = Corrections::of(&text, new.context);
            edits.iter_mut().for_each(|edit| corrections.mark(edit, new.context));
        }
    }
    Step { from: from.to_owned(), to: to.to_owned(), label, notices, withdrawn, edits }
}

fn is_correction(notice: &Notice) -> bool {
    notice.admits == Admission::Correction
}

/// Whether of two sentences one belongs to a notice and the other does not.
fn told_apart(before: &[Announced], after: &[Announced]) -> impl Fn(usize, usize) -> bool + use<> {
    let all = |notices: &[Announced]| -> BTreeSet<usize> {
        notices.iter().flat_map(|notice| notice.sentences.clone()).collect()
    };
    let (before, after) = (all(before), all(after));
    move |was, is| before.contains(&was) != after.contains(&is)
}

fn label(notices: &[Notice], edits: &[Edit]) -> Label {
    let admits = |what| notices.iter().any(|notice| notice.admits == what);
    if admits(Admission::Correction) {
        Label::Correction
    } else if admits(Admission::Update) {
        Label::Update
    } else if edits.iter().any(|edit| edit.kind != EditKind::Moved) {
        Label::SilentEdit
    } else if !edits.is_empty() {
        Label::Rearranged
    } else {
        Label::Typesetting
    }
}

/// What moved last, else the weightiest first, in the order of the text.
fn rank(edit: &Edit) -> (bool, Weight, Option<ChangeKind>, Option<usize>) {
    let strongest = edit.changes.iter().map(|change| change.kind).min();
    (edit.kind == EditKind::Moved, edit.weight, strongest, edit.line.or(edit.was_line))
}

struct Editing<'a> {
    old: &'a Reading,
    new: &'a Reading,
    capital: BTreeSet<String>,
}

impl Editing<'_> {
    /// The edits; sentences that only a `fresh` notice added are told by it.
    fn edits(&self, line_up: &LineUp, fresh: &[&Announced]) -> Vec<Edit> {
        let announced: BTreeSet<usize> = fresh.iter().flat_map(|notice| notice.told_by_it.clone()).collect();
        let edited = line_up.edited.iter().filter_map(|&(was, is)| self.edited(was, is));
        let added = line_up.added.iter().filter(|at| !announced.contains(at)).map(|&is| self.added(is));
        let removed = line_up.removed.iter().map(|&was| self.removed(was));
        let moved = line_up.moved.iter().map(|&(was, is)| self.moved(was, is));
        edited.chain(added).chain(removed).chain(moved).collect()
    }

    fn was(&self, sentence: usize) -> Place<'_> {
        Place { reading: self.old, sentence }
    }

    fn is(&self, sentence: usize) -> Place<'_> {
        Place { reading: self.new, sentence }
    }

    /// `None` where nothing but white space changed.
    fn edited(&self, was: usize, is: usize) -> Option<Edit> {
        let changes = change::edited(self.was(was), self.is(is), &self.capital);
        (!changes.is_empty()).then(|| self.edit(EditKind::Edited, changes, Some(was), Some(is)))
    }

    fn added(&self, is: usize) -> Edit {
        self.edit(EditKind::Added, change::held(self.is(is), &self.capital, true), None, Some(is))
    }

    fn removed(&self, was: usize) -> Edit {
        self.edit(EditKind::Removed, change::held(self.was(was), &self.capital, false), Some(was), None)
    }

    fn moved(&self, was: usize, is: usize) -> Edit {
        Edit { is: None, ..self.edit(EditKind::Moved, Vec::new(), Some(was), Some(is)) }
    }

    fn edit(&self, kind: EditKind, changes: Vec<Change>, was: Option<usize>, is: Option<usize>) -> Edit {
        let weighty = changes.iter().any(|change| change.kind != ChangeKind::Wording);
        Edit {
            kind,
            weight: if weighty { Weight::Weighty } else { Weight::Small },
            changes,
            was: was.map(|at| self.old.words(at).to_owned()),
            is: is.map(|at| self.new.words(at).to_owned()),
            was_line: was.map(|at| self.old.line(at)),
            line: is.map(|at| self.new.line(at)),
            mentioned: None,
        }
    }
}
