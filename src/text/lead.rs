//! What leads up to a sentence without being part of what it says: a dateline ("LONDON (Reuters) -"), a speaker's name before a
//! colon ("JONES:"), a time ("\[00:01:15\]"), a heading's, a quotation's or a dialogue's sign, a word that only joins it to the
//! one before ("However,"); and the quotation marks around it.

use std::ops::Range;

use super::{Case, Token, TokenKind};

/// Words that only join a sentence to what stands before it.
const JOINING: [&str; 2] = ["and", "but"];

/// The same, where a comma follows.
const JOINING_WITH_COMMA: [&str; 19] = [
    "additionally",
    "also",
    "besides",
    "consequently",
    "furthermore",
    "however",
    "indeed",
    "likewise",
    "meanwhile",
    "moreover",
    "nevertheless",
    "nonetheless",
    "separately",
    "similarly",
    "so",
    "still",
    "therefore",
    "thus",
    "yet",
];

/// The same in several words.
const JOINING_PHRASES: [&[&str]; 6] = [
    &["in", "addition", ","],
    &["in", "fact", ","],
    &["of", "course", ","],
    &["as", "a", "result", ","],
    &["at", "the", "same", "time", ","],
    &["for", "example", ","],
];

/// Words in capitals that say something of what follows, and lead up to nothing: "NEVER: ...", "FALSE – ...".
const SAYING: [&str; 22] = [
    "cannot", "debunked", "denied", "fact", "fake", "false", "hoax", "if", "myth", "neither", "never", "no",
    "nobody", "none", "nor", "not", "nothing", "refuted", "true", "untrue", "without", "wrong",
];

/// A dateline has so many tokens at most: "PORT-AU-PRINCE, Haiti, Feb. 3 (AP) —".
const DATELINE: usize = 18;

/// A speaker's name has so many words at most.
const SPEAKER: usize = 4;

/// The tokens of what a sentence says, of those of the whole sentence, counted from its first: never none. `begins` says whether it
/// begins a paragraph.
pub(super) fn said(text: &str, tokens: &[Token], begins: bool) -> Range<usize> {
    let mut start = signs(text, tokens, 0);
    if begins {
        start = signs(text, tokens, time(text, tokens, start));
        let lead = dateline(text, tokens, start).or_else(|| speaker(text, tokens, start));
        start = lead.map_or(start, |lead| signs(text, tokens, lead));
    }
    start = joining(text, tokens, start);
    let closing = tokens.iter().rev().take_while(|token| is_quotation_mark(text, token)).count();
    let end = tokens.len() - closing;
    let says = |at: usize| tokens[at].kind != TokenKind::Punctuation;
    if (start..end).any(says) { start..end } else { 0..tokens.len() }
}

fn written<'t>(text: &'t str, tokens: &[Token], at: usize) -> &'t str {
    tokens.get(at).map_or("", |token| &text[token.span.start..token.span.end])
}

fn is_quotation_mark(text: &str, token: &Token) -> bool {
    matches!(&text[token.span.start..token.span.end], "\"" | "“" | "”" | "„" | "«" | "»")
}

/// Past the signs at `at`. The apostrophe of a year is none: "’09".
fn signs(text: &str, tokens: &[Token], at: usize) -> usize {
    let is_sign = |at: usize| match written(text, tokens, at) {
        "\"" | "“" | "„" | "«" | "#" | ">" | "–" | "—" => true,
        "-" => !glues(tokens, at + 1),
        "'" | "‘" | "`" => {
            tokens.get(at + 1).is_some_and(Token::is_word) && written(text, tokens, at + 1) != "s"
        }
        _ => false,
    };
    (at..tokens.len()).find(|&at| !is_sign(at)).unwrap_or(tokens.len())
}

fn glues(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.glued)
}

/// Past a time of a recording at `at`: "[00:01:15]", "(1:15)", "00:01:15".
fn time(text: &str, tokens: &[Token], at: usize) -> usize {
    let close = match written(text, tokens, at) {
        "[" => "]",
        "(" => ")",
        _ => "",
    };
    let first = at + close.len();
    let is_number = |at: usize| tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number);
    let mut end = first + 1;
    while is_number(first) && written(text, tokens, end) == ":" && glues(tokens, end) && is_number(end + 1) {
        end += 2;
    }
    let colons = (end - first) / 2;
    let closed = close.is_empty() || written(text, tokens, end) == close;
    let least = if close.is_empty() { 2 } else { 1 };
    if colons >= least && closed { end + close.len() } else { at }
}

/// Past the dash of a dateline at `at`: a place in capitals, or one with an agency in brackets after it, and whatever else of places and
/// dates, none of it in small letters.
fn dateline(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let is_dash = |at: usize| {
        let dash = matches!(written(text, tokens, at), "–" | "—") || written(text, tokens, at) == "-";
        let double = written(text, tokens, at) == "-" && written(text, tokens, at + 1) == "-";
        dash && (double || !glues(tokens, at) || !glues(tokens, at + 1))
    };
    let reach = tokens.len().min(at + DATELINE);
    let dash = (at + 1..reach).find(|&at| is_dash(at))?;
    let fits = |token: &Token| match token.kind {
        TokenKind::Word => token.case != Case::Lower,
        TokenKind::Number => true,
        TokenKind::Punctuation => {
            matches!(&text[token.span.start..token.span.end], "," | "." | "(" | ")" | "[" | "]" | "/" | "-")
        }
        TokenKind::Symbol => false,
    };
    let lead = tokens.get(at..dash)?;
    let shouted = lead[0].case == Case::Upper;
    let credited = lead[0].is_word() && written(text, tokens, dash - 1) == ")";
    let next = dash + 1 + usize::from(written(text, tokens, dash + 1) == "-");
    let goes_on = tokens.get(next).is_some_and(|token| {
        token.case != Case::Lower || token.kind == TokenKind::Number || is_quotation_mark(text, token)
    });
    ((shouted || credited) && goes_on && lead.iter().all(fits) && !says(text, lead)).then_some(next)
}

/// Past what joins a sentence to the one before at `at`: "However,", "And".
fn joining(text: &str, tokens: &[Token], at: usize) -> usize {
    let is = |at: usize, word: &str| written(text, tokens, at).eq_ignore_ascii_case(word);
    let comma = is(at + 1, ",");
    if JOINING.iter().any(|word| is(at, word)) || comma && JOINING_WITH_COMMA.iter().any(|word| is(at, word))
    {
        return at + 1 + usize::from(comma);
    }
    let reads = |words: &&&[&str]| words.iter().zip(at..).all(|(word, at)| is(at, word));
    JOINING_PHRASES.iter().find(reads).map_or(at, |words| at + words.len())
}

/// Past the colon of a speaker's name in capitals at `at`, or of a "Q" or an "A".
fn speaker(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let colon = (at + 1..tokens.len().min(at + 2 * SPEAKER)).find(|&at| written(text, tokens, at) == ":")?;
    let shouted = |token: &Token| {
        let word = &text[token.span.start..token.span.end];
        match token.kind {
            TokenKind::Word => token.case == Case::Upper || matches!(word, "Mr" | "Mrs" | "Ms" | "Dr"),
            _ => matches!(word, "." | "-" | "'" | "’"),
        }
    };
    let asks = colon == at + 1 && matches!(written(text, tokens, at), "Q" | "A");
    let named = tokens[at..colon].iter().all(shouted)
        && tokens[at..colon].iter().any(|token| token.case == Case::Upper);
    let goes_on = tokens.get(colon + 1).is_some_and(|token| !token.glued);
    ((asks || named && !says(text, &tokens[at..colon])) && goes_on).then_some(colon + 1)
}

/// Whether one of `tokens` says something of what follows.
fn says(text: &str, tokens: &[Token]) -> bool {
    let is = |token: &Token, word: &str| text[token.span.start..token.span.end].eq_ignore_ascii_case(word);
    tokens.iter().any(|token| SAYING.iter().any(|word| is(token, word)))
}

#[cfg(test)]
mod tests {
    use super::super::Document;

    #[test]
    fn a_sentence_says_what_follows_its_lead() {
        for (text, said) in [
            ("LONDON (Reuters) - Sales fell.", "Sales fell."),
            ("LONDON, May 5 — Sales fell.", "Sales fell."),
            ("PORT-AU-PRINCE, Haiti, Feb. 3 (AP) — It rained.", "It rained."),
            ("New Delhi (ANI) -- It rained.", "It rained."),
            ("JONES: Sales fell.", "Sales fell."),
            ("Mr JONES: Sales fell.", "Sales fell."),
            ("Q: Did sales fall?", "Did sales fall?"),
            ("[00:01:15] JONES: “Sales fell.”", "Sales fell."),
            ("00:01:15 Sales fell.", "Sales fell."),
            ("# Sales fell", "Sales fell"),
            ("> “Sales fell,” he said.", "Sales fell,” he said."),
            ("– Sales fell.", "Sales fell."),
            ("‘Sales fell,’ he said.", "Sales fell,’ he said."),
            ("However, sales fell.", "sales fell."),
            ("And, in fact, sales fell.", "in fact, sales fell."),
            ("“But sales fell.", "sales fell."),
            // None of these leads up to anything.
            ("NATO – the alliance – met.", "NATO – the alliance – met."),
            ("NHS-run clinics closed.", "NHS-run clinics closed."),
            ("Sales – up 5% – fell.", "Sales – up 5% – fell."),
            ("Budget: Sales fell.", "Budget: Sales fell."),
            ("Yet to be sold, it fell.", "Yet to be sold, it fell."),
            ("NEVER: Sales fell.", "NEVER: Sales fell."),
            ("NOT TRUE – Sales fell.", "NOT TRUE – Sales fell."),
            ("However much was sold, sales fell.", "However much was sold, sales fell."),
            ("And", "And"),
            ("10:30 was too late.", "10:30 was too late."),
            ("‘09 was bad.", "‘09 was bad."),
            ("“”", "“”"),
        ] {
            let document = Document::new(text);
            let found = document.words(document.sentences()[0].tokens.clone());
            assert_eq!(found, said, "{text}");
            assert_eq!(document.words(document.sentences()[0].whole.clone()), text);
        }
    }
}
