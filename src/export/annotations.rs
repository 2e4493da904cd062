//! W3C Web Annotations, as JSON-LD: one for each piece of evidence, on its words in the source.
//!
//! <https://www.w3.org/TR/annotation-model/>. Positions count Unicode code points of the source's text, as the model asks.
//! They are given where a reader finds that text: in the file where the two are the same, else in a text that is named by
//! its hash ([RFC 6920](https://www.rfc-editor.org/rfc/rfc6920)). Quotes with what stands around them find the words in
//! whatever else carries them: the page as it was published, a file in HTML.

use std::io::{self, Write};

use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine};
use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;

use super::edition::Edition;
use super::in_file::{Places, has_many, uri};
use super::json::pretty;
use crate::hash::{sha256, sha256_bytes};
use crate::neutral::one_line;
use crate::report::ReportClaim;
use crate::source::Metadata;
use crate::span::Span;
use crate::stance::{Evidence, Stance};

/// How many characters before and after the words are given to find them by; the model's own examples have about as many.
const CONTEXT: usize = 32;

#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    r#type: &'static str,
    label: &'static str,
    total: usize,
    first: Page<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Page<'a> {
    id: String,
    r#type: &'static str,
    start_index: usize,
    items: Vec<Annotation<'a>>,
}

#[derive(Serialize)]
struct Annotation<'a> {
    id: String,
    r#type: &'static str,
    motivation: &'static str,
    generator: Software<'a>,
    body: [Body<'a>; 3],
    target: Vec<Target<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "type")]
struct Software<'a> {
    name: &'static str,
    #[serde(rename = "schema:softwareVersion")]
    version: &'a str,
}

#[derive(Serialize)]
#[serde(tag = "type", rename = "TextualBody")]
struct Body<'a> {
    purpose: &'static str,
    format: &'static str,
    value: std::borrow::Cow<'a, str>,
}

#[derive(Serialize)]
#[serde(tag = "type", rename = "SpecificResource")]
struct Target<'a> {
    source: String,
    selector: Vec<Selector<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Selector<'a> {
    #[serde(rename = "TextQuoteSelector")]
    Quote {
        exact: &'a str,
        #[serde(skip_serializing_if = "str::is_empty")]
        prefix: &'a str,
        #[serde(skip_serializing_if = "str::is_empty")]
        suffix: &'a str,
    },
    #[serde(rename = "TextPositionSelector")]
    Position { start: usize, end: usize },
}

pub(super) fn write(edition: &Edition<'_>, out: &mut dyn Write) -> io::Result<()> {
    let report = edition.report;
    let places = Places::of(edition);
    let mut items = Vec::new();
    for claim in &report.claims {
        for (source, stance) in report.sources.iter().zip(&claim.stances) {
            let found = stance.evidence.iter();
            items.extend(found.map(|evidence| annotation(edition, &places, claim, source, evidence)));
        }
    }
    let everything: String = items.iter().map(|item| item.id.as_str()).collect();
    let collection = Collection {
        context: "http://www.w3.org/ns/anno.jsonld",
        id: urn(&["collection", &everything]),
        r#type: "AnnotationCollection",
        label: "What sources say of claims",
        total: items.len(),
        first: Page { id: urn(&["page", &everything]), r#type: "AnnotationPage", start_index: 0, items },
    };
    pretty(&collection, out)
}

fn annotation<'a>(
    edition: &Edition<'a>,
    places: &Places<'_>,
    claim: &'a ReportClaim,
    source: &'a Metadata,
    evidence: &'a Evidence,
) -> Annotation<'a> {
    Annotation {
        id: id(claim, source, evidence),
        r#type: "Annotation",
        motivation: "assessing",
        generator: Software { name: "crosscheck", version: &edition.report.engine },
        body: [
            Body::new("classifying", evidence.stance.name().into()),
            Body::new("tagging", claim.id.as_str().into()),
            Body::new("describing", said(claim, source, evidence).into()),
        ],
        target: targets(edition, places, source, evidence),
    }
}

/// The same in every run that finds the same words say the same of the same claim.
fn id(claim: &ReportClaim, source: &Metadata, evidence: &Evidence) -> String {
    let place = [evidence.start.to_string(), evidence.end.to_string()];
    let stance = evidence.stance.name();
    let from = evidence.carried_from.as_deref().unwrap_or_default();
    urn(&["annotation", &claim.id, &source.id, &source.sha256, &place[0], &place[1], stance, from])
}

impl<'a> Body<'a> {
    const fn new(purpose: &'static str, value: std::borrow::Cow<'a, str>) -> Self {
        Self { purpose, format: "text/plain", value }
    }
}

/// "Sky News contradicts “…”: two, where the claim says seven."
fn said(claim: &ReportClaim, source: &Metadata, evidence: &Evidence) -> String {
    let whose =
        evidence.attributed_to.as_ref().map_or_else(String::new, |by| format!(", in the words of {by},"));
    let verb = match evidence.stance {
        Stance::Supports => "supports",
        Stance::Contradicts => "contradicts",
        _ => "bears without settling it on",
    };
    one_line(&format!("{}{whose} {verb} “{}”: {}", source.outlet, claim.claim, evidence.because))
}

/// The words in the file; in the text, where that is something else; and where they were published, for readers in a
/// browser.
fn targets<'a>(
    edition: &Edition<'a>,
    places: &Places<'_>,
    source: &Metadata,
    evidence: &'a Evidence,
) -> Vec<Target<'a>> {
    let text = edition.texts.of(&source.id).map_or("", |kept| kept.text.as_str());
    let words = Span::new(evidence.start, evidence.end);
    let quote = || quote(text, evidence);
    let position = || {
        let place = places.in_text(&source.id, words)?;
        Some(Selector::Position { start: place.start.offset, end: place.end.offset })
    };
    let beside = places.is_beside_file(&source.id);
    let fragment = if has_many(source) { format!("#{}", uri(&source.id)) } else { String::new() };
    let mut targets = vec![Target {
        source: format!("{}{fragment}", uri(&edition.source_file(source))),
        selector: std::iter::once(quote()).chain(position().filter(|_| !beside)).collect(),
    }];
    if beside {
        let name = BASE64_URL_SAFE_NO_PAD.encode(sha256_bytes(text.as_bytes()));
        let selector = std::iter::once(quote()).chain(position()).collect();
        targets.push(Target { source: format!("ni:///sha-256;{name}?ct=text/plain"), selector });
    }
    if let Some(url) = &source.url {
        targets.push(Target { source: url.clone(), selector: vec![quote()] });
    }
    targets
}

/// The words with what stands before and after them, cut between what readers take for characters.
fn quote<'a>(text: &'a str, evidence: &'a Evidence) -> Selector<'a> {
    let before = text.get(..evidence.start).unwrap_or_default();
    let after = text.get(evidence.end..).unwrap_or_default();
    let before = before.strip_prefix('\u{feff}').unwrap_or(before);
    let prefix = before.len() - within(before.graphemes(true).rev());
    Selector::Quote {
        exact: &evidence.quote,
        prefix: before.get(prefix..).unwrap_or_default(),
        suffix: after.get(..within(after.graphemes(true))).unwrap_or_default(),
    }
}

/// How many bytes the first of `graphemes` have that are no more than [`CONTEXT`] characters.
fn within<'a>(graphemes: impl Iterator<Item = &'a str>) -> usize {
    let mut characters = 0;
    let fitting = graphemes.take_while(|grapheme| {
        characters += grapheme.chars().count();
        characters <= CONTEXT
    });
    fitting.map(str::len).sum()
}

/// A name that is the same for the same parts, in any run: a UUID made of their hash, which RFC 9562 calls version 8.
fn urn(parts: &[&str]) -> String {
    let mut hash = sha256(parts.join("\0").as_bytes());
    hash.replace_range(12..13, "8");
    hash.replace_range(16..17, "8");
    let part = |from: usize, to: usize| hash.get(from..to).unwrap_or_default();
    format!("urn:uuid:{}-{}-{}-{}-{}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32))
}

#[cfg(test)]
mod tests;
