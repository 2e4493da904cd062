//! Manifests, good and bad: each file below `tests/bad-input/sources` is a case.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use proptest::prelude::*;

use super::{Entry, load};
use crate::Error;
use crate::diagnostic::Diagnostics;
use crate::span::Span;

/// A folder of sources in a folder with something that is none of them.
fn folder() -> tempfile::TempDir {
    let case = tempfile::tempdir().unwrap();
    let sources = case.path().join("sources");
    fs::create_dir_all(sources.join("more")).unwrap();
    for file in ["sky.txt", "guardian.txt", "more/one.txt", "ten minutes ago.md"] {
        fs::write(sources.join(file), "text").unwrap();
    }
    fs::write(case.path().join("secret.txt"), "not a source").unwrap();
    #[cfg(unix)]
    for (target, link) in [
        ("../secret.txt", "secret-link.txt"),
        ("..", "up"),
        ("sky.txt", "sky-link.txt"),
        ("nowhere", "dangling.txt"),
    ] {
        std::os::unix::fs::symlink(target, sources.join(link)).unwrap();
    }
    case
}

fn read(case: &Path, manifest: &[u8]) -> Result<Vec<Entry>, Diagnostics> {
    let sources = case.join("sources");
    fs::write(sources.join("sources.yaml"), manifest).unwrap();
    match load(&sources) {
        Ok(manifest) => Ok(manifest.unwrap().entries),
        Err(Error::Input(problems)) => Err(problems),
        Err(other) => panic!("{other}"),
    }
}

fn refused(sources: &Path) -> Diagnostics {
    match load(sources) {
        Err(Error::Input(problems)) => problems,
        other => panic!("{other:?}"),
    }
}

#[cfg(unix)]
#[test]
fn bad_manifests_are_explained() {
    let case = folder();
    insta::glob!("../../../tests/bad-input/sources", "*.yaml", |path| {
        let problems = read(case.path(), &fs::read(path).unwrap()).unwrap_err();
        insta::assert_snapshot!(problems.to_string().replace(&*case.path().to_string_lossy(), "case"));
    });
}

#[test]
fn good_manifests_are_read() {
    let case = folder();
    let text = concat!(
        "sources:\n",
        "- {id: sky, file: ./sky.txt, outlet: Sky News, published: 2025-02-12, title: 'A: b', note: 1}\n",
        "- {file: more/one.txt, published: 2025-02, begins_at: ' The man ', ends_at: \"You can\"}\n",
        "- {file: guardian.txt, published: 2025, url: 'https://example.org/#a', note: }\n",
        "- {file: ten minutes ago.md, published: 2025-02-12T23:30:00-05:00}\n",
    );
    let entries = read(case.path(), text.as_bytes()).unwrap();
    assert!(entries.iter().all(|entry| entry.versions.is_empty()));
    let files: Vec<_> =
        entries.iter().map(|entry| (entry.file.as_str(), entry.published.as_deref())).collect();
    assert_eq!(
        files,
        [
            ("sky.txt", Some("2025-02-12")),
            ("more/one.txt", Some("2025-02")),
            ("guardian.txt", Some("2025")),
            ("ten minutes ago.md", Some("2025-02-12")),
        ]
    );
    let place = |words: &str| text.find(words).map(|at| Span::new(at, at + words.len())).unwrap();
    assert_eq!(entries[0].file_at, place("./sky.txt"));
    assert_eq!(entries[0].id.as_deref(), Some("sky"));
    assert_eq!(entries[0].note.as_deref(), Some("1"));
    assert_eq!(entries[1].begins_at, Some(("The man".to_owned(), place("' The man '"))));
    assert_eq!(entries[1].ends_at, Some(("You can".to_owned(), place("\"You can\""))));
    assert_eq!(entries[2].note, None);
}

#[test]
fn versions_are_files_with_or_without_a_day() {
    let case = folder();
    let text = concat!(
        "sources:\n",
        "- file: sky.txt\n",
        "  versions:\n",
        "  - ./more/one.txt\n",
        "  - {file: guardian.txt, seen: 2025-02}\n",
        "  - {file: ten minutes ago.md, seen: 2025-02-12}\n",
    );
    let entries = read(case.path(), text.as_bytes()).unwrap();
    let versions = entries[0].versions.iter();
    let versions: Vec<_> = versions.map(|one| (one.file.as_str(), one.seen.as_deref())).collect();
    assert_eq!(
        versions,
        [
            ("more/one.txt", None),
            ("guardian.txt", Some("2025-02")),
            ("ten minutes ago.md", Some("2025-02-12"))
        ]
    );
    for none in ["versions:", "versions: []"] {
        let entries = read(case.path(), format!("sources: [{{file: sky.txt, {none}}}]").as_bytes()).unwrap();
        assert!(entries[0].versions.is_empty(), "{none}");
    }
}

#[test]
fn a_manifest_may_be_missing_or_hold_nothing() {
    let case = folder();
    assert!(load(&case.path().join("sources")).unwrap().is_none());
    for text in ["", "# nothing\n", "sources:\n", "sources: []\n", "---\n...\n"] {
        assert_eq!(read(case.path(), text.as_bytes()).unwrap(), [], "{text}");
    }
}

#[test]
fn manifests_that_cannot_be_read() {
    let case = folder();
    let sources = case.path().join("sources");
    let mut shown = vec![read(case.path(), b"sources: [caf\xe9]").unwrap_err()];
    fs::write(sources.join("sources.yml"), "sources: [").unwrap();
    shown.push(read(case.path(), b"sources: []").unwrap_err());
    fs::remove_file(sources.join("sources.yaml")).unwrap();
    shown.push(refused(&sources));
    fs::remove_file(sources.join("sources.yml")).unwrap();
    fs::create_dir(sources.join("sources.yml")).unwrap();
    shown.push(refused(&sources));
    let shown: Vec<_> =
        shown.iter().map(|d| d.to_string().replace(&*case.path().to_string_lossy(), "case")).collect();
    insta::assert_snapshot!(shown.join("\n"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(100) })]

    #[test]
    fn no_file_outside_the_folder_is_found(file in "[a-z./~ \\\\:0éA-Z]{0,12}|(\\.\\./|/|up/|\\./){1,4}(secret|sky)(-link)?\\.txt") {
        let case = folder();
        let quoted = serde_json::to_string(&file).unwrap();
        let root = case.path().join("sources").canonicalize().unwrap();
        if let Ok(entries) = read(case.path(), format!("sources: [{{file: {quoted}}}]").as_bytes()) {
            for entry in entries {
                prop_assert!(root.join(&entry.file).canonicalize().unwrap().starts_with(&root), "{}", entry.file);
            }
        }
    }
}
