//! For tests of formats that point into sources: reports with texts in which their evidence stands.

use std::fmt::Write as _;
use std::path::Path;

use super::tests::written;
use super::{Edition, Format, Style};
use crate::hash::sha256;
use crate::report::{Report, Texts};
use crate::source::Source;

/// Gives each source a text that has all its evidence, a line or more each. It is the source's file, except for `wire`,
/// whose file is something else.
pub(super) fn print(report: &mut Report) -> Texts {
    let mut texts = Texts::default();
    for (at, source) in report.sources.iter_mut().enumerate() {
        let mut text = "\u{feff}é🙂 Headline\r\n\r\n".to_owned();
        for claim in &mut report.claims {
            for evidence in claim.stances.get_mut(at).into_iter().flat_map(|one| &mut one.evidence) {
                let _ = write!(text, "{}é: ", claim.id);
                evidence.start = text.len();
                evidence.line = text.matches('\n').count() + 1;
                text.push_str(&evidence.quote);
                evidence.end = text.len();
                text.push_str(" 👩‍👩‍👧 and so on.\n");
            }
        }
        if source.id != "wire" {
            source.sha256 = sha256(text.as_bytes());
        }
        texts.keep(&Source::of_text(&source.id, &text));
    }
    texts
}

/// `report` with `texts`, in `format`.
pub(super) fn written_with(report: &Report, texts: &Texts, format: Format) -> String {
    let edition = Edition { report, texts, claims: Path::new("./claims"), sources: Path::new("seeds") };
    written(|out| format.write(&edition, Style::default(), out))
}

/// The text of a source without its byte order mark, as characters.
pub(super) fn characters(texts: &Texts, source: &str) -> Vec<char> {
    let text = texts.of(source).map_or("", |kept| kept.text.as_str());
    text.strip_prefix('\u{feff}').unwrap_or(text).chars().collect()
}
