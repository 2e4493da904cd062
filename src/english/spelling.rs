//! British spelling brought to American and abbreviations to what they stand for, so that both match each other.

use std::borrow::Cow;

use super::table::{Table, table};

/// Words that no rule below covers, with their American form.
static SPELLING: Table = table!("spelling");

/// Words cut short, with what they stand for.
static ABBREVIATIONS: Table = table!("abbreviations");

/// Endings with what they become, longest first; the part before must have three letters or more. [`american`] knows their
/// last letters.
const ENDINGS: [(&str, &str); 16] = [
    ("isations", "izations"),
    ("isation", "ization"),
    ("ourings", "orings"),
    ("ouring", "oring"),
    ("oured", "ored"),
    ("ourable", "orable"),
    ("ourite", "orite"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("iser", "izer"),
    ("ises", "izes"),
    ("ours", "ors"),
    ("yses", "yzes"),
    ("ysed", "yzed"),
    ("ise", "ize"),
    ("our", "or"),
];

/// What a folded word that is cut short stands for, or the word itself: "department" for "dept". In names as well.
///
/// ```
/// assert_eq!(crosscheck::english::spelled_out("gov't"), "government");
/// assert_eq!(crosscheck::english::spelled_out("school"), "school");
/// ```
#[must_use]
pub fn spelled_out(word: &str) -> &str {
    ABBREVIATIONS.get(word).unwrap_or(word)
}

/// The American spelling of a folded word.
pub(super) fn american(word: &str) -> Cow<'_, str> {
    if let Some(form) = SPELLING.get(word) {
        return Cow::Borrowed(if form.is_empty() { word } else { form });
    }
    if !matches!(word.as_bytes().last(), Some(b'd' | b'e' | b'g' | b'n' | b'r' | b's')) {
        return Cow::Borrowed(word);
    }
    for (british, ending) in ENDINGS {
        if let Some(start) = word.strip_suffix(british)
            && start.len() >= 3
        {
            return Cow::Owned(format!("{start}{ending}"));
        }
    }
    Cow::Borrowed(word)
}
