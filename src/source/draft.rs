//! A source before it has an id: read from one file, or from one line of many.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::diagnostic::{Code, Diagnostic, Input};
use crate::hash::sha256;
use crate::span::Span;

use super::bounds::{self, Bound};
use super::fields::{Fields, host};
use super::folder::{Found, unreadable};
use super::format::Format;
use super::{Entry, Metadata, Refusal, Source, captions, date, encoding, front_matter, html, ids};

/// A file above this many bytes is refused. The longest books stay below 10 MB; what is longer is a
/// collection, and checking it as one article would say little.
pub(super) const LARGEST: usize = 64 * 1024 * 1024;

/// All of a source but its id.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) file: String,
    pub(super) fields: Fields,
    pub(super) text: String,
    pub(super) article: Span,
    pub(super) sha256: String,
}

impl Draft {
    /// The source, under `id`. An outlet that nobody named is the host of its address, else its file's name.
    pub(super) fn into_source(self, id: String) -> Source {
        let Fields { outlet, title, published, url, note, .. } = self.fields;
        let outlet = outlet
            .or_else(|| url.as_deref().and_then(host))
            .unwrap_or_else(|| ids::stem(&self.file).to_owned());
        Source {
            published: published.as_deref().and_then(date::whole_day),
            metadata: Metadata {
                id,
                outlet,
                title,
                published,
                url,
                file: self.file,
                sha256: self.sha256,
                note,
            },
            text: self.text,
            article: self.article,
            numbered: false,
        }
    }
}

/// What `sources.yaml` says of one file, and the manifest itself, to point into.
#[derive(Debug, Clone, Copy)]
pub(super) struct Described<'a> {
    pub(super) manifest: &'a Input,
    pub(super) entry: &'a Entry,
}

/// Reads one file.
///
/// # Errors
/// All that is wrong with it.
pub(super) fn read(found: &Found, described: Option<Described<'_>>) -> Result<Draft, Vec<Diagnostic>> {
    let Content { fields, text, body, sha256 } = content(found)?;
    let article = article_in(&text, body, described)?;
    if article.is_empty() {
        return Err(vec![empty().of_file(&found.path)]);
    }
    let fields = described.map_or_else(Fields::default, |d| Fields::from(d.entry)).or(fields);
    Ok(Draft { file: found.file.clone(), fields, text, article, sha256 })
}

/// The text of an earlier version of the source that `entry` describes, and the article in it. Words of `begins_at` and
/// `ends_at` that it does not hold cut nothing off.
///
/// # Errors
/// All that is wrong with its file.
pub(super) fn read_version(found: &Found, entry: &Entry) -> Result<(String, Span), Vec<Diagnostic>> {
    if Format::of_name(&found.file).is_some_and(Format::is_many) {
        let refusal = Refusal::not_text(
            "this file holds a source a line, not an earlier text of one",
            "name a file with nothing in it but the earlier text",
        );
        return Err(vec![refusal.of_file(&found.path)]);
    }
    let Content { text, body, .. } = content(found)?;
    let [begins, ends] =
        [&entry.begins_at, &entry.ends_at].map(|bound| bound.as_ref().map(|(words, _)| words.as_str()));
    let within = [(begins, ends), (begins, None), (None, ends), (None, None)];
    let article =
        within.into_iter().find_map(|(begins, ends)| bounds::article(&text, body, begins, ends).ok());
    match article.filter(|article| !article.is_empty()) {
        Some(article) => Ok((text, article)),
        None => Err(vec![empty().of_file(&found.path)]),
    }
}

/// What a file holds, before anybody says where its article begins.
struct Content {
    fields: Fields,
    text: String,
    /// Where the text proper begins in `text`.
    body: usize,
    sha256: String,
}

fn content(found: &Found) -> Result<Content, Vec<Diagnostic>> {
    let refused = |refusal: Refusal| vec![refusal.of_file(&found.path)];
    let bytes = bytes_of(&found.path)?;
    let sha256 = sha256(&bytes);
    let format = Format::of_name(&found.file).unwrap_or_else(|| Format::of_content(&bytes));
    let decoded = encoding::decode(bytes, format == Format::Html).map_err(refused)?;
    // A page in UTF-16 shows that it is one only when it is decoded.
    let format = match format {
        Format::Text if Format::of_name(&found.file).is_none() => Format::of_content(decoded.as_bytes()),
        named => named,
    };
    let (fields, text, body) = match format {
        Format::Html => {
            let (fields, text) = html::read(&decoded).map_err(refused)?;
            (fields, text, 0)
        }
        Format::Captions(recording) => {
            (Fields::default(), captions::read(&decoded, recording).map_err(refused)?, 0)
        }
        Format::Text | Format::JsonLines(_) | Format::Table => {
            let split = front_matter::split(&decoded, &found.path);
            let (fields, body) = split.map_err(|problems| problems.into_iter().collect::<Vec<_>>())?;
            (fields, decoded, body)
        }
    };
    Ok(Content { fields, text, body, sha256 })
}

/// An empty file is a failed download sooner than a source: it would count as silent on every claim.
fn empty() -> Refusal {
    Refusal::new(
        Code::EmptyFile,
        "there is no text in this file",
        "put the article's text into it, or move it out of the folder of sources",
    )
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let failed = |error: std::io::Error| vec![unreadable(path, &error)];
    let file = File::open(path).map_err(failed)?;
    let metadata = file.metadata().map_err(failed)?;
    let limit = u64::try_from(LARGEST).unwrap_or(u64::MAX);
    if metadata.len() > limit {
        return Err(vec![too_large(Some(metadata.len())).of_file(path)]);
    }
    // What is not a plain file, a pipe for instance, tells its length only by ending.
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0));
    file.take(limit + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() > LARGEST { Err(vec![too_large(None).of_file(path)]) } else { Ok(bytes) }
}

fn too_large(bytes: Option<u64>) -> Refusal {
    let mib = |bytes: u64| bytes.div_ceil(1024 * 1024);
    let is = bytes.map_or_else(|| "is larger".to_owned(), |bytes| format!("has {} MiB", mib(bytes)));
    Refusal::new(
        Code::TooLarge,
        format!("this file {is}; a source may have {} MiB", mib(LARGEST as u64)),
        "split it into articles, one a file or one a line of a `.jsonl` file, which may be of any length",
    )
}

fn article_in(text: &str, body: usize, described: Option<Described<'_>>) -> Result<Span, Vec<Diagnostic>> {
    let words =
        |bound: fn(&Entry) -> &Option<(String, Span)>| described.and_then(|d| bound(d.entry).as_ref());
    let (begins, ends) = (words(|entry| &entry.begins_at), words(|entry| &entry.ends_at));
    let only_words = |bound: Option<&'_ (String, Span)>| bound.map(|(words, _)| words.clone());
    let found = bounds::article(text, body, only_words(begins).as_deref(), only_words(ends).as_deref());
    found.map_err(|missing| {
        let place = |bound| match bound {
            Bound::Begin => begins.map(|&(_, span)| span),
            Bound::End => ends.map(|&(_, span)| span),
        };
        let problem =
            |(bound, refusal): (Bound, Refusal)| Some(refusal.at(described?.manifest, place(bound)?));
        missing.into_iter().filter_map(problem).collect()
    })
}
