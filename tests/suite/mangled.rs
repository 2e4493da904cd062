//! Pairs of claims and texts, cut and put together otherwise: whatever comes of it, the engine answers.

use std::fs;

use crosscheck::stance::judge;
use serde_json::Value;

use crate::program::repository;

/// Each so many-eth pair is taken.
const STEP: usize = 41;

/// How many words are cut off at most.
const CUT: usize = 6;

/// A sample of the pairs, from all files.
fn pairs() -> Vec<(String, String)> {
    let mut files: Vec<_> = fs::read_dir(repository().join("tests/pairs"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "jsonl"))
        .collect();
    files.sort();
    let lines: String = files.iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    let of = |line: &str| {
        let pair: Value = serde_json::from_str(line).unwrap();
        (pair["claim"].as_str().unwrap().to_owned(), pair["text"].as_str().unwrap().to_owned())
    };
    lines.lines().step_by(STEP).map(of).collect()
}

/// Whether the engine answers, by a score that is one.
fn answers(claim: &str, text: &str) -> bool {
    (0.0..=1.0).contains(&judge(claim, text).score)
}

/// The text without its first words, and only with these; from each word of its first sentence on.
fn cuts(text: &str) -> Vec<&str> {
    let starts: Vec<usize> = text.char_indices().filter(|&(_, c)| c == ' ').map(|(at, _)| at + 1).collect();
    let ahead = starts.iter().take(CUT).flat_map(|&at| [&text[at..], text[..at].trim_end()]);
    let behind = starts.iter().rev().take(CUT / 2).map(|&at| text[..at].trim_end());
    ahead.chain(behind).collect()
}

#[test]
fn no_cut_and_no_order_ends_a_run() {
    let pairs = pairs();
    assert!(pairs.len() > 300, "{}", pairs.len());
    for (claim, text) in pairs {
        let reversed = text.split(' ').rev().collect::<Vec<_>>().join(" ");
        // Each name once more, the last at the very end.
        let twice = format!("{text} {}", text.trim_end_matches('.'));
        let of_text = cuts(&text).into_iter().all(|cut| answers(&claim, cut));
        let of_claim = cuts(&claim).into_iter().all(|cut| answers(cut, &text));
        let whole = answers(&text, &claim) && answers(&claim, &twice) && answers(&claim, &reversed);
        let cased = answers(&claim.to_uppercase(), &text.to_lowercase());
        assert!(of_text && of_claim && whole && cased, "{claim} | {text}");
    }
}
