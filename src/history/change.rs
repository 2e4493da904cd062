//! What changed in a sentence, and what a sentence holds.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::stance::negations;
use crate::text::TokenKind;

use super::item::{Aligned, Item, align};
use super::quotation::{Quotation, differing, quotations};
use super::reading::Reading;
use super::words::Differences;
use super::{Change, ChangeKind, figure, name};

/// A sentence of a version.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) reading: &'a Reading,
    pub(super) sentence: usize,
}

impl Place<'_> {
    fn tokens(self) -> Range<usize> {
        self.reading.sentences[self.sentence].tokens.clone()
    }

    /// The words of some of its tokens, counted from its first.
    fn words(self, tokens: &Range<usize>) -> Option<String> {
        let first = self.tokens().start;
        let words = self.reading.document.words(tokens.start + first..tokens.end + first);
        (!words.is_empty()).then(|| words.to_owned())
    }

    fn figures(self) -> Vec<Item> {
        figure::figures(self.reading, self.tokens())
    }

    /// Its names, but for the May of a date.
    fn names(self, known: &BTreeSet<String>) -> Vec<Item> {
        let dates: Vec<Item> =
            self.figures().into_iter().filter(|item| item.kind == ChangeKind::Date).collect();
        let mut names = name::names(self.reading, self.tokens(), known);
        names.retain(|name| {
            !dates
                .iter()
                .any(|date| date.tokens.start <= name.tokens.start && name.tokens.end <= date.tokens.end)
        });
        names
    }

    fn negations(self) -> Vec<Item> {
        let first = self.tokens().start;
        let item = |tokens: Range<usize>| {
            let text = self.reading.document.words(tokens.clone()).to_owned();
            let key = text.to_lowercase();
            let tokens = tokens.start - first..tokens.end - first;
            Item { kind: ChangeKind::Negation, tokens, text, key, value: None }
        };
        negations(&self.reading.document, self.tokens()).into_iter().map(item).collect()
    }

    fn quotations(self) -> Vec<Quotation> {
        quotations(self.reading, self.tokens())
    }
}

/// What the sentence holds that is never small, each as a change with `was` or with `is`.
pub(super) fn held(place: Place<'_>, known: &BTreeSet<String>, is_new: bool) -> Vec<Change> {
    let figures = place.figures().into_iter().filter(|item| !item.is_weak());
    let items = figures.chain(place.names(known)).chain(place.negations());
    let mut changes: Vec<Change> = items.map(|item| one_sided(item.kind, item.text, is_new)).collect();
    for quotation in place.quotations() {
        let words = place.reading.document.words(quotation.tokens).to_owned();
        changes.push(one_sided(ChangeKind::Quotation, words, is_new));
    }
    changes.sort_by_key(|change| change.kind);
    changes
}

fn one_sided(kind: ChangeKind, words: String, is_new: bool) -> Change {
    let (was, is) = if is_new { (None, Some(words)) } else { (Some(words), None) };
    Change { kind, was, is, mentioned: None }
}

/// What changed from the sentence `was` to the sentence `is`, values first; nothing where only white space did.
pub(super) fn edited(was: Place<'_>, is: Place<'_>, known: &BTreeSet<String>) -> Vec<Change> {
    let keys = [was, is].map(|place| place.reading.token_keys(place.tokens()));
    let differences = Differences::between(&keys[0], &keys[1]);
    if differences.places.is_empty() {
        return Vec::new();
    }
    let mut comparing = Comparing::new(was, is, &keys, &differences);
    comparing.align(&was.figures(), &is.figures(), |_, _| true);
    comparing.align(&was.names(known), &is.names(known), |item, other| !other.contains(&item.key));
    comparing.align(&was.negations(), &is.negations(), |_, _| true);
    comparing.quotations();
    comparing.wording();
    comparing.changes.sort_by_key(|change| change.kind);
    comparing.changes
}

/// Whether two sentences have the same words but for as many items: then each answers the one in its place, and items that
/// have changed places are seen.
fn only_items_differ(keys: &[Vec<String>; 2], was: &[Item], is: &[Item]) -> bool {
    let others = |keys: &[String], items: &[Item]| {
        let mut left = Vec::new();
        let mut done = 0;
        for item in items {
            left.extend(keys.get(done..item.tokens.start).unwrap_or_default().iter().cloned());
            left.push(String::new());
            done = item.tokens.end;
        }
        left.extend(keys.get(done..).unwrap_or_default().iter().cloned());
        left
    };
    was.len() == is.len() && others(&keys[0], was) == others(&keys[1], is)
}

fn row_by_row(was: &[Item], is: &[Item]) -> Aligned {
    let differ = |&at: &usize| !was[at].may_say_what(&is[at]);
    let pairs = (0..was.len()).filter(differ).map(|at| (at, at)).collect();
    Aligned { pairs, ..Aligned::default() }
}

/// Two sentences, and what is found of how they differ.
struct Comparing<'a> {
    was: Place<'a>,
    is: Place<'a>,
    /// What is compared of each token of the two.
    keys: &'a [Vec<String>; 2],
    differences: &'a Differences,
    /// For each token whether a change tells of it.
    told: (Vec<bool>, Vec<bool>),
    changes: Vec<Change>,
}

impl<'a> Comparing<'a> {
    fn new(was: Place<'a>, is: Place<'a>, keys: &'a [Vec<String>; 2], differences: &'a Differences) -> Self {
        let told = (vec![false; was.tokens().len()], vec![false; is.tokens().len()]);
        Self { was, is, keys, differences, told, changes: Vec::new() }
    }

    /// Adds the items that differ; one without a partner only where `tells` so of it and the other sentence.
    fn align(&mut self, was: &[Item], is: &[Item], tells: impl Fn(&Item, &str) -> bool) {
        let mut aligned = if only_items_differ(self.keys, was, is) {
            let aligned = row_by_row(was, is);
            if !aligned.pairs.is_empty() {
                self.told.0.fill(true);
                self.told.1.fill(true);
            }
            aligned
        } else {
            align(was, is, self.differences)
        };
        let lower = |place: Place<'_>| place.reading.sentences[place.sentence].key.to_lowercase();
        let (old, new) = (lower(self.was), lower(self.is));
        aligned.gone.retain(|&at| tells(&was[at], &new));
        aligned.come.retain(|&at| tells(&is[at], &old));
        self.take(was, is, &aligned);
    }

    fn take(&mut self, was: &[Item], is: &[Item], aligned: &Aligned) {
        let pairs = aligned.pairs.iter().map(|&(a, b)| (Some(&was[a]), Some(&is[b])));
        let gone = aligned.gone.iter().map(|&a| (Some(&was[a]), None));
        let come = aligned.come.iter().map(|&b| (None, Some(&is[b])));
        for (was, is) in pairs.chain(gone).chain(come) {
            let kinds = was.into_iter().chain(is).map(|item| item.kind);
            let Some(kind) = kinds.min() else { continue };
            was.into_iter().for_each(|item| self.told.0[item.tokens.clone()].fill(true));
            is.into_iter().for_each(|item| self.told.1[item.tokens.clone()].fill(true));
            let [was, is] = [was, is].map(|item| item.map(|item| item.text.clone()));
            self.changes.push(Change { kind, was, is, mentioned: None });
        }
    }

    fn quotations(&mut self) {
        let (mut was, mut is) = (self.was.quotations(), self.is.quotations());
        // What stands in both, in whatever order, is no change.
        was.retain(|one| {
            let same = is.iter().position(|other| other.words == one.words);
            same.map(|at| is.remove(at)).is_none()
        });
        let both = was.len().max(is.len());
        for at in 0..both {
            let (old, new) = (was.get(at), is.get(at));
            let shown = match (old, new) {
                (Some(old), Some(new)) => {
                    let (was, is) = differing((self.was.reading, old), (self.is.reading, new));
                    (Some(was), Some(is))
                }
                _ => (old.map(|one| one.tokens.clone()), new.map(|one| one.tokens.clone())),
            };
            let words = |place: Place<'_>, tokens: Option<Range<usize>>| {
                tokens.map(|tokens| place.reading.document.words(tokens).to_owned())
            };
            let (gone, come) = (words(self.was, shown.0), words(self.is, shown.1));
            self.changes.push(Change { kind: ChangeKind::Quotation, was: gone, is: come, mentioned: None });
            let told = |told: &mut Vec<bool>, first: usize, quotation: Option<&Quotation>| {
                if let Some(Quotation { tokens, .. }) = quotation {
                    told[tokens.start - first..tokens.end - first].fill(true);
                }
            };
            told(&mut self.told.0, self.was.tokens().start, old);
            told(&mut self.told.1, self.is.tokens().start, new);
        }
    }

    /// The places that nothing else tells of; of such that differ only in punctuation, one, where there is nothing else.
    fn wording(&mut self) {
        let untold = |place: Place<'_>, told: &[bool], tokens: &Range<usize>| {
            let first = place.tokens().start;
            tokens.clone().any(|at| {
                !told[at] && place.reading.document.tokens()[at + first].kind != TokenKind::Punctuation
            })
        };
        let change = |(was, is): &(Range<usize>, Range<usize>)| Change {
            kind: ChangeKind::Wording,
            was: self.was.words(was),
            is: self.is.words(is),
            mentioned: None,
        };
        let places = self
            .differences
            .places
            .iter()
            .filter(|(was, is)| untold(self.was, &self.told.0, was) || untold(self.is, &self.told.1, is));
        let mut found: Vec<Change> = places.map(change).collect();
        if found.is_empty() && self.changes.is_empty() {
            found.extend(self.differences.places.first().map(change));
        }
        self.changes.extend(found);
    }
}
