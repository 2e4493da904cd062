//! What earlier runs found in which texts, kept in one file, so that a run over an unchanged corpus examines only what
//! is new.
//!
//! Kept is, for each text, the evidence that it has for each claim by the claim's own words. What is carried between claims
//! is worked out anew in every run, and so are rulings, verdicts and whatever else is made of evidence. A text is known by its
//! hash (`key`), a claim by a hash of all that its evidence depends on (`fingerprint`); another build of the program, or other
//! settings, never read it.
//!
//! The file is only read. What is to take its place is written beside it, whole: a run that is killed leaves the file as it
//! was, and of two runs at once the later one's is kept. What is not used any more is not written again.

mod file;
mod fingerprint;
mod keep;
mod passage;
mod record;

pub(crate) use fingerprint::Key;
pub(crate) use keep::Keep;

use std::fs::File;
use std::io::{self, Read};

/// The file of earlier runs, and the one that is to take its place.
///
/// Where both are, and whether the second then does take the place of the first, is for whoever made them to say:
/// [`Cache::is_renewed`].
#[derive(Debug, Default)]
pub struct Cache {
    known: Option<File>,
    anew: Option<File>,
    renewed: bool,
}

impl Cache {
    /// Of what earlier runs left in `known`, open for reading, and an empty file `anew`, open for writing. Either may be
    /// missing: then everything is new, or nothing is kept for later. What `known` holds may be anything: what is no cache of
    /// this very build with the same settings, or not whole, is not used.
    #[must_use]
    pub fn new(known: Option<File>, anew: Option<File>) -> Self {
        Self { known, anew, renewed: false }
    }

    /// Whether a run wrote a whole cache into the second file, to be used in place of the first from then on.
    #[must_use]
    pub fn is_renewed(&self) -> bool {
        self.renewed
    }

    /// The run is over that had it in use as `keep`: all of its sources were seen, or, unless `is_whole`, it was stopped.
    pub(crate) fn finish(&mut self, keep: Keep<'_>, is_whole: bool) {
        self.renewed = keep.finish(is_whole);
    }

    /// Whether what can be read begins as the caches of any build do. What has no content yet may become one.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn begins_in(reader: impl Read) -> io::Result<bool> {
        let mut start = Vec::new();
        reader.take(file::MAGIC.len() as u64).read_to_end(&mut start)?;
        Ok(start.is_empty() || start == file::MAGIC)
    }
}
