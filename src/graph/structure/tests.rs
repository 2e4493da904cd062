//! Groups, camps and what tells outlets apart, in small cases.

use super::*;

fn pair(a: &str, b: &str, agree: &[&str], contradict: &[&str]) -> OutletPair {
    let side = |outlet: &str| super::super::Side {
        outlet: outlet.into(),
        source: outlet.to_lowercase(),
        published: None,
        quote: "…".into(),
        line: 1,
        attributed_to: None,
    };
    let over = |claim: &&str| super::super::Contradiction {
        claim: (*claim).into(),
        supports: side(a),
        contradicts: side(b),
    };
    OutletPair {
        a: a.into(),
        b: b.into(),
        agree: agree.iter().map(|&claim| claim.into()).collect(),
        independent: Vec::new(),
        contradict: contradict.iter().map(over).collect(),
    }
}

fn sides<'a>(claim: &'a str, supports: &[&[&'a str]], contradicts: &[&'a str]) -> Sides<'a> {
    Sides {
        claim,
        supports: supports.iter().map(|origin| origin.iter().copied().collect()).collect(),
        contradicts: contradicts.iter().copied().collect(),
    }
}

fn of(pairs: &[OutletPair], sides: &[Sides<'_>]) -> Structure {
    let outlets = BTreeSet::from(["A", "B", "C", "D", "E"]);
    // Rivals are claims of one question, which their names begin with.
    let question = |claim: &str| ["x", "y", "z"].into_iter().find(|name| claim.starts_with(name));
    Structure::of(&outlets, pairs, sides, &|claim| question(claim).unwrap_or_default())
}

#[test]
fn outlets_that_agree_against_others_are_camps() {
    let pairs = [
        pair("A", "B", &["x", "y"], &[]),
        pair("A", "C", &[], &["x"]),
        pair("B", "C", &["z"], &["x", "y"]),
        pair("C", "C", &[], &["z"]),
    ];
    let found = of(&pairs, &[]);
    assert_eq!(found.groups, [["A", "B", "C"]]);
    assert_eq!(found.camps, [vec!["A", "B"], vec!["C"]]);
    let breach = Breach { a: "B".into(), b: "C".into(), within: false, claims: vec!["z".into()] };
    assert_eq!(found.breaches, [breach], "an outlet that contradicts itself breaks no camp");
    assert_eq!(found.camp_of(), BTreeMap::from([("A", 1), ("B", 1), ("C", 2)]));
}

#[test]
fn rivals_repeat_one_quarrel() {
    // Two rival claims are contradicted, but it is one question; they agree on two.
    let pairs = [pair("A", "B", &["y", "z"], &["x-1", "x-2"])];
    let found = of(&pairs, &[]);
    assert_eq!(found.camps, [["A", "B"]]);
    let expected =
        Breach { a: "A".into(), b: "B".into(), within: true, claims: vec!["x-1".into(), "x-2".into()] };
    assert_eq!(found.breaches, [expected]);
}

#[test]
fn a_claim_on_which_all_agree_separates_nobody() {
    let found = of(
        &[],
        &[
            sides("all-agree", &[&["A"], &["B"], &["C"]], &[]),
            sides("one-apart", &[&["A"], &["B"]], &["C"]),
            sides("in-halves", &[&["A", "B"]], &["C", "D"]),
            sides("only-itself", &[&["A"]], &["A"]),
        ],
    );
    let told: Vec<(&str, f64)> = found.separating.iter().map(|one| (one.claim.as_str(), one.share)).collect();
    assert_eq!(told, [("in-halves", 0.4), ("one-apart", 0.2)]);
}

#[test]
fn support_that_is_always_of_one_origin_with_others_is_dependent() {
    let found = of(
        &[],
        &[
            sides("x", &[&["A", "B"], &["C"]], &[]),
            sides("y", &[&["A"], &["B", "C"]], &[]),
            sides("z", &[&["B", "D"]], &[]),
        ],
    );
    let told: Vec<_> =
        found.dependent.iter().map(|one| (one.outlet.as_str(), one.supports, one.with.join(" "))).collect();
    assert_eq!(told, [("B", 3, "A C D".to_owned()), ("D", 1, "B".to_owned())]);
}
