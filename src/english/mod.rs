//! What the engine knows of English: stems, how common words are, which are related and which opposed.
//!
//! The tables in `data/` are made by `scripts/english.py` and `scripts/people.py` from published data; see there, and
//! `data/README.md`, for their sources and licences. They are read in
//! place, by indexes that the build has made of where their lines begin.

mod casing;
mod direction;
mod life;
mod particle;
mod people;
mod phrase;
mod spelling;
mod stem;
mod table;
mod verb;

pub use casing::read;
pub use direction::Direction;
pub use life::{names_of_life, said_of_life};
pub use particle::{carries_particle, said_by_particle};
pub use people::{
    Gender, Voice, gender_of_noun, given_name, is_common_surname, may_be_short_for, names_members,
    names_persons, place_and_people, singular, voice,
};
pub use phrase::{Phrase, begins_phrase, phrase};
pub use spelling::spelled_out;
pub use stem::{is_irregular, stem};
pub use verb::{begins_object, is_past_form, is_verb};

use table::{Table, table};

use crate::text::{Document, Question, Token, WordSet};

static FREQUENCY: Table = table!("frequency");
static RELATED: Table = table!("related");
static PARTS_OF_SPEECH: Table = table!("pos");
static ANTONYMS: Table = table!("antonyms");
static FUNCTION_WORDS: Table = table!("function_words");
/// The words that exclude each other, each with the numbers of its groups.
static EXCLUSIVE: Table = table!(made "exclusive");
/// Nouns, each with the family and the kind of thing that it names.
static KINDS: Table = table!(made "kinds");

/// How two stems are related.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kinship {
    /// Both name one thing in their commonest senses: "start", "begin".
    Synonym,
    /// One is a kind of the other: "murder", "kill".
    Kind,
    /// One is derived from the other: "die", "death".
    Derived,
    /// They are near each other in sense: "fall", "plunge"; "die", "fatal".
    Akin,
}

/// What a word would have on the Zipf scale that were every word: log10 of a billion.
const BILLION: f64 = 9.0;

/// The least that the table has on the Zipf scale.
const RAREST: f64 = 1.0;

/// How common `word` is, on the Zipf scale: log10 of its occurrences in a billion words, 1.1 to 7.4. `None` for
/// rarer words and names.
///
/// The scale is that of van Heuven et al., "SUBTLEX-UK", 2014.
#[must_use]
pub fn zipf(word: &str) -> Option<f64> {
    FREQUENCY.get(word)?.parse::<u8>().ok().map(|tenths| f64::from(tenths) / 10.0)
}

/// How telling `word` (folded) is: its self-information in hartleys, the negative log10 of its share of all words. 1.6 to 8;
/// what is not in the table counts as its rarest words.
#[must_use]
pub fn information(word: &str) -> f64 {
    BILLION - zipf(word).unwrap_or(RAREST)
}

/// Whether `word` is one of the closed classes: an article, pronoun, preposition, conjunction or auxiliary.
#[must_use]
pub fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.contains(word)
}

/// Whether the token at `index` says something: a word, and of no closed class.
#[must_use]
pub fn is_content_word(document: &Document, index: usize) -> bool {
    let is_function_word =
        || document.recall(index, Question::FunctionWord, || is_function_word(document.folded(index)));
    document.tokens().get(index).is_some_and(Token::is_word) && !is_function_word()
}

/// The stems related to `stem` in their commonest senses (WordNet).
pub fn related(stem: &str) -> impl Iterator<Item = (Kinship, &'static str)> {
    RELATED.get(stem).unwrap_or_default().split(' ').filter_map(|entry| {
        // Its kind is a letter, and a colon follows.
        let other = entry.get(2..)?;
        let kinship = match entry.as_bytes().first()? {
            b's' => Kinship::Synonym,
            b'h' => Kinship::Kind,
            b'a' => Kinship::Akin,
            _ => Kinship::Derived,
        };
        Some((kinship, other))
    })
}

/// What words of `stem` can be, commonest first: `n`oun, `v`erb, `a`djective, adve`r`b. Empty for a stem that English
/// writes with a capital letter only, or hardly ever.
#[must_use]
pub fn parts_of_speech(stem: &str) -> &'static str {
    PARTS_OF_SPEECH.get(stem).unwrap_or_default()
}

/// The stems of the opposites of `stem`: "fall" for "rise".
pub fn opposites(stem: &str) -> impl Iterator<Item = &'static str> {
    ANTONYMS.get(stem).unwrap_or_default().split(' ').filter(|other| !other.is_empty())
}

/// Stems of what may be too much or too little: "*overspent*", "*underspent*"; not "overtake", "undertake".
static TOO_MUCH_OR_LITTLE: WordSet = WordSet::of(&[
    "achiev", "charg", "count", "deliv", "estim", "expos", "fund", "insur", "invest", "paid", "pay",
    "perform", "pric", "produc", "react", "report", "repres", "sell", "size", "sold", "spend", "spent",
    "staff", "state", "subscrib", "suppli", "use", "valu", "weight",
]);

/// The word (folded) for too little of what another tells too much, or the other way round: "overspent", "underspent".
fn over_and_under(word: &str) -> Option<String> {
    let told = |bare: &&str| TOO_MUCH_OR_LITTLE.contains(&stem(bare)) || TOO_MUCH_OR_LITTLE.contains(bare);
    let under = || word.strip_prefix("over").filter(told).map(|bare| format!("under{bare}"));
    under().or_else(|| word.strip_prefix("under").filter(told).map(|bare| format!("over{bare}")))
}

/// The fewest letters of a word that may have an "un" before it.
const PREFIXED_LETTERS: usize = 4;

/// The opposite that an adjective or participle (folded) has by its form alone: "consolidated" and "unconsolidated", in
/// whichever direction; `None` for other words, and for those that only look so, such as "under" or "united".
#[must_use]
pub fn opposite_by_prefix(word: &str) -> Option<String> {
    if let Some(other) = over_and_under(word) {
        return Some(other);
    }
    let participle = |word: &str| word.ends_with("ed") || word.ends_with("able") || is_irregular(word);
    let describes = |word: &str| {
        word.len() >= PREFIXED_LETTERS
            && !is_function_word(word)
            && zipf(word).is_some()
            && (participle(word) || parts_of_speech(&stem(word)).starts_with('a'))
    };
    let negated = |word: &str, bare: &str| {
        let adjective = |word: &str| parts_of_speech(&stem(word)).starts_with('a');
        bare.len() >= PREFIXED_LETTERS
            && !SEEMING.contains(bare.strip_suffix("ly").unwrap_or(bare))
            && zipf(word).is_some()
            && zipf(bare).is_some()
            && adjective(word)
            && adjective(bare)
    };
    if let Some(bare) = latin_negation(word).filter(|bare| negated(word, bare)) {
        return Some(bare.to_owned());
    }
    if let Some(opposite) = latin_negative(word).filter(|opposite| negated(opposite, word)) {
        return Some(opposite);
    }
    // What is uncovered or unveiled need not have been covered or veiled.
    let undoes = |word: &str| parts_of_speech(&stem(word)).starts_with('v');
    match word.strip_prefix("un").filter(|bare| describes(bare)) {
        Some(bare) => (!undoes(word)).then(|| bare.to_owned()),
        None => describes(word).then(|| format!("un{word}")).filter(|opposite| !undoes(opposite)),
    }
}

/// Adjectives that with "in" or "im" before them are not denied: "different", "passive".
static SEEMING: WordSet = WordSet::of(&[
    "corporate",
    "different",
    "famous",
    "flammable",
    "formed",
    "partial",
    "passive",
    "pending",
    "portable",
    "tense",
    "valuable",
]);

/// What is left of a word without the "in" that denies it, whichever form it takes: "effective" of "ineffective", "possible" of
/// "impossible".
fn latin_negation(word: &str) -> Option<&str> {
    let bare = word.get(2..)?;
    latin_negative(bare).is_some_and(|negative| negative == word).then_some(bare)
}

/// A word with an "in" before it in the form that its first letter asks for.
fn latin_negative(bare: &str) -> Option<String> {
    let prefix = match bare.as_bytes().first()? {
        b'b' | b'm' | b'p' => "im",
        b'l' => "il",
        b'r' => "ir",
        _ => "in",
    };
    Some(format!("{prefix}{bare}"))
}

/// Whether only one of two different words (folded) can hold in one place: "Monday", "Friday"; "British", "French".
#[must_use]
pub fn exclude_each_other(one: &str, other: &str) -> bool {
    // "Russians" are no others than "Russian".
    let single = |word| str::strip_suffix(word, 's').unwrap_or(word);
    single(one) != single(other)
        && exclusive_groups(one).any(|group| exclusive_groups(other).any(|another| group == another))
}

/// Whether `word` (folded) names a people, as one that excludes others: "British".
#[must_use]
pub fn names_people(word: &str) -> bool {
    word == "american" || exclude_each_other(word, "american")
}

/// Whether `word` (folded) names a country or a city, as one that excludes others: "France", "Paris".
#[must_use]
pub fn names_place(word: &str) -> bool {
    ["france", "london"].into_iter().any(|place| word == place || exclude_each_other(word, place))
}

/// What kind of thing the noun `word` (folded) names, and of what family the kind is, if it names one kind alone: a "sitcom" is a
/// series, which is a work.
#[must_use]
pub fn kind(word: &str) -> Option<(&'static str, &'static str)> {
    KINDS.get(word).or_else(|| KINDS.get(&singular(word)))?.split_once(' ')
}

/// Whether there are words that `word` (folded) [excludes](exclude_each_other): most exclude none.
#[must_use]
pub fn excludes_others(word: &str) -> bool {
    exclusive_groups(word).next().is_some()
}

/// The groups of words that a word is of, of which only one can hold in one place.
fn exclusive_groups(word: &str) -> impl Iterator<Item = &'static str> {
    let single = || EXCLUSIVE.get(word.strip_suffix('s')?);
    EXCLUSIVE.get(word).or_else(single).unwrap_or_default().split(' ').filter(|group| !group.is_empty())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn common_words_are_common_and_names_are_not() {
        assert!(zipf("the").unwrap() > 7.0);
        assert!(zipf("knife").unwrap() < 4.5);
        assert_eq!(zipf("rudakubana"), None);
        assert!(
            information("the") < information("knife") && information("knife") < information("rudakubana")
        );
    }

    #[test]
    fn inflected_and_irregular_and_british_forms_share_a_stem() {
        for (a, b) in [
            ("referred", "refers"),
            ("rose", "risen"),
            ("children", "child"),
            ("radicalisation", "radicalization"),
            ("behaviour", "behavior"),
            ("programme", "programs"),
            ("defence", "defense"),
            ("travelled", "traveling"),
        ] {
            assert_eq!(stem(a), stem(b), "{a} {b}");
        }
        for (a, b) in [("four", "for"), ("wise", "wize"), ("police", "policy"), ("important", "import")] {
            assert_ne!(stem(a), stem(b), "{a} {b}");
        }
    }

    #[test]
    fn tables_answer() {
        let opposed = |a: &str, b: &str| opposites(a).any(|other| other == b);
        assert!(opposed("rise", "fall") && opposed("fall", "rise"));
        for (one, other) in [
            ("consolidated", "unconsolidated"),
            ("usable", "unusable"),
            ("changed", "unchanged"),
            ("known", "unknown"),
            ("overspent", "underspent"),
        ] {
            assert_eq!(opposite_by_prefix(one).as_deref(), Some(other));
            assert_eq!(opposite_by_prefix(other).as_deref(), Some(one));
        }
        for word in ["under", "unite", "mill", "union", "covered", "uncovered"] {
            assert_eq!(opposite_by_prefix(word), None, "{word}");
        }
        for word in ["overtook", "undertook", "overwhelm", "underground"] {
            assert_eq!(over_and_under(word), None, "{word}");
        }
        assert!(!opposed("rise", "climb") && opposites("no such word").next().is_none());
        assert!(
            related(&stem("killed")).any(|(kinship, other)| kinship == Kinship::Kind && other == "murder")
        );
        assert!(is_function_word("of") && !is_function_word("session"));
        let entries = include_str!("data/related.txt").lines().flat_map(|line| line.split(' ').skip(1));
        for entry in entries {
            assert!(["s:", "h:", "d:", "a:"].iter().any(|kind| entry.starts_with(kind)), "{entry}");
        }
    }
}
