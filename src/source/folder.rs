//! Finding the files of a folder of sources.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};

use super::manifest::is_manifest;

/// A file of the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// Relative to the folder, with `/` on every system.
    pub(super) file: String,
    /// As it is opened, and as the user knows it.
    pub(super) path: PathBuf,
}

/// All files of `folder` and of the folders in it, in order of their relative paths, and what is wrong with them.
///
/// Left out are hidden files and folders, the manifest, snapshots, editors' backups and what file managers leave behind.
/// Symbolic links to folders are not followed, as the files of any folder inside are found anyway.
pub(super) fn walk(folder: &Path, problems: &mut Diagnostics) -> Vec<Found> {
    let Ok(root) = folder.canonicalize() else {
        problems.push(missing(folder));
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut waiting = vec![(folder.to_path_buf(), String::new())];
    while let Some((path, prefix)) = waiting.pop() {
        let entries = match fs::read_dir(&path) {
            Ok(entries) => entries,
            Err(error) => {
                problems.push(unreadable(&path, &error));
                continue;
            }
        };
        for entry in entries {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    problems.push(unreadable(&path, &error));
                    break;
                }
            };
            match classify(&entry, &prefix, &root) {
                Ok(Some(Item::File(file))) => found.push(file),
                Ok(Some(Item::Folder(folder))) => waiting.push((folder.path, folder.file + "/")),
                Ok(None) => {}
                Err(problem) => problems.push(*problem),
            }
        }
    }
    found.sort_by(|a, b| a.file.cmp(&b.file));
    found
}

enum Item {
    File(Found),
    Folder(Found),
}

fn classify(entry: &fs::DirEntry, prefix: &str, root: &Path) -> Result<Option<Item>, Box<Diagnostic>> {
    let path = entry.path();
    let name = entry.file_name();
    let Some(name) = name.to_str() else {
        let problem = Diagnostic::of_file(Code::Unreadable, path, "the file's name is not valid Unicode");
        return Err(Box::new(problem.help("rename it: reports name sources by their files")));
    };
    if is_passed_over(name) {
        return Ok(None);
    }
    let found = Found { file: format!("{prefix}{name}"), path };
    let kind = entry.file_type().map_err(|error| unreadable(&found.path, &error))?;
    if kind.is_dir() {
        return Ok(Some(Item::Folder(found)));
    }
    if is_manifest(name.as_ref()) {
        return if prefix.is_empty() { Ok(None) } else { Err(Box::new(misplaced(&found.path))) };
    }
    if kind.is_symlink() {
        return Ok(linked(found, root)?.map(Item::File));
    }
    if !kind.is_file() {
        let problem =
            Diagnostic::of_file(Code::Unreadable, found.path, "this is neither a file nor a folder");
        return Err(Box::new(problem.help("move it out of the folder of sources")));
    }
    Ok(Some(Item::File(found)))
}

/// A link's file, where it leads to one inside `root`; `None` where it leads to a folder inside.
fn linked(found: Found, root: &Path) -> Result<Option<Found>, Box<Diagnostic>> {
    let target = found.path.canonicalize().map_err(|error| unreadable(&found.path, &error))?;
    if !target.starts_with(root) {
        return Err(Box::new(outside(&found.path)));
    }
    Ok(target.is_file().then_some(found))
}

fn is_passed_over(name: &str) -> bool {
    const ENDINGS: [&str; 8] = ["~", ".bak", ".orig", ".swp", ".swo", ".tmp", "#", ".snap.yaml"];
    name.starts_with('.')
        || ENDINGS.iter().any(|ending| name.ends_with(ending))
        || matches!(name, "Thumbs.db" | "desktop.ini")
}

fn misplaced(path: &Path) -> Diagnostic {
    Diagnostic::of_file(Code::OutsideFolder, path, "only the sources.yaml at the top of the folder is read")
        .help("move its entries there, with `file` relative to that folder")
}

fn outside(path: &Path) -> Diagnostic {
    Diagnostic::of_file(Code::OutsideFolder, path, "this symbolic link leads out of the folder of sources")
        .help("put a copy of the file into the folder instead")
}

/// There is no such file or folder.
pub(super) fn missing(path: &Path) -> Diagnostic {
    Diagnostic::of_file(Code::NotFound, path, "there is no such file or folder").help("check the path")
}

/// It is there, but cannot be read.
pub(super) fn unreadable(path: &Path, error: &io::Error) -> Diagnostic {
    if error.kind() == io::ErrorKind::NotFound {
        return missing(path);
    }
    if error.kind() == io::ErrorKind::IsADirectory {
        let problem = Diagnostic::of_file(Code::Unreadable, path, "this is a folder, not a file");
        return problem.help("name the files in it");
    }
    Diagnostic::of_file(Code::Unreadable, path, format!("cannot be read: {error}"))
        .help("check its permissions, or move it out of the folder of sources")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn folder(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "x").unwrap();
        }
        folder
    }

    fn names(folder: &Path) -> (Vec<String>, Vec<Code>) {
        let mut problems = Diagnostics::new();
        let found = walk(folder, &mut problems);
        (found.into_iter().map(|f| f.file).collect(), problems.iter().map(Diagnostic::code).collect())
    }

    #[test]
    fn finds_files_in_order_and_passes_over_litter() {
        let folder = folder(&[
            "b.txt",
            "a/z.txt",
            "a/b/c",
            "a.txt",
            ".hidden",
            ".git/config",
            "sources.yaml",
            "sources.yml",
            "b.txt~",
            "#b.txt#",
            ".#b.txt",
            "b.txt.bak",
            "b.swp",
            "Thumbs.db",
            "verdicts.snap.yaml",
        ]);
        assert_eq!(
            names(folder.path()),
            (["a.txt", "a/b/c", "a/z.txt", "b.txt"].map(str::to_owned).to_vec(), vec![])
        );
    }

    #[test]
    fn a_manifest_further_down_is_misplaced() {
        let folder = folder(&["a.txt", "a/sources.yaml"]);
        assert_eq!(names(folder.path()).1, [Code::OutsideFolder]);
    }

    #[cfg(unix)]
    #[test]
    fn links_may_not_lead_outside() {
        use std::os::unix::fs::symlink;
        let other = folder(&["secret.txt"]);
        let folder = folder(&["a/b.txt"]);
        let at = |name: &str| folder.path().join(name);
        symlink(at("a/b.txt"), at("inside.txt")).unwrap();
        symlink(at("a"), at("same-folder")).unwrap();
        symlink(folder.path(), at("a/loop")).unwrap();
        assert_eq!(names(folder.path()), (["a/b.txt", "inside.txt"].map(str::to_owned).to_vec(), vec![]));
        symlink(other.path().join("secret.txt"), at("outside.txt")).unwrap();
        symlink(other.path(), at("outside")).unwrap();
        symlink(at("gone"), at("broken.txt")).unwrap();
        let (_, mut codes) = names(folder.path());
        codes.sort();
        assert_eq!(codes, [Code::NotFound, Code::OutsideFolder, Code::OutsideFolder]);
    }

    #[test]
    fn a_missing_folder_is_a_problem() {
        assert_eq!(names(Path::new("/no/such/folder")).1, [Code::NotFound]);
    }
}
