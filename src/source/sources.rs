//! All sources of a case: found, checked, read one by one.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Input};
use crate::{Error, Result};

use super::batch::{Admission, Batch, Batches, Raw};
use super::folder::{self, Found};
use super::item::{Item, all, bounds_of_many, is_many, survey};
use super::version::{self, Version};
use super::{Entry, Source, draft, ids, manifest};

/// The sources of a case: a folder, or one file.
#[derive(Debug)]
pub struct Sources {
    /// The folder they are in; empty where they are one file.
    folder: PathBuf,
    manifest: Option<Input>,
    items: Vec<Item>,
    /// What is wrong with files and folders that are no items: they cannot even be looked at.
    unseen: Vec<Diagnostic>,
}

/// What is wrong beside single files that cannot be read.
#[derive(Default)]
struct Wrong {
    /// What the manifest says of files that it does not fit.
    mistakes: Diagnostics,
    /// Which items have an id that is another's.
    repeated: Vec<(usize, Diagnostic)>,
}

impl Sources {
    /// Finds the sources in `path` and checks them: a folder with its `sources.yaml`, or one file of sources.
    ///
    /// Every file with one source is read once here, so that all problems come before any work. The lines of a
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
        let (sources, wrong) = Self::find(path)?;
        let mut problems = sources.unreadable();
        problems.extend(wrong.mistakes);
        if wrong.repeated.is_empty() {
            return Ok((sources, problems));
        }
        problems.extend(wrong.repeated.into_iter().map(|(_, problem)| problem));
        Err(Error::Input(problems))
    }

    /// The same, where [`Sources::read`] alone tells of files that cannot be read, or whose id is another's.
    ///
    /// # Errors
    /// [`Error::Input`](crate::Error::Input) with every problem of the manifest, and where there is nothing at all.
    pub fn open_leaving_out(path: &Path) -> Result<Self> {
        let (mut sources, wrong) = Self::find(path)?;
        wrong.mistakes.or(())?;
        for (index, problem) in wrong.repeated {
            if let Some(item) = sources.items.get_mut(index) {
                item.refuse(problem);
            }
        }
        Ok(sources)
    }

    /// What is wrong with files that cannot be read.
    fn unreadable(&self) -> Diagnostics {
        let mut problems = Diagnostics::new();
        problems.extend(self.unseen.iter().chain(self.items.iter().flat_map(Item::problems)).cloned());
        problems
    }

    fn find(path: &Path) -> Result<(Self, Wrong)> {
        if path.is_dir() {
            return Self::of_folder(path);
        }
        if !path.exists() {
            return Err(Error::Input(folder::missing(path).into()));
        }
        Ok(Self::of_files(vec![(lone(path), None)], None))
    }

    fn of_folder(folder: &Path) -> Result<(Self, Wrong)> {
        let (manifest, broken) = match manifest::load(folder) {
            Ok(manifest) => (manifest, None),
            Err(Error::Input(found)) => (None, Some(found)),
            Err(error) => return Err(error),
        };
        let mut unseen = Diagnostics::new();
        let found = folder::walk(folder, &mut unseen);
        if found.is_empty() && unseen.is_empty() && broken.is_none() {
            return Err(Error::Input(empty_folder(folder).into()));
        }
        let (input, entries) = manifest.map_or((None, Vec::new()), |m| (Some(m.input), m.entries));
        let versions = version::problems(folder, input.as_ref(), &entries);
        let (mut sources, mut wrong) = Self::of_files(pair(folder, found, entries), input);
        sources.unseen.extend(unseen);
        wrong.mistakes.extend(versions);
        // Without its manifest nobody knows which source is which.
        if let Some(mut problems) = broken {
            problems.extend(sources.unreadable());
            problems.extend(wrong.mistakes);
            problems.extend(wrong.repeated.into_iter().map(|(_, problem)| problem));
            return Err(Error::Input(problems));
        }
        folder.clone_into(&mut sources.folder);
        Ok((sources, wrong))
    }

    fn of_files(files: Vec<(Found, Option<Entry>)>, manifest: Option<Input>) -> (Self, Wrong) {
        let surveyed = survey(&files, manifest.as_ref());
        let names: Vec<&str> = files.iter().map(|(found, _)| found.file.as_str()).collect();
        let given: Vec<Option<&str>> = surveyed.iter().map(|s| s.id.as_deref()).collect();
        let new_ids = ids::assign(&names, &given);
        let mut wrong = Wrong { mistakes: Diagnostics::new(), repeated: repeated_ids(&files, &new_ids) };
        let many = files.iter().filter(|(found, _)| is_many(found));
        let bounds = many.flat_map(|(_, entry)| bounds_of_many(manifest.as_ref(), entry.as_ref()));
        wrong.mistakes.extend(bounds);
        let items = files.into_iter().zip(surveyed).zip(new_ids);
        let items = items.map(|(((found, entry), surveyed), id)| surveyed.into_item(found, entry, id));
        let items = items.collect();
        (Self { folder: PathBuf::new(), manifest, items, unseen: Vec::new() }, wrong)
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

    fn fetch(&self) -> impl Iterator<Item = Batch<'_>> {
        let unseen = self.unseen.iter().map(|problem| Batch::new(Raw::Problem(Box::new(problem.clone())), 0));
        unseen.chain(self.items.iter().flat_map(|item| item.batches(self.manifest.as_ref())))
    }

    fn admission(&self) -> Admission {
        // What cannot be read has no id to keep from others.
        let files = self.items.iter().filter(|item| !item.is_many() && item.problems().is_empty());
        Admission::beside(files.map(Item::id))
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

/// Ids given twice, by files themselves or by a file and an entry, with the later file's place; two entries are the
/// manifest's matter.
fn repeated_ids(files: &[(Found, Option<Entry>)], new_ids: &[String]) -> Vec<(usize, Diagnostic)> {
    let mut owners: BTreeMap<&str, &(Found, Option<Entry>)> = BTreeMap::new();
    let mut problems = Vec::new();
    for (index, (owner, id)) in files.iter().zip(new_ids).enumerate() {
        if let Some((first, entry)) = owners.insert(id, owner) {
            let by_entry = |entry: &Option<Entry>| entry.as_ref().is_some_and(|entry| entry.id.is_some());
            if !(by_entry(entry) && by_entry(&owner.1)) {
                let message = format!("the id `{id}` is also that of {}", first.path.display());
                let problem = Diagnostic::of_file(Code::DuplicateId, &owner.0.path, message);
                problems.push((index, problem.help("give one of the two another `id`")));
            }
        }
    }
    problems
}

fn empty_folder(folder: &Path) -> Diagnostic {
    Diagnostic::of_file(Code::EmptyFolder, folder, "there are no sources in this folder")
        .help("put the articles into it, one a file (.txt, .md or .html) or one a line of a `.jsonl` file")
}
