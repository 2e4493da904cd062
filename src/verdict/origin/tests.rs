//! What is one origin, and what holds of origins whatever the testimony is.

use proptest::prelude::*;

use super::*;

type Said<'a> = (&'a str, &'a [&'a str], &'a [usize]);

fn count(said: &[Said<'_>], copied: &[(usize, usize)]) -> usize {
    let one = |&(outlet, quotes, speakers): &Said<'_>| {
        let said: Owned = (outlet.into(), owned(quotes), speakers.iter().copied().collect());
        said
    };
    let said: Vec<Owned> = said.iter().map(one).collect();
    origins(&borrow(&said), copied).len()
}

fn owned(quotes: &[&str]) -> Vec<String> {
    quotes.iter().map(|quote| (*quote).to_owned()).collect()
}

#[test]
fn origins_of_known_cases() {
    let long = "Only one session took place, over a coffee at a McDonald’s in Croydon, the report says.";
    let table: [(&str, &[Said<'_>], usize); 13] = [
        ("no testimony", &[], 0),
        ("one outlet, two texts", &[("A", &["one"], &[]), ("A", &["two"], &[])], 1),
        ("two outlets", &[("A", &["It was one."], &[]), ("B", &["There was one."], &[])], 2),
        (
            "curly and straight quotes",
            &[
                ("A", &["“It’s one session”, the minister told MPs"], &[]),
                ("B", &["\"It's\u{a0}\n one session\", the minister told MPs"], &[]),
            ],
            1,
        ),
        (
            "currencies differ",
            &[
                ("A", &["The new town hall roof cost £5m"], &[]),
                ("B", &["The new town hall roof cost $5m"], &[]),
            ],
            2,
        ),
        (
            "a longer quote holds a shorter",
            &[
                ("A", &[long], &[]),
                ("B", &["one session took place, over a coffee at a McDonald's in Croydon"], &[]),
            ],
            1,
        ),
        ("too short to tell", &[("A", &[long], &[]), ("B", &["only one session"], &[])], 2),
        (
            "a stock phrase is no copy",
            &[
                ("A", &["An investigation is under way."], &[]),
                ("B", &["An investigation is under way."], &[]),
            ],
            2,
        ),
        ("no words are not the same words", &[("A", &["…"], &[]), ("B", &["!"], &[])], 2),
        ("one speaker", &[("A", &["x"], &[7]), ("B", &["y"], &[7])], 1),
        ("two speakers", &[("A", &["x"], &[7]), ("B", &["y"], &[8])], 2),
        ("some of it is the same speaker's", &[("A", &["x"], &[7, 8]), ("B", &["y"], &[8])], 1),
        ("transitive", &[("A", &["x"], &[1]), ("B", &["y"], &[1, 2]), ("C", &["z"], &[2])], 1),
    ];
    for (name, said, expected) in table {
        assert_eq!(count(said, &[]), expected, "{name}");
    }
    let four: [Said<'_>; 4] = [("A", &[], &[]), ("B", &[], &[]), ("C", &[], &[]), ("D", &[], &[])];
    assert_eq!(count(&four, &[(0, 2), (2, 3), (3, 9)]), 2, "copied text, and a pair that is not there");
}

#[test]
fn an_origin_says_what_makes_it_one() {
    let said = |outlet, speaker| Testimony {
        outlet,
        quotes: vec!["He said so."],
        speakers: std::iter::once(speaker).collect(),
        ..Testimony::default()
    };
    let testimony = [said("A", 3), said("B", 3), said("B", 4), said("C", 5)];
    let found = origins(&testimony, &[]);
    let expected = [
        Origin {
            testimony: vec![0, 1, 2],
            ties: BTreeSet::from([Tie::SameOutlet, Tie::SameSpeaker]),
            speakers: BTreeSet::from([3]),
        },
        Origin { testimony: vec![3], ties: BTreeSet::new(), speakers: BTreeSet::new() },
    ];
    assert_eq!(found, expected);
}

#[test]
fn who_credits_the_same_agency_or_the_other_has_its_words() {
    let said = |outlet, credits: &[&'static str]| Testimony {
        outlet,
        quotes: vec!["He said so."],
        credits: credits.iter().copied().collect(),
        ..Testimony::default()
    };
    let testimony = [
        said("A", &["ap", "a"]),
        said("B", &["ap", "b"]),
        said("C", &["c"]),
        said("D", &["d", "c"]),
        said("E", &["e"]),
    ];
    let found: Vec<_> =
        origins(&testimony, &[]).into_iter().map(|origin| (origin.testimony, origin.ties)).collect();
    let credit = BTreeSet::from([Tie::SameCredit]);
    assert_eq!(found, [(vec![0, 1], credit.clone()), (vec![2, 3], credit), (vec![4], BTreeSet::new())]);
}

type Owned = (String, Vec<String>, BTreeSet<usize>);

fn testimony() -> impl Strategy<Value = Vec<Owned>> {
    let quote = prop_oneof![
        "[a-c]{3,4}( [a-c]{3,4}){0,6}",
        "(abc|bca)( (abc|bca)){7,12}",
        Just("“one abc bca cab aab instead of two”".to_owned()),
        Just("one  abc bca cab aab instead of\u{a0}two".to_owned()),
    ];
    let speakers = prop::collection::btree_set(0..6_usize, 0..2);
    prop::collection::vec(("[A-E]", prop::collection::vec(quote, 0..3), speakers), 0..8)
}

/// Testimony with pairs of it that were copied.
fn copied() -> impl Strategy<Value = (Vec<Owned>, Vec<(usize, usize)>)> {
    testimony().prop_flat_map(|said| {
        let count = said.len().max(1);
        (Just(said), prop::collection::vec((0..count, 0..count), 0..4))
    })
}

fn borrow(said: &[Owned]) -> Vec<Testimony<'_>> {
    said.iter()
        .map(|(outlet, quotes, speakers)| Testimony {
            outlet,
            quotes: quotes.iter().map(String::as_str).collect(),
            speakers: speakers.clone(),
            ..Testimony::default()
        })
        .collect()
}

proptest! {
    #[test]
    fn order_makes_no_difference(
        ((said, copied), shuffled) in copied().prop_flat_map(|(said, copied)| {
            let indices: Vec<usize> = (0..said.len()).collect();
            (Just((said, copied)), Just(indices).prop_shuffle())
        })
    ) {
        let moved: Vec<_> = shuffled.iter().map(|&i| said[i].clone()).collect();
        let place = |old: usize| shuffled.iter().position(|&i| i == old);
        let pairs: Vec<_> = copied.iter().rev().filter_map(|&(a, b)| Some((place(b)?, place(a)?))).collect();
        let mut expected = origins(&borrow(&said), &copied);
        let mut found = origins(&borrow(&moved), &pairs);
        for origin in &mut found {
            for index in &mut origin.testimony { *index = shuffled[*index]; }
            origin.testimony.sort_unstable();
        }
        found.sort_by(|a, b| a.testimony.cmp(&b.testimony));
        expected.sort_by(|a, b| a.testimony.cmp(&b.testimony));
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn what_is_tied_is_in_one_origin_and_every_testimony_in_just_one((said, copied) in copied()) {
        let found = origins(&borrow(&said), &copied);
        let mut all: Vec<usize> = found.iter().flat_map(|origin| origin.testimony.clone()).collect();
        all.sort_unstable();
        prop_assert_eq!(all, (0..said.len()).collect::<Vec<_>>());
        let of = |index: usize| found.iter().position(|origin| origin.testimony.contains(&index));
        for (a, one) in said.iter().enumerate() {
            for (b, other) in said.iter().enumerate() {
                let tied = one.0 == other.0 || !one.2.is_disjoint(&other.2) || copied.contains(&(a, b));
                prop_assert!(!tied || of(a) == of(b), "{} {}", a, b);
            }
        }
        for origin in &found {
            prop_assert_eq!(origin.testimony.len() > 1, !origin.ties.is_empty());
            prop_assert_eq!(origin.ties.contains(&Tie::SameSpeaker), !origin.speakers.is_empty());
        }
    }

    #[test]
    fn a_copy_adds_no_origin((mut said, mut copied) in copied(), which in any::<prop::sample::Index>()) {
        prop_assume!(!said.is_empty());
        let before = origins(&borrow(&said), &copied).len();
        let of = which.index(said.len());
        let (_, quotes, speakers) = said[of].clone();
        said.push(("a new outlet".to_owned(), quotes, speakers));
        copied.push((said.len() - 1, of));
        prop_assert_eq!(origins(&borrow(&said), &copied).len(), before);
    }

    #[test]
    fn a_reprint_in_the_same_telling_words_needs_no_pair(mut said in testimony(), which in any::<prop::sample::Index>()) {
        prop_assume!(!said.is_empty());
        let (_, quotes, speakers) = which.get(&said).clone();
        prop_assume!(!speakers.is_empty() || quotes.iter().any(|quote| is_telling(&words(quote))));
        let before = origins(&borrow(&said), &[]).len();
        said.push(("a new outlet".to_owned(), quotes, speakers));
        prop_assert_eq!(origins(&borrow(&said), &[]).len(), before);
    }

    #[test]
    fn there_are_never_more_origins_than_outlets((said, copied) in copied()) {
        let outlets: BTreeSet<_> = said.iter().map(|(outlet, ..)| outlet).collect();
        prop_assert!(origins(&borrow(&said), &copied).len() <= outlets.len());
    }
}
