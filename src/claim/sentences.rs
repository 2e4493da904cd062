//! The sentences that claims are tried with.

use std::collections::BTreeMap;

use super::validate::{Draft, on_one_line};
use super::wording::key;
use super::{ClaimTest, Stance, raw};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, quoted};
use crate::yaml::At;

/// Every sentence with what it must say, stance by stance.
fn written(tests: &raw::Tests) -> impl Iterator<Item = (Stance, &At<String>)> {
    [
        (Stance::Supports, &tests.supports),
        (Stance::Contradicts, &tests.contradicts),
        (Stance::Mixed, &tests.mixed),
        (Stance::Unclear, &tests.unclear),
        (Stance::Silent, &tests.silent),
    ]
    .into_iter()
    .flat_map(|(stance, sentences)| sentences.iter().flatten().map(move |sentence| (stance, sentence)))
}

/// The tests of a claim, in the order of its file.
pub(super) fn of(draft: &Draft) -> Vec<ClaimTest> {
    let mut tests: Vec<_> = draft.written.tests.iter().flat_map(written).collect();
    tests.sort_by_key(|(_, sentence)| sentence.span);
    tests
        .into_iter()
        .map(|(stance, sentence)| ClaimTest {
            sentence: on_one_line(&sentence.value),
            stance,
            line: draft.input.line_column(sentence.span.start).line,
        })
        .collect()
}

/// Reports sentences that a claim is tried with twice: one that must say two things can never pass.
pub(super) fn check(draft: &Draft, problems: &mut Diagnostics) {
    let mut first: BTreeMap<String, (Stance, &At<String>)> = BTreeMap::new();
    for (stance, sentence) in draft.written.tests.iter().flat_map(written) {
        let (earlier, place) = *first.entry(key(&sentence.value)).or_insert((stance, sentence));
        if std::ptr::eq(place, sentence) {
            continue;
        }
        let problem = if earlier == stance {
            let message = format!("{} stands here twice", quoted(&sentence.value));
            Diagnostic::at(Code::Repeated, &draft.input, sentence.span, message).as_warning()
        } else {
            let message = format!("one sentence cannot be both `{}` and `{}`", earlier.name(), stance.name());
            Diagnostic::at(Code::ConflictingTests, &draft.input, sentence.span, message)
        };
        problems.push(problem.help("take one away").related(&draft.input, place.span, "first written here"));
    }
}
