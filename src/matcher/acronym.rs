//! Names and the letters they are cut to: "United States", "U.S."; "U.S. Geological Survey", "USGS".

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::english;
use crate::text::{Case, Document, WordSet};
use crate::value::name::Name;

use super::known_name::{self, is_capital};

/// How many letters an acronym has at most.
const LONGEST: usize = 6;

/// How many it has at least, but for those that everybody knows: "PM" may be anything.
const SHORTEST: usize = 3;

/// How many tokens a name has at most.
const MOST_TOKENS: usize = 12;

/// Words within a name that give it no letter.
static SKIPPED: WordSet = WordSet::of(&["and", "for", "in", "of", "on", "the"]);

/// The acronyms of a text, and its names by what they would be cut to; each with its tokens, in order.
#[derive(Debug, Default)]
pub(super) struct Acronyms {
    short: FxHashMap<String, Vec<usize>>,
    long: FxHashMap<String, Vec<usize>>,
}

impl Acronyms {
    /// Of `document`.
    pub(super) fn new(document: &Document) -> Self {
        let mut acronyms = Self::default();
        let mut named = 0;
        for at in 0..document.tokens().len() {
            if !is_capital(document, at) {
                continue;
            }
            let cut = known_name::abbreviated(document, at).map(str::to_owned);
            for letters in letters(document, at).into_iter().chain(cut) {
                acronyms.short.entry(letters).or_default().push(at);
            }
            if let Some((key, _)) = known_name::key(document, at..document.tokens().len()) {
                acronyms.long.entry(key.to_owned()).or_default().push(at);
            }
            // Only a whole name is cut: what begins within one is none.
            if at < named || SKIPPED.contains(document.folded(at)) {
                continue;
            }
            let initials = Initials::of(document, at..document.tokens().len());
            // "*US* National Aeronautics and Space Administration".
            named = if known_name::abbreviates(document, at) { at + 1 } else { initials.end };
            if !names_a_person(document, at) {
                for letters in initials.forms() {
                    acronyms.long.entry(letters).or_default().push(at);
                }
            }
        }
        acronyms
    }

    /// The first of `tokens` that is short for what `form` stands for, or begins what it is short for.
    pub(super) fn answer(&self, form: &ShortForm, tokens: &Range<usize>) -> Option<usize> {
        let among = |found: Option<&Vec<usize>>| {
            let found = found?;
            let first = found.get(found.partition_point(|&token| token < tokens.start))?;
            tokens.contains(first).then_some(*first)
        };
        match &form.cut {
            Cut::Known(key) => among(self.short.get(*key)).or_else(|| among(self.long.get(*key))),
            Cut::Short(letters) => among(self.long.get(letters)),
            // Most texts have none.
            Cut::Long(_) if self.short.is_empty() => None,
            Cut::Long(letters) => letters.iter().find_map(|letters| among(self.short.get(letters))),
        }
    }
}

/// A name, or a part of one, with what it is cut to or short for.
#[derive(Debug)]
pub struct ShortForm {
    /// The tokens of the name that it stands for.
    pub(super) tokens: Range<usize>,
    cut: Cut,
}

#[derive(Debug)]
enum Cut {
    /// Everybody knows the name and what it is cut to, which it is kept by.
    Known(&'static str),
    /// It is an acronym itself.
    Short(String),
    /// What it may be cut to.
    Long(Vec<String>),
}

impl ShortForm {
    /// Of `name` in `document`, and of the acronyms within it: "*UN* Security Council".
    pub(super) fn of(document: &Document, name: &Name) -> Vec<Self> {
        let (core, single) = (name.core.clone(), name.core.len() == 1);
        let whole = Self::of_tokens(document, core.clone());
        let parts = core.filter(|&at| !single && document.tokens()[at].case == Case::Upper);
        whole.into_iter().chain(parts.filter_map(|at| Self::of_tokens(document, at..at + 1))).collect()
    }

    fn of_tokens(document: &Document, tokens: Range<usize>) -> Option<Self> {
        let (first, single) = (tokens.start, tokens.len() == 1);
        let cut = known_name::abbreviated(document, first).filter(|_| single).map(|key| (key, 1));
        if let Some((key, length)) = cut.or_else(|| known_name::key(document, tokens.clone())) {
            return Some(Self { tokens: first..first + length, cut: Cut::Known(key) });
        }
        if let Some(letters) = letters(document, first).filter(|_| single) {
            return Some(Self { tokens, cut: Cut::Short(letters) });
        }
        let forms: Vec<String> = Initials::of(document, tokens.clone()).forms().collect();
        (!forms.is_empty() && !names_a_person(document, first))
            .then_some(Self { tokens, cut: Cut::Long(forms) })
    }
}

/// Whether a name begins with somebody's first name: not "Queen's Park Rangers", nor "Prince George's County".
fn names_a_person(document: &Document, first: usize) -> bool {
    let word = document.folded(first);
    english::given_name(word).is_some() && !matches!(word, "king" | "prince" | "princess" | "queen")
}

/// The letters of the acronym at `at`, dots left out; `None` where there is none. "USA" is "US".
fn letters(document: &Document, at: usize) -> Option<String> {
    if document.tokens()[at].case != Case::Upper {
        return None;
    }
    let letters: String = document.folded(at).chars().filter(|letter| letter.is_alphabetic()).collect();
    let count = letters.chars().count();
    let is_known = letters == "usa" || known_name::is_acronym(&letters);
    let fits = is_known || (SHORTEST..=LONGEST).contains(&count);
    fits.then(|| if letters == "usa" { "us".to_owned() } else { letters })
}

/// What the capitalised words that begin a name would be cut to, and where they end. An acronym among them gives all its letters.
struct Initials {
    /// Without the small words between them: "FBI", "USGS".
    plain: String,
    /// With them: "DOJ".
    full: String,
    words: usize,
    end: usize,
}

impl Initials {
    fn of(document: &Document, tokens: Range<usize>) -> Self {
        let end = tokens.start.max(1);
        let mut initials = Self { plain: String::new(), full: String::new(), words: 0, end };
        let mut between = String::new();
        for at in tokens.take(MOST_TOKENS) {
            let word = document.folded(at);
            let initial = word.chars().next();
            if initials.words > 0 && SKIPPED.contains(word) {
                between.extend(initial);
                continue;
            }
            // "Queen 's Park": a possessive written apart.
            if initials.words > 0 && word == "'s" {
                continue;
            }
            if !is_capital(document, at) {
                break;
            }
            let own = letters(document, at).or_else(|| initial.map(String::from)).unwrap_or_default();
            initials.plain.push_str(&own);
            initials.full.push_str(&between);
            initials.full.push_str(&own);
            between.clear();
            initials.words += 1;
            initials.end = at + 1;
        }
        initials
    }

    /// What it may be cut to.
    fn forms(self) -> impl Iterator<Item = String> {
        let Self { plain, full, words, .. } = self;
        let other = (plain != full).then_some(full);
        let fits =
            move |letters: &String| words > 1 && (SHORTEST..=LONGEST).contains(&letters.chars().count());
        std::iter::once(plain).chain(other).filter(fits)
    }
}
