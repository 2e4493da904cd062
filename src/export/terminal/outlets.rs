//! The outlets that contradict each other, and over what, question by question.

use std::io;

use crate::export::voices::{self, Quarrel};
use crate::neutral::{counted, one_line};
use crate::report::{OutletPair, Report, Side};
use crate::stance::Stance;

use super::excerpt::{Subject, values_of};
use super::page::{Ink, NO_BREAK, Page};
use super::{ink_of, symbol};

/// Pairs shown with their quotes; the others get a line each.
const QUOTED: usize = 12;

/// Pairs shown at all; the others are counted.
const MOST: usize = 60;

pub(super) fn write(report: &Report, page: &mut Page<'_>) -> io::Result<()> {
    let mut at_odds: Vec<&OutletPair> =
        report.outlets.iter().filter(|pair| !pair.contradict.is_empty()).collect();
    if at_odds.is_empty() {
        return Ok(());
    }
    at_odds.sort_by_key(|pair| std::cmp::Reverse(pair.contradict.len()));
    page.heading(Ink::Strong, "Outlets that contradict each other", &at_odds.len().to_string(), "")?;
    let questions = voices::questions(report);
    for (number, pair) in at_odds.iter().enumerate().take(MOST) {
        let quarrels = voices::quarrels(pair, &questions);
        if number < QUOTED {
            page.blank()?;
        }
        write_pair(pair, quarrels.len(), page)?;
        for quarrel in quarrels.iter().filter(|_| number < QUOTED) {
            write_quarrel(report, quarrel, page)?;
        }
    }
    if let Some(more) = at_odds.len().checked_sub(MOST).filter(|&more| more > 0) {
        let more = page.paint(Ink::Dim, &format!("and {} more", counted(more, "pair")));
        page.text("", "", &more)?;
    }
    Ok(())
}

fn write_pair(pair: &OutletPair, questions: usize, page: &mut Page<'_>) -> io::Result<()> {
    let [a, b] = [&pair.a, &pair.b].map(|name| page.paint(Ink::Strong, &one_line(name)));
    let who = match (pair.a == pair.b, voices::is_against_its_own_earlier(pair)) {
        (true, true) => format!("{a} contradicts its own earlier account"),
        (true, false) => format!("{a} contradicts itself"),
        (false, _) => format!("{a} and {b}"),
    };
    let over = format!("{} of {}", counted(pair.contradict.len(), "claim"), counted(questions, "question"));
    let agree =
        if pair.agree.is_empty() { String::new() } else { format!(", and agree on {}", pair.agree.len()) };
    let over = page.paint(Ink::Dim, &format!("on {over}{agree}").replace(' ', &NO_BREAK.to_string()));
    page.text("", "  ", &format!("{who}  {over}"))
}

fn write_quarrel(report: &Report, quarrel: &Quarrel<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let question = page.paint(Ink::Question, &one_line(quarrel.question));
    page.text("  ", "  ", &question)?;
    for one in &quarrel.quotes {
        write_side(report, Stance::Supports, &one.claim, &one.supports, page)?;
        write_side(report, Stance::Contradicts, &one.claim, &one.contradicts, page)?;
    }
    Ok(())
}

fn write_side(
    report: &Report,
    stance: Stance,
    claim: &str,
    side: &Side,
    page: &mut Page<'_>,
) -> io::Result<()> {
    let evidence = voices::evidence_of(report, claim, &side.source, stance);
    let sign = page.paint(ink_of(stance), symbol(stance));
    let place = page.paint(Ink::Dim, &format!("{}:{}", one_line(&side.source), side.line));
    let claim = page.paint(Ink::Dim, &format!("{} {}", stance.name(), one_line(claim)));
    page.text(&format!("  {sign} "), "    ", &format!("{}  {place}  {claim}", one_line(&side.outlet)))?;
    let values = evidence.map(values_of).unwrap_or_default();
    let (phrasing, because) =
        evidence.map_or(("", ""), |evidence| (evidence.phrasing.as_str(), evidence.because.as_str()));
    page.quote(4, 2, &Subject { quote: &side.quote, values: &values, phrasing, because })
}
