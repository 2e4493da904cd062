//! `test`: claims tried with the sentences of their authors.

use insta::assert_snapshot;
use serde_json::Value;

use crate::case_folder::case;
use crate::program::{repository, run};

const CLAIMS: &str = "\
question: How many homes were flooded?
claims:
  - id: homes-214
    claim: 214 homes were flooded
    tests:
      supports:
        - In all, two hundred and fourteen homes were flooded.
        - The council met on Monday.
      contradicts:
        - 214 homes were flooded, the council said.
      unclear: [More than 200 homes were flooded.]
      silent:
        - Some 214 homes were flooded & more.
  - id: homes-300
    claim: 300 homes were flooded
    tests: {contradicts: [214 homes were flooded.]}
  - 90 homes were flooded
";

fn with(claims: &str) -> tempfile::TempDir {
    case(&[("claims/flood.yaml", claims)])
}

#[test]
fn what_passes_is_counted_and_what_does_not_is_shown() {
    let ran = run(with(CLAIMS).path(), ["test"]);
    assert_eq!((ran.status, ran.err.as_str()), (1, ""));
    assert_snapshot!(ran.out);
}

#[test]
fn build_servers_get_junit() {
    let ran = run(with(CLAIMS).path(), ["test", "--format", "junit"]);
    assert_eq!(ran.status, 1);
    assert_snapshot!(ran.out);
}

#[test]
fn what_xml_cannot_hold_is_left_out_of_junit() {
    let folder = with(
        "question: Q?\nclaims:\n  - claim: 214 homes were flooded\n    tests: {silent: [\"It rained \\ufffe \\uffff x\"]}\n",
    );
    let xml = run(folder.path(), ["test", "--format", "junit"]).ok();
    assert!(!xml.contains(['\u{fffe}', '\u{ffff}']) && xml.contains("It rained"), "{xml}");
}

#[test]
fn programs_get_all_of_it() {
    let ran = run(with(CLAIMS).path(), ["test", "--format", "json"]);
    let trial: Value = serde_json::from_str(&ran.out).unwrap();
    let tests = trial["claims"][0]["tests"].as_array().unwrap();
    let outcomes: Vec<_> = tests.iter().map(|test| test["outcome"].as_str().unwrap()).collect();
    assert_eq!(outcomes, ["passed", "missed", "wrong", "passed", "noisy"]);
    assert_eq!(tests[4]["line"], 13);
    assert!(tests[1].get("because").is_none() && tests[2]["because"].is_string());
}

#[test]
fn a_case_without_tests_says_so() {
    let folder = with("question: How many?\nclaims: [214 homes were flooded]\n");
    assert_eq!(
        run(folder.path(), ["test"]).ok(),
        "0 passed, 0 missed, 0 noisy, 0 wrong; no claim has tests\n"
    );
}

#[test]
fn the_own_case_passes_its_tests() {
    let said = run(repository(), ["test"]).ok();
    assert!(said.contains(" 0 missed, 0 noisy, 0 wrong"), "{said}");
}

#[test]
fn what_cannot_be_a_test_is_refused() {
    let folder = with(
        "question: How many?\nclaims:\n  - claim: 214 homes were flooded\n    tests:\n      support: [yes]\n      supports: [It is so., It is so!]\n      silent: [it is so]\n      unclear: yes\n",
    );
    assert_snapshot!(run(folder.path(), ["test"]).refused());
}
