//! What the documents say holds: their claim files can be loaded, their links lead somewhere, and every command
//! has its row.

use std::fs;
use std::path::{Path, PathBuf};

use crosscheck::claim::ClaimSet;

use crate::program::{repository, run};

fn documents() -> Vec<PathBuf> {
    let mut found = vec![repository().join("README.md"), repository().join("CONTRIBUTING.md")];
    found.extend(fs::read_dir(repository().join("docs")).unwrap().map(|entry| entry.unwrap().path()));
    found.sort();
    found
}

/// The fenced blocks of `text` in `language`.
fn blocks<'a>(text: &'a str, language: &str) -> Vec<&'a str> {
    let fence = format!("```{language}\n");
    text.split(fence.as_str()).skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

#[test]
fn claim_files_in_documents_can_be_loaded() {
    let mut loaded = 0;
    for path in documents() {
        let text = fs::read_to_string(&path).unwrap();
        for block in blocks(&text, "yaml").into_iter().filter(|block| block.starts_with("question:")) {
            let claims = ClaimSet::from_yaml("block.yaml", block)
                .unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            assert_eq!(claims.claims().len(), 2, "{}", path.display());
            loaded += 1;
        }
    }
    assert_eq!(loaded, 2);
}

#[test]
fn links_lead_to_files_that_are_there() {
    for path in documents() {
        let text = fs::read_to_string(&path).unwrap();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let there = link.contains("://") || leads_somewhere(&path, link);
            assert!(there, "{} links to {link}", path.display());
        }
    }
}

/// Whether there is the file, and the heading in it, that `link` in the document at `from` leads to.
fn leads_somewhere(from: &Path, link: &str) -> bool {
    let (file, heading) = link.split_once('#').map_or((link, None), |(file, heading)| (file, Some(heading)));
    let target = if file.is_empty() { from.to_owned() } else { from.parent().unwrap().join(file) };
    let has = |heading: &str| {
        let text = fs::read_to_string(&target).unwrap_or_default();
        text.lines().filter(|line| line.starts_with('#')).any(|line| anchor(line) == heading)
    };
    target.exists() && heading.is_none_or(has)
}

/// What a heading is called in links, as code hosts make it: lower case, spaces as hyphens, marks left out.
fn anchor(heading: &str) -> String {
    let text = heading.trim_start_matches('#').trim().to_lowercase();
    let kept = text.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

#[test]
fn the_readme_names_every_command() {
    let readme = fs::read_to_string(repository().join("README.md")).unwrap();
    let help = run(repository(), ["-h"]).ok();
    let commands =
        help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    for command in commands.filter_map(|line| line.strip_prefix("  ")?.split(' ').next()) {
        let named = ["", "help"].contains(&command) || readme.contains(&format!("`crosscheck {command}"));
        assert!(named, "{command}");
    }
}

#[test]
fn the_readme_shows_the_report_as_it_is() {
    let readme = fs::read_to_string(repository().join("README.md")).unwrap();
    let report = run(repository(), ["check"]).ok();
    let [picture] = blocks(&readme, "text")[..] else { panic!("the README has one picture of the report") };
    for piece in picture.split("\n...\n").map(str::trim_end).filter(|piece| !piece.is_empty()) {
        assert!(report.contains(piece.trim_start_matches('\n')), "not in the report:\n{piece}");
    }
}
