//! The file that an entry of `sources.yaml` names: there, and inside the folder.

use std::path::{Component, Path, PathBuf};

use super::is_manifest;
use crate::diagnostic::{Code, did_you_mean, quoted};

/// A file inside the folder of sources.
pub(super) struct Found {
    /// Relative to the folder, with `/` on every system, as it is written but for `./`.
    pub(super) file: String,
    /// The file itself, links resolved: the same for all its names.
    pub(super) target: PathBuf,
}

/// Why a file is no source.
pub(super) struct Wrong {
    pub(super) code: Code,
    pub(super) message: String,
    pub(super) help: String,
}

impl Wrong {
    fn new(code: Code, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { code, message: message.into(), help: help.into() }
    }
}

/// Finds the file that `written` names in `folder`.
pub(super) fn locate(folder: &Path, written: &str) -> Result<Found, Wrong> {
    let file = relative(written)?;
    let path = folder.join(&file);
    let target = path.canonicalize().map_err(|error| missing(folder, &file, &error))?;
    let inside = folder.canonicalize().is_ok_and(|folder| target.starts_with(folder));
    if !inside {
        let message =
            format!("{} is a symbolic link that leads outside the folder of sources", quoted(written));
        return Err(Wrong::new(Code::OutsideFolder, message, "copy the file into the folder"));
    }
    if target.is_dir() {
        let message = format!("{} is a folder", quoted(written));
        return Err(Wrong::new(Code::NotFound, message, "name a file; each source has an entry of its own"));
    }
    if !target.is_file() {
        let message = format!("{} is not a file that can be read", quoted(written));
        return Err(Wrong::new(Code::Unreadable, message, "name a file"));
    }
    if path.file_name().is_some_and(is_manifest) {
        let message = format!("{} describes sources, and is none", quoted(written));
        return Err(Wrong::new(Code::NotText, message, "name the file of an article"));
    }
    Ok(Found { file, target })
}

/// The path with `/` between its parts, if it does not lead upwards or start elsewhere.
fn relative(written: &str) -> Result<String, Wrong> {
    let mut parts = Vec::new();
    for component in Path::new(written).components() {
        match component {
            Component::Normal(part) => parts.push(part.to_string_lossy().into_owned()),
            Component::CurDir => {}
            Component::ParentDir => {
                let message = format!("{} leads upwards, out of a folder of sources", quoted(written));
                let help = "copy the file into the folder, and name it from there without `..`";
                return Err(Wrong::new(Code::OutsideFolder, message, help));
            }
            Component::RootDir | Component::Prefix(_) => return Err(absolute(written)),
        }
    }
    // What is absolute on another system is meant so here as well.
    let drive =
        written.as_bytes().get(1) == Some(&b':') && written.starts_with(|c: char| c.is_ascii_alphabetic());
    if drive || written.starts_with('\\') {
        return Err(absolute(written));
    }
    if parts.is_empty() {
        return Err(Wrong::new(Code::NotFound, format!("{} is a folder", quoted(written)), "name a file"));
    }
    Ok(parts.join("/"))
}

fn absolute(written: &str) -> Wrong {
    let message = format!("{} is not inside the folder of sources", quoted(written));
    Wrong::new(Code::OutsideFolder, message, "copy the file into the folder, and write its name in there")
}

fn missing(folder: &Path, file: &str, error: &std::io::Error) -> Wrong {
    if !matches!(error.kind(), std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory) {
        let message = format!("{} cannot be read: {error}", quoted(file));
        return Wrong::new(Code::Unreadable, message, "check its name and who may read it");
    }
    if folder.join(file).is_symlink() {
        let message = format!("{} is a symbolic link that leads nowhere", quoted(file));
        return Wrong::new(Code::NotFound, message, "put the file itself in its place");
    }
    let names = siblings(folder, file);
    let help =
        did_you_mean(file, names.iter().map(String::as_str)).unwrap_or_else(|| match file.contains('\\') {
            true => "write `/` between folder and file".to_owned(),
            false => "put the file into the folder, or take the entry away".to_owned(),
        });
    Wrong::new(Code::NotFound, format!("there is no file {} in the folder of sources", quoted(file)), help)
}

/// The files beside the one named, by the same kind of name, in order.
fn siblings(folder: &Path, file: &str) -> Vec<String> {
    let parent = file.rsplit_once('/').map(|(parent, _)| parent);
    let Ok(entries) = std::fs::read_dir(parent.map_or(folder.to_owned(), |parent| folder.join(parent)))
    else {
        return Vec::new();
    };
    let names = entries.flatten().filter(|entry| !is_manifest(&entry.file_name()));
    let name = |entry: std::fs::DirEntry| {
        let name = entry.file_name().into_string().ok()?;
        Some(parent.map_or_else(|| name.clone(), |parent| format!("{parent}/{name}")))
    };
    let mut names: Vec<_> = names.filter_map(name).collect();
    names.sort();
    names
}
