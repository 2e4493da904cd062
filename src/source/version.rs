//! Earlier texts of a source, and today's beside them.

use std::path::Path;

use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostic, Input};
use crate::hash::sha256;
use crate::span::Span;

use super::draft;
use super::folder::Found;
use super::format::Format;
use super::{Entry, Source, VersionEntry};

/// A text that a source had at some time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// What people call it: "0001", "sky-monday.txt".
    pub name: String,
    /// The file it was read from.
    pub from: String,
    /// The day on which it was read, if known: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    pub seen: Option<String>,
    /// SHA-256 of the article's text, in lower-case hexadecimal.
    pub sha256: String,
    /// Its text as UTF-8, whole; lines count in it.
    pub text: String,
    /// The part of `text` that is the article.
    pub article: Span,
}

impl Version {
    /// The article's words.
    #[must_use]
    pub fn article(&self) -> &str {
        self.text.get(self.article.start..self.article.end).unwrap_or_default()
    }
}

impl Source {
    /// The article's words, which an archive keeps.
    #[must_use]
    pub fn article_text(&self) -> &str {
        self.text.get(self.article.start..self.article.end).unwrap_or_default()
    }

    /// The SHA-256 of the article's words, in lower-case hexadecimal.
    #[must_use]
    pub fn article_sha256(&self) -> String {
        sha256(self.article_text().as_bytes())
    }

    /// Its text as the newest of its versions.
    #[must_use]
    pub fn into_version(self) -> Version {
        let sha256 = self.article_sha256();
        let (text, article) = (self.text, self.article);
        Version {
            name: self.metadata.file.clone(),
            from: self.metadata.file,
            seen: None,
            sha256,
            text,
            article,
        }
    }
}

/// What is wrong with the versions that `entries` name.
pub(super) fn problems(folder: &Path, manifest: Option<&Input>, entries: &[Entry]) -> Vec<Diagnostic> {
    let of_entry = |entry: &Entry| {
        let many = Format::of_name(&entry.file).is_some_and(Format::is_many);
        let mut problems = match (manifest, entry.versions.first()) {
            (Some(manifest), Some(first)) if many => {
                let message = "the source's own file holds a source a line, and no line has versions";
                let problem = Diagnostic::at(Code::WrongType, manifest, first.file_at, message);
                vec![problem.help("take `versions` away; `crosscheck archive` keeps the texts of lines, too")]
            }
            _ => Vec::new(),
        };
        let read = |version| draft::read_version(&found(folder, version), entry).err().unwrap_or_default();
        problems.extend(entry.versions.iter().flat_map(read));
        problems
    };
    entries.par_iter().flat_map_iter(of_entry).collect()
}

/// The versions that `entry` names, in its order.
pub(super) fn read_all(folder: &Path, entry: &Entry) -> Result<Vec<Version>, Vec<Diagnostic>> {
    let mut problems = Vec::new();
    let mut versions = Vec::new();
    for named in &entry.versions {
        match draft::read_version(&found(folder, named), entry) {
            Ok((text, article)) => {
                let sha256 = sha256(text.get(article.start..article.end).unwrap_or_default().as_bytes());
                let (name, seen) = (named.file.clone(), named.seen.clone());
                versions.push(Version { from: name.clone(), name, seen, sha256, text, article });
            }
            Err(found) => problems.extend(found),
        }
    }
    if problems.is_empty() { Ok(versions) } else { Err(problems) }
}

fn found(folder: &Path, version: &VersionEntry) -> Found {
    Found { file: version.file.clone(), path: folder.join(&version.file) }
}
