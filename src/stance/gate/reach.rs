//! Which passages can bear on a phrasing at all, before they are aligned.

use std::cell::OnceCell;

use crate::matcher::{Candidate, FrameWord, Likeness, Phrasing, SNIPPET_SENTENCES, ShortForm};
use crate::stance::Settings;
use crate::stance::reading::Reading;
use crate::value::name::Name;

use super::frame::{Agreement, SAID, SLACK, weighed_with};

/// What the values of a passage come to at most, whatever they are paired with.
#[derive(Debug, Clone, Copy)]
pub(in crate::stance) struct Prospect {
    /// The values of the phrasing that any of the passage agrees with.
    pub(in crate::stance) most: Agreement,
    /// Whether the passage surely lacks one, or has another in its place.
    pub(in crate::stance) lacks: bool,
}

/// How far passages of one text can reach beyond their own words.
#[derive(Debug)]
pub(in crate::stance) struct Reach<'a> {
    phrasing: &'a Phrasing,
    reading: &'a Reading<'a>,
    /// The share of the phrasing's weight that its names have.
    names: f64,
    /// All its values.
    values: Agreement,
    /// What the text has of them, once it is asked for.
    elsewhere: OnceCell<Elsewhere>,
    /// The share of its weight of whose words the text has an opposite, once it is asked for.
    opposites: OnceCell<f64>,
}

/// What a text has of a phrasing's names, wherever it has them.
#[derive(Debug, Clone, Copy)]
struct Elsewhere {
    /// The share of the phrasing's weight that they may add.
    share: f64,
    /// Whether one may be answered at all, if there are any.
    named: bool,
}

impl<'a> Reach<'a> {
    /// Of the passages of `reading` for `phrasing`.
    pub(in crate::stance) fn new(phrasing: &'a Phrasing, reading: &'a Reading<'a>) -> Self {
        let names = share(phrasing, &|word| word.name || word.firm);
        let values = Agreement::of(&phrasing.mentions);
        Self { phrasing, reading, names, values, elsewhere: OnceCell::new(), opposites: OnceCell::new() }
    }

    fn elsewhere(&self) -> Elsewhere {
        *self.elsewhere.get_or_init(|| Elsewhere::new(self.phrasing, self.reading))
    }

    /// Whether `passage`, which is not aligned yet, can bear on the phrasing: if it has every name of it that the text has, and its
    /// values come to what `prospect` says. Where not, the frame drops it, however it is aligned.
    pub(in crate::stance) fn admits(
        &self,
        passage: Candidate,
        mut prospect: impl FnMut() -> Prospect,
    ) -> bool {
        let threshold = self.reading.settings().threshold();
        let covers = |names: f64, values: Agreement| {
            let most = (passage.own + names).min(1.0);
            weighed_with(self.phrasing.weight, most, values) + SLACK >= threshold
        };
        // Most passages are out of reach even with all names and values; only of the others are these looked for.
        let covered = covers(self.names, self.values) && {
            let values = prospect().most;
            covers(self.names, values) && covers(self.elsewhere().share, values)
        };
        covered
            || threshold <= Settings::THRESHOLD
                && self.may_say(passage)
                && self.elsewhere().named
                && !prospect().lacks
            || self.opposites() > 0.0
                && covers(self.opposites() + self.names, self.values)
                && covers(self.opposed(passage) + self.elsewhere().share, prospect().most)
    }

    /// The share of the phrasing's weight of whose words the text has an opposite anywhere.
    fn opposites(&self) -> f64 {
        let is_opposed = |word: &FrameWord| {
            let hits = self.reading.marked.answers(word.word);
            hits.iter().any(|hit| hit.likeness == Likeness::Opposed)
        };
        *self.opposites.get_or_init(|| share(self.phrasing, &is_opposed))
    }

    /// The share of the phrasing's weight of which the passage has only the opposite.
    fn opposed(&self, passage: Candidate) -> f64 {
        let marked = &self.reading.marked;
        let tokens = marked.tokens(passage.first, passage.end);
        share(self.phrasing, &|word| {
            let hits = marked.answers_among(word.word, &tokens);
            !hits.is_empty() && hits.iter().all(|hit| hit.likeness == Likeness::Opposed)
        })
    }

    /// Whether `passage` may have enough of what is said, whichever of its tokens answer.
    fn may_say(&self, passage: Candidate) -> bool {
        let marked = &self.reading.marked;
        let tokens = marked.tokens(passage.first, passage.end);
        let told = |word: &FrameWord| {
            marked.answers_among(word.word, &tokens).iter().any(|hit| hit.likeness >= Likeness::Derived)
        };
        let said = self.phrasing.frame.iter().filter(|word| word.token.is_some() && !word.name);
        let (found, all) = said.fold((0.0, 0.0), |(found, all), word| {
            (if told(word) { found + word.weight } else { found }, all + word.weight)
        });
        all <= 0.0 || found / all + SLACK >= SAID
    }
}

impl Elsewhere {
    fn new(phrasing: &Phrasing, reading: &Reading<'_>) -> Self {
        // A snippet may mean by a pronoun whom it does not name.
        let is_snippet = reading.document().sentences().len() <= SNIPPET_SENTENCES;
        let is_there = |word: &FrameWord| reading.marked.is_answered(word.word);
        // A surname may stand for a first name, an acronym for a name.
        let in_short = |word: &FrameWord| {
            let of = |(name, _): &(&Name, &Vec<ShortForm>)| {
                word.token.is_some_and(|token| name.core.contains(&token))
            };
            let surname = |name: &Name| {
                let last = name.core.end.checked_sub(1);
                phrasing.frame.iter().find(|word| word.token == last).is_some_and(is_there)
            };
            let all = 0..reading.document().tokens().len();
            let cut =
                |forms: &[ShortForm]| forms.iter().any(|form| reading.marked.acronym(form, &all).is_some());
            let mut names = phrasing.names.iter().zip(&phrasing.short_forms);
            names.find(of).is_some_and(|(name, forms)| surname(name) || cut(forms))
        };
        let is_known = |word: &&FrameWord| is_snippet || is_there(word) || in_short(word);
        let names = || phrasing.frame.iter().filter(|word| word.name && word.token.is_some());
        Self {
            share: share(phrasing, &|word| word.name && is_known(&word) || word.firm),
            named: names().next().is_none() || names().any(|word| is_known(&word)),
        }
    }
}

/// The share of the weight of the words sought that those have which count.
fn share(phrasing: &Phrasing, counts: &dyn Fn(&FrameWord) -> bool) -> f64 {
    let (found, all) = phrasing.sought().fold((0.0, 0.0), |(found, all), (_, word)| {
        (if counts(word) { found + word.weight } else { found }, all + word.weight)
    });
    if all > 0.0 { found / all } else { 0.0 }
}
