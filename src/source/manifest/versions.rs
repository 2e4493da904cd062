//! `versions:` of an entry of `sources.yaml`: the source's earlier texts.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::raw::VERSION;
use super::{Found, found, published};
use crate::diagnostic::{Code, Diagnostic, quoted};
use crate::span::Span;
use crate::yaml::{At, Fields, Kind, Node, Reader};

const WRITE_FILE: &str = "name the file of the earlier text: `file: article-monday.txt`";

/// An earlier text of a source, valid: its file exists inside the folder, and nothing else has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionEntry {
    /// Its file, relative to the folder, with `/` on every system.
    pub file: String,
    /// Where `file` stands in `sources.yaml`.
    pub file_at: Span,
    /// The day on which it was read: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    pub seen: Option<String>,
}

/// The versions of an entry, in its order; those that do not fit are reported and left out.
pub(super) fn read(
    reader: &mut Reader<'_>,
    folder: &Path,
    fields: &Fields<'_>,
    files: &mut BTreeMap<PathBuf, Span>,
) -> Vec<VersionEntry> {
    let mut last = None;
    let nodes = reader.list(fields, "versions").unwrap_or_default();
    let versions = nodes.iter().filter_map(|node| {
        let (file, seen) = written(reader, node)?;
        let found =
            found(reader, folder, &file, files, |file| format!("the file {} is named twice", quoted(file)));
        let seen = seen.and_then(|seen| in_order(reader, &seen, &mut last));
        let Found { file: name, .. } = found?;
        Some(VersionEntry { file: name, file_at: file.span, seen })
    });
    versions.collect()
}

/// The file and the day of one version, as written.
fn written(reader: &mut Reader<'_>, node: &Node) -> Option<(At<String>, Option<At<String>>)> {
    match node.kind {
        Kind::Scalar { .. } => Some((reader.text_of(node, "versions", node.span)?, None)),
        Kind::Map(_) => {
            let fields = reader.fields(node, &VERSION)?;
            let file = reader.required_text(&fields, "file", WRITE_FILE);
            Some((file, reader.text(&fields, "seen")))
        }
        Kind::List(_) => {
            let help = "write a version as the name of its file, or as a map with `file:` and `seen:`";
            reader.wrong_type(node.span, "a version is expected here", node, help.to_owned());
            None
        }
    }
}

/// The day `seen`, which must not lie before the day of the version above.
fn in_order(reader: &mut Reader<'_>, seen: &At<String>, last: &mut Option<At<String>>) -> Option<String> {
    let day = published(reader, seen)?;
    let seen = At { value: day.clone(), span: seen.span };
    if let Some(before) = last.as_ref().filter(|before| is_before(&day, &before.value)) {
        let message =
            format!("this version was seen on {day}, before the one above it, seen on {}", before.value);
        let problem = Diagnostic::at(Code::BadDate, reader.input, seen.span, message);
        let problem = problem.related(reader.input, before.span, "the one above");
        reader.problems.push(problem.help("list the versions oldest first"));
    }
    *last = Some(seen);
    Some(day)
}

/// Whether a date surely lies before another: "2025-02" is neither before nor after "2025-02-12".
fn is_before(one: &str, other: &str) -> bool {
    let known = one.len().min(other.len());
    one.get(..known) < other.get(..known)
}
