//! Stems: one form for all inflections of a word.

use std::borrow::Cow;
use std::cell::RefCell;
use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;

use super::spelling::american;

static PORTER2: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));

/// Each irregular form with the stem of its base form.
static IRREGULAR: LazyLock<FxHashMap<&'static str, Cow<'static, str>>> = LazyLock::new(|| {
    include_str!("data/irregular.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(' '))
        .flat_map(|(base, forms)| forms.split(' ').map(move |form| (form, PORTER2.stem(base))))
        .chain(KEPT_APART.into_iter().flat_map(|word| [(word, Cow::Borrowed(word))]))
        .collect()
});

/// Words that the stemmer throws together with strangers: "author" with "authority", "import" with "important".
const KEPT_APART: [&str; 14] = [
    "authority",
    "general",
    "important",
    "internal",
    "international",
    "marginal",
    "office",
    "official",
    "officer",
    "organ",
    "several",
    "universal",
    "universe",
    "university",
];

/// The stem of a folded word: irregular forms brought to their base, British spelling to American, then
/// Porter's second English stemmer (Snowball). Not for names.
///
/// ```
/// use crosscheck::english::stem;
/// assert_eq!(stem("mentoring"), stem("mentors"));
/// ```
#[must_use]
pub fn stem(folded: &str) -> Cow<'_, str> {
    if let Some(base) = IRREGULAR.get(folded) {
        return Cow::Borrowed(base.as_ref());
    }
    if folded.len() > LONGEST_KNOWN {
        return Cow::Owned(PORTER2.stem(&american(folded)).into_owned());
    }
    KNOWN.with_borrow_mut(|known| {
        if let Some(stem) = known.get(folded) {
            return Cow::Owned(stem.as_ref().to_owned());
        }
        let stem = PORTER2.stem(&american(folded)).into_owned();
        if known.len() >= MOST_KNOWN {
            known.clear();
        }
        known.insert(folded.into(), stem.as_str().into());
        Cow::Owned(stem)
    })
}

thread_local! {
    /// The stems of the words met so far: texts repeat theirs, and stemming is dear.
    static KNOWN: RefCell<FxHashMap<Box<str>, Box<str>>> = RefCell::default();
}

/// How many stems are remembered, and how long in bytes their words are at most.
const MOST_KNOWN: usize = 1 << 16;
const LONGEST_KNOWN: usize = 24;

/// Whether `folded` is an irregular form: "rose", "won", "children".
#[must_use]
pub fn is_irregular(folded: &str) -> bool {
    IRREGULAR.get(folded).is_some_and(|base| base != folded)
}
