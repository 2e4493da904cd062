//! Stems: one form for all inflections of a word.

use std::borrow::Cow;
use std::cell::RefCell;
use std::sync::{LazyLock, OnceLock};

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;

use super::spelling::{american, spelled_out};
use super::table::{Table, table};

static PORTER2: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));

/// The irregular forms, each with the number of its base and the base; and the words that the stemmer would throw
/// together with strangers, each with itself for its stem.
static IRREGULAR: Table = table!(made "irregular");

/// The stems of the bases by their number, each made when first asked for.
static BASES: [OnceLock<Cow<'static, str>>; MOST_BASES] = [const { OnceLock::new() }; MOST_BASES];

/// More than there are bases.
const MOST_BASES: usize = 256;

/// The stem of a folded word: irregular forms brought to their base, abbreviations spelled out, British spelling to American, then
/// Porter's second English stemmer (Snowball). Not for names.
///
/// ```
/// use crosscheck::english::stem;
/// assert_eq!(stem("mentoring"), stem("mentors"));
/// ```
#[must_use]
pub fn stem(folded: &str) -> Cow<'_, str> {
    if folded.len() > LONGEST_KNOWN {
        return Stem::new(folded).of(folded);
    }
    KNOWN.with_borrow_mut(|known| {
        if let Some(stem) = known.get(folded) {
            return stem.of(folded);
        }
        if known.len() >= MOST_KNOWN {
            known.clear();
        }
        known.entry(folded.into()).or_insert_with(|| Stem::new(folded)).of(folded)
    })
}

/// The stem of a word.
#[derive(Debug)]
enum Stem {
    /// The word without its ending, as long as this; so are most.
    Beginning(usize),
    /// That of an irregular form.
    Irregular(&'static str),
    /// Other letters.
    Other(Box<str>),
}

impl Stem {
    fn new(folded: &str) -> Self {
        let whole = spelled_out(folded);
        if let Some(stem) = irregular(whole) {
            return Self::Irregular(stem);
        }
        let stem = PORTER2.stem(&american(whole)).into_owned();
        if folded.starts_with(&stem) { Self::Beginning(stem.len()) } else { Self::Other(stem.into()) }
    }

    fn of<'a>(&self, folded: &'a str) -> Cow<'a, str> {
        match self {
            Self::Beginning(length) => Cow::Borrowed(&folded[..*length]),
            Self::Irregular(stem) => Cow::Borrowed(stem),
            Self::Other(stem) => Cow::Owned(stem.as_ref().to_owned()),
        }
    }
}

thread_local! {
    /// The stems of the words met so far: texts repeat theirs, and stemming is dear.
    static KNOWN: RefCell<FxHashMap<Box<str>, Stem>> = RefCell::default();
}

/// How many stems are remembered, and how long in bytes their words are at most.
const MOST_KNOWN: usize = 1 << 16;
const LONGEST_KNOWN: usize = 24;

/// Whether `folded` is an irregular form: "rose", "won", "children".
#[must_use]
pub fn is_irregular(folded: &str) -> bool {
    irregular(folded).is_some_and(|stem| stem != folded)
}

/// The stem of an irregular form, or of a word kept apart.
fn irregular(folded: &str) -> Option<&'static str> {
    let value = IRREGULAR.get(folded)?;
    let Some((number, base)) = value.split_once(' ') else { return Some(value) };
    let stem = BASES.get(number.parse::<usize>().ok()?)?;
    Some(stem.get_or_init(|| PORTER2.stem(base)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_irregular_form_has_the_stem_of_its_base() {
        let lines = include_str!("data/irregular.txt").lines().filter(|line| !line.starts_with('#'));
        for (base, forms) in lines.filter_map(|line| line.split_once(' ')) {
            for form in forms.split(' ') {
                assert_eq!(irregular(form), Some(PORTER2.stem(base).as_ref()), "{form}");
            }
        }
        let kept = include_str!("data/kept_apart.txt").lines().filter(|line| !line.starts_with('#'));
        for line in kept {
            let base = line.split(' ').next();
            assert!(line.split(' ').all(|form| irregular(form) == base), "{line}");
        }
        assert_eq!(irregular("walked"), None);
    }
}
