//! Whom a text says that it is from.
//!
//! A credit stands where a text begins or ends, apart from what is told: an agency in brackets after the place
//! ("LONDON (Reuters) -") or after the last full stop ("(ANI)", "— PA Media"), a byline ("By The Associated Press",
//! "Story by X"), a note ("first published in X", "X contributed to this report"). Who is named in the middle of a text, as
//! in "first revealed in the Guardian", is a source of what is told, not of the text; who is named under a picture
//! took the picture.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::span::Span;

use super::agency::credit_key;
use super::pattern::{self, CreditKind};

/// How many lines at either end of a text may hold a credit.
const LINES: usize = 6;
/// A line with more words is a paragraph: only what stands at its edge can be a credit.
const LONGEST: usize = 30;
/// No text is from so many: of more, those named first are kept.
const MOST: usize = 16;

/// One that a text credits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credit {
    /// The name as it is written.
    pub name: String,
    /// What makes it a credit.
    pub kind: CreditKind,
    key: String,
}

impl Credit {
    /// By what the name is compared with others: see [`credit_key`].
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }
}

/// Whom `text` credits, in its order: 16 at most.
///
/// ```
/// use crosscheck::reuse::credits;
///
/// let names = |text| credits(text).into_iter().map(|credit| credit.name).collect::<Vec<_>>();
/// assert_eq!(names("LONDON (Reuters) - A ferry sank on Monday."), ["Reuters"]);
/// assert_eq!(names("A ferry sank.\nIt was first revealed in the Guardian.\nNobody was hurt."), [""; 0]);
/// ```
#[must_use]
pub fn credits(text: &str) -> Vec<Credit> {
    let lines = lines(text);
    let last = lines.len().saturating_sub(LINES);
    let mut found = Vec::new();
    for (number, &line) in lines.iter().enumerate() {
        let words = &text[line.start..line.end];
        let mut named = Vec::new();
        if number < LINES {
            named.extend(pattern::dateline(words));
        }
        if number >= last {
            named.extend(pattern::closing(words));
        }
        if (number < LINES || number >= last) && words.split_whitespace().nth(LONGEST).is_none() {
            named.extend(pattern::note(words));
        }
        let place = |name: Range<usize>| Span::new(line.start + name.start, line.start + name.end);
        found.extend(named.into_iter().map(|(name, kind)| (place(name), kind)));
    }
    found.sort_unstable();
    found.dedup_by_key(|&mut (place, _)| place);
    let credit = |(place, kind): (Span, CreditKind)| {
        let name = &text[place.start..place.end];
        credit_key(name).map(|key| Credit { name: name.to_owned(), kind, key })
    };
    found.into_iter().filter_map(credit).take(MOST).collect()
}

/// The lines of `text` that hold anything, without the white space around them.
fn lines(text: &str) -> Vec<Span> {
    let mut at = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        let start = at + line.len() - line.trim_start().len();
        let bare = line.trim();
        if !bare.is_empty() {
            found.push(Span::new(start, start + bare.len()));
        }
        at += line.len();
    }
    found
}

/// The credit that makes it likelier that one of two texts, each with its credits and its outlet, is a copy: both credit
/// the same, or one credits the other's outlet.
///
/// ```
/// use crosscheck::reuse::{credited, credits};
///
/// let (wire, reprint) = (credits("PARIS (AFP) -- Rain fell."), credits("Rain fell in Paris.\n— AFP"));
/// assert_eq!(credited((&wire, "The Sun"), (&reprint, "The Star")).unwrap().name, "AFP");
/// assert!(credited((&[], "AFP"), (&reprint, "The Star")).is_some());
/// assert!(credited((&[], "The Sun"), (&reprint, "The Star")).is_none());
/// ```
#[must_use]
pub fn credited<'a>(one: (&'a [Credit], &str), other: (&'a [Credit], &str)) -> Option<&'a Credit> {
    let names = |credits: &'a [Credit], outlet: &str| {
        // Most texts credit nobody, and a key takes longer than looking for it.
        let outlet = if credits.is_empty() { None } else { credit_key(outlet) };
        credits.iter().find(|credit| outlet.as_deref() == Some(credit.key()))
    };
    let others: BTreeSet<&str> = other.0.iter().map(Credit::key).collect();
    let both = one.0.iter().find(|credit| others.contains(credit.key()));
    both.or_else(|| names(one.0, other.1)).or_else(|| names(other.0, one.1))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn named(text: &str) -> Vec<(String, CreditKind)> {
        credits(text).into_iter().map(|credit| (credit.name, credit.kind)).collect()
    }

    #[test]
    fn who_is_credited_and_how() {
        let table: [(&str, &[(&str, CreditKind)]); 30] = [
            ("LONDON (Reuters) - A ferry sank.", &[("Reuters", CreditKind::Dateline)]),
            ("(AP) — A ferry sank.", &[("AP", CreditKind::Dateline)]),
            ("PORT-AU-PRINCE, Haiti, Feb. 3 (AP) — It rained.", &[("AP", CreditKind::Dateline)]),
            ("New Delhi [India], February 12 (ANI): It rained.", &[("ANI", CreditKind::Dateline)]),
            (
                "PARIS (AFP/Reuters) – It rained.",
                &[("AFP", CreditKind::Dateline), ("Reuters", CreditKind::Dateline)],
            ),
            ("KABUL (Pajhwok) -- It rained.", &[("Pajhwok", CreditKind::Dateline)]),
            ("The minister (AP) of the day", &[]),
            ("The National Health Service (NHS) - it rained.", &[]),
            ("By The Associated Press", &[("The Associated Press", CreditKind::Byline)]),
            (
                "By Jane Smith, Reuters",
                &[("Jane Smith", CreditKind::Byline), ("Reuters", CreditKind::Byline)],
            ),
            (
                "By Jane Smith and John de Brún in Dublin | 3 May 2024",
                &[("Jane Smith", CreditKind::Byline), ("John de Brún", CreditKind::Byline)],
            ),
            ("Story by Skylark", &[("Skylark", CreditKind::Byline)]),
            ("By Tuesday the town was empty", &[]),
            ("By Tuesday, the town was empty.", &[]),
            ("By Monday", &[]),
            ("It rained.\n— PA Media", &[("PA Media", CreditKind::Closing)]),
            ("It rained in Kent. (ANI)", &[("ANI", CreditKind::Closing)]),
            ("It rained in Kent. – AFP", &[("AFP", CreditKind::Closing)]),
            ("“It rained,” she wrote. – Jane Smith", &[]),
            ("The service has been renamed (NHS)", &[]),
            ("It rained.\n© 2024 AFP", &[("AFP", CreditKind::Closing)]),
            ("Reuters", &[("Reuters", CreditKind::Byline)]),
            (
                "This article was originally published in The Skylark.",
                &[("The Skylark", CreditKind::Published)],
            ),
            ("First published in the Daily Lark on Monday", &[("Daily Lark", CreditKind::Published)]),
            ("The novel was first published in London in 1984.", &[]),
            ("The post Rain in Kent appeared first on Kent Daily.", &[("Kent Daily", CreditKind::Published)]),
            (
                "The Associated Press contributed to this report.",
                &[("The Associated Press", CreditKind::Contributed)],
            ),
            ("Press release issued by Kent Police", &[("Kent Police", CreditKind::Release)]),
            ("With agencies", &[]),
            ("The ferry in May (Image: UK PARLIAMENT/AFP via Getty Images)", &[]),
        ];
        for (text, expected) in table {
            let expected: Vec<_> = expected.iter().map(|&(name, how)| (name.to_owned(), how)).collect();
            assert_eq!(named(text), expected, "{text}");
        }
    }

    #[test]
    fn only_the_ends_of_a_text_credit() {
        let told = "It rained.\n".repeat(8);
        assert!(named(&format!("{told}First published in the Guardian.\n{told}")).is_empty());
        assert_eq!(named(&format!("{told}First published in the Guardian.\n")).len(), 1);
    }

    #[test]
    fn who_credits_whom() {
        let table = [
            ("By Jane Smith, Reuters", "A", "It rained. (Reuters)", "B", true),
            ("By Jane Smith", "A", "By Jane Smith", "B", true),
            ("Story by The Guardian", "A", "It rained.", "Guardian", true),
            ("It rained.", "PA Media", "It rained.\n— PA", "B", true),
            ("It was first revealed in the Guardian.", "The Guardian", "It rained.", "B", false),
            ("By Jane Smith", "A", "By John Brown", "B", false),
            ("With agencies", "A", "With agencies", "B", false),
            ("By Staff Reporter", "A", "By Staff Reporter", "B", false),
        ];
        for (one, outlet, other, other_outlet, expected) in table {
            let (one, other) = (credits(one), credits(other));
            let (one, other) = ((one.as_slice(), outlet), (other.as_slice(), other_outlet));
            assert_eq!(credited(one, other).is_some(), expected, "{one:?} {other:?}");
            assert_eq!(credited(other, one).is_some(), expected, "{other:?} {one:?}");
        }
    }

    #[test]
    fn a_list_of_names_is_no_crowd_of_credits() {
        let letters = || ('A'..='Z').map(|letter| format!("{letter}{letter}"));
        for between in ["/", ", ", " and "] {
            let list = letters().take(12).collect::<Vec<_>>().join(between);
            for line in
                [format!("LONDON ({list}) - It rained."), format!("{list} contributed to this report.")]
            {
                let found = named(&line);
                assert!((1..=8).contains(&found.len()), "{line}: {found:?}");
            }
            assert_eq!(named(&format!("It rained. ({list})")), []);
        }
        let lines: String = letters().map(|name| format!("By {name}, {name} News\n")).collect();
        assert_eq!(named(&lines).len(), MOST);
    }

    proptest! {
        #[test]
        fn a_credit_is_a_part_of_its_text(
            text in prop_oneof![
                any::<String>(),
                "((By|With|First published in|LÖNDON|\\(AP\\)|\\(|\\)|—|é|Jane|the|,|/|\n|©|Reuters)[ \n]?){0,12}",
            ]
        ) {
            for credit in credits(&text) {
                prop_assert!(text.contains(&credit.name));
                prop_assert_eq!(credit_key(&credit.name), Some(credit.key().to_owned()));
            }
        }
    }
}
