//! A file among the sources: with one source, or with many.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Input};
use crate::{Error, Result};

use super::batch::{Batch, Raw};
use super::block::Blocks;
use super::draft::{self, Described, Draft};
use super::fields::Fields;
use super::folder::Found;
#[cfg(feature = "parquet")]
use super::folder::unreadable;
use super::format::{Format, Packing};
#[cfg(feature = "parquet")]
use super::table;
use super::{Entry, Source, unpack};

/// Texts read while checking are kept up to this many bytes together, so that a small case is read once; the
/// texts of a larger one are read again when their turn comes.
const KEPT: usize = 16 << 20;

/// A file with one source or many.
#[derive(Debug)]
pub(super) struct Item {
    found: Found,
    entry: Option<Box<Entry>>,
    /// The source's id; where the file has many, what their ids begin with.
    id: String,
    /// How many bytes the file has.
    size: u64,
    /// The source itself, where there was room to keep it.
    kept: Option<Box<Source>>,
    /// Why it cannot be read, if that is known.
    problems: Vec<Diagnostic>,
}

impl Item {
    /// The source's id; where the file has many, what their ids begin with.
    pub(super) fn id(&self) -> &str {
        &self.id
    }

    /// What `sources.yaml` says of it.
    pub(super) fn entry(&self) -> Option<&Entry> {
        self.entry.as_deref()
    }

    /// Which file it is.
    pub(super) fn found(&self) -> &Found {
        &self.found
    }

    /// The file, as the user knows it.
    pub(super) fn path(&self) -> &Path {
        &self.found.path
    }

    /// How many bytes the file has.
    pub(super) fn size(&self) -> u64 {
        self.size
    }

    /// Why it cannot be read, if that is known.
    pub(super) fn problems(&self) -> &[Diagnostic] {
        &self.problems
    }

    /// Has the file be one that cannot be read.
    pub(super) fn refuse(&mut self, problem: Diagnostic) {
        self.kept = None;
        self.problems.push(problem);
    }

    /// Whether the file has a source a line.
    pub(super) fn is_many(&self) -> bool {
        is_many(&self.found)
    }

    /// The sources, as they are fetched.
    pub(super) fn batches<'a>(
        &'a self,
        manifest: Option<&'a Input>,
    ) -> Box<dyn Iterator<Item = Batch<'a>> + 'a> {
        match Format::of_name(&self.found.file) {
            Some(Format::JsonLines(packing)) if self.problems.is_empty() => return self.blocks(packing),
            #[cfg(feature = "parquet")]
            Some(Format::Table) if self.problems.is_empty() => return self.rows(),
            _ => {}
        }
        Box::new(std::iter::once(Batch::new(Raw::File(self, manifest), self.size)))
    }

    #[cfg(feature = "parquet")]
    fn rows(&self) -> Box<dyn Iterator<Item = Batch<'_>> + '_> {
        let opened = File::open(&self.found.path).map_err(|error| unreadable(&self.found.path, &error));
        let rows = match opened.and_then(|file| table::open(&self.found.path, file)) {
            Ok(rows) => rows,
            Err(problem) => {
                return Box::new(std::iter::once(Batch::new(Raw::Problem(Box::new(problem)), self.size)));
            }
        };
        let mut before = 0;
        Box::new(rows.map(move |block| match block {
            Ok(block) => {
                // A progress bar needs no more.
                #[allow(
                    clippy::cast_precision_loss,
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss
                )]
                let at = (self.size as f64 * block.share) as u64;
                let passed = at.saturating_sub(std::mem::replace(&mut before, at));
                Batch::new(Raw::Rows(self, block), passed)
            }
            Err(error) => Batch::new(Raw::Problem(Box::new(table::broken(&self.found.path, &error))), 0),
        }))
    }

    fn blocks(&self, packing: Packing) -> Box<dyn Iterator<Item = Batch<'_>> + '_> {
        let problem =
            move |error: &io::Error| Raw::Problem(Box::new(unpack::broken(&self.found.path, packing, error)));
        let position = Arc::new(AtomicU64::new(0));
        let reader = match File::open(&self.found.path) {
            Ok(file) => unpack::unpacked(Counted { file, position: Arc::clone(&position) }, packing),
            Err(error) => return Box::new(std::iter::once(Batch::new(problem(&error), self.size))),
        };
        let mut before = 0;
        Box::new(Blocks::of(reader).map(move |block| {
            let at = position.load(Ordering::Relaxed);
            let passed = at - std::mem::replace(&mut before, at);
            match block {
                Ok(block) => Batch::new(Raw::Lines(self, block), passed),
                Err(error) => Batch::new(problem(&error), passed),
            }
        }))
    }

    /// The one source.
    pub(super) fn read_one(&self, manifest: Option<&Input>) -> Result<Source> {
        match &self.kept {
            _ if !self.problems.is_empty() => Err(all(self.problems.clone())),
            Some(source) => Ok(Source::clone(source)),
            None => draft::read(&self.found, described(manifest, self.entry()))
                .map(|draft| draft.into_source(self.id.clone()))
                .map_err(all),
        }
    }

    /// The source in line `number`, of which it has `draft`.
    pub(super) fn source_of(&self, mut draft: Draft, number: usize) -> Source {
        let own = draft.fields.id.take();
        let numbered = own.is_none();
        let id = own.unwrap_or_else(|| format!("{}-{number}", self.id));
        draft.fields = draft.fields.or(self.entry().map_or_else(Fields::default, Fields::from));
        Source { numbered, ..draft.into_source(id) }
    }
}

/// A file that says how much of it has been read.
struct Counted {
    file: File,
    position: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read(buffer)?;
        self.position.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}

/// What reading a file once has told.
#[derive(Default)]
pub(super) struct Surveyed {
    /// The id it was given, by its entry or by itself.
    pub(super) id: Option<String>,
    size: u64,
    kept: Option<Draft>,
    /// Why it cannot be read.
    problems: Vec<Diagnostic>,
}

impl Surveyed {
    /// The file, under `id`.
    pub(super) fn into_item(self, found: Found, entry: Option<Entry>, id: String) -> Item {
        let kept = self.kept.map(|draft| Box::new(draft.into_source(id.clone())));
        Item { found, entry: entry.map(Box::new), id, size: self.size, kept, problems: self.problems }
    }
}

/// Reads every file that holds one source.
pub(super) fn survey(files: &[(Found, Option<Entry>)], manifest: Option<&Input>) -> Vec<Surveyed> {
    let room = AtomicUsize::new(KEPT);
    let one = |(found, entry): &(Found, Option<Entry>)| look_at(found, entry.as_ref(), manifest, &room);
    files.par_iter().map(one).collect()
}

fn look_at(found: &Found, entry: Option<&Entry>, manifest: Option<&Input>, room: &AtomicUsize) -> Surveyed {
    let id = entry.and_then(|entry| entry.id.clone());
    let size = fs::metadata(&found.path).map_or(0, |metadata| metadata.len());
    if is_many(found) {
        let problems = if is_missing(found) { vec![no_tables(found)] } else { Vec::new() };
        return Surveyed { id, size, problems, kept: None };
    }
    match draft::read(found, described(manifest, entry)) {
        Ok(draft) => {
            let length = draft.text.len();
            let fits =
                room.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |room| room.checked_sub(length));
            let id = draft.fields.id.clone();
            Surveyed { id, size, problems: Vec::new(), kept: fits.is_ok().then_some(draft) }
        }
        Err(problems) => Surveyed { id, size, problems, kept: None },
    }
}

/// `begins_at` and `ends_at` in the entry of a file with many sources, which have no common beginning.
pub(super) fn bounds_of_many(manifest: Option<&Input>, entry: Option<&Entry>) -> Vec<Diagnostic> {
    let Some(Described { manifest, entry }) = described(manifest, entry) else { return Vec::new() };
    let problem = |(_, span): &(String, crate::span::Span)| {
        let message = "this file holds a source a line, each with its own text";
        Diagnostic::at(Code::WordsNotFound, manifest, *span, message)
            .help("write `begins_at` and `ends_at` into the lines themselves")
    };
    [&entry.begins_at, &entry.ends_at].into_iter().flatten().map(problem).collect()
}

/// Whether the file is a table, and this build reads none.
fn is_missing(found: &Found) -> bool {
    cfg!(not(feature = "parquet")) && Format::of_name(&found.file) == Some(Format::Table)
}

fn no_tables(found: &Found) -> Diagnostic {
    let message = "this build of crosscheck does not read Parquet files";
    Diagnostic::of_file(Code::UnknownFormat, &found.path, message).help(
        "`cargo install --path . --features parquet` makes one that does; or write the rows as lines of a `.jsonl` file",
    )
}

/// Whether a file has a source a line, or a row.
pub(super) fn is_many(found: &Found) -> bool {
    Format::of_name(&found.file).is_some_and(Format::is_many)
}

fn described<'a>(manifest: Option<&'a Input>, entry: Option<&'a Entry>) -> Option<Described<'a>> {
    Some(Described { manifest: manifest?, entry: entry? })
}

/// All that is wrong, as one error.
pub(super) fn all(problems: Vec<Diagnostic>) -> Error {
    let mut collected = Diagnostics::new();
    collected.extend(problems);
    Error::Input(collected)
}
