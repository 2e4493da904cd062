//! Rewritten stories: one article that retells another, every sentence reworded, some merged, split or moved.
//!
//! What is looked for is not shared wording, for there is hardly any, but shared *choice*. Two reporters at one event
//! share its names, its figures and the sentences that no report can do without. Who retells an article shares nearly
//! all that it says, down to the details that nothing forced anybody to mention, and has little to say beside it. So
//! both articles are read as [outlines](Outline): their sentences as sets of telling words and values, quotations
//! apart, since two reporters at one press conference bring the same ones. A sentence is retold as far as its words
//! and values, or words akin to them, stand together in one sentence of the other article or in two neighbouring
//! ones; and an article is rewritten where most of *both* is retold, in much the same order.
//!
//! A word weighs more the rarer English uses it, and less the more sentences of either article have it: that tells
//! the detail from the event, without which neither article could be written. What other sources say of the same
//! event is not asked: it was tried and parted the two hardly better, and the answer for two sources should not
//! change with a third.
//!
//! Newspapers' use of agency copy is studied in P. Clough et al., "METER: MEasuring TExt Reuse", ACL 2002; one of the
//! three methods compared there aligns the sentences of two texts by the words they share.

mod answers;
mod candidates;
mod likeness;
mod outline;
mod side;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
mod words;

pub use outline::Outline;

use rayon::prelude::*;

use crate::span::Span;

use likeness::Likeness;

/// Two articles of which one retells the other, or both a third.
#[derive(Debug, Clone, PartialEq)]
pub struct Rewrite {
    /// The number of the first source.
    pub a: usize,
    /// That of the second, which is greater.
    pub b: usize,
    /// What share of the shorter article retells the other, from 0 to 1; quotations are left out.
    pub share: f64,
    /// How much alike the two are, from 0 to 1: what [`rewrites`] decides by.
    pub likeness: f64,
    /// The sentences of the shorter article that retell something, beside what they retell: a sentence or two
    /// neighbouring ones. The first of each pair stands in source `a`, the second in `b`, in the order of the
    /// shorter.
    pub pairs: Vec<(Span, Span)>,
}

/// Which of the sources whose outlines are given retell one another, ordered by their numbers; copies are among them.
///
/// It makes no difference in what order they come. Sources are held against each other that share rare combinations
/// of words; where more than a few dozen share one, each is held against some of the others, so that a story with a
/// thousand copies does not make half a million pairs.
///
/// `credited` tells of two sources whether one credits the other, or both a third: it lowers what is needed, but a
/// credit alone makes no rewrite.
#[must_use]
pub fn rewrites(outlines: &[Outline], credited: &(dyn Fn(usize, usize) -> bool + Sync)) -> Vec<Rewrite> {
    let pairs = candidates::find(outlines);
    pairs.par_iter().filter_map(|&(a, b)| rewrite(outlines, a as usize, b as usize, credited)).collect()
}

fn rewrite(
    outlines: &[Outline],
    a: usize,
    b: usize,
    credited: &(dyn Fn(usize, usize) -> bool + Sync),
) -> Option<Rewrite> {
    let (one, other) = (outlines.get(a)?, outlines.get(b)?);
    if !likeness::have_same_words(one, other) || !likeness::have_same_figures(one, other) {
        return None;
    }
    let likeness = Likeness::new(one, other);
    likeness.is_rewrite(credited(a, b)).then(|| Rewrite {
        a,
        b,
        share: likeness.share(),
        likeness: likeness.degree(),
        pairs: likeness.pairs(),
    })
}
