//! Text tables, kept as text; where their lines begin is found by an index that the build has made.

mod index;
#[cfg(test)]
mod write;

use index::{EMPTY, Layout, hash};

/// Lines of `KEY VALUE`, each key once; a line may be a key alone.
#[derive(Debug)]
pub(super) struct Table {
    lines: &'static str,
    slots: &'static [[u8; 4]],
    layout: Layout,
}

/// The table of a name: its text is in `data`, or made by the build script.
macro_rules! table {
    ($name:literal) => {
        table!(include_str!(concat!("data/", $name, ".txt")), $name)
    };
    (made $name:literal) => {
        table!(include_str!(concat!(env!("OUT_DIR"), "/", $name, ".txt")), $name)
    };
    ($lines:expr, $name:literal) => {
        crate::english::table::Table::new(
            $lines,
            include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".index")),
        )
    };
}
pub(super) use table;

impl Table {
    /// A table over `lines` with the index that was made for them.
    pub(super) const fn new(lines: &'static str, index: &'static [u8]) -> Self {
        let slots = index.as_chunks().0;
        Self { lines, slots, layout: Layout::new(slots.len(), lines.len()) }
    }

    /// The value at `key`; empty for a key that stands alone.
    pub(super) fn get(&self, key: &str) -> Option<&'static str> {
        let rest = self.lines.get(self.find(key)? + key.len()..)?;
        // Nearly all values are a few letters.
        let end = rest.bytes().position(|byte| byte == b'\n')?;
        Some(rest.get(1..end).unwrap_or_default())
    }

    /// Whether there is a line of `key`.
    pub(super) fn contains(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    /// Where the line of `key` begins. Nearly every word of a text is looked for, in one table or another.
    #[inline]
    fn find(&self, key: &str) -> Option<usize> {
        let hash = hash(key.as_bytes());
        let mut place = self.layout.place(hash);
        loop {
            let slot = u32::from_le_bytes(*self.slots.get(place)?);
            if slot == EMPTY {
                return None;
            }
            if let Some(start) = self.layout.start(slot, hash)
                && self.begins(start, key.as_bytes())
            {
                return Some(start);
            }
            place = self.layout.next(place);
        }
    }

    /// Whether the line at `start` is that of `key`.
    #[inline]
    fn begins(&self, start: usize, key: &[u8]) -> bool {
        let ends = |byte: u8| matches!(byte, b' ' | b'\n');
        let line = self.lines.as_bytes().get(start..start + key.len() + 1);
        line.and_then(<[u8]>::split_last).is_some_and(|(&after, line)| line == key && ends(after))
            && !key.iter().any(|&byte| ends(byte))
    }
}

#[cfg(test)]
mod tests {
    use super::{Table, write};

    fn table(lines: &'static str) -> Table {
        Table::new(lines, write::index(lines).leak())
    }

    #[test]
    fn finds_every_line_and_nothing_else() {
        let table = table("a 1\nab 2\nb\nzoo 3 4\nété 5\ndisestablishmentarianism 6\n");
        for (key, value) in [
            ("a", Some("1")),
            ("ab", Some("2")),
            ("b", Some("")),
            ("zoo", Some("3 4")),
            ("été", Some("5")),
            ("disestablishmentarianism", Some("6")),
            ("disestablishmentarianis", None),
            ("zoo 3", None),
            ("zoo 3 4", None),
            ("a 1\nab", None),
            ("", None),
            ("aa", None),
            ("zz", None),
        ] {
            assert_eq!(table.get(key), value, "{key}");
            assert_eq!(table.contains(key), value.is_some(), "{key}");
        }
        assert_eq!(self::table("").get("a"), None);
    }

    #[test]
    fn the_build_indexed_every_line() {
        let text = include_str!("data/frequency.txt");
        let table = super::table!("frequency");
        for line in text.lines() {
            let (word, value) = line.split_once(' ').unwrap_or((line, ""));
            assert_eq!(table.get(word), Some(value), "{word}");
            let other = format!("{word}-");
            assert_eq!(table.get(&other), None, "{other}");
        }
    }

    #[test]
    #[should_panic(expected = "stands twice")]
    fn a_key_stands_once() {
        write::index("a 1\nb 2\na 3\n");
    }

    #[test]
    fn shipped_tables_are_sorted() {
        for text in [
            include_str!("data/frequency.txt"),
            include_str!("data/related.txt"),
            include_str!("data/antonyms.txt"),
            include_str!("data/function_words.txt"),
            include_str!("data/abbreviations.txt"),
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
