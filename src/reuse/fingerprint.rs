//! Fingerprints: a few of a text's runs of words, chosen so that two texts that share a passage share one of them.
//!
//! Winnowing, after S. Schleimer, D. Wilkerson and A. Aiken, "Winnowing: Local Algorithms for Document
//! Fingerprinting", SIGMOD 2003. Every run of [`RUN`] words is hashed, and of every [`WINDOW`] runs in a row the one
//! with the least hash is kept. A passage of `RUN + WINDOW - 1` words holds a whole window of runs, and what is least
//! among them depends on nothing but the passage; so both texts keep it. Shorter passages are found by luck, those
//! shorter than [`RUN`] words never.
//!
//! - [`RUN`] is 12. Runs of eight words all but never recur by chance *in two given texts*, but of 100,000 articles
//!   many say "the two sides have been at war for more than", and each such phrase would have pairs compared that share
//!   nothing else.
//! - [`WINDOW`] is 9, so that 20 words are enough: fewer than the 30 that are called for, and exactly as many as it
//!   takes to say that [part of a text](super::Kind::Part) is carried. Of the runs, 2 in `WINDOW + 1` are kept, a fifth:
//!   an article of 5 KB has some 170 fingerprints of 16 bytes, half of its own size and less than its words take up in
//!   the [index](super::Index). A window of 19 would still find 30 words and halve that; it would save a sixth of
//!   the whole.

/// How many words in a row make one fingerprint.
pub(super) const RUN: usize = 12;
/// Of how many runs in a row one is kept at least.
const WINDOW: usize = 9;
/// The passages that are always found have this many words or more.
pub const ALWAYS_FOUND: usize = RUN + WINDOW - 1;

/// A hash of `word` that is the same on every machine and in every version: 64-bit FNV-1a (G. Fowler, L. C. Noll and
/// K.-P. Vo, 1991), its bits mixed.
pub(super) fn of_word(word: &str) -> u64 {
    let hash = word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    mix(hash)
}

/// Spreads each bit of `x` over all others, one to one: the last step of SplitMix64 (G. L. Steele, D. Lea and C. H.
/// Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014).
pub(super) fn mix(x: u64) -> u64 {
    let x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// The hash of every `length` items in a row, each made of the one before (R. M. Karp and M. O. Rabin, 1987): a
/// polynomial over the items' own hashes, modulo 2^64. Equal runs have equal hashes; the converse is only likely, and
/// whoever needs it looks at the items themselves.
pub(super) fn of_runs(items: &[u64], length: usize) -> Vec<u64> {
    const BASE: u64 = 0x9e37_79b9_7f4a_7c15;
    if length == 0 || items.len() < length {
        return Vec::new();
    }
    let add = |hash: u64, item: u64| hash.wrapping_mul(BASE).wrapping_add(item);
    let highest = (1..length).fold(1, |power: u64, _| power.wrapping_mul(BASE));
    let (first, rest) = items.split_at(length);
    let mut hash = first.iter().copied().fold(0, add);
    let mut hashes = Vec::with_capacity(items.len() - length + 1);
    hashes.push(mix(hash));
    for (leaving, coming) in items.iter().zip(rest) {
        hash = add(hash.wrapping_sub(leaving.wrapping_mul(highest)), *coming);
        hashes.push(mix(hash));
    }
    hashes
}

/// The fingerprints of a text whose words have the hashes `words`: each with the number of its first word, in order.
/// A text with fewer runs than a window has one.
pub(super) fn of_text(words: &[u64]) -> Vec<(u64, usize)> {
    let runs = of_runs(words, RUN);
    let mut kept: Vec<(u64, usize)> = Vec::with_capacity(2 * runs.len() / (WINDOW + 1) + 1);
    for end in WINDOW.min(runs.len())..=runs.len() {
        let window = end.saturating_sub(WINDOW)..end;
        let still = kept.last().copied().filter(|(_, at)| window.contains(at));
        let least = match still {
            // Only the newest run can be less than what was the least of the others.
            Some(least) => runs.get(end - 1).map(|&hash| least.min((hash, end - 1))),
            None => window.filter_map(|at| Some((*runs.get(at)?, at))).min(),
        };
        if let Some(least) = least.filter(|&least| still != Some(least)) {
            kept.push(least);
        }
    }
    kept
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn hashes_are_the_same_everywhere() {
        assert_eq!(of_word("prevent"), 11_026_203_755_688_836_807);
        assert_eq!(of_runs(&[1, 2, 3], 3), of_runs(&[9, 1, 2, 3], 3)[1..]);
        assert_ne!(of_runs(&[1, 2, 3], 3), of_runs(&[2, 1, 3], 3));
    }

    #[test]
    fn short_texts_have_one_fingerprint_or_none() {
        let words: Vec<u64> = (0..40).map(mix).collect();
        for (count, expected) in [(0, 0), (11, 0), (12, 1), (13, 1), (20, 1)] {
            assert_eq!(of_text(&words[..count]).len(), expected, "{count}");
        }
    }

    #[test]
    fn a_fifth_of_the_runs_is_kept() {
        let words: Vec<u64> = (0..100_000).map(mix).collect();
        let kept = of_text(&words).len();
        assert!((19_500..20_500).contains(&kept), "{kept}");
    }

    proptest! {
        #[test]
        fn runs_hash_as_they_would_alone(items in prop::collection::vec(0..4_u64, 0..40), length in 1..6_usize) {
            let alone: Vec<u64> =
                items.windows(length).map(|run| of_runs(run, length)[0]).collect();
            prop_assert_eq!(of_runs(&items, length), alone);
        }

        #[test]
        fn every_window_keeps_its_least(words in prop::collection::vec(0..3_u64, 20..80)) {
            let runs = of_runs(&words, RUN);
            let kept = of_text(&words);
            for (start, window) in runs.windows(WINDOW).enumerate() {
                let least = window.iter().min().unwrap();
                let inside = start..start + WINDOW;
                prop_assert!(kept.iter().any(|(hash, at)| hash == least && inside.contains(at)));
            }
        }
    }
}
