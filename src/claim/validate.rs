//! From claim files as written to a valid set of claims.

use std::collections::BTreeMap;

use super::{Claim, ClaimSet, Question, Ruling, ids, logic, raw};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Input, did_you_mean, quoted};
use crate::span::Span;
use crate::yaml::At;

/// A document of a claim file as written.
pub(super) struct Document {
    pub(super) input: Input,
    pub(super) question: raw::Question,
}

/// A claim on its way to being valid.
pub(super) struct Draft {
    pub(super) id: String,
    pub(super) written: raw::Claim,
    pub(super) input: Input,
    /// Where the claim stands.
    pub(super) span: Span,
    pub(super) question: usize,
}

/// A reference of one claim to another that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reference {
    pub(super) to: usize,
    /// Where it stands, in the file of the claim that refers.
    pub(super) span: Span,
}

/// The references of each claim.
#[derive(Debug, Default)]
pub(super) struct References {
    pub(super) implies: Vec<Vec<Reference>>,
    pub(super) contradicts: Vec<Vec<Reference>>,
}

/// The valid form of `documents`. It is only to be used where `problems` holds no error afterwards.
///
/// `whole` is whether all files could be read: what a reference names may stand in one that could not.
pub(super) fn validate(documents: Vec<Document>, whole: bool, problems: &mut Diagnostics) -> ClaimSet {
    repeated_questions(&documents, problems);
    let (mut questions, mut drafts) = drafts(documents);
    let ids = ids::assign(&mut drafts, problems);
    for (place, draft) in drafts.iter().enumerate() {
        if let Some(question) = questions.get_mut(draft.question) {
            question.claims.push(place);
        }
    }
    for question in &questions {
        super::wording::check(question, &drafts, problems);
    }
    let mut resolver = Resolver { drafts: &drafts, ids: &ids, whole, problems };
    let references = References {
        implies: resolver.resolve("implies", |claim| claim.implies.as_deref()),
        contradicts: resolver.resolve("contradicts", |claim| claim.contradicts.as_deref()),
    };
    logic::check(&questions, &drafts, &references, problems);
    let rulings = drafts.iter().map(|draft| super::rulings::check(draft, problems)).collect();
    drafts.iter().for_each(|draft| super::sentences::check(draft, problems));
    ClaimSet { claims: claims(drafts, &references, rulings), questions, ids, ..ClaimSet::default() }
}

fn drafts(documents: Vec<Document>) -> (Vec<Question>, Vec<Draft>) {
    let mut questions = Vec::new();
    let mut drafts = Vec::new();
    for Document { input, question } in documents {
        for item in question.claims {
            let (written, span) = match item {
                raw::Item::Text(claim) => {
                    let span = claim.span;
                    (raw::Claim { claim, ..raw::Claim::default() }, span)
                }
                raw::Item::Full(claim) => (claim.value, claim.span),
            };
            let question = questions.len();
            drafts.push(Draft { id: String::new(), written, input: input.clone(), span, question });
        }
        questions.push(Question {
            text: on_one_line(&question.question.value),
            about: question
                .about
                .unwrap_or_default()
                .into_iter()
                .map(|name| on_one_line(&name.value))
                .collect(),
            compatible: question.compatible.unwrap_or(false),
            claims: Vec::new(),
        });
    }
    (questions, drafts)
}

/// A text that YAML let run over several lines, on one.
pub(super) fn on_one_line(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join(" ")
}

/// Claims of one question in two documents would not be rivals.
fn repeated_questions(documents: &[Document], problems: &mut Diagnostics) {
    let mut first: BTreeMap<String, &Document> = BTreeMap::new();
    for document in documents {
        let key = super::wording::key(&document.question.question.value);
        if key.is_empty() {
            continue;
        }
        let earlier = *first.entry(key).or_insert(document);
        if std::ptr::eq(earlier, document) {
            continue;
        }
        let span = document.question.question.span;
        problems.push(
            Diagnostic::at(Code::RepeatedQuestion, &document.input, span, "this question is asked twice")
                .as_warning()
                .related(&earlier.input, earlier.question.question.span, "first asked here")
                .help("put all its claims under one, so that they are held against each other"),
        );
    }
}

/// Finds the claims that others refer to.
struct Resolver<'a> {
    drafts: &'a [Draft],
    ids: &'a BTreeMap<String, usize>,
    whole: bool,
    problems: &'a mut Diagnostics,
}

impl Resolver<'_> {
    fn resolve(
        &mut self,
        field: &str,
        written: impl Fn(&raw::Claim) -> Option<&[At<String>]>,
    ) -> Vec<Vec<Reference>> {
        let drafts = self.drafts;
        let of_draft = |(place, draft): (usize, &Draft)| {
            let mut found: BTreeMap<usize, Span> = BTreeMap::new();
            for reference in written(&draft.written).unwrap_or_default() {
                let Some(to) = self.find(field, place, draft, reference) else { continue };
                if let Some(first) = found.get(&to) {
                    let message = format!("`{}` is named twice", reference.value);
                    let problem = Diagnostic::at(Code::Repeated, &draft.input, reference.span, message);
                    let problem = problem.related(&draft.input, *first, "first named here");
                    self.problems.push(problem.as_warning().help("take one away"));
                    continue;
                }
                found.insert(to, reference.span);
            }
            found.into_iter().map(|(to, span)| Reference { to, span }).collect()
        };
        drafts.iter().enumerate().map(of_draft).collect()
    }

    fn find(&mut self, field: &str, place: usize, draft: &Draft, reference: &At<String>) -> Option<usize> {
        let Some(&to) = self.ids.get(&reference.value) else {
            if self.whole {
                let message = format!("there is no claim {}", quoted(&reference.value));
                let help = did_you_mean(&reference.value, self.ids.keys().map(String::as_str))
                    .unwrap_or_else(|| "give the claim that is meant this id: `id: …`".to_owned());
                let problem = Diagnostic::at(Code::UnknownClaim, &draft.input, reference.span, message);
                self.problems.push(problem.help(help));
            }
            return None;
        };
        if to == place {
            let message = format!("`{}` {} itself", draft.id, field);
            let problem = Diagnostic::at(Code::SelfReference, &draft.input, reference.span, message);
            self.problems.push(problem.help("name another claim, or take it away"));
            return None;
        }
        Some(to)
    }
}

fn claims(drafts: Vec<Draft>, references: &References, rulings: Vec<Vec<Ruling>>) -> Vec<Claim> {
    let targets = |references: Option<&Vec<Reference>>| -> Vec<usize> {
        references.into_iter().flatten().map(|reference| reference.to).collect()
    };
    let mut claims: Vec<_> = drafts
        .into_iter()
        .zip(rulings)
        .enumerate()
        .map(|(place, (draft, rulings))| Claim {
            text: on_one_line(&draft.written.claim.value),
            phrasings: super::wording::phrasings(&draft.written),
            question: draft.question,
            contradicts: targets(references.contradicts.get(place)),
            implies: targets(references.implies.get(place)),
            tests: super::sentences::of(&draft),
            note: draft.written.note.map(|note| note.value),
            rulings,
            input: draft.input,
            span: draft.span,
            id: draft.id,
        })
        .collect();
    both_ways(&mut claims);
    claims
}

/// To contradict is mutual, whichever of the two says so.
fn both_ways(claims: &mut [Claim]) {
    let pairs: Vec<_> = claims
        .iter()
        .enumerate()
        .flat_map(|(one, claim)| claim.contradicts.iter().map(move |&other| (other, one)))
        .collect();
    for (one, other) in pairs {
        if let Some(claim) = claims.get_mut(one)
            && let Err(at) = claim.contradicts.binary_search(&other)
        {
            claim.contradicts.insert(at, other);
        }
    }
}
