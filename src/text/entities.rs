//! Characters that a text names, as HTML does: "Marks &amp; Spencer", "didn&#39;t". Texts taken from pages or feeds have them left over.

use std::borrow::Cow;

use quick_xml::escape::resolve_html5_entity;

/// How many bytes the name of a character has at most, `&` and `;` included: `&CounterClockwiseContourIntegral;` is of no text.
const LONGEST: usize = 12;

/// Two bytes, and three, that belong to the character before and say nothing: a soft hyphen, a joiner.
const TWO: &str = "\u{AD}";
const THREE: &str = "\u{200D}";

/// `text` with each character in the place of its name, and as long: what is left of the name is filled with what says nothing, so that
/// every place in it is the same place in `text`. A name within another ("&amp;#39;") is one.
pub(super) fn resolved(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let mut found =
        memchr::memchr_iter(b'&', bytes).filter_map(|at| named(text, at).map(|named| (at, named))).peekable();
    if found.peek().is_none() {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    for (at, (c, length)) in found {
        // One that another was within.
        if at < plain.len() {
            continue;
        }
        plain.push_str(&text[plain.len()..at]);
        fill(c, length, &mut plain);
    }
    plain.push_str(&text[plain.len()..]);
    Cow::Owned(plain)
}

/// The character named at `at`, and how many bytes its name has; `None` where that is none, or would not fit in its place.
fn named(text: &str, at: usize) -> Option<(char, usize)> {
    let name = name(&text[at..])?;
    let after = at + name.len();
    if name == "&amp;"
        && let Some(end) = end_of_name(&text[after..])
        && let Some(c) = resolve(&text[after..=after + end])
    {
        // "&amp;#39;"
        return fits(c, name.len() + end + 1);
    }
    fits(resolve(&name[1..])?, name.len())
}

/// What begins `text`, from its `&` up to the next `;`, where that may be a name.
fn name(text: &str) -> Option<&str> {
    end_of_name(text).map(|end| &text[..=end])
}

/// Where the `;` stands with which a name ends, if one begins `text`.
fn end_of_name(text: &str) -> Option<usize> {
    memchr::memchr(b';', text.as_bytes().get(..LONGEST.min(text.len()))?)
}

/// The character that `name`, without its `&`, stands for.
fn resolve(name: &str) -> Option<char> {
    let name = name.strip_suffix(';')?;
    let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
    match name.strip_prefix('#') {
        Some(digits) => match digits.strip_prefix(['x', 'X']) {
            Some(digits) => number(digits, 16),
            None => number(digits, 10),
        },
        None => {
            let mut written = resolve_html5_entity(name)?.chars();
            written.next().filter(|_| written.next().is_none())
        }
    }
}

/// A character that can stand in a place of so many bytes: there must be two to fill, or none. A hyphen would join what it parts.
fn fits(c: char, length: usize) -> Option<(char, usize)> {
    let left = length.checked_sub(c.len_utf8())?;
    (left != 1 && c != '-').then_some((c, length))
}

/// Writes `c` in a place of `length` bytes.
fn fill(c: char, length: usize, plain: &mut String) {
    if c.is_whitespace() || c.is_control() {
        plain.extend(std::iter::repeat_n(' ', length));
        return;
    }
    let left = length - c.len_utf8();
    let threes = left % 2;
    let filling = THREE.repeat(threes) + &TWO.repeat((left - 3 * threes) / 2);
    // Within a word a letter must follow an apostrophe.
    let inside = matches!(c, '\'' | '’') && plain.chars().next_back().is_some_and(char::is_alphanumeric);
    if inside {
        plain.push_str(&filling);
        plain.push(c);
    } else {
        plain.push(c);
        plain.push_str(&filling);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Document;

    #[test]
    fn what_a_text_names_stands_in_its_place() {
        for (text, words) in [
            ("Marks &amp; Spencer", &["marks", "&", "spencer"][..]),
            ("didn&#39;t", &["didn't"]),
            ("didn&amp;#39;t", &["didn't"]),
            ("The firm&rsquo;s", &["the", "firm"]),
            ("&pound;300", &["£", "300"]),
            ("10&nbsp;days", &["10", "days"]),
            ("caf&eacute;", &["cafe"]),
            ("&quot;Yes,&quot; he", &["\"", "yes", ",", "\"", "he"]),
            ("3&ndash;5", &["3", "–", "5"]),
            ("R&D; AT&T", &["r", "&", "d", ";", "at", "&", "t"]),
            ("a &nosuchname; b", &["a", "&", "nosuchname", ";", "b"]),
        ] {
            let document = Document::new(text);
            let read: Vec<&str> = (0..document.tokens().len()).map(|i| document.folded(i)).collect();
            assert_eq!(read, words, "{text}");
            assert_eq!(resolved(text).len(), text.len(), "{text}");
            let written: String = document.tokens().iter().map(|token| document.slice(token.span)).collect();
            assert!(text.replace(' ', "").replace("&nbsp;", "") == written, "{text}: {written}");
        }
        for text in [
            "&amp;",
            "&amp;amp;",
            "&amp;amp;amp;",
            "&;",
            "&#;",
            "&#x;",
            "&#0;",
            "&#10;",
            "é&é;é",
            "&amp;é;",
            "&#55296;",
            "&#x2019;",
            "&",
        ] {
            assert_eq!(resolved(text).len(), text.len(), "{text}");
        }
    }
}
