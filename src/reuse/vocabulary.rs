//! Words as numbers.

use rustc_hash::FxHashMap;

/// Different words, numbered in the order in which they came. Equal numbers are equal words and the other way around:
/// a word is found by its hash and then compared letter by letter.
#[derive(Debug, Clone, Default)]
pub(super) struct Vocabulary {
    /// All words, one after another.
    letters: String,
    /// Of each word: where it ends in `letters`, and its hash.
    words: Vec<(usize, u64)>,
    /// The number of the word with a hash; a word whose hash is another's stands at the next that is free.
    numbers: FxHashMap<u64, u32>,
}

impl Vocabulary {
    /// The number of `word`, whose hash is `hash`; a new one if it is new.
    pub(super) fn number_of(&mut self, word: &str, hash: u64) -> u32 {
        let mut at = hash;
        while let Some(&known) = self.numbers.get(&at) {
            if self.word(known as usize) == word {
                return known;
            }
            at = at.wrapping_add(1);
        }
        let new = number(self.words.len());
        self.letters.push_str(word);
        self.words.push((self.letters.len(), hash));
        self.numbers.insert(at, new);
        new
    }

    /// All words with their hashes, in the order of their numbers.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, u64)> + '_ {
        self.words.iter().enumerate().map(|(number, &(_, hash))| (self.word(number), hash))
    }

    /// The hash of the word with this number. Other than the number it does not depend on what came before.
    pub(super) fn hash(&self, number: u32) -> u64 {
        self.words.get(number as usize).map_or(0, |&(_, hash)| hash)
    }

    fn word(&self, number: usize) -> &str {
        let start =
            number.checked_sub(1).and_then(|before| self.words.get(before)).map_or(0, |&(end, _)| end);
        let end = self.words.get(number).map_or(start, |&(end, _)| end);
        self.letters.get(start..end).unwrap_or_default()
    }
}

/// Of texts below 4 GiB, and longer ones are refused, neither the words nor the different ones can be too many.
pub(super) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fingerprint::of_word;
    use super::*;

    proptest! {
        #[test]
        fn equal_numbers_are_equal_words(
            words in prop::collection::vec("[ab]{0,3}", 0..40),
            // Hashes that collide more often than not.
            spread in 1..4_u64,
        ) {
            let mut vocabulary = Vocabulary::default();
            let weak = |word: &str| of_word(word) % spread;
            let numbers: Vec<u32> = words.iter().map(|word| vocabulary.number_of(word, weak(word))).collect();
            for (word, number) in words.iter().zip(&numbers) {
                for (other, other_number) in words.iter().zip(&numbers) {
                    prop_assert_eq!(word == other, number == other_number);
                }
                prop_assert_eq!(vocabulary.iter().nth(*number as usize), Some((word.as_str(), weak(word))));
                prop_assert_eq!(vocabulary.hash(*number), weak(word));
            }
        }
    }
}
