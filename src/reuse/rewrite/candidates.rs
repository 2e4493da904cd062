//! Which articles are worth holding against each other: those that share rare combinations of words.
//!
//! An inverted index says which articles have a combination, and for each article those are counted that stand beside it
//! there: of the pairs never more is kept than the nearest of each article. Most combinations are in one article only and
//! never come into the index, so that it takes up less than the outlines do.

use std::cmp::Reverse;

use rayon::prelude::*;

use crate::reuse::fingerprint;
use crate::reuse::vocabulary::number;

use super::outline::{Outline, Told};

/// Of each sentence so many of its most telling words and values are combined, two by two. A sentence has some ten.
const COMBINED: usize = 8;
/// Two articles are held against each other that share so many combinations. Rewrites share dozens.
const SHARED: usize = 6;
/// Of up to so many articles that share a combination, each is held against each.
const MANY: usize = 32;
/// Of more, each is held against so many of those before and after it.
const NEIGHBOURS: usize = 8;
/// Each article is held against so many others, those with which it shares most. Of a story with more rewrites than that,
/// each has its nearest ones.
const NEAREST: usize = 16;

/// Of all combinations, so many bits' part is held at once before those are left out that one article alone has.
const SHARD_BITS: u32 = 2;

/// The pairs of articles that share enough, in order.
pub(super) fn find(outlines: &[Outline]) -> Vec<(u32, u32)> {
    let ranking = Ranking::new(outlines);
    let index = Inverted::new(outlines, &ranking);
    let mut pairs: Vec<(u32, u32)> = (0..outlines.len())
        .into_par_iter()
        .flat_map_iter(|one| index.nearest(number(one)))
        .map(|(one, other)| {
            let (one, other) = (ranking.source(one), ranking.source(other));
            (one.min(other), one.max(other))
        })
        .collect();
    pairs.par_sort_unstable();
    pairs.dedup();
    pairs
}

/// The articles in an order that does not depend on that in which they came, but for those that tell the same.
struct Ranking {
    by_content: Vec<u32>,
}

impl Ranking {
    fn new(outlines: &[Outline]) -> Self {
        let mut by_content: Vec<u32> = (0..outlines.len()).map(number).collect();
        by_content.sort_by_key(|&source| outlines.get(source as usize).map(|outline| outline.content));
        Self { by_content }
    }

    /// The number of the source with this rank.
    fn source(&self, rank: u32) -> u32 {
        self.by_content.get(rank as usize).copied().unwrap_or_default()
    }
}

/// Which articles, by rank, have each combination that several have.
struct Inverted {
    /// The articles that have the first combination, then those that have the second, and so on; each in order.
    articles: Vec<u32>,
    /// Where each combination ends in `articles`.
    ends: Vec<usize>,
    /// The combinations of the first article, of the second, and so on.
    combinations: Vec<u32>,
    /// Where each article ends in `combinations`.
    article_ends: Vec<usize>,
}

impl Inverted {
    fn new(outlines: &[Outline], ranking: &Ranking) -> Self {
        let (mut articles, mut ends, mut of_articles) = (Vec::new(), Vec::new(), Vec::new());
        for shard in 0..1 << SHARD_BITS {
            let entries = entries(outlines, ranking, shard);
            for group in entries.chunk_by(|&one, &other| unpack(one).0 == unpack(other).0) {
                if group.len() > 1 {
                    let combination = number(ends.len());
                    articles.extend(group.iter().map(|&entry| unpack(entry).1));
                    of_articles.extend(group.iter().map(|&entry| pack(unpack(entry).1, combination)));
                    ends.push(articles.len());
                }
            }
        }
        of_articles.par_sort_unstable();
        let up_to = |rank: usize| of_articles.partition_point(|&entry| unpack(entry).0 as usize <= rank);
        let article_ends = (0..outlines.len()).map(up_to).collect();
        let combinations = of_articles.into_iter().map(|entry| unpack(entry).1).collect();
        Self { articles, ends, combinations, article_ends }
    }

    /// The article `one` beside each of those with which it shares most, if it shares enough with them.
    fn nearest(&self, one: u32) -> impl Iterator<Item = (u32, u32)> {
        let combinations = stretch(&self.combinations, &self.article_ends, one);
        let mut others: Vec<u32> = Vec::new();
        for &combination in combinations {
            let articles = stretch(&self.articles, &self.ends, combination);
            let at = articles.partition_point(|&article| article < one);
            let near = if articles.len() > MANY { NEIGHBOURS } else { MANY };
            let beside = articles.get(at.saturating_sub(near)..articles.len().min(at + near + 1));
            others.extend(beside.unwrap_or_default().iter().filter(|&&other| other != one));
        }
        others.sort_unstable();
        let often = others.chunk_by(|one, other| one == other).filter(|same| same.len() >= SHARED);
        let mut counted: Vec<(Reverse<usize>, u32)> =
            often.filter_map(|same| Some((Reverse(same.len()), *same.first()?))).collect();
        counted.sort_unstable();
        counted.truncate(NEAREST);
        counted.into_iter().map(move |(_, other)| (one, other))
    }
}

/// The combinations of which the first bits are `shard`, each with the rank of an article that has it, in order.
fn entries(outlines: &[Outline], ranking: &Ranking, shard: u32) -> Vec<u64> {
    let of_article = |(rank, &source): (usize, &u32)| {
        let all = outlines.get(source as usize).map(combinations).unwrap_or_default();
        let of_shard = all.into_iter().filter(move |combination| combination >> (32 - SHARD_BITS) == shard);
        of_shard.map(move |combination| pack(combination, number(rank)))
    };
    let mut entries: Vec<u64> = ranking.by_content.par_iter().enumerate().flat_map_iter(of_article).collect();
    entries.par_sort_unstable();
    entries
}

/// What stands in `all` between the end before the one numbered `number` and that one.
fn stretch<'a>(all: &'a [u32], ends: &[usize], number: u32) -> &'a [u32] {
    let number = number as usize;
    let start = number.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or_default();
    let end = ends.get(number).copied().unwrap_or_default();
    all.get(start..end).unwrap_or_default()
}

/// Two numbers as one that sorts as they do.
fn pack(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

#[allow(clippy::cast_possible_truncation)]
const fn unpack(both: u64) -> (u32, u32) {
    ((both >> 32) as u32, both as u32)
}

/// What is combined in one sentence of the article, each combination once. It takes more than one to be held against
/// another article, so that 32 bits of a hash are enough.
fn combinations(outline: &Outline) -> Vec<u32> {
    let hashes: Vec<u64> = outline.words.iter().map(|(key, _)| fingerprint::of_word(key)).collect();
    let mut found = Vec::new();
    for told in &outline.sentences {
        let words = most_telling(outline, told);
        for (at, &one) in words.iter().enumerate() {
            // Words come in the order of their keys, so that a combination is the same in every article.
            let hash = |one: u32, other: u32| {
                fingerprint::mix(hashes[one as usize] ^ hashes[other as usize].rotate_left(1))
            };
            found.extend(words.iter().skip(at + 1).map(|&other| unpack(hash(one, other)).0));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn most_telling(outline: &Outline, told: &Told) -> Vec<u32> {
    let mut words = told.words.to_vec();
    let weight = |word: u32| outline.words.get(word as usize).weight();
    words.sort_by(|&a, &b| weight(b).total_cmp(&weight(a)).then(a.cmp(&b)));
    words.truncate(COMBINED);
    words.sort_unstable();
    words
}
