//! A part of a report shows less, and says nothing else.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::super::fixture;
use super::*;

fn selected(change: impl FnOnce(&mut Selection)) -> Report {
    let mut selection = Selection::default();
    change(&mut selection);
    fixture::report().select(&selection)
}

fn claims(report: &Report) -> Vec<&str> {
    report.claims.iter().map(|claim| claim.id.as_str()).collect()
}

fn outlets(report: &Report) -> BTreeSet<&str> {
    report.sources.iter().map(|source| source.outlet.as_str()).collect()
}

#[test]
fn nothing_asked_for_is_everything() {
    assert_eq!(selected(|_| {}), fixture::report());
}

#[test]
fn claims_and_verdicts_are_chosen() {
    assert_eq!(claims(&selected(|s| s.claims = vec!["crew-trained".into()])), ["crew-trained"]);
    let disputed = selected(|s| s.verdicts = vec![Verdict::Disputed]);
    assert_eq!(claims(&disputed), ["rescued-214", "rescued-198", "captain-warned"]);
    let neither = selected(|s| {
        s.claims = vec!["crew-trained".into()];
        s.verdicts = vec![Verdict::Disputed];
    });
    assert!(claims(&neither).is_empty());
    assert!(neither.outlets.is_empty(), "pairs hold on claims that are shown");
}

#[test]
fn an_outlet_is_shown_with_those_it_is_joined_to() {
    let wire = selected(|s| s.outlets = vec!["North Sea Wire".into()]);
    assert_eq!(outlets(&wire), BTreeSet::from(["Harbour Courier", "North Sea Wire"]));
    assert!(wire.outlets.iter().all(|pair| [&pair.a, &pair.b].contains(&&"North Sea Wire".to_owned())));
    for claim in &wire.claims {
        assert_eq!(
            claim.stances.len(),
            wire.sources.len(),
            "every claim has an entry for every source shown"
        );
    }
}

#[test]
fn outlets_joined_by_few_claims_are_left_apart() {
    let all = selected(|_| {});
    let two = selected(|s| s.min_claims = 2);
    assert!(two.outlets.len() < all.outlets.len());
    for pair in &two.outlets {
        assert!([pair.agree.len(), pair.contradict.len()].iter().all(|&count| count == 0 || count >= 2));
    }
    assert!(outlets(&selected(|s| s.min_claims = 100)).is_empty());
}

proptest! {
    #[test]
    fn what_is_shown_is_what_it_is_in_the_whole(
        claim in prop::option::of(0..8_usize),
        verdict in prop::option::of(prop::sample::select(Verdict::ALL.to_vec())),
        outlet in prop::option::of(0..4_usize),
        min_claims in 0..4_usize,
    ) {
        let whole = fixture::report();
        let selection = Selection {
            claims: claim.map(|at| whole.claims[at].id.clone()).into_iter().collect(),
            outlets: outlet.map(|at| whole.sources[at].outlet.clone()).into_iter().collect(),
            verdicts: verdict.into_iter().collect(),
            min_claims,
        };
        let part = whole.clone().select(&selection);
        for claim in &part.claims {
            let same = whole.claims.iter().find(|one| one.id == claim.id).unwrap();
            prop_assert_eq!((same.verdict, same.origins), (claim.verdict, claim.origins));
            for stance in &claim.stances {
                prop_assert!(same.stances.contains(stance));
            }
            prop_assert_eq!(claim.stances.len(), part.sources.len());
        }
    }
}
