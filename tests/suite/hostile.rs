//! Texts that nobody would publish: each is read and checked to the end, whatever it is made of.

use std::fs;

use crate::case_folder::case;
use crate::program::run;

/// How often each piece is repeated.
const TIMES: usize = 5_000;

const PIECES: [&str; 34] = [
    "x",
    "9",
    "9 ",
    "9,",
    "1.",
    "£",
    "“",
    "(",
    "-",
    ". ",
    "...",
    "\n",
    "\r",
    "\u{200b}",
    "e\u{301}",
    "İ",
    "👩\u{200d}👩\u{200d}👧",
    "\u{202e}",
    "הצפה של 214 בתים. ",
    "Mr. ",
    "A. B. ",
    "not ",
    "twenty-",
    "one hundred and ",
    "from 2014 to ",
    "half of ",
    "more than at least up to ",
    "January February ",
    "instead of ",
    "said Oskar Lind said ",
    "David and ",
    "214 homes, ",
    "214 homes were flooded in Aldmoor",
    "214 homes were flooded\n",
];

#[test]
fn every_text_is_read_and_checked() {
    let folder =
        case(&[("claims/flood.yaml", "question: How many?\nclaims: [214 homes were flooded, 300 homes]\n")]);
    for (number, piece) in PIECES.iter().enumerate() {
        let text = format!("It began. {}.", piece.repeat(TIMES));
        fs::create_dir_all(folder.path().join("seeds")).unwrap();
        fs::write(folder.path().join(format!("seeds/{number}.txt")), text).unwrap();
    }
    let report = run(folder.path(), ["check", "--format", "json"]).ok();
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    assert_eq!(report["sources"].as_array().map(Vec::len), Some(PIECES.len()));
    run(folder.path(), ["check"]).ok();
}

#[test]
fn markup_and_front_matter_that_never_end_are_refused_or_read() {
    for (name, piece) in [
        ("a.html", "<div>"),
        ("a.html", "<a href=\"x\">"),
        ("a.html", "<!--"),
        ("a.html", "<p>214 homes were flooded."),
        ("a.md", "---\n"),
        ("a.md", "[a](b "),
        ("a.md", "# "),
        ("a.jsonl", "{"),
        ("a.jsonl", "[\n"),
    ] {
        let folder = case(&[("claims/a.yaml", "question: How many?\nclaims: [214 homes]\n")]);
        fs::create_dir_all(folder.path().join("seeds")).unwrap();
        fs::write(folder.path().join("seeds").join(name), piece.repeat(TIMES)).unwrap();
        let ran = run(folder.path(), ["check"]);
        assert!([0, 2].contains(&ran.status), "{name} of {piece:?}: {} {}", ran.status, ran.err);
        assert!(!ran.err.contains("panicked"), "{name} of {piece:?}: {}", ran.err);
    }
}
