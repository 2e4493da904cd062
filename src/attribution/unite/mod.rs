//! Bringing together the speakers of different sources.
//!
//! The result is the partition that these rules make, whatever the order of the speakers:
//!
//! - people are one where their first and last names agree, a short form ("Dan", "D.") only where one longer
//!   name fits;
//! - a surname alone joins the one full name that has it, a common one only where a role agrees too;
//! - a role alone ("the security minister") joins the one person who is described so;
//! - bodies, described speakers and documents of the same noun are one unless they are marked differently ("the
//!   Anderson report", "the Prevent review"); one without a mark joins the only one that has some, and a
//!   body without one joins none;
//! - a spokesman is the body he speaks for, a report its author where the source says who wrote it.
//!
//! Two different people, or bodies of different names, are never brought together, not even by way of a
//! third.

mod classes;
mod person;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
mod thing;

use std::collections::BTreeMap;

use super::speaker::Speaker;
use classes::Classes;

/// For each of `speakers` the number of its group; those of one group are one. Groups are numbered as they
/// come up.
///
/// ```
/// use crosscheck::attribution::{Attributions, unite};
/// use crosscheck::text::Document;
///
/// let texts = [
///     "The case was closed too quickly, security minister Dan Jarvis said.",
///     "“The case was closed too quickly,” said the security minister.",
///     "The case was closed too quickly, a coastguard spokesman said.",
/// ];
/// let speaker = |text: &&str| Attributions::new(&Document::new(*text)).of(&[1, 2, 3]).unwrap().speaker;
/// let speakers: Vec<_> = texts.iter().map(speaker).collect();
/// assert_eq!(unite(&speakers.iter().collect::<Vec<_>>()), [0, 0, 1]);
/// ```
#[must_use]
pub fn unite(speakers: &[&Speaker]) -> Vec<usize> {
    let mut distinct: Vec<&Speaker> = speakers.to_vec();
    distinct.sort();
    distinct.dedup();
    let mut classes = Classes::new(distinct.len());
    let people = person::unite(&distinct, &mut classes);
    thing::unite(&distinct, &people, &mut classes);
    let mut numbers = BTreeMap::new();
    let mut number = |class: usize| {
        let next = numbers.len();
        *numbers.entry(class).or_insert(next)
    };
    let place = |speaker: &&Speaker| distinct.binary_search(speaker).unwrap_or_default();
    speakers.iter().map(|speaker| number(classes.find(place(speaker)))).collect()
}

/// The words of `text` as names are compared: folded, without possessive endings and marks.
fn words(text: &str) -> Vec<String> {
    let plain = |word: &str| {
        let folded = crate::text::fold(word);
        let word = folded.strip_suffix("'s").unwrap_or(&folded);
        word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
    };
    text.split([' ', '-']).map(plain).filter(|word| !word.is_empty()).collect()
}
