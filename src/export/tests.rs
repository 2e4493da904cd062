//! Every format over one report; see `snapshots/` beside this file.

#![allow(clippy::unwrap_used)]

use std::path::Path;

use super::*;
use crate::report::{Report, Texts, fixture};
use crate::stance::{
    AlignedToken, ComparedRelation, ComparedValue, ConsideredPassage, Explanation, GateFinding, Stance,
};

pub(super) fn written(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> String {
    let mut bytes = Vec::new();
    write(&mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// What a snapshot holds: no characters that would act on whoever looks at the file.
pub(super) fn readable(text: &str) -> String {
    text.replace('\u{1b}', "⟦ESC⟧").replace('\u{202e}', "⟦RLO⟧")
}

fn shown(format: Format, style: Style) -> String {
    shown_of(&fixture::report(), format, style)
}

/// The formats that are text.
fn texts() -> impl Iterator<Item = Format> {
    Format::ALL.into_iter().filter(|format| !format.is_binary())
}

#[test]
fn a_format_that_is_not_built_says_so() {
    let report = fixture::report();
    for format in Format::ALL.into_iter().filter(|format| !format.is_built()) {
        let texts = Texts::default();
        let edition = Edition {
            report: &report,
            texts: &texts,
            claims: Path::new("claims"),
            sources: Path::new("seeds"),
        };
        let mut bytes = Vec::new();
        let error = format.write(&edition, Style::default(), &mut bytes).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::Unsupported, "{}", format.name());
        assert!(error.to_string().contains(format.name()) && bytes.is_empty(), "{error}");
    }
}

#[test]
fn reports() {
    // The page is a bundle with data in it: `html/tests.rs` looks at that.
    for format in texts().filter(|format| *format != Format::Html) {
        insta::assert_snapshot!(
            format!("report-{}", format.name()),
            readable(&shown(format, Style::default()))
        );
    }
}

#[test]
fn names_are_distinct() {
    let names: std::collections::BTreeSet<&str> = Format::ALL.iter().map(|format| format.name()).collect();
    assert_eq!(names.len(), Format::ALL.len());
}

#[test]
fn colour_adds_only_escapes() {
    let coloured = shown(Format::Terminal, Style { colour: true, ..Style::default() });
    insta::assert_snapshot!("report-terminal-colour", readable(&coloured));
    let mut plain = String::new();
    let mut rest = coloured.as_str();
    while let Some(start) = rest.find("\u{1b}[") {
        plain.push_str(&rest[..start]);
        rest = &rest[start + rest[start..].find('m').unwrap() + 1..];
    }
    plain.push_str(rest);
    assert_eq!(plain, shown(Format::Terminal, Style::default()));
    for line in coloured.lines() {
        let open = line.rfind("\u{1b}[");
        assert!(open.is_none_or(|at| line[at..].starts_with("\u{1b}[0m")), "colour runs on: {line:?}");
    }
}

#[test]
fn lines_are_no_wider_than_asked() {
    for width in [0, 40, 41, 57, 80, 100, 200] {
        for (report, name) in [(fixture::report(), "fixture"), (fixture::large(30, 90), "large")] {
            let style = Style { width, colour: false };
            let text = shown_of(&report, Format::Terminal, style);
            for line in text.lines() {
                let columns = unicode_width::UnicodeWidthStr::width(line);
                assert!(columns <= width.max(40), "{name} at {width}: {columns} columns: {line}");
            }
        }
    }
    insta::assert_snapshot!(
        "report-terminal-40",
        shown(Format::Terminal, Style { width: 40, colour: false })
    );
}

#[test]
fn a_large_case_stays_readable() {
    let style = Style::default();
    let text = shown_of(&fixture::large(24, 70), Format::Terminal, style);
    insta::assert_snapshot!("report-terminal-large", text);
}

#[test]
fn an_empty_report_has_every_format() {
    let empty = fixture::large(0, 0);
    for format in texts() {
        let text = shown_of(&empty, format, Style::default());
        let of_lines = matches!(format, Format::Jsonl | Format::Github);
        assert!(of_lines || !text.is_empty(), "{}", format.name());
    }
}

#[test]
fn source_text_does_not_act() {
    for format in [Format::Terminal, Format::Markdown] {
        let text = shown(format, Style::default());
        assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "{}", format.name());
        assert!(!text.contains('\u{202e}'), "{}", format.name());
    }
    assert!(!shown(Format::Markdown, Style::default()).contains("<script>"));
}

#[test]
fn csv_is_read_back_verbatim() {
    let report = fixture::report();
    let text = shown(Format::Csv, Style::default());
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<::csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
    assert_eq!(rows.len(), report.claims.len() * report.sources.len());
    let stances = report.claims.iter().flat_map(|claim| &claim.stances);
    for (row, stance) in rows.iter().zip(stances) {
        let side = if stance.stance == Stance::Mixed { Stance::Supports } else { stance.stance };
        assert_eq!(row.get(10), Some(stance.best(side).map_or("", |best| best.quote.as_str())));
    }
}

fn explanation() -> Explanation {
    let token = |claimed: &str, weight, reported: Option<&str>, similarity| AlignedToken {
        claimed: claimed.into(),
        weight,
        reported: reported.map(str::to_owned),
        similarity,
    };
    let gate = |gate: &str, finding: &str| GateFinding { gate: gate.into(), finding: finding.into() };
    let decided = ConsideredPassage {
        quote: "By midnight two hundred and fourteen people\nhad been rescued from the ferry.".into(),
        line: 4,
        phrasing: "198 people were rescued from the ferry".into(),
        coverage: 0.91,
        threshold: 0.55,
        alignment: vec![
            token("people", 0.2, Some("people"), 1.0),
            token("were", 0.02, None, 0.0),
            token("rescued", 0.42, Some("rescued"), 1.0),
            token("ferry", 0.36, Some("ferry"), 1.0),
        ],
        values: vec![ComparedValue {
            claimed: "198".into(),
            reported: Some("two hundred and fourteen".into()),
            relation: ComparedRelation::Conflicts,
        }],
        gates: vec![
            gate("frame", "0.91 of the phrasing’s weight is covered"),
            gate("values", "two hundred and fourteen, where the claim says 198"),
            gate("polarity", "nothing turns it around"),
        ],
        stance: Stance::Contradicts,
    };
    let considered = ConsideredPassage {
        quote: "The ferry was towed to Harwich.".into(),
        line: 9,
        coverage: 0.36,
        alignment: vec![token("ferry", 0.36, Some("ferry"), 1.0)],
        values: Vec::new(),
        gates: vec![gate("frame", "0.36 is too little")],
        stance: Stance::Silent,
        ..decided.clone()
    };
    Explanation {
        claim: "rescued-198".into(),
        source: "courier-night".into(),
        stance: Stance::Contradicts,
        passages: vec![decided, considered],
    }
}

#[test]
fn explanations() {
    let explanation = explanation();
    for width in [40, 80] {
        let style = Style { width, colour: false };
        let text = written(|out| write_explanation(&explanation, style, out));
        insta::assert_snapshot!(format!("explanation-{width}"), text);
    }
    let json = written(|out| explanations_as_json(std::slice::from_ref(&explanation), out));
    insta::assert_snapshot!("explanation-json", json);
}

/// The fixture with `text` wherever text comes from outside.
pub(super) fn speaking(text: &str) -> crate::report::Report {
    let mut report = fixture::report();
    for source in &mut report.sources {
        source.outlet = text.to_owned();
        source.title = Some(text.to_owned());
        source.url = Some(format!("https://{text}"));
    }
    for claim in &mut report.claims {
        for field in [&mut claim.id, &mut claim.question, &mut claim.claim] {
            *field = text.to_owned();
        }
        claim.note = Some(text.to_owned());
        for evidence in claim.stances.iter_mut().flat_map(|one| &mut one.evidence) {
            evidence.quote = text.to_owned();
            evidence.because = text.to_owned();
            evidence.attributed_to = Some(text.to_owned());
        }
    }
    for pair in &mut report.outlets {
        pair.a = text.to_owned();
        for side in pair.contradict.iter_mut().flat_map(|one| [&mut one.supports, &mut one.contradicts]) {
            side.quote = text.to_owned();
        }
    }
    report
}

/// Text as hostile or foreign sources have it.
pub(super) fn any_text() -> impl proptest::strategy::Strategy<Value = String> {
    use proptest::prelude::*;
    let piece = prop_oneof![
        any::<String>(),
        "[a-z]{1,9} [a-z]{1,9}[.,] ",
        proptest::sample::select(vec![
            "\u{1b}[31m",
            "\r\n",
            "| ",
            "<b>",
            "&amp;",
            "\\",
            "\"",
            "世界",
            "مرحبا ",
            "👩‍👩‍👧",
            "\0"
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(48))]

    #[test]
    fn no_text_breaks_the_page(text in any_text(), width in 0_usize..130, colour in proptest::bool::ANY) {
        let report = speaking(&text);
        let page = shown_of(&report, Format::Terminal, Style { width, colour });
        for line in page.lines() {
            let columns = textwrap::core::display_width(line);
            proptest::prop_assert!(columns <= width.max(40), "{columns} columns at {width}: {line:?}");
            let plain = line.replace("\u{1b}[", "");
            proptest::prop_assert!(!plain.contains(|c: char| c.is_control()), "{line:?}");
        }
    }

    #[test]
    fn no_text_breaks_a_file(text in any_text()) {
        let report = speaking(&text);
        for line in shown_of(&report, Format::Jsonl, Style::default()).lines() {
            proptest::prop_assert!(serde_json::from_str::<serde_json::Value>(line).is_ok());
        }
        let csv = shown_of(&report, Format::Csv, Style::default());
        let rows = ::csv::Reader::from_reader(csv.as_bytes()).into_records().filter(Result::is_ok).count();
        proptest::prop_assert_eq!(rows, report.claims.len() * report.sources.len());
        proptest::prop_assert!(!shown_of(&report, Format::Markdown, Style::default()).contains("<b>"));
    }
}

fn shown_of(report: &Report, format: Format, style: Style) -> String {
    let edition = Edition {
        report,
        texts: &Texts::default(),
        claims: Path::new("claims"),
        sources: Path::new("seeds"),
    };
    written(|out| format.write(&edition, style, out))
}
