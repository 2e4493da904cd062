//! Blocks of text: paragraphs, headings, list items.
//!
//! In most articles a line is a block. In hard-wrapped ones (mail, agency copy, Markdown) a sentence goes on from
//! line to line, and a break there means nothing.

use std::ops::Range;

/// No text is wrapped wider than this, in characters; longer lines are whole paragraphs.
const WIDEST: usize = 120;
/// Below this width, lines are short of themselves: names, headings, lists.
const NARROWEST: usize = 40;
/// How many lines, all nearly as wide as the widest, show that a text is wrapped.
const EVIDENT: usize = 2;
/// From this width on, a line without a full stop may go on in a small letter below, in any text.
const UNFINISHED: usize = 25;

/// The blocks of `text`, as byte ranges that together cover it; blank lines belong to none but are covered.
///
/// A break is taken for a wrap where the first word below would not have fitted above, in a text that has a
/// width to fit into, and where a line that is no short one stops without punctuation and goes on in a small
/// letter.
pub(super) fn blocks(text: &str) -> Vec<Range<usize>> {
    let lines: Vec<Line<'_>> = text.split_inclusive('\n').map(Line::new).collect();
    let width = wrapped_at(&lines);
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for (index, line) in lines.iter().enumerate() {
        let end = start + line.bytes;
        let above = index.checked_sub(1).and_then(|above| lines.get(above));
        match (blocks.last_mut(), above) {
            (Some(block), Some(above)) if above.goes_on_in(line, width) => block.end = end,
            _ => blocks.push(start..end),
        }
        start = end;
    }
    blocks
}

/// A line with what decides whether it goes on.
struct Line<'a> {
    /// Its length, the break included.
    bytes: usize,
    /// Without the white space around it.
    text: &'a str,
    /// Characters of `text`.
    width: usize,
}

impl<'a> Line<'a> {
    fn new(line: &'a str) -> Self {
        let text = line.trim();
        Self { bytes: line.len(), text, width: text.chars().count() }
    }

    /// Whether `below`, the next line, belongs to the same block; `width` is what the text is wrapped at.
    fn goes_on_in(&self, below: &Self, width: Option<usize>) -> bool {
        if self.text.is_empty() || below.text.is_empty() || self.text.starts_with('#') || below.begins_item()
        {
            return false;
        }
        let first = below.text.split_whitespace().next().unwrap_or_default().chars().count();
        let would_not_fit = |width| self.width <= width && self.width + 1 + first > width;
        width.is_some_and(would_not_fit) || self.is_unfinished() && below.text.starts_with(char::is_lowercase)
    }

    fn is_unfinished(&self) -> bool {
        (UNFINISHED..=WIDEST).contains(&self.width)
            && self.text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '-' | '–' | '—'))
    }

    /// Whether it begins a list item, a heading, a quotation or a row of a table.
    fn begins_item(&self) -> bool {
        let bullet = ['-', '*', '+', '•', '‣', '◦', '·', '#', '>', '|', '=', '_', '~'];
        let after_digits = self.text.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = self.text.len() - after_digits.len();
        self.text.starts_with(bullet)
            || (1..=3).contains(&digits) && (after_digits.starts_with(". ") || after_digits.starts_with(") "))
    }
}

/// The width that `lines` are wrapped at, if they are.
fn wrapped_at(lines: &[Line<'_>]) -> Option<usize> {
    let (short, long): (Vec<&Line<'_>>, Vec<&Line<'_>>) = lines.iter().partition(|line| line.width <= WIDEST);
    let bytes = |lines: &[&Line<'_>]| lines.iter().map(|line| line.bytes).sum::<usize>();
    let width = short.iter().map(|line| line.width).max().filter(|&width| width >= NARROWEST)?;
    let full = lines.windows(2).filter(|pair| match pair {
        [line, below] => {
            (width - width / 4..=width).contains(&line.width)
                && !below.text.is_empty()
                && line.is_unfinished()
        }
        _ => false,
    });
    (bytes(&long) <= bytes(&short) && full.count() >= EVIDENT).then_some(width)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        blocks(text).into_iter().map(|block| text[block].trim()).filter(|block| !block.is_empty()).collect()
    }

    #[test]
    fn a_line_is_a_block_unless_the_text_is_wrapped() {
        let paragraph = "The barrier was inspected in March 2031. ".repeat(5);
        let text = format!("Flood report\nBy Anna Smith\n{paragraph}\n{paragraph}\r\nMilk\nEggs\n\nbread");
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        assert_eq!(texts(&text), lines);
    }

    #[test]
    fn wrapped_lines_are_one_block() {
        let text = "# A heading that is rather long for what it says\n\
                    The rivers agency has shown us its records: the barrier was\n\
                    inspected in March\n\
                    \n\
                    The gate at the eastern end of the barrier failed at 04:10 on\n\
                    2 November, and 214 homes were flooded in Aldmoor before the\n\
                    Northern rivers agency could close the other ones. Nobody had\n\
                    been hurt.\r\n\
                    - The council says that it will ask for a public inquiry, as\n\
                    the residents do.\n\
                    - 2. More\n";
        let found = texts(text);
        assert_eq!(found.len(), 5, "{found:#?}");
        assert!(found[1].ends_with("was\ninspected in March"));
        assert!(found[2].starts_with("The gate") && found[2].ends_with("been hurt."));
        assert!(found[3].ends_with("as\nthe residents do."));
    }

    #[test]
    fn blocks_cover_the_text() {
        for text in ["", "\n", "a\n\nb", "\r\n\r\n", "a line that stops here in mid-sentence,\nand goes on"] {
            let blocks = blocks(text);
            let covered: String = blocks.iter().map(|block| &text[block.clone()]).collect();
            assert_eq!(covered, text);
        }
    }
}
