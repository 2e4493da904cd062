//! Bad input gets a clear answer: each folder of `tests/bad-input/` is a case with something wrong in it, and
//! the snapshot is what standard error says. What is too large to keep is made here.

use std::fs;
use std::path::PathBuf;

use insta::{assert_snapshot, with_settings};

use crate::case_folder::{case, disputed, write};
use crate::program::{repository, run};

fn folders() -> Vec<PathBuf> {
    let mut folders: Vec<_> = fs::read_dir(repository().join("tests/bad-input"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    folders.retain(|folder| folder.join("seeds").is_dir());
    folders.sort();
    folders
}

#[test]
fn every_broken_case_is_refused_with_a_clear_answer() {
    for folder in folders() {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let said = run(&folder, ["check"]).refused();
        assert!(!said.contains("panicked"), "{name}: {said}");
        with_settings!({ snapshot_suffix => name }, { assert_snapshot!(said) });
    }
}

#[test]
fn the_other_commands_refuse_it_too_and_write_nothing() {
    for folder in folders() {
        let report = tempfile::tempdir().unwrap();
        let file = report.path().join("report");
        let file = file.to_str().unwrap();
        run(&folder, ["check", "--format", "jsonl", "-o", file]).refused();
        run(&folder, ["graph", "-o", file]).refused();
        assert_eq!(fs::read_dir(report.path()).unwrap().count(), 0, "{}", folder.display());
    }
}

#[test]
fn empty_folders() {
    let folder = case(&[]);
    for part in ["claims", "seeds"] {
        fs::create_dir(folder.path().join(part)).unwrap();
    }
    assert_snapshot!(run(folder.path(), ["check"]).refused());
}

#[test]
fn nesting_thousands_deep() {
    for open in ["[", "{a: ", "- "] {
        let folder = disputed();
        let claims = format!("question: q\nclaims:\n  - claim: {}\n", open.repeat(20_000));
        write(folder.path(), "claims/deep.yaml", claims.as_bytes());
        let said = run(folder.path(), ["check"]).refused();
        assert!(said.contains("claims/deep.yaml") && said.len() < 4000, "{said}");
    }
}

#[test]
fn a_claim_file_of_a_hundred_megabytes() {
    let folder = disputed();
    let line =
        "  - and a sentence that goes on, as claims do, for about a hundred characters or even a few more\n";
    let claims = format!("question: q\nclaims:\n{}", line.repeat(100_000_000 / line.len()));
    write(folder.path(), "claims/large.yaml", claims.as_bytes());
    let said = run(folder.path(), ["check"]).refused();
    assert!(said.contains("claims/large.yaml") && said.len() < 4000, "{said}");
}

#[cfg(unix)]
#[test]
fn links_that_lead_outside_the_folder() {
    let folder = disputed();
    let elsewhere = tempfile::tempdir().unwrap();
    fs::write(elsewhere.path().join("secret.txt"), "214 homes were flooded").unwrap();
    std::os::unix::fs::symlink(elsewhere.path().join("secret.txt"), folder.path().join("seeds/link.txt"))
        .unwrap();
    write(folder.path(), "seeds/sources.yaml", b"sources:\n  - file: link.txt\n");
    let said = run(folder.path(), ["check"]).refused();
    assert!(said.contains("link.txt") && said.contains("outside"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let folder = disputed();
    for name in ["claims/flood.yaml", "seeds/post.txt"] {
        let path = folder.path().join(name);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
        if fs::read(&path).is_err() {
            let said = run(folder.path(), ["check"]).refused();
            assert!(said.contains(name), "{said}");
        }
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    }
}

#[test]
fn a_folder_where_a_file_should_be() {
    let folder = disputed();
    fs::create_dir(folder.path().join("claims/folder.yaml")).unwrap();
    let ran = run(folder.path(), ["check"]);
    assert!(ran.status == 0 || ran.err.contains("claims/folder.yaml"), "{}", ran.err);
}
