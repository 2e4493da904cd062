//! The words of a text as they are compared with another's wording.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::span::Span;

use super::fold::fold;

/// One word of a text, to be compared with another text's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'a> {
    /// Where it stands.
    pub span: Span,
    /// What it is compared as: its [folded](fold) form, never empty.
    pub folded: Cow<'a, str>,
}

/// The words of `text` in order, in one pass and without building a [`Document`](super::Document): what two texts
/// have in common of these is the same wording, whatever the case, quotation marks, white space and punctuation.
///
/// A word is a run of letters and digits. Signs of currency and of percent belong to it, for "£5m" and "$5m" are
/// not the same words; so do accents set apart, soft hyphens and other characters without width.
///
/// ```
/// use crosscheck::text::words;
///
/// let folded: Vec<_> = words("“It’s £5m”, said\n Beyoncé").map(|word| word.folded).collect();
/// assert_eq!(folded, ["it", "s", "£5m", "said", "beyonce"]);
/// ```
#[must_use]
pub fn words(text: &str) -> Words<'_> {
    Words { text, at: 0 }
}

/// The iterator that [`words`] gives.
#[derive(Debug, Clone)]
pub struct Words<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Words<'a> {
    type Item = Word<'a>;

    fn next(&mut self) -> Option<Word<'a>> {
        loop {
            let start = self.at + self.text[self.at..].find(begins)?;
            let length = self.text[start..].find(|c| !continues(c)).unwrap_or(self.text.len() - start);
            self.at = start + length;
            let folded = folded(&self.text[start..self.at]);
            // Some letters are marks on others, and fold to nothing when they stand alone.
            if !folded.is_empty() {
                return Some(Word { span: Span::new(start, self.at), folded });
            }
        }
    }
}

fn folded(word: &str) -> Cow<'_, str> {
    let plain = |b: u8| b.is_ascii() && !b.is_ascii_uppercase();
    if word.bytes().all(plain) { Cow::Borrowed(word) } else { Cow::Owned(fold(word)) }
}

fn begins(c: char) -> bool {
    match c {
        '$' | '%' => true,
        c if c.is_ascii() => c.is_ascii_alphanumeric(),
        // Spaces, dashes and quotation marks, of which no letter comes when they are folded.
        '\u{A0}' | '\u{AD}' | '\u{2000}'..='\u{202F}' | '\u{2032}'..='\u{206F}' => false,
        '\u{A2}'..='\u{A5}' | '\u{20A0}'..='\u{20CF}' | '\u{2030}' | '\u{2031}' => true,
        // "№", "℃" and "㎏" are no letters, but are written with them.
        c => c.is_alphanumeric() || c.nfkd().any(char::is_alphanumeric),
    }
}

fn continues(c: char) -> bool {
    begins(c)
        || !c.is_ascii()
            && (matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
                || is_combining_mark(c))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_of_known_texts() {
        let table: [(&str, &[&str]); 12] = [
            ("", &[]),
            ("… — ‘’ !", &[]),
            ("One\n two", &["one", "two"]),
            ("counter\u{AD}terrorism", &["counterterrorism"]),
            ("zero\u{200B}width", &["zerowidth"]),
            ("Beyonce\u{301}’s", &["beyonce", "s"]),
            ("£5m and $5m", &["£5m", "and", "$5m"]),
            ("5% of 5‰", &["5%", "of", "5‰"]),
            ("1,000.5", &["1", "000", "5"]),
            ("half-hour\u{2011}long", &["half", "hour", "long"]),
            ("20℃, 5㎏", &["20°c", "5kg"]),
            ("\u{FF9E} x", &["x"]),
        ];
        for (text, expected) in table {
            let found: Vec<_> = words(text).map(|word| word.folded).collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn each_word_is_where_it_is_said_to_be(text in any::<String>()) {
            let mut before = 0;
            for word in words(&text) {
                prop_assert!(before <= word.span.start && word.span.start < word.span.end);
                prop_assert_eq!(fold(&text[word.span.start..word.span.end]), word.folded.as_ref());
                before = word.span.end;
            }
        }

        #[test]
        fn how_it_is_set_makes_no_difference(
            words_of in prop::collection::vec("[a-zéß0-9£%]{1,6}", 0..8),
            gap in "[ \n\t,.;:“”’'\"()—–-]{1,3}",
        ) {
            let plain: Vec<_> = words_of.iter().map(|word| fold(word)).collect();
            let text = words_of.iter().map(|word| word.to_uppercase()).collect::<Vec<_>>().join(&gap);
            let found: Vec<_> = words(&text).map(|word| word.folded.into_owned()).collect();
            prop_assert_eq!(found, plain);
        }
    }
}
