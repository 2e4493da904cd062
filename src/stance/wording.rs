//! One wording of a claim, compiled, and held against the passages of a text.

use std::ops::Range;
use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use crate::matcher::{
    Candidate, Lexicon, Pattern, Phrasing, Setting, candidates, candidates_around, letters,
};

use super::agreeing::Agreeing;
use super::compound::PartStanding;
use super::cue::{self, Cue};
use super::decide::{Decision, decide};
use super::gate::{self, Compared, Found, Prospect, Reach, age};
use super::held::Held;
use super::reading::Reading;
use super::settle::Weighed;
use super::{AlignedWords, Evidence, Stance, compound};

/// One wording of a claim, compiled.
#[derive(Debug)]
pub(super) struct Compiled {
    /// Its place in the index.
    place: usize,
    phrasing: Phrasing,
    /// Its letters, once they are asked for.
    letters: OnceLock<Pattern>,
    cues: Vec<Cue>,
    /// How it stands to the part before, where it is a part.
    pub(super) standing: PartStanding,
    /// Its parts, where it says several things.
    pub(super) parts: Vec<Compiled>,
}

/// The share of a phrasing that a passage's own words must cover to be looked at; names may be added from elsewhere.
const LOOKED_AT: f64 = 0.25;

/// The same for a phrasing with values, which may make up for missing words.
const LOOKED_AT_WITH_VALUES: f64 = 0.12;

/// How many sentences a passage has at most that is joined by its values.
const JOINED_SENTENCES: usize = 3;

impl Compiled {
    /// Compiles `text`, and the parts it has.
    pub(super) fn new(text: &str, setting: Setting<'_>, lexicon: &mut Lexicon) -> Self {
        let mut whole = Self::undivided(text, setting, lexicon);
        let parts = compound::parts(&whole.phrasing.document, &whole.phrasing.mentions);
        if parts.len() >= 2 {
            let (parts, standings) = compound::with_joined(&whole.phrasing.document, parts);
            let foreseen = |part: &Range<usize>| {
                compound::goes_on_with_what_is_foreseen(&whole.phrasing.document, &whole.cues, part)
            };
            let foreseen: Vec<bool> = parts.iter().map(foreseen).collect();
            let texts = compound::texts(&whole.phrasing, parts);
            let part = |((text, standing), foreseen): ((&String, PartStanding), bool)| {
                let mut part = Self { standing, ..Self::undivided(text, setting, lexicon) };
                part.phrasing.belong_to(&whole.phrasing);
                part.phrasing.foreseen = foreseen;
                part
            };
            whole.parts = texts.iter().zip(standings).zip(foreseen).map(part).collect();
        }
        whole
    }

    fn undivided(text: &str, setting: Setting<'_>, lexicon: &mut Lexicon) -> Self {
        let phrasing = Phrasing::new(text, setting, lexicon);
        let cues = cue::cues(&phrasing.document, phrasing.tokens());
        Self {
            place: 0,
            phrasing,
            letters: OnceLock::new(),
            cues,
            standing: PartStanding::Alone,
            parts: Vec::new(),
        }
    }

    /// It and its parts.
    pub(super) fn with_parts(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(&self.parts)
    }

    /// Gives it and its parts the next places in the index, which are of `claim`.
    pub(super) fn take_place(&mut self, claim_of: &mut Vec<usize>, claim: usize) {
        self.place = claim_of.len();
        claim_of.push(claim);
        self.parts.iter_mut().for_each(|part| part.take_place(claim_of, claim));
    }

    /// Its place in the index.
    pub(super) fn place(&self) -> usize {
        self.place
    }

    /// Its words, values and names.
    pub(super) fn phrasing(&self) -> &Phrasing {
        &self.phrasing
    }

    /// What in it negates, denies or hedges.
    pub(super) fn cues(&self) -> &[Cue] {
        &self.cues
    }

    /// Its letters, for how closely a passage follows it.
    pub(super) fn letters(&self) -> &Pattern {
        let letters = || letters(&self.phrasing.document, self.phrasing.tokens());
        self.letters.get_or_init(|| Pattern::new(&letters()))
    }

    /// Holds it against every passage whose words cover at least `least` of it.
    pub(super) fn hold<'a>(&'a self, reading: &'a Reading<'a>, least: f64) -> impl Iterator<Item = Held<'a>> {
        let passages = candidates(&self.phrasing, &reading.marked, least);
        self.joined_by_values(reading, &mut Agreeing::new(&self.phrasing, reading), passages)
            .into_iter()
            .map(|passage| Held::new(&self.phrasing, &self.cues, reading, passage))
    }

    /// Adds to `passages` those joined with the sentence before or after where that has a value of the phrasing which
    /// they lack: "The singer died on Friday. He was 81.", or any age of the one whom it names.
    fn joined_by_values(
        &self,
        reading: &Reading<'_>,
        values: &mut Agreeing<'_>,
        mut passages: Vec<Candidate>,
    ) -> Vec<Candidate> {
        if passages.is_empty() || values.is_empty() {
            return passages;
        }
        let sentences = reading.document().sentences().len();
        let asks_age = age::is_asked(&self.phrasing);
        let tells_age = |sentence: usize| age::told_of_before(reading, sentence).is_some();
        // Hardly any are joined.
        let mut known = None;
        for at in 0..passages.len() {
            let Candidate { first, end, own } = passages[at];
            let before = first.checked_sub(1).map(|before| (before..first, before, end));
            let after = (end < sentences).then_some((end..end + 1, first, end + 1));
            for (beside, joined_first, joined_end) in before.into_iter().chain(after) {
                if joined_end - joined_first > JOINED_SENTENCES {
                    continue;
                }
                let agreeing = values.among(beside.clone());
                let adds = agreeing != 0 && agreeing & !values.among(first..end) != 0;
                let tells = adds || beside.start == end && asks_age && tells_age(beside.start);
                if !tells {
                    continue;
                }
                let known = known.get_or_insert_with(|| {
                    passages.iter().map(|passage| (passage.first, passage.end)).collect::<FxHashSet<_>>()
                });
                if known.insert((joined_first, joined_end)) {
                    passages.push(Candidate { first: joined_first, end: joined_end, own });
                }
            }
        }
        passages
    }

    /// The share of it that a passage's own words must cover to be looked at.
    pub(super) fn looked_at(&self) -> f64 {
        if self.phrasing.mentions.is_empty() { LOOKED_AT } else { LOOKED_AT_WITH_VALUES }
    }

    /// Holds it against every passage whose words cover at least `least` of it, asks the gates and decides.
    pub(super) fn judged<'a>(
        &'a self,
        reading: &'a Reading<'a>,
        least: f64,
    ) -> impl Iterator<Item = Judged<'a>> {
        self.hold(reading, least).map(Judged::new)
    }

    /// The passages that bear on it, every one of the text being held against it.
    pub(super) fn weigh(&self, reading: &Reading<'_>) -> Vec<Weighed> {
        self.judged(reading, self.looked_at()).filter_map(Judged::weighed).collect()
    }

    /// The same, where only `sentences` may have enough of it by themselves: those passages are left out that cannot bear on it.
    pub(super) fn weigh_around(
        &self,
        reading: &Reading<'_>,
        sentences: impl Iterator<Item = usize>,
    ) -> Vec<Weighed> {
        let passages = candidates_around(&self.phrasing, &reading.marked, self.looked_at(), sentences);
        if passages.is_empty() {
            return Vec::new();
        }
        let reach = Reach::new(&self.phrasing, reading);
        let mut values = Agreeing::new(&self.phrasing, reading);
        let alone = passages.len();
        let passages = self.joined_by_values(reading, &mut values, passages).into_iter().enumerate();
        let judged = passages.filter_map(|(at, passage)| {
            let mut prospect = || values.prospect(passage.first..passage.end);
            // What a passage that was joined covers is not known yet.
            if at < alone && !reach.admits(passage, &mut prospect) {
                return None;
            }
            let held = Held::new(&self.phrasing, &self.cues, reading, passage);
            Judged::unless_dropped(held, prospect())
        });
        judged.filter_map(Judged::weighed).collect()
    }
}

/// A wording held against a passage, with what the gates found and what came of it.
#[derive(Debug)]
pub(super) struct Judged<'a> {
    pub(super) held: Held<'a>,
    pub(super) found: Vec<Found>,
    pub(super) decision: Decision,
    values: Vec<Compared>,
}

impl<'a> Judged<'a> {
    fn new(held: Held<'a>) -> Self {
        let (found, values) = gate::ask_all(&held);
        Self { decision: decide(&found), held, found, values }
    }

    /// The same; `None` where it is found out before all gates are asked that the passage does not bear on the claim.
    fn unless_dropped(held: Held<'a>, prospect: Prospect) -> Option<Self> {
        let (found, values) = gate::ask_unless_dropped(&held, prospect)?;
        Some(Self { decision: decide(&found), held, found, values })
    }

    /// As evidence; `None` where the passage does not bear on the claim.
    pub(super) fn weighed(self) -> Option<Weighed> {
        let Self { held, found, decision, values } = self;
        (decision.stance != Stance::Silent).then(|| Weighed {
            sentences: held.alignment.passage.first..held.alignment.passage.end,
            coverage: held.alignment.coverage,
            answered: gate::answered(&found),
            answers: held.alignment.pairs(held.phrasing).map(|(_, answer)| answer).collect(),
            evidence: evidence(&held, decision, values),
        })
    }
}

fn evidence(held: &Held<'_>, decision: Decision, values: Vec<Compared>) -> Evidence {
    let span = held.span();
    Evidence {
        quote: held.document().slice(span).to_owned(),
        start: span.start,
        end: span.end,
        line: held.document().line(span.start),
        stance: decision.stance,
        // Known once it is among the best.
        score: 0.0,
        strength: round(decision.strength(held.alignment.coverage)),
        phrasing: held.phrasing.text().to_owned(),
        because: decision.because,
        alignment: aligned(held, &values),
        values: values.into_iter().map(|compared| compared.value).collect(),
        attributed_to: None,
        speaker: None,
        attribution: None,
        carried_from: None,
    }
}

/// Which words of phrasing and passage answer one another; places count in the phrasing and in the article.
fn aligned(held: &Held<'_>, values: &[Compared]) -> Vec<AlignedWords> {
    let words = held.phrasing.frame.iter().zip(&held.alignment.answers).filter_map(|(word, answer)| {
        Some(AlignedWords {
            claimed: held.phrasing.document.tokens().get(word.token?)?.span,
            reported: held.document().tokens().get(answer.token()?)?.span,
            similarity: answer.similarity(),
            relation: None,
        })
    });
    let values = values.iter().filter_map(|compared| {
        Some(AlignedWords {
            claimed: compared.claimed,
            reported: compared.reported?,
            similarity: if compared.value.relation.agrees() { 1.0 } else { 0.0 },
            relation: Some(compared.value.relation),
        })
    });
    words.chain(values).collect()
}

/// To two decimals, so that reports do not jitter.
pub(super) fn round(score: f64) -> f64 {
    (100.0 * score).round() / 100.0
}
