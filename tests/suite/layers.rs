//! The layers of the library: each part may use those before it, none those after it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::program::repository;

/// The parts from the ground up; those in one row may not use each other, but for the first row.
const LAYERS: &[&[&str]] = &[
    &["span", "error", "neutral", "hash", "diagnostic", "ENGINE_VERSION", "Error", "Result"],
    &["yaml"],
    &["text"],
    &["english"],
    &["value"],
    &["attribution"],
    &["claim", "source"],
    &["reuse"],
    &["matcher"],
    &["stance"],
    &["history", "cache"],
    &["verdict"],
    &["graph"],
    &["report"],
    &["snapshot"],
    &["check", "trial"],
    &["export"],
];

fn layer(part: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&part))
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// The part a file belongs to: the first name below `src`.
fn part_of(file: &Path) -> String {
    let first = file.components().next().unwrap();
    Path::new(&first).file_stem().unwrap().to_string_lossy().into_owned()
}

/// The parts that `code` names after `crate::`, those in braces too.
fn named(code: &str) -> BTreeSet<String> {
    let mut parts = BTreeSet::new();
    for after in code.split("crate::").skip(1) {
        let group = match after.strip_prefix('{') {
            Some(group) => top_level(group),
            None => vec![after],
        };
        for item in group {
            let name: String =
                item.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            parts.insert(name);
        }
    }
    parts
}

/// The items of a braced group, whose opening brace is gone, without what is nested in them.
fn top_level(group: &str) -> Vec<&str> {
    let mut items = Vec::new();
    let (mut depth, mut start) = (0, 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            '}' => {
                items.push(&group[start..at]);
                break;
            }
            ',' if depth == 0 => {
                items.push(&group[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    items
}

/// The code without its comments and its unit tests, which may use anything.
fn without_comments_and_tests(code: &str) -> String {
    let mut kept = String::new();
    let mut lines = code.lines();
    while let Some(line) = lines.next() {
        if line.trim() == "#[cfg(test)]" {
            skip_item(&mut lines, line.len() - line.trim_start().len());
        } else if !line.trim_start().starts_with("//") {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

/// Passes over the item that begins in the next line, or behind further attributes: up to its semicolon or the brace that closes it, which
/// is indented as it is.
fn skip_item<'a>(lines: &mut impl Iterator<Item = &'a str>, indent: usize) {
    let end = format!("{}}}", " ".repeat(indent));
    for line in lines {
        let own = line.len() - line.trim_start().len() == indent;
        if line == end || own && (line.ends_with(';') || line.ends_with('}')) {
            return;
        }
    }
}

#[test]
fn contributors_are_told_the_layers() {
    let shown = LAYERS.iter().map(|layer| {
        let parts: Vec<&str> =
            layer.iter().copied().filter(|part| part.starts_with(|c: char| c.is_lowercase())).collect();
        if let [one] = parts.as_slice() { (*one).to_owned() } else { format!("{{{}}}", parts.join(", ")) }
    });
    let line = shown.chain(["cli".to_owned()]).collect::<Vec<_>>().join(" ← ");
    let told = fs::read_to_string(repository().join("CONTRIBUTING.md")).unwrap();
    assert!(told.contains(&format!("`{line}`")), "{line}");
}

/// How many lines a file has at most, so that it can be read in one go.
const LONGEST: usize = 400;

#[test]
fn no_file_is_too_long_to_be_read_at_once() {
    let mut files = Vec::new();
    rust_files(&repository().join("src"), &mut files);
    let long = files.iter().filter(|file| fs::read_to_string(file).unwrap().lines().count() > LONGEST);
    let long: Vec<String> = long.map(|file| file.display().to_string()).collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn no_part_uses_one_above_it() {
    let src = repository().join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    let mut wrong = Vec::new();
    for file in files {
        let inside = file.strip_prefix(&src).unwrap();
        let part = part_of(inside);
        if ["lib", "main", "cli"].contains(&part.as_str()) {
            continue;
        }
        let own = layer(&part).unwrap_or_else(|| panic!("{} belongs to no layer", inside.display()));
        let code = fs::read_to_string(&file).unwrap();
        for used in named(&without_comments_and_tests(&code)) {
            let allowed = used == part || layer(&used).is_some_and(|below| below < own || below == 0);
            if !allowed {
                wrong.push(format!("{} uses {used}", inside.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_program_knows_the_commands() {
    let lib = fs::read_to_string(repository().join("src/lib.rs")).unwrap();
    assert!(!lib.contains("mod cli"));
    assert_eq!(named("use crate::{Result, claim::{a, b}, text};\nuse crate::span::Span;").len(), 4);
}

#[test]
fn no_file_is_called_what_could_hold_anything() {
    let mut files = Vec::new();
    rust_files(&repository().join("src"), &mut files);
    rust_files(&repository().join("tests/suite"), &mut files);
    for file in files {
        for part in file.components() {
            let stem = Path::new(&part).file_stem().unwrap_or_default().to_string_lossy().into_owned();
            assert!(
                !["utils", "util", "common", "helpers", "types", "misc"].contains(&stem.as_str()),
                "{}",
                file.display()
            );
        }
    }
}
