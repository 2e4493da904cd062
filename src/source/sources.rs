//! All sources of a case: found, checked, read one by one.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Input};
use crate::{Error, Result};

use super::batch::{Admission, Batch, Batches};
use super::folder::{self, Found};
use super::item::{Item, all, is_many, survey};
use super::version::{self, Version};
use super::{Entry, Source, draft, ids, manifest};

/// The sources of a case: a folder, or one file.
#[derive(Debug)]
pub struct Sources {
    /// The folder they are in; empty where they are one file.
    folder: PathBuf,
    manifest: Option<Input>,
    items: Vec<Item>,
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
        let items = files.into_iter().zip(surveyed).zip(new_ids);
        let items = items.map(|(((found, entry), surveyed), id)| surveyed.into_item(found, entry, id));
        Ok((Self { folder: PathBuf::new(), manifest, items: items.collect() }, problems))
    }

    /// The earlier texts of the source `id` that `sources.yaml` names, oldest first; none where there is no such source.
    ///
    /// # Errors
    /// [`Error::Input`](crate::Error::Input) with the problems of those that cannot be read any more.
    pub fn versions_of(&self, id: &str) -> Result<Vec<Version>> {
        let item = self.items.iter().find(|item| item.id() == id && !item.is_many());
        let Some(entry) = item.and_then(Item::entry) else { return Ok(Vec::new()) };
        version::read_all(&self.folder, entry).map_err(all)
    }

    /// The sources in batches, in order of their files' paths; the lines of a `.jsonl` file in their order.
    #[must_use]
    pub fn batches(&self) -> Batches<'_> {
        Batches::new(self.fetch(), self.admission())
    }

    fn fetch(&self) -> impl Iterator<Item = Batch<'_>> + Send {
        self.items.iter().flat_map(|item| item.batches(self.manifest.as_ref()))
    }

    fn admission(&self) -> Admission {
        Admission::beside(self.items.iter().filter(|item| !item.is_many()).map(Item::id))
    }

    /// How many bytes the files have together, as they lie on the disk.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.items.iter().map(Item::size).sum()
    }

    /// Reads the sources one by one, in order of their files' paths; the lines of a `.jsonl` file in their order.
    ///
    /// After a source that cannot be read the next one follows.
    pub fn read(&self) -> impl Iterator<Item = Result<Source>> + '_ {
        let mut admission = self.admission();
        self.fetch().flat_map(Batch::read).map(move |read| admission.admit(read))
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

fn empty_folder(folder: &Path) -> Diagnostic {
    Diagnostic::of_file(Code::EmptyFolder, folder, "there are no sources in this folder")
        .help("put the articles into it, one a file (.txt, .md or .html) or one a line of a `.jsonl` file")
}
