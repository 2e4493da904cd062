//! What holds for any claims and any text.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde::Serialize;

use super::source;
use crate::claim::ClaimSet;
use crate::stance::{Engine, Finding, Settings, Stance, judge};

/// Claims that the fragments below bear out, contradict or leave open.
const CLAIMS: [&str; 14] = [
    "214 homes were flooded on 15 October 2021",
    "more than 200 homes were flooded",
    "no homes were flooded",
    "one session instead of seven",
    "one instead of two",
    "Anna Berg leads the café at the museum",
    "the bridge cost £2.4 million",
    "the minister resigned on Friday and will leave the town",
    "the crew rescued Tom Hale",
    "the mayor denied that he took money",
    "four in five pupils passed",
    "rents rose by 12%",
    "the mayor recieved a painting",
    "the mayor received a letter",
];

/// Pieces of news, with what values, names, cues and layout can do.
const FRAGMENTS: [&str; 41] = [
    "In all, 214 homes were flooded.",
    "More than 200 homes were flooded on 15 October 2021.",
    "No homes were flooded",
    "Homes were not flooded,",
    "the police said.",
    "Only one session took place, instead of the seven planned.",
    "one instead of two",
    "five sessions",
    "Anna Berg",
    "Dame Anna Borg leads the café.",
    "She leads the museum's café",
    "John F. Kennedy Jr.",
    "The bridge cost £2.4m",
    "€2,400,000.50",
    "$1bn (about €0.9bn)",
    "on Friday",
    "last month",
    "in October 2021",
    "09/03/2018",
    "at 6.10 p.m.",
    "The minister did not resign",
    "He denied that the minister resigned on Friday.",
    "The minister will leave the town. He resigned.",
    "\"The minister resigned on Friday,\" said Anna Berg, 44.",
    "It isn't known whether",
    "may",
    "Tom Hale was rescued by the crew.",
    "Tom Hale rescued the crew.",
    "The mayor received a painting.",
    "He took money",
    "80% of pupils passed",
    "four in five",
    "Rents fell by 12 per cent",
    "rents rose by between 10% and 12%",
    "and 21 and 18 months, respectively",
    "\n\n",
    "\n- ",
    "\n\u{2022} ",
    "# ",
    "?",
    ". ",
];

fn fragments() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&FRAGMENTS[..]), 0..9).prop_map(|pieces| pieces.join(" "))
}

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(&FRAGMENTS[..]).prop_map(str::to_owned),
        1 => prop::sample::select(&CLAIMS[..]).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => "[0-9£$€%.,:/–-]{1,8}",
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.join(" "))
}

fn claim() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => prop::sample::select(&CLAIMS[..]).prop_map(str::to_owned),
        1 => fragments(),
        1 => any::<String>(),
    ]
}

#[derive(Debug, Clone, Serialize)]
struct Question {
    question: String,
    compatible: bool,
    claims: Vec<String>,
}

fn question() -> impl Strategy<Value = Question> {
    let words = prop_oneof![Just("What happened?".to_owned()), fragments(), any::<String>()];
    (words, any::<bool>(), prop::collection::vec(claim(), 1..4))
        .prop_map(|(question, compatible, claims)| Question { question, compatible, claims })
}

/// The claim set of `questions`; `None` where they are no valid claim file, which is another part's business.
fn claims(questions: &[Question]) -> Option<ClaimSet> {
    let documents: Vec<String> = questions.iter().map(|q| serde_yaml::to_string(q).unwrap()).collect();
    ClaimSet::from_yaml("any.yaml", &documents.join("---\n")).ok()
}

/// The stance that a finding's evidence adds up to, told in another way than the engine tells it.
fn sum_of(finding: &Finding) -> Stance {
    let kinds: BTreeSet<&str> = finding.evidence.iter().map(|evidence| evidence.stance.name()).collect();
    match (kinds.contains("supports"), kinds.contains("contradicts")) {
        (true, true) => Stance::Mixed,
        (true, false) => Stance::Supports,
        (false, true) => Stance::Contradicts,
        (false, false) if kinds.contains("unclear") => Stance::Unclear,
        (false, false) => Stance::Silent,
    }
}

fn assert_sound(finding: &Finding, text: &str) -> Result<(), TestCaseError> {
    prop_assert_eq!(finding.stance, sum_of(finding));
    prop_assert_eq!(finding.stance == Stance::Silent, finding.evidence.is_empty());
    prop_assert!((0.0..=1.0).contains(&finding.score), "score {}", finding.score);
    let unlisted = finding.unlisted.iter().map(|unlisted| &unlisted.1);
    for evidence in finding.evidence.iter().chain(unlisted) {
        prop_assert_eq!(text.get(evidence.start..evidence.end), Some(evidence.quote.as_str()));
        prop_assert_eq!(evidence.line, 1 + text[..evidence.start].matches('\n').count());
        prop_assert!((0.0..=1.0).contains(&evidence.score), "score {}", evidence.score);
        prop_assert!(evidence.score <= finding.score);
        prop_assert!(!matches!(evidence.stance, Stance::Mixed | Stance::Silent));
        prop_assert!(!evidence.because.is_empty() && !evidence.quote.is_empty());
    }
    Ok(())
}

/// The same text as a typesetter would have it: curly quotation marks, no-break spaces, decomposed letters.
fn typeset(text: &str) -> String {
    let mut opens = true;
    let mut set = String::new();
    for c in text.chars() {
        match c {
            '\'' => set.push('\u{2019}'),
            '"' => {
                set.push(if opens { '\u{201c}' } else { '\u{201d}' });
                opens = !opens;
            }
            ' ' => set.push('\u{a0}'),
            'é' => set.push_str("e\u{301}"),
            c => set.push(c),
        }
    }
    set
}

fn stances(findings: &[Finding]) -> Vec<Stance> {
    findings.iter().map(|finding| finding.stance).collect()
}

/// A claim of function words alone is found by its question, whose names may stand elsewhere in the text.
#[test]
fn names_elsewhere_reach_a_claim_that_has_no_words_of_its_own() {
    let yaml = "question: Did Harbi Ali resign from Prevent council?\nclaims: [He did so]\n";
    let claims = ClaimSet::from_yaml("case.yaml", yaml).unwrap();
    let text = "Harbi Ali was met at the station. It rained. It was said that they would resign from the Prevent council.";
    for threshold in [0.55, 0.6, 0.7, 0.8] {
        let settings = Settings::with_threshold(threshold).unwrap();
        let all = Engine::with(&claims, settings.exhaustively(true)).examine(&source(text));
        assert_eq!(Engine::with(&claims, settings).examine(&source(text)), all, "{threshold}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn findings_are_sound_and_explained(questions in prop::collection::vec(question(), 1..3), text in text()) {
        let Some(claims) = claims(&questions) else { return Ok(()) };
        let engine = Engine::new(&claims);
        let source = source(&text);
        let findings = engine.examine(&source);
        prop_assert_eq!(findings.len(), claims.claims().len());
        for (index, finding) in findings.iter().enumerate() {
            assert_sound(finding, &text)?;
            let explanation = engine.explain(index, &source);
            prop_assert_eq!(explanation.stance, finding.stance);
            for passage in &explanation.passages {
                prop_assert!(text.contains(&passage.quote));
                prop_assert!((0.0..=1.0).contains(&passage.coverage), "coverage {}", passage.coverage);
                let shares = passage.alignment.iter().flat_map(|token| [token.weight, token.similarity]);
                prop_assert!(shares.into_iter().all(|share| (0.0..=1.0).contains(&share)));
            }
        }
    }

    #[test]
    fn a_pair_is_judged_as_a_source_is_examined(claim in claim(), text in text()) {
        let judged = judge(&claim, &text);
        prop_assert!((0.0..=1.0).contains(&judged.score), "score {}", judged.score);
        prop_assert!(!judged.because.is_empty());
        let claims = ClaimSet::of_one(&claim);
        let undated = crate::source::Source { published: None, ..source(&text) };
        prop_assert_eq!(stances(&Engine::new(&claims).examine(&undated)), vec![judged.stance]);
    }

    #[test]
    fn claims_of_another_question_change_nothing(one in question(), other in question(), text in text()) {
        let (Some(alone), Some(both)) = (claims(std::slice::from_ref(&one)), claims(&[one, other])) else { return Ok(()) };
        let source = source(&text);
        let expected = Engine::new(&alone).examine(&source);
        let found = Engine::new(&both).examine(&source);
        prop_assert_eq!(&found[..expected.len()], &expected[..]);
    }

    #[test]
    fn nothing_is_found_but_by_what_the_index_reaches(
        questions in prop::collection::vec(question(), 1..4),
        text in text(),
        threshold in 0.3..1.0,
    ) {
        let Some(claims) = claims(&questions) else { return Ok(()) };
        let source = source(&text);
        for settings in [Settings::default(), Settings::with_threshold(threshold).unwrap_or_default()] {
            let all = Engine::with(&claims, settings.exhaustively(true)).examine(&source);
            prop_assert_eq!(Engine::with(&claims, settings).examine(&source), all);
        }
    }

    #[test]
    fn what_was_examined_before_makes_no_difference(question in question(), texts in prop::collection::vec(text(), 2..4)) {
        let Some(claims) = claims(&[question]) else { return Ok(()) };
        let engine = Engine::new(&claims);
        let forwards: Vec<_> = texts.iter().map(|text| engine.examine(&source(text))).collect();
        let mut backwards: Vec<_> = texts.iter().rev().map(|text| engine.examine(&source(text))).collect();
        backwards.reverse();
        prop_assert_eq!(forwards, backwards);
    }

    #[test]
    fn typesetting_makes_no_difference(question in question(), text in fragments()) {
        let Some(claims) = claims(&[question]) else { return Ok(()) };
        let engine = Engine::new(&claims);
        let plain = engine.examine(&source(&text));
        let set = engine.examine(&source(&typeset(&text)));
        prop_assert_eq!(stances(&set), stances(&plain));
    }
}
