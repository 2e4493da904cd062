//! What is set within a line and is no part of what is said: emphasis and links of Markdown, references to notes.

use crate::span::Span;

use super::address;

/// Looked for its partner so far, in bytes: the words of a link.
const LINK_WORDS: usize = 400;

/// So many bytes of signs may stand before a word.
const MOST_SIGNS: usize = 8;

/// The same, of a reference to a note: "[citation needed]".
const LONGEST_NOTE: usize = 20;

/// Where a sign ends that only decorates and begins at `at`, if one does: the `**` of `**bold**`, the `_` of `_so_`, the `[` and the
/// `](https://…)` of a link, the `[1]` of a note. What stands between blanks or between letters decorates nothing: `5 * 3`, `a_b`, `f**k`.
pub(super) fn end(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    match bytes.get(at)? {
        sign @ (b'*' | b'_') => {
            let end = at + bytes[at..].iter().take_while(|byte| *byte == sign).count();
            let before = text[..at].chars().next_back().is_some_and(|c| !c.is_whitespace());
            let after = text[end..].chars().next().is_some_and(|c| !c.is_whitespace());
            let within = || {
                text[..at].ends_with(char::is_alphanumeric) && text[end..].starts_with(char::is_alphanumeric)
            };
            ((before || after) && !within()).then_some(end)
        }
        b'[' => {
            if let Some(end) = note_end(text, at) {
                return Some(end);
            }
            let rest = &text[at + 1..text.floor_char_boundary(at + LINK_WORDS)];
            let close = rest.find([']', '[', '\n'])?;
            let leads = rest[close..].starts_with("](") && link_end(text, at + 1 + close).is_some();
            leads.then_some(at + 1)
        }
        b']' => link_end(text, at),
        _ => None,
    }
}

/// Where the reference to a note that begins at `at` ends, close to what it is to: "fell.[1]".
fn note_end(text: &str, at: usize) -> Option<usize> {
    let mut before = text[..at].chars().rev();
    let follows = match before.next() {
        Some('.' | ',' | ';' | ':' | '!' | '?' | '”' | '"' | ')' | ']') => true,
        Some(letter) => letter.is_lowercase() && before.next().is_some_and(char::is_alphabetic),
        None => false,
    };
    if !follows {
        return None;
    }
    let rest = &text[at + 1..text.floor_char_boundary(at + LONGEST_NOTE)];
    let (note, _) = rest.split_once(']').filter(|(_, after)| !after.starts_with('('))?;
    let is_number = (1..=3).contains(&note.len()) && note.bytes().all(|byte| byte.is_ascii_digit());
    (is_number || note == "citation needed").then_some(at + note.len() + 2)
}

/// `span` with what decorates its first and its last words.
pub(super) fn around(text: &str, span: Span) -> Span {
    let before = &text[text.floor_char_boundary(span.start.saturating_sub(MOST_SIGNS))..span.start];
    let signs = before.len() - before.trim_end_matches(['*', '_', '[']).len();
    let opens = (span.start - signs..span.start).find(|&at| covers(text, at, span.start));
    let mut closed = span.end;
    while let Some(end) = end(text, closed) {
        closed = end;
    }
    Span::new(opens.unwrap_or(span.start), closed)
}

/// Whether nothing but what decorates stands from `at` up to `to`.
fn covers(text: &str, at: usize, to: usize) -> bool {
    let mut at = at;
    while at < to {
        match end(text, at) {
            Some(end) => at = end,
            None => return false,
        }
    }
    at == to
}

/// Where the link's address ends, with its bracket, whose `](` is at `at`.
fn link_end(text: &str, at: usize) -> Option<usize> {
    if text.as_bytes().get(at..at + 2)? != b"](" {
        return None;
    }
    let end = address::end(text, at + 2)?;
    let rest = &text[end..text.floor_char_boundary(end + LINK_WORDS)];
    Some(end + rest.find([')', '\n']).filter(|&close| rest[close..].starts_with(')'))? + 1)
}

#[cfg(test)]
mod tests {
    use super::super::Document;

    #[test]
    fn what_decorates_is_no_token() {
        let cases: &[(&str, &[&str])] = &[
            ("**Holt** _never_ lied.*", &["Holt", "never", "lied", "."]),
            ("The **Telmo plc** group's £**2.4m**", &["The", "Telmo", "plc", "group's", "£", "2.4", "m"]),
            ("*Titanic*’s crew, _Ash_'s", &["Titanic*’s", "crew", ",", "Ash_'s"]),
            ("5 * 3, 5*3, a_b", &["5", "*", "3", ",", "5", "*", "3", ",", "a", "_", "b"]),
            ("see [the report](https://gov.uk/a_b \"It\"), he", &["see", "the", "report", ",", "he"]),
            ("[sic] and [1](the man)", &["[", "sic", "]", "and", "[", "1", "]", "(", "the", "man", ")"]),
            (
                "It fell.[1][23] See [2], x[i]",
                &["It", "fell", ".", "See", "[", "2", "]", ",", "x", "[", "i", "]"],
            ),
            ("x[5], “[13]", &["x", "[", "5", "]", ",", "“", "[", "13", "]"]),
            ("[a\nb](/c)", &["[", "a", "b"]),
        ];
        for (text, expected) in cases {
            let document = Document::new(*text);
            let found: Vec<&str> = document.tokens().iter().map(|t| document.slice(t.span)).collect();
            assert_eq!(found, *expected, "{text}");
        }
    }
}
