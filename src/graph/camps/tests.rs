//! Camps of known graphs, and both ways of finding them beside each other.

use proptest::prelude::*;

use super::*;

fn ties(list: &[(usize, usize, i64)]) -> Attraction {
    list.iter().map(|&(a, b, sum)| ((a.min(b), a.max(b)), sum)).collect()
}

/// A tie of a graph: two outlets and what is between them.
type Tie = (usize, usize, i64);

/// What it shows, how many outlets there are, their ties, and the camps.
type Row<'a> = (&'a str, usize, &'a [Tie], &'a [&'a [usize]]);

#[test]
fn camps_of_known_graphs() {
    let table: [Row<'_>; 7] = [
        ("nobody", 0, &[], &[]),
        ("no ties", 3, &[], &[]),
        ("two against one", 3, &[(0, 1, 2), (0, 2, -1), (1, 2, -1)], &[&[0, 1], &[2]]),
        ("all agree", 3, &[(0, 1, 1), (1, 2, 1), (0, 2, 1)], &[&[0, 1, 2]]),
        ("each against each", 3, &[(0, 1, -1), (1, 2, -1), (0, 2, -1)], &[&[0], &[1], &[2]]),
        ("as much for as against", 2, &[(0, 1, 0)], &[&[0], &[1]]),
        (
            "two groups, one tie that does not fit",
            7,
            &[(0, 1, 3), (1, 2, 3), (0, 2, -1), (2, 3, -2), (0, 3, -2), (5, 6, 1)],
            &[&[0, 1, 2], &[3], &[5, 6]],
        ),
    ];
    for (name, count, list, expected) in table {
        assert_eq!(camps(count, &ties(list)), expected, "{name}");
    }
}

#[test]
fn two_camps_of_many_outlets_are_found() {
    let side = |at: usize| at % 2;
    let mut all = Attraction::new();
    for a in 0..60 {
        for b in a + 1..60 {
            all.insert((a, b), if side(a) == side(b) { 1 } else { -1 });
        }
    }
    let found = camps(60, &all);
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|camp| camp.iter().all(|&at| side(at) == side(camp[0]))));
}

fn worth(partition: &[Vec<usize>], ties: &Attraction) -> i64 {
    let together = |a: &usize, b: &usize| partition.iter().any(|camp| camp.contains(a) && camp.contains(b));
    ties.iter().filter(|((a, b), _)| together(a, b)).map(|(_, sum)| sum).sum()
}

proptest! {
    #[test]
    fn both_ways_give_partitions_and_moving_is_never_better_than_the_best(
        list in prop::collection::vec((0..9_usize, 0..9_usize, -3..4_i64), 0..24)
    ) {
        let all = ties(&list.into_iter().filter(|(a, b, _)| a != b).collect::<Vec<_>>());
        for group in groups(9, all.keys().copied()) {
            let (best, good) = (best_of(&group, &all), moved(&group, &all));
            for partition in [&best, &good] {
                let mut outlets: Vec<usize> = partition.iter().flatten().copied().collect();
                outlets.sort_unstable();
                prop_assert_eq!(&outlets, &group);
            }
            prop_assert!(worth(&best, &all) >= worth(&good, &all));
            prop_assert!(worth(&good, &all) >= 0);
        }
    }
}
