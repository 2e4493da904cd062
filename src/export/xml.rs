//! What XML can hold; Graphviz is held to the same, for its pictures are SVG.

use std::borrow::Cow;

/// `text` without what XML 1.0 cannot hold: such characters become U+FFFD. All else stays, line breaks too.
pub(super) fn xml_text(text: &str) -> Cow<'_, str> {
    let forbidden = |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    if text.contains(forbidden) {
        Cow::Owned(text.replace(forbidden, "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}
