//! What is said of the cells of whole stories, which were written without sight of the engine.

use std::collections::BTreeMap;
use std::fs;

use insta::assert_snapshot;
use serde_json::Value;

use crate::program::{repository, run};

/// How often each stance was taken in the cells of each right one, a line each; and every wrong `contradicts`.
fn taken(story: &str) -> String {
    let folder = repository().join("tests/stories").join(story);
    let report: Value =
        serde_json::from_str(&run(&folder, ["check", "--sources", "seeds", "--format", "json"]).ok())
            .unwrap();
    let mut said: BTreeMap<(&str, &str), &str> = BTreeMap::new();
    for claim in report["claims"].as_array().unwrap() {
        for stance in claim["stances"].as_array().unwrap() {
            said.insert(
                (claim["id"].as_str().unwrap(), stance["source"].as_str().unwrap()),
                stance["stance"].as_str().unwrap(),
            );
        }
    }
    let gold = fs::read_to_string(folder.join("gold.tsv")).unwrap();
    let mut taken: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut accused = Vec::new();
    for row in gold.lines() {
        let [claim, source, right] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
        let stance = said[&(claim, source)];
        *taken.entry((right, stance)).or_default() += 1;
        if stance == "contradicts" && !right.split('|').any(|right| right == stance) {
            accused.push(format!("wrongly called contradicts: {claim} by {source}\n"));
        }
    }
    let counts = taken.iter().map(|((right, said), count)| format!("{right} as {said}: {count}\n"));
    counts.chain(accused).collect()
}

#[test]
fn stories() {
    for story in ["football", "maternity-unit", "murder-trial", "outbreak", "retailer", "warehouse-fire"] {
        insta::with_settings!({ snapshot_suffix => story }, { assert_snapshot!(taken(story)) });
    }
}
