//! Text tables, kept as text and indexed when first asked.

use std::sync::OnceLock;

use rustc_hash::{FxBuildHasher, FxHashMap};

/// Lines of `KEY VALUE`, each key once; a line may be a key alone.
#[derive(Debug)]
pub(super) struct Table {
    lines: &'static str,
    values: OnceLock<FxHashMap<&'static str, &'static str>>,
}

impl Table {
    /// A table over `lines`.
    pub(super) const fn new(lines: &'static str) -> Self {
        Self { lines, values: OnceLock::new() }
    }

    /// The value at `key`; empty for a key that stands alone.
    pub(super) fn get(&self, key: &str) -> Option<&'static str> {
        self.values.get_or_init(|| self.index()).get(key).copied()
    }

    fn index(&self) -> FxHashMap<&'static str, &'static str> {
        let length = self.lines.bytes().filter(|&byte| byte == b'\n').count();
        let mut values = FxHashMap::with_capacity_and_hasher(length, FxBuildHasher);
        values.extend(self.lines.lines().map(|line| line.split_once(' ').unwrap_or((line, ""))));
        values
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn finds_every_line_and_nothing_else() {
        let table = Table::new("a 1\nab 2\nb\nzoo 3 4\n");
        for (key, value) in [
            ("a", Some("1")),
            ("ab", Some("2")),
            ("b", Some("")),
            ("zoo", Some("3 4")),
            ("", None),
            ("aa", None),
            ("zz", None),
        ] {
            assert_eq!(table.get(key), value, "{key}");
        }
        assert_eq!(Table::new("").get("a"), None);
    }

    #[test]
    fn shipped_tables_are_sorted() {
        for text in [
            include_str!("data/frequency.txt"),
            include_str!("data/related.txt"),
            include_str!("data/antonyms.txt"),
            include_str!("data/function_words.txt"),
            include_str!("data/spelling.txt"),
            include_str!("data/pos.txt"),
            include_str!("data/surnames.txt"),
            include_str!("data/given.txt"),
            include_str!("data/speakers.txt"),
        ] {
            let keys: Vec<&str> =
                text.lines().map(|line| line.split(' ').next().unwrap_or_default()).collect();
            assert!(keys.is_sorted() && text.ends_with('\n'), "{:?}", &keys[..3]);
        }
    }
}
