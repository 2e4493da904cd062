//! The file: how it begins, records one after another, the lists that they are numbered by, and where each record is.
//!
//! Everything but the records is held in memory: a few dozen bytes a text. A record is only used if its checksum is right,
//! and the file only if that of what comes after the records is.

use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::sync::{Mutex, PoisonError};

use super::fingerprint::{Fingerprint, Key, checksum};

/// How every cache begins, of whichever build.
pub(super) const MAGIC: [u8; 16] = *b"crosscheck cache";

/// Where the records begin: after the magic and the run's fingerprint.
const RECORDS_AT: u64 = 32;

/// The bytes of an entry: the key, where the record is and how long.
const ENTRY: usize = 28;

/// The bytes of the end: where the lists begin and where the entries do, and the checksum.
const END: usize = 24;
const CHECKSUM: usize = 8;

/// The lists of claims that records are numbered by.
pub(super) type Lists = Vec<Vec<Fingerprint>>;

/// Where a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    pub(super) key: Key,
    at: u64,
    len: u32,
}

/// A cache that is read.
#[derive(Debug)]
pub(super) struct Known {
    file: Mutex<File>,
    /// In order of their keys.
    pub(super) entries: Vec<Entry>,
    pub(super) lists: Lists,
}

impl Known {
    /// What `file` holds, if it is a whole cache of a run with the fingerprint `run`.
    pub(super) fn open(mut file: File, run: Fingerprint) -> Option<Self> {
        let (entries, lists) = read_contents(&mut file, run)?;
        Some(Self { file: Mutex::new(file), entries, lists })
    }

    /// The place of the entry of `key`.
    pub(super) fn find(&self, key: Key) -> Option<usize> {
        self.entries.binary_search_by_key(&key, |entry| entry.key).ok()
    }

    /// The record of the entry at `place`, if it is as it was written.
    pub(super) fn record(&self, place: usize) -> Option<Vec<u8>> {
        let entry = self.entries.get(place)?;
        let mut bytes = vec![0; entry.len as usize];
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(entry.at)).ok()?;
        file.read_exact(&mut bytes).ok()?;
        drop(file);
        let (sum, record) = bytes.split_at_checked(CHECKSUM)?;
        (sum == checksum(record)).then(|| bytes.split_off(CHECKSUM))
    }
}

fn read_contents(file: &mut File, run: Fingerprint) -> Option<(Vec<Entry>, Lists)> {
    let mut begin = [0; RECORDS_AT as usize];
    file.read_exact(&mut begin).ok()?;
    if begin[..16] != MAGIC || begin[16..] != run {
        return None;
    }
    let size = file.seek(SeekFrom::End(0)).ok()?;
    let end_at = size.checked_sub(END as u64).filter(|&at| at >= RECORDS_AT)?;
    let mut end = [0; END];
    file.seek(SeekFrom::Start(end_at)).ok()?;
    file.read_exact(&mut end).ok()?;
    let lists_at = u64_at(&end, 0)?;
    let entries_at = u64_at(&end, 8)?;
    if lists_at < RECORDS_AT || entries_at < lists_at || end_at < entries_at {
        return None;
    }
    let mut contents = vec![0; usize::try_from(size - lists_at).ok()?];
    file.seek(SeekFrom::Start(lists_at)).ok()?;
    file.read_exact(&mut contents).ok()?;
    let (contents, sum) = contents.split_at(contents.len() - CHECKSUM);
    if sum != checksum(contents) {
        return None;
    }
    let contents = &contents[..contents.len() - (END - CHECKSUM)];
    let (lists, entries) = contents.split_at(usize::try_from(entries_at - lists_at).ok()?);
    let entries: Option<Vec<Entry>> = entries.chunks(ENTRY).map(entry).collect();
    let inside = |entry: &Entry| entry.at.checked_add(entry.len.into()).is_some_and(|end| end <= lists_at);
    Some((entries.filter(|entries| entries.iter().all(inside))?, postcard::from_bytes(lists).ok()?))
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..at + 8)?.try_into().ok().map(u64::from_le_bytes)
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let key = Key(bytes.get(..16)?.try_into().ok()?);
    let len = bytes.get(24..ENTRY)?.try_into().ok().map(u32::from_le_bytes)?;
    Some(Entry { key, at: u64_at(bytes, 16)?, len })
}

/// A cache that is written.
#[derive(Debug)]
pub(super) struct Anew {
    file: BufWriter<File>,
    run: Fingerprint,
    at: u64,
    pub(super) entries: Vec<Entry>,
}

impl Anew {
    /// Nothing yet of a run with the fingerprint `run`, in `file`, which is empty.
    pub(super) fn new(file: File, run: Fingerprint) -> Self {
        Self { file: BufWriter::with_capacity(1 << 16, file), run, at: 0, entries: Vec::new() }
    }

    /// Adds the record of a text.
    pub(super) fn add(&mut self, key: Key, record: &[u8]) -> io::Result<()> {
        self.begin()?;
        let len = u32::try_from(CHECKSUM + record.len()).map_err(io::Error::other)?;
        self.file.write_all(&checksum(record))?;
        self.file.write_all(record)?;
        self.entries.push(Entry { key, at: self.at, len });
        self.at += u64::from(len);
        Ok(())
    }

    /// Writes what comes before the records, unless it is written.
    fn begin(&mut self) -> io::Result<()> {
        if self.at == 0 {
            self.file.write_all(&MAGIC)?;
            self.file.write_all(&self.run)?;
            self.at = RECORDS_AT;
        }
        Ok(())
    }

    /// Writes what comes after the records.
    pub(super) fn finish(mut self, lists: &Lists) -> io::Result<()> {
        self.begin()?;
        let lists = postcard::to_allocvec(lists).map_err(io::Error::other)?;
        let entries_at = self.at + lists.len() as u64;
        let mut contents = lists;
        self.entries.sort_unstable();
        self.entries.dedup_by_key(|entry| entry.key);
        for Entry { key, at, len } in &self.entries {
            contents.extend_from_slice(&key.0);
            contents.extend_from_slice(&at.to_le_bytes());
            contents.extend_from_slice(&len.to_le_bytes());
        }
        contents.extend_from_slice(&self.at.to_le_bytes());
        contents.extend_from_slice(&entries_at.to_le_bytes());
        contents.extend_from_slice(&checksum(&contents));
        self.file.write_all(&contents)?;
        self.file.flush()
    }
}
