//! Which values of a phrasing those of a text agree with, before any passage is aligned.

use std::ops::Range;

use crate::matcher::Phrasing;
use crate::value::Kind;

use super::gate::{Agreement, Prospect, agrees, may_be_told_otherwise};
use super::reading::Reading;

/// Which values of a phrasing the sentences of a text agree with, each sentence asked once.
pub(super) struct Agreeing<'a> {
    phrasing: &'a Phrasing,
    reading: &'a Reading<'a>,
    /// For each sentence, once it is asked for.
    known: Vec<Option<Agreed>>,
    /// How many values are surely some: others may be none, and count on neither side.
    strong: usize,
}

/// A bit for each strong value of a phrasing that a value agrees with, the first ones of a phrasing that has more values than there
/// are bits.
#[derive(Debug, Clone, Copy, Default)]
struct Agreed {
    /// With a strong one.
    surely: u64,
    /// With any, even one that may be no value.
    perhaps: u64,
    /// How many counts there are, of whatever.
    counts: usize,
}

impl Agreed {
    fn and(self, other: Self) -> Self {
        Self {
            surely: self.surely | other.surely,
            perhaps: self.perhaps | other.perhaps,
            counts: self.counts + other.counts,
        }
    }
}

impl<'a> Agreeing<'a> {
    pub(super) fn new(phrasing: &'a Phrasing, reading: &'a Reading<'a>) -> Self {
        let strong = phrasing.mentions.iter().filter(|claimed| !claimed.value.weak).count();
        let sentences = if strong > 0 { reading.document().sentences().len() } else { 0 };
        Self { phrasing, reading, known: vec![None; sentences], strong }
    }

    /// Whether the phrasing has no value that is surely one.
    pub(super) fn is_empty(&self) -> bool {
        self.strong == 0
    }

    /// Which of the phrasing's strong values the strong ones of `sentences` agree with, a bit for each.
    pub(super) fn among(&mut self, sentences: Range<usize>) -> u64 {
        self.all(sentences).surely
    }

    /// What the values of `sentences` come to at most.
    pub(super) fn prospect(&mut self, sentences: Range<usize>) -> Prospect {
        let all = self.all(sentences);
        let mut bit = 0;
        let mut lacks = false;
        let most = Agreement::of(self.phrasing.mentions.iter().filter(|claimed| {
            if claimed.value.weak {
                return true;
            }
            bit += 1;
            let agrees = bit > u64::BITS || all.perhaps & 1 << (bit - 1) != 0;
            lacks |= !agrees && !may_be_told_otherwise(claimed, all.counts);
            agrees
        }));
        Prospect { most, lacks }
    }

    fn all(&mut self, sentences: Range<usize>) -> Agreed {
        sentences.fold(Agreed::default(), |all, sentence| all.and(self.of(sentence)))
    }

    fn of(&mut self, sentence: usize) -> Agreed {
        if self.strong == 0 {
            return Agreed::default();
        }
        let agreed = self.known[sentence].unwrap_or_else(|| self.ask(sentence));
        self.known[sentence] = Some(agreed);
        agreed
    }

    fn ask(&self, sentence: usize) -> Agreed {
        let mut agreed = Agreed::default();
        for reported in self.reading.mentions(sentence..sentence + 1) {
            agreed.counts += usize::from(reported.value.kind == Kind::Count);
            let strong = self.phrasing.mentions.iter().filter(|claimed| !claimed.value.weak);
            for (bit, claimed) in strong.take(u64::BITS as usize).enumerate() {
                let agrees = claimed.value.compare(&reported.value).is_some_and(agrees);
                agreed.surely |= u64::from(agrees && !reported.value.weak) << bit;
                // What stands around a value may make it the most that may be.
                agreed.perhaps |= u64::from(agrees || claimed.value.is_most_of(&reported.value)) << bit;
            }
        }
        agreed
    }
}
