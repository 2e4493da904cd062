//! A copy never adds an origin, whoever prints it and however it is set.

use crosscheck::check::check;
use crosscheck::claim::ClaimSet;
use crosscheck::report::Report;
use crosscheck::source::Source;
use crosscheck::stance::{Settings, Stance};
use proptest::prelude::*;

const CLAIMS: &str = "\
question: How many were rescued from the ferry?
claims:
  - 214 people were rescued from the ferry
  - 198 people were rescued from the ferry
---
question: When was it built?
claims:
  - The ferry was built in 1984
";

/// What articles are made of: short and long, the outlet's own and others'.
const SENTENCES: [&str; 12] = [
    "214 people were rescued from the ferry.",
    "In all, 198 people were rescued from the ferry.",
    "The ferry was built in 1984.",
    "The ferry was built in 1984 at a yard on the Clyde, and had been refitted twice since.",
    "“We know that 214 people were rescued from the ferry,” said Ines Falk, a spokeswoman for the coastguard.",
    "According to the harbour authority, 198 people were rescued from the ferry.",
    "An investigation is under way.",
    "No one was injured.",
    "The sea was calm when the first boats came alongside, and stayed so until the last had gone.",
    "Ms Falk said: “The ferry was built in 1984.”",
    "Nobody in the port could say how long the quay would be closed to other ships.",
    "It had left on time.",
];

fn article() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(SENTENCES.to_vec()), 1..8).prop_map(|told| told.join(" "))
}

/// Another paper's typesetting of the same words.
fn reset(text: &str) -> String {
    text.replace(['“', '”'], "\"").replace(' ', "\n")
}

fn report(texts: &[String]) -> Report {
    let claims = ClaimSet::from_yaml("claims.yaml", CLAIMS).unwrap();
    let sources =
        texts.iter().enumerate().map(|(at, text)| Ok(Source::of_text(&format!("source-{at}"), text)));
    check(&claims, Settings::default(), sources, &mut |_: &Source| ()).unwrap()
}

fn origins(report: &Report) -> Vec<[usize; 2]> {
    let of = |side: Stance| move |claim: &crosscheck::report::ReportClaim| claim.counts(side).1;
    let (supports, contradicts) = (of(Stance::Supports), of(Stance::Contradicts));
    report.claims.iter().map(|claim| [supports(claim), contradicts(claim)]).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_reprint_under_another_name_adds_no_origin(
        texts in prop::collection::vec(article(), 1..5),
        which in any::<prop::sample::Index>(),
        other_types in any::<bool>(),
    ) {
        let before = origins(&report(&texts));
        let original = which.get(&texts);
        let reprint = if other_types { reset(original) } else { original.clone() };
        let with_copy: Vec<String> = texts.iter().cloned().chain([reprint]).collect();
        let after = origins(&report(&with_copy));
        // Set otherwise, a sentence may be read otherwise; but what the copy says, the original says as well.
        for (before, after) in before.iter().zip(&after).filter(|_| !other_types) {
            prop_assert_eq!(before, after);
        }
        for (before, after) in before.iter().zip(&after) {
            prop_assert!(after[0] <= before[0].max(1) && after[1] <= before[1].max(1));
        }
    }
}
