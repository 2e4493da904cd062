//! What stands in the place of a word that the passage lacks, beside a verb or a noun that it has: "was carrying *petrol*" for "was
//! carrying milk", "the *exam* paper" for "the maths paper".

use std::ops::Range;

use crate::english::{self, Voice};
use crate::matcher::{Answer, FrameWord, Likeness, is_reporting};
use crate::stance::held::Held;
use crate::text::{Case, Document, TokenKind, WordSet};

use super::argument::same_word;
use super::{argument, grammar, scope};

/// How many tokens after a verb the small word stands at most that leads to what the claim says of it.
const SMALL_WORD: usize = 12;

/// The claim's word and the passage's words in its place.
pub(super) fn another(held: &Held<'_>) -> Option<(usize, Range<usize>)> {
    let claim = &held.phrasing.document;
    let verb =
        grammar::what_is_said(claim, &held.phrasing.tokens()).filter(|&p| english::is_verb(claim, p))?;
    let reported = argument::same_word(held, verb)?;
    let words = held.phrasing.frame.iter().zip(&held.alignment.answers);
    // "Recommended *approval*. The scheme was rejected", for "recommended refusal".
    let sentence = held.sentence_of(reported)?;
    let apart = |answer: &Answer| match answer {
        Answer::Token { token, likeness } => *likeness < Likeness::Inflected && !sentence.contains(token),
        other => *other == Answer::Nothing,
    };
    let open = words.filter(|(_, answer)| apart(answer)).filter_map(|(word, _)| word.token);
    let mut open = open.filter(|&token| token > verb && english::is_content_word(claim, token));
    open.find_map(|token| {
        let place = described(held, token).or_else(|| completed(held, token, verb, reported))?;
        (!is_told_by_name(held, token, &place)).then_some((token, place))
    })
}

/// Stems of verbs beside which the noun or adjective says what is so, whatever verb has it: "*became* independent", "gained
/// independence".
static LIGHT: WordSet = WordSet::of(&[
    "becam", "becom", "gave", "get", "give", "given", "got", "hit", "name", "receiv", "remain", "stay",
    "take", "took", "use",
]);

/// The claim's verb and the passage's that has its place, where the passage tells something else of the same: "*completed* the takeover",
/// where the claim says "withdrew from the takeover".
pub(super) fn deed(held: &Held<'_>) -> Option<(usize, usize)> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let said =
        grammar::what_is_said(claim, &held.phrasing.tokens()).filter(|&p| english::is_verb(claim, p))?;
    // "Plans to *leave*".
    let to = claim.folded_or_empty(said + 1) == "to" && said + 2 < claim.tokens().len();
    let verb = if to && english::is_verb(claim, said + 2) { said + 2 } else { said };
    let pairs = || held.alignment.pairs(held.phrasing);
    let (_, subject) = pairs().filter(|&(p, _)| p < verb).max_by_key(|&(_, q)| q)?;
    let sentence = held.sentence_of(subject)?;
    // "Services prices *rose*. The bank left its rate unchanged", for "the bank raised its rate".
    let all_there = pairs().all(|(p, q)| p == verb || sentence.contains(&q));
    if pairs()
        .any(|(p, q)| p == verb && (!all_there || sentence.contains(&q) || same_word(held, p).is_some()))
    {
        return None;
    }
    let says = |i: &usize| english::is_content_word(text, *i) && !text.folded(*i).ends_with("ly");
    let told = (subject + 1..sentence.end).take_while(|&i| text.tokens()[i].is_word()).find(says)?;
    // "Was *born* in Arden".
    let participle = || {
        let before = told.checked_sub(1).is_some_and(|before| grammar::is_auxiliary(text, before));
        before && english::is_past_form(text.folded(told))
    };
    let another = (english::is_verb(text, told) || participle())
        && !text.folded(told).ends_with("ing")
        && !held.is_aligned(told);
    let next =
        pairs().filter(|&(p, q)| p > verb && q > told && sentence.contains(&q)).map(|(_, q)| q).min()?;
    let alone = !(told + 1..next)
        .any(|i| english::is_verb(text, i) && says(&i) || matches!(text.folded(i), "," | ";" | ":" | "–"));
    let light = is_reporting(claim.folded(verb)) || LIGHT.contains(&english::stem(claim.folded(verb)));
    let same = english::stem(claim.folded(verb)) == english::stem(text.folded(told))
        || scope::tells(claim.folded(verb)) && scope::tells(text.folded(told));
    (another && alone && !light && !same).then_some((verb, told))
}

/// What describes the noun of the passage that the claim's word describes otherwise.
fn described(held: &Held<'_>, token: usize) -> Option<Range<usize>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let noun = token + 1;
    let describes = |document: &Document, at: usize| {
        english::is_content_word(document, at)
            && !english::is_verb(document, at)
            && document.tokens()[at].kind == TokenKind::Word
    };
    let answer = argument::same_word(held, noun)?;
    let before =
        answer.checked_sub(1).map(|at| if text.folded(at) == "-" { at.saturating_sub(1) } else { at })?;
    let other = describes(claim, token)
        && describes(text, before)
        && !held.is_aligned(before)
        && !has_value(held, &(before..answer));
    other.then_some(before..answer)
}

/// What follows the passage's verb where the claim's word follows its own: its object, or what the same small word leads to.
fn completed(held: &Held<'_>, token: usize, verb: usize, reported: usize) -> Option<Range<usize>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let sentence = held.sentence_of(reported)?;
    let small_word = (verb + 1..token).rev().find(|&i| grammar::is_preposition(claim, i));
    // "Was exited from Prevent too *quickly*" tells more of what is there.
    let own = grammar::phrase_after(claim, small_word.unwrap_or(verb), held.phrasing.tokens().end);
    let told = held.alignment.pairs(held.phrasing).any(|(p, _)| own.contains(&p));
    let adverb = english::parts_of_speech(&english::stem(claim.folded(token))).starts_with('r');
    if told || adverb || !own.contains(&token) {
        return None;
    }
    let place = match small_word {
        None => grammar::phrase_after(text, reported, sentence.end),
        Some(small_word) => {
            let word = claim.folded(small_word);
            let limit = sentence.end.min(reported + SMALL_WORD);
            let there = (reported + 1..limit).find(|&i| text.folded(i) == word)?;
            grammar::phrase_after(text, there, sentence.end)
        }
    };
    let says = place.clone().any(|i| grammar::says(text, i));
    // "Arrived *on Monday*" says when, not where.
    (says && !place.clone().any(|i| held.is_aligned(i)) && !is_time(held, &place)).then_some(place)
}

/// Whether a value of the passage stands at least in part in `place`.
fn has_value(held: &Held<'_>, place: &Range<usize>) -> bool {
    held.mentions().iter().any(|mention| place.clone().any(|i| mention.tokens.contains(&i)))
}

fn is_time(held: &Held<'_>, place: &Range<usize>) -> bool {
    held.mentions()
        .iter()
        .any(|mention| mention.value.kind.is_dated() && place.contains(&mention.tokens.start))
}

/// Whether the claim says by a common noun what the passage may say by a name: "was founded by *a woman*".
fn is_told_by_name(held: &Held<'_>, token: usize, place: &Range<usize>) -> bool {
    let word = held.phrasing.document.folded(token);
    let kind = matches!(english::voice(&english::singular(word)), Some(Voice::Person | Voice::Group))
        || matches!(word, "city" | "country" | "county" | "place" | "state" | "town" | "village" | "name");
    kind && held.names().iter().any(|name| place.contains(&name.tokens.start))
}

/// How many tokens after its head the small word stands at most that leads to a name: "rents *in* Tarn".
const LED: usize = 2;

/// The name that stands where the claim has another, which the passage only names beside: "bought *Hennick Foods*, a rival of Treadwell
/// Foods", for "bought Treadwell Foods".
pub(super) fn name_in_its_place(held: &Held<'_>) -> Option<Range<usize>> {
    held.phrasing.names.iter().find_map(|name| {
        let answers = held.alignment.pairs(held.phrasing).filter(|(p, _)| name.core.contains(p));
        let first = answers.map(|(_, q)| q).min()?;
        let place = place_of(held, name.tokens.start)?;
        let (text, sentence) = (held.document(), held.sentence_of(first)?);
        let named = held.names().iter().any(|other| place.contains(&other.core.start));
        let lists = |mut between: Range<usize>| {
            between.all(|i| !english::is_content_word(text, i) || text.tokens()[i].case != Case::Lower)
        };
        let beside = sentence.contains(&place.start) && first >= place.end;
        let has = |word: &FrameWord| {
            let own = word.token.is_some_and(|token| name.core.contains(&token));
            own && !held.reading.marked.answers_among(word.word, &place).is_empty()
        };
        let told = held.phrasing.frame.iter().any(has) || place.clone().any(|i| held.is_aligned(i));
        let another = named && !told;
        (another && beside && !lists(place.end..first)).then_some(place)
    })
}

/// Where the passage has what the claim has at `token`: after the same word, and the same small word if one leads to it.
fn place_of(held: &Held<'_>, token: usize) -> Option<Range<usize>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let named = |i: usize| held.phrasing.names.iter().any(|name| name.core.contains(&i));
    let head = (token.saturating_sub(LED + 1)..token).rev().find(|&i| english::is_content_word(claim, i));
    let head = head.filter(|&head| !named(head))?;
    let small_word = (head + 1..token).find(|&i| grammar::is_preposition(claim, i));
    let answer = argument::same_word(held, head)?;
    let lead = match small_word {
        Some(small_word) => {
            let word = claim.folded(small_word);
            (answer + 1..=answer + LED).find(|&i| text.folded_or_empty(i) == word)?
        }
        None => answer,
    };
    Some(grammar::phrase_after(text, lead, held.tokens.end))
}
