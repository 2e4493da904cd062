//! The same text in another form, under a dateline, quoted, in bold: it says the same.

use std::fs;

use crosscheck::stance::judge;
use serde_json::Value;

use crate::program::repository;

/// In these most of what keeps a wrong `contradicts` away looks at where a sentence begins or ends.
const FILES: [&str; 2] = ["accused", "contrary"];

/// What leads up to a text, and what closes it.
const FORMS: [(&str, &str); 11] = [
    ("LONDON (Reuters) - ", ""),
    ("PORTLAND, Ore., May 5 — ", ""),
    ("[00:01:15] ", ""),
    ("JONES: ", ""),
    ("# ", ""),
    ("> ", ""),
    ("However, ", ""),
    ("", "[1]"),
    ("- ", ""),
    ("“", "”"),
    ("**", "**"),
];

/// `text` with its first name in bold, in italics and as a link.
fn marked_up(text: &str) -> Vec<String> {
    let capital = |word: &&str| {
        word.len() > 2 && word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphanumeric)
    };
    let Some(name) = text.split([' ', '.', ',', '\'']).find(capital) else { return Vec::new() };
    [format!("**{name}**"), format!("_{name}_"), format!("[{name}](https://news.example/a-b)")]
        .map(|form| text.replacen(name, &form, 1))
        .into()
}

/// `text` with its signs by name, as HTML has them: "didn&#39;t".
fn by_name(text: &str) -> Option<String> {
    let named =
        text.replace('&', "&amp;").replace('\'', "&#39;").replace('’', "&rsquo;").replace('"', "&quot;");
    (named != text).then_some(named)
}

#[test]
fn another_form_says_the_same() {
    let mut other = Vec::new();
    for file in FILES {
        let path = repository().join(format!("tests/pairs/{file}.jsonl"));
        for line in fs::read_to_string(path).unwrap().lines() {
            let pair: Value = serde_json::from_str(line).unwrap();
            let (claim, text) = (pair["claim"].as_str().unwrap(), pair["text"].as_str().unwrap());
            let plain = judge(claim, text).stance;
            let led = FORMS.iter().map(|(lead, close)| format!("{lead}{text}{close}"));
            for form in led.chain(marked_up(text)).chain(by_name(text)) {
                let stance = judge(claim, &form).stance;
                if stance != plain {
                    other.push(format!("{claim} | {form}: {stance:?}, {plain:?} as it stands"));
                }
            }
        }
    }
    assert!(other.is_empty(), "{} in another form:\n{}", other.len(), other.join("\n"));
}
