//! Rulings beside what the machine finds: the same, another, or stale.

use insta::assert_snapshot;
use serde_json::Value;

use crate::case_folder::{case, write};
use crate::program::run;

const TEXT: &str = "In all, “300 homes” were flooded.\n";

/// A case in which every source is ruled on, as `crosscheck rule` does it.
fn ruled() -> tempfile::TempDir {
    let claims = "question: How many homes were flooded?\nclaims:\n  - id: homes-214\n    claim: 214 homes were flooded\n";
    let folder = case(&[
        ("claims/flood.yaml", claims),
        ("seeds/echo.txt", "In all, 214 homes were flooded.\n"),
        ("seeds/post.txt", TEXT),
        ("seeds/wire.txt", "The ferry is late.\n"),
    ]);
    for (source, stance) in [("echo", "supports"), ("post", "unclear"), ("wire", "unclear")] {
        let args = ["rule", "homes-214", source, stance, "--because", "read it", "--on", "2031-05-09"];
        run(folder.path(), args).ok();
    }
    folder
}

/// What the report says of each ruling.
fn stale(folder: &std::path::Path) -> Vec<(String, bool)> {
    let report: Value = serde_json::from_str(&run(folder, ["check", "--format", "json"]).ok()).unwrap();
    let stances = report["claims"][0]["stances"].as_array().unwrap().iter();
    stances
        .map(|one| (one["source"].as_str().unwrap().to_owned(), one["ruling"]["stale"].as_bool().unwrap()))
        .filter(|(_, stale)| *stale)
        .collect()
}

#[test]
fn machine_and_curator_stand_side_by_side() {
    let folder = ruled();
    write(folder.path(), "seeds/post.txt", TEXT.replace("300", "301").as_bytes());
    let report = run(folder.path(), ["check"]).ok();
    let (_, section) = report.split_once("\nRULINGS").unwrap();
    assert_snapshot!(section);
    assert!(
        report.contains("3 rulings beside the machine’s stance: 1 the same, 2 different; 1 stale"),
        "{report}"
    );
}

#[test]
fn a_ruling_is_stale_once_what_it_judged_is_no_longer_there() {
    let folder = ruled();
    assert_eq!(stale(folder.path()), []);
    let set_otherwise = TEXT.replace(['“', '”'], "\"").replace("were flooded", "were\n\n flooded");
    write(folder.path(), "seeds/post.txt", format!("A headline\n\n{set_otherwise}").as_bytes());
    assert_eq!(stale(folder.path()), [], "only set otherwise, and elsewhere");
    write(folder.path(), "seeds/post.txt", TEXT.replace("300", "301").as_bytes());
    assert_eq!(stale(folder.path()), [("post".to_owned(), true)], "one digit");
    write(folder.path(), "seeds/wire.txt", b"The ferry is on time.\n");
    assert_eq!(stale(folder.path()).len(), 2, "a silent source is not what it was");
    let lines = run(folder.path(), ["check", "--format", "jsonl"]).ok();
    assert_eq!(lines.matches("\"stale\":true").count(), 1, "the silent ones are left out: {lines}");
}

#[test]
fn a_ruling_that_became_stale_is_a_change_since_the_snapshot() {
    let folder = ruled();
    run(folder.path(), ["snapshot"]).ok();
    run(folder.path(), ["snapshot", "--check"]).ok();
    write(folder.path(), "seeds/wire.txt", b"The ferry is on time.\n");
    let checked = run(folder.path(), ["snapshot", "--check"]);
    assert_eq!(checked.status, 1, "{}", checked.out);
    assert!(
        checked.out.contains("why: a ruling is stale: what it judged is no longer there"),
        "{}",
        checked.out
    );
}

#[test]
fn words_that_were_judged_are_told_from_longer_ones() {
    let folder = ruled();
    let args =
        ["rule", "homes-214", "echo", "unclear", "--because", "x", "--quote", "homes were", "--replace"];
    let said = run(folder.path(), args).ok();
    assert!(said.ends_with("judged: In all, 214 homes were flooded.\n"), "{said}");
    write(folder.path(), "seeds/echo.txt", b"In all, 1,214 homes were flooded.\n");
    assert_eq!(stale(folder.path()), [("echo".to_owned(), true)]);
}
