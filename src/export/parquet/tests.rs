//! The file read back, against CSV.

#![allow(clippy::unwrap_used)]

use std::fs::File;

use ::parquet::file::reader::{FileReader, SerializedFileReader};
use ::parquet::record::Field;

use super::*;
use crate::export::tests::{any_text, speaking, written};
use crate::report::fixture;

fn read(report: &Report, at_a_time: usize) -> SerializedFileReader<File> {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(&table(report, at_a_time).unwrap()).unwrap();
    SerializedFileReader::new(file).unwrap()
}

/// The cells of every row, by the names of their columns.
fn cells(reader: &SerializedFileReader<File>) -> Vec<Vec<(String, Field)>> {
    let cells = |row: ::parquet::record::Row| {
        row.get_column_iter().map(|(name, cell)| (name.clone(), cell.clone())).collect()
    };
    reader.get_row_iter(None).unwrap().map(|row| cells(row.unwrap())).collect()
}

/// What CSV has for a cell.
fn as_text(cell: &Field) -> String {
    match cell {
        Field::Null => String::new(),
        Field::Str(text) => text.clone(),
        Field::Long(place) => place.to_string(),
        Field::Double(score) => score.to_string(),
        other => panic!("no cell of the table is {other:?}"),
    }
}

fn csv_of(report: &Report) -> Vec<Vec<String>> {
    let text = written(|out| crate::export::csv::write(report, out));
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[track_caller]
fn assert_is_csv(report: &Report, at_a_time: usize) {
    let rows = cells(&read(report, at_a_time));
    let csv = csv_of(report);
    assert_eq!(rows.len() + 1, csv.len());
    for (row, expected) in rows.iter().zip(&csv[1..]) {
        let names: Vec<&String> = row.iter().map(|(name, _)| name).take(COLUMNS.len()).collect();
        assert_eq!(names, csv[0].iter().collect::<Vec<_>>());
        let found: Vec<String> = row.iter().take(COLUMNS.len()).map(|(_, cell)| as_text(cell)).collect();
        assert_eq!(found, *expected);
    }
}

#[test]
fn it_is_csv_with_types() {
    assert_is_csv(&fixture::report(), GROUP);
    assert_is_csv(&fixture::large(12, 30), GROUP);
    assert_is_csv(&fixture::large(0, 0), GROUP);
}

#[test]
fn rows_stay_in_order_over_groups() {
    let report = fixture::report();
    let rows = report.claims.len() * report.sources.len();
    for at_a_time in [1, 5, rows] {
        assert_eq!(read(&report, at_a_time).num_row_groups(), rows.div_ceil(at_a_time));
        assert_is_csv(&report, at_a_time);
    }
}

#[test]
fn only_whole_dates_are_dates() {
    let rows = cells(&read(&fixture::report(), GROUP));
    for row in rows {
        let cell = |name: &str| row.iter().find(|(other, _)| other == name).map(|(_, cell)| cell.clone());
        let expected = match cell("source") {
            Some(Field::Str(source)) if source == "wire" => Field::Date(19_785),
            Some(Field::Str(source)) if source == "courier-night" => Field::Date(19_784),
            Some(Field::Str(source)) if source == "courier-inquiry" => Field::Date(19_983),
            // 2024-03
            _ => Field::Null,
        };
        assert_eq!(cell("published_on"), Some(expected));
    }
}

#[test]
fn the_other_side_of_a_mixed_source_has_its_place() {
    let report = fixture::report();
    let (mut mixed, mut others) = (0, 0);
    let stances = report.claims.iter().flat_map(|claim| &claim.stances);
    for (row, stance) in cells(&read(&report, GROUP)).iter().zip(stances) {
        let cell = |name: &str| row.iter().find(|(other, _)| other == name).unwrap().1.clone();
        match row::counter(stance) {
            Some(counter) => {
                mixed += 1;
                assert_eq!(cell("counter_start"), Field::Long(counter.start.try_into().unwrap()));
                assert_eq!(cell("counter_end"), Field::Long(counter.end.try_into().unwrap()));
            }
            None => {
                others += 1;
                assert_eq!((cell("counter_start"), cell("counter_end")), (Field::Null, Field::Null));
            }
        }
    }
    assert!(mixed > 0 && others > 0);
}

#[test]
fn it_says_what_wrote_it() {
    let report = fixture::report();
    let reader = read(&report, GROUP);
    let entries = reader.metadata().file_metadata().key_value_metadata().unwrap();
    let value = |key: &str| entries.iter().find(|entry| entry.key == key).unwrap().value.clone().unwrap();
    assert_eq!(value("format"), report.format);
    assert_eq!(value("engine"), report.engine);
}

#[test]
fn the_same_report_is_the_same_bytes() {
    let write = || table(&fixture::large(20, 40), GROUP).unwrap();
    assert_eq!(write(), write());
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(32))]

    #[test]
    fn any_text_comes_back(text in any_text()) {
        let report = speaking(&text);
        for row in cells(&read(&report, GROUP)) {
            let cell = |name: &str| row.iter().find(|(other, _)| other == name).unwrap().1.clone();
            proptest::prop_assert_eq!(cell("claim_text"), Field::Str(text.clone()));
            if cell("quote") != Field::Null {
                proptest::prop_assert_eq!(cell("quote"), Field::Str(text.clone()));
            }
        }
    }
}
