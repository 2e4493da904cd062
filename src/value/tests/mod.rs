#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod comparing;
mod dates;
mod properties;
mod reading;
mod traps;

use chrono::NaiveDate;

use crate::text::Document;

use super::{Context, Mention, Value, recognise};

/// Sunday.
fn published() -> Context {
    Context { published: NaiveDate::from_ymd_opt(2016, 10, 30) }
}

fn mentions(text: &str, context: Context) -> Vec<Mention> {
    let document = Document::new(text);
    recognise(&document, 0..document.tokens().len(), context)
}

/// Each value of `text` as "words = normal form", "?" added to weak ones.
fn listed(text: &str, context: Context) -> Vec<String> {
    mentions(text, context)
        .iter()
        .map(|mention| {
            let words = &text[mention.span.start..mention.span.end];
            let weak = if mention.value.weak { "?" } else { "" };
            format!("{words} = {}{weak}", mention.value.normal_form())
        })
        .collect()
}

/// In each row, the values of the text are those listed, with "; " between; all rows that fail are shown.
fn expect(rows: &[(&str, &str)]) {
    expect_in(rows, Context::default());
}

fn expect_in(rows: &[(&str, &str)], context: Context) {
    let failed: Vec<String> = rows
        .iter()
        .map(|(text, expected)| (text, expected, listed(text, context).join("; ")))
        .filter(|(_, expected, found)| found != *expected)
        .map(|(text, expected, found)| format!("{text:?}\n  expected {expected}\n  found    {found}"))
        .collect();
    assert!(failed.is_empty(), "\n{}", failed.join("\n"));
}

/// The first value of `text`.
fn first(text: &str) -> Value {
    mentions(text, published()).first().unwrap_or_else(|| panic!("no value in {text:?}")).value
}
