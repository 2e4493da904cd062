//! Words for more and for less: "rose", "cut", "up".

use super::stem;

/// Which way something goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// It becomes more.
    Up,
    /// It becomes less.
    Down,
}

/// Stems of the words for more, and for less. Sorted.
const UP: [&str; 20] = [
    "add", "boost", "climb", "gain", "grew", "grow", "growth", "higher", "hike", "improv", "increas", "jump",
    "lift", "rais", "rise", "soar", "surg", "swell", "up", "upward",
];
const DOWN: [&str; 23] = [
    "cut", "declin", "decreas", "dip", "down", "downward", "drop", "fall", "lower", "plummet", "plung",
    "reduc", "reduct", "shrank", "shrink", "sink", "slash", "slide", "slip", "slump", "trim", "tumbl",
    "weaken",
];

impl Direction {
    /// Which way `word` (folded) says that something goes, if it does.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        let stem = stem(word);
        let listed = |stems: &[&str]| stems.binary_search(&stem.as_ref()).is_ok();
        listed(&UP).then_some(Self::Up).or_else(|| listed(&DOWN).then_some(Self::Down))
    }

    /// The stems of the words for the other way.
    #[must_use]
    pub fn opposites(self) -> &'static [&'static str] {
        match self {
            Self::Up => &DOWN,
            Self::Down => &UP,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_go_one_way() {
        assert!(UP.is_sorted() && DOWN.is_sorted());
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
