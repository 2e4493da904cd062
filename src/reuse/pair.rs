//! Two sources held against each other.

use rayon::prelude::*;

use super::candidates::Spread;
use super::index::Indexed;
use super::passages::{self, Run, Searched};
use super::standing::PassageStanding;
use super::{SharedPassage, SharedText};

/// What the two of each pair share, ordered by their numbers; pairs that share nothing are left out.
pub(super) fn compare(mut pairs: Vec<(u32, u32)>, sources: &[Indexed], spread: &Spread) -> Vec<SharedText> {
    // Which of the two is searched must not depend on which came first, or they might share other passages if they had
    // come the other way around. What is searched is read once for all that are looked for in it.
    pairs.par_iter_mut().for_each(|pair| *pair = searched_first(*pair, sources));
    pairs.par_sort_unstable();
    let by_first: Vec<_> = pairs.chunk_by(|one, next| one.0 == next.0).collect();
    let of_first = |pairs: &&[(u32, u32)]| -> Vec<SharedText> {
        let Some(&(first, _)) = pairs.first() else { return Vec::new() };
        let Some(searched) = sources.get(first as usize).map(|source| Searched::new(&source.words)) else {
            return Vec::new();
        };
        pairs.iter().filter_map(|&pair| shared(&searched, pair, sources, spread)).collect()
    };
    let mut found: Vec<SharedText> = by_first.par_iter().flat_map_iter(of_first).collect();
    found.par_sort_unstable_by_key(|shared| (shared.a, shared.b));
    found
}

/// The pair with the shorter of the two first.
fn searched_first((a, b): (u32, u32), sources: &[Indexed]) -> (u32, u32) {
    let rank = |number: u32| sources.get(number as usize).map(|source| (source.words.len(), source.content));
    if rank(a) <= rank(b) { (a, b) } else { (b, a) }
}

fn shared(
    searched: &Searched<'_>,
    (first, second): (u32, u32),
    sources: &[Indexed],
    spread: &Spread,
) -> Option<SharedText> {
    let runs = searched.shared_with(&sources.get(second as usize)?.words);
    let turned = |run: Run| Run { a: run.b, b: run.a, ..run };
    let (a, b) = (first.min(second), first.max(second));
    let mut runs = if a == first { runs } else { runs.into_iter().map(turned).collect() };
    runs.sort_unstable();
    let (one, other) = (sources.get(a as usize)?, sources.get(b as usize)?);
    let mut passages = Vec::new();
    for run in runs {
        let standings = one.standings.from(run.a).zip(other.standings.from(run.b)).take(run.words);
        let standings: Vec<PassageStanding> = standings.map(|(one, other)| one.of_both(other)).collect();
        passages.extend(passages::parts(&standings).into_iter().map(|part| {
            let (in_a, in_b) = (run.a + part.start, run.b + part.start);
            SharedPassage {
                a: one.places.cover(in_a, part.words),
                b: other.places.cover(in_b, part.words),
                words: part.words,
                own_words: part.own,
                standing: part.standing,
                carriers: spread.carriers(a, in_a, part.words).min(spread.carriers(b, in_b, part.words)),
            }
        }));
    }
    // There may be millions of these.
    passages.shrink_to_fit();
    let own = [one.standings.own(), other.standings.own()];
    (!passages.is_empty()).then(|| SharedText::new(a as usize, b as usize, passages, own))
}

/// The passage that two sources with the same words share: all of them.
pub(super) fn whole(one: &Indexed, other: &Indexed) -> SharedPassage {
    let words = one.words.len();
    SharedPassage {
        a: one.places.cover(0, words),
        b: other.places.cover(0, words),
        words,
        own_words: one.standings.own().min(other.standings.own()),
        standing: PassageStanding::Text,
        carriers: 2,
    }
}
