//! Which value of the passage answers which of the phrasing.

use std::ops::Range;

use crate::english;
use crate::stance::comparison::Comparison;
use crate::stance::held::Held;
use crate::text::Document;
use crate::value::{Kind, Mention, Relation};

use super::limit::relation;
use super::{age, complement, governor, life, rate, slot, spare, surroundings};

/// An equal value stays unless another stands in a role better by this much.
const CLEARLY_BETTER: f64 = 0.35;

/// How much it adds how well a value that agrees fits.
const FITS: f64 = 0.5;

/// How much it adds that the same words stand around both.
const IN_SAME_WORDS: f64 = 1.0;

/// How alike the slots are of two values in the very same place.
const IN_PLACE: f64 = 1.2;

/// A number from here on, or one with decimals, hardly turns up twice by chance.
const TELLING_NUMBER: f64 = 20.0;

/// A value of the phrasing beside its partner.
#[derive(Debug)]
pub(super) struct Pair<'a> {
    /// The phrasing's value.
    pub(super) claimed: &'a Mention,
    /// Whether, though the two conflict, the text has a value that agrees, in another role, which answers no other value of
    /// the phrasing.
    pub(super) spare_equal: bool,
    /// Whether the two count different things, as far as their nouns tell.
    pub(super) counts_otherwise: bool,
    /// Whether one stands in the very place of the other.
    pub(super) in_place: bool,
    /// Whether the same words stand around both.
    pub(super) in_same_words: bool,
    /// Whether the partner is told right after as the age of the one whom the claim names.
    pub(super) of_named: bool,
    /// Whether the place in a list made them partners.
    pub(super) listed: bool,
    /// How much better the partner's slot is than that of the best other value of the kind, 1 where there is none.
    pub(super) lead: f64,
    /// The passage's value with how it stands to the claimed one and how alike their roles are.
    pub(super) partner: Option<(&'a Mention, Relation, f64)>,
}

impl<'a> Pair<'a> {
    /// A value without a partner.
    const fn alone(claimed: &'a Mention) -> Self {
        Self {
            claimed,
            spare_equal: false,
            counts_otherwise: false,
            in_place: false,
            in_same_words: false,
            of_named: false,
            listed: false,
            lead: 1.0,
            partner: None,
        }
    }

    /// Whether the partner agrees.
    pub(super) fn agrees(&self) -> bool {
        self.partner.is_some_and(|(_, relation, _)| agrees(relation))
    }

    /// Whether its place makes sure that the partner is the one that is meant.
    pub(super) fn placed(&self) -> bool {
        self.in_place || self.listed
    }
}

/// A value of the phrasing, by its place there, and one of the passage that may be its partner.
#[derive(Clone, Copy)]
struct Match {
    claimed: usize,
    reported: usize,
    relation: Relation,
    /// How alike their slots are.
    role: f64,
    /// Whether the same words stand around both.
    in_same_words: bool,
    /// Whether it is told right after as the age of the one whom the claim names.
    of_named: bool,
    /// What the best pairs are chosen by.
    rank: f64,
}

/// Pairs each value of the phrasing with at most one of the passage: best pairs first, one to one.
pub(super) fn pair<'a>(held: &Held<'a>) -> Vec<Pair<'a>> {
    let in_order = is_in_order(held);
    let options = options(held, in_order);
    let mut pairs: Vec<Pair<'a>> = held.phrasing.mentions.iter().map(Pair::alone).collect();
    let mut taken = vec![false; held.mentions().len()];
    if let Some(comparison) = held.comparison.as_ref().filter(|_| in_order) {
        put_in_place(held, comparison, &mut pairs, &mut taken);
    }
    for option in &options {
        if pairs[option.claimed].partner.is_none() && !taken[option.reported] {
            taken[option.reported] = true;
            let pair = &mut pairs[option.claimed];
            pair.partner = Some((held.mentions()[option.reported], option.relation, option.role));
            pair.in_same_words = option.in_same_words;
            pair.of_named = option.of_named;
        }
    }
    for (i, pair) in pairs.iter_mut().enumerate() {
        let rivals = options.iter().filter(|option| option.claimed == i && !taken[option.reported]);
        pair.lead = lead(held, pair, rivals);
        if !pair.in_place && !pair.in_same_words && !pair.of_named {
            listed(held, pair);
        }
        pair.counts_otherwise =
            pair.partner.is_some_and(|(partner, ..)| slot::counts_otherwise(held, pair.claimed, partner));
        let conflicts = matches!(pair.partner, Some((_, Relation::Conflicts, _)));
        pair.spare_equal = conflicts && !pair.listed && spare::has_equal(held, pair, &taken);
    }
    pairs
}

/// Whether a place in the passage answers the same place in the claim: not where either lists its values by "respectively" and what
/// they belong to stands in another order.
fn is_in_order(held: &Held<'_>) -> bool {
    let in_claim = is_by_respectively(&held.phrasing.document, held.phrasing.tokens());
    !is_by_respectively(held.document(), held.tokens.clone()) || in_claim && is_in_one_order(held)
}

/// Whether claim and passage both list their values by "respectively", and in other orders.
pub(super) fn are_listed_otherwise(held: &Held<'_>) -> bool {
    is_by_respectively(&held.phrasing.document, held.phrasing.tokens())
        && is_by_respectively(held.document(), held.tokens.clone())
        && !is_in_one_order(held)
}

fn is_by_respectively(document: &Document, mut tokens: Range<usize>) -> bool {
    tokens.any(|i| document.folded(i) == "respectively")
}

fn is_in_one_order(held: &Held<'_>) -> bool {
    held.alignment.pairs(held.phrasing).map(|(_, q)| q).is_sorted()
}

/// All values of the passage that may be partners of the phrasing's, best first.
fn options(held: &Held<'_>, in_order: bool) -> Vec<Match> {
    let mut options = Vec::new();
    for (claimed, claim) in held.phrasing.mentions.iter().enumerate() {
        for (reported, text) in held.mentions().iter().enumerate() {
            let Some(relation) = relation(held, claim, text) else { continue };
            // "both" may be "two", but bears nothing out; "the nation's first" is the 1st.
            let ranks = claim.value.kind == Kind::Ordinal && agrees(relation);
            if text.value.weak && !claim.value.weak && !ranks
                || crossed(held, claim, text)
                || is_excepted(&held.phrasing.document, claim) != is_excepted(held.document(), text)
                || counts_and_is_an_age(claim, text)
                || life::is_of_another_event(held, text)
                || !life::may_be_of_one_event(held, claim, text)
                || !agrees(relation) && rate::is_for_each_of_one(held, claim, text)
                || agrees(relation) && spare::is_disowned(held, text)
            {
                continue;
            }
            let role = slot::likeness(held, claim, text);
            let in_same_words = in_order && surroundings::are_alike(held, claim, text);
            let bonus =
                if agrees(relation) { CLEARLY_BETTER + FITS * claim.value.fit(&text.value) } else { 0.0 };
            let of_named = age::is_of_named(held, claim, text);
            let placed = if in_same_words || of_named { IN_SAME_WORDS } else { 0.0 };
            options.push(Match {
                claimed,
                reported,
                relation,
                role,
                in_same_words,
                of_named,
                rank: role + bonus + placed,
            });
        }
    }
    keep_what_is_told(held, &mut options);
    options.sort_by(|a, b| {
        b.rank.total_cmp(&a.rank).then((a.claimed, a.reported).cmp(&(b.claimed, b.reported)))
    });
    options
}

/// Where the passage tells of one number just what the claim tells of its own, those of which it tells something else are none
/// that is meant: "12 were injured", "killed 12 and injured 30".
fn keep_what_is_told(held: &Held<'_>, options: &mut Vec<Match>) {
    let tells = |option: &Match| {
        let claimed = &held.phrasing.mentions[option.claimed];
        governor::tells_the_same(held, claimed, held.mentions()[option.reported])
    };
    if options.len() < 2 {
        return;
    }
    let told: Vec<Option<bool>> = options.iter().map(tells).collect();
    let counts_otherwise = |option: &Match| {
        let claimed = &held.phrasing.mentions[option.claimed];
        let reported = held.mentions()[option.reported];
        // "31 *wounded*" counts what it tells.
        let tells = reported.counted.clone().is_some_and(|mut counted| counted.any(|i| held.is_aligned(i)));
        !tells && slot::counts_otherwise(held, claimed, reported)
    };
    let meant: Vec<Match> = options
        .iter()
        .zip(&told)
        .filter(|(option, told)| **told == Some(true) && !counts_otherwise(option))
        .map(|(option, _)| *option)
        .collect();
    let mut told = told.into_iter();
    options.retain(|option| {
        told.next() != Some(Some(false)) || !meant.iter().any(|meant| meant.claimed == option.claimed)
    });
}

/// Whether a value that stands so to the claimed one bears it out.
pub(in crate::stance) fn agrees(relation: Relation) -> bool {
    matches!(relation, Relation::Equal | Relation::Within)
}

/// How much better the partner's slot is than that of the best value that says otherwise.
fn lead<'o>(held: &Held<'_>, pair: &Pair<'_>, rivals: impl Iterator<Item = &'o Match>) -> f64 {
    let Some((partner, relation, role)) = pair.partner else { return 1.0 };
    // "Three of *the 20* officers".
    let is_whole = |reported: &Mention| {
        let of = partner.tokens.end;
        held.document().folded_or_empty(of) == "of" && (of + 1..of + 3).contains(&reported.tokens.start)
    };
    let here = rivals
        .filter(|rival| agrees(rival.relation) != agrees(relation))
        .filter(|rival| {
            let reported = held.mentions()[rival.reported];
            !is_whole(reported)
                && !is_set_aside(held, reported)
                && !complement::is_of_another_member(held, pair.claimed, reported)
        })
        .map(|rival| rival.role);
    let best = here.fold(f64::NEG_INFINITY, f64::max);
    let around = if agrees(relation) { best_around(held, pair.claimed) } else { f64::NEG_INFINITY };
    (role - best.max(around)).min(1.0)
}

/// How like the claimed value's slot the best is of the values around the passage that differ from it.
fn best_around(held: &Held<'_>, claimed: &Mention) -> f64 {
    held.reading
        .mentions_around(held.alignment.passage.first)
        .filter(|other| !held.tokens.contains(&other.tokens.start) && !other.value.weak)
        .filter(|other| claimed.value.compare(&other.value) == Some(Relation::Conflicts))
        .map(|other| slot::likeness(held, claimed, other))
        .fold(f64::NEG_INFINITY, f64::max)
}

/// Pairs values that stand in each other's very place, where claim and passage are nearly the same to the word.
fn put_in_place<'a>(held: &Held<'a>, comparison: &Comparison, pairs: &mut [Pair<'a>], taken: &mut [bool]) {
    for pair in pairs {
        let claim = &held.phrasing.document;
        let reported = comparison.in_place_of(claim, pair.claimed, held.document(), held.mentions());
        let is_meant = |reported: &&Mention| {
            !crossed(held, pair.claimed, reported)
                && !life::is_of_another_event(held, reported)
                && life::may_be_of_one_event(held, pair.claimed, reported)
                && !rate::is_for_each_of_one(held, pair.claimed, reported)
                && !complement::is_of_another_member(held, pair.claimed, reported)
        };
        let Some(reported) = reported.filter(is_meant) else { continue };
        let at = held.mentions().iter().position(|mention| mention.tokens == reported.tokens);
        let relation = relation(held, pair.claimed, reported);
        if let (Some(at), Some(relation)) = (at.filter(|&at| !taken[at]), relation) {
            taken[at] = true;
            pair.partner = Some((reported, relation, IN_PLACE));
            pair.in_place = true;
        }
    }
}

/// "not £2 million but £5 million": the value is named only to be set aside.
fn is_set_aside(held: &Held<'_>, reported: &Mention) -> bool {
    let before =
        |back: usize| reported.tokens.start.checked_sub(back).map_or("", |i| held.document().folded(i));
    matches!((before(2), before(1)), (_, "not") | ("instead", "of") | ("rather", "than"))
}

/// Whether a number hardly turns up by chance.
pub(super) fn is_telling(number: f64) -> bool {
    number.abs() >= TELLING_NUMBER || number.fract() != 0.0
}

/// Where a sentence lists values, the one that belongs to the phrasing's subject: "Stone and Frost got 21 and 18 months,
/// respectively"; "the stove weighs 2.4 kg, the tent 3.1 kg".
fn listed<'a>(held: &Held<'a>, pair: &mut Pair<'a>) {
    let Some((partner, ..)) = pair.partner else { return };
    let Some(sentence) = held.sentence_of(partner.tokens.start) else { return };
    let list: Vec<&'a Mention> = held
        .mentions()
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
    if let Some(relation) = relation(held, pair.claimed, own) {
        pair.partner = Some((own, relation, 1.0));
        pair.listed = true;
    }
}

/// The place of the subject among the names before the first value.
fn place_in_names(held: &Held<'_>, subject: usize, first_value: usize, start: usize) -> Option<usize> {
    held.names()
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
    let other_subject = content(region(paired)).next().is_some_and(|first| !held.is_aligned(first))
        && !region(paired).any(|q| held.document().folded(q) == held.document().folded(subject));
    (beside_value && (place == paired || place > paired && other_subject)).then_some(place)
}

/// "8 people" and "aged 8": what counts something is no age.
fn counts_and_is_an_age(claimed: &Mention, reported: &Mention) -> bool {
    claimed.value.kind != reported.value.kind
        && [claimed, reported].iter().any(|mention| mention.value.kind == Kind::Age)
        && [claimed, reported].iter().any(|mention| mention.counted.is_some())
}

/// "All but three": what is told holds of the others.
fn is_excepted(document: &Document, value: &Mention) -> bool {
    let word = |back: usize| value.tokens.start.checked_sub(back).map_or("", |i| document.folded(i));
    matches!((word(2), word(1)), ("all" | "any" | "every", "but") | (_, "except" | "excluding"))
}

/// "from 20%" is no answer to "to 20%", nor is "by 20%"; nor is "before 8am" to "after 8am".
fn crossed(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let lead = |document: &Document, mention: &Mention| -> Option<u8> {
        match document.folded(mention.tokens.start.checked_sub(1)?) {
            "from" => Some(0),
            "to" => Some(1),
            "by" if !mention.value.kind.is_dated() => Some(2),
            "before" if mention.value.kind.is_dated() => Some(3),
            "after" if mention.value.kind.is_dated() => Some(4),
            _ => None,
        }
    };
    let leads = lead(&held.phrasing.document, claimed).zip(lead(held.document(), reported));
    leads.is_some_and(|(ours, theirs)| ours != theirs)
}

/// Whether a token of the passage answers a word of the claim, or stands in a value that is paired with one of it.
pub(super) fn is_answer(held: &Held<'_>, values: &[Pair<'_>], at: usize) -> bool {
    let mut partners = values.iter().filter_map(|pair| pair.partner);
    held.is_aligned(at) || partners.any(|(partner, ..)| partner.tokens.contains(&at))
}
