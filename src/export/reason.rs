//! Why evidence counts, as a reader wants it: what the source says beside what the claim says.

use crate::report::{Report, ReportClaim};
use crate::stance::{Evidence, Stance};
use crate::text::Document;
use crate::value::{Context, Relation, Value, recognise};

/// Words beside each other are told apart at a glance up to this many.
const FEW: usize = 4;

/// Why `evidence` counts for or against `claim`. Where it bears out a rival, what tells the two claims apart:
/// the engine's own reason is then one for the rival.
pub(super) fn reason(report: &Report, claim: &ReportClaim, evidence: &Evidence) -> String {
    match rival(report, claim, evidence) {
        Some(rival) => against(claim, rival),
        None => evidence.because.clone(),
    }
}

/// The rival that the evidence bears out, if that is why it contradicts the claim.
fn rival<'a>(report: &'a Report, claim: &ReportClaim, evidence: &Evidence) -> Option<&'a ReportClaim> {
    let from = evidence.carried_from.as_deref().filter(|_| evidence.stance == Stance::Contradicts)?;
    let rival = report.claims.iter().find(|one| one.id == from)?;
    (rival.question == claim.question).then_some(rival)
}

fn against(claim: &ReportClaim, rival: &ReportClaim) -> String {
    let [(ours, our_values), (theirs, their_values)] =
        [claim, rival].map(|one| (one.claim.as_str(), values(&one.claim)));
    let apart = apart(&our_values, &their_values).or_else(|| middles(ours, theirs));
    match apart {
        Some((ours, theirs)) => {
            format!("“{theirs}”, where the claim says “{ours}”: supports {}", rival.id)
        }
        None => format!("says “{theirs}” instead"),
    }
}

fn values(claim: &str) -> Vec<(String, Value)> {
    let document = Document::new(claim);
    let mentions = recognise(&document, 0..document.tokens().len(), Context::default());
    mentions.iter().map(|mention| (document.slice(mention.span).to_owned(), mention.value)).collect()
}

/// The one value that either has and the other has not.
fn apart(ours: &[(String, Value)], theirs: &[(String, Value)]) -> Option<(String, String)> {
    let only = |a: &[(String, Value)], b: &[(String, Value)]| {
        let same = |one: &Value| b.iter().any(|(_, other)| one.compare(other) == Some(Relation::Equal));
        let mut only = a.iter().filter(|(_, value)| !same(value)).map(|(words, _)| words.clone());
        only.next().filter(|_| only.next().is_none())
    };
    Some((only(ours, theirs)?, only(theirs, ours)?))
}

/// What is left of two texts without the words that both begin and end with, where that is little.
fn middles(ours: &str, theirs: &str) -> Option<(String, String)> {
    let [ours, theirs]: [Vec<&str>; 2] = [ours, theirs].map(|text| text.split_whitespace().collect());
    let before = ours.iter().zip(&theirs).take_while(|(a, b)| a == b).count();
    let shorter = ours.len().min(theirs.len());
    let ends = ours.iter().rev().zip(theirs.iter().rev());
    let after = ends.take(shorter - before).take_while(|(a, b)| a == b).count();
    let middle = |words: &[&str]| {
        let middle = words.get(before..words.len() - after).unwrap_or_default();
        (1..=FEW).contains(&middle.len()).then(|| middle.join(" "))
    };
    Some((middle(&ours)?, middle(&theirs)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tells_two_claims_apart() {
        for (ours, theirs, expected) in [
            ("one session instead of seven", "one instead of two", Some(("seven", "two"))),
            ("Matt Juke leads it", "Matt Jukes leads it", Some(("Juke", "Jukes"))),
            (
                "it was inspected in March 2031",
                "it was never inspected",
                Some(("inspected in March 2031", "never inspected")),
            ),
            ("Lord Anderson is the new commissioner", "David Anderson is the interim reviewer", None),
            ("214 homes were flooded", "more than 300 homes were flooded", Some(("214", "more than 300"))),
            ("it was closed", "it was closed", None),
            ("", "", None),
            ("a b a", "a b a b a", None),
        ] {
            let found = apart(&values(ours), &values(theirs)).or_else(|| middles(ours, theirs));
            let expected = expected.map(|(a, b): (&str, &str)| (a.to_owned(), b.to_owned()));
            assert_eq!(found, expected, "{ours} / {theirs}");
        }
    }
}
