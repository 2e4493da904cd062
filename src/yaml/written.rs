//! YAML that a program wrote: read whole into a type, with the first thing that does not fit and its place.

use serde::de::DeserializeOwned;

use crate::diagnostic::{Code, Diagnostic, Input};
use crate::span::Span;

/// What a small file may hold in any case.
const LEAST: usize = 1024;

/// Reads the one document of `input` as a `T`; `help` says what to do with a file that is none.
///
/// # Errors
/// The problem, at its place.
pub(crate) fn from_input<T: DeserializeOwned>(input: &Input, help: &str) -> Result<T, Box<Diagnostic>> {
    if let Some(span) = unmerged(input.text()) {
        let problem =
            Diagnostic::at(Code::Unmerged, input, span, "two versions of this file were not merged");
        return Err(Box::new(problem.help("keep one side of each conflict and take the marks away")));
    }
    // A program writes as much as there is. What is read is no more than the file holds: without aliases it cannot
    // grow; and the ids of others, which may be `<<`, are plain keys.
    let most = input.text().len().saturating_mul(2).max(LEAST);
    let options = serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_events: most,
            max_nodes: most,
            max_total_scalar_bytes: most,
            max_reader_input_bytes: None,
            max_aliases: 0,
            max_anchors: 0,
        },
        merge_keys: serde_saphyr::options::MergeKeyPolicy::AsOrdinary,
        with_snippet: false,
    };
    serde_saphyr::from_str_with_options(input.text(), options).map_err(|error| {
        let at = error.location().and_then(|location| location.span().byte_offset());
        let at = at.map_or(input.text().len(), |at| usize::try_from(at).unwrap_or(usize::MAX));
        let at = input.text().floor_char_boundary(at);
        let length = input.text()[at..].chars().next().map_or(0, char::len_utf8);
        let said = error.without_snippet().to_string();
        // The place is told apart from the words.
        let said = said.split(" at line ").next().unwrap_or_default();
        let message = format!("this is not as it was written: {said}");
        Box::new(Diagnostic::at(Code::Syntax, input, Span::new(at, at + length), message).help(help))
    })
}

/// Where the first mark of a conflict stands that `git merge` left.
fn unmerged(text: &str) -> Option<Span> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ") {
            return Some(Span::new(at, at + line.trim_end().len()));
        }
        at += line.len();
    }
    None
}
