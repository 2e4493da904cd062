//! From a page to its article: what [`dom_smoothie`], a port of Mozilla's Readability, takes for it.
//!
//! The text of such a source is the extracted one, headline first; offsets and lines count in it, not in the
//! file.

use std::borrow::Cow;

use dom_smoothie::{Config, Readability, TextMode};

use crate::diagnostic::Code;

use super::fields::{Fields, Lenient};
use super::{Refusal, date, page_cost};

/// Pages above this many bytes are refused: a page holds one article, and scoring its parts takes time.
pub(super) const LARGEST: usize = 16 * 1024 * 1024;

/// What is never part of an article's words.
const FURNITURE: &str =
    "script, style, noscript, template, nav, header, footer, aside, form, button, iframe, svg, dialog";

/// What leads away from an article. Readability itself keeps it on pages with few other words.
const NAVIGATION: &str = "nav, aside, dialog, body > footer, [role='navigation'], [role='contentinfo']";

/// What a page says of itself, and its article as plain text.
///
/// # Errors
/// Where it is too large or too deeply nested, or no words are in it.
pub(super) fn read(page: &str) -> Result<(Fields, String), Refusal> {
    if page.len() > LARGEST || page_cost::is_too_much(page) {
        return Err(Refusal::new(
            Code::TooLarge,
            format!(
                "this page is larger than {} MiB, or is nested deeper than {} elements, or is one endless stretch of text",
                LARGEST / (1024 * 1024),
                page_cost::DEEPEST
            ),
            "save the article's text as plain text (.txt) and use that file",
        ));
    }
    let page = &*without_breaks(page);
    let mut reader = readability(page).ok_or_else(no_article)?;
    let mut fields = metadata(&reader);
    reader.doc.select(NAVIGATION).remove();
    let article = reader.parse().ok();
    let body = match &article {
        Some(article) if !article.text_content.trim().is_empty() => article.text_content.trim().to_owned(),
        _ => whole_body(page),
    };
    if body.is_empty() {
        return Err(no_article());
    }
    if let Some(article) = article {
        fields = fields.or(Fields { title: Lenient::from(article.title.as_str()).0, ..Fields::default() });
    }
    let text = with_headline(fields.title.as_deref(), body);
    Ok((fields, text))
}

fn no_article() -> Refusal {
    Refusal::new(
        Code::EmptyText,
        "no article was found in this page",
        "open the page in a browser and save the article's text as plain text (.txt)",
    )
}

fn readability(page: &str) -> Option<Readability> {
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    Readability::new(page, None, Some(config)).ok()
}

fn metadata(reader: &Readability) -> Fields {
    let found = reader.get_article_metadata(reader.parse_json_ld());
    let text = |value: Option<String>| value.and_then(|value| Lenient::from(value.as_str()).0);
    let attribute = |selector: &str, name: &str| {
        reader.doc.select(selector).attr(name).and_then(|value| Lenient::from(&*value).0)
    };
    let meta = |selector: &str| attribute(selector, "content");
    Fields {
        id: None,
        outlet: meta("meta[property='og:site_name']")
            .or_else(|| text(found.site_name))
            .or_else(|| meta("meta[name='application-name']")),
        title: text(Some(found.title)),
        published: text(found.published_time)
            .or_else(|| meta("meta[property='article:published_time']"))
            .or_else(|| {
                meta("meta[name='date'], meta[itemprop='datePublished'], meta[name='DC.date.issued']")
            })
            .or_else(|| attribute("time[datetime]", "datetime"))
            .and_then(|written| date::normalise(&written)),
        url: attribute("link[rel='canonical']", "href")
            .or_else(|| meta("meta[property='og:url']"))
            .or_else(|| text(found.url)),
        note: None,
    }
}

/// All words of a page that Readability finds no article in: a very short one, or a list.
fn whole_body(page: &str) -> String {
    let Some(reader) = readability(page) else { return String::new() };
    reader.doc.select(FURNITURE).remove();
    reader.doc.select("body").formatted_text().trim().to_owned()
}

/// The page without the `<br>` that stand within a sentence: between a word or a comma and a word in lower case.
fn without_breaks(page: &str) -> Cow<'_, str> {
    let bytes = page.as_bytes();
    let mut kept = String::new();
    let mut from = 0;
    for at in memchr::memmem::find_iter(bytes, b"<br").chain(memchr::memmem::find_iter(bytes, b"<BR")) {
        let Some(end) = bytes[at..].iter().take(LONGEST_BREAK).position(|&byte| byte == b'>') else {
            continue;
        };
        let (before, after) = (page[..at].trim_end(), page[at + end + 1..].trim_start());
        let within = at >= from
            && matches!(bytes[at + 3], b'>' | b' ' | b'/')
            && before.ends_with(|c: char| c.is_alphanumeric() || c == ',')
            && after.starts_with(char::is_lowercase);
        if within {
            kept.push_str(&page[from..before.len().max(from)]);
            kept.push(' ');
            from = page.len() - after.len();
        }
    }
    if from == 0 { Cow::Borrowed(page) } else { Cow::Owned(kept + &page[from..]) }
}

/// How many bytes `<br />` has at most, with what some programs write into it.
const LONGEST_BREAK: usize = 32;

/// The headline is part of what an outlet says, but not of what Readability gives.
fn with_headline(title: Option<&str>, body: String) -> String {
    match title {
        Some(title) if !body.lines().take(3).any(|line| line.trim() == title) => format!("{title}\n\n{body}"),
        _ => body,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!DOCTYPE html>
<html lang="en"><head>
<title>Prevent closed case on MP’s killer | Example News</title>
<meta property="og:title" content="Prevent closed case on MP’s killer">
<meta property="og:site_name" content="Example News">
<meta property="article:published_time" content="2025-02-12T11:02:00+00:00">
<link rel="canonical" href="https://www.example.org/news/prevent-1">
<style>p { color: red }</style>
<script>var tracking = "script words";</script>
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World desk</a></li></ul></nav>
<header><a href="/">Example masthead</a></header>
<main><article>
<h1>Prevent closed case on MP’s killer</h1>
<p>The Prevent scheme made a series of errors in its handling of the man who went on to murder the MP, a review
has found, and ministers said on Wednesday that lessons had been learned from what happened.</p>
<p>Ali was given a mentor, who was supposed to meet him seven times, but <b>only one</b> meeting took place, over a
coffee in Croydon, according to the report, which was published after a long delay.</p>
<script>document.write("more script words")</script>
<p>“The programme was allowed to peter out,” the reviewer wrote, adding that the case was closed too soon, that
records were poor, and that responsibilities were blurred between the police and the council.</p>
<table><tr><td>Sessions planned</td><td>7</td></tr><tr><td>Sessions held</td><td>1</td></tr></table>
</article>
<aside class="related"><h2>Related stories</h2><ul>
<li><a href="/a">Unrelated flood story</a></li><li><a href="/b">Unrelated football story</a></li></ul></aside>
</main>
<footer>Copyright notice <a href="/terms">Terms of use</a></footer>
</body></html>"#;

    #[test]
    fn an_article_is_taken_out_of_its_page() {
        let (fields, text) = read(PAGE).unwrap();
        assert_eq!(fields.outlet.as_deref(), Some("Example News"));
        assert_eq!(fields.title.as_deref(), Some("Prevent closed case on MP’s killer"));
        assert_eq!(fields.published.as_deref(), Some("2025-02-12"));
        assert_eq!(fields.url.as_deref(), Some("https://www.example.org/news/prevent-1"));
        assert!(text.starts_with("Prevent closed case on MP’s killer\n\n"), "{text}");
        assert_eq!(text.matches("Prevent closed case").count(), 1, "{text}");
        assert!(text.contains("only one meeting took place"), "{text}");
        for foreign in ["script words", "World desk", "masthead", "flood story", "Terms of use", "color"] {
            assert!(!text.contains(foreign), "{foreign} in {text}");
        }
        assert!(!text.contains("planned7"), "cells are kept apart: {text}");
    }

    #[test]
    fn a_line_broken_within_a_sentence_is_joined() {
        let page = "<p>The dog bit three<br>men in Ulm.<br>It fled.<br><br>a poem<br />\nof two lines</p>";
        assert_eq!(read(page).unwrap().1, "The dog bit three men in Ulm.\nIt fled.\n\na poem of two lines");
    }

    #[test]
    fn json_ld_is_read() {
        let page = r#"<html><head><script type="application/ld+json">{"@context":"https://schema.org",
            "@type":"NewsArticle","headline":"A review","datePublished":"2025-02-12",
            "publisher":{"@type":"Organization","name":"Example Wire"}}</script></head>
            <body><p>Only one session took place.</p></body></html>"#;
        let (fields, text) = read(page).unwrap();
        assert_eq!(fields.outlet.as_deref(), Some("Example Wire"));
        assert_eq!(fields.published.as_deref(), Some("2025-02-12"));
        assert_eq!(text, "A review\n\nOnly one session took place.");
    }

    #[test]
    fn small_pages_and_fragments_are_read_whole() {
        for page in [
            "<p>Only one session took place.",
            "Only one session took place.",
            "<html><body><nav>Menu</nav><div>Only one session took place.</div></body></html>",
        ] {
            assert_eq!(read(page).unwrap().1, "Only one session took place.", "{page}");
        }
    }

    #[test]
    fn pages_without_words_are_refused() {
        for page in ["", "<html><body><script>x()</script></body></html>", "<!-- nothing -->"] {
            assert_eq!(read(page).unwrap_err().code, Code::EmptyText, "{page}");
        }
    }

    #[test]
    fn hostile_pages_do_not_break_the_reader() {
        for tag in ["div", "b", "blockquote", "ul", "table", "font", "a", "svg><path"] {
            let page = |depth: usize| format!("{}words", format!("<{tag}>").repeat(depth));
            assert!(read(&page(100)).is_ok(), "{tag}");
            assert_eq!(read(&page(100_000)).unwrap_err().code, Code::TooLarge, "{tag}");
        }
        for page in ["<".repeat(100_000), "<p>word</p>".repeat(2_000), "<p>".repeat(2_000), "&".repeat(2_000)]
        {
            let _ = read(&page);
        }
    }
}
