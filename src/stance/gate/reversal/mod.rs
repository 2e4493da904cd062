//! Does the passage say word for word what the claim says, but for one word and its opposite, or for one negation?
//!
//! Where nothing else differs, nothing else can explain the difference: no other event, subject or time.

mod clause;
mod reversed;

use std::ops::Range;

use crate::english::{self, Direction};
use crate::matcher::{Likeness, is_reporting};
use crate::stance::cue::{Cue, CueKind};
use crate::stance::held::Held;
use crate::text::{Document, TokenKind, WordSet};

use super::no_one::DEATHS;
use super::pairing::Pair;
use super::{Effect, Found, Gate, addition, extent, no_one, subject, when_said};
pub(super) use clause::is_time;
use clause::{Clause, amounts, is_contrasted, links};

/// Words that negate all of what they stand before: not "hardly", which leaves a little.
static NEGATORS: WordSet = WordSet::of(&["cannot", "neither", "never", "no", "nobody", "none", "not"]);

/// Whether `word` (folded) negates all of what it stands before.
pub(super) fn negates(word: &str) -> bool {
    NEGATORS.contains(word) || word.ends_with("n't")
}

/// Asks.
pub(super) fn ask(held: &Held<'_>, pairs: &[Pair<'_>]) -> Option<Found> {
    let clause = Clause::of(held, pairs)?;
    let sentence = held.sentence_of(clause.tokens.start)?;
    if is_of_anyone(held)
        || when_said::is_of_before(held, &sentence)
        || some_say(held.document(), sentence.clone())
    {
        return None;
    }
    let denies = held.phrasing_cues.iter().any(Cue::negates);
    if denies && no_one::is_elsewhere(held, sentence) {
        return None;
    }
    let because = match clause.lacks {
        Some(token) => opposed(held, &clause, token),
        None => negated(held, &clause).or_else(|| linked_otherwise(held, &clause)),
    };
    because.map(|because| Found::new(Gate::Reversal, Effect::Turn, 0.2, because))
}

/// Whether the claim denies something of anyone: whether somebody is told of, another gate asks.
fn is_of_anyone(held: &Held<'_>) -> bool {
    let claim = &held.phrasing.document;
    held.phrasing_cues.iter().any(|cue| {
        let one =
            claim.folded(cue.tokens.start) == "no" && claim.folded_or_empty(cue.tokens.start + 1) == "one";
        one || claim.folded(cue.tokens.start) == "nobody"
    })
}

/// Whether only some say so, of whom no more is told: "some residents say".
fn some_say(text: &Document, mut sentence: Range<usize>) -> bool {
    sentence.any(|i| {
        let says = |i: usize| {
            is_reporting(text.folded_or_empty(i)) || matches!(text.folded_or_empty(i), "fear" | "feared")
        };
        text.folded(i) == "some" && (says(i + 1) || says(i + 2))
    })
}

/// Stems of what is so once for all of what it is said of: a plan is approved or rejected, a man convicted or acquitted.
static DECIDED: WordSet = WordSet::of(&[
    "abandon", "accept", "acquit", "alive", "approv", "call", "cancel", "convict", "dead", "declin",
    "defeat", "deni", "die", "fail", "grant", "kill", "lose", "overturn", "pass", "perish", "quash", "refus",
    "reject", "succeed", "surviv", "uphold", "veto", "win",
]);

/// The claim's word and its opposite in the passage.
struct Opposites {
    claimed: usize,
    /// With the other words of its expression: "turned down".
    reported: Range<usize>,
    /// Whether it is so once for all.
    decided: bool,
}

impl Opposites {
    /// Of the claim's word at `claimed`, where the clause has one opposite of it, in its place.
    fn of(held: &Held<'_>, clause: &Clause<'_>, claimed: usize) -> Option<Self> {
        let (claim, text) = (&held.phrasing.document, held.document());
        let word = held.phrasing.frame.iter().find(|word| word.token == Some(claimed))?;
        let hits = held.reading.marked.answers_among(word.word, &clause.tokens).iter();
        let in_place = |other: usize| clause.pairs.iter().all(|&(p, q)| (p < claimed) == (q < other));
        let mut opposites = hits
            .filter(|hit| hit.likeness == Likeness::Opposed && !held.is_aligned(hit.token))
            .map(|hit| hit.token)
            .filter(|&other| in_place(other));
        let (other, None) = (opposites.next()?, opposites.next()) else { return None };
        let phrase = english::phrase(text, other, clause.tokens.end);
        let end = phrase.and_then(|phrase| phrase.tokens.last().copied()).unwrap_or(other) + 1;
        let is_decided =
            |document: &Document, at: usize| DECIDED.contains(&english::stem(document.folded(at)));
        let decided = is_decided(claim, claimed) || is_decided(text, other);
        Some(Self { claimed, reported: other..end, decided })
    }
}

/// The claim has a word in whose place the passage has its opposite, of one thing that is the same.
fn opposed(held: &Held<'_>, clause: &Clause<'_>, token: usize) -> Option<String> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let opposites = Opposites::of(held, clause, token)?;
    let other = opposites.reported.start;
    let core = clause.core(&opposites.reported);
    let denies = |cue: &Cue, own: usize| cue.negates() && !cue.tokens.contains(&own);
    let negated = held.phrasing_cues.iter().any(|cue| denies(cue, token))
        || held.cues().iter().any(|cue| {
            let within = core.contains(&cue.tokens.start) || cue.scope.contains(&other);
            within && denies(cue, other)
        });
    let passed = amounts(held, &opposites.reported);
    let besides = clause.besides(held, core.clone(), &passed);
    // "Survived the crash", "died *in* the crash".
    let in_it = other + 1..other + 1 + usize::from(text.folded_or_empty(other + 1) == "in");
    let is_linked = |passed: &[Range<usize>]| clause.other_link(held, core.clone(), passed) == Some(None);
    let linked = is_linked(&passed) || is_linked(&[&passed[..], std::slice::from_ref(&in_it)].concat());
    // "*Seriously* ill."
    let adverb = |at: usize| at + 1 == other && text.folded(at).ends_with("ly");
    let reversed = !negated
        && besides.iter().all(|&at| opposites.reported.contains(&at) || adverb(at))
        && linked
        && clause.begins_with(held, core.start)
        && only_adds(held, clause, core.end..clause.tokens.end, &opposites)
        && reversed::is_reversed(held, token, other, opposites.decided);
    reversed.then(|| {
        let (ours, theirs) = (claim.words(token..token + 1), text.words(opposites.reported));
        format!("“{theirs}”, where the claim says “{ours}”")
    })
}

/// Words for another time than that of which something was told before.
static LATER: WordSet = WordSet::of(&[
    "again",
    "earlier",
    "eventually",
    "finally",
    "later",
    "now",
    "originally",
    "previously",
    "then",
]);

/// Whether what follows what the claim says only adds to it, and does not tell of another time or thing.
fn only_adds(held: &Held<'_>, clause: &Clause<'_>, rest: Range<usize>, opposites: &Opposites) -> bool {
    let text = held.document();
    if clause.besides(held, rest.clone(), &[]).is_empty() {
        return links(text, rest).is_empty();
    }
    let claim = &held.phrasing.document;
    // "After the cup defeat" says when as a date does.
    let pinned =
        held.phrasing.tokens().any(|i| matches!(claim.folded(i), "after" | "before" | "during" | "when"));
    let timed = held.phrasing.mentions.iter().any(|mention| mention.value.kind.is_dated());
    let dated = pinned || timed;
    let is_value = |i: usize| {
        let mut mentions = held.mentions().iter().filter(|mention| !mention.value.kind.is_dated());
        mentions.any(|mention| mention.tokens.contains(&i))
    };
    let is_number = |i: usize| text.tokens()[i].kind == TokenKind::Number;
    let first = rest.start;
    // "Rejected the first offer and *accepted* the second."
    let word = held.phrasing.frame.iter().find(|word| word.token == Some(opposites.claimed));
    let told_as_well = word.is_some_and(|word| {
        let hits = held.reading.marked.answers_among(word.word, &rest);
        hits.iter().any(|hit| hit.likeness > Likeness::Opposed)
    });
    if told_as_well {
        return false;
    }
    let adds = match text.folded(first) {
        "and" | "within" => opposites.decided,
        "," | ";" | "–" | "-" | "(" | "after" | "as" | "because" | "following" | "when" | "while" => true,
        "by" => is_value(first + 1),
        "for" => rest.clone().take(3).any(|i| is_time(held, i) || is_number(i) || is_value(i)),
        "at" | "from" | "to" if Direction::of(text.folded(opposites.reported.start)).is_some() => {
            is_value(first + 1)
        }
        // One dies once, wherever that is.
        "at" | "in" | "near" | "on" => {
            DEATHS.contains(&english::stem(text.folded(opposites.reported.start)))
                && !rest.clone().any(|i| is_number(i) || is_value(i))
                || rest.clone().take(3).any(|i| is_time(held, i))
        }
        _ => is_time(held, first) && !timed || opposites.decided && is_value(first),
    };
    // How something is may change with the time and the place.
    let is_state = reversed::are_said(held, opposites.claimed, opposites.reported.start)
        && matches!(text.folded(first), "," | ";" | "–" | "because")
        && !rest.clone().any(|i| is_time(held, i));
    adds && (opposites.decided || dated || is_state)
        && !is_contrasted(text, rest.clone())
        && !rest.clone().any(|i| LATER.contains(text.folded(i)))
        // "Rejected the plan *in 2019*", and approved another since.
        && (dated || !rest.into_iter().any(|i| is_number(i) && is_time(held, i)))
}

/// All that differs is that one of the two negates it.
fn negated(held: &Held<'_>, clause: &Clause<'_>) -> Option<String> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let mut ours = held.phrasing_cues.iter().filter(|cue| cue.negates());
    let mut theirs =
        held.cues().iter().copied().filter(|cue| cue.negates() && clause.tokens.contains(&cue.tokens.start));
    let (ours, theirs) = match (ours.next(), ours.next(), theirs.next(), theirs.next()) {
        (ours, None, theirs, None) if ours.is_some() != theirs.is_some() => (ours, theirs),
        _ => return None,
    };
    let core = clause.core(&theirs.map_or(clause.pairs[0].1..clause.pairs[0].1, |cue| cue.tokens.clone()));
    let besides = clause.besides(held, core.clone(), &[]);
    // "Ended *with* a deal", "without one".
    let is_lack = |(p, q): (usize, usize)| {
        matches!((claim.folded(p), text.folded(q)), ("with", "without") | ("without", "with"))
    };
    let rest = core.end..clause.tokens.end;
    let link = clause.other_link(held, core.clone(), &[])?;
    let lacking = link.is_some_and(is_lack);
    let is_one = |any: bool| {
        any || if lacking { !subject::is_some_of_a_kind(held) } else { !subject::is_unspecific(held) }
    };
    let total = |document: &Document, cue: &Cue| {
        is_of_any(document, cue) || document.folded(cue.tokens.start) == "never"
    };
    // What was never so was so at no time; of what was not so at one, more may be said.
    let adds = clause.besides(held, rest.clone(), &[]).is_empty() && links(text, rest.clone()).is_empty()
        || matches!(text.folded_or_empty(rest.start), "," | ";" | ":" | "–")
        || ours.is_some_and(|cue| total(claim, cue))
        || lacking && rest.clone().take(3).any(|i| is_time(held, i));
    let same = link.is_none_or(is_lack)
        && adds
        && !is_contrasted(text, rest)
        && clause.begins_with(held, core.start);
    let because = match (ours, theirs) {
        (None, Some(cue)) => {
            let sure = negates_all(text, cue)
                && (lacking || !addition::narrows(held, clause.values, &cue.tokens))
                && besides.iter().all(|token| cue.tokens.contains(token))
                && is_one(is_of_any(text, cue))
                && extent::leaves_open(held, cue, clause.values).is_none();
            sure.then(|| format!("“{}”, where the claim has no such word", held.words(&cue.tokens)))
        }
        (Some(cue), _) => {
            let sure = negates_all(claim, cue)
                && extent::denied_of_all(claim, cue).is_none()
                && !addition::is_told_with_less(held, cue)
                && besides.iter().all(|&token| counts_what_is_denied(held, cue, clause, token))
                && is_one(is_of_any(claim, cue));
            sure.then(|| format!("without the claim’s “{}”", claim.words(cue.tokens.clone())))
        }
        _ => None,
    };
    because.filter(|_| same)
}

/// Small words of which only one can hold in one place.
const OPPOSITE_LINKS: [(&str, &str); 3] = [("after", "before"), ("above", "below"), ("inside", "outside")];

/// All that differs is a small word that says where or when: "built *before* the war", "*two years after* the war".
fn linked_otherwise(held: &Held<'_>, clause: &Clause<'_>) -> Option<String> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let (p, q) = clause.other_link(held, clause.tokens.clone(), &[])??;
    let (ours, theirs) = (claim.folded(p), text.folded(q));
    let excludes = OPPOSITE_LINKS.contains(&(ours, theirs)) || OPPOSITE_LINKS.contains(&(theirs, ours));
    let by = |i: usize| {
        let mut mentions = held.mentions().iter();
        mentions.any(|mention| mention.tokens.end == q && mention.tokens.contains(&i))
    };
    // Profit before tax and after it are two.
    let measures = text.folded_or_empty(q + 1) == "tax";
    let sure = excludes
        && !measures
        && clause.besides(held, clause.tokens.clone(), &[]).into_iter().all(by)
        && held.phrasing_cues.is_empty()
        && !held.cues().iter().any(|cue| clause.tokens.contains(&cue.tokens.start))
        && !subject::is_unspecific(held);
    sure.then(|| format!("“{theirs}”, where the claim says “{ours}”"))
}

fn negates_all(document: &Document, cue: &Cue) -> bool {
    let word = document.folded(cue.tokens.start);
    cue.kind == CueKind::Negator && (negates(word) || word == "without")
}

/// Whether it is denied of all there are: "no witnesses", "none of them".
fn is_of_any(document: &Document, cue: &Cue) -> bool {
    let of_any = matches!(document.folded(cue.tokens.start), "no" | "nobody" | "none");
    of_any && !extent::is_no_longer(document, cue)
}

/// Whether a number of the passage only says how many there are of what the claim says there is none of: "no casualties", "*12*
/// casualties".
fn counts_what_is_denied(held: &Held<'_>, cue: &Cue, clause: &Clause<'_>, token: usize) -> bool {
    let denied = clause.pairs.iter().find(|&&(p, _)| p >= cue.tokens.end).map(|&(_, q)| q);
    is_of_any(&held.phrasing.document, cue)
        && held.mentions().iter().any(|mention| {
            let of_them = held.document().folded_or_empty(mention.tokens.end) == "of";
            let counts = |denied: usize| mention.counted.as_ref().is_some_and(|noun| noun.contains(&denied));
            mention.tokens.contains(&token)
                && mention.value.number().is_some_and(|number| number > 0.0)
                && (of_them || denied.is_some_and(counts))
        })
}
