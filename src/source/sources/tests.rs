#![allow(clippy::unwrap_used)]

use std::fs;

use tempfile::TempDir;

use super::*;
use crate::span::Span;

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (file, content) in files {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    folder
}

fn entry(file: &str) -> Entry {
    Entry { file: file.to_owned(), ..Entry::default() }
}

fn described(folder: &TempDir, entries: Vec<Entry>) -> Result<Sources> {
    let manifest = Input::new(folder.path().join("sources.yaml"), "begins_at: Nowhere\nends_at: Never\n");
    Sources::described(folder.path(), Some((manifest, entries)))
}

fn codes(result: Result<impl std::fmt::Debug>) -> Vec<Code> {
    match result.unwrap_err() {
        Error::Input(problems) => problems.iter().map(Diagnostic::code).collect(),
        error => panic!("{error}"),
    }
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
    let folder =
        folder(&[("a.txt", b"---\ntitle: Own\noutlet: Own\n---\nMenu\nIt began.\nFooter"), ("b.txt", b"B.")]);
    let bound = |words: &str| Some((words.to_owned(), Span::new(0, 5)));
    let sources = described(
        &folder,
        vec![Entry {
            id: Some("sky".into()),
            outlet: Some("Sky News".into()),
            begins_at: bound("It began"),
            ends_at: bound("Footer"),
            ..entry("a.txt")
        }],
    )
    .unwrap();
    let first = &sources.read_all().unwrap()[0];
    let Source { metadata, article, text, .. } = first;
    assert_eq!((metadata.id.as_str(), metadata.outlet.as_str()), ("sky", "Sky News"));
    assert_eq!(metadata.title.as_deref(), Some("Own"));
    assert_eq!(&text[article.start..article.end], "It began.");
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
    ]);
    let lost = Some(("Nowhere".to_owned(), Span::new(11, 18)));
    let entries = vec![Entry { begins_at: lost.clone(), ends_at: lost, ..entry("d.txt") }, entry("gone.txt")];
    let mut found = codes(described(&folder, entries));
    found.sort();
    let mut expected = vec![
        Code::NotText,
        Code::NotText,
        Code::EmptyFile,
        Code::BadDate,
        Code::DuplicateId,
        Code::WordsNotFound,
        Code::WordsNotFound,
        Code::NotFound,
    ];
    expected.sort();
    assert_eq!(found, expected);
}

#[test]
fn a_folder_without_sources_says_what_to_do() {
    let folder = folder(&[(".hidden", b"x"), ("sources.yaml", b"sources: []")]);
    assert_eq!(codes(described(&folder, Vec::new())), [Code::EmptyFolder]);
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
    let mut found = codes(sources.read_all());
    found.sort();
    assert_eq!(found, [Code::BadJson, Code::DuplicateId, Code::DuplicateId]);
    assert_eq!(sources.read().filter(Result::is_ok).count(), 2);
}

#[test]
fn a_file_above_the_limit_is_refused_unread() {
    let folder = folder(&[]);
    let path = folder.path().join("large.txt");
    fs::File::create(&path).unwrap().set_len(100 * 1024 * 1024).unwrap();
    assert_eq!(codes(Sources::open(folder.path())), [Code::TooLarge]);
}
