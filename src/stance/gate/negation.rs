//! Which negation of one side reaches most of what is aligned and is not shared by the other, and whether it reaches what is told.

use crate::english::{self, Direction};
use crate::matcher::{Answer, Likeness};
use crate::stance::cue::Cue;
use crate::stance::held::Held;
use crate::text::{Document, WordSet};

use super::pairing::Pair;
use super::{extent, grammar};

/// A cue that negates, with the share of the aligned words that it reaches.
pub(super) struct Negation<'a> {
    pub(super) cue: &'a Cue,
    pub(super) words: &'a str,
    pub(super) reached: f64,
    /// Whether the word it negates first is itself aligned.
    pub(super) on_target: bool,
    /// Whose it is.
    pub(super) side: Side,
}

/// A side of the comparison.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Side {
    Claim,
    Text,
}

/// The negation on one side that reaches most of the aligned words and that the other side does not share.
pub(super) fn strongest<'a>(held: &'a Held<'_>, pairs: &[Pair<'_>], side: Side) -> Option<Negation<'a>> {
    let (cues, document): (Vec<&Cue>, &Document) = match side {
        Side::Claim => (held.phrasing_cues.iter().collect(), &held.phrasing.document),
        Side::Text => (held.cues().to_vec(), held.document()),
    };
    // "X is not a model" negates all that it tells of X.
    let subject = held.phrasing.subject();
    let tells = |p: usize| subject.is_none_or(|name| !name.tokens.contains(&p));
    let total: f64 = held.weighted_pairs().filter(|&(p, ..)| tells(p)).map(|(.., weight)| weight).sum();
    cues.into_iter()
        .filter(|cue| cue.negates() && !(side == Side::Text && held.is_beside(cue)))
        // A denial that the other side has as well ("refused", "refused") is a word of the frame.
        .filter(|cue| !is_shared(held, cue, side) && !is_told_by_opposite(held, cue, side))
        .map(|cue| {
            let ours = |p: usize, q: usize| if side == Side::Claim { p } else { q };
            let reached: f64 = held
                .weighted_pairs()
                .filter(|&(p, q, _)| tells(p) && cue.scope.contains(&ours(p, q)))
                .map(|(_, _, weight)| weight)
                .sum();
            Negation {
                on_target: is_on_target(held, pairs, cue, side),
                side,
                cue,
                words: document.words(cue.tokens.clone()),
                reached: if total > 0.0 { reached / total } else { 0.0 },
            }
        })
        .filter(|negation| negation.reached > 0.0)
        .max_by(|a, b| a.reached.total_cmp(&b.reached).then(b.cue.tokens.start.cmp(&a.cue.tokens.start)))
}

/// Whether the other side says what the cue denies by its opposite: "not legal", "illegal".
pub(super) fn is_told_by_opposite(held: &Held<'_>, cue: &Cue, side: Side) -> bool {
    let document = if side == Side::Claim { &held.phrasing.document } else { held.document() };
    let denied = [cue.target(document), cue.verb(document)];
    let words = held.phrasing.frame.iter().zip(&held.alignment.answers);
    let mut answers = words.filter_map(|(word, answer)| Some((word, word.token?, answer.token()?)));
    answers.any(|(word, p, q)| {
        let hits = || held.reading.marked.answers_among(word.word, &(q..q + 1)).iter();
        denied.contains(&Some(if side == Side::Claim { p } else { q }))
            && hits().any(|hit| hit.likeness == Likeness::Opposed)
    })
}

/// Whether the other side has the cue's own word, and denies by it what the cue denies, as far as it has that: not "*never* votes by
/// post", "always votes by post and has *never* missed an election".
fn is_shared(held: &Held<'_>, cue: &Cue, side: Side) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let mut words = held
        .weighted_pairs()
        .filter(|&(p, q, _)| cue.tokens.contains(if side == Side::Claim { &p } else { &q }));
    let Some((p, q, _)) = words.next() else { return false };
    let (Some(ours), Some(theirs)) = (
        held.phrasing_cues.iter().find(|cue| cue.tokens.contains(&p)),
        held.cues().iter().find(|cue| cue.tokens.contains(&q)),
    ) else {
        return true;
    };
    let told = [ours.target(claim), ours.verb(claim)];
    let mut denied =
        held.weighted_pairs().filter(|&(p, ..)| told.contains(&Some(p))).map(|(_, q, _)| q).peekable();
    // What a verb denies may stand before it, or in another sentence: "an inquiry, which it refused"; not where it is of something else,
    // "cleared of *fraud*".
    let of = theirs.tokens.end + usize::from(text.folded_or_empty(theirs.tokens.end) == "of");
    let other = english::is_content_word(text, of) && !held.is_aligned(of);
    if !english::is_function_word(text.folded(theirs.tokens.start)) && !other {
        return true;
    }
    let reached = |q: usize| theirs.scope.contains(&q);
    denied.peek().is_none() || theirs.scope.is_empty() || denied.any(reached)
}

/// Whether what the cue negates first is itself aligned.
fn is_on_target(held: &Held<'_>, pairs: &[Pair<'_>], cue: &Cue, side: Side) -> bool {
    let document = if side == Side::Claim { &held.phrasing.document } else { held.document() };
    let ours = |p: usize, q: usize| if side == Side::Claim { p } else { q };
    // "Not the *first* woman" negates a value, which agrees; "without a *second* runway" only supposes one away.
    let supposed = document.folded(cue.tokens.start) == "without";
    let valued = |token: usize| {
        let of = |pair: &Pair<'_>| match side {
            Side::Claim => pair.claimed.core.contains(&token),
            Side::Text => pair.partner.is_some_and(|(partner, ..)| partner.core.contains(&token)),
        };
        !supposed && pairs.iter().any(|pair| pair.agrees() && of(pair))
    };
    let told = |token: usize| {
        valued(token) || held.weighted_pairs().any(|(p, q, _)| ours(p, q) == token && is_told(held, p))
    };
    // "No patient died" negates the dying: "38 patients were moved when the generator failed" is no answer.
    let told_otherwise =
        |verb: usize| held.weighted_pairs().any(|(p, q, _)| ours(p, q) == verb && is_akin(held, p));
    (cue.target(document).is_none_or(told) || cue.other_target(document).is_some_and(told))
        && !cue.verb(document).is_some_and(told_otherwise)
}

/// Whether the phrasing's token is answered by its own word, in some form, not by one that is only near it in sense.
fn is_told(held: &Held<'_>, token: usize) -> bool {
    let words = held.phrasing.frame.iter().zip(&held.alignment.answers);
    words.into_iter().any(|(word, answer)| {
        word.token == Some(token)
            && !matches!(answer, Answer::Token { likeness: Likeness::Akin | Likeness::Related, .. })
    })
}

/// Whether the phrasing's token is answered by a word that is only near it in sense.
fn is_akin(held: &Held<'_>, token: usize) -> bool {
    let words = held.phrasing.frame.iter().zip(&held.alignment.answers);
    words.into_iter().any(|(word, answer)| {
        word.token == Some(token) && matches!(answer, Answer::Token { likeness: Likeness::Akin, .. })
    })
}

/// Another negation of the passage that reaches into the same words, and answers no word of the claim.
pub(super) fn other_negation<'a>(held: &'a Held<'_>, negation: &Negation<'_>) -> Option<&'a Cue> {
    let aligned = |cue: &Cue| held.weighted_pairs().any(|(_, q, _)| cue.tokens.contains(&q));
    held.cues().iter().copied().find(|other| {
        let reaches = other.scope.contains(&negation.cue.tokens.start)
            || negation.cue.scope.contains(&other.tokens.start);
        let tells = other.scope.clone().any(|i| held.is_aligned(i));
        other.negates() && *other != negation.cue && reaches && tells && !aligned(other)
    })
}

/// Whether the passage tells of another deed than the claim does before its negation: "will *lose* its stroke unit but not its ward", for
/// "will keep its ward".
fn is_of_another_deed(held: &Held<'_>, negation: &Negation<'_>) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let said =
        grammar::what_is_said(claim, &held.phrasing.tokens()).filter(|&said| english::is_verb(claim, said));
    let Some(sentence) = held.sentence_of(negation.cue.tokens.start) else { return false };
    let open = said.is_some_and(|said| !held.weighted_pairs().any(|(p, ..)| p == said));
    let deed =
        |i: usize| english::is_content_word(text, i) && english::is_verb(text, i) && !held.is_aligned(i);
    negation.side == Side::Text && open && (sentence.start..negation.cue.tokens.start).any(deed)
}

/// Whether somebody denies or rejects something by it, which is so whatever others say.
pub(super) fn is_of_speech(document: &Document, cue: &Cue) -> bool {
    let stem = english::stem(document.folded(cue.tokens.start));
    matches!(stem.as_ref(), "deni" | "denial" | "dismiss" | "disput" | "refut" | "reject")
}

/// Whether something that the claim tells is among what is negated, and not only whom or what it tells it of: not "no one was on the
/// *pier* when the storm destroyed it".
pub(super) fn reaches_what_is_told(held: &Held<'_>, negation: &Negation<'_>) -> bool {
    let claim = &held.phrasing.document;
    // "No increase" is told as "did not increase" is.
    let tells = |p: usize| grammar::is_predicate(claim, p) || Direction::of(claim.folded(p)).is_some();
    let mut told = held.weighted_pairs().filter(|&(p, ..)| tells(p)).peekable();
    let reached = |at: usize| negation.cue.scope.contains(&at) || negation.cue.tokens.contains(&at);
    if told.peek().is_none() && negation.side == Side::Text && is_of_speech(held.document(), negation.cue) {
        return undoes_what_is_said(held, negation.cue);
    }
    if told.peek().is_none() {
        return !is_of_another_deed(held, negation);
    }
    if negation.side == Side::Text && (undoes_word(held, negation.cue) || is_found(held, negation.cue)) {
        return true;
    }
    told.any(|(p, q, _)| {
        reached(if negation.side == Side::Claim { p } else { q }) || finds_none(held, negation, (p, q))
    })
}

/// Whether the claim's verb at `p` and the passage's at `q` are the same, and one of them is of none of what the other is of: "found *no*
/// link".
fn finds_none(held: &Held<'_>, negation: &Negation<'_>, (p, q): (usize, usize)) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let at = negation.cue.tokens.start;
    match negation.side {
        // "The first *to report* side effects" is told of another.
        Side::Claim => {
            let infinite = q.checked_sub(1).is_some_and(|i| text.folded(i) == "to");
            claim.folded(at) == "no" && p + 1 == at && !infinite && grammar::is_told(text, q)
        }
        Side::Text => {
            // "No warning *of the closure*" is no warning of that.
            let target = negation.cue.target(text).unwrap_or(at);
            let led = matches!(text.folded_or_empty(target + 1), "about" | "for" | "of" | "to");
            let mut more =
                (target + 1..negation.cue.scope.end).filter(|&i| english::is_content_word(text, i));
            let narrowed = led && more.next().is_some_and(|i| !held.is_aligned(i));
            let end = held.sentence_of(at).map_or(at, |sentence| sentence.end);
            text.folded(at) == "no" && q + 1 == at && !narrowed && !extent::contrasts(text, at..end)
        }
    }
}

/// Whether the passage's word for refusing is the opposite of the claim's, which it has not: "voted to *approve* it", "voted to *reject*
/// it".
fn undoes_word(held: &Held<'_>, cue: &Cue) -> bool {
    let claim = &held.phrasing.document;
    let refuses = english::stem(held.document().folded(cue.tokens.start));
    held.phrasing.frame.iter().zip(&held.alignment.answers).any(|(word, answer)| {
        let verb = word.token.filter(|&p| english::is_verb(claim, p) && *answer == Answer::Nothing);
        verb.is_some_and(|p| {
            english::opposites(&refuses).any(|opposite| opposite == english::stem(claim.folded(p)))
        })
    })
}

/// Whether what the claim says that somebody was found or held to be is what is negated: "found him *not guilty*".
fn is_found(held: &Held<'_>, cue: &Cue) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let finds = |verb: usize| {
        matches!(english::stem(claim.folded(verb)).as_ref(), "declar" | "find" | "found" | "judg" | "rule")
    };
    let found = grammar::claimed(held).filter(|&verb| finds(verb));
    let next = cue.tokens.end;
    found.is_some_and(|verb| {
        held.alignment.pairs(held.phrasing).any(|(p, q)| {
            p > verb && q == next && english::parts_of_speech(&english::stem(text.folded(q))).starts_with('a')
        })
    })
}

/// Stems of the verbs for having what may be denied or rejected: "*won* his appeal".
static GRANTED: WordSet = WordSet::of(&["gain", "obtain", "receiv", "secur", "win"]);

/// Whether a passage that has no word for what the claim says rejects just that: "rejected the plan", "*approved* the plan"; not "lost
/// the appeal".
fn undoes_what_is_said(held: &Held<'_>, cue: &Cue) -> bool {
    let claim = &held.phrasing.document;
    let rejects = english::stem(held.document().folded(cue.tokens.start));
    let said = grammar::what_is_said(claim, &held.phrasing.tokens());
    said.is_none_or(|verb| {
        let verb = english::stem(claim.folded(verb));
        GRANTED.contains(&verb) || english::opposites(&rejects).any(|opposite| opposite == verb)
    })
}

/// Whether a "without" says what would be so if something were not.
pub(super) fn is_supposed_away(held: &Held<'_>, cue: &Cue) -> bool {
    let text = held.document();
    let would = |i: usize| matches!(text.folded(i), "could" | "might" | "would");
    text.folded(cue.tokens.start) == "without"
        && held.sentence_of(cue.tokens.start).is_some_and(|mut sentence| sentence.any(would))
}

/// Whether a denial is of words that were said, not of what they say: "rejected the *accusation*" leaves that one was accused.
pub(super) fn is_of_words(held: &Held<'_>, negation: &Negation<'_>) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    is_of_speech(text, negation.cue)
        && held.weighted_pairs().any(|(p, q, _)| {
            negation.cue.scope.contains(&q) && english::is_verb(claim, p) && !english::is_verb(text, q)
        })
}

/// Whether somebody only says of themselves that they are "not guilty".
pub(super) fn is_plea(held: &Held<'_>, cue: &Cue) -> bool {
    let text = held.document();
    let plea = |i: usize| english::stem(text.folded(i)) == "plead";
    let own = || held.phrasing.tokens().any(|i| english::stem(held.phrasing.document.folded(i)) == "plead");
    cue.tokens.start.checked_sub(1).is_some_and(plea) && !own()
}
