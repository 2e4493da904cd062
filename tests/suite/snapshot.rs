//! `snapshot`: each folder of `tests/changes/` is what changed since a snapshot of `tests/changes/before`, and what is
//! said of it. A new case is a new folder and needs no Rust.

use std::fs;
use std::path::{Path, PathBuf};

use insta::{assert_snapshot, with_settings};
use serde::Deserialize;
use tempfile::TempDir;

use crate::case_folder::write;
use crate::program::{kill_at_a_hundred_moments, repository, run, run_with_input};

const FILE: &str = "verdicts.snap.yaml";

/// What changed beside the files that the case's folder has.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// What the case shows.
    reason: String,
    /// Files that are taken away.
    #[serde(default)]
    gone: Vec<String>,
    /// Options of the later run.
    #[serde(default)]
    options: Vec<String>,
    /// What another engine would have written into the snapshot.
    #[serde(default)]
    edits: Vec<Edit>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Edit {
    was: String,
    is: String,
}

fn changes() -> PathBuf {
    repository().join("tests/changes")
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            fs::create_dir_all(&target).unwrap();
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

/// The case before, with its snapshot.
fn before() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&changes().join("before"), folder.path());
    run(folder.path(), ["snapshot"]).ok();
    folder
}

/// Makes of the case before what the case `name` is afterwards.
fn change(folder: &Path, name: &str) -> Case {
    let after = changes().join(name);
    let case: Case = serde_yaml::from_str(&fs::read_to_string(after.join("case.yaml")).unwrap()).unwrap();
    assert!(!case.reason.is_empty());
    for part in ["claims", "seeds"] {
        if after.join(part).is_dir() {
            copy(&after.join(part), &folder.join(part));
        }
    }
    case.gone.iter().for_each(|file| fs::remove_file(folder.join(file)).unwrap());
    for edit in &case.edits {
        let kept = kept(folder);
        assert!(kept.contains(&edit.was), "{name}: {} is not in the snapshot", edit.was);
        write(folder, FILE, kept.replacen(&edit.was, &edit.is, 1).as_bytes());
    }
    case
}

fn kept(folder: &Path) -> String {
    fs::read_to_string(folder.join(FILE)).unwrap()
}

fn names() -> Vec<String> {
    let entries = fs::read_dir(changes()).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| name != "before");
    names.sort();
    names
}

#[test]
fn what_is_kept() {
    assert_snapshot!(kept(before().path()));
}

#[test]
fn each_change_gets_the_message_that_a_reader_needs() {
    for name in names() {
        let folder = before();
        let case = change(folder.path(), &name);
        let untouched = kept(folder.path());
        let with = |option: &str| {
            let options = ["snapshot", option].into_iter().chain(case.options.iter().map(String::as_str));
            run(folder.path(), options)
        };
        let checked = with("--check");
        assert_eq!(kept(folder.path()), untouched, "{name}: --check writes nothing");
        let changed = checked.out.contains(" changed since the snapshot");
        assert_eq!(checked.status, i32::from(changed), "{name}");
        with_settings!({ snapshot_suffix => name.as_str() }, { assert_snapshot!(checked.out) });

        let accepted = with("--accept");
        assert_eq!(accepted.status, 0, "{name}: {}", accepted.err);
        assert_eq!(with("--check").status, 0, "{name}: accepted is accepted");
        let fresh = tempfile::tempdir().unwrap();
        copy(folder.path(), fresh.path());
        fs::remove_file(fresh.path().join(FILE)).unwrap();
        let again = ["snapshot"].into_iter().chain(case.options.iter().map(String::as_str));
        run(fresh.path(), again).ok();
        if changed {
            assert_eq!(kept(folder.path()), kept(fresh.path()), "{name}: all accepted is a new snapshot");
        }
    }
}

#[test]
fn changes_are_told_to_programs_too() {
    let folder = before();
    change(folder.path(), "one-digit");
    let told = run(folder.path(), ["snapshot", "--check", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_str(&told.out).unwrap();
    let cell = &told["changes"][0]["cells"][0];
    assert_eq!((&cell["source"], &cell["was"]["stance"]), (&"post".into(), &"supports".into()));
    assert_eq!(cell["causes"][0], serde_json::json!({"changed": "text", "quote_gone": true}));
    assert_eq!(told["claims"], 3);
}

#[test]
fn one_claim_is_accepted_and_the_others_stay_to_be_explained() {
    let folder = before();
    change(folder.path(), "one-digit");
    let said = run(folder.path(), ["snapshot", "--accept", "nine-houses"]);
    assert_eq!(
        (said.status, said.err.as_str()),
        (0, "accepted into verdicts.snap.yaml; 1 claim is left that changed\n")
    );
    let left = run(folder.path(), ["snapshot", "--check"]);
    assert_eq!(left.status, 1);
    assert_snapshot!(left.out);
    let said = run(folder.path(), ["snapshot", "--accept", "nine-houses"]);
    assert!(said.err.contains("nothing changed of nine-houses"), "{}", said.err);
    let said = run(folder.path(), ["snapshot", "--accept", "nine-housse"]);
    assert!(said.status == 2 && said.err.contains("did you mean `nine-houses`?"), "{}", said.err);
}

#[test]
fn there_is_nothing_to_compare_with() {
    let folder = tempfile::tempdir().unwrap();
    copy(&changes().join("before"), folder.path());
    for option in ["--check", "--review"] {
        let said = run(folder.path(), ["snapshot", option]).refused();
        assert!(said.contains("there is no snapshot `verdicts.snap.yaml`"), "{said}");
    }
    assert!(!folder.path().join(FILE).exists());
    assert_eq!(
        run(folder.path(), ["snapshot", "--file", "other.yaml"]).ok(),
        "3 claims kept in other.yaml\n"
    );
    run(folder.path(), ["snapshot", "--check", "--file", "other.yaml"]).ok();
}

#[test]
fn a_snapshot_lies_beside_the_claims() {
    let folder = before();
    let elsewhere = tempfile::tempdir().unwrap();
    let part = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (claims, sources) = (part("claims"), part("seeds"));
    run(elsewhere.path(), ["snapshot", "--check", "--claims", &claims, "--sources", &sources]).ok();
}

#[test]
fn a_review_goes_through_the_changes_one_by_one() {
    let folder = before();
    change(folder.path(), "one-digit");
    let review = |options: &[&str], answers: &str| {
        let arguments = [&["snapshot", "--review"], options].concat();
        let ran = run_with_input(folder.path(), arguments, answers.as_bytes());
        assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        ran.out
    };
    // What is answered stays answered, though the input ends in the middle.
    assert_snapshot!("first", review(&[], "what?\no\na\n"));
    assert_eq!(run(folder.path(), ["snapshot", "--check"]).out.matches("1 claim changed").count(), 1);
    assert!(review(&[], "k\n").ends_with("0 accepted, 1 kept as they were, 0 left\n"));
    let checked = run(folder.path(), ["snapshot", "--check"]);
    assert_eq!(checked.status, 1, "what was not accepted is still a change");
    assert!(checked.out.contains("not accepted when it was last reviewed"), "{}", checked.out);
    assert!(review(&[], "").contains("`--review --again` asks once more"));
    assert!(review(&["--again"], "q\n").contains("change 1 of 1"));
    assert!(review(&["--again"], "accept\n").ends_with("1 accepted, 0 kept as they were, 0 left\n"));
    assert_eq!(run(folder.path(), ["snapshot", "--check"]).status, 0);
    assert_eq!(review(&[], ""), "Nothing changed: there is nothing to review.\n");
}

#[test]
fn a_snapshot_that_was_edited_badly_is_refused_and_left_alone() {
    let folder = before();
    let broken = kept(folder.path()).replace("verdict: corroborated", "verdict: true");
    write(folder.path(), FILE, broken.as_bytes());
    for option in ["--check", "--accept", "--review"] {
        let said = run(folder.path(), ["snapshot", option]).refused();
        assert!(said.contains("verdicts.snap.yaml:") && said.contains("version control"), "{said}");
    }
    assert_eq!(kept(folder.path()), broken);
}

#[test]
fn a_killed_run_leaves_the_snapshot_as_it_was_or_as_it_should_be() {
    let folder = before();
    let was = kept(folder.path());
    change(folder.path(), "one-digit");
    run(folder.path(), ["snapshot", "--accept"]);
    let is = kept(folder.path());
    kill_at_a_hundred_moments(folder.path(), &["snapshot", "--accept"], || {
        let now = kept(folder.path());
        assert!(now == was || now == is, "{now}");
        write(folder.path(), FILE, was.as_bytes());
    });
    run(folder.path(), ["snapshot", "--accept"]);
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        3,
        "claims, seeds, the snapshot and nothing beside"
    );
}

#[test]
fn runs_at_once_do_not_mix_what_they_write() {
    let folder = before();
    change(folder.path(), "one-digit");
    let accept = |claim: &'static str| {
        crate::program::crosscheck(folder.path()).args(["snapshot", "--accept", claim]).spawn().unwrap()
    };
    let runs: Vec<_> = ["nine-houses", "twelve-houses", "nine-houses", "twelve-houses"].map(accept).into();
    for mut run in runs {
        assert!(run.wait().unwrap().success());
    }
    assert_eq!(run(folder.path(), ["snapshot", "--check"]).status, 0, "both were taken");
}

#[test]
fn a_snapshot_among_the_claims_or_sources_is_neither() {
    let folder = before();
    for place in ["claims/more.snap.yaml", "seeds/verdicts.snap.yaml"] {
        fs::copy(folder.path().join(FILE), folder.path().join(place)).unwrap();
    }
    run(folder.path(), ["snapshot", "--check"]).ok();
    run(folder.path(), ["snapshot", "--claims", "claims/houses.yaml", "--file", "claims/houses.snap.yaml"])
        .ok();
    run(&folder.path().join("claims"), ["snapshot", "--check", "--claims", ".", "--sources", "../seeds"])
        .ok();
    for place in ["claims/snapshot.yaml", "seeds/snapshot.txt"] {
        let said = run(folder.path(), ["snapshot", "--file", place]).refused();
        assert!(said.contains("would be read as one"), "{said}");
    }
    let said = run(
        folder.path(),
        ["snapshot", "--file", "seeds/../seeds/echo.snap.yaml", "--accept", "nine-houses"],
    );
    assert!(said.status == 2 && said.err.contains("there is no snapshot"), "{}", said.err);
    assert_eq!(fs::read_dir(folder.path().join("claims")).unwrap().count(), 4);
}

#[test]
fn a_source_and_a_claim_that_are_both_gone_are_accepted_one_by_one() {
    let folder = before();
    write(folder.path(), "seeds/gaz.txt", b"Notes\n\nThe council had inspected the slope in March.\n");
    run(folder.path(), ["snapshot", "--accept"]);
    fs::remove_file(folder.path().join("seeds/gaz.txt")).unwrap();
    let claims = fs::read_to_string(folder.path().join("claims/houses.yaml")).unwrap();
    let without = claims
        .replace("  - id: nine-houses\n    claim: nine houses were evacuated after the landslide\n", "");
    assert_ne!(claims, without);
    write(folder.path(), "claims/houses.yaml", without.as_bytes());
    let review = run_with_input(folder.path(), ["snapshot", "--review"], b"a\na\na\na\na\na\n");
    assert_eq!((review.status, review.err.as_str()), (0, ""), "{}", review.out);
    run(folder.path(), ["snapshot", "--check"]).ok();
}

#[cfg(unix)]
#[test]
fn what_is_no_file_holds_no_snapshot() {
    let said = run(before().path(), ["snapshot", "--file", "/dev/zero"]).refused();
    assert!(said.contains("is not a file"), "{said}");
}
