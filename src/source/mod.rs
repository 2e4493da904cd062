//! Sources: one published text of an outlet each.

mod manifest;

pub use manifest::{Entry, schema};

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use std::path::Path;

use crate::Result;
use crate::span::Span;

/// What is known of a source beside its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Metadata {
    /// Its id, unique in the case.
    pub id: String,
    /// Who published it.
    pub outlet: String,
    /// Its headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The day it was published, as `YYYY-MM-DD`; partial dates (`2025-02`, `2025`) are kept as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// Where it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The file it was read from, relative to the folder of sources, with `/` on every system.
    pub file: String,
    /// SHA-256 of the file's bytes (of the line's text, for a `.jsonl` line), in lower-case hexadecimal.
    pub sha256: String,
    /// The curator's note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// One published text with what is known of it.
#[derive(Debug, Clone)]
pub struct Source {
    /// What is known of it.
    pub metadata: Metadata,
    /// The day it was published, where the whole day is known: "Friday" is resolved against it.
    pub published: Option<NaiveDate>,
    /// Its text as UTF-8, whole; offsets count in it.
    pub text: String,
    /// The part of `text` that is the article (`begins_at` to `ends_at`).
    pub article: Span,
}

/// The sources of a case: a folder, or one `.jsonl` file.
#[derive(Debug)]
pub struct Sources {}

impl Sources {
    /// Finds the sources in `path`, a folder or a `.jsonl` file, and checks `sources.yaml`; texts are read later.
    ///
    /// # Errors
    /// [`Error::Input`](crate::Error::Input) with every problem of the manifest and of every file in it.
    pub fn open(_path: &Path) -> Result<Self> {
        Ok(Self {})
    }

    /// Reads the sources one by one, in order of their files' names; the lines of a `.jsonl` file in their order.
    pub fn read(&self) -> impl Iterator<Item = Result<Source>> + '_ {
        std::iter::empty()
    }
}

/// Reads one file as a source, without a manifest.
///
/// # Errors
/// [`Error::Io`](crate::Error::Io) where it cannot be read, [`Error::Input`](crate::Error::Input) where it is no text.
pub fn read_file(_path: &Path) -> Result<Source> {
    Err(crate::Error::Usage("not yet".into()))
}
