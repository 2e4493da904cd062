//! The report is whole and consistent whatever the findings are.

use proptest::prelude::*;

use super::super::fixture;
use super::*;
use crate::source::Source;

#[test]
fn the_fixture_has_every_verdict() {
    let report = fixture::report();
    let verdicts: Vec<&str> = report.claims.iter().map(|claim| claim.verdict.name()).collect();
    let expected = "disputed disputed corroborated disputed single-source contradicted unclear unreported";
    assert_eq!(verdicts.join(" "), expected);
    assert_eq!(report.summary.verdicts.get(&Verdict::Disputed), Some(&3));
    assert_eq!((report.summary.claims, report.summary.sources, report.summary.outlets), (8, 4, 3));
}

#[test]
fn copied_words_are_one_origin_and_two_outlets() {
    let report = fixture::report();
    let claim = report.claims.iter().find(|claim| claim.id == "rescued-198");
    assert_eq!(claim.map(|claim| (claim.outlets, claim.origins)), Some((2, 1)));
}

#[test]
fn sources_are_in_order_of_their_ids_and_stances_follow() {
    let report = fixture::report();
    let ids: Vec<&str> = report.sources.iter().map(|source| source.id.as_str()).collect();
    assert_eq!(ids, ["courier-inquiry", "courier-night", "ledger", "wire"]);
    for claim in &report.claims {
        let stances: Vec<&str> = claim.stances.iter().map(|one| one.source.as_str()).collect();
        assert_eq!(stances, ids);
    }
}

#[test]
fn an_unlisted_answer_is_told_once_for_a_source() {
    let unlisted = fixture::report().unlisted;
    assert_eq!(unlisted.len(), 1);
    assert_eq!(unlisted.first().map(|one| (one.source.as_str(), one.line)), Some(("ledger", 40)));
}

#[test]
fn rulings_stand_beside_the_stance_and_do_not_change_it() {
    let report = fixture::report();
    assert_eq!(report.summary.rulings, RulingCounts { given: 2, agree: 1, stale: 1 });
    let stances = report.claims.first().map(|claim| claim.stances.as_slice()).unwrap_or_default();
    let ruled: Vec<_> = stances.iter().map(|one| (one.stance, one.ruling_agrees())).collect();
    let expected = [
        (Stance::Contradicts, None),
        (Stance::Supports, Some(true)),
        (Stance::Contradicts, None),
        (Stance::Unclear, Some(false)),
    ];
    assert_eq!(ruled, expected);
}

#[test]
fn the_schema_names_what_the_design_fixes() {
    let schema = serde_json::to_string(&super::super::schema()).unwrap_or_default();
    for field in ["format", "engine", "sha256", "verdict", "stances", "quote", "because", "attributed_to"] {
        assert!(schema.contains(&format!("\"{field}\"")), "{field}");
    }
}

fn arbitrary_stance() -> impl Strategy<Value = Stance> {
    prop::sample::select(Stance::ALL.to_vec())
}

/// Stances of up to 6 sources of up to 4 outlets on up to 3 claims.
fn case() -> impl Strategy<Value = (Vec<char>, Vec<Vec<Stance>>)> {
    (1..=3_usize, 0..=6_usize).prop_flat_map(|(claims, sources)| {
        let outlets = prop::collection::vec(prop::char::range('A', 'D'), sources);
        (outlets, prop::collection::vec(prop::collection::vec(arbitrary_stance(), claims), sources))
    })
}

fn report_of(outlets: &[char], stances: &[Vec<Stance>]) -> Report {
    let heads = (0..3).map(|n| Head { id: format!("c{n}"), ..Head::default() }).collect();
    let sources = outlets.iter().enumerate().map(|(n, outlet)| Metadata {
        outlet: outlet.to_string(),
        ..Source::of_text(&format!("s{n}"), "").metadata
    });
    let finding = |stance: &Stance| Finding { stance: *stance, ..silence() };
    let findings = stances.iter().map(|row| row.iter().map(finding).collect());
    assemble(heads, Vec::new(), fixture::examined(sources, findings), Vec::new())
}

/// The design's sentence, word for word: on which claims does `a` support what `b` contradicts, or both support?
fn expected_pair(report: &Report, a: &str, b: &str) -> (Vec<String>, Vec<String>) {
    let takes = |claim: &ReportClaim, outlet: &str, side: Stance| {
        claim
            .stances
            .iter()
            .any(|one| one.outlet == outlet && (one.stance == side || one.stance == Stance::Mixed))
    };
    let ids = |holds: &dyn Fn(&ReportClaim) -> bool| -> Vec<String> {
        report.claims.iter().filter(|claim| holds(claim)).map(|claim| claim.id.clone()).collect()
    };
    let (yes, no) = (Stance::Supports, Stance::Contradicts);
    let agree = ids(&|claim| a != b && takes(claim, a, yes) && takes(claim, b, yes));
    let contradict = ids(&|claim| {
        takes(claim, a, yes) && takes(claim, b, no) || takes(claim, b, yes) && takes(claim, a, no)
    });
    (agree, contradict)
}

proptest! {
    #[test]
    fn every_claim_has_an_entry_for_every_source((outlets, stances) in case()) {
        let report = report_of(&outlets, &stances);
        prop_assert_eq!(report.claims.len(), 3);
        for claim in &report.claims {
            prop_assert_eq!(claim.stances.len(), report.sources.len());
        }
        prop_assert_eq!(report.summary.verdicts.values().sum::<usize>(), report.claims.len());
    }

    #[test]
    fn outlet_pairs_are_as_the_design_says((outlets, stances) in case()) {
        let report = report_of(&outlets, &stances);
        let names: BTreeSet<String> = outlets.iter().map(char::to_string).collect();
        let mut expected = Vec::new();
        for a in &names {
            for b in names.range(a.clone()..) {
                let (agree, contradict) = expected_pair(&report, a, b);
                if !agree.is_empty() || !contradict.is_empty() {
                    expected.push((a.clone(), b.clone(), agree, contradict));
                }
            }
        }
        let found: Vec<_> = report
            .outlets
            .into_iter()
            .map(|pair| {
                let over = pair.contradict.into_iter().map(|one| one.claim).collect();
                (pair.a, pair.b, pair.agree, over)
            })
            .collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn the_order_of_sources_makes_no_difference((outlets, stances) in case()) {
        let forward = report_of(&outlets, &stances);
        let mut sources = forward.sources.clone();
        sources.reverse();
        let heads = (0..3).map(|n| Head { id: format!("c{n}"), ..Head::default() }).collect();
        let findings = stances.iter().rev();
        let findings =
            findings.map(|row| row.iter().map(|&stance| Finding { stance, ..silence() }).collect());
        prop_assert_eq!(assemble(heads, Vec::new(), fixture::examined(sources, findings), Vec::new()), forward);
    }
}
