//! The engine: claims compiled once, sources examined one by one.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rustc_hash::FxHashSet;

use crate::attribution::Attributions;
use crate::claim::{ClaimSet, Relations};
use crate::english;
use crate::matcher::{Index, Lexicon, Marked, Passage, Reached, Setting, Stems, Vocabulary, letters};
use crate::source::Source;
use crate::text::Document;
use crate::value::Context;

use super::carry;
use super::compound::Part;
use super::reading::Reading;
use super::settle::{self, Weighed};
use super::wording::{Compiled, round};
use super::{ConsideredPassage, Evidence, Explanation, Settings, Stance, compound, explain};

/// Claims compiled for matching.
#[derive(Debug)]
pub struct Engine<'a> {
    claims: &'a ClaimSet,
    settings: Settings,
    relations: Relations,
    lexicon: Lexicon,
    /// For each claim, its one sentence and its phrasings.
    pub(super) phrasings: Vec<Vec<Compiled>>,
    /// All wordings and their parts.
    index: Index,
    /// For each place in the index, the claim.
    claim_of: Vec<usize>,
    /// The words of the texts that were read, for each text that is read at the same time.
    vocabularies: Mutex<Vec<Vocabulary>>,
}

/// What one source says of one claim, with its evidence best first.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The stance.
    pub stance: Stance,
    /// How closely its closest evidence follows the claim, 0 to 1, to two decimals; 0 where silent.
    pub score: f64,
    /// The evidence, best first.
    pub evidence: Vec<Evidence>,
    /// An answer to the claim's question that no claim carries, if the source gives one: its words and their evidence.
    pub unlisted: Option<Box<(String, Evidence)>>,
}

/// How much of a score is for the letters in their order; and how much for the words that stand together in any order. The rest
/// is for how well the passage's words answer the claim's.
const LETTERS: f64 = 0.5;
const GATHERED: f64 = 0.35;

impl Default for Finding {
    /// Nothing: the source is silent.
    fn default() -> Self {
        Self { stance: Stance::Silent, score: 0.0, evidence: Vec::new(), unlisted: None }
    }
}

impl<'a> Engine<'a> {
    /// Compiles `claims`, with nothing set by the user.
    #[must_use]
    pub fn new(claims: &'a ClaimSet) -> Self {
        Self::with(claims, Settings::default())
    }

    /// Compiles `claims`.
    #[must_use]
    pub fn with(claims: &'a ClaimSet, settings: Settings) -> Self {
        Self::of_some(claims, settings, &|_| true)
    }

    /// Compiles those of `claims` that are `wanted`, by their places in [`ClaimSet::claims`]; of the others nothing is found.
    #[must_use]
    pub(crate) fn of_some(claims: &'a ClaimSet, settings: Settings, wanted: &dyn Fn(usize) -> bool) -> Self {
        let mut lexicon = Lexicon::default();
        let stems: Vec<Stems> =
            claims.questions().iter().map(|question| Stems::of(claims, question)).collect();
        let phrasings = claims
            .claims()
            .iter()
            .enumerate()
            .map(|(index, claim)| {
                if !wanted(index) {
                    return Vec::new();
                }
                let question = &claims.questions()[claim.question()];
                let stems = &stems[claim.question()];
                let setting = Setting {
                    question: question.text(),
                    about: question.about(),
                    claim: claim.text(),
                    rivals: (!question.compatible()).then_some(stems),
                };
                // A wording that stands there twice finds nothing more.
                let mut known = FxHashSet::default();
                std::iter::once(claim.text())
                    .chain(claim.phrasings().iter().map(String::as_str))
                    .filter(|text| known.insert(*text))
                    .map(|text| Compiled::new(text, setting, &mut lexicon))
                    .collect()
            })
            .collect();
        Self::indexed(claims, settings, lexicon, phrasings)
    }

    /// Indexes the wordings and their parts.
    fn indexed(
        claims: &'a ClaimSet,
        settings: Settings,
        lexicon: Lexicon,
        mut phrasings: Vec<Vec<Compiled>>,
    ) -> Self {
        let mut claim_of = Vec::new();
        for (claim, wordings) in phrasings.iter_mut().enumerate() {
            for wording in wordings {
                wording.take_place(&mut claim_of, claim);
            }
        }
        let all = phrasings.iter().flatten().flat_map(Compiled::with_parts);
        let index = Index::new(all.map(|wording| (wording.phrasing(), wording.looked_at())), lexicon.len());
        Self {
            claims,
            settings,
            relations: Relations::new(claims),
            lexicon,
            phrasings,
            index,
            claim_of,
            vocabularies: Mutex::default(),
        }
    }

    /// What `source` says of each claim, in the order of [`ClaimSet::claims`].
    #[must_use]
    pub fn examine(&self, source: &Source) -> Vec<Finding> {
        let mut findings: Vec<Finding> = self.phrasings.iter().map(|_| Finding::default()).collect();
        for (claim, finding) in self.spoken(source) {
            findings[claim] = finding;
        }
        findings
    }

    /// What `source` says of the claims on which it is not silent, by their places in [`ClaimSet::claims`].
    #[must_use]
    pub fn spoken(&self, source: &Source) -> BTreeMap<usize, Finding> {
        let document = english::read(source.article_text());
        self.findings(self.evidence(source, || &document))
    }

    /// What comes of the evidence that a source has for each claim directly, once it is carried between them.
    #[must_use]
    pub(crate) fn findings(&self, direct: BTreeMap<usize, Vec<Evidence>>) -> BTreeMap<usize, Finding> {
        carry::findings(self.claims, &self.relations, direct)
    }

    /// The evidence that `source` has for each claim by the claim's own words, where it has any; its article is only read, by
    /// `document`, if there are claims. It depends on the claim, its question and the question's other claims alone.
    #[must_use]
    pub(crate) fn evidence<'d>(
        &self,
        source: &Source,
        document: impl FnOnce() -> &'d Document,
    ) -> BTreeMap<usize, Vec<Evidence>> {
        if self.claim_of.is_empty() {
            return BTreeMap::new();
        }
        let document = document();
        let reading = self.read(document, Context { published: source.published });
        let mut direct = self.direct_of_all(&reading);
        let before = OnceCell::new();
        let attributions = OnceCell::new();
        for passage in direct.values_mut().flatten() {
            passage.attribute(attributions.get_or_init(|| Attributions::new(document)));
            let before = *before.get_or_init(|| lines_before_article(source));
            passage.evidence.shift(source.article.start, before);
        }
        let evidence =
            |passages: Vec<Weighed>| passages.into_iter().map(|passage| passage.evidence).collect();
        direct.into_iter().map(|(claim, passages)| (claim, evidence(passages))).collect()
    }

    pub(super) fn read<'d>(&self, document: &'d Document, context: Context) -> Reading<'d> {
        let mut vocabulary = self.vocabularies().pop().unwrap_or_default();
        let marked = Marked::new(document, &self.lexicon, &mut vocabulary);
        self.vocabularies().push(vocabulary);
        Reading::new(marked, context, self.settings)
    }

    /// What another thread left behind when it panicked is still a list of vocabularies.
    fn vocabularies(&self) -> MutexGuard<'_, Vec<Vocabulary>> {
        self.vocabularies.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// For each claim the passages that bear on it by its own words, best first, where there are any.
    fn direct_of_all(&self, reading: &Reading<'_>) -> BTreeMap<usize, Vec<Weighed>> {
        let reached = (!reading.settings().is_exhaustive()).then(|| self.index.reached(&reading.marked));
        let mut claims: Vec<usize> = match &reached {
            None => (0..self.phrasings.len()).collect(),
            Some(reached) => reached.phrasings().map(|place| self.claim_of[place]).collect(),
        };
        claims.dedup();
        let direct = claims.into_iter().map(|claim| (claim, self.direct(claim, reading, reached.as_ref())));
        direct.filter(|(_, passages)| !passages.is_empty()).collect()
    }

    /// The passages that bear on the claim by its own words, best first; places count in the article. They are looked for
    /// everywhere, or where they are `reached`.
    fn direct(&self, claim: usize, reading: &Reading<'_>, reached: Option<&Reached>) -> Vec<Weighed> {
        let found = |wording: &Compiled| {
            let weighed = match reached {
                Some(reached) => wording.weigh_around(reading, reached.sentences(wording.place())),
                None => wording.weigh(reading),
            };
            settle::best_passages(weighed)
        };
        let passages = self.phrasings[claim].iter().flat_map(|wording| {
            let part = |part: &Compiled| Part { standing: part.standing, passages: found(part) };
            let parts = wording.parts.iter().map(part).collect();
            compound::combine(found(wording), parts)
        });
        let mut best = settle::best_passages(passages.collect());
        for passage in &mut best {
            passage.evidence.score = self.score(claim, reading, passage);
        }
        best
    }

    /// How closely a passage follows the claim: how alike the letters are to those of the nearest wording, how many of its words
    /// stand together, and how well they are answered.
    ///
    /// Letters tell a rewording from a chance meeting of words better than any weights of these do; words that stand together
    /// know of clauses that were moved, and answers of inflections.
    fn score(&self, claim: usize, reading: &Reading<'_>, passage: &Weighed) -> f64 {
        let tokens = reading.marked.tokens(passage.sentences.start, passage.sentences.end);
        let there = letters(reading.document(), tokens);
        let words = Passage::new(&there);
        // The wording that it was found by is likely the nearest: of the others it is then soon seen that they are not.
        let found_by = |wording: &&Compiled| wording.phrasing().text() == passage.evidence.phrasing;
        let (own, others): (Vec<_>, Vec<_>) = self.phrasings[claim].iter().partition(found_by);
        let nearer = |nearest: f64, wording: &Compiled| {
            let gathered = GATHERED * wording.letters().gathered(&words);
            let least = ((nearest - gathered) / LETTERS).max(0.0);
            let can_be_nearer = least < 1.0;
            if can_be_nearer {
                nearest.max(gathered + LETTERS * wording.letters().closer(&there, least))
            } else {
                nearest
            }
        };
        let nearest = own.into_iter().chain(others).fold(0.0, nearer);
        round(nearest + (1.0 - LETTERS - GATHERED) * passage.answered)
    }

    /// Why `source` has its stance on the claim at `index`.
    ///
    /// # Panics
    ///
    /// Where there is no claim at `index`.
    #[must_use]
    pub fn explain(&self, index: usize, source: &Source) -> Explanation {
        let document = english::read(&source.text[source.article.start..source.article.end]);
        let reading = self.read(&document, Context { published: source.published });
        let wordings = self.phrasings[index].iter().flat_map(Compiled::with_parts);
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

/// How many lines of the source's text end before its article begins.
fn lines_before_article(source: &Source) -> usize {
    source.text.as_bytes()[..source.article.start].iter().filter(|&&byte| byte == b'\n').count()
}
