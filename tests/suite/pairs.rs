//! What is said of pairs of claims and texts that were written for this project: how often each stance is taken for which, and every
//! pair that is wrongly called a contradiction, which accuses.

use std::collections::BTreeMap;
use std::fs;

use insta::assert_snapshot;
use serde_json::Value;

use crate::program::{repository, run};

/// How often each stance was taken for each right one, a line each; then the lines of the file that are wrongly called contradictions.
fn taken(file: &str) -> String {
    let path = format!("tests/pairs/{file}.jsonl");
    let out = run(repository(), ["evaluate", &path, "--format", "jsonl"]).ok();
    let mut taken: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut accused = String::new();
    for (number, line) in (1..).zip(out.lines()) {
        let pair: Value = serde_json::from_str(line).unwrap();
        let of = |field: &str| pair[field].as_str().map(str::to_owned);
        let right = of("stance").or_else(|| Some(format!("never {}", of("never")?))).unwrap();
        let predicted = of("predicted").unwrap();
        // What is never supported may well be contradicted.
        let is_wrong = right != "contradicts" && right != "never supports" && right != "not-supports";
        if predicted == "contradicts" && is_wrong {
            accused.push_str(&format!("{number}: {}\n", of("claim").unwrap()));
        }
        *taken.entry((right, predicted)).or_default() += 1;
    }
    let counts: String =
        taken.iter().map(|((right, said), count)| format!("{right} as {said}: {count}\n")).collect();
    if accused.is_empty() { counts } else { format!("{counts}\nwrongly called contradictions:\n{accused}") }
}

#[test]
fn every_file_of_pairs() {
    let mut files: Vec<String> = fs::read_dir(repository().join("tests/pairs"))
        .unwrap()
        .filter_map(|entry| entry.unwrap().file_name().to_str()?.strip_suffix(".jsonl").map(str::to_owned))
        .collect();
    files.sort();
    assert!(!files.is_empty());
    for file in files {
        assert_snapshot!(file.clone(), taken(&file));
    }
}
