//! The JSON Schemas that the program prints, held against what its readers take and what it writes.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crosscheck::claim::ClaimSet;
use crosscheck::report::Report;
use crosscheck::{claim, report, source};
use insta::assert_snapshot;
use jsonschema::Validator;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::program::{repository, run};

fn validator(schema: &schemars::Schema) -> Validator {
    jsonschema::draft7::new(schema.as_value()).unwrap()
}

/// The documents of a YAML file; those that hold nothing are left out, as the readers leave them out.
fn documents(text: &str) -> Result<Vec<Value>, serde_yaml::Error> {
    let text = text.trim_start_matches('\u{feff}');
    let documents: Result<Vec<_>, _> =
        serde_yaml::Deserializer::from_str(text).map(Value::deserialize).collect();
    Ok(documents?.into_iter().filter(|one| !one.is_null()).collect())
}

/// Whether every document fits the schema.
fn fits(validator: &Validator, documents: &[Value]) -> bool {
    documents.iter().all(|one| validator.is_valid(one))
}

/// The files below `folder` that `wanted` takes, in order.
fn files(folder: &Path, wanted: &dyn Fn(&Path) -> bool) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, wanted));
        } else if wanted(&path) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn is_yaml(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "yaml")
}

fn is_manifest(path: &Path) -> bool {
    path.ends_with("sources.yaml")
        || path.parent().is_some_and(|folder| folder.ends_with("bad-input/sources"))
}

fn is_claim_file(path: &Path) -> bool {
    let place = path.strip_prefix(repository()).unwrap();
    let folders = ["claims", "good-input"];
    is_yaml(path) && place.components().any(|part| folders.iter().any(|name| part.as_os_str() == *name))
}

/// The name of a file for people.
fn name(path: &Path) -> String {
    path.strip_prefix(repository())
        .unwrap()
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
}

/// Every file that the reader takes fits the schema; those that it refuses and the schema does not are listed.
fn held_against_the_reader(
    validator: &Validator,
    paths: &[PathBuf],
    is_read: &dyn Fn(&Path, &str) -> bool,
) -> String {
    let mut unseen = Vec::new();
    let (mut good, mut seen) = (0, 0);
    for path in paths {
        let place = name(path);
        let Ok(text) = fs::read_to_string(path) else {
            unseen.push(format!("{place}: no text"));
            continue;
        };
        let documents = documents(&text);
        if is_read(path, &text) {
            let documents = documents.unwrap_or_else(|error| panic!("{place}: {error}"));
            let wrong: Vec<_> = documents
                .iter()
                .flat_map(|one| validator.iter_errors(one))
                .map(|e| format!("{e} at {}", e.instance_path()))
                .collect();
            assert!(wrong.is_empty(), "{place}: {wrong:#?}");
            good += 1;
            continue;
        }
        match documents {
            Err(_) => unseen.push(format!("{place}: no YAML")),
            Ok(documents) if fits(validator, &documents) => unseen.push(place),
            Ok(_) => seen += 1,
        }
    }
    assert!(good > 5 && seen > 5, "{good} {seen}");
    unseen.join("\n")
}

#[test]
fn claim_files_fit_where_they_are_read() {
    let paths: Vec<_> = ["claims", "tests", "src/cli/init"]
        .iter()
        .flat_map(|folder| files(&repository().join(folder), &is_claim_file))
        .collect();
    let is_read =
        |path: &Path, text: &str| ClaimSet::from_yaml(&name(path), text).is_ok() || is_good_in_company(path);
    // What only the reader sees: references, repetitions, circles; and what is no YAML, which editors see anyway.
    assert_snapshot!(held_against_the_reader(&validator(&claim::schema()), &paths, &is_read));
}

/// Whether a file is as it should be, and only refers to others of its folder.
fn is_good_in_company(path: &Path) -> bool {
    !name(path).starts_with("tests/bad-input") && ClaimSet::load(path.parent().unwrap()).is_ok()
}

#[test]
fn manifests_fit_where_they_are_read() {
    let paths: Vec<_> = ["seeds", "tests", "src/cli/init"]
        .iter()
        .flat_map(|folder| files(&repository().join(folder), &is_manifest))
        .collect();
    let is_read = |path: &Path, _: &str| !name(path).starts_with("tests/bad-input");
    // What only the reader sees: files that are not there, ids given twice, words that the article does not hold.
    assert_snapshot!(held_against_the_reader(&validator(&source::schema()), &paths, &is_read));
}

/// One thing in a claim: whether the reader takes it, and whether it fits the schema.
#[test]
fn claims_fit_where_they_are_read() {
    let schema = validator(&claim::schema());
    let cases: Vec<(String, bool, bool)> = fs::read_to_string(repository().join("tests/schema/claims.txt"))
        .unwrap()
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let (right, text) = line.split_once(' ').unwrap();
            let (reader, fits) = match right {
                "fits" => (true, true),
                "wrong" => (false, false),
                "unseen" => (false, true),
                "stricter" => (true, false),
                other => panic!("{other}"),
            };
            (text.trim().replace("\\n", "\n"), reader, fits)
        })
        .collect();
    let wrong: Vec<_> = cases
        .iter()
        .filter_map(|(text, reader, right)| {
            let read = ClaimSet::from_yaml("one.yaml", text).is_ok();
            let fit = fits(&schema, &documents(text).unwrap_or_else(|error| panic!("{text}: {error}")));
            ((read, fit) != (*reader, *right)).then(|| format!("{text}\n  read: {read}, fits: {fit}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(cases.len() > 40);
}

/// Every schema in `of`, with its path.
fn each<'s>(path: &str, of: &'s Value, found: &mut Vec<(String, &'s Map<String, Value>)>) {
    let Value::Object(schema) = of else { return };
    found.push((path.to_owned(), schema));
    for many in ["properties", "definitions"] {
        for (name, one) in schema.get(many).and_then(Value::as_object).into_iter().flatten() {
            each(&format!("{path}/{many}/{name}"), one, found);
        }
    }
    for many in ["anyOf", "oneOf"] {
        for (at, one) in schema.get(many).and_then(Value::as_array).into_iter().flatten().enumerate() {
            each(&format!("{path}/{many}/{at}"), one, found);
        }
    }
    if let Some(items) = schema.get("items") {
        each(&format!("{path}/items"), items, found);
    }
}

#[test]
fn everything_in_a_schema_is_explained_and_every_example_is_one() {
    for (of, schema) in
        [("claims", claim::schema()), ("sources", source::schema()), ("report", report::schema())]
    {
        let whole = schema.as_value();
        assert_eq!(whole["$id"], format!("urn:crosscheck:schema:{of}"));
        let mut schemas = Vec::new();
        each("", whole, &mut schemas);
        for (path, schema) in &schemas {
            let needs =
                path.is_empty() || !path.ends_with("/items") && path.rsplit('/').nth(1) != Some("anyOf");
            let refers = schema.contains_key("$ref");
            assert!(!needs || refers || schema.contains_key("description"), "{of}{path} has no description");
            if of == "report" || !needs || refers {
                continue;
            }
            assert!(schema.contains_key("title"), "{of}{path} has no title");
            assert!(schema.contains_key("examples"), "{of}{path} has no examples");
        }
        for (path, schema) in schemas {
            let mut one = Value::Object(schema.clone());
            one["definitions"] = whole["definitions"].clone();
            let one = jsonschema::draft7::new(&one).unwrap();
            for example in schema.get("examples").and_then(Value::as_array).into_iter().flatten() {
                assert!(one.is_valid(example), "{of}{path}: {example} is no example");
            }
        }
    }
}

#[test]
fn the_schemas_in_this_repository_are_those_that_are_printed() {
    for of in ["claims", "sources", "report"] {
        let printed = run(repository(), ["schema", of]).ok();
        let kept = fs::read_to_string(repository().join(format!("schemas/{of}.schema.json"))).unwrap();
        assert!(kept == printed, "run `crosscheck schema {of} -o schemas/{of}.schema.json`");
    }
}

/// What is wrong with a report as it is written.
pub(crate) fn unfit(report: &Value) -> Vec<String> {
    thread_local! { static SCHEMA: Validator = validator(&report::schema()); }
    SCHEMA
        .with(|schema| schema.iter_errors(report).map(|e| format!("{e} at {}", e.instance_path())).collect())
}

/// Every report of the suite's cases goes through here, see `cases.rs`.
pub(crate) fn assert_fits(report: &Report) {
    let wrong = unfit(&serde_json::to_value(report).unwrap());
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn reports_fit_their_schema() {
    let new = tempfile::tempdir().unwrap();
    run(new.path(), ["init", "."]).ok();
    let cases = ["", "tests/ferry", "tests/hostile-names", "tests/changes/before"]
        .map(|case| repository().join(case));
    for case in cases.iter().map(PathBuf::as_path).chain([new.path()]) {
        let report: Value = serde_json::from_str(&run(case, ["check", "--format", "json"]).ok()).unwrap();
        assert_eq!(unfit(&report), [""; 0], "{}", case.display());
    }
}

#[test]
fn snapshots_of_reports_fit_their_schema() {
    let mut reports = 0;
    for folder in ["tests/suite/snapshots", "src/export/snapshots"] {
        for entry in fs::read_dir(repository().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            let kept = text.splitn(3, "---\n").nth(2).unwrap_or_default();
            let Ok(report) = serde_json::from_str::<Value>(kept) else { continue };
            if report["format"] == report::FORMAT {
                assert_eq!(unfit(&report), [""; 0], "{}", path.display());
                reports += 1;
            }
        }
    }
    assert!(reports >= 2, "{reports}");
}

/// Adds the fields below `value`, each once for its place, with the pointer of where it was found first.
fn fields(value: &Value, place: &str, pointer: &str, found: &mut Vec<(String, String, String)>) {
    match value {
        Value::Object(entries) => {
            for (name, below) in entries {
                let path = format!("{place}.{name}");
                if found.iter().all(|(known, ..)| *known != path) {
                    found.push((path.clone(), pointer.to_owned(), name.clone()));
                }
                fields(
                    below,
                    &path,
                    &format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1")),
                    found,
                );
            }
        }
        Value::Array(items) => {
            for (at, below) in items.iter().enumerate() {
                fields(below, place, &format!("{pointer}/{at}"), found);
            }
        }
        _ => {}
    }
}

/// A field that is dropped or renamed is noticed, but for those that are left out where there is nothing to say.
#[test]
fn a_dropped_field_is_noticed() {
    let report: Value = serde_json::from_str(&run(repository(), ["check", "--format", "json"]).ok()).unwrap();
    let mut found = Vec::new();
    fields(&report, "", "", &mut found);
    assert!(found.len() > 100, "{}", found.len());
    let mut unnoticed = BTreeSet::new();
    for (path, pointer, field) in found {
        let mut without = report.clone();
        without.pointer_mut(&pointer).unwrap().as_object_mut().unwrap().remove(&field);
        if unfit(&without).is_empty() {
            unnoticed.insert(path);
        }
        let refused =
            [json!({ "not": "what it was" }), json!([["not what it was"]])].into_iter().any(|wrong| {
                let mut other = report.clone();
                other.pointer_mut(&pointer).unwrap()[&field] = wrong;
                !unfit(&other).is_empty()
            });
        assert!(refused, "{pointer}/{field} may be anything");
    }
    assert_snapshot!(unnoticed.into_iter().collect::<Vec<_>>().join("\n"));
}
