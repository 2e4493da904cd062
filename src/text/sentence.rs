//! Sentences, found block by block.
//!
//! [sentencex](https://docs.rs/sentencex) knows abbreviations and initials but joins a heading with the line
//! after it and keeps a quotation whole, however many sentences it has. So each block is segmented for itself,
//! with its double quotation marks and the line breaks in it blanked out by as many spaces as they have bytes.

use std::borrow::Cow;

use crate::span::Span;

use super::block::blocks;
use super::{Sentence, Token};

/// The sentences of `text`, whose tokens are `tokens`.
pub(super) fn sentences(text: &str, tokens: &[Token]) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut number = 0;
    let mut next_token = 0;
    for block in blocks(text) {
        let before = found.len();
        for span in segment(&text[block.clone()], block.start) {
            let last = next_token + tokens[next_token..].partition_point(|t| t.span.start < span.end);
            if last > next_token {
                let span = tokens[next_token].span.cover(tokens[last - 1].span);
                found.push(Sentence { span, tokens: next_token..last, block: number });
                next_token = last;
            }
        }
        number += usize::from(found.len() > before);
    }
    found
}

/// The sentences of one block, as spans of the whole text that together cover the block.
fn segment(block: &str, block_start: usize) -> Vec<Span> {
    if block.trim().is_empty() {
        return Vec::new();
    }
    let plain = plain(block);
    let mut starts: Vec<usize> = sentencex::get_sentence_boundaries("en", &plain)
        .iter()
        .map(|boundary| boundary.start_byte)
        .map(|start| start + leading_close(block, start))
        .collect();
    starts.retain(|&start| start > 0 && start < block.len());
    starts.insert(0, 0);
    starts.dedup();
    let ends = starts.iter().copied().skip(1).chain([block.len()]);
    starts.iter().zip(ends).map(|(&start, end)| Span::new(block_start + start, block_start + end)).collect()
}

/// How many bytes at `start` still belong to the sentence before: its closing quotation mark.
fn leading_close(block: &str, start: usize) -> usize {
    let Some(rest) = block.get(start..) else { return 0 };
    let close = rest.chars().take_while(|&c| matches!(c, '”' | '»' | '’' | ')')).map(char::len_utf8).sum();
    if close == 0 && rest.starts_with('"') && !block[..start].ends_with(char::is_whitespace) {
        1
    } else {
        close
    }
}

/// The block with spaces for its quotation marks and its line breaks, every other byte where it was.
fn plain(block: &str) -> Cow<'_, str> {
    const BLANKED: [char; 8] = ['"', '“', '”', '„', '«', '»', '\r', '\n'];
    let lines = block.trim_end_matches(['\r', '\n']);
    if !lines.contains(BLANKED) {
        return Cow::Borrowed(block);
    }
    let mut plain = String::with_capacity(block.len());
    for c in lines.chars() {
        if BLANKED.contains(&c) {
            plain.extend(std::iter::repeat_n(' ', c.len_utf8()));
        } else {
            plain.push(c);
        }
    }
    plain.push_str(&block[lines.len()..]);
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use crate::text::Document;

    fn sentences(text: &str) -> Vec<String> {
        let document = Document::new(text);
        document.sentences().iter().map(|sentence| document.slice(sentence.span).to_owned()).collect()
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        for (text, expected) in [
            ("Dr. A. B. Smith left. She said so.", &["Dr. A. B. Smith left.", "She said so."][..]),
            ("A heading\nOne. Two.", &["A heading", "One.", "Two."]),
            (
                "He said: “It failed. We knew.” They left.",
                &["He said: “It failed.", "We knew.”", "They left."],
            ),
            ("It failed at 4.10 a.m. on Tuesday.", &["It failed at 4.10 a.m. on Tuesday."]),
            ("", &[]),
            (" \n\r\n\u{feff}\u{200b}", &[]),
        ] {
            assert_eq!(sentences(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_sentence_goes_on_over_wrapped_lines() {
        let text = "We have seen the records: the barrier was inspected in March\r\n\
                    2031, and it was sound. That is what the council was told by Dr.\r\n\
                    Smith. The agency says that nobody has looked at the barrier\r\n\
                    since.";
        let found = sentences(text);
        assert_eq!(found.len(), 3, "{found:#?}");
        assert!(found[0].ends_with("March\r\n2031, and it was sound."), "{found:#?}");
        assert!(found[1].ends_with("by Dr.\r\nSmith."), "{found:#?}");
    }
}
