//! Do the values agree, each with its partner in the same role?

use crate::english;
use crate::matcher::Answer;
use crate::stance::ComparedValue;
use crate::stance::held::Held;
use crate::text::{Case, Document, TokenKind};
use crate::value::{Comparator, Detail, Kind, Mention, PartialDate, Relation, Value};

use super::pairing::{Pair, is_telling};
use super::scope::VerbAnswer;
use super::{Compared, Effect, Found, Gate};
use super::{
    age, article, conflict, event, governor, label, locality, measure, partial, qualified, rank, rate, scope,
    share, sought, sum, surroundings, times, vouched,
};

/// A pair of values in roles this little alike does not agree either: "400 chairs", "400 people".
const UNALIKE: f64 = -0.15;

/// A value that agrees is not the one meant where another of its kind stands in a slot so much more like the claimed one's.
const BEATEN: f64 = -0.2;

/// A value whose sentence has less than this share of what is aligned stands beside what is said.
const BESIDE: f64 = 0.4;

/// From this likeness of its slot on it stands where the claim's value stands, whatever its sentence has besides.
const PLACED_ALIKE: f64 = 0.6;

/// Where it fits less well than this, a value lies far within the claimed one. Nearly any number lies within "at least
/// one": it must be of what the claim says of it.
const NEAR_BOUND: f64 = 0.9;

/// Where it fits less well than this, it is less than a tenth of the bound or ten times that, and must stand in a slot at
/// least so much like the claimed one's: "a fee of £13" is no "debt below £30,000".
const FAR_BOUND: f64 = 0.86;
const PLACED: f64 = 0.35;

/// Asks; also gives the values compared.
pub(super) fn ask(held: &Held<'_>, pairs: &[Pair<'_>]) -> (Found, Vec<Compared>) {
    let compared = pairs.iter().map(|pair| compared(held, pair)).collect();
    let found: Vec<Found> =
        pairs.iter().map(|pair| judge(held, pairs, pair)).chain(label::judge_all(held)).collect();
    (one_conflict(held, Found::worst(Gate::Values, found), pairs), compared)
}

/// Whether [`ask`] surely finds a value of the phrasing lacking, or another in its place.
pub(super) fn disputes(held: &Held<'_>, pair: &Pair<'_>) -> bool {
    let is_told = match pair.partner {
        Some(_) => pair.agrees(),
        None => {
            pair.claimed.value.weak
                || is_year(&pair.claimed.value) && has_digits(held, pair.claimed)
                || date_before(held, pair.claimed).is_some()
        }
    };
    !is_told && article::told(held, pair.claimed).is_none() && sum::of(held, pair.claimed).is_none()
}

/// Whether a value may be told by a passage of which no value agrees with it: a date before it, a year by its digits, a count by its
/// parts, where the passage has so many `counts`. Of no other is it [disputed](disputes) any less.
pub(in crate::stance) fn may_be_told_otherwise(claimed: &Mention, counts: usize) -> bool {
    let summed = claimed.value.kind == Kind::Count && counts >= 2;
    let one = claimed.value.number() == Some(1.0);
    claimed.value.weak || claimed.value.kind == Kind::Date || is_year(&claimed.value) || summed || one
}

/// Where several values differ, or the passage lacks the claim's date or what it dates, it is likely about something else: another year,
/// another town.
fn one_conflict(held: &Held<'_>, found: Found, pairs: &[Pair<'_>]) -> Found {
    let differ = |pair: &&Pair<'_>| {
        let Some((partner, relation, _)) = pair.partner else { return false };
        relation == Relation::Conflicts
            || relation == Relation::Overlaps && are_other_ranges(held, pair, partner)
    };
    let conflicts: Vec<&Pair<'_>> = pairs.iter().filter(differ).collect();
    // Several figures among the same words, each in the place of another, are another account of one thing.
    let one_account = conflicts.iter().all(|pair| pair.in_same_words && !pair.claimed.value.kind.is_dated())
        || vouched::is_one_sum(held, &conflicts);
    let lacks = |dated: bool| {
        let strong = pairs.iter().filter(|pair| pair.partner.is_none() && !pair.claimed.value.weak);
        strong.map(|pair| pair.claimed.value.kind).any(|kind| kind.is_dated() == dated)
    };
    let of_dates = conflicts.iter().all(|pair| pair.claimed.value.kind.is_dated());
    let apart = conflicts.len() > 1 && !one_account || lacks(true) || of_dates && lacks(false);
    let effect = if found.effect == Effect::Turn && apart { Effect::Block } else { found.effect };
    Found { effect, ..found }
}

fn judge(held: &Held<'_>, pairs: &[Pair<'_>], pair: &Pair<'_>) -> Found {
    let claimed = held.phrasing.document.words(pair.claimed.tokens.clone());
    if let Some(summands) = sum::of(held, pair.claimed).filter(|_| !pair.agrees()) {
        let because = format!("“{}” add up to “{claimed}”", held.words(&summands));
        return Found::new(Gate::Values, Effect::Pass, 0.8, because);
    }
    if let Some(told) = article::told(held, pair.claimed).filter(|_| !pair.agrees()) {
        return Found::new(Gate::Values, Effect::Pass, 0.8, format!("“{}” is one", held.words(&told)));
    }
    let Some((partner, relation, role)) = pair.partner else { return alone(held, pair, claimed) };
    let reported = held.words(&partner.tokens);
    let fit = pair.claimed.value.fit(&partner.value);
    let (least, because) = match relation {
        Relation::Equal => (0.5, same(claimed, reported)),
        Relation::Within => (0.45, format!("“{reported}” bears out “{claimed}”")),
        Relation::Wider => {
            let because = format!("“{reported}”, vaguer than “{claimed}”");
            return Found::new(Gate::Values, Effect::Block, 0.4 + 0.4 * fit, because);
        }
        Relation::Overlaps if are_other_ranges(held, pair, partner) => {
            return conflict::judge(held, pairs, pair, partner, role);
        }
        Relation::Overlaps => {
            let because = format!("“{reported}”, which leaves “{claimed}” open");
            return Found::new(Gate::Values, Effect::Block, 0.5 + 0.2 * fit, because);
        }
        Relation::Conflicts => return conflict::judge(held, pairs, pair, partner, role),
    };
    doubted(held, pair, partner, role).unwrap_or_else(|| {
        Found::new(Gate::Values, Effect::Pass, least + 0.4 * bound(pair, role) + 0.1 * fit, because)
    })
}

/// A value without a partner.
fn alone(held: &Held<'_>, pair: &Pair<'_>, claimed: &str) -> Found {
    if pair.claimed.value.weak {
        return Found::nothing(Gate::Values);
    }
    if is_year(&pair.claimed.value) && has_digits(held, pair.claimed) {
        return Found::new(Gate::Values, Effect::Pass, 0.8, format!("“{claimed}”, as claimed"));
    }
    if let Some(date) = date_before(held, pair.claimed) {
        return Found::new(
            Gate::Values,
            Effect::Pass,
            0.8,
            format!("“{}” is told before", held.words(&date.tokens)),
        );
    }
    let elsewhere = held.reading.best_fit(&pair.claimed.value, held.alignment.passage.first);
    Found::new(Gate::Values, Effect::Lack, 0.4 + 0.2 * elsewhere, format!("does not say “{claimed}”"))
}

/// How many sentences at the beginning of a text say of when it tells: its headline and the first.
const OPENING: usize = 2;

/// The claim's date where a passage without one leaves it to the beginning of the text, or to the sentence before: "Third quarter
/// results. Sales fell by 4%."
fn date_before<'a>(held: &Held<'a>, claimed: &Mention) -> Option<&'a Mention> {
    let dated = |mention: &Mention| mention.value.kind == Kind::Date && !mention.value.weak;
    let first = held.alignment.passage.first;
    if !dated(claimed) || held.mentions().iter().any(|mention| dated(mention)) {
        return None;
    }
    let text = held.document();
    // "(born 9 May 1976)".
    let of_birth = |date: &Mention| {
        let led = date.tokens.start.saturating_sub(2)..date.tokens.start;
        led.into_iter().any(|i| text.folded(i) == "born" || english::said_of_life(text, i).is_some())
    };
    let before = first.saturating_sub(1)..first;
    let opening = 0..OPENING.min(first);
    [opening, before].into_iter().find_map(|sentences| {
        let dates: Vec<&Mention> =
            held.reading.mentions(sentences).filter(|mention| dated(mention) && !of_birth(mention)).collect();
        let agrees = |date: &&&Mention| {
            matches!(claimed.value.compare(&date.value), Some(Relation::Equal | Relation::Within))
        };
        // Where more than one is told of, which is meant is open.
        let one = dates.iter().all(|date| agrees(&date));
        dates.iter().find(agrees).filter(|_| one).copied()
    })
}

/// What speaks against a value that agrees being the one that is claimed.
fn doubted(held: &Held<'_>, pair: &Pair<'_>, partner: &Mention, role: f64) -> Option<Found> {
    let claimed = held.phrasing.document.words(pair.claimed.tokens.clone());
    let reported = held.words(&partner.tokens);
    // The most that may be is no looser than the value itself.
    let most = pair.agrees() && pair.claimed.value.is_most_of(&partner.value);
    let fit = if most { 1.0 } else { pair.claimed.value.fit(&partner.value) };
    let block = |factor: f64, because: String| Some(Found::new(Gate::Values, Effect::Block, factor, because));
    let told = governor::tells_the_same(held, pair.claimed, partner);
    if let Some((what, _)) =
        event::others_that_agree(held, pair.claimed, partner).into_iter().find(|&(_, holds)| holds)
    {
        block(0.5, format!("“{reported}”, but {what}"))
    } else if times::is_dated_otherwise(held, partner) {
        block(0.5, format!("“{reported}”, but at another time than claimed"))
    } else if told == Some(false) || governor::is_told_of_others(held, pair.claimed, partner) {
        block(0.5, format!("“{reported}”, but told of something else than “{claimed}”"))
    } else if let Some(other) = measure::clause_of_another(held, pair.claimed, partner) {
        block(0.5, format!("“{reported}”, but of “{}”", held.words(&(other..other + 1))))
    } else if let Some(word) = sought::only_sought_or_foreseen(held, pair.claimed, partner) {
        block(0.5, format!("“{reported}”, but only “{word}”"))
    } else if let Some(whole) = share::of_another_whole(held, pair.claimed, partner) {
        block(0.5, format!("“{reported}”, but of “{whole}”"))
    } else if let Some((theirs, ours)) = measure::of_something_else(held, pair.claimed, partner) {
        block(0.5, format!("“{reported}”, but of “{theirs}”, not of “{ours}”"))
    } else if let Some(part) = share::is_of_part(held, pair.claimed, partner) {
        block(0.5, format!("“{reported}”, but only “{part}” of them"))
    } else if counts_another(held, pair.claimed, partner) || counts_others(held, pair.claimed, partner) {
        block(0.5, format!("“{reported}”, but of others than “{claimed}”"))
    } else if rate::is_for_each_of_another(held, pair.claimed, partner) {
        block(0.5, format!("“{reported}”, but in another length of time"))
    } else if share::is_another_rate(held, pair.claimed, partner) {
        block(0.5, format!("“{reported}”, but not “{claimed}” each time"))
    } else if told.is_none() && role < UNALIKE && counts_what_is_missing(held, pair) {
        block(0.6, format!("“{reported}”, but of something else than “{claimed}”"))
    } else if rank::is_one_of_them(held, pair.claimed, partner) {
        block(0.5, format!("“{reported}”, but with others"))
    } else if age::is_none(held, pair.claimed, partner) {
        block(0.5, format!("“{reported}”, but “{claimed}” is no age"))
    } else if age::was_so_old(held, pair.claimed, partner) {
        block(0.5, format!("“{reported}”, but at another time than claimed"))
    } else if let Some(what) = locality::told_of_another(held, pair.claimed, partner) {
        block(0.5, format!("“{reported}”, but {what}"))
    } else if let Some(words) = qualified::otherwise(held, pair.claimed, partner) {
        block(0.5, format!("“{reported}”, but told as “{}”", held.words(&words)))
    } else if partial::is_among_some(held, partner) {
        block(0.5, format!("“{reported}”, but of a part of it"))
    } else if partial::says_only(held, pair.claimed, partner) {
        block(0.5, format!("“{reported}”, but “{claimed}” at most"))
    } else if is_beaten(held, pair, partner, told) {
        block(0.5, format!("“{reported}”, but of something else than “{claimed}”"))
    } else if turns_up_beside(held, pair, (partner, role), told) {
        let because = format!("“{reported}” beside it, but perhaps of something else");
        block(0.45 + 0.2 * bound(pair, role), because)
    } else if is_of_something_else(held, pair, (partner, role), fit) {
        block(0.5, format!("“{reported}”, but perhaps of something else than “{claimed}”"))
    } else {
        None
    }
}

/// Whether another value stands in a slot so much more like the claimed one's, and nothing shows that it is not meant all the same.
fn is_beaten(held: &Held<'_>, pair: &Pair<'_>, partner: &Mention, told: Option<bool>) -> bool {
    // "Two were *killed* and 40 hurt *when a tornado struck the camp*".
    let is_told = || told == Some(true) && !times::is_of_another_time(held, partner);
    pair.lead < BEATEN && !pair.placed() && !is_told()
}

/// Whether the two count different things, described alike: "two former *soldiers*", "two former *teachers*".
fn counts_others(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let head = |document: &Document, mention: &Mention| {
        let head = mention.counted.as_ref()?.end.checked_sub(1)?;
        let noun = english::parts_of_speech(&english::stem(document.folded(head))).starts_with('n');
        (noun && document.tokens()[head].case == Case::Lower).then_some(head)
    };
    let (Some(ours), Some(theirs)) = (head(claim, claimed), head(text, reported)) else { return false };
    let open = held.phrasing.frame.iter().zip(&held.alignment.answers).any(|(word, answer)| {
        word.token == Some(ours)
            && *answer == Answer::Nothing
            && held.reading.marked.answers_among(word.word, &held.tokens).is_empty()
    });
    let persons = |word: &str| english::names_persons(word);
    let described =
        reported.counted.clone().is_some_and(|counted| (counted.start..theirs).any(|q| held.is_aligned(q)));
    open && described
        && !held.is_aligned(theirs)
        && persons(claim.folded(ours)) == persons(text.folded(theirs))
}

/// How far after a number the noun that it counts stands at most.
const COUNTED_REACH: usize = 4;

/// Whether the passage counts by another number what the claim counts by this one: "420 people, of whom *260 are women*" for "420
/// women".
fn counts_another(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let claim = &held.phrasing.document;
    let noun = |&p: &usize| english::parts_of_speech(&english::stem(claim.folded(p))).starts_with('n');
    let counted = claimed.counted.as_ref().and_then(|counted| counted.end.checked_sub(1)).filter(noun);
    if claimed.value.kind != Kind::Count {
        return false;
    }
    let theirs = reported.counted.clone().unwrap_or(reported.tokens.clone());
    held.alignment.pairs(held.phrasing).filter(|&(p, _)| Some(p) == counted).any(|(_, q)| {
        q > theirs.end + COUNTED_REACH
            && held.mentions().iter().any(|other| {
                let near = other.tokens.end <= q && q <= other.tokens.end + COUNTED_REACH;
                let differs = claimed.value.compare(&other.value) == Some(Relation::Conflicts);
                near && differs && other.tokens.start >= theirs.end
            })
    })
}

/// Whether the claim's verb is in another sentence than a value that may agree by chance; or, where nearly any value
/// would agree, nowhere.
fn is_of_something_else(
    held: &Held<'_>,
    pair: &Pair<'_>,
    (partner, role): (&Mention, f64),
    fit: f64,
) -> bool {
    match scope::verb_answer(held, pair.claimed, partner) {
        VerbAnswer::None | VerbAnswer::Beside => fit < FAR_BOUND && role < PLACED,
        VerbAnswer::Apart => !held.phrasing.headline && !pair.placed() && may_agree_by_chance(partner),
        VerbAnswer::Nowhere => fit < NEAR_BOUND,
    }
}

/// Whether a value that may agree by chance stands in another sentence than what is said, and not among the claimed one's words: a
/// headline takes its figure and where it was from two sentences.
fn turns_up_beside(
    held: &Held<'_>,
    pair: &Pair<'_>,
    (partner, role): (&Mention, f64),
    told: Option<bool>,
) -> bool {
    let is_told = || held.phrasing.titled && told == Some(true) && !times::is_of_another_time(held, partner);
    !pair.claimed.value.weak
        && role < PLACED_ALIKE
        && may_agree_by_chance(partner)
        && held.share_beside(partner.tokens.start) < BESIDE
        && !is_told()
}

/// A year, a rank, a small number. An age, a sum or a large number hardly does.
fn may_agree_by_chance(partner: &Mention) -> bool {
    match partner.value.kind {
        Kind::Age | Kind::Money(_) | Kind::Measure(_) => false,
        Kind::Date | Kind::Time | Kind::Ordinal | Kind::Occurrences | Kind::Duration => true,
        _ => !partner.value.number().is_some_and(is_telling),
    }
}

/// Whether both values are ranges from one figure to another that are expected, in the same words: a forecast is given as a pair of
/// figures, and another pair is another forecast, though something may lie in both.
fn are_other_ranges(held: &Held<'_>, pair: &Pair<'_>, partner: &Mention) -> bool {
    let is_range = |document: &Document, mention: &Mention| {
        // "Two or three" leaves open how many.
        let either = mention.tokens.clone().any(|i| document.folded(i) == "or");
        let core = mention.value.core;
        let ends = core.low.is_finite() && core.high.is_finite() && !core.is_point();
        ends && mention.value.comparator == Comparator::Exactly && !mention.value.weak && !either
    };
    is_range(&held.phrasing.document, pair.claimed)
        && is_range(held.document(), partner)
        && (pair.in_place || pair.in_same_words || shares_an_end(pair, partner))
        && surroundings::expect_the_same(held, pair.claimed, partner)
}

/// Whether two ranges have one end in common: "$80 million to $100 million", "$90 million to $100 million".
fn shares_an_end(pair: &Pair<'_>, partner: &Mention) -> bool {
    let (ours, theirs) = (pair.claimed.value.core, partner.value.core);
    (ours.low == theirs.low) != (ours.high == theirs.high)
}

/// How surely the partner is the one that is meant, 0 to 1: for ranking only.
fn bound(pair: &Pair<'_>, role: f64) -> f64 {
    0.5 * role.clamp(0.0, 1.0) + 0.5 * (0.5 + pair.lead).clamp(0.0, 1.0)
}

/// Whether the value is a plain year, which a text may name without a word that shows it to be one: "2020 revenue".
fn is_year(value: &Value) -> bool {
    matches!(value.detail, Detail::Date(PartialDate::Year(_)))
}

/// Whether the passage has the very digits of the claimed value.
fn has_digits(held: &Held<'_>, claimed: &Mention) -> bool {
    let claim = &held.phrasing.document;
    claimed
        .core
        .clone()
        .filter(|&p| claim.tokens()[p].kind == TokenKind::Number)
        .all(|p| held.tokens.clone().any(|q| held.document().folded(q) == claim.folded(p)))
}

/// Whether what the claimed value counts is nowhere in the passage.
fn counts_what_is_missing(held: &Held<'_>, pair: &Pair<'_>) -> bool {
    let counted = pair.claimed.counted.clone().unwrap_or_default();
    let words = || {
        held.phrasing
            .frame
            .iter()
            .zip(&held.alignment.answers)
            .filter(|(word, _)| word.token.is_some_and(|token| counted.contains(&token)))
    };
    words().next().is_some() && words().all(|(_, answer)| *answer == Answer::Nothing)
}

fn same(claimed: &str, reported: &str) -> String {
    if claimed == reported {
        format!("“{reported}”, as claimed")
    } else {
        format!("“{reported}” is “{claimed}”")
    }
}

fn compared(held: &Held<'_>, pair: &Pair<'_>) -> Compared {
    let claimed = held.phrasing.document.words(pair.claimed.tokens.clone()).to_owned();
    let reported = pair.partner.map(|(partner, ..)| held.words(&partner.tokens).to_owned());
    let relation = pair.partner.map(|(_, relation, _)| relation).into();
    Compared {
        value: ComparedValue { claimed, reported, relation },
        claimed: held.phrasing.document.span_of(pair.claimed.tokens.clone()),
        reported: pair.partner.map(|(partner, ..)| held.document().span_of(partner.tokens.clone())),
    }
}
