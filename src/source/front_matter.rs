//! YAML front matter: metadata at the very top of a text or Markdown file, between lines of `---`.

use std::collections::BTreeMap;

use crate::diagnostic::Code;
use crate::span::Span;

use super::Refusal;
use super::fields::{Fields, Lenient, host};

/// Longer than any front matter; what has no end within it is an article that begins with a ruled line.
const LONGEST: usize = 64 * 1024;

/// A byte order mark.
const MARK: char = '\u{feff}';

/// Names under which publishing programs write each field, the one counting first named first.
const TITLE: &[&str] = &["title", "headline"];
const OUTLET: &[&str] = &["outlet", "publisher", "publication", "site_name", "site", "source"];
const PUBLISHED: &[&str] =
    &["published", "published_at", "date", "pubdate", "publish_date", "date_published"];
const URL: &[&str] = &["url", "link", "canonical", "canonical_url", "source_url", "permalink", "source"];

/// What the front matter of `text` says, and where the text proper begins; that is after the byte order mark
/// where there is no front matter. Fields that mean nothing here are passed over.
///
/// # Errors
/// Where it is not YAML or gives a date that is none, with the place in `text`, byte order mark left out.
pub(super) fn split(text: &str) -> Result<(Fields, usize), (Refusal, Span)> {
    let body = text.strip_prefix(MARK).unwrap_or(text);
    let mark = text.len() - body.len();
    let Some((yaml, end)) = fenced(body) else { return Ok((Fields::default(), mark)) };
    let source = body.get(yaml.start..yaml.end).unwrap_or_default();
    let fields = read(source)
        .map_err(|(refusal, span)| (refusal, Span::new(yaml.start + span.start, yaml.start + span.end)))?;
    Ok((fields, mark + end))
}

/// Where the YAML between the two fences stands, and where the second fence's line ends.
fn fenced(text: &str) -> Option<(Span, usize)> {
    let mut lines = text.split_inclusive('\n');
    let start = lines.next().filter(|line| line.trim_end() == "---")?.len();
    let mut at = start;
    for line in lines {
        if at > LONGEST {
            return None;
        }
        if matches!(line.trim_end(), "---" | "...") {
            let yaml = Span::new(start, at);
            return begins_with_a_key(&text[start..at]).then_some((yaml, at + line.len()));
        }
        at += line.len();
    }
    None
}

/// Whether the first line that says anything is `key: …`: prose between two ruled lines is no front matter.
fn begins_with_a_key(yaml: &str) -> bool {
    let told = yaml.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#'));
    told.and_then(|line| line.split_once(':')).is_some_and(|(key, _)| {
        !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '"' | '\''))
    })
}

fn read(yaml: &str) -> Result<Fields, (Refusal, Span)> {
    let entries: BTreeMap<String, Lenient> =
        serde_saphyr::from_str(yaml).map_err(|error| not_yaml(&error, yaml))?;
    let entries: BTreeMap<String, String> = entries
        .into_iter()
        .filter_map(|(key, value)| Some((key.to_lowercase().replace('-', "_"), value.0?)))
        .collect();
    let first = |names: &[&str]| names.iter().find_map(|name| entries.get(*name)).cloned();
    let outlet = OUTLET.iter().filter_map(|name| entries.get(*name)).find(|o| host(o).is_none()).cloned();
    let url = URL.iter().filter_map(|name| entries.get(*name)).find(|u| host(u).is_some()).cloned();
    let published = match first(PUBLISHED) {
        Some(written) => Some(super::date::normalise(&written).ok_or_else(|| bad_date(&written, yaml))?),
        None => None,
    };
    Ok(Fields { id: first(&["id"]), outlet, title: first(TITLE), published, url, note: first(&["note"]) })
}

fn not_yaml(error: &serde_saphyr::Error, yaml: &str) -> (Refusal, Span) {
    let at = error.location().map_or(0, |location| {
        let line = usize::try_from(location.line()).unwrap_or(1).saturating_sub(1);
        yaml.split_inclusive('\n').take(line).map(str::len).sum()
    });
    let line = yaml.get(at..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let refusal = Refusal::new(
        Code::Syntax,
        "the front matter is not valid YAML",
        "put a value that holds `: ` or begins with a sign into quotation marks, as in `title: \"Prevent: a review\"`",
    );
    (refusal, Span::new(at, at + line.len()))
}

fn bad_date(written: &str, yaml: &str) -> (Refusal, Span) {
    let at = yaml.find(written).unwrap_or(0);
    let len = if yaml.contains(written) { written.len() } else { 0 };
    let refusal = Refusal::new(
        Code::BadDate,
        format!("`{written}` is no date that can be read one way only"),
        "write it as YYYY-MM-DD, or as YYYY-MM or YYYY where the day is not known",
    );
    (refusal, Span::new(at, at + len))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_publishing_programs_write() {
        let text = "\u{feff}---\r\n# by hand\r\nTitle: \"Prevent: a review\"\r\nsource: Sky News\r\n\
                    date: 2025-02-12T10:00:00Z\r\ncanonical-url: https://news.sky.com/1\r\ntags: [a, b]\r\n\
                    id: 17\r\n---\r\nThe man.\r\n";
        let (fields, end) = split(text).unwrap();
        assert_eq!(fields.title.as_deref(), Some("Prevent: a review"));
        assert_eq!(fields.outlet.as_deref(), Some("Sky News"));
        assert_eq!(fields.published.as_deref(), Some("2025-02-12"));
        assert_eq!(fields.url.as_deref(), Some("https://news.sky.com/1"));
        assert_eq!(fields.id.as_deref(), Some("17"));
        assert_eq!(&text[end..], "The man.\r\n");
    }

    #[test]
    fn an_address_is_no_outlet() {
        let (fields, _) = split("---\nsource: https://www.bbc.co.uk/1\n---\n").unwrap();
        assert_eq!((fields.outlet, fields.url.as_deref()), (None, Some("https://www.bbc.co.uk/1")));
    }

    #[test]
    fn ruled_lines_are_no_front_matter() {
        for text in [
            "",
            "The man.",
            "---",
            "---\ntitle: never closed\n",
            "---\nHe said: it was over.\n---\n",
            "---\n\n---\n",
            " ---\ntitle: x\n---\n",
            "----\ntitle: x\n----\n",
        ] {
            assert_eq!(split(text).unwrap(), (Fields::default(), 0), "{text:?}");
        }
        assert_eq!(split("\u{feff}Text").unwrap().1, 3);
    }

    #[test]
    fn problems_have_a_place() {
        let text = "\u{feff}---\noutlet: Sky\ntitle: Prevent: a review\n---\n";
        let (refusal, span) = split(text).unwrap_err();
        assert_eq!(refusal.code, Code::Syntax);
        assert_eq!(&text[3..][span.start..span.end], "title: Prevent: a review");
        let text = "---\ndate: 02/12/2025\n---\n";
        let (refusal, span) = split(text).unwrap_err();
        assert_eq!(refusal.code, Code::BadDate);
        assert_eq!(&text[span.start..span.end], "02/12/2025");
        assert_eq!(split("---\ntitle: a\ntitle: b\n---\n").unwrap_err().0.code, Code::Syntax);
    }
}
