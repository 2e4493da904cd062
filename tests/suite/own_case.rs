//! The report on the repository's own case, in every format, and the graphs of it.

use std::fs;

use insta::{assert_snapshot, with_settings};
use serde_json::{Value, json};

use crate::program::{crosscheck, repository, run};

fn report() -> Value {
    serde_json::from_str(&run(repository(), ["check", "--format", "json"]).ok()).unwrap()
}

fn list<'a>(value: &'a Value, field: &str) -> &'a [Value] {
    value[field].as_array().map_or_else(|| panic!("no list `{field}`"), Vec::as_slice)
}

#[test]
fn the_report_in_every_format() {
    for format in ["terminal", "json", "jsonl", "markdown", "csv"] {
        with_settings!({ snapshot_suffix => format }, {
            assert_snapshot!(run(repository(), ["check", "--format", format]).ok());
        });
    }
}

#[test]
fn the_report_in_colour() {
    let out = crosscheck(repository())
        .args(["check", "--color", "always"])
        .env_remove("NO_COLOR")
        .output()
        .unwrap();
    let coloured = String::from_utf8(out.stdout).unwrap();
    assert!(coloured.contains("\u{1b}["));
    let plain = anstream::adapter::strip_str(&coloured).to_string();
    assert_eq!(plain, run(repository(), ["check"]).ok(), "colour changes nothing but colour");
}

#[test]
fn the_graphs() {
    for of in ["outlets", "evidence", "origins"] {
        // What the other formats make of it is held against this one, in CI, by the programs that open them.
        with_settings!({ snapshot_suffix => of }, {
            assert_snapshot!(run(repository(), ["graph", "--of", of, "--format", "json"]).ok());
        });
    }
}

#[test]
fn the_ending_of_a_file_chooses_the_format() {
    let folder = tempfile::tempdir().unwrap();
    for (ending, format) in [("gv", "dot"), ("GEXF", "gexf"), ("mmd", "mermaid"), ("cyjs", "cytoscape")] {
        let file = folder.path().join(format!("outlets.{ending}"));
        run(repository(), ["graph", "-o", file.to_str().unwrap()]).ok();
        let printed = run(repository(), ["graph", "--format", format]).ok();
        assert_eq!(fs::read_to_string(&file).unwrap(), printed, "{ending}");
    }
    let picture = folder.path().join("outlets.svg");
    let refused = run(repository(), ["graph", "-o", picture.to_str().unwrap()]);
    assert_eq!(refused.status, 2);
    assert!(refused.err.contains("dot -Tsvg"), "{}", refused.err);
    assert!(!picture.exists());
}

#[test]
fn every_quote_is_the_slice_its_offsets_name() {
    let report = report();
    for claim in list(&report, "claims") {
        for said in list(claim, "stances") {
            let source =
                list(&report, "sources").iter().find(|source| source["id"] == said["source"]).unwrap();
            let text = fs::read(repository().join("seeds").join(source["file"].as_str().unwrap())).unwrap();
            for e in list(said, "evidence") {
                let at = |field: &str| usize::try_from(e[field].as_u64().unwrap()).unwrap();
                let slice = std::str::from_utf8(&text[at("start")..at("end")]).unwrap();
                assert_eq!(e["quote"], slice);
                let line = text[..at("start")].iter().filter(|&&byte| byte == b'\n').count() + 1;
                assert_eq!(at("line"), line, "{slice}");
            }
        }
    }
}

#[test]
fn every_claim_has_a_stance_for_every_source() {
    let report = report();
    let ids: Vec<_> = list(&report, "sources").iter().map(|source| source["id"].clone()).collect();
    assert_eq!(ids.len(), 5);
    for claim in list(&report, "claims") {
        let judged: Vec<_> = list(claim, "stances").iter().map(|said| said["source"].clone()).collect();
        assert_eq!(judged, ids, "{}", claim["id"]);
    }
}

#[test]
fn foreign_text_is_kept_out() {
    let report = run(repository(), ["check", "--format", "jsonl"]).ok();
    for foreign in ["Lammy", "Kinnock", "@SkyNews", "Leave a Reply", "This will close"] {
        assert!(!report.contains(foreign), "{foreign}");
    }
}

#[test]
fn the_same_bytes_with_any_number_of_threads() {
    for format in ["json", "jsonl", "terminal"] {
        let with = |threads| run(repository(), ["check", "--format", format, "--threads", threads]).ok();
        assert_eq!(with("1"), with("8"), "{format}");
    }
}

#[test]
fn why_a_source_has_its_stance() {
    assert_snapshot!(run(repository(), ["explain", "one-of-seven", "sky"]).ok());
    let all: Value =
        serde_json::from_str(&run(repository(), ["explain", "one-of-seven", "--format", "json"]).ok())
            .unwrap();
    assert_eq!(all.as_array().map(Vec::len), Some(5), "one explanation a source");
}

#[test]
fn the_ministers_words_in_three_sources_are_one_origin() {
    let report = report();
    let claim = list(&report, "claims").iter().find(|claim| claim["id"] == "exited-too-quickly").unwrap();
    let ministers =
        list(claim, "origin_groups").iter().find(|origin| origin["sources"][0] == "express").unwrap();
    assert_eq!(ministers["sources"], json!(["express", "guardian-review", "sky"]));
    assert!(list(ministers, "speakers").contains(&json!("Dan Jarvis")), "{ministers}");
    assert!(claim["outlets"].as_u64() > claim["origins"].as_u64(), "{claim}");
}

#[test]
fn the_guardian_contradicts_its_own_earlier_account() {
    let graph = run(repository(), ["graph", "--format", "json"]).ok();
    let graph: Value = serde_json::from_str(&graph).unwrap();
    let own = list(&graph, "edges").iter().find(|edge| edge["source"] == edge["target"]).unwrap();
    assert_eq!((&own["source"], &own["kind"]), (&json!("outlet:The_Guardian"), &json!("contradict")));
    assert_eq!(own["claims"], json!(["one-of-seven", "one-of-two"]));
    let days: Vec<&Value> =
        ["supports", "contradicts"].map(|side| &own["quotes"][0][side]["published"]).to_vec();
    assert_eq!(days, [&json!("2025-07-16"), &json!("2025-02-12")]);
}
