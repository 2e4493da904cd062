//! Which format a file is in.

/// How a source's file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// As it stands, front matter aside. Markdown too, whose signs are no words.
    Text,
    /// As a page, whose article is taken out.
    Html,
    /// As captions, of which a transcript is made.
    Captions(Recording),
    /// A source a line.
    JsonLines(Packing),
    /// A source a row, in Parquet.
    Table,
}

/// How the captions of a recording are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Recording {
    /// SubRip, `.srt`.
    SubRip,
    /// WebVTT, `.vtt`.
    WebVtt,
}

/// How a file with a source a line is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    /// Not at all.
    Plain,
    /// By gzip, in one member or several.
    Gzip,
    /// By zstd, in one frame or several.
    Zstd,
}

/// Endings of files with a source a line.
const LINES: [&str; 2] = ["jsonl", "ndjson"];

impl Format {
    /// The format that the name of `file` says; `None` where it says nothing, and the content decides.
    pub(super) fn of_name(file: &str) -> Option<Self> {
        let name = file.rsplit('/').next().unwrap_or(file);
        let (stem, extension) = name.rsplit_once('.')?;
        let extension = extension.to_ascii_lowercase();
        if let Some(packing) = Packing::of_extension(&extension) {
            let (_, packed) = stem.rsplit_once('.')?;
            let has_lines = LINES.iter().any(|lines| packed.eq_ignore_ascii_case(lines));
            return has_lines.then_some(Self::JsonLines(packing));
        }
        match extension.as_str() {
            "txt" | "text" | "md" | "markdown" => Some(Self::Text),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "srt" => Some(Self::Captions(Recording::SubRip)),
            "vtt" => Some(Self::Captions(Recording::WebVtt)),
            "parquet" => Some(Self::Table),
            lines if LINES.contains(&lines) => Some(Self::JsonLines(Packing::Plain)),
            _ => None,
        }
    }

    /// The format of `content`, known by how it begins. Never one with many sources, which only a name can say.
    pub(super) fn of_content(content: &[u8]) -> Self {
        let head = &content[..content.len().min(1024)];
        let head = String::from_utf8_lossy(head).to_ascii_lowercase();
        let head = head.trim_start_matches('\u{feff}').trim_start();
        let is_page = head.starts_with("<!doctype html")
            || head.starts_with("<html")
            || (head.starts_with("<?xml") || head.starts_with("<!--")) && head.contains("<html");
        match () {
            () if is_page => Self::Html,
            () if is_web_vtt(content) => Self::Captions(Recording::WebVtt),
            () => Self::Text,
        }
    }
}

/// Whether `content` begins as WebVTT does.
fn is_web_vtt(content: &[u8]) -> bool {
    let content = content.strip_prefix("\u{feff}".as_bytes()).unwrap_or(content);
    content.strip_prefix(b"WEBVTT").is_some_and(|rest| rest.first().is_none_or(u8::is_ascii_whitespace))
}

impl Packing {
    fn of_extension(extension: &str) -> Option<Self> {
        match extension {
            "gz" => Some(Self::Gzip),
            "zst" => Some(Self::Zstd),
            _ => None,
        }
    }
}

impl Format {
    /// Whether a file has many sources.
    pub(super) fn is_many(self) -> bool {
        matches!(self, Self::JsonLines(_) | Self::Table)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_the_format() {
        let cases = [
            ("a.txt", Some(Format::Text)),
            ("a/b.MD", Some(Format::Text)),
            ("a.HTML", Some(Format::Html)),
            ("a.xhtml", Some(Format::Html)),
            ("a.srt", Some(Format::Captions(Recording::SubRip))),
            ("a.en.VTT", Some(Format::Captions(Recording::WebVtt))),
            ("a.ndjson", Some(Format::JsonLines(Packing::Plain))),
            ("a.jsonl.gz", Some(Format::JsonLines(Packing::Gzip))),
            ("a/b.NDJSON.ZST", Some(Format::JsonLines(Packing::Zstd))),
            ("a.gz", None),
            ("a.txt.gz", None),
            ("a.html/b", None),
            ("a", None),
            ("a.csv", None),
        ];
        for (file, expected) in cases {
            assert_eq!(Format::of_name(file), expected, "{file}");
        }
    }

    #[test]
    fn content_says_the_format_where_the_name_does_not() {
        let pages = ["<!DOCTYPE html><p>", "\u{feff}\n<HTML lang=en>", "<?xml version='1.0'?>\n<html>"];
        for page in pages {
            assert_eq!(Format::of_content(page.as_bytes()), Format::Html, "{page}");
        }
        assert_eq!(Format::of_content(b"WEBVTT - News\n\n"), Format::Captions(Recording::WebVtt));
        for text in ["", "The <html> tag", "<p>A fragment", "WebVTT explained", "WEBVTTS", "{\"text\": 1}"] {
            assert_eq!(Format::of_content(text.as_bytes()), Format::Text, "{text}");
        }
    }
}
