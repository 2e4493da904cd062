//! A cache in use by a run.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::claim::ClaimSet;
use crate::source::Source;
use crate::stance::{Evidence, Settings};

use super::Cache;
use super::file::{Anew, Known, Lists};
use super::fingerprint::{self, Fingerprint, Key};
use super::record::Record;

/// With more lists than these the records of old ones are written anew, with that of this run.
const MOST_LISTS: usize = 8;

/// What became of a record of earlier runs: not asked for; still right as it is; or something else is to take its place.
const UNUSED: u8 = 0;
const RIGHT: u8 = 1;
const REPLACED: u8 = 2;

/// A cache in use by a run over some claims.
#[derive(Debug)]
pub(crate) struct Keep<'a> {
    claims: &'a ClaimSet,
    /// The list of this run's claims, and its name.
    list: Vec<Fingerprint>,
    name: Fingerprint,
    known: Option<Known>,
    /// The lists of the records, by their names.
    lists: BTreeMap<Fingerprint, List>,
    /// What became of each record.
    used: Vec<AtomicU8>,
    anew: Mutex<Option<Anew>>,
}

/// A list that records are numbered by, beside the claims of this run.
#[derive(Debug)]
struct List {
    /// Its place among the lists of the file.
    place: usize,
    /// For each claim of the list, the places of those in this run that are the same.
    present: Vec<Vec<usize>>,
    /// Whether all claims of this run are in it.
    is_complete: bool,
}

/// What is known of a text.
#[derive(Debug)]
pub(crate) struct Kept {
    /// Which of [`Keep::missing`] tells the claims that are not known.
    pub(crate) missing: usize,
    /// The evidence for the others, by their places.
    pub(crate) evidence: BTreeMap<usize, Vec<Evidence>>,
    /// The place of its record, where that stays as it is.
    right: Option<usize>,
}

impl<'a> Keep<'a> {
    /// `cache`, in use by a run over `claims` with `settings`.
    pub(crate) fn new(cache: &mut Cache, claims: &'a ClaimSet, settings: Settings) -> Self {
        let run = fingerprint::of_run(settings);
        let list = fingerprint::of_claims(claims);
        let known = cache.known.take().and_then(|file| Known::open(file, run));
        let lists = known.iter().flat_map(|known| known.lists.iter().enumerate());
        let lists =
            lists.map(|(place, of_file)| (fingerprint::of_list(of_file), List::new(place, of_file, &list)));
        let records = known.as_ref().map_or(0, |known| known.entries.len());
        Self {
            claims,
            name: fingerprint::of_list(&list),
            lists: lists.collect(),
            list,
            used: (0..records).map(|_| AtomicU8::new(UNUSED)).collect(),
            known,
            anew: Mutex::new(cache.anew.take().map(|file| Anew::new(file, run))),
        }
    }

    /// For each list of the file, whether each claim of this run is missing in it.
    pub(crate) fn missing(&self) -> Vec<Vec<bool>> {
        let lists = self.known.iter().flat_map(|known| &known.lists);
        let missing = lists.map(|list| {
            let known: BTreeSet<&Fingerprint> = list.iter().collect();
            self.list.iter().map(|claim| !known.contains(claim)).collect()
        });
        missing.collect()
    }

    /// What is known of `source`, whose key is `key`.
    pub(crate) fn find(&self, key: Key, source: &Source) -> Option<Kept> {
        let known = self.known.as_ref()?;
        let place = known.find(key)?;
        let bytes = known.record(place)?;
        let record = Record::from_bytes(&bytes)?;
        let list = self.lists.get(&record.list)?;
        let is_right = list.is_complete && (record.list == self.name || known.lists.len() <= MOST_LISTS);
        let mut evidence = BTreeMap::new();
        for spoken in record.spoken {
            let claims = list.present.get(spoken.claim())?;
            if let [first, others @ ..] = claims.as_slice() {
                let found = spoken.evidence(&source.text, &self.claims.claims()[*first])?;
                evidence.extend(others.iter().map(|&claim| (claim, found.clone())));
                evidence.insert(*first, found);
            }
        }
        Some(Kept { missing: list.place, evidence, right: is_right.then_some(place) })
    }

    /// Keeps the evidence that the text of `key` has for this run's claims, of which `kept` was known before.
    pub(crate) fn add(&self, key: Key, evidence: &BTreeMap<usize, Vec<Evidence>>, kept: Option<&Kept>) {
        let place = self.known.as_ref().and_then(|known| known.find(key));
        let mark = |became: u8| {
            if let Some(used) = place.and_then(|place| self.used.get(place)) {
                used.store(became, Ordering::Relaxed);
            }
        };
        if kept.is_some_and(|kept| kept.right.is_some()) {
            return mark(RIGHT);
        }
        let record = Record::new(self.name, self.claims.claims(), evidence);
        let Some(bytes) = record.and_then(|record| record.to_bytes()) else { return };
        mark(REPLACED);
        let mut anew = self.anew.lock().unwrap_or_else(PoisonError::into_inner);
        // Where it cannot be written, nothing is kept.
        if anew.as_mut().is_some_and(|anew| anew.add(key, &bytes).is_err()) {
            *anew = None;
        }
    }

    /// Writes what is left to write; `is_over` where all sources were seen, so that what was not used is of no use any more.
    /// Whether there is a whole new file that is to take the place of the old one.
    pub(super) fn finish(self, is_over: bool) -> bool {
        let used: Vec<u8> = self.used.into_iter().map(AtomicU8::into_inner).collect();
        let Some(mut anew) = self.anew.into_inner().unwrap_or_else(PoisonError::into_inner) else {
            return false;
        };
        let stays = |used: u8| used == RIGHT || used == UNUSED && !is_over;
        let staying: Vec<usize> = (0..used.len()).filter(|&place| stays(used[place])).collect();
        // Nothing new, and little or all of what there is unused: the old file may be of use again.
        if anew.entries.is_empty() && (staying.is_empty() || 2 * staying.len() >= used.len()) {
            return false;
        }
        let mut lists = Lists::new();
        if let Some(known) = &self.known {
            let mut names = BTreeSet::new();
            for place in staying {
                let Some(bytes) = known.record(place) else { continue };
                let Some(record) = Record::from_bytes(&bytes) else { continue };
                names.insert(record.list);
                if anew.add(known.entries[place].key, &bytes).is_err() {
                    return false;
                }
            }
            let still = |list: &&Vec<Fingerprint>| {
                let name = fingerprint::of_list(list);
                name != self.name && names.contains(&name)
            };
            lists.extend(known.lists.iter().filter(still).cloned());
        }
        lists.push(self.list);
        anew.finish(&lists).is_ok()
    }
}

impl List {
    /// `of_file`, which is at `place` in the file, beside the claims of this run.
    fn new(place: usize, of_file: &[Fingerprint], of_run: &[Fingerprint]) -> Self {
        let mut places: BTreeMap<&Fingerprint, Vec<usize>> = BTreeMap::new();
        for (claim, fingerprint) in of_run.iter().enumerate() {
            places.entry(fingerprint).or_default().push(claim);
        }
        let present = of_file.iter().map(|claim| places.get(claim).cloned().unwrap_or_default()).collect();
        let of_file: BTreeSet<&Fingerprint> = of_file.iter().collect();
        let is_complete = of_run.iter().all(|claim| of_file.contains(claim));
        Self { place, present, is_complete }
    }
}
