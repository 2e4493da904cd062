//! Claim files: as written, then valid.
//!
//! A file goes through three hands, which know nothing of one another's work: its tree becomes what the user
//! wrote (`read`, `raw`), that is checked as a whole (`validate` and what it calls), and the result has private
//! fields and no way back. A ruling that is added later goes into the file's text, beside all this (`edit`).

mod edit;
mod files;
mod ids;
mod logic;
mod raw;
mod read;
mod relations;
mod rulings;
mod sentences;
mod stance;
#[cfg(test)]
mod tests;
mod validate;
mod wording;

pub use edit::{Edited, Judged, NewRuling};
pub use raw::schema;
pub use relations::Relations;
pub use stance::Stance;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostics, Input};
use crate::span::Span;

/// All questions and claims of a case, valid: ids are unique, references resolve, implications agree.
#[derive(Debug, Clone, Default)]
pub struct ClaimSet {
    questions: Vec<Question>,
    claims: Vec<Claim>,
    ids: BTreeMap<String, usize>,
    warnings: Diagnostics,
    /// The folder that its files were found in; empty where they are none.
    folder: PathBuf,
}

/// What a group of claims answers, each differently.
#[derive(Debug, Clone)]
pub struct Question {
    text: String,
    about: Vec<String>,
    compatible: bool,
    claims: Vec<usize>,
}

/// One answer to a question, in one sentence.
#[derive(Debug, Clone)]
pub struct Claim {
    id: String,
    text: String,
    phrasings: Vec<String>,
    question: usize,
    contradicts: Vec<usize>,
    implies: Vec<usize>,
    note: Option<String>,
    rulings: Vec<Ruling>,
    tests: Vec<ClaimTest>,
    input: Input,
    span: Span,
}

/// A sentence with what it must say of its claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimTest {
    sentence: String,
    stance: Stance,
    line: usize,
}

/// A curator's own decision on a stance.
#[derive(Debug, Clone)]
pub struct Ruling {
    source: String,
    stance: Stance,
    because: String,
    by: Option<String>,
    on: Option<String>,
    quote: Option<String>,
    sha256: Option<String>,
    input: Input,
    span: Span,
}

impl ClaimSet {
    /// Every question, in the order of the files.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }
    /// Every claim, in the order of the files; claims refer to one another by index into this.
    #[must_use]
    pub fn claims(&self) -> &[Claim] {
        &self.claims
    }
    /// The place in [`ClaimSet::claims`] of the claim with this id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<usize> {
        self.ids.get(id).copied()
    }
    /// Where the claim stands: its file, relative to the folder of claim files, with `/` on every system, and the line,
    /// from 1.
    #[must_use]
    pub fn place_of(&self, claim: &Claim) -> (String, usize) {
        let (file, line) = claim.place();
        let file = file.strip_prefix(&self.folder).unwrap_or(file);
        let parts: Vec<_> = file.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        (parts.join("/"), line)
    }
    /// What is worth a look in the files and stops nothing.
    #[must_use]
    pub fn warnings(&self) -> &Diagnostics {
        &self.warnings
    }
}

impl Question {
    /// The question itself.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
    /// Names for whom or what it is about.
    #[must_use]
    pub fn about(&self) -> &[String] {
        &self.about
    }
    /// Whether its claims may all hold at once.
    #[must_use]
    pub fn compatible(&self) -> bool {
        self.compatible
    }
    /// Its claims, as indices into [`ClaimSet::claims`].
    #[must_use]
    pub fn claims(&self) -> &[usize] {
        &self.claims
    }
}

impl Claim {
    /// Its id, unique in the case.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }
    /// The claim's one sentence.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
    /// Other ways in which sources word it.
    #[must_use]
    pub fn phrasings(&self) -> &[String] {
        &self.phrasings
    }
    /// Its question, as an index into [`ClaimSet::questions`].
    #[must_use]
    pub fn question(&self) -> usize {
        self.question
    }
    /// Claims said not to hold together with it, on its side or theirs, as indices into [`ClaimSet::claims`] in
    /// ascending order. Its rivals are not among them unless named.
    #[must_use]
    pub fn contradicts(&self) -> &[usize] {
        &self.contradicts
    }
    /// Claims that hold where it holds, as indices into [`ClaimSet::claims`]; direct ones
    /// only, in ascending order.
    #[must_use]
    pub fn implies(&self) -> &[usize] {
        &self.implies
    }
    /// The curator's note.
    #[must_use]
    pub fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }
    /// The curator's own decisions.
    #[must_use]
    pub fn rulings(&self) -> &[Ruling] {
        &self.rulings
    }
    /// Sentences that it is tried with, in the order of the claim file.
    #[must_use]
    pub fn tests(&self) -> &[ClaimTest] {
        &self.tests
    }
    /// The claim file and line (from 1) it stands in.
    #[must_use]
    pub fn place(&self) -> (&Path, usize) {
        (self.input.path(), self.input.line_column(self.span.start).line)
    }
}

impl ClaimTest {
    /// What is held against the claim.
    #[must_use]
    pub fn sentence(&self) -> &str {
        &self.sentence
    }
    /// What it must say of it.
    #[must_use]
    pub fn stance(&self) -> Stance {
        self.stance
    }
    /// The line (from 1) of the claim file it stands in.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }
}

impl Ruling {
    /// The id of the source it judges.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }
    /// What the curator decided.
    #[must_use]
    pub fn stance(&self) -> Stance {
        self.stance
    }
    /// Why.
    #[must_use]
    pub fn because(&self) -> &str {
        &self.because
    }
    /// Who decided.
    #[must_use]
    pub fn by(&self) -> Option<&str> {
        self.by.as_deref()
    }
    /// When, as `YYYY-MM-DD`.
    #[must_use]
    pub fn on(&self) -> Option<&str> {
        self.on.as_deref()
    }
    /// The source's words that were judged, on one line.
    #[must_use]
    pub fn quote(&self) -> Option<&str> {
        self.quote.as_deref()
    }
    /// The source's SHA-256 when it was judged, as [`Metadata`](crate::source::Metadata) has it.
    #[must_use]
    pub fn sha256(&self) -> Option<&str> {
        self.sha256.as_deref()
    }
    /// The claim file and line (from 1) it stands in.
    #[must_use]
    pub fn place(&self) -> (&Path, usize) {
        (self.input.path(), self.input.line_column(self.span.start).line)
    }
}
