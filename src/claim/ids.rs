//! The ids of claims: those given, and those made.

use std::collections::BTreeMap;

use super::validate::Draft;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::yaml::slug;

/// Longest id made from a claim, in characters; a number may follow.
const LONGEST_MADE: usize = 40;

/// Gives every draft its id. The result leads from ids to places among `drafts`.
///
/// A made id is the claim in kebab-case, with `-2`, `-3` and so on where that is taken: by a given id anywhere in
/// the case, or by an earlier claim.
pub(super) fn assign(drafts: &mut [Draft], problems: &mut Diagnostics) -> BTreeMap<String, usize> {
    let mut ids = given(drafts, problems);
    let mut next: BTreeMap<String, usize> = BTreeMap::new();
    for (place, draft) in drafts.iter_mut().enumerate() {
        if let Some(id) = &draft.written.id {
            draft.id.clone_from(&id.value);
            continue;
        }
        let mut base = slug(&draft.written.claim.value, LONGEST_MADE);
        if base.is_empty() {
            base.push_str("claim");
        }
        // Remembered, so that thousands of claims with one beginning do not try all numbers each.
        let number = next.entry(base.clone()).or_insert(1);
        while ids.contains_key(&numbered(&base, *number)) {
            *number += 1;
        }
        draft.id = numbered(&base, *number);
        ids.insert(draft.id.clone(), place);
    }
    ids
}

fn numbered(base: &str, number: usize) -> String {
    if number == 1 { base.to_owned() } else { format!("{base}-{number}") }
}

fn given(drafts: &[Draft], problems: &mut Diagnostics) -> BTreeMap<String, usize> {
    let mut ids: BTreeMap<String, usize> = BTreeMap::new();
    for (place, draft) in drafts.iter().enumerate() {
        let Some(id) = &draft.written.id else { continue };
        let first = *ids.entry(id.value.clone()).or_insert(place);
        if first == place {
            continue;
        }
        let message = format!("the id `{}` is given twice", id.value);
        let mut problem = Diagnostic::at(Code::DuplicateId, &draft.input, id.span, message)
            .help("give one of the two claims another id");
        if let Some(first) = drafts.get(first) {
            let span = first.written.id.as_ref().map_or(first.span, |id| id.span);
            problem = problem.related(&first.input, span, "first given here");
        }
        problems.push(problem);
    }
    ids
}
