//! An archive of sources: each text that an article had, kept under its hash with the day on which it was first seen.
//!
//! `archive/<source>/<number>_<day>_<SHA-256>.txt`, the numbers counting up source by source. A file is never changed:
//! that its content still has the hash of its name is checked when it is read.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{Datelike, NaiveDate};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::span::Span;
use crate::{Error, Result, yaml};

use super::Version;
use super::folder::unreadable;
use crate::hash::sha256;

/// Longer ids are no names of folders, in bytes: file systems allow 255.
const LONGEST: usize = 150;

/// How much of an id's hash tells its folder from others, in hexadecimal digits.
const TELLING: usize = 16;

/// A folder in which texts are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Archive {
    folder: PathBuf,
}

/// A text that an archive keeps, by the name of its file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kept {
    /// Its number among the texts of its source, from 1.
    pub number: u32,
    /// The day on which it was first seen.
    pub day: NaiveDate,
    /// SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
}

impl Archive {
    /// The archive in `folder`, which need not exist yet.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// Where the texts of the source `id` are kept. Ids of `.jsonl` files may hold anything: what is no name for a folder
    /// on every system has its letters and a part of its hash instead, so that no id leads out of the archive.
    #[must_use]
    pub fn folder_of(&self, id: &str) -> PathBuf {
        if id.len() <= LONGEST && yaml::is_slug(id) && !is_device(id) {
            return self.folder.join(id);
        }
        let telling = sha256(id.as_bytes()).get(..TELLING).unwrap_or_default().to_owned();
        self.folder.join(format!("{}_{telling}", yaml::slug(id, LONGEST / 2)))
    }

    /// What is kept of the source `id`, oldest first; nothing where there is no folder of it.
    ///
    /// # Errors
    /// [`Error::Input`](crate::Error::Input) with every file whose name is not that of a kept text. Hidden files are passed
    /// over.
    pub fn kept(&self, id: &str) -> Result<Vec<Kept>> {
        let folder = self.folder_of(id);
        let entries = match fs::read_dir(&folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(Error::io("read", &folder))?,
        };
        let mut kept = Vec::new();
        let mut problems = Diagnostics::new();
        for entry in entries {
            let name = entry.map_err(Error::io("read", &folder))?.file_name();
            let name = name.to_string_lossy();
            match Kept::of_name(&name) {
                _ if name.starts_with('.') => {}
                Some(text) => kept.push(text),
                None => problems.push(strange(&folder.join(&*name))),
            }
        }
        kept.sort();
        problems.or(kept).map(|(kept, _)| kept)
    }

    /// The texts that are kept of the source `id`, oldest first.
    ///
    /// # Errors
    /// As [`Archive::kept`], and every file that is not what was kept any more.
    pub fn versions_of(&self, id: &str) -> Result<Vec<Version>> {
        let folder = self.folder_of(id);
        let mut versions = Vec::new();
        let mut problems = Diagnostics::new();
        for kept in self.kept(id)? {
            match kept.read(&folder) {
                Ok(version) => versions.push(version),
                Err(problem) => problems.push(*problem),
            }
        }
        problems.or(versions).map(|(versions, _)| versions)
    }
}

impl Kept {
    /// The name of its file.
    #[must_use]
    pub fn file_name(&self) -> String {
        format!("{:04}_{}_{}.txt", self.number, self.day.format("%Y-%m-%d"), self.sha256)
    }

    /// What is kept in a file of this name, if it is one that [`Kept::file_name`] gives.
    fn of_name(name: &str) -> Option<Self> {
        let mut parts = name.strip_suffix(".txt")?.splitn(3, '_');
        let number = parts.next()?.parse().ok().filter(|&number| number > 0)?;
        let day = NaiveDate::parse_from_str(parts.next()?, "%Y-%m-%d").ok()?;
        let sha256 = parts.next()?.to_owned();
        let is_hash = sha256.len() == 64 && sha256.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        let kept = Self { number, day, sha256 };
        (is_hash && (0..=9999).contains(&day.year()) && kept.file_name() == name).then_some(kept)
    }

    fn read(&self, folder: &Path) -> std::result::Result<Version, Box<Diagnostic>> {
        let path = folder.join(self.file_name());
        let bytes = fs::read(&path).map_err(|error| unreadable(&path, &error))?;
        let is_kept = sha256(&bytes) == self.sha256;
        let text = String::from_utf8(bytes).ok().filter(|_| is_kept).ok_or_else(|| changed(&path))?;
        Ok(Version {
            name: format!("{:04}", self.number),
            from: path
                .iter()
                .map(|part| part.to_string_lossy())
                .collect::<Vec<_>>()
                .join("/")
                .replacen("//", "/", 1),
            seen: Some(self.day.format("%Y-%m-%d").to_string()),
            sha256: self.sha256.clone(),
            article: Span::new(0, text.len()),
            text,
        })
    }
}

/// Whether Windows takes this for a device, whatever follows it.
fn is_device(id: &str) -> bool {
    let numbered = |device: &str| {
        id.strip_prefix(device).is_some_and(|number| matches!(number.as_bytes(), [b'0'..=b'9']))
    };
    matches!(id, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

fn strange(path: &Path) -> Diagnostic {
    let message = "this is not the name of a kept text: `0001_2025-02-12_<SHA-256>.txt`";
    Diagnostic::of_file(Code::BadName, path, message)
        .help("move it out of the archive, or give it its name back")
}

fn changed(path: &Path) -> Diagnostic {
    let message =
        "this text was changed after it was kept: its content no longer has the SHA-256 of its name";
    Diagnostic::of_file(Code::ChangedFile, path, message)
        .help("put back what was kept, from a copy of the archive, or move the file out of it")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::path::Component;

    use proptest::prelude::*;

    use super::*;

    fn kept(number: u32) -> Kept {
        let day = NaiveDate::from_ymd_opt(2025, 2, 12).unwrap();
        Kept { number, day, sha256: sha256(b"text") }
    }

    #[test]
    fn names_are_read_as_they_are_written() {
        for number in [1, 42, 9999, 10_000, u32::MAX] {
            let kept = kept(number);
            assert_eq!(Kept::of_name(&kept.file_name()), Some(kept));
        }
        let name = kept(1).file_name();
        for other in [
            name.replace("0001", "1"),
            name.replace("0001", "0000"),
            name.replace("0001", "00001"),
            name.replace("2025-02-12", "2025-02-30"),
            name.replace("2025-02-12", "2025-2-12"),
            name.replace(".txt", ""),
            name.replace(".txt", "a.txt"),
            name.to_uppercase(),
            String::new(),
        ] {
            assert_eq!(Kept::of_name(&other), None, "{other}");
        }
    }

    #[test]
    fn texts_are_read_back_in_the_order_of_their_numbers() {
        let folder = tempfile::tempdir().unwrap();
        let archive = Archive::new(folder.path());
        assert_eq!(archive.kept("sky").unwrap(), []);
        let of_sky = archive.folder_of("sky");
        fs::create_dir(&of_sky).unwrap();
        for number in [10_000, 2, 1] {
            fs::write(of_sky.join(kept(number).file_name()), "text").unwrap();
        }
        fs::write(of_sky.join(".hidden"), "").unwrap();
        let names: Vec<_> = archive.versions_of("sky").unwrap().into_iter().map(|one| one.name).collect();
        assert_eq!(names, ["0001", "0002", "10000"]);
    }

    #[test]
    fn what_is_no_longer_what_was_kept_is_reported() {
        let folder = tempfile::tempdir().unwrap();
        let archive = Archive::new(folder.path());
        let of_sky = archive.folder_of("sky");
        fs::create_dir(&of_sky).unwrap();
        fs::write(of_sky.join(kept(1).file_name()), "test").unwrap();
        fs::write(of_sky.join(kept(2).file_name()), b"\xff").unwrap();
        let said = archive.versions_of("sky").unwrap_err().to_string();
        assert_eq!(said.matches("was changed after it was kept").count(), 2, "{said}");
        fs::write(of_sky.join("notes.txt"), "mine").unwrap();
        let said = archive.kept("sky").unwrap_err().to_string();
        assert!(said.contains("notes.txt") && said.contains("not the name of a kept text"), "{said}");
    }

    proptest! {
        #[test]
        fn no_id_leads_out_of_the_archive(id in ".{0,40}|(\\.\\./|/|a|\\\\|con|\u{0}){1,6}", other in ".{0,9}") {
            let archive = Archive::new("archive");
            let folder = archive.folder_of(&id);
            let inside: Vec<_> = folder.strip_prefix("archive").unwrap().components().collect();
            prop_assert!(matches!(inside[..], [Component::Normal(_)]), "{folder:?}");
            let name = folder.file_name().unwrap().to_str().unwrap();
            prop_assert!(name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'), "{name}");
            prop_assert_eq!(id == other, folder == archive.folder_of(&other));
        }
    }
}
