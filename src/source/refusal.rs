//! Why a file or a line cannot be a source, before it is known by which path the user knows it.

use std::path::Path;

use crate::diagnostic::{Code, Diagnostic, Input};
use crate::span::Span;

/// Why something cannot be a source, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refusal {
    pub(super) code: Code,
    pub(super) message: String,
    pub(super) help: String,
}

impl Refusal {
    pub(super) fn new(code: Code, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { code, message: message.into(), help: help.into() }
    }

    pub(super) fn not_text(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::new(Code::NotText, message, help)
    }

    /// Of the file as a whole.
    pub(super) fn of_file(self, file: &Path) -> Diagnostic {
        Diagnostic::of_file(self.code, file, self.message).help(self.help)
    }

    /// Of one place in it.
    pub(super) fn at(self, input: &Input, span: Span) -> Diagnostic {
        Diagnostic::at(self.code, input, span, self.message).help(self.help)
    }
}
