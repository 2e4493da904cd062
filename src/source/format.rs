//! Which format a file is in.

/// How a source's file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// As it stands, front matter aside. Markdown too: its marks are punctuation, its words are words.
    Text,
    /// As a page, whose article is taken out.
    Html,
    /// A source a line.
    JsonLines,
}

impl Format {
    /// The format that the name of `file` says; `None` where it says nothing, and the content decides.
    pub(super) fn of_name(file: &str) -> Option<Self> {
        let name = file.rsplit('/').next().unwrap_or(file);
        let (_, extension) = name.rsplit_once('.')?;
        match extension.to_ascii_lowercase().as_str() {
            "txt" | "text" | "md" | "markdown" => Some(Self::Text),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "jsonl" | "ndjson" => Some(Self::JsonLines),
            _ => None,
        }
    }

    /// The format of `content`, known by how it begins. Never [`Format::JsonLines`], which only a name can say.
    pub(super) fn of_content(content: &[u8]) -> Self {
        let head = &content[..content.len().min(1024)];
        let head = String::from_utf8_lossy(head).to_ascii_lowercase();
        let head = head.trim_start_matches('\u{feff}').trim_start();
        let is_page = head.starts_with("<!doctype html")
            || head.starts_with("<html")
            || (head.starts_with("<?xml") || head.starts_with("<!--")) && head.contains("<html");
        if is_page { Self::Html } else { Self::Text }
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
            ("a.ndjson", Some(Format::JsonLines)),
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
        for text in ["", "The <html> tag", "<p>A fragment", "{\"text\": 1}"] {
            assert_eq!(Format::of_content(text.as_bytes()), Format::Text, "{text}");
        }
    }
}
