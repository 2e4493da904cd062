//! What sources say of claims, by what is kept of earlier runs as far as it goes.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::cache::{Cache, Keep, Key};
use crate::claim::ClaimSet;
use crate::source::Source;
use crate::stance::{Engine, Finding, Settings};
use crate::text::Document;

use super::Article;

/// Examines sources, and keeps what it finds.
pub(super) struct Examiner<'a, 'c> {
    claims: &'a ClaimSet,
    settings: Settings,
    /// All claims compiled, once a text is met of which nothing is kept.
    all: OnceLock<Engine<'a>>,
    kept: Option<InUse<'a, 'c>>,
}

/// A cache, and what is to be examined in texts of which it knows something.
struct InUse<'a, 'c> {
    cache: &'c mut Cache,
    keep: Keep<'a>,
    /// What may be missing of what is known of a text.
    missing: Vec<Missing<'a>>,
}

/// The claims that are not known of some texts, mostly none, or the few that were edited; compiled once they are asked for.
struct Missing<'a> {
    is_missing: Vec<bool>,
    engine: OnceLock<Engine<'a>>,
}

impl<'a, 'c> Examiner<'a, 'c> {
    /// Of all of `claims`. The oracle of an exhaustive run asks nobody.
    pub(super) fn new(claims: &'a ClaimSet, settings: Settings, cache: Option<&'c mut Cache>) -> Self {
        let kept = cache.filter(|_| !settings.is_exhaustive()).map(|cache| {
            let keep = Keep::new(cache, claims, settings);
            let missing = |is_missing| Missing { is_missing, engine: OnceLock::new() };
            let missing = keep.missing().into_iter().map(missing).collect();
            InUse { cache, keep, missing }
        });
        Self { claims, settings, all: OnceLock::new(), kept }
    }

    fn all(&self) -> &Engine<'a> {
        self.all.get_or_init(|| Engine::with(self.claims, self.settings))
    }

    fn missing<'m>(&self, missing: &'m Missing<'a>) -> &'m Engine<'a> {
        let wanted = |claim: usize| missing.is_missing[claim];
        missing.engine.get_or_init(|| Engine::of_some(self.claims, self.settings, &wanted))
    }

    /// What `source` says of the claims on which it is not silent.
    pub(super) fn spoken(&self, source: &Source, article: &Article<'_>) -> BTreeMap<usize, Finding> {
        let read = || -> &Document { article };
        let Some(InUse { keep, missing, .. }) = &self.kept else {
            return self.all().findings(self.all().evidence(source, read));
        };
        let key = Key::of(source);
        let mut kept = keep.find(key, source);
        let (engine, evidence) = match &mut kept {
            Some(kept) => {
                let engine = self.missing(&missing[kept.missing]);
                let mut evidence = engine.evidence(source, read);
                evidence.append(&mut kept.evidence);
                (engine, evidence)
            }
            None => (self.all(), self.all().evidence(source, read)),
        };
        keep.add(key, &evidence, kept.as_ref());
        engine.findings(evidence)
    }

    /// The run is over, or, unless `is_whole`, was stopped: what is kept is written.
    pub(super) fn finish(self, is_whole: bool) {
        if let Some(InUse { cache, keep, .. }) = self.kept {
            cache.finish(keep, is_whole);
        }
    }
}
