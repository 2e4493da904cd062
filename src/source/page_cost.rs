//! What reading a page would cost, told without parsing it.
//!
//! Parsing takes time that grows with the square of how deep elements are nested, and of how long a stretch of
//! text with character references (`&amp;`) is. This scan takes none to speak of, and errs only on pages that
//! are broken beyond what browsers make sense of.

use std::collections::BTreeMap;

/// Elements that never nest within themselves: void ones, and those that the next of their kind closes.
const FLAT: [&str; 21] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    "p", "li", "dt", "dd", "tr", "td", "th", "option",
];

/// What is open at one place of a page.
#[derive(Default)]
struct Open {
    depth: usize,
    by_name: BTreeMap<String, usize>,
}

impl Open {
    fn open(&mut self, name: String) {
        self.depth += 1;
        *self.by_name.entry(name).or_insert(0) += 1;
    }

    /// An end tag without its start tag closes nothing.
    fn close(&mut self, name: &str) {
        if let Some(open) = self.by_name.get_mut(name).filter(|open| **open > 0) {
            *open -= 1;
            self.depth -= 1;
        }
    }

    /// In drawings and formulas no element is flat.
    fn in_drawing(&self) -> bool {
        ["svg", "math"].iter().any(|name| self.by_name.get(*name).is_some_and(|&open| open > 0))
    }
}

/// Elements nested deeper than this are too deep; it is where browsers stop nesting, too.
pub(super) const DEEPEST: usize = 512;

/// How many bytes may be copied, about a second's worth: a stretch of text is copied for each reference in it.
const MOST_COPIED: usize = 1 << 36;

/// Whether `page` would take more than a few seconds to read. No page written for people does.
pub(super) fn is_too_much(page: &str) -> bool {
    let mut open = Open::default();
    let mut copied = 0_usize;
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        copied = copied.saturating_add(copies(&rest[..at]));
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if let Some(end) = rest.strip_prefix('/') {
            open.close(&name_of(end));
        } else {
            rest = start_tag(rest, &mut open);
        }
        if open.depth > DEEPEST || copied > MOST_COPIED {
            return true;
        }
    }
    copied.saturating_add(copies(rest)) > MOST_COPIED
}

fn copies(text: &str) -> usize {
    text.bytes().filter(|&b| b == b'&').count().saturating_mul(text.len())
}

/// Takes in the start tag that `rest` begins with, if it does; gives what is to be read next.
fn start_tag<'a>(rest: &'a str, open: &mut Open) -> &'a str {
    let name = name_of(rest);
    if name.is_empty() {
        return rest;
    }
    if matches!(name.as_str(), "script" | "style") {
        return after_end_tag(rest, &name);
    }
    let inside = rest.split(['>', '<']).next().unwrap_or_default();
    let drawing = open.in_drawing();
    if !(drawing && inside.ends_with('/') || !drawing && FLAT.contains(&name.as_str())) {
        open.open(name);
    }
    &rest[inside.len()..]
}

fn name_of(tag: &str) -> String {
    let end = tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len());
    if tag.starts_with(|c: char| c.is_ascii_alphabetic()) {
        tag[..end].to_ascii_lowercase()
    } else {
        String::new()
    }
}

/// What follows the end tag of `name`; nothing where it is missing.
fn after_end_tag<'a>(rest: &'a str, name: &str) -> &'a str {
    let ends =
        |at: usize| rest.get(at + 2..at + 2 + name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name));
    rest.match_indices("</").find(|&(at, _)| ends(at)).map_or("", |(at, _)| &rest[at + 2..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_is_open_at_once() {
        // As many more elements as it takes to be too deep tell how deep the page itself leaves off.
        let depth = |page: &str| {
            let more = (0..=DEEPEST + 1).find(|&more| is_too_much(&(page.to_owned() + &"<b>".repeat(more))));
            DEEPEST + 1 - more.unwrap_or(0)
        };
        let cases = [
            ("", 0),
            ("text < 3 <", 0),
            ("<div><p>one<p>two</div><div>", 1),
            ("<DIV><b><i>x</i></b>", 1),
            ("<div></p><div></span><div>", 3),
            ("<br><img src=a><li><li>", 0),
            ("<script>if (a<b && c<d) '<div><div>'</script>", 0),
            ("<!-- <div><div> -->", 0),
            ("<svg><path><path>", 3),
            ("<svg><path d='' /><path/>", 1),
            ("<div/><div/>", 2),
        ];
        for (page, expected) in cases {
            assert_eq!(depth(page), expected, "{page}");
        }
    }

    #[test]
    fn counts_references_in_text() {
        assert!(is_too_much(&"& ".repeat(800_000)));
        assert!(!is_too_much(&"<p>Bread &amp; butter</p>".repeat(100_000)));
        assert!(!is_too_much(&format!("<script>{}</script>", "a && b; ".repeat(500_000))));
    }
}
