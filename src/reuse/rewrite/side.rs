//! How one article is retold by another.

use super::answers::Answers;
use super::outline::Outline;

/// A sentence begins to be retold where so much of it, by weight, stands together in the other article, and is retold
/// in full where so much does. Rewriters keep names, figures and half of the telling nouns; what two reporters say of
/// one fact mostly stays below.
const BEGINS: f64 = 0.25;
const IN_FULL: f64 = 0.5;
/// Of so many words and values at least: two can be a name and a figure.
const TOGETHER: u32 = 3;
/// A sentence that says so much of what it and its neighbour say together says it alone.
const ALONE: f64 = 0.8;

/// How one article is retold by another.
pub(super) struct Side {
    /// How much of it, by weight, from 0 to 1.
    pub(super) share: f64,
    /// How many of its sentences, those that are retold in part counted in part.
    pub(super) sentences: f64,
    /// Which of its sentences, in order.
    pub(super) retold: Vec<Retold>,
}

/// A sentence that is retold in the other article.
#[derive(Debug, Clone, Copy)]
pub(super) struct Retold {
    pub(super) sentence: usize,
    pub(super) by: Place,
}

/// A sentence of the other article, or two neighbouring ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) first: usize,
    pub(super) last: usize,
}

impl Side {
    /// How `own` is retold by `other`, given what answers its words.
    pub(super) fn new(own: &Outline, other: &Outline, answers: &Answers) -> Self {
        let mut standing = vec![Vec::new(); other.words.len()];
        for (at, told) in other.sentences.iter().enumerate() {
            for &word in &told.words {
                standing[word as usize].push(at);
            }
        }
        let mut covers = Covers::new(other.sentences.len());
        let mut whole = 0.0;
        let mut side = Self { share: 0.0, sentences: 0.0, retold: Vec::new() };
        for (sentence, told) in own.sentences.iter().enumerate() {
            covers.clear();
            let mut weight = 0.0;
            for answer in answers.of(&told.words) {
                weight += answer.weight;
                let hits = answer.by.iter().flat_map(|&(word, how_well)| {
                    standing[word as usize].iter().map(move |&at| (at, how_well))
                });
                covers.add(answer.weight, hits);
            }
            whole += weight;
            let Some((by, cover)) = covers.best() else { continue };
            let degree = ((cover / weight - BEGINS) / (IN_FULL - BEGINS)).clamp(0.0, 1.0);
            if degree > 0.0 {
                side.share += weight * degree;
                side.sentences += degree;
                side.retold.push(Retold { sentence, by });
            }
        }
        side.share = if whole > 0.0 { side.share / whole } else { 0.0 };
        side
    }

    /// The share of the retold sentences that can be kept so that both articles have them in one order: the longest
    /// subsequence that does not fall (C. Schensted, "Longest Increasing and Decreasing Subsequences", 1961).
    pub(super) fn order(&self) -> f64 {
        let mut least_ends: Vec<usize> = Vec::new();
        for Retold { by, .. } in &self.retold {
            let at = least_ends.partition_point(|&end| end <= by.first);
            match least_ends.get_mut(at) {
                Some(end) => *end = by.first,
                None => least_ends.push(by.first),
            }
        }
        if self.retold.is_empty() { 0.0 } else { least_ends.len() as f64 / self.retold.len() as f64 }
    }
}

/// How much of a sentence stands in each sentence of the other article.
struct Covers {
    /// In the sentence alone, by weight.
    alone: Vec<f64>,
    /// In the sentence and the one after it together, and how many words and values those are.
    with_next: Vec<(f64, u32)>,
    /// The sentences in which anything of it stands, or in the one after: a few of them. Some come twice.
    touched: Vec<usize>,
    /// Room for what answers one word: in each sentence, and in each or the one after it.
    hits: Vec<(usize, f64)>,
    pairs: Vec<(usize, f64)>,
}

impl Covers {
    fn new(sentences: usize) -> Self {
        Self {
            alone: vec![0.0; sentences],
            with_next: vec![(0.0, 0); sentences],
            touched: Vec::new(),
            hits: Vec::new(),
            pairs: Vec::new(),
        }
    }

    fn clear(&mut self) {
        for at in self.touched.drain(..) {
            self.alone[at] = 0.0;
            self.with_next[at] = (0.0, 0);
        }
    }

    /// Adds a word of `weight`, which the sentences in `hits` answer, each so well.
    fn add(&mut self, weight: f64, hits: impl Iterator<Item = (usize, f64)>) {
        self.hits.clear();
        self.hits.extend(hits);
        keep_best_of_each(&mut self.hits);
        self.pairs.clear();
        for &(at, how_well) in &self.hits {
            self.alone[at] += weight * how_well;
            self.pairs.extend(at.checked_sub(1).map(|before| (before, how_well)));
            self.pairs.push((at, how_well));
        }
        keep_best_of_each(&mut self.pairs);
        for &(at, how_well) in &self.pairs {
            let (cover, words) = &mut self.with_next[at];
            *cover += weight * how_well;
            *words += 1;
            self.touched.push(at);
        }
    }

    /// Where most of the sentence stands, if enough words of it stand together anywhere, and how much that is; of places
    /// with as much, the first.
    fn best(&mut self) -> Option<(Place, f64)> {
        self.touched.sort_unstable();
        self.touched.dedup();
        let together = self.touched.iter().map(|&at| (at, self.with_next[at]));
        let (at, cover) = together
            .filter(|&(_, (_, words))| words >= TOGETHER)
            .map(|(at, (cover, _))| (at, cover))
            .reduce(|best, next| if next.1 > best.1 { next } else { best })?;
        let next = (at + 1).min(self.alone.len() - 1);
        let alone = |at: &usize| self.alone[*at] >= ALONE * cover;
        let place = match [at, next].into_iter().find(alone) {
            Some(at) => Place { first: at, last: at },
            None => Place { first: at, last: next },
        };
        Some((place, cover))
    }
}

/// Keeps the best answer in each sentence, in the order of the sentences.
fn keep_best_of_each(hits: &mut Vec<(usize, f64)>) {
    hits.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
    hits.dedup_by_key(|hit| hit.0);
}
