//! When two sides part in time, and when not.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::source::Source;
use crate::stance::{ComparedValue, Evidence};

/// A source with its outlet, its date and what it says; values as (claimed, reported).
type Said<'a> = (&'a str, &'a str, Option<&'a str>, Stance, Option<(&'a str, &'a str)>);

fn found(said: &[Said<'_>], cited: &dyn Fn(&SourceStance, Stance) -> BTreeSet<String>) -> Option<Dispute> {
    let sources: Vec<Metadata> = said
        .iter()
        .map(|&(id, outlet, published, ..)| Metadata {
            outlet: outlet.into(),
            published: published.map(str::to_owned),
            ..Source::of_text(id, "").metadata
        })
        .collect();
    let stances: Vec<SourceStance> = said.iter().map(stance).collect();
    dispute(&sources, &stances, cited)
}

fn stance(&(id, outlet, _, stance, values): &Said<'_>) -> SourceStance {
    let value = |(claimed, reported): (&str, &str)| ComparedValue {
        claimed: claimed.into(),
        reported: Some(reported.into()),
        relation: ComparedRelation::Conflicts,
    };
    let evidence = Evidence {
        quote: "…".into(),
        start: 0,
        end: 3,
        line: 1,
        stance,
        score: 0.9,
        phrasing: String::new(),
        because: String::new(),
        values: values.map(value).into_iter().collect(),
        attributed_to: None,
        speaker: None,
        attribution: None,
        alignment: Vec::new(),
        strength: 0.0,
        carried_from: None,
    };
    SourceStance {
        source: id.into(),
        outlet: outlet.into(),
        stance,
        score: 0.9,
        evidence: vec![evidence],
        ruling: None,
    }
}

const NOBODY: &dyn Fn(&SourceStance, Stance) -> BTreeSet<String> = &|_, _| BTreeSet::new();

const P: Stance = Stance::Supports;
const C: Stance = Stance::Contradicts;

#[test]
fn sides_part_in_time_only_where_all_of_one_come_first() {
    let turn = |said: &[Said<'_>]| {
        let turn = found(said, NOBODY)?.turn?;
        Some(format!("{} {} | {} {}", turn.until, turn.before.name(), turn.from, turn.after.name()))
    };
    let table: [(&str, &[Said<'_>], Option<&str>); 7] = [
        (
            "cleanly",
            &[("a", "A", Some("2025-02-12"), C, None), ("b", "B", Some("2025-07-16"), P, None)],
            Some("2025-02-12 contradicts | 2025-07-16 supports"),
        ),
        (
            "several on each side",
            &[
                ("a", "A", Some("2025-03"), P, None),
                ("b", "B", Some("2024"), P, None),
                ("c", "C", Some("2025-04-01"), C, None),
                ("d", "D", Some("2026"), C, None),
            ],
            Some("2025-03 supports | 2025-04-01 contradicts"),
        ),
        (
            "one day",
            &[("a", "A", Some("2025-02-12"), C, None), ("b", "B", Some("2025-02-12"), P, None)],
            None,
        ),
        (
            "within the month",
            &[("a", "A", Some("2025-02"), C, None), ("b", "B", Some("2025-02-12"), P, None)],
            None,
        ),
        ("no date", &[("a", "A", None, C, None), ("b", "B", Some("2025-02-12"), P, None)], None),
        (
            "back and forth",
            &[
                ("a", "A", Some("2025-01"), P, None),
                ("b", "B", Some("2025-02"), C, None),
                ("c", "C", Some("2025-03"), P, None),
            ],
            None,
        ),
        (
            "one side only",
            &[("a", "A", Some("2025-01"), P, None), ("b", "B", Some("2025-02"), P, None)],
            None,
        ),
    ];
    for (name, said, expected) in table {
        assert_eq!(turn(said).as_deref(), expected, "{name}");
    }
}

#[test]
fn a_turn_says_what_the_answers_are() {
    let said = [
        ("a", "A", Some("2025-02-12"), C, Some(("seven", "two"))),
        ("b", "B", Some("2025-02-12"), C, Some(("seven", "two"))),
        ("c", "C", Some("2025-07-16"), P, None),
    ];
    let turn = found(&said, NOBODY).and_then(|dispute| dispute.turn).unwrap();
    assert_eq!((turn.earlier.as_deref(), turn.later.as_deref()), (Some("two"), Some("seven")));
    let mut apart = said;
    apart[1].4 = Some(("seven", "three"));
    let turn = found(&apart, NOBODY).and_then(|dispute| dispute.turn).unwrap();
    assert_eq!((turn.earlier, turn.later), (None, None), "those who contradict do not say the same");
}

#[test]
fn an_outlet_against_its_own_earlier_account_is_marked() {
    let said = [
        ("a-1", "A", Some("2025-02-12"), C, None),
        ("a-2", "A", Some("2025-07-16"), P, None),
        ("b", "B", Some("2025-07-16"), P, None),
    ];
    let changed = found(&said, NOBODY).map(|dispute| dispute.changed).unwrap();
    let expected =
        ChangedAccount { outlet: "A".into(), earlier: "a-1".into(), before: C, later: "a-2".into() };
    assert_eq!(changed, [expected]);
}

#[test]
fn accounts_of_one_day_hide_no_change() {
    let said = [
        ("a-1", "A", Some("2025-01-01"), P, None),
        ("a-2", "A", Some("2025-01-01"), C, None),
        ("a-3", "A", Some("2025-02-01"), C, None),
    ];
    let changed = found(&said, NOBODY).map(|dispute| dispute.changed).unwrap();
    let told: Vec<_> = changed.iter().map(|one| (one.earlier.as_str(), one.later.as_str())).collect();
    assert_eq!(told, [("a-1", "a-3")]);
}

#[test]
fn who_said_both_has_not_changed_the_account() {
    let said =
        [("a-1", "A", Some("2025-02-12"), Stance::Mixed, None), ("a-2", "A", Some("2025-07-16"), P, None)];
    assert_eq!(found(&said, NOBODY), None);
}

#[test]
fn sides_that_cite_different_documents_say_which() {
    let said = [("a", "A", None, C, None), ("b", "B", None, P, None), ("c", "C", None, P, None)];
    let cites = |cited: &dyn Fn(&str) -> &'static [&'static str]| {
        let names =
            |one: &SourceStance, _: Stance| cited(&one.source).iter().map(|&name| name.to_owned()).collect();
        found(&said, &names).and_then(|dispute| dispute.cites)
    };
    let apart = cites(&|source| match source {
        "a" => &["the review"],
        "b" => &["Lord Anderson"],
        _ => &[],
    });
    let expected = Cites { supports: vec!["Lord Anderson".into()], contradicts: vec!["the review".into()] };
    assert_eq!(apart, Some(expected));
    assert_eq!(cites(&|_| &["the review"]), None, "both cite the same");
    assert_eq!(cites(&|source| if source == "b" { &["the review"] } else { &[] }), None, "one side only");
}
