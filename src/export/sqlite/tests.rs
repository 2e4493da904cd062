//! The database read back, against the report and CSV.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::path::Path;

use rusqlite::types::Value;

use super::*;
use crate::export::tests::{any_text, speaking, written};
use crate::report::{Report, Texts, fixture};
use crate::source::Source;
use crate::span::Span;

fn bytes_of(report: &Report, texts: &Texts) -> Vec<u8> {
    let edition = Edition { report, texts, claims: Path::new("claims"), sources: Path::new("seeds") };
    let mut bytes = Vec::new();
    write(&edition, &mut bytes).unwrap();
    bytes
}

/// The bytes of a report, opened again.
fn opened(report: &Report, texts: &Texts) -> Connection {
    let bytes = bytes_of(report, texts);
    let mut database = Connection::open_in_memory().unwrap();
    database.deserialize_read_exact(MAIN_DB, bytes.as_slice(), bytes.len(), true).unwrap();
    database
}

fn rows(database: &Connection, sql: &str) -> Vec<Vec<Value>> {
    let mut statement = database.prepare(sql).unwrap();
    let columns = statement.column_count();
    let row = |row: &rusqlite::Row<'_>| (0..columns).map(|at| row.get(at)).collect();
    statement.query_map([], row).unwrap().collect::<Result<_>>().unwrap()
}

/// The first column of what `sql` gives, which is text.
fn words(database: &Connection, sql: &str) -> Vec<String> {
    rows(database, sql).iter().map(|row| as_text(&row[0])).collect()
}

/// What CSV has for a cell.
fn as_text(cell: &Value) -> String {
    match cell {
        Value::Null => String::new(),
        Value::Text(text) => text.clone(),
        Value::Integer(number) => number.to_string(),
        Value::Real(score) => score.to_string(),
        Value::Blob(_) => panic!("there are no blobs"),
    }
}

const TABLES: &str =
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%fts%' ORDER BY name";

#[test]
fn it_is_whole() {
    for report in [fixture::report(), fixture::large(40, 90), fixture::large(0, 0)] {
        let database = opened(&report, &Texts::default());
        assert_eq!(words(&database, "PRAGMA integrity_check"), ["ok"]);
        assert_eq!(rows(&database, "PRAGMA foreign_key_check"), Vec::<Vec<Value>>::new());
        assert_eq!(words(&database, "PRAGMA page_size"), ["4096"]);
        assert_eq!(words(&database, "PRAGMA user_version"), [VERSION.to_string()]);
        assert_eq!(words(&database, "PRAGMA application_id"), [APPLICATION.to_string()]);
    }
}

#[test]
fn a_key_that_leads_nowhere_would_be_found() {
    let mut report = fixture::report();
    report.sources.retain(|source| source.id != "wire");
    let database = opened(&report, &Texts::default());
    assert!(!rows(&database, "PRAGMA foreign_key_check").is_empty());
}

#[test]
fn every_table_has_rows() {
    let database = opened(&fixture::report(), &Texts::default());
    let empty: Vec<String> = words(&database, TABLES)
        .into_iter()
        .filter(|table| words(&database, &format!("SELECT count(*) FROM {table}")) == ["0"])
        .collect();
    // No two outlets of the fixture share a credit, or a speaker.
    assert_eq!(empty, ["origin_credits", "origin_speakers"]);
}

#[test]
fn every_key_has_an_index() {
    let database = opened(&fixture::report(), &Texts::default());
    let mut keys = 0;
    for table in words(&database, TABLES) {
        let indexed: BTreeSet<String> = words(
            &database,
            &format!(
                "SELECT c.name FROM pragma_index_list('{table}') i, pragma_index_info(i.name) c WHERE c.seqno = 0
                 UNION SELECT name FROM pragma_table_info('{table}') WHERE pk = 1"
            ),
        )
        .into_iter()
        .collect();
        for key in words(&database, &format!("SELECT \"from\" FROM pragma_foreign_key_list('{table}')")) {
            keys += 1;
            assert!(indexed.contains(&key), "{table}.{key}");
        }
    }
    assert!(keys > 20);
}

#[test]
fn the_flat_view_is_csv() {
    for report in [fixture::report(), fixture::large(12, 30)] {
        let text = written(|out| crate::export::csv::write(&report, out));
        let mut reader = ::csv::Reader::from_reader(text.as_bytes());
        let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let database = opened(&report, &Texts::default());
        assert_eq!(
            words(&database, "SELECT name FROM pragma_table_info('stance_rows') ORDER BY cid"),
            header
        );
        let found = rows(&database, "SELECT * FROM stance_rows");
        let expected: Vec<Vec<String>> =
            reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(&expected) {
            assert_eq!(found.iter().map(as_text).collect::<Vec<_>>(), *expected);
        }
    }
}

#[test]
fn the_views_count_what_the_report_counts() {
    let report = fixture::report();
    let database = opened(&report, &Texts::default());
    let contradictions: usize = report.outlets.iter().map(|pair| pair.contradict.len()).sum();
    assert!(contradictions > 0);
    assert_eq!(words(&database, "SELECT count(*) FROM disputes"), [contradictions.to_string()]);
    let pairs = rows(&database, "SELECT agree, independent, contradict FROM outlet_pairs");
    let count = |of: usize| Value::Integer(of.try_into().unwrap());
    let expected: Vec<Vec<Value>> = report
        .outlets
        .iter()
        .map(|pair| {
            vec![count(pair.agree.len()), count(pair.independent.len()), count(pair.contradict.len())]
        })
        .collect();
    assert_eq!(pairs, expected);
    let verdicts = words(&database, "SELECT verdict FROM verdicts");
    assert_eq!(verdicts, report.claims.iter().map(|claim| claim.verdict.name()).collect::<Vec<_>>());
    let accounts: usize = report.questions.iter().map(|question| question.accounts.len()).sum();
    let counted = "SELECT count(*) FROM (SELECT DISTINCT question, source FROM accounts)";
    assert_eq!(words(&database, counted), [accounts.to_string()]);
}

#[test]
fn words_are_found() {
    let database = opened(&fixture::report(), &Texts::default());
    let found = words(
        &database,
        "SELECT e.claim FROM evidence_fts f JOIN evidence e ON e.id = f.rowid
         WHERE evidence_fts MATCH 'gymnasium AND volunteers' ORDER BY e.id",
    );
    assert_eq!(found, ["rescued-214", "rescued-198"]);
    assert_eq!(
        words(&database, "SELECT count(*) FROM evidence_fts WHERE evidence_fts MATCH 'unheard'"),
        ["0"]
    );
}

#[test]
fn texts_are_there_where_they_were_kept() {
    let text = "Page furniture. By midnight “two hundred and fourteen people” had been rescued.";
    let mut texts = Texts::default();
    texts.keep(&Source { article: Span::new(16, text.len()), ..Source::of_text("courier-night", text) });
    let database = opened(&fixture::report(), &texts);
    let kept = rows(
        &database,
        "SELECT id, text, CAST(substr(CAST(text AS BLOB), article_start + 1, 11) AS TEXT) FROM sources
         WHERE text IS NOT NULL",
    );
    let expected = ["courier-night", text, "By midnight"].map(|text| Value::Text(text.into()));
    assert_eq!(kept, [expected]);
}

#[test]
fn the_same_report_is_the_same_bytes() {
    let write = || bytes_of(&fixture::large(30, 60), &Texts::default());
    assert!(write() == write());
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(32))]

    #[test]
    fn any_text_comes_back(text in any_text()) {
        let mut report = speaking(&text);
        for (number, claim) in report.claims.iter_mut().enumerate() {
            claim.id = number.to_string();
        }
        let database = opened(&report, &Texts::default());
        proptest::prop_assert_eq!(words(&database, "PRAGMA integrity_check"), ["ok"]);
        for column in ["quote", "because", "attributed_to"] {
            let found = words(&database, &format!("SELECT DISTINCT {column} FROM evidence"));
            proptest::prop_assert_eq!(found, std::slice::from_ref(&text));
        }
        proptest::prop_assert_eq!(words(&database, "SELECT name FROM outlets"), [text]);
    }
}
