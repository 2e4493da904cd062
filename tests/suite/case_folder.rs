//! Cases made on the spot, in a folder that goes when the test ends.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

/// A folder with `claims/` and `seeds/` holding the given files.
pub(crate) fn case(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files {
        write(folder.path(), name, content.as_bytes());
    }
    folder
}

/// A small case in which one source supports and one contradicts.
pub(crate) fn disputed() -> TempDir {
    case(&[
        (
            "claims/flood.yaml",
            "question: How many homes were flooded?\nclaims:\n  - id: homes-214\n    claim: 214 homes were flooded\n",
        ),
        ("seeds/echo.txt", "In all, 214 homes were flooded.\n"),
        ("seeds/post.txt", "In all, 300 homes were flooded.\n"),
    ])
}

/// Writes a file and the folders it lies in.
pub(crate) fn write(folder: &Path, name: &str, content: &[u8]) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}
