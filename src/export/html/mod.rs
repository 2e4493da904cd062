//! HTML: one page for a browser, with everything in it.
//!
//! The page is a template with a table of the verdicts, the report as data, and a script, bundled from `web/`, that
//! shows it. Nothing is loaded from anywhere: its policy forbids what is not in it.

mod cell;
mod data;
mod index;
mod offsets;
mod strings;
#[cfg(test)]
mod tests;

use std::io::{self, Write};

use askama::Template;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use super::edition::Edition;
use crate::neutral::counted;
use crate::report::{Report, ReportClaim};
use crate::stance::Stance;
use data::Data;

const SCRIPT: &str = include_str!("assets/report.js");
const STYLE: &str = include_str!("assets/report.css");

#[derive(Template)]
#[template(path = "report.html")]
struct Page<'a> {
    report: &'a Report,
    title: String,
    policy: String,
    /// Of a page that asks for newer ones.
    version: Option<u64>,
    rows: Vec<Row<'a>>,
    style: &'static str,
    script: &'static str,
    data: String,
}

/// A claim for those who have no scripts.
struct Row<'a> {
    verdict: &'static str,
    claim: &'a str,
    supports: String,
    contradicts: String,
}

pub(super) fn write(edition: &Edition<'_>, out: &mut dyn Write) -> io::Result<()> {
    page(edition, None, out)
}

/// The same page, which asks the server that it came from for a newer one than `version` and makes way for it.
///
/// # Errors
/// Whatever `out` gives back.
pub fn write_live(edition: &Edition<'_>, version: u64, out: &mut dyn Write) -> io::Result<()> {
    page(edition, Some(version), out)
}

fn page(edition: &Edition<'_>, version: Option<u64>, out: &mut dyn Write) -> io::Result<()> {
    let report = edition.report;
    let summary = &report.summary;
    let title =
        format!("{} against {}", counted(summary.claims, "claim"), counted(summary.sources, "source"));
    let page = Page {
        report,
        title,
        policy: policy(version.is_some()),
        version,
        rows: report.claims.iter().map(Row::new).collect(),
        style: STYLE,
        script: SCRIPT,
        data: embedded(&Data::new(edition))?,
    };
    page.write_into(out)
}

/// What the page may do: run its own script, and, where it is `live`, ask the server that it came from.
fn policy(live: bool) -> String {
    let hash = |text: &str| BASE64_STANDARD.encode(Sha256::digest(text.as_bytes()));
    let connect = if live { "; connect-src 'self'" } else { "" };
    format!(
        "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'{connect}",
        hash(SCRIPT),
        hash(STYLE)
    )
}

/// `data` as JSON that no text in it can end early: a script element ends where `</script` stands, whatever it holds.
fn embedded(data: &Data<'_>) -> io::Result<String> {
    Ok(serde_json::to_string(data)?.replace('<', "\\u003c"))
}

impl<'a> Row<'a> {
    fn new(claim: &'a ReportClaim) -> Self {
        let on = |side: Stance| {
            let outlets = claim.stances.iter().filter(|one| one.takes(side)).map(|one| one.outlet.as_str());
            let mut outlets: Vec<&str> = outlets.collect();
            outlets.sort_unstable();
            outlets.dedup();
            outlets.join(", ")
        };
        Self {
            verdict: claim.verdict.name(),
            claim: &claim.claim,
            supports: on(Stance::Supports),
            contradicts: on(Stance::Contradicts),
        }
    }
}
