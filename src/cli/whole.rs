//! Files that appear whole or not at all, whatever happens while they are written, and that two runs at once do not
//! spoil for one another.
//!
//! A file is written beside its place and renamed. While it is written it is locked, so that what a killed run left
//! behind can be told from what another run is still writing, and is cleared away by the next run in that folder.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use crosscheck::{Error, Result};
use tempfile::NamedTempFile;

/// What the names of files begin with that are not whole yet; letters and digits that are drawn follow.
const UNFINISHED: &str = ".crosscheck-unfinished-";

/// How many of these there are.
const DRAWN: usize = 6;

/// How often what another run spoils is begun anew.
const TRIES: usize = 1000;

/// Writes `path` anew, through a symbolic link to what it leads to; on failure it stays as it was.
///
/// # Errors
/// What `write` gives back, and failures to write.
pub(super) fn replace(path: &Path, write: impl FnOnce(&mut File) -> io::Result<()>) -> io::Result<()> {
    let path = &followed(path);
    let beside = written_beside(path, write)?;
    put(beside, path)
}

/// An empty file that is to be written, and then [`put`] at `path`.
///
/// # Errors
/// Where no file can be made there.
pub(super) fn begin(path: &Path) -> io::Result<NamedTempFile> {
    written_beside(&followed(path), |_| Ok(()))
}

/// Puts what was written at `path`, in place of what is there.
///
/// # Errors
/// Where that cannot be done.
pub(super) fn put(written: NamedTempFile, path: &Path) -> io::Result<()> {
    written.persist(followed(path)).map(drop).map_err(|error| error.error)
}

/// Through a symbolic link what it leads to, or the link itself would be replaced.
fn followed(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// Writes `path` if there is no such file yet; whether there was none.
///
/// # Errors
/// What `write` gives back, and failures to write.
pub(super) fn create(path: &Path, write: impl FnOnce(&mut File) -> io::Result<()>) -> io::Result<bool> {
    match written_beside(path, write)?.persist_noclobber(path) {
        Ok(_) => Ok(true),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error.error),
    }
}

/// Reads `path`, hands its content to `change` (nothing where there is no such file) and writes what that gives back, if
/// anything, in its place. Of several runs that change a file at once, each sees what those before it wrote; `change` may
/// be called again where another run was quicker.
///
/// # Errors
/// What `change` gives back, and failures to read and to write.
pub(super) fn change(
    path: &Path,
    mut change: impl FnMut(Option<&[u8]>) -> Result<Option<Vec<u8>>>,
) -> Result<()> {
    for _ in 0..TRIES {
        let Some(mut held) = hold(path).map_err(Error::io("read", path))? else {
            let Some(content) = change(None)? else { return Ok(()) };
            if create(path, |file| fill(file, &content)).map_err(Error::io("write", path))? {
                return Ok(());
            }
            if is_dangling(path) {
                let nowhere = io::Error::new(io::ErrorKind::NotFound, "this link leads to no file");
                return Err(Error::io("write", path)(nowhere));
            }
            continue;
        };
        let mut present = Vec::new();
        held.read_to_end(&mut present).map_err(Error::io("read", path))?;
        if let Some(content) = change(Some(&present))? {
            replace(path, |file| fill(file, &content)).map_err(Error::io("write", path))?;
        }
        drop(held);
        return Ok(());
    }
    let busy = io::Error::new(io::ErrorKind::ResourceBusy, "other runs keep writing it");
    Err(Error::io("write", path)(busy))
}

/// Whether there is a link at `path` to a file that is not there.
fn is_dangling(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|meta| meta.is_symlink()) && !path.exists()
}

/// Writes `content`, and waits until it is on the disk: what is kept for later survives a power cut too.
pub(super) fn fill(file: &mut File, content: &[u8]) -> io::Result<()> {
    file.write_all(content)?;
    file.sync_all()
}

/// Locks the file at `path` against other runs that change it; `None` where there is none.
fn hold(path: &Path) -> io::Result<Option<File>> {
    for _ in 0..TRIES {
        let file = match File::open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        match file.lock() {
            // What was waited for has been replaced meanwhile: the lock is on a file that is gone.
            Ok(()) if !is_at(&file, path) => continue,
            Ok(()) => return Ok(Some(file)),
            Err(error) if error.kind() == io::ErrorKind::Unsupported => return Ok(Some(file)),
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::new(io::ErrorKind::ResourceBusy, "other runs keep replacing it"))
}

/// Whether `file` is what stands at `path`.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::metadata(path)) {
        (Ok(held), Ok(present)) => (held.dev(), held.ino()) == (present.dev(), present.ino()),
        _ => false,
    }
}

/// Whether `file` is what stands at `path`: elsewhere a file that is open cannot be replaced.
#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}

/// What is to stand at `path`, written beside it.
fn written_beside(path: &Path, write: impl FnOnce(&mut File) -> io::Result<()>) -> io::Result<NamedTempFile> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    clear(folder);
    let mut beside = new_file(path, folder).map_err(|error| no_room_in(folder, error))?;
    write(beside.as_file_mut())?;
    Ok(beside)
}

/// Takes away what killed runs left in `folder`: unfinished files that nobody holds.
fn clear(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let unfinished = entries.flatten().filter(|entry| {
        entry.file_name().to_str().is_some_and(is_unfinished)
            && entry.file_type().is_ok_and(|kind| kind.is_file())
    });
    for entry in unfinished {
        // The lock is held until the file is gone: nobody takes it for theirs in between.
        if let Ok(file) = File::open(entry.path())
            && file.try_lock().is_ok()
        {
            // Another run may have been quicker; and what cannot be taken away does no harm.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Whether a file that is not whole yet has this name.
fn is_unfinished(name: &str) -> bool {
    let drawn = name.strip_prefix(UNFINISHED);
    drawn.is_some_and(|drawn| drawn.len() == DRAWN && drawn.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// A file in `folder`, locked, with the permissions that `path` has, or that any new file gets.
fn new_file(path: &Path, folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(UNFINISHED).rand_bytes(DRAWN);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let file = loop {
        let file = builder.tempfile_in(folder)?;
        let held = match file.as_file().try_lock() {
            Ok(()) => true,
            Err(TryLockError::WouldBlock) => false,
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => true,
            Err(TryLockError::Error(error)) => return Err(error),
        };
        // Another run may have taken it for a leftover just before it was locked.
        if held && file.path().exists() {
            break file;
        }
    };
    if let Ok(present) = fs::metadata(path) {
        file.as_file().set_permissions(present.permissions())?;
    }
    Ok(file)
}

/// What the user knows is the folder, not the file that was to be made in it.
fn no_room_in(folder: &Path, error: io::Error) -> io::Error {
    let why = match error.kind() {
        io::ErrorKind::NotFound => "there is no folder",
        io::ErrorKind::PermissionDenied => "no file may be made in",
        _ => return error,
    };
    io::Error::new(error.kind(), format!("{why} {}", folder.display()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn what_a_killed_run_left_is_cleared_and_what_another_writes_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("file");
        fs::write(folder.path().join(".crosscheck-unfinished-a1B2c3"), "half").unwrap();
        for name in [".crosscheck-notes.md", ".crosscheck-unfinished-business.md"] {
            fs::write(folder.path().join(name), "a user's").unwrap();
        }
        let other = new_file(&target, folder.path()).unwrap();
        replace(&target, |file| file.write_all(b"whole")).unwrap();
        let other_name = other.path().file_name().unwrap().to_str().unwrap().to_owned();
        let mut present = names(folder.path());
        present.sort();
        assert!(is_unfinished(&other_name));
        let users = [".crosscheck-notes.md", ".crosscheck-unfinished-business.md"];
        let mut expected = [&[other_name.as_str(), "file"][..], &users].concat();
        expected.sort_unstable();
        assert_eq!(present, expected);
        assert_eq!(fs::read(&target).unwrap(), b"whole");
    }

    #[test]
    fn a_failure_leaves_the_file_and_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("file");
        fs::write(&target, "before").unwrap();
        replace(&target, |file| {
            file.write_all(b"half")?;
            Err(io::Error::other("no"))
        })
        .unwrap_err();
        assert_eq!(fs::read(&target).unwrap(), b"before");
        assert_eq!(names(folder.path()), ["file"]);
    }

    #[test]
    fn of_changes_made_at_once_none_is_lost() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("file");
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..20 {
                        change(&target, |present| Ok(Some([present.unwrap_or_default(), b"x"].concat())))
                            .unwrap();
                    }
                });
            }
        });
        assert_eq!(fs::read(&target).unwrap().len(), 160);
        assert_eq!(names(folder.path()), ["file"]);
    }
}
