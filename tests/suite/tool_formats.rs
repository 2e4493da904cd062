//! `check --format` for other tools, as the program writes it: where it points, and what it says where there is nothing.

use serde_json::Value;

use crate::case_folder::{case, write};
use crate::program::run;

const CLAIMS: &str =
    "question: How many homes were flooded?\nclaims:\n  - id: homes-214\n    claim: 214 homes were flooded\n";
const PAGE: &str = "<html><head><title>Flood</title></head><body><article><h1>Flood</h1><p>The river rose in the night, \
                    and by the morning the streets were full of water.</p><p>In all, 300 homes were flooded, the town \
                    said.</p></article></body></html>";

/// Each of the kinds of source that a place in a file means something different in.
fn folder() -> tempfile::TempDir {
    let line = r#"{"id": "line one", "text": "In all, 300 homes were flooded."}"#;
    case(&[
        ("claims/flood.yaml", CLAIMS),
        ("seeds/echo.txt", "In all, 214 homes were flooded.\n"),
        ("seeds/a b.txt", "\u{feff}---\ntitle: Flood\n---\n🌊 In all, 300 homes were flooded.\n"),
        ("seeds/page.html", PAGE),
        ("seeds/lines.jsonl", line),
    ])
}

#[test]
fn places_are_given_where_the_text_is_the_file() {
    let folder = folder();
    let log: Value = serde_json::from_str(&run(folder.path(), ["check", "--format", "sarif"]).ok()).unwrap();
    let places = log["runs"][0]["results"].as_array().unwrap().iter().map(|result| {
        let place = &result["locations"][0]["physicalLocation"];
        let uri = place["artifactLocation"]["uri"].as_str().unwrap().to_owned();
        (uri, place["region"]["startLine"].as_u64(), place["region"]["startColumn"].as_u64())
    });
    let mut places: Vec<_> = places.collect();
    places.sort();
    assert_eq!(
        places,
        [
            ("seeds/a%20b.txt".to_owned(), Some(4), Some(1)),
            ("seeds/lines.jsonl".to_owned(), None, None),
            ("seeds/page.html".to_owned(), None, None),
        ]
    );
    let commands = run(folder.path(), ["check", "--format", "github"]).ok();
    assert!(commands.contains("::warning file=seeds/a b.txt,line=4,endLine=4,col=1,"), "{commands}");
    assert_eq!(commands.matches("::warning file=claims/flood.yaml,line=3,").count(), 2, "{commands}");
}

#[test]
fn a_claim_is_reviewed_once_a_curator_has_ruled() {
    let folder = folder();
    let reviewed = || {
        let ran = run(folder.path(), ["check", "--format", "claimreview"]);
        assert_eq!(ran.status, 0);
        let document: Value = serde_json::from_str(&ran.out).unwrap();
        (document["@graph"].as_array().unwrap().len(), ran.err)
    };
    let (count, told) = reviewed();
    assert_eq!(count, 0);
    assert!(told.contains("no claim has a curator’s ruling") && told.contains("`crosscheck rule`"), "{told}");
    let rule = ["rule", "homes-214", "echo", "supports", "--because", "read it", "--on", "2031-05-09"];
    run(folder.path(), rule).ok();
    assert_eq!(reviewed(), (1, String::new()));
    write(folder.path(), "seeds/echo.txt", b"In all, 215 homes were flooded.\n");
    assert_eq!(reviewed().0, 0, "it is stale");
}
