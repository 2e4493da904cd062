//! Words for more and for less: "rose", "cut", "up".

use super::stem;
use crate::text::WordSet;

/// Which way something goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// It becomes more.
    Up,
    /// It becomes less.
    Down,
}

/// Stems of the words for more, and for less.
static UP: WordSet = WordSet::of(&[
    "add", "boost", "climb", "gain", "grew", "grow", "growth", "higher", "hike", "improv", "increas", "jump",
    "leap", "leapt", "lift", "rais", "rise", "soar", "surg", "swell", "up", "upward",
]);
static DOWN: WordSet = WordSet::of(&[
    "cut", "declin", "decreas", "dip", "down", "downward", "drop", "dwindl", "fall", "lower", "plummet",
    "plung", "reduc", "reduct", "shrank", "shrink", "sink", "slash", "slide", "slip", "slump", "trim",
    "tumbl", "weaken",
]);

impl Direction {
    /// Which way `word` (folded) says that something goes, if it does.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        let stem = stem(word);
        let down = || DOWN.contains(&stem).then_some(Self::Down);
        UP.contains(&stem).then_some(Self::Up).or_else(down)
    }

    /// The stems of the words for the other way.
    #[must_use]
    pub fn opposites(self) -> &'static [&'static str] {
        match self {
            Self::Up => DOWN.words(),
            Self::Down => UP.words(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_go_one_way() {
        for (word, way) in [
            ("rose", Some(Direction::Up)),
            ("raising", Some(Direction::Up)),
            ("fell", Some(Direction::Down)),
            ("reductions", Some(Direction::Down)),
            ("mill", None),
        ] {
            assert_eq!(Direction::of(word), way, "{word}");
        }
    }
}
