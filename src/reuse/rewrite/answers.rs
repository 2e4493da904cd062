//! Which words of one article answer which of another.

use rustc_hash::FxHashMap;

use crate::english;
use crate::reuse::vocabulary::number;

use super::outline::Outline;
use super::words::Word;

/// What a word counts for where the other article has a related one ("burst", "broke").
const RELATED: f64 = 0.5;
/// A word that stands in more sentences than this tells none of them from the others.
const OFTEN: u32 = 32;

/// For each word of one article, how much it weighs between the two, and what answers it in the other.
pub(super) struct Answers {
    words: Vec<Answer>,
}

#[derive(Clone, Default)]
pub(super) struct Answer {
    /// How telling it is in English, through the number of sentences that have it in that article which has it
    /// oftener.
    pub(super) weight: f64,
    /// Words of the other article, and how well each answers it, from 0 to 1.
    pub(super) by: Vec<(u32, f64)>,
}

impl Answers {
    /// How `b` answers `a`, and `a` answers `b`.
    pub(super) fn between(a: &Outline, b: &Outline) -> [Self; 2] {
        let mut both = [Self::weighed(a, b), Self::weighed(b, a)];
        // A word has some twenty related ones, of which few stand in the other article.
        let [in_a, in_b] = [a, b].map(places);
        for (i, (key, _)) in a.words.iter().enumerate() {
            if let Some(&j) = in_b.get(key) {
                join(&mut both, i, j, 1.0);
            }
            for (_, other) in english::related(key) {
                in_b.get(other).into_iter().for_each(|&j| join(&mut both, i, j, RELATED));
            }
        }
        // The table has some pairs under one of the two only.
        for (j, (key, _)) in b.words.iter().enumerate() {
            for (_, other) in english::related(key) {
                in_a.get(other).into_iter().for_each(|&i| join(&mut both, i, j, RELATED));
            }
        }
        both
    }

    fn weighed(own: &Outline, other: &Outline) -> Self {
        let weigh = |(key, word): (&str, &Word)| {
            let there = other.words.place(key).map_or(0, |at| other.words.get(at).sentences);
            let often = word.sentences.max(there).max(1);
            if often > OFTEN { 0.0 } else { word.weight() / f64::from(often) }
        };
        Self { words: own.words.iter().map(|word| Answer { weight: weigh(word), by: Vec::new() }).collect() }
    }

    /// The words of a sentence that tell anything between the two.
    pub(super) fn of<'a>(&'a self, words: &'a [u32]) -> impl Iterator<Item = &'a Answer> {
        words.iter().filter_map(|&word| self.words.get(word as usize)).filter(|answer| answer.weight > 0.0)
    }
}

/// Where each word stands.
fn places(outline: &Outline) -> FxHashMap<&str, usize> {
    outline.words.iter().enumerate().map(|(place, (key, _))| (key, place)).collect()
}

fn join(both: &mut [Answers; 2], a: usize, b: usize, how_well: f64) {
    let [of_a, of_b] = both;
    let (Some(one), Some(other)) = (of_a.words.get_mut(a), of_b.words.get_mut(b)) else { return };
    if one.weight > 0.0 && other.weight > 0.0 {
        one.by.push((number(b), how_well));
        other.by.push((number(a), how_well));
    }
}
