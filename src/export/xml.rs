//! What XML can hold; Graphviz is held to the same, for its pictures are SVG.

use std::borrow::Cow;

use quick_xml::escape::{escape, partial_escape};

/// `text` without what XML 1.0 cannot hold: such characters become U+FFFD. All else stays, line breaks too.
pub(super) fn xml_text(text: &str) -> Cow<'_, str> {
    let forbidden = |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    if text.contains(forbidden) {
        Cow::Owned(text.replace(forbidden, "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// `text` for the inside of an element. A reader would turn a carriage return into a line feed; as a reference
/// it stays.
pub(super) fn inside(text: &str) -> String {
    partial_escape(xml_text(text)).replace('\r', "&#13;")
}

/// `text` for an attribute's value. A reader would turn each line break and tab into a space; as references they
/// stay.
pub(super) fn attribute(text: &str) -> String {
    escape(xml_text(text)).replace('\r', "&#13;").replace('\n', "&#10;").replace('\t', "&#9;")
}
