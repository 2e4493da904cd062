//! Text from sources made harmless for where it is shown.
//!
//! Articles come from anywhere. A quote must not move a terminal's cursor, hide text by turning its direction
//! around, or break an XML file; it is shown for what it is instead.

use std::borrow::Cow;

/// `text` on one line: runs of white space are one space, and characters that would act rather than show
/// (control characters, escape sequences, direction overrides) are shown as symbols.
///
/// ```
/// assert_eq!(crosscheck::export::one_line("one\r\n  two\u{1b}[2J"), "one two␛[2J");
/// ```
#[must_use]
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.chars().map(visible));
    }
    line
}

/// The character itself, or a symbol for one that acts.
fn visible(c: char) -> char {
    match c {
        // Unicode has a picture for each of the 32 control characters, and for delete.
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        c => c,
    }
}

/// `text` without what XML 1.0 cannot hold: such characters become U+FFFD. All else stays, line breaks too.
pub(super) fn xml_text(text: &str) -> Cow<'_, str> {
    let forbidden = |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    if text.contains(forbidden) {
        Cow::Owned(text.replace(forbidden, "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn nothing_that_acts_is_left(text in any::<String>()) {
            let line = one_line(&text);
            prop_assert!(!line.contains(|c: char| c.is_control()), "{line:?}");
            prop_assert_eq!(one_line(&line), line);
        }
    }
}
