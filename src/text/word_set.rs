//! Sets of words that the program has built in.

/// A set of folded words, made when the program is compiled, to ask of nearly every word of a text whether it is one of
/// them. Most are not, which their length and their ends tell by themselves.
///
/// ```
/// use crosscheck::text::WordSet;
///
/// static ARTICLES: WordSet = WordSet::of(&["a", "an", "the"]);
/// assert!(ARTICLES.contains("an") && !ARTICLES.contains("ant"));
/// ```
#[derive(Debug)]
pub struct WordSet {
    words: &'static [&'static str],
    /// A bit for each pattern that a word of the set has: a Bloom filter of one hash (Bloom, "Space/time trade-offs in
    /// hash coding with allowable errors", 1970).
    patterns: [u64; PATTERNS / 64],
    /// For each initial, where its words begin; one more at the end.
    starts: [u16; INITIALS + 1],
}

/// As many as there are letters, and one each for what comes before "a" and after "z".
const INITIALS: usize = 28;

/// Whether a word is written as the folded form of one token: "re-elected" is three.
const fn is_one_token(word: &[u8]) -> bool {
    let mut at = 0;
    while at < word.len() {
        // Typographic marks begin with 0xE2 in UTF-8; of these a token may be a dash.
        let dash = word.len() == 3 && word[1] == 0x80 && word[2] == 0x93;
        if word.len() > 1 && (word[at] == b'-' || word[at] == 0xE2 && !dash) {
            return false;
        }
        at += 1;
    }
    true
}

/// How many patterns of a word's length and ends are told apart.
const PATTERNS: usize = 512;

impl WordSet {
    /// Of `words`, in order, each once.
    ///
    /// # Panics
    ///
    /// When the program is compiled, if a word is empty, does not come after the one before it, or is none that a folded token can be,
    /// so that nothing would ever be found in it: one with a hyphen or a typographic mark.
    #[must_use]
    pub const fn of(words: &'static [&'static str]) -> Self {
        let mut patterns = [0; PATTERNS / 64];
        let mut starts = [0; INITIALS + 1];
        let mut at = 0;
        while at < words.len() {
            let word = words[at].as_bytes();
            assert!(!word.is_empty(), "an empty word");
            assert!(is_one_token(word), "a word that is no folded token");
            assert!(at == 0 || is_before(words[at - 1].as_bytes(), word), "words that are not in order");
            let pattern = pattern(word);
            patterns[pattern / 64] |= 1 << (pattern % 64);
            starts[initial(word) + 1] += 1;
            at += 1;
        }
        let mut letter = 0;
        while letter < INITIALS {
            starts[letter + 1] += starts[letter];
            letter += 1;
        }
        Self { words, patterns, starts }
    }

    /// Whether `word` is one of them.
    #[inline]
    #[must_use]
    pub fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// `word` as the set has it; `None` where it is none of them.
    #[inline]
    #[must_use]
    pub fn get(&self, word: &str) -> Option<&'static str> {
        self.position(word).map(|at| self.words[at])
    }

    /// The place of `word` among the words; `None` where it is none of them.
    #[inline]
    #[must_use]
    pub fn position(&self, word: &str) -> Option<usize> {
        let bytes = word.as_bytes();
        if bytes.is_empty() {
            return None;
        }
        let pattern = pattern(bytes);
        let likely = self.patterns[pattern / 64] & 1 << (pattern % 64) != 0;
        if !likely {
            return None;
        }
        let initial = initial(bytes);
        let (start, end) = (usize::from(self.starts[initial]), usize::from(self.starts[initial + 1]));
        self.words[start..end].binary_search(&word).ok().map(|at| start + at)
    }

    /// The words, in order.
    #[must_use]
    pub const fn words(&self) -> &'static [&'static str] {
        self.words
    }
}

/// The words of a table, each with what it is, to make a set of them: [`WordSet::position`] is then the place in the table.
///
/// ```
/// use crosscheck::text::{WordSet, keys};
///
/// const LEGS: [(&str, u8); 2] = [("ant", 6), ("bee", 6)];
/// static INSECTS: WordSet = WordSet::of(&keys(&LEGS));
/// assert_eq!(INSECTS.position("bee").map(|at| LEGS[at].1), Some(6));
/// ```
#[must_use]
pub const fn keys<T, const N: usize>(table: &[(&'static str, T); N]) -> [&'static str; N] {
    let mut keys = [""; N];
    let mut at = 0;
    while at < N {
        keys[at] = table[at].0;
        at += 1;
    }
    keys
}

/// Which of the initials a word has that is not empty.
const fn initial(word: &[u8]) -> usize {
    match word[0] {
        letter @ b'a'..=b'z' => (letter - b'a') as usize + 1,
        other if other < b'a' => 0,
        _ => INITIALS - 1,
    }
}

/// Which of the patterns a word has that is not empty: of its length, its first letter and its last one.
const fn pattern(word: &[u8]) -> usize {
    let (first, last) = (word[0] as usize, word[word.len() - 1] as usize);
    // Odd factors, so that neighbouring letters fall far apart.
    (first * 37 + last * 151 + word.len() * 83) % PATTERNS
}

/// Whether `one` comes before `other`, byte for byte.
const fn is_before(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() {
        if one[at] != other[at] {
            return one[at] < other[at];
        }
        at += 1;
    }
    one.len() < other.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_its_words_and_no_others() {
        static WORDS: WordSet = WordSet::of(&["$", "4x4", "ab", "abb", "b", "nés", "to", "z", "ö"]);
        let all: Vec<String> = [
            "", "$", "$5", "4x4", "a", "ab", "aab", "abb", "abbb", "acb", "b", "nés", "nês", "to", "too",
            "z", "zz", "ö", "öö",
        ]
        .map(str::to_owned)
        .into();
        let known: Vec<&String> = all.iter().filter(|word| WORDS.contains(word)).collect();
        assert_eq!(known, WORDS.words());
    }

    #[test]
    #[should_panic(expected = "not in order")]
    fn wants_order() {
        let _ = WordSet::of(&["b", "a"]);
    }

    #[test]
    #[should_panic(expected = "not in order")]
    fn wants_each_once() {
        let _ = WordSet::of(&["a", "a"]);
    }
}
