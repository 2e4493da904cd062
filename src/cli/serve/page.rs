//! The pages as bytes.

use std::io;

use askama::Template;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use crosscheck::export::{Edition, write_live_page};
use hyper::body::Bytes;
use sha2::{Digest, Sha256};

const SCRIPT: &str = include_str!("problems.js");
const STYLE: &str = include_str!("problems.css");

/// What is shown in place of a report that cannot be made.
#[derive(Template)]
#[template(path = "problems.html")]
struct Problems<'a> {
    policy: String,
    version: u64,
    title: String,
    text: &'a str,
    /// Whether there is an earlier report to look at.
    has_last: bool,
    style: &'static str,
    script: &'static str,
}

/// The page of a report, which asks for newer ones than `version`.
pub(super) fn report(edition: &Edition<'_>, version: u64) -> io::Result<Bytes> {
    let mut out = Vec::new();
    write_live_page(edition, version, &mut out)?;
    Ok(out.into())
}

/// The page that shows `count` problems as a terminal does, and asks for newer pages than `version`.
pub(super) fn problems(text: &str, count: usize, has_last: bool, version: u64) -> io::Result<Bytes> {
    let title = format!("{count} {} in the case", if count == 1 { "problem" } else { "problems" });
    let policy = policy();
    let page = Problems { policy, version, title, text, has_last, style: STYLE, script: SCRIPT };
    let mut out = Vec::new();
    page.write_into(&mut out)?;
    Ok(out.into())
}

/// The page may run its own script and ask the server that it came from, and nothing else.
fn policy() -> String {
    let hash = |text: &str| BASE64_STANDARD.encode(Sha256::digest(text.as_bytes()));
    format!(
        "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; connect-src 'self'; base-uri 'none'; form-action 'none'",
        hash(SCRIPT),
        hash(STYLE)
    )
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn problems_are_text_and_their_page_runs_its_own_script_only() {
        let page = problems("claims/a.yaml:1:1 </pre><script>alert(1)</script> \"&'", 2, false, 7).unwrap();
        let page = std::str::from_utf8(&page).unwrap();
        insta::assert_snapshot!(page);
        assert_eq!(page.matches("<script").count(), 1);
        assert!(page.contains(&format!("<script>{SCRIPT}</script>")));
        assert!(page.contains(&format!("<style>{STYLE}</style>")));
    }

    #[test]
    fn the_last_good_report_is_one_link_away() {
        let page = problems("error", 1, true, 7).unwrap();
        assert!(std::str::from_utf8(&page).unwrap().contains("href=\"/last\""));
    }
}
