//! Has the passage the opposite of what the claim says: "rose", "fell"; "known", "unknown"?

use std::ops::Range;

use crate::english::{self, Direction};
use crate::matcher::{Answer, Likeness, WordId};
use crate::stance::cue::Cue;
use crate::stance::held::Held;
use crate::text::{Document, WordSet};
use crate::value::{Kind, Mention, Relation};

use super::change::is_period;
use super::direction::{self, Told};
use super::pairing::Pair;
use super::{
    Effect, Found, Gate, addition, basis, clause, more_said, namesake, pairing, subject, superlative,
    surroundings, two_sides, when_said,
};

/// An opposite turns a claim only where this share of it is covered, itself left out: it names what it is about itself.
const REVERSED_COVERAGE: f64 = 0.65;

/// How much of what is aligned must stand beside an opposite as it does beside the claim's word.
const REVERSED_BESIDE: f64 = 0.3;

/// Whether one word is the opposite of the other: "younger", "elder"; "known", "unknown"; "grew", "fell".
pub(super) fn are_opposite(one: &str, other: &str) -> bool {
    let (own, stem) = (english::stem(one), english::stem(other));
    let is_relative = |pair: &(&str, &str)| *pair == (&own, &stem) || *pair == (&stem, &own);
    !two_sides::RELATIVES.iter().any(is_relative) && english::opposites(&own).any(|opposite| opposite == stem)
        || english::opposite_by_prefix(one).as_deref() == Some(other)
        || direction::are_opposed(one, other)
}

/// Asks: what surely turns the claim, a value that went the other way or a word and its opposite; else what only may.
pub(super) fn ask(held: &Held<'_>, pairs: &[Pair<'_>], told: &[Told<'_>]) -> Option<Found> {
    let turns = |found: &Found| found.effect == Effect::Turn;
    let reversed = || {
        let found = reversed(held, told)?;
        Some(Found { whatever_values: is_whatever_values(held, pairs, &found), ..found })
    };
    match gone_the_other_way(held, pairs, told) {
        Some(other_way) if !turns(&other_way) => Some(reversed().filter(turns).unwrap_or(other_way)),
        other_way => other_way.or_else(reversed),
    }
}

/// Whether the opposite of the claim's way holds whatever values the passage has, "fell 4.2%" for "rose by 3%": all times agree, and
/// the claimed values are nowhere in the passage, where they might be what there was before or after.
fn is_whatever_values(held: &Held<'_>, pairs: &[Pair<'_>], found: &Found) -> bool {
    let claim = &held.phrasing.document;
    let tells_way = found.about.is_some_and(|token| Direction::of(claim.folded(token)).is_some());
    let dated = |mention: &Mention| mention.value.kind.is_dated();
    let own: Vec<&Mention> = pairs.iter().map(|pair| pair.claimed).filter(|claimed| dated(claimed)).collect();
    let timed = held.mentions().iter().filter(|mention| dated(mention)).all(|mention| {
        let at = mention.tokens.start;
        own.iter().any(|claimed| claimed.value.compare(&mention.value).is_some_and(pairing::agrees))
            || when_said::is_of_the_news(held, at)
            || when_said::is_of_base(held, at)
    });
    let there = |pair: &Pair<'_>| {
        let same = |mention: &&Mention| pair.claimed.value.compare(&mention.value) == Some(Relation::Equal);
        // "Fell *below* 6", "rose *above* 6" may well be one after the other.
        pair.claimed.tokens != pair.claimed.core || held.mentions().iter().any(same)
    };
    let differs = |pair: &Pair<'_>| match pair.partner {
        _ if dated(pair.claimed) => pair.agrees(),
        Some((_, relation, _)) => relation == Relation::Conflicts && !there(pair),
        None => false,
    };
    tells_way && timed && are_of_one_period(held) && pairs.iter().all(differs)
}

/// Whether claim and passage speak of the same lengths of time: not "on the year", "on the month".
fn are_of_one_period(held: &Held<'_>) -> bool {
    let periods = |document: &Document, tokens: Range<usize>| {
        let mut periods: Vec<String> =
            tokens.map(|i| document.folded(i)).filter(|word| is_period(word)).map(str::to_owned).collect();
        periods.sort_unstable();
        periods.dedup();
        periods
    };
    let first = held.sentence_of_first().unwrap_or_default();
    let ours = periods(&held.phrasing.document, held.phrasing.tokens());
    ours == periods(held.document(), first)
}

/// A value that went up where the claim says that it went down.
fn gone_the_other_way(held: &Held<'_>, pairs: &[Pair<'_>], told: &[Told<'_>]) -> Option<Found> {
    let (told, sure) = direction::opposed(held, pairs, told)?;
    let claim = &held.phrasing.document;
    let (word, claimed) = (held.words(&told.words), claim.words(told.token..told.token + 1));
    let because = format!("“{word}”, where the claim says “{claimed}”");
    let frame = held.phrasing.frame.iter().find(|word| word.token == Some(told.token));
    let later = frame.is_some_and(|frame| is_told_later(held, frame.word, told.words.start));
    Some(Found::new(Gate::Opposites, if sure && !later { Effect::Turn } else { Effect::Block }, 0.2, because))
}

/// An unanswered word of the claim whose opposite stands in its place in the passage: "rose", "fell".
fn reversed(held: &Held<'_>, told: &[Told<'_>]) -> Option<Found> {
    let claim = &held.phrasing.document;
    // "The White House" is no opposite of "black".
    let is_named = |q: usize| held.names().iter().any(|name| name.core.contains(&q));
    // Which way another value went.
    let tells = |q: usize| told.iter().any(|told| told.alike && told.words.contains(&q));
    for (word, answer) in held.phrasing.frame.iter().zip(&held.alignment.answers) {
        // "Not confirmed" is a cue by itself, and the same as "unconfirmed".
        let is_cue =
            |token: &usize| held.phrasing_cues.iter().any(|cue| cue.negates() && cue.tokens.contains(token));
        let unanswered = word.token.filter(|token| *answer == Answer::Nothing && !is_cue(token));
        let is_told = |token: &usize| told.iter().any(|told| told.alike && told.token == *token);
        let Some(token) = unanswered.filter(|token| !is_told(token)) else { continue };
        let here = || held.reading.marked.answers_among(word.word, &held.tokens).iter();
        // Where the passage has both, it tells of two things.
        // What answers another word of the claim is no word for this one.
        if here().any(|hit| hit.likeness > Likeness::Opposed && !held.is_aligned(hit.token)) {
            continue;
        }
        let opposite = here()
            .map(|hit| hit.token)
            .filter(|&q| !held.is_aligned(q) && !is_named(q) && !tells(q) && stands_alone(held, q))
            .max_by(|&a, &b| {
                surroundings::beside(held, token, a)
                    .total_cmp(&surroundings::beside(held, token, b))
                    .then(b.cmp(&a))
            });
        let Some(q) = opposite else { continue };
        let claimed = claim.slice(claim.tokens()[token].span);
        let negated = |cue: &&Cue, at: usize| cue.negates() && cue.scope.contains(&at);
        let cancels = held.cues().iter().any(|cue| negated(cue, q));
        if let Some(cue) = held.phrasing_cues.iter().find(|cue| !cancels && negated(cue, token)) {
            let because =
                format!("“{}” is “{} {claimed}”", held.words(&(q..q + 1)), claim.words(cue.tokens.clone()));
            return Some(Found::new(Gate::Opposites, Effect::Pass, 0.9, because));
        }
        let because = format!("“{}”, where the claim says “{claimed}”", held.words(&(q..q + 1)));
        let covered = held.alignment.coverage + word.weight / held.phrasing.weight;
        let sure = !cancels
            && covered >= REVERSED_COVERAGE
            && !is_told_later(held, word.word, q)
            && is_surely_of_the_same(held, token, q);
        let effect = if sure { Effect::Turn } else { Effect::Block };
        return Some(Found::new(Gate::Opposites, effect, 0.2, because).about(token).by(q));
    }
    None
}

/// Whether nothing speaks for the claim's word at `token` and its opposite at `q` being told of two things.
fn is_surely_of_the_same(held: &Held<'_>, token: usize, q: usize) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let (claimed, reported) = (claim.folded(token), text.folded(q));
    !two_sides::may_both_hold(held, token, q)
        && !english::is_function_word(reported)
        && is_definite(held, token, q)
        && !is_done_by_another(held, token, q)
        && !subject::picks_out(held, token)
        && !is_planned_otherwise(held, token, q)
        && !is_of_another_time(held, q)
        && !addition::is_led_in(held, q)
        && !basis::differs(held, q)
        && !when_said::is_of_before_or_anothers(held, q)
        && !goes_back(held, token, q)
        && !basis::is_left_behind(held, token, q)
        && !basis::has_another_base(held, token, q)
        && !namesake::has_a_longer_name(held)
        && !(Direction::of(claimed).is_some() && direction::is_of_another_level(held))
        && surroundings::beside(held, token, q) >= REVERSED_BESIDE
        && !has_another_object(held, token, q)
        && !clause::is_of_something_else(held, token, q)
        && (superlative::is_superlative(claimed) || !more_said::says_more(held, token, q))
        && is_predicate(claim, token)
        && is_predicate(text, q)
        && (!english::exclude_each_other(claimed, reported)
            || is_of_its_kind(claim, token) && is_of_its_kind(text, q))
}

/// Whether the one of whom the claim tells first stands after the opposite of its word: "China lowered tariffs on *US* goods".
fn is_done_by_another(held: &Held<'_>, claimed: usize, reported: usize) -> bool {
    let named = |p: usize| held.phrasing.names.iter().any(|name| name.core.contains(&p));
    let first = held.alignment.pairs(held.phrasing).next();
    first.is_some_and(|(p, q)| named(p) && p < claimed && q > reported)
}

/// Words by which a claim says of which time it speaks: "fell *last* week", "two weeks *ago*".
static TIMES: WordSet = WordSet::of(&["ago", "before", "earlier", "previous", "previously"]);

/// Whether the claim speaks of a time that the passage's sentence does not speak of.
pub(super) fn is_of_another_time(held: &Held<'_>, reported: usize) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let sentence = held.sentence_of(reported).unwrap_or_default();
    let tells_time = |i: usize| match claim.folded(i) {
        "last" | "next" | "this" => is_period(claim.folded_or_empty(i + 1)),
        word => TIMES.contains(word),
    };
    let mut times = held.phrasing.tokens().filter(|&i| tells_time(i)).map(|i| claim.folded(i));
    times.any(|word| !sentence.clone().any(|i| text.folded(i) == word))
}

/// How many tokens after its "but" what went back stands at most: "fell, *but ended the day 2% higher*".
const BACK: usize = 7;

/// Whether the sentence goes on with what goes the claim's way again: "fell *but recovered*".
fn goes_back(held: &Held<'_>, claimed: usize, reported: usize) -> bool {
    let text = held.document();
    let way = Direction::of(held.phrasing.document.folded(claimed));
    let Some(sentence) = held.sentence_of(reported).filter(|_| way.is_some()) else { return false };
    let back = |i: usize| Direction::of(text.folded(i)) == way || english::stem(text.folded(i)) == "recov";
    let but = (reported..sentence.end).find(|&i| text.folded(i) == "but");
    but.is_some_and(|but| (but + 1..sentence.end.min(but + 1 + BACK)).any(back))
}

/// How many sentences after an opposite the claim's word may be told of the same.
const LATER: usize = 2;

/// Whether the text goes on with the claim's word, of what it need not name again: "rose on Monday. On Tuesday *they fell*".
pub(super) fn is_told_later(held: &Held<'_>, word: WordId, reported: usize) -> bool {
    let text = held.document();
    let sentences = text.sentences();
    let at = sentences.partition_point(|sentence| sentence.tokens.end <= reported);
    sentences.iter().skip(at + 1).take(LATER).any(|sentence| {
        let hits = held.reading.marked.answers_among(word, &sentence.tokens);
        hits.iter().filter(|hit| hit.likeness > Likeness::Opposed).any(|hit| {
            let before = sentence.tokens.start..hit.token;
            before.rev().take(LATER_SUBJECT).any(|i| matches!(text.folded(i), "he" | "it" | "she" | "they"))
        })
    })
}

/// How many tokens before that word such a pronoun stands at most: "*it* had since fallen".
const LATER_SUBJECT: usize = 3;

/// Whether one of the two is only planned or possible: "prices *will* rise", "prices fell".
pub(super) fn is_planned_otherwise(held: &Held<'_>, claimed: usize, reported: usize) -> bool {
    // "Was *called off*" is no plan.
    let open = |cue: &Cue, at: usize| !cue.negates() && cue.scope.contains(&at) && !cue.tokens.contains(&at);
    (held.phrasing.foreseen || held.phrasing_cues.iter().any(|cue| open(cue, claimed)))
        != held.cues().iter().any(|cue| open(cue, reported))
}

/// Words for what may or must be done.
#[rustfmt::skip]
static RULES: WordSet = WordSet::of(&[
    "allowed", "banned", "compulsory", "eligible", "exempt", "forbidden", "illegal", "ineligible", "legal", "mandatory",
    "optional", "permitted", "prohibited", "required",
]);

/// Whether both are said of one thing that is the same: not of some of a kind, of another kind, or of a part; nor done to some.
pub(super) fn is_definite(held: &Held<'_>, claimed: usize, reported: usize) -> bool {
    let claim = &held.phrasing.document;
    let trend = direction::are_opposed(claim.folded(claimed), held.document().folded(reported));
    // "Dogs *are banned*" is a rule for all of them.
    let rules = |document: &Document, at: usize| {
        let is = at.checked_sub(1).is_some_and(|i| matches!(document.folded(i), "are" | "is"));
        is && RULES.contains(document.folded(at))
    };
    let all = trend || rules(claim, claimed) && rules(held.document(), reported);
    let some_of_a_kind = if all { subject::is_some_of_a_kind(held) } else { subject::is_unspecific(held) };
    !some_of_a_kind && is_done_to_one(held, claimed, reported)
}

/// Whether what both say is of one thing, whoever does it: not of another kind or of a part, nor done to some.
pub(super) fn is_done_to_one(held: &Held<'_>, claimed: usize, reported: usize) -> bool {
    let claim = &held.phrasing.document;
    // "Lost $3.1 billion": a sum is not some of several.
    let counts = |value: &&Mention| !matches!(value.value.kind, Kind::Money(_));
    let own: Vec<&Mention> = held.phrasing.mentions.iter().filter(counts).collect();
    let theirs: Vec<&Mention> = held.mentions().iter().copied().filter(counts).collect();
    let trend = direction::are_opposed(claim.folded(claimed), held.document().folded(reported));
    // What is done to some may not be done to others; but a number may be how far something rose.
    let some = |document: &Document, at: usize, mentions: &[&Mention]| {
        let counted = !trend
            && (subject::leaves_open(document, at + 1, mentions)
                || subject::is_bare_plural(document, at + 1));
        counted || subject::leaves_open(document, at + 1, &[])
    };
    let done_to_some = || {
        english::is_verb(claim, claimed) && some(claim, claimed, &own)
            || english::is_verb(held.document(), reported) && some(held.document(), reported, &theirs)
    };
    !subject::is_of_another_kind(held) && !subject::is_narrowed(held) && !done_to_some()
}

/// Whether a small word says by itself which way something went: "was *up*", "sales *up* 9%", but not "dried up".
fn stands_alone(held: &Held<'_>, at: usize) -> bool {
    let text = held.document();
    let led = || {
        let before = at.checked_sub(1).map_or("", |before| text.folded(before));
        matches!(before, "is" | "are" | "was" | "were" | "be" | "been" | "go" | "goes" | "gone" | "went")
    };
    !english::is_function_word(text.folded(at))
        || held.mentions().iter().any(|mention| mention.tokens.start == at + 1)
        || led()
}

/// How many tokens after its word an object begins at most, in the claim and in the passage.
const OBJECT_REACH: (usize, usize) = (2, 6);

/// Whether what directly follows the claim's word is told of apart from its opposite: "reducing *net debt*", "an increase of
/// its dividend ... *net debt*".
fn has_another_object(held: &Held<'_>, claimed: usize, reported: usize) -> bool {
    let claim = &held.phrasing.document;
    let mut after = claimed + 1..(claimed + 1 + OBJECT_REACH.0).min(claim.tokens().len());
    let Some(object) = after.find(|&i| english::is_content_word(claim, i)) else { return false };
    match held.alignment.pairs(held.phrasing).find(|&(p, _)| p == object) {
        Some((_, q)) => q.abs_diff(reported) > OBJECT_REACH.1,
        // The largest hospital and the smallest school.
        None => superlative::is_superlative(claim.folded(claimed)),
    }
}

/// Whether a word says something of its subject: a verb, a comparative, a superlative, what follows a form of "to be", or a noun for what
/// happens ("an increase"). What only describes ("the old bridge") has opposites that may hold beside it.
pub(super) fn is_predicate(document: &Document, token: usize) -> bool {
    let word = document.folded(token);
    if superlative::is_superlative(word) {
        return is_said(document, token, SUPERLATIVE_REACH) || superlative::is_ranked(document, token);
    }
    let parts = english::parts_of_speech(&english::stem(word));
    let comparative = matches!(
        word,
        "higher" | "lower" | "fewer" | "better" | "larger" | "smaller" | "stronger" | "weaker"
    );
    let told = token
        .checked_sub(1)
        .is_some_and(|before| matches!(document.folded(before), "not" | "has" | "have" | "had"));
    told || english::said_by_particle(document, token).is_some()
        || is_said(document, token, COPULA_REACH)
        || comparative
        || english::is_verb(document, token)
        || parts.starts_with(['v', 'n'])
}

/// How many tokens before what is said "is" stands at most: "is *the* younger".
pub(super) const COPULA_REACH: usize = 2;

/// The same for a superlative: "was *one of the* best".
const SUPERLATIVE_REACH: usize = 4;

/// Whether a word is said of the subject, not used to pick it out: "is unknown", "is the elder sister", but not "rich voters
/// back it", which poor ones may as well.
pub(super) fn is_said(document: &Document, word: usize, reach: usize) -> bool {
    static COPULAS: WordSet = WordSet::of(&[
        "are", "be", "became", "become", "becomes", "becoming", "been", "has", "is", "remain", "remains",
        "was", "were",
    ]);
    (word.saturating_sub(reach)..word).any(|i| COPULAS.contains(document.folded(i)))
}

/// Whether a word tells of which kind something is: "is a *weekly* magazine", not "has a weekly market".
pub(super) fn is_of_its_kind(document: &Document, word: usize) -> bool {
    let be = |i: usize| matches!(document.folded(i), "are" | "is" | "was" | "were");
    (word.saturating_sub(COPULA_REACH)..word).any(be)
}
