//! Do claim and passage speak of the same people, places and bodies?

use std::ops::Range;

use crate::english;
use crate::matcher::{Answer, FrameWord, Likeness, SNIPPET_SENTENCES};
use crate::stance::held::{Held, distance};
use crate::text::{Case, Document};
use crate::value::name::Name;

use super::person::{claim_names_a_person, is_surely_a_person, looks_like_a_person, may_be_a_person};
use super::{Effect, Found, Gate, interim, namesake, opposite};

/// A name conflicts only where all else of the claim is covered to this share.
const CONFLICT_COVERAGE: f64 = 0.85;

/// A name that weighs less only tells who says so.
const LIGHT: f64 = 0.5;

/// How near, in tokens, the other name must stand to the words aligned beside the claim's.
const BESIDE: usize = 4;

/// Asks.
pub(super) fn ask(held: &Held<'_>) -> Found {
    Found::worst(Gate::Names, held.phrasing.names.iter().map(|name| judge(held, name)).collect())
}

fn judge(held: &Held<'_>, name: &Name) -> Found {
    let words = held.phrasing.document.words(name.core.clone());
    let answers: Vec<Answer> = answers(held, &name.core).collect();
    if let Some(token) = answers.iter().find_map(|answer| match answer {
        Answer::Token { token, likeness: Likeness::Misspelt } => Some(*token),
        _ => None,
    }) {
        let spelt = held.words(&(token..token + 1));
        return Found::new(
            Gate::Names,
            Effect::Block,
            0.6,
            format!("“{spelt}”, where the claim has “{words}”: perhaps a slip, perhaps another"),
        );
    }
    let other = namesake::of(held, name);
    if let Some(other) = other {
        return Found::new(
            Gate::Names,
            Effect::Block,
            0.5,
            format!("“{other}”, where the claim names “{words}”"),
        );
    }
    if answers.iter().any(|answer| answer.token().is_some()) {
        // "Vatne spoke. Holm opened the gate." does not say that Vatne did.
        let other = predicate(held).and_then(|token| subject_elsewhere(held, token));
        let other = other.filter(|other| may_be_a_person(held, other));
        return other.map_or_else(|| Found::nothing(Gate::Names), |other| about_another(held, other, words));
    }
    if answers.iter().any(|answer| matches!(answer, Answer::Elsewhere { .. })) {
        return elsewhere(held, name, words);
    }
    match rival(held, name) {
        // "Koss leads the fleet", "Perrin *led* the fleet *until* 2016".
        Some(other) if interim::is_once(held) => {
            let other = held.words(&other.core);
            Found::new(
                Gate::Names,
                Effect::Block,
                0.5,
                format!("“{other}” once, where the claim names “{words}”"),
            )
        }
        Some(other) => Found::new(
            Gate::Names,
            Effect::Turn,
            0.2,
            format!("“{}”, where the claim names “{words}”", held.words(&other.core)),
        ),
        None if answers.is_empty() => Found::nothing(Gate::Names),
        None if is_snippet(held) && may_be_meant(held, name) && !has_another_in_place(held, name) => {
            Found::new(Gate::Names, Effect::Pass, 0.7, format!("“{words}” is not named"))
        }
        None if name.tokens.start <= 1 && claim_names_a_person(held, name) => {
            Found::new(Gate::Names, Effect::Drop, 0.4, format!("“{words}” is nowhere in the text"))
        }
        None if is_of_speaker(held, name) => Found::new(Gate::Names, Effect::Pass, 0.8, ""),
        None if is_exchanged(held, name) => Found::new(Gate::Names, Effect::Pass, 0.6, ""),
        None => Found::new(Gate::Names, Effect::Block, 0.6, format!("does not name “{words}”")),
    }
}

/// Whether the name only tells what body says so, "*Maricopa County* says", and the passage names no other that might.
fn is_of_speaker(held: &Held<'_>, name: &Name) -> bool {
    let reporting = &held.phrasing.attribution;
    // "Holt said" tells first of Holt.
    let within =
        reporting.start > 0 && reporting.start <= name.tokens.start && name.tokens.end <= reporting.end;
    let other =
        |other: &&Name| !looks_like_a_person(held, other) && !other.core.clone().any(|q| held.is_aligned(q));
    within && !claim_names_a_person(held, name) && !held.names().iter().any(other)
}

/// Whether claim and passage are nearly the same, and something is done by another person in each, or they have words that
/// exclude each other: what that says is for the difference between them to tell. Else the same may be so of both: officials
/// may arrest seven men in two towns.
fn is_exchanged(held: &Held<'_>, name: &Name) -> bool {
    let claim = &held.phrasing.document;
    let text = held.document();
    // "A goal was scored by" many, and "the prize was shared by Ann Lee and a colleague".
    let any = matches!(claim.folded_or_empty(held.phrasing.tokens().start), "a" | "an" | "some" | "one");
    let agent = name.tokens.start.checked_sub(1).is_some_and(|before| claim.folded(before) == "by");
    let shared = matches!(claim.folded_or_empty(name.tokens.end), "and" | ",");
    let given = english::given_name(claim.folded(name.core.start)).is_some();
    let person = agent && !any && !shared && (given || claim_names_a_person(held, name));
    let named = |q: usize| held.names().iter().any(|other| other.core.contains(&q));
    // "White voters backed" it, and black ones may as well.
    let said =
        held.phrasing.tokens().take_while(|&i| i < name.core.start).any(|i| english::is_verb(claim, i));
    // "Spoke to a Democratic voter" leaves a Republican one.
    let next = name.core.end;
    let describes = english::is_content_word(claim, next) && claim.tokens()[next].case == Case::Lower;
    let of_kind = !describes || opposite::is_of_its_kind(claim, name.core.start);
    let excludes = |q: usize| {
        of_kind && name.core.clone().any(|p| english::exclude_each_other(claim.folded(p), text.folded(q)))
    };
    held.comparison.as_ref().filter(|comparison| comparison.alike).is_some_and(|comparison| {
        comparison.differences.iter().any(|difference| {
            // What it begins with is what it is about: the other may do so, too.
            difference.claimed.start > 0
                && difference.claimed.start <= name.core.start
                && name.core.end <= difference.claimed.end
                && difference.reported.clone().any(|q| person && named(q) || said && excludes(q))
        })
    })
}

/// A text of a sentence or three leaves out what was said before it: "he" may be anyone, as long as nobody else is named
/// in it.
fn is_snippet(held: &Held<'_>) -> bool {
    let claimed = |other: &Name| held.alignment.pairs(held.phrasing).any(|(_, q)| other.tokens.contains(&q));
    held.document().sentences().len() <= SNIPPET_SENTENCES
        && !held.names().iter().any(|other| looks_like_a_person(held, other) && !claimed(other))
}

/// Whether a snippet that leaves the name out may mean it all the same: it is what the claim is about or only tells where or
/// who says so, or a pronoun may stand for it.
fn may_be_meant(held: &Held<'_>, name: &Name) -> bool {
    let claim = &held.phrasing.document;
    let text = held.document();
    let told = |token: usize| held.alignment.pairs(held.phrasing).any(|(p, _)| p == token);
    // "Little Rock, Arkansas"; "the Authority (FI)"; "215,000 jobs in July - BBC News".
    let beside = name.tokens.start.checked_sub(2).is_some_and(|before| match claim.folded(before + 1) {
        "," | "(" => told(before),
        "-" | "–" | "|" => !claim.tokens()[before + 1].glued,
        _ => false,
    });
    let light =
        |word: &FrameWord| word.weight < LIGHT && word.token.is_some_and(|token| name.core.contains(&token));
    let pronoun = |i: usize| {
        matches!(
            text.folded(i),
            "he" | "she" | "they" | "his" | "her" | "their" | "its" | "it" | "him" | "them"
        )
    };
    name.tokens.start <= 1
        || held.phrasing.headline
        || beside
        || held.phrasing.frame.iter().any(light)
        || held.tokens.clone().any(pronoun)
}

/// Whether the passage has another name behind the same small word: "born in Naples", "born in Trieste".
fn has_another_in_place(held: &Held<'_>, name: &Name) -> bool {
    let led_by = |document: &Document, at: usize| {
        let before = at.checked_sub(1)?;
        let before = if document.folded(before) == "the" { before.checked_sub(1)? } else { before };
        let word = document.folded(before);
        english::is_function_word(word).then(|| word.to_owned())
    };
    let claim = &held.phrasing.document;
    let claimed = led_by(claim, name.tokens.start);
    // "Based in Edinburgh", "a *Glasgow-based* charity".
    let says = |word: &str| held.phrasing.tokens().any(|i| claim.folded(i) == word);
    let text = held.document();
    let compound = held.names().iter().any(|other| {
        let (hyphen, word) = (other.tokens.end, other.tokens.end + 1);
        text.folded_or_empty(hyphen) == "-"
            && matches!(text.folded_or_empty(word), "based" | "born")
            && says(text.folded(word))
            && !other.core.clone().any(|q| held.is_aligned(q))
    });
    compound
        || claimed.is_some()
            && held.names().iter().any(|other| {
                !other.core.clone().any(|q| held.is_aligned(q))
                    && led_by(held.document(), other.tokens.start) == claimed
            })
}

/// The name stands elsewhere in the text. Where the passage names somebody else in its place, it is about them.
fn elsewhere(held: &Held<'_>, name: &Name, words: &str) -> Found {
    let first = held.alignment.pairs(held.phrasing).map(|(_, q)| q).min().unwrap_or(held.tokens.start);
    let other = || subject_elsewhere(held, first).or_else(|| subject_elsewhere(held, predicate(held)?));
    match rival(held, name).or_else(other) {
        Some(other) => about_another(held, other, words),
        None if is_left_out(held, name) => {
            Found::new(Gate::Names, Effect::Lack, 0.7, format!("does not speak of “{words}” here"))
        }
        None => {
            Found::new(Gate::Names, Effect::Pass, 0.95, format!("“{words}” is named elsewhere in the text"))
        }
    }
}

/// Whether the name must stand in the passage itself: it is what tells the claim from its rivals, or that of a person to whom
/// something is done, and no pronoun stands for it.
fn is_left_out(held: &Held<'_>, name: &Name) -> bool {
    let of = |word: &&FrameWord| word.token.is_some_and(|token| name.core.contains(&token));
    let distinctive = held.phrasing.frame.iter().filter(of).all(|word| word.distinctive);
    let claim = &held.phrasing.document;
    let after_verb = name.tokens.start.checked_sub(1).is_some_and(|i| english::is_verb(claim, i));
    let suffers = name.tokens.start > 1 && after_verb && claim_names_a_person(held, name);
    let pronoun = |i: usize| {
        matches!(held.document().folded(i), "he" | "she" | "they" | "his" | "her" | "their" | "him" | "them")
    };
    (distinctive || suffers) && !held.tokens.clone().any(pronoun)
}

fn about_another(held: &Held<'_>, other: &Name, words: &str) -> Found {
    Found::new(
        Gate::Names,
        Effect::Drop,
        0.4,
        format!("is about “{}”, not “{words}”", held.words(&other.core)),
    )
}

/// The passage's token for what the claim says of its names: the answer to its weightiest word that is no name, its own word
/// rather than one only near it in sense.
fn predicate(held: &Held<'_>) -> Option<usize> {
    held.phrasing
        .frame
        .iter()
        .zip(&held.alignment.answers)
        .filter(|(word, _)| !word.name && word.token.is_some())
        .filter_map(|(word, answer)| match *answer {
            Answer::Token { token, likeness } => Some((likeness >= Likeness::Derived, word.weight, token)),
            _ => None,
        })
        .max_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(b.2.cmp(&a.2)))
        .map(|(_, _, token)| token)
}

/// Where the claim begins with a name that the sentence of `token` has not: the name that stands in its place, before
/// `token` and the first to be named there.
pub(super) fn subject_elsewhere<'a>(held: &'a Held<'_>, token: usize) -> Option<&'a Name> {
    let subject = held.phrasing.subject().filter(|name| !is_place_or_body(held, name))?;
    let sentence = held.sentence_of(token)?;
    let answered = |name: &Name, tokens: &Range<usize>| {
        held.alignment.pairs(held.phrasing).any(|(p, q)| name.core.contains(&p) && tokens.contains(&q))
    };
    let first = held.names().iter().find(|name| sentence.contains(&name.tokens.start))?;
    let claim = &held.phrasing.document;
    let claimed =
        |token: usize| held.phrasing.tokens().any(|p| claim.folded(p) == held.document().folded(token));
    let other = !is_alias(held, first) && !first.core.clone().any(claimed);
    (!answered(subject, &sentence) && other && first.tokens.end <= token).then_some(first)
}

pub(super) fn answers<'a>(held: &'a Held<'_>, tokens: &'a Range<usize>) -> impl Iterator<Item = Answer> + 'a {
    held.phrasing
        .frame
        .iter()
        .zip(&held.alignment.answers)
        .filter(|(word, _)| word.token.is_some_and(|token| tokens.contains(&token)))
        .map(|(_, answer)| *answer)
}

/// A name of the passage that answers none of the claim's and stands where the missing one would: all else of the
/// claim is there, and the words beside the claim's name stand beside it.
fn rival<'a>(held: &'a Held<'_>, name: &Name) -> Option<&'a Name> {
    let (rest, covered) = held
        .phrasing
        .frame
        .iter()
        .zip(&held.alignment.answers)
        .filter(|(word, _)| word.token.is_none_or(|token| !name.core.contains(&token)))
        .fold((0.0, 0.0), |(all, covered), (word, answer)| {
            (all + word.weight, covered + word.weight * answer.similarity())
        });
    // Two people may say the same.
    let says = matches!(
        held.phrasing.document.folded_or_empty(name.core.end),
        "said" | "says" | "told" | "added" | "warned"
    );
    if says
        || !is_surely_a_person(name, |i| held.phrasing.document.folded(i))
        || rest <= 0.0
        || covered / rest < CONFLICT_COVERAGE
        || held.phrasing.headline
    {
        return None;
    }
    let neighbour =
        held.alignment.pairs(held.phrasing).min_by_key(|&(p, _)| distance(&name.core, p)).map(|(_, q)| q)?;
    held.names()
        .iter()
        .copied()
        .filter(|other| looks_like_a_person(held, other) && !is_alias(held, other))
        .filter(|other| is_surely_a_person(other, |i| held.document().folded(i)))
        .filter(|other| !held.alignment.pairs(held.phrasing).any(|(_, q)| other.tokens.contains(&q)))
        .filter(|other| distance(&other.core, neighbour) <= BESIDE)
        .min_by_key(|other| distance(&other.core, neighbour))
}

/// A name in capitals ("UK", "HTS") or one with a people of its own ("Syria", "Syrian"): others may stand for it.
fn is_place_or_body(held: &Held<'_>, name: &Name) -> bool {
    let claim = &held.phrasing.document;
    name.core
        .clone()
        .all(|i| claim.tokens()[i].case == Case::Upper || english::related(claim.folded(i)).next().is_some())
}

/// A name that the question is about, in whatever form.
pub(super) fn is_alias(held: &Held<'_>, name: &Name) -> bool {
    name.core.clone().all(|token| held.phrasing.about.contains(held.document().folded(token)))
}
