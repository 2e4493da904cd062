//! Folders of sources as a whole.
#![allow(clippy::unwrap_used)]

use std::fs;

use tempfile::TempDir;

use super::{Source, Sources, read_file};
use crate::diagnostic::{Code, Diagnostic};
use crate::{Error, Result};

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (file, content) in files {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    folder
}

fn problems(result: Result<impl std::fmt::Debug>) -> Vec<Diagnostic> {
    match result.unwrap_err() {
        Error::Input(problems) => problems.into_iter().collect(),
        error => panic!("{error}"),
    }
}

fn codes(result: Result<impl std::fmt::Debug>) -> Vec<Code> {
    let mut codes: Vec<Code> = problems(result).iter().map(Diagnostic::code).collect();
    codes.sort();
    codes
}

fn ids_of(sources: &Sources) -> Vec<String> {
    sources.read().map(|source| source.unwrap().metadata.id).collect()
}

#[test]
fn every_file_is_a_source_in_order() {
    let folder = folder(&[
        ("b.md", b"---\ntitle: Review\noutlet: The B\ndate: 2025-02-12\n---\n# Review\n\nOnly *one*.\n"),
        ("a.txt", "\u{feff}\r\nOnly one.\r\n".as_bytes()),
        ("c.html", b"<title>T</title><link rel=canonical href=https://www.c.org/1><p>Only one."),
        ("d/many.jsonl", b"{\"text\":\"One.\",\"id\":\"x\"}\n{\"text\":\"Two.\"}\n"),
    ]);
    let sources = Sources::open(folder.path()).unwrap();
    assert_eq!(ids_of(&sources), ["a", "b", "c", "x", "many-2"]);
    let read = sources.read_all().unwrap();
    assert_eq!(read[0].text.as_bytes(), fs::read(folder.path().join("a.txt")).unwrap());
    let articles: Vec<&str> = read.iter().map(|s| &s.text[s.article.start..s.article.end]).collect();
    assert_eq!(articles, ["Only one.", "# Review\n\nOnly *one*.", "T\n\nOnly one.", "One.", "Two."]);
    let outlets: Vec<&str> = read.iter().map(|s| s.metadata.outlet.as_str()).collect();
    assert_eq!(outlets, ["a", "The B", "c.org", "many", "many"]);
    assert_eq!(read[1].published, chrono::NaiveDate::from_ymd_opt(2025, 2, 12));
    assert_eq!(read[4].metadata.file, "d/many.jsonl");
    assert_eq!(ids_of(&sources), ids_of(&sources), "sources can be read again");
}

#[test]
fn entries_describe_files_before_the_files_themselves() {
    let folder = folder(&[
        ("a.txt", b"---\ntitle: Own\noutlet: Own\n---\nMenu\nIt began.\nFooter"),
        ("many.jsonl", b"{\"text\":\"One.\"}\n{\"text\":\"Two.\",\"outlet\":\"Own\"}"),
        (".hidden.txt", b"Found by its entry."),
        (
            "sources.yaml",
            b"sources:\n- file: a.txt\n  id: sky\n  outlet: Sky News\n  begins_at: It began\n  ends_at: Footer\n\
              - file: many.jsonl\n  id: wire\n  outlet: The Wire\n- file: .hidden.txt\n",
        ),
    ]);
    let sources = Sources::open(folder.path()).unwrap().read_all().unwrap();
    let Source { metadata, article, text, .. } = &sources[1];
    assert_eq!((metadata.id.as_str(), metadata.outlet.as_str()), ("sky", "Sky News"));
    assert_eq!(metadata.title.as_deref(), Some("Own"));
    assert_eq!(&text[article.start..article.end], "It began.");
    let told: Vec<_> = sources.iter().map(|s| (s.metadata.id.as_str(), s.metadata.outlet.as_str())).collect();
    assert_eq!(told, [("hidden", ".hidden"), ("sky", "Sky News"), ("wire-1", "The Wire"), ("wire-2", "Own")]);
}

#[test]
fn all_problems_come_at_once() {
    let folder = folder(&[
        ("a.pdf", b"%PDF-1.7"),
        ("b.txt", b" \n"),
        ("c.txt", b"---\ndate: soon\n---\nText."),
        ("d.txt", b"Text."),
        ("e.md", b"---\nid: d\n---\nText."),
        ("f.md", b"---\nid: d\n---\nText."),
        ("g.bin", b"a\0b"),
        ("many.jsonl", b""),
        (
            "sources.yaml",
            b"sources:\n- file: d.txt\n  begins_at: Nowhere\n  ends_at: Never\n\
              - file: many.jsonl\n  begins_at: There\n",
        ),
    ]);
    let problems = problems(Sources::open(folder.path()));
    let mut found: Vec<String> = problems
        .iter()
        .map(|p| {
            let name = p.file().file_name().unwrap().to_string_lossy();
            format!("{name}:{} {}", p.line_column().map_or(0, |at| at.line), p.code().name())
        })
        .collect();
    found.sort();
    let expected = [
        "a.pdf:0 not-text",
        "b.txt:0 empty-file",
        "c.txt:2 bad-date",
        "f.md:0 duplicate-id",
        "g.bin:0 not-text",
        "sources.yaml:3 words-not-found",
        "sources.yaml:4 words-not-found",
        "sources.yaml:6 words-not-found",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_broken_manifest_does_not_hide_broken_files() {
    let folder = folder(&[("a.pdf", b"%PDF-1.7"), ("sources.yaml", b"sources: [}\n")]);
    assert_eq!(codes(Sources::open(folder.path())), [Code::NotText, Code::Syntax]);
}

#[test]
fn a_folder_without_sources_says_what_to_do() {
    let folder = folder(&[(".hidden", b"x")]);
    assert_eq!(codes(Sources::open(folder.path())), [Code::EmptyFolder]);
    assert_eq!(codes(Sources::open(&folder.path().join("gone"))), [Code::NotFound]);
}

#[test]
fn one_file_may_be_all_sources() {
    let folder = folder(&[("many.jsonl", b"{\"text\":\"One.\"}\n\n{\"text\":\"Two.\"}"), ("a.txt", b"A.")]);
    let many = Sources::open(&folder.path().join("many.jsonl")).unwrap();
    assert_eq!(ids_of(&many), ["many-1", "many-3"]);
    let one = Sources::open(&folder.path().join("a.txt")).unwrap();
    assert_eq!(ids_of(&one), ["a"]);
    assert_eq!(read_file(&folder.path().join("a.txt")).unwrap().text, "A.");
    assert_eq!(codes(read_file(&folder.path().join("many.jsonl"))), [Code::NotText]);
    assert_eq!(codes(read_file(&folder.path().join("gone.txt"))), [Code::NotFound]);
    assert!(read_file(folder.path()).is_err());
}

#[test]
fn bad_lines_are_collected_and_ids_of_lines_are_unique() {
    let folder = folder(&[
        ("a.txt", b"A."),
        ("many.jsonl", b"{\"text\":\"1\",\"id\":\"a\"}\nnope\n{\"text\":\"2\",\"id\":\"x\"}\n{\"text\":\"3\",\"id\":\"x\"}"),
    ]);
    let sources = Sources::open(folder.path()).unwrap();
    assert_eq!(codes(sources.read_all()), [Code::BadJson, Code::DuplicateId, Code::DuplicateId]);
    assert_eq!(sources.read().filter(Result::is_ok).count(), 2);
}

#[test]
fn a_file_above_the_limit_is_refused_unread() {
    let folder = folder(&[]);
    let path = folder.path().join("large.txt");
    fs::File::create(&path).unwrap().set_len(100 * 1024 * 1024).unwrap();
    assert_eq!(codes(Sources::open(folder.path())), [Code::TooLarge]);
}
