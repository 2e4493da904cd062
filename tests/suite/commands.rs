//! `ask` and `read`.

use insta::assert_snapshot;
use serde_json::Value;

use crate::case_folder::{case, disputed};
use crate::program::{repository, run};

#[test]
fn a_claim_typed_at_the_prompt() {
    let folder = disputed();
    let of_case = run(folder.path(), ["ask", "214 homes were flooded"]).ok();
    assert!(of_case.contains("300 homes") && of_case.contains("214 homes"), "{of_case}");
    let of_file = run(folder.path(), ["ask", "214 homes were flooded", "seeds/echo.txt"]).ok();
    assert!(!of_file.contains("300 homes"), "{of_file}");
    let answer = run(folder.path(), ["ask", "214 homes were flooded", "--format", "json"]).ok();
    let answer: Value = serde_json::from_str(&answer).unwrap();
    assert_eq!(answer["claims"][0]["verdict"], "disputed");
}

#[test]
fn an_empty_claim_is_refused() {
    assert!(run(disputed().path(), ["ask", "  "]).refused().contains("the claim is empty"));
    let said = run(disputed().path(), ["ask", "a claim", "missing.txt"]).refused();
    assert!(said.contains("missing.txt"), "{said}");
}

const STATEMENT: &str = "---\ntitle: A statement\noutlet: The Council\npublished: 2031-11-07\n---\n\
    On Tuesday, 214 homes were flooded. It cost £2.4m.\n";

#[test]
fn a_source_as_it_is_read() {
    let folder = case(&[("statement.md", STATEMENT)]);
    assert_snapshot!(run(folder.path(), ["read", "statement.md"]).ok());
    assert_snapshot!(run(folder.path(), ["read", "statement.md", "--format", "json"]).ok());
}

#[test]
fn spans_of_a_reading_are_slices() {
    let file = repository().join("seeds/002_dc0745e43d9ff23a.txt");
    let text = std::fs::read_to_string(&file).unwrap();
    let reading = run(repository(), ["read", file.to_str().unwrap(), "--format", "json"]).ok();
    let reading: Value = serde_json::from_str(&reading).unwrap();
    let slice = |part: &Value| {
        let at = |field: &str| usize::try_from(part[field].as_u64().unwrap()).unwrap();
        text.get(at("start")..at("end")).unwrap().to_owned()
    };
    let mut values = 0;
    for sentence in reading[0]["sentences"].as_array().unwrap() {
        assert_eq!(sentence["text"], slice(sentence));
        for value in sentence["values"].as_array().unwrap() {
            assert_eq!(value["text"], slice(value));
            values += 1;
        }
    }
    assert!(values > 10, "{values} values in an article full of them");
}

#[test]
fn lines_of_json_are_sources() {
    let lines = "{\"id\": \"a\", \"text\": \"One.\"}\n{\"id\": \"b\", \"text\": \"Two. Three.\"}\n";
    let folder = case(&[("articles.jsonl", lines)]);
    let reading: Value =
        serde_json::from_str(&run(folder.path(), ["read", "articles.jsonl", "--format", "json"]).ok())
            .unwrap();
    assert_eq!(reading[1]["id"], "b");
    assert_eq!(reading[1]["sentences"].as_array().map(Vec::len), Some(2));
}
