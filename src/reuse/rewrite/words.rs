//! The telling words of an article.

use std::collections::BTreeMap;

use crate::reuse::vocabulary::number;

/// What the key of a value begins with. No stem does.
pub(super) const FIGURE: char = '#';

/// The telling words and values of an article, in the order of their keys: some twenty bytes each.
#[derive(Debug, Clone, Default)]
pub(super) struct Words {
    /// All keys, one after another. A key is the word's stem; of a value, its number.
    letters: Box<str>,
    words: Box<[Word]>,
}

/// What is kept of a word beside its key.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Word {
    /// Where its key ends.
    end: u32,
    weight: f32,
    /// In how many sentences it stands.
    pub(super) sentences: u32,
}

impl Word {
    /// How telling it is in English.
    pub(super) fn weight(&self) -> f64 {
        f64::from(self.weight)
    }

    /// Counts a sentence in which it weighs so much.
    #[allow(clippy::cast_possible_truncation)]
    pub(super) fn weigh(&mut self, weight: f64, is_new: bool) {
        self.weight = self.weight.max(weight as f32);
        self.sentences += u32::from(is_new);
    }
}

impl Words {
    pub(super) fn new(words: BTreeMap<String, Word>) -> Self {
        let mut letters = String::new();
        let mut kept = Vec::with_capacity(words.len());
        for (key, word) in words {
            letters.push_str(&key);
            kept.push(Word { end: number(letters.len()), ..word });
        }
        Self { letters: letters.into(), words: kept.into() }
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// Every word with its key.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &Word)> {
        self.words.iter().enumerate().map(|(place, word)| (self.key(place), word))
    }

    /// The word at `place`; one that weighs nothing where there is none.
    pub(super) fn get(&self, place: usize) -> Word {
        self.words.get(place).copied().unwrap_or_default()
    }

    /// The place of the word with this key.
    pub(super) fn place(&self, key: &str) -> Option<usize> {
        let (mut from, mut to) = (0, self.words.len());
        while from < to {
            let middle = usize::midpoint(from, to);
            match self.key(middle).cmp(key) {
                std::cmp::Ordering::Less => from = middle + 1,
                std::cmp::Ordering::Equal => return Some(middle),
                std::cmp::Ordering::Greater => to = middle,
            }
        }
        None
    }

    /// The keys that both have, each with how much it weighs here.
    pub(super) fn shared<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = (&'a str, f64)> {
        let mut at = 0;
        self.iter().filter_map(move |(key, word)| {
            while at < other.len() && other.key(at) < key {
                at += 1;
            }
            (at < other.len() && other.key(at) == key).then(|| (key, word.weight()))
        })
    }

    fn key(&self, place: usize) -> &str {
        let end = |place: usize| self.words.get(place).map_or(0, |word| word.end as usize);
        let start = place.checked_sub(1).map_or(0, end);
        self.letters.get(start..end(place)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn words_are_found_where_they_are(
            all in prop::collection::btree_map("[ab#é]{1,3}", 0..9_u8, 0..12),
            others in prop::collection::btree_map("[ab#é]{1,3}", 0..9_u8, 0..12),
        ) {
            let kept = |all: &BTreeMap<String, u8>| {
                let word = |weight: u8| {
                    let mut word = Word::default();
                    word.weigh(f64::from(weight), true);
                    word
                };
                Words::new(all.iter().map(|(key, &weight)| (key.clone(), word(weight))).collect())
            };
            let (words, other_words) = (kept(&all), kept(&others));
            prop_assert_eq!(words.iter().map(|(key, _)| key).collect::<Vec<_>>(), all.keys().collect::<Vec<_>>());
            for (place, (key, &weight)) in all.iter().enumerate() {
                prop_assert_eq!(words.place(key), Some(place));
                prop_assert_eq!(words.get(place).weight(), f64::from(weight));
            }
            for key in others.keys() {
                prop_assert_eq!(words.place(key).is_some(), all.contains_key(key));
            }
            let shared: Vec<&str> = words.shared(&other_words).map(|(key, _)| key).collect();
            let expected: Vec<&String> = all.keys().filter(|key| others.contains_key(*key)).collect();
            prop_assert_eq!(shared, expected);
        }
    }
}
