//! Whose words passages are, by hand.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::*;

/// The rows of a table, each a text (paragraphs parted by " ¶ "), words of it, and their speaker; where two
/// answers are right, " or " parts them.
fn rows(table: &'static str) -> Vec<(String, &'static str, &'static str)> {
    let mut text = String::new();
    let mut rows = Vec::new();
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.strip_prefix("= ") {
            Some(new) => text = new.replace(" ¶ ", "\n\n").replace(" / ", "\n"),
            None => {
                let (words, speaker) = line.split_once(" | ").unwrap_or_else(|| panic!("no speaker: {line}"));
                rows.push((text.clone(), words.trim(), speaker.trim()));
            }
        }
    }
    rows
}

/// The tokens of `document` within `words`.
fn tokens_of(document: &Document, words: &str) -> Vec<usize> {
    let start =
        document.text().find(words).unwrap_or_else(|| panic!("{words:?} is not in {:?}", document.text()));
    let within = Span::new(start, start + words.len());
    let holds = |at: &usize| document.tokens()[*at].is_word() && document.tokens()[*at].span.overlaps(within);
    (0..document.tokens().len()).filter(holds).collect()
}

fn named(text: &str, words: &str) -> String {
    let document = Document::new(text);
    let found = Attributions::new(&document).of(&tokens_of(&document, words));
    found.map_or("-".to_owned(), |attribution| attribution.speaker.name)
}

/// Wrong names and missed ones of a table, and how many rows it has.
fn mistakes(table: &'static str) -> (Vec<String>, Vec<String>, usize) {
    let (mut wrong, mut missed) = (Vec::new(), Vec::new());
    let rows = rows(table);
    for (text, words, speaker) in &rows {
        let found = named(text, words);
        if speaker.split(" or ").any(|right| right == found) {
            continue;
        }
        let line = format!("{words}\n    is of {speaker:?}, found {found:?}\n    in {text:?}\n");
        if found == "-" { missed.push(line) } else { wrong.push(line) }
    }
    (wrong, missed, rows.len())
}

#[test]
fn whose_words() {
    let tables = [include_str!("rows.txt"), include_str!("origins.txt"), include_str!("fresh.txt")];
    let (mut wrong, mut missed, mut all) = (Vec::new(), Vec::new(), 0);
    for (more_wrong, more_missed, rows) in tables.map(mistakes) {
        wrong.extend(more_wrong);
        missed.extend(more_missed);
        all += rows;
    }
    let mut report = String::new();
    for line in wrong
        .iter()
        .map(|line| format!("WRONG {line}"))
        .chain(missed.iter().map(|line| format!("MISSED {line}")))
    {
        report.push_str(&line);
    }
    let _ = write!(report, "{all} rows, {} wrong names, {} missed", wrong.len(), missed.len());
    assert!(wrong.is_empty() && missed.is_empty(), "{report}");
}

proptest! {
    #[test]
    fn any_text_is_read(text in any::<String>(), tokens in proptest::collection::vec(0_usize..50, 0..9)) {
        let _ = Attributions::new(&Document::new(text)).of(&tokens);
    }

    #[test]
    fn any_words_are_read(words in proptest::collection::vec(proptest::sample::select(WORDS), 0..40)) {
        let document = Document::new(words.join(" "));
        let attributions = Attributions::new(&document);
        for at in 0..document.tokens().len() {
            if let Some(found) = attributions.of(&[at]) {
                let name = &found.speaker.name;
                prop_assert!(!name.is_empty() && name.split(' ').count() <= 8, "{name:?}");
                prop_assert!(document.text().get(found.cue.start..found.cue.end).is_some());
            }
        }
    }
}

/// What attributions are made of.
const WORDS: &[&str] = &[
    "said",
    "told",
    "found",
    "heard",
    "added",
    "adding",
    "to",
    "say",
    "went",
    "on",
    "was",
    "has",
    "according",
    "that",
    "by",
    "the",
    "a",
    "his",
    "of",
    "for",
    "in",
    "he",
    "she",
    "it",
    "who",
    "which",
    "and",
    "but",
    "Dan",
    "Jarvis",
    "Mr",
    "Lord",
    "minister",
    "report",
    "police",
    "court",
    "Prevent",
    "one",
    "Monday",
    ",",
    ".",
    ":",
    ";",
    "–",
    "(",
    ")",
    "“",
    "”",
    "\"",
    "‘",
    "’",
    "'",
    "’s",
    "\n\n",
    "\n- ",
    "54",
    "failed",
    "quickly",
    "claims",
    "words",
    "called",
    "The",
    "spokesman",
];
