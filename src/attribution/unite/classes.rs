//! Classes of speakers, of which each holds one person at most.

use petgraph::unionfind::UnionFind;

/// A partition that keeps people apart.
#[derive(Debug)]
pub(super) struct Classes {
    union: UnionFind<usize>,
    /// By class: the number of the person in it.
    person: Vec<Option<usize>>,
}

impl Classes {
    pub(super) fn new(size: usize) -> Self {
        Self { union: UnionFind::new(size), person: vec![None; size] }
    }

    pub(super) fn find(&self, index: usize) -> usize {
        self.union.find(index)
    }

    /// Says that the class of `index` is a person, if that is not known yet.
    pub(super) fn set_person(&mut self, index: usize) {
        let class = self.find(index);
        self.person[class].get_or_insert(class);
    }

    /// Makes one class of two, unless they hold two people.
    pub(super) fn join(&mut self, one: usize, other: usize) {
        let (a, b) = (self.find(one), self.find(other));
        let (first, second) = (self.person[a], self.person[b]);
        if a == b || first.is_some() && second.is_some() && first != second {
            return;
        }
        self.union.union(a, b);
        let class = self.find(a);
        self.person[class] = first.or(second);
    }
}
