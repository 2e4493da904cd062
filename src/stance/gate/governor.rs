//! What is told of those who are counted: the verb, participle or adjective that a number belongs to.
//!
//! "The blast *killed* 12 people and *injured* 30": whoever says that 12 were injured is not borne out by the 12 that stands there.
//! No parser, so only what stands right beside a number is told to govern it.

use std::ops::Range;

use crate::english;
use crate::matcher::{FrameWord, Likeness};
use crate::stance::held::Held;
use crate::text::{Case, Document, WordSet};
use crate::value::{Kind, Mention};

use super::outcome::Outcome;
use super::{grammar, opposite};

/// How many small words stand at most between a number and what governs it: "30 people *have also been* hurt".
const REACH: usize = 4;

/// How many words what is told of a number has at most after its first: "were found *dead*".
const LENGTH: usize = 4;

/// How far after a participle the verb of its sentence stands at most.
const PREDICATE_REACH: usize = 8;

/// Whether what is told of the claimed number is what is told of the reported one; `None` where either is not plain to see, or
/// the passage does not tell it at all.
pub(super) fn tells_the_same(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> Option<bool> {
    // Among capital letters what is told is hard to see, and is no sign that the passage tells something else.
    let titled = held.phrasing.titled;
    let in_capitals = || titled.then(|| tells(held, claimed, reported, true)).flatten().filter(|&same| same);
    tells(held, claimed, reported, false).or_else(in_capitals)
}

/// Whether the passage tells something else of its number, and of another in the next sentence what the claim tells of its own: "*damaged*
/// 500 homes. Nine were *destroyed*".
pub(super) fn is_told_of_others(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let counts = |mention: &Mention| mention.value.kind == Kind::Count;
    let Some(sentence) =
        held.sentence_of(reported.tokens.start).filter(|_| counts(claimed) && counts(reported))
    else {
        return false;
    };
    let claim = &held.phrasing.document;
    let claimed_by = governors(claim, &held.phrasing.tokens(), claimed, held.phrasing.titled);
    let own = |token: usize| claimed_by.iter().any(|words| words.contains(&token));
    let words: Vec<&FrameWord> =
        held.phrasing.frame.iter().filter(|word| !word.name && word.token.is_some_and(own)).collect();
    let here = |word: &&FrameWord| {
        held.reading
            .marked
            .answers_among(word.word, &sentence)
            .iter()
            .any(|hit| hit.likeness > Likeness::Akin)
    };
    if words.is_empty()
        || words.iter().any(here)
        || governors(held.document(), &sentence, reported, false).is_empty()
    {
        return false;
    }
    let sentences = held.document().sentences();
    let at = sentences.partition_point(|one| one.tokens.end <= reported.tokens.start);
    let Some(next) = sentences.get(at + 1).map(|one| one.tokens.clone()) else { return false };
    held.reading.mentions(at + 1..at + 2).filter(|other| counts(other) && !other.value.weak).any(|other| {
        let theirs = governors(held.document(), &next, other, false);
        let mut hits = words.iter().flat_map(|word| held.reading.marked.answers_among(word.word, &next));
        hits.any(|hit| {
            hit.likeness >= Likeness::Inflected && theirs.iter().any(|words| words.contains(&hit.token))
        })
    })
}

/// The same, `in_capitals` where the claim's words count that are written so.
fn tells(held: &Held<'_>, claimed: &Mention, reported: &Mention, in_capitals: bool) -> Option<bool> {
    let counts = |mention: &Mention| matches!(mention.value.kind, Kind::Count | Kind::Proportion);
    if !counts(claimed) || !counts(reported) {
        return None;
    }
    let claim = &held.phrasing.document;
    let claimed_by = governors(claim, &held.phrasing.tokens(), claimed, in_capitals);
    let own = |token: usize| claimed_by.iter().any(|words| words.contains(&token));
    let sentence = held.sentence_of(reported.tokens.start)?;
    let answers: Vec<(usize, Likeness)> = held
        .phrasing
        .frame
        .iter()
        .filter(|word| !word.name && word.token.is_some_and(own))
        .flat_map(|word| held.reading.marked.answers_among(word.word, &sentence))
        .filter(|hit| hit.likeness > Likeness::Opposed)
        .map(|hit| (hit.token, hit.likeness))
        .collect();
    let theirs = governors(held.document(), &sentence, reported, false);
    let counted = reported.counted.clone().unwrap_or_default();
    let told = |token: usize| counted.contains(&token) || theirs.iter().any(|words| words.contains(&token));
    let best = answers.iter().filter(|(token, _)| told(*token)).map(|&(_, likeness)| likeness).max();
    if best.is_none()
        && held.phrasing.titled
        && !theirs.is_empty()
        && tells_by_its_own_verb(held, claimed, reported, &sentence)
    {
        return Some(false);
    }
    if best.is_none() && are_other_outcomes(held, claimed, &theirs, &sentence) {
        return Some(false);
    }
    match best {
        // "Three were burned" is near "three were destroyed" in sense, no more.
        Some(Likeness::Akin) => None,
        Some(_) => Some(true),
        None => (!answers.is_empty() && !theirs.is_empty()).then_some(false),
    }
}

/// Whether the very verb by which a headline tells of its number tells of another in the passage: "Outbreak *Killed* 142", "infected 142
/// people and *killed* 55".
fn tells_by_its_own_verb(
    held: &Held<'_>,
    claimed: &Mention,
    reported: &Mention,
    sentence: &Range<usize>,
) -> bool {
    let claim = &held.phrasing.document;
    let own = governors(claim, &held.phrasing.tokens(), claimed, true);
    let own = |token: usize| own.iter().any(|words| words.contains(&token));
    let words = held.phrasing.frame.iter().filter(|word| !word.name && word.token.is_some_and(own));
    let mut hits = words.flat_map(|word| held.reading.marked.answers_among(word.word, sentence));
    let others = held.mentions().iter().filter(|other| {
        other.value.kind == reported.value.kind
            && sentence.contains(&other.tokens.start)
            && other.tokens != reported.tokens
    });
    let of_another: Vec<Range<usize>> =
        others.filter_map(|other| before(held.document(), sentence, other, false)).collect();
    hits.any(|hit| {
        hit.likeness >= Likeness::Inflected && of_another.iter().any(|words| words.contains(&hit.token))
    })
}

/// Whether the claim tells of one outcome of those whom it counts, and the passage's words `theirs` of another.
fn are_other_outcomes(
    held: &Held<'_>,
    claimed: &Mention,
    theirs: &[Range<usize>],
    sentence: &Range<usize>,
) -> bool {
    let claim = &held.phrasing.document;
    let text = held.document();
    if !tells_an_outcome(claim, &held.phrasing.tokens()) {
        return false;
    }
    let governors = governors(claim, &held.phrasing.tokens(), claimed, held.phrasing.titled);
    let (plain, harm) = (Outcome::told(text, theirs), || Outcome::only_harm(text, sentence));
    let ours = Outcome::told(claim, &governors);
    let pair = match (ours, plain) {
        (Some(ours), theirs) => theirs.or_else(harm).map(|theirs| (ours, theirs)),
        (None, theirs) => Outcome::only_harm(claim, &held.phrasing.tokens())
            .zip(theirs.filter(|(kind, _)| kind.is_harm()).or_else(harm)),
    };
    let same = |kind: Outcome| sentence.clone().any(|i| Outcome::of(text.folded(i)) == Some(kind));
    // What opposites say is for the polarity to tell.
    pair.is_some_and(|((ours, our_word), (theirs, their_word))| {
        ours != theirs && (plain.is_some() || !same(ours)) && !opposite::are_opposite(our_word, their_word)
    })
}

/// Whether any word tells what became of somebody: most claims do not.
fn tells_an_outcome(document: &Document, within: &Range<usize>) -> bool {
    within.clone().any(|i| Outcome::of(document.folded(i)).is_some())
}

/// Whether the claim says what became of those whom it counts, and the passage's sentence has no word for that.
pub(super) fn lacks_outcome(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let claim = &held.phrasing.document;
    if claimed.value.kind != Kind::Count || !tells_an_outcome(claim, &held.phrasing.tokens()) {
        return false;
    }
    let governors = governors(claim, &held.phrasing.tokens(), claimed, held.phrasing.titled);
    let ours = governors.into_iter().flatten().find_map(|i| Outcome::of(claim.folded_or_empty(i)));
    let Some(mut sentence) = held.sentence_of(reported.tokens.start) else { return false };
    ours.is_some_and(|ours| !sentence.any(|i| Outcome::of(held.document().folded(i)) == Some(ours)))
}

/// The words of `document` that tell what `value` belongs to, `within` a sentence: those before it and those after. In a `headline`
/// they have capital letters.
fn governors(
    document: &Document,
    within: &Range<usize>,
    value: &Mention,
    headline: bool,
) -> Vec<Range<usize>> {
    let after = after(document, within, value, headline);
    // "12 miners *trapped* since Sunday *were rescued*".
    let cut_short = after
        .as_ref()
        .filter(|words| words.start.checked_sub(1).is_some_and(|i| !grammar::is_auxiliary(document, i)));
    let main = cut_short.and_then(|words| predicate_after(document, within, words.end));
    after.into_iter().chain(main).chain(before(document, within, value, headline)).collect()
}

/// "12 people *were injured*", "12 *dead*", "12 who *were killed*".
fn after(
    document: &Document,
    within: &Range<usize>,
    value: &Mention,
    headline: bool,
) -> Option<Range<usize>> {
    let noun_end = after_place(document, within, noun_end(document, value).min(within.end));
    let small = |i: &usize| {
        // "Are *to* lose their jobs."
        let to = document.folded(*i) == "to" && *i > noun_end && grammar::is_auxiliary(document, *i - 1);
        to || grammar::is_auxiliary(document, *i) || matches!(document.folded(*i), "also" | "that" | "who")
    };
    let limit = within.end.min(noun_end + REACH);
    let at = (noun_end..limit).find(|i| !small(i))?;
    let led = (noun_end..at).any(|i| grammar::is_auxiliary(document, i));
    let parts = english::parts_of_speech(&english::stem(document.folded(at)));
    let has_object = || english::begins_object(document.folded_or_empty(at + 1));
    let describes =
        || is_participle(document, at) || parts.starts_with('a') || parts.contains('v') && has_object();
    let tells = is_plain_word(document, at, headline) && (led || describes());
    tells.then(|| at..end_of_predicate(document, within, at))
}

/// How many tokens what says where those are who are counted has at most: "four people *on the ground floor* were".
const PLACE: usize = 4;

/// How many tokens what is set apart after them by commas has at most: "four people, *two of them children*, were".
const ASIDE: usize = 7;

/// Where what is told of a noun that ends at `end` may begin, what says where it is or is said aside being left out: "four people *on
/// board* were killed".
fn after_place(document: &Document, within: &Range<usize>, end: usize) -> usize {
    // "Nine people, *not 12 as first reported*, were killed."
    if document.folded_or_empty(end) == "," {
        let close = (end + 1..within.end.min(end + 2 + ASIDE)).find(|&i| document.folded(i) == ",");
        let verb =
            close.map(|close| close + 1).filter(|&i| i < within.end && grammar::is_auxiliary(document, i));
        return verb.unwrap_or(end);
    }
    let placed = end < within.end
        && (grammar::is_preposition(document, end) || matches!(document.folded(end), "aboard" | "inside"));
    let mut place = end + 1..within.end.min(end + 2 + PLACE);
    let verb = place
        .find(|&i| grammar::is_auxiliary(document, i) || !document.tokens()[i].is_word())
        .filter(|&i| placed && grammar::is_auxiliary(document, i));
    verb.unwrap_or(end)
}

/// Where what begins at `at` ends: "were damaged and *closed*", "were taken to *hospital*".
fn end_of_predicate(document: &Document, within: &Range<usize>, at: usize) -> usize {
    let limit = within.end.min(at + 1 + LENGTH);
    let goes_on = |i: usize| {
        let word = document.folded(i);
        let told = |i: usize| {
            i < within.end
                && (grammar::is_auxiliary(document, i) || english::is_past_form(document.folded(i)))
        };
        match word {
            "and" | "or" => told(i + 1),
            "to" => true,
            _ => english::is_content_word(document, i) || grammar::is_auxiliary(document, i),
        }
    };
    (at + 1..limit).find(|&i| !goes_on(i)).unwrap_or(limit)
}

/// The verb of the sentence after a participle that only says which ones.
fn predicate_after(document: &Document, within: &Range<usize>, from: usize) -> Option<Range<usize>> {
    let limit = within.end.min(from + PREDICATE_REACH);
    let is_word = |i: &usize| document.tokens()[*i].is_word();
    let verb = (from..limit).take_while(is_word).find(|&i| grammar::is_auxiliary(document, i))?;
    let said = (verb + 1..within.end).find(|&i| !grammar::is_auxiliary(document, i))?;
    english::is_content_word(document, said).then(|| said..end_of_predicate(document, within, said))
}

/// Where what is counted ends: "12 *people*", "five of the *miners*", "45 percent of *voters*".
fn noun_end(document: &Document, value: &Mention) -> usize {
    // "Two *killed*" counts by what became of them.
    let noun = value
        .counted
        .as_ref()
        .filter(|noun| noun.start > value.tokens.end || Outcome::of(document.folded(noun.start)).is_none());
    let end = noun.map_or(value.tokens.end, |noun| noun.end.max(value.tokens.end));
    if document.folded_or_empty(end) != "of" {
        return end;
    }
    let whole =
        end + 1 + usize::from(matches!(document.folded_or_empty(end + 1), "the" | "its" | "their" | "all"));
    let noun = whole < document.tokens().len() && english::is_content_word(document, whole);
    if noun { whole + 1 } else { end }
}

/// "*killed* at least 12", "*injuring* another 30".
fn before(
    document: &Document,
    within: &Range<usize>,
    value: &Mention,
    headline: bool,
) -> Option<Range<usize>> {
    let small = |i: &usize| matches!(document.folded(*i), "a" | "an" | "another" | "other" | "the" | "up");
    let start = value.tokens.start.saturating_sub(REACH).max(within.start);
    let at = (start..value.tokens.start).rev().find(|i| !small(i))?;
    let named = at.checked_sub(1).filter(|&i| document.folded(at) == "of" && within.contains(&i));
    if let Some(deed) = named.filter(|&i| DEEDS.contains(&english::singular(document.folded(i)))) {
        return Some(deed..deed + 1);
    }
    let tells = is_plain_word(document, at, headline)
        && (is_participle(document, at)
            || document.folded(at).ends_with("ing")
            || english::is_verb(document, at));
    tells.then_some(at..at + 1)
}

/// Nouns for what is done to those who are counted: "the *closure* of 18 branches".
static DEEDS: WordSet = WordSet::of(&[
    "abduction",
    "arrest",
    "closure",
    "death",
    "deportation",
    "detention",
    "dismissal",
    "evacuation",
    "execution",
    "expulsion",
    "kidnapping",
    "killing",
    "loss",
    "murder",
    "release",
    "rescue",
    "sacking",
    "sale",
    "shooting",
    "theft",
]);

fn is_plain_word(document: &Document, at: usize, headline: bool) -> bool {
    (headline || document.tokens()[at].case == Case::Lower) && english::is_content_word(document, at)
}

/// "injured", "shot", "hurt".
fn is_participle(document: &Document, at: usize) -> bool {
    let word = document.folded(at);
    english::is_past_form(word) && english::parts_of_speech(&english::stem(word)).contains('v')
}
