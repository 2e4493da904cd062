//! The engine as a whole: what holds for any claims and any text, and how stances are carried from claim to claim.

#![allow(clippy::unwrap_used)]

mod carried;
mod properties;

use crate::source::{Metadata, Source};
use crate::span::Span;

/// A source all of whose text is the article, published on a Sunday.
fn source(text: &str) -> Source {
    let metadata = Metadata {
        id: "paper".into(),
        outlet: "The Paper".into(),
        title: None,
        published: None,
        url: None,
        file: "paper.txt".into(),
        sha256: String::new(),
        note: None,
    };
    Source {
        metadata,
        published: chrono::NaiveDate::from_ymd_opt(2021, 10, 17),
        text: text.to_owned(),
        article: Span::new(0, text.len()),
    }
}
