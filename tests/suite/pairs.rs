//! What is said of pairs of claims and texts that were written for this project: how often each stance is taken for which.

use std::collections::BTreeMap;

use insta::assert_snapshot;
use serde_json::Value;

use crate::program::{repository, run};

/// How often each stance was taken for each right one, a line each.
fn taken(file: &str) -> String {
    let path = format!("tests/pairs/{file}.jsonl");
    let out = run(repository(), ["evaluate", &path, "--format", "jsonl"]).ok();
    let mut taken: BTreeMap<(String, String), usize> = BTreeMap::new();
    for line in out.lines() {
        let pair: Value = serde_json::from_str(line).unwrap();
        let of = |field: &str| pair[field].as_str().map(str::to_owned);
        let right = of("stance").or_else(|| Some(format!("never {}", of("never")?))).unwrap();
        *taken.entry((right, of("predicted").unwrap())).or_default() += 1;
    }
    taken.iter().map(|((right, said), count)| format!("{right} as {said}: {count}\n")).collect()
}

#[test]
fn news() {
    assert_snapshot!(taken("news"));
}

#[test]
fn opposites() {
    assert_snapshot!(taken("opposites"));
}

#[test]
fn misleading() {
    assert_snapshot!(taken("misleading"));
}

#[test]
fn numbers() {
    assert_snapshot!(taken("numbers"));
}

#[test]
fn grammar() {
    assert_snapshot!(taken("grammar"));
}

#[test]
fn mixed() {
    assert_snapshot!(taken("mixed"));
}

#[test]
fn figures() {
    assert_snapshot!(taken("figures"));
}

#[test]
fn forms() {
    assert_snapshot!(taken("forms"));
}

#[test]
fn bulletins() {
    assert_snapshot!(taken("bulletins"));
}

#[test]
fn deeds() {
    assert_snapshot!(taken("deeds"));
}

#[test]
fn reports() {
    assert_snapshot!(taken("reports"));
}

#[test]
fn apart() {
    assert_snapshot!(taken("apart"));
}

#[test]
fn accused() {
    assert_snapshot!(taken("accused"));
}

#[test]
fn afresh() {
    assert_snapshot!(taken("afresh"));
}

#[test]
fn spoken() {
    assert_snapshot!(taken("spoken"));
}

#[test]
fn plain() {
    assert_snapshot!(taken("plain"));
}

#[test]
fn newsroom() {
    assert_snapshot!(taken("newsroom"));
}

#[test]
fn together() {
    assert_snapshot!(taken("together"));
}

#[test]
fn encyclopaedia() {
    assert_snapshot!(taken("encyclopaedia"));
}

#[test]
fn business() {
    assert_snapshot!(taken("business"));
}

#[test]
fn headlines() {
    assert_snapshot!(taken("headlines"));
}

#[test]
fn tempting() {
    assert_snapshot!(taken("tempting"));
}

#[test]
fn restated() {
    assert_snapshot!(taken("restated"));
}

#[test]
fn desk() {
    assert_snapshot!(taken("desk"));
}

#[test]
fn contrary() {
    assert_snapshot!(taken("contrary"));
}

#[test]
fn wire() {
    assert_snapshot!(taken("wire"));
}

#[test]
fn overreach() {
    assert_snapshot!(taken("overreach"));
}

#[test]
fn denied() {
    assert_snapshot!(taken("denied"));
}
