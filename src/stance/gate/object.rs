//! What a verb is done to: "won *a match in* the cup" is not "won the cup", nor is "won the cup*'s prize*".

use std::ops::Range;

use crate::english;
use crate::stance::held::Held;
use crate::text::{Case, Document, WordSet};
use crate::value::{Kind, Mention};

use super::argument::same_word;
use super::change::is_period;
use super::grammar::{self, Voice};
use super::pairing::Pair;

/// How many tokens of the passage stand between its verb and what is done to that at most.
const REACH: usize = 12;

/// Nouns that say hardly more than the name before them: "won the Harrow Cup *final*", "the Acme *group*".
#[rustfmt::skip]
pub(super) static SHELLS: WordSet = WordSet::of(&[
    "affair", "area", "building", "campaign", "case", "championship", "chief", "city", "club",
    "company", "competition", "contest", "county", "crisis", "crown", "deal", "district", "event",
    "field", "final", "firm", "group", "issue", "line", "match", "operation", "plan", "plant",
    "process", "programme", "project", "race", "region", "scheme", "series", "service", "site",
    "station", "system", "team", "title", "tournament", "town", "trophy", "village",
]);

/// Small words that lead to where something is: "a fence *around* the statue".
static PLACES: WordSet =
    WordSet::of(&["above", "across", "along", "around", "below", "beside", "inside", "outside", "through"]);

/// Those who are gathered, and who are meant by their gathering: "told *a meeting of* MPs".
static GATHERINGS: WordSet =
    WordSet::of(&["audience", "committee", "conference", "gathering", "group", "meeting", "panel", "rally"]);

/// Nouns of what is wanted or told, which is refused, backed or given with it: "refused *our request for* an inquiry".
#[rustfmt::skip]
static WANTED: WordSet = WordSet::of(&[
    "account", "application", "bid", "call", "demand", "description", "detail", "idea",
    "information", "plan", "plea", "proposal", "prospect", "request", "use",
]);

/// Words for fewer than all: "*some* of the patients".
static SOME: WordSet = WordSet::of(&["few", "half", "many", "part", "parts", "several", "some"]);

/// Words by which one of a kind is told from the one that needs none: "the *junior* Harrow Cup".
#[rustfmt::skip]
static LESSER: WordSet = WordSet::of(&[
    "amateur", "boys", "girls", "indoor", "junior", "ladies", "men", "mixed", "regional", "reserve",
    "under", "university", "veterans", "wheelchair", "women", "youth",
]);

/// The words of the passage for what it is done to there, where the claim says that it was done to something named beside.
pub(super) fn another(held: &Held<'_>) -> Option<Range<usize>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let verb = grammar::claimed(held).filter(|&verb| english::is_verb(claim, verb))?;
    if let Some(more) = more(held, verb) {
        return Some(more);
    }
    let object = object(held, verb)?;
    let reported = same_word(held, verb).filter(|&reported| grammar::is_told(text, reported))?;
    if [grammar::voice(claim, verb), grammar::voice(text, reported)].contains(&Voice::Passive) {
        return None;
    }
    let answers: Vec<usize> =
        held.alignment.pairs(held.phrasing).filter(|(p, _)| object.contains(p)).map(|(_, q)| q).collect();
    let (&first, &last) = (answers.iter().min()?, answers.iter().max()?);
    let sentence = held.sentence_of(reported)?;
    if first < reported && sentence.contains(&first) {
        return instead(held, reported, &sentence);
    }
    if first <= reported || last >= sentence.end || first - reported > REACH {
        return None;
    }
    of_an_owner(held, &object)
        .or_else(|| embedded(held, reported, first))
        .or_else(|| led_to(held, reported, first))
        .or_else(|| owned(held, last, &sentence))
        .or_else(|| lesser(text, reported, first))
}

/// The words of the passage for how many it is done to there, where the number that the claim gives for that is of something else: "fired
/// *30 of its 300 workers*", "fired *one*".
pub(super) fn another_number(held: &Held<'_>, pairs: &[Pair<'_>]) -> Option<Range<usize>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let verb = grammar::claimed(held).filter(|&verb| english::is_verb(claim, verb))?;
    let reported = same_word(held, verb).filter(|&reported| english::is_verb(text, reported))?;
    let sentence = held.sentence_of(reported)?;
    let active = |document: &Document, verb: usize| grammar::voice(document, verb) == Voice::Active;
    if !active(claim, verb) || !active(text, reported) {
        return None;
    }
    let counts = |mention: &Mention| mention.value.kind == Kind::Count;
    let agreed = pairs
        .iter()
        .filter(|pair| pair.agrees() && counts(pair.claimed) && pair.claimed.tokens.start == verb + 1);
    let mut partners = agreed.filter_map(|pair| pair.partner).map(|(partner, ..)| partner);
    let partner = partners.next().filter(|partner| sentence.contains(&partner.tokens.start))?;
    let other = held.mentions().iter().find(|other| {
        other.tokens.start == reported + 1
            && counts(other)
            && !other.value.weak
            && other.tokens != partner.tokens
    });
    // "Sold 300 in May and 200 in June" gives both.
    if let Some(other) = other.filter(|_| partner.tokens.start < reported) {
        return Some(other.tokens.clone());
    }
    let small = |i: &usize| matches!(text.folded(*i), "her" | "his" | "its" | "the" | "their");
    let lead = (reported + 1..partner.tokens.start).rev().find(|i| !small(i))?;
    let noun = lead.checked_sub(1).filter(|&noun| noun > reported && english::is_content_word(text, noun))?;
    let of = matches!(text.folded(lead), "at" | "from" | "in" | "of" | "with")
        && !grammar::is_namesake(text.folded(noun));
    of.then_some(reported + 1..partner.tokens.end)
}

/// What the claim's `verb` is done to, where that directly follows it and is no value.
fn object(held: &Held<'_>, verb: usize) -> Option<Range<usize>> {
    let claim = &held.phrasing.document;
    let phrase = grammar::phrase_after(claim, verb, held.phrasing.tokens().end);
    let valued = |i: usize| held.phrasing.mentions.iter().any(|mention| mention.tokens.contains(&i));
    let first = claim.folded_or_empty(phrase.start);
    if english::is_function_word(first) && !english::begins_object(first) {
        return None;
    }
    let says = phrase.clone().any(|i| english::is_content_word(claim, i));
    let plain = phrase.clone().all(|i| !valued(i) && !english::is_verb(claim, i));
    (says && plain).then_some(phrase)
}

/// What stands between the passage's verb and a small word that leads to the object: "won *a match* in the cup".
fn led_to(held: &Held<'_>, reported: usize, first: usize) -> Option<Range<usize>> {
    let text = held.document();
    let leads = |i: usize| grammar::is_preposition(text, i) || PLACES.contains(text.folded(i));
    let preposition = (reported + 1..first).rev().find(|&i| leads(i))?;
    // "Two huts *next to* the pier".
    let next = |i: usize| matches!(text.folded(i), "adjacent" | "close" | "next");
    let preposition = preposition - usize::from(text.folded(preposition) == "to" && next(preposition - 1));
    let start = (reported + 1..preposition).rev().find(|&i| leads(i)).unwrap_or(reported) + 1;
    // "Expects the bank *to raise* rates", "won gold in the 100m *and* silver in the long jump".
    let infinite = text.folded(preposition) == "to" && english::is_verb(text, preposition + 1);
    let listed = (start..first).any(|i| matches!(text.folded(i), "," | ";" | "and" | "or"));
    let phrase = Some(start..preposition).filter(|_| !infinite && !listed)?;
    let head = phrase.clone().rev().find(|&i| text.tokens()[i].is_word())?;
    let valued = |i: usize| held.mentions().iter().any(|mention| mention.tokens.contains(&i));
    let word = text.folded(head);
    // "Cured *some of* the patients".
    if text.folded(preposition) == "of" && SOME.contains(word) {
        let claim = &held.phrasing.document;
        let has = held.phrasing.tokens().any(|i| claim.folded(i) == word);
        return (!has).then_some(phrase);
    }
    let noun = english::parts_of_speech(&english::stem(word)).contains('n');
    let plain = phrase.clone().all(|i| !held.is_aligned(i) && (i == head || !english::is_verb(text, i)));
    let meant = grammar::is_namesake(word)
        || GATHERINGS.contains(word)
        || WANTED.contains(&english::singular(word))
        || valued(head);
    (noun && plain && !meant && english::is_content_word(text, head)).then_some(phrase)
}

/// What stands between the passage's verb and the object, where that belongs to a clause of its own: "criticised *those who oppose* the plan".
fn embedded(held: &Held<'_>, reported: usize, first: usize) -> Option<Range<usize>> {
    let text = held.document();
    let clause = (reported + 1..first).find(|&i| matches!(text.folded(i), "who" | "whoever"))?;
    let tells = (clause + 1..first).any(|i| !held.is_aligned(i) && english::is_content_word(text, i));
    (tells && !(reported + 1..clause).any(|i| held.is_aligned(i))).then_some(reported + 1..first)
}

/// What directly follows the passage's verb, where the object stands before that: "who had worked for the mayor, defeated *her deputy*",
/// "the boy's dog bit *a man*".
fn instead(held: &Held<'_>, reported: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let text = held.document();
    let phrase = grammar::phrase_after(text, reported, sentence.end);
    let head = phrase.clone().rev().find(|&i| english::is_content_word(text, i))?;
    let noun = english::parts_of_speech(&english::stem(text.folded(head))).starts_with('n');
    let dated = |i: usize| {
        held.mentions().iter().any(|mention| mention.value.kind.is_dated() && mention.tokens.contains(&i))
    };
    let plain = phrase.clone().all(|i| !held.is_aligned(i) && !dated(i) && !english::is_verb(text, i));
    let period = is_period(text.folded(head));
    let first = text.folded_or_empty(phrase.start);
    let counted =
        |mention: &Mention| mention.tokens.start == phrase.start && mention.value.kind == Kind::Count;
    let begins = matches!(first, "a" | "an" | "her" | "his" | "its" | "the" | "their")
        || held.mentions().iter().copied().any(counted);
    (begins && noun && plain && !period && !is_told_twice(held, reported, sentence)).then_some(phrase)
}

/// Whether the sentence has the claim's verb again: "*leaving* the scene of a crash that *left* two people dead".
fn is_told_twice(held: &Held<'_>, reported: usize, sentence: &Range<usize>) -> bool {
    held.phrasing.frame.iter().zip(&held.alignment.answers).any(|(word, answer)| {
        answer.token() == Some(reported) && held.reading.marked.answers_among(word.word, sentence).len() > 1
    })
}

/// The one who owns what it is done to there, where the claim says that it was done to them: "gave *Smith's brother* the key".
fn of_an_owner(held: &Held<'_>, object: &Range<usize>) -> Option<Range<usize>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let mut answers = held.alignment.pairs(held.phrasing).filter(|(p, _)| object.contains(p));
    let (_, owner) = answers.find(|&(p, q)| text.is_possessive(q) && !claim.is_possessive(p))?;
    let next = owner + 1;
    let noun = next < text.tokens().len() && english::is_content_word(text, next) && !held.is_aligned(next);
    noun.then_some(owner..next + 1)
}

/// What the passage's verb is done to before the small word that directly follows the claim's: "moved *staff* from Leeds", "lost *a player*
/// to Hull".
fn more(held: &Held<'_>, verb: usize) -> Option<Range<usize>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let lead = Some(verb + 1).filter(|&i| i < claim.tokens().len() && grammar::is_preposition(claim, i))?;
    let reported = same_word(held, verb).filter(|&reported| english::is_verb(text, reported))?;
    let phrase = grammar::phrase_after(text, reported, held.sentence_of(reported)?.end);
    let head = phrase.clone().rev().find(|&i| text.tokens()[i].is_word())?;
    // "Knew *nothing* of the leak" is a negation.
    if matches!(text.folded(head), "nobody" | "none" | "nothing") {
        return None;
    }
    let same = text.folded_or_empty(phrase.end) == claim.folded(lead);
    let own = matches!(text.folded_or_empty(phrase.start), "her" | "his" | "its" | "their");
    let valued = |i: usize| held.mentions().iter().any(|mention| mention.tokens.contains(&i));
    let plain = phrase.clone().all(|i| {
        !held.is_aligned(i)
            && !valued(i)
            && !english::is_verb(text, i)
            && !matches!(text.folded(i), "and" | "or")
    });
    let word = text.folded(head);
    let noun = english::is_content_word(text, head)
        && english::parts_of_speech(&english::stem(word)).starts_with('n');
    let passive =
        grammar::voice(claim, verb) == Voice::Passive || grammar::voice(text, reported) == Voice::Passive;
    (same && noun && plain && !own && !passive && !is_period(word)).then_some(phrase)
}

/// What belongs to the object, or is named after it: "the Harrow Cup's *prize*", "a Harrow Cup *display*".
fn owned(held: &Held<'_>, last: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let text = held.document();
    let owns = text.is_possessive(last);
    let named = text.tokens()[last].case != Case::Lower;
    // "Bought Tolland Air *shares*", though "shares" is a verb as well.
    let tells = |i: usize| {
        english::is_verb(text, i)
            && text
                .tokens()
                .get(i + 1)
                .is_some_and(|next| next.is_word() && !grammar::is_preposition(text, i + 1))
    };
    let more = |i: usize| {
        english::is_content_word(text, i)
            && !tells(i)
            && !held.is_aligned(i)
            && text.tokens()[i].case == Case::Lower
    };
    let end = (last + 1..sentence.end).find(|&i| !more(i)).unwrap_or(sentence.end);
    let head = end.checked_sub(1).filter(|&head| head > last)?;
    let valued = held.mentions().iter().any(|mention| mention.tokens.contains(&head));
    let word = text.folded(head);
    let noun = english::parts_of_speech(&english::stem(word)).contains('n');
    let shell = SHELLS.contains(&english::singular(word)) && !owns;
    ((owns || named) && noun && !valued && !shell).then_some(last..end)
}

/// The lesser one of its kind: "won the *junior* Harrow Cup".
fn lesser(text: &Document, reported: usize, first: usize) -> Option<Range<usize>> {
    let before = first.checked_sub(1).filter(|&before| before > reported)?;
    LESSER.contains(text.folded(before)).then_some(before..first + 1)
}
