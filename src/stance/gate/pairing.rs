//! Which value of the passage answers which of the phrasing.

use std::ops::Range;

use crate::english;
use crate::stance::held::{Held, distance};
use crate::text::{Document, TokenKind};
use crate::value::{Mention, Relation};

/// An equal value stays unless another stands in a role better by this much.
const CLEARLY_BETTER: f64 = 0.7;

/// How far, in tokens, the words around a value tell its role.
const NEIGHBOURHOOD: usize = 6;

/// A number from here on, or one with decimals, hardly turns up twice by chance.
const TELLING_NUMBER: f64 = 20.0;

/// A value of the phrasing beside its partner.
#[derive(Debug)]
pub(super) struct Pair<'a> {
    /// The phrasing's value.
    pub(super) claimed: &'a Mention,
    /// Whether the text has a value that agrees, in another role, which answers no other value of the phrasing.
    pub(super) spare_equal: bool,
    /// Whether the place in a list made them partners.
    pub(super) listed: bool,
    /// The passage's value with how it stands to the claimed one and how alike their roles are.
    pub(super) partner: Option<(&'a Mention, Relation, f64)>,
}

/// Pairs each value of the phrasing with at most one of the passage: best pairs first, one to one.
pub(super) fn pair<'a>(held: &Held<'a>) -> Vec<Pair<'a>> {
    let claimed = &held.phrasing.mentions;
    let mut options: Vec<(usize, usize, Relation, f64, f64)> = Vec::new();
    for (i, claim) in claimed.iter().enumerate() {
        for (j, text) in held.mentions.iter().enumerate() {
            let Some(relation) = claim.value.compare(&text.value) else { continue };
            // "both" may be "two", but bears nothing out.
            if text.value.weak && !claim.value.weak {
                continue;
            }
            if crossed(held, claim, text) {
                continue;
            }
            let role = role(held, claim, text);
            let agrees = matches!(relation, Relation::Equal | Relation::Within);
            let rank = role + if agrees { CLEARLY_BETTER } else { 0.0 };
            options.push((i, j, relation, role, rank));
        }
    }
    options.sort_by(|a, b| b.4.total_cmp(&a.4).then((a.0, a.1).cmp(&(b.0, b.1))));
    let mut pairs: Vec<Pair<'a>> = claimed
        .iter()
        .map(|claimed| Pair { claimed, spare_equal: false, listed: false, partner: None })
        .collect();
    let mut taken = vec![false; held.mentions.len()];
    for (i, j, relation, role, _) in options {
        if pairs[i].partner.is_none() && !taken[j] {
            taken[j] = true;
            pairs[i].partner = Some((held.mentions[j], relation, role));
        }
    }
    for pair in &mut pairs {
        listed(held, pair);
        pair.spare_equal = !pair.listed && has_spare_equal(held, pair, &taken);
    }
    pairs
}

/// Whether a value that answers no other of the phrasing's agrees with `claimed`, in another role here or, where the
/// value is one that hardly turns up by chance, in the sentences around; or the passage has its very words.
fn has_spare_equal(held: &Held<'_>, pair: &Pair<'_>, taken: &[bool]) -> bool {
    let claimed = pair.claimed;
    let agrees = |reported: &Mention| {
        let relation = claimed.value.compare(&reported.value);
        !reported.value.weak && matches!(relation, Some(Relation::Equal | Relation::Within))
    };
    let here = held.mentions.iter().zip(taken).any(|(mention, taken)| !taken && agrees(mention));
    let telling =
        claimed.value.number().is_none_or(|number| number.abs() >= TELLING_NUMBER || number.fract() != 0.0);
    let around = || telling && held.reading.agrees_around(&claimed.value, held.alignment.passage.first);
    here || around() || has_words(held, pair)
}

/// Whether the number itself stands in the passage, in digits, where its own partner does not.
fn has_words(held: &Held<'_>, pair: &Pair<'_>) -> bool {
    let claim = &held.phrasing.document;
    let digits = pair.claimed.core.clone().find(|&i| claim.tokens()[i].kind == TokenKind::Number);
    let taken = |q: usize| pair.partner.is_some_and(|(partner, ..)| partner.tokens.contains(&q));
    digits.is_some_and(|i| {
        held.tokens.clone().any(|q| !taken(q) && held.document().folded(q) == claim.folded(i))
    })
}

/// Where a sentence lists values, the one that belongs to the phrasing's subject: "Stone and Frost got 21 and 18 months,
/// respectively"; "the stove weighs 2.4 kg, the tent 3.1 kg".
fn listed<'a>(held: &Held<'a>, pair: &mut Pair<'a>) {
    let Some((partner, ..)) = pair.partner else { return };
    let Some(sentence) = held.sentence_of(partner.tokens.start) else { return };
    let list: Vec<&'a Mention> = held
        .mentions
        .iter()
        .copied()
        .filter(|mention| {
            sentence.contains(&mention.tokens.start) && pair.claimed.value.compare(&mention.value).is_some()
        })
        .collect();
    let subject = held
        .alignment
        .pairs(held.phrasing)
        .filter(|&(p, _)| p < pair.claimed.tokens.start)
        .map(|(_, q)| q)
        .next();
    let (Some(subject), true) = (subject.filter(|q| sentence.contains(q)), list.len() >= 2) else { return };
    let place = if sentence.clone().any(|i| held.document().folded(i) == "respectively") {
        place_in_names(held, subject, list[0].tokens.start, sentence.start)
    } else {
        place_between(held, subject, partner, &list, sentence.start)
    };
    let Some(&own) = place.and_then(|place| list.get(place)) else { return };
    if let Some(relation) = pair.claimed.value.compare(&own.value) {
        pair.partner = Some((own, relation, 1.0));
        pair.listed = true;
    }
}

/// The place of the subject among the names before the first value.
fn place_in_names(held: &Held<'_>, subject: usize, first_value: usize, start: usize) -> Option<usize> {
    held.names
        .iter()
        .filter(|name| name.tokens.start >= start && name.tokens.end <= first_value)
        .position(|name| name.tokens.contains(&subject))
}

/// The place of the value right after the subject, if the value paired so far has a subject of its own.
fn place_between(
    held: &Held<'_>,
    subject: usize,
    partner: &Mention,
    list: &[&Mention],
    start: usize,
) -> Option<usize> {
    let place = list.iter().position(|mention| mention.tokens.start > subject)?;
    let paired = list.iter().position(|mention| mention.tokens == partner.tokens)?;
    let content = |range: Range<usize>| range.filter(|&i| english::is_content_word(held.document(), i));
    let region = |place: usize| {
        place.checked_sub(1).map_or(start, |before| list[before].tokens.end)..list[place].tokens.start
    };
    let beside_value = content(subject + 1..list[place].tokens.start).next().is_none();
    let other_subject = content(region(paired)).next().is_some_and(|first| !held.is_aligned(first));
    (place > paired && beside_value && other_subject).then_some(place)
}

/// "from 20%" is no answer to "to 20%".
fn crossed(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let before = |document: &Document, tokens: &Range<usize>| -> Option<bool> {
        match document.folded(tokens.start.checked_sub(1)?) {
            "from" => Some(true),
            "to" => Some(false),
            _ => None,
        }
    };
    match (before(&held.phrasing.document, &claimed.tokens), before(held.document(), &reported.tokens)) {
        (Some(a), Some(b)) => a != b,
        _ => false,
    }
}

/// How alike the roles of two values are, about -0.5 to 1.2: the words around them, what they count, the word before.
fn role(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> f64 {
    let slot = slot(held, &claimed.tokens, &reported.tokens);
    let counted = match (&claimed.counted, &reported.counted) {
        (Some(a), Some(b)) => {
            if counts_same(held, a, b) {
                0.4
            } else {
                -0.4
            }
        }
        _ => 0.0,
    };
    let before = |document: &Document, tokens: &Range<usize>| {
        tokens
            .start
            .checked_sub(1)
            .map(|i| document.folded(i).to_owned())
            .filter(|word| english::is_function_word(word))
    };
    let claimed_before = before(&held.phrasing.document, &claimed.tokens);
    let same_before = claimed_before.is_some() && claimed_before == before(held.document(), &reported.tokens);
    0.8 * slot + counted + if same_before { 0.15 } else { 0.0 }
}

/// Whether two counted noun phrases share a word, or one that is related.
fn counts_same(held: &Held<'_>, claimed: &Range<usize>, reported: &Range<usize>) -> bool {
    let claim = &held.phrasing.document;
    let text = held.document();
    let aligned =
        held.alignment.pairs(held.phrasing).any(|(p, q)| claimed.contains(&p) && reported.contains(&q));
    aligned
        || claimed.clone().any(|p| {
            let stem = english::stem(claim.folded(p));
            reported.clone().any(|q| english::stem(text.folded(q)) == stem)
        })
}

/// How much of what stands around the claimed value also stands around the reported one, 0 to 1.
fn slot(held: &Held<'_>, claimed: &Range<usize>, reported: &Range<usize>) -> f64 {
    let (mut shared, mut all) = (0.0, 0.0);
    for (word, answer) in held.phrasing.frame.iter().zip(&held.alignment.answers) {
        let Some(token) = word.token else { continue };
        let near = nearness(token, claimed);
        all += word.weight * near;
        if let Some(answer) = answer.token() {
            shared += word.weight * near.min(nearness(answer, reported));
        }
    }
    if all > 0.0 { shared / all } else { 0.0 }
}

/// 1 beside the value, falling to 0 at the edge of its neighbourhood.
fn nearness(token: usize, value: &Range<usize>) -> f64 {
    let distance = distance(value, token);
    if distance > NEIGHBOURHOOD { 0.0 } else { 1.0 - (distance - 1) as f64 / NEIGHBOURHOOD as f64 }
}
