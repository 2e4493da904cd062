//! The years of a life in brackets after a name: "Samuel Orde (12 May 1850 – 3 June 1922)".

use std::ops::Range;

use crate::text::{Case, Document, TokenKind};

use super::{given_name, zipf};

/// How many tokens a date has at most: "May 12, 1850".
const DATE: usize = 4;

/// How far before its dates the bracket of a life opens at most.
const REACH: usize = 12;

/// How many tokens a title has at most that stands between a name and its bracket: "Harold Mann, *1st Earl of Stock,* (1894–1986)".
const TITLE: usize = 8;

/// How far before the dates their bracket may open, where a name at birth stands before them: "(born Heinrich Pimmel; 1889–1951)".
const BIRTH_NAME: usize = 6;

/// How many words a name has at least after which years alone are those of a life; not "king of Italy (1900–1946)".
const NAMES: usize = 2;

/// The years of a life of which only the years are told: a term of office, or of a band, is shorter.
const LIFE_IN_YEARS: Range<u32> = 25..111;

/// The same where the days are told.
const LIFE: Range<u32> = 16..123;

/// What a bracket or a dash says that stands around the dates of a life: that somebody was "born", or "died"; `None` for any other
/// token.
#[must_use]
pub fn said_of_life(document: &Document, token: usize) -> Option<&'static str> {
    match document.folded(token) {
        "(" | ";" => dash_of(document, token).map(|_| "born"),
        "-" | "–" | "−" | "—" => {
            let opens = |at: &usize| matches!(document.folded(*at), "(" | ";");
            let open = (token.saturating_sub(DATE + 2)..token).rev().find(opens)?;
            (dash_of(document, open) == Some(token)).then_some("died")
        }
        _ => None,
    }
}

/// The dash between the two dates of a life, the first of which begins after `open`: its last token.
fn dash_of(document: &Document, open: usize) -> Option<usize> {
    let (days, born) = date(document, open + 1)?;
    let dash = open + 1 + days;
    let after = dash + dash_length(document, dash)?;
    let (more_days, died) = date(document, after)?;
    let closes = matches!(document.folded_or_empty(after + more_days), ")" | ";");
    let in_days = days + more_days > 2;
    let lived = if in_days { LIFE } else { LIFE_IN_YEARS };
    let named = follows_name(document, open, if in_days { 1 } else { NAMES });
    (closes && lived.contains(&died.checked_sub(born)?) && named).then_some(after - 1)
}

/// How many tokens the dash at `at` has: two where it is typed as "--".
fn dash_length(document: &Document, at: usize) -> Option<usize> {
    match document.folded_or_empty(at) {
        "-" => Some(1 + usize::from(document.folded_or_empty(at + 1) == "-")),
        "–" | "−" | "—" => Some(1),
        _ => None,
    }
}

/// How many tokens the date at `from` has, and its year.
fn date(document: &Document, from: usize) -> Option<(usize, u32)> {
    for at in from..from + DATE {
        let token = document.tokens().get(at)?;
        let word = document.folded(at);
        match token.kind {
            TokenKind::Number if word.len() == 4 => return Some((at + 1 - from, word.parse().ok()?)),
            TokenKind::Number if word.len() <= 2 => {}
            // A month, or the comma of "May 12, 1850".
            TokenKind::Word if token.case != Case::Lower => {}
            TokenKind::Punctuation if word == "," => {}
            _ => return None,
        }
    }
    None
}

/// The names of the person of whose life a bracket or a dash tells (see [`said_of_life`]): the one before the bracket, and the one
/// that "better known as" gives behind it.
#[must_use]
pub fn names_of_life(document: &Document, sign: usize) -> [Range<usize>; 2] {
    let bracket = (sign.saturating_sub(REACH)..=sign).rev().find(|&at| document.folded(at) == "(");
    let before = bracket.map_or(0..0, |bracket| {
        let end = name_end(document, bracket);
        (0..end).rev().take_while(|&at| is_named(document, at)).last().unwrap_or(end)..end
    });
    [before, other_name(document, sign).unwrap_or(0..0)]
}

/// The name that somebody is "better known as" behind the bracket in which `sign` stands.
fn other_name(document: &Document, sign: usize) -> Option<Range<usize>> {
    let last = document.tokens().len();
    let close = (sign..last.min(sign + 2 * REACH)).find(|&at| document.folded(at) == ")")?;
    let mut words = (close + 1..last).skip_while(|&at| {
        let word = document.folded(at);
        word == "," || word.ends_with("ly") || matches!(word, "also" | "best" | "better" | "often")
    });
    let (known, by) = (words.next()?, words.next()?);
    let told = document.folded(known) == "known" && matches!(document.folded(by), "as" | "by");
    let named = (by + 1..last).take_while(|&at| is_named(document, at)).count();
    told.then_some(by + 1..by + 1 + named)
}

/// Whether `token` may be a part of a name.
fn is_named(document: &Document, token: usize) -> bool {
    document.tokens()[token].is_word() && document.tokens()[token].case != Case::Lower
}

/// Where the name before `bracket` ends: before a title that is set apart.
fn name_end(document: &Document, bracket: usize) -> usize {
    let comma = |at: &usize| document.folded(*at) == ",";
    let Some(after) = bracket.checked_sub(1).filter(comma) else { return bracket };
    (after.saturating_sub(TITLE)..after).rev().find(comma).unwrap_or(after)
}

/// Whether the bracket that opens at `open`, or before it, follows a name of so many words.
fn follows_name(document: &Document, open: usize, names: usize) -> bool {
    let bracket = if document.folded(open) == "(" {
        Some(open)
    } else {
        (open.saturating_sub(BIRTH_NAME)..open).rev().find(|&at| document.folded(at) == "(")
    };
    // "The Soviet Union (1922–1991)" lived as long.
    let of_person = |at: usize| {
        let word = document.folded(at);
        names < NAMES || given_name(word).is_some() || zipf(word).is_none()
    };
    let end = bracket.map(|bracket| name_end(document, bracket));
    end.filter(|&end| end >= names).is_some_and(|end| {
        let name = end - names..end;
        name.clone().all(|at| is_named(document, at)) && name.into_iter().any(of_person)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_life_is_told_under_one_name_or_two() {
        let names = |text: &str| {
            let document = Document::new(text);
            let sign = (0..document.tokens().len()).find(|&token| said_of_life(&document, token).is_some());
            names_of_life(&document, sign.unwrap_or(0)).map(|name| document.words(name).to_owned())
        };
        assert_eq!(names("The painter Samuel Orde (1850–1922) was Danish."), ["Samuel Orde", ""]);
        assert_eq!(
            names("Johanna Sulli (1850–1922), better known as Anne Sull, sang."),
            ["Johanna Sulli", "Anne Sull"]
        );
        assert_eq!(names("Harold Mann, 1st Earl of Stock, (1894–1986) was a minister.")[0], "Harold Mann");
    }

    #[test]
    fn the_dates_of_a_life_say_when_it_began_and_ended() {
        let said = |text: &str| {
            let document = Document::new(text);
            let tokens = 0..document.tokens().len();
            tokens.filter_map(|token| said_of_life(&document, token)).collect::<Vec<_>>()
        };
        for text in [
            "Samuel Orde (1850–1922) was a painter.",
            "Samuel Orde (12 May 1850 – 3 June 1922) was a painter.",
            "Samuel Orde (May 12, 1850 - June 3, 1922) was a painter.",
            "Harold Pim (born Heinrich Pimmel; 1889–1951) was a cameraman.",
            "Harold Mann, 1st Earl of Stock, (10 February 1894 – 29 December 1986) was a minister.",
            "Samuel Orde (May 12, 1850 -- June 3, 1922) was a painter.",
            "Samuel Orde (May 12, 1850 − June 3, 1922) was a painter.",
        ] {
            assert_eq!(said(text), ["born", "died"], "{text}");
        }
        for text in [
            "John Vale was mayor of Denholm (1990–1998).",
            "The strike (1920–1985) was long.",
            "The Soviet Union (1922–1991) is long gone.",
            "Victor was king of Italy (1900–1946).",
            "Samuel Orde (1850) was a painter.",
            "Orde (room 1850–1922)",
            "Orde (1922–1850)",
        ] {
            assert_eq!(said(text), [""; 0], "{text}");
        }
    }
}
