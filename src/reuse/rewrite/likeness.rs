//! How much two articles tell the same.

use crate::span::Span;

use super::answers::Answers;
use super::outline::{Outline, Told};
use super::side::Side;
use super::words::FIGURE;

/// So many sentences must be retold in each article: less is a handful of facts that all have.
const ENOUGH: f64 = 5.0;
/// The same where one credits the other, or both a third.
const ENOUGH_CREDITED: f64 = 3.0;

/// From what likeness on one of two long articles is a rewrite of the other, and for how much less of it each sentence
/// fewer makes up: of two articles in which `n` sentences are retold, at least, it takes `LONG + SHORT / n`.
///
/// A few sentences hold little but what no report of an event can do without; the more of them say the same, the
/// less likely is it that nobody chose for the other. Halfway between the two kinds of pairs that were measured, those
/// of `tests/retold` among them: rewrites reach 0.16 above it and more, articles by different reporters on one event
/// stay 0.18 below it and more.
const LONG: f64 = 0.38;
const SHORT: f64 = 1.5;
/// The same where one credits the other, or both a third.
const LONG_CREDITED: f64 = 0.35;
const SHORT_CREDITED: f64 = 1.0;
/// So much more it takes where one of two reporters speaks of himself: "the chief fire officer told me".
const WAS_THERE: f64 = 0.1;

/// So much of the telling words of the shorter, by weight, both have at least: rewrites half of them. It
/// says at once of most pairs that share a note or a phrase that they share nothing else.
const WORDS: f64 = 0.25;

/// What two articles tell alike.
pub(super) struct Likeness<'a> {
    outlines: [&'a Outline; 2],
    /// The first as retold by the second, and the second as retold by the first.
    sides: [Side; 2],
}

/// Whether two articles can be about one thing: of two companies' results, written by one pattern, or of the forecasts
/// for two days, every sentence has its like, but the figures are others. Rewriters keep nearly all of them (86%
/// and more in `tests/retold`; an eighth is what two results have in common).
pub(super) fn have_same_figures(one: &Outline, other: &Outline) -> bool {
    let figures = |outline: &Outline| outline.words.iter().filter(|(key, _)| is_figure(key)).count();
    let shared = one.words.shared(&other.words).filter(|(key, _)| is_figure(key)).count();
    2 * shared >= figures(one).min(figures(other))
}

fn is_figure(key: &str) -> bool {
    key.starts_with(FIGURE)
}

/// Whether two articles have enough telling words in common for either to retell the other.
pub(super) fn have_same_words(one: &Outline, other: &Outline) -> bool {
    let weight = |outline: &Outline| -> f64 { outline.words.iter().map(|(_, word)| word.weight()).sum() };
    // What both have weighs less where it is a name, and may be one in one of them only.
    let shared = |one: &Outline, other: &Outline| -> f64 {
        one.words.shared(&other.words).map(|(_, weight)| weight).sum()
    };
    shared(one, other).min(shared(other, one)) >= WORDS * weight(one).min(weight(other))
}

impl<'a> Likeness<'a> {
    pub(super) fn new(a: &'a Outline, b: &'a Outline) -> Self {
        let [of_a, of_b] = Answers::between(a, b);
        Self { outlines: [a, b], sides: [Side::new(a, b, &of_a), Side::new(b, a, &of_b)] }
    }

    /// Whether one retells the other, or both a third; `credited` says that a credit makes it likelier.
    pub(super) fn is_rewrite(&self, credited: bool) -> bool {
        let enough = if credited { ENOUGH_CREDITED } else { ENOUGH };
        self.sentences() >= enough && self.degree() >= self.needed(credited)
    }

    /// From what degree on it is a rewrite.
    pub(super) fn needed(&self, credited: bool) -> f64 {
        let (long, short) = if credited { (LONG_CREDITED, SHORT_CREDITED) } else { (LONG, SHORT) };
        let [one, other] = self.outlines.map(|outline| outline.in_person);
        long + short / self.sentences() + if one == other { 0.0 } else { WAS_THERE }
    }

    /// How many sentences are retold in that of the two in which fewer are.
    fn sentences(&self) -> f64 {
        self.sides[0].sentences.min(self.sides[1].sentences)
    }

    /// How much alike they are, from 0 to 1: what is retold of both, and how far in one order.
    ///
    /// The geometric mean, for two texts are alike only as far as each is in the other: a report may hold all that a
    /// short notice says, and much else. The order counts for less: rewriters move paragraphs, and independent
    /// reporters, too, begin with what matters most.
    pub(super) fn degree(&self) -> f64 {
        let [a, b] = &self.sides;
        (a.share * b.share).sqrt() * f64::midpoint(a.order(), b.order()).sqrt()
    }

    /// The share of the shorter article that is retold.
    pub(super) fn share(&self) -> f64 {
        self.sides[self.shorter()].share
    }

    /// The shorter article; of two equally long ones that of which more is retold.
    fn shorter(&self) -> usize {
        let [a, b] = self.outlines.map(|outline| outline.sentences.len());
        usize::from(b < a || b == a && self.sides[1].share > self.sides[0].share)
    }

    /// The sentences of the shorter article that are retold, beside what they are retold by; the first article's
    /// words come first in each pair.
    pub(super) fn pairs(&self) -> Vec<(Span, Span)> {
        let shorter = self.shorter();
        let [own, others] = [shorter, 1 - shorter].map(|at| &self.outlines[at].sentences);
        let span = |told: &Told| told.span;
        let pairs = self.sides[shorter].retold.iter().filter_map(|retold| {
            let sentence = own.get(retold.sentence).map(span)?;
            let (first, last) = (others.get(retold.by.first)?, others.get(retold.by.last)?);
            Some((sentence, first.span.cover(last.span)))
        });
        pairs.map(|(own, other)| if shorter == 0 { (own, other) } else { (other, own) }).collect()
    }
}
