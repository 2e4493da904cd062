//! How a line credits somebody.

use std::ops::Range;

use super::agency;

/// What makes a name a credit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CreditKind {
    /// In brackets after the place and date that a text begins with.
    Dateline,
    /// "By", "Story by".
    Byline,
    /// In brackets or after a dash where a text ends.
    Closing,
    /// "First published in", "originally appeared on", "courtesy of".
    Published,
    /// "Contributed to this report", "with", "additional reporting by".
    Contributed,
    /// A press release, with whoever it says released it.
    Release,
}

/// A name in a line, and what makes it a credit.
type Named = (Range<usize>, CreditKind);

/// What comes before the name of one who published a text first, or wrote some of it, or released it.
const BEFORE: [(&str, CreditKind); 27] = [
    ("first published in", CreditKind::Published),
    ("first published by", CreditKind::Published),
    ("first published on", CreditKind::Published),
    ("first appeared in", CreditKind::Published),
    ("first appeared on", CreditKind::Published),
    ("appeared first on", CreditKind::Published),
    ("originally published in", CreditKind::Published),
    ("originally published by", CreditKind::Published),
    ("originally published on", CreditKind::Published),
    ("originally published at", CreditKind::Published),
    ("originally appeared in", CreditKind::Published),
    ("originally appeared on", CreditKind::Published),
    ("republished from", CreditKind::Published),
    ("reprinted from", CreditKind::Published),
    ("courtesy of", CreditKind::Published),
    ("with permission from", CreditKind::Published),
    ("source:", CreditKind::Published),
    ("additional reporting by", CreditKind::Contributed),
    ("with reporting by", CreditKind::Contributed),
    ("with files from", CreditKind::Contributed),
    ("with inputs from", CreditKind::Contributed),
    ("press release from", CreditKind::Release),
    ("press release by", CreditKind::Release),
    ("press release:", CreditKind::Release),
    ("news release from", CreditKind::Release),
    ("press release issued by", CreditKind::Release),
    ("press release provided by", CreditKind::Release),
];
/// What comes after the names of those who wrote some of it.
const AFTER: [&str; 2] = ["contributed to this", "contributed reporting"];
/// With what a byline begins.
const BYLINES: [&str; 8] = [
    "by ",
    "story by ",
    "written by ",
    "article by ",
    "report by ",
    "reporting by ",
    "words by ",
    "text by ",
];
/// What a line about a picture speaks of.
const PICTURE: [&str; 8] =
    ["photo", "image", "picture:", "picture by", "pictured", "getty", "video:", "illustration"];
/// The days and months, which follow "by" as often as names do.
const CALENDAR: &str = "monday tuesday wednesday thursday friday saturday sunday january february march april may june \
    july august september october november december";
/// A name has no more words than this.
const WORDS: usize = 7;
/// A line that names more is a list of something else: of these the first are taken.
const NAMES: usize = 8;
/// How far into a line the brackets of a dateline may begin.
const PLACE_AND_DATE: usize = 80;

/// "LONDON (Reuters) -": an agency in brackets after a place and a date, or a name that a dash follows where the place
/// is in capitals.
pub(super) fn dateline(line: &str) -> Vec<Named> {
    let Some((place, rest)) = line.split_once('(').filter(|(place, _)| place.len() <= PLACE_AND_DATE) else {
        return Vec::new();
    };
    let Some((inside, after)) = rest.split_once(')') else { return Vec::new() };
    let told = place.split_whitespace().any(|word| word.starts_with(char::is_lowercase));
    let dashed = after.trim_start().starts_with(['-', '–', '—', ':']);
    let town = place.split([',', ' ']).next().unwrap_or_default();
    let shouted = town.chars().filter(|c| c.is_uppercase()).count() > 2 && !town.contains(char::is_lowercase);
    let start = place.len() + 1;
    let (found, _) = names(line, start, start + inside.len());
    let credits = |name: &Range<usize>| dashed && shouted || agency::is_agency(&line[name.clone()]);
    if told { Vec::new() } else { all(found.into_iter().filter(credits), CreditKind::Dateline) }
}

/// "(ANI)", "— PA Media", "© AFP": at the end of a line, after a sentence or with nothing before.
pub(super) fn closing(line: &str) -> Vec<Named> {
    if let Some(copyright) = copyright(line) {
        return copyright;
    }
    let bare = line.trim_end_matches(['.', ')', ']']);
    let Some((at, mark)) = bare.char_indices().rev().find(|(_, c)| matches!(c, '(' | '[' | '-' | '–' | '—'))
    else {
        return Vec::new();
    };
    let start = at + mark.len_utf8();
    let before = line[..at].trim_end_matches([' ', '-', '–', '—']);
    let ended = before.is_empty() || before.ends_with(['.', '!', '?', '”', '"', '’', '\'']);
    let apart =
        matches!(mark, '(' | '[') || bare[start..].starts_with(' ') || mark == '—' || before.is_empty();
    let (found, end) = names(line, start, bare.len());
    if !ended || !apart || end < bare.len() {
        return Vec::new();
    }
    all(found.into_iter().filter(|name| agency::is_outlet(&line[name.clone()])), CreditKind::Closing)
}

/// "© 2024 The Associated Press. All rights reserved."
fn copyright(line: &str) -> Option<Vec<Named>> {
    let rest = ["©", "Copyright", "(c)", "(C)"].iter().find_map(|mark| line.strip_prefix(mark))?;
    let rest = rest.trim_start_matches(|c: char| !c.is_alphabetic());
    let (found, _) = names(line, line.len() - rest.len(), line.len());
    Some(all(found.into_iter().take(1), CreditKind::Closing))
}

/// What a short line says: bylines, "first published in", or an agency's name alone.
pub(super) fn note(line: &str) -> Vec<Named> {
    let lower = line.to_ascii_lowercase();
    if PICTURE.iter().any(|word| lower.contains(word)) {
        return Vec::new();
    }
    if line.starts_with(char::is_alphabetic) && agency::is_agency(line) {
        return vec![(0..line.len(), CreditKind::Byline)];
    }
    let mut found = byline(line, &lower);
    for (cue, kind) in BEFORE {
        if let Some(end) = cue_end(&lower, cue) {
            found.extend(all(names(line, end, line.len()).0.into_iter().take(1), kind));
        }
    }
    if AFTER.iter().any(|cue| lower.contains(cue)) {
        found.extend(all(names(line, 0, line.len()).0, CreditKind::Contributed));
    }
    found
}

/// Where `cue` ends that a line begins with, or says of "this article" or "the post".
fn cue_end(lower: &str, cue: &str) -> Option<usize> {
    let at = lower.find(cue)?;
    let before = lower[..at].trim_start_matches(|c: char| !c.is_alphanumeric());
    let of_the_text = before.is_empty() || before.starts_with("this ") || before.starts_with("the post ");
    of_the_text.then_some(at + cue.len())
}

/// "By Jane Smith, Reuters": names, and nothing else that is told.
fn byline(line: &str, lower: &str) -> Vec<Named> {
    let Some(cue) = BYLINES.iter().find(|cue| lower.starts_with(**cue)) else { return Vec::new() };
    let (found, end) = names(line, cue.len(), line.len());
    let of_a_day = found.iter().any(|name| {
        lower[name.clone()].split(' ').next().is_some_and(|word| CALENDAR.split(' ').any(|day| day == word))
    });
    let goes_on = line[end..].contains(char::is_lowercase) && !line[end..].contains(['|', '•', '·']);
    if of_a_day || goes_on || line.ends_with(['?', '!']) {
        Vec::new()
    } else {
        all(found, CreditKind::Byline)
    }
}

fn all(names: impl IntoIterator<Item = Range<usize>>, kind: CreditKind) -> Vec<Named> {
    names.into_iter().map(|name| (name, kind)).collect()
}

/// The names that stand one after another between `at` and `end`, and where the last of them ends. Where one is said to be
/// ("in Dublin") is no name.
fn names(line: &str, at: usize, end: usize) -> (Vec<Range<usize>>, usize) {
    let line = line.get(..end).unwrap_or_default();
    let mut found = Vec::new();
    let mut last = at;
    let mut place = false;
    while found.len() < NAMES
        && let Some(name) = name(line, last)
    {
        last = name.end;
        if !place {
            found.push(name);
        }
        let rest = &line[last..];
        let between = rest.trim_start_matches([' ', ',', ';', '/', '&']);
        let joined = ["and ", "for ", "of ", "with "].iter().find_map(|word| between.strip_prefix(word));
        let located = between.strip_prefix("in ");
        place = located.is_some();
        let next = located.or(joined).unwrap_or(between);
        if next.len() == rest.len() {
            break;
        }
        if name_starts(next) {
            last = line.len() - next.len();
        } else {
            break;
        }
    }
    (found, last)
}

fn name_starts(text: &str) -> bool {
    text.strip_prefix("the ").unwrap_or(text).starts_with(char::is_uppercase)
}

/// The name at `at`: words with capitals, and the small words within a name.
fn name(line: &str, at: usize) -> Option<Range<usize>> {
    let rest = line.get(at..)?.trim_start_matches([' ', '“', '"', '*', '_']);
    let rest = rest.strip_prefix("the ").unwrap_or(rest);
    let start = line.len() - rest.len();
    let (mut from, mut end) = (start, start);
    for word in rest.split(' ').take(WORDS) {
        let bare = word.split([',', ';', ':', '|', '/', ')', '”', '"', '(']).next().unwrap_or_default();
        let initial = bare.ends_with('.') && bare.chars().count() == 2;
        let bare = if initial { bare } else { bare.trim_end_matches('.') };
        if bare.starts_with(char::is_uppercase) {
            end = from + bare.len();
        } else if !matches!(bare, "of" | "de" | "la" | "van" | "von" | "der" | "al" | "&") {
            break;
        }
        if bare.len() < word.len() {
            break;
        }
        from += word.len() + 1;
    }
    (end > start).then_some(start..end)
}
