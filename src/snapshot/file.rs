//! A snapshot's file.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Input, quoted};
use crate::span::Span;
use crate::yaml;

use super::{FORMAT, Snapshot};

const HEAD: &str = "\
# What crosscheck found, kept by `crosscheck snapshot`. `crosscheck snapshot --check` says what is different today and
# why; `crosscheck snapshot --review` goes through it. Not meant to be edited by hand.
";

const HELP: &str = "take the file back from your version control, or delete it and run `crosscheck snapshot`";

/// Reads a snapshot from the text of its file.
///
/// # Errors
/// The problem, at its place: a file that was edited, not merged, or is another version's.
pub fn read(input: &Input) -> Result<Snapshot, Box<Diagnostic>> {
    match format_of(input.text()) {
        None => {
            let problem = Diagnostic::of_file(Code::UnknownFormat, input.path(), "this is no snapshot");
            return Err(Box::new(
                problem.help("`--file` names the file of a snapshot; without it, it lies beside the claims"),
            ));
        }
        Some((format, span)) if format != FORMAT => {
            let message = format!("this is `{format}`, and this version of crosscheck reads `{FORMAT}`");
            let problem = Diagnostic::at(Code::UnknownFormat, input, span, message);
            return Err(Box::new(
                problem.help("use the version of crosscheck that wrote it, or write a new one"),
            ));
        }
        Some(_) => {}
    }
    let mut snapshot: Snapshot = yaml::from_input(input, HELP)?;
    // A merge may have put lines in another order.
    snapshot.claims.iter_mut().for_each(|claim| claim.evidence.sort());
    match inconsistent(&snapshot) {
        Some(what) => Err(Box::new(Diagnostic::of_file(Code::DuplicateId, input.path(), what).help(HELP))),
        None => Ok(snapshot),
    }
}

/// What does not fit together, as after a merge that kept both sides.
fn inconsistent(snapshot: &Snapshot) -> Option<String> {
    let mut sources = BTreeSet::new();
    if let Some(twice) = snapshot.sources.iter().find(|source| !sources.insert(source.id.as_str())) {
        return Some(format!("the source {} is in it twice", quoted(&twice.id)));
    }
    let mut claims = BTreeSet::new();
    if let Some(twice) = snapshot.claims.iter().find(|claim| !claims.insert(claim.id.as_str())) {
        return Some(format!("the claim {} is in it twice", quoted(&twice.id)));
    }
    snapshot.claims.iter().find_map(|claim| {
        let evidence = claim.evidence.iter().map(|one| &one.source);
        let named = claim.stances.keys().chain(evidence).chain(claim.rulings.iter().map(|one| &one.source));
        let unknown = named.into_iter().find(|source| !sources.contains(source.as_str()))?;
        Some(format!("{} has a finding of {}, which is no source of it", quoted(&claim.id), quoted(unknown)))
    })
}

/// The form that the file says it has, and where.
fn format_of(text: &str) -> Option<(&str, Span)> {
    let at = if text.starts_with("format: ") { 0 } else { text.find("\nformat: ")? + 1 };
    let value = at + "format: ".len();
    let line = text[value..].lines().next()?.trim_end();
    Some((line, Span::new(value, value + line.len())))
}

/// The file of `snapshot`.
#[must_use]
pub fn write(snapshot: &Snapshot) -> String {
    // Texts, numbers and lists of them: nothing that YAML cannot hold.
    let body = serde_yaml::to_string(snapshot).unwrap_or_default();
    format!("{HEAD}{body}")
}
