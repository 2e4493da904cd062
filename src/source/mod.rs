//! Sources: one published text of an outlet each.
//!
//! A source is a file of the folder (plain text, Markdown, HTML) or a line of a `.jsonl` file, which may be packed by
//! gzip or zstd. Its text is UTF-8;
//! where the file is plain text or Markdown in UTF-8, the text is the file byte for byte, and every offset is one
//! into the file. Front matter, a byte order mark and what `begins_at` and `ends_at` cut off stay in the text but
//! outside [`Source::article`].

mod archive;
mod batch;
mod binary;
mod block;
mod bounds;
mod captions;
mod date;
mod draft;
mod encoding;
mod fields;
mod folder;
mod format;
mod front_matter;
mod html;
mod ids;
mod item;
mod jsonl;
mod manifest;
mod page_cost;
mod refusal;
mod sources;
#[cfg(feature = "parquet")]
mod table;
#[cfg(test)]
mod tests;
mod unpack;
mod version;

pub use archive::{Archive, Kept};
pub use batch::{Admission, Batch, Batches, Read};
pub use manifest::{Entry, VersionEntry, schema};
pub use sources::{Sources, read_file};
pub use version::Version;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use crate::span::Span;

use refusal::Refusal;

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
    /// Whether its id is made from the number of its line: put another in before it, and that has its id.
    pub numbered: bool,
}

impl Source {
    /// A text of nobody's, known by `id` alone: all of it is the article.
    #[must_use]
    pub fn of_text(id: &str, text: &str) -> Self {
        let metadata = Metadata {
            id: id.to_owned(),
            outlet: id.to_owned(),
            title: None,
            published: None,
            url: None,
            file: String::new(),
            sha256: String::new(),
            note: None,
        };
        let article = Span::new(0, text.len());
        Self { metadata, published: None, article, text: text.to_owned(), numbered: false }
    }
}
