//! The tree against another reader of YAML.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;
use serde::Deserialize;
use serde_yaml::Value;

use super::{Kind, Node, parse};
use crate::diagnostic::{Diagnostics, Input};
use crate::span::Span;

fn read(text: &str) -> (Input, Vec<Node>, Diagnostics) {
    let input = Input::new("a.yaml", text);
    let mut problems = Diagnostics::new();
    let documents = parse(&input, &mut problems);
    assert_eq!(documents.whole, problems.is_empty());
    (input, documents.nodes, problems)
}

/// Whether the other reader's value says what the node says. It has decided on types; we have kept the text.
fn same(node: &Node, value: &Value) -> bool {
    match (&node.kind, value) {
        (Kind::List(items), Value::Sequence(values)) => {
            items.len() == values.len() && items.iter().zip(values).all(|(item, value)| same(item, value))
        }
        (Kind::Map(entries), Value::Mapping(values)) => {
            entries.len() == values.len()
                && entries.iter().zip(values).all(|((k, v), (key, value))| same(k, key) && same(v, value))
        }
        (Kind::Scalar { text, .. }, Value::String(string)) => text == string,
        (Kind::Scalar { .. }, Value::Null) => node.is_null(),
        (Kind::Scalar { text, plain: true }, Value::Bool(_) | Value::Number(_)) => {
            serde_yaml::from_str::<Value>(text).is_ok_and(|read| read == *value)
        }
        _ => false,
    }
}

/// The documents as the other reader reads them, the empty ones left out as we do. It takes a byte-order mark for
/// a document and knows no version after 1.2, which is no difference in the files.
fn oracle(text: &str) -> Result<Vec<Value>, serde_yaml::Error> {
    let text = text.trim_start_matches('\u{feff}');
    let documents: Result<Vec<_>, _> =
        serde_yaml::Deserializer::from_str(text).map(Value::deserialize).collect();
    Ok(documents?.into_iter().filter(|value| !value.is_null()).collect())
}

#[test]
fn valid_files_are_read_as_another_reader_reads_them() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut compared = 0;
    for folder in ["tests/good-input", "tests/bad-input/claims", "tests/bad-input/sources", "claims", "seeds"]
    {
        let Ok(entries) = fs::read_dir(root.join(folder)) else { continue };
        for path in entries
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|e| e == "yaml"))
        {
            let text = fs::read_to_string(&path).unwrap();
            let (_, nodes, problems) = read(&text);
            // Duplicate keys and the like: what only one of the two refuses is not compared.
            let (true, Ok(values)) = (problems.is_empty(), oracle(&text)) else {
                assert!(folder != "tests/good-input", "{}: {problems}", path.display());
                continue;
            };
            assert_eq!(nodes.len(), values.len(), "{}", path.display());
            for (node, value) in nodes.iter().zip(&values) {
                assert!(same(node, value), "{}:\n{node:#?}\n{value:#?}", path.display());
            }
            compared += 1;
        }
    }
    assert!(compared >= 10, "only {compared} files were compared");
}

#[test]
fn everything_has_its_place() {
    let text = "a: 'b c'\nd:\n  - e\n  - {f: g}\n  - >\n    h\n    i\nj:\n";
    let (input, nodes, _) = read(text);
    let mut found = Vec::new();
    places(&nodes[0], &mut found);
    let found: Vec<_> = found.iter().map(|&span| &input.text()[std::ops::Range::from(span)]).collect();
    let list = "- e\n  - {f: g}\n  - >\n    h\n    i\n";
    assert_eq!(found[1..], ["a", "'b c'", "d", list, "e", "{f: g}", "f", "g", "h\n    i\n", "j", ""]);
    assert_eq!(found[0], text.trim_end_matches(":\n"), "up to where its last value would stand");
}

fn places(node: &Node, found: &mut Vec<Span>) {
    found.push(node.span);
    match &node.kind {
        Kind::Scalar { .. } => {}
        Kind::List(items) => items.iter().for_each(|item| places(item, found)),
        Kind::Map(entries) => entries.iter().for_each(|(key, value)| {
            places(key, found);
            places(value, found);
        }),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    /// Small texts of YAML's own characters hit more of its grammar than arbitrary ones.
    #[test]
    fn places_are_slices(text in "[-:?,\\[\\]{}#&*!|>'\"%@`a~0é\t\r\n ]{0,40}") {
        let (input, nodes, problems) = read(&text);
        let mut found = Vec::new();
        nodes.iter().for_each(|node| places(node, &mut found));
        found.extend(problems.iter().filter_map(crate::diagnostic::Diagnostic::span));
        for span in found {
            prop_assert!(input.text().get(std::ops::Range::from(span)).is_some(), "{span:?}");
        }
    }
}
