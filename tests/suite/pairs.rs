//! What is said of pairs of claims and texts that were written for this project: how often each stance is taken for which, and every
//! pair that is wrongly called a contradiction, which accuses.

use std::collections::BTreeMap;
use std::fs;

use insta::assert_snapshot;
use serde_json::Value;

use crate::program::{repository, run};

/// How often each stance was taken for each right one.
type Taken = BTreeMap<(String, String), usize>;

/// How often each stance was taken for each right one in a file; then the lines that are wrongly called contradictions.
fn taken(file: &str) -> (Taken, String) {
    let path = format!("tests/pairs/{file}.jsonl");
    let out = run(repository(), ["evaluate", &path, "--format", "jsonl"]).ok();
    let mut taken = Taken::new();
    let mut accused = String::new();
    for (number, line) in (1..).zip(out.lines()) {
        let pair: Value = serde_json::from_str(line).unwrap();
        let of = |field: &str| pair[field].as_str().map(str::to_owned);
        let right = of("stance").or_else(|| Some(format!("never {}", of("never")?))).unwrap();
        let predicted = of("predicted").unwrap();
        if predicted == "contradicts" && !may_contradict(&right) {
            accused.push_str(&format!("{number}: {}\n", of("claim").unwrap()));
        }
        *taken.entry((right, predicted)).or_default() += 1;
    }
    (taken, accused)
}

/// Whether a pair of this label may be called a contradiction: what is never supported may well be one.
fn may_contradict(right: &str) -> bool {
    matches!(right, "contradicts" | "never supports" | "not-supports")
}

/// Whether a pair of this label may be called support.
fn may_support(right: &str) -> bool {
    matches!(right, "supports" | "never contradicts")
}

fn shown(taken: &Taken, accused: &str) -> String {
    let counts: String =
        taken.iter().map(|((right, said), count)| format!("{right} as {said}: {count}\n")).collect();
    if accused.is_empty() { counts } else { format!("{counts}\nwrongly called contradictions:\n{accused}") }
}

/// A file's row of the table in docs/accuracy.md.
fn row(file: &str, taken: &Taken) -> String {
    let share = |counts: &dyn Fn(&str) -> bool, stance: &str| {
        let all: usize = taken.iter().filter(|((right, _), _)| counts(right)).map(|(_, count)| count).sum();
        let of = |((right, said), count): (&(String, String), &usize)| {
            if counts(right) && said == stance { *count } else { 0 }
        };
        if all == 0 { String::new() } else { format!("{} of {all}", taken.iter().map(of).sum::<usize>()) }
    };
    let pairs: usize = taken.values().sum();
    let cells = [
        share(&|right| right == "supports", "supports"),
        share(&|right| right == "contradicts", "contradicts"),
        share(&|right| !may_contradict(right), "contradicts"),
        share(&|right| !may_support(right), "supports"),
    ];
    format!("| `{file}.jsonl`, {pairs} | {} |", cells.join(" | "))
        .replace("|  |", "| |")
        .replace("|  |", "| |")
}

#[test]
fn every_file_of_pairs() {
    let mut rows = Vec::new();
    insta::glob!("../pairs", "*.jsonl", |path| {
        let file = path.file_stem().unwrap().to_str().unwrap();
        let (taken, accused) = taken(file);
        rows.push(row(file, &taken));
        assert_snapshot!(shown(&taken, &accused));
    });
    let told = fs::read_to_string(repository().join("docs/accuracy.md")).unwrap();
    let table = rows.join("\n");
    assert!(told.contains(&table), "docs/accuracy.md is to have these rows:\n{table}");
}
