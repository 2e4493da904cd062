//! Edits as pairs of before and after, written as one text in which what is added is marked.

#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;

use super::super::{ClaimSet, Stance};
use super::{Edited, Judged, NewRuling};
use crate::Error;

mod block;
mod flow;
mod mixed;

/// A ruling short enough to be read in a table.
fn ruling() -> NewRuling {
    NewRuling {
        source: "s".to_owned(),
        stance: Stance::Mixed,
        because: "b".to_owned(),
        by: None,
        on: NaiveDate::from_ymd_opt(2025, 1, 2).unwrap(),
        judged: Judged::Quote("q".to_owned()),
    }
}

fn edit(text: &str, id: &str, replace: bool) -> crate::Result<Edited> {
    let set = ClaimSet::from_yaml("a.yaml", text).unwrap();
    set.with_ruling(set.find(id).unwrap(), text, &ruling(), replace)
}

/// The ruling as it is written in a block, its dash at `column`.
fn in_block(column: usize) -> String {
    let margin = " ".repeat(column);
    let fields = ["- source: s", "  stance: mixed", "  because: b", "  on: 2025-01-02", "  quote: q"];
    fields.map(|field| format!("{margin}{field}")).join("\n")
}

const IN_FLOW: &str =
    r#"{"source": "s", "stance": "mixed", "because": "b", "on": "2025-01-02", "quote": "q"}"#;

/// Checks an edit of the claim `a`. In `marked`, what is added stands between `‹` and `›`, what is taken away between
/// `«` and `»`; `@2` is the ruling in a block with its dash at column 2, and `@J` the ruling in one line.
fn check(marked: &str, replace: bool) {
    let (before, after) = (without(marked, '‹', '›'), without(marked, '«', '»'));
    let before = before.replace(['«', '»'], "");
    let mut after = after.replace(['‹', '›'], "").replace("@J", IN_FLOW);
    for column in (0..15).rev() {
        after = after.replace(&format!("@{column}"), &in_block(column));
    }
    for line_break in ["\n", "\r\n", "\r"] {
        for bom in ["", "\u{feff}"] {
            let set = |text: &str| format!("{bom}{}", text.replace('\n', line_break));
            let edited =
                edit(&set(&before), "a", replace).unwrap_or_else(|error| panic!("{before}\n{error}"));
            assert_eq!(edited.text, set(&after), "\n{}\ninstead of\n{after}\nfrom\n{before}", edited.text);
            // A lone carriage return breaks a line in YAML, and not in messages.
            let line = after.lines().nth(edited.line - 1).unwrap();
            assert!(line_break == "\r" || line.contains("source") || line.contains("stance"), "{line}");
        }
    }
}

fn without(text: &str, from: char, to: char) -> String {
    let mut inside = false;
    let kept = |c: &char| {
        inside = *c == from || inside && *c != to;
        !inside && *c != to
    };
    text.chars().filter(kept).collect()
}

/// What is said of an edit of the claim `a` that cannot be made.
fn refused(text: &str, replace: bool) -> String {
    match edit(text, "a", replace) {
        Err(Error::Usage(message)) => message,
        other => panic!("{text}\n{other:?}"),
    }
}

#[test]
fn what_would_change_something_else_is_refused() {
    for text in [
        "question: q\nclaims:\n- claim: d\n  rulings: &z [{source: t, stance: mixed, because: x}]\n- claim: a\n  rulings: *z\n",
        "question: q\nclaims:\n- claim: a\n  rulings: &z [{source: t, stance: mixed, because: x}]\n- claim: d\n  rulings: *z\n",
        "question: q\nclaims:\n- claim: d\n  rulings:\n  - &z {source: t, stance: mixed, because: x}\n- claim: a\n  rulings: &y\n  - *z\n- claim: e\n  rulings: *y\n",
        "question: q\nabout: &n [a]\nclaims: *n\n",
    ] {
        let said = refused(text, false);
        assert!(said.contains("cannot be added here"), "{said}");
        assert!(said.ends_with(&format!("rulings:\n{}\n", in_block(2))), "{said}");
    }
    let replaced = "question: q\nclaims:\n- claim: a\n  rulings: [&z {source: s, stance: mixed, because: x}]\n- claim: d\n  rulings: [*z]\n";
    assert!(refused(replaced, true).contains("cannot be added here"));
}

#[test]
fn a_second_ruling_on_a_source_needs_leave() {
    let text = "question: q\nclaims:\n- claim: a\n  rulings:\n  - source: t\n    stance: mixed\n    because: x\n  - source: \" s \"\n    stance: silent\n    because: x\n";
    let said = refused(text, false);
    assert_eq!(said, "a.yaml:8: `a` has a ruling on `s` already: with `--replace`, yours takes its place");
    let twice = text.replace("source: t\n    stance: mixed", "source: s\n    stance: silent");
    assert!(refused(&twice, true).starts_with("a.yaml:5: `a` has several rulings on `s`"));
}

#[test]
fn a_file_that_was_changed_meanwhile_is_left_alone() {
    let text = "question: q\nclaims: [a]\n";
    let set = ClaimSet::from_yaml("a.yaml", text).unwrap();
    for present in ["question: q\nclaims: [a ]\n", ""] {
        let said = set.with_ruling(0, present, &ruling(), false).unwrap_err().to_string();
        assert!(said.contains("was changed"), "{said}");
    }
    assert!(set.with_ruling(1, text, &ruling(), false).is_err());
}

#[test]
fn whatever_a_ruling_says_is_read_as_it_was_said() {
    let odd = [
        "null",
        "~",
        "true",
        "2025-01-02",
        "- x",
        "a: b",
        "# x",
        "x # y",
        "'",
        "\"",
        "\\",
        "{",
        "*a",
        "&a",
        "!x",
        "%",
        "@",
        "`",
        "a\nb",
        " a ",
        "\u{7}",
        "x\u{85}y",
        "a\u{2028}b",
        "\u{feff}x",
        "é\u{1f600}",
        "? x",
        "x:",
        "---",
        "0x1f",
        "1e5",
        "=",
        "<<",
        "|",
        ">",
        "a\tb",
        &"long words ".repeat(100),
    ];
    for layout in
        ["question: q\nclaims:\n  - id: a\n    claim: c\n", "{question: q, claims: [{id: a, claim: c}]}"]
    {
        for text in odd {
            let set = ClaimSet::from_yaml("a.yaml", layout).unwrap();
            let written = NewRuling {
                because: text.to_owned(),
                by: Some(text.to_owned()),
                judged: Judged::Quote(text.to_owned()),
                ..ruling()
            };
            let edited =
                set.with_ruling(0, layout, &written, false).unwrap_or_else(|e| panic!("{text:?}: {e}")).text;
            let set = ClaimSet::from_yaml("a.yaml", &edited).unwrap();
            let read = &set.claims()[0].rulings()[0];
            let said = super::super::validate::on_one_line(text);
            assert_eq!(
                (read.because(), read.by(), read.quote()),
                (&*said, Some(&*said), Some(&*said)),
                "{edited}"
            );
            assert_eq!(
                edited.lines().count(),
                layout.lines().count() + if layout.starts_with('{') { 0 } else { 7 }
            );
        }
    }
}
