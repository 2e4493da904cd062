//! Sources as they are handed out: fetched by one thread, then read by many, then let in one by one, in their order.

use std::path::Path;

use crate::diagnostic::{Code, Diagnostic, Input, quoted};
use crate::{Error, Result};

use super::Source;
use super::block::Block;
use super::ids::Met;
use super::item::Item;
use super::jsonl::{self, Lines};
#[cfg(feature = "parquet")]
use super::table::{RowBlock, bad_row};

/// Batches of sources, in their order.
///
/// Made of [`Sources`](super::Sources), or of sources that somebody has.
pub struct Batches<'a> {
    batches: Box<dyn Iterator<Item = Batch<'a>> + 'a>,
    admission: Admission,
}

impl<'a> Batches<'a> {
    /// `batches`, whose sources `admission` lets in.
    pub(super) fn new(batches: impl Iterator<Item = Batch<'a>> + 'a, admission: Admission) -> Self {
        Self { batches: Box::new(batches), admission }
    }

    /// The batches, and what lets their sources in.
    pub fn into_parts(self) -> (impl Iterator<Item = Batch<'a>> + use<'a>, Admission) {
        (self.batches, self.admission)
    }
}

impl<'a, I: Iterator<Item = Result<Source>> + 'a> From<I> for Batches<'a> {
    fn from(sources: I) -> Self {
        let batches = sources.map(|source| Batch { raw: Raw::Source(Box::new(source)), passed: 0 });
        Self::new(batches, Admission::default())
    }
}

/// Some sources, fetched and not yet read.
pub struct Batch<'a> {
    raw: Raw<'a>,
    passed: u64,
}

pub(super) enum Raw<'a> {
    /// A file with one source; and the manifest, to point into.
    File(&'a Item, Option<&'a Input>),
    /// Lines of a file with many.
    Lines(&'a Item, Block),
    /// Rows of a table.
    #[cfg(feature = "parquet")]
    Rows(&'a Item, RowBlock),
    /// What is wrong with something that cannot be fetched.
    Problem(Box<Diagnostic>),
    /// A source that somebody had.
    Source(Box<Result<Source>>),
}

impl<'a> Batch<'a> {
    /// `raw`, with which `passed` bytes of the files have been fetched since the batch before.
    pub(super) fn new(raw: Raw<'a>, passed: u64) -> Self {
        Self { raw, passed }
    }

    /// About how many bytes of text it has: what it takes to hold it.
    #[must_use]
    pub fn size(&self) -> usize {
        match &self.raw {
            Raw::File(item, _) => usize::try_from(item.size()).unwrap_or(usize::MAX),
            Raw::Lines(_, block) => block.bytes.len(),
            #[cfg(feature = "parquet")]
            Raw::Rows(_, block) => block.size,
            Raw::Problem(_) => 0,
            Raw::Source(source) => source.as_ref().as_ref().map_or(0, |source| source.text.len()),
        }
    }

    /// How many bytes of the files, as they lie on the disk, it was fetched from.
    #[must_use]
    pub fn passed(&self) -> u64 {
        self.passed
    }

    /// Its sources, each read when its turn comes.
    #[must_use]
    pub fn read(self) -> Box<dyn Iterator<Item = Read<'a>> + 'a> {
        let one = |read| -> Box<dyn Iterator<Item = Read<'a>> + 'a> { Box::new(std::iter::once(read)) };
        match self.raw {
            Raw::File(item, manifest) => one(Read::whole(item.read_one(manifest))),
            Raw::Lines(item, block) => {
                Box::new(Lines::of(item.found(), block).map(|line| of_line(item, line)))
            }
            #[cfg(feature = "parquet")]
            Raw::Rows(item, block) => Box::new(of_rows(item, block)),
            Raw::Problem(problem) => one(Read::whole(Err(Error::Input((*problem).into())))),
            Raw::Source(source) => one(Read::whole(*source)),
        }
    }
}

fn of_line(item: &Item, line: jsonl::Line) -> Read<'_> {
    match line {
        Ok((place, draft)) => {
            let source = item.source_of(draft, place.number);
            Read { source: Ok(source), place: Some((item.path(), place)) }
        }
        Err(problem) => Read::whole(Err(Error::Input(problem.into()))),
    }
}

#[cfg(feature = "parquet")]
fn of_rows(item: &Item, block: RowBlock) -> impl Iterator<Item = Read<'_>> {
    let first = block.preceding + 1;
    block.rows.into_iter().zip(first..).map(move |(written, number)| {
        let refused = |refusal| Read::whole(Err(Error::Input(bad_row(refusal, item.path(), number).into())));
        match written.into_source(item.found()) {
            Ok(draft) => Read {
                source: Ok(item.source_of(draft, number)),
                place: Some((item.path(), jsonl::Place::of_row(number))),
            },
            Err(refusal) => refused(refusal),
        }
    })
}

/// A source that has been read, or why it could not be; whether another has its id is not yet known.
pub struct Read<'a> {
    source: Result<Source>,
    /// Where it stands, if its file has many: what its id is held against others for.
    place: Option<(&'a Path, jsonl::Place)>,
}

impl<'a> Read<'a> {
    fn whole(source: Result<Source>) -> Self {
        Self { source, place: None }
    }

    /// The source, if it could be read.
    #[must_use]
    pub fn source(&self) -> Option<&Source> {
        self.source.as_ref().ok()
    }
}

/// Lets sources in, in their order: no two may have one id.
#[derive(Debug, Default)]
pub struct Admission {
    met: Met,
}

impl Admission {
    /// Where files of these ids are among the sources.
    pub(super) fn beside<'i>(ids: impl Iterator<Item = &'i str>) -> Self {
        let mut met = Met::default();
        for id in ids {
            met.is_new(id);
        }
        Self { met }
    }

    /// The source, if it can be read and no other has its id.
    ///
    /// # Errors
    /// Why it cannot be read, or that its id is another's.
    pub fn admit(&mut self, read: Read<'_>) -> Result<Source> {
        let source = read.source?;
        match read.place {
            Some((path, place)) if !self.met.is_new(&source.metadata.id) => {
                let message = format!("another source has the id {}", quoted(&source.metadata.id));
                let problem = place.bad_id(Code::DuplicateId, path, message);
                Err(Error::Input(problem.help("give one of the two another `id`").into()))
            }
            _ => Ok(source),
        }
    }
}
