//! Measuring the engine on pairs.

use insta::assert_snapshot;
use serde_json::Value;

use crate::case_folder::case;
use crate::program::{run, run_with_input};

const PAIRS: &str = r#"{"id": 1, "claim": "214 homes were flooded", "text": "In all, 214 homes were flooded.", "stance": "supports"}
{"id": 2, "claim": "214 homes were flooded", "text": "In all, 300 homes were flooded.", "stance": "contradicts", "set": ["a", 2]}

{"id": 3, "claim": "214 homes were flooded", "text": "The bakery opens at seven.", "stance": "not-supports"}
{"id": 4, "claim": "214 homes were flooded", "text": "The bakery opens at seven."}
"#;

#[test]
fn figures() {
    let folder = case(&[("pairs.jsonl", PAIRS)]);
    assert_snapshot!(run(folder.path(), ["evaluate", "pairs.jsonl"]).ok());
    let figures = run(folder.path(), ["evaluate", "pairs.jsonl", "--format", "json"]).ok();
    let figures: Value = serde_json::from_str(&figures).unwrap();
    assert_eq!((&figures["pairs"], &figures["labelled"]), (&Value::from(4), &Value::from(3)));
}

#[test]
fn every_line_comes_back_in_order_with_the_answer_added() {
    let folder = case(&[("pairs.jsonl", PAIRS)]);
    let from_file = run(folder.path(), ["evaluate", "pairs.jsonl", "--format", "jsonl"]).ok();
    let asked: Vec<Value> = PAIRS
        .lines()
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let answered: Vec<Value> = from_file.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(asked.len(), answered.len());
    for (asked, answered) in asked.iter().zip(&answered) {
        for (field, value) in asked.as_object().unwrap() {
            assert_eq!(&answered[field], value);
        }
        let score = answered["score"].as_f64().unwrap();
        assert!((0.0..=1.0).contains(&score), "{score}");
        assert!(answered["because"].is_string() && answered["predicted"].is_string());
    }
    let from_input =
        run_with_input(folder.path(), ["evaluate", "-", "--format", "jsonl"], PAIRS.as_bytes()).ok();
    assert_eq!(from_file, from_input);
}

#[test]
fn the_same_with_any_number_of_threads_over_many_chunks() {
    let folder = case(&[("pairs.jsonl", &PAIRS.repeat(1000))]);
    let with = |threads| {
        run(folder.path(), ["evaluate", "pairs.jsonl", "--format", "jsonl", "--threads", threads]).ok()
    };
    assert_eq!(with("1"), with("8"));
}

#[test]
fn a_bad_line_is_named() {
    for (line, problem) in [
        (&b"not json"[..], "is no JSON object"),
        (b"{\"claim\": \"a\"}", "has no `text`"),
        (b"{\"claim\": \"a\", \"text\": \"b\", \"stance\": \"yes\"}", "`yes` is no stance"),
        (b"{\"claim\": \"\xff\"}", "is not UTF-8"),
    ] {
        let input = [PAIRS.as_bytes(), line, b"\n"].concat();
        let folder = case(&[]);
        let said = run_with_input(folder.path(), ["evaluate", "-"], &input).refused();
        assert!(said.contains("-:6: ") && said.contains(problem), "{said}");
    }
    let said = run(case(&[]).path(), ["evaluate", "missing.jsonl"]).refused();
    assert!(said.contains("cannot read missing.jsonl"), "{said}");
}

#[test]
fn all_bad_lines_are_told_at_once() {
    let folder = case(&[("pairs.jsonl", &format!("{PAIRS}nope\n{PAIRS}{{}}\n"))]);
    let said = run(folder.path(), ["evaluate", "pairs.jsonl"]).refused();
    assert!(
        said.contains("pairs.jsonl:6: is no JSON object: expected value")
            && said.contains("pairs.jsonl:12: "),
        "{said}"
    );
    let many = case(&[("pairs.jsonl", &"nope\n".repeat(50))]);
    let said = run(many.path(), ["evaluate", "pairs.jsonl"]).refused();
    assert!(said.contains("pairs.jsonl:20: ") && said.ends_with("and 30 more bad lines\n"), "{said}");
}
