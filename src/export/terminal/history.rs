//! What changed between the versions of a source: step by step, values first, then the sentences word by word.

use std::io::{self, Write};

use crate::history::{Change, ChangeKind, Edit, EditKind, History, Label, Side, Step, Version, Weight, runs};
use crate::neutral::{counted, one_line};

use super::Style;
use super::page::{Ink, NO_BREAK, Page, shortened};

/// Columns that the words of one change may take; the sentence below has all of them.
const CHANGE: usize = 60;

/// What is shown of a sentence that only moved, in columns.
const MOVED: usize = 50;

/// Writes `history` for a person to read, the oldest step first.
///
/// # Errors
/// Whatever `out` gives back.
pub fn write_history(history: &History, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let mut page = Page::new(style, out);
    let source = page.paint(Ink::Strong, &one_line(&history.source));
    let versions = counted(history.versions.len(), "version");
    let told = match history.versions.first() {
        Some(only) if history.steps.is_empty() => alone(only),
        _ => format!("{versions}; {}", unadmitted(history, &page)),
    };
    page.text("", "  ", &format!("{source}: {told}"))?;
    history.steps.iter().try_for_each(|step| write_step(history, step, &mut page))
}

/// How much of what changed the texts do not admit.
fn unadmitted(history: &History, page: &Page<'_>) -> String {
    let silent = history.steps.iter().filter(|step| step.label == Label::SilentEdit).count();
    let unnamed = history.steps.iter().flat_map(|step| &step.edits);
    let unnamed = unnamed.filter(|edit| edit.mentioned == Some(false)).count();
    let silent = match silent {
        0 => "no silent edit".to_owned(),
        some => page.paint(Ink::Bad, &counted(some, "silent edit")),
    };
    match unnamed {
        0 => silent,
        some => {
            let some = format!("{} not mentioned in a correction", counted(some, "edit"));
            format!("{silent}, {}", page.paint(Ink::Bad, &some))
        }
    }
}

/// What to say of a source that never changed, as far as is known.
fn alone(only: &Version) -> String {
    match &only.seen {
        Some(seen) if only.current => {
            format!("its text has not changed since {seen} ({})", one_line(&only.name))
        }
        Some(seen) => format!("no longer among the sources; one text is kept, of {seen} ({})", one_line(&only.name)),
        None => "only today’s text is known. Keep its texts with `crosscheck archive` each time you fetch it anew, or \
                 name earlier ones below `versions:` in sources.yaml"
            .to_owned(),
    }
}

fn write_step(history: &History, step: &Step, page: &mut Page<'_>) -> io::Result<()> {
    page.blank()?;
    let [from, to] = [&step.from, &step.to].map(|file| {
        let version = history.versions.iter().find(|version| version.from == *file);
        version.map_or_else(|| one_line(file), named)
    });
    let label = page.paint(ink_of(step.label), &step.label.name().to_uppercase());
    let from_to = page.paint(Ink::Strong, &format!("{from} → {to}"));
    page.text("", "  ", &format!("{from_to}  {label}  {}", counts(step)))?;
    for notice in &step.notices {
        let bar = format!("  {} ", page.paint(Ink::Dim, "│"));
        let place = page.paint(Ink::Dim, &format!("line {}:", notice.line));
        page.text(&bar, &bar, &format!("{place} {}", page.paint(Ink::Good, &one_line(&notice.text))))?;
    }
    for notice in &step.withdrawn {
        let what = page.paint(Ink::Bad, "a correction was taken away:");
        page.text("  ", "    ", &format!("{what} {}", one_line(&notice.text)))?;
    }
    let moved = step.edits.iter().position(|edit| edit.kind == EditKind::Moved);
    for (number, edit) in step.edits.iter().enumerate() {
        if Some(number) == moved {
            page.blank()?;
        }
        write_edit(edit, page)?;
    }
    Ok(())
}

/// "0001 2025-02-12", "today's text".
fn named(version: &Version) -> String {
    let name = one_line(&version.name);
    match (&version.seen, version.current) {
        (Some(seen), true) => format!("{name} {seen} (today’s text)"),
        (Some(seen), false) => format!("{name} {seen}"),
        (None, true) => "today’s text".to_owned(),
        (None, false) => name,
    }
}

fn counts(step: &Step) -> String {
    let of = |kind| step.edits.iter().filter(|edit| edit.kind == kind).count();
    let each = [EditKind::Edited, EditKind::Added, EditKind::Removed, EditKind::Moved];
    let counts = each.map(|kind| (of(kind), kind.name())).into_iter().filter(|&(count, _)| count > 0);
    counts.map(|(count, name)| format!("{count}{NO_BREAK}{name}")).collect::<Vec<_>>().join(", ")
}

const fn ink_of(label: Label) -> Ink {
    match label {
        Label::Correction => Ink::Good,
        Label::Update => Ink::Single,
        Label::SilentEdit => Ink::Bad,
        Label::Rearranged | Label::Typesetting => Ink::Dim,
    }
}

fn write_edit(edit: &Edit, page: &mut Page<'_>) -> io::Result<()> {
    let place = match (edit.line, edit.was_line) {
        (Some(line), _) => format!("line {line}"),
        (None, Some(line)) => format!("line {line} before"),
        (None, None) => String::new(),
    };
    if edit.kind == EditKind::Moved {
        let words = shortened(&one_line(edit.was.as_deref().unwrap_or_default()), MOVED);
        let moved = format!("moved from line {}: {words}", edit.was_line.unwrap_or_default());
        return page.text("  ", "    ", &page.paint(Ink::Dim, &format!("{place}  {moved}")));
    }
    page.blank()?;
    let place = page.paint(Ink::Dim, &place);
    let shown: Vec<&Change> =
        edit.changes.iter().filter(|change| change.kind != ChangeKind::Wording).collect();
    let small = if edit.weight == Weight::Small { ": wording" } else { "" };
    let unnamed = edit.mentioned == Some(false) && edit.kind != EditKind::Edited;
    let unnamed = if unnamed { not_mentioned(page) } else { String::new() };
    page.text("  ", "    ", &format!("{place}  {}{small}{unnamed}", edit.kind.name()))?;
    for change in shown {
        let words = words_of(change, page);
        let unnamed = change.mentioned == Some(false) && edit.kind == EditKind::Edited;
        let unnamed = if unnamed { not_mentioned(page) } else { String::new() };
        page.text("    ", "      ", &format!("{}{NO_BREAK}{NO_BREAK}{words}{unnamed}", change.kind.name()))?;
    }
    let bar = format!("    {} ", page.paint(Ink::Dim, "│"));
    page.text(&bar, &bar, &marked(edit, page))
}

fn not_mentioned(page: &Page<'_>) -> String {
    let words = "not mentioned in the correction".replace(' ', &NO_BREAK.to_string());
    format!("  {}", page.paint(Ink::Bad, &words))
}

/// "seven → two"; "– → not" where there was nothing.
fn words_of(change: &Change, page: &Page<'_>) -> String {
    let words = |words: &Option<String>| words.as_deref().map(|words| shortened(&one_line(words), CHANGE));
    match (words(&change.was), words(&change.is)) {
        (Some(was), Some(is)) => page.paint(Ink::Strong, &format!("{was} → {is}")),
        (Some(was), None) => format!("{} gone", page.paint(Ink::Strong, &was)),
        (None, Some(is)) => format!("{} new", page.paint(Ink::Strong, &is)),
        (None, None) => String::new(),
    }
}

/// The sentence with what is gone as `[-seven-]` and what is new as `{+two+}`.
fn marked(edit: &Edit, page: &Page<'_>) -> String {
    let gone = |text: &str| page.paint(Ink::Bad, &format!("[-{}-]", one_line(text)));
    let new = |text: &str| page.paint(Ink::Good, &format!("{{+{}+}}", one_line(text)));
    match (&edit.was, &edit.is) {
        (Some(was), Some(is)) => {
            let mut line = String::new();
            for run in runs(was, is) {
                line.push_str(if run.spaced && !line.is_empty() { " " } else { "" });
                line.push_str(&match run.side {
                    Side::Both => one_line(&run.text),
                    Side::Was => gone(&run.text),
                    Side::Is => new(&run.text),
                });
            }
            line
        }
        (Some(was), None) => gone(was),
        (None, Some(is)) => new(is),
        (None, None) => String::new(),
    }
}
