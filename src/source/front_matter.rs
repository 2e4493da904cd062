//! YAML front matter: metadata at the very top of a text or Markdown file, between lines of `---`.

use std::collections::BTreeMap;
use std::path::Path;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Input};
use crate::span::Span;
use crate::yaml::{self, Kind, Node};

use super::date;
use super::fields::{Fields, host};

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
/// where there is no front matter. Fields that mean nothing here are passed over. `path` is for problems.
///
/// # Errors
/// All that is wrong with it: that it is not YAML, gives a field twice, or a date that is none.
pub(super) fn split(text: &str, path: &Path) -> Result<(Fields, usize), Diagnostics> {
    let body = text.strip_prefix(MARK).unwrap_or(text);
    let mark = text.len() - body.len();
    let Some((yaml, end)) = fenced(body) else { return Ok((Fields::default(), mark)) };
    // The first fence stays: it begins a document of YAML, and places stay those of the file.
    let input = Input::new(path, body.get(..yaml.end).unwrap_or_default());
    Ok((read(&input)?, mark + end))
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

/// A field's value with its place.
type Value<'a> = (&'a str, Span);

fn read(input: &Input) -> Result<Fields, Diagnostics> {
    let mut problems = Diagnostics::new();
    let documents = yaml::parse(input, &mut problems);
    let values =
        documents.nodes.first().map_or_else(BTreeMap::new, |node| values(node, input, &mut problems));
    let all = |names: &'static [&str]| names.iter().filter_map(|name| values.get(*name).copied());
    let owned = |found: Option<Value<'_>>| found.map(|(text, _)| text.to_owned());
    let fields = Fields {
        id: owned(all(&["id"]).next()),
        outlet: owned(all(OUTLET).find(|(text, _)| host(text).is_none())),
        title: owned(all(TITLE).next()),
        published: all(PUBLISHED).next().and_then(|written| published(written, input, &mut problems)),
        url: owned(all(URL).find(|(text, _)| host(text).is_some())),
        note: owned(all(&["note"]).next()),
    };
    if problems.has_errors() { Err(problems) } else { Ok(fields) }
}

/// The single values of a map that say something, by the names of their keys: lower-case, with `_` for `-`.
fn values<'a>(node: &'a Node, input: &Input, problems: &mut Diagnostics) -> BTreeMap<String, Value<'a>> {
    let mut values = BTreeMap::new();
    let Kind::Map(entries) = &node.kind else { return values };
    for (key, value) in entries {
        let (Kind::Scalar { text: name, .. }, Kind::Scalar { text, .. }) = (&key.kind, &value.kind) else {
            continue;
        };
        if value.is_blank() {
            continue;
        }
        let message = format!("`{name}` is given twice");
        let name = name.to_lowercase().replace('-', "_");
        if values.insert(name, (text.trim(), value.span)).is_some() {
            let problem = Diagnostic::at(Code::DuplicateField, input, key.span, message);
            problems.push(problem.help("keep one of the two"));
        }
    }
    values
}

fn published((written, span): Value<'_>, input: &Input, problems: &mut Diagnostics) -> Option<String> {
    let date = date::normalise(written);
    if date.is_none() {
        let message = format!("`{written}` is no date that can be read one way only");
        let help = "write it as YYYY-MM-DD, or as YYYY-MM or YYYY where the day is not known";
        problems.push(Diagnostic::at(Code::BadDate, input, span, message).help(help));
    }
    date
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn split(text: &str) -> Result<(Fields, usize), Diagnostics> {
        super::split(text, Path::new("a.md"))
    }

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
        let cases = [
            ("\u{feff}---\noutlet: Sky\ntitle: Prevent: a review\n---\n", Code::Syntax, (3, 15)),
            ("---\ndate: 02/12/2025\n---\n", Code::BadDate, (2, 7)),
            ("---\ntitle: a\ntitle: b\n---\n", Code::DuplicateField, (3, 1)),
        ];
        for (text, code, place) in cases {
            let problems = split(text).unwrap_err();
            let found: Vec<_> = problems.iter().map(|p| (p.code(), p.line_column().unwrap())).collect();
            assert_eq!(found.len(), 1, "{problems}");
            assert_eq!((found[0].0, (found[0].1.line, found[0].1.column)), (code, place), "{problems}");
        }
    }
}
