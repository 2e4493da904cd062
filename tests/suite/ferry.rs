//! A second case, invented: three outlets on one collision. What each says of each claim stands in a table.

use std::fs;

use serde_json::Value;

use crate::program::{repository, run};

#[test]
fn every_cell_of_the_table_is_right() {
    let folder = repository().join("tests/ferry");
    let report: Value = serde_json::from_str(&run(&folder, ["check", "--format", "json"]).ok()).unwrap();
    let said = |claim: &str, source: &str| {
        let claims = report["claims"].as_array().unwrap();
        let stances = claims.iter().find(|one| one["id"] == claim).unwrap()["stances"].as_array().unwrap();
        stances.iter().find(|one| one["source"] == source).unwrap()["stance"].as_str().unwrap().to_owned()
    };
    let table = fs::read_to_string(folder.join("stances.tsv")).unwrap();
    let wrong: Vec<String> = table
        .lines()
        .filter_map(|row| {
            let [claim, source, right] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
            let stance = said(claim, source);
            (!right.split('|').any(|one| one == stance))
                .then(|| format!("{source} on {claim} is {stance}, not {right}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(table.lines().count(), 51);
}
