//! The whole flow on one page: claims and sources in, report out.

mod pipeline;

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::claim::{Claim, ClaimSet, Ruling};
use crate::diagnostic::Diagnostics;
use crate::report::{self, Examined, Report, SourceStance};
use crate::reuse::rewrite::{Outline, rewrites};
use crate::reuse::{self, Credit, Prepared, credits};
use crate::source::{Admission, Batch, Batches, Read, Source};
use crate::span::Span;
use crate::stance::{Engine, Finding, Settings, Stance};
use crate::text::{Document, quotations, stands_in, without_typesetting};
use crate::{Error, Result};

use pipeline::in_order;

/// After so many problems the rest is not looked for: the same mistake in every line of a large file.
const MAX_PROBLEMS: usize = 1000;

/// Follows a run, source by source, in their order.
pub trait Watch {
    /// A source has been checked.
    fn checked(&mut self, source: &Source);

    /// So many bytes of the files, as they lie on the disk, have been dealt with since the last time.
    fn passed(&mut self, _bytes: u64) {}

    /// A source cannot be read. What is given back stops the run; where that is nothing, the source is left out.
    fn unread(&mut self, problems: Diagnostics) -> Option<Diagnostics> {
        Some(problems)
    }

    /// What ends the run once it is set, as soon as can be.
    fn stop(&self) -> Arc<AtomicBool> {
        Arc::default()
    }
}

impl<F: FnMut(&Source)> Watch for F {
    fn checked(&mut self, source: &Source) {
        self(source);
    }
}

/// Checks all claims against all sources; `watch` is shown each source once it has been checked, in their order.
///
/// # Errors
/// Every source that cannot be read, unless `watch` has it left out; every ruling that names a source that does not
/// exist; and [`Error::Stopped`] where `watch` asks for the end.
pub fn check<'a>(
    claims: &ClaimSet,
    settings: Settings,
    sources: impl Into<Batches<'a>>,
    watch: &mut dyn Watch,
) -> Result<Report> {
    let mut examined = Vec::new();
    let mut index = reuse::Index::default();
    let mut outlines = Vec::new();
    let keep = |source: &Source, found: Found| (found, trace(source));
    each(claims, settings, sources.into(), &keep, watch, &mut |source, (found, trace)| {
        index.add(trace.prepared);
        outlines.push(trace.outline);
        let Found { findings, stale } = found;
        examined.push(Examined { source: source.metadata, findings, stale, credits: trace.credits });
        Ok(())
    })?;
    let credited = |a: usize, b: usize| {
        let ends = examined.get(a).zip(examined.get(b));
        ends.is_some_and(|(a, b)| a.credit_shared_with(b).is_some())
    };
    let rewrites = rewrites(&outlines, &credited);
    Ok(report::build(claims, settings, examined, &index.shared(), &rewrites))
}

/// What tells with which other sources one shares text.
struct Trace {
    prepared: Prepared,
    credits: Vec<Credit>,
    outline: Outline,
}

fn trace(source: &Source) -> Trace {
    let quoted: Vec<Span> = quotations(&source.text).iter().map(|quotation| quotation.span).collect();
    Trace {
        prepared: Prepared::new(&source.text, source.article, &quoted),
        credits: credits(source.article_text()),
        outline: Outline::new(&Document::new(source.text.as_str()), source.article, &quoted),
    }
}

/// Makes bytes of a claim's id and of what a source says of it, and adds them to those that there are.
pub type Write<'w> = dyn Fn(&str, &SourceStance, &mut Vec<u8>) -> Result<()> + Sync + 'w;

/// The same without a report: what each source says of each claim, the silent ones left out, source by source as they
/// are read, so that memory does not grow with the corpus; `watch` is told as in [`check`].
///
/// `write` is called on any thread; `sink` is given the bytes of a source, in the order of the sources.
///
/// # Errors
/// As [`check`], and whatever `write` and `sink` give back. What `sink` has been given before stays given.
pub fn stream<'a>(
    claims: &ClaimSet,
    settings: Settings,
    sources: impl Into<Batches<'a>>,
    write: &Write<'_>,
    sink: &mut dyn FnMut(&[u8]) -> Result<()>,
    watch: &mut dyn Watch,
) -> Result<()> {
    let written = |source: &Source, found: Found| {
        let mut bytes = Vec::new();
        let each = claims.claims().iter().enumerate().zip(found.findings);
        for ((index, claim), finding) in each.filter(|(_, finding)| finding.stance != Stance::Silent) {
            let stance =
                report::source_stance(claim, &source.metadata, finding, found.stale.contains(&index));
            write(claim.id(), &stance, &mut bytes)?;
        }
        Ok(bytes)
    };
    each(claims, settings, sources.into(), &written, watch, &mut |_, bytes| sink(&bytes?))
}

/// What a source says of every claim, and which claims' rulings on it are stale.
struct Found {
    findings: Vec<Finding>,
    stale: BTreeSet<usize>,
}

/// A batch whose sources were read and examined, and how many bytes of the files it was.
type Done<'a, T> = (Vec<(Read<'a>, Option<T>)>, u64);

/// What every source says of every claim, in the order of the sources, whatever the number of threads: batches of
/// sources are fetched here, read and examined by all threads, and admitted and handed to `sink` here.
///
/// `make` is what a thread makes of a source and of what was found in it.
fn each<'a, T: Send>(
    claims: &ClaimSet,
    settings: Settings,
    sources: Batches<'a>,
    make: &(dyn Fn(&Source, Found) -> T + Sync),
    watch: &mut dyn Watch,
    sink: &mut dyn FnMut(Source, T) -> Result<()>,
) -> Result<()> {
    let engine = Engine::with(claims, settings);
    let rulings = Rulings::new(claims);
    let stop = watch.stop();
    // Once something stops the run, what is left is only read, to see whether it can be.
    let spoilt = AtomicBool::new(false);
    let is_wanted = || !spoilt.load(Ordering::Relaxed) && !stop.load(Ordering::Relaxed);
    let examine = |source: &Source| {
        let found = Found { findings: engine.examine(source), stale: rulings.stale(source) };
        make(source, found)
    };
    let work = |batch: Batch<'a>| -> Done<'a, T> {
        let passed = batch.passed();
        let read = batch.read().map(|read| {
            let made = read.source().filter(|_| is_wanted()).map(examine);
            (read, made)
        });
        (read.collect(), passed)
    };
    let (batches, admission) = sources.into_parts();
    let mut gate =
        Gate { admission, known: KnownSources::new(claims), problems: Diagnostics::new(), gaps: false };
    in_order(batches, Batch::size, &work, &mut |(done, passed)| {
        for (read, made) in done {
            if stop.load(Ordering::Relaxed) {
                return Err(Error::Stopped);
            }
            if let Some((source, made)) = gate.admit(read, watch)?.zip(made) {
                watch.checked(&source);
                sink(source, made)?;
            }
        }
        watch.passed(passed);
        spoilt.store(!gate.problems.is_empty(), Ordering::Relaxed);
        let enough = gate.problems.len() >= MAX_PROBLEMS;
        Ok(if enough { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    })?;
    gate.close(claims)
}

/// Where sources are admitted, in their order, until something stops the run.
struct Gate<'a> {
    admission: Admission,
    known: KnownSources<'a>,
    /// What stops the run.
    problems: Diagnostics,
    /// Whether sources were left out.
    gaps: bool,
}

impl Gate<'_> {
    /// The source, if it can be read and nothing before it stops the run.
    fn admit(&mut self, read: Read<'_>, watch: &mut dyn Watch) -> Result<Option<Source>> {
        match self.admission.admit(read) {
            Ok(source) => {
                self.known.add(&source.metadata.id);
                Ok(Some(source).filter(|_| self.problems.is_empty()))
            }
            Err(Error::Input(problems)) => {
                match watch.unread(problems) {
                    Some(problems) => self.problems.extend(problems),
                    None => self.gaps = true,
                }
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    /// Whether all went well.
    fn close(mut self, claims: &ClaimSet) -> Result<()> {
        // With a source unread, its id may be missing: rulings on it are not wrong for that.
        if self.problems.is_empty() && !self.gaps {
            self.problems.extend(claims.check_sources(self.known.ids.iter().map(String::as_str)));
        }
        if self.problems.is_empty() { Ok(()) } else { Err(Error::Input(self.problems)) }
    }
}

/// The rulings of all claims by the source that they judge, each with its claim's index.
struct Rulings<'a>(BTreeMap<&'a str, Vec<(usize, &'a Ruling)>>);

impl<'a> Rulings<'a> {
    fn new(claims: &'a ClaimSet) -> Self {
        let mut by_source: BTreeMap<&str, Vec<(usize, &Ruling)>> = BTreeMap::new();
        for (index, claim) in claims.claims().iter().enumerate() {
            claim
                .rulings()
                .iter()
                .for_each(|one| by_source.entry(one.source()).or_default().push((index, one)));
        }
        Self(by_source)
    }

    /// The claims whose ruling on `source` is stale: the words that it judged are no longer in the article; or, where it
    /// judged no words, the source is not what it was.
    fn stale(&self, source: &Source) -> BTreeSet<usize> {
        let plain = OnceCell::new();
        let article = || without_typesetting(source.article_text());
        let is_stale = |ruling: &Ruling| match (ruling.quote(), ruling.sha256()) {
            (Some(quote), _) => !stands_in(plain.get_or_init(article), &without_typesetting(quote)),
            (None, Some(hash)) => hash != source.metadata.sha256,
            (None, None) => false,
        };
        let rulings = self.0.get(source.metadata.id.as_str()).into_iter().flatten();
        rulings.filter(|(_, ruling)| is_stale(ruling)).map(|&(index, _)| index).collect()
    }
}

/// The ids of sources that rulings are checked against: those that rulings name, and some more, for one of these
/// may be what was meant.
struct KnownSources<'a> {
    judged: BTreeSet<&'a str>,
    ids: BTreeSet<String>,
}

/// How many ids are kept beside those that rulings name.
const MEANT: usize = 1000;

impl<'a> KnownSources<'a> {
    fn new(claims: &'a ClaimSet) -> Self {
        let judged = claims.claims().iter().flat_map(Claim::rulings).map(Ruling::source).collect();
        Self { judged, ids: BTreeSet::new() }
    }

    fn add(&mut self, id: &str) {
        if self.judged.contains(id) || !self.judged.is_empty() && self.ids.len() < MEANT {
            self.ids.insert(id.to_owned());
        }
    }
}
