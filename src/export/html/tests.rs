//! The page holds the report, and nothing in it acts.

#![allow(clippy::unwrap_used)]

use std::path::Path;

use serde_json::Value;

use super::cell::CellWriter;
use super::index::Index;
use super::offsets::Utf16;
use super::strings::Strings;
use super::*;
use crate::check::check;
use crate::claim::ClaimSet;
use crate::report::{SourceStance, Texts};
use crate::source::Source;
use crate::stance::{Evidence, Settings};

const CLAIMS: &str = "\
question: How many people were rescued from the ferry “Île”?
claims:
  - id: rescued
    claim: 214 people were rescued from the ferry
    rulings: [{source: quiet, stance: silent, because: '</script><script>alert(1)</script>'}]
  - claim: 198 people were rescued from the ferry
    id: fewer
";

const TEXTS: [(&str, &str); 3] = [
    (
        "echo",
        "🙂 “Très grave”, said Ms Müller.\n\nIn all 214 people were rescued from the ferry – said <b>nobody</b>.",
    ),
    (
        "herald",
        "</script><!--<script>alert(1)</script>\nOnly 198 people were rescued from the ferry, Ms Müller said.",
    ),
    ("quiet", "The council met on Monday & talked."),
];

fn shown(version: Option<u64>) -> (Report, String) {
    let claims = ClaimSet::from_yaml("ferry.yaml", CLAIMS).unwrap();
    let sources = TEXTS.iter().map(|(id, text)| Ok(Source::of_text(id, text)));
    let mut texts = Texts::default();
    let report =
        check(&claims, Settings::default(), sources, &mut |source: &Source| texts.keep(source)).unwrap();
    let edition =
        Edition { report: &report, texts: &texts, claims: Path::new("claims"), sources: Path::new("seeds") };
    let mut page = Vec::new();
    super::page(&edition, version, &mut page).unwrap();
    (report, String::from_utf8(page).unwrap())
}

fn between<'a>(page: &'a str, start: &str, end: &str) -> &'a str {
    page.split_once(start).unwrap().1.split_once(end).unwrap().0
}

fn data(page: &str) -> Value {
    serde_json::from_str(between(page, "id=\"data\">", "</script>")).unwrap()
}

/// What JavaScript's `slice` gives.
fn slice(text: &Value, start: usize, length: usize) -> String {
    let units: Vec<u16> = text.as_str().unwrap().encode_utf16().collect();
    String::from_utf16(&units[start..start + length]).unwrap()
}

fn numbers(list: &Value) -> Vec<i64> {
    list.as_array().unwrap().iter().map(|number| number.as_i64().unwrap()).collect()
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

#[test]
fn every_quote_is_found_in_its_text_as_javascript_counts() {
    let (report, page) = shown(None);
    let data = data(&page);
    let mut seen = 0;
    for (claim, packed) in report.claims.iter().zip(data["claims"].as_array().unwrap()) {
        for cell in packed["cells"].as_array().unwrap() {
            let source = number(&cell[0]);
            let text = &data["sources"][source]["text"];
            let evidence = &claim.stances[source].evidence;
            assert_eq!(cell[3].as_array().unwrap().len(), evidence.len());
            for (evidence, item) in evidence.iter().zip(cell[3].as_array().unwrap()) {
                let start = number(&item[0]);
                assert_eq!(slice(text, start, number(&item[1])), evidence.quote);
                let phrasing = &data["strings"][number(&item[4])];
                assert_eq!(phrasing, &evidence.phrasing);
                assert_eq!(data["strings"][number(&item[5])], evidence.because);
                for (words, aligned) in numbers(&item[7]).chunks(5).zip(&evidence.alignment) {
                    let place = |at: usize| usize::try_from(words[at]).unwrap();
                    let span = aligned.reported;
                    let reported = start.checked_add_signed(isize::try_from(words[2]).unwrap()).unwrap();
                    assert_eq!(slice(text, reported, place(3)), TEXTS[source].1[span.start..span.end]);
                    let span = aligned.claimed;
                    assert_eq!(slice(phrasing, place(0), place(1)), evidence.phrasing[span.start..span.end]);
                    assert_eq!(place(4) > 100, aligned.relation.is_some());
                    seen += 1;
                }
            }
        }
    }
    assert!(seen >= 16, "{seen} aligned words");
    let cells =
        data["claims"].as_array().unwrap().iter().map(|claim| claim["cells"].as_array().unwrap().len());
    let cells: Vec<usize> = cells.collect();
    assert_eq!(cells, [3, 2], "the silent source has a cell only where it was ruled on");
}

#[test]
fn where_there_is_no_room_the_best_of_each_side_is_shown_and_the_rest_counted() {
    let (report, _) = shown(None);
    let stance = &report.claims[0].stances[0];
    let best = stance.evidence[0].clone();
    let weaker = Evidence { score: 0.1, ..best.clone() };
    let other = Evidence { stance: Stance::Unclear, ..best.clone() };
    let stances = vec![SourceStance { evidence: vec![best, weaker, other], ..stance.clone() }];
    let claim = ReportClaim { stances, ..report.claims[0].clone() };
    let mut writer = CellWriter {
        texts: &Texts::default(),
        index: &Index::new(&report),
        offsets: &[Utf16::default()],
        strings: &mut Strings::default(),
        brief: true,
    };
    let cells = serde_json::to_value(writer.cells(&report.sources[..1], &claim)).unwrap();
    let stances: Vec<usize> = cells[0][3].as_array().unwrap().iter().map(|item| number(&item[2])).collect();
    assert_eq!(stances, [0], "supports");
    assert_eq!(cells[0][4]["left"], 2);
}

#[test]
fn no_text_ends_an_element_or_starts_one() {
    let (_, page) = shown(None);
    assert_eq!(page.matches("</script").count(), 2, "the data's and the script's");
    assert_eq!(page.matches("<script").count(), 2);
    assert!(!page.contains("<!--") && !page.contains("<b>"));
    assert!(!SCRIPT.contains("</script") && !SCRIPT.contains("<!--") && !STYLE.contains("</style"));
    assert!(!SCRIPT.contains('\r') && !STYLE.contains('\r'), "browsers would hash them otherwise");
}

#[test]
fn the_policy_allows_what_is_in_the_page_and_nothing_else() {
    let (_, page) = shown(None);
    let policy = between(&page, "Content-Security-Policy\" content=\"", "\"").replace("&#39;", "'");
    let hash = |text: &str| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text.as_bytes())));
    let (script, style) =
        (hash(between(&page, "<script>", "</script>")), hash(between(&page, "<style>", "</style>")));
    assert_eq!(
        policy,
        format!(
            "default-src 'none'; script-src {script}; style-src {style}; base-uri 'none'; form-action 'none'"
        )
    );
    assert!(!page.contains("<meta name=\"crosscheck-version\""));
    let (_, live) = shown(Some(7));
    assert!(live.contains("connect-src &#39;self&#39;"));
    assert!(live.contains("<meta name=\"crosscheck-version\" content=\"7\">"));
}
