//! Rulings: checked against one another when claims are read, against the sources when these are known.

use std::collections::{BTreeMap, BTreeSet};

use super::validate::{Draft, on_one_line};
use super::{ClaimSet, Ruling};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, did_you_mean, quoted};

/// The rulings of a claim. A second one on a source is an error if it decides otherwise, and a warning if not.
pub(super) fn check(draft: &Draft, problems: &mut Diagnostics) -> Vec<Ruling> {
    let mut rulings: BTreeMap<&str, Ruling> = BTreeMap::new();
    let mut order = Vec::new();
    for written in draft.written.rulings.iter().flatten() {
        let (source, Some(stance)) = (&written.value.source, &written.value.stance) else { continue };
        if source.value.is_empty() {
            continue;
        }
        if let Some(first) = rulings.get(source.value.as_str()) {
            let on = format!("`{}` on {}", draft.id, quoted(&source.value));
            let problem = if first.stance == stance.value {
                let message = format!("there are two rulings of {on}");
                Diagnostic::at(Code::Repeated, &draft.input, source.span, message).as_warning()
            } else {
                let message = format!("two rulings of {on} decide differently");
                Diagnostic::at(Code::ConflictingRulings, &draft.input, source.span, message)
            };
            problems.push(problem.help("keep one of the two").related(
                &draft.input,
                first.span,
                "first ruled here",
            ));
            continue;
        }
        let text = |at: &Option<crate::yaml::At<String>>| at.as_ref().map(|at| at.value.clone());
        order.push(source.value.as_str());
        let ruling = Ruling {
            source: source.value.clone(),
            stance: stance.value,
            because: written.value.because.value.clone(),
            by: text(&written.value.by),
            on: text(&written.value.on),
            quote: text(&written.value.quote).map(|quote| on_one_line(&quote)),
            sha256: text(&written.value.sha256),
            input: draft.input.clone(),
            span: source.span,
        };
        rulings.insert(&source.value, ruling);
    }
    order.iter().filter_map(|source| rulings.remove(source)).collect()
}

impl ClaimSet {
    /// What is wrong with the rulings, given the ids of all sources: one for each that names none of them.
    #[must_use]
    pub fn check_sources<'a>(&self, known: impl IntoIterator<Item = &'a str>) -> Diagnostics {
        let known: BTreeSet<&str> = known.into_iter().collect();
        let rulings = self.claims.iter().flat_map(|claim| &claim.rulings);
        let mut problems = Diagnostics::new();
        for ruling in rulings.filter(|ruling| !known.contains(ruling.source.as_str())) {
            let message = format!("there is no source {}", quoted(&ruling.source));
            let help = did_you_mean(&ruling.source, known.iter().copied())
                .unwrap_or_else(|| "name a source by its id in `sources.yaml`".to_owned());
            let problem = Diagnostic::at(Code::UnknownSource, &ruling.input, ruling.span, message);
            problems.push(problem.help(help));
        }
        problems
    }
}
