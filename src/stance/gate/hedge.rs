//! Does the passage say it, or only that it may be, should be or would have been so?

use crate::english;
use crate::matcher::{Answer, Likeness};
use crate::stance::cue::{Cue, CueKind};
use crate::stance::cue_infinitive::governor;
use crate::stance::held::Held;
use crate::text::{Case, Document, Sentence, WordSet};
use crate::value::Kind;

use super::pairing::Pair;
use super::{Effect, Found, Gate, circumstance, condition, dropped, grammar, obligation, scope, unfounded};

/// A hedge must reach this share of the aligned words.
const REACHED: f64 = 0.4;

/// The same where the word it bears on is itself aligned.
const REACHED_ON_TARGET: f64 = 0.2;

/// Asks. What is `denied` beside something that is told is not left open: "the hall *instead of* the kitchen".
pub(super) fn ask(held: &Held<'_>, pairs: &[Pair<'_>], denied: Option<&Cue>) -> Found {
    let own = Own::of(held);
    let mut cues = held.cues().iter().copied().filter(|&cue| denied != Some(cue) && !own.lets(held, cue));
    if let Some(cue) = cues.find(|cue| leaves_open(held, pairs, cue)) {
        let because = format!("“{}” leaves it open", held.words(&cue.tokens));
        return Found::new(Gate::Hedges, Effect::Block, 0.7, because);
    }
    let hedges = own.hedges;
    let possible = is_only_possible(held);
    if let Some(condition) = possible.or_else(|| condition::depends(held)).filter(|_| !hedges) {
        let because = format!("“{}” leaves it open", held.words(&(condition..condition + 1)));
        return Found::new(Gate::Hedges, Effect::Block, 0.7, because);
    }
    if obligation::only_must(held) {
        return Found::new(Gate::Hedges, Effect::Block, 0.7, "“must” leaves it open");
    }
    if let Some(work) = in_a_work(held) {
        let because = format!("told of what happens in a “{}”", held.words(&(work..work + 1)));
        return Found::new(Gate::Hedges, Effect::Block, 0.7, because);
    }
    if !hedges && asks(held) && !held.phrasing.tokens().any(|i| held.phrasing.document.folded(i) == "?") {
        return Found::new(Gate::Hedges, Effect::Block, 0.7, "asks rather than says it");
    }
    Found::nothing(Gate::Hedges)
}

/// What the claim itself leaves open, in which a passage may do so as well.
struct Own {
    hedges: bool,
    plans: bool,
    /// "Faces up to 20 years" is what "could be jailed for up to 20 years" says.
    faces: bool,
    demands: bool,
    /// That somebody is charged is told where they are "charged" or "accused", of whatever.
    accuses: bool,
}

impl Own {
    fn of(held: &Held<'_>) -> Self {
        let claim = &held.phrasing.document;
        let claims = |kind: CueKind| held.phrasing_cues.iter().filter(move |cue| cue.kind == kind);
        Self {
            // That somebody was charged is not open.
            hedges: claims(CueKind::Hedge).any(|cue| claim.folded(cue.tokens.start) != "charged"),
            plans: claims(CueKind::Unreal).any(|cue| is_planned_alike(held, cue))
                || announces(held)
                || held.phrasing.foreseen
                || is_under_way(held),
            faces: faces_at_most(held),
            demands: held.phrasing_cues.iter().any(|cue| is_demand(claim, cue)),
            accuses: charges_alike(held),
        }
    }

    /// Whether the passage's `cue` leaves open no more than the claim does.
    fn lets(&self, held: &Held<'_>, cue: &Cue) -> bool {
        let text = held.document();
        match cue.kind {
            CueKind::Hedge => {
                let faced = || cue.target(text).is_some_and(|q| FACES.contains(text.folded(q)));
                let meant = self.hedges
                    || self.faces && is_possibility(text, cue) && !faced()
                    || self.accuses && is_accusation(text, cue);
                meant && !asked_for(held, cue)
            }
            // What was planned and is not to be is no plan any more.
            CueKind::Unreal if dropped::is_cancelled(text, cue) => false,
            CueKind::Unreal => {
                let asked = is_demand(text, cue) && !self.demands;
                let meant = self.hedges
                    || self.plans && !asked
                    || is_more_than_possible(held, cue)
                    || circumstance::expect_alike(held, cue.tokens.start);
                meant && !asked_for(held, cue) || obligation::is_order(text, cue) && obligation::obliges(held)
            }
            CueKind::Negator | CueKind::Denial => true,
        }
    }
}

/// Whether the passage's `cue` reaches what the claim only wants, in other words: what is asked to be ordered is not even ordered.
fn asked_for(held: &Held<'_>, cue: &Cue) -> bool {
    let same = |own: &Cue| {
        let words = own.tokens.clone().map(|p| held.phrasing.document.folded(p));
        words.eq(cue.tokens.clone().map(|q| held.document().folded(q)))
    };
    if held.phrasing_cues.iter().any(same) {
        return false;
    }
    let wants = |own: &&Cue| own.kind == CueKind::Unreal;
    let own = |p: usize| held.phrasing_cues.iter().filter(wants).any(|own| own.tokens.contains(&p));
    held.weighted_pairs().any(|(p, q, _)| own(p) && cue.scope.contains(&q))
}

/// Whether a cue of the passage reaches enough of what is aligned to leave the claim open.
fn leaves_open(held: &Held<'_>, pairs: &[Pair<'_>], cue: &Cue) -> bool {
    let text = held.document();
    let aligned = held.weighted_pairs().any(|(_, q, _)| cue.tokens.contains(&q));
    if aligned || describes(held, cue) || held.is_beside(cue) || is_opposite(held, cue) {
        return false;
    }
    let on_target =
        target(text, cue).is_some_and(|target| held.weighted_pairs().any(|(_, q, _)| q == target));
    // "Was *permitted* to climb the mountain" leaves open that it was climbed, not how high it is.
    if !on_target && is_of_infinitive(text, cue) || is_told_beside(held, cue) {
        return false;
    }
    // "Hopes to draw *300,000 visitors*" had none yet.
    let is_of_value = cue.kind == CueKind::Unreal
        && pairs.iter().filter_map(|pair| pair.partner).any(|(partner, ..)| {
            let told = !partner.value.kind.is_dated() && partner.value.kind != Kind::Age;
            told && cue.scope.contains(&partner.tokens.start)
        })
        && grammar::is_past(&held.phrasing.document, &held.phrasing.tokens());
    // "Did not ask *whether they back* him".
    let is_of_predicate = || {
        cue.kind == CueKind::Hedge && cue.target(text).is_some_and(|target| answers_predicate(held, target))
    };
    let enough = match () {
        () if is_of_value || is_of_predicate() => 0.0,
        () if on_target => REACHED_ON_TARGET,
        () => REACHED,
    };
    let (mut reached, mut total) = (0.0, 0.0);
    for (_, q, weight) in held.weighted_pairs() {
        total += weight;
        reached += if cue.scope.contains(&q) { weight } else { 0.0 };
    }
    total > 0.0 && reached / total >= enough
}

/// The work of fiction, or the exercise, in which the passage says that it happens, where the claim names none.
fn in_a_work(held: &Held<'_>) -> Option<usize> {
    let (_, first) = held.alignment.pairs(held.phrasing).next()?;
    let work = unfounded::in_a_work(held.document(), &held.sentence_of(first)?)?;
    let text = held.document();
    // "On the second story", "in the film industry".
    let ends = matches!(
        text.folded_or_empty(work + 1),
        "," | "about" | "by" | "called" | "of" | "run" | "that" | "which" | "\""
    );
    let plain = ends && text.tokens()[work].case == Case::Lower && text.folded(work) != "story";
    (plain && !scope::in_claim(held, held.document().folded(work))).then_some(work)
}

/// Words for what may become of somebody in court.
static FACES: WordSet = WordSet::of(&["face", "faced", "faces", "facing"]);

/// Whether the claim says what somebody faces at most: "faces *up to 20 years*".
pub(super) fn faces_at_most(held: &Held<'_>) -> bool {
    let claim = &held.phrasing.document;
    let most = held.phrasing.mentions.iter().any(|mention| claim.folded(mention.tokens.start) == "up");
    most && held.phrasing.tokens().any(|i| FACES.contains(claim.folded(i)))
}

/// Whether a cue only says that something may be.
fn is_possibility(document: &Document, cue: &Cue) -> bool {
    matches!(document.folded(cue.tokens.start), "could" | "may" | "might")
}

/// The word "can" where the passage says by it what is possible, and the claim that it is or was so: "*can* carry 150", "was carrying
/// 150".
fn is_only_possible(held: &Held<'_>) -> Option<usize> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let led = |&(_, q): &(usize, usize)| q > 0 && text.folded(q - 1) == "can";
    let (verb, answer) = held.alignment.pairs(held.phrasing).find(led)?;
    let before = verb.checked_sub(1).filter(|_| answers_predicate(held, answer))?;
    let is_done = matches!(claim.folded(before), "are" | "is" | "was" | "were")
        && claim.folded(verb).ends_with("ing")
        || english::is_past_form(claim.folded(verb)) && !grammar::is_auxiliary(claim, before);
    is_done.then_some(answer - 1)
}

/// Whether the passage's `token` answers what the claim says of its subject.
fn answers_predicate(held: &Held<'_>, token: usize) -> bool {
    let pair = held.alignment.pairs(held.phrasing).find(|&(_, q)| q == token);
    let predicate = || grammar::claimed(held);
    pair.is_some_and(|(p, _)| predicate() == Some(p))
}

/// Whether the claim only says what can or may be, and the passage what will be.
fn is_more_than_possible(held: &Held<'_>, cue: &Cue) -> bool {
    let claim = &held.phrasing.document;
    let may = |i: usize| matches!(claim.folded(i), "can" | "could" | "may" | "might");
    held.words(&cue.tokens).eq_ignore_ascii_case("will") && held.phrasing.tokens().any(may)
}

/// Whether a cue is the opposite of a word of the claim, which it has in its place: "*turned down* the offer" for "accepted it".
fn is_opposite(held: &Held<'_>, cue: &Cue) -> bool {
    let words = held.phrasing.frame.iter().zip(&held.alignment.answers);
    let mut open = words.filter(|(word, answer)| word.token.is_some() && **answer == Answer::Nothing);
    open.any(|(word, _)| {
        let hits = held.reading.marked.answers_among(word.word, &cue.tokens);
        hits.iter().any(|hit| hit.likeness == Likeness::Opposed)
    })
}

/// Whether the claim says what is being done, as news says what will be: "is *moving* its headquarters".
fn is_under_way(held: &Held<'_>) -> bool {
    let claim = &held.phrasing.document;
    held.phrasing.tokens().any(|i| {
        matches!(claim.folded(i), "are" | "is")
            && claim.folded_or_empty(i + 1).ends_with("ing")
            && english::is_verb(claim, i + 1)
    })
}

/// Whether claim and passage both tell that somebody is charged: "*charged* with murder", "was *indicted*".
fn charges_alike(held: &Held<'_>) -> bool {
    let charges = |document: &Document, at: usize| {
        matches!(english::stem(document.folded(at)).as_ref(), "accus" | "arraign" | "charg" | "indict")
    };
    let mut pairs = held.alignment.pairs(held.phrasing);
    pairs.any(|(p, q)| charges(&held.phrasing.document, p) && charges(held.document(), q))
}

/// Whether a cue leaves open what somebody is only said to have done: "*allegedly*", "*accused* of".
fn is_accusation(document: &Document, cue: &Cue) -> bool {
    let word = document.folded(cue.tokens.start);
    matches!(english::stem(word).as_ref(), "accus" | "alleg" | "charg" | "suspect")
}

/// Whether somebody only asks for it: what is called for is no plan yet.
fn is_demand(document: &Document, cue: &Cue) -> bool {
    // "Fans *want him to* stay", not "he wants to stay".
    let of_another = || document.folded_or_empty(cue.tokens.end) != "to";
    // "Hauliers *say* the government *should* cut it".
    let should = matches!(document.folded(cue.tokens.start), "ought" | "should");
    if should && (0..cue.tokens.start).any(|i| grammar::says_so(document, i)) {
        return true;
    }
    english::stem(document.folded(cue.tokens.start)) == "want" && of_another()
        || matches!(
            english::stem(document.folded(cue.tokens.start)).as_ref(),
            "appeal"
                | "ask"
                | "beg"
                | "call"
                | "campaign"
                | "demand"
                | "hope"
                | "lobbi"
                | "petit"
                | "request"
                | "seek"
                | "sought"
                | "urg"
                | "wish"
        )
}

/// Whether a cue only is of a word that describes, and that the claim has not: "an *apparently* stunned man was jailed".
fn describes(held: &Held<'_>, cue: &Cue) -> bool {
    let text = held.document();
    let before = cue.tokens.start.checked_sub(1).map_or("", |before| text.folded(before));
    cue.tokens.len() == 1
        && text.folded(cue.tokens.start).ends_with("ly")
        && matches!(before, "a" | "an" | "the" | "his" | "her" | "its" | "their")
        && !held.is_aligned(cue.tokens.end)
}

/// Whether the claim is of what is to come, as headlines have it: "Firm to buy rival", without a verb before "to".
pub(super) fn announces(held: &Held<'_>) -> bool {
    let claim = &held.phrasing.document;
    let Some(to) = held.phrasing.tokens().find(|&i| claim.folded(i) == "to") else { return false };
    to > 0
        && to + 1 < held.phrasing.tokens().end
        && (english::is_verb(claim, to + 1) || matches!(claim.folded(to + 1), "be" | "get" | "go" | "have"))
        && !(0..to).any(|i| english::is_verb(claim, i))
}

/// What a cue bears on first; of "to become governor" what is to be become.
fn target(text: &Document, cue: &Cue) -> Option<usize> {
    let target = cue.target(text)?;
    let becomes = matches!(text.folded_or_empty(target), "be" | "become");
    let says = |&i: &usize| english::is_content_word(text, i);
    if becomes { (target + 1..cue.scope.end).find(says).or(Some(target)) } else { Some(target) }
}

/// Whether a cue only undoes the event of which it is said, and what the claim says is told outside of that: "was *cancelled*, and was
/// never built".
fn is_told_beside(held: &Held<'_>, cue: &Cue) -> bool {
    let verb = grammar::claimed(held);
    cue.scope.start < cue.tokens.start
        && held.weighted_pairs().any(|(p, q, _)| Some(p) == verb && !cue.scope.contains(&q))
}

/// Whether the claim's cue is answered where it only says what is to be done: "has the *right* to vote", not "will vote".
fn is_planned_alike(held: &Held<'_>, cue: &Cue) -> bool {
    let claim = &held.phrasing.document;
    let valued = |p: usize| held.phrasing.mentions.iter().any(|mention| mention.tokens.contains(&p));
    let answered = |p: usize| held.alignment.pairs(held.phrasing).any(|(own, _)| own == p);
    let mut words = cue.tokens.start..cue.scope.start.max(cue.tokens.start);
    !is_of_infinitive(claim, cue)
        || words.all(|p| !english::is_content_word(claim, p) || valued(p) || answered(p))
}

/// Whether a cue only says what is to be done: "on *course* to win".
pub(super) fn is_of_infinitive(text: &Document, cue: &Cue) -> bool {
    let to = cue.scope.start.checked_sub(1).filter(|&to| to >= cue.tokens.end);
    to.is_some_and(|to| governor(text, to, &(0..cue.scope.end)) == Some(cue.tokens.start))
}

/// The share of what is aligned that is asked where it is asked rather than said.
const ASKED: f64 = 0.6;

/// How many sentences a question of a transcript has at most.
const TURN_SENTENCES: usize = 20;

/// Whether what is aligned is asked: most of it stands in questions.
fn asks(held: &Held<'_>) -> bool {
    let sentences = &held.document().sentences()[held.alignment.passage.first..held.alignment.passage.end];
    let asked: Vec<&Sentence> =
        sentences.iter().filter(|sentence| is_question(held.document(), sentence)).collect();
    let (mut inside, mut all) = (0.0, 0.0);
    // Who speaks neither asks nor says it.
    let said = |q: &usize| sentences.iter().any(|sentence| sentence.tokens.contains(q));
    for (_, q, weight) in held.weighted_pairs().filter(|(_, q, _)| said(q)) {
        all += weight;
        inside += if asked.iter().any(|sentence| sentence.tokens.contains(&q)) { weight } else { 0.0 };
    }
    inside > 0.0 && inside >= ASKED * all
}

/// Whether a sentence ends with a question mark, or belongs to a transcript's question: "*Q.* I put it to you that you knew."
fn is_question(document: &Document, sentence: &Sentence) -> bool {
    let marks = sentence.tokens.clone().rev().take_while(|&i| !document.tokens()[i].is_word());
    marks.into_iter().any(|i| document.folded(i) == "?") || is_in_question(document, sentence)
}

/// Whether a sentence is what a transcript's question asks: it speaks to whoever is to answer, or is the last of the turn. What
/// else stands there only leads to it.
fn is_in_question(document: &Document, sentence: &Sentence) -> bool {
    let sentences = document.sentences();
    let at = sentences.partition_point(|other| other.tokens.end <= sentence.tokens.start);
    let turn = |other: &Sentence| {
        let label = other.whole.clone().find(|&i| document.tokens()[i].is_word())?;
        let marked = matches!(document.folded_or_empty(label + 1), "." | ":");
        (marked && document.tokens()[label].case != Case::Lower).then(|| document.folded(label))
    };
    let until = sentences.len().min(at + 1);
    let turn_so_far = sentences[until.saturating_sub(TURN_SENTENCES)..until].iter().rev();
    let block = turn_so_far.take_while(|other| other.block == sentence.block);
    let asks = block.filter_map(turn).find(|label| matches!(*label, "a" | "q")) == Some("q");
    let is_addressed = |i: usize| matches!(document.folded(i), "you" | "your");
    let is_last =
        sentences.get(until).is_none_or(|next| next.block != sentence.block || turn(next).is_some());
    asks && (is_last || sentence.tokens.clone().any(is_addressed))
}
