//! Of whom or what a sentence of the passage tells, where it has no word of the claim's own for that: "*He* said so", "*the tower* burnt
//! down", "*inflation* fell" for "core inflation".

use std::ops::Range;

use crate::english::{self, Gender};
use crate::stance::held::Held;
use crate::stance::opening;
use crate::text::{Case, Document};
use crate::value::name::Name;

use super::argument::same_word;
use super::grammar;
use super::name::is_alias;

/// The words of the passage for another than the claim speaks of, where the sentence that tells what the claim tells has these instead.
pub(super) fn another(held: &Held<'_>) -> Option<Range<usize>> {
    without_its_modifier(held)
        .or_else(|| pronoun_for_another(held))
        .or_else(|| one_of_another_name(held))
        .or_else(|| another_name(held))
        .or_else(|| one_more(held))
}

/// How many tokens after its first word a compound's noun stands at most.
const COMPOUND: usize = 5;

/// A noun of the claim without the word before it, where the text has it with that word only later on, so that it first speaks of another:
/// "*inflation* eased to 2.4%. Core inflation was 2.9%", for "core inflation"; or with another's name, "the older *plant at Suhl*", for
/// "the Brennick plant".
fn without_its_modifier(held: &Held<'_>) -> Option<Range<usize>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let tokens = held.phrasing.tokens();
    let noun = |at: usize| english::parts_of_speech(&english::stem(claim.folded(at))).contains('n');
    let named = |at: usize| held.phrasing.names.iter().any(|name| name.core.contains(&at));
    (tokens.start..tokens.end.saturating_sub(1)).find_map(|modifier| {
        let head = modifier + 1;
        let plain = claim.tokens()[head].case == Case::Lower && noun(head) && !english::is_verb(claim, head);
        let valued = held.phrasing.mentions.iter().any(|mention| mention.tokens.contains(&modifier));
        if !plain || valued || !english::is_content_word(claim, modifier) {
            return None;
        }
        let bare = same_word(held, head)?;
        let noun = english::stem(claim.folded(head));
        let is_noun = |i: usize| english::stem(text.folded_or_empty(i)) == noun;
        let described = held.everywhere(modifier);
        // "The Brennick *coal-fired power* plant."
        let within = |i: usize| {
            let word = |&i: &usize| {
                let hyphen = |i: usize| text.folded(i) == "-";
                hyphen(i) || text.tokens()[i].is_word() && (hyphen(i - 1) || !english::is_verb(text, i))
            };
            let end = text.tokens().len().min(i + 1 + COMPOUND);
            (i + 1..end).take_while(word).any(is_noun)
        };
        let together = described.clone().filter(|&i| within(i));
        // Where the passage has both, what it tells may be of another in the next sentence.
        let beside = together.clone().any(|i| i < bare && bare - i <= COMPOUND);
        let told = told(held).and_then(|told| held.sentence_of(told)).filter(|_| named(modifier) && beside);
        let another = told.and_then(|mut told| told.find(|&i| i != bare && is_noun(i)));
        let bare = another.unwrap_or(bare);
        let sentence = held.sentence_of(bare)?;
        let before = together.clone().any(|i| i < sentence.start);
        let later = together.clone().any(|i| i >= sentence.end);
        let another = if named(modifier) {
            (before || later) && has_another_name(held, bare)
        } else {
            later && !before
        };
        (another && !described.clone().any(|i| sentence.contains(&i))).then_some(bare..bare + 1)
    })
}

/// Whether the noun of the passage has a name beside it that answers none of the claim's: "the plant *at Suhl*".
fn has_another_name(held: &Held<'_>, noun: usize) -> bool {
    let text = held.document();
    let at = noun + 1 + usize::from(grammar::is_preposition(text, noun + 1));
    let others = |i: usize| {
        held.names()
            .iter()
            .any(|name| name.core.contains(&i) && !name.core.clone().any(|q| held.is_aligned(q)))
    };
    others(at) && at > noun + 1 || noun.checked_sub(1).is_some_and(others)
}

/// The passage's own word for what the claim tells: for the first of its verbs that has one.
fn told(held: &Held<'_>) -> Option<usize> {
    let claim = &held.phrasing.document;
    let mut verbs = held.phrasing.tokens().filter(|&i| english::is_content_word(claim, i) && tells(claim, i));
    verbs.find_map(|verb| same_word(held, verb))
}

/// Whether a word is a verb, or follows what makes it one: "will *run*".
fn tells(claim: &Document, at: usize) -> bool {
    let led = |i: usize| matches!(claim.folded(i), "could" | "may" | "might" | "should" | "will" | "would");
    english::is_verb(claim, at) || at.checked_sub(1).is_some_and(led)
}

/// The sentence that tells what the claim tells of its subject, where that has no word for the subject; and the subject's name.
fn sentence_without_subject<'a>(held: &'a Held<'_>) -> Option<(Range<usize>, &'a Name)> {
    let subject = held.phrasing.subject()?;
    let sentence = held.sentence_of(told(held)?)?;
    let named =
        held.alignment.pairs(held.phrasing).any(|(p, q)| subject.core.contains(&p) && sentence.contains(&q));
    (!named).then_some((sentence, subject))
}

/// The pronoun with which the sentence begins that tells of it, where it stands for somebody else: of the other sex, or named before the
/// claim's own is named for the first time.
fn pronoun_for_another(held: &Held<'_>) -> Option<Range<usize>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let (sentence, subject) = sentence_without_subject(held)?;
    let start = opening::said(text, &sentence).start;
    let pronoun = text.folded(start);
    if !matches!(pronoun, "he" | "it" | "she" | "they") {
        return None;
    }
    let bearer = subject.core.len() > 1;
    let gender = english::given_name(claim.folded(subject.core.start)).flatten().filter(|_| bearer);
    let of_the_other =
        matches!((gender, pronoun), (Some(Gender::Female), "he") | (Some(Gender::Male), "she"));
    // "He said *she* had promised it."
    let own = if gender == Some(Gender::Female) { "she" } else { "he" };
    let of_the_other = of_the_other && !sentence.clone().any(|i| text.folded(i) == own);
    let named = || subject.core.clone().flat_map(|p| held.everywhere(p));
    let only_later = named().next().is_some() && named().all(|i| i >= sentence.end);
    let named_before = (0..sentence.start).any(|i| {
        text.tokens()[i].is_word() && text.tokens()[i].case != Case::Lower && !text.begins_sentence(i)
    });
    (of_the_other || only_later && named_before).then_some(start..start + 1)
}

/// How many tokens before it such a name stands at most.
const NAMED_WITHIN: usize = 200;

/// "The" with a noun, with which the sentence begins that tells of it, where another name of the text ends in that noun: "the *Lammert
/// Tower* was sold to Holt House. *The tower* burnt down", of Holt House.
fn one_of_another_name(held: &Held<'_>) -> Option<Range<usize>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let (sentence, subject) = sentence_without_subject(held)?;
    let start = opening::said(text, &sentence).start;
    let noun = start + 1;
    let told = told(held)?;
    let follows = noun < told
        && (noun + 1..told).all(|i| grammar::is_auxiliary(text, i) || grammar::is_adverb(text, i));
    if text.folded(start) != "the"
        || !follows
        || held.is_aligned(noun)
        || text.tokens()[noun].case != Case::Lower
    {
        return None;
    }
    let of_subject = subject.tokens.end < claim.tokens().len()
        && (subject.core.start..subject.tokens.end + 1).any(|p| claim.folded(p) == text.folded(noun));
    let named = (start.saturating_sub(NAMED_WITHIN).max(1)..start).any(|i| {
        let capital = |i: usize| text.tokens()[i].is_word() && text.tokens()[i].case != Case::Lower;
        capital(i) && capital(i - 1) && text.folded(i) == text.folded(noun)
    });
    (named && !of_subject).then_some(start..noun + 1)
}

/// The name with which the sentence begins that tells of it, where that is another's: "*Linfield*, who had won six matches", of Harrow.
fn another_name(held: &Held<'_>) -> Option<Range<usize>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let (sentence, own) = sentence_without_subject(held)?;
    // Whom the text does not name at all, is for the names to tell.
    own.core.clone().find(|&p| held.everywhere(p).next().is_some())?;
    let told = told(held)?;
    let start = sentence.start + usize::from(text.folded(sentence.start) == "the");
    let name = held.names().iter().find(|name| name.tokens.start == start && name.tokens.end <= told)?;
    let shared = |i: usize| held.phrasing.tokens().any(|p| claim.folded(p) == text.folded(i));
    let small = |i: usize| {
        grammar::is_auxiliary(text, i)
            || grammar::is_adverb(text, i)
            || matches!(text.folded(i), "," | "which" | "who")
    };
    let subject = (name.tokens.end..told).all(small) && text.tokens()[told].is_word();
    (subject && !is_alias(held, name) && !name.core.clone().any(shared)).then(|| name.core.clone())
}

/// How many tokens after its article such a noun stands at most.
const ONE_MORE: usize = 3;

/// "A" with the claim's noun, with which a later sentence begins that tells of it, so that it is one more: "the quake on Thursday … *A stronger
/// quake* killed 212".
fn one_more(held: &Held<'_>) -> Option<Range<usize>> {
    let text = held.document();
    let told = told(held)?;
    let sentence = held.sentence_of(told).filter(|sentence| sentence.start > 0)?;
    let claim = &held.phrasing.document;
    let named = held.phrasing.names.iter().any(|name| name.tokens.start < claim.tokens().len() / 2);
    let indefinite = matches!(text.folded(sentence.start), "a" | "an" | "another");
    if !indefinite {
        return None;
    }
    let claimed =
        |i: usize| held.is_aligned(i) || held.phrasing.tokens().any(|p| held.everywhere(p).any(|q| q == i));
    let noun = (sentence.start + 1..told.min(sentence.start + 1 + ONE_MORE)).find(|&i| claimed(i))?;
    let here = held.phrasing.names.iter().any(|name| {
        held.alignment.pairs(held.phrasing).any(|(p, q)| name.core.contains(&p) && sentence.contains(&q))
    });
    (named && !here).then_some(sentence.start..noun + 1)
}
