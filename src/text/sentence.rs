//! Sentences, found block by block.
//!
//! [sentencex](https://docs.rs/sentencex) knows abbreviations and initials but joins a heading with the line
//! after it and keeps a quotation whole, however many sentences it has. So each line is segmented for
//! itself, with its double quotation marks blanked out by as many spaces as they have bytes.

use std::borrow::Cow;

use crate::span::Span;

use super::{Sentence, Token};

/// The sentences of `text`, whose tokens are `tokens`; a line is a block.
pub(super) fn sentences(text: &str, tokens: &[Token]) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut block = 0;
    let mut next_token = 0;
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        let before = found.len();
        for span in segment(line, line_start) {
            let last = next_token + tokens[next_token..].partition_point(|t| t.span.start < span.end);
            if last > next_token {
                let span = tokens[next_token].span.cover(tokens[last - 1].span);
                found.push(Sentence { span, tokens: next_token..last, block });
                next_token = last;
            }
        }
        block += usize::from(found.len() > before);
        line_start += line.len();
    }
    found
}

/// The sentences of one line, as spans of the whole text that together cover the line.
fn segment(line: &str, line_start: usize) -> Vec<Span> {
    if line.trim().is_empty() {
        return Vec::new();
    }
    let plain = without_quotation_marks(line);
    let mut starts: Vec<usize> = sentencex::get_sentence_boundaries("en", &plain)
        .iter()
        .map(|boundary| boundary.start_byte)
        .map(|start| start + leading_close(line, start))
        .collect();
    starts.retain(|&start| start > 0 && start < line.len());
    starts.insert(0, 0);
    starts.dedup();
    let ends = starts.iter().copied().skip(1).chain([line.len()]);
    starts.iter().zip(ends).map(|(&start, end)| Span::new(line_start + start, line_start + end)).collect()
}

/// How many bytes at `start` still belong to the sentence before: its closing quotation mark.
fn leading_close(line: &str, start: usize) -> usize {
    let Some(rest) = line.get(start..) else { return 0 };
    let close = rest.chars().take_while(|&c| matches!(c, '”' | '»' | '’' | ')')).map(char::len_utf8).sum();
    if close == 0 && rest.starts_with('"') && !line[..start].ends_with(char::is_whitespace) {
        1
    } else {
        close
    }
}

fn without_quotation_marks(line: &str) -> Cow<'_, str> {
    const MARKS: [char; 6] = ['"', '“', '”', '„', '«', '»'];
    if !line.contains(MARKS) {
        return Cow::Borrowed(line);
    }
    let mut plain = String::with_capacity(line.len());
    for c in line.chars() {
        if MARKS.contains(&c) {
            plain.extend(std::iter::repeat_n(' ', c.len_utf8()));
        } else {
            plain.push(c);
        }
    }
    Cow::Owned(plain)
}
