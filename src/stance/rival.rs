//! What tells two rival claims apart, so that support for one can be told as contradiction of the other.

use crate::text::Document;
use crate::value::{Context, Relation, Value, recognise};

use super::{ComparedRelation, ComparedValue, Evidence};

/// Words beside each other are told apart at a glance up to this many.
const FEW: usize = 4;

/// Why `support` for the claim `theirs`, whose id is `id`, contradicts the claim `ours`, and the values that differ.
pub(super) fn against(
    ours: &str,
    theirs: &str,
    id: &str,
    support: &Evidence,
) -> (String, Vec<ComparedValue>) {
    if let Some((claimed, other)) = apart(&values(ours), &values(theirs)) {
        let reported = support
            .values
            .iter()
            .find(|value| value.claimed == other)
            .and_then(|value| value.reported.clone());
        let reported = reported.unwrap_or(other);
        let because = format!("“{reported}”, where the claim says “{claimed}”: supports {id}");
        return (
            because,
            vec![ComparedValue { claimed, reported: Some(reported), relation: ComparedRelation::Conflicts }],
        );
    }
    let because = match middles(ours, theirs) {
        Some((claimed, other)) => format!("“{other}”, where the claim says “{claimed}”: supports {id}"),
        None => format!("says “{theirs}” instead"),
    };
    (because, Vec::new())
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
