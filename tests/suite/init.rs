//! A case to start from.

use std::fs;

use insta::assert_snapshot;

use crate::program::run;

#[test]
fn a_new_case_works_at_once_and_shows_a_dispute() {
    let folder = tempfile::tempdir().unwrap();
    let told = run(folder.path(), ["init", "flood"]).ok();
    assert!(told.contains("crosscheck check"), "{told}");
    let case = folder.path().join("flood");
    assert_eq!(run(&case, ["check", "--fail-on", "disputed"]).status, 1);
    assert_snapshot!(run(&case, ["check"]).ok());
}

#[test]
fn nothing_is_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), ["init", "."]).ok();
    let mine = folder.path().join("claims/barrier.yaml");
    fs::write(&mine, "mine").unwrap();
    let said = run(folder.path(), ["init", "."]).refused();
    assert!(said.contains("nothing is overwritten"), "{said}");
    assert_eq!(fs::read_to_string(&mine).unwrap(), "mine");
}
