//! From a file's bytes to text.
//!
//! UTF-8 is kept byte for byte, its byte order mark and line ends included, so that an offset into the text is
//! one into the file. Any other encoding is converted; offsets then count in the converted text.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::{Refusal, binary};

/// How far into a page a `<meta charset>` may stand, as in HTML's own "prescan a byte stream" (1024 bytes).
const PRESCAN: usize = 1024;

/// The text that `bytes` encode. `html` says whether a `<meta charset>` in them counts.
///
/// Tried in turn: a byte order mark; UTF-8; UTF-16 without a mark, known by its zero bytes; UTF-8 with a few
/// damaged places, which become `U+FFFD`; the page's own `<meta charset>`; a guess by [`chardetng`].
pub(super) fn decode(bytes: Vec<u8>, html: bool) -> Result<String, Refusal> {
    if let Some(refusal) = binary::refusal(&bytes) {
        return Err(refusal);
    }
    let text = match String::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => text,
        Ok(text) => decode_other(text.as_bytes(), html),
        Err(error) => decode_other(error.as_bytes(), html),
    };
    if is_binary(&text) {
        return Err(Refusal::not_text(
            "this is binary data, not a text",
            "move it out of the folder of sources, or save its text as UTF-8",
        ));
    }
    Ok(text)
}

fn decode_other(bytes: &[u8], html: bool) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes).filter(|&(encoding, _)| encoding != UTF_8) {
        return decode_as(encoding, &bytes[mark..]);
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        return decode_as(encoding, bytes);
    }
    if bytes.contains(&0) || is_damaged_utf8(bytes) {
        return String::from_utf8_lossy(bytes).into_owned();
    }
    let declared = if html { declared(bytes) } else { None };
    decode_as(declared.unwrap_or_else(|| guess(bytes)), bytes)
}

fn decode_as(encoding: &'static Encoding, bytes: &[u8]) -> String {
    match encoding.decode_without_bom_handling(bytes) {
        (Cow::Borrowed(text), _) => text.to_owned(),
        (Cow::Owned(text), _) => text,
    }
}

/// Text in a Latin script has a zero byte in most of its UTF-16 units, always on the same side.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match head.len() / 2 {
        0 => None,
        units if odd * 2 > units && even * 20 < units => Some(UTF_16LE),
        units if even * 2 > units && odd * 20 < units => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether `bytes` are UTF-8 but for a few places: many more good sequences of several bytes than bad ones.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > 4 * bad
}

/// The encoding a page names in `charset=`, be it in `<meta>` or in an XML declaration's `encoding=`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(PRESCAN)].to_ascii_lowercase();
    [&b"charset"[..], b"encoding"].iter().find_map(|key| {
        let at = head.windows(key.len()).position(|window| window == *key)? + key.len();
        let is_label = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b':' | b'.');
        let rest = head.get(at..)?;
        let start = rest.iter().take(8).position(is_label)?;
        let label: Vec<u8> = rest[start..].iter().copied().take_while(|b| is_label(b)).collect();
        Encoding::for_label(&label).filter(|encoding| encoding.is_ascii_compatible())
    })
}

/// Never fails: every byte means something in the encoding guessed, Windows-1252 in doubt. That sources are
/// mostly English is told by a top-level domain, or a lone pound sign would be taken for a Polish letter.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(Some(b"uk"), Utf8Detection::Deny)
}

/// A zero character, or more than one control or replacement character in a hundred.
fn is_binary(text: &str) -> bool {
    let suspicious =
        |c: char| c == '\u{FFFD}' || c.is_control() && !matches!(c, '\t'..='\r' | '\u{1B}' | '\u{85}');
    let mut bad = 0_usize;
    let mut all = 0_usize;
    for c in text.chars() {
        if c == '\0' {
            return true;
        }
        all += 1;
        bad += usize::from(suspicious(c));
    }
    bad * 100 > all
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use encoding_rs::{SHIFT_JIS, WINDOWS_1251, WINDOWS_1252};

    use super::*;

    const QUOTED: &str =
        "Lord Anderson found “a long string of failings” – and said so. It cost £2.4m, the MP’s family said.";

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
    }

    #[test]
    fn utf8_is_kept_byte_for_byte() {
        for text in ["", "\u{FEFF}A mark.\r\nTwo lines.\r\n", QUOTED, "a\tb\u{C}c"] {
            assert_eq!(decode(text.as_bytes().to_vec(), false).unwrap(), text);
        }
    }

    #[test]
    fn utf16_is_read_with_and_without_a_mark() {
        for big in [false, true] {
            let mut marked = utf16("\u{FEFF}", big);
            marked.extend(utf16(QUOTED, big));
            assert_eq!(decode(marked, false).unwrap(), QUOTED, "big endian: {big}");
            assert_eq!(decode(utf16(QUOTED, big), false).unwrap(), QUOTED, "unmarked, big endian: {big}");
        }
    }

    #[test]
    fn legacy_encodings_are_guessed() {
        for text in [
            QUOTED,
            "The sum of £500 was paid.",
            "He said “no”.",
            "It’s a café.",
            "At 20°C the man’s fiancée left.",
        ] {
            assert_eq!(decode(WINDOWS_1252.encode(text).0.into_owned(), false).unwrap(), text);
        }
        let russian = "Доклад опубликован в среду, сообщает агентство.";
        assert_eq!(decode(WINDOWS_1251.encode(russian).0.into_owned(), false).unwrap(), russian);
        let japanese = "報告書は水曜日に公表された。";
        assert_eq!(decode(SHIFT_JIS.encode(japanese).0.into_owned(), false).unwrap(), japanese);
    }

    #[test]
    fn a_page_may_name_its_encoding() {
        let page = |meta: &str| format!("<html><head>{meta}</head><p>Ћ £500</p>");
        let metas = [
            "<meta charset=\"windows-1251\">",
            "<META http-equiv=Content-Type content='text/html; charset=Windows-1251'>",
        ];
        for meta in metas {
            let bytes = WINDOWS_1251.encode("Ћ").0;
            let text = page(meta);
            let (before, after) = text.split_once('Ћ').unwrap();
            let bytes = [before.as_bytes(), &bytes, b"</p>"].concat();
            assert!(decode(bytes, true).unwrap().contains("Ћ"), "{meta}");
            assert!(after.contains("£500"));
        }
        // What is valid UTF-8 is UTF-8, whatever the page says.
        let text = page("<meta charset=iso-8859-1>");
        assert_eq!(decode(text.clone().into_bytes(), true).unwrap(), text);
    }

    #[test]
    fn a_damaged_place_does_not_turn_utf8_into_gibberish() {
        let mut bytes = QUOTED.as_bytes().to_vec();
        bytes.extend(b"\xE2\x80 and on");
        let text = decode(bytes, false).unwrap();
        assert_eq!(text, format!("{QUOTED}\u{FFFD} and on"));
    }

    #[test]
    fn binary_data_is_refused() {
        let noise: Vec<u8> = (0..5000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        for bytes in [noise, b"text\0with a zero".to_vec(), b"\x01\x02\x03\x04abc".to_vec()] {
            assert!(decode(bytes, false).is_err());
        }
    }
}
