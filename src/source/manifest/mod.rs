//! `sources.yaml`: what is known of the sources beside their texts.

mod file;
mod raw;
#[cfg(test)]
mod tests;
mod versions;

pub use raw::schema;
pub use versions::VersionEntry;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use file::{Found, locate};
use raw::{MANIFEST, SOURCE};

use crate::Result;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Input, quoted};
use crate::span::Span;
use crate::yaml::{At, Node, Reader, parse, partial_date, read_input};

/// The names a manifest may have, the usual one first.
const NAMES: [&str; 2] = ["sources.yaml", "sources.yml"];

/// A valid `sources.yaml`.
#[derive(Debug)]
pub(super) struct Manifest {
    /// The file itself: what its entries ask for and the sources do not hold is reported in it.
    pub(super) input: Input,
    /// Its entries, in its order.
    pub(super) entries: Vec<Entry>,
}

/// An entry of `sources.yaml`, valid: its file exists inside the folder, and no other entry has it or its id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its id, if the entry gives one.
    pub id: Option<String>,
    /// Its file, relative to the folder, with `/` on every system.
    pub file: String,
    /// Where `file` stands in `sources.yaml`.
    pub file_at: Span,
    /// Who published it.
    pub outlet: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// The day it was published: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    pub published: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// The article's first words, where something precedes it; with their place in `sources.yaml`.
    pub begins_at: Option<(String, Span)>,
    /// The first words of what no longer belongs to it; with their place in `sources.yaml`.
    pub ends_at: Option<(String, Span)>,
    /// The curator's note.
    pub note: Option<String>,
    /// Its earlier texts, oldest first.
    pub versions: Vec<VersionEntry>,
}

/// The manifest of a folder of sources, if it has one.
///
/// # Errors
/// [`Error::Input`](crate::Error::Input) with every problem of the manifest.
pub(super) fn load(folder: &Path) -> Result<Option<Manifest>> {
    let present: Vec<PathBuf> = NAMES
        .iter()
        .map(|name| folder.join(name))
        // A link that leads nowhere is a manifest that cannot be read, not one that is not there.
        .filter(|path| fs::symlink_metadata(path).is_ok())
        .collect();
    let Some(path) = present.first() else { return Ok(None) };
    let mut problems = Diagnostics::new();
    if let Some(second) = present.get(1) {
        let message = format!("there is a `{}` already", NAMES[0]);
        let problem = Diagnostic::of_file(Code::DuplicateFile, second, message);
        problems.push(problem.help("keep one of the two files"));
    }
    let input = match read_input(path) {
        Ok(input) => input,
        Err(problem) => {
            problems.push(*problem);
            return problems.or(None).map(|(none, _)| none);
        }
    };
    let entries = read(folder, &input, &mut problems);
    let (entries, _) = problems.or(entries)?;
    Ok(Some(Manifest { input, entries }))
}

fn read(folder: &Path, input: &Input, problems: &mut Diagnostics) -> Vec<Entry> {
    let documents = parse(input, problems);
    let mut reader = Reader { input, problems };
    if let Some(second) = documents.nodes.get(1) {
        let message = "a second document in `sources.yaml`";
        reader.report(Code::WrongType, second.span, message, "put all entries below one `sources:`");
    }
    let Some(node) = documents.nodes.first() else { return Vec::new() };
    let Some(fields) = reader.fields(node, &MANIFEST) else { return Vec::new() };
    let help = "list the sources below `sources:`, each with its `file:`";
    let items = reader.required_list(&fields, "sources", help).map_or(&[][..], |(_, items)| items);
    let mut unique = Unique::default();
    items.iter().filter_map(|node| entry(&mut reader, folder, node, &mut unique)).collect()
}

/// What entries have been seen so far, and where.
#[derive(Default)]
struct Unique {
    ids: BTreeMap<String, Span>,
    files: BTreeMap<PathBuf, Span>,
}

fn entry(reader: &mut Reader<'_>, folder: &Path, node: &Node, unique: &mut Unique) -> Option<Entry> {
    let fields = reader.fields(node, &SOURCE)?;
    let id = reader.id(&fields, "id");
    if let Some(id) = &id {
        let message = format!("the id {} is given twice", quoted(&id.value));
        once(reader, &mut unique.ids, id.value.clone(), id.span, Code::DuplicateId, message);
    }
    let file = reader.required_text(&fields, "file", "name the file: `file: article.txt`");
    let found = found(reader, folder, &file, &mut unique.files, |file| {
        format!("there are two entries for the file {}", quoted(file))
    });
    let versions = versions::read(reader, folder, &fields, &mut unique.files);
    let mut text = |name| reader.text(&fields, name);
    let value = |at: Option<At<String>>| at.map(|at| at.value);
    let (outlet, title, url) = (value(text("outlet")), value(text("title")), value(text("url")));
    let note = value(text("note"));
    let placed = |at: At<String>| (at.value, at.span);
    let (begins_at, ends_at) = (text("begins_at").map(placed), text("ends_at").map(placed));
    let published = text("published").and_then(|written| published(reader, &written));
    let Found { file, .. } = found?;
    let file_at = fields.place("file").unwrap_or(fields.span);
    let id = value(id);
    Some(Entry { id, file, file_at, outlet, title, published, url, begins_at, ends_at, note, versions })
}

/// The file that `file` names; `twice` says what is wrong where it has been named before.
fn found(
    reader: &mut Reader<'_>,
    folder: &Path,
    file: &At<String>,
    seen: &mut BTreeMap<PathBuf, Span>,
    twice: impl FnOnce(&str) -> String,
) -> Option<Found> {
    if file.value.is_empty() {
        return None;
    }
    match locate(folder, &file.value) {
        Ok(found) => {
            let message = twice(&found.file);
            once(reader, seen, found.target.clone(), file.span, Code::DuplicateFile, message);
            Some(found)
        }
        Err(wrong) => {
            reader.report(wrong.code, file.span, wrong.message, wrong.help);
            None
        }
    }
}

/// Reports a key that has been seen before.
fn once<K: Ord>(
    reader: &mut Reader<'_>,
    seen: &mut BTreeMap<K, Span>,
    key: K,
    span: Span,
    code: Code,
    message: String,
) {
    let first = *seen.entry(key).or_insert(span);
    if first != span {
        let problem = Diagnostic::at(code, reader.input, span, message);
        reader
            .problems
            .push(problem.related(reader.input, first, "first given here").help("keep one of the two"));
    }
}

fn published(reader: &mut Reader<'_>, written: &At<String>) -> Option<String> {
    let date = partial_date(&written.value);
    if date.is_none() {
        let message = format!("{} is not a date", quoted(&written.value));
        let help = "write `2025-02-12`, or `2025-02` or `2025` where no more is known";
        reader.report(Code::BadDate, written.span, message, help);
    }
    date
}

/// Whether this is the name of a manifest.
pub(super) fn is_manifest(name: &OsStr) -> bool {
    NAMES.iter().any(|manifest| name == *manifest)
}
