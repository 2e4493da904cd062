//! The whole flow on one page: claims and sources in, report out.

use crate::Result;
use crate::claim::ClaimSet;
use crate::report::{Report, SourceStance};
use crate::source::Sources;

/// Checks all claims against all sources.
///
/// # Errors
/// Where a source cannot be read, or a ruling names a source that does not exist.
pub fn check(_claims: &ClaimSet, _sources: &Sources) -> Result<Report> {
    Err(crate::Error::Usage("not yet".into()))
}

/// The same without a report: each claim id with what a source says of it, the silent ones left out, source by
/// source as they are read, so that memory does not grow with the corpus.
///
/// # Errors
/// As [`check`], and whatever `sink` gives back.
pub fn stream(
    _claims: &ClaimSet,
    _sources: &Sources,
    _sink: &mut dyn FnMut(&str, &SourceStance) -> Result<()>,
) -> Result<()> {
    Ok(())
}
