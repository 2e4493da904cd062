//! Telling what a text says from how it is set.

use unicode_normalization::UnicodeNormalization;

/// `text` on one line and without what is only typesetting: runs of white space are one space, quotation marks of every
/// kind and apostrophes are one, dashes are hyphens, `…` is three dots; composed and decomposed letters are alike, and
/// soft hyphens and characters without width are left out. Letters keep their case, and nothing else is changed: texts
/// that differ in a digit, a word or a full stop still do.
///
/// ```
/// use crosscheck::text::without_typesetting;
///
/// assert_eq!(without_typesetting("“It’s  1914–18”\n"), without_typesetting("\"It's 1914-18\""));
/// assert_ne!(without_typesetting("seven"), without_typesetting("Seven"));
/// ```
#[must_use]
pub fn without_typesetting(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.nfc() {
        if c.is_whitespace() {
            gap = true;
            continue;
        }
        if matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}') {
            continue;
        }
        if gap && !plain.is_empty() {
            plain.push(' ');
        }
        gap = false;
        match c {
            // Double or single is the house's style.
            '"' | '\u{2018}'..='\u{201f}' | '\u{2bc}' | '`' | '«' | '»' | '‹' | '›' => plain.push('\''),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => plain.push('-'),
            '…' => plain.push_str("..."),
            c => plain.push(c),
        }
    }
    plain
}

/// Whether `words` stand in `text`, both [without typesetting](without_typesetting), as whole words: "7 sessions" does not
/// stand in "17 sessions", nor "£7" in "£70" or "£7.50".
///
/// ```
/// use crosscheck::text::stands_in;
///
/// assert!(stands_in("all 7 sessions, then", "7 sessions"));
/// assert!(!stands_in("all 17 sessions", "7 sessions"));
/// ```
#[must_use]
pub fn stands_in(text: &str, words: &str) -> bool {
    !words.is_empty()
        && text.match_indices(words).any(|(at, _)| {
            let (before, after) = (&text[..at], &text[at + words.len()..]);
            !runs_on(&mut before.chars().rev(), words.chars().next())
                && !runs_on(&mut after.chars(), words.chars().next_back())
        })
}

/// Whether a word or number that ends in `edge` goes on with `outside`, which is read away from it.
fn runs_on(outside: &mut dyn Iterator<Item = char>, edge: Option<char>) -> bool {
    let Some((edge, next)) = edge.zip(outside.next()) else { return false };
    let divides = |c: char| matches!(c, '.' | ',');
    edge.is_alphanumeric() && next.is_alphanumeric()
        || edge.is_ascii_digit() && divides(next) && outside.next().is_some_and(|c| c.is_ascii_digit())
        || divides(edge) && next.is_ascii_digit()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_stand_where_they_begin_and_end() {
        for (text, words, stands) in [
            ("17 sessions were planned.", "7 sessions were planned.", false),
            ("7 sessions were planned.", "7 sessions were planned.", true),
            ("It cost £70.", "It cost £7", false),
            ("It cost £7.50.", "It cost £7", false),
            ("It cost £7.50.", "It cost £7.", false),
            ("It cost £7. Then", "It cost £7.", true),
            ("It cost £7. Then", "It cost £7", true),
            ("It is 1,7 m", "7 m", false),
            ("He was not here, nothere", "not here", true),
            ("cannot here", "not here", false),
            ("17 sessions and 7 sessions", "7 sessions", true),
            ("anything", "", false),
        ] {
            assert_eq!(stands_in(text, words), stands, "{words} in {text}");
        }
    }

    proptest! {
        #[test]
        fn done_once_is_done(text in any::<String>()) {
            let plain = without_typesetting(&text);
            prop_assert_eq!(without_typesetting(&plain), plain);
        }

        #[test]
        fn setting_it_otherwise_changes_nothing(words in proptest::collection::vec("[a-z0-9]{1,6}", 1..8)) {
            let plain = words.join(" ");
            let set = format!("\n  {}\u{a0}", words.join(" \r\n\t"));
            prop_assert_eq!(without_typesetting(&set), plain);
        }
    }
}
