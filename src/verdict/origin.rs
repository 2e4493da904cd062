//! Where evidence comes from.
//!
//! Two newspapers that print the same agency copy are two outlets and one origin; so are two that quote the same
//! speaker. Testimony on one side of a claim is of one origin where
//!
//! - it is of one outlet, however many of its texts say it;
//! - it is in the same words: the same quote, or a shorter one that stands whole within a longer;
//! - it stands in text that one source carries of the other, or both of a third (the caller finds that);
//! - some of it is the words of the same speaker or document;
//! - their sources credit the same agency, or one credits the other's outlet.
//!
//! Each of these is symmetric, and an origin is a class of their transitive closure: where in doubt, one origin. So
//! the order of the sources makes no difference, and a copy of what is there already never adds an origin. [`origins`]
//! alone decides it.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::unionfind::UnionFind;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::english;
use crate::text;

/// How many words a quote needs before its standing within a longer one says that one was copied from the
/// other. Shorter ones ("he was killed in 2021") recur by chance; runs of eight words all but never do, which is
/// why text-reuse detection works with n-grams of about that length.
const COPIED_WORDS: usize = 8;

/// How many of its words must say something before the same quote twice is a copy. Reporters who never met write
/// "No one was injured" and "The cause of the fire is under investigation".
const TELLING_WORDS: usize = 5;

/// What one source says on one side of a claim.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Testimony<'a> {
    /// The source's outlet.
    pub outlet: &'a str,
    /// Its quotes.
    pub quotes: Vec<&'a str>,
    /// The speakers and documents whose words some of it is, as numbers that the caller gives: the same number is the
    /// same speaker.
    pub speakers: BTreeSet<usize>,
    /// Whom the source credits for its text, and what others credit its outlet by.
    pub credits: BTreeSet<&'a str>,
}

/// What makes testimony of several sources one origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Tie {
    /// It is of one outlet.
    SameOutlet,
    /// It is in the same words.
    SameWords,
    /// It stands in text that one source carries of another.
    CopiedText,
    /// It is the words of the same speaker or document.
    SameSpeaker,
    /// Its sources credit the same agency, or one another's outlet.
    SameCredit,
}

impl Tie {
    /// How a report says it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::SameOutlet => "the same outlet",
            Self::SameWords => "the same words",
            Self::CopiedText => "copied text",
            Self::SameSpeaker => "the same speaker",
            Self::SameCredit => "the same credit",
        }
    }
}

/// Testimony that is not independent of one another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// Which testimony, as indices, in order.
    pub testimony: Vec<usize>,
    /// What makes it one; empty where it is of one source.
    pub ties: BTreeSet<Tie>,
    /// The speakers that tie it.
    pub speakers: BTreeSet<usize>,
}

/// The origins of `testimony` on one side of a claim, in order of their first members. `copied` has the pairs of
/// testimony, as indices, that stand in text which one source carries of the other; pairs that are not there are
/// left out.
///
/// ```
/// use crosscheck::verdict::{Testimony, origins};
///
/// let said = |outlet, quote| Testimony { outlet, quotes: vec![quote], ..Testimony::default() };
/// let testimony = [
///     said("Sky News", "Ali’s case was exited from Prevent “too quickly”, MPs heard."),
///     said("Daily Express", "Ali's case was exited from Prevent \"too quickly\", MPs heard."),
///     said("The Guardian", "The case was closed too soon."),
/// ];
/// let found: Vec<_> = origins(&testimony, &[]).into_iter().map(|origin| origin.testimony).collect();
/// assert_eq!(found, [vec![0, 1], vec![2]]);
/// ```
#[must_use]
pub fn origins(testimony: &[Testimony<'_>], copied: &[(usize, usize)]) -> Vec<Origin> {
    let mut joined = Joined { classes: UnionFind::new(testimony.len()), ties: BTreeSet::new() };
    let mut first_of_outlet = BTreeMap::new();
    let mut first_of_speaker = BTreeMap::new();
    let mut first_of_credit = BTreeMap::new();
    for (index, one) in testimony.iter().enumerate() {
        joined.tie(index, *first_of_outlet.entry(one.outlet).or_insert(index), Tie::SameOutlet, None);
        for &speaker in &one.speakers {
            let first = *first_of_speaker.entry(speaker).or_insert(index);
            joined.tie(index, first, Tie::SameSpeaker, Some(speaker));
        }
        for &credit in &one.credits {
            joined.tie(index, *first_of_credit.entry(credit).or_insert(index), Tie::SameCredit, None);
        }
    }
    let there = |&&(a, b): &&(usize, usize)| a.max(b) < testimony.len();
    copied.iter().filter(there).for_each(|&(a, b)| joined.tie(a, b, Tie::CopiedText, None));
    join_wording(testimony, &mut joined);
    joined.origins()
}

/// Testimony as it is joined.
struct Joined {
    classes: UnionFind<usize>,
    /// Each with one of those that it joins.
    ties: BTreeSet<(usize, Tie, Option<usize>)>,
}

impl Joined {
    fn tie(&mut self, a: usize, b: usize, tie: Tie, speaker: Option<usize>) {
        if a != b {
            self.classes.union(a, b);
            self.ties.insert((a, tie, speaker));
        }
    }

    fn origins(self) -> Vec<Origin> {
        let labels = self.classes.into_labeling();
        let mut origins: Vec<Origin> = Vec::new();
        let mut number_of = BTreeMap::new();
        for (index, label) in labels.iter().enumerate() {
            let number = *number_of.entry(label).or_insert_with(|| {
                origins.push(Origin {
                    testimony: Vec::new(),
                    ties: BTreeSet::new(),
                    speakers: BTreeSet::new(),
                });
                origins.len() - 1
            });
            origins[number].testimony.push(index);
        }
        for (index, tie, speaker) in self.ties {
            let origin = &mut origins[number_of[&labels[index]]];
            origin.ties.insert(tie);
            origin.speakers.extend(speaker);
        }
        origins
    }
}

/// Joins testimony in the same words, and each wording with those it stands in whole. Only wordings that have its first
/// [`COPIED_WORDS`] words can hold it, so only these are looked at, and there.
fn join_wording(testimony: &[Testimony<'_>], joined: &mut Joined) {
    // Each wording once, with the first testimony that has it: one sentence may stand in thousands of sources.
    let mut wordings: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for (index, one) in testimony.iter().enumerate() {
        for words in one.quotes.iter().map(|quote| words(quote)).filter(|words| is_telling(words)) {
            let first = *wordings.entry(words).or_insert(index);
            joined.tie(index, first, Tie::SameWords, None);
        }
    }
    let mut holders: BTreeMap<&[String], Vec<(&[String], usize)>> =
        wordings.keys().filter_map(|words| Some((words.get(..COPIED_WORDS)?, Vec::new()))).collect();
    for (words, &first) in &wordings {
        for (at, run) in words.windows(COPIED_WORDS).enumerate() {
            if let Some(holders) = holders.get_mut(run) {
                holders.push((&words[at..], first));
            }
        }
    }
    for (words, &first) in &wordings {
        let Some(opening) = words.get(..COPIED_WORDS) else { continue };
        for &(from_there, holder) in holders.get(opening).into_iter().flatten() {
            if from_there.starts_with(words) {
                joined.tie(first, holder, Tie::SameWords, None);
            }
        }
    }
}

fn is_telling(words: &[String]) -> bool {
    words.iter().filter(|word| !english::is_function_word(word)).count() >= TELLING_WORDS
}

/// The words of a quote as they are [compared](text::words) with another's: folded, without punctuation and white
/// space.
#[must_use]
pub fn words(quote: &str) -> Vec<String> {
    text::words(quote).map(|word| word.folded.into_owned()).collect()
}

#[cfg(test)]
mod tests;
