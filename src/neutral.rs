//! Text of others made harmless for where it is shown.
//!
//! Articles come from anywhere. A quote must not move a terminal's cursor or hide text by turning its direction
//! around; it is shown for what it is instead.

use std::borrow::Cow;

/// `text` on one line: runs of white space are one space, and characters that would act rather than show
/// (control characters, escape sequences, direction overrides) are shown as symbols.
///
/// ```
/// assert_eq!(crosscheck::one_line("one\r\n  two\u{1b}[2J"), "one two␛[2J");
/// ```
#[must_use]
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.chars().map(|c| symbol(c).unwrap_or(c)));
    }
    line
}

/// `text` with every character shown: those that act, and those that have no width, which in a name or an id
/// are a riddle. White space stays as wide as it is, a tab being one space.
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    let stand_in = |c| match c {
        '\t' => Some(' '),
        '\u{200b}'..='\u{200f}' | '\u{61c}' | '\u{2028}' | '\u{2029}' | '\u{2060}' | '\u{feff}' => {
            Some('\u{fffd}')
        }
        c => symbol(c),
    };
    if text.chars().any(|c| stand_in(c).is_some()) {
        Cow::Owned(text.chars().map(|c| stand_in(c).unwrap_or(c)).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// What stands for a character that a terminal would act on instead of showing it.
fn symbol(c: char) -> Option<char> {
    match c {
        // Unicode has a picture for each of the 32 control characters, and for delete.
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)),
        '\u{7f}' => Some('\u{2421}'),
        '\u{80}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some('\u{fffd}'),
        _ => None,
    }
}

/// "1 claim", "2 claims".
pub(crate) fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
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
