//! That selectors find the words.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::Value;
use unicode_segmentation::UnicodeSegmentation;

use super::{CONTEXT, within};
use crate::export::Format;
use crate::export::printed::{characters, print, written_with};
use crate::export::tests::{any_text, readable};
use crate::report::{Report, Texts, fixture};

fn annotations(report: &Report, texts: &Texts) -> Vec<Value> {
    let collection: Value = serde_json::from_str(&written_with(report, texts, Format::Annotations)).unwrap();
    let items = collection["first"]["items"].as_array().unwrap().clone();
    assert_eq!(collection["total"], items.len());
    items
}

#[test]
fn as_it_is_written() {
    let mut report = fixture::report();
    let texts = print(&mut report);
    insta::assert_snapshot!(readable(&written_with(&report, &texts, Format::Annotations)));
}

#[test]
fn every_selector_finds_the_words() {
    let mut report = fixture::report();
    let texts = print(&mut report);
    let annotations = annotations(&report, &texts);
    let evidence: Vec<_> = report
        .claims
        .iter()
        .flat_map(|claim| claim.stances.iter().flat_map(|one| one.evidence.iter().map(move |it| (one, it))))
        .collect();
    assert_eq!(annotations.len(), evidence.len());
    for (annotation, (stance, evidence)) in annotations.iter().zip(evidence) {
        let text = characters(&texts, &stance.source);
        let mut positions = 0;
        for selector in annotation["target"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|target| target["selector"].as_array().unwrap())
        {
            if selector["type"] == "TextPositionSelector" {
                let at = |name: &str| usize::try_from(selector[name].as_u64().unwrap()).unwrap();
                let words: String = text[at("start")..at("end")].iter().collect();
                assert_eq!(words, evidence.quote);
                positions += 1;
            } else {
                let part = |name: &str| selector.get(name).map_or("", |it| it.as_str().unwrap());
                assert_eq!(part("exact"), evidence.quote);
                assert!(!part("prefix").is_empty() && !part("suffix").is_empty());
                let around = format!("{}{}{}", part("prefix"), part("exact"), part("suffix"));
                assert!(text.iter().collect::<String>().contains(&around));
            }
        }
        assert_eq!(positions, 1, "in one text");
    }
}

#[test]
fn a_text_beside_its_file_is_named_by_its_hash() {
    let mut report = fixture::report();
    let texts = print(&mut report);
    let annotations = annotations(&report, &texts);
    let wire = annotations.iter().find(|one| one["target"][0]["source"] == "seeds/wire.txt").unwrap();
    let targets = wire["target"].as_array().unwrap();
    let selectors = |at: usize| targets[at]["selector"].as_array().unwrap().len();
    assert_eq!([selectors(0), selectors(1), selectors(2)], [1, 2, 1], "the position is one in the text only");
    assert!(targets[1]["source"].as_str().unwrap().starts_with("ni:///sha-256;"));
    assert_eq!(
        targets[2]["source"],
        report.sources.iter().find(|one| one.id == "wire").unwrap().url.clone().unwrap()
    );
}

#[test]
fn without_texts_there_are_the_words_alone() {
    for annotation in annotations(&fixture::report(), &Texts::default()) {
        for target in annotation["target"].as_array().unwrap() {
            let selectors = target["selector"].as_array().unwrap();
            let keys: Vec<&str> = selectors[0].as_object().unwrap().keys().map(String::as_str).collect();
            assert_eq!((selectors.len(), keys), (1, vec!["type", "exact"]));
        }
    }
}

#[test]
fn ids_are_distinct_and_stay() {
    let mut report = fixture::report();
    let texts = print(&mut report);
    let ids = |report: &Report| -> Vec<String> {
        annotations(report, &texts).iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
    };
    let all = ids(&report);
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
    report.claims[0].claim.push_str(", in all");
    assert_eq!(ids(&report), all, "they name what is annotated, not what is said of it");
}

proptest! {
    #[test]
    fn context_is_cut_between_characters(text in any_text()) {
        let end = within(text.graphemes(true));
        prop_assert!(text.get(..end).unwrap().chars().count() <= CONTEXT);
        prop_assert!(text.grapheme_indices(true).any(|(at, _)| at == end) || end == text.len());
        let start = text.len() - within(text.graphemes(true).rev());
        prop_assert!(text.get(start..).unwrap().chars().count() <= CONTEXT);
        prop_assert!(text.grapheme_indices(true).any(|(at, _)| at == start) || start == text.len());
    }
}
