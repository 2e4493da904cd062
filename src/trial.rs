//! Claims tried with the sentences that their authors wrote for them.

use rayon::prelude::*;
use serde::Serialize;

use crate::claim::{Claim, ClaimSet, ClaimTest};
use crate::source::Source;
use crate::stance::{Engine, Settings, Stance};

/// How a claim did on a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// The stance is the one asked for.
    Passed,
    /// The sentence says something of the claim and was not found to.
    Missed,
    /// The sentence has nothing to do with the claim and was found to have.
    Noisy,
    /// It was found, with another stance than the one asked for.
    Wrong,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Self; 4] = [Self::Passed, Self::Missed, Self::Noisy, Self::Wrong];

    /// The outcome where `expected` was asked for and `found` came out.
    ///
    /// ```
    /// use crosscheck::claim::Stance::{Contradicts, Silent, Supports};
    /// use crosscheck::trial::Outcome;
    ///
    /// assert_eq!(Outcome::of(Supports, Silent), Outcome::Missed);
    /// assert_eq!(Outcome::of(Silent, Supports), Outcome::Noisy);
    /// assert_eq!(Outcome::of(Supports, Contradicts), Outcome::Wrong);
    /// ```
    #[must_use]
    pub fn of(expected: Stance, found: Stance) -> Self {
        match (expected, found) {
            (expected, found) if expected == found => Self::Passed,
            (Stance::Silent, _) => Self::Noisy,
            (_, Stance::Silent) => Self::Missed,
            _ => Self::Wrong,
        }
    }

    /// The word for it in reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Missed => "missed",
            Self::Noisy => "noisy",
            Self::Wrong => "wrong",
        }
    }
}

/// What came of trying all claims.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Trial {
    /// Every claim, in the order of the claim files; those without tests too.
    pub claims: Vec<TriedClaim>,
}

/// What came of trying one claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TriedClaim {
    /// Its id.
    pub id: String,
    /// Its one sentence.
    pub claim: String,
    /// The claim file it stands in.
    pub file: String,
    /// The line, from 1, it stands on.
    pub line: usize,
    /// Its sentences, in the order of the file; none where it has no tests.
    pub tests: Vec<TriedSentence>,
}

/// What came of holding one sentence against its claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TriedSentence {
    /// The sentence.
    pub sentence: String,
    /// The line, from 1, of the claim file it stands on.
    pub line: usize,
    /// What it must say of the claim.
    pub expected: Stance,
    /// What it was found to say.
    pub found: Stance,
    /// What the two come to.
    pub outcome: Outcome,
    /// Why it was found to say so; nothing where it is silent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}

impl Trial {
    /// How many sentences had this outcome.
    #[must_use]
    pub fn count(&self, outcome: Outcome) -> usize {
        let tests = self.claims.iter().flat_map(|claim| &claim.tests);
        tests.filter(|test| test.outcome == outcome).count()
    }

    /// How many claims have no tests.
    #[must_use]
    pub fn untested(&self) -> usize {
        self.claims.iter().filter(|claim| claim.tests.is_empty()).count()
    }

    /// Whether every sentence passed.
    #[must_use]
    pub fn passed(&self) -> bool {
        Outcome::ALL.iter().all(|&outcome| outcome == Outcome::Passed || self.count(outcome) == 0)
    }
}

/// Holds every claim against its sentences, each as a source of its own; rivals and implications count as they do for
/// any source.
#[must_use]
pub fn run(claims: &ClaimSet, settings: Settings) -> Trial {
    let engine = Engine::with(claims, settings);
    let tried = claims.claims().par_iter().enumerate().map(|(index, claim)| {
        let (file, line) = claim.place();
        TriedClaim {
            id: claim.id().to_owned(),
            claim: claim.text().to_owned(),
            file: file.display().to_string(),
            line,
            tests: claim.tests().iter().map(|test| hold(&engine, index, claim, test)).collect(),
        }
    });
    Trial { claims: tried.collect() }
}

fn hold(engine: &Engine<'_>, index: usize, claim: &Claim, test: &ClaimTest) -> TriedSentence {
    let source = Source::of_text(claim.id(), test.sentence());
    let finding = engine.examine(&source).into_iter().nth(index);
    let found = finding.as_ref().map_or(Stance::Silent, |finding| finding.stance);
    TriedSentence {
        sentence: test.sentence().to_owned(),
        line: test.line(),
        expected: test.stance(),
        found,
        outcome: Outcome::of(test.stance(), found),
        because: finding.and_then(|finding| finding.evidence.into_iter().next()).map(|best| best.because),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_held_against_their_claim_and_its_rivals() {
        let yaml = "\
question: How many homes were flooded?
claims:
  - claim: 214 homes were flooded
    tests:
      supports: [In all 214 homes were flooded., The council met on Monday.]
      silent: [Two hundred and fourteen homes were flooded.]
      contradicts: [In all 214 homes were flooded in the end.]
  - claim: 300 homes were flooded
    tests: {contradicts: [214 homes were flooded]}
  - 90 homes were flooded
";
        let trial = run(&ClaimSet::from_yaml("flood.yaml", yaml).unwrap(), Settings::default());
        let outcomes: Vec<_> = trial.claims[0].tests.iter().map(|test| (test.line, test.outcome)).collect();
        assert_eq!(
            outcomes,
            [(5, Outcome::Passed), (5, Outcome::Missed), (6, Outcome::Noisy), (7, Outcome::Wrong)]
        );
        assert_eq!(trial.claims[1].tests[0].outcome, Outcome::Passed, "by its rival");
        assert_eq!((trial.untested(), trial.passed()), (1, false));
        assert_eq!(Outcome::ALL.map(|outcome| trial.count(outcome)), [2, 1, 1, 1]);
    }
}
