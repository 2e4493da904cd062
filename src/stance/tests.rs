//! The engine as a whole: what holds for any claims and any text, and how stances are carried from claim to claim.

#![allow(clippy::unwrap_used)]

mod carried;
mod cues;
mod properties;

use crate::source::Source;

/// A source all of whose text is the article, published on a Sunday.
fn source(text: &str) -> Source {
    let published = chrono::NaiveDate::from_ymd_opt(2021, 10, 17);
    Source { published, ..Source::of_text("paper", text) }
}
