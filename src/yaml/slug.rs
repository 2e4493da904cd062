//! Ids in kebab-case.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Whether `id` is in kebab-case: ASCII lower-case letters and digits, in words joined by single hyphens.
#[must_use]
pub(crate) fn is_slug(id: &str) -> bool {
    id.split('-').all(|word| {
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}

/// A text in kebab-case, at most `longest` characters, cut between words where it can be.
///
/// Letters lose their accents; what has no ASCII letter or digit to stand for it is dropped, so that a text
/// in another script gives an empty string.
#[must_use]
pub(crate) fn slug(text: &str, longest: usize) -> String {
    let mut slug = String::new();
    for word in words(text).split_ascii_whitespace() {
        if slug.is_empty() {
            slug.extend(word.chars().take(longest));
        } else if slug.len() + 1 + word.len() <= longest {
            slug.push('-');
            slug.push_str(word);
        } else {
            break;
        }
    }
    slug
}

/// The text's words in ASCII lower-case letters and digits, between spaces.
fn words(text: &str) -> String {
    let mut words = String::new();
    for c in text.nfkd().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => words.push(c),
            '\'' | '’' | 'ʼ' => {}
            _ if is_combining_mark(c) => {}
            _ => words.push_str(ascii(c)),
        }
    }
    words
}

/// The ASCII letters for a letter that does not decompose into one and an accent; a space for all else.
fn ascii(c: char) -> &'static str {
    match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ð' | 'đ' => "d",
        'þ' => "th",
        'ł' => "l",
        'ħ' => "h",
        'ı' => "i",
        'ŋ' => "n",
        _ => " ",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_ascii_and_cut_between_words() {
        for (text, expected) in [
            ("one instead of two", "one-instead-of-two"),
            ("  It didn’t happen: 3.2 km!  ", "it-didnt-happen-3-2-km"),
            ("Žižek’s Ärger in Łódź, Straße", "zizeks-arger-in-lodz-strasse"),
            ("ＦＵＬＬ width ½", "full-width-1-2"),
            ("the mentor was supposed to meet Ali seven times", "the-mentor-was-supposed-to-meet-ali"),
            ("北京", ""),
            ("—", ""),
            (&"x".repeat(99), &"x".repeat(40)),
        ] {
            assert_eq!(slug(text, 40), expected, "{text}");
            assert!(expected.is_empty() || is_slug(expected), "{expected}");
        }
    }

    #[test]
    fn ids_are_kebab_case() {
        for id in ["a", "one-of-seven", "2021", "a-1"] {
            assert!(is_slug(id), "{id}");
        }
        for id in ["", "-", "a-", "-a", "a--b", "A", "a_b", "a b", "é"] {
            assert!(!is_slug(id), "{id}");
        }
    }
}
