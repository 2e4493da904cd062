//! Is what the claim tells of its subject told in the passage of another, beside whom the subject only stands: "three years older *than
//! his sister*", "a decade *after the town hall*"?

use crate::english;
use crate::stance::held::Held;
use crate::text::{Document, TokenKind};
use crate::value::{Kind, Mention};

use super::grammar;

/// How far before whom something is compared with the small word stands at most: "before *her brother, the poet Hugh* Bexley".
const REACH: usize = 8;

/// How many tokens after it a verb makes it a clause of its own at most: "after the hall *was* built".
const CLAUSE: usize = 2;

/// The words by which the passage compares with something else, or only calls them equal, what the claim says is more: "bigger *than
/// York* but smaller than Leeds", "*as big* as Leeds", for "bigger than Leeds".
pub(super) fn with_another<'a>(held: &Held<'a>) -> Option<&'a str> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let than = held.phrasing.tokens().find(|&p| claim.folded(p) == "than")?;
    let more = than.checked_sub(1)?;
    let other = (than + 1..claim.tokens().len()).find(|&p| english::is_content_word(claim, p))?;
    let pairs = || held.alignment.pairs(held.phrasing);
    let (_, answer) = pairs().find(|&(p, _)| p == more)?;
    let (_, compared) = pairs().find(|&(p, _)| p == other)?;
    let equal =
        answer.checked_sub(1).filter(|&i| text.folded(i) == "as" && text.folded_or_empty(answer + 1) == "as");
    if let Some(equal) = equal {
        return Some(held.words(&(equal..answer + 1)));
    }
    let theirs = answer + 1;
    let named = held.names().iter().find(|name| name.tokens.start == theirs + 1)?;
    let another = text.folded_or_empty(theirs) == "than" && !named.core.clone().any(|i| held.is_aligned(i));
    (another && compared > named.core.end).then(|| held.words(&(theirs..named.core.end)))
}

/// The words by which the passage puts the claim's subject beside what it tells of.
pub(super) fn stands_beside(held: &Held<'_>) -> Option<String> {
    let claim = &held.phrasing.document;
    let verb = held.phrasing.tokens().find(|&p| english::is_verb(claim, p))?;
    let mut subjects = held.alignment.pairs(held.phrasing).take_while(|&(p, _)| p < verb);
    subjects.find_map(|(_, subject)| beside(held, verb, subject))
}

/// The words by which the passage puts its `subject`, of which the claim tells what `verb` says, beside another.
fn beside(held: &Held<'_>, verb: usize, subject: usize) -> Option<String> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let sentence = held.sentence_of(subject)?;
    let valued = |i: usize| held.mentions().iter().any(|mention| mention.tokens.contains(&i));
    let start = subject.saturating_sub(REACH).max(sentence.start);
    let mut back = (start..subject)
        .rev()
        .take_while(|&i| !english::is_verb(text, i) && text.folded(i) != ";" && !valued(i));
    let beside = back.find(|&i| compares(text, held.mentions().iter().copied(), i))?;
    let has_a_clause = (subject + 1..sentence.end.min(subject + 1 + CLAUSE))
        .take_while(|&i| text.tokens()[i].kind != TokenKind::Punctuation)
        .any(|i| english::is_verb(text, i));
    let before = sentence.start..beside;
    let told_before = held.alignment.pairs(held.phrasing).any(|(p, q)| p >= verb && before.contains(&q))
        || held.mentions().iter().any(|mention| before.contains(&mention.tokens.start));
    let in_claim = held.phrasing.tokens().any(|i| compares(claim, &held.phrasing.mentions, i));
    (told_before && !has_a_clause && !in_claim).then(|| held.words(&(beside..subject + 1)).to_owned())
}

/// How far back from a noun what it is said of is looked for: "Bohl, *the Swedish finance* minister".
const PHRASE: usize = 5;

/// Whom the passage calls what the claim calls its subject: "met *Anders Bohl*, the finance minister".
pub(super) fn is_called_so<'a>(held: &Held<'a>) -> Option<&'a str> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let copula = held.phrasing.tokens().find(|&p| english::is_verb(claim, p))?;
    let is = matches!(claim.folded(copula), "is" | "was" | "are" | "were");
    let named = held.phrasing.names.first().is_some_and(|name| name.tokens.end == copula);
    let noun = |p: usize| english::parts_of_speech(&english::stem(claim.folded(p))).starts_with('n');
    if !is || !named || (copula + 1..claim.tokens().len()).any(|p| english::is_verb(claim, p)) {
        return None;
    }
    let (_, head) = held.alignment.pairs(held.phrasing).find(|&(p, _)| p > copula && noun(p))?;
    let from = head.saturating_sub(PHRASE);
    let in_phrase =
        |&i: &usize| english::is_content_word(text, i) || matches!(text.folded(i), "a" | "an" | "the");
    let start = (from..head).rev().take_while(in_phrase).last().unwrap_or(head);
    let comma = start.checked_sub(1).filter(|&i| text.folded(i) == ",")?;
    let other = held.names().iter().find(|name| name.core.end == comma)?;
    // "Tom Hale, from *Leeds*, a teacher".
    let mut before = (from.saturating_sub(PHRASE)..other.tokens.start).rev();
    let led = before.find(|&i| text.folded(i) != "the").is_some_and(|i| grammar::is_preposition(text, i));
    (!led && !other.core.clone().any(|i| held.is_aligned(i))).then(|| held.words(&other.core))
}

/// Whether the word at `at` puts one thing beside another: "older *than*", "as many *as*", "a year *after*"; `values` are those of its
/// document.
fn compares<'a>(document: &Document, values: impl IntoIterator<Item = &'a Mention>, at: usize) -> bool {
    let back = |steps: usize| at.checked_sub(steps).map_or("", |i| document.folded(i));
    let lasts = |value: &Mention| value.value.kind == Kind::Duration && value.tokens.end == at;
    match document.folded(at) {
        "than" => true,
        "as" => matches!(back(1), "many" | "much") || back(2) == "as",
        "after" | "before" => values.into_iter().any(lasts),
        _ => false,
    }
}
