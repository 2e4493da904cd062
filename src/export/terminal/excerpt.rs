//! A quote cut to what can be read at a glance: the words around those that count, verbatim, with … where
//! something is left out.

use rustc_hash::FxHashSet;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::english::stem;
use crate::neutral::one_line;
use crate::stance::Evidence;
use crate::verdict;

/// Words wider than this (addresses, text without spaces) may be cut within.
const LONG_WORD: usize = 24;

/// What a word is worth that the reason names: it decided.
const DECIDES: usize = 24;
/// What a word is worth that belongs to a compared value.
const VALUE: usize = 8;
/// What a word of the phrasing is worth: what is said tells more than of whom it is said, which may stand
/// anywhere in the text.
const SAID: usize = 2;
/// What a name in the phrasing is worth.
const NAMED: usize = 1;

/// A quote, and what in it matters.
pub(super) struct Subject<'a> {
    /// The words.
    pub(super) quote: &'a str,
    /// The values that were compared.
    pub(super) values: &'a [&'a str],
    /// The wording it was found by.
    pub(super) phrasing: &'a str,
    /// Why it counts; the words that decided stand in quotation marks in it.
    pub(super) because: &'a str,
}

impl<'a> Subject<'a> {
    /// The words of `evidence`, whose `values` are [`values_of`] it.
    pub(super) fn of(evidence: &'a Evidence, values: &'a [&'a str]) -> Self {
        let Evidence { quote, phrasing, because, .. } = evidence;
        Self { quote, values, phrasing, because }
    }
}

/// The values that the evidence reports.
pub(super) fn values_of(evidence: &Evidence) -> Vec<&str> {
    evidence.values.iter().filter_map(|value| value.reported.as_deref()).collect()
}

/// A word, or a part of a very long one.
struct Piece<'a> {
    text: &'a str,
    /// Columns, with the space before it.
    width: usize,
    /// Whether a space stands before it.
    spaced: bool,
    worth: usize,
}

/// The quote in at most `room` columns, its values each passed through `mark`.
pub(super) fn excerpt(subject: &Subject<'_>, room: usize, mark: &dyn Fn(&str) -> String) -> String {
    let line = one_line(subject.quote);
    let mut pieces = pieces(&line);
    let fits = pieces.iter().map(|piece| piece.width).sum::<usize>() <= room;
    appraise(&mut pieces, subject, fits);
    let (from, to) = if fits { (0, pieces.len()) } else { window(&pieces, room) };
    let mut text = String::new();
    if from > 0 {
        text.push('…');
        text.push_str(if pieces.get(from).is_some_and(|piece| piece.spaced) { " " } else { "" });
    }
    for (index, piece) in pieces.iter().enumerate().take(to).skip(from) {
        if piece.spaced && index > from {
            text.push(' ');
        }
        if piece.worth >= VALUE {
            push_marked(&mut text, piece.text, mark)
        } else {
            text.push_str(piece.text)
        }
    }
    if to < pieces.len() {
        text.push_str(if pieces.get(to).is_some_and(|piece| piece.spaced) { " …" } else { "…" });
    }
    text
}

fn pieces(line: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    for word in line.split(' ').filter(|word| !word.is_empty()) {
        let spaced = !pieces.is_empty();
        if word.width() <= LONG_WORD {
            pieces.push(Piece { text: word, width: word.width() + usize::from(spaced), spaced, worth: 0 });
            continue;
        }
        for (number, part) in word.graphemes(true).enumerate() {
            let spaced = spaced && number == 0;
            pieces.push(Piece { text: part, width: part.width() + usize::from(spaced), spaced, worth: 0 });
        }
    }
    pieces
}

/// Finds the words that count: runs that are a compared value, and, where not all can be shown, words of the phrasing.
fn appraise(pieces: &mut [Piece<'_>], subject: &Subject<'_>, fits: bool) {
    let words: Vec<Vec<String>> = pieces.iter().map(|piece| verdict::words(piece.text)).collect();
    if !fits {
        appraise_told(pieces, &words, subject.phrasing);
    }
    let named = |value: &&&str| subject.because.contains(**value);
    let deciding = subject.values.iter().filter(named).copied().chain(in_quotation_marks(subject.because));
    let worths =
        subject.values.iter().map(|value| (*value, VALUE)).chain(deciding.map(|words| (words, DECIDES)));
    for (value, worth) in worths {
        let value = verdict::words(value);
        for start in 0..pieces.len() {
            let length = run_length(words.get(start..).unwrap_or_default(), &value);
            for piece in pieces.iter_mut().skip(start).take(length) {
                piece.worth = piece.worth.max(worth);
            }
        }
    }
}

/// Finds the words of the phrasing.
fn appraise_told(pieces: &mut [Piece<'_>], words: &[Vec<String>], phrasing: &str) {
    let told = verdict::words(phrasing);
    let told: FxHashSet<_> = told.iter().filter(|word| word.len() > 3).map(|word| stem(word)).collect();
    for (piece, words) in pieces.iter_mut().zip(words) {
        if words.iter().any(|word| told.contains(&stem(word))) {
            piece.worth = if piece.text.contains(char::is_uppercase) { NAMED } else { SAID };
        }
    }
}

/// What stands between “ and ” in a reason.
fn in_quotation_marks(because: &str) -> impl Iterator<Item = &str> {
    because.split('“').skip(1).filter_map(|rest| rest.split_once('”')).map(|(inside, _)| inside)
}

/// How many pieces from the first on are the words of `value`; 0 if they are not.
fn run_length(pieces: &[Vec<String>], value: &[String]) -> usize {
    let mut left = value;
    for (number, words) in pieces.iter().enumerate() {
        if left.is_empty() {
            return number;
        }
        match left.strip_prefix(words.as_slice()) {
            Some(rest) if !words.is_empty() => left = rest,
            _ => return 0,
        }
    }
    if left.is_empty() { pieces.len() } else { 0 }
}

/// The run of pieces to show where not all fit: the one of most worth that fits, widened evenly to both sides.
fn window(pieces: &[Piece<'_>], room: usize) -> (usize, usize) {
    // Two columns each for "… " and " …".
    let room = room.saturating_sub(4).max(1);
    let (mut best, mut best_worth) = ((0, 0), 0);
    let (mut from, mut width, mut worth) = (0, 0, 0);
    for (to, piece) in pieces.iter().enumerate() {
        width += piece.width;
        worth += piece.worth;
        while width > room && from < to {
            let Some(first) = pieces.get(from) else { break };
            width -= first.width;
            worth -= first.worth;
            from += 1;
        }
        if worth > best_worth {
            (best, best_worth) = ((from, to + 1), worth);
        }
    }
    widened(pieces, tightened(pieces, best), room)
}

/// Without the worthless pieces at either end.
fn tightened(pieces: &[Piece<'_>], (from, to): (usize, usize)) -> (usize, usize) {
    let run = pieces.get(from..to).unwrap_or_default();
    match (run.iter().position(|piece| piece.worth > 0), run.iter().rposition(|piece| piece.worth > 0)) {
        (Some(first), Some(last)) => (from + first, from + last + 1),
        _ => (0, 0),
    }
}

fn widened(pieces: &[Piece<'_>], (mut from, mut to): (usize, usize), room: usize) -> (usize, usize) {
    let widths =
        |from, to| pieces.get(from..to).unwrap_or_default().iter().map(|piece| piece.width).sum::<usize>();
    let mut left = room.saturating_sub(widths(from, to));
    loop {
        let before = from.checked_sub(1).and_then(|at| pieces.get(at)).filter(|piece| piece.width <= left);
        if let Some(piece) = before {
            left -= piece.width;
            from -= 1;
        }
        let after = pieces.get(to).filter(|piece| piece.width <= left);
        if let Some(piece) = after {
            left -= piece.width;
            to += 1;
        }
        if before.is_none() && after.is_none() {
            return (from, to);
        }
    }
}

/// Marks the word and not the punctuation around it.
fn push_marked(text: &mut String, piece: &str, mark: &dyn Fn(&str) -> String) {
    let counts = |c: char| c.is_alphanumeric() || matches!(c, '£' | '$' | '€' | '¥' | '%');
    let (Some(start), Some(last)) = (piece.find(counts), piece.rfind(counts)) else {
        text.push_str(piece);
        return;
    };
    let end = last + piece.get(last..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    text.push_str(piece.get(..start).unwrap_or_default());
    text.push_str(&mark(piece.get(start..end).unwrap_or_default()));
    text.push_str(piece.get(end..).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cut(quote: &str, values: &[&str], phrasing: &str, room: usize) -> String {
        excerpt(&Subject { quote, values, phrasing, because: "" }, room, &|value| format!("<{value}>"))
    }

    #[test]
    fn cuts_around_what_counts() {
        let long = "The report runs to many pages, but what it says of the sessions is plain: “only one, instead of two”, \
                    because of a mistake that nobody noticed for years.";
        let table = [
            ("Only one.", &["one"][..], 20, "Only <one>."),
            (long, &["two"], 40, "… one, instead of <two>”, because of a …"),
            (long, &["one", "two"], 27, "… <one>, instead of <two>”, …"),
            (long, &[], 30, "The report runs to many …"),
            ("214 and 214", &["214"], 40, "<214> and <214>"),
            ("It cost £2.4m.", &["£2.4m"], 40, "It cost <£2.4m>."),
            ("你好世界你好世界你好世界你好世界", &[], 12, "你好世界…"),
        ];
        for (quote, values, room, expected) in table {
            assert_eq!(cut(quote, values, "", room), expected);
        }
    }

    #[test]
    fn what_decided_is_shown_first() {
        let quote =
            "The barrier was never inspected, said Oskar Lind, who has campaigned for one since 2019.";
        let subject = Subject {
            quote,
            values: &["2019"],
            phrasing: "the barrier was inspected in March 2031",
            because: "“never”, where the claim has no such word",
        };
        let shown = excerpt(&subject, 45, &|value| format!("<{value}>"));
        assert_eq!(shown, "The barrier was <never> inspected, said …");
    }

    proptest! {
        #[test]
        fn what_is_shown_stands_in_the_quote(quote in any::<String>(), room in 1_usize..60) {
            let shown = excerpt(&Subject { quote: &quote, values: &["a"], phrasing: &quote, because: "“a”" }, room, &str::to_owned);
            let inner = shown.strip_prefix('…').unwrap_or(&shown).trim();
            let inner = if one_line(&quote).contains(inner) { inner } else { inner.strip_suffix('…').unwrap_or(inner).trim() };
            prop_assert!(one_line(&quote).contains(inner), "{shown:?}");
        }
    }
}
