//! The whole flow on one page: claims and sources in, report out.

mod examiner;
mod pipeline;

use std::cell::{LazyCell, OnceCell};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::cache::Cache;
use crate::claim::{Claim, ClaimSet, Ruling};
use crate::diagnostic::Diagnostics;
use crate::english;
use crate::report::{self, Examined, Report, SourceStance};
use crate::reuse::rewrite::{Outline, rewrites};
use crate::reuse::{self, Credit, Prepared, credits, furniture};
use crate::source::{Admission, Batch, Batches, Read, Source};
use crate::span::Span;
use crate::stance::{Finding, Settings};
use crate::text::{Document, quotations, stands_in, without_typesetting};
use crate::{Error, Result};

use examiner::Examiner;
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

/// How a run finds what sources say: what is set of the engine, and what earlier runs found, if that is kept.
#[derive(Debug, Default)]
pub struct Plan<'c> {
    settings: Settings,
    cache: Option<&'c mut Cache>,
}

impl<'c> Plan<'c> {
    /// With `settings`; what earlier runs left in `cache` is not looked for again, and what this one finds is added. The
    /// answers are the same.
    #[must_use]
    pub fn new(settings: Settings, cache: Option<&'c mut Cache>) -> Self {
        Self { settings, cache }
    }
}

impl From<Settings> for Plan<'_> {
    fn from(settings: Settings) -> Self {
        Self::new(settings, None)
    }
}

/// Checks all claims against all sources; `watch` is shown each source once it has been checked, in their order.
///
/// # Errors
/// Every source that cannot be read, unless `watch` has it left out; every ruling that names a source that does not
/// exist; and [`Error::Stopped`] where `watch` asks for the end.
pub fn check<'a, 'c>(
    claims: &ClaimSet,
    plan: impl Into<Plan<'c>>,
    sources: impl Into<Batches<'a>>,
    watch: &mut dyn Watch,
) -> Result<Report> {
    let plan = plan.into();
    let settings = plan.settings;
    let mut examined = Vec::new();
    let mut index = reuse::Index::default();
    let mut outlines = Vec::new();
    let keep = |source: &Source, article: &Article<'_>, found: Found| (found, trace(source, article));
    each(claims, plan, sources.into(), &keep, watch, &mut |source, (found, trace)| {
        index.add(trace.prepared);
        outlines.push(trace.outline);
        let Found { spoken, stale } = found;
        let mut findings: Vec<Finding> = claims.claims().iter().map(|_| Finding::default()).collect();
        spoken.into_iter().for_each(|(claim, finding)| findings[claim] = finding);
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

fn trace(source: &Source, article: &Document) -> Trace {
    let quoted: Vec<Span> = quotations(&source.text).iter().map(|quotation| quotation.span).collect();
    let furniture = furniture(&source.text, source.article);
    let outline =
        |document: &Document| Outline::with_furniture(document, source.article, &quoted, &furniture);
    // How the lines of a text are broken, and with it where its sentences end, is told by all of it.
    let is_whole = source.article == Span::new(0, source.text.len());
    Trace {
        prepared: Prepared::with_furniture(&source.text, source.article, &quoted, &furniture),
        credits: credits(source.article_text()),
        outline: if is_whole { outline(article) } else { outline(&Document::new(source.text.as_str())) },
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
pub fn stream<'a, 'c>(
    claims: &ClaimSet,
    plan: impl Into<Plan<'c>>,
    sources: impl Into<Batches<'a>>,
    write: &Write<'_>,
    sink: &mut dyn FnMut(&[u8]) -> Result<()>,
    watch: &mut dyn Watch,
) -> Result<()> {
    let written = |source: &Source, _: &Article<'_>, found: Found| {
        let mut bytes = Vec::new();
        for (index, finding) in found.spoken {
            let claim = &claims.claims()[index];
            let stance =
                report::source_stance(claim, &source.metadata, finding, found.stale.contains(&index));
            write(claim.id(), &stance, &mut bytes)?;
        }
        Ok(bytes)
    };
    each(claims, plan.into(), sources.into(), &written, watch, &mut |_, bytes| sink(&bytes?))
}

/// What a source says of the claims on which it is not silent, and which claims' rulings on it are stale.
struct Found {
    spoken: BTreeMap<usize, Finding>,
    stale: BTreeSet<usize>,
}

/// An article as it is read, once that is asked for: of an unchanged text all may be known.
type Article<'s> = LazyCell<Document, Box<dyn FnOnce() -> Document + 's>>;

/// A batch whose sources were read and examined, and how many bytes of the files it was.
type Done<'a, T> = (Vec<(Read<'a>, Option<T>)>, u64);

/// What every source says of every claim, in the order of the sources, whatever the number of threads: batches of
/// sources are fetched here, read and examined by all threads, and admitted and handed to `sink` here.
///
/// `make` is what a thread makes of a source, of its article, read once it is asked for, and of what was found in it.
fn each<'a, T: Send>(
    claims: &ClaimSet,
    plan: Plan<'_>,
    sources: Batches<'a>,
    make: &(dyn Fn(&Source, &Article<'_>, Found) -> T + Sync),
    watch: &mut dyn Watch,
    sink: &mut dyn FnMut(Source, T) -> Result<()>,
) -> Result<()> {
    let examiner = Examiner::new(claims, plan.settings, plan.cache);
    let rulings = Rulings::new(claims);
    let stop = watch.stop();
    // Once something stops the run, what is left is only read, to see whether it can be.
    let spoilt = AtomicBool::new(false);
    let is_wanted = || !spoilt.load(Ordering::Relaxed) && !stop.load(Ordering::Relaxed);
    let examine = |source: &Source| {
        let read = || english::read(source.article_text());
        let article = Article::new(Box::new(read));
        let found = Found { spoken: examiner.spoken(source, &article), stale: rulings.stale(source) };
        make(source, &article, found)
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
    let ended = in_order(batches, Batch::size, &work, &mut |(done, passed)| {
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
    });
    let ended = ended.and_then(|()| gate.close(claims));
    examiner.finish(ended.is_ok());
    ended
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
