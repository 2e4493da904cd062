//! That results point at the words they are about, and that no text of a source acts in a message.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use serde_json::Value;

use crate::export::Format;
use crate::export::printed::{characters, print, written_with};
use crate::export::tests::{any_text, readable, speaking};
use crate::report::{Report, ReportRuling, Texts, fixture};
use crate::stance::Stance;

fn results(report: &Report, texts: &Texts) -> Vec<Value> {
    let log: Value = serde_json::from_str(&written_with(report, texts, Format::Sarif)).unwrap();
    log["runs"][0]["results"].as_array().unwrap().clone()
}

/// The locations of a result, its own first.
fn locations(result: &Value) -> impl Iterator<Item = &Value> {
    let related = result.get("relatedLocations").and_then(Value::as_array).into_iter().flatten();
    result["locations"].as_array().unwrap().iter().chain(related)
}

fn number(region: &Value, name: &str) -> usize {
    usize::try_from(region[name].as_u64().unwrap()).unwrap()
}

#[test]
fn as_it_is_written() {
    let mut report = fixture::report();
    let texts = print(&mut report);
    insta::assert_snapshot!(readable(&written_with(&report, &texts, Format::Sarif)));
}

#[test]
fn a_region_is_its_words() {
    let mut report = fixture::report();
    let texts = print(&mut report);
    let mut regions = 0;
    for result in &results(&report, &texts) {
        for location in locations(result) {
            let source = location["logicalLocations"][0]["name"].as_str().unwrap();
            let Some(region) = location["physicalLocation"].get("region") else {
                assert_eq!(source, "wire", "its file is something else");
                continue;
            };
            let text = characters(&texts, source);
            let quote = region["snippet"]["text"].as_str().unwrap();
            let start = number(region, "charOffset");
            let end = start + number(region, "charLength");
            assert_eq!(text[start..end].iter().collect::<String>(), quote);
            for (at, line, column) in [(start, "startLine", "startColumn"), (end, "endLine", "endColumn")] {
                let before: String = text[..at].iter().collect();
                assert_eq!(number(region, line), before.matches('\n').count() + 1);
                assert_eq!(number(region, column), before.rsplit('\n').next().unwrap().chars().count() + 1);
            }
            regions += 1;
        }
    }
    assert!(regions > 6, "{regions}");
}

#[test]
fn each_source_that_contradicts_is_one_result() {
    let report = fixture::report();
    let against: usize = report
        .claims
        .iter()
        .map(|claim| claim.stances.iter().filter(|one| one.takes(Stance::Contradicts)).count())
        .sum();
    let results = results(&report, &Texts::default());
    assert_eq!(results.len(), against);
    let level = |claim: &str| results.iter().find(|one| one["ruleId"] == claim).unwrap()["level"].clone();
    assert_eq!(level("rescued-214"), "warning");
    assert_eq!(level("fire-began-in-the-galley"), "note", "nobody supports it");
    for result in &results {
        let index = number(result, "ruleIndex");
        assert_eq!(result["ruleId"], report.claims[index].id.as_str());
    }
}

#[test]
fn a_ruling_that_says_otherwise_suppresses() {
    let mut report = fixture::report();
    let ruling = |stance, stale| ReportRuling {
        stance,
        because: "it is\nanother ferry".into(),
        by: Some("A. Reader".into()),
        on: None,
        quote: None,
        stale,
    };
    let suppressions = |report: &Report| {
        let results = results(report, &Texts::default());
        let of_inquiry =
            |one: &&Value| one["ruleId"] == "rescued-214" && one["properties"]["source"] == "courier-inquiry";
        assert!(results.iter().all(|one| one["suppressions"].is_array()), "on all or on none");
        results.iter().find(of_inquiry).unwrap()["suppressions"].as_array().unwrap().clone()
    };
    assert_eq!(suppressions(&report), Vec::<Value>::new());
    let mut with = |stance, stale| {
        report.claims[0].stances.iter_mut().find(|one| one.source == "courier-inquiry").unwrap().ruling =
            Some(ruling(stance, stale));
        suppressions(&report)
    };
    let suppressed = with(Stance::Silent, false);
    assert_eq!(suppressed[0]["justification"], "Ruled silent: it is another ferry (A. Reader)");
    assert_eq!((suppressed.len(), &suppressed[0]["kind"]), (1, &Value::from("external")));
    for (stance, stale) in [(Stance::Silent, true), (Stance::Contradicts, false), (Stance::Mixed, false)] {
        assert_eq!(with(stance, stale), Vec::<Value>::new(), "{stance:?}");
    }
}

#[test]
fn a_fingerprint_is_of_the_words_wherever_they_stand() {
    let mut report = fixture::report();
    let prints = |report: &Report| -> Vec<Value> {
        results(report, &Texts::default()).iter().map(|one| one["partialFingerprints"].clone()).collect()
    };
    let before = prints(&report);
    print(&mut report);
    assert_eq!(prints(&report), before);
    let claim = report.claims.iter_mut().find(|claim| claim.id == "rescued-214").unwrap();
    let inquiry = claim.stances.iter_mut().find(|one| one.source == "courier-inquiry").unwrap();
    inquiry.evidence[0].quote.push('!');
    assert_ne!(prints(&report), before);
}

#[test]
fn of_many_that_support_a_few_are_named() {
    let mut report = fixture::large(2, 60);
    let some = report.claims[0].stances.iter().flat_map(|one| &one.evidence).next().unwrap().clone();
    for (at, one) in report.claims[0].stances.iter_mut().enumerate() {
        one.stance = if at == 0 { Stance::Contradicts } else { Stance::Supports };
        one.evidence = vec![crate::stance::Evidence { stance: one.stance, ..some.clone() }];
    }
    let results = results(&report, &Texts::default());
    assert_eq!(results[0]["relatedLocations"].as_array().unwrap().len(), super::SHOWN);
    let text = results[0]["message"]["text"].as_str().unwrap();
    assert!(text.ends_with("[Outlet 7](8), 22 more."), "{text}");
}

/// The ids that a message links to, read as the standard says; it must hold no placeholder.
fn links(message: &str) -> Vec<usize> {
    let plain = message.replace("{{", "").replace("}}", "");
    assert!(!plain.contains(['{', '}']), "{message}");
    // An escaped bracket is part of a link's words.
    let is_escaped =
        |at: usize| message[..at].bytes().rev().take_while(|&byte| byte == b'\\').count() % 2 == 1;
    let ends = message.match_indices("](").filter(|&(at, _)| !is_escaped(at));
    ends.map(|(at, _)| message[at + 2..].split(')').next().unwrap().parse().unwrap()).collect()
}

proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(48))]

    #[test]
    fn no_text_acts_in_a_message(text in any_text(), more in "[\\[\\](){}0-9\\\\ ]{0,12}") {
        for result in results(&speaking(&format!("{text}{more}")), &Texts::default()) {
            let message = result["message"]["text"].as_str().unwrap();
            prop_assert!(!message.contains(|c: char| c.is_control()), "{message:?}");
            let related = result.get("relatedLocations").and_then(Value::as_array).map_or(0, Vec::len);
            let linked = links(message);
            prop_assert!(linked.iter().all(|&id| (1..=related).contains(&id)), "{message:?}");
            prop_assert!(linked.len() <= 1, "all sources are one outlet: {message:?}");
        }
    }
}
