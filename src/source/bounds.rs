//! Finding where an article begins and ends by its curator's words.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::Code;
use crate::span::Span;

use super::Refusal;

/// Which of the two could not be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    Begin,
    End,
}

/// The article within `text`, from `body` on: from the first occurrence of `begins_at` up to the first one
/// of `ends_at` after it, white space around it left out.
///
/// # Errors
/// Each of the two that occurs nowhere.
pub(super) fn article(
    text: &str,
    body: usize,
    begins_at: Option<&str>,
    ends_at: Option<&str>,
) -> Result<Span, Vec<(Bound, Refusal)>> {
    let mut missing = Vec::new();
    let begin = begins_at.map_or(Some(body..body), |words| find(text, body, words));
    if begin.is_none() {
        missing.push((Bound::Begin, nowhere("begins_at", begins_at, "the text")));
    }
    let begin = begin.unwrap_or(body..body);
    let end = ends_at.map_or(Some(text.len()), |words| find(text, begin.end, words).map(|found| found.start));
    if end.is_none() {
        let within =
            if begins_at.is_some() && missing.is_empty() { "what follows `begins_at`" } else { "the text" };
        missing.push((Bound::End, nowhere("ends_at", ends_at, within)));
    }
    match end {
        Some(end) if missing.is_empty() => Ok(trimmed(text, Span::new(begin.start, end))),
        _ => Err(missing),
    }
}

fn nowhere(field: &str, words: Option<&str>, within: &str) -> Refusal {
    let words = words.unwrap_or_default().trim();
    Refusal::new(
        Code::WordsNotFound,
        format!("`{field}` is not found: “{words}” occurs nowhere in {within}"),
        "copy the words from the text as they stand there; only white space, quotation marks and dashes may differ",
    )
}

/// `span` without the white space and the invisible characters at its ends.
fn trimmed(text: &str, span: Span) -> Span {
    let blank = |c: char| c.is_whitespace() || c == '\u{feff}';
    let inside = text.get(span.start..span.end).unwrap_or_default();
    let start = span.start + (inside.len() - inside.trim_start_matches(blank).len());
    Span::new(start, start + inside.trim_matches(blank).len())
}

/// Where `words` first stand in `text` at or after `from`.
///
/// Runs of white space are alike, and so are curly and straight quotation marks, dashes and hyphens, composed
/// and decomposed letters; invisible characters are passed over. Case counts. Empty words stand nowhere.
pub(super) fn find(text: &str, from: usize, words: &str) -> Option<Range<usize>> {
    let mut needle: Vec<char> = Vec::new();
    for word in words.split_whitespace() {
        if !needle.is_empty() {
            needle.push(' ');
        }
        word.chars().for_each(|c| canonical(c, &mut needle));
    }
    let first = *needle.first()?;
    let mut letters = Vec::new();
    text.get(from..)?.char_indices().find_map(|(at, c)| {
        letters.clear();
        canonical(c, &mut letters);
        let begins = letters.first() == Some(&first);
        let end = if begins { match_at(text, from + at, &needle, &mut letters) } else { None };
        end.map(|end| from + at..end)
    })
}

/// The end of `needle` in `text` where it stands at `at`; `letters` is scratch space.
fn match_at(text: &str, at: usize, needle: &[char], letters: &mut Vec<char>) -> Option<usize> {
    let mut rest = needle;
    let mut spaced = false;
    for (offset, c) in text[at..].char_indices() {
        if rest.is_empty() {
            return Some(at + offset);
        }
        if c.is_whitespace() {
            if !spaced {
                rest = rest.strip_prefix(&[' '])?;
            }
            spaced = true;
            continue;
        }
        letters.clear();
        canonical(c, letters);
        rest = rest.strip_prefix(letters.as_slice())?;
        spaced = spaced && letters.is_empty();
    }
    rest.is_empty().then_some(text.len())
}

/// Appends what `c` is compared as; nothing for what cannot be seen.
fn canonical(c: char, out: &mut Vec<char>) {
    match c {
        '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => {}
        '\u{2018}'..='\u{201B}' | '\u{02BC}' | '\u{2032}' => out.push('\''),
        '\u{201C}'..='\u{201F}' | '\u{2033}' => out.push('"'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
        '…' => out.extend(['.'; 3]),
        c if c.is_ascii() => out.push(c),
        c => out.extend(std::iter::once(c).nfd()),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn finds_words_written_a_little_differently() {
        let cases = [
            ("Menu\nThe man\n  who killed", "The man who killed", Some("The man\n  who killed")),
            ("He said “no”.", "said \"no\"", Some("said “no”")),
            ("He said \"no\".", "said “no”", Some("said \"no\"")),
            ("the MP’s killer", "MP's killer", Some("MP’s killer")),
            ("a café nearby", "cafe\u{301} nearby", Some("café nearby")),
            ("a cafe\u{301} nearby", "café nearby", Some("cafe\u{301} nearby")),
            ("counter\u{AD}terrorism", "counterterrorism", Some("counter\u{AD}terrorism")),
            ("2014–2016 and on", "2014-2016", Some("2014–2016")),
            ("wait… what", "wait... what", Some("wait… what")),
            ("aab", "ab", Some("ab")),
            ("ends here", "here", Some("here")),
            ("the man", "The man", None),
            ("theman", "the man", None),
            ("the man", "theman", None),
            ("the man", "  ", None),
            ("", "x", None),
        ];
        for (text, words, expected) in cases {
            assert_eq!(find(text, 0, words).map(|r| &text[r]), expected, "{words:?} in {text:?}");
        }
    }

    #[test]
    fn an_article_is_what_lies_between() {
        let text = "\u{feff}Menu. Begin “it” now.\n\nThe end.\nFooter. Menu.";
        let slice = |begin, end| article(text, 3, begin, end).map(|span| &text[span.start..span.end]);
        assert_eq!(slice(None, None).unwrap(), &text[3..]);
        assert_eq!(slice(Some("Begin \"it\""), Some("Footer.")).unwrap(), "Begin “it” now.\n\nThe end.");
        assert_eq!(slice(None, Some("Begin")).unwrap(), "Menu.");
        let missing = |begin, end| {
            let found = slice(begin, end).unwrap_err();
            found.into_iter().map(|(bound, refusal)| (bound, refusal.message)).collect::<Vec<_>>()
        };
        assert_eq!(missing(Some("nope"), Some("neither")).len(), 2);
        let late = missing(Some("Footer"), Some("Begin"));
        assert_eq!(late[0].0, Bound::End);
        assert!(late[0].1.contains("what follows `begins_at`"), "{late:?}");
    }

    #[test]
    fn looks_only_after_the_beginning() {
        assert_eq!(find("end. Text. end.", 4, "end."), Some(11..15));
        assert_eq!(find("end. Text.", 4, "end."), None);
    }
}
