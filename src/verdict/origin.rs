//! Where support comes from.
//!
//! Two newspapers that print the same agency copy are two outlets and one origin. Until evidence is traced
//! further (who cites whom, which speaker it rests on), two rules decide, both in [`origins`]:
//!
//! - an outlet is one origin, however many of its texts support the claim;
//! - outlets that carry the same words are one origin: the same quote, or a shorter one that stands whole
//!   within a longer.
//!
//! Both relations are symmetric, and an origin is a class of their transitive closure; so the order of the
//! sources makes no difference, and a copy of what is there already never adds an origin.

use std::collections::BTreeMap;

use petgraph::unionfind::UnionFind;

use crate::text;

/// How many words a quote needs before its standing within a longer one says that one was copied from the
/// other. Shorter ones ("he was killed in 2021") recur by chance; runs of eight words all but never do, which is
/// why text-reuse detection works with n-grams of about that length. The *same* quote counts at any length.
const COPIED_WORDS: usize = 8;

/// One source's support for a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Support<'a> {
    /// The source's outlet.
    pub outlet: &'a str,
    /// Its supporting quotes.
    pub quotes: Vec<&'a str>,
}

/// The origins of `supports`: each a group of indices into it, in order of their first members.
///
/// ```
/// use crosscheck::verdict::{Support, origins};
///
/// let supports = [
///     Support { outlet: "Sky News", quotes: vec!["Ali’s case was exited “too quickly”."] },
///     Support { outlet: "Daily Express", quotes: vec!["Ali's case was exited \"too quickly\""] },
///     Support { outlet: "The Guardian", quotes: vec!["The case was closed too soon."] },
/// ];
/// assert_eq!(origins(&supports), [vec![0, 1], vec![2]]);
/// ```
#[must_use]
pub fn origins(supports: &[Support<'_>]) -> Vec<Vec<usize>> {
    let mut classes = UnionFind::<usize>::new(supports.len());
    let mut first_of_outlet = BTreeMap::new();
    for (index, support) in supports.iter().enumerate() {
        classes.union(index, *first_of_outlet.entry(support.outlet).or_insert(index));
    }
    let quotes: Vec<Quote> = supports
        .iter()
        .enumerate()
        .flat_map(|(index, support)| support.quotes.iter().map(move |quote| (index, words(quote))))
        .filter(|(_, words)| !words.is_empty())
        .map(|(support, words)| Quote { support, words })
        .collect();
    join_same(&quotes, &mut classes);
    join_contained(&quotes, &mut classes);
    groups(&classes.into_labeling())
}

struct Quote {
    support: usize,
    words: Vec<String>,
}

fn join_same(quotes: &[Quote], classes: &mut UnionFind<usize>) {
    let mut first_with = BTreeMap::new();
    for quote in quotes {
        classes.union(quote.support, *first_with.entry(&quote.words).or_insert(quote.support));
    }
}

/// Joins each quote with those it stands in whole. Only quotes that share its first [`COPIED_WORDS`] words can
/// hold it, so only these are looked at.
fn join_contained(quotes: &[Quote], classes: &mut UnionFind<usize>) {
    let mut holders: BTreeMap<&[String], Vec<&Quote>> = BTreeMap::new();
    for quote in quotes {
        for run in quote.words.windows(COPIED_WORDS) {
            holders.entry(run).or_default().push(quote);
        }
    }
    for quote in quotes {
        let Some(opening) = quote.words.get(..COPIED_WORDS) else { continue };
        for holder in holders.get(opening).into_iter().flatten() {
            if holder.words.windows(quote.words.len()).any(|run| run == quote.words) {
                classes.union(quote.support, holder.support);
            }
        }
    }
}

fn groups(labels: &[usize]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut group_of = BTreeMap::new();
    for (index, label) in labels.iter().enumerate() {
        let group = *group_of.entry(label).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(group) {
            group.push(index);
        }
    }
    groups
}

/// The words of a quote as they are compared with another's: folded, without punctuation and white space;
/// currency and percent signs stay, for "£5m" and "$5m" are not the same words.
#[must_use]
pub fn words(quote: &str) -> Vec<String> {
    text::fold(quote)
        .split(|c: char| !c.is_alphanumeric() && !matches!(c, '£' | '$' | '€' | '¥' | '%'))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    type Supports<'a> = &'a [(&'a str, &'a [&'a str])];

    fn count(supports: Supports<'_>) -> usize {
        let supports: Vec<Support<'_>> =
            supports.iter().map(|&(outlet, quotes)| Support { outlet, quotes: quotes.to_vec() }).collect();
        origins(&supports).len()
    }

    #[test]
    fn origins_of_known_cases() {
        let long = "Only one session took place, over a coffee at a McDonald’s in Croydon, the report says.";
        let table: [(&str, Supports<'_>, usize); 9] = [
            ("no support", &[], 0),
            ("one outlet, two texts", &[("A", &["one"]), ("A", &["two"])], 1),
            ("two outlets", &[("A", &["It was one."]), ("B", &["There was one."])], 2),
            ("curly and straight quotes", &[("A", &["“It’s one”"]), ("B", &["\"It's\u{a0}\n one\""])], 1),
            ("currencies differ", &[("A", &["it cost £5m"]), ("B", &["it cost $5m"])], 2),
            (
                "a longer quote holds a shorter",
                &[("A", &[long]), ("B", &["over a coffee at a McDonald's in Croydon"])],
                1,
            ),
            ("too short to tell", &[("A", &[long]), ("B", &["only one session"])], 2),
            ("transitive", &[("A", &["x y"]), ("B", &["x y", "p q"]), ("C", &["p q"])], 1),
            ("no words are not the same words", &[("A", &["…"]), ("B", &["!"])], 2),
        ];
        for (name, supports, expected) in table {
            assert_eq!(count(supports), expected, "{name}");
        }
    }

    fn supports() -> impl Strategy<Value = Vec<(String, Vec<String>)>> {
        let quote = prop_oneof![
            "[a-c]{1,2}( [a-c]{1,2}){0,3}",
            "[ab]( [ab]){7,12}",
            Just("“one instead of two”".to_owned()),
            Just("one  instead of\u{a0}two".to_owned()),
        ];
        prop::collection::vec(("[A-E]", prop::collection::vec(quote, 0..3)), 0..8)
    }

    fn borrow(supports: &[(String, Vec<String>)]) -> Vec<Support<'_>> {
        supports
            .iter()
            .map(|(outlet, quotes)| Support { outlet, quotes: quotes.iter().map(String::as_str).collect() })
            .collect()
    }

    proptest! {
        #[test]
        fn order_makes_no_difference(
            (plain, shuffled) in supports().prop_flat_map(|s| {
                let indices: Vec<usize> = (0..s.len()).collect();
                (Just(s), Just(indices).prop_shuffle())
            })
        ) {
            let moved: Vec<_> = shuffled.iter().map(|&i| plain[i].clone()).collect();
            let mut expected = origins(&borrow(&plain));
            let mut found: Vec<Vec<usize>> = origins(&borrow(&moved))
                .into_iter()
                .map(|group| group.into_iter().map(|i| shuffled[i]).collect())
                .collect();
            for group in &mut found { group.sort_unstable(); }
            found.sort();
            expected.sort();
            prop_assert_eq!(found, expected);
        }

        #[test]
        fn a_copy_adds_no_origin(mut supports in supports(), which in any::<prop::sample::Index>()) {
            prop_assume!(!supports.is_empty());
            let before = origins(&borrow(&supports)).len();
            let (_, quotes) = which.get(&supports).clone();
            prop_assume!(!quotes.is_empty());
            supports.push(("a new outlet".to_owned(), quotes));
            prop_assert_eq!(origins(&borrow(&supports)).len(), before);
        }

        #[test]
        fn there_are_never_more_origins_than_outlets(supports in supports()) {
            let outlets: std::collections::BTreeSet<_> = supports.iter().map(|(outlet, _)| outlet).collect();
            let groups = origins(&borrow(&supports));
            prop_assert!(groups.len() <= outlets.len());
            prop_assert_eq!(groups.iter().map(Vec::len).sum::<usize>(), supports.len());
        }
    }
}
