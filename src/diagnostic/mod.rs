//! What is wrong in the user's files, and where.
//!
//! Problems are collected, not stopped at: a user mends a whole case at once. Each names its file and, where
//! there is one, its place, and says what to do.

mod code;
mod input;
mod render;
mod wording;

pub use code::Code;
pub use input::{Input, LineColumn};
pub(crate) use wording::is_slip;
pub use wording::{did_you_mean, list, nearest, quoted};

use std::cmp::Ordering;
use std::collections::{BTreeSet, btree_set};
use std::fmt;
use std::path::{Path, PathBuf};

use crate::span::Span;

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is checked before it is mended.
    Error,
    /// It is worth a look, and stops nothing.
    Warning,
}

/// A place in a file of the user's.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    input: Input,
    span: Span,
}

/// Which file, or where in it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Subject {
    File(PathBuf),
    Place(Place),
}

/// One problem in a file of the user's.
///
/// Ordered by file and place, errors before warnings at one place.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    severity: Severity,
    code: Code,
    subject: Subject,
    message: String,
    help: Option<String>,
    /// Another place that belongs to it, with what is there: "first given here".
    related: Option<Box<(Place, String)>>,
}

impl Diagnostic {
    /// An error in a file or folder as a whole.
    #[must_use]
    pub fn of_file(code: Code, file: impl Into<PathBuf>, message: impl Into<String>) -> Self {
        Self::new(code, Subject::File(file.into()), message.into())
    }

    /// An error at a place.
    #[must_use]
    pub fn at(code: Code, input: &Input, span: Span, message: impl Into<String>) -> Self {
        Self::new(code, Subject::Place(Place { input: input.clone(), span }), message.into())
    }

    fn new(code: Code, subject: Subject, message: String) -> Self {
        Self { severity: Severity::Error, code, subject, message, help: None, related: None }
    }

    /// The same as a warning.
    #[must_use]
    pub fn as_warning(mut self) -> Self {
        self.severity = Severity::Warning;
        self
    }

    /// With what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// With another place that belongs to it, and a few words that say how.
    #[must_use]
    pub fn related(mut self, input: &Input, span: Span, label: impl Into<String>) -> Self {
        self.related = Some(Box::new((Place { input: input.clone(), span }, label.into())));
        self
    }

    /// How bad it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// What kind of problem it is.
    #[must_use]
    pub fn code(&self) -> Code {
        self.code
    }

    /// The file it is in.
    #[must_use]
    pub fn file(&self) -> &Path {
        match &self.subject {
            Subject::File(file) => file,
            Subject::Place(place) => place.input.path(),
        }
    }

    /// Where in the file, if a place can be named.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        match &self.subject {
            Subject::File(_) => None,
            Subject::Place(place) => Some(place.span),
        }
    }

    /// Line and column, if a place can be named.
    #[must_use]
    pub fn line_column(&self) -> Option<LineColumn> {
        match &self.subject {
            Subject::File(_) => None,
            Subject::Place(place) => Some(place.input.line_column(place.span.start)),
        }
    }

    /// The place it is at and the one that belongs to it.
    fn places(&self) -> impl Iterator<Item = &Place> {
        let main = match &self.subject {
            Subject::File(_) => None,
            Subject::Place(place) => Some(place),
        };
        main.into_iter().chain(self.related.as_deref().map(|(place, _)| place))
    }

    /// As text for people, with its line and the spot underlined.
    #[must_use]
    pub fn render(&self, colour: bool) -> String {
        render::render_one(self, colour)
    }

    /// What is wrong.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What to do about it.
    #[must_use]
    pub fn help_text(&self) -> Option<&str> {
        self.help.as_deref()
    }
}

impl Ord for Diagnostic {
    fn cmp(&self, other: &Self) -> Ordering {
        let preceding = |d: &Self| match &d.subject {
            Subject::File(_) => None,
            Subject::Place(place) => Some(place.input.preceding()),
        };
        let key = |d: &Self| (preceding(d), d.span(), d.severity, d.code);
        self.file()
            .cmp(other.file())
            .then_with(|| key(self).cmp(&key(other)))
            .then_with(|| self.message.cmp(&other.message))
            .then_with(|| self.help.cmp(&other.help))
    }
}

impl PartialOrd for Diagnostic {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Diagnostic {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Diagnostic {}

/// All problems found, in order of file and place, none twice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics(BTreeSet<Diagnostic>);

impl Diagnostics {
    /// None yet.
    #[must_use]
    pub const fn new() -> Self {
        Self(BTreeSet::new())
    }

    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.insert(diagnostic);
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether one of them is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|d| d.severity == Severity::Error)
    }

    /// Them all, in order.
    pub fn iter(&self) -> btree_set::Iter<'_, Diagnostic> {
        self.0.iter()
    }

    /// `value` with the warnings, or all of it as the error that it is.
    ///
    /// # Errors
    /// [`Error::Input`](crate::Error::Input) where one of them is an error.
    pub fn or<T>(self, value: T) -> crate::Result<(T, Self)> {
        if self.has_errors() { Err(crate::Error::Input(self)) } else { Ok((value, self)) }
    }

    /// As text for people, each with its line and the spot underlined. Many problems are cut after the first
    /// few dozen, and the rest counted.
    #[must_use]
    pub fn render(&self, colour: bool) -> String {
        render::render(&self.0, colour)
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, diagnostics: I) {
        self.0.extend(diagnostics);
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(diagnostic: Diagnostic) -> Self {
        Self(BTreeSet::from([diagnostic]))
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = btree_set::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = btree_set::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

/// Plain text, without colour.
impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(false))
    }
}
