//! What stands where in the lists of a report.

use std::collections::BTreeMap;

use crate::report::Report;

/// The places of everything that has an id or a name.
#[derive(Debug)]
pub(super) struct Index<'a> {
    outlets: BTreeMap<&'a str, usize>,
    sources: BTreeMap<&'a str, usize>,
    claims: BTreeMap<&'a str, usize>,
    speakers: BTreeMap<&'a str, usize>,
    questions: BTreeMap<&'a str, usize>,
    question_of: BTreeMap<&'a str, usize>,
}

impl<'a> Index<'a> {
    pub(super) fn new(report: &'a Report) -> Self {
        let mut outlets: BTreeMap<&str, usize> =
            report.sources.iter().map(|source| (source.outlet.as_str(), 0)).collect();
        outlets.values_mut().enumerate().for_each(|(at, place)| *place = at);
        let questions = report.questions.iter().enumerate();
        Self {
            outlets,
            sources: numbered(report.sources.iter().map(|source| source.id.as_str())),
            claims: numbered(report.claims.iter().map(|claim| claim.id.as_str())),
            speakers: numbered(report.speakers.iter().map(|speaker| speaker.name.as_str())),
            questions: numbered(report.questions.iter().map(|question| question.question.as_str())),
            question_of: questions
                .flat_map(|(at, question)| question.claims.iter().map(move |id| (id.as_str(), at)))
                .collect(),
        }
    }

    /// The outlets' names, in order.
    pub(super) fn outlets(&self) -> Vec<&'a str> {
        self.outlets.keys().copied().collect()
    }

    pub(super) fn outlet(&self, name: &str) -> Option<usize> {
        self.outlets.get(name).copied()
    }

    pub(super) fn source(&self, id: &str) -> Option<usize> {
        self.sources.get(id).copied()
    }

    pub(super) fn claim(&self, id: &str) -> Option<usize> {
        self.claims.get(id).copied()
    }

    pub(super) fn claims(&self, ids: &[String]) -> Vec<usize> {
        ids.iter().filter_map(|id| self.claim(id)).collect()
    }

    pub(super) fn speaker(&self, name: &str) -> Option<usize> {
        self.speakers.get(name).copied()
    }

    pub(super) fn question(&self, text: &str) -> Option<usize> {
        self.questions.get(text).copied()
    }

    /// The question that the claim with this id answers.
    pub(super) fn question_of(&self, claim: &str) -> Option<usize> {
        self.question_of.get(claim).copied()
    }
}

fn numbered<'a>(names: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    names.enumerate().map(|(at, name)| (name, at)).collect()
}
