//! Whose doing it is, and to whom it is done, where the passage names those of whom the claim speaks in another sentence than it tells
//! of the deed: there somebody else may stand.

use std::ops::Range;

use crate::english;
use crate::matcher::{Answer, FrameWord, is_reporting};
use crate::stance::held::Held;
use crate::text::{Case, Document, WordSet};

use super::argument;
use super::change::is_period;
use super::grammar::{self, Voice};
use super::role::is_mutual;
use super::told_of;

/// How many tokens name somebody who has no name: "*a man* has been jailed".
const UNNAMED: usize = 2;

/// Words with which those begin who are nobody that the claim names: "by *one* of its competitors", "by *her* assistant".
static OTHERS: WordSet =
    WordSet::of(&["a", "an", "another", "her", "his", "many", "most", "one", "other", "several", "some"]);

/// The words for those of whom the passage tells instead what the claim tells of somebody whom it names elsewhere.
pub(super) fn instead(held: &Held<'_>) -> Option<String> {
    let deed = Deed::of(held)?;
    let words = deed
        .done_to(held)
        .or_else(|| deed.done_by(held))
        .or_else(|| deed.by_somebody_else(held))
        .or_else(|| deed.told_of_one_unnamed(held))
        .or_else(|| deed.done_by_another_kind(held))
        .or_else(|| deed.done_by_whom_it_is_done_to(held))
        .or_else(|| deed.done_by_who_stands_first(held))
        .or_else(|| deed.done_by_nobody_named(held))?;
    Some(held.words(&words).to_owned())
}

/// What the claim tells, and where the passage tells it.
struct Deed {
    /// The claim's verb.
    claimed: usize,
    /// The passage's word for it.
    reported: usize,
    /// The passage's sentence that has it.
    sentence: Range<usize>,
}

impl Deed {
    fn of(held: &Held<'_>) -> Option<Self> {
        let claimed = grammar::claimed(held)?;
        let reported = argument::derived_word(held, claimed)?;
        let sentence = held.sentence_of(reported)?;
        let is_verbal =
            english::is_verb(held.document(), reported) || held.document().folded(reported).ends_with("ing");
        is_verbal.then_some(Self { claimed, reported, sentence })
    }

    /// Those to whom the passage says that it was done, where the claim says that it was done to others: "*killing* 22 people".
    fn done_to(&self, held: &Held<'_>) -> Option<Range<usize>> {
        let (claim, text) = (&held.phrasing.document, held.document());
        if grammar::voice(text, self.reported) == Voice::Passive {
            return None;
        }
        let patient = if grammar::voice(claim, self.claimed) == Voice::Passive {
            held.phrasing.tokens().start..self.claimed
        } else {
            grammar::phrase_after(claim, self.claimed, held.phrasing.tokens().end)
        };
        let object = grammar::phrase_after(text, self.reported, self.sentence.end);
        (self.is_elsewhere(held, &patient, &object) && is_plain(held, &object)).then_some(object)
    }

    /// By whom the passage says that it was done, where the claim says by another.
    fn done_by(&self, held: &Held<'_>) -> Option<Range<usize>> {
        let (claim, text) = (&held.phrasing.document, held.document());
        if grammar::voice(text, self.reported) == Voice::Active
            || grammar::voice(claim, self.claimed) != Voice::Active
        {
            return None;
        }
        let limit = self.sentence.end.min(self.reported + 1 + grammar::BY_REACH);
        let by = (self.reported + 1..limit).find(|&i| text.folded(i) == "by")?;
        let agent = grammar::after(text, &self.sentence, by, "by")?;
        // "By her former partner, *Lee Rackham*".
        let name = held.names().iter().rev().find(|name| {
            agent.contains(&name.tokens.start)
                || text.folded_or_empty(agent.end) == "," && name.tokens.start == agent.end + 1
        });
        let valued = |i: usize| held.mentions().iter().any(|mention| mention.tokens.contains(&i));
        let unnamed = OTHERS.contains(text.folded(agent.start)) && !agent.clone().any(valued);
        if name.is_none() && !unnamed {
            return None;
        }
        let agent = agent.start..name.map_or(agent.end, |name| agent.end.max(name.tokens.end));
        let own = held.phrasing.tokens().start..self.claimed;
        (self.is_elsewhere(held, &own, &agent) || self.does_something_else(held, &own, &agent))
            .then_some(agent)
    }

    /// By whom the passage says that it was done, or that it was done, where the claim says by whom and the passage's sentence names them
    /// for something else: "was killed *by Jones's brother*", "Jones was there when Smith *was killed*".
    fn by_somebody_else(&self, held: &Held<'_>) -> Option<Range<usize>> {
        let (claim, text) = (&held.phrasing.document, held.document());
        let tokens = held.phrasing.tokens();
        let limit = tokens.end.min(self.claimed + 1 + grammar::BY_REACH);
        let by = (self.claimed + 1..limit).find(|&i| claim.folded(i) == "by")?;
        let ours = grammar::after(claim, &tokens, by, "by")?;
        let answers =
            || held.alignment.pairs(held.phrasing).filter(|(p, _)| ours.contains(p)).map(|(_, q)| q);
        let valued = held.phrasing.mentions.iter().any(|mention| ours.contains(&mention.tokens.start));
        let passive = grammar::voice(text, self.reported) == Voice::Passive
            && grammar::voice(claim, self.claimed) == Voice::Passive;
        if valued || !passive || answers().next().is_none() || !answers().all(|q| self.sentence.contains(&q))
        {
            return None;
        }
        let led = (self.reported + 1..self.sentence.end).filter(|&i| text.folded(i) == "by");
        let agents: Vec<_> = led.filter_map(|by| grammar::after(text, &self.sentence, by, "by")).collect();
        // "By her partner, *Lee Rackham*", "by police *and the army*".
        let meant = |agent: &Range<usize>| {
            let own = grammar::owned(text, agent);
            answers().any(|q| own.contains(&q) || q > agent.end && lists(text, agent.end..q))
        };
        let other = agents.first().cloned().unwrap_or(self.reported..self.reported + 1);
        (!agents.iter().any(meant)).then_some(other)
    }

    /// Whether those who stand at `ours` in the claim are told of elsewhere in the sentence of the deed: "captained by Smith, and *Jones*
    /// coached them", but not "by Smith, Jones and Brown".
    fn does_something_else(&self, held: &Held<'_>, ours: &Range<usize>, agent: &Range<usize>) -> bool {
        let text = held.document();
        // Of "the physicist Otto Brandl" the name tells who it is.
        let named = |p: usize| held.phrasing.names.iter().any(|name| name.core.contains(&p));
        let of_name = ours.clone().any(named);
        let own = |p: usize| ours.contains(&p) && (!of_name || named(p));
        let mut answers = held.alignment.pairs(held.phrasing).filter(|&(p, _)| own(p)).peekable();
        answers.peek().is_some()
            && answers.all(|(_, q)| q < self.reported || q >= agent.end && !lists(text, agent.end..q))
            && !agent.clone().any(|q| held.is_aligned(q))
    }

    /// Somebody without a name of whom it is told, where whom the claim names is not who the text goes on with: "A man has been jailed.
    /// *Holt* attacked *Mensah*", of Mensah.
    fn told_of_one_unnamed(&self, held: &Held<'_>) -> Option<Range<usize>> {
        let text = held.document();
        let unnamed = matches!(text.folded(self.sentence.start), "a" | "an");
        let name = held.phrasing.names.first().filter(|name| name.core.start <= 1)?;
        let bearer = held.alignment.pairs(held.phrasing).find(|(p, _)| name.core.contains(p))?.1;
        let next = held.sentence_of(bearer)?;
        let first = held.names().iter().find(|other| next.contains(&other.tokens.start))?;
        let follows = next.start >= self.sentence.end;
        let is_other = !first.tokens.contains(&bearer) && first.tokens.end < bearer;
        let subject = self.sentence.start..self.sentence.end.min(self.sentence.start + UNNAMED);
        (unnamed && follows && is_other).then_some(subject)
    }

    /// Who does it in the passage's sentence, where the claim says by a noun who does, and that stands in another: "a *foreman* knew of it.
    /// The *owner* will give evidence".
    fn done_by_another_kind(&self, held: &Held<'_>) -> Option<Range<usize>> {
        let (claim, text) = (&held.phrasing.document, held.document());
        let ours = held.phrasing.tokens().start..self.claimed;
        let passive = |document: &Document, verb: usize| grammar::voice(document, verb) == Voice::Passive;
        let named = held.phrasing.names.iter().any(|name| ours.contains(&name.tokens.start));
        // "Teenager drowns" may be told of a boy, and who found that it was so need not be told.
        let definite = claim.folded_or_empty(ours.start) == "the";
        let reports = is_reporting(claim.folded(self.claimed));
        if named || !definite || reports || passive(claim, self.claimed) || passive(text, self.reported) {
            return None;
        }
        let subjects = told_of::subjects(text, &self.sentence, self.reported)?;
        let [theirs] = subjects.as_slice() else { return None };
        let head = theirs.end.checked_sub(1).filter(|head| theirs.contains(head))?;
        // "*His* foreman" may be the owner's.
        let owned = matches!(text.folded(theirs.start), "her" | "his" | "its" | "our" | "their");
        // A name may be theirs of whom the claim speaks by a noun.
        let name = held.names().iter().any(|name| name.tokens.contains(&head));
        let by_noun = !name || matches!(text.folded(theirs.start), "a" | "an" | "the");
        let noun = english::is_content_word(text, head) && by_noun && !owned;
        (noun && self.are_others(held, &ours) && !theirs.clone().any(|q| held.is_aligned(q)))
            .then(|| theirs.clone())
    }

    /// The one to whom the claim says that it was done, who does it in the passage: "the police shot *the suspect*", "chased the suspect,
    /// *who* shot at officers".
    fn done_by_whom_it_is_done_to(&self, held: &Held<'_>) -> Option<Range<usize>> {
        let (claim, text) = (&held.phrasing.document, held.document());
        let passive = |document: &Document, verb: usize| grammar::voice(document, verb) == Voice::Passive;
        if is_mutual(claim.folded(self.claimed))
            || passive(claim, self.claimed)
            || passive(text, self.reported)
        {
            return None;
        }
        let patient = grammar::phrase_after(claim, self.claimed, held.phrasing.tokens().end);
        let answers: Vec<usize> = held
            .alignment
            .pairs(held.phrasing)
            .filter(|(p, _)| patient.contains(p))
            .map(|(_, q)| q)
            .collect();
        if answers.is_empty() || answers.iter().any(|&q| q > self.reported || !self.sentence.contains(&q)) {
            return None;
        }
        let pronoun = self.reported.checked_sub(1).filter(|&i| matches!(text.folded(i), "he" | "she"));
        let doers = held.phrasing.tokens().start..self.claimed;
        // Whether the claim's doers are one man or woman, no grammar tells; of several it does.
        let several = || doers.clone().any(|p| matches!(claim.folded(p), "army" | "police" | "troops"));
        if let Some(pronoun) = pronoun.filter(|_| several()) {
            return Some(pronoun..self.reported + 1);
        }
        let subjects = told_of::subjects(text, &self.sentence, self.reported)?;
        let [theirs] = subjects.as_slice() else { return None };
        answers.iter().all(|q| theirs.contains(q)).then(|| theirs.clone())
    }

    /// Who does it in the passage, where the claim says by whom it is done, and that is another: "*Laila Brun* directed it", for "was directed
    /// by Sven Aker".
    fn done_by_who_stands_first(&self, held: &Held<'_>) -> Option<Range<usize>> {
        let (claim, text) = (&held.phrasing.document, held.document());
        let tokens = held.phrasing.tokens();
        let voices = (grammar::voice(claim, self.claimed), grammar::voice(text, self.reported));
        if voices != (Voice::Passive, Voice::Active) {
            return None;
        }
        let limit = tokens.end.min(self.claimed + 1 + grammar::BY_REACH);
        let by = (self.claimed + 1..limit).find(|&i| claim.folded(i) == "by")?;
        let ours = grammar::after(claim, &tokens, by, "by")?;
        let theirs = told_of::subjects(text, &self.sentence, self.reported)?;
        let meant = |phrase: &Range<usize>| phrase.clone().any(|q| held.is_aligned(q));
        let plain = |phrase: &Range<usize>| {
            phrase.clone().next_back().is_some_and(|head| english::is_content_word(text, head))
        };
        let answered = held.alignment.pairs(held.phrasing).any(|(p, _)| ours.contains(&p));
        let first = theirs.first().filter(|_| answered && theirs.iter().all(plain))?;
        (!theirs.iter().any(meant)).then(|| first.clone())
    }

    /// Whom the claim says it of, with what they do instead, where the passage says of nobody that they did it: "it was
    /// stolen from the ward where *the nurse worked*".
    fn done_by_nobody_named(&self, held: &Held<'_>) -> Option<Range<usize>> {
        let (claim, text) = (&held.phrasing.document, held.document());
        let passive = grammar::voice(text, self.reported) == Voice::Passive;
        let limit = self.sentence.end.min(self.reported + 1 + grammar::BY_REACH);
        let by = (self.reported + 1..limit).any(|i| text.folded(i) == "by");
        if !passive || by || grammar::voice(claim, self.claimed) == Voice::Passive {
            return None;
        }
        let ours = held.phrasing.tokens().start..self.claimed;
        let (own, doer) = held.alignment.pairs(held.phrasing).filter(|(p, _)| ours.contains(p)).last()?;
        // "A quake struck, and 17 *were killed*": by that, of course.
        let named = held.phrasing.names.iter().any(|name| name.core.contains(&own));
        let somebody = named || english::names_persons(&english::singular(claim.folded(own)));
        let verb = doer + 1;
        let does = somebody
            && self.sentence.contains(&verb)
            && verb != self.reported
            && english::is_verb(text, verb)
            && english::is_content_word(text, verb)
            && !is_reporting(text.folded(verb));
        does.then_some(doer..verb + 1)
    }

    /// Whether the text speaks of those who stand at `ours` in the claim, and not in the sentence of the deed.
    fn are_others(&self, held: &Held<'_>, ours: &Range<usize>) -> bool {
        let marked = &held.reading.marked;
        let words = held.phrasing.frame.iter().filter(|word| word.token.is_some_and(|p| ours.contains(&p)));
        let mut words = words.peekable();
        let is_left_behind = |word: &FrameWord| {
            marked.is_answered(word.word) && marked.answers_among(word.word, &self.sentence).is_empty()
        };
        words.peek().is_some() && words.all(is_left_behind)
    }

    /// Whether those who stand at `ours` in the claim are named in another sentence of the passage, and nobody of them at `theirs`.
    fn is_elsewhere(&self, held: &Held<'_>, ours: &Range<usize>, theirs: &Range<usize>) -> bool {
        let words = held.phrasing.frame.iter().zip(&held.alignment.answers);
        let answers = words.filter(|(word, _)| word.token.is_some_and(|token| ours.contains(&token)));
        let mut answers =
            answers.map(|(_, answer)| *answer).filter(|answer| *answer != Answer::Nothing).peekable();
        answers.peek().is_some()
            && answers.all(|answer| answer.token().is_none_or(|q| !self.sentence.contains(&q)))
            && !theirs.clone().any(|q| held.is_aligned(q))
    }
}

/// Whether a phrase says of whom it is: a name, or a noun that is known or counted; not "a man", who may be named later, nor "him".
fn is_plain(held: &Held<'_>, phrase: &Range<usize>) -> bool {
    let text = held.document();
    let first = text.folded_or_empty(phrase.start);
    let content = phrase.clone().any(|i| english::is_content_word(text, i));
    let values = || held.mentions().iter().filter(|mention| phrase.contains(&mention.tokens.start));
    // "Attacked *the next day*."
    if values().any(|value| value.value.kind.is_dated()) || phrase.clone().any(|i| is_period(text.folded(i)))
    {
        return false;
    }
    let counted = values().any(|value| value.tokens.start == phrase.start);
    let token = text.tokens().get(phrase.start);
    let named = token.is_some_and(|token| token.is_word() && token.case != Case::Lower);
    content && (counted || named || matches!(first, "the" | "his" | "her" | "its" | "their"))
}

/// Whether `between` only goes on with more of a list of names: "by Smith, *Jones and* Brown".
fn lists(text: &Document, mut between: Range<usize>) -> bool {
    between.all(|i| {
        let word = text.folded(i);
        let mark = !text.tokens()[i].is_word() && !matches!(word, ";" | ".");
        mark || matches!(word, "and" | "as" | "called" | "named" | "or" | "the" | "well")
            || text.tokens()[i].case != Case::Lower
    })
}
