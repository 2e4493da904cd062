//! Web addresses: one token each, so that their parts are not taken for words of the text.

/// Longer addresses are cut, in bytes; browsers take no more than this either way.
const LONGEST: usize = 4096;

/// Where the address that begins at `at` ends, if one does: after `http://`, `https://` or `www.`, or as the target
/// of a Markdown link, `[words](/news/article)`.
pub(super) fn end(text: &str, at: usize) -> Option<usize> {
    // Looked at for every token: the first byte settles most of them.
    let first = text.as_bytes().get(at)?;
    if !first.is_ascii() {
        return None;
    }
    let is_target = at >= 2 && text.as_bytes().get(at - 2..at) == Some(b"](");
    if is_target {
        return target_end(text, at);
    }
    if !matches!(first, b'h' | b'H' | b'w' | b'W') {
        return None;
    }
    let rest = text.get(at..text.floor_char_boundary(at + LONGEST))?;
    let begins = |start: &str| rest.get(..start.len()).is_some_and(|s| s.eq_ignore_ascii_case(start));
    let start = ["http://", "https://", "www."].into_iter().find(|start| begins(start))?;
    let length = trimmed_length(&rest[..rest.find(ends_address).unwrap_or(rest.len())]);
    (length > start.len()).then_some(at + length)
}

fn ends_address(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '<' | '>' | '"' | '“' | '”' | '‘' | '’' | '«' | '»' | '`' | '|')
}

/// The length of `address` without the punctuation of the sentence around it; a bracket that is opened in the
/// address belongs to it.
fn trimmed_length(address: &str) -> usize {
    let mut address = address;
    if let Some(at) = address.find(")(").or_else(|| address.find("](")) {
        address = &address[..at];
    }
    loop {
        let trimmed =
            address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', ']', '}', '…', '—', '–']);
        let unopened = trimmed.ends_with(')') && trimmed.matches(')').count() > trimmed.matches('(').count();
        let trimmed = if unopened { &trimmed[..trimmed.len() - 1] } else { trimmed };
        if trimmed.len() == address.len() {
            return address.len();
        }
        address = trimmed;
    }
}

/// A link's target ends at its bracket, or before its title; `[sic](the man)` has none.
fn target_end(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..text.floor_char_boundary(at + LONGEST))?;
    let (length, end) = rest.char_indices().find(|&(_, c)| c == ')' || c.is_whitespace())?;
    let target = &rest[..length];
    let titled = end == ' ' && rest[length..].trim_start_matches(' ').starts_with(['"', '\'']);
    let is_address = target.contains(['/', '#', ':', '@']);
    (is_address && (end == ')' || titled)).then_some(at + length)
}

#[cfg(test)]
mod tests {
    use super::super::{Document, TokenKind};

    #[test]
    fn addresses_are_one_symbol() {
        let cases: &[(&str, &[&str])] = &[
            ("see https://www.bbc.co.uk/news/uk-1.", &["https://www.bbc.co.uk/news/uk-1"]),
            ("(www.sky.com)", &["www.sky.com"]),
            ("<HTTP://A.B/C>", &["HTTP://A.B/C"]),
            ("https://en.wikipedia.org/wiki/Ali_(name), he", &["https://en.wikipedia.org/wiki/Ali_(name)"]),
            // Where a link leads is not said.
            ("[the report](https://gov.uk/report) said", &[]),
            ("[the report](/report.html \"Title\") said", &[]),
            ("[the man][1](#note)", &[]),
            ("[sic](the man) www. http:// whttp://x wwwx", &[]),
            ("https://a.b?q=“x”", &["https://a.b?q="]),
        ];
        for (text, expected) in cases {
            let document = Document::new(*text);
            let symbols =
                document.tokens().iter().filter(|t| t.kind == TokenKind::Symbol && t.span.len() > 1);
            let found: Vec<&str> = symbols.map(|t| document.slice(t.span)).collect();
            assert_eq!(found, *expected, "{text}");
        }
    }
}
