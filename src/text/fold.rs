//! Folding: one form for all ways of writing the same letters.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Appends to `out` the folded form of `word`: lower case, compatibility letters and ligatures resolved,
/// accents and soft hyphens left out, every apostrophe `'`.
pub(super) fn fold_into(word: &str, out: &mut String) {
    if word.is_ascii() {
        out.extend(word.chars().map(|c| c.to_ascii_lowercase()));
        return;
    }
    for c in word.nfkd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase) {
        match c {
            '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{2032}' | '\u{02BC}' | '`' => out.push('\''),
            '\u{00AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => {}
            'ß' => out.push_str("ss"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' => out.push('d'),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ı' => out.push('i'),
            // Lower-casing may yield a combining mark of its own, as in "İ".
            c if is_combining_mark(c) => {}
            c => out.push(c),
        }
    }
}

/// The folded form of `word`, as tokens of a [`Document`](super::Document) carry it.
///
/// ```
/// assert_eq!(crosscheck::text::fold("Beyonce\u{301}"), crosscheck::text::fold("Beyoncé"));
/// ```
#[must_use]
pub fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    fold_into(word, &mut out);
    out
}
