//! A value of the passage differs from its partner: is it of the same thing, so that both cannot hold?

use crate::english;
use crate::matcher::{Answer, FrameWord};
use crate::stance::held::Held;
use crate::text::{Case, Document, TokenKind};
use crate::value::{Kind, Mention, Relation, Value, is_level, is_number_word};

use super::change::is_period;
use super::pairing::{Pair, are_listed_otherwise};
use super::scope::VerbAnswer;
use super::{
    Effect, Found, Gate, IN_ONE_SENTENCE, basis, circumstance, direction, doubt, event, following, governor,
    grammar, interim, locality, measure, name, namesake, partial, rank, scope, subject, teller, times,
    vouched,
};

/// A pair of values in slots less alike than this is no pair.
const BOUND: f64 = 0.35;

/// From this likeness of their slots on, two values are a pair wherever in the passage they stand.
const WELL_BOUND: f64 = 0.5;

/// The share of what is aligned that the sentence of such a value has at least.
const BESIDE_BOUND: f64 = 0.25;

/// Values conflict only where this share of the frame is covered.
const CONFLICT_COVERAGE: f64 = 0.62;

/// The same for what is said, names left out; a merely related word does not make it.
const CONFLICT_PREDICATE: f64 = 0.75;

/// Judges `reported`, in a slot so like the claimed value's as `role` says.
pub(super) fn judge(
    held: &Held<'_>,
    pairs: &[Pair<'_>],
    pair: &Pair<'_>,
    reported: &Mention,
    role: f64,
) -> Found {
    let fit = pair.claimed.value.fit(&reported.value);
    let words = words(held, pair.claimed, reported);
    let doubts = vouched::left(held, pairs, pair, reported, doubts(held, pair, reported, role));
    if doubts.is_empty() {
        return Found::new(Gate::Values, Effect::Turn, 0.1 + 0.1 * fit, words);
    }
    let because = format!("{words}, but perhaps of something else ({})", doubts.join(", "));
    Found::new(Gate::Values, Effect::Block, 0.3 + 0.1 * fit, because)
}

/// In words that a value stands where the claim has its own.
pub(super) fn words(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> String {
    let claimed = held.phrasing.document.words(claimed.tokens.clone());
    format!("{}, where the claim says {claimed}", held.words(&reported.tokens))
}

/// Whether the passage's number is not all there is, though it says what the claim says of its own.
pub(super) fn may_be_more(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    has_more_of_them(held, claimed, reported)
        || is_given_by_another(held, claimed, reported)
        || is_exception(held, claimed, reported)
        || is_signed_otherwise(claimed, reported)
        || interim::others(held, claimed, reported).iter().any(|&(_, holds)| holds)
}

/// What speaks against the two values being of the same thing.
fn doubts(held: &Held<'_>, pair: &Pair<'_>, reported: &Mention, role: f64) -> Vec<&'static str> {
    let scopes = scope::others(held, pair.claimed, reported).into_iter();
    let scopes = scopes.chain(times::others(held, pair, reported));
    let scopes = scopes.chain(event::others(held, pair.claimed, reported));
    let scopes = scopes.chain(circumstance::others(held, pair.claimed, reported));
    let scopes = scopes.chain(interim::others(held, pair.claimed, reported));
    let scopes = scopes.chain(partial::others(held, pair.claimed, reported));
    let mut doubts: Vec<&str> = scopes.filter(|&(_, holds)| holds).map(|(doubt, _)| doubt).collect();
    let mut doubt = |holds: bool, doubt| {
        if holds {
            doubts.push(doubt);
        }
    };
    doubt(are_listed_otherwise(held), "listed in another order");
    doubt(is_told_by_another_part(held, pair.claimed, reported), "what another part of the claim tells");
    doubt(governor::lacks_outcome(held, pair.claimed, reported), "nothing of what became of them");
    doubt(
        pair.spare_equal || is_given_by_another(held, pair.claimed, reported),
        "the claimed value is there as well",
    );
    doubt(locality::another_complement(held, reported), "told of something else");
    doubt(locality::is_of_a_stretch(held, pair.claimed, reported), doubt::STRETCH);
    doubt(locality::is_of_then(held, reported), "of a time before");
    doubt(!pair.of_named && is_reworded(held), "other words differ too");
    doubt(is_of_a_compound(held), doubt::ANOTHER_WORD_OF_THE_KIND);
    doubt(subject::is_of_another_kind(held), doubt::ANOTHER_WORD);
    doubt(subject::is_one_of_them(held), "one of several of its kind");
    doubt(is_exception(held, pair.claimed, reported), "an exception");
    doubt(has_more_of_them(held, pair.claimed, reported), "more of them later");
    doubt(is_difference(held, pair.claimed, reported), "a difference");
    doubt(lacks_name(held), "a name missing");
    doubt(namesake::has_a_longer_name(held), "another with a longer name");
    doubt(following::stands_for_another(held, reported), "perhaps of another one");
    doubt(is_of_one_place(held, reported), "one place of several");
    doubt(is_of_the_subject(held, pair.claimed, reported), "a part of it");
    doubt(subject::is_broadened(held), doubt::BROADER_SUBJECT);
    doubt(is_signed_otherwise(pair.claimed, reported), "a sign");
    doubt(names_another(held, pair.claimed, reported), "another one of them");
    doubt(measure::lacks_what_is_measured(held, reported), "another thing");
    doubt(measure::is_described(held, reported), doubt::NARROWER_SUBJECT);
    doubt(is_of_digits(held, pair.claimed, reported), "told by its digits");
    doubt(is_of_some(held, pair.claimed, reported), "of a part");
    doubt(rank::is_among_others(held, pair.claimed, reported), "ranked among others");
    doubt(teller::is_said_by_another(held, reported), "said by another");
    doubt(teller::is_said_of_themselves(held, reported), "said of themselves by others");
    doubt(basis::differs(held, reported.tokens.start), "on another basis");
    doubt(basis::compares_periods(held, reported.tokens.start), doubt::ANOTHER_STRETCH);
    doubt([pair.claimed, reported].into_iter().any(is_decade_of_life), "perhaps another's age");
    doubt(subject::is_several_of_a_kind(held), "perhaps others of the kind");
    if !pair.in_place && !pair.of_named {
        doubts.extend(out_of_place(held, pair, reported, role));
    }
    doubts
}

/// Whether the claim gives the passage's value as well, but in another of its parts, and the sentence has it no more often: "four
/// storms, *one* of them major".
fn is_told_by_another_part(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let equal = |value: &Value| value.compare(&reported.value) == Some(Relation::Equal);
    let sentence = held.sentence_of(reported.tokens.start).unwrap_or_default();
    let there = held.mentions().iter().filter(|mention| sentence.contains(&mention.tokens.start));
    let there = there.filter(|mention| equal(&mention.value)).count();
    let own = held.phrasing.mentions.iter().filter(|mention| equal(&mention.value)).count();
    let all = held.phrasing.values_beside.iter().filter(|value| equal(value)).count();
    claimed.value.kind == reported.value.kind
        && !claimed.value.kind.is_dated()
        && all > own
        && all - own >= there
}

/// Whether only one side tells its value by its number of digits: "double-digit growth".
fn is_of_digits(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let by_digits = |document: &Document, value: &Mention| {
        value.core.clone().any(|i| matches!(document.folded(i), "digit" | "digits"))
    };
    by_digits(&held.phrasing.document, claimed) != by_digits(held.document(), reported)
}

/// What speaks against two values being of the same thing that stand in no place which makes sure that they are.
fn out_of_place(
    held: &Held<'_>,
    pair: &Pair<'_>,
    reported: &Mention,
    role: f64,
) -> impl Iterator<Item = &'static str> {
    let least_beside = if role < WELL_BOUND { IN_ONE_SENTENCE } else { BESIDE_BOUND };
    let alignment = &held.alignment;
    let told = direction::is_told_alike(held, pair.claimed, reported);
    let covered = alignment.coverage + told.unwrap_or_default();
    let little = covered < CONFLICT_COVERAGE || told.is_none() && alignment.predicate < CONFLICT_PREDICATE;
    let named = name::subject_elsewhere(held, reported.tokens.start).is_some();
    let apart = scope::verb_answer(held, pair.claimed, reported) == VerbAnswer::Apart;
    let told_apart = held.share_beside(reported.tokens.start) < least_beside
        && !following::is_told_plainly(held, pair.claimed, reported);
    let other_words = !pair.in_same_words;
    [
        (other_words && little, doubt::LITTLE_ELSE),
        (other_words && role < BOUND, doubt::OTHER_WORDS),
        (pair.counts_otherwise, "something else counted"),
        (named, "somebody else named"),
        (apart, doubt::VERB_IN_ANOTHER_SENTENCE),
        (other_words && told_apart, doubt::ANOTHER_SENTENCE),
    ]
    .into_iter()
    .filter(|&(holds, _)| holds)
    .map(|(_, doubt)| doubt)
}

/// How many tokens after its "in" what kind of place it is stands at most: "in *the province of* Lao Tan".
const PLACE_REACH: usize = 3;

/// Whether the claim tells of all places, "across the region", and the passage of one: "in the province of Lao Tan".
fn is_of_one_place(held: &Held<'_>, reported: &Mention) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let everywhere = held.phrasing.tokens().any(|i| {
        matches!(
            claim.folded(i),
            "across"
                | "countrywide"
                | "globally"
                | "nationally"
                | "nationwide"
                | "overall"
                | "throughout"
                | "worldwide"
        )
    });
    let Some(sentence) = held.sentence_of(reported.tokens.start) else { return false };
    let names_one = |i: usize| {
        matches!(text.folded(i), "at" | "in")
            && held.names().iter().any(|name| {
                (i + 1..=i + 1 + PLACE_REACH).contains(&name.tokens.start)
                    && !name.core.clone().any(|q| held.is_aligned(q))
            })
    };
    everywhere && sentence.into_iter().any(names_one)
}

/// Whether the passage gives its value as a part of what the claim gives its own of: "pays 2 million *of the festival's budget*".
fn is_of_the_subject(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let of = reported.tokens.end;
    let dated = reported.value.kind.is_dated();
    if dated || text.folded_or_empty(of) != "of" || claim.folded_or_empty(claimed.tokens.end) == "of" {
        return false;
    }
    let whole = grammar::phrase_after(text, of, held.tokens.end);
    held.alignment.pairs(held.phrasing).any(|(p, q)| whole.contains(&q) && p < claimed.tokens.start)
}

/// Whether a word of the claim is only a part of one that the passage has: "the final", "the *quarter-final*".
fn is_of_a_compound(held: &Held<'_>) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let joined = |document: &Document, at: usize| {
        let hyphen =
            at.checked_sub(1).filter(|&i| document.folded(i) == "-" && document.tokens()[i].glued)?;
        let first = hyphen.checked_sub(1).filter(|&i| {
            matches!(
                document.folded(i),
                "by" | "half" | "non" | "pre" | "quarter" | "re" | "semi" | "sub" | "under"
            )
        })?;
        document.tokens()[at].glued.then_some(first)
    };
    held.alignment.pairs(held.phrasing).any(|(p, q)| {
        joined(claim, p).is_none() && joined(text, q).is_some_and(|first| !held.is_aligned(first))
    })
}

/// Whether the two values only pick out which of several is meant: "won *the 800 metres*", "its *2022* budget", or count what a rate is
/// of: "twice", "the second in *five launches*".
pub(super) fn names_another(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let describes = |document: &Document, value: &Mention| {
        let plain = document.tokens().get(value.tokens.end).is_some_and(|token| token.case == Case::Lower);
        let before = value.tokens.start.checked_sub(1).map_or("", |i| document.folded(i));
        plain
            && english::is_content_word(document, value.tokens.end)
            && matches!(before, "his" | "her" | "its" | "our" | "the" | "their")
    };
    let year = claimed.value.kind == Kind::Date && describes(claim, claimed) && describes(text, reported);
    let measure = matches!(claimed.value.kind, Kind::Measure(_));
    let event = measure && rank::is_the_one(claim, claimed) && rank::is_the_one(text, reported);
    let counted =
        reported.counted.clone().is_some_and(|counted| !counted.into_iter().any(|i| held.is_aligned(i)));
    year || event || claimed.value.kind == Kind::Occurrences && reported.value.kind == Kind::Count && counted
}

/// How many tokens after a value what it is of may be led to: "is 12% *for small firms*".
const OF_A_PART: usize = 3;

/// Whether the passage says of which part its level is so, where the claim says nothing more: "is 12% *for small firms*".
fn is_of_some(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let says = |document: &Document, i: usize| english::is_content_word(document, i);
    let ends = !(claimed.tokens.end..held.phrasing.tokens().end).any(|i| says(claim, i));
    let start = held.sentence_of(reported.tokens.start).map_or(0, |sentence| sentence.start);
    let lead = reported.tokens.end;
    let restricts = matches!(text.folded_or_empty(lead), "among" | "at" | "for" | "in" | "over" | "within");
    let dated = |i: usize| {
        held.mentions().iter().any(|mention| mention.tokens.contains(&i) && mention.value.kind.is_dated())
    };
    let limit = text.tokens().len().min(lead + 1 + OF_A_PART);
    let part = (lead + 1..limit).find(|&i| says(text, i));
    // "Lasted nine hours *in the old town*."
    let lasts = |value: &Mention| {
        value.value.kind == Kind::Duration
            && held.phrasing.tokens().any(|i| english::stem(claim.folded(i)) == "last")
    };
    // "At its height."
    let part = part.filter(|&i| text.folded(lead) != "at" || i == lead + 1);
    ends && restricts
        && (lasts(reported) || is_level(text, reported, start))
        && part.is_some_and(|i| !held.is_aligned(i) && !dated(i) && !is_period(text.folded(i)))
}

/// "-3.4%", "3.4%": what is below nothing, the other may say in words.
fn is_signed_otherwise(claimed: &Mention, reported: &Mention) -> bool {
    let numbers = claimed.value.number().zip(reported.value.number());
    numbers.is_some_and(|(ours, theirs)| ours != 0.0 && ours == -theirs)
}

/// Whether the claim excepts so many, and the passage does not: "all but *two*".
fn is_exception(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let excepts = |document: &Document, value: &Mention| {
        let before = value.core.start.checked_sub(1);
        before.is_some_and(|i| matches!(document.folded(i), "but" | "except"))
    };
    // "All but two had been released."
    let text = held.document();
    let counted =
        |i: usize| matches!(text.tokens()[i].kind, TokenKind::Number) || is_number_word(text.folded(i));
    let last = text.tokens().len();
    let all_but = |i: usize| {
        let all = text.folded(i) == "but" && i > held.tokens.start && text.folded(i - 1) == "all";
        all && i + 1 < last && counted(i + 1)
    };
    let around = held.tokens.start..last.min(held.tokens.end + EXCEPTED_WITHIN);
    excepts(&held.phrasing.document, claimed) && !excepts(text, reported)
        || !excepts(&held.phrasing.document, claimed) && around.into_iter().any(all_but)
}

/// How many tokens after a passage those may be excepted of whom it tells.
const EXCEPTED_WITHIN: usize = 12;

/// Whether only the claim tells by how much: "won *by* nine points", "scored 24".
fn is_difference(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let by = |document: &Document, value: &Mention| {
        value.tokens.start.checked_sub(1).is_some_and(|i| document.folded(i) == "by")
    };
    let of_the_verb = reported.tokens.start.checked_sub(1).is_some_and(|i| held.is_aligned(i));
    by(&held.phrasing.document, claimed) && !by(held.document(), reported) && !of_the_verb
}

/// How many sentences after a number more may be added to it.
const ADDED_WITHIN: usize = 2;

/// Whether fewer are told of than claimed, and more are told of afterwards: "killed eight. *Four more* died", "*A fifth* climber".
fn has_more_of_them(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let (Some(ours), Some(theirs)) = (claimed.value.number(), reported.value.number()) else { return false };
    if claimed.value.kind != Kind::Count || ours <= theirs {
        return false;
    }
    let text = held.document();
    // "Has 80 rooms in the main house *and more* in the annexe."
    let sentence = held.sentence_of(reported.tokens.start).unwrap_or_default();
    let and_more = |i: usize| {
        text.folded(i) == "and"
            && matches!(text.folded_or_empty(i + 1), "more" | "others")
            && text.folded_or_empty(i + 2) != "than"
    };
    if (reported.tokens.end..sentence.end).any(and_more) {
        return true;
    }
    let sentences = text.sentences();
    let at = sentences.partition_point(|sentence| sentence.tokens.end <= reported.tokens.start);
    let next = at + 1..sentences.len().min(at + 1 + ADDED_WITHIN);
    held.reading.mentions(next).any(|mention| {
        let word = text.folded_or_empty(mention.core.end);
        let added = matches!(word, "more" | "others" | "other" | "further")
            || mention.core.start.checked_sub(1).is_some_and(|i| text.folded(i) == "another");
        let next_one = mention.value.kind == Kind::Ordinal
            && mention.value.number().is_some_and(|number| number == theirs + 1.0);
        mention.value.kind == Kind::Count && added || next_one
    })
}

/// How many tokens before its "at" the verb stands at most by which somebody gives a figure: "*put* the number of them at 12".
const GIVEN: usize = 6;

/// Whether somebody else gives the number claimed right before or after: "the union said 4,000 walked out. The company *put it at
/// 1,500*".
fn is_given_by_another(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let Some(number) = claimed.value.number() else { return false };
    let text = held.document();
    let sentences = text.sentences();
    let at = sentences.partition_point(|sentence| sentence.tokens.end <= reported.tokens.start);
    let near = at.saturating_sub(1)..sentences.len().min(at + 2);
    held.reading.mentions(near).filter(|mention| mention.value.number() == Some(number)).any(|mention| {
        let start = mention.tokens.start;
        let led = start.checked_sub(1).is_some_and(|i| text.folded(i) == "at");
        let given = |i: usize| matches!(text.folded(i), "estimated" | "put" | "puts" | "putting");
        led && (start.saturating_sub(GIVEN)..start).any(given)
    })
}

/// "In her twenties": of whom that is told, and when, only grammar shows.
fn is_decade_of_life(value: &Mention) -> bool {
    value.value.kind == Kind::Age && !value.value.core.is_point()
}

/// Whether the claim has a name, besides that of its subject, of which passage and text have no word: what is told may be of another.
fn lacks_name(held: &Held<'_>) -> bool {
    held.phrasing.names.iter().filter(|name| name.tokens.start > 1).any(|name| {
        let of = |word: &FrameWord| word.token.is_some_and(|token| name.core.contains(&token));
        let words = held.phrasing.frame.iter().zip(&held.alignment.answers);
        let answers: Vec<&Answer> = words.filter(|(word, _)| of(word)).map(|(_, answer)| answer).collect();
        !answers.is_empty() && answers.iter().all(|answer| **answer == Answer::Nothing)
    })
}

/// Whether, where claim and passage are nearly the same, words stand in place of others besides the value.
fn is_reworded(held: &Held<'_>) -> bool {
    held.comparison.as_ref().is_some_and(|comparison| {
        let valued = |q: usize| held.mentions().iter().any(|mention| mention.tokens.contains(&q));
        comparison.exchanges(&held.phrasing.document, held.document(), valued)
    })
}
