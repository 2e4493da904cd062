//! A passage's sentence that has every word of the claim, but one at most, in the claim's order.

use std::ops::Range;

use crate::english::{self, Direction};
use crate::matcher::{Answer, Likeness, is_reporting};
use crate::stance::held::Held;
use crate::text::{Document, WordSet};
use crate::value::name::is_calendar;

use super::super::extent;
use super::super::grammar;
use super::super::pairing::{Pair, is_answer};
use super::negates;

/// Fewer words than these, names included, are the same by chance.
const LEAST_WORDS: usize = 2;

/// Those who say otherwise because of whom they are.
static OPPONENTS: WordSet = WordSet::of(&[
    "activists",
    "campaigners",
    "critics",
    "detractors",
    "opponents",
    "opposition",
    "protesters",
    "rivals",
    "sceptics",
    "skeptics",
]);

/// The sentence.
pub(super) struct Clause<'a> {
    /// The values.
    pub(super) values: &'a [Pair<'a>],
    /// Its tokens, without what only says whose words they are.
    pub(super) tokens: Range<usize>,
    /// The claim's word that it lacks.
    pub(super) lacks: Option<usize>,
    /// Which token answers which.
    pub(super) pairs: Vec<(usize, usize)>,
}

impl<'a> Clause<'a> {
    pub(super) fn of(held: &Held<'_>, values: &'a [Pair<'a>]) -> Option<Self> {
        if !values.iter().all(|pair| pair.claimed.value.weak || pair.agrees()) {
            return None;
        }
        let (mut lacks, mut pairs) = (None, Vec::new());
        let claim = &held.phrasing.document;
        for (word, answer) in held.phrasing.frame.iter().zip(&held.alignment.answers) {
            match (word.token, *answer) {
                (None, _) | (_, Answer::Shortened) => {}
                // Small words are compared by themselves, and what negates is.
                (Some(p), Answer::Nothing)
                    if english::is_function_word(claim.folded(p)) || negates(claim.folded(p)) => {}
                (Some(p), Answer::Nothing) if describes_name(held, p) => {}
                (Some(p), Answer::Token { token, likeness }) if likeness >= Likeness::Derived => {
                    pairs.push((p, token));
                }
                (Some(p), Answer::Nothing) if lacks.is_none() => lacks = Some(p),
                _ => return None,
            }
        }
        let (&(_, first), &(_, last)) = (pairs.first()?, pairs.last()?);
        if pairs.len() + usize::from(lacks.is_some()) < LEAST_WORDS || !pairs.is_sorted_by(|a, b| a.1 < b.1) {
            return None;
        }
        let sentence = held.sentence_of(first).filter(|sentence| sentence.contains(&last))?;
        let tokens = without_attribution(held, sentence, first, last)?;
        Some(Self { values, tokens, lacks, pairs })
    }

    /// The tokens from the first that answers the claim to the last, `own` included.
    pub(super) fn core(&self, own: &Range<usize>) -> Range<usize> {
        let ends = self.pairs.iter().map(|&(_, q)| q..q + 1);
        let partners =
            self.values.iter().filter_map(|pair| pair.partner).map(|(partner, ..)| &partner.tokens);
        let partners = partners.filter(|tokens| self.tokens.contains(&tokens.start)).cloned();
        let all = ends.chain(partners);
        all.fold(own.clone(), |a, b| a.start.min(b.start)..a.end.max(b.end))
    }

    /// What is said among `tokens` that answers nothing of the claim, `passed` left out, and what only tells more of whom it names:
    /// "the pilot, *54*, died".
    pub(super) fn besides(
        &self,
        held: &Held<'_>,
        tokens: Range<usize>,
        passed: &[Range<usize>],
    ) -> Vec<usize> {
        let answers = |i: usize| is_answer(held, self.values, i);
        let aside = aside(held.document(), tokens.clone(), &answers);
        let counts = |&i: &usize| {
            let skipped = aside.contains(&i) || passed.iter().any(|passed| passed.contains(&i));
            let tells =
                || says(held.document(), i) || held.mentions().iter().any(|one| one.tokens.contains(&i));
            !answers(i) && !skipped && tells()
        };
        tokens.filter(counts).collect()
    }

    /// Where `tokens`, without those that are `passed`, have the claim's small words that make a difference, the one that is another,
    /// if there is one, in the claim and in the passage; else nothing.
    pub(super) fn other_link(
        &self,
        held: &Held<'_>,
        tokens: Range<usize>,
        passed: &[Range<usize>],
    ) -> Option<Option<(usize, usize)>> {
        let (claim, text) = (&held.phrasing.document, held.document());
        let ours = links(claim, held.phrasing.tokens());
        let mut theirs = links(text, tokens);
        theirs.retain(|q| !passed.iter().any(|passed| passed.contains(q)));
        let mut others = ours.iter().zip(&theirs).filter(|&(&p, &q)| claim.folded(p) != text.folded(q));
        let other = others.next().map(|(&p, &q)| (p, q));
        (ours.len() == theirs.len() && others.next().is_none()).then_some(other)
    }

    /// Whether nothing stands before the `core` that says anything: "*in winter*, the pass was closed", "*had* it been closed".
    pub(super) fn begins_with(&self, held: &Held<'_>, core: usize) -> bool {
        let (text, before) = (held.document(), self.tokens.start..core);
        let supposed = matches!(text.folded(self.tokens.start), "had" | "if" | "should" | "were" | "without");
        !supposed && self.besides(held, before.clone(), &[]).is_empty() && links(text, before).is_empty()
    }
}

/// Whether a text goes on among `tokens` with what is so all the same, or was till then.
pub(super) fn is_contrasted(document: &Document, mut tokens: Range<usize>) -> bool {
    extent::contrasts(document, tokens.clone())
        || tokens.any(|i| matches!(document.folded(i), "except" | "until"))
}

/// Whether a noun only says what somebody is who is named next: "the *novelist* Ida Korrin".
fn describes_name(held: &Held<'_>, token: usize) -> bool {
    let person = english::names_persons(held.phrasing.document.folded(token));
    person && held.phrasing.names.iter().any(|name| name.tokens.start == token + 1)
}

/// What says by how much, or how long before or after, beside `own`, the opposite of a word: "*50 minutes* late", "fell *to 3.1 percent*",
/// "*two hours* after".
pub(super) fn amounts(held: &Held<'_>, own: &Range<usize>) -> Vec<Range<usize>> {
    let text = held.document();
    let leads_on = |i: usize| matches!(text.folded_or_empty(i), "after" | "before");
    let mentions = || held.mentions().iter().filter(|mention| !mention.value.kind.is_dated());
    let before = mentions().filter(|mention| mention.tokens.end == own.start || leads_on(mention.tokens.end));
    let mut found: Vec<Range<usize>> = before.map(|mention| mention.tokens.clone()).collect();
    let trend = own.clone().any(|i| Direction::of(text.folded(i)).is_some());
    let mut at = own.end;
    let amount = |at: usize| {
        let led = usize::from(matches!(text.folded_or_empty(at), "at" | "by" | "from" | "to"));
        mentions().find(|mention| mention.tokens.start == at + led).filter(|_| trend)
    };
    while let Some(amount) = amount(at) {
        found.push(at..amount.tokens.end);
        at = amount.tokens.end;
    }
    found
}

/// Whether a token is of a date or a time.
pub(in crate::stance::gate) fn is_time(held: &Held<'_>, at: usize) -> bool {
    let mut dated = held.mentions().iter().filter(|mention| mention.value.kind.is_dated());
    is_calendar(held.document().folded(at)) || dated.any(|mention| mention.tokens.contains(&at))
}

/// Small words that make a difference: whose, which, and when.
#[rustfmt::skip]
static POINTING: WordSet = WordSet::of(&[
    "above", "another", "below", "each", "every", "few", "her", "his", "inside", "its",
    "last", "many", "most", "my", "next", "other", "our", "outside", "their", "these",
    "this", "those", "without", "your",
]);

/// The small words that make a difference, in order: prepositions, conjunctions, and what points to one of several.
pub(super) fn links(document: &Document, tokens: Range<usize>) -> Vec<usize> {
    let links = |&i: &usize| {
        grammar::is_preposition(document, i)
            || grammar::is_bound(document, i)
            || POINTING.contains(document.folded(i))
    };
    tokens.filter(links).collect()
}

/// What stands between the first two commas among `tokens`, if the claim is answered right before, and nothing is done there.
fn aside(document: &Document, tokens: Range<usize>, answers: &dyn Fn(usize) -> bool) -> Range<usize> {
    let mut commas = tokens.clone().filter(|&i| document.folded(i) == ",");
    let (Some(open), Some(close)) = (commas.next(), commas.next()) else { return 0..0 };
    let told = |i: usize| {
        answers(i)
            || negates(document.folded(i))
            || english::is_verb(document, i)
            || grammar::is_bound(document, i)
    };
    let names = open > tokens.start && answers(open - 1) && !(open + 1..close).any(told);
    if names { open..close } else { 0..0 }
}

/// Whether a token is a number, or a word of no closed class.
fn says(document: &Document, at: usize) -> bool {
    // "Still" and "already" only say what is said anyway.
    if matches!(document.folded(at), "already" | "also" | "still") {
        return false;
    }
    grammar::says(document, at)
}

/// The sentence without "police said that" before the first word that answers the claim, and ", police said" after the last.
fn without_attribution(
    held: &Held<'_>,
    sentence: Range<usize>,
    first: usize,
    last: usize,
) -> Option<Range<usize>> {
    let text = held.document();
    // Not "the *state* senate".
    let tells = |&i: &usize| {
        let said = is_reporting(text.folded(i)) && english::is_verb(text, i);
        !held.is_aligned(i) && (said || text.folded(i) == "according")
    };
    let start = (sentence.start..first).rev().find(tells).map_or(sentence.start, |verb| verb + 1);
    // "Critics *wrongly* claim"; and what a side says of the other is its word against theirs.
    let doubted = |i: usize| {
        let word = text.folded(i);
        word.ends_with("ly") || OPPONENTS.contains(word)
    };
    let mut cues = held.cues().iter().filter(|cue| cue.negates());
    if (sentence.start..start).any(doubted)
        || cues.any(|cue| (sentence.start..start).contains(&cue.tokens.start))
    {
        return None;
    }
    let end = match (last + 1..sentence.end).find(tells) {
        Some(verb) => (last + 1..verb).rev().find(|&i| text.folded(i) == ",")?,
        None => sentence.end,
    };
    Some(start + usize::from(text.folded_or_empty(start) == "that")..end)
}
