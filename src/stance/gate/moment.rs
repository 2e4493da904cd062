//! Of what the time is that claim and passage both give: "closed in 1985" is not borne out by "opened in 1985 and has closed", nor by
//! "closed two years after the strike of 1985".

use std::ops::Range;

use crate::english::{self, Direction};
use crate::matcher::is_reporting;
use crate::stance::held::Held;
use crate::text::{Case, Document, TokenKind, WordSet};
use crate::value::name::is_calendar;

use super::argument::same_word;
use super::grammar;
use super::pairing::Pair;

/// The words of the passage for the time that it gives of something else.
pub(super) fn of_something_else(held: &Held<'_>, pairs: &[Pair<'_>]) -> Option<Range<usize>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let tokens = held.phrasing.tokens();
    let verb = grammar::claimed(held).filter(|&verb| is_deed(claim, verb))?;
    let told = same_word(held, verb).filter(|&told| is_deed(text, told))?;
    times(held, pairs).into_iter().find_map(|(own, time)| {
        // "Returned after *retiring* in 2009".
        let others = |i: usize| i != verb && (is_deed(claim, i) || claim.folded(i).ends_with("ing"));
        let plain = own > verb && !tokens.clone().any(others);
        let led = time.start.checked_sub(1).is_some_and(|i| grammar::is_preposition(text, i));
        let sentence =
            held.sentence_of(told).filter(|sentence| plain && led && sentence.contains(&time.start))?;
        noun_of(held, &time).or_else(|| deed_of(held, &time, told, &sentence))
    })
}

/// Whether a verb tells what was done, and not only that somebody says so.
fn is_deed(document: &Document, at: usize) -> bool {
    let word = document.folded(at);
    // "*Exports* fell": a noun.
    document.tokens()[at].case == Case::Lower
        && english::is_verb(document, at)
        && english::is_content_word(document, at)
        && !is_reporting(word)
        && word != "compared"
}

/// Where the times of the claim begin, with those of the passage that answer them: dates that agree, and days and months.
fn times(held: &Held<'_>, pairs: &[Pair<'_>]) -> Vec<(usize, Range<usize>)> {
    let claim = &held.phrasing.document;
    let agreed = pairs.iter().filter(|pair| pair.agrees() && pair.claimed.value.kind.is_dated());
    let dates = agreed.filter_map(|pair| Some((pair.claimed.tokens.start, pair.partner?.0.tokens.clone())));
    let days = held.alignment.pairs(held.phrasing).filter(|&(p, _)| is_calendar(claim.folded(p)));
    dates.chain(days.map(|(p, q)| (p, q..q + 1))).collect()
}

/// Nouns for a part of a longer time: "the early *hours* of 15 April".
#[rustfmt::skip]
static PARTS: WordSet = WordSet::of(&[
    "afternoon", "autumn", "beginning", "course", "day", "end", "evening", "half", "hour", "middle",
    "month", "morning", "night", "quarter", "spring", "start", "summer", "week", "winter", "year",
]);

/// The noun of which a time is, where the claim has none: "the strike *of 1985*".
fn noun_of(held: &Held<'_>, time: &Range<usize>) -> Option<Range<usize>> {
    let text = held.document();
    let of = time.start.checked_sub(1).filter(|&of| text.folded(of) == "of")?;
    let noun = of.checked_sub(1).filter(|&noun| english::is_content_word(text, noun))?;
    let plain = text.tokens()[noun].is_word() && !is_calendar(text.folded(noun));
    let part = PARTS.contains(&english::singular(text.folded(noun)));
    (plain && !part && !held.is_aligned(noun)).then_some(noun..time.end)
}

/// Whether the verb at `at` says which way something went, or the word behind it.
fn tells_movement(text: &Document, at: usize) -> bool {
    let pace = matches!(english::stem(text.folded(at)).as_ref(), "acceler" | "cool" | "eas" | "slow");
    let way = matches!(text.folded_or_empty(at + 1), "down" | "higher" | "lower" | "up");
    pace || way || Direction::of(text.folded(at)).is_some()
}

/// The verb of which a time is, where that is another than what the passage has at `told` for the claim's.
fn deed_of(
    held: &Held<'_>,
    time: &Range<usize>,
    told: usize,
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    let text = held.document();
    let ends = |i: usize| {
        text.tokens()[i].kind == TokenKind::Punctuation && text.folded(i) != "-" || grammar::is_bound(text, i)
    };
    let before = (sentence.start..time.start).rev().take_while(|&i| !ends(i));
    let nearest =
        before.into_iter().find(|&i| english::is_verb(text, i) && english::is_content_word(text, i))?;
    // "Slipped", "edged lower".
    let both_move = tells_movement(text, nearest) && tells_movement(text, told);
    if held.is_aligned(nearest) || text.folded(nearest) == "compared" || both_move {
        return None;
    }
    let apart = if told < nearest {
        // "Was traced, arrested *and* charged on Friday".
        !(told..time.start).any(|i| text.folded(i) == "and")
    } else {
        // "Failed in 2017 *when* contact was lost".
        told > time.start
            && text.folded(told - 1) != "to"
            && !matches!(text.folded_or_empty(time.end), "as" | "when" | "while")
    };
    apart.then_some(nearest..time.end)
}
