//! The engine: claims compiled once, sources examined one by one.

use std::cell::OnceCell;
use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::attribution::Attributions;
use crate::claim::{ClaimSet, Relations};
use crate::matcher::{Candidate, Lexicon, Phrasing, Setting, Stems, candidates};
use crate::source::Source;
use crate::text::Document;
use crate::value::{Context, Mention, Relation};

use super::carry;
use super::cue::{self, Cue};
use super::decide::{Decision, decide};
use super::gate::{self, Compared, Found};
use super::held::Held;
use super::reading::Reading;
use super::settle::{self, Weighed};
use super::{AlignedWords, ConsideredPassage, Evidence, Explanation, Settings, Stance, compound, explain};

/// Claims compiled for matching.
#[derive(Debug)]
pub struct Engine<'a> {
    claims: &'a ClaimSet,
    settings: Settings,
    relations: Relations,
    pub(super) lexicon: Lexicon,
    /// For each claim, its one sentence and its phrasings.
    pub(super) phrasings: Vec<Vec<Compiled>>,
}

/// One wording of a claim, compiled.
#[derive(Debug)]
pub(super) struct Compiled {
    phrasing: Phrasing,
    cues: Vec<Cue>,
    /// Its parts, where it says several things.
    pub(super) parts: Vec<Compiled>,
}

/// What one source says of one claim, with its evidence best first.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The stance.
    pub stance: Stance,
    /// How well its best evidence bears the claim out, 0 to 1, to two decimals; 0 where silent.
    pub score: f64,
    /// The evidence, best first.
    pub evidence: Vec<Evidence>,
    /// An answer to the claim's question that no claim carries, if the source gives one: its words and their evidence.
    pub unlisted: Option<(String, Evidence)>,
}

/// The share of a phrasing that a passage's own words must cover to be looked at; names may be added from elsewhere.
const LOOKED_AT: f64 = 0.25;

/// The same for a phrasing with values, which may make up for missing words.
const LOOKED_AT_WITH_VALUES: f64 = 0.12;

/// How many sentences a passage has at most that is joined by its values.
const JOINED_SENTENCES: usize = 3;

impl<'a> Engine<'a> {
    /// Compiles `claims`, with nothing set by the user.
    #[must_use]
    pub fn new(claims: &'a ClaimSet) -> Self {
        Self::with(claims, Settings::default())
    }

    /// Compiles `claims`.
    #[must_use]
    pub fn with(claims: &'a ClaimSet, settings: Settings) -> Self {
        let mut lexicon = Lexicon::default();
        let stems: Vec<Stems> =
            claims.questions().iter().map(|question| Stems::of(claims, question)).collect();
        let phrasings = claims
            .claims()
            .iter()
            .map(|claim| {
                let question = &claims.questions()[claim.question()];
                let stems = &stems[claim.question()];
                let setting = Setting {
                    question: question.text(),
                    about: question.about(),
                    claim: claim.text(),
                    rivals: (!question.compatible()).then_some(stems),
                };
                std::iter::once(claim.text())
                    .chain(claim.phrasings().iter().map(String::as_str))
                    .map(|text| Compiled::new(text, setting, &mut lexicon))
                    .collect()
            })
            .collect();
        Self { claims, settings, relations: Relations::new(claims), lexicon, phrasings }
    }

    /// What `source` says of each claim, in the order of [`ClaimSet::claims`].
    #[must_use]
    pub fn examine(&self, source: &Source) -> Vec<Finding> {
        let document = Document::new(&source.text[source.article.start..source.article.end]);
        let reading = self.read(&document, source);
        let mut direct: Vec<Vec<Weighed>> =
            (0..self.phrasings.len()).map(|claim| self.direct(claim, &reading)).collect();
        let before = lines_before_article(source);
        let attributions = OnceCell::new();
        for passage in direct.iter_mut().flatten() {
            let attributions = attributions.get_or_init(|| Attributions::new(&document));
            passage.attribute(attributions);
            passage.evidence.shift(source.article.start, before);
        }
        carry::findings(self.claims, &self.relations, direct)
    }

    fn read<'d>(&self, document: &'d Document, source: &Source) -> Reading<'d> {
        Reading::new(document, &self.lexicon, Context { published: source.published }, self.settings)
    }

    /// The passages that bear on the claim by its own words, best first; places count in the article.
    pub(super) fn direct(&self, claim: usize, reading: &Reading<'_>) -> Vec<Weighed> {
        let passages = self.phrasings[claim].iter().flat_map(|wording| {
            let whole = settle::best_passages(wording.weigh(reading));
            let parts = wording.parts.iter().map(|part| settle::best_passages(part.weigh(reading)));
            compound::combine(whole, parts.collect())
        });
        settle::best_passages(passages.collect())
    }

    /// Why `source` has its stance on the claim at `index`.
    #[must_use]
    pub fn explain(&self, index: usize, source: &Source) -> Explanation {
        let document = Document::new(&source.text[source.article.start..source.article.end]);
        let reading = self.read(&document, source);
        let wordings =
            self.phrasings[index].iter().flat_map(|wording| std::iter::once(wording).chain(&wording.parts));
        let mut passages: Vec<ConsideredPassage> = wordings
            .flat_map(|wording| wording.hold(&reading, wording.looked_at()))
            .map(|held| explain::considered(&held))
            .collect();
        let before = lines_before_article(source);
        passages.iter_mut().for_each(|passage| passage.line += before);
        let finding = self.examine(source).swap_remove(index);
        let carried = finding.evidence.iter().filter(|evidence| evidence.carried_from.is_some());
        passages.extend(carried.map(|evidence| explain::carried(evidence, self.settings)));
        let settles = |passage: &ConsideredPassage| match passage.stance {
            Stance::Silent => 2,
            Stance::Unclear => 1,
            _ => 0,
        };
        passages.sort_by(|a, b| {
            settles(a).cmp(&settles(b)).then(b.coverage.total_cmp(&a.coverage)).then(a.line.cmp(&b.line))
        });
        Explanation {
            claim: self.claims.claims()[index].id().to_owned(),
            source: source.metadata.id.clone(),
            stance: finding.stance,
            passages,
        }
    }
}

impl Compiled {
    fn new(text: &str, setting: Setting<'_>, lexicon: &mut Lexicon) -> Self {
        let mut whole = Self::undivided(text, setting, lexicon);
        let parts = compound::parts(&whole.phrasing.document, &whole.phrasing.mentions);
        if parts.len() >= 2 {
            let texts = compound::texts(&whole.phrasing, parts);
            whole.parts = texts.iter().map(|part| Self::undivided(part, setting, lexicon)).collect();
        }
        whole
    }

    fn undivided(text: &str, setting: Setting<'_>, lexicon: &mut Lexicon) -> Self {
        let phrasing = Phrasing::new(text, setting, lexicon);
        let cues = cue::cues(&phrasing.document, phrasing.tokens());
        Self { phrasing, cues, parts: Vec::new() }
    }

    /// Holds it against every passage whose words cover at least `least` of it.
    pub(super) fn hold<'a>(&'a self, reading: &'a Reading<'a>, least: f64) -> impl Iterator<Item = Held<'a>> {
        let passages = candidates(&self.phrasing, &reading.marked, least);
        self.joined_by_values(reading, passages)
            .into_iter()
            .map(|passage| Held::new(&self.phrasing, &self.cues, reading, passage))
    }

    /// Adds to `passages` those joined with the sentence before or after where that has a value of the phrasing which
    /// they lack: "The singer died on Friday. He was 81."
    fn joined_by_values(&self, reading: &Reading<'_>, mut passages: Vec<Candidate>) -> Vec<Candidate> {
        let agrees = |claimed: &Mention, sentences: Range<usize>| {
            reading.mentions(sentences).any(|reported| {
                !reported.value.weak
                    && matches!(
                        claimed.value.compare(&reported.value),
                        Some(Relation::Equal | Relation::Within)
                    )
            })
        };
        let strong = || self.phrasing.mentions.iter().filter(|claimed| !claimed.value.weak);
        let sentences = reading.document().sentences().len();
        let mut known: FxHashSet<(usize, usize)> =
            passages.iter().map(|passage| (passage.first, passage.end)).collect();
        for at in 0..passages.len() {
            let Candidate { first, end, own } = passages[at];
            let before = first.checked_sub(1).map(|before| (before..first, before, end));
            let after = (end < sentences).then_some((end..end + 1, first, end + 1));
            for (beside, first, end) in before.into_iter().chain(after) {
                let joins = |claimed: &Mention| {
                    !agrees(claimed, passages[at].first..passages[at].end) && agrees(claimed, beside.clone())
                };
                if end - first <= JOINED_SENTENCES && strong().any(joins) && known.insert((first, end)) {
                    passages.push(Candidate { first, end, own });
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

    /// The passages that bear on it.
    fn weigh(&self, reading: &Reading<'_>) -> Vec<Weighed> {
        self.judged(reading, self.looked_at()).filter_map(Judged::weighed).collect()
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

    /// As evidence; `None` where the passage does not bear on the claim.
    pub(super) fn weighed(self) -> Option<Weighed> {
        let Self { held, decision, values, .. } = self;
        (decision.stance != Stance::Silent).then(|| Weighed {
            sentences: held.alignment.passage.first..held.alignment.passage.end,
            coverage: held.alignment.coverage,
            answers: held.alignment.pairs(held.phrasing).map(|(_, answer)| answer).collect(),
            evidence: evidence(&held, decision, values),
        })
    }
}

fn evidence(held: &Held<'_>, decision: Decision, values: Vec<Compared>) -> Evidence {
    let span = held.document().span_of(held.tokens.clone());
    Evidence {
        quote: held.document().slice(span).to_owned(),
        start: span.start,
        end: span.end,
        line: held.document().line(span.start),
        stance: decision.stance,
        score: round(decision.strength(held.alignment.coverage)),
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

/// How many lines of the source's text end before its article begins.
fn lines_before_article(source: &Source) -> usize {
    source.text.as_bytes()[..source.article.start].iter().filter(|&&byte| byte == b'\n').count()
}

/// To two decimals, so that reports do not jitter.
pub(super) fn round(score: f64) -> f64 {
    (100.0 * score).round() / 100.0
}
