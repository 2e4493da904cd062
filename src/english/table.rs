//! Sorted text tables, searched in place.

/// Lines of `KEY VALUE`, sorted by key in byte order; a line may be a key alone.
#[derive(Debug)]
pub(super) struct Table(&'static str);

impl Table {
    /// A table over `lines`, which must be sorted by key and end with a line end.
    pub(super) const fn new(lines: &'static str) -> Self {
        Self(lines)
    }

    /// The value at `key`; empty for a key that stands alone.
    pub(super) fn get(&self, key: &str) -> Option<&'static str> {
        let text = self.0;
        let (mut low, mut high) = (0, text.len());
        // Invariant: the line of `key`, if any, starts in low..high, and both are starts of lines.
        while low < high {
            let middle = low + (high - low) / 2;
            let start = text.as_bytes()[..middle].iter().rposition(|&b| b == b'\n').map_or(0, |at| at + 1);
            let end = text.as_bytes()[middle..]
                .iter()
                .position(|&b| b == b'\n')
                .map_or(text.len(), |at| middle + at);
            let line = &text[start..end];
            let (found, value) = line.split_once(' ').unwrap_or((line, ""));
            match found.cmp(key) {
                std::cmp::Ordering::Equal => return Some(value),
                std::cmp::Ordering::Less => low = end + 1,
                std::cmp::Ordering::Greater => high = start,
            }
        }
        None
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
        ] {
            let keys: Vec<&str> =
                text.lines().map(|line| line.split(' ').next().unwrap_or_default()).collect();
            assert!(keys.is_sorted() && text.ends_with('\n'), "{:?}", &keys[..3]);
        }
    }
}
