//! The same words twice within a question.

use std::collections::BTreeMap;

use super::Question;
use super::raw;
use super::validate::{Draft, on_one_line};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, quoted};
use crate::yaml::At;

/// What two texts share that only differ in case, white space and the marks at their end.
pub(super) fn key(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    words.join(" ").to_lowercase().trim_end_matches(['.', '!', '?', '…', ' ']).to_owned()
}

/// A claim's phrasings, those left out that say what the claim or an earlier one says.
pub(super) fn phrasings(claim: &raw::Claim) -> Vec<String> {
    let mut seen = vec![key(&claim.claim.value)];
    let mut phrasings = Vec::new();
    for phrasing in claim.phrasings.iter().flatten() {
        let key = key(&phrasing.value);
        if !seen.contains(&key) {
            seen.push(key);
            phrasings.push(on_one_line(&phrasing.value));
        }
    }
    phrasings
}

/// Reports what is worded twice in a question: two rivals that no source could tell apart are an error.
pub(super) fn check(question: &Question, drafts: &[Draft], problems: &mut Diagnostics) {
    let mut first: BTreeMap<String, (usize, &Draft, &At<String>)> = BTreeMap::new();
    for (place, draft) in question.claims.iter().filter_map(|&place| Some((place, drafts.get(place)?))) {
        let texts = std::iter::once(&draft.written.claim).chain(draft.written.phrasings.iter().flatten());
        for text in texts.filter(|text| !text.value.is_empty()) {
            let &mut (owner, earlier, words) = first.entry(key(&text.value)).or_insert((place, draft, text));
            if std::ptr::eq(words, text) {
                continue;
            }
            let problem = if owner == place {
                let message = format!("{} stands here twice", quoted(&text.value));
                Diagnostic::at(Code::Repeated, &draft.input, text.span, message)
                    .as_warning()
                    .help("take one away")
            } else {
                let message = format!("two claims of one question say {}", quoted(&text.value));
                Diagnostic::at(Code::DuplicateClaim, &draft.input, text.span, message)
                    .help("take one away, or word them differently")
            };
            problems.push(problem.related(&earlier.input, words.span, "first written here"));
        }
    }
}
