//! The engine: claims compiled once, sources examined one by one.

use crate::claim::ClaimSet;
use crate::matcher::{Lexicon, Phrasing, Setting, candidates};
use crate::source::Source;
use crate::text::Document;
use crate::value::Context;

use super::cue::{self, Cue};
use super::decide::{Decision, decide};
use super::feature::Features;
use super::gate::{self, Found};
use super::held::Held;
use super::reading::Reading;
use super::settle::{self, Weighed};
use super::{ComparedValue, ConsideredPassage, Evidence, Explanation, Judgement, Stance, carry, explain};

/// Claims compiled for matching.
#[derive(Debug)]
pub struct Engine<'a> {
    claims: &'a ClaimSet,
    lexicon: Lexicon,
    /// For each claim, its one sentence and its phrasings.
    phrasings: Vec<Vec<Compiled>>,
}

#[derive(Debug)]
struct Compiled {
    phrasing: Phrasing,
    cues: Vec<Cue>,
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
const LOOKED_AT: f64 = 0.35;

impl<'a> Engine<'a> {
    /// Compiles `claims`.
    #[must_use]
    pub fn new(claims: &'a ClaimSet) -> Self {
        let mut lexicon = Lexicon::default();
        let phrasings = claims
            .claims()
            .iter()
            .enumerate()
            .map(|(index, claim)| {
                let question = &claims.questions()[claim.question()];
                let rivals: Vec<&str> =
                    rivals(claims, index).map(|rival| claims.claims()[rival].text()).collect();
                let setting = Setting { question: question.text(), about: question.about(), rivals: &rivals };
                std::iter::once(claim.text())
                    .chain(claim.phrasings().iter().map(String::as_str))
                    .map(|text| Compiled::new(text, setting, &mut lexicon))
                    .collect()
            })
            .collect();
        Self { claims, lexicon, phrasings }
    }

    /// What `source` says of each claim, in the order of [`ClaimSet::claims`].
    #[must_use]
    pub fn examine(&self, source: &Source) -> Vec<Finding> {
        let document = Document::new(&source.text[source.article.start..source.article.end]);
        let reading = Reading::new(&document, &self.lexicon, Context { published: source.published });
        let direct = (0..self.phrasings.len())
            .map(|claim| {
                let mut weighed = Vec::new();
                self.hold(claim, &reading, |held| weighed.extend(weigh(source, held)));
                settle::best_passages(weighed)
            })
            .collect();
        carry::findings(self.claims, direct)
    }

    /// Holds every phrasing of the claim against every passage that may bear on it.
    fn hold(&self, claim: usize, reading: &Reading<'_>, mut each: impl FnMut(&Held<'_>)) {
        for compiled in &self.phrasings[claim] {
            for passage in candidates(&compiled.phrasing, &reading.marked, LOOKED_AT) {
                each(&Held::new(&compiled.phrasing, &compiled.cues, reading, passage));
            }
        }
    }

    /// Why `source` has its stance on the claim at `index`.
    #[must_use]
    pub fn explain(&self, index: usize, source: &Source) -> Explanation {
        let document = Document::new(&source.text[source.article.start..source.article.end]);
        let reading = Reading::new(&document, &self.lexicon, Context { published: source.published });
        let mut passages: Vec<ConsideredPassage> = Vec::new();
        self.hold(index, &reading, |held| passages.push(explain::considered(source, held)));
        passages.sort_by(|a, b| b.coverage.total_cmp(&a.coverage).then(a.line.cmp(&b.line)));
        Explanation {
            claim: self.claims.claims()[index].id().to_owned(),
            source: source.metadata.id.clone(),
            stance: self.examine(source)[index].stance,
            passages,
        }
    }
}

/// The other claims of the question, if they exclude this one.
fn rivals(claims: &ClaimSet, claim: usize) -> impl Iterator<Item = usize> {
    let question = &claims.questions()[claims.claims()[claim].question()];
    question.claims().iter().copied().filter(move |&other| other != claim && !question.compatible())
}

impl Compiled {
    fn new(text: &str, setting: Setting<'_>, lexicon: &mut Lexicon) -> Self {
        let phrasing = Phrasing::new(text, setting, lexicon);
        let cues = cue::cues(&phrasing.document, phrasing.tokens());
        Self { phrasing, cues }
    }
}

/// Asks the gates and decides; `None` where the passage does not bear on the claim.
fn weigh(source: &Source, held: &Held<'_>) -> Option<Weighed> {
    let (found, values) = gate::ask_all(held);
    let decision = decide(&found);
    (decision.stance != Stance::Silent).then(|| Weighed {
        sentences: held.alignment.passage.first..held.alignment.passage.end,
        coverage: held.alignment.coverage,
        evidence: evidence(source, held, decision, values),
    })
}

fn evidence(source: &Source, held: &Held<'_>, decision: Decision, values: Vec<ComparedValue>) -> Evidence {
    let span = held.document().span_of(held.tokens.clone());
    let start = source.article.start + span.start;
    Evidence {
        quote: held.document().slice(span).to_owned(),
        start,
        end: source.article.start + span.end,
        line: line(source, start),
        stance: decision.stance,
        score: round(decision.score),
        phrasing: held.phrasing.text().to_owned(),
        because: decision.because,
        values,
        attributed_to: None,
        carried_from: None,
    }
}

/// The line of the source's text, from 1, on which the byte at `offset` stands.
pub(super) fn line(source: &Source, offset: usize) -> usize {
    1 + source.text.as_bytes()[..offset].iter().filter(|&&byte| byte == b'\n').count()
}

/// To two decimals, so that reports do not jitter.
pub(super) fn round(score: f64) -> f64 {
    (100.0 * score).round() / 100.0
}

/// The share of a phrasing that a passage must cover to be ranked, if not decided on.
const RANKED_AT: f64 = 0.12;

/// Holds one claim against one text: what `crosscheck evaluate` does a line.
#[must_use]
pub fn judge(claim: &str, text: &str) -> Judgement {
    let claims = ClaimSet::of_one(claim);
    let engine = Engine::new(&claims);
    let document = Document::new(text);
    let reading = Reading::new(&document, &engine.lexicon, Context::default());
    let mut weighed: Vec<(f64, Decision, Features, Vec<Found>)> = Vec::new();
    for compiled in engine.phrasings.first().into_iter().flatten() {
        for passage in candidates(&compiled.phrasing, &reading.marked, RANKED_AT) {
            let held = Held::new(&compiled.phrasing, &compiled.cues, &reading, passage);
            let (found, values) = gate::ask_all(&held);
            let features = Features::of(&held, gate::agreeing(&values));
            weighed.push((held.alignment.coverage, decide(&found), features, found));
        }
    }
    judgement(&weighed)
}

fn judgement(weighed: &[(f64, Decision, Features, Vec<Found>)]) -> Judgement {
    let best = weighed.iter().max_by(|a, b| a.1.score.total_cmp(&b.1.score).then(a.0.total_cmp(&b.0)));
    let strongest = settle::strongest(weighed.iter().map(|(coverage, decision, ..)| (*coverage, decision)));
    Judgement {
        stance: strongest.map_or(Stance::Silent, |decision| decision.stance),
        score: best.map_or(0.0, |(_, decision, ..)| decision.score),
        because: strongest.map_or_else(|| "nothing bears on the claim".to_owned(), |decision| decision.because.clone()),
        features: best.map_or_else(Features::default, |(_, _, features, _)| *features),
        gates: best.map_or_else(Vec::new, |(.., found)| found.iter().map(|f| (f.gate.to_owned(), format!("{:?}", f.effect))).collect()),
    }
}
