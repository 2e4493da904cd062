//! Changes, taken in any order, end in what is found today.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::*;
use crate::diagnostic::Input;

const SOURCES: [&str; 3] = ["a", "b", "c"];

fn source(id: &str, words: u8) -> KeptSource {
    let words = format!("{words:064}");
    KeptSource {
        id: id.to_owned(),
        outlet: format!("The {id}"),
        published: None,
        file: format!("{id}.txt"),
        sha256: words.clone(),
        words,
        pending: None,
    }
}

/// What each source says: a stance and a number that its words have.
type Cells = [Option<(Stance, u8)>; 3];

fn claim(id: usize, text: u8, cells: Cells) -> KeptClaim {
    let spoken = || SOURCES.iter().zip(cells).filter_map(|(source, cell)| Some((source, cell?)));
    let evidence = spoken().filter(|(_, (stance, _))| *stance != Stance::Silent);
    KeptClaim {
        id: format!("claim-{id}"),
        question: format!("What of {}?", id / 2),
        about: Vec::new(),
        compatible: false,
        claim: format!("it is {text}"),
        phrasings: Vec::new(),
        contradicts: Vec::new(),
        implies: Vec::new(),
        verdict: crate::verdict::decide(spoken().map(|(_, (stance, _))| stance), 1),
        origins: Some(usize::from(text % 3)),
        stances: spoken().map(|(source, (stance, _))| ((*source).to_owned(), stance)).collect(),
        evidence: evidence
            .map(|(source, (stance, number))| KeptEvidence {
                source: (*source).to_owned(),
                line: 1 + usize::from(number),
                stance,
                quote: format!("it is “{number}”"),
                because: "so it is".to_owned(),
            })
            .collect(),
        rulings: Vec::new(),
        pending: None,
    }
}

prop_compose! {
    fn snapshot()(
        engine in 0..2_u8,
        present in prop::array::uniform3(prop::bool::weighted(0.8)),
        words in prop::array::uniform3(0..3_u8),
        claims in prop::collection::btree_map(0..4_usize, (0..3_u8, prop::array::uniform3((prop::sample::select(Stance::ALL.to_vec()), 0..3_u8))), 0..4),
    ) -> Snapshot {
        let known = SOURCES.iter().zip(words).zip(present).enumerate();
        let sources = known.clone().filter(|(_, (_, present))| *present);
        // No two sources have the same words: one would be the other under another name.
        let sources = sources.map(|(at, ((id, words), _))| source(id, words * 3 + u8::try_from(at).unwrap())).collect();
        let cells = |cells: [(Stance, u8); 3]| {
            let mut at = 0..3;
            cells.map(|cell| present[at.next().unwrap()].then_some(cell))
        };
        Snapshot {
            format: FORMAT.to_owned(),
            engine: format!("0.{engine}"),
            threshold: 0.5,
            sources,
            claims: claims.into_iter().map(|(id, (text, found))| claim(id, text, cells(found))).collect(),
            declined: Vec::new(),
        }
    }
}

fn changes(was: &Snapshot, is: &Snapshot) -> Vec<Change> {
    compare(was, is, &Inspection::default()).units().map(|(change, _)| change).collect()
}

fn take(was: &Snapshot, is: &Snapshot, change: &Change) -> Snapshot {
    accept(was, is, &compare(was, is, &Inspection::default()), &|one| one == change)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_snapshot_is_read_as_it_was_written(snapshot in snapshot()) {
        let written = write(&snapshot);
        prop_assert_eq!(read(&Input::new("verdicts.snap.yaml", written)).unwrap(), snapshot);
    }

    #[test]
    fn nothing_is_different_from_itself(snapshot in snapshot()) {
        let comparison = compare(&snapshot, &snapshot, &Inspection::default());
        prop_assert!(comparison.changes.is_empty() && comparison.notes.is_empty());
    }

    #[test]
    fn all_taken_is_what_is_found(was in snapshot(), is in snapshot()) {
        let comparison = compare(&was, &is, &Inspection::default());
        prop_assert_eq!(accept(&was, &is, &comparison, &|_| true), is);
    }

    #[test]
    fn what_others_write_is_kept_as_it_is(id in any::<String>(), text in any::<String>(), stance in prop::sample::select(Stance::ALL.to_vec())) {
        let (id, text) = (take::line(&id), take::line(&text));
        let mut claim = claim(1, 1, [Some((stance, 1)), None, None]);
        claim.stances = [(id.clone(), stance)].into();
        claim.evidence.iter_mut().for_each(|one| {
            one.source.clone_from(&id);
            one.quote.clone_from(&text);
        });
        claim.claim = text;
        let snapshot = Snapshot {
            format: FORMAT.to_owned(),
            engine: "0.1.0".to_owned(),
            threshold: 0.5,
            sources: vec![KeptSource { id, ..source("a", 1) }],
            claims: vec![claim],
            declined: Vec::new(),
        };
        prop_assert_eq!(read(&Input::new("verdicts.snap.yaml", write(&snapshot))).unwrap(), snapshot);
    }

    #[test]
    fn what_is_left_keeps_its_reasons(was in snapshot(), is in snapshot(), order in any::<prop::sample::Index>()) {
        let causes = |was: &Snapshot| -> BTreeMap<Change, bool> {
            let comparison = compare(was, &is, &Inspection::default());
            let cells = comparison.changes.iter().flat_map(|change| {
                change.cells.iter().map(|cell| {
                    let unit = Change { claim: change.claim.clone(), source: Some(cell.source.clone()) };
                    (unit, !cell.causes.is_empty())
                })
            });
            cells.collect()
        };
        let left = changes(&was, &is);
        prop_assume!(!left.is_empty());
        let after = take(&was, &is, &left[order.index(left.len())]);
        let before = causes(&was);
        for (unit, known) in causes(&after) {
            prop_assert!(known || !before.get(&unit).copied().unwrap_or(false), "{unit:?} has no reason any more");
        }
    }

    #[test]
    fn one_by_one_in_any_order_ends_in_the_same(was in snapshot(), is in snapshot(), order in any::<prop::sample::Index>()) {
        let mut now = was;
        let mut left = changes(&now, &is);
        while !left.is_empty() {
            let taken = left.remove(order.index(left.len()));
            now = take(&now, &is, &taken);
            prop_assert_eq!(&changes(&now, &is), &left, "after {:?}", taken);
            prop_assert_eq!(&read(&Input::new("verdicts.snap.yaml", write(&now))).unwrap(), &now);
        }
        // Nothing that was found is left, and what else changed makes no difference.
        prop_assert!(compare(&now, &is, &Inspection::default()).changes.is_empty());
    }

    #[test]
    fn what_was_not_accepted_is_remembered_until_it_is_another(was in snapshot(), is in snapshot()) {
        let inspection = Inspection::default();
        let mut now = was;
        for change in changes(&now, &is) {
            now = decline(&now, &compare(&now, &is, &inspection), &change);
        }
        prop_assert!(compare(&now, &is, &inspection).units().all(|(_, reviewed)| reviewed));
        prop_assert_eq!(changes(&now, &is).len(), now.declined.len());
    }
}

#[test]
fn a_file_that_is_none_says_so_at_its_place() {
    let whole = write(&Snapshot {
        format: FORMAT.to_owned(),
        engine: "0.1.0".to_owned(),
        threshold: 0.5,
        sources: vec![source("a", 1)],
        claims: vec![claim(1, 1, [Some((Stance::Supports, 1)), None, None])],
        declined: Vec::new(),
    });
    let said = |text: String| read(&Input::new("verdicts.snap.yaml", text)).unwrap_err();
    let shown: Vec<String> = [
        whole.replace("crosscheck-snapshot/1", "crosscheck-snapshot/9"),
        whole.replace("a: supports", "a: suports"),
        whole.replace("claims:\n", "<<<<<<< HEAD\nclaims:\n"),
        whole.replace("  verdict:", "  verdikt:"),
        String::new(),
    ]
    .into_iter()
    .map(|text| crate::diagnostic::Diagnostics::from(*said(text)).to_string())
    .collect();
    insta::assert_snapshot!(shown.join("\n"));
}
