//! It was in another country: "The summit was held in Jordan", "The summit was held in Egypt on Monday".

use std::ops::Range;

use crate::english;
use crate::matcher::{Answer, FrameWord, Likeness};
use crate::stance::held::Held;
use crate::text::{Case, Document, WordSet};
use crate::value::Mention;

use super::argument::same_word;
use super::person::claim_names_a_person;
use super::{Effect, Found, Gate, event, grammar, subject, when_said};

/// Stems of verbs for what is so of one thing, or happens to it, in one place at a time.
#[rustfmt::skip]
static IN_ONE_PLACE: WordSet = WordSet::of(&[
    "arrest", "base", "bear", "born", "buri", "bury", "captur", "collaps", "crash", "die", "discov", "drown", "find", "found",
    "headquart", "hold", "invent", "kill", "lie", "life", "live", "locat", "murder", "origin", "resid", "sign", "sink",
    "situat", "wreck",
]);

/// Of them those of which the year changes nothing, as they happen to nobody twice.
static ONCE: WordSet = WordSet::of(&["bear", "born", "die", "invent", "murder"]);

/// What is held time and again, or for some time, here and there.
#[rustfmt::skip]
static RECURRING: WordSet = WordSet::of(&[
    "championship", "competition", "concert", "contest", "cup", "derby", "election", "exhibition", "fair", "festival",
    "final", "game", "hearing", "hostage", "match", "meeting", "parade", "prisoner", "race", "referendum", "talk", "tournament", "trial",
    "vote",
]);

/// Small words that lead to where something is.
static LEADS: WordSet = WordSet::of(&["at", "in", "inside"]);

/// Asks: the passage says just what the claim says, but for the country or the city, in whose place it has another, that excludes it.
pub(super) fn ask(held: &Held<'_>) -> Option<Found> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let place = held.phrasing.tokens().rev().find(|&i| english::is_content_word(claim, i))?;
    let verb = verb_of_one_place(held, place)?;
    if !tells_all_but(held, place) || held.everywhere(place).next().is_some() || !is_of_one(held) {
        return None;
    }
    let happened = same_word(held, verb)?;
    let sentence = held.sentence_of(happened)?;
    let other = place_after(held, happened, &sentence)?;
    let once = ONCE.contains(&english::stem(claim.folded(verb)));
    if !english::exclude_each_other(claim.folded(place), text.folded(other))
        || !begins_with_subject(held, &sentence, happened)
        || !ends_after(held, other, &sentence)
        || event::is_told_again(held, happened)
        || !once && is_dated_otherwise(held, &sentence)
    {
        return None;
    }
    let because = format!(
        "“{}”, where the claim says “{}”",
        held.words(&(other..other + 1)),
        claim.words(place..place + 1)
    );
    Some(Found::new(Gate::Country, Effect::Turn, 0.2, because).by(other))
}

/// Whether the passage has every word of the claim but the one at `place`; of a name one word is enough.
fn tells_all_but(held: &Held<'_>, place: usize) -> bool {
    let told =
        |answer: &Answer| matches!(answer, Answer::Token { likeness, .. } if *likeness >= Likeness::Misspelt);
    let words = || held.phrasing.frame.iter().zip(&held.alignment.answers);
    let named = |token: usize| {
        let name = held.phrasing.names.iter().find(|name| name.core.contains(&token));
        let of =
            |word: &FrameWord| word.token.is_some_and(|i| name.is_some_and(|name| name.core.contains(&i)));
        words().any(|(word, answer)| of(word) && told(answer))
    };
    words()
        .all(|(word, answer)| told(answer) || word.token.is_none_or(|token| token == place || named(token)))
}

/// The place that the passage's verb at `verb` is told of: right behind it, or behind the day.
fn place_after(held: &Held<'_>, verb: usize, sentence: &Range<usize>) -> Option<usize> {
    let text = held.document();
    let origin = english::stem(text.folded(verb)) == "origin";
    let dated = |i: usize| is_dated(held, i) || matches!(text.folded(i), "late" | "on");
    let lead = (verb + 1..sentence.end).find(|&i| !dated(i))?;
    let leads = LEADS.contains(text.folded(lead)) || origin && text.folded(lead) == "from";
    Some(lead + 1).filter(|&place| leads && place < sentence.end && is_one_name(text, place))
}

/// Whether the sentence begins with the one of whom the claim tells, and goes on with the verb: "*The plane* has *crashed*", "*Varga*, *born*".
fn begins_with_subject(held: &Held<'_>, sentence: &Range<usize>, verb: usize) -> bool {
    let text = held.document();
    let small = |i: usize| text.folded(i) == "the" && i == sentence.start;
    let between = |i: usize| grammar::is_auxiliary(text, i) || text.folded(i) == ",";
    (sentence.start..verb).all(|i| small(i) || held.is_aligned(i) || between(i))
}

/// Whether the sentence ends with the place at `place` and the day, or only tells what came before: other words may take it back, or
/// say which place of the name it is.
fn ends_after(held: &Held<'_>, place: usize, sentence: &Range<usize>) -> bool {
    let text = held.document();
    let dated = |i: usize| is_dated(held, i) || matches!(text.folded(i), "in" | "late" | "night" | "on");
    let next = (place + 1..sentence.end).find(|&i| !dated(i));
    next.is_none_or(|next| match text.folded(next) {
        "." | "!" | "after" => true,
        // "Varga, born in Romania, *is* a singer."
        "," => grammar::is_copula(text, next + 1),
        _ => false,
    })
}

fn is_dated(held: &Held<'_>, at: usize) -> bool {
    when_said::OF_THE_NEWS.contains(held.document().folded(at))
        || held.mentions().iter().any(|mention| mention.value.kind.is_dated() && mention.tokens.contains(&at))
}

/// Whether the word of the claim at `token` is a place that may be told of beside another: who "flew *to Paris*" may have flown to Rome as well,
/// and a firm that "has a factory *in France*" may have one in Spain. What something is, and what is so in one place, is not.
pub(super) fn may_be_elsewhere_too(document: &Document, token: usize) -> bool {
    if !english::names_place(document.folded(token)) {
        return false;
    }
    let lead = token.checked_sub(1).filter(|&lead| grammar::is_preposition(document, lead)).unwrap_or(token);
    let in_one_place =
        lead.checked_sub(1).is_some_and(|i| IN_ONE_PLACE.contains(&english::stem(document.folded(i))));
    let verb = (0..lead).rev().find(|&i| english::is_verb(document, i));
    !in_one_place && !verb.is_none_or(|verb| grammar::is_copula(document, verb))
}

/// The small word that leads to the place at `place`, where that is a name by itself.
fn leads_to(document: &Document, place: usize) -> Option<usize> {
    let lead = place.checked_sub(1)?;
    (is_one_name(document, place) && LEADS.contains(document.folded(lead))).then_some(lead)
}

fn is_one_name(document: &Document, place: usize) -> bool {
    let capital =
        |i: usize| document.tokens().get(i).is_some_and(|token| token.is_word() && token.case != Case::Lower);
    capital(place) && !capital(place + 1) && document.folded_or_empty(place + 1) != "-"
}

/// How many tokens before the small word the verb stands at most: "*arrested* the suspect in".
const OBJECT: usize = 5;

/// The verb of which the claim's place is told, where that is told of one place at a time: right before it, or before the one that it is
/// done to.
fn verb_of_one_place(held: &Held<'_>, place: usize) -> Option<usize> {
    let claim = &held.phrasing.document;
    let lead = leads_to(claim, place)?;
    let in_one_place = |i: usize| IN_ONE_PLACE.contains(&english::stem(claim.folded(i)));
    // "Lives" and "born" may be no verbs by their look.
    let before = lead.checked_sub(1).filter(|&i| in_one_place(i));
    let verb = || (lead.saturating_sub(OBJECT)..lead).rev().find(|&i| english::is_verb(claim, i));
    let verb = before.or_else(verb).filter(|&verb| in_one_place(verb))?;
    let past = || verb.checked_sub(1).is_some_and(|i| matches!(claim.folded(i), "was" | "been"));
    let tells_of_one = match claim.folded(verb) {
        // "The lizard *is found* in Spain": many are.
        "found" | "discovered" | "held" | "captured" | "killed" => past(),
        // Who "lived" here may have lived there.
        "lived" | "live" | "life" | "resided" => false,
        "based" | "headquartered" | "located" | "situated" => held.phrasing.subject().is_some(),
        "lives" | "resides" => held.phrasing.subject().is_some_and(|name| claim_names_a_person(held, name)),
        _ => true,
    };
    let object = verb + 1..lead;
    let one = |object: Range<usize>| {
        let definite = matches!(claim.folded(object.start), "her" | "his" | "its" | "the" | "their")
            || claim.tokens()[object.start].case != Case::Lower;
        let last = claim.folded(object.end - 1);
        definite && english::singular(last) == last && object.into_iter().all(|i| claim.tokens()[i].is_word())
    };
    (tells_of_one && (object.is_empty() || one(object))).then_some(verb)
}

/// Whether both sides tell of one thing, the same: not of some of a kind, nor of what comes again.
fn is_of_one(held: &Held<'_>) -> bool {
    let claim = &held.phrasing.document;
    let start = held.phrasing.tokens().start;
    let head = (start..claim.tokens().len()).take_while(|&i| !english::is_verb(claim, i)).last();
    let several = head.is_some_and(|head| {
        let word = english::singular(claim.folded(head));
        held.phrasing.subject().is_none() && word != claim.folded(head) || RECURRING.contains(&word)
    });
    let named = held.phrasing.subject().is_some();
    let definite = named || claim.folded(start) == "the";
    !several
        && definite
        && !subject::is_unspecific(held)
        && !subject::is_narrowed(held)
        && !subject::is_one_of_them(held)
}

/// Whether only the passage's sentence gives a year: the summit of another may have been elsewhere.
fn is_dated_otherwise(held: &Held<'_>, sentence: &Range<usize>) -> bool {
    let text = held.document();
    let dated = |mention: &Mention| mention.value.kind.is_dated();
    let year = |i: usize| text.folded(i).len() == 4 || matches!(text.folded(i), "year" | "years");
    let there = held.mentions().iter().filter(|mention| sentence.contains(&mention.tokens.start));
    there.filter(|mention| dated(mention)).any(|mention| mention.tokens.clone().any(year))
        && !held.phrasing.mentions.iter().any(dated)
}
