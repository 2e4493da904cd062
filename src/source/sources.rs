//! All sources of a case: found, checked, read one by one.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Input, quoted};
use crate::span::Span;
use crate::{Error, Result};

use super::draft::{self, Described, Draft};
use super::fields::Fields;
use super::folder::{self, Found};
use super::format::Format;
use super::version::{self, Version};
use super::{Entry, Source, ids, jsonl, manifest};

/// Texts read while checking are kept up to this many bytes together, so that a small case is read once; the
/// texts of a larger one are read again when their turn comes.
const KEPT: usize = 64 * 1024 * 1024;

/// How many files are checked at a time: enough for every processor, few enough to hold in memory.
const BATCH: usize = 64;

/// The sources of a case: a folder, or one file.
#[derive(Debug)]
pub struct Sources {
    /// The folder they are in; empty where they are one file.
    folder: PathBuf,
    manifest: Option<Input>,
    items: Vec<Item>,
}

/// A file with one source or many.
#[derive(Debug)]
struct Item {
    found: Found,
    entry: Option<Entry>,
    /// The source's id; where the file has many, what their ids begin with.
    id: String,
    /// The source itself, where there was room to keep it.
    kept: Option<Box<Source>>,
}

impl Sources {
    /// Finds the sources in `path` and checks them: a folder with its `sources.yaml`, or one file of sources.
    ///
    /// Every file but `.jsonl` ones is read once here, so that all problems come before any work. The lines of a
    /// `.jsonl` file are read, and found bad, when [`Sources::read`] comes to them.
    ///
    /// # Errors
    /// [`Error::Input`](crate::Error::Input) with every problem of the manifest and of every file in it.
    pub fn open(path: &Path) -> Result<Self> {
        let (sources, problems) = Self::open_what_can_be_read(path)?;
        problems.or(sources).map(|(sources, _)| sources)
    }

    /// The same, with the problems of single files apart: [`Sources::read`] gives them again where it comes to these.
    ///
    /// # Errors
    /// [`Error::Input`](crate::Error::Input) where it is not known which source is which: the manifest cannot be read, or
    /// two sources have one id.
    pub fn open_what_can_be_read(path: &Path) -> Result<(Self, Diagnostics)> {
        if path.is_dir() {
            return Self::of_folder(path);
        }
        if !path.exists() {
            return Err(Error::Input(folder::missing(path).into()));
        }
        Self::of_files(vec![(lone(path), None)], None, Diagnostics::new())
    }

    fn of_folder(folder: &Path) -> Result<(Self, Diagnostics)> {
        let mut problems = Diagnostics::new();
        let (manifest, is_known) = match manifest::load(folder) {
            Ok(manifest) => (manifest, true),
            Err(Error::Input(found)) => {
                problems.extend(found);
                (None, false)
            }
            Err(error) => return Err(error),
        };
        let found = folder::walk(folder, &mut problems);
        if found.is_empty() && problems.is_empty() {
            return Err(Error::Input(empty_folder(folder).into()));
        }
        let (input, entries) = manifest.map_or((None, Vec::new()), |m| (Some(m.input), m.entries));
        problems.extend(version::problems(folder, input.as_ref(), &entries));
        let (mut sources, problems) = Self::of_files(pair(folder, found, entries), input, problems)?;
        if !is_known {
            return Err(Error::Input(problems));
        }
        folder.clone_into(&mut sources.folder);
        Ok((sources, problems))
    }

    fn of_files(
        files: Vec<(Found, Option<Entry>)>,
        manifest: Option<Input>,
        mut problems: Diagnostics,
    ) -> Result<(Self, Diagnostics)> {
        let surveyed = survey(&files, manifest.as_ref(), &mut problems);
        let names: Vec<&str> = files.iter().map(|(found, _)| found.file.as_str()).collect();
        let given: Vec<Option<&str>> = surveyed.iter().map(|s| s.id.as_deref()).collect();
        let new_ids = ids::assign(&names, &given);
        let repeated = repeated_ids(&files, &new_ids);
        let ambiguous = !repeated.is_empty();
        problems.extend(repeated);
        if ambiguous {
            return Err(Error::Input(problems));
        }
        let items = files.into_iter().zip(surveyed).zip(new_ids).map(|(((found, entry), surveyed), id)| {
            let kept = surveyed.kept.map(|draft| Box::new(draft.into_source(id.clone())));
            Item { found, entry, id, kept }
        });
        Ok((Self { folder: PathBuf::new(), manifest, items: items.collect() }, problems))
    }

    /// The earlier texts of the source `id` that `sources.yaml` names, oldest first; none where there is no such source.
    ///
    /// # Errors
    /// [`Error::Input`](crate::Error::Input) with the problems of those that cannot be read any more.
    pub fn versions_of(&self, id: &str) -> Result<Vec<Version>> {
        let item = self.items.iter().find(|item| item.id == id && !item.is_many());
        let Some(entry) = item.and_then(|item| item.entry.as_ref()) else { return Ok(Vec::new()) };
        version::read_all(&self.folder, entry).map_err(all)
    }

    /// Reads the sources one by one, in order of their files' paths; the lines of a `.jsonl` file in their order.
    ///
    /// After a source that cannot be read the next one follows.
    pub fn read(&self) -> impl Iterator<Item = Result<Source>> + Send + '_ {
        let mut met = ids::Met::default();
        for item in self.items.iter().filter(|item| !item.is_many()) {
            met.is_new(&item.id);
        }
        self.items.iter().flat_map(|item| item.read(self.manifest.as_ref())).map(move |(line, read)| {
            let source = read?;
            match line {
                Some((file, place)) if !met.is_new(&source.metadata.id) => {
                    Err(repeated_in_line(file, &place, &source.metadata.id))
                }
                _ => Ok(source),
            }
        })
    }

    /// Reads all sources into memory.
    ///
    /// # Errors
    /// [`Error::Input`](crate::Error::Input) with the problems of all sources that cannot be read.
    pub fn read_all(&self) -> Result<Vec<Source>> {
        let mut problems = Diagnostics::new();
        let mut sources = Vec::with_capacity(self.items.len());
        for read in self.read() {
            match read {
                Ok(source) => sources.push(source),
                Err(Error::Input(found)) => problems.extend(found),
                Err(error) => return Err(error),
            }
        }
        problems.or(sources).map(|(sources, _)| sources)
    }
}

/// A source as read, with file and line where its file has many.
type Read<'a> = (Option<(&'a Path, jsonl::Place)>, Result<Source>);

impl Item {
    fn is_many(&self) -> bool {
        is_many(&self.found)
    }

    fn read<'a>(&'a self, manifest: Option<&'a Input>) -> Box<dyn Iterator<Item = Read<'a>> + Send + 'a> {
        if self.is_many() {
            return self.read_lines();
        }
        Box::new(std::iter::once_with(move || (None, self.read_one(manifest))))
    }

    fn read_one(&self, manifest: Option<&Input>) -> Result<Source> {
        match &self.kept {
            Some(source) => Ok(Source::clone(source)),
            None => draft::read(&self.found, described(manifest, self.entry.as_ref()))
                .map(|draft| draft.into_source(self.id.clone()))
                .map_err(all),
        }
    }

    fn read_lines(&self) -> Box<dyn Iterator<Item = Read<'_>> + Send + '_> {
        let lines = match jsonl::Lines::open(&self.found) {
            Ok(lines) => lines,
            Err(problem) => return Box::new(std::iter::once((None, Err(Error::Input(problem.into()))))),
        };
        let defaults = self.entry.as_ref().map_or_else(Fields::default, Fields::from);
        Box::new(lines.map(move |line| match line {
            Ok((place, mut draft)) => {
                let own = draft.fields.id.take();
                let numbered = own.is_none();
                let id = own.unwrap_or_else(|| format!("{}-{}", self.id, place.number));
                draft.fields = draft.fields.or(defaults.clone());
                let source = Source { numbered, ..draft.into_source(id) };
                (Some((self.found.path.as_path(), place)), Ok(source))
            }
            Err(problem) => (None, Err(Error::Input(problem.into()))),
        }))
    }
}

/// Reads one file as a source, without a manifest.
///
/// # Errors
/// [`Error::Input`](crate::Error::Input) where it cannot be read, is no text, or holds many sources, as a `.jsonl`
/// file does; [`Sources::open`] reads that.
pub fn read_file(path: &Path) -> Result<Source> {
    let found = lone(path);
    if is_many(&found) {
        let problem =
            Diagnostic::of_file(Code::NotText, path, "this file holds a source a line, not one source");
        return Err(Error::Input(problem.help("give it to `--sources`, which reads all of them").into()));
    }
    let draft = draft::read(&found, None).map_err(all)?;
    let id = draft.fields.id.clone().unwrap_or_else(|| ids::slug(ids::stem(&found.file)));
    Ok(draft.into_source(id))
}

/// A file that belongs to no folder, named as the user names it.
fn lone(path: &Path) -> Found {
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    Found { file: parts.join("/").replacen("//", "/", 1), path: path.to_path_buf() }
}

fn is_many(found: &Found) -> bool {
    Format::of_name(&found.file) == Some(Format::JsonLines)
}

fn described<'a>(manifest: Option<&'a Input>, entry: Option<&'a Entry>) -> Option<Described<'a>> {
    Some(Described { manifest: manifest?, entry: entry? })
}

fn all(problems: Vec<Diagnostic>) -> Error {
    let mut collected = Diagnostics::new();
    collected.extend(problems);
    Error::Input(collected)
}

/// Each file with its entry. An entry may name a file that is passed over otherwise; the versions that an entry names
/// are no sources of their own.
fn pair(folder: &Path, mut found: Vec<Found>, entries: Vec<Entry>) -> Vec<(Found, Option<Entry>)> {
    let versions: BTreeSet<&str> =
        entries.iter().flat_map(|entry| &entry.versions).map(|version| version.file.as_str()).collect();
    found.retain(|found| !versions.contains(found.file.as_str()));
    let mut entries: BTreeMap<String, Entry> = entries.into_iter().map(|e| (e.file.clone(), e)).collect();
    let mut files: Vec<(Found, Option<Entry>)> = found
        .into_iter()
        .map(|found| {
            let entry = entries.remove(&found.file);
            (found, entry)
        })
        .collect();
    files.extend(entries.into_iter().map(|(file, entry)| {
        let path = folder.join(&file);
        (Found { file, path }, Some(entry))
    }));
    files.sort_by(|(a, _), (b, _)| a.file.cmp(&b.file));
    files
}

/// What reading a file once has told.
#[derive(Default)]
struct Surveyed {
    /// The id it was given, by its entry or by itself.
    id: Option<String>,
    kept: Option<Draft>,
}

/// Reads every file that holds one source.
fn survey(
    files: &[(Found, Option<Entry>)],
    manifest: Option<&Input>,
    problems: &mut Diagnostics,
) -> Vec<Surveyed> {
    let mut room = KEPT;
    let mut surveyed = Vec::with_capacity(files.len());
    for batch in files.chunks(BATCH) {
        let drafts: Vec<_> = batch
            .par_iter()
            .map(|(found, entry)| {
                (!is_many(found)).then(|| draft::read(found, described(manifest, entry.as_ref())))
            })
            .collect();
        for ((_, entry), draft) in batch.iter().zip(drafts) {
            let id = entry.as_ref().and_then(|entry| entry.id.clone());
            surveyed.push(match draft {
                Some(Ok(draft)) => {
                    let fits = draft.text.len() <= room;
                    room -= if fits { draft.text.len() } else { 0 };
                    Surveyed { id: draft.fields.id.clone(), kept: fits.then_some(draft) }
                }
                Some(Err(found)) => {
                    problems.extend(found);
                    Surveyed { id, kept: None }
                }
                None => {
                    problems.extend(bounds_of_many(manifest, entry.as_ref()));
                    Surveyed { id, kept: None }
                }
            });
        }
    }
    surveyed
}

/// `begins_at` and `ends_at` in the entry of a file with many sources, which have no common beginning.
fn bounds_of_many(manifest: Option<&Input>, entry: Option<&Entry>) -> Vec<Diagnostic> {
    let Some(Described { manifest, entry }) = described(manifest, entry) else { return Vec::new() };
    let problem = |(_, span): &(String, Span)| {
        let message = "this file holds a source a line, each with its own text";
        Diagnostic::at(Code::WordsNotFound, manifest, *span, message)
            .help("write `begins_at` and `ends_at` into the lines themselves")
    };
    [&entry.begins_at, &entry.ends_at].into_iter().flatten().map(problem).collect()
}

/// Ids given twice, by files themselves or by a file and an entry; two entries are the manifest's matter.
fn repeated_ids(files: &[(Found, Option<Entry>)], new_ids: &[String]) -> Vec<Diagnostic> {
    let mut owners: BTreeMap<&str, &(Found, Option<Entry>)> = BTreeMap::new();
    let mut problems = Vec::new();
    for (owner, id) in files.iter().zip(new_ids) {
        if let Some((first, entry)) = owners.insert(id, owner) {
            let by_entry = |entry: &Option<Entry>| entry.as_ref().is_some_and(|entry| entry.id.is_some());
            if !(by_entry(entry) && by_entry(&owner.1)) {
                let message = format!("the id `{id}` is also that of {}", first.path.display());
                let problem = Diagnostic::of_file(Code::DuplicateId, &owner.0.path, message);
                problems.push(problem.help("give one of the two another `id`"));
            }
        }
    }
    problems
}

fn repeated_in_line(path: &Path, place: &jsonl::Place, id: &str) -> Error {
    let message = format!("another source has the id {}", quoted(id));
    let problem = place.bad_id(Code::DuplicateId, path, message);
    Error::Input(problem.help("give one of the two another `id`").into())
}

fn empty_folder(folder: &Path) -> Diagnostic {
    Diagnostic::of_file(Code::EmptyFolder, folder, "there are no sources in this folder")
        .help("put the articles into it, one a file (.txt, .md or .html) or one a line of a `.jsonl` file")
}
