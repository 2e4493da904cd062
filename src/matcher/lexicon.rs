//! The distinct words of all phrasings, and which words of a text answer them.

use rustc_hash::FxHashMap;

use crate::english::{self, Kinship, Phrase};
use crate::value::name::is_title;

/// A distinct word of the phrasings, as an index into the [`Lexicon`].
pub type WordId = u32;

/// How a word of a text answers a word of a phrasing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// Its opposite: "fell" for "rose". It answers nothing; what it says is decided later.
    Opposed,
    /// One near it in sense: "plunged" for "fell".
    Akin,
    /// A related word: "murdered" for "killed".
    Related,
    /// The same but for a letter, where one of the two is no English word.
    Misspelt,
    /// Derived from it or it from the other: "death" for "died".
    Derived,
    /// Another inflection: "sessions" for "session".
    Inflected,
    /// The same.
    Same,
}

impl Likeness {
    /// How much of the word's weight such an answer covers, 0 to 1.
    #[must_use]
    pub const fn similarity(self) -> f64 {
        match self {
            Self::Opposed => 0.0,
            Self::Akin => 0.4,
            Self::Related => 0.7,
            Self::Misspelt => 0.8,
            Self::Derived => 0.85,
            Self::Inflected => 0.97,
            Self::Same => 1.0,
        }
    }
}

#[derive(Debug)]
struct Word {
    folded: String,
    name: bool,
    /// Whether there are words that it excludes.
    excludes: bool,
}

/// The distinct words of all phrasings.
#[derive(Debug, Default)]
pub struct Lexicon {
    words: Vec<Word>,
    ids: FxHashMap<(String, bool), WordId>,
    names: FxHashMap<String, Vec<WordId>>,
    stems: FxHashMap<String, Vec<(WordId, Likeness)>>,
    /// Words that a slip of the pen could reach, by what they and their near misspellings have in common.
    spellings: FxHashMap<u64, Vec<WordId>>,
    /// The most letters that such a word has.
    longest: usize,
}

/// Shorter words are never taken for misspelt ones.
const MISSPELT_LETTERS: usize = 5;

impl Lexicon {
    /// The id of `folded`, added if it is new. A `name` is answered by the same letters only, capitalised.
    pub fn add(&mut self, folded: &str, name: bool) -> WordId {
        if let Some(&id) = self.ids.get(&(folded.to_owned(), name)) {
            return id;
        }
        let id = WordId::try_from(self.words.len()).unwrap_or(WordId::MAX);
        let excludes = english::excludes_others(folded);
        self.words.push(Word { folded: folded.to_owned(), name, excludes });
        self.ids.insert((folded.to_owned(), name), id);
        if name {
            // Where it stands for the bearer, "Sen" is no senator.
            let form = if is_title(folded) { folded } else { form_in_names(folded) };
            self.names.entry(form.to_owned()).or_default().push(id);
        }
        self.index_stems(id, folded, name);
        let letters = folded.chars().count();
        if letters >= MISSPELT_LETTERS {
            self.longest = self.longest.max(letters);
            for form in one_letter_less(folded) {
                self.spellings.entry(form).or_default().push(id);
            }
        }
        id
    }

    /// The id of `phrase`, added if it is new. Words that say nearly the same answer it, and so does `head`, if less well, where
    /// it alone says something: "called", of "called off".
    pub fn add_phrase(&mut self, phrase: &Phrase, head: Option<&str>) -> WordId {
        // No word has a blank.
        let key = (phrase.key.clone(), false);
        if let Some(&id) = self.ids.get(&key) {
            return id;
        }
        let id = WordId::try_from(self.words.len()).unwrap_or(WordId::MAX);
        self.words.push(Word { folded: phrase.key.clone(), name: false, excludes: false });
        self.ids.insert(key, id);
        let mut answer = |stem: &str, likeness| {
            self.stems.entry(stem.to_owned()).or_default().push((id, likeness));
        };
        for word in &phrase.singles {
            let stem = english::stem(word);
            answer(&stem, Likeness::Related);
            english::opposites(&stem).for_each(|opposite| answer(opposite, Likeness::Opposed));
        }
        if let Some(head) = head {
            answer(&english::stem(head), Likeness::Akin);
        }
        answer(&phrase.key, Likeness::Inflected);
        id
    }

    /// The words of the phrasings that `phrase` answers in a text, each once, with how: as its like, and as the words that say
    /// nearly the same do.
    #[must_use]
    pub fn answered_by_phrase(&self, phrase: &Phrase) -> Vec<(WordId, Likeness)> {
        let mut answered: Vec<(WordId, Likeness)> = self.stems.get(&phrase.key).cloned().unwrap_or_default();
        for word in &phrase.singles {
            answered.extend(self.answered_by(word, false).into_iter().map(|(id, likeness)| {
                let near = if likeness > Likeness::Related { Likeness::Related } else { likeness };
                (id, if likeness == Likeness::Related { Likeness::Akin } else { near })
            }));
        }
        each_once(&mut answered);
        answered
    }

    /// A name is never stemmed, but that a people is of its country ("Slovenians", "Slovenian"); what belongs to it ("British",
    /// "Britain") still answers it.
    fn index_stems(&mut self, id: WordId, folded: &str, name: bool) {
        let stem = english::stem(folded).into_owned();
        if name && english::names_members(folded) {
            self.stems.entry(stem.clone()).or_default().push((id, Likeness::Derived));
        }
        if let Some(kin) = english::place_and_people(folded).filter(|_| name) {
            let stem = english::stem(&kin).into_owned();
            self.stems.entry(stem).or_default().push((id, Likeness::Derived));
        }
        for (kinship, other) in english::related(&stem) {
            let likeness = match kinship {
                Kinship::Derived => Likeness::Derived,
                // Africa is a continent, but not every continent.
                Kinship::Kind if name => Likeness::Akin,
                Kinship::Akin => Likeness::Akin,
                Kinship::Synonym | Kinship::Kind => Likeness::Related,
            };
            self.stems.entry(other.to_owned()).or_default().push((id, likeness));
        }
        if !name {
            let prefixed = english::opposite_by_prefix(folded);
            let prefixed = prefixed.map(|opposite| english::stem(&opposite).into_owned());
            let other_way = english::Direction::of(folded).map_or(&[][..], english::Direction::opposites);
            let listed = english::opposites(&stem).chain(other_way.iter().copied()).map(str::to_owned);
            for opposite in listed.chain(prefixed) {
                self.stems.entry(opposite).or_default().push((id, Likeness::Opposed));
            }
            self.stems.entry(stem).or_default().push((id, Likeness::Inflected));
        }
    }

    /// How many distinct words there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words of the phrasings that a text's word answers, each once, with how; `name` where the text's may be a name.
    #[must_use]
    pub fn answered_by(&self, folded: &str, name: bool) -> Vec<(WordId, Likeness)> {
        self.answered_by_stem(folded, &english::stem(folded), english::is_function_word(folded), name)
    }

    /// The same, with its stem, and whether it is `dull`, a function word.
    pub(super) fn answered_by_stem(
        &self,
        folded: &str,
        stem: &str,
        dull: bool,
        name: bool,
    ) -> Vec<(WordId, Likeness)> {
        let mut answered: Vec<(WordId, Likeness)> = Vec::new();
        for &(id, likeness) in self.stems.get(stem).into_iter().flatten() {
            // "off" is no answer to "kill", whatever a thesaurus says; but "up" is the opposite of "fell".
            let way = likeness == Likeness::Opposed && matches!(folded, "up" | "down");
            if dull && likeness < Likeness::Inflected && !way {
                continue;
            }
            let own = &self.words[id as usize];
            let excludes = || own.excludes && english::exclude_each_other(&own.folded, folded);
            let likeness = match likeness {
                Likeness::Inflected if own.folded == folded => Likeness::Same,
                // However near in sense, "Republican" says nothing for "Democrat".
                near if near < Likeness::Misspelt && excludes() => Likeness::Opposed,
                likeness => likeness,
            };
            answered.push((id, likeness));
        }
        let form = if name { form_in_names(folded) } else { folded };
        for &id in self.names.get(form).into_iter().flatten() {
            let number = form.bytes().all(|byte| byte.is_ascii_digit());
            answered.push(match (name, number || self.words[id as usize].folded == folded) {
                (true, true) => (id, Likeness::Same),
                (true, false) => (id, Likeness::Derived),
                (false, _) => (id, Likeness::Inflected),
            });
        }
        self.misspelt(folded, name, &mut answered);
        each_once(&mut answered);
        answered
    }

    /// Adds the words one edit away, where one of the two is not a word of English: "recieved", "received",
    /// but never "signed", "singed". Names are only found so, to be told apart later ("Juke", "Jukes").
    fn misspelt(&self, folded: &str, name: bool, answered: &mut Vec<(WordId, Likeness)>) {
        let letters = folded.chars().count();
        let Some(first) = folded.chars().next() else { return };
        if letters + 1 < MISSPELT_LETTERS || letters > self.longest + 1 || !first.is_alphabetic() {
            return;
        }
        let known = |word: &str| english::zipf(word).is_some();
        for &id in one_letter_less(folded).filter_map(|form| self.spellings.get(&form)).flatten() {
            let word = &self.words[id as usize];
            if word.name == name
                && word.folded.starts_with(first)
                && strsim::osa_distance(&word.folded, folded) == 1
                && !(known(folded) && known(&word.folded))
            {
                answered.push((id, Likeness::Misspelt));
            }
        }
    }
}

/// How many letters a word of a name has at least that is cut short: "Dept".
const LEAST_CUT: usize = 4;

/// How a word of a name is written where it is not cut short, nor a number spelled out, nor in other letters: "Department" for "Dept",
/// "3" for "the Big Three" and "World War III", "Kyiv" for "Kiev".
fn form_in_names(folded: &str) -> &str {
    match folded {
        "one" => "1",
        "two" | "ii" => "2",
        "three" | "iii" => "3",
        "four" => "4",
        "five" => "5",
        "six" => "6",
        "seven" => "7",
        "eight" => "8",
        "nine" => "9",
        "ten" => "10",
        "eleven" => "11",
        "twelve" => "12",
        "mt" => "mount",
        "st" => "saint",
        // Names from other alphabets, and cities that go by two names.
        "bangalore" => "bengaluru",
        "bombay" => "mumbai",
        "calcutta" => "kolkata",
        "gadhafi" | "kadhafi" | "qaddafi" | "qadhafi" => "gaddafi",
        "hizballah" | "hizbollah" | "hizbullah" => "hezbollah",
        "kiev" => "kyiv",
        "madras" => "chennai",
        "moammar" => "muammar",
        "peking" => "beijing",
        "qaida" => "qaeda",
        "swaziland" => "eswatini",
        // "Dino" is a name as well.
        "ft" => "fort",
        "gov" => "governor",
        "sen" => "senator",
        _ if folded.len() < LEAST_CUT || folded.starts_with("dino") => folded,
        _ => english::spelled_out(folded),
    }
}

/// Of each word its best answer, in order of the words.
fn each_once(answered: &mut Vec<(WordId, Likeness)>) {
    answered.sort_unstable_by_key(|&(id, likeness)| (id, std::cmp::Reverse(likeness)));
    answered.dedup_by_key(|&mut (id, _)| id);
}

/// Hashes of `word` and of what is left of it without one of its letters. Of two words one edit apart (a letter more, a
/// letter less, another letter, two letters the other way round) one such form is the same; the converse does not hold.
///
/// The deletion neighbourhood of Mor and Fraenkel, "A hash code method for detecting and correcting spelling errors", 1982.
fn one_letter_less(word: &str) -> impl Iterator<Item = u64> {
    let letters = || word.chars().enumerate();
    // What comes after the letter that is left out stands a place further ahead.
    let ahead = |(at, letter): (usize, char)| at.checked_sub(1).map_or(0, |at| placed(at, letter));
    let whole = letters().fold(0, |sum: u64, (at, letter)| sum.wrapping_add(placed(at, letter)));
    let mut before = 0_u64;
    let mut after = letters().map(ahead).fold(0, u64::wrapping_add);
    let without = move |(at, letter): (usize, char)| {
        after = after.wrapping_sub(ahead((at, letter)));
        let form = before.wrapping_add(after);
        before = before.wrapping_add(placed(at, letter));
        form
    };
    letters().map(without).chain(std::iter::once(whole))
}

/// A hash of `letter` at a place: those of a word, added up, are that of the word.
///
/// The finaliser of Steele et al., "Fast splittable pseudorandom number generators" (SplitMix64), 2014.
fn placed(at: usize, letter: char) -> u64 {
    let mixed = (u64::from(letter) << 32 | at as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mixed = (mixed ^ mixed >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ mixed >> 31
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_word_answers_in_one_way() {
        let mut lexicon = Lexicon::default();
        let session = lexicon.add("session", false);
        let killed = lexicon.add("killed", false);
        let jukes = lexicon.add("jukes", true);
        let received = lexicon.add("received", false);
        for (word, name, expected) in [
            ("session", false, vec![(session, Likeness::Same)]),
            ("sessions", false, vec![(session, Likeness::Inflected)]),
            ("murdered", false, vec![(killed, Likeness::Related)]),
            ("jukes", true, vec![(jukes, Likeness::Same)]),
            ("juke", true, vec![(jukes, Likeness::Misspelt)]),
            ("juke", false, vec![]),
            ("recieved", false, vec![(received, Likeness::Misspelt)]),
            ("relieved", false, vec![]),
            ("weather", false, vec![]),
        ] {
            assert_eq!(lexicon.answered_by(word, name), expected, "{word}");
        }
    }

    #[test]
    fn strangers_of_like_spelling_stay_strangers() {
        let mut lexicon = Lexicon::default();
        lexicon.add("linus", true);
        lexicon.add("signed", false);
        assert!(lexicon.answered_by("chines", true).is_empty());
        assert!(lexicon.answered_by("singed", false).is_empty());
    }
}
