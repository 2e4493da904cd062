//! Of what a value is a share, and per what it is told.

use std::ops::Range;

use crate::english;
use crate::matcher::Likeness;
use crate::stance::held::Held;
use crate::text::{Case, Document, WordSet};
use crate::value::{Kind, Mention};

/// How far after its "of" the noun of a whole stands at most: "45% of *the bank's senior posts*".
const WHOLE_REACH: usize = 6;

/// The words of the whole of which the passage's value is a share, where they say nothing of the claim's: "45% of *employees*" for
/// "45% of managers".
pub(super) fn of_another_whole<'a>(
    held: &'a Held<'_>,
    claimed: &Mention,
    reported: &Mention,
) -> Option<&'a str> {
    let is_share = |mention: &Mention| matches!(mention.value.kind, Kind::Proportion);
    if !is_share(claimed) || !is_share(reported) {
        return None;
    }
    let claim = &held.phrasing.document;
    let ours = whole(claim, &held.phrasing.tokens(), claimed, &["at", "by", "for", "from", "in", "on"])?;
    let theirs = whole(held.document(), &held.sentence_of(reported.tokens.start)?, reported, &[])?;
    let words =
        held.phrasing.frame.iter().filter(|word| word.token.is_some_and(|token| ours.contains(&token)));
    let mut hits = words.flat_map(|word| held.reading.marked.answers_among(word.word, &theirs));
    // "Of New Yorkers", "of the city's people".
    let named = ours.clone().any(|i| claim.tokens()[i].case != Case::Lower);
    // "Them", "people": whoever was spoken of.
    let anyone = theirs.clone().all(|i| {
        let word = held.document().folded(i);
        english::is_function_word(word)
            || matches!(word, "people" | "residents" | "inhabitants" | "population")
    });
    (!named && !anyone && !hits.any(|hit| hit.likeness > Likeness::Opposed)).then(|| held.words(&theirs))
}

/// How far before a number its "of" stands at most: "eleven *of* the unit's 38".
const OF_REACH: usize = 4;

/// Words for a part of so many.
static PART: WordSet = WordSet::of(&["few", "half", "many", "most", "none", "several", "some"]);

/// How many of those whom the passage's value counts it tells of, where the claim tells of all: "*eleven* of the 12 jurors".
pub(super) fn is_of_part<'a>(held: &Held<'a>, claimed: &Mention, reported: &Mention) -> Option<&'a str> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let of = reported.tokens.start.checked_sub(1)?;
    let of =
        if matches!(text.folded(of), "the" | "all" | "these" | "those") { of.checked_sub(1)? } else { of };
    let part = of.checked_sub(1).filter(|_| text.folded(of) == "of")?;
    // "Eleven of the unit's 38 posts".
    let back = (claimed.tokens.start.saturating_sub(OF_REACH)..claimed.tokens.start).rev();
    let mut back = back.take_while(|&i| claim.tokens()[i].is_word() && !english::is_verb(claim, i));
    let is_of_them = back.any(|i| claim.folded(i) == "of");
    let counts = PART.contains(text.folded(part))
        || held
            .mentions()
            .iter()
            .any(|mention| mention.tokens.contains(&part) && mention.value.kind == Kind::Count);
    // "One of 100 women who signed it" tells of all.
    let end = held.sentence_of(part)?.end;
    let who = text.folded(part) == "one"
        && (reported.tokens.end..end).any(|i| matches!(text.folded(i), "that" | "who"));
    (counts && !who && !is_of_them).then(|| text.words(part..part + 1))
}

/// What follows the "of" of a share, up to a verb or to a word of `ends_at`: "45% of the *trees in the forest*".
fn whole(
    document: &Document,
    within: &Range<usize>,
    value: &Mention,
    ends_at: &[&str],
) -> Option<Range<usize>> {
    let of = value.tokens.end;
    if of >= within.end || document.folded(of) != "of" {
        return None;
    }
    let limit = within.end.min(of + 1 + WHOLE_REACH);
    let ends = |i: &usize| {
        !document.tokens()[*i].is_word()
            || english::is_verb(document, *i)
            || matches!(document.folded(*i), "who" | "that" | "which")
            || ends_at.contains(&document.folded(*i))
    };
    let end = (of + 1..limit).find(ends).unwrap_or(limit);
    (end > of + 1).then_some(of + 1..end)
}

/// How many tokens after a value its "a year" stands at most.
const RATE_REACH: usize = 3;

/// Whether the claim tells so much a year, month or head, and the passage does not say of what its value is.
pub(super) fn is_another_rate(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    if !matches!(claimed.value.kind, Kind::Money(_)) {
        return false;
    }
    let claim = &held.phrasing.document;
    let end = claim.tokens().len().min(claimed.tokens.end + RATE_REACH);
    let per = (claimed.tokens.end..end.saturating_sub(1)).any(|i| {
        // Wages are told without their hour, by those who know it.
        is_per(claim, i) && claim.folded(i) != "/" && claim.folded(i + 1) != "hour"
    });
    let text = held.document();
    let told = |sentence: Range<usize>| {
        sentence.into_iter().any(|i| {
            let beside = (reported.tokens.end..reported.tokens.end + RATE_REACH).contains(&i);
            is_per(text, i) || is_regular(text.folded(i)) || beside && is_period(text.folded(i))
        })
    };
    per && held.sentence_of(reported.tokens.start).is_some_and(|sentence| !told(sentence))
}

/// "A year", "per head".
fn is_per(document: &Document, at: usize) -> bool {
    matches!(document.folded(at), "a" | "an" | "each" | "every" | "per" | "/")
        && is_period(document.folded_or_empty(at + 1))
}

fn is_period(word: &str) -> bool {
    matches!(word, "year" | "month" | "week" | "day" | "hour" | "night" | "head" | "person")
}

fn is_regular(word: &str) -> bool {
    matches!(
        word,
        "annual"
            | "annually"
            | "yearly"
            | "monthly"
            | "weekly"
            | "daily"
            | "hourly"
            | "nightly"
            | "each"
            | "per"
    )
}
