//! The whole flow on one page: claims and sources in, report out.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::claim::{Claim, ClaimSet, Ruling};
use crate::diagnostic::Diagnostics;
use crate::report::{self, Examined, Report, SourceStance};
use crate::reuse::rewrite::{Outline, rewrites};
use crate::reuse::{self, Credit, Prepared, credits};
use crate::source::Source;
use crate::span::Span;
use crate::stance::{Engine, Finding, Settings, Stance};
use crate::text::{Document, quotations, stands_in, without_typesetting};
use crate::{Error, Result};

/// How many sources are held and examined at once, and how many bytes of text at most (one more source than
/// that fits): memory depends on these, not on the corpus.
const BATCH_SOURCES: usize = 256;
const BATCH_BYTES: usize = 32 << 20;

/// After so many problems the rest is not looked for: the same mistake in every line of a large file.
const MAX_PROBLEMS: usize = 1000;

/// Checks all claims against all sources; `watch` is shown each source once it has been checked, in their order.
///
/// # Errors
/// Every source that cannot be read, and every ruling that names a source that does not exist.
pub fn check(
    claims: &ClaimSet,
    settings: Settings,
    sources: impl Iterator<Item = Result<Source>>,
    watch: &mut dyn FnMut(&Source),
) -> Result<Report> {
    let mut examined = Vec::new();
    let mut index = reuse::Index::default();
    let mut outlines = Vec::new();
    each(claims, settings, sources, &trace, &mut |source, findings, stale, trace| {
        watch(&source);
        index.add(trace.prepared);
        outlines.push(trace.outline);
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

/// The same without a report: each claim id with what a source says of it, the silent ones left out, source by
/// source as they are read, so that memory does not grow with the corpus; `watch` is told as in [`check`].
///
/// # Errors
/// As [`check`], and whatever `sink` gives back. What `sink` has been given before stays given.
pub fn stream(
    claims: &ClaimSet,
    settings: Settings,
    sources: impl Iterator<Item = Result<Source>>,
    sink: &mut dyn FnMut(&str, &SourceStance) -> Result<()>,
    watch: &mut dyn FnMut(&Source),
) -> Result<()> {
    each(claims, settings, sources, &|_| (), &mut |source, findings, stale, ()| {
        watch(&source);
        let claims = claims.claims().iter().enumerate().zip(findings);
        let mut spoken = claims.filter(|(_, found)| found.stance != Stance::Silent);
        spoken.try_for_each(|((index, claim), found)| {
            let stance = report::source_stance(claim, &source.metadata, found, stale.contains(&index));
            sink(claim.id(), &stance)
        })
    })
}

/// Takes a source, what it says of every claim, which claims' rulings on it are stale, and what else was asked of it.
type Sink<'a, T> = &'a mut dyn FnMut(Source, Vec<Finding>, BTreeSet<usize>, T) -> Result<()>;

/// What every source says of every claim, in the order of the sources, whatever the number of threads.
///
/// `ask` is asked of every source beside that.
fn each<T: Send>(
    claims: &ClaimSet,
    settings: Settings,
    mut sources: impl Iterator<Item = Result<Source>>,
    ask: &(dyn Fn(&Source) -> T + Sync),
    sink: Sink<'_, T>,
) -> Result<()> {
    let engine = Engine::with(claims, settings);
    let rulings = Rulings::new(claims);
    let mut known = KnownSources::new(claims);
    let mut problems = Diagnostics::default();
    loop {
        let batch = next_batch(&mut sources, &mut problems)?;
        if batch.is_empty() {
            break;
        }
        batch.iter().for_each(|source| known.add(&source.metadata.id));
        if problems.is_empty() {
            let asked: Vec<_> =
                batch.par_iter().map(|source| (engine.examine(source), ask(source))).collect();
            batch.into_iter().zip(asked).try_for_each(|(source, (found, asked))| {
                let stale = rulings.stale(&source);
                sink(source, found, stale, asked)
            })?;
        }
    }
    // With a source unread, its id may be missing: rulings on it are not wrong for that.
    if problems.is_empty() {
        problems.extend(claims.check_sources(known.ids.iter().map(String::as_str)));
    }
    if problems.is_empty() { Ok(()) } else { Err(Error::Input(problems)) }
}

/// The next sources that can be read; the problems of those that cannot are added to `problems`.
fn next_batch(
    sources: &mut impl Iterator<Item = Result<Source>>,
    problems: &mut Diagnostics,
) -> Result<Vec<Source>> {
    let mut batch = Vec::new();
    let mut bytes = 0;
    while batch.len() < BATCH_SOURCES && bytes < BATCH_BYTES && problems.len() < MAX_PROBLEMS {
        match sources.next() {
            None => break,
            Some(Ok(source)) => {
                bytes += source.text.len();
                batch.push(source);
            }
            Some(Err(Error::Input(more))) => problems.extend(more),
            Some(Err(error)) => return Err(error),
        }
    }
    Ok(batch)
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
