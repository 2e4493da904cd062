//! Read back as a runner reads it.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::Command;
use crate::export::Format;
use crate::export::printed::{characters, print, written_with};
use crate::export::tests::{any_text, readable, speaking, written};
use crate::report::{ReportRuling, SourceStance, Texts, fixture};
use crate::stance::Stance;

/// A command as a runner understands it.
#[derive(Debug, PartialEq, Eq)]
struct Understood {
    name: String,
    properties: Vec<(String, String)>,
    message: String,
}

/// Undoes the escapes, `%` last, as GitHub's runner does.
fn data(text: &str) -> String {
    text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
}

fn property(text: &str) -> String {
    data(&text.replace("%3A", ":").replace("%2C", ","))
}

/// `::name key=value,key=value::message`
fn understood(line: &str) -> Understood {
    let (head, message) = line.strip_prefix("::").unwrap().split_once("::").unwrap();
    let (name, properties) = head.split_once(' ').unwrap_or((head, ""));
    let properties = properties.split(',').filter(|property| !property.is_empty());
    let properties = properties.map(|pair| {
        let (key, value) = pair.split_once('=').unwrap();
        (key.to_owned(), property(value))
    });
    Understood { name: name.to_owned(), properties: properties.collect(), message: data(message) }
}

/// What a runner makes of `text`; it ends a line at either line break.
fn read(text: &str) -> Vec<Understood> {
    text.split(['\r', '\n']).filter(|line| !line.is_empty()).map(understood).collect()
}

#[test]
fn as_it_is_written() {
    let mut report = fixture::report();
    let texts = print(&mut report);
    insta::assert_snapshot!(readable(&written_with(&report, &texts, Format::Github)));
}

#[test]
fn warnings_stand_at_their_words() {
    let mut report = fixture::report();
    let texts = print(&mut report);
    let commands = read(&written_with(&report, &texts, Format::Github));
    let mut pointed = 0;
    for command in commands.iter().filter(|one| one.name == "warning") {
        let get = |name: &str| {
            command.properties.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
        };
        let file = get("file").unwrap();
        let Some(source) = file.strip_prefix("seeds/").and_then(|file| file.strip_suffix(".txt")) else {
            assert!(file.starts_with("claims/") && get("title").unwrap().contains("Wire"), "{command:?}");
            continue;
        };
        let text: String = characters(&texts, source).into_iter().collect();
        let line = text.split('\n').nth(get("line").unwrap().parse::<usize>().unwrap() - 1).unwrap();
        if let Some(column) = get("col") {
            let from: String = line.chars().skip(column.parse::<usize>().unwrap() - 1).collect();
            let (_, quote) = command
                .message
                .split_once(": “")
                .map(|(_, rest)| rest.split_once(": “").unwrap_or(("", rest)))
                .unwrap();
            assert!(
                from.starts_with(quote.chars().take(9).collect::<String>().as_str()),
                "{from} {command:?}"
            );
            pointed += 1;
        }
    }
    assert!(pointed > 0);
}

#[test]
fn disputed_claims_come_first_and_each_before_a_second_source() {
    let commands = read(&written_with(&fixture::report(), &Texts::default(), Format::Github));
    let titles = |name: &str| -> Vec<String> {
        let named = commands.iter().filter(|one| one.name == name);
        named.map(|one| one.properties.last().unwrap().1.clone()).collect()
    };
    let claims: Vec<String> =
        titles("warning").iter().map(|title| title.rsplit(' ').next().unwrap().to_owned()).collect();
    assert_eq!(
        claims,
        ["rescued-214", "rescued-198", "captain-warned", "rescued-214", "fire-began-in-the-galley"]
    );
    assert_eq!(titles("notice").len(), 4 + 1, "{:?}", titles("notice"));
    assert!(commands.iter().all(|one| one.name != "error"));
}

proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(64))]

    #[test]
    fn a_command_is_read_back(title in any_text(), file in any_text(), message in any_text()) {
        let command = Command {
            name: "notice",
            properties: vec![("file", file.clone()), ("title", title.clone())],
            message: message.clone(),
        };
        let text = written(|out| command.write(out));
        let back = Understood {
            name: "notice".into(),
            properties: vec![("file".into(), file), ("title".into(), title)],
            message,
        };
        prop_assert_eq!(read(&text), vec![back]);
    }

    #[test]
    fn no_text_makes_a_command(text in any_text(), more in "[%:,=\r\nA-D0-9]{0,12}") {
        let calm = read(&written_with(&fixture::report(), &Texts::default(), Format::Github));
        let report = speaking(&format!("{text}\n::error::{more}\r##[error]"));
        let wild = read(&written_with(&report, &Texts::default(), Format::Github));
        let names = |commands: &[Understood]| -> Vec<String> {
            commands.iter().map(|one| one.name.clone()).collect()
        };
        prop_assert_eq!(names(&calm), names(&wild));
    }
}

#[test]
fn what_a_curator_overruled_is_no_warning() {
    let mut report = fixture::report();
    let texts = print(&mut report);
    let warnings = |report: &crate::report::Report| {
        let commands = read(&written_with(report, &texts, Format::Github));
        commands.iter().filter(|one| one.name == "warning").count()
    };
    let before = warnings(&report);
    let against = |one: &&mut SourceStance| one.best(Stance::Contradicts).is_some();
    let stance = report.claims.iter_mut().flat_map(|claim| &mut claim.stances).find(against).unwrap();
    stance.ruling = Some(ReportRuling {
        stance: Stance::Unclear,
        because: "of another day".into(),
        by: None,
        on: None,
        quote: None,
        stale: false,
    });
    assert_eq!(warnings(&report), before - 1);
    let commands = read(&written_with(&report, &texts, Format::Github));
    let ruled = commands.iter().find(|one| one.message.contains("Ruled unclear: of another day")).unwrap();
    assert_eq!(ruled.name, "notice");
}
