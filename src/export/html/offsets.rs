//! Offsets as JavaScript counts them.

use crate::span::Span;

/// Turns byte offsets into a UTF-8 text into offsets in UTF-16 code units.
#[derive(Debug, Default)]
pub(super) struct Utf16 {
    /// The end of each character that is not ASCII, in bytes, with how many more bytes than units there are up to it.
    surplus: Vec<(usize, usize)>,
}

impl Utf16 {
    pub(super) fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self::default();
        }
        let mut more = 0;
        let wide = text.char_indices().filter(|(_, c)| !c.is_ascii()).map(|(at, c)| {
            more += c.len_utf8() - c.len_utf16();
            (at + c.len_utf8(), more)
        });
        Self { surplus: wide.collect() }
    }

    /// Where the byte offset `at` is.
    pub(super) fn at(&self, at: usize) -> usize {
        let before = self.surplus.partition_point(|&(end, _)| end <= at);
        let surplus = before.checked_sub(1).and_then(|last| self.surplus.get(last));
        at - surplus.map_or(0, |&(_, more)| more)
    }

    pub(super) fn span(&self, span: Span) -> [usize; 2] {
        [self.at(span.start), self.at(span.end)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn every_boundary_is_where_the_encoded_text_has_it(text in "[a-zé“🙂\\n]{0,40}") {
            let offsets = Utf16::new(&text);
            for at in (0..=text.len()).filter(|&at| text.is_char_boundary(at)) {
                proptest::prop_assert_eq!(offsets.at(at), text[..at].encode_utf16().count());
            }
        }
    }
}
