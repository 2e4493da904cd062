//! schema.org ClaimReview, as JSON-LD: only of claims that a curator ruled on.
//!
//! <https://schema.org/ClaimReview>. That outlets agree is no verdict on what is true, so no claim is reviewed for it. A
//! ruling says what a source says of a claim; the review says that and no more. Its rating is those words, without a
//! number, for nobody gave one. Rulings that are stale are left out.

use std::collections::BTreeSet;
use std::io::{self, Write};

use serde::Serialize;

use super::edition::Edition;
use crate::neutral::one_line;
use crate::report::{ReportClaim, ReportRuling};
use crate::source::Metadata;
use crate::stance::Stance;

#[derive(Serialize)]
struct Document<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Review<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename = "ClaimReview", rename_all = "camelCase")]
struct Review<'a> {
    claim_reviewed: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Person<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<&'a str>,
    item_reviewed: Claim<'a>,
    review_rating: Rating,
    review_body: String,
    /// Sources that were ruled on and in which the claim does not appear.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    citation: Vec<Work<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
struct Person<'a> {
    name: &'a str,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
struct Claim<'a> {
    text: &'a str,
    /// Sources that were ruled to make the claim.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    appearance: Vec<Work<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct Rating {
    alternate_name: String,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename = "CreativeWork", rename_all = "camelCase")]
struct Work<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<&'a str>,
    publisher: Organization<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<&'a str>,
    /// The words that were judged.
    #[serde(skip_serializing_if = "Option::is_none")]
    has_part: Option<Quotation<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
struct Organization<'a> {
    name: &'a str,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
struct Quotation<'a> {
    text: &'a str,
}

pub(super) fn write(edition: &Edition<'_>, out: &mut dyn Write) -> io::Result<()> {
    let sources = &edition.report.sources;
    let graph = edition.report.claims.iter().filter_map(|claim| review(claim, sources)).collect();
    let document = serde_json::to_string_pretty(&Document { context: "https://schema.org", graph })?;
    // It goes into pages, in a <script>, which no text of a source may end.
    writeln!(out, "{}", document.replace('<', "\\u003c"))
}

/// A ruling with the source it is on.
type Ruled<'a> = (&'a Metadata, &'a ReportRuling);

fn review<'a>(claim: &'a ReportClaim, sources: &'a [Metadata]) -> Option<Review<'a>> {
    let ruled: Vec<Ruled<'a>> = sources
        .iter()
        .zip(&claim.stances)
        .filter_map(|(source, one)| Some((source, one.ruling.as_ref().filter(|ruling| !ruling.stale)?)))
        .collect();
    if ruled.is_empty() {
        return None;
    }
    let authors: BTreeSet<&str> = ruled.iter().filter_map(|(_, ruling)| ruling.by.as_deref()).collect();
    let appears = |(_, ruling): &Ruled<'_>| matches!(ruling.stance, Stance::Supports | Stance::Mixed);
    let (makes, others): (Vec<Ruled<'a>>, Vec<Ruled<'a>>) = ruled.iter().copied().partition(appears);
    Some(Review {
        claim_reviewed: &claim.claim,
        author: authors.into_iter().map(|name| Person { name }).collect(),
        date_published: ruled.iter().filter_map(|(_, ruling)| ruling.on.as_deref()).max(),
        item_reviewed: Claim { text: &claim.claim, appearance: makes.into_iter().map(work).collect() },
        review_rating: Rating { alternate_name: told(&ruled, "; ", |_| String::new()) },
        review_body: told(&ruled, "\n", |ruling| format!(": {}", ruling.because)),
        citation: others.into_iter().map(work).collect(),
    })
}

/// "Sky News contradicts it", of each ruling, and what else there is to say of it.
fn told(ruled: &[Ruled<'_>], between: &str, more: impl Fn(&ReportRuling) -> String) -> String {
    let told: Vec<String> = ruled
        .iter()
        .map(|(source, ruling)| {
            one_line(&format!("{} {}{}", source.outlet, says(ruling.stance), more(ruling)))
        })
        .collect();
    told.join(between)
}

const fn says(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "supports it",
        Stance::Contradicts => "contradicts it",
        Stance::Mixed => "both supports and contradicts it",
        Stance::Unclear => "leaves it unclear",
        Stance::Silent => "does not speak of it",
    }
}

fn work<'a>((source, ruling): Ruled<'a>) -> Work<'a> {
    Work {
        url: source.url.as_deref(),
        headline: source.title.as_deref(),
        publisher: Organization { name: &source.outlet },
        date_published: source.published.as_deref(),
        has_part: ruling.quote.as_deref().map(|text| Quotation { text }),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use serde_json::{Value, json};

    use crate::export::Format;
    use crate::export::printed::written_with;
    use crate::report::{Report, ReportRuling, Texts, fixture};
    use crate::stance::Stance;

    fn graph(report: &Report) -> Vec<Value> {
        let text = written_with(report, &Texts::default(), Format::ClaimReview);
        serde_json::from_str::<Value>(&text).unwrap()["@graph"].as_array().unwrap().clone()
    }

    #[test]
    fn a_source_that_does_not_make_the_claim_is_no_appearance_of_it() {
        let mut report = fixture::report();
        let ruling = ReportRuling {
            stance: Stance::Contradicts,
            because: "it counted again".into(),
            by: Some("A. Reader".into()),
            on: Some("2024-10-01".into()),
            quote: Some("198 people were rescued".into()),
            stale: false,
        };
        let stances = &mut report.claims[0].stances;
        stances.iter_mut().find(|one| one.source == "courier-inquiry").unwrap().ruling = Some(ruling);
        let graph = graph(&report);
        let review = &graph[0];
        assert_eq!(graph.len(), 1, "one claim, two rulings that stand");
        assert_eq!(
            review["author"],
            json!([{"@type": "Person", "name": "A. Reader"}, {"@type": "Person", "name": "M. Okafor"}])
        );
        assert_eq!(review["datePublished"], "2024-10-01", "the last of them");
        let headline = |work: &Value| work["headline"].as_str().unwrap().to_owned();
        assert_eq!(
            headline(&review["itemReviewed"]["appearance"][0]),
            "Ferry fire: what we know [courier-night]"
        );
        assert_eq!(headline(&review["citation"][0]), "Ferry fire: what we know [courier-inquiry]");
        assert_eq!(review["citation"][0]["hasPart"]["text"], "198 people were rescued");
        assert_eq!(
            review["reviewRating"],
            json!({"@type": "Rating", "alternateName": "Harbour Courier contradicts it; Harbour Courier supports it"})
        );
    }

    #[test]
    fn no_text_ends_the_script_that_holds_it() {
        let mut report = fixture::report();
        report.claims[0].claim = "</script><script>alert(1)//".into();
        let text = written_with(&report, &Texts::default(), Format::ClaimReview);
        assert!(!text.contains('<'), "{text}");
        assert_eq!(graph(&report)[0]["claimReviewed"], report.claims[0].claim.as_str());
    }

    #[test]
    fn without_a_ruling_that_stands_there_is_none() {
        let mut report = fixture::report();
        for one in report.claims.iter_mut().flat_map(|claim| &mut claim.stances) {
            one.ruling.iter_mut().for_each(|ruling| ruling.stale = true);
        }
        assert_eq!(graph(&report), Vec::<Value>::new());
    }
}
