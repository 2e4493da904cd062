//! The whole flow on one page: claims and sources in, report out.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use rayon::prelude::*;

use crate::claim::ClaimSet;
use crate::diagnostic::Diagnostics;
use crate::report::{self, Report, SourceStance};
use crate::source::{Metadata, Source, Sources};
use crate::stance::{Engine, Finding, Stance};
use crate::{Error, Result};

/// How many sources are held and examined at once, and how many bytes of text at most (one more source than
/// that fits): memory depends on these, not on the corpus.
const BATCH_SOURCES: usize = 256;
const BATCH_BYTES: usize = 32 << 20;

/// After so many problems the rest is not looked for: the same mistake in every line of a large file.
const MAX_PROBLEMS: usize = 1000;

/// Checks all claims against all sources; `watch` is told how many sources have been checked so far.
///
/// # Errors
/// Every source that cannot be read, and every ruling that names a source that does not exist.
pub fn check(claims: &ClaimSet, sources: &Sources, watch: &mut dyn FnMut(usize)) -> Result<Report> {
    let mut found: Vec<(Metadata, Vec<Finding>)> = Vec::new();
    each(claims, sources.read(), &mut |source, findings| {
        found.push((source.metadata, findings));
        watch(found.len());
        Ok(())
    })?;
    found.sort_by(|(a, _), (b, _)| a.id.cmp(&b.id));
    Ok(report::build(claims, found))
}

/// The same without a report: each claim id with what a source says of it, the silent ones left out, source by
/// source as they are read, so that memory does not grow with the corpus.
///
/// # Errors
/// As [`check`], and whatever `sink` gives back. What `sink` has been given before stays given.
pub fn stream(
    claims: &ClaimSet,
    sources: &Sources,
    sink: &mut dyn FnMut(&str, &SourceStance) -> Result<()>,
) -> Result<()> {
    each(claims, sources.read(), &mut |source, findings| {
        for (claim, finding) in claims.claims().iter().zip(findings) {
            if finding.stance != Stance::Silent {
                sink(claim.id(), &report::source_stance(claim, &source.metadata, finding))?;
            }
        }
        Ok(())
    })
}

/// What every source says of every claim, in the order of the sources, whatever the number of threads.
fn each(
    claims: &ClaimSet,
    sources: impl Iterator<Item = Result<Source>>,
    sink: &mut dyn FnMut(Source, Vec<Finding>) -> Result<()>,
) -> Result<()> {
    let engine = Engine::new(claims);
    let mut problems = Diagnostics::default();
    let mut ids = BTreeSet::new();
    let judged: BTreeSet<&str> =
        claims.claims().iter().flat_map(|c| c.rulings()).map(|ruling| ruling.source()).collect();
    let mut sources = sources;
    loop {
        let batch = next_batch(&mut sources, &mut problems)?;
        if batch.is_empty() {
            break;
        }
        ids.extend(batch.iter().map(|s| s.metadata.id.clone()).filter(|id| judged.contains(id.as_str())));
        if problems.is_empty() {
            let findings: Vec<_> = batch.par_iter().map(|source| engine.examine(source)).collect();
            batch.into_iter().zip(findings).try_for_each(|(source, found)| sink(source, found))?;
        }
    }
    problems.extend(claims.rulings_without_source(&ids));
    if problems.is_empty() { Ok(()) } else { Err(Error::Input(problems)) }
}
