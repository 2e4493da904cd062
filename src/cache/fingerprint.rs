//! By what texts, claims and runs are known again.

use chrono::Datelike;
use sha2::{Digest, Sha256};

use crate::ENGINE_VERSION;
use crate::claim::ClaimSet;
use crate::source::Source;
use crate::stance::Settings;

/// Half of a SHA-256: two different things never have the same.
pub(super) type Fingerprint = [u8; 16];

/// A change to how evidence is written down needs no new number: the build is told apart by all of its code.
const BUILD: &str = env!("CROSSCHECK_BUILD");

/// By what a text is known again: a hash of all that its evidence depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Key(pub(super) Fingerprint);

impl Key {
    /// Of the text of `source`, of which part of it is the article, and of the day against which "Friday" is resolved.
    pub(crate) fn of(source: &Source) -> Self {
        let mut hash = Hashed::default();
        hash.text(&source.text);
        hash.number(source.article.start);
        hash.number(source.article.end);
        let day = source.published.map(|day| day.num_days_from_ce());
        hash.text(&day.map(|day| day.to_string()).unwrap_or_default());
        Self(hash.finish())
    }
}

/// What makes the evidence of one run that of another too: the program, and what is set of the engine.
pub(super) fn of_run(settings: Settings) -> Fingerprint {
    let mut hash = Hashed::default();
    hash.text(ENGINE_VERSION);
    hash.text(BUILD);
    hash.text(&settings.threshold().to_bits().to_string());
    hash.finish()
}

/// For each claim a hash of all that its direct evidence depends on: its wordings, its question, and, where they exclude
/// each other, the question's other claims.
pub(super) fn of_claims(claims: &ClaimSet) -> Vec<Fingerprint> {
    let text_of = |&claim: &usize| claims.claims()[claim].text();
    let of_question = |question: &crate::claim::Question| {
        let mut hash = Hashed::default();
        hash.text(question.text());
        hash.texts(question.about().iter().map(String::as_str));
        hash.number(usize::from(question.compatible()));
        let rivals: &[usize] = if question.compatible() { &[] } else { question.claims() };
        hash.texts(rivals.iter().map(text_of));
        hash.finish()
    };
    let questions: Vec<Fingerprint> = claims.questions().iter().map(of_question).collect();
    let of_claim = |claim: &crate::claim::Claim| {
        let mut hash = Hashed::default();
        hash.0.update(questions[claim.question()]);
        hash.text(claim.text());
        hash.texts(claim.phrasings().iter().map(String::as_str));
        hash.finish()
    };
    claims.claims().iter().map(of_claim).collect()
}

/// Of a list of claims.
pub(super) fn of_list(claims: &[Fingerprint]) -> Fingerprint {
    let mut hash = Hashed::default();
    claims.iter().for_each(|claim| hash.0.update(claim));
    hash.finish()
}

/// What tells whether bytes are those that were written.
pub(super) fn checksum(bytes: &[u8]) -> [u8; 8] {
    let hash: [u8; 32] = Sha256::digest(bytes).into();
    let mut sum = [0; 8];
    sum.copy_from_slice(&hash[..8]);
    sum
}

/// A hash in the making; each text goes in with its length, so that none runs into the next.
#[derive(Default)]
struct Hashed(Sha256);

impl Hashed {
    fn number(&mut self, number: usize) {
        self.0.update((number as u64).to_le_bytes());
    }

    fn text(&mut self, text: &str) {
        self.number(text.len());
        self.0.update(text);
    }

    fn texts<'t>(&mut self, texts: impl ExactSizeIterator<Item = &'t str>) {
        self.number(texts.len());
        texts.for_each(|text| self.text(text));
    }

    fn finish(self) -> Fingerprint {
        let hash: [u8; 32] = self.0.finalize().into();
        let mut half = Fingerprint::default();
        half.copy_from_slice(&hash[..16]);
        half
    }
}
