//! `history`: what changed between the versions of a source, as its users see it.

use std::time::{Duration, Instant};

use insta::assert_snapshot;
use serde_json::Value;
use tempfile::TempDir;

use crate::case_folder::{case, write};
use crate::program::{crosscheck, run};

const MONDAY: &str = "Harbour fire kills seven\nBy Ida Marsh\n\nSeven people died in a fire at Port Ellery on Monday, \
    the coastguard said. It began at 06:10 on a barge that carried 1,200 tonnes of timber.\n\nThe owner, Lars Holm, \
    was warned twice. “We acted at once,” he said.\n\nThe pier is closed.\n";

const TUESDAY: &str = "Harbour fire kills seven\nBy Ida Marsh\n\nTwo people died in a fire at Port Ellery on Monday, \
    the coastguard said. It began at 06:10 on a barge that carried 1,200 tonnes of timber.\n\nThe owner, Lars Holm, \
    was not warned. “We acted at once,” he said.\n\nThe pier is closed.\n";

const TODAY: &str = "Menu\nHarbour fire kills two\nBy Ida Marsh\n\nTwo people died in a fire at Port Ellery on Monday, \
    the coastguard said. It began at 07:10 on a barge that carried 1,200 tonnes of timber.\n\nThe pier is shut.\n\n\
    The owner, Lars Holme, was not warned. “We acted within the hour,” he said.\n\nThis article was amended on 14 \
    February 2025: an earlier version gave the number of dead as seven and misspelt the name of Lars Holme.\n";

fn harbour() -> TempDir {
    case(&[
        (
            "seeds/sources.yaml",
            "sources:\n- id: echo\n  file: echo.txt\n  published: 2025-02-12\n  begins_at: Harbour fire\n  versions:\n  \
             - {file: monday.txt, seen: 2025-02-12}\n  - tuesday.txt\n",
        ),
        ("seeds/monday.txt", MONDAY),
        ("seeds/tuesday.txt", TUESDAY),
        ("seeds/echo.txt", TODAY),
        ("seeds/post.txt", "A pier burned.\n"),
    ])
}

#[test]
fn a_history_for_people() {
    assert_snapshot!(run(harbour().path(), ["history", "echo"]).ok());
}

#[test]
fn a_history_in_colour() {
    let folder = harbour();
    let out = crosscheck(folder.path())
        .args(["history", "echo", "--color", "always"])
        .env_remove("NO_COLOR")
        .output()
        .unwrap();
    assert_snapshot!(String::from_utf8(out.stdout).unwrap().replace('\u{1b}', "␛"));
}

#[test]
fn a_history_for_programs() {
    assert_snapshot!(run(harbour().path(), ["history", "echo", "--format", "json"]).ok());
}

#[test]
fn histories_keep_to_the_width() {
    for width in [40, 60, 120] {
        let history = run(harbour().path(), ["history", "echo", "--width", &width.to_string()]).ok();
        let widest = history.lines().map(|line| line.chars().count()).max();
        assert!(widest <= Some(width), "{widest:?} columns where there are {width}:\n{history}");
    }
}

#[test]
fn versions_are_no_sources_of_their_own() {
    let folder = harbour();
    write(folder.path(), "claims/pier.yaml", b"question: What of the pier?\nclaims: [the pier is closed]\n");
    let report: Value =
        serde_json::from_str(&run(folder.path(), ["check", "--format", "json"]).ok()).unwrap();
    let ids: Vec<_> =
        report["sources"].as_array().unwrap().iter().map(|source| source["id"].clone()).collect();
    assert_eq!(ids, ["echo", "post"]);
}

#[test]
fn named_versions_and_kept_ones_are_one_history() {
    let folder = harbour();
    run(folder.path(), ["archive", "--on", "2025-02-13"]).ok();
    write(folder.path(), "seeds/echo.txt", TODAY.replace("07:10", "08:10").as_bytes());
    let history: Value =
        serde_json::from_str(&run(folder.path(), ["history", "echo", "--format", "json"]).ok()).unwrap();
    let names: Vec<_> =
        history["versions"].as_array().unwrap().iter().map(|version| version["name"].clone()).collect();
    assert_eq!(names, ["monday.txt", "tuesday.txt", "0001", "echo.txt"]);
    assert_eq!(history["steps"][2]["label"], "silent edit");
    assert_eq!(history["steps"][2]["edits"][0]["changes"][0]["kind"], "date");
}

#[test]
fn one_text_has_no_history() {
    let folder = harbour();
    assert_snapshot!(run(folder.path(), ["history", "post"]).ok(), @"
    post: only today’s text is known. Keep its texts with `crosscheck archive` each
      time you fetch it anew, or name earlier ones below `versions:` in sources.yaml
    ");
    let said = run(folder.path(), ["history", "ecko"]).refused();
    assert!(said.contains("there is no source `ecko`; did you mean `echo`?"), "{said}");
    run(folder.path(), ["archive", "--on", "2025-02-13"]).ok();
    assert_snapshot!(run(folder.path(), ["history", "post"]).ok(), @"post: its text has not changed since 2025-02-13 (0001)");
}

#[test]
fn long_texts_are_compared_in_time() {
    let sentence =
        |n: usize| format!("On day {n} the {} harbour took in {} boats from the north. ", n % 97, n * 7);
    let text = |sentence: &dyn Fn(usize) -> String| (0..8_000).map(sentence).collect::<String>();
    let changed = |n: usize| sentence(n).replace("boats", "ships");
    let scattered = |n: usize| sentence(n * 4_999 % 8_000);
    let other = |n: usize| format!("Nothing of it {n} was left to see by then. ");
    for is in [&changed as &dyn Fn(usize) -> String, &scattered, &other] {
        let folder = case(&[
            ("seeds/sources.yaml", "sources: [{file: echo.txt, versions: [before.txt]}]\n"),
            ("seeds/before.txt", &text(&sentence)),
            ("seeds/echo.txt", &text(is)),
        ]);
        let start = Instant::now();
        run(folder.path(), ["history", "echo", "--format", "json"]).ok();
        // A hundred times what it takes, unless it takes the square of it.
        assert!(start.elapsed() < Duration::from_secs(120), "{:?}", start.elapsed());
    }
}
